package event

import (
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// A couple is who of each side is named first in a sentence that names people of
// both.
type couple struct{ chinese, canadian *lexicon.Person }

// couple returns the couple of a sentence, if it has one.
func (s *sentence) couple() (couple, bool) {
	c := couple{s.firstOf(lexicon.China), s.firstOf(lexicon.Canada)}
	return c, c.chinese != nil && c.canadian != nil
}

// meant is the couple that words such as "the two ministers" stand for: the last
// one before them, and of ministers the last whose offices are such.
func (t *telling) meant(words string) (couple, bool) {
	ministers := strings.Contains(strings.ToLower(words), "minist")
	for _, c := range slices.Backward(t.sent.couples) {
		if !ministers || !leads(c.chinese, t.Date.First()) && !leads(c.canadian, t.Date.First()) {
			return c, true
		}
	}
	return couple{}, false
}

// leads tells whether a person led a country or its government on the day.
func leads(p *lexicon.Person, day edtf.Day) bool {
	o := p.At(day)
	if o == nil {
		return false
	}
	title := strings.ToLower(o.Title.In(lang.EN))
	return strings.Contains(title, "president") || strings.Contains(title, "premier") || strings.Contains(title, "prime minister")
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
	default:
		word := cueIn(t.sent.lang, text, c.pairs)
		if two, ok := t.meant(word); ok && word != "" {
			t.involve(t.sent, lexicon.Mention{Person: two.chinese, Side: two.chinese.Side})
			t.involve(t.sent, lexicon.Mention{Person: two.canadian, Side: two.canadian.Side})
		}
	}
}

// cueIn returns the first of the words that text holds, "" for none.
func cueIn(l lang.Lang, text string, words []string) string {
	for _, w := range words {
		if lastWord(l, text, w) >= 0 {
			return w
		}
	}
	return ""
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
