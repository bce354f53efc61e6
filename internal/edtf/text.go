package edtf

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lang"
)

// ErrNoDate is the error of [ScanText] where a text does not begin with a date.
var ErrNoDate = errors.New("no date")

// ParseText reads EDTF, or a date as people write it in front matter and
// headings: "13 October 1970", "Oct. 13, 1970", "c. 1960", "vers 1960", "the
// 1970s", "16–17 octobre 2025", "1970年10月13日". The language l is tried first,
// then the others. White space around the date is fine. What has two readings,
// such as 5/10/1970, or none is an error, a *[ParseError].
func ParseText(s string, l lang.Lang) (Date, error) {
	t := text{in: s, whole: true}
	d, n, err := t.scan(l)
	if err == nil {
		if rest := strings.TrimSpace(s[n:]); rest != "" && rest != "." && rest != "。" {
			err = &ParseError{Offset: n + strings.Index(s[n:], rest), Problem: "what follows the date is not part of it", Hint: "leave it out"}
		}
	}
	if err == nil {
		return d, nil
	}
	var e *ParseError
	if !errors.As(err, &e) {
		e = &ParseError{Problem: "this is not a date", Hint: "write YYYY-MM-DD, YYYY-MM or YYYY, or a date in words such as 13 October 1970"}
		if strings.TrimSpace(s) == "" {
			e.Problem = "it is empty"
		}
	}
	e.Input = s
	return Date{}, e
}

// ScanText reads the longest date at the start of s, as in ParseText, and returns
// the number of bytes it takes, with the white space, the list or heading mark
// of Markdown or the bullet that may stand before it. It does not ask what
// follows, only that the date does not end within a word. The error is ErrNoDate
// if there is none, or a *[ParseError], with n still telling how far the date
// reaches, if what begins s must be meant for a date and is not one.
func ScanText(s string, l lang.Lang) (d Date, n int, err error) {
	return ScanWithin(s, l, Date{})
}

// ScanWithin is ScanText for an entry that leaves out what its heading says: the
// year if the heading, in, lies within one, or the month too if it lies within
// one month. A day alone, as "13" within October 1970, must have a colon or a dash
// after it.
func ScanWithin(s string, l lang.Lang, in Date) (d Date, n int, err error) {
	start := leadingMark(s)
	t := text{in: s[start:]}
	t.within(in)
	d, n, err = t.scan(l)
	if n > 1 && err == nil && t.in[0] == '-' {
		d, err = Date{}, &ParseError{
			Problem: "this may be a year before 1, or a list mark without a space",
			Hint:    "write a space after the mark, or the year as in 44 BC",
		}
	}
	var e *ParseError
	if errors.As(err, &e) {
		e.Input = s
		e.Offset += start
	}
	if n > 0 {
		n += start
	}
	return d, n, err
}

// leadingMark returns the length of the white space and of one bullet or heading
// mark at the start of a line.
func leadingMark(s string) int {
	n := leadingSpace(s)
	mark := s[n:]
	r, size := utf8.DecodeRuneInString(mark)
	switch r {
	case '#':
		size = len(mark) - len(strings.TrimLeft(mark, "#"))
	case '-', '*', '+', '•', '·', '‣', '▪', '–':
	default:
		return n
	}
	if space := leadingSpace(mark[size:]); space > 0 {
		return n + size + space
	}
	return n
}

// A text is what may begin with a date, and what its surroundings say of it.
type text struct {
	in          string
	whole       bool // the date must take all of it
	year, month int  // what the date may leave out
	hasYear     bool // year is known
}

// within notes the year and the month that d lies in.
func (t *text) within(d Date) {
	if d.IsZero() {
		return
	}
	y1, m1, _ := d.first.Date()
	y2, m2, _ := d.last.Date()
	if y1 != y2 {
		return
	}
	t.year, t.hasYear = y1, true
	if m1 == m2 {
		t.month = m1
	}
}

// A reading is what a text gives when it is read in one way: a date up to an
// offset, or the reason why there is none.
type reading struct {
	x   expr
	end int
	err *ParseError
	// firm is whether err stands even though a shorter date could be read.
	firm bool
}

// scan reads the date at the start of t: as EDTF, in the language l, and in the
// others if there is more to be had.
func (t *text) scan(l lang.Lang) (Date, int, error) {
	best := t.edtf()
	if !t.takesAll(&best) {
		best = better(best, t.read(l))
	}
	for _, other := range lang.All {
		enough := t.takesAll(&best) || best.isDate() && !t.whole && l != lang.Unknown
		if other != l && !enough {
			best = better(best, t.read(other))
		}
	}
	switch {
	case best.err != nil:
		return Date{}, best.end, best.err
	case best.end == 0:
		return Date{}, 0, ErrNoDate
	}
	return best.x.date(), best.end, nil
}

// takesAll reports whether r is a date that takes all of t.
func (t *text) takesAll(r *reading) bool {
	return r.isDate() && strings.TrimSpace(t.in[r.end:]) == ""
}

// read reads t as a date in words. No date in Chinese begins with a letter of the
// Latin alphabet, and none in the others with a Chinese one.
func (t *text) read(l lang.Lang) reading {
	first, _ := utf8.DecodeRuneInString(t.in[leadingSpace(t.in):])
	han := unicode.Is(unicode.Han, first)
	switch {
	case l == lang.ZH && (han || !unicode.IsLetter(first)):
		return t.chinese()
	case l == lang.FR && !han:
		return t.latin(&french, frenchWords)
	case l == lang.EN && !han:
		return t.latin(&english, englishWords)
	}
	return reading{}
}

