package event

import (
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/timex"
)

// What is told without a time expression of its own happened, in a running
// story, on the day told last; news that tells no day happened about when it
// was published. Both are weaker than a date, and the basis says which it is.

// thread is the day that a story is at.
type thread struct {
	time timex.Expr
	sent *sentence
}

// knownDay is the time told of a word, so that the same act told again without
// one ("the bankruptcy") takes it.
type knownDay struct {
	lemma int32
	time  timex.Expr
}

// recent is how many days before its publication what an article reports as
// news may lie.
const recent = 7

// tellUndated tells the acts of a sentence that no date of it belongs to,
// where all events of a text are asked for.
func (s *story) tellUndated(sent *sentence, pairs []pair) {
	for _, a := range sent.acts {
		if a.Denied || slices.ContainsFunc(pairs, func(p pair) bool { return p.act.Span == a.Span }) {
			continue
		}
		if e, ok := s.dayOf(sent, a, pairs); ok {
			s.add(s.telling(sent, pair{act: a, time: e}))
		}
	}
}

// dayOf finds the day of an act that has no date of its own.
func (s *story) dayOf(sent *sentence, a act, pairs []pair) (timex.Expr, bool) {
	if e, ok := s.toldBefore(a); ok {
		return e, true
	}
	if !a.tense.finite() && !sent.title || a.tense == pluperfect {
		return timex.Expr{}, false
	}
	for _, p := range pairs {
		if p.act.tense.finite() && sent.between(p.act.Start, a.Start) == 0 {
			return because(p.time, "the same clause tells it"), true
		}
	}
	switch {
	case sent.title && s.lead.sent != nil:
		return because(s.lead.time, "the article begins with it"), true
	case a.Saying && a.tense == past && s.said.sent != nil:
		return because(s.said.time, "they go on to speak"), true
	case a.tense == past && s.at.sent != nil && sent.part == s.at.sent.part:
		return because(s.at.time, "the story goes on from there"), true
	}
	return s.publication()
}

// because adds a reason to the basis of a time.
func because(e timex.Expr, why string) timex.Expr {
	e.Basis += "; " + why
	return e
}

// toldBefore is the time that the same act was told with.
func (s *story) toldBefore(a act) (timex.Expr, bool) {
	if a.Lemma == 0 || a.Saying || a.tense == coming {
		return timex.Expr{}, false
	}
	for _, k := range slices.Backward(s.days) {
		if k.lemma == a.Lemma {
			return because(k.time, "the same was told of it before"), true
		}
	}
	return timex.Expr{}, false
}

// publication is the day of the article as the time of news.
func (s *story) publication() (timex.Expr, bool) {
	d := s.Published.Date
	if d.IsZero() || d.Precision() != edtf.DayPrecision {
		return timex.Expr{}, false
	}
	return timex.Expr{Type: timex.Date, Date: d, Relative: true, Basis: "no day is told of this news: publication on " + d.String()}, true
}

// remember keeps the day that a dated act was told with.
func (s *story) remember(sent *sentence, p pair) {
	if p.act.Lemma != 0 && !p.act.Saying && !p.act.Weak {
		s.days = append(s.days, knownDay{p.act.Lemma, p.time})
	}
	d := p.time.Date
	if d.Precision() > edtf.DayPrecision || d.IsInterval() || !p.act.tense.finite() || s.isAhead(d) {
		return
	}
	s.at = thread{p.time, sent}
	if s.Published.Date.IsZero() || s.Published.Date.First()-d.First() > recent {
		return
	}
	if p.act.Saying {
		s.said = s.at
	}
	if s.lead.sent == nil && len(s.art.Sentences) > 0 && sent.Start <= s.art.Sentences[min(2, len(s.art.Sentences)-1)].Start {
		s.lead = s.at
	}
}
