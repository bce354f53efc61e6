package event

import (
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/timex"
)

// What a clause tells that stands a span of time from another ("arrived on
// Monday, two weeks after Ottawa reopened the office") is reckoned from that
// one's day.

// reckon adds the acts of an English sentence that are dated so. An act without
// a date of its own is reckoned from the day of the news.
func (s *story) reckon(sent *sentence) {
	for _, d := range sent.spans {
		toward, from := sent.away(d)
		if toward == 0 {
			continue
		}
		a, ok := sent.actFrom(from)
		if !ok {
			continue
		}
		if day, why := s.reckonedFrom(sent, d, from); !day.IsZero() {
			if day = shift(day, d.Value, toward); !day.IsZero() {
				t := timex.Expr{Start: d.Start, End: from, Type: timex.Date, Date: day, Relative: true, Basis: "reckoned from " + why}
				sent.dated = append(sent.dated, pair{act: a, time: t, cost: perBreak})
			}
		}
	}
}

// away tells on which side of its main clause a clause lies that a span of time
// begins, -1 before and 1 after, and where the clause begins; 0 where there is
// none.
func (s *sentence) away(d timex.Expr) (toward, from int) {
	rest := s.text[d.End:s.End]
	for _, w := range cuesOf(s.lang).afterwards {
		if strings.HasPrefix(rest, " "+w+" ") {
			return -1, d.End + len(w) + 2
		}
	}
	for _, w := range cuesOf(s.lang).beforehand {
		if strings.HasPrefix(rest, " "+w+" ") {
			return 1, d.End + len(w) + 2
		}
	}
	return 0, 0
}

// actFrom is the verb of the clause that begins at an offset, unless the clause
// has a date of its own or the verb one already.
func (s *sentence) actFrom(from int) (act, bool) {
	end := s.End
	for _, b := range s.breaks {
		if b > from {
			end = b
			break
		}
	}
	for _, a := range s.acts {
		if a.Start < from || a.End > end || !a.tense.finite() || a.Weak || a.Denied || a.Figure && !s.hasFigure(a) {
			continue
		}
		dated := slices.ContainsFunc(s.times, func(t timex.Expr) bool { return t.Start >= from && t.End <= end })
		return a, !dated && !slices.ContainsFunc(s.dated, func(p pair) bool { return p.act.Span == a.Span })
	}
	return act{}, false
}

// reckonedFrom is the day that a span counts from, and what is of that day: the
// act of the sentence outside of the clause, or else the news.
func (s *story) reckonedFrom(sent *sentence, d timex.Expr, from int) (edtf.Date, string) {
	for _, p := range sent.dated {
		if p.time.Type == timex.Date && (p.act.End <= d.Start || d.Start-sent.Start < headOfSentence && p.act.Start > from) {
			return p.time.Date, p.time.Date.String()
		}
	}
	if len(sent.times) > 0 || !slices.ContainsFunc(sent.acts, func(a act) bool { return a.tense == past && a.End <= d.Start }) {
		return edtf.Date{}, ""
	}
	if e, ok := s.publication(); ok {
		return e.Date.WithApproximate(), "publication on " + e.Date.String()
	}
	return edtf.Date{}, ""
}

// shift is the date a span of time such as P2W before or after another. It is
// as exact as the unit of the span, and a day only if the other is one.
func shift(from edtf.Date, span string, toward int) edtf.Date {
	unit := span[len(span)-1]
	n, err := strconv.Atoi(strings.TrimPrefix(span[:len(span)-1], "P"))
	if err != nil || from.IsInterval() {
		return edtf.Date{}
	}
	n *= toward
	y, m, _ := from.First().Date()
	switch {
	case unit == 'Y':
		return edtf.Year(y + n)
	case unit == 'M' && from.Precision() <= edtf.MonthPrecision:
		months := y*12 + m - 1 + n
		return edtf.Month(months/12, months%12+1)
	case from.Precision() != edtf.DayPrecision:
		return edtf.Date{}
	case unit == 'D':
		return edtf.FromDay(from.First() + edtf.Day(n))
	case unit == 'W':
		return edtf.FromDay(from.First() + edtf.Day(7*n)).WithApproximate()
	}
	return edtf.Date{}
}

// findSpans keeps the spans of time of an English sentence.
func (s *sentence) findSpans(times []timex.Expr) {
	if s.lang != lang.EN {
		return
	}
	for _, e := range times {
		if e.Type == timex.Duration && e.Mod == "" && len(e.Value) > len("P1") {
			s.spans = append(s.spans, e)
		}
	}
}
