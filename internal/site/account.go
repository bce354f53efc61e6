package site

import (
	"cmp"
	"slices"

	"buildsite/internal/lexicon"
)

// accounts parts an event's sources and sentences by side: those of the two
// sides always, the others where there are any. A sentence that reports what
// somebody of a side says stands with that side, whoever published it.
func (b *builder) accounts(e *Entry, evidence []Evidence) []Account {
	sides := [...]lexicon.Side{lexicon.Canada, lexicon.China, lexicon.Other}
	all := make([]Account, len(sides))
	for i, side := range sides {
		all[i] = Account{Side: side.String(), Name: b.sideName(side)}
	}
	of := func(side lexicon.Side) *Account {
		if at := slices.Index(sides[:], side); at >= 0 {
			return &all[at]
		}
		return &all[len(all)-1]
	}
	for _, s := range e.Sources {
		ref := SourceRef{Source: s}
		if ref.Title == "" { // a link to a publisher's page, or a bare address
			ref.Title, ref.Publisher = cmp.Or(s.Publisher, s.URL, s.Seed), ""
		}
		if b.seeds[s.Seed] != nil {
			ref.Path = sourcePath(s.Seed)
		}
		if !s.Date.IsZero() {
			ref.When = s.Date.Format(b.Lang)
		}
		a := of(s.Side)
		a.Sources = append(a.Sources, ref)
	}
	for _, ev := range evidence {
		a := of(ev.Side)
		q := Quote{Evidence: ev}
		if ev.Speaker == lexicon.Canada || ev.Speaker == lexicon.China {
			a = of(ev.Speaker)
			q.Reported = ev.Speaker != ev.Side
		}
		if ev.Voice != nil {
			q.Voice = b.person[ev.Voice.ID]
			if q.Voice.Path == "" {
				q.Voice.Name = ev.Voice.Name.In(b.Lang)
			}
		}
		a.Quotes = append(a.Quotes, q)
	}
	if other := all[len(all)-1]; len(other.Sources) == 0 && len(other.Quotes) == 0 {
		all = all[:len(all)-1]
	}
	return all
}

// sideName returns what the site calls a side.
func (b *builder) sideName(s lexicon.Side) string {
	for _, c := range b.Config.Sides {
		if c.ID == s {
			return c.Name.In(b.Lang)
		}
	}
	return b.msg.Text("side.other")
}
