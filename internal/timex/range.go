package timex

import "buildsite/internal/edtf"

// readRange reads days of one month or months of one year from one to another:
// "13–15 October 2025", "Oct. 14 to 17", 一至十月.
func readRange(m *match) (reading, bool) {
	if m.seq.marks.unit != 0 && m.seq.marks.hasShift {
		return m.consecutive()
	}
	if n, _, ok := m.count(); ok && m.tokenOfUnit() >= 0 {
		return m.firstOfYear(n, unitOf(max(m.value(classUnit), m.value(classUnits))))
	}
	first, last, ok := m.ends()
	if !ok {
		return reading{}, false
	}
	a, ok := m.place(first)
	if !ok {
		return reading{}, false
	}
	if first.month != last.month && !first.hasYear && !first.shifted && a.period.unit != 0 {
		// The end tells the year: in December, "January to November" is over.
		if b, ok := m.place(last); ok {
			a.period = first.period(b.period.year())
			if a.period.first > b.period.first {
				a.period = first.period(b.period.year() - 1)
			}
		}
	}
	if a.period.unit == 0 {
		a.value = openValue(first.unit(), first.month, first.day, 0) + "/" + openValue(last.unit(), last.month, last.day, 0)
		return a, true
	}
	return a.through(first, last)
}

// through lets a reading of the date first go on to the date last.
func (a reading) through(first, last fields) (reading, bool) {
	if last.month == 0 && last.day != 0 {
		_, last.month, _ = a.period.first.Date()
		if last.day < first.day { // "the 30th to the 2nd"
			last.month = last.month%12 + 1
		}
		if !dayFits(last) {
			return reading{}, false
		}
	}
	y := a.period.year()
	if last.year != 0 {
		y = last.year
	}
	b := last.period(y)
	if b.first < a.period.first && last.year == 0 {
		b = last.period(y + 1)
	}
	if b.first <= a.period.first || b.last()-a.period.first > 366*200 {
		return reading{}, false
	}
	a.value = a.period.value() + "/" + b.value()
	a.until = b.last()
	return a, true
}

// ends returns what a range says of its first and its last date; the last may
// leave out the month, the first the month and the year.
func (m *match) ends() (first, last fields, ok bool) {
	first, ok = m.fields()
	last = first
	second := func(c class) (int, bool) {
		i := m.token(c)
		if i < 0 {
			return 0, false
		}
		if i = m.tokenFrom(c, i-m.at+1); i < 0 {
			return 0, false
		}
		if c == classMonth {
			return m.f.g.value(m.f.toks[i].word, c), true
		}
		return m.f.toks[i].num, true
	}
	if n, found := second(classDay); found {
		last.day = n
	}
	for _, c := range [...]class{classMonth, classMM} {
		if n, found := second(c); found {
			last.month = n
		}
	}
	if n, found := second(classYear); found {
		last.year = n
	} else if n, found := m.number(classYear2); found && m.has(classYear) {
		last.year = first.year/100*100 + n
		ok = ok && (n > 12 || last.year == first.year+1) // 2008-07 may be a month
	} else if first.hasYear && last.month != 0 && last.month < first.month {
		first.year-- // "December to February 2026"
	}
	return first, last, ok && (last.day == 0 || last.month == 0 || dayFits(last)) && first != last
}

// firstOfYear reads 今年前十个月, "the first ten months of 2025" as the months
// from January on.
func (m *match) firstOfYear(n int, u Unit) (reading, bool) {
	if n < 1 || u != Month && u != Quarter {
		return reading{}, false
	}
	year, offset, basis := m.yearOfMatch()
	n *= unitMonths[u]
	if n > 11 || year == 0 {
		return readDuration(m)
	}
	if m.seq.marks.any {
		return lastOfYear(year, n, offset, basis), true
	}
	r := reading{typ: Date, period: nth(Month, year, 1), offset: offset, basis: basis}
	switch n {
	case unitMonths[Quarter]:
		r.period = nth(Quarter, year, 1)
	case unitMonths[Half]:
		r.period = nth(Half, year, 1)
	default:
		last := nth(Month, year, n)
		r.until, r.value = last.last(), r.period.value()+"/"+last.value()
	}
	return r, true
}

// readHalfMonth reads 9月上半月, "la première quinzaine d'avril": the days to the
// 15th, or those after it.
func readHalfMonth(m *match) (reading, bool) {
	half, ok := m.ordinal()
	if !ok {
		half = 1
	}
	if m.seq.marks.half {
		half = 2
	}
	r, known := m.monthOfMatch()
	if !known || half < 1 || half > 2 {
		return reading{}, false
	}
	if r.period.unit != Month {
		return r, true
	}
	first, last := r.period.first, r.period.first+14
	if half == 2 {
		first, last = last+1, r.period.last()
	}
	r.period, r.until = period{Day, first}, last
	r.value = r.period.value() + "/" + period{Day, last}.value()
	return r, true
}

// monthOfMatch is the reading of the month that a match names, or this one.
func (m *match) monthOfMatch() (reading, bool) {
	f, ok := m.fields()
	if !ok {
		return reading{}, false
	}
	f.day = 0
	if f.month != 0 {
		return m.place(f)
	}
	n := 0
	if m.has(classShift) {
		n = m.value(classShift)
	}
	return m.shifted(Month, n)
}

// consecutive reads 今明两年, the two units that the marks tell.
func (m *match) consecutive() (reading, bool) {
	r, ok := m.shifted(m.seq.marks.unit, m.seq.marks.shift)
	if n, _, counted := m.count(); !ok || !counted || n != 2 || r.period.unit == 0 {
		return r, ok && n == 2
	}
	next := r.period.shift(1)
	r.value, r.until = r.period.value()+"/"+next.value(), next.last()
	return r, true
}

// readPlan reads “八五” and 十四五, the five years of China's eighth and
// fourteenth plan: from the fifth on they follow each other.
func readPlan(m *match) (reading, bool) {
	n := m.value(classPlan)
	if v, ok := m.number(classNum); ok {
		switch {
		case m.seq.marks.any: // 第十五个五年规划
			n = v
		case v == 15:
			n = 10
		case v > 50 && v < 100 && v%10 == 5:
			n = v / 10
		}
	}
	if n < fifthPlan {
		return reading{}, false
	}
	first := yearPeriod(1976 + 5*(n-fifthPlan))
	last := first.shift(4)
	return reading{
		typ: Date, period: first, until: last.last(), value: first.value() + "/" + last.value(),
		basis: "the years of the plan",
	}, true
}

const fifthPlan = 5

// lastOfYear is the reading of the last n months of a year.
func lastOfYear(year, n int, offset Offset, basis string) reading {
	first, last := nth(Month, year, 13-n), nth(Month, year, 12)
	return reading{
		typ: Date, period: first, until: last.last(), value: first.value() + "/" + last.value(),
		offset: offset, basis: basis,
	}
}

// readAlso reads the second day of "April 24 and 25", where the first one was
// found right before.
func readAlso(m *match) (reading, bool) {
	day, before := m.f.heldPeriod, m.at-1
	n, _ := m.number(classDay)
	if !m.f.holds || day.unit != Day || before < 0 || !m.f.toks[before].has(classDay) ||
		m.f.toks[before].end != m.f.held.End || m.counts() {
		return reading{}, false
	}
	month := containing(day.first, Month)
	d := month.first + edtf.Day(n-1)
	return reading{
		typ: Date, period: period{Day, d}, basis: "a day of the month told before",
		offset: Offset{Base: Told, Unit: Month, Exact: true, Day: uint8(n)},
	}, d > day.first && d <= month.last()
}
