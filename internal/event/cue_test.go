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

// TestLastCue sees that many words looked for together are found where each
// alone is.
func TestLastCue(t *testing.T) {
	for l, texts := range map[lang.Lang][]string{
		lang.EN: {"Will they meet before Friday, or have they been told not to?", "He said that it had not been signed", ""},
		lang.FR: {"À Pékin, ils n'ont pas encore signé l'accord qui devait être conclu", "Elle a été reçue avant d'être élue"},
		lang.ZH: {"此前双方曾计划于明年举行会谈，但尚未宣布", "他表示将不会访问"},
	} {
		for name, list := range cuesOf(l).fields() {
			for _, text := range texts {
				want := -1
				for _, w := range *list {
					want = max(want, lastWord(l, text, w))
				}
				if got := lastCue(l, text, *list); got != want {
					t.Errorf("%s in %v: last of %q is at %d, want %d", name, l, text, got, want)
				}
			}
		}
	}
}
