package timex

// yearOfMatch returns the year that a match hangs on: as written, by "last" and
// "this", or 0 for none.
func (m *match) yearOfMatch() (year int, offset Offset, basis string) {
	f, _ := m.fields()
	if f.hasYear {
		m.tellYear(f.year)
		return f.year, Offset{}, "the date as written"
	}
	if !f.shifted {
		return 0, Offset{}, ""
	}
	base, kind, known := m.base(Year)
	offset = Offset{Base: kind, Unit: Year, Count: int16(f.shift), Exact: true}
	if !known {
		return 0, offset, ""
	}
	return base.year() + f.shift, offset, basisOfShift(Year, f.shift, m.f, kind)
}

// readNth reads "the third quarter of 1989", 去年下半年. Without a year it is
// the nearest one, leaning to the past.
func readNth(m *match) (reading, bool) {
	u := m.unit()
	if v := m.value(classUnit); v != 0 { // the mark is of the year's unit
		u = unitOf(v)
	}
	n, ok := m.ordinal()
	if v := m.value(classPlace); v != 0 { // parts in a year, and which of them
		u, n, ok = Half, v%100, true
		if v/100 == 4 {
			u = Quarter
		}
	}
	if len(m.seq.steps) == 1 && !m.f.toks[m.at].is(flagCapital) && !isWide(m.f.text[m.f.toks[m.at].start]) {
		ok = false // "the last half" may be of anything, "Q3" is of a year
	}
	if u == Half && m.f.follows(m.end(), "of", "the") {
		ok = false // "the first half of the game"
	}
	if !ok || u < Quarter || u > Half || n < 1 || n > 12/unitMonths[u] || m.articleOfNoun() {
		return reading{}, false
	}
	return m.partOfYear(u, n)
}

// ordinal returns the place of a part of the year, by a number or a word.
func (m *match) ordinal() (int, bool) {
	for _, c := range [...]class{classOrd, classNum} {
		if n, ok := m.number(c); ok {
			return n, true
		}
	}
	return 0, false
}

// partOfYear is the reading of the n-th unit of the year that the match tells.
func (m *match) partOfYear(u Unit, n int) (reading, bool) {
	year, offset, basis := m.yearOfMatch()
	if year != 0 {
		return reading{typ: Date, period: nth(u, year, n), offset: offset, basis: basis}, true
	}
	here, known := m.f.here(Month)
	if offset == (Offset{}) {
		offset = Offset{Base: Published, Unit: Year, Month: uint8((n-1)*unitMonths[u] + 1)}
	} else {
		known = false
	}
	if !known {
		return reading{typ: Date, value: openValue(u, 0, 0, 0), offset: offset}, true
	}
	dir := m.direction()
	if y, ok := m.carried(fields{month: nth(u, 2000, n).month()}, dir); ok && m.f.inStory() {
		offset.Base = Told
		return reading{typ: Date, period: nth(u, y, n), offset: offset, basis: "the year told before"}, true
	}
	if p, ok := m.storySeason(n); ok && u == Season && dir <= 0 {
		offset.Base = Told
		return reading{typ: Date, period: p, offset: offset, basis: "the year told before"}, true
	}
	best, cost := period{}, 1<<30
	for y := here.year() - 1; y <= here.year()+1; y++ {
		p := nth(u, y, n)
		distance := int(p.first - here.first)
		if distance < 0 { // a quarter is told of until the next one has been
			distance = min(0, int(p.last()-here.first))
		}
		c := weigh(distance, dir)
		if distance > 0 && dir == 0 && u != Season {
			c *= unlikely // "the first half", told in November, has been
		}
		if c < cost {
			best, cost = p, c
		}
	}
	return reading{
		typ: Date, period: best, offset: offset,
		basis: "the nearest such " + u.String() + " to publication on " + m.f.published.value(),
	}, true
}

// unlikely is by how much a part of a year to come must be nearer, where no
// word points ahead.
const unlikely = 6

