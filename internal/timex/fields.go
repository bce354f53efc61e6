package timex

import "buildsite/internal/edtf"

// fields are what a match says about a date by names and numbers.
type fields struct {
	year, month, day int  // 0 where it says nothing
	hasYear          bool // said or shifted
	shift            int  // years from that of the publication
	shifted          bool
	told             bool
}

// fields collects them.
func (m *match) fields() (fields, bool) {
	f := fields{told: m.seq.marks.told}
	f.month = m.value(classMonth)
	if n, ok := m.number(classMM); ok {
		f.month = n
	}
	var isDay bool
	if f.day, isDay = m.number(classDay); !isDay && (f.month != 0 || m.has(classWeekday)) {
		f.day, _ = m.number(classOrd) // "the 24th of September"
	}
	switch {
	case f.month != 0 || !isDay:
	case m.seq.marks.hasShift && m.has(classYear): // "25 sept 2021", whose month looks like a number
		f.month = m.seq.marks.shift
	case m.has(classWeekday) && !m.spelledInDigits(classDay):
		return f, false // "jeudi un accord"
	}
	if i := m.token(classISO); i >= 0 {
		n, y := m.f.toks[i].num, m.f.toks[i].num/10000
		if m.f.toks[i].digits == 2 {
			y = m.f.fullYear(y % 100)
		}
		f = fields{year: y, month: n / 100 % 100, day: n % 100, hasYear: true}
		return f, dayFits(f)
	}
	if n, ok := m.number(classMD); ok {
		f.month, f.day = n/100, n%100
	}
	if n, ok := m.number(classYear); ok {
		f.year, f.hasYear = n, true
	} else if n, ok := m.number(classYear2); ok {
		f.year, f.hasYear = n, true
	}
	if n, ok := m.number(classNum); ok && m.has(classEra) {
		return m.yearOfEra(n, f)
	}
	if i := m.token(classYear); i >= 0 && m.f.toks[i].digits == 2 {
		f.year = m.f.fullYear(f.year)
	} else if m.has(classYear2) {
		f.year = m.f.fullYear(f.year)
	}
	if !f.hasYear {
		f.shift, f.shifted = m.shift()
	}
	if t := m.f.told; f.told && f.month != 0 && !f.hasYear && !f.shifted && t.unit != 0 { // "juin de cette année-là"
		f.year, f.hasYear = t.year(), true
	}
	return f, f.day == 0 || f.month == 0 || dayFits(f)
}

// spelledInDigits tells whether the word of the class is written in digits.
func (m *match) spelledInDigits(c class) bool {
	i := m.token(c)
	if i < 0 {
		return false
	}
	first := m.f.text[m.f.toks[i].start]
	return first >= '0' && first <= '9'
}

// yearOfEra returns the fields of the n-th year of an era, whose word tells the
// year before its first. Before 1912 China's months were those of the moon, and
// say nothing here.
func (m *match) yearOfEra(n int, f fields) (fields, bool) {
	before := m.value(classEra)
	f.year, f.hasYear = before+n, true
	if before > 0 && before < 1911 {
		f.month, f.day = 0, 0
	}
	return f, n > 0 && (n < 100 || before == 0) && (f.day == 0 || f.month == 0 || dayFits(f))
}

// dayFits tells whether the month has such a day, in a leap year if no year is
// known.
func dayFits(f fields) bool {
	y := f.year
	if y == 0 {
		y = 2000
	}
	return dayExists(y, f.month, f.day)
}

func dayExists(y, m, d int) bool {
	_, ok := edtf.NewDay(y, m, d)
	return ok
}

// fullYear adds the century to a year of two digits: the one that brings it
// nearest to the publication, but at most 20 years ahead.
func (n *narrative) fullYear(y int) int {
	if y >= 100 {
		return y
	}
	this := 2000
	if p, ok := n.here(Year); ok {
		this = p.year()
	}
	y += this / 100 * 100
	if y > this+20 {
		y -= 100
	}
	return y
}

// period returns the fields' period in year y.
func (f fields) period(y int) period {
	switch {
	case f.day != 0 && f.month != 0 && dayExists(y, f.month, f.day):
		return period{Day, dayOf(y, f.month, f.day)}
	case f.month != 0:
		return nth(Month, y, f.month)
	}
	return yearPeriod(y)
}

// unit returns the unit of the period.
func (f fields) unit() Unit {
	switch {
	case f.day != 0:
		return Day
	case f.month != 0:
		return Month
	}
	return Year
}
