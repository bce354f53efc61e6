package timex

import (
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
)

// digits reads digits from i on. Numbers that are too long to be of use stay
// at maxNumber.
func digits(text string, i int) (n, count, end int) {
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		d := edtf.Digit(r)
		if d < 0 {
			break
		}
		n = min(n*10+d, maxNumber)
		count = min(count+1, 20)
		i += size
	}
	return n, count, i
}

const maxNumber = 1_000_000_000

// number reads a number in digits with all that is glued to it: thousands,
// decimals, "1990s", "21st", "18h30", "7:15", "2025-11-12".
func (s *scanner) number() {
	start := s.pos
	n, count, end := digits(s.text, start)
	t := token{start: start, end: end, num: n, digits: uint8(count), flags: flagNumber}
	switch {
	case s.isoDate(&t), s.clock(&t), s.manyParts(&t), s.thousands(&t):
	default:
		s.suffix(&t)
		s.classify(&t)
	}
	s.pos = t.end
	s.push(t)
	s.numberContext()
}

// at returns the byte at i, or 0 past the end.
func (s *scanner) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

// isoDate reads 2025-11-12 and 2025/11/12, and 12/11/2025 where a day over 12
// tells the order or the language does.
func (s *scanner) isoDate(t *token) bool {
	sep := s.at(t.end)
	if sep != '-' && sep != '/' && sep != '.' || !isDigit(s.at(t.end+1)) {
		return false
	}
	b, bn, end := digits(s.text, t.end+1)
	if s.at(end) != sep || !isDigit(s.at(end+1)) || bn > 2 {
		return sep == '/' && s.dayOfMonth(t, b, end)
	}
	c, cn, end := digits(s.text, end+1)
	if isDigit(s.at(end+1)) && s.at(end) == sep {
		return false
	}
	y, m, d := t.num, b, c
	if t.digits != 4 || cn > 2 {
		if t.digits > 2 || cn != 4 && (cn != 2 || sep == '-' || sep == '.' && bn != 2) {
			return false
		}
		y = c
		if m, d = s.ordered(t.num, b); sep != '/' {
			m, d = b, t.num
		}
		t.digits = uint8(cn)
	}
	if t.digits == 2 {
		y = 2000 + c // the text tells which century
	}
	if !exists(y, m, d) {
		return false
	}
	t.num, t.end, t.bits = (y*100+m)*100+d, end, classISO.bit()
	return true
}

// ordered returns month and day of a/b: a number over 12 is the day, else the
// language's habit tells.
func (s *scanner) ordered(a, b int) (month, day int) {
	if b > 12 || a <= 12 && !s.g.elisions {
		return a, b
	}
	return b, a
}

// dayOfMonth reads 25/11, which ends at end, as a number that some words make a
// date.
func (s *scanner) dayOfMonth(t *token, b, end int) bool {
	m, d := s.ordered(t.num, b)
	if t.digits > 2 || t.num > 12 && !s.g.elisions || s.at(end) == '/' || s.at(end) == '.' && isDigit(s.at(end+1)) || s.at(end) == '-' || !exists(2000, m, d) {
		return false
	}
	t.num, t.end, t.bits = m*100+d, end, classMD.bit()
	t.flags |= flagFraction
	return true
}

// clock reads 7:15, 15:30:20 and the French 18h30, 18 h 30.
func (s *scanner) clock(t *token) bool {
	if t.digits > 2 || t.num > 24 {
		return false
	}
	i := t.end
	switch {
	case s.at(i) == ':':
		i++
	case s.text[i:min(i+3, len(s.text))] == "：":
		i += 3
	case s.g.elisions && (s.at(i) == 'h' || s.at(i) == ' ' && s.at(i+1) == 'h' && !isLetterByte(s.at(i+2))):
		return s.frenchHour(t)
	case s.at(i) == 'h' && isDigit(s.at(i+1)) && isDigit(s.at(i+2)):
		return s.frenchHour(t)
	default:
		return false
	}
	m, mn, end := digits(s.text, i)
	if mn != 2 || m > 59 {
		return false
	}
	if s.at(end) == ':' && isDigit(s.at(end+1)) {
		_, _, end = digits(s.text, end+1)
	}
	t.num, t.end, t.bits = t.num*100+m, end, classClock.bit()
	return true
}

// frenchHour reads "18h", "18 h", "18h30", "18 h 30".
func (s *scanner) frenchHour(t *token) bool {
	i := t.end
	if s.at(i) == ' ' {
		i++
	}
	i++
	if isLetterByte(s.at(i)) {
		return false
	}
	end := i
	if s.at(i) == ' ' {
		i++
	}
	m, mn, after := digits(s.text, i)
	if mn == 2 && m <= 59 && !isLetterByte(s.at(after)) && (s.at(after) != ',' || !isDigit(s.at(after+1))) {
		end = after
	} else {
		m = 0
	}
	t.num, t.end, t.bits = t.num*100+m, end, classClock.bit()
	return true
}

// manyParts swallows what is no date: 613-555-1998, 555-1998, 978-3-16, 192.168.1.1,
// 1/2.
func (s *scanner) manyParts(t *token) bool {
	parts, end, slash, last := 0, t.end, false, 0
	for {
		c := s.at(end)
		if c != '-' && c != '.' && c != '/' || !isDigit(s.at(end+1)) {
			break
		}
		slash = slash || c != '-'
		_, last, end = digits(s.text, end+1)
		parts++
	}
	phone := t.digits == 3 && last == 4
	if parts == 0 || parts == 1 && !slash && !phone {
		return false
	}
	t.end = end
	t.flags |= flagFraction
	return true
}

