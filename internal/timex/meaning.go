package timex

import "fmt"

// A meaning works out what the words of a match say. It reports false when
// they are no time expression after all.
type meaning func(*match) (reading, bool)

// meanings are all that a rule can mean, by the name it is given in the
// language files.
func meanings() []struct {
	name string
	read meaning
} {
	return []struct {
		name string
		read meaning
	}{
		{"date", readDate},           // a day, month or year by name or number, or by its distance
		{"year", readYear},           // a bare year, which other numbers look like
		{"month", readBareMonth},     // a month alone
		{"weekday", readWeekday},     // a day of the week, with or without a direction
		{"unit", readUnit},           // this, last, next week, month, year
		{"nth", readNth},             // the third quarter, the second half of a year
		{"ago", readAgo},             // a count of units before or after
		{"exactly", readExactly},     // a count of units ago, to the day
		{"yearsago", readYearsAgo},   // a date so many years ago
		{"duration", readDuration},   // how long
		{"set", readSet},             // how often
		{"past", readPast},           // no date, but past
		{"present", readPresent},     // no date, but present
		{"future", readFuture},       // no date, but future
		{"time", readTime},           // a part of a day or a clock time, with or without a day
		{"hours", readHours},         // from one hour of a day to another
		{"decade", readDecade},       // the 1970s
		{"century", readCentury},     // the 20th century
		{"season", readSeason},       // the spring of a year
		{"holiday", readHoliday},     // a day with a name
		{"beside", readBeside},       // the day before or after another
		{"also", readAlso},           // a further day of the month told right before
		{"same", readSame},           // the period told before, of another year
		{"report", readReport},       // a quarter, in a report on one
		{"range", readRange},         // from one day or month to another
		{"fiscal", readFiscal},       // a year or quarter of accounts
		{"halfmonth", readHalfMonth}, // the first or second half of a month
		{"inside", readInside},       // the first week of a month, the last Friday of a year
		{"weekof", readWeekOf},       // the week of a day
		{"plan", readPlan},           // the five years of a plan of China's
		{"none", readNone},           // no time at all, though it looks like one
	}
}

func meaningNamed(name string) (meaning, error) {
	for _, m := range meanings() {
		if m.name == name {
			return m.read, nil
		}
	}
	return nil, fmt.Errorf("no meaning is called %q", name)
}

func readNone(*match) (reading, bool) { return reading{}, true }

// readPast reads "recently"; with a mark also 当时, the time told last.
func readPast(m *match) (reading, bool) {
	if t := m.f.told; m.seq.marks.told && t.unit != 0 && m.f.sentences-m.f.toldIn <= 1 {
		return reading{
			typ: Date, period: t, basis: "the date told before",
			offset: Offset{Base: Told, Unit: t.unit, Exact: true},
		}, true
	}
	if m.f.holds && m.f.held.End == m.f.toks[m.first()].start {
		return reading{}, false // 12月1日以前: before that day
	}
	return reading{typ: Date, value: "PAST_REF"}, true
}

func readPresent(m *match) (reading, bool) { return reading{typ: Date, value: "PRESENT_REF"}, true }

// readFuture reads "soon", but not of what has been: "he was soon released".
func readFuture(m *match) (reading, bool) {
	if m.seq.marks.any && m.direction() < 0 {
		return reading{}, false
	}
	return reading{typ: Date, value: "FUTURE_REF"}, true
}

// shift returns the number of units that the match says to go: by a mark, or by
// a word such as "last".
func (m *match) shift() (int, bool) {
	if m.seq.marks.hasShift {
		return m.seq.marks.shift, true
	}
	for _, c := range [...]class{classShift, classRelYear} {
		if m.has(c) {
			return m.value(c), true
		}
	}
	return 0, false
}

// unit returns the unit that the match names by a mark or a word.
func (m *match) unit() Unit {
	if m.seq.marks.unit != 0 {
		return m.seq.marks.unit
	}
	if m.has(classRelYear) {
		return Year
	}
	for _, c := range [...]class{classUnit, classUnits} {
		if v := m.value(c); v != 0 {
			return unitOf(v)
		}
	}
	return 0
}

// tokenOfUnit returns the index of the word that names the unit, or -1.
func (m *match) tokenOfUnit() int { return max(m.token(classUnit), m.token(classUnits)) }