// better returns the reading that goes further, the first if they go equally
// far. An error gives way to any date, unless it is firm and goes as far.
func better(a, b reading) reading {
	switch {
	case a.isDate() && b.isDate():
		if b.end > a.end {
			return b
		}
	case a.isDate():
		if b.firm && b.end >= a.end {
			return b
		}
	case b.isDate():
		if !a.firm || a.end < b.end {
			return b
		}
	case b.firm && !a.firm, b.firm == a.firm && b.end > a.end:
		return b
	}
	return a
}

func (r *reading) isDate() bool { return r.err == nil && r.end > 0 }

// maxEDTF bounds the part of a text that is tried as EDTF, unless it is the whole.
const maxEDTF = 256

// edtf reads the longest EDTF string at the start of t.
func (t *text) edtf() reading {
	lead := leadingSpace(t.in)
	run := edtfRun(t.in[lead:])
	for n := len(run); n > 0; n-- {
		if n < len(run) && n > maxEDTF {
			n = maxEDTF
		}
		if !t.endsAt(lead + n) {
			continue
		}
		if x, err := readExpr(run[:n]); err == nil && !t.isBare(run[:n]) {
			return reading{x: x, end: lead + n}
		}
	}
	if x, ok := t.spacedSet(); ok {
		return reading{x: x, end: len(t.in)}
	}
	return t.badEDTF(lead, run)
}

// spacedSet reads a text that is a set with spaces between its members, which is
// how earlier drafts of EDTF had them.
func (t *text) spacedSet() (expr, bool) {
	s := strings.TrimSpace(t.in)
	if !t.whole || s == "" || s[0] != '[' && s[0] != '{' {
		return expr{}, false
	}
	x, err := readExpr(strings.Join(strings.Fields(s), ""))
	return x, err == nil
}

// badEDTF tells what is wrong with a run that was meant for EDTF: a set, or a
// year of four digits with a hyphen or a slash and more after it, or all of the
// text.
func (t *text) badEDTF(lead int, run string) reading {
	all := t.whole && run != "" && strings.TrimSpace(t.in) == run
	run = strings.TrimRight(run, ".,:-/")
	if !all && !meantForEDTF(run) {
		return reading{}
	}
	_, err := readExpr(run)
	switch {
	case err == nil && !all:
		return reading{}
	case err == nil:
		err = &ParseError{Problem: "a year has four digits", Hint: "write it in full, or 19XX for a century and 197X for a decade"}
	}
	err.Offset += lead
	return reading{err: err, end: lead + len(run), firm: isPlain(run)}
}

// meantForEDTF reports whether s looks like EDTF gone wrong.
func meantForEDTF(s string) bool {
	if len(s) < 6 || s[0] == '[' || s[0] == '{' {
		return len(s) >= 6
	}
	return !strings.Contains(s[:4], "-") && len(strings.Trim(s[:4], digitsAndX)) == 0 &&
		(s[4] == '-' || s[4] == '/') && strings.IndexByte(digitsAndX, s[5]) >= 0
}

const digitsAndX = "0123456789X"

// isPlain reports whether s has the form YYYY-MM or YYYY-MM-DD, which cannot be
// meant for anything but EDTF, or that of a set.
func isPlain(s string) bool {
	if s == "" || s[0] == '[' || s[0] == '{' {
		return s != ""
	}
	for i := range len(s) {
		if hyphen := i == 4 || i == 7; hyphen != (s[i] == '-') || !hyphen && strings.IndexByte(digitsAndX, s[i]) < 0 {
			return false
		}
	}
	return len(s) == len("YYYY-MM") || len(s) == len("YYYY-MM-DD")
}

// edtfRun returns the characters at the start of s that EDTF is written in.
func edtfRun(s string) string {
	end := len(s)
	for i := range len(s) {
		if !isDigit(s[i]) && strings.IndexByte("-/.?~%XYEST:Z+,[]{}", s[i]) < 0 {
			end = i
			break
		}
	}
	return s[:end]
}

// isBare reports whether s is EDTF that people do not mean by what they write: a
// number of two or three digits, which would be a century or a decade, or, where
// a text goes on, a string without any digit.
func (t *text) isBare(s string) bool {
	digits := strings.TrimRight(strings.TrimLeft(s, "-"), "?~%")
	return len(digits) < 4 || !t.whole && !strings.ContainsAny(digits, "0123456789")
}

// endsAt reports whether a date may end at an offset: not within a word or a
// number, nor before a hyphen, slash or point that goes on with one.
func (t *text) endsAt(n int) bool {
	rest := t.in[n:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case size == 0:
		return true
	case unicode.IsLetter(r) || Digit(r) >= 0:
		// Chinese has no spaces, but a number before a noun counts things.
		return unicode.Is(unicode.Han, r) && !isDateHan(r) && n > 0 && !isDigit(t.in[n-1])
	}
	switch markOf(r) {
	case hyphen, slash, dot:
		next, _ := utf8.DecodeRuneInString(rest[size:])
		return Digit(next) < 0
	}
	return true
}
