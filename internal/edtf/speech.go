package edtf

import (
	"strings"

	"buildsite/internal/lang"
)

// speechOf returns how dates are said in a language.
func speechOf(l lang.Lang) *speech {
	switch l {
	case lang.FR:
		return &french
	case lang.ZH:
		return &chinese
	}
	return &english
}

// A speech is what a language has of its own when dates are said. The order of
// the words in a date is plain's matter; what stands before and after dates is
// in tables.
type speech struct {
	// plain appends a date that has no qualifiers, with its year or its month
	// and year left out if omit says so.
	plain func(b []byte, p point, omit omission) []byte
	// class returns the forms of phrases that a date takes.
	class   func(p point) class
	phrases [phraseCount]phrase
	marks   [4]string    // what follows a date by its qualifier, as a note
	notes   [3][4]string // a note on one component, by its qualifier
	missing [missingCount]string
	// in stands between a day or month and a decade or century.
	in        string
	yearFirst bool // the year comes before the month and the day
	// inline is whether a qualified date stands in a phrase with its qualifier
	// before it, rather than in a note after it.
	inline bool

	dash, spacedDash   string // between the ends of an interval
	comma, and, or     string // between the members of a set
	openNote, stopNote string // brackets of a note
	// early holds what is said of the first, second and last third of a date
	// that is approximate, exactly of one that is not; see [third].
	early, exactly  [4]phrase
	anyTime, noTime string // an interval open or unknown at both ends
	example         string // a day
}

// omission is what a date leaves out because its neighbour says it.
type omission uint8

const (
	nothing omission = iota
	itsYear
	itsMonth // and its year
)

// class is a set of dates that take the same article: the forms that a phrase
// has are more than one in French above all.
type class uint8

const (
	bare    class = iota // a year, a month
	vowel                // a month that begins with one, in French
	aDay                 // a day
	theOne               // "le printemps", "the 19th century"
	elided               // "l’été"
	theMany              // "les années 1960", "the 1960s"
	classCount
)

// phrase is what stands before and after a date, by the date's class.
type phrase struct{ pre, post [classCount]string }

// phraseOf returns a phrase with the same words for every class.
func phraseOf(pre, post string) phrase {
	var p phrase
	for i := range p.pre {
		p.pre[i], p.post[i] = pre, post
	}
	return p
}

// The phrases. The first three are those of the qualifiers less one.
const (
	possibly = iota
	about
	possiblyAbout
	since
	until
	fromUnknown // the end is not known
	toUnknown   // the start is not known
	before
	after
	orEarlier
	orLater
	andEarlier
	andLater
	betweenThe
	andThe
	from
	to
	eitherOf
	phraseCount
)

// What can be missing from a date.
const (
	noDay = iota
	noMonth
	noMonthAndDay
	noYear // of a month or day
	onlyYear
	missingCount
)

// readMissing reads a note that a part of a date is not known, such as " (day
// unknown)", and returns its length and which part.
func (s *speech) readMissing(text string) (n, what int) {
	for what, note := range s.missing[:onlyYear] {
		if strings.HasPrefix(text, note) {
			return len(note), what
		}
	}
	return 0, 0
}

// readNotes reads notes on components, such as " (day approximate)", and returns
// their length and what they say.
func (s *speech) readNotes(text string) (n int, quals [3]qual) {
	sep := s.openNote
	for {
		if !strings.HasPrefix(text[n:], sep) {
			return 0, quals
		}
		n += len(sep)
		component, q, size := s.readNote(text[n:])
		if size == 0 {
			return 0, quals
		}
		quals[component] = q
		n += size
		if strings.HasPrefix(text[n:], s.stopNote) {
			return n + len(s.stopNote), quals
		}
		sep = s.comma
	}
}

// readNote reads a note on one component, the longest that fits.
func (s *speech) readNote(text string) (component int, q qual, size int) {
	for i := range s.notes {
		for j, note := range s.notes[i] {
			if len(note) > size && strings.HasPrefix(text, note) {
				component, q, size = i, qual(j), len(note)
			}
		}
	}
	return component, q, size
}

// misses notes that a part of the date is unknown, if it is not said.
func (t *term) misses(what int) bool {
	switch {
	case what == noYear:
		if t.hasYear || t.month == 0 {
			return false
		}
		t.hasYear, t.mask = true, t.mask|maskYear
		return true
	case !t.hasYear || t.day != 0 || t.mask != 0 || t.month > 12 || (t.month == 0) != (what != noDay):
		return false
	}
	switch what {
	case noDay:
		t.mask = maskDay
	case noMonth:
		t.mask = maskMonth
	case noMonthAndDay:
		t.mask = maskMonth | maskDay
	}
	return true
}
