package timex

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
)

// A narrative is what the text has told so far: the day it was published, the
// period told last, and the year and what it reports figures on.
type narrative struct {
	published period // a day, or a month or year where no more is known
	told      period
	toldFrom  period   // where told ends a stretch, the period that begins it
	toldLast  edtf.Day // the last day of the stretch that told or toldFrom begins, or 0
	past      period   // told last of what was not to come
	day       period   // the day told last that was not to come
	dayIn     int      // the sentence that day was told in
	news      period   // the first day told that is no older than news
	year      int      // of the last date with a year of its own
	yearAt    int      // the offset of that date in the text
	report    period   // the quarter or year that figures are told of
	reportEnd edtf.Day // of the last month of a quarter that is none of the calendar's
	found     period   // by the match at hand
	sentences int      // read so far
	steps     int      // days and months of that year told in a row
	toldIn    int      // the sentence that told was told in
	month     period   // the month or day told last
	monthIn   int      // the sentence that month was told in
	subject   period   // the first month that this or an earlier sentence told
	subjectIn int      // the sentence that told it
	speech    period   // the day that what is quoted was said
	speechEnd int      // the offset where that was told
}

func newNarrative(d edtf.Date) narrative {
	if d.IsZero() || d.First() == edtf.MinDay || d.Last() == edtf.MaxDay {
		return narrative{}
	}
	n := narrative{}
	for _, u := range [...]Unit{Day, Month, Year} {
		if containing(d.First(), u) == containing(d.Last(), u) && inRange(d.First()) {
			n.published = containing(d.First(), u)
			break
		}
	}
	return n
}

// tell remembers a period that the text spoke of.
func (n *narrative) tell(p period) {
	n.told, n.toldIn, n.toldFrom, n.toldLast = p, n.sentences, period{}, 0
	if p.year() != n.year {
		n.steps = 0
	} else if p.unit <= Month {
		n.steps++
	}
	if n.published.unit == 0 || p.first <= n.published.last() {
		n.past = p
		if p.unit == Day {
			n.day, n.dayIn = p, n.sentences
		}
		if p.unit <= Day && n.news.unit == 0 && n.published.unit == Day && p.first >= n.published.first-newsDays {
			n.news = containing(p.first, Day)
		}
	}
	if p.unit == Month && n.subjectIn != n.sentences {
		n.subject, n.subjectIn = p, n.sentences
	}
	if p.unit == Day || p.unit == Month {
		n.month, n.monthIn = p, n.sentences
	}
}

// tellYear remembers a year that the text names, unless it only says which of
// several things is meant: "the 1988 bombing".
func (m *match) tellYear(year int) {
	if i := m.first() - 1; i >= 0 && m.f.follows(i, "the") {
		return
	}
	if year != m.f.year {
		m.f.steps = 0
	}
	m.f.year, m.f.yearAt = year, m.f.toks[m.first()].start
}

// here returns the unit that the publication lies in, if that is known.
func (n *narrative) here(u Unit) (period, bool) {
	if n.published.unit == 0 || n.published.unit > max(u, Day) {
		return period{}, false
	}
	return containing(n.published.first, u), true
}

// base returns the period that an expression hangs on: the one told last, or
// that of the publication. A deadline told in passing is no base for what was:
// unless the match speaks of the future, it hangs on what was told of the past.
func (m *match) base(u Unit) (period, Base, bool) {
	if !m.seq.marks.told {
		if p, ok := m.quoted(); ok {
			return containing(p.first, u), Told, true
		}
		p, ok := m.f.here(u)
		return p, Published, ok
	}
	if m.backToNews(u) {
		return m.f.news, Told, true
	}
	t := m.hangsOn(u)
	if t.unit != 0 && t.unit <= max(u, Day) {
		return containing(t.first, u), Told, true
	} else if t.unit != 0 && m.f.published.unit != 0 && t.last() < m.f.published.first && m.f.steps > 0 {
		return period{}, Told, false // "the next day" of a month in a story
	}
	if u == Day && m.f.news.unit == Day && t.unit > Day {
		return m.f.news, Told, true // "the day before", after a year in passing, is that before the news
	}
	p, ok := m.f.here(u)
	return p, Told, ok
}