// readSeason reads "spring 1961", "last fall", "this summer".
func readSeason(m *match) (reading, bool) {
	s := m.value(classSeason)
	if s < 1 || s > 4 {
		return reading{}, false
	}
	i := m.token(classSeason)
	if m.f.toks[i].has(classAmbig) && !m.introduced() {
		return reading{}, false
	}
	if len(m.seq.steps) == 1 && m.f.toks[i].end-m.f.toks[i].start == len("春") {
		return reading{}, false // one character is more often part of a word
	}
	n, shifted := m.shift()
	if m.seq.marks.told && n != 0 && m.seq.marks.unit == 0 {
		return m.seasonBeside(s, n)
	}
	if m.seq.marks.any || m.seq.marks.told || !shifted || m.unit() == Year || m.has(classYear) || !m.knowsMonth() {
		return m.partOfYear(Season, s)
	}
	here := m.f.published
	p := nth(Season, here.year()-1, s) // the one that lies n seasons of the name away
	for p.shift(4).first <= here.first {
		p = p.shift(4)
	}
	if n < 0 && p.last() >= here.first {
		p = p.shift(-4)
	}
	if n > 0 || n == 0 && p.shift(4).year() == here.year() {
		p = p.shift(4)
	}
	return reading{
		typ: Date, period: p, basis: "the nearest such season to publication on " + here.value(),
		offset: Offset{Base: Published, Unit: Year, Direction: int8(n), Month: uint8(p.month())},
	}, true
}

// seasonBeside reads « l'hiver suivant »: the next such season (1) after what was
// told last, or the one before it (-1).
func (m *match) seasonBeside(s, dir int) (reading, bool) {
	told := m.f.told
	if told.unit == 0 || told.unit > Year {
		return reading{}, false
	}
	p := nth(Season, told.year()-2, s)
	for dir > 0 && p.first <= told.first || dir < 0 && p.shift(4).first < told.first {
		p = p.shift(4)
	}
	return reading{
		typ: Date, period: p, basis: "the nearest such season to the date told before",
		offset: Offset{Base: Told, Unit: Year, Direction: int8(dir), Month: uint8(p.month())},
	}, true
}

// storySeason returns the first such season from the season on that was told in
// the sentence, where that lies more than a year back: "in the summer of 2019 …,
// in the fall".
func (m *match) storySeason(s int) (period, bool) {
	t := m.f.told
	if t.unit != Season || m.f.toldIn != m.f.sentences || m.f.published.first-t.first < 366 {
		return period{}, false
	}
	p := nth(Season, t.year()-1, s)
	for p.first < t.first {
		p = p.shift(4)
	}
	return p, true
}

func (m *match) knowsMonth() bool {
	_, ok := m.f.here(Month)
	return ok
}

// readDecade reads "the 1970s", "the '80s", 上世纪七十年代.
func readDecade(m *match) (reading, bool) {
	y, ok := m.number(classDecade)
	if v := m.value(classDecade); v != 0 {
		y = v
	}
	if !ok {
		y, ok = m.number(classNum)
	}
	// 二十世纪七十年代: the first number is the century's.
	first, after := y, -1
	if i := m.token(classNum); i >= 0 {
		if after = m.tokenFrom(classNum, i-m.at+1); after >= 0 {
			y = m.f.toks[after].num
		}
	}
	if !ok || y%10 != 0 {
		return reading{}, false
	}
	if i := m.token(classDecade); y < 100 && i == m.first() && m.f.toks[i].is(flagNumber) && m.f.text[m.f.toks[i].start] != '\'' {
		return reading{}, false // "in his 30s"
	}
	if y < 100 {
		century := 1900
		if n, shifted := m.shift(); shifted && m.f.published.unit != 0 {
			century = m.f.published.year()/100*100 + n*100
		} else if after >= 0 {
			century = (first - 1) * 100
		}
		y += century
	}
	if y < 1000 || y > 2200 {
		return reading{}, false
	}
	return reading{typ: Date, period: period{Decade, dayOf(y, 1, 1)}, basis: "the decade as written"}, true
}

// readCentury reads "the 20th century", "this century".
func readCentury(m *match) (reading, bool) {
	n, ok := m.ordinal()
	if !ok && m.seq.marks.any { // "the new century" is told of before it comes and after
		next := 0
		if m.f.published.unit != 0 && m.f.published.year()%100 >= 50 {
			next = 1
		}
		return m.shifted(Century, next)
	}
	if !ok {
		return readUnit(m)
	}
	if n < 2 || n > 30 {
		return reading{}, false
	}
	return reading{typ: Date, period: period{Century, dayOf((n-1)*100, 1, 1)}, basis: "the century as written"}, true
}
