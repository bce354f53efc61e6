package event

import (
	"slices"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// handOver gives dates that stand nearest to a word that tells no event by
// itself, a noun or a participle, to the verb of their clause: "found in her
// report in January that", "called it a farce in a response on Thursday".
func (s *story) handOver(sent *sentence) []pair {
	pairs := sent.dated
	if sent.lang != lang.EN {
		return pairs
	}
	for i, p := range pairs {
		if p.act.Noun && occasion(p.act.Kind) && p.act.tense == nominal && !p.act.General {
			pairs[i].act = sent.holding(p.act, pairs)
			continue
		}
		if !p.act.General || p.act.tense.finite() && !p.act.Weak || p.act.tense == coming && (sent.planned(p.act) || s.isAhead(p.time.Date)) {
			continue
		}
		if verb, ok := sent.verbOf(p, pairs); ok {
			pairs[i].act = verb
		}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return p.act.Start - q.act.Start })
	return pairs
}

// holding makes an act of an occasion told by a noun and of the verb before it in
// a clause that names nobody in person: "wound up its annual meeting".
func (s *sentence) holding(noun act, pairs []pair) act {
	clause := s.clause(noun.Start)
	if slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return isPerson(m) && clause.Contains(m.Span) }) {
		return noun
	}
	for _, a := range slices.Backward(s.acts) {
		if a.End > noun.Start || a.Start < clause.Start || !a.tense.finite() || a.Weak || a.Saying || noun.Start-a.End > farObject {
			continue
		}
		if !slices.ContainsFunc(pairs, func(q pair) bool { return q.act.Span == a.Span }) {
			noun.Start, noun.Noun, noun.tense = a.Start, false, a.tense
		}
		break
	}
	return noun
}

// hasVerb tells whether an act is told by a verb within a clause.
func (s *sentence) hasVerb(clause source.Span) bool {
	return slices.ContainsFunc(s.acts, func(a act) bool { return clause.Contains(a.Span) && a.tense.finite() })
}

// verbOf is the verb of the clause that a dated word stands in, or of the next
// where that one has none, unless it has a date already.
func (s *sentence) verbOf(p pair, pairs []pair) (act, bool) {
	clause := s.clause(p.act.Start)
	if !s.hasVerb(clause) && clause.End < s.End {
		if next := s.clause(clause.End); !opens(s.lang, next.Of(s.text), cuesOf(s.lang).openers) {
			clause = next
		}
	}
	for _, a := range s.acts {
		if !clause.Contains(a.Span) || !a.tense.finite() && !(a.tense == coming && s.planned(a)) || a.Weak || a.Figure && !s.hasFigure(a) {
			continue
		}
		if !slices.ContainsFunc(pairs, func(q pair) bool { return q.act.Span == a.Span }) {
			return a, true
		}
	}
	return act{}, false
}
