package edtf

// dateOf returns the Date of a point whose canonical text is given.
func (p point) dateOf(text string) Date {
	return Date{
		text:      text,
		first:     p.first(),
		last:      p.last(),
		precision: p.precision(),
		flags:     p.flags(),
	}
}

// date returns the Date of a point.
func (p point) date() Date {
	return p.dateOf(string(p.append(make([]byte, 0, 32))))
}

func (p point) flags() flags {
	var f flags
	if p.allQual()&approximate != 0 || p.sig != 0 {
		f |= isApproximate
	}
	if p.allQual()&uncertain != 0 {
		f |= isUncertain
	}
	return f
}

// Year returns the date of a year of up to 18 digits; 0 is 1 BC.
func Year(y int) Date {
	return newPoint(min(max(y, -maxLongYear), maxLongYear)).date()
}

// Month returns the date of month m, 1 to 12, of a year of up to four digits. It
// panics for others.
func Month(y, m int) Date {
	if m < 1 || m > 12 {
		panic("edtf: no such month")
	}
	return inYear(y, m).date()
}

// Season returns the date of a season, a quarter, a third or a half of a year of
// up to four digits by its code in EDTF, from 21, which is spring, to 41. It
// panics for others.
func Season(y, code int) Date {
	if !isSeason(code) {
		panic("edtf: no such season")
	}
	return inYear(y, code).date()
}

// Quarter returns the date of quarter q, 1 to 4, of a year of up to four digits.
// It panics for others.
func Quarter(y, q int) Date {
	if q < 1 || q > 4 {
		panic("edtf: no such quarter")
	}
	return Season(y, firstQuarter+q-1)
}

// Decade returns the date of the ten years around year y that share all but
// their last digit: 197X for 1974. It panics beyond four digits.
func Decade(y int) Date { return round(y, 10).date() }

// Century returns the date of the hundred years around year y that share all but
// their last two digits: 19XX for 1974, which people call the 20th century. It
// panics beyond four digits.
func Century(y int) Date { return round(y, 100).date() }

// FromDay returns the date of a day. EDTF has days in years of up to four digits;
// of any other it returns the year.
func FromDay(d Day) Date {
	p := dayPoint(d)
	if !p.isDate() {
		p.month, p.day = 0, 0
	}
	return p.date()
}

// Between returns the interval of days from a to b, or the day when they are
// the same. An end in a year of over four digits, such as MaxDay, is open. It
// panics if b is before a.
func Between(a, b Day) Date {
	switch {
	case b < a:
		panic("edtf: the last day is before the first")
	case a == b:
		return FromDay(a)
	}
	x := between(dayPoint(a), dayPoint(b))
	if !x.from.isDate() {
		x.from, x.start = point{}, open
	}
	if !x.to.isDate() {
		x.to, x.end = point{}, open
	}
	return x.date()
}

// Interval returns the interval from a to b. A zero Date is an open end. It is
// an error if both are zero, if either is an interval, a set, a year of over four
// digits, an estimate or holds a time of day, or if b ends before a begins.
func Interval(a, b Date) (Date, error) {
	text := orOpen(a) + "/" + orOpen(b)
	if a.IsZero() && b.IsZero() {
		return Date{}, &ParseError{Input: text, Problem: "an interval needs a start or an end"}
	}
	return Parse(text)
}

func orOpen(d Date) string {
	if d.IsZero() {
		return ".."
	}
	return d.text
}

// WithApproximate returns d with all its parts marked as approximate, "~", and
// without a time of day. The zero Date stays as it is, as do a year of over four
// digits and an estimate, for which EDTF has no qualifiers.
func (d Date) WithApproximate() Date { return d.qualify(approximate) }

// WithUncertain returns d with all its parts marked as uncertain, "?", in the
// same way.
func (d Date) WithUncertain() Date { return d.qualify(uncertain) }

func (d Date) qualify(q qual) Date {
	x, err := readExpr(d.text)
	if err != nil {
		return d // only the zero Date has a text that does not read
	}
	x.part.qualify(q)
	for i := range x.more {
		x.more[i].qualify(q)
	}
	return x.date()
}

func (p *part) qualify(q qual) {
	p.from = p.from.qualify(q)
	p.to = p.to.qualify(q)
}

func newPoint(y int) point { return point{year: int64(y), neg: y < 0} }

func dayPoint(d Day) point {
	y, m, day := d.Date()
	p := newPoint(y)
	p.month, p.day = uint8(m), uint8(day)
	return p
}

// inYear returns the point of a month or season.
func inYear(y, month int) point {
	p := newPoint(y)
	if !p.isDate() {
		panic("edtf: no month or season of a year beyond four digits")
	}
	p.month = uint8(month)
	return p
}

// round returns the decade or century of a year: the years around it that are
// the same when divided by 10 or 100.
func round(y, years int) point {
	p := newPoint(y)
	if !p.isDate() {
		panic("edtf: no decade or century of a year beyond four digits")
	}
	p.year = int64(y / years * years)
	p.mask = maskOnes
	if years == 100 {
		p.mask |= maskTens
	}
	return p
}
