package edtf

import (
	"fmt"
	"strings"
)

// Parse reads an EDTF string of level 0, 1 or 2. It takes nothing else, not
// even surrounding space: see [ParseText] for what people write. The error is a
// *[ParseError].
func Parse(s string) (Date, error) {
	x, err := readExpr(s)
	if err != nil {
		err.Input = s
		return Date{}, err
	}
	return x.date(), nil
}

// MustParse is Parse for strings that are known to be EDTF. It panics if s is
// not.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// readExpr reads a whole EDTF string.
func readExpr(s string) (expr, *ParseError) {
	if s == "" {
		return expr{}, &ParseError{Problem: "it is empty"}
	}
	if i := strings.IndexAny(s, " \t\r\n\u00a0\u3000"); i >= 0 {
		return expr{}, &ParseError{Offset: i, Problem: "EDTF has no spaces", Hint: "take the space out"}
	}
	if s[0] == '[' || s[0] == '{' {
		return readSet(s)
	}
	if strings.Contains(s, "/") {
		return readInterval(s)
	}
	p, err := readPoint(s)
	return single(p), err
}

// readPoint reads a string that is one point and nothing else.
func readPoint(s string) (point, *ParseError) {
	r := reader{in: s}
	p, err := r.point()
	if err == nil && r.pos < len(s) {
		err = r.trailing()
	}
	return p, err
}

// A reader reads a point from the front of in. Its methods are called in the
// order in which the parts of a point are written.
type reader struct {
	in  string
	pos int
}

// peek returns the next byte, 0 at the end.
func (r *reader) peek() byte {
	if r.pos < len(r.in) {
		return r.in[r.pos]
	}
	return 0
}

func (r *reader) fail(at int, hint, problem string, args ...any) *ParseError {
	return &ParseError{Offset: at, Hint: hint, Problem: fmt.Sprintf(problem, args...)}
}

// point reads a year with what follows it: significant digits, or a month, a
// day and a time of day, with qualifiers on either side of each.
func (r *reader) point() (point, *ParseError) {
	var p point
	left := r.qualifier()
	if r.peek() == 'Y' {
		if err := r.longYear(&p); err != nil || left == 0 {
			return p, err
		}
		return p, r.fail(0, "write the qualifier where it belongs to a year of four digits only", "a year with Y has no qualifier")
	}
	full, err := r.year(&p)
	if err != nil {
		return p, err
	}
	r.qualified(&p, atYear, left)
	switch {
	case r.peek() == 'S':
		return p, r.significant(&p)
	case full && r.peek() == '-':
		if err := r.monthAndDay(&p); err != nil {
			return p, err
		}
	}
	if r.peek() == 'T' {
		return p, r.clock(&p)
	}
	return p, nil
}

// qualifier reads one of ?, ~ and %, if there is one.
func (r *reader) qualifier() qual {
	var q qual
	switch r.peek() {
	case '?':
		q = uncertain
	case '~':
		q = approximate
	case '%':
		q = uncertain | approximate
	default:
		return 0
	}
	r.pos++
	return q
}

// qualified notes the qualifier to the left of a component, which is for that
// one alone, and reads the one to its right, which is for all so far.
func (r *reader) qualified(p *point, component int, left qual) {
	right := r.qualifier()
	for i := atYear; i <= component; i++ {
		p.qual[i] |= right
	}
	p.qual[component] |= left
}

// year reads a year of four characters. Three are a decade and two a century,
// as ISO 8601 has them; full reports that it was four.
func (r *reader) year(p *point) (full bool, err *ParseError) {
	start := r.pos
	if r.peek() == '-' {
		p.neg = true
		r.pos++
	}
	digits := r.run()
	full = len(digits) == 4
	switch {
	case full:
	case len(digits) != 2 && len(digits) != 3:
		return false, r.badYear(start, digits)
	case strings.Contains(digits, "X"):
		return false, r.fail(start, "write four characters, such as 19XX or 197X", "the year has %d characters", len(digits))
	}
	p.setYear(digits)
	if p.neg && p.year == 0 && (p.mask == 0 || !full) {
		return false, r.fail(start, "write 0000 for 1 BC and -0001 for 2 BC", "there is no year -0")
	}
	return full, nil
}

// setYear takes digits and X for the year, those missing at its end for X. The
// sign of p is known.
func (p *point) setYear(digits string) {
	bit := maskYear &^ (maskYear >> 1)
	for i := range 4 {
		p.year *= 10
		if i >= len(digits) || digits[i] == 'X' {
			p.mask |= bit
		} else {
			p.year += int64(digits[i] - '0')
		}
		bit >>= 1
	}
	if p.neg {
		p.year = -p.year
	}
}

