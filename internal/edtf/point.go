package edtf

// A point is a date as EDTF writes one without "/", brackets or braces: a year,
// a month or season in it, a day, each with its qualifiers.
type point struct {
	year  int64 // astronomical, 0 is 1 BC; digits that are not specified are 0
	month uint8 // 1 to 12, a season code from 21 to 41, or 0 for none or XX
	day   uint8 // 0 for none or XX
	neg   bool  // the year has a sign, which a year of -000X would not tell
	mask  mask  // the digits that are not specified
	sig   uint8 // the number of significant digits of the year, 0 if not given
	qual  [3]qual
	clock string // the time of day from its "T", or ""
}

// The components of a point, indexes of its qual.
const (
	atYear = iota
	atMonth
	atDay
)

// qual is how sure a component is.
type qual uint8

const (
	uncertain   qual = 1 << iota // "?"
	approximate                  // "~"
)

// mask has a bit set for each digit of YYYY-MM-DD that is "X", the first digit
// in the highest bit.
type mask uint8

const (
	maskDay   mask = 0b00000011
	maskMonth mask = 0b00001100
	maskOnes  mask = 0b00010000
	maskTens  mask = 0b00100000
	maskYear  mask = 0b11110000
)

// isDate reports whether p is of the plain kind that may be part of an interval
// or a set: not a year of over four digits, an estimate or a time of day.
func (p point) isDate() bool {
	return p.sig == 0 && p.clock == "" && p.year >= -9999 && p.year <= 9999
}

// allQual returns the qualifiers of all components together.
func (p point) allQual() qual {
	return p.qual[atYear] | p.qual[atMonth] | p.qual[atDay]
}

// wholeQual returns the qualifier that all components share, and whether there
// are no others.
func (p point) wholeQual() (q qual, whole bool) {
	return p.qual[atYear], p.sharedTo() == p.lastComponent()
}

// qualify returns p with q added to all its components, if it may have any.
func (p point) qualify(q qual) point {
	if p.sig != 0 || p.year < -9999 || p.year > 9999 {
		return p
	}
	if q != 0 {
		p.clock = ""
	}
	for i := atYear; i <= p.lastComponent(); i++ {
		p.qual[i] |= q
	}
	return p
}

// precision returns the smallest unit that holds p.
func (p point) precision() Precision {
	switch {
	case p.sig != 0:
		return p.estimatePrecision()
	case p.mask&(maskYear&^maskOnes) != 0:
		return CenturyPrecision
	case p.mask&maskOnes != 0:
		return DecadePrecision
	case p.mask&maskMonth != 0:
		return YearPrecision
	case p.mask&maskDay != 0:
		return MonthPrecision
	case p.lastComponent() == atDay:
		return DayPrecision
	}
	return monthPrecision(p.month)
}

// estimatePrecision is precision for a year with significant digits.
func (p point) estimatePrecision() Precision {
	switch lo, hi := p.estimate(); {
	case hi-lo >= 99:
		return CenturyPrecision
	case hi > lo:
		return DecadePrecision
	}
	return YearPrecision
}

// estimate returns the first and the last year that agree with p in all
// significant digits.
func (p point) estimate() (lo, hi int64) {
	abs := max(p.year, -p.year)
	digits := 4
	for n := abs / 10000; n > 0; n /= 10 {
		digits++
	}
	unit := int64(1)
	for n := int(p.sig); n < digits; n++ {
		unit *= 10
	}
	lo = abs / unit * unit
	hi = lo + (unit - 1)
	if p.neg {
		return -hi, -lo
	}
	return lo, hi
}

// first returns the first day p can mean.
func (p point) first() Day {
	if p.sig != 0 {
		lo, _ := p.estimate()
		return beginOf(triple{year: lo})
	}
	t, _ := p.complete(forwards)
	return beginOf(t)
}

// last returns the last day p can mean.
func (p point) last() Day {
	if p.sig != 0 {
		_, hi := p.estimate()
		return endOf(triple{year: hi})
	}
	t, _ := p.complete(backwards)
	return endOf(t)
}

// latestFirst returns the first day of the latest of the years, months or days
// that p can stand for once its unspecified digits are filled in.
func (p point) latestFirst() Day {
	t, _ := p.complete(backwards)
	return beginOf(t)
}

// triple is a year, a month or season and a day, 0 where there is none.
type triple struct {
	year       int64
	month, day int
}

// direction is the order in which complete tries digits.
type direction int

const (
	forwards  direction = 1
	backwards direction = -1
)

