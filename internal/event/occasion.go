package event

import (
	"slices"
	"strings"
)

// farPhase is how many bytes behind a noun its verb may stand.
const farPhase = 60

// joinPhases makes one act of an occasion told by a noun and the verb that says
// when it was: "the visit, which began on Monday", "talks took place". The verb
// tells nothing by itself, nor does the next one, "and ends on Friday".
func (s *sentence) joinPhases() {
	for i := range s.acts {
		n := &s.acts[i]
		if n.Act == nil || n.tense != nominal || n.General || n.Denied {
			continue
		}
		end := s.phase(n.End)
		if end == 0 {
			continue
		}
		n.End, n.tense, n.Noun = end, past, false
		for next := s.phase(end); next > 0; next = s.phase(end) {
			end = next
		}
		for j := i + 1; j < len(s.acts); j++ {
			if a := &s.acts[j]; a.Act != nil && (a.Start < n.End || a.General && a.Start < end) {
				a.Act = nil
			}
		}
	}
	s.acts = slices.DeleteFunc(s.acts, func(a act) bool { return a.Act == nil })
}

// phase returns where a verb of beginning, taking place or ending ends that
// stands behind an offset with no more than a relative clause's border and
// names between, 0 if there is none.
func (s *sentence) phase(from int) int {
	text := s.head(from, farPhase)
	if i := strings.IndexAny(text, ".;:—"); i >= 0 {
		text = text[:i]
	}
	best, end := len(text), 0
	for _, w := range cuesOf(s.lang).phases {
		if i := strings.Index(text, w); i >= 0 && i < best && bordered(text, i, i+len(w)) {
			best, end = i, from+i+len(w)
		}
	}
	if end == 0 || slices.ContainsFunc(s.acts, func(a act) bool { return a.Act != nil && !a.General && a.Start >= from && a.Start < from+best }) {
		return 0
	}
	if i := strings.LastIndex(text[:best], ","); i >= 0 && !opens(s.lang, strings.TrimLeft(text[i+1:], " "), cuesOf(s.lang).relative) {
		return 0
	}
	return end
}
