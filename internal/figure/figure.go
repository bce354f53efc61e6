// Package figure knows how prose in English, French and Chinese writes
// amounts: "$83.7 billion", "41,7 milliards de dollars américains", "417亿美元",
// "6.1%", "4.9万辆".
//
// A [Figure] is a number with what it counts. Only numbers that say so are
// found: years, days and bare counts are none. Which of a sentence's figures
// is the one that matters, and of which period, is not decided here. The words
// stand in data/figures.yaml, for a speaker of the language to correct.
package figure

import (
	"iter"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Figure is an amount in a text.
type Figure struct {
	source.Span         // of number, scale, unit and sign
	Value       float64 // 83.7e9 for "$83.7 billion", 6.1 for "6.1%"
	Unit        string  // "dollar", "yuan", "percent", "tonne", "person", …; "" where only a scale is told
	Currency    string  // ISO 4217, where the text says it; "" for a dollar of no told country
	Measure     string  // "trade", "imports", …: see [Measured]
}

// Code is the currency where there is one, else the unit.
func (f Figure) Code() string {
	if f.Currency != "" {
		return f.Currency
	}
	return f.Unit
}

// Money tells whether the figure is an amount of money.
func (f Figure) Money() bool {
	for i := range tables()[lang.EN].units {
		if r := tables()[lang.EN].units[i].row; r.Unit == f.Unit {
			return r.Money
		}
	}
	return false
}

// Agrees tells whether two figures can be one: the same value of the same
// unit, in currencies that do not differ where both are told, and of measures
// that do not differ where both are told.
func (f Figure) Agrees(g Figure) bool {
	return f.Value == g.Value && f.Unit == g.Unit && open(f.Currency, g.Currency) && open(f.Measure, g.Measure)
}

func open(a, b string) bool { return a == b || a == "" || b == "" }

// Find yields the figures of a text from left to right, apart from each other.
// Unknown languages are read as English.
func Find(text string, l lang.Lang) iter.Seq[Figure] {
	return func(yield func(Figure) bool) {
		w := &tables()[l]
		done := 0
		for i := 0; i < len(text); {
			if !isDigit(text[i]) {
				i++
				continue
			}
			end := numeral(text, i)
			if f, ok := w.figure(text, source.Span{Start: i, End: end}, done, l); ok {
				if !yield(f) {
					return
				}
				done = f.End
				end = max(end, f.End)
			}
			i = end
		}
	}
}

// figure reads the number at span with what stands around it, from the offset
// done on.
func (w *words) figure(text string, span source.Span, done int, l lang.Lang) (Figure, bool) {
	if r, _ := utf8.DecodeLastRuneInString(text[:span.Start]); span.Start > done && unicode.IsLetter(r) && r < 0x2E80 && !w.signed(text[done:span.Start]) {
		return Figure{}, false // "G7", "C919"
	}
	number := span.Of(text)
	f := Figure{Span: span}
	power := 0
	if r, end := match(w.scales, text, f.End); r != nil {
		power, f.End = r.Power, end
	}
	r, end := match(w.units, text, afterOf(text, f.End))
	if r != nil {
		f.Unit, f.Currency, f.End = r.Unit, r.Currency, end
	}
	if r, start := w.sign(text[done:span.Start]); r != nil && (f.Unit == "" || f.Unit == r.Unit) {
		f.Unit, f.Start = r.Unit, done+start
		if f.Currency == "" {
			f.Currency = r.Currency
		}
	}
	if power == 0 && f.Unit == "" || isYear(number) && power == 0 && (f.Unit == "person" || f.Unit == "") {
		return Figure{}, false
	}
	v, err := strconv.ParseFloat(plain(number, power, l)+"e"+strconv.Itoa(power), 64)
	if err != nil || math.IsInf(v, 0) {
		return Figure{}, false
	}
	f.Value = v
	return f, true
}

// afterOf is where a unit may begin after a scale: "milliards de dollars",
// "d'euros".
func afterOf(text string, at int) int {
	rest := strings.TrimLeft(text[at:], " \u00a0\u202f")
	for _, of := range []string{"de ", "d'", "d’"} {
		if tail, ok := strings.CutPrefix(rest, of); ok {
			return len(text) - len(tail)
		}
	}
	return at
}

// match returns the longest word that stands at the offset, or after a blank or
// hyphen there, and where it ends.
func match(all []word, text string, at int) (*row, int) {
	rest := strings.TrimLeft(text[at:], " \u00a0\u202f-")
	if len(text)-len(rest)-at > 3 {
		return nil, 0
	}
	from := len(text) - len(rest)
	for _, w := range all {
		if len(rest) >= len(w.text) && w.is(rest[:len(w.text)]) && borders(rest, len(w.text)) {
			return w.row, from + len(w.text)
		}
	}
	return nil, 0
}

// is tells whether text is the word.
func (w *word) is(text string) bool {
	if text == "" || text[0] < utf8.RuneSelf && text[0] != w.text[0] && text[0]|0x20 != w.text[0] {
		return text == w.text
	}
	return text == w.text || !w.bare && strings.ToLower(text) == w.text
}

// borders tells whether a word that ends at the offset ends there as a word.
func borders(text string, end int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	next, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(last) || last >= 0x2E80 || end == len(text) || !unicode.IsLetter(next) || next >= 0x2E80
}

// sign returns the longest sign that text ends with and where it starts.
func (w *words) sign(text string) (*row, int) {
	text = strings.TrimRight(text, " \u00a0\u202f")
	for _, s := range w.signs {
		start := len(text) - len(s.text)
		if start < 0 || !s.is(text[start:]) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(s.text)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		if unicode.IsLetter(first) && first < 0x2E80 && unicode.IsLetter(before) && before < 0x2E80 {
			continue
		}
		return s.row, start
	}
	return nil, 0
}

func (w *words) signed(text string) bool {
	r, _ := w.sign(text)
	return r != nil
}

// numeral returns where the number that starts at the offset ends.
func numeral(text string, start int) int {
	end := start
	for end < len(text) {
		n := digits(text[end:])
		if n == 0 {
			break
		}
		end += n
	}
	return start + len(strings.TrimRight(text[start:end], ",. \u00a0\u202f"))
}

// digits returns the length of the digit, point or separator at the start of
// text, 0 if there is none. A blank separates thousands when three digits
// follow and no more.
func digits(text string) int {
	switch {
	case isDigit(text[0]):
		return 1
	case text[0] == '.' || text[0] == ',':
		if len(text) > 1 && isDigit(text[1]) {
			return 1
		}
		return 0
	}
	for _, space := range [...]string{" ", "\u00a0", "\u202f"} {
		rest, ok := strings.CutPrefix(text, space)
		if ok && allDigits(rest, 3) && !allDigits(rest, 4) {
			return len(space)
		}
	}
	return 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// allDigits tells whether text starts with n digits.
func allDigits(text string, n int) bool {
	if len(text) < n {
		return false
	}
	for i := range n {
		if !isDigit(text[i]) {
			return false
		}
	}
	return true
}

// withoutSpaces takes out what parts thousands in French.
var withoutSpaces = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "")

// plain writes a number with a point and without separators. Where one comma
// stands alone it separates thousands if exactly three digits follow, and none
// of French prose, where it is the point, or before a scale, which nobody
// writes after thousands.
func plain(number string, power int, l lang.Lang) string {
	number = withoutSpaces.Replace(number)
	commas, points := strings.Count(number, ","), strings.Count(number, ".")
	whole, rest, _ := strings.Cut(number, ",")
	switch {
	case commas == 1 && points == 0 && (len(rest) != 3 || l == lang.FR && power > 0 || len(whole) > 3):
		return whole + "." + rest
	case points > 1:
		number = strings.ReplaceAll(number, ".", "")
	}
	return strings.ReplaceAll(number, ",", "")
}

func isYear(s string) bool {
	return len(s) == 4 && allDigits(s, 4) && (s[:2] == "18" || s[:2] == "19" || s[:2] == "20")
}

// Measured returns what the statistics of this relation are of: the measure
// whose word stands nearest before the offset in text, else after it, "" where
// no word does.
func Measured(text string, offset int, l lang.Lang) string {
	best, distance := "", len(text)+1
	for _, w := range tables()[l].measures {
		for at := 0; ; {
			i := indexWord(text[at:], w)
			if i < 0 {
				break
			}
			start := at + i
			d := offset - start - len(w.text)
			if start >= offset {
				d = len(text) + start - offset
				d = min(d, len(text))
			}
			if d < distance {
				best, distance = w.row.Measure, d
			}
			at = start + len(w.text)
		}
	}
	return best
}

// indexWord returns where the word stands in text for the first time, -1 where
// it does not.
func indexWord(text string, w word) int {
	for at := 0; ; {
		i := indexFold(text[at:], w.text)
		if i < 0 {
			return -1
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		first, size := utf8.DecodeRuneInString(text[at:])
		if (first >= 0x2E80 || !unicode.IsLetter(before)) && borders(text, at+len(w.text)) {
			return at
		}
		at += size
	}
}

// indexFold is strings.Index for a word in lower case of which text may have
// the first letter as a capital.
func indexFold(text, word string) int {
	i := strings.Index(text, word)
	if word[0] >= 'a' && word[0] <= 'z' {
		if j := strings.Index(text, string(word[0]-'a'+'A')+word[1:]); j >= 0 && (i < 0 || j < i) {
			return j
		}
	}
	return i
}
