package edtf

import "strings"

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
