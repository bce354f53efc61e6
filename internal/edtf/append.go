package edtf

import "strconv"

// append appends the canonical form of x.
func (x *expr) append(b []byte) []byte {
	switch x.kind {
	case onePoint:
		return x.from.append(b)
	case anInterval:
		b = x.from.appendEnd(b, x.start)
		b = append(b, '/')
		return x.to.appendEnd(b, x.end)
	}
	brackets := "[]"
	if x.kind == allOf {
		brackets = "{}"
	}
	b = append(b, brackets[0])
	for i := range x.more {
		if i > 0 {
			b = append(b, ',')
		}
		b = x.more[i].append(b)
	}
	return append(b, brackets[1])
}

// append appends p as a member of a set.
func (p *part) append(b []byte) []byte {
	if p.start == given {
		b = p.from.append(b)
	}
	if p.single {
		return b
	}
	b = append(b, ".."...)
	if p.end == given {
		b = p.to.append(b)
	}
	return b
}

func (p *point) appendEnd(b []byte, end bound) []byte {
	switch end {
	case open:
		return append(b, ".."...)
	case unknown:
		return b
	}
	return p.append(b)
}

// append appends the canonical form of p. A qualifier that the components from
// the year on share stands to the right of the last of them; the others have
// theirs to their left.
func (p *point) append(b []byte) []byte {
	shared, to := p.qual[atYear], p.sharedTo()
	b = p.appendYear(b)
	if to == atYear {
		b = shared.append(b)
	}
	if p.sig != 0 {
		b = append(b, 'S')
		b = strconv.AppendUint(b, uint64(p.sig), 10)
	}
	if p.month != 0 || p.mask&maskMonth != 0 {
		b = append(b, '-')
		if to < atMonth {
			b = p.qual[atMonth].append(b)
		}
		b = appendTwo(b, p.month, p.mask&maskMonth>>2)
		if to == atMonth {
			b = shared.append(b)
		}
	}
	if p.day != 0 || p.mask&maskDay != 0 {
		b = append(b, '-')
		if to < atDay {
			b = p.qual[atDay].append(b)
		}
		b = appendTwo(b, p.day, p.mask&maskDay)
		if to == atDay {
			b = shared.append(b)
		}
	}
	return append(b, p.clock...)
}

// sharedTo returns the last component up to which all have the qualifier of the
// year.
func (p *point) sharedTo() int {
	last := p.lastComponent()
	for i := atMonth; i <= last; i++ {
		if p.qual[i] != p.qual[atYear] {
			return i - 1
		}
	}
	return last
}

func (p *point) lastComponent() int {
	switch {
	case p.day != 0 || p.mask&maskDay != 0:
		return atDay
	case p.month != 0 || p.mask&maskMonth != 0:
		return atMonth
	}
	return atYear
}

func (q qual) append(b []byte) []byte {
	switch q {
	case uncertain:
		return append(b, '?')
	case approximate:
		return append(b, '~')
	case uncertain | approximate:
		return append(b, '%')
	}
	return b
}

func (p *point) appendYear(b []byte) []byte {
	abs := max(p.year, -p.year)
	if abs > 9999 {
		b = append(b, 'Y')
	}
	if p.neg {
		b = append(b, '-')
	}
	if abs > 9999 {
		return strconv.AppendInt(b, abs, 10)
	}
	for place, bit := int64(1000), maskYear&^(maskYear>>1); place > 0; place, bit = place/10, bit>>1 {
		b = appendDigit(b, uint8(abs/place%10), p.mask&bit != 0)
	}
	return b
}

// appendTwo appends a month or a day.
func appendTwo(b []byte, n uint8, m mask) []byte {
	return appendDigit(appendDigit(b, n/10, m&2 != 0), n%10, m&1 != 0)
}

func appendDigit(b []byte, n uint8, unspecified bool) []byte {
	if unspecified {
		return append(b, 'X')
	}
	return append(b, '0'+n)
}
