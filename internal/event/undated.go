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
func (s *story) tellUndated(sent *sentence) {
	for _, a := range sent.acts {
		if a.Denied || slices.ContainsFunc(sent.dated, func(p pair) bool { return p.act.Span == a.Span }) {
			continue
		}
		if e, ok := s.dayOf(sent, a); ok {
			s.add(s.telling(sent, pair{act: a, time: e}))
		}
	}
}

// dayOf finds the day of an act that has no date of its own.
func (s *story) dayOf(sent *sentence, a act) (timex.Expr, bool) {
	if e, ok := s.toldBefore(a); ok {
		return e, true
	}
	if !a.tense.finite() && !sent.title || a.tense == pluperfect {
		return timex.Expr{}, false
	}
	for _, p := range sent.dated {
		if sent.onOccasion(p.act) && a.Saying && a.tense == past {
			return because(p.time, "it was said there"), true
		}
		if p.act.tense.finite() && sent.between(p.act.Start, a.Start) == 0 && !reports(p.act, a) && !reports(a, p.act) {
			return because(p.time, "the same clause tells it"), true
		}
	}
	switch {
	case sent.title && s.lead.sent != nil:
		return because(s.lead.time, "the article begins with it"), true
	case a.Saying && a.tense == past && s.said.sent != nil:
		return because(s.said.time, "they go on to speak"), true
	case a.tense == past && s.at.sent != nil && (sent.part == s.at.sent.part || s.isRecent(s.at.time.Date)):
		return because(s.at.time, "the story goes on from there"), true
	}
	return s.publication()
}

// because adds a reason to the basis of a time.
func because(e timex.Expr, why string) timex.Expr {
	e.Basis += "; " + why
	return e
}

// reports tells whether b is part of what a says.
func reports(a, b act) bool { return a.Saying && a.End <= b.Start }

// toldBefore is the time that the same act was told with: before it, or else
// later in the story.
func (s *story) toldBefore(a act) (timex.Expr, bool) {
	if a.Lemma == 0 || a.Saying {
		return timex.Expr{}, false
	}
	best := -1
	for i, k := range s.days {
		if a.tense == coming && !s.isAhead(k.time.Date) {
			continue
		}
		if k.lemma == a.Lemma && (best < 0 || k.time.Start < a.Start) {
			best = i
		}
	}
	if best < 0 {
		return timex.Expr{}, false
	}
	return because(s.days[best].time, "the same was told of it elsewhere"), true
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
	if p.act.Saying || p.act.Weak || p.act.Denied {
		return
	}
	if p.act.Lemma != 0 {
		s.days = append(s.days, knownDay{p.act.Lemma, p.time})
	}
}

func (s *story) isRecent(d edtf.Date) bool {
	return !s.Published.Date.IsZero() && s.Published.Date.First()-d.First() <= recent
}

// onOccasion tells whether a noun at the head of the sentence tells of an
// occasion on which people speak, such as a press conference.
func (s *sentence) onOccasion(a act) bool {
	return a.tense == nominal && (a.Setting || a.General && a.Kind == "meeting") && a.Start-s.Start < headOfSentence
}

// moveOn brings the story to the day of a dated act.
func (s *story) moveOn(sent *sentence, p pair) {
	d := p.time.Date
	if d.Precision() > edtf.DayPrecision || d.IsInterval() || !p.act.tense.finite() && !sent.onOccasion(p.act) || s.isAhead(d) {
		return
	}
	s.at = thread{p.time, sent}
	if s.Published.Date.IsZero() || s.Published.Date.First()-d.First() > recent {
		return
	}
	if p.act.Saying || sent.onOccasion(p.act) {
		s.said = s.at
	}
	if s.lead.sent == nil && len(s.art.Sentences) > 0 && sent.Start <= s.art.Sentences[min(2, len(s.art.Sentences)-1)].Start {
		s.lead = s.at
	}
}
