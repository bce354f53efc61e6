package event

import (
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// alongside gives the date of an act to those that are joined to it by "and"
// and have none: "On Dec. 1 officers stopped her, and the RCMP arrested her". A
// general word gives way to an act of the table that it takes along.
func (s *sentence) alongside(pairs []pair) []pair {
	for _, a := range s.acts {
		if !a.steps() || slices.ContainsFunc(pairs, func(p pair) bool { return p.act.Span == a.Span }) {
			continue
		}
		i := s.joined(a, pairs)
		if j := s.spokenAt(a, pairs); i < 0 && j >= 0 {
			pairs = append(pairs, pair{act: a, time: because(pairs[j].time, "it was said there"), cost: pairs[j].cost + perBreak})
			continue
		}
		if i < 0 {
			i = s.explained(a, pairs)
		}
		if i < 0 {
			continue
		}
		p := pair{act: a, time: because(pairs[i].time, "the same sentence goes on with it"), cost: pairs[i].cost + perBreak}
		if pairs[i].act.General {
			pairs[i] = p
		} else {
			pairs = append(pairs, p)
		}
	}
	for _, t := range s.times {
		if slices.ContainsFunc(pairs, func(p pair) bool { return p.time.Start == t.Start }) {
			continue
		}
		if i := slices.IndexFunc(pairs, func(p pair) bool { return s.again(p.time, t) }); i >= 0 {
			pairs = append(pairs, pair{act: pairs[i].act, time: t, cost: pairs[i].cost})
		}
	}
	return pairs
}

// steps tells whether an act is one that a sentence tells as a step of its own.
func (a act) steps() bool {
	return !a.General && !a.Saying && !a.Figure && !a.Noun && !a.Denied && a.Kind != statement && a.Kind != "agreement" &&
		(a.tense == past || a.tense == perfect || a.tense == pluperfect)
}

// spokenAt returns the pair of what was said at an occasion: "called for more
// trade on Friday, as he met with".
func (s *sentence) spokenAt(a act, pairs []pair) int {
	if !a.Setting || !opens(s.lang, s.clause(a.Start).Of(s.text), cuesOf(s.lang).saidAt) {
		return -1
	}
	return slices.IndexFunc(pairs, func(p pair) bool { return p.act.Kind == statement && p.act.tense.finite() })
}

// explained returns the pair whose date the clause of an act explains: "in
// December 2018, when Canada arrested".
func (s *sentence) explained(a act, pairs []pair) int {
	clause := s.clause(a.Start)
	if !opens(s.lang, clause.Of(s.text), cuesOf(s.lang).whens) {
		return -1
	}
	return slices.IndexFunc(pairs, func(p pair) bool { return p.time.End <= clause.Start && clause.Start-p.time.End <= len(", ") })
}

// joined returns the pair whose act a is joined to, -1 if there is none: it
// stands before a, with "and" between them and no other date.
func (s *sentence) joined(a act, pairs []pair) int {
	for i, p := range slices.Backward(pairs) {
		if !p.act.tense.finite() || p.act.Saying {
			continue
		}
		gap := source.Span{Start: p.act.End, End: a.Start}
		if a.End <= p.act.Start && p.time.End <= a.Start {
			gap = source.Span{Start: a.End, End: p.act.Start} // the date stands before both
		}
		if gap.Len() < 0 {
			continue
		}
		clause := s.clause(a.Start).Of(s.text)
		if s.between(gap.Start, gap.End) > 2 || opens(s.lang, clause, cuesOf(s.lang).openers) && p.act.Start < s.clause(a.Start).Start ||
			!hasCue(s.lang, gap.Of(s.text), cuesOf(s.lang).and) || s.datedApart(p, gap, a) {
			return -1
		}
		return i
	}
	return -1
}

// datedApart tells whether another date than that of p stands between the acts
// or behind the second.
func (s *sentence) datedApart(p pair, gap source.Span, a act) bool {
	for _, t := range s.times {
		if t.Start != p.time.Start && (t.Start >= gap.Start && t.End <= gap.End || t.Start >= a.End) {
			return true
		}
	}
	return false
}

// elsewhere tells whether a part of a sentence is about others than the two
// sides: it names only them, or says "where" of a place of theirs.
func (s *sentence) elsewhere(region source.Span) bool {
	switch set := s.sides(region); {
	case set&(ofCanada|ofChina) != 0:
		return false
	case set&ofOthers != 0:
		return true
	}
	if !opens(s.lang, region.Of(s.text), cuesOf(s.lang).places) {
		return false
	}
	var last lexicon.Mention
	for _, m := range s.names {
		if m.End <= region.Start {
			last = m
		}
	}
	return last.Len() > 0 && sidesOf(last)&ofOthers != 0 && region.Start-last.End <= len(", ")
}

// narrowed tells whether the date before says more exactly when: of "August of
// that year" the year dates nothing.
func (s *sentence) narrowed(e timex.Expr) bool {
	if len(s.times) == 0 {
		return false
	}
	last := s.times[len(s.times)-1]
	return last.End <= e.Start && e.Start-last.End <= len(" de l'") && last.Date != e.Date && e.Date.Contains(last.Date) &&
		!strings.ContainsAny(s.text[last.End:e.Start], ",;，；、")
}

// widened drops the time told right before a closer one: of "deux ans plus tard,
// en octobre 1973" the year dates nothing.
func (s *sentence) widened(e timex.Expr) {
	n := len(s.times)
	if n == 0 || s.lang != lang.FR || e.Start < s.times[n-1].End || e.Start-s.times[n-1].End > len(", dès le") {
		return
	}
	last := s.times[n-1]
	if last.Date != e.Date && last.Date.Contains(e.Date) && strings.HasPrefix(strings.TrimLeft(s.text[last.End:e.Start], " "), ",") {
		s.times, s.wider = s.times[:n-1], append(s.wider, last)
	}
}

// dropLeadingYear drops the year at the head of an English sentence within which
// a finer date follows: "The following year, they locked them out in November".
func (s *sentence) dropLeadingYear() {
	if s.lang != lang.EN || len(s.times) < 2 || s.times[0].Date.Precision() != edtf.YearPrecision || !s.leads(s.times[0]) {
		return
	}
	if slices.ContainsFunc(s.times[1:], func(t timex.Expr) bool { return t.Date != s.times[0].Date && s.times[0].Date.Contains(t.Date) }) {
		s.times = slices.Delete(s.times, 0, 1)
	}
}

// again tells whether a second date is that of the same act done once more:
// "on April 2 and again on April 20".
func (s *sentence) again(first, second timex.Expr) bool {
	gap := source.Span{Start: first.End, End: second.Start}
	return gap.Start < gap.End && gap.Len() < farObject && hasCue(s.lang, gap.Of(s.text), cuesOf(s.lang).again)
}
