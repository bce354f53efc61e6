package site

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
)

// related returns the events that links lead to, with why.
func (b *builder) related(links []event.Link) []Related {
	var all []Related
	for _, l := range links {
		if e := b.entryOf(l.ID); e != nil {
			why := b.ground(l.Why)
			all = append(all, Related{e, why.String(), why.Lang})
		}
	}
	return all
}

// merged tells how each further telling came to the event.
func (b *builder) merged(e *Entry) []Merging {
	var all []Merging
	for _, m := range e.Merged {
		row := Merging{Title: m.Seed, When: m.Date.Format(b.Lang), Agreed: b.ground(strings.Join(m.Agreed, "; "))}
		if r := b.seeds[m.Seed]; r != nil {
			row.Title, row.Path, row.Lang = cmp.Or(r.Title, m.Seed), sourcePath(m.Seed), r.Doc.Lang.Tag()
		}
		all = append(all, row)
	}
	return all
}

// Deed says who acts on whom: "Canada → China", "Canada and China"; "" where
// that is not known. Names are those of the site, the two sides' and both together.
func (e *Entry) Deed(canada, china, both string) string {
	name := func(all []lexicon.Side) string {
		if len(all) == 2 {
			return both
		}
		if all[0] == lexicon.Canada {
			return canada
		}
		return china
	}
	switch {
	case len(e.Actors) == 0:
		return ""
	case len(e.Targets) == 0 || slices.Equal(e.Actors, e.Targets):
		return name(e.Actors)
	}
	return name(e.Actors) + " → " + name(e.Targets)
}

// Shore returns the side that an event stands on: the one that acts by itself,
// NoSide where both do or neither.
func (e *Entry) Shore() lexicon.Side {
	if len(e.Actors) != 1 {
		return lexicon.NoSide
	}
	return e.Actors[0]
}