// count returns the number of units; it is negative for an unknown number, and
// half tells of a half on top.
func (m *match) count() (n int, half, ok bool) {
	i := m.token(classCount)
	if i < 0 { // "half an hour"
		return 0, m.seq.marks.half, m.seq.marks.half
	}
	t := m.f.toks[i]
	half = m.seq.marks.half
	if t.is(flagEither) {
		return -1, half, true
	}
	if t.is(flagNumber) {
		return t.num, half || t.is(flagHalf), true
	}
	v := m.f.g.value(t.word, classCount)
	if v == symX {
		v = -1
	}
	return v, half, true
}

// readUnit reads "last week", "this year", "the following month".
func readUnit(m *match) (reading, bool) {
	n, ok := m.shift()
	u := m.unit()
	if !ok || u == 0 {
		return reading{}, false
	}
	if i := m.tokenOfUnit(); m.seq.marks.unit == Weekend && i >= 0 && m.f.g.value(m.f.toks[i].word, classUnit) != symUnits+int(Weekend)-1 {
		return reading{}, false // « en fin de semaine », not « en semaine »
	}
	if m.f.g.elisions && m.seq.marks.any && !m.f.toks[m.end()-1].is(flagHyphen) {
		return reading{}, false // "cette année-là", not "cette année la"
	}
	if i := m.end(); i < len(m.f.toks) && m.f.toks[i].is(flagHyphen) && m.f.toks[i-1].bits&(classUnit.bit()|classUnits.bit()) != 0 {
		return reading{}, false // "the quarter-to-quarter comparison"
	}
	if m.f.report.unit != 0 && (m.seq.marks.any || u == Year && n == -1 && m.f.report.unit == Quarter && m.comparedWith()) {
		return m.inReport(u, n), true
	}
	return m.shifted(u, n)
}

// part returns the symbol of the part of the day that the match names, or 0.
func (m *match) part() int {
	if m.seq.marks.part != 0 {
		return m.seq.marks.part
	}
	return m.value(classPart)
}

// shifted is the reading of the period n units of u from its base.
func (m *match) shifted(u Unit, n int) (reading, bool) {
	base, kind, known := m.base(u)
	r := reading{typ: Date, offset: Offset{Base: kind, Unit: u, Count: int16(n), Exact: true}}
	if u < Day {
		return reading{}, false
	}
	if !known {
		r.value = openValue(u, 0, 0, 0)
		return r, true
	}
	if u == Weekend && n == 1 && m.f.g.elisions && kind == Published && isoWeekday(m.f.published.first) < 6 {
		n = 0 // « le week-end prochain » is the one to come
	}
	if u == Weekend && n == 0 && m.has(classShift) && m.direction() < 0 && isoWeekday(m.f.published.first) < 6 {
		n = -1 // "they won this weekend", on a Tuesday
	}
	r.period = base.shift(n)
	r.basis = basisOfShift(u, n, m.f, kind)
	return r, true
}

func basisOfShift(u Unit, n int, f *finder, kind Base) string {
	from := "publication on " + f.published.value()
	if kind == Told {
		from = "the date told before"
	}
	switch n {
	case 0:
		return "the " + u.String() + " of " + from
	case 1:
		return "the " + u.String() + " after " + from
	case -1:
		return "the " + u.String() + " before " + from
	}
	return counted(u, n) + from
}

// counted returns "3 weeks before " or "after ".
func counted(u Unit, n int) string {
	word := " after "
	if n < 0 {
		n, word = -n, " before "
	}
	plural := "s"
	if n == 1 {
		plural = ""
	}
	if u == Century && n != 1 {
		return fmt.Sprintf("%d centuries%s", n, word)
	}
	return fmt.Sprintf("%d %s%s%s", n, u, plural, word)
}

