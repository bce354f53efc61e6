package timeline

import (
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
)

// group is the tellings of one event, the leading one first.
type group struct {
	tellings []telling
	known    event.Event // the leading one, with what any of them says of who, where and what
	gone     bool        // it went into another group
}

func newGroup(t telling) *group { return &group{tellings: []telling{t}, known: *t.Event} }

// add takes a telling in; m is what made it one with the group.
func (g *group) add(t telling, m match) {
	t.match = m
	g.tellings = append(g.tellings, t)
	if g.known.Status == event.Extracted {
		g.known.People = add(g.known.People, t.People, func(p *lexicon.Person) string { return p.ID })
		g.known.Matters = add(g.known.Matters, t.Matters, func(s string) string { return s })
		if len(g.tellings) == 2 { // those there are belong to the leading one
			g.known.Figures = slices.Clip(g.known.Figures)
		}
		g.known.Figures = append(g.known.Figures, t.Figures...)
		g.known.Places = add(g.known.Places, t.Places, func(p *lexicon.Place) string { return p.ID })
	}
}

// open tells whether the group may take a telling at all: none of it is from
// the same chronicle, and an editor's own seed stands alone.
func (g *group) open(t telling) bool {
	if g.gone || t.rank == 0 {
		return false
	}
	return t.rank != 1 || !slices.ContainsFunc(g.tellings, func(o telling) bool { return o.doc == t.doc })
}

// best returns the one of the candidates that t fits, -1 where it fits none, or
// several equally well: it would be a guess which one is meant.
func best(groups []*group, candidates []int, t telling, ways ...way) (int, match) {
	found, of := -1, match{}
	tied := false
	for _, i := range candidates {
		g := groups[i]
		if !g.open(t) {
			continue
		}
		m := wayOf(&g.known, t.Event)
		if m.apart != "" || !slices.Contains(ways, m.way) || m.way == shifted && g.has(t) {
			continue
		}
		if m = compareTellings(&g.known, t.Event); m.apart != "" {
			continue
		}
		switch {
		case found < 0 || m.way < of.way || m.way == of.way && m.weight > of.weight:
			found, of, tied = i, m, false
		case m.way == of.way && m.weight == of.weight:
			tied = true
		}
	}
	if tied {
		return -1, match{}
	}
	return found, of
}

// has tells whether the seed of t tells the group's event already: who tells of
// two days means two events.
func (g *group) has(t telling) bool {
	return slices.ContainsFunc(g.tellings, func(o telling) bool { return o.doc == t.doc })
}

// event makes one event of the group.
func (g *group) event() *event.Event {
	lead := g.tellings[0]
	if len(g.tellings) == 1 {
		return lead.Event
	}
	e := *lead.Event
	e.Sources, e.Evidence, e.Seeds = slices.Clone(e.Sources), slices.Clone(e.Evidence), slices.Clone(e.Seeds)
	all := []*event.Event{lead.Event}
	e.Kind = g.kind()
	for _, t := range g.tellings[1:] {
		all = append(all, t.Event)
		e.Sources = addSources(e.Sources, t.Sources)
		e.Evidence = append(e.Evidence, t.Evidence...)
		e.Seeds = append(e.Seeds, t.Seeds...)
		e.Sum = e.Sum*31 + t.Sum
		e.Merged = append(e.Merged, event.Merging{Seed: t.doc.File.Name, Date: t.Date, Kind: t.Kind, Agreed: t.match.agreed})
		if e.Status == event.Extracted {
			widen(&e, t)
		}
	}
	e.Confidence, e.Reasons = event.Together(all)
	e.Seeds = leadFirst(e.Seeds)
	return &e
}

// kind is the leading telling's. "Milestone" is the kind of what no known act
// tells, so where it was not an editor's choice another telling says more.
func (g *group) kind() string {
	lead := g.tellings[0]
	if lead.Kind != "milestone" || lead.rank == 0 {
		return lead.Kind
	}
	for _, t := range g.tellings[1:] {
		if t.Kind != "milestone" && t.Kind != "statement" {
			return t.Kind
		}
	}
	return lead.Kind
}

// widen adds what a further telling of an extracted event says: who took part,
// where, and a day on which it is told, too.
func widen(e *event.Event, t telling) {
	e.People = add(e.People, t.People, func(p *lexicon.Person) string { return p.ID })
	e.Places = add(e.Places, t.Places, func(p *lexicon.Place) string { return p.ID })
	e.Topics = add(e.Topics, t.Topics, func(p *lexicon.Topic) string { return p.ID })
	e.Planned = e.Planned && t.Planned
	if t.match.way == shifted {
		e.Date = edtf.Between(min(e.Date.First(), t.Date.First()), max(e.Date.Last(), t.Date.Last()))
	}
	if len(e.Figures) == 0 {
		e.Figures = t.Figures
	}
}
