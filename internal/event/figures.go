package event

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/figure"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// figuresOf reads the amounts of a text, the one that matters first: of an
// event that is a statistic the amount itself before by how much it grew, and
// what stands nearer behind the act before what stands before it.
func figuresOf(text string, region source.Span, l lang.Lang, act source.Span) []figure.Figure {
	var all []figure.Figure
	words := region.Of(text)
	for f := range figure.Find(words, l) {
		f.Measure = figure.Measured(words, f.Start, l)
		f.Start, f.End = f.Start+region.Start, f.End+region.Start
		all = append(all, f)
	}
	slices.SortStableFunc(all, func(f, g figure.Figure) int {
		return cmp.Or(cmp.Compare(isChange(f), isChange(g)), cmp.Compare(distance(f, act), distance(g, act)))
	})
	return all
}

// isChange ranks what tells a share or a change behind what tells an amount.
func isChange(f figure.Figure) int {
	if f.Unit == "percent" || f.Unit == "percentage-point" {
		return 1
	}
	return 0
}

// distance ranks figures by how far they are behind the act; those before it
// come after them.
func distance(f figure.Figure, act source.Span) int {
	if f.Start >= act.End {
		return f.Start - act.End
	}
	return 1<<20 + act.Start - f.End
}

// measure reads the figures of a telling. The unit of a bare dollar is open
// unless the article settles it.
func (t *telling) measure(s *story) {
	region := t.sent.region(t.act)
	t.Figures = figuresOf(t.sent.text, region, t.Lang, t.act.Span)
	if t.Kind == statistic && len(t.Figures) == 0 {
		t.Figures = figuresOf(t.sent.text, t.sent.Span, t.Lang, t.act.Span)
	}
	for i := range t.Figures {
		if f := &t.Figures[i]; f.Unit == "dollar" && f.Currency == "" {
			f.Currency = s.dollar()
		}
	}
}

// dollar is whose dollar a bare "$" of the article is, "" unless that is
// certain: where a Canadian publisher marks US dollars as such, and never its
// own, the unmarked ones are Canadian.
func (s *story) dollar() string {
	if s.dollars == nil {
		code := ""
		if s.ownSource().Side == lexicon.Canada && s.marks("USD") && !s.marks("CAD") {
			code = "CAD"
		}
		s.dollars = &code
	}
	return *s.dollars
}

// marks tells whether the article tells an amount in the currency by name.
func (s *story) marks(currency string) bool {
	if !strings.ContainsAny(s.doc.Text, "$＄") {
		return false
	}
	for f := range figure.Find(s.doc.Text, s.doc.Lang) {
		if f.Currency == currency {
			return true
		}
	}
	return false
}

// measureWritten reads the figures of an event that an editor wrote, from its
// title and then its summary.
func (e *Event) measureWritten() {
	words := e.Title + ". " + e.Summary
	e.Figures = figuresOf(words, source.Span{End: len(words)}, e.Lang, source.Span{})
}
