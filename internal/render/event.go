package render

import (
	"html/template"

	"buildsite/internal/site"
)

// Event is an event as its own page shows it: plain fields, worked out by one
// call, as an [Item]'s are. Most pages of a site are such.
type Event struct {
	Item                   *Item
	KindHref               string // of the page of all events of its kind
	Precision, EDTF        string
	Act, Class             string   // who acts on whom, and what that is between the two sides
	Amounts                []string // that it tells
	Places, People, Topics template.HTML
	Strength               string // of its sources together
	Confidence             string // in per cent, of an event read from an article
	Reasons                []site.Ground

	Prose          template.HTML // an editor's context
	ProseLang      string        // "" where it is the page's
	PartOf, Parts  []site.Related
	Accounts       []Account
	Evidence       []site.Evidence
	Merged         []site.Merging
	Note, NoteLang string
	EditURL        string
	Near           []Near
	History        []site.Change
	HistoryLang    string
	Cites          site.Cites
	JSON           string        // the way to its record
	Prev, Next     template.HTML // the events before and after
}

// Near is an event in the same threads as another, with what they share.
type Near struct {
	Brief template.HTML
	Why   string
}

// newEvent returns what follows from the page without a template.
func newEvent(e *edition, v *View, p *site.EventPage) *Event {
	told := p.Entry.Event
	ev := &Event{
		Item: item(v, p.Entry), KindHref: href(v.Root, "kinds/"+told.Kind+".html"), Precision: p.Precision, EDTF: p.EDTF, Act: deed(v, p.Entry), Class: p.Class, Amounts: p.Amounts,
		ProseLang: foreign(v, p.HTMLLang.Tag()), PartOf: p.PartOf, Parts: p.Parts, Accounts: accounts(v, p.Accounts),
		Evidence: p.Evidence, Merged: p.Merged, Note: p.Note, NoteLang: foreign(v, p.NoteLang.Tag()), EditURL: web(p.EditURL),
		History: p.History, HistoryLang: foreign(v, told.Lang.Tag()), Cites: p.Cites, JSON: href(v.Top, p.JSON),
	}
	if told.Strength != "" {
		ev.Strength = e.called("strength", told.Strength)
	}
	if ev.Item.Extracted {
		ev.Confidence, ev.Reasons = e.msg.Percent(told.Confidence), p.Reasons
	}
	return ev
}

// accountHead is what the heading of an account says.
type accountHead struct{ Side, Name, Capital string }
