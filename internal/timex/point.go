package timex

import (
	"strings"

	"buildsite/internal/edtf"
)

type edtfDay = edtf.Day

// readDate reads dates by name and number, and days by their distance
// ("yesterday"). A weekday beside a date adds nothing.
func readDate(m *match) (reading, bool) {
	if m.has(classDeictic) {
		return m.shifted(Day, m.value(classDeictic))
	}
	f, ok := m.fields()
	if !ok || m.has(classYear2) && m.counts() || m.seq.marks.any && !m.endsInDigits() {
		return reading{}, false
	}
	if i := m.token(classDay); i >= 0 && f.month == 0 && !f.shifted && !m.has(classWeekday) && m.f.toks[i].has(classOrd) && m.f.toks[i].digits == 0 {
		return reading{}, false // "on the second and third"
	}
	if i := m.token(classMonth); i >= 0 && f.year == 0 && f.day == 0 && !f.shifted {
		return readBareMonth(m)
	}
	return m.place(f)
}

// endsInDigits tells whether the match is the last of its sentence, and no word.
func (m *match) endsInDigits() bool {
	return m.end() == len(m.f.toks) && m.f.toks[m.end()-1].digits > 0
}

// counts tells whether what follows the match makes its last number a count.
func (m *match) counts() bool {
	i := m.end()
	return i < len(m.f.toks) && m.f.toks[i].bits&(classMeasure.bit()|classUnit.bit()|classUnits.bit()) != 0
}

// place finds the period that fields mean.
func (m *match) place(f fields) (reading, bool) {
	switch {
	case f.hasYear:
		m.tellYear(f.year)
		return reading{typ: Date, period: f.period(f.year), basis: "the date as written"}, true
	case f.shifted && m.unit() == Month && f.day != 0:
		return m.dayOfMonth(f)
	case f.shifted && f.month == 0:
		return m.shifted(Year, f.shift)
	case f.shifted:
		return m.monthOfYear(f)
	case f.month != 0:
		return m.nearestDate(f)
	case f.day != 0:
		return m.nearestDayOfMonth(f.day)
	}
	return reading{}, false
}

// dayOfMonth reads 上月15日, "the 15th of next month".
func (m *match) dayOfMonth(f fields) (reading, bool) {
	r, ok := m.shifted(Month, f.shift)
	r.offset.Day = uint8(f.day)
	if r.period.unit == 0 {
		r.value = openValue(Day, 0, f.day, 0)
		return r, ok
	}
	d := r.period.first + edtf.Day(f.day-1)
	ok = ok && d <= r.period.last()
	r.period = period{Day, d}
	return r, ok
}

// monthOfYear reads "January this year", "last May", "next June 3".
func (m *match) monthOfYear(f fields) (reading, bool) {
	base, kind, known := m.base(Year)
	r := reading{typ: Date, offset: Offset{
		Base: kind, Unit: Year, Count: int16(f.shift), Exact: m.has(classUnit) || m.has(classRelYear) || m.seq.marks.unit != 0,
		Direction: int8(sign(f.shift)), Month: uint8(f.month), Day: uint8(f.day),
	}}
	if !known {
		r.value = openValue(f.unit(), f.month, f.day, 0)
		return r, true
	}
	r.basis = basisOfShift(Year, f.shift, m.f, kind)
	y := base.year() + f.shift
	switch t := m.monthTold(); {
	case r.offset.Exact:
	case m.seq.marks.told && t.unit != 0: // "the following January"
		y = f.besides(t, f.shift)
		r.basis = "the nearest one before or after the date told before"
	default:
		y = m.f.nextOccurrence(f, f.shift)
		r.basis = "the nearest one before or after publication on " + m.f.published.value()
	}
	r.period = f.period(y)
	return r, true
}

// monthTold returns the day or month told last, though a year was named since
// ("in February papers told of the election of 2021"), else what was told last.
func (m *match) monthTold() period {
	if t := m.told(); t.unit < Year || m.f.month.unit == 0 || m.f.sentences-m.f.monthIn > 1 {
		return t
	}
	return m.f.month
}

