package event

import (
	"slices"
	"strings"

	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// maxEntrySlug keeps the ids of a chronicle's entries readable.
const maxEntrySlug = 60

// chronicle makes an event of each dated entry. What the front matter says of
// topics, people, places, kind and importance holds for all of them; what the
// words of the entry and of its heading say is added.
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
	heading := entry.Heading.Of(r.doc.Text)
	r.checkYear(entry.Date, r.doc.Position(entry.Dated.Start))
	e.Title, e.Date, e.HTML = entry.Title, entry.Date, entry.HTML
	e.Summary = oneLine(text)
	e.ID = r.unique(lexicon.Cut(dateSlug(e.Date)+"-"+lexicon.Cut(lexicon.Slug(entry.Title), maxEntrySlug), maxID), text)
	if e.Kind == "" {
		e.Kind = r.kindOf(strings.TrimPrefix(heading+". "+text, ". "))
	}
	e.Topics, e.People, e.Places = slices.Clip(e.Topics), slices.Clip(e.People), slices.Clip(e.Places)
	for _, words := range []string{heading, text} {
		for m := range r.lex.Find(words) {
			m.Person = holder(m, e.Date.First())
			if m.Place != nil && e.Kind != "visit" && isCountry(m.Place) {
				m.Place = nil
			}
			e.add(m)
		}
	}
	e.classifyWritten(r.lex)
	e.measureWritten()
	r.settle(&e)
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
