package timex

import "buildsite/internal/edtf"

// readInside reads a unit by its place in a longer one: "the first week of
// May", "the last Friday of 2024", 2021年第三周.
func readInside(m *match) (reading, bool) {
	outer, ok := m.outer()
	if !ok || outer.period.unit == 0 {
		return outer, ok
	}
	n, counted := m.ordinal()
	if !counted || m.seq.marks.any {
		n = -1
	}
	var p period
	wd := m.value(classWeekday)
	if m.seq.marks.unit == Week {
		wd = m.numberedWeekday()
	}
	if wd != 0 {
		p, ok = outer.period.weekday(wd, n)
	} else {
		p, ok = outer.period.inside(unitOf(max(m.value(classUnit), m.value(classUnits))), n)
	}
	outer.period = p
	if outer.offset != (Offset{}) {
		outer.offset.Count, outer.offset.Exact = 0, false
	}
	return outer, ok
}

// numberedWeekday returns the weekday that the last word tells: 第一个星期三.
func (m *match) numberedWeekday() int {
	t := m.f.toks[m.end()-1]
	if !t.is(flagNumber) {
		return 7
	}
	if t.num > 6 {
		return 0
	}
	return t.num
}

// outer is the reading of the month or year that the match places something in.
func (m *match) outer() (reading, bool) {
	f, _ := m.fields()
	f.day = 0 // the ordinal is no day of the month here
	if f.shifted && f.month == 0 && m.seq.marks.unit != 0 {
		return m.shifted(m.seq.marks.unit, f.shift)
	}
	return m.place(f)
}

// inside returns the n-th week, weekend, day or month that begins in p, -1 for
// the last that also ends there. Of a year's weeks the first is that of ISO 8601.
func (p period) inside(u Unit, n int) (period, bool) {
	first, last := p.first, p.last()
	switch u {
	case Day, Month:
	case Week, Weekend:
		start := first + (7-sinceMonday(first))%7
		if p.unit == Year && u == Week {
			start, last = containing(first+3, Week).first, last+3
		}
		first = start
		if u == Weekend {
			first = start - 2
			if first < p.first {
				first += 7
			}
		}
	default:
		return period{}, false
	}
	q := period{u, first}.shift(n - 1)
	if n < 0 {
		q = containing(last, u)
		for q.last() > last {
			q = q.shift(-1)
		}
	}
	return q, n != 0 && q.first >= first && q.first <= last // the last week may go on
}

// weekday returns the n-th such day of p, -1 for the last.
func (p period) weekday(wd, n int) (period, bool) {
	d := p.first + edtf.Day((wd-isoWeekday(p.first)+7)%7+7*(n-1))
	if n < 0 {
		last := p.last()
		d = last - edtf.Day((isoWeekday(last)-wd+7)%7)
	}
	return period{Day, d}, n != 0 && d <= p.last()
}

// readWeekOf reads "the week of Oct. 6", and the weekend.
func readWeekOf(m *match) (reading, bool) {
	f, ok := m.fields()
	if !ok {
		return reading{}, false
	}
	r, ok := m.place(f)
	if r.period.unit == Day {
		u := Week
		if m.seq.marks.unit != 0 {
			u = m.seq.marks.unit
		}
		r.period = containing(r.period.first, u)
	}
	return r, ok && f.day != 0
}
