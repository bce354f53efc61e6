package event

import (
	"fmt"
	"strings"
	"time"

	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
	"buildsite/internal/zone"
)

// page takes an article apart, by the clock of the side that its publisher sits
// on.
func (r *reader) page() *article.Article {
	var home *time.Location
	if meta := &r.doc.Meta; meta.Publisher.Value != "" || meta.URL.Value != "" {
		home = r.lex.Clock(r.publisher(meta.Publisher.Value, meta.URL.Value).Side)
	}
	return article.Read(r.doc, home)
}

// reviewDating tells an editor what is not known of the article's day.
func (r *reader) reviewDating(a *article.Article) {
	if a.Published.Date.IsZero() {
		r.Review = append(r.Review, r.undated(a.Partial))
	}
	for _, c := range a.Conflicts {
		var pos source.Position
		if c.Span.Len() > 0 {
			pos = r.doc.Position(c.Span.Start)
		}
		r.problem(pos, source.Warning, "dates-differ",
			"the article's day is "+a.Published.Date.String()+" by "+a.Published.Words()+", but "+c.Date.String()+" by "+c.Words()).
			Hint = "the first is used; correct the one that is wrong"
	}
}

// undated asks for the day of an article, with what is known of it.
func (r *reader) undated(day article.Partial) Review {
	q := Review{
		Seed: r.doc.File.Name, Line: 1, Rule: "undated",
		Text: "nothing says when this article was published, so expressions such as \"on Tuesday\" date nothing",
		Hint: `add "date: YYYY-MM-DD" to the front matter`,
	}
	if day.IsZero() {
		return q
	}
	q.Line = r.line(day.Span)
	if way := day.Either; !way[0].IsZero() {
		q.Text = fmt.Sprintf("“%s” may be %s or %s, and nothing else says which day this article is of", day.Words, way[0].Format(lang.EN), way[1].Format(lang.EN))
		q.Hint = fmt.Sprintf(`add "date: %s" or "date: %s" to the front matter`, way[0], way[1])
		return q
	}
	month := "MM"
	q.Text = fmt.Sprintf("“%s” says the day of this article but not its month, so expressions such as \"on Tuesday\" date nothing", day.Words)
	if day.Month != 0 {
		month = fmt.Sprintf("%02d", day.Month)
		q.Text = strings.Replace(q.Text, "but not its month", "but not its year", 1)
	}
	q.Hint = fmt.Sprintf(`add "date: YYYY-%s-%02d" to the front matter, with the year`, month, day.Day)
	return q
}

// putInPlace gives an event whose time of day is told by another clock than that
// of its place the day that it was there: nine in the morning in Beijing is of
// the day before where it happened in Ottawa.
func (t *telling) putInPlace(s *story, e timex.Expr) {
	if e.Type != timex.Time || len(t.Places) == 0 || t.Date.IsZero() || t.Date.First() != t.Date.Last() {
		return
	}
	clock := s.clockOf(t.Places[0])
	if clock == nil {
		return
	}
	told, there := dayBy(nil, e, t.sent), dayBy(clock, e, t.sent)
	if told.IsZero() || there.IsZero() || told == there {
		return
	}
	t.Date = edtf.FromDay(t.Date.First() + there.First() - told.First())
	t.Evidence[0].Basis += "; it was " + t.Date.String() + " by the clock of " + t.Places[0].Name[lang.Unknown]
}

// clockOf returns the zone of a place, nil if it is not known: of a town that
// news is sent from its own, of others that of their side.
func (s *story) clockOf(p *lexicon.Place) *time.Location {
	town, _, _ := strings.Cut(p.Name[lang.Unknown], ",")
	if l := zone.OfTown(town); l != nil {
		return l
	}
	return s.lex.Clock(p.Side)
}

// dayBy reads an expression by a clock. That its sentence is read alone, from
// any day, does not matter: two such readings differ as those of the story do.
func dayBy(clock *time.Location, e timex.Expr, sent *sentence) edtf.Date {
	anchor := timex.Anchor{Lang: sent.lang, Published: e.Date, Zone: clock}
	for x := range timex.Find(sent.Of(sent.text), anchor) {
		if x.Start+sent.Start == e.Start {
			return x.Date
		}
	}
	return edtf.Date{}
}
