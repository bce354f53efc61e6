package site

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
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
	for _, l := range [...][]event.Link{s.entry.Event.Parts, s.entry.Event.PartOf} {
		for _, r := range s.b.related(l) {
			d.entry(r.Entry)
			d.text(r.Why)
		}
	}
	for _, r := range s.b.near(s.entry) {
		d.entry(r.Entry)
		d.text(r.Why)
	}
	for _, m := range s.b.merged(s.entry) {
		d.text(m.Title, m.Path, m.When, m.Agreed.String(), m.Lang)
	}
	if context, _ := s.b.context(s.entry); context != s.entry.Event.HTML {
		d.text(context)
	}
}

func (b *builder) event(e *Entry) *EventPage {
	p := &EventPage{
		Entry: e, EDTF: e.Date.String(), Precision: b.precision(e.Date), Evidence: b.evidence(e),
		Parts: b.related(e.Event.Parts), PartOf: b.related(e.Event.PartOf), Merged: b.merged(e),
		Class: b.class(e.Quad), Amounts: amounts(e.Figures, b.msg),
	}
	for i := range p.Evidence {
		p.Evidence[i].Basis = b.ground(p.Evidence[i].Evidence.Basis)
	}
	if e.Extracted() {
		p.Reasons = b.allGrounds(e.Event.Reasons)
	}
	p.HTML, p.HTMLLang = b.context(e)
	p.Note, p.NoteLang = note(e)
	for _, person := range e.Event.People {
		p.People = append(p.People, b.participant(person, e.Date.First()))
	}
	for _, t := range e.Event.Topics {
		p.Topics = append(p.Topics, b.topic[t.ID])
	}
	for _, place := range e.Event.Places {
		p.Places = append(p.Places, b.place[place.ID])
	}
	p.Accounts = b.accounts(e, p.Evidence)
	p.JSON, p.Cites, p.Near = RecordPath(e), b.cites(e), b.near(e)
	for _, c := range slices.Backward(e.Corrections) {
		p.History = append(p.History, Change{c.Day.Format(b.Lang), c.Day.HTML(), c.Text})
	}
	if b.seeds[e.Seeds[0]] == nil {
		p.Seed = e.Seeds[0]
		if b.Config.Repository != "" {
			p.EditURL = strings.TrimSuffix(b.Config.Repository, "/") + "/edit/main/content/" + p.Seed
		}
	}
	return p
}

// context returns the text an editor wrote on an event, as its page has it, and
// what it is written in: that of the translation, if there is one.
func (b *builder) context(e *Entry) (string, lang.Lang) {
	if t := e.translation(); t != nil && t.HTML != "" {
		return b.resolve(t.Seed, e.Path, t.HTML), t.Lang
	}
	return b.resolve(e.Seeds[0], e.Path, e.Event.HTML), e.Event.Lang
}

// note returns an editor's note on dates and sources and what it is written in.
func note(e *Entry) (string, lang.Lang) {
	if t := e.translation(); t != nil && t.Note != "" {
		return t.Note, t.Lang
	}
	return e.Event.Note, e.Event.Lang
}

// precision says in words how exactly a date is known.
func (b *builder) precision(d edtf.Date) string {
	var name string
	switch to := d.Precision(); {
	case d.IsInterval() && to == edtf.DayPrecision:
		name = b.msg.Text("precision.days")
	case d.IsInterval():
		name = b.msg.Text("precision.span", "precision", b.msg.Text("precision."+to.String()))
	default:
		name = b.msg.Text("precision." + to.String())
	}
	if d.Approximate() {
		name = b.msg.Text("precision.approximate", "precision", name)
	}
	if d.Uncertain() {
		name = b.msg.Text("precision.uncertain", "precision", name)
	}
	return name
}

// class says in words what an event is between the two sides, "" where it has
// no class.
func (b *builder) class(q lexicon.Quad) string {
	if q == lexicon.NoQuad {
		return ""
	}
	return b.msg.Text("quad." + q.String())
}

func (b *builder) participant(p *lexicon.Person, day edtf.Day) Participant {
	part := Participant{Entity: b.person[p.ID]}
	if office := p.At(day); office != nil {
		part.Office = office.Title.In(b.Lang)
	}
	return part
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