// run returns the digits and X that come next.
func (r *reader) run() string {
	start := r.pos
	for c := r.peek(); isDigit(c) || c == 'X'; c = r.peek() {
		r.pos++
	}
	return r.in[start:r.pos]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// badYear tells what is wrong with a year that has not two to four characters.
func (r *reader) badYear(at int, digits string) *ParseError {
	switch {
	case digits == "" && r.peek() == 'u':
		return r.fail(r.pos, "write XXXX", "unspecified digits are X")
	case digits == "":
		return r.fail(at, "write YYYY-MM-DD, YYYY-MM or YYYY", "there is no year")
	case len(digits) == 8 && !strings.Contains(digits, "X"):
		return r.fail(at, "write "+digits[:4]+"-"+digits[4:6]+"-"+digits[6:], "the hyphens are missing")
	case len(digits) > 4:
		return r.fail(at, "write Y before a year of more than four digits", "the year has %d digits", len(digits))
	}
	return r.fail(at, "write four digits", "the year has %d digit", len(digits))
}

// longYear reads a year after its Y: more than four digits, or digits with an
// exponent; significant digits may follow.
func (r *reader) longYear(p *point) *ParseError {
	start := r.pos
	r.pos++
	if r.peek() == '-' {
		p.neg = true
		r.pos++
	}
	from := r.pos
	abs, ok := r.number()
	digits := r.pos - from
	if digits == 0 {
		return r.fail(r.pos, "write digits after Y", "the year has no digits")
	}
	if r.in[from] == '0' {
		return r.fail(from, "", "a year with Y does not begin with 0")
	}
	if r.peek() == 'E' {
		r.pos++
		exponent, read := r.number()
		if ok = ok && read && exponent < 18; ok {
			abs, ok = scale(abs, int(exponent))
		}
	}
	if !ok || abs > maxLongYear {
		return r.fail(start, "", "the year is out of range")
	}
	if abs <= 9999 {
		return r.fail(start, fmt.Sprintf("write %04d", abs), "a year of four digits has no Y")
	}
	p.year = int64(abs)
	if p.neg {
		p.year = -p.year
	}
	if r.peek() == 'S' {
		return r.significant(p)
	}
	return nil
}

// maxLongYear bounds the years that are told apart: it leaves their arithmetic
// well within 64 bits.
const maxLongYear = 999_999_999_999_999_999

// number reads digits. It reports false if there are none or too many.
func (r *reader) number() (n uint64, ok bool) {
	start := r.pos
	for isDigit(r.peek()) {
		if n <= maxLongYear {
			n = n*10 + uint64(r.peek()-'0')
		}
		r.pos++
	}
	return n, r.pos > start && n <= maxLongYear
}

// scale returns n with a number of zeros appended.
func scale(n uint64, zeros int) (uint64, bool) {
	for range zeros {
		if n > maxLongYear {
			return 0, false
		}
		n *= 10
	}
	return n, true
}

// significant reads S and the number of significant digits.
func (r *reader) significant(p *point) *ParseError {
	at := r.pos
	r.pos++
	n, ok := r.number()
	switch {
	case !ok || n == 0 || n > 18:
		return r.fail(at, "write how many digits are significant, such as 1950S2", "S wants a number from 1 to 18")
	case p.mask != 0:
		return r.fail(at, "write either X or S", "a year cannot have both X and significant digits")
	case p.qual[atYear] != 0:
		return r.fail(at, "leave the qualifier out: S says that the year is an estimate", "a year with significant digits has no qualifier")
	}
	p.sig = uint8(n)
	return nil
}

// monthAndDay reads the month or season, and the day if there is one.
func (r *reader) monthAndDay(p *point) *ParseError {
	at, left, err := r.component(p, "month")
	if err != nil {
		return err
	}
	p.month = r.twoDigits(p, at, 2)
	r.qualified(p, atMonth, left)
	dayAt := -1
	if r.peek() == '-' {
		if dayAt, left, err = r.component(p, "day"); err != nil {
			return err
		}
		p.day = r.twoDigits(p, dayAt, 0)
		r.qualified(p, atDay, left)
	}
	return r.checkDate(p, at, dayAt)
}

// component passes over the hyphen, the left qualifier and the two characters
// of a month or day and returns where the characters are.
func (r *reader) component(p *point, name string) (at int, left qual, err *ParseError) {
	r.pos++
	left = r.qualifier()
	at = r.pos
	digits := r.run()
	if len(digits) == 2 {
		return at, left, nil
	}
	switch {
	case digits == "":
		err = r.fail(at, "write two digits", "there is no %s after the hyphen", name)
	case name == "month" && len(digits) == 1 && r.pos == len(r.in) && int64(digits[0]-'0') > p.year%10 && p.mask == 0:
		err = r.fail(at, fmt.Sprintf("write %04d-0%s for the month or %04d/%04d for the years", p.year, digits, p.year, p.year/10*10+int64(digits[0]-'0')),
			"the month has one digit")
	case len(digits) == 1 && digits != "X" && digits != "0":
		err = r.fail(at, "write 0"+digits, "the %s has one digit", name)
	case name == "month" && len(digits) == 4 && p.mask == 0:
		err = r.fail(at, "write "+r.in[:r.pos-5]+"/"+digits+" for the years from one to the other", "the month has 4 digits")
	default:
		err = r.fail(at, "write two digits", "the %s has %d characters", name, len(digits))
	}
	return at, left, err
}

// twoDigits returns the two characters at a place as a number, 0 for X, and
// notes the X in the mask shifted left.
func (r *reader) twoDigits(p *point, at int, shift uint) uint8 {
	var n uint8
	for i := range 2 {
		n *= 10
		if c := r.in[at+i]; c == 'X' {
			p.mask |= 2 >> i << shift
		} else {
			n += c - '0'
		}
	}
	return n
}
