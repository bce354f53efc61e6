package timex

// readSame reads "the same period of last year", 去年同期: the month, quarter or
// stretch of months that was told last, so many years on, or where the rule asks for it what
// the text reports on. Where it was a day, or
// nothing in this sentence (with a mark, or the one before), it is the year.
func readSame(m *match) (reading, bool) {
	if m.seq.marks.unit == Year && m.f.report.unit != 0 {
		return m.inReport(Year, -1), true
	}
	f, ok := m.fields()
	told := m.f.told
	near := m.f.toldIn == m.f.sentences || m.f.toldIn == m.f.sentences-1 && (m.seq.marks.told || m.seq.marks.any)
	if !ok || told.unit < Month || told.unit > Year || told.unit == Year && !m.seq.marks.told || !near {
		return m.sameYear(f)
	}
	if m.f.toldFrom.unit == told.unit {
		told = m.f.toldFrom
	}
	years := f.shift
	if f.hasYear {
		years = f.year - told.year()
	}
	r := reading{
		typ: Date, period: told.shiftYears(years), basis: "the period told before",
		offset: Offset{Base: Told, Unit: Year, Count: clamp16(years), Exact: true}, aside: true,
	}
	if last := m.f.toldLast; last != 0 {
		end := containing(last, told.unit).shiftYears(years)
		r.until, r.value = end.last(), r.period.value()+"/"+end.value()
	}
	return r, inRange(r.period.first)
}

// sameYear is the reading of the year alone.
func (m *match) sameYear(f fields) (reading, bool) {
	if f.hasYear {
		return m.place(fields{year: f.year, hasYear: true})
	}
	return m.shifted(Year, f.shift)
}

// shiftYears returns the same part of another year.
func (p period) shiftYears(n int) period { return p.shift(n * 12 / unitMonths[p.unit]) }