// complete fills in the unspecified digits of p with the earliest or the latest
// date there is. It reports false if no digits make a date.
func (p point) complete(dir direction) (triple, bool) {
	if p.mask == 0 {
		t := triple{p.year, int(p.month), int(p.day)}
		return t, t.exists()
	}
	lo, hi := p.yearRange()
	from, to := lo, hi
	if dir == backwards {
		from, to = hi, lo
	}
	for y := from; y != to+int64(dir); y += int64(dir) {
		if !p.yearMatches(y) {
			continue
		}
		if t, ok := p.completeIn(y, dir); ok {
			return t, true
		}
	}
	return triple{}, false
}

// completeIn is complete for a year that is settled.
func (p point) completeIn(y int64, dir direction) (triple, bool) {
	months := digitsOf(p.month, p.mask&maskMonth>>2)
	days := digitsOf(p.day, p.mask&maskDay)
	for m := range months.values(dir) {
		if p.mask&maskMonth != 0 && (m < 1 || m > 12) {
			continue
		}
		for d := range days.values(dir) {
			if p.mask&maskDay != 0 && d < 1 {
				continue
			}
			if t := (triple{y, m, d}); t.exists() {
				return t, true
			}
		}
	}
	return triple{}, false
}

// twoDigits is a month or a day with digits left open.
type twoDigits struct {
	value       int
	tens, units bool // left open
}

func digitsOf(value uint8, m mask) twoDigits {
	return twoDigits{int(value), m&2 != 0, m&1 != 0}
}

// values yields all numbers that the digits allow, in order.
func (w twoDigits) values(dir direction) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		lo, hi := w.value, w.value
		if w.tens {
			lo, hi = lo%10, hi%10+90
		}
		if w.units {
			lo, hi = lo/10*10, hi/10*10+9
		}
		if dir == backwards {
			lo, hi = hi, lo
		}
		for n := lo; n != hi+int(dir); n += int(dir) {
			if w.matches(n) && !yield(n) {
				return
			}
		}
	}
}

func (w twoDigits) matches(n int) bool {
	return (w.tens || n/10 == w.value/10) && (w.units || n%10 == w.value%10)
}

// yearRange returns the bounds of the years that p allows.
func (p point) yearRange() (lo, hi int64) {
	lo = max(p.year, -p.year)
	hi = lo
	place := int64(1)
	for bit := maskOnes; bit != 0; bit <<= 1 {
		if p.mask&bit != 0 {
			hi += 9 * place
		}
		place *= 10
	}
	if p.neg {
		return -hi, -max(lo, 1) // there is no year -0
	}
	return lo, hi
}

// yearMatches reports whether y has the digits that p specifies.
func (p point) yearMatches(y int64) bool {
	a, b := max(y, -y), max(p.year, -p.year)
	for bit := maskOnes; bit != 0; bit <<= 1 {
		if p.mask&bit == 0 && a%10 != b%10 {
			return false
		}
		a, b = a/10, b/10
	}
	return true
}

// exists reports whether the calendar has such a date.
func (t triple) exists() bool {
	switch {
	case t.month == 0:
		return t.day == 0
	case t.day == 0:
		return t.month <= 12 || isSeason(t.month)
	}
	return t.month <= 12 && t.day <= daysIn(int(t.year%400), t.month)
}

// beginOf returns the first day of t, within MinDay and MaxDay.
func beginOf(t triple) Day {
	if d, out := clampYear(t.year); out {
		return d
	}
	y := int(t.year)
	switch {
	case t.month == 0:
		return dayOf(y, 1, 1)
	case t.month > 12:
		return dayOf(y, seasons[t.month-firstSeason].from, 1)
	case t.day == 0:
		return dayOf(y, t.month, 1)
	}
	return dayOf(y, t.month, t.day)
}

// endOf returns the last day of t, within MinDay and MaxDay.
func endOf(t triple) Day {
	if d, out := clampYear(t.year); out {
		return d
	}
	y := int(t.year)
	switch {
	case t.month == 0:
		return dayOf(y, 12, 31)
	case t.month > 12:
		s := seasons[t.month-firstSeason]
		return monthEnd(y, s.from+s.months-1)
	case t.day == 0:
		return monthEnd(y, t.month)
	}
	return dayOf(y, t.month, t.day)
}

// monthEnd returns the last day of a month, which may lie beyond the twelfth.
func monthEnd(y, m int) Day {
	if m > 12 {
		y, m = y+1, m-12
	}
	return dayOf(y, m, daysIn(y, m))
}

func clampYear(y int64) (d Day, out bool) {
	switch {
	case y < minYear:
		return MinDay, true
	case y > maxYear:
		return MaxDay, true
	}
	return 0, false
}
