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

// tellUndated tells the acts of a sentence that no date of it belongs to,
// where all events of a text are asked for.
func (s *story) tellUndated(sent *sentence, pairs []pair) {
	for _, a := range sent.acts {
		if slices.ContainsFunc(pairs, func(p pair) bool { return p.act.Span == a.Span }) {
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
	if !a.tense.finite() {
		return timex.Expr{}, false
	}
	for _, p := range pairs {
		if p.act.tense.finite() && sent.between(p.act.Start, a.Start) == 0 && a.tense != pluperfect {
			e := p.time
			e.Basis += "; the same clause tells it"
			return e, true
		}
	}
	if a.tense == pluperfect {
		return timex.Expr{}, false
	}
	if a.tense == past && s.at.sent != nil && s.goesOn(sent) {
		e := s.at.time
		e.Basis += "; the story goes on from there"
		return e, true
	}
	return s.publication(a)
}

// toldBefore is the time that the same act was told with.
func (s *story) toldBefore(a act) (timex.Expr, bool) {
	if a.Lemma == 0 || a.Saying || a.tense == coming {
		return timex.Expr{}, false
	}
	for _, k := range slices.Backward(s.days) {
		if k.lemma == a.Lemma {
			e := k.time
			e.Basis += "; the same was told of it before"
			return e, true
		}
	}
	return timex.Expr{}, false
}

// goesOn tells whether a sentence goes on with the story at its day: it stands
// in the same paragraph as the one that told it.
func (s *story) goesOn(sent *sentence) bool { return sent.part == s.at.sent.part }

// publication is the day of the article as the time of news.
func (s *story) publication(act) (timex.Expr, bool) {
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
	if d.Precision() <= edtf.DayPrecision && !d.IsInterval() && p.act.tense.finite() && !s.isAhead(d) {
		s.at = thread{p.time, sent}
	}
}
