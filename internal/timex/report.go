package timex

import "buildsite/internal/edtf"

// Reports on quarters compare them: "profit rose to $3 million from $2 million a
// year ago" speaks of the quarter a year before, not of a year. The quarter
// that a text told last is what it reports on; where it turns to six or nine
// months, it is the year of that quarter.

// reportOn remembers a quarter, or that the text turned to a stretch of months.
func (n *narrative) reportOn(p period) {
	switch {
	case p.unit == Quarter && n.report.unit == Quarter && p.first < n.report.first && n.report.last() <= n.published.last():
		// "after a flat second quarter": told to compare with
	case p.unit == Quarter:
		n.report, n.reportEnd = p, 0
	case p.unit == Month && n.report.unit != 0:
		n.report = containing(n.report.first, Year)
	}
}

// compares tells whether the sentence of the match has figures to compare.
func (m *match) compares() bool {
	for _, t := range m.f.toks {
		if t.has(classFigure) {
			return true
		}
	}
	return false
}

// comparedWith tells whether a figure to compare with stands before the match:
// "compared with a loss of $3 million last year".
func (m *match) comparedWith() bool {
	for i := m.first() - 1; i >= max(0, m.first()-compareReach); i-- {
		if t := m.f.toks[i]; t.has(classFigure) && m.f.g.value(t.word, classFigure) == 1 {
			return true
		}
	}
	return false
}

// compareReach is how many words such a figure has.
const compareReach = 10

// inReport reads "a year ago" and "the latest period" in a report: n years from
// what it reports on, or that itself.
func (m *match) inReport(u Unit, n int) reading {
	p, basis := m.f.report, "what the text reports on"
	if u == Year && n != 0 {
		p, basis = p.shift(n*12/unitMonths[p.unit]), counted(Year, n)+basis
	}
	r := reading{
		typ: Date, period: p, basis: basis, aside: true,
		offset: Offset{Base: Told, Unit: u, Count: int16(min(n, 0)), Exact: true},
	}
	if p.unit == Quarter && m.f.reportEnd != 0 {
		r.value = p.value()
		r.endWith(m.f.reportEnd, p.year()-m.f.report.year())
	}
	return r
}

// monthBefore reads "a year earlier" in a report on a month: that month, of the
// year before.
func (m *match) monthBefore() reading {
	return reading{
		typ: Date, period: m.f.subject.shift(-12), basis: "the month a year before the one told of", aside: true,
		offset: Offset{Base: Told, Unit: Month, Count: -12, Exact: true},
	}
}

// endWith makes the reading the three months up to a day, so many years on.
func (r *reading) endWith(end edtf.Day, years int) {
	last := containing(end, Month).shift(12 * years)
	r.period, r.until = last.shift(-2), last.last()
}

// readReport reads "the 2024 period", "the second quarter ended July 31".
func readReport(m *match) (reading, bool) {
	f, ok := m.fields()
	switch {
	case !ok:
		return reading{}, false
	case f.month != 0:
		return m.quarterUntil(f)
	case !f.hasYear || m.f.report.unit != Quarter:
		return m.place(f)
	}
	m.tellYear(f.year)
	r := m.inReport(Year, f.year-m.f.report.year())
	r.offset, r.basis = Offset{}, "the quarter told before, of the year as written"
	return r, true
}

// quarterUntil reads a quarter that ends on a day, which need not be one of the
// calendar's: its date is the three months up to then. TIMEX3 wants the number
// that it goes by, or else that of the calendar's quarter with most of its days.
func (m *match) quarterUntil(f fields) (reading, bool) {
	r, ok := m.place(f)
	if !ok || r.period.unit == 0 {
		return r, ok
	}
	last := containing(r.period.last()-edtf.Day(halfMonth), Month)
	q := containing(last.first-edtf.Day(halfMonth), Quarter)
	if n, ok := m.number(classOrd); ok {
		if n < 1 || n > 4 {
			return reading{}, false
		}
		q = nth(Quarter, last.year(), n)
	}
	r.value, r.basis = q.value(), "the three months up to the day told with it"
	r.endWith(last.first, 0)
	m.f.report, m.f.reportEnd = q, last.first
	return r, true
}

// halfMonth decides which month the quarter's last day belongs to: one that
// ends on 2 October ends with September.
const halfMonth = 14

// readFiscal reads "fiscal 2025", "the 2025-26 fiscal year", "the fiscal third
// quarter": as TIMEX3 writes those of the calendar, but nobody tells in which
// month such a year begins.
func readFiscal(m *match) (reading, bool) {
	if m.has(classOrd) || m.has(classPlace) || m.has(classNum) {
		r, ok := readNth(m)
		r.fiscal = true
		if next, two := m.secondYear(r.period.year()); two && r.period.unit != 0 {
			r.until = yearPeriod(next).last()
			ok = ok && next == r.period.year()+1
		}
		return r, ok
	}
	f, ok := m.fields()
	if !ok {
		return reading{}, false
	}
	r, ok := m.place(fields{year: f.year, hasYear: f.hasYear, shift: f.shift, shifted: f.shifted})
	r.fiscal = true
	if next, two := m.secondYear(f.year); two && ok {
		r.value, r.until = r.period.value()+"/"+yearPeriod(next).value(), yearPeriod(next).last()
		ok = next == f.year+1
	}
	return r, ok
}

// secondYear returns the year told after the first one, in two digits or four.
func (m *match) secondYear(first int) (int, bool) {
	i := m.token(classYear)
	if i < 0 {
		return 0, false
	}
	if j := m.tokenFrom(classYear, i-m.at+1); j >= 0 {
		return m.f.toks[j].num, true
	}
	if n, ok := m.number(classYear2); ok {
		return first/100*100 + n, true
	}
	return 0, false
}
