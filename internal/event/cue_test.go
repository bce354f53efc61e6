package event

import (
	"testing"

	"buildsite/internal/lang"
)

// TestCues sees that every list of the table has words in a language and that
// no word is written in a way that cannot be found.
func TestCues(t *testing.T) {
	for _, l := range lang.All {
		c := cuesOf(l)
		for name, list := range c.fields() {
			seen := make(map[string]bool)
			for _, w := range *list {
				if w == "" || seen[w] || w != lang.Simplified(w) {
					t.Errorf("%s in %v: %q is empty, stands twice, or is not simplified", name, l, w)
				}
				seen[w] = true
			}
		}
		if len(c.planned) == 0 || len(c.negated) == 0 || len(c.spans) == 0 {
			t.Errorf("%v has no cues", l)
		}
	}
}

// TestCuesFault sees that a mistaken name of a list is told.
func TestCuesFault(t *testing.T) {
	var out [len(lang.All) + 1]cues
	if readCues([]byte("opener:\n  en: [who]\n"), &out) == nil {
		t.Error("a list that nobody reads was accepted")
	}
}
