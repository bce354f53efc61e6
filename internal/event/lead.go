package event

import (
	"buildsite/internal/article"
)

// leadSentences is how many sentences at an article's head may tell its news
// without saying when.
const leadSentences = 2

// tellLead tells the news of an article that begins with it and names no day:
// it happened about when the article was published. Where the story tells the
// same with a date after all, the lead is but more evidence for it.
func (s *story) tellLead(sentences []sentence) {
	lead := 0
	for i := range sentences {
		sent := &sentences[i]
		if role := s.art.Parts[sent.part].Role; role != article.Body && role != article.Deck {
			continue
		}
		if lead++; lead > leadSentences {
			return
		}
		if a, ok := s.news(sent); ok {
			s.addLead(sent, a)
			return
		}
	}
}

// news is the act of a lead sentence that reports a step between the two sides
// as news: by a verb of the table of acts, in a sentence without any date.
func (s *story) news(sent *sentence) (act, bool) {
	if len(sent.times) > 0 || !sent.sides(sent.Span).both() {
		return act{}, false
	}
	for _, a := range sent.acts {
		if a.General || a.Saying || a.Figure || a.Denied || !a.tense.finite() || a.tense == pluperfect || sent.planned(a) {
			continue
		}
		if s.relevant(sent, pair{act: a}) && !opens(sent.lang, sent.clause(a.Start).Of(sent.text), cuesOf(sent.lang).openers) {
			return a, true
		}
	}
	return act{}, false
}

// addLead adds the news of a lead to what the story tells of the same, or else
// as an event of its own.
func (s *story) addLead(sent *sentence, a act) {
	e, ok := s.publication()
	if !ok {
		return
	}
	t := s.telling(sent, pair{act: a, time: e})
	if !t.hasActors() {
		return
	}
	for i := range s.told {
		if have := &s.told[i]; have.Kind == t.Kind && s.isRecent(have.Date) && have.samePeople(&t) {
			t.Evidence[0].Timex, t.Evidence[0].Basis = have.Evidence[0].Timex, have.Evidence[0].Basis+"; the article begins with it"
			t.Date = have.Date
			have.absorb(t)
			return
		}
	}
	t.lent = ofPublication
	t.Date = t.Date.WithApproximate()
	s.add(t)
}

// samePeople tells whether two tellings of one kind may be of one event by who
// takes part.
func (t *telling) samePeople(u *telling) bool {
	if len(t.People) == 0 || len(u.People) == 0 {
		return t.sides == u.sides
	}
	return within(t.People, u.People) || within(u.People, t.People)
}
