package timex

import (
	"strconv"
	"strings"

	"buildsite/internal/edtf"
)

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
	best, cost := period{}, 1<<30
	for y := here.year() - 1; y <= here.year()+1; y++ {
		p := nth(u, y, n)
		distance := int(p.first - here.first)
		if distance < 0 { // a quarter is told of until the next one has been
			distance = min(0, int(p.last()-here.first))
			dir = min(dir, 0)
		}
		if c := weigh(distance, dir); c < cost {
			best, cost = p, c
		}
	}
	return reading{
		typ: Date, period: best, offset: offset,
		basis: "the nearest such " + u.String() + " to publication on " + m.f.published.value(),
	}, true
}

// readSeason reads "spring 1961", "last fall", "this summer".
func readSeason(m *match) (reading, bool) {
	s := m.value(classSeason)
	if s < 1 || s > 4 {
		return reading{}, false
	}
	if i := m.token(classSeason); m.f.toks[i].has(classAmbig) && !m.introduced() {
		return reading{}, false
	}
	n, shifted := m.shift()
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

func (m *match) knowsMonth() bool {
	_, ok := m.f.here(Month)
	return ok
}

// readDecade reads "the 1970s", "the '80s", 上世纪七十年代.
func readDecade(m *match) (reading, bool) {
	y, ok := m.number(classDecade)
	if !ok {
		y, ok = m.number(classNum)
	}
	if !ok || y%10 != 0 {
		return reading{}, false
	}
	if i := m.token(classDecade); y < 100 && i == m.first() && m.f.text[m.f.toks[i].start] != '\'' {
		return reading{}, false // "in his 30s"
	}
	if y < 100 {
		century := 1900
		if n, shifted := m.shift(); shifted && m.f.published.unit != 0 {
			century = m.f.published.year()/100*100 + n*100
		} else if i := m.token(classYear2); i >= 0 {
			century = (m.f.toks[i].num - 1) * 100
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
	if !ok {
		return readUnit(m)
	}
	if n < 2 || n > 30 {
		return reading{}, false
	}
	return reading{typ: Date, period: period{Century, dayOf((n-1)*100, 1, 1)}, basis: "the century as written"}, true
}

// Holidays are told by one number: month and day, or what movable makes.
const (
	nthWeekdayBase = 1 << 21
	easterBase     = 1 << 22
)

// readMovable reads the day of a holiday that moves: "10.1.2" is the second
// Monday of October ("5.4.9" would be the last Thursday of May), "easter-2" two
// days before Easter.
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
		if err != nil || v < 1 || v > 12 {
			return 0, false
		}
		n = n*16 + v
	}
	return nthWeekdayBase + n, true
}

// holidayIn returns the day that a holiday falls on in year y.
func holidayIn(v, y int) edtf.Day {
	switch {
	case v >= easterBase:
		return easter(y) + edtf.Day(v-easterBase-400)
	case v >= nthWeekdayBase:
		month, wd, n := (v-nthWeekdayBase)>>8, (v-nthWeekdayBase)>>4&15, v&15
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
	offset = Offset{Base: Published, Unit: Year, Direction: int8(dir)}
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
		typ: Date, period: period{Day, best}, offset: offset,
		basis: "the nearest such day to publication on " + m.f.published.value(),
	}, true
}

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
	first, last := nth(Month, year, 1), nth(Month, year, n)
	return reading{
		typ: Date, period: first, until: last.last(), value: first.value() + "/" + last.value(),
		offset: offset, basis: basis,
	}, true
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