// readAgo reads "three weeks ago", "in two months", "a day earlier".
func readAgo(m *match) (reading, bool) {
	n, half, ok := m.count()
	u := m.unit()
	dir, directed := m.shift()
	if !ok || u == 0 || !directed || m.seq.marks.any && m.direction() <= 0 {
		return reading{}, false
	}
	if last := m.f.toks[m.end()-1]; last.is(flagHyphen) && n == 1 && !m.f.toks[m.first()].is(flagNumber) {
		return reading{}, false // "a year-earlier loss": the article is the loss's
	}
	if i := m.end(); i < len(m.f.toks) && m.f.toks[i].has(classStop) {
		return reading{}, false // "a month earlier than usual" is how much earlier
	}
	if i := m.token(classCount); u == Year && i >= 0 && n >= 0 && n < 10 && m.f.toks[i].digits == 2 {
		return reading{}, false // 07年以后: after 2007
	}
	if u < Day || u == Year && n >= 1900 && m.f.toks[m.token(classCount)].digits == 4 {
		return reading{}, false
	}
	if n < 0 {
		return vagueDistance(dir), !m.seq.marks.told || dir < 0 // "a few days later" lies in the past too
	}
	if u == Half || half {
		u, n = halved(u, n, half)
	}
	if u == Year && n == 1 && dir < 0 && m.f.report.unit != 0 && m.compares() {
		return m.inReport(Year, -1), true
	}
	if u == Year && n == 1 && dir < 0 && m.f.told.unit == Month && m.f.subjectIn == m.f.sentences && m.compares() {
		return m.monthBefore(), true // "up in September from August and from a year earlier"
	}
	if y, ok := m.yearBehind(); ok && u == Year && m.seq.marks.told {
		return reading{
			typ: Date, period: yearPeriod(y), basis: "the year told right behind",
			offset: Offset{Base: Told, Unit: u, Count: clamp16(n * dir), Exact: true},
		}, true
	}
	return m.distance(u, n*dir)
}

// yearBehind returns the year of a date that says the same as the match again:
// "three years later, in October 1973".
func (m *match) yearBehind() (int, bool) {
	toks, i := m.f.toks, m.end()
	if i+1 >= len(toks) || !m.f.follows(i, ",") || !toks[i+1].has(classPrep) {
		return 0, false
	}
	for i += 2; i < len(toks) && i < m.end()+dateWords; i++ {
		switch t := toks[i]; {
		case t.has(classYear) && t.digits == 4:
			return t.num, true
		case t.bits&(classMonth.bit()|classDay.bit()) == 0 && !m.f.follows(i, ","):
			return 0, false
		}
	}
	return 0, false
}

// dateWords is how many tokens a date has, with what goes before it.
const dateWords = 7

// halved tells a count with a half in a finer unit.
func halved(u Unit, n int, half bool) (Unit, int) {
	h := 0
	if half {
		h = 1
	}
	switch u {
	case Half:
		return Month, 6*n + 3*h
	case Year:
		return Month, 12*n + 6*h
	case Month, Week:
		return Day, map[Unit]int{Month: 30, Week: 7}[u]*n + map[Unit]int{Month: 15, Week: 3}[u]*h
	case Decade, Century:
		return Year, unitMonths[u]/12*n + unitMonths[u]/24*h
	}
	return u, n
}

// distance is the reading of a count of units before (negative) or after its
// base: of the same unit, for nobody says "four years ago" of a day.
func (m *match) distance(u Unit, n int) (reading, bool) {
	target := u
	if u >= Decade {
		target = Year
	}
	base, kind, known := m.base(min(target, Year))
	r := reading{typ: Date, offset: Offset{Base: kind, Unit: u, Count: clamp16(n), Exact: true}}
	told := m.hangsOn(target)
	if kind == Told && told.unit > max(target, Day) {
		known = false // three days after some day of a week: nobody can tell
	}
	if !known || n > maxDistance || n < -maxDistance {
		r.value = openValue(target, 0, 0, 0)
		return r, true
	}
	r.basis = basisOfShift(u, n, m.f, kind)
	exact := addUnits(base.first, u, n)
	if kind == Published {
		exact = addUnits(m.f.published.first, u, n)
	} else if told.unit == 0 {
		exact = addUnits(m.f.published.first, u, n)
	} else if told.unit <= target {
		exact = addUnits(told.first, u, n)
	}
	if !inRange(exact) {
		r.value = openValue(target, 0, 0, 0)
		return r, true
	}
	r.period = containing(exact, target)
	r.near = m.nearness(exact, u, n)
	if kind == Told && told.unit != 0 {
		m.tellYear(r.period.year()) // three years later, the story is in that year
	}
	return r, true
}

// maxDistance bounds counts of units that still lead to a year of our era.
const maxDistance = 4000

func clamp16(n int) int16 { return int16(max(-30000, min(n, 30000))) }

