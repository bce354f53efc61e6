package event

import (
	"slices"
	"strings"

	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// couple is who of each side is named first in a sentence that names people of
// both; else those before stay.
func (s *sentence) couple(before []*lexicon.Person) []*lexicon.Person {
	canadian, chinese := s.firstOf(lexicon.Canada), s.firstOf(lexicon.China)
	if canadian == nil || chinese == nil {
		return before
	}
	return []*lexicon.Person{chinese, canadian}
}

func (s *sentence) firstOf(side lexicon.Side) *lexicon.Person {
	for _, m := range s.names {
		if m.Person != nil && m.Person.Side == side {
			return m.Person
		}
	}
	return nil
}

// patient is whom "her" stands for behind a verb of courts and consuls: who is
// named last before it.
func (s *sentence) patient(a act) (lexicon.Mention, bool) {
	word, _, _ := strings.Cut(strings.TrimLeft(s.head(a.End, nearby), " "), " ")
	if a.Kind != "legal" && a.Kind != "consular" || !slices.Contains(cuesOf(s.lang).objects, strings.Trim(word, ",.;")) {
		return lexicon.Mention{}, false
	}
	for _, m := range slices.Backward(s.names) {
		if m.Person != nil && m.End <= a.Start {
			return m, true
		}
	}
	return lexicon.Mention{}, false
}

// takeBoth takes in the two who meet or speak where the clause names them
// together only: "the leaders of the two countries", "the two ministers",
// "they".
func (t *telling) takeBoth(s *story, region source.Span) {
	if !t.act.Together || len(t.People) > 1 {
		return
	}
	c := cuesOf(t.sent.lang)
	text := region.Of(t.sent.text)
	switch {
	case hasCue(t.sent.lang, text, c.leaders):
		t.holders(s, "President of China", "Prime Minister of Canada")
	case hasCue(t.sent.lang, text, c.ministers):
		t.holders(s, "Foreign Minister of China", "Minister of Foreign Affairs of Canada")
	case hasCue(t.sent.lang, text, c.premiers):
		t.holders(s, "Premier of China", "Prime Minister of Canada")
	case hasCue(t.sent.lang, text, c.pairs):
		for _, p := range t.sent.pair {
			t.involve(t.sent, lexicon.Mention{Person: p, Side: p.Side})
		}
	}
}

// holders takes in who held the offices on the day.
func (t *telling) holders(s *story, titles ...string) {
	for _, title := range titles {
		for m := range s.lex.Find(title) {
			if m.Post != nil {
				t.involve(t.sent, m)
			}
		}
	}
}
