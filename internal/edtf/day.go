package edtf

import "time"

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01,
// which is Day(0). Days apart are a subtraction, a week on is an addition.
type Day int32

// MinDay and MaxDay stand for "no bound": the first day of a date that is open
// or unknown at its start, the last of one that is so at its end. Years beyond
// them, some 2.9 million either way, are clamped to them. There is room left
// to add days to either without overflow.
const (
	MinDay Day = -1 << 30
	MaxDay Day = 1 << 30
)

// The Gregorian calendar repeats every 400 years.
const (
	daysIn400Years = 146097
	daysIn100Years = 36524
	daysIn4Years   = 1461
	// daysTo1970 counts from 0000-03-01, the start of the years that [Day.Date]
	// reckons in: a leap day comes last in them.
	daysTo1970 = 719468
)

// minYear and maxYear bound the years whose days a Day can count.
const (
	minYear = -2937000
	maxYear = 2941000
)

// NewDay returns the day of year y (0 is 1 BC), month m and day d. It reports
// false if there is no such day, or none between MinDay and MaxDay.
func NewDay(y, m, d int) (Day, bool) {
	if y < minYear || y > maxYear || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, false
	}
	return dayOf(y, m, d), true
}

// dayOf is NewDay for a day that is known to exist.
func dayOf(y, m, d int) Day {
	// Years that begin in March put the leap day last, which makes the days
	// before a month a linear function of the month.
	m -= 3
	if m < 0 {
		m += 12
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*m+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*daysIn400Years + doe - daysTo1970)
}

// Date returns the year (0 is 1 BC), the month from 1 and the day from 1.
func (d Day) Date() (year, month, day int) {
	n := int(d) + daysTo1970
	era := floorDiv(n, daysIn400Years)
	doe := n - era*daysIn400Years
	yoe := (doe - doe/(daysIn4Years-1) + doe/daysIn100Years - doe/(daysIn400Years-1)) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	year, month, day = era*400+yoe, mp+3, doy-(153*mp+2)/5+1
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// String returns the day as "2006-01-02". A year of over four digits has a sign,
// as ISO 8601 wants it: "+12026-01-02".
func (d Day) String() string {
	p := dayPoint(d)
	b := p.append(make([]byte, 0, 16))
	switch {
	case b[0] != 'Y':
	case p.neg:
		b = b[1:]
	default:
		b[0] = '+'
	}
	return string(b)
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	// 1970-01-01 was a Thursday.
	return time.Weekday(mod(int(d)+int(time.Thursday), 7))
}

// sinceMonday returns the number of days from the Monday of the week of d.
func (d Day) sinceMonday() Day { return Day(mod(int(d.Weekday())-int(time.Monday), 7)) }

// ISOWeek returns the year and the number of the week of ISO 8601 that the day
// is in: weeks start on Monday and belong to the year that holds their Thursday.
func (d Day) ISOWeek() (year, week int) {
	thursday := d - d.sinceMonday() + 3
	year, _, _ = thursday.Date()
	return year, int(thursday-dayOf(year, 1, 1))/7 + 1
}

// WeekStart returns the Monday of week w of year y in ISO 8601's count. It
// reports false if the year has no such week.
func WeekStart(y, w int) (Day, bool) {
	if y <= minYear || y >= maxYear || w < 1 || w > 53 {
		return 0, false
	}
	fourth := dayOf(y, 1, 4) // always in week 1
	monday := fourth - fourth.sinceMonday() + Day(7*(w-1))
	got, _ := monday.ISOWeek()
	return monday, got == y
}

var monthDays = [...]uint8{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// daysIn returns the number of days of month m, 1 to 12, of year y.
func daysIn(y, m int) int {
	if m == 2 && isLeap(y) {
		return 29
	}
	return int(monthDays[m])
}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func floorDiv(a, b int) int { return (a - mod(a, b)) / b }

func mod(a, b int) int { return (a%b + b) % b }
