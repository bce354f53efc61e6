package timex

import (
	"strings"

	"buildsite/internal/edtf"
)

// readWeekday reads "Tuesday", "last Friday", "Friday of next week".
func readWeekday(m *match) (reading, bool) {
	wd := m.value(classWeekday)
	if wd < 1 || wd > 7 {
		return reading{}, false
	}
	if i := m.token(classWeekday); m.f.toks[i].has(classAmbig) && !m.onDay() {
		return reading{}, false
	}
	n, shifted := m.shift()
	if m.unit() == Week && shifted {
		return m.weekdayOf(wd, n)
	}
	if count, _, ok := m.count(); ok && shifted && m.seq.marks.any {
		return m.weekdayOn(wd, 7*(count-1)*n, sign(n), true)
	}
	if m.seq.marks.any && shifted {
		return m.weekdayOn(wd, n, 1, false)
	}
	base, kind, known := m.base(Day)
	dir := n
	if !shifted {
		dir = m.direction()
		if dir == 0 && m.isPresent() {
			dir = 1
		}
	}
	r := reading{typ: Date, offset: Offset{
		Base: kind, Unit: Week, Direction: int8(sign(dir)), Weekday: uint8(wd), Exact: shifted, Count: int16(n),
	}}
	if !known {
		r.value = openValue(Day, 0, 0, wd)
		return r, true
	}
	r.period = period{Day, nearestWeekday(base.first, wd, dir, shifted)}
	if t := m.f.told; r.period == base && !shifted && dir > 0 && t.unit == Day && m.f.toldIn == m.f.sentences && t.first > base.first {
		r.period = r.period.shift(7) // on a Wednesday: "on Monday and on Wednesday he will be in Harbin"
	}
	if shifted && n == 0 && r.period.first < base.first && m.direction() > 0 {
		r.period.first += 7 // "this Monday we shall meet", told on a Wednesday
	}
	r.basis = basisOfWeekday(r.period.first, base.first, kind)
	return r, true
}

