package edtf

import "unicode/utf8"

// inDigits reads a date in EDTF, such as 1970-10-13, or one like 1970.10.13 or
// 1970/10/13.
func (g *han) inDigits(t *term) bool {
	rest := g.rest()
	run := pointRun(rest)
	for n := len(run); n > len("1970"); n-- {
		p, err := readPoint(run[:n])
		if err != nil || p.qual != [3]qual{} || n < len(rest) && (isDigit(rest[n]) || rest[n] == '-') {
			continue
		}
		g.pos += n
		g.setDigits(t, p)
		return true
	}
	y, m, d, n := slashed(rest)
	if n == 0 {
		return false
	}
	p := newPoint(y)
	p.month, p.day = uint8(m), uint8(d)
	g.pos += n
	g.setDigits(t, p)
	return true
}

// setDigits takes p for the date.
func (g *han) setDigits(t *term, p point) {
	t.point, t.hasYear = p, true
	if p.lastComponent() == atDay {
		g.digital = g.pos
	}
}

// slashed reads year, month and day parted by slashes or points, and returns how
// many bytes they take, 0 if there are none.
func slashed(s string) (y, m, d, n int) {
	var parts [3]int
	for i := range parts {
		if i > 0 {
			if n >= len(s) || s[n] != '/' && s[n] != '.' || i == 2 && s[n] != s[4] {
				return 0, 0, 0, 0
			}
			n++
		}
		start := n
		for n < len(s) && isDigit(s[n]) && n-start < 4 {
			parts[i] = parts[i]*10 + int(s[n]-'0')
			n++
		}
		if digits := n - start; i == 0 && digits != 4 || i > 0 && (digits < 1 || digits > 2) {
			return 0, 0, 0, 0
		}
	}
	y, m, d = parts[0], parts[1], parts[2]
	if m < 1 || m > 12 || d < 1 || n < len(s) && isDigit(s[n]) {
		return 0, 0, 0, 0
	}
	return y, m, d, n
}

// number reads a number in digits, ASCII or full-width, or in Chinese
// characters, and returns how many digits it has; 0 if there is none.
func (g *han) number() (n, digits int) {
	start := g.pos
	for g.pos < len(g.in) {
		r, size := utf8.DecodeRuneInString(g.rest())
		d := Digit(r)
		if d < 0 {
			break
		}
		n, digits = n*10+d, digits+1
		g.pos += size
		if digits > 4 {
			g.pos = start
			return 0, 0
		}
	}
	if digits > 0 {
		return n, digits
	}
	return g.hanNumber()
}

// hanNumber reads a number in Chinese characters: 一九七〇, digit by digit, or
// 三十二.
func (g *han) hanNumber() (n, digits int) {
	start := g.pos
	tens := false
	for g.pos < len(g.in) {
		r, size := utf8.DecodeRuneInString(g.rest())
		d, ten := HanDigit(r), hanTens(r)
		switch {
		case ten != 0 && !tens && digits <= 1 && (digits == 0 || ten == 10 && n > 0):
			n, digits, tens = max(n, 1)*ten, 2, true
		case d >= 0 && tens && n%10 == 0 && digits == 2:
			n, digits = n+d, 3
		case d >= 0 && !tens && digits < 4:
			n, digits = n*10+d, digits+1
		default:
			if ten != 0 || d >= 0 {
				g.pos = start
				return 0, 0
			}
			return n, hanDigits(digits, tens)
		}
		g.pos += size
	}
	return n, hanDigits(digits, tens)
}

// hanDigits returns how many digits a number has as it would be in Arabic
// numerals: 十三, 三十 and 三十二 have two.
func hanDigits(digits int, tens bool) int {
	if tens {
		return 2
	}
	return digits
}