// hangsOn returns what was told that a distance in units u is counted from: "the
// day before" is that of a day, though a month or year was told since.
func (m *match) hangsOn(u Unit) period {
	t := m.told()
	if t.unit > Week && u <= Day && m.f.day.unit == Day && m.f.sentences-m.f.dayIn <= 2 {
		return m.f.day
	}
	return t
}

// newsDays is how old the day of an article's news may be, and paragraphHead how
// many bytes into a paragraph an expression may stand and still open it.
const (
	newsDays      = 7
	paragraphHead = 40
)

// backToNews tells whether "that day" at the head of a paragraph goes back to
// the day of the news, after what was told of long before.
func (m *match) backToNews(u Unit) bool {
	if n, ok := m.shift(); !ok || n != 0 || u > Day || m.f.news.unit == 0 {
		return false
	}
	if t := m.told(); t.unit != 0 && t.last() >= m.f.published.first-storyDays && t.unit <= Day {
		return false
	}
	start := m.f.toks[m.first()].start
	line := strings.LastIndexByte(m.f.text[:start], '\n') + 1
	return line > 0 && start-line <= paragraphHead && m.f.sentences-m.f.toldIn == 1
}

// told returns the period that "the following day" hangs on.
func (m *match) told() period {
	sameYear := m.seq.marks.shift > 0 && m.f.told.unit == Year && m.f.toldIn == m.f.sentences // "next year, and the year after"
	if m.f.past.unit != 0 && m.f.past != m.f.told && !sameYear && m.cued() <= 0 {
		return m.f.past
	}
	return m.f.told
}

// cueReach and cueAhead are how many words before and behind an expression are
// searched for a cue; longLead is how many words before its comma still make it
// the head of the sentence.
const (
	cueReach = 22
	cueAhead = 4
	longLead = 8
)

// direction tells from the words around the match whether it speaks of the past
// (-1, or -2 for sure) or the future (+1, and +2 in a bare phrase): the nearest cue
// before it, else one soon after.
func (m *match) direction() int {
	if d := m.cued(); d != 0 {
		return d
	}
	return m.sameSide()
}

// cued is the direction that the words of the sentence tell, or 0.
func (m *match) cued() int {
	toks := m.f.toks
	if m.f.bare {
		return 2
	}
	if i := m.first() - 1; i >= 0 && toks[i].has(classAhead) && !m.f.inStory() {
		if m.perfect() {
			return -1
		}
		return 1
	}
	if i := m.end(); i < len(toks) && m.f.text[toks[i].start:toks[i].end] == "'s" {
		return -1 // "Wednesday's ruling" has been
	}
	if i := m.end(); i < len(toks) && m.f.text[toks[i].start] >= utf8.RuneSelf && m.f.cueOf(toks[i]) == -2 {
		return -1 // 1月达成的共识 has been reached
	}
	if d := m.participleBefore(); d != 0 {
		return d
	}
	for i := m.first() - 1; i >= max(0, m.first()-cueReach); i-- {
		if m.f.isSemicolon(toks[i]) {
			break // what was told before is another matter
		}
		d := m.f.cueOf(toks[i])
		if d < 0 && m.governed(i) {
			d = 1
		}
		if d != 0 {
			return d
		}
	}
	return m.directionBehind()
}

// participleBefore is the direction that a French participle in -é right before
// the match tells: "parties mercredi" has been, "sera signée mercredi" will be.
func (m *match) participleBefore() int {
	i := m.first() - 1
	if i < 0 || !m.f.g.elisions || !m.f.toks[i].is(flagWord) || m.f.toks[i].is(flagCapital) {
		return 0
	}
	word := m.f.text[m.f.toks[i].start:m.f.toks[i].end]
	word = strings.TrimSuffix(strings.TrimSuffix(word, "s"), "e")
	switch {
	case !strings.HasSuffix(word, "é") || len(word) < len("passé"):
		return 0
	case m.governed(i):
		return 1
	}
	return -1
}

