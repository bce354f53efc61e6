package event

import (
	"slices"
	"strings"

	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/timex"
)

// mostDays is how many days an interval of publication may have so that the
// article is still read on each of them.
const mostDays = 7

// ExtractOn is [Extract], or [ExtractAny] if any is set, of an article that
// says no day of its own and whose day was found out by other means; of
// anything else it is just that. Where found is an interval of up to a week,
// the events are those that come out on every day of it; one whose date
// differs by day gets the span of these dates.
func ExtractOn(doc *seed.Document, lex *lexicon.Lexicon, any bool, found Dating) *Reading {
	return extract(doc, lex, any, found)
}

// tellStory reads the story as it is told on the day of publication.
func (r *reader) tellStory(a *article.Article) *story {
	s := &story{reader: r, art: a}
	sentences := s.sentences()
	s.both = s.namesBoth(sentences)
	for i := range sentences {
		sent := &sentences[i]
		sent.both = s.both
		sent.dated = sent.pairs()
		if !s.any {
			sent.dated = sent.alongside(s.handOver(sent))
			s.reckon(sent)
		}
		for _, p := range sent.dated {
			s.remember(sent, p)
		}
	}
	for i := range sentences {
		s.tell(&sentences[i])
	}
	if !s.any {
		s.tellLead(sentences)
	}
	if s.any && len(sentences) > 0 {
		if title, ok := s.headline(sentences[0].text); ok {
			title.dated = title.pairs()
			s.tell(title)
		}
	}
	return s
}

// tellStoryWithin reads the story on each day that it may have been published
// on, and keeps what it tells on all of them.
func (r *reader) tellStoryWithin(a *article.Article) *story {
	span := a.Published.Date
	days := int(span.Last()-span.First()) + 1
	if a.Published.Basis != Inferred || days <= 1 || days > mostDays {
		return r.tellStory(a)
	}
	open := r.Timexes
	var s *story
	var exprs []timex.Expr
	for i := range days {
		r.Published.Date = edtf.FromDay(span.First() + edtf.Day(i))
		r.Timexes = timexes(r.doc, r.Published.Date)
		told := r.tellStory(a)
		told.span(r.Published.Date, span)
		if s == nil {
			s, exprs = told, r.Timexes
			continue
		}
		s.keepCommon(told)
		exprs = commonTimexes(exprs, r.Timexes, open)
	}
	r.Published, r.Timexes = a.Published, exprs
	return s
}

// span writes the days of publication where a basis names one of them.
func (s *story) span(day, span edtf.Date) {
	for i := range s.told {
		for j := range s.told[i].Evidence {
			e := &s.told[i].Evidence[j]
			e.Basis = strings.ReplaceAll(e.Basis, "publication on "+day.String(), "publication on "+span.String())
		}
	}
}

// keepCommon drops what other does not tell, too, and widens the dates of what
// it tells of another time.
func (s *story) keepCommon(other *story) {
	s.told = slices.DeleteFunc(s.told, func(t telling) bool {
		return !slices.ContainsFunc(other.told, func(u telling) bool { return t.retold(&u) })
	})
	for i := range s.told {
		t := &s.told[i]
		for j := range other.told {
			if u := &other.told[j]; t.retold(u) {
				t.Date = spanned(t.Date, u.Date)
				t.Planned = t.Planned || u.Planned
				t.addBases(u)
				break
			}
		}
	}
}

// addBases adds how u reads the dates where that differs.
func (t *telling) addBases(u *telling) {
	for i := range t.Evidence {
		if e, other := &t.Evidence[i], u.Evidence[i].Basis; !strings.Contains(e.Basis, other) {
			e.Basis += ", or " + other
		}
	}
}

// retold tells whether u is t as it reads on another day.
func (t *telling) retold(u *telling) bool {
	return t.Kind == u.Kind && t.act.Span == u.act.Span && slices.Equal(t.People, u.People) && slices.Equal(t.Places, u.Places) &&
		slices.EqualFunc(t.Evidence, u.Evidence, func(e, f Evidence) bool { return e.Span == f.Span && e.Timex == f.Timex })
}

// spanned is the stretch from the first to the last day that either may mean.
func spanned(a, b edtf.Date) edtf.Date {
	if a == b {
		return a
	}
	d := edtf.Between(min(a.First(), b.First()), max(a.Last(), b.Last()))
	if a.Approximate() || b.Approximate() {
		return d.WithApproximate()
	}
	return d
}

// commonTimexes widens the expressions whose meaning differs by day; their
// TIMEX3 value is then the one that they have without a day.
func commonTimexes(a, b, open []timex.Expr) []timex.Expr {
	if len(a) != len(b) || len(a) != len(open) {
		return open
	}
	for i := range a {
		e, f := &a[i], b[i]
		if e.Start != f.Start || e.End != f.End || e.Start != open[i].Start || e.End != open[i].End {
			return open
		}
		if e.Date == f.Date && e.Value == f.Value {
			continue
		}
		date := edtf.Date{}
		if !e.Date.IsZero() && !f.Date.IsZero() {
			date = spanned(e.Date, f.Date)
		}
		*e = open[i]
		e.Date = date
	}
	return a
}
