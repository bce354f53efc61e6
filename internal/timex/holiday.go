package timex

import (
	"strconv"
	"strings"

	"buildsite/internal/edtf"
)

// Holidays are told by one number: month and day, or what movable makes.
const (
	nthWeekdayBase = 1 << 21
	easterBase     = 1 << 22
)

// readMovable reads the day of a holiday that moves: "10.1.2" is the second
// Monday of October, "5.4.9" the last Thursday of May, "5.1.24" the last Monday up to
// 24 May, and "easter-2" two days before Easter.
func readMovable(s string) (int, bool) {
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		n, err := strconv.Atoi(rest)
		return easterBase + 400 + n, err == nil
	}
	parts := strings.Split(s, ".")
	if len(parts) != 3 {
		return 0, false
	}
	n := 0
	for _, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 1 || v > 31 {
			return 0, false
		}
		n = n*32 + v
	}
	return nthWeekdayBase + n, true
}

// holidayIn returns the day that a holiday falls on in year y.
func holidayIn(v, y int) edtf.Day {
	switch {
	case v >= easterBase:
		return easter(y) + edtf.Day(v-easterBase-400)
	case v >= nthWeekdayBase:
		month, wd, n := (v-nthWeekdayBase)>>10, (v-nthWeekdayBase)>>5&31, v&31
		if n > 9 {
			d := dayOf(y, month, n)
			return d - edtf.Day((isoWeekday(d)-wd+7)%7)
		}
		first := dayOf(y, month, 1)
		d := first + edtf.Day((wd-isoWeekday(first)+7)%7+7*(n-1))
		for n == 9 && containing(d, Month).first != first {
			d -= 7
		}
		return d
	}
	return dayOf(y, v/100, v%100)
}

// easter returns Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher
// reckoning).
func easter(y int) edtf.Day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(y, n/31, n%31+1)
}

// readHoliday reads a day with a name, in the year told or the nearest one.
func readHoliday(m *match) (reading, bool) {
	v := m.value(classHoliday)
	year, offset, basis := m.yearOfMatch()
	if year != 0 && m.has(classYear) || m.unit() == Year && year != 0 {
		return reading{typ: Date, period: period{Day, holidayIn(v, year)}, offset: offset, basis: basis}, true
	}
	here, known := m.f.here(Day)
	dir := m.direction()
	n, shifted := m.shift()
	if shifted {
		dir = n
	}
	offset = Offset{Base: Published, Unit: Year, Direction: int8(sign(dir))}
	if sample := holidayIn(v, 2000); true {
		_, mo, d := sample.Date()
		offset.Month, offset.Day = uint8(mo), uint8(d)
		if v >= nthWeekdayBase {
			offset.Day = 0
		}
	}
	if !known {
		return reading{typ: Date, value: openValue(Day, int(offset.Month), int(offset.Day), 0), offset: offset}, true
	}
	if t := m.f.told; !shifted && t.unit != 0 && t.unit <= Month && m.f.toldIn == m.f.sentences && t.last() < here.first-storyDays {
		here, dir = t, 0 // "on April 22, 2025, two days after Easter"
	}
	best, cost := edtf.Day(0), 1<<30
	for y := here.year() - 1; y <= here.year()+1; y++ {
		d := holidayIn(v, y)
		if shifted && sign(int(d-here.first)) == -sign(n) && n != 0 {
			continue
		}
		if c := weigh(int(d-here.first), dir); c < cost {
			best, cost = d, c
		}
	}
	return reading{
		typ: Date, period: m.around(best), offset: offset,
		basis: m.nearestTo(here),
	}, true
}

// nearestTo says what a day is the nearest one to.
func (m *match) nearestTo(p period) string {
	if p == m.f.told {
		return "the nearest such day to " + p.value()
	}
	return "the nearest such day to publication on " + m.f.published.value()
}

// around returns the week or weekend of a holiday, where the match names one,
// else its day. The weekend is the nearest one: that of a Monday goes before it.
func (m *match) around(day edtf.Day) period {
	switch m.seq.marks.unit {
	case Week:
		return containing(day, Week)
	case Weekend:
		p := containing(day, Weekend)
		if p.first-day > 3 {
			p = p.shift(-1)
		}
		return p
	}
	return period{Day, day}
}

// readBeside reads "the day before last Tuesday", "the day after Christmas".
func readBeside(m *match) (reading, bool) {
	seq := *m.seq
	seq.marks = marks{}
	inner := match{f: m.f, seq: &seq, at: m.at}
	read := readDate
	switch {
	case m.has(classHoliday):
		read = readHoliday
	case m.has(classWeekday):
		read = readWeekday
	}
	r, ok := read(&inner)
	if !ok || r.period.unit != Day {
		return reading{}, false
	}
	r.period = r.period.shift(m.seq.marks.shift)
	r.basis, r.offset = counted(Day, m.seq.marks.shift)+"the day told with it", Offset{}
	return r, true
}
