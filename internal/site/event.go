package site

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// eventSource makes the content of an event's page when it is wanted. Most
// pages of a site are such, and after an edit few of them are rendered.
type eventSource struct {
	b                 *builder
	entry, prev, next *Entry
}

// content returns an *EventPage.
func (s *eventSource) content() any {
	p := s.b.event(s.entry)
	p.Prev, p.Next = s.prev, s.next
	return p
}

// sum takes in what content depends on: the event and its neighbours, whose
// sums stand for the registries, too; the seeds that evidence lies in; the
// links of its text, which lead to the pages of others. The names of the sides
// are part of the configuration.
func (s *eventSource) sum(d *digest) {
	d.entry(s.entry)
	d.entry(s.prev)
	d.entry(s.next)
	for _, ev := range s.b.evidence(s.entry) {
		d.text(ev.Path, ev.Title, ev.Lang)
	}
	if file := s.entry.Seeds[0]; len(s.b.Links[file]) > 0 {
		d.text(s.b.resolve(file, s.entry.Path, s.entry.Event.HTML))
	}
}

func (b *builder) event(e *Entry) *EventPage {
	p := &EventPage{
		Entry: e, EDTF: e.Date.String(), Precision: precisionName(e.Date), Accounts: b.accounts(e),
		HTML: b.resolve(e.Seeds[0], e.Path, e.Event.HTML),
	}
	for _, person := range e.Event.People {
		p.People = append(p.People, b.participant(person, e.Date.First()))
	}
	for _, t := range e.Event.Topics {
		p.Topics = append(p.Topics, b.topic[t.ID])
	}
	for _, place := range e.Event.Places {
		p.Places = append(p.Places, b.place[place.ID])
	}
	p.Evidence = b.evidence(e)
	if b.seeds[e.Seeds[0]] == nil {
		p.Seed = e.Seeds[0]
		if b.Config.Repository != "" {
			p.EditURL = strings.TrimSuffix(b.Config.Repository, "/") + "/edit/main/content/" + p.Seed
		}
	}
	return p
}

// precisionName says in words how exactly a date is known.
func precisionName(d edtf.Date) string {
	name := "known to the " + d.Precision().String()
	switch {
	case d.IsInterval() && d.Precision() == edtf.DayPrecision:
		name = "from one day to another"
	case d.IsInterval():
		name = "a span, " + name
	case d.Precision() == edtf.DayPrecision:
		name = "exact day"
	}
	if d.Approximate() {
		name += ", approximate"
	}
	if d.Uncertain() {
		name += ", uncertain"
	}
	return name
}

func (b *builder) participant(p *lexicon.Person, day edtf.Day) Participant {
	part := Participant{Entity: b.person[p.ID]}
	if office := p.At(day); office != nil {
		part.Office = office.Title.In(lang.EN)
	}
	return part
}

// accounts parts an event's sources by side: those of the two sides always,
// the others where there are any.
func (b *builder) accounts(e *Entry) []Account {
	sides := [...]lexicon.Side{lexicon.Canada, lexicon.China, lexicon.Other}
	all := make([]Account, len(sides))
	for i, side := range sides {
		all[i] = Account{Side: side.String(), Name: b.sideName(side)}
	}
	for _, s := range e.Sources {
		i := len(sides) - 1
		if at := slices.Index(sides[:], s.Side); at >= 0 {
			i = at
		}
		ref := SourceRef{Source: s}
		if ref.Title == "" { // a link to a publisher's page, or a bare address
			ref.Title, ref.Publisher = cmp.Or(s.Publisher, s.URL, s.Seed), ""
		}
		if b.seeds[s.Seed] != nil {
			ref.Path = sourcePath(s.Seed)
		}
		if !s.Date.IsZero() {
			ref.When = s.Date.Format(lang.EN)
		}
		all[i].Sources = append(all[i].Sources, ref)
	}
	if len(all[2].Sources) == 0 {
		all = all[:2]
	}
	return all
}

// sideName returns what the site calls a side.
func (b *builder) sideName(s lexicon.Side) string {
	for _, c := range b.Config.Sides {
		if c.ID == s {
			return c.Name.In(lang.EN)
		}
	}
	return "Elsewhere"
}

func (b *builder) evidence(e *Entry) []Evidence {
	all := make([]Evidence, 0, len(e.Event.Evidence))
	for _, ev := range e.Event.Evidence {
		x := Evidence{Evidence: ev}
		if r := b.seeds[ev.Seed]; r != nil {
			x.Path = sourcePath(ev.Seed) + "#" + markID(ev)
			x.Title = cmp.Or(r.Title, ev.Seed)
			x.Lang = r.Doc.Lang.Tag()
		}
		all = append(all, x)
	}
	return all
}
