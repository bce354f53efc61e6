package timeline

import (
	"cmp"
	"slices"
	"strconv"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/source"
)

// merged groups the tellings and makes one event of each group. The review
// tells of those that are like an event but for a day or two, and of those
// taken for one all the same.
//
// A telling whose id is that of an event seed, or one of its aliases, belongs to
// it whatever the two say: the editor made the seed of it. Any other joins the
// event whose kind it has and whose days can be its own. What is left over by itself may then be what another event is told as
// under a kindred kind, or a day off.
func merged(tellings []telling) ([]*event.Event, []event.Review) {
	slices.SortFunc(tellings, leading)
	var groups []*group
	days := newDayIndex()
	owned := make(map[string]int) // group of an event seed, by its id and aliases
	for _, t := range tellings {
		if g, ok := owned[t.ID]; ok && t.rank > 0 {
			groups[g].add(t, match{agreed: []string{"an editor made a seed of it"}})
			continue
		}
		if g, m := best(groups, days.near(t.Date.First(), t.Date.Last()), t, direct); g >= 0 {
			groups[g].add(t, m)
			continue
		}
		days.add(t.Date, len(groups))
		if t.rank == 0 {
			for _, id := range append([]string{t.ID}, t.Aliases...) {
				owned[id] = len(groups)
			}
		}
		groups = append(groups, newGroup(t))
	}
	review := fold(groups, days)
	groups = slices.DeleteFunc(groups, func(g *group) bool { return g.gone })
	events := make([]*event.Event, len(groups))
	for i, g := range groups {
		events[i] = g.event()
	}
	return events, review
}

// fold puts groups into others that tell the same as a kindred kind or a day
// off, and asks about those that might.
func fold(groups []*group, days *dayIndex) []event.Review {
	var review []event.Review
	for i, g := range groups {
		t := g.tellings[0]
		near := days.near(t.Date.First()-maxGap, t.Date.Last()+maxGap)
		earlier, _ := slices.BinarySearch(near, i)
		near = near[:earlier]
		whole := t
		whole.Event = &g.known
		if to, m := best(groups, near, whole, kindred, shifted); to >= 0 {
			for _, u := range g.tellings {
				groups[to].add(u, m)
			}
			g.gone = true
			if m.way == shifted {
				review = append(review, settled(groups[to].tellings[0], t, m))
			}
			continue
		}
		if q, ok := disagreement(groups, near, t); ok {
			review = append(review, q)
		}
	}
	return review
}

// leading orders tellings so that the one whose words win comes first. Among
// those of one day, what was done comes before what was said of it.
func leading(a, b telling) int {
	return cmp.Or(
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(extent(a), extent(b)),
		edtf.Compare(a.Date, b.Date),
		cmp.Compare(wordsOnly(a), wordsOnly(b)),
		cmp.Compare(len(b.People), len(a.People)),
		cmp.Compare(b.Confidence, a.Confidence),
		cmp.Compare(a.Lang, b.Lang),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.doc.File.Name, b.doc.File.Name),
		cmp.Compare(firstQuote(a.Event), firstQuote(b.Event)),
	)
}

// extent ranks tellings by how many days they may mean, the exact ones first. Of
// a visit, which lasts, the telling of all its days is the exact one.
func extent(t telling) int {
	w := width(t.Date)
	if t.Kind == "visit" && w <= maxExact*2 && t.Date.Precision() == edtf.DayPrecision && !t.Date.Approximate() {
		return -w
	}
	return w
}

func wordsOnly(t telling) int {
	if t.Kind == "statement" {
		return 1
	}
	return 0
}

func firstQuote(e *event.Event) string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return e.Evidence[0].Quote
}

// leadFirst sorts all seeds but the first and drops repeats.
func leadFirst(seeds []string) []string {
	rest := slices.DeleteFunc(slices.Clone(seeds[1:]), func(s string) bool { return s == seeds[0] })
	slices.Sort(rest)
	return append(seeds[:1], slices.Compact(rest)...)
}

// add returns a with those of b that are not in it.
func add[T any](a, b []T, id func(T) string) []T {
	a = slices.Clone(a)
	for _, v := range b {
		if !slices.ContainsFunc(a, func(w T) bool { return id(v) == id(w) }) {
			a = append(a, v)
		}
	}
	return a
}

// addSources returns a with those of b that it does not have: a source is the
// same when its address is, or its seed, or its title and publisher.
func addSources(a, b []event.Source) []event.Source {
	for _, s := range b {
		if !slices.ContainsFunc(a, func(o event.Source) bool { return sameSource(s, o) }) {
			a = append(a, s)
		}
	}
	return a
}

func sameSource(s, o event.Source) bool {
	switch {
	case s.URL != "" || o.URL != "":
		return s.URL == o.URL
	case s.Seed != "" || o.Seed != "":
		return s.Seed == o.Seed
	}
	return s.Title == o.Title && s.Publisher == o.Publisher
}

// uniqueIDs sees to it that no two events share an id. Two seeds of editors
// that do are an error, and the second event is left out; of extracted events
// the later ones get a number.
func uniqueIDs(events []*event.Event, readings []*event.Reading) ([]*event.Event, []source.Diagnostic) {
	taken := make(map[string]*event.Event, len(events))
	unique := events[:0]
	var ds []source.Diagnostic
	for _, e := range events {
		switch first := taken[e.ID]; {
		case first == nil:
		case e.Status == event.Edited:
			ds = append(ds, clash(e, first, readings))
			continue
		default:
			c := *e
			c.ID = freeID(e.ID, taken)
			e = &c
		}
		taken[e.ID] = e
		unique = append(unique, e)
	}
	return unique, ds
}

func freeID(id string, taken map[string]*event.Event) string {
	for n := 2; ; n++ {
		if next := id + "-" + strconv.Itoa(n); taken[next] == nil {
			return next
		}
	}
}

func clash(e, first *event.Event, readings []*event.Reading) source.Diagnostic {
	d := source.Diagnostic{
		File: e.Seeds[0], Severity: source.Error, Rule: "duplicate-id",
		Text: "the event's id " + e.ID + " is that of " + first.Seeds[0] + ", too",
		Hint: "rename one of the files, or give one of them a slug: of its own",
	}
	for _, r := range readings {
		if r.Doc.File.Name == e.Seeds[0] && r.Doc.Meta.Slug.Set() {
			d.Pos = r.Doc.Meta.Slug.Pos
		}
	}
	return d
}
