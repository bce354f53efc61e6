package article

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dayAt reads the day that stands at i of a line in plain form, and returns it
// with the place to go on from. Without one its day is 0.
func (w *stampWords) dayAt(line string, i int) (m moment, next int) {
	r, size := utf8.DecodeRuneInString(line[i:])
	switch {
	case r >= '0' && r <= '9':
		n, end := number(line, i)
		if i > 0 && isWord(line[i-1]) {
			return moment{}, end
		}
		m = w.fromNumber(line, n, i, end)
		next = end
	case unicode.IsLetter(r) && !isHan(r):
		end := wordEnd(line, i)
		m = w.fromMonth(line, i, end)
		next = end
	default:
		return moment{}, i + size
	}
	m.start = i
	return m, max(next, m.end)
}

// fromNumber reads a day that begins with the number n, which ends at end.
func (w *stampWords) fromNumber(line string, n, start, end int) moment {
	switch end - start {
	case 8:
		return moment{year: n / 10000, month: n / 100 % 100, day: n % 100, end: end}
	case 4:
		if n >= 1900 && n < 2100 {
			return yearFirst(line, n, end)
		}
	case 1, 2:
		return w.fromDay(line, n, end)
	}
	return moment{}
}

// yearFirst reads 2025-11-12, 2025.11.12, 2025年11月12日 behind the year.
func yearFirst(line string, year, at int) moment {
	month, at, ok := after(line, at, "-", "/", ".", "年")
	if !ok {
		return moment{}
	}
	day, at, ok := after(line, at, "-", "/", ".", "月")
	if !ok {
		return moment{}
	}
	return moment{year: year, month: month, day: day, end: afterDay(line, at)}
}

// fromDay reads 12 November 2025, 12-Nov-2025, 11月12日, 12日, 12/11/2025, and
// 11-12 before an hour, behind the first number.
func (w *stampWords) fromDay(line string, n, at int) moment {
	rest := strings.TrimPrefix(line[at:], " ")
	if strings.HasPrefix(rest, "月") {
		if day, end, ok := after(line, at, "月"); ok && afterDay(line, end) > end {
			return moment{month: n, day: day, end: afterDay(line, end)}
		}
		return moment{}
	}
	if strings.HasPrefix(rest, "日") {
		return moment{day: n, end: len(line) - len(rest) + len("日")}
	}
	for _, suffix := range [...]string{"er", "st", "nd", "rd", "th"} {
		rest = strings.TrimPrefix(rest, suffix)
	}
	rest = strings.TrimLeft(rest, " -")
	at2 := len(line) - len(rest)
	if end := wordEnd(line, at2); at2 > at && w.months[line[at2:end]] != 0 {
		m := moment{month: w.months[line[at2:end]], day: n, end: afterPoint(line, end)}
		m.year, m.end = yearBehind(line, m.end)
		return m
	}
	return numbersOnly(line, n, at)
}

// numbersOnly reads 12/11/2025, and 11-12 before an hour.
func numbersOnly(line string, n, at int) moment {
	second, end, ok := after(line, at, "/", ".", "-")
	if !ok {
		return moment{}
	}
	if rest := line[end:]; line[at] == '-' && end-at == 3 && len(rest) > 3 && rest[0] == ' ' && strings.IndexByte(rest[:min(len(rest), 4)], ':') > 1 {
		return moment{month: n, day: second, end: end}
	}
	if end >= len(line) || line[end] != line[at] {
		return moment{}
	}
	year, last := number(line, end+1)
	switch {
	case last-end-1 != 4 || year < 1900 || year >= 2100:
		return moment{}
	case n > 12:
		return moment{year: year, month: second, day: n, end: last}
	}
	return moment{year: year, month: n, day: second, swap: second <= 12 && n != second, end: last}
}

// fromMonth reads Nov. 12, 2025 where a word from start to end is a month.
func (w *stampWords) fromMonth(line string, start, end int) moment {
	month := w.months[line[start:end]]
	if month == 0 {
		return moment{}
	}
	at := afterPoint(line, end)
	at += len(line[at:]) - len(strings.TrimPrefix(line[at:], " "))
	day, last := number(line, at)
	if last == at || last-at > 2 {
		return moment{}
	}
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(line[last:], suffix) {
			last += len(suffix)
			break
		}
	}
	if last < len(line) && isWord(line[last]) {
		return moment{}
	}
	m := moment{month: month, day: day, end: last}
	m.year, m.end = yearBehind(line, last)
	return m
}

// yearBehind returns the year that stands behind a day and month, and where it
// ends; without one 0 and at.
func yearBehind(line string, at int) (year, end int) {
	rest := strings.TrimLeft(line[at:], " ,-")
	start := len(line) - len(rest)
	n, end := number(line, start)
	if start == at || start-at > 2 || end-start != 4 || n < 1900 || n >= 2100 {
		return 0, at
	}
	return n, end
}

// after returns the number of one or two digits behind one of the signs at i,
// and where it ends. There may be a space on either side of the sign.
func after(line string, i int, signs ...string) (n, end int, ok bool) {
	rest := strings.TrimPrefix(line[i:], " ")
	for _, sign := range signs {
		if tail, found := strings.CutPrefix(rest, sign); found {
			tail = strings.TrimPrefix(tail, " ")
			start := len(line) - len(tail)
			n, end = number(line, start)
			return n, end, end > start && end-start <= 2
		}
	}
	return 0, i, false
}

// afterDay returns where the sign of a day, or the T of an ISO time, ends
// behind its number.
func afterDay(line string, at int) int {
	rest := strings.TrimPrefix(line[at:], " ")
	for _, sign := range [...]string{"日", "号", "號"} {
		if strings.HasPrefix(rest, sign) {
			return len(line) - len(rest) + len(sign)
		}
	}
	if strings.HasPrefix(line[at:], "t") {
		return at + 1
	}
	return at
}

// afterPoint returns where the point of an abbreviation at i ends.
func afterPoint(line string, i int) int {
	return len(line) - len(strings.TrimPrefix(line[i:], "."))
}

// number returns the number at i and where it ends.
func number(line string, i int) (n, end int) {
	end = i
	for end < len(line) && line[end] >= '0' && line[end] <= '9' && end-i < 10 {
		end++
	}
	n, _ = strconv.Atoi(line[i:end])
	return n, end
}

// wordEnd returns where the letters from i on end, Chinese characters aside.
func wordEnd(line string, i int) int {
	for i < len(line) {
		r, size := utf8.DecodeRuneInString(line[i:])
		if !unicode.IsLetter(r) || isHan(r) {
			break
		}
		i += size
	}
	return i
}

// isWord tells whether a byte belongs to a word or number of ASCII.
func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z'
}