// thousands reads 1,243, in French 1 243, and decimals 30,4: quantities, never days
// or years.
func (s *scanner) thousands(t *token) bool {
	if size := s.frenchGap(t.end); size > 0 && t.digits <= 3 {
		return s.frenchThousands(t, size)
	}
	if s.at(t.end) != ',' || !isDigit(s.at(t.end+1)) {
		return false
	}
	n, count, end := digits(s.text, t.end+1)
	if count == 3 && t.digits <= 3 {
		t.num = min(t.num*1000+n, maxNumber)
		for s.at(end) == ',' && isDigit(s.at(end+1)) {
			_, _, end = digits(s.text, end+1)
		}
		t.bits = classNum.bit() | classCount.bit()
	} else if s.g.elisions {
		t.flags |= flagFraction
	} else {
		return false
	}
	t.end = end
	return true
}

// frenchThousands reads the rest of 1 243, whose gap has so many bytes.
func (s *scanner) frenchThousands(t *token, gap int) bool {
	n, count, end := digits(s.text, t.end+gap)
	if count != 3 || s.at(end) == '-' && isDigit(s.at(end+1)) { // a telephone's
		return false
	}
	t.num, t.end = t.num*1000+n, end
	t.bits = classNum.bit() | classCount.bit()
	return true
}

// frenchGap returns the length of the space at i, if French writes it between
// thousands and a digit follows, or 0.
func (s *scanner) frenchGap(i int) int {
	if !s.g.elisions {
		return 0
	}
	for _, gap := range [...]string{" ", "\u00a0", "\u202f"} {
		if strings.HasPrefix(s.text[i:], gap) && isDigit(s.at(i+len(gap))) {
			return len(gap)
		}
	}
	return 0
}

// suffix reads the letters glued to a number: "1990s", "21st", "1er".
func (s *scanner) suffix(t *token) {
	i := t.end
	for i < len(s.text) && isASCIILetter(s.text[i]) && i-t.end < 5 {
		i++
	}
	w := s.text[t.end:i]
	if i == t.end && apostropheAt(s.text, i) == 1 && s.at(i+1) == 's' && t.num%10 == 0 && !isLetterByte(s.at(i+2)) {
		w, i = "s", i+2
	}
	switch w {
	case "":
		return
	case "s":
		if t.num%10 == 0 && (t.digits == 4 || t.digits == 2) {
			t.bits, t.end = classDecade.bit(), i
			return
		}
	case "st", "nd", "rd", "th", "er", "e", "eme", "ère", "re":
		t.bits |= classOrd.bit()
		if t.num <= 31 {
			t.bits |= classDay.bit()
		}
		t.end = i
		return
	case "am", "pm", "AM", "PM", "h", "H":
		return // a word of its own
	}
	if len(w) > 0 && !isWide(s.at(t.end)) {
		t.flags |= flagFraction // a code such as 5G or 40km
	}
}

func isWide(c byte) bool { return c >= utf8.RuneSelf }

// classify says what a plain number can be.
func (s *scanner) classify(t *token) {
	if t.is(flagFraction) || t.has(classOrd) || t.has(classDecade) {
		return
	}
	t.bits |= numberBits(t.num, int(t.digits))
}

func numberBits(n, digits int) bits {
	b := classNum.bit() | classCount.bit()
	if n >= 1 && n <= 31 && digits <= 2 {
		b |= classDay.bit()
	}
	if n >= 1 && n <= 12 && digits <= 2 {
		b |= classMM.bit()
	}
	if n <= 24 && digits <= 2 {
		b |= classHour.bit()
	}
	if n <= 59 && digits <= 2 {
		b |= classMinute.bit()
	}
	if digits == 4 && n >= 1000 && n <= 2199 {
		b |= classYear.bit()
	}
	if digits == 2 {
		b |= classYear2.bit()
	}
	return b
}

// numberContext takes back what the token before or behind rules out: "C-70",
// "$1998", "No. 2015", "#12", "Boeing-737", "14.5".
func (s *scanner) numberContext() {
	n := len(s.toks)
	t := &s.toks[n-1]
	if c := s.at(t.end); c == '%' || c == '$' {
		t.bits = 0
		return
	}
	if n < 2 {
		return
	}
	prev := s.toks[n-2]
	glued := prev.end == t.start || prev.end == t.start-1 && s.text[prev.end] == '-'
	switch {
	case prev.has(classNumbered):
		t.bits = 0
	case glued && prev.has(classMeasure) && (s.text[prev.start] < utf8.RuneSelf || prev.end-prev.start < 3 || s.text[prev.start:prev.end] == "€"):
		t.bits = 0
	case glued && prev.is(flagWord) && prev.bits == 0 && !isWide(s.text[prev.start]):
		t.bits = 0
	}
}

// apostropheYear reads '93 and '80s after an apostrophe at i that no word goes
// before.
func (s *scanner) apostropheYear(i int) bool {
	if i > 0 && (isLetterByte(s.text[i-1]) || s.text[i-1] == '\'') || !isDigit(s.at(i+1)) || !isDigit(s.at(i+2)) || isDigit(s.at(i+3)) {
		return false
	}
	n, _, end := digits(s.text, i+1)
	t := token{start: i, end: end, num: n, digits: 2, flags: flagNumber}
	s.suffix(&t)
	if !t.has(classDecade) {
		t.bits = classYear2.bit() | classYear.bit()
	}
	s.pos = t.end
	s.push(t)
	return true
}

func exists(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= 31 && y > 0 && y < 10000 && dayExists(y, m, d)
}
