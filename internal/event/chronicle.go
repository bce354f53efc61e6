package event

import (
	"slices"

	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// maxEntrySlug keeps the ids of a chronicle's entries readable.
const maxEntrySlug = 60

// chronicle makes an event of each dated entry. What the front matter says of
// topics, people, places, kind and importance holds for all of them; what the
// entry's words say is added.
func (r *reader) chronicle() {
	base := r.defaults()
	base.Aliases = nil
	if base.Importance == 0 {
		base.Importance = entryImportance
	}
	for i := range r.doc.Entries {
		r.Events = append(r.Events, r.entry(base, &r.doc.Entries[i]))
	}
}

func (r *reader) entry(e Event, entry *seed.Entry) Event {
	text := entry.Text.Of(r.doc.Text)
	e.Title, e.Date, e.HTML = entry.Title, entry.Date, entry.HTML
	e.Summary = oneLine(text)
	e.ID = r.unique(dateSlug(e.Date)+"-"+lexicon.Cut(lexicon.Slug(entry.Title), maxEntrySlug), text)
	if e.Kind == "" {
		e.Kind = r.kindOf(text)
	}
	e.Topics, e.People, e.Places = slices.Clip(e.Topics), slices.Clip(e.People), slices.Clip(e.Places)
	for m := range r.lex.Find(text) {
		m.Person = holder(m, e.Date.First())
		if m.Place != nil && e.Kind != "visit" && isCountry(m.Place) {
			m.Place = nil
		}
		e.add(m)
	}
	if own := r.sources(entry.Source); len(own) > 0 {
		e.Sources = own
	}
	e.Evidence = []Evidence{{
		Seed: r.doc.File.Name, Span: entry.Text, Line: r.doc.Position(entry.Text.Start).Line, Quote: text,
		Timex: entry.Dated.Of(r.doc.Text), Basis: "the entry's own date",
	}}
	return e
}

// line is the line of the seed's file where span starts.
func (r *reader) line(span source.Span) int { return r.doc.Position(span.Start).Line }