// inStory tells whether the text is telling a story of a past year, where "by
// the autumn" is past as well.
func (n *narrative) inStory() bool {
	return n.published.unit != 0 && n.steps >= storySteps && n.sentences-n.toldIn <= storyAge && n.year < n.published.year()
}

// isSemicolon tells whether t is a semicolon, of either width.
func (s *scanner) isSemicolon(t token) bool {
	c := s.text[t.start]
	return c == ';' || c == "；"[0] && s.text[t.start:t.end] == "；"
}

// directionBehind looks for a cue behind the match: near it, or, where the match
// stands first in its sentence, as far as the clause goes, for its verb follows.
func (m *match) directionBehind() int {
	reach := cueAhead
	if m.first() <= cueAhead || m.first() <= longLead && m.f.follows(m.end(), ",") {
		reach = cueReach
	}
	for i := m.end(); i < min(len(m.f.toks), m.end()+reach); i++ {
		if reach == cueReach && m.f.toks[i].has(classClause) {
			return 0
		}
		if d := m.f.cueOf(m.f.toks[i]); d != 0 {
			return d
		}
	}
	return 0
}

// sameSide is the side that a day told earlier in the sentence lies on, where
// the sentence itself says nothing: "a fair from 30 March, a second one from 6 May".
// What is to come goes on in the next one: "She flies out on Sunday. On Monday and
// Tuesday she is in Hong Kong."
func (m *match) sameSide() int {
	if m.first() == 0 && m.f.follows(m.end(), ":") {
		return -1 // the entry of a chronicle
	}
	t, age := m.f.told, m.f.sentences-m.f.toldIn
	if t.unit != Day || m.f.published.unit != Day || age > 1 {
		return 0
	}
	side := cmp.Compare(t.first, m.f.published.first)
	if age == 1 {
		side = max(0, side)
	}
	return side
}

// governed tells whether a verb of the future stands right before the word at
// i, whose form is that of the past: "will hit", "would still be held".
func (m *match) governed(i int) bool {
	for k := i - 1; k >= max(0, i-3) && m.f.toks[k].is(flagWord); k-- {
		if m.f.cueOf(m.f.toks[k]) > 0 && !m.f.toks[k].has(classMonth) { // "since last May took"
			return true
		}
	}
	return false
}

// perfect tells whether a past perfect stands before or soon after the match:
// "by Friday ten had signed".
func (m *match) perfect() bool {
	toks := m.f.toks
	for i := max(0, m.first()-cueReach); i < min(len(toks), m.end()+cueAhead); i++ {
		if toks[i].has(classPerfect) {
			return true
		}
	}
	return false
}

// isName tells whether a capital stands within a sentence, behind a word of it
// and before no number.
func (s *scanner) isName(t token) bool {
	if t.end+1 < len(s.text) && s.text[t.end+1] >= '0' && s.text[t.end+1] <= '9' {
		return false
	}
	return t.start > 1 && s.text[t.start-1] == ' ' && (s.text[t.start-2]|0x20 >= 'a' && s.text[t.start-2]|0x20 <= 'z' || s.text[t.start-2] == '.')
}

// cueOf returns what a word says about the time: -1 or -2 past, +1 future, 0
// nothing. A French cue is told from its like by its accents: "a" from "à",
// "entré" from "entre".
func (s *scanner) cueOf(t token) int {
	g := s.g
	if t.is(flagCapital) && t.end-t.start <= len("Will") && t.start > 0 && g.value(t.word, classCue) > 0 && s.isName(t) {
		return 0 // "Jennifer May looked on"
	}
	if t.has(classCue) && (!g.elisions || g.entries[t.word].accents != isASCII(s.text[t.start:t.end])) {
		return g.value(t.word, classCue)
	}
	switch {
	case t.is(flagPast) && !g.elisions:
		return -1
	case t.is(flagFuture):
		return 1
	}
	return 0
}
