package timex

// readYearsAgo reads 55年前的10月13日.
func readYearsAgo(m *match) (reading, bool) {
	n, _, ok := m.count()
	f, fits := m.fields()
	if !ok || !fits || n < 1 || n > maxDistance {
		return reading{}, false
	}
	base, kind, known := m.base(Year)
	r := reading{typ: Date, offset: Offset{
		Base: kind, Unit: Year, Count: clamp16(-n), Exact: true, Month: uint8(f.month), Day: uint8(f.day),
	}}
	if !known || base.year() <= n {
		r.value = openValue(f.unit(), f.month, f.day, 0)
		return r, true
	}
	r.period, r.basis = f.period(base.year()-n), basisOfShift(Year, -n, m.f, kind)
	return r, true
}

// secondCount returns the number that the second COUNT of a match tells.
func (m *match) secondCount() int {
	if i := m.tokenFrom(classCount, m.token(classCount)-m.at+1); i >= 0 {
		return m.f.toks[i].num
	}
	return 0
}

// readExactly reads "55 years ago today", 七年前的今天: for once to the day.
func readExactly(m *match) (reading, bool) {
	n, half, ok := m.count()
	u := m.unit()
	dir, _ := m.shift()
	if !ok || half || n < 1 || n > maxDistance || u < Day {
		return reading{}, false
	}
	base, kind, known := m.base(Day)
	r := reading{typ: Date, offset: Offset{Base: kind, Unit: u, Count: clamp16(n * dir), Exact: true}}
	if !known {
		r.value = openValue(Day, 0, 0, 0)
		return r, true
	}
	r.period = period{Day, addUnits(base.first, u, n*dir)}
	r.basis = basisOfShift(u, n*dir, m.f, kind) + ", to the day"
	return r, inRange(r.period.first)
}