// isPresent tells whether a French verb of coming, going or beginning stands
// right before the match in the present, or any infinitive: what "s'ouvre lundi"
// has yet to be, and so has "entend rencontrer lundi".
func (m *match) isPresent() bool {
	i := m.first() - 1
	if i < 0 || !m.f.g.elisions || m.f.toks[i].is(flagCapital) {
		return false
	}
	word := m.f.text[m.f.toks[i].start:m.f.toks[i].end]
	return m.f.toks[i].has(classNow) || m.f.toks[i].word == 0 && len(word) > len("hier") && (strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ir"))
}

// onDay tells whether "on" stands before the match, or more than "Sun" in it.
func (m *match) onDay() bool {
	i := m.first() - 1
	return m.f.bare || m.end()-m.first() > 1 || i >= 0 && m.f.g.value(m.f.toks[i].word, classPrep) == 1
}

// nearestWeekday returns the weekday that a text of that day means. The day
// itself is meant by its own name, unless "last" or "next" goes before it.
func nearestWeekday(day edtf.Day, wd, dir int, said bool) edtf.Day {
	ahead := edtf.Day((wd - isoWeekday(day) + 7) % 7)
	switch {
	case ahead == 0 && said && dir != 0:
		return day + edtf.Day(7*dir)
	case ahead == 0:
		return day
	case said && dir == 0: // "this Friday": of this week, whichever way
		return day - sinceMonday(day) + edtf.Day(wd-1)
	case dir > 0:
		return day + ahead
	}
	return day + ahead - 7
}

func basisOfWeekday(d, base edtf.Day, kind Base) string {
	from := "publication"
	if kind == Told {
		from = "the date told before"
	}
	switch {
	case d < base:
		return "weekday before " + from
	case d > base:
		return "weekday after " + from
	}
	return "the day of " + from
}

// weekdayOf reads "Friday of last week", 上周五.
func (m *match) weekdayOf(wd, n int) (reading, bool) {
	base, kind, known := m.base(Week)
	r := reading{typ: Date, offset: Offset{Base: kind, Unit: Week, Count: int16(n), Exact: true, Weekday: uint8(wd)}}
	if !known {
		r.value = openValue(Day, 0, 0, wd)
		return r, true
	}
	r.period = period{Day, base.shift(n).first + edtf.Day(wd-1)}
	r.basis = basisOfShift(Week, n, m.f, kind)
	return r, true
}

// weekdayOn reads "two Fridays ago", « lundi en huit »: so many days on from the
// next weekday, or back from the last one (dir -1). Unless another one than today
// is said, today may be it.
func (m *match) weekdayOn(wd, days, dir int, another bool) (reading, bool) {
	base, kind, known := m.base(Day)
	r := reading{typ: Date, offset: Offset{
		Base: kind, Unit: Week, Direction: int8(dir), Weekday: uint8(wd), Exact: true, Count: int16(days/7 + dir),
	}}
	if !known || days > maxDistance || days < -maxDistance {
		r.value = openValue(Day, 0, 0, wd)
		return r, true
	}
	r.period = period{Day, nearestWeekday(base.first, wd, dir, another) + edtf.Day(days)}
	r.basis = basisOfWeekday(r.period.first, base.first, kind)
	return r, true
}

// readTime reads a part of a day or a clock time. Alone it belongs to the day
// told last or to that of the publication.
func readTime(m *match) (reading, bool) {
	r, ok := m.dayOfTime()
	if !ok {
		return reading{}, false
	}
	r.typ = Time
	if r.value == "" && r.period.unit == 0 {
		r.value = "XXXX-XX-XX"
	}
	r.part = m.clockPart()
	if r.part == "" {
		return reading{}, false
	}
	if r.period.unit == Day {
		r.elsewhere = m.dayInZone(r.period.first)
	}
	return r, true
}

// dayOfTime reads the day that a time is of.
func (m *match) dayOfTime() (reading, bool) {
	switch {
	case m.has(classDeictic):
		return m.shifted(Day, m.value(classDeictic))
	case m.has(classHoliday):
		return readHoliday(m)
	case m.has(classWeekday) && !m.has(classMonth) && !m.has(classMM) && !m.has(classDay) && !m.has(classMD):
		return readWeekday(m)
	case m.has(classMonth) || m.has(classMM) || m.has(classDay) || m.has(classMD) || m.has(classISO):
		return readDate(m)
	case m.has(classShift) || m.seq.marks.hasShift:
		n, _ := m.shift()
		return m.shifted(Day, n)
	case m.timeOf().unit == Day:
		return m.toldDay(), true
	}
	return m.shifted(Day, 0)
}

// timeOf is what a bare time of the day is of: what was told last, but not what
// an earlier sentence told of the future, where this one tells what was.
func (m *match) timeOf() period {
	if m.f.toldIn == m.f.sentences {
		return m.f.told
	}
	if t := m.told(); t.first <= m.f.published.last() || m.f.published.unit == 0 || m.direction() > 0 {
		return t
	}
	return period{}
}

// toldDay is the day told last.
func (m *match) toldDay() reading {
	return reading{
		typ: Date, period: m.timeOf(), basis: "the day told before",
		offset: Offset{Base: Told, Unit: Day, Exact: true},
	}
}

// clockPart returns the time of the day as TIMEX3 writes it.
func (m *match) clockPart() string {
	if n, ok := m.clockTime(); ok {
		return clockValue(n)
	}
	v := m.part()
	switch {
	case v == 0:
		return ""
	case symbol(v) == "NOON":
		return "T12:00"
	case symbol(v) == "MIDNIGHT":
		return "T24:00"
	}
	return "T" + symbol(v)
}

// clockTime returns hours and minutes as hhmm, in 24 hours.
func (m *match) clockTime() (int, bool) {
	n, ok := m.number(classClock)
	if !ok {
		if n, ok = m.number(classHour); !ok {
			return 0, false
		}
		n *= 100
		if minute, ok := m.number(classMinute); ok {
			n += minute
		} else {
			n += m.value(classHead)
		}
	}
	late := false
	if m.has(classMeridiem) {
		late = m.value(classMeridiem) == 12
		if !late && n/100 == 12 {
			n -= 1200
		}
	} else if v := m.part(); v != 0 {
		p := symbol(v)
		late = p == "AF" || p == "EV" || p == "NI" && n >= 600
		if n/100 == 12 && (p == "EV" || p == "NI") {
			n += 1200 // 晚上十二点 is midnight
		}
	}
	if late && n < 1200 {
		n += 1200
	}
	return n, n <= 2459
}

func clockValue(n int) string {
	b := append(make([]byte, 0, 8), 'T')
	b = append(padded(b, n/100, 2), ':')
	return string(padded(b, n%100, 2))
}
