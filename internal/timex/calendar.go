package timex

import "buildsite/internal/edtf"

// Unit is a unit of the calendar. Coarser is greater.
type Unit uint8

// The units. The zero value is none.
const (
	Second Unit = iota + 1
	Minute
	Hour
	Day
	Weekend
	Week
	Month
	Quarter
	Season
	Half
	Year
	Decade
	Century
	Millennium
)

var unitNames = [...]string{
	"", Second: "second", Minute: "minute", Hour: "hour", Day: "day", Weekend: "weekend", Week: "week",
	Month: "month", Quarter: "quarter", Season: "season", Half: "half-year", Year: "year", Decade: "decade",
	Century: "century", Millennium: "millennium",
}

// String returns the unit's English name in the singular, and "" for the zero
// value.
func (u Unit) String() string {
	if int(u) >= len(unitNames) {
		return ""
	}
	return unitNames[u]
}

// unitMonths holds the length of the units that are whole months.
var unitMonths = [...]int{
	Month: 1, Quarter: 3, Season: 3, Half: 6, Year: 12, Decade: 120, Century: 1200, Millennium: 12000,
}

// A period is one unit of the calendar, such as the week that starts on a
// given Monday. The zero period is none. Winter starts in December and bears
// that year's number.
type period struct {
	unit  Unit
	first edtf.Day
}

// dayOf returns the day y-m-d; the caller knows that it exists.
func dayOf(y, m, d int) edtf.Day {
	day, _ := edtf.NewDay(y, m, d)
	return day
}

// year returns the year that p begins in; a week's is ISO 8601's.
func (p period) year() int {
	if p.unit == Week || p.unit == Weekend {
		y, _ := p.first.ISOWeek()
		return y
	}
	y, _, _ := p.first.Date()
	return y
}

// month returns the month that p begins in.
func (p period) month() int {
	_, m, _ := p.first.Date()
	return m
}

// nth returns the n-th unit of year y, from 1: a month, quarter, season or half.
func nth(u Unit, y, n int) period {
	month := (n-1)*unitMonths[u] + 1
	if u == Season {
		month += 2 // spring begins in March
	}
	return period{u, dayOf(y, month, 1)}
}

func yearPeriod(y int) period { return period{Year, dayOf(y, 1, 1)} }

// containing returns the unit that d lies in.
func containing(d edtf.Day, u Unit) period {
	y, m, _ := d.Date()
	switch u {
	case Week:
		return period{u, d - sinceMonday(d)}
	case Weekend:
		return period{u, d - sinceMonday(d) + 5}
	case Month:
		return nth(u, y, m)
	case Quarter, Half:
		return nth(u, y, (m-1)/unitMonths[u]+1)
	case Season:
		if m < 3 {
			return nth(u, y-1, 4)
		}
		return nth(u, y, m/3)
	case Year:
		return yearPeriod(y)
	case Decade, Century, Millennium:
		years := unitMonths[u] / 12
		return period{u, dayOf(y-y%years, 1, 1)}
	}
	return period{Day, d}
}

// sinceMonday returns the days that passed since the Monday of d's week.
func sinceMonday(d edtf.Day) edtf.Day { return edtf.Day(isoWeekday(d) - 1) }

// isoWeekday returns 1 for Monday to 7 for Sunday.
func isoWeekday(d edtf.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// shift returns the period n units on. Below a day nothing changes.
func (p period) shift(n int) period {
	switch p.unit {
	case Day:
		p.first += edtf.Day(n)
	case Week, Weekend:
		p.first += edtf.Day(7 * n)
	default:
		if p.unit >= Month {
			p.first = addMonths(p.first, n*unitMonths[p.unit])
		}
	}
	return p
}

// addMonths moves a first of a month, or another day clamped to the month it
// gets to.
func addMonths(d edtf.Day, n int) edtf.Day {
	y, m, dom := d.Date()
	months := y*12 + m - 1 + n
	y, m = months/12, months%12+1
	for ; dom > 28; dom-- {
		if day, ok := edtf.NewDay(y, m, dom); ok {
			return day
		}
	}
	return dayOf(y, m, dom)
}

// last returns the last day of p.
func (p period) last() edtf.Day {
	if p.unit == Weekend {
		return p.first + 1
	}
	return p.shift(1).first - 1
}

// addUnits returns the day n units from d: "two months after 31 December".
func addUnits(d edtf.Day, u Unit, n int) edtf.Day {
	switch {
	case u == Week || u == Weekend:
		return d + edtf.Day(7*n)
	case u >= Month:
		return addMonths(d, n*unitMonths[u])
	case u == Day:
		return d + edtf.Day(n)
	}
	return d
}

// inRange tells whether d is of a year with four digits, as TIMEX3 and EDTF
// write them.
func inRange(d edtf.Day) bool { return d >= dayOf(1, 1, 1) && d <= dayOf(9999, 12, 31) }