// besides returns the year of the first such month or day after what was told,
// or of the last before it, where dir is negative: "le 8 mai suivant".
func (f fields) besides(told period, dir int) int {
	y := told.year()
	p := f.period(y)
	switch {
	case dir > 0 && p.first <= told.first:
		return y + 1
	case dir < 0 && p.first >= told.first:
		return y - 1
	}
	return y
}

// nextOccurrence returns the year of the last (-1), the next (+1) or this
// year's (0) such month or day.
func (n *finder) nextOccurrence(f fields, dir int) int {
	y := n.published.year()
	if n.published.unit > Month {
		return y + dir
	}
	this := f.period(y)
	here := containing(n.published.first, this.unit)
	switch {
	case dir < 0 && this.first >= here.first:
		return y - 1
	case dir < 0 && this.unit == Month && this.shift(1) == here && !n.g.elisions:
		return y - 1 // the month right before is "last month"; but "septembre dernier" is any September
	case dir > 0 && this.first <= here.first:
		return y + 1
	}
	return y
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// nearestDate reads a month, with or without a day, whose year is not said: the
// year of the narrative if the text is telling what happened in it, else the
// nearest to the publication, leaning to the side that the tense tells.
func (m *match) nearestDate(f fields) (reading, bool) {
	dir := m.direction()
	r := reading{typ: Date, offset: Offset{
		Base: Published, Unit: Year, Direction: int8(sign(dir)), Month: uint8(f.month), Day: uint8(f.day),
	}}
	here := m.f.published
	if y, ok := m.carried(f, dir); ok && (f.day == 0 || dayExists(y, f.month, f.day)) && m.onWeekday(f.period(y)) {
		r.period, r.basis = f.period(y), "the year told before"
		r.offset.Base = Told
		return r, true
	}
	if here.unit == 0 {
		r.value = openValue(f.unit(), f.month, f.day, 0)
		return r, true
	}
	over := dir < 0 && m.perfect() // "had ended on Dec. 15"
	best, cost := 0, 1<<30
	for y := here.year() - 8; y <= here.year()+8; y++ {
		if f.day != 0 && !dayExists(y, f.month, f.day) {
			continue // 29 February
		}
		p := f.period(y)
		c := int(p.first - here.first)
		if p.unit == Month {
			c = int(p.first - containing(here.first, Month).first)
		}
		far := p.unit == Month && dir < 0 && c > soon
		if c = weigh(c, dir); over && p.first > here.first {
			c *= unlikely
		}
		if far {
			c += c / 2 // "found in January" was this year's, in November too
		}
		if !m.onWeekday(p) {
			c += 1000 // the wrong year, or a slip of the writer
		}
		if c < cost {
			best, cost = y, c
		}
	}
	r.period = f.period(best)
	r.basis = "the nearest such " + f.unit().String() + " to publication on " + here.value()
	return r, true
}

// onWeekday tells whether p falls on the weekday that the match names beside it.
func (m *match) onWeekday(p period) bool {
	wd := m.value(classWeekday)
	return wd == 0 || p.unit != Day || isoWeekday(p.first) == wd
}

// weigh makes days on the unlikely side of the publication cost more.
func weigh(days, dir int) int {
	switch {
	case days < 0 && dir > 1:
		return -days + never
	case days < 0 && dir > 0:
		return -days * 3
	case days < 0:
		return -days
	case dir < -1:
		return days * unlikely
	case dir < 0 && days > soon:
		return days * 4
	case dir < 0:
		return days * 3
	case dir > 0:
		return days * 2 / 3
	}
	return days * 2 // news tells more of what was than of what will be
}

// soon is how many days ahead a day may be that a slip of tense still leaves near:
// beyond, "visited on Feb. 9" is nine months ago and not in three.
const soon = 60

// never is the cost of the side that cannot be meant: more than that of any day of
// the year to come, less than that of a day which is not of the weekday told.
const never = 500

// carried returns the year told before, where the text tells what happened in a
// past year: more than a year before its publication, and told no more than a
// sentence ago, or two where the story goes on from there. A story that has told
// several days or months of the year lasts longer. Of a text whose own day is
// not known, a year carries to the end of its line at most: the next one may
// speak of the unknown present.
func (m *match) carried(f fields, dir int) (int, bool) {
	y := m.f.year
	if y == 0 {
		return 0, false
	}
	if m.f.published.unit == 0 {
		since := m.f.text[m.f.yearAt:m.f.toks[m.first()].start]
		return y, !strings.ContainsAny(since, "\r\n")
	}
	told := m.f.told
	if dir > 0 || told.unit == 0 || told.year() != y {
		return 0, false
	}
	age := m.f.sentences - m.f.toldIn
	if told.unit == Month && age > 0 && y < m.f.published.year() && containing(f.period(y).first, Month) != told && m.isNewsDay(f) {
		return 0, false
	}
	if m.f.inStory() && !(age > 1 && m.opensParagraph()) {
		return m.storyYear(f, y), true
	}
	here := m.f.published.first
	recent := here - f.period(m.f.published.year()).first
	far := recent > storyDays || recent < -storyDays
	if told.unit == Month && age <= 2 && far && f.day != 0 && containing(f.period(y).first, Month) == told {
		return y, true // a day of the month that was told
	}
	onward := age <= 2 && f.period(y).first > told.first && (recent < 0 || recent > storyDays) && !m.parted() // a story that goes on
	if age > 0 && !onward && (age > 1 || told.unit != Day || f.period(y).last() < told.first) {
		return 0, false
	}
	if y == m.f.published.year()-1 && dir < 0 && age <= 1 && told.unit == Day && f.day == 0 && f.period(y).first > told.last() {
		return y, true // "was detained on April 22, 2025, and formally arrested in June"
	}
	if y == m.f.published.year()-1 && dir < 0 && age == 0 && told.unit == Day && f.period(y).first > told.last() {
		return y, true // "hearings began on Jan. 29, 2024; he testified on April 10"
	}
	if age == 0 && told.unit == Year && m.f.g.elisions && strings.ContainsAny(m.f.text[m.f.yearAt:m.f.toks[m.first()].start], ";:") {
		return y, y < m.f.published.year() // « Début 2023, un ballon survole le Yukon ; il est abattu le 4 février »
	}
	if age == 0 && told.unit == Year && !m.f.g.elisions && dir <= 0 && m.leadsWithYear() {
		return y, y < m.f.published.year() // "The following year, they locked out workers in November"
	}
	return y, y < m.f.published.year()-1 && told.unit < Year
}

// parted tells whether a French paragraph has begun since a year was named.
func (m *match) parted() bool {
	return m.f.g.elisions && strings.Contains(m.f.text[m.f.yearAt:m.f.toks[m.first()].start], "\n")
}

// opensParagraph tells whether the match stands in the first sentence of a
// French paragraph, where a story of another year may be over.
func (m *match) opensParagraph() bool {
	if !m.f.g.elisions {
		return false
	}
	before := m.f.text[:m.f.toks[m.first()].start]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return len(line) < len(before) && !strings.Contains(line, ". ")
}

// newsReach is how many days before the publication a day without a year may lie
// to be one of this year in English news that has told but months of a past one;
// in a story of that year it has to be within storyDays.
const newsReach = 100

// isNewsDay tells whether a date is a day of this year that may be news.
func (m *match) isNewsDay(f fields) bool {
	if f.day == 0 || m.f.g.elisions || m.perfect() {
		return false
	}
	reach := newsReach
	if m.f.inStory() {
		reach = storyDays
	}
	back := m.f.published.first - f.period(m.f.published.year()).first
	return back >= -storyDays && int(back) <= reach
}

// leadsWithYear tells whether the year told last stands at the head of the
// sentence of the match, before a comma.
func (m *match) leadsWithYear() bool {
	head := m.f.text[:m.f.toks[m.first()].start]
	if i := strings.LastIndexAny(head, "\n"); i >= 0 {
		head = head[i+1:]
	}
	if i := strings.LastIndex(head, ". "); i >= 0 {
		head = head[i+len(". "):]
	}
	lead, _, ok := strings.Cut(head, ",")
	return ok && strings.Count(lead, " ") < 3 && (strings.HasSuffix(lead, " year") || strings.HasSuffix(lead, m.f.told.value()))
}

// storyYear returns the year that a story of year y means: the next one, where
// that is nearer to what was told last ("In December … . In February …") and
// over, unless the text looks back. Going back counts for half as much again.
func (m *match) storyYear(f fields, y int) int {
	p, next, told := f.period(y), f.period(y+1), m.f.told
	if 3*(told.last()-p.last()) > 2*(next.first-told.first) && next.last() < m.f.published.first && !m.perfect() {
		return y + 1
	}
	return y
}

// A text that told storySteps days or months of one year, and nothing of another
// in between, is a story of that year, until it falls silent for more than
// storyAge sentences.
const (
	storySteps = 2
	storyAge   = 4
)

// storyDays is how long before the publication a date must lie for the text to
// be telling a story there.
const storyDays = 45

// nearestDayOfMonth reads "the 15th": of the month told last or of the
// publication, or of one beside it.
func (m *match) nearestDayOfMonth(day int) (reading, bool) {
	dir := m.direction()
	here, kind := m.f.published, Published
	// News counts its days from the publication, a story from where it is.
	// What is to come is told in one sentence, or the next turns back to now.
	age := m.f.sentences - m.f.monthIn
	t := m.f.month
	if t.unit != 0 && (here.unit == 0 || age <= 1 && t.first < here.first-storyDays && !m.backFromAside() || age == 0 && (t.unit == Day || t.first > here.first+storyDays)) {
		here, kind = t, Told
	}
	r := reading{typ: Date, offset: Offset{Base: kind, Unit: Month, Direction: int8(sign(dir)), Day: uint8(day)}}
	if here.unit == 0 || here.unit > Month {
		r.value = openValue(Day, 0, day, 0)
		return r, true
	}
	best, cost := edtf.Day(0), 1<<30
	reach := 1
	if m.has(classWeekday) {
		reach = 6 // "Friday the 13th" may be far
	}
	for n := -reach; n <= reach; n++ {
		month := containing(here.first, Month).shift(n)
		if n != 0 && here.unit == Month {
			continue
		}
		d := month.first + edtf.Day(day-1)
		if d > month.last() {
			continue
		}
		c := weigh(int(d-here.first), dir)
		if !m.onWeekday(period{Day, d}) {
			c += 1000
		}
		if c < cost {
			best, cost = d, c
		}
	}
	if cost == 1<<30 {
		return reading{}, false
	}
	r.period = period{Day, best}
	r.basis = "the nearest such day to " + here.value()
	return r, true
}

// asideDays is how long before the news something lies that an article on it
// can but have told in passing.
const asideDays = 2 * 365

// backFromAside tells whether a day without month in the first sentence of a
// paragraph goes back to the news, after a paragraph that ended long before it.
func (m *match) backFromAside() bool {
	if m.f.news.unit == 0 || m.f.month.first > m.f.published.first-asideDays || m.f.sentences == m.f.monthIn {
		return false
	}
	before := m.f.text[:m.f.toks[m.first()].start]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return len(line) < len(before) && !strings.ContainsAny(line, ".。！？")
}

// readBareMonth reads a month without day or year.
func readBareMonth(m *match) (reading, bool) {
	f, _ := m.fields()
	if i := m.token(classMonth); i >= 0 && m.f.toks[i].has(classAmbig) && !m.introduced() {
		return reading{}, false
	}
	if f.shifted {
		return m.monthOfYear(f)
	}
	return m.nearestDate(f)
}

// introduced tells whether a word before the match says that a time follows.
func (m *match) introduced() bool {
	i := m.first() - 1
	return m.f.bare || m.seq.marks.any || m.end()-m.first() > 1 || i >= 0 && m.f.toks[i].bits&(classPrep.bit()|classAhead.bit()) != 0
}

// readYear reads a number alone as a year, unless what stands around it says
// that it counts something else.
func readYear(m *match) (reading, bool) {
	i := m.token(classYear)
	if i < 0 {
		return readDate(m)
	}
	t := m.f.toks[i]
	if i == m.end()-1 && m.counts() {
		return reading{}, false
	}
	if i > 0 && m.f.toks[i-1].has(classNumbered) {
		return reading{}, false
	}
	if (t.num < 1900 || t.num > 2059) && t.digits == 4 && !m.introduced() {
		return reading{}, false
	}
	return readDate(m)
}