// nearness reads "nearly" and "more than" in front of a distance.
func (m *match) nearness(exact edtfDay, u Unit, n int) nearness {
	side := 0
	switch v := m.modifier(); {
	case v == 0 || symbol(v) == "APPROX":
	case symbol(v) == "MORE_THAN" || symbol(v) == "EQUAL_OR_MORE":
		side = 1
	case symbol(v) == "LESS_THAN" || symbol(v) == "EQUAL_OR_LESS":
		side = -1
	}
	if n < 0 {
		side = -side
	}
	return nearness{side: side, exact: exact, unit: min(u, Year)}
}

func vagueDistance(dir int) reading { return reading{typ: Date, value: refValue(dir)} }

func refValue(dir int) string {
	if dir < 0 {
		return "PAST_REF"
	}
	return "FUTURE_REF"
}

// readDuration reads "three weeks", "the past two years", "several months".
func readDuration(m *match) (reading, bool) {
	n, half, ok := m.count()
	u := m.unit()
	if u == 0 {
		return reading{}, false
	}
	switch {
	case !ok && m.seq.marks.hasShift:
		n = m.seq.marks.shift
	case !ok:
		n = -1
	case u == Year && n >= 1900 && n < 2100 && m.f.toks[m.token(classCount)].digits == 4:
		return reading{}, false
	}
	if m.articleOfNoun() || m.isTitle() {
		return reading{}, false
	}
	if i := m.tokenOfUnit(); i >= 0 && u == Quarter && m.f.toks[i].is(flagHyphen) && m.f.toks[i].has(classUnits) {
		return reading{}, false // "three-quarters" of something else
	}
	if m.seq.marks.any && m.has(classCount) { // five years and four months
		u, n = Month, 12*n+m.secondCount()
	}
	if u == Month && (n == 6 || n == 9) {
		m.f.reportOn(period{unit: Month})
	}
	return reading{typ: Duration, value: durationValue(u, n, half)}, true
}

// isTitle tells whether the match is written as names are: "on 60 Minutes".
func (m *match) isTitle() bool {
	i := m.tokenOfUnit()
	return i > 1 && m.f.toks[i].is(flagCapital) && m.f.toks[i-1].digits > 0
}

// articleOfNoun tells whether the match begins with an article that belongs to
// what follows it: "the two-week visit", "the third-quarter loss", "the two day
// rally".
func (m *match) articleOfNoun() bool {
	i, first := m.tokenOfUnit(), m.f.toks[m.first()]
	if i < 0 || i != m.end()-1 || first.bits != 0 || first.end-first.start > len("the") {
		return false
	}
	return m.f.toks[i].is(flagHyphen) || m.f.toks[i-1].is(flagNumber) && m.f.toks[i-1].num > 1 && !m.f.g.elisions &&
		!m.f.toks[i-1].has(classOrd) && !m.f.toks[i].has(classUnits)
}

// readSet reads "every week", "daily", "each Friday".
func readSet(m *match) (reading, bool) {
	r := reading{typ: Set}
	if m.has(classFreq) && m.first() > 0 && m.f.toks[m.first()].is(flagCapital) {
		return reading{}, false // the China Daily
	}
	part := m.clockPart()
	switch {
	case m.has(classFreq):
		r.value = symbol(m.value(classFreq))
	case m.has(classWeekday) && !m.seq.marks.hasShift: // 每周三, not 每周三次
		r.value = openValue(Day, 0, 0, m.value(classWeekday)) + part
	case m.has(classMonth) || m.has(classMM) || m.has(classDay):
		f, ok := m.fields()
		if !ok {
			return reading{}, false
		}
		r.value = openValue(f.unit(), f.month, f.day, 0)
	case m.has(classHoliday):
		r.value = "P1Y"
		if v := m.value(classHoliday); v < nthWeekdayBase {
			r.value = openValue(Day, v/100, v%100, 0)
		}
	case m.has(classSeason):
		r.value = "XXXX-" + seasonCodes[m.value(classSeason)-1]
	case part != "":
		r.value = "XXXX-XX-XX" + part
	default:
		n, half, ok := m.count()
		if m.seq.marks.hasShift {
			n = m.seq.marks.shift // "three times a year" counts the times
		} else if !ok {
			n = 1
		}
		if m.unit() == 0 {
			return reading{}, false
		}
		r.value = durationValue(m.unit(), n, half)
	}
	return r, true
}
