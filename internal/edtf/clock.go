package edtf

import "strings"

// clock reads a time of day, hh:mm:ss, with a fraction of a second and an offset
// from UTC if there are any. It is kept as text: to this package a time is a
// part of its day, on the day that is written.
func (r *reader) clock(p *point) *ParseError {
	start := r.pos
	if p.lastComponent() != atDay || p.mask != 0 || p.allQual() != 0 {
		return r.fail(start, "leave the time out", "only a whole day without qualifiers has a time")
	}
	r.pos++
	h, okH := r.clockDigits(24, 'T')
	m, okM := r.clockDigits(59, ':')
	s, okS := r.clockDigits(59, ':')
	if !okH || !okM || !okS {
		return r.fail(start+1, "write hh:mm:ss, such as 09:30:00", "there is no such time")
	}
	if r.peek() == '.' {
		r.pos++
		digits := r.pos
		if _, ok := r.number(); !ok && r.pos == digits {
			return r.fail(digits, "write digits after the point", "the fraction of a second has no digits")
		}
	}
	time := r.in[start:r.pos]
	if h == 24 && (m != 0 || s != 0 || strings.Trim(time[len("Thh:mm:ss"):], ".0") != "") {
		return r.fail(start+1, "only 24:00:00 is the end of a day", "there is no time after 24:00:00")
	}
	offset, err := r.offset()
	p.clock = time + offset
	return err
}

// clockDigits reads two digits up to a bound. sep stands before them; that of
// the hour has been read.
func (r *reader) clockDigits(most int, sep byte) (n int, ok bool) {
	if sep == ':' {
		if r.peek() != ':' {
			return 0, false
		}
		r.pos++
	}
	at := r.pos
	for r.pos < at+2 && isDigit(r.peek()) {
		n = n*10 + int(r.peek()-'0')
		r.pos++
	}
	return n, r.pos == at+2 && n <= most
}

// offset reads Z or an offset from UTC and returns it with a colon between hours
// and minutes, which ISO 8601's basic format leaves out.
func (r *reader) offset() (string, *ParseError) {
	start := r.pos
	sign := r.peek()
	switch sign {
	case 'Z':
		r.pos++
		return "Z", nil
	case '+', '-':
		r.pos++
	default:
		return "", nil
	}
	h, ok := r.clockDigits(14, 0)
	text := r.in[start:r.pos]
	m := 0
	if ok && (r.peek() == ':' || isDigit(r.peek())) {
		if r.peek() == ':' {
			r.pos++
		}
		at := r.pos
		m, ok = r.clockDigits(59, 0)
		text += ":" + r.in[at:r.pos]
	}
	minutes := h*60 + m
	switch {
	case !ok:
		return "", r.fail(start, "write +hh:mm", "there is no such offset from UTC")
	case sign == '-' && minutes == 0:
		return "", r.fail(start, "write Z or +00:00", "there is no offset of minus zero")
	case sign == '-' && minutes > 12*60, minutes > 14*60:
		return "", r.fail(start, "offsets are from -12:00 to +14:00", "no place is so far from UTC")
	}
	return text, nil
}
