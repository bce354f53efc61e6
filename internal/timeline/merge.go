package timeline

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// group is the tellings of one event, the leading one first.
type group []telling

// merged groups the tellings and makes one event of each group. A telling whose
// id is that of an event seed, or one of its aliases, belongs to it whatever the
// two say: the editor made the seed of it. The review tells of tellings that are
// like an event but for a day or two.
func merged(tellings []telling) ([]*event.Event, []event.Review) {
	slices.SortFunc(tellings, leading)
	var groups []group
	var review []event.Review
	days := newDayIndex()
	owned := make(map[string]int) // group of an event seed, by its id and aliases
	for _, t := range tellings {
		g, ok := owned[t.ID]
		if !ok || t.rank == 0 {
			g, ok = join(groups, days, t)
		}
		if ok {
			groups[g] = append(groups[g], t)
			continue
		}
		if q, ok := disagreement(groups, days, t); ok {
			review = append(review, q)
		}
		days.add(t.Date, len(groups))
		if t.rank == 0 {
			for _, id := range append([]string{t.ID}, t.Aliases...) {
				owned[id] = len(groups)
			}
		}
		groups = append(groups, group{t})
	}
	events := make([]*event.Event, len(groups))
	for i, g := range groups {
		events[i] = g.event()
	}
	return events, review
}

// leading orders tellings so that the one whose words win comes first.
func leading(a, b telling) int {
	return cmp.Or(
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(width(a.Date), width(b.Date)),
		edtf.Compare(a.Date, b.Date),
		cmp.Compare(b.Confidence, a.Confidence),
		cmp.Compare(a.Lang, b.Lang),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.doc.File.Name, b.doc.File.Name),
		cmp.Compare(firstQuote(a.Event), firstQuote(b.Event)),
	)
}

func firstQuote(e *event.Event) string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return e.Evidence[0].Quote
}

// width returns the number of days a date may mean, less one.
func width(d edtf.Date) int { return int(d.Last()) - int(d.First()) }

// join finds the one group that t belongs to. A telling of an event seed never
// joins: editors say themselves when two of their seeds are one.
func join(groups []group, days *dayIndex, t telling) (int, bool) {
	if t.rank == 0 {
		return 0, false
	}
	found, n := 0, 0
	for _, g := range days.near(t.Date.First(), t.Date.Last()) {
		if groups[g].takes(t) {
			found, n = g, n+1
		}
	}
	return found, n == 1
}

// takes tells whether t agrees with the group's leading telling and none of
// the group is from the same chronicle.
func (g group) takes(t telling) bool {
	for _, other := range g {
		if t.rank == 1 && other.doc == t.doc {
			return false
		}
	}
	return Same(g[0].Event, t.Event)
}

// maxWidth is how many days a date may span and still say which event is
// meant: a month. A year does not.
const maxWidth = 31

// Same tells whether a and b are one event as two sources tell it: their days
// may be the same, kind and places agree, and the same people take part. Where
// no people are named, the day must be the same and the wording alike.
func Same(a, b *event.Event) bool {
	if a.Kind != b.Kind || !a.Date.Overlaps(b.Date) || !placesAgree(a.Places, b.Places) {
		return false
	}
	if a.Kind == "statistic" {
		return a.Date.First() == b.Date.First() && a.Date.Last() == b.Date.Last() && figuresAgree(a, b)
	}
	if width(a.Date) > maxWidth || width(b.Date) > maxWidth {
		return a.Date == b.Date && alike(a, b)
	}
	if len(a.People) > 0 && len(b.People) > 0 {
		return peopleAgree(a.People, b.People)
	}
	return a.Date == b.Date && alike(a, b)
}

// placesAgree tells whether the places allow the events to be one: some place
// is in both, or in one is the country of a place in the other, or one event
// does not say where.
func placesAgree(a, b []*lexicon.Place) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return slices.ContainsFunc(a, func(p *lexicon.Place) bool {
		return slices.ContainsFunc(b, func(q *lexicon.Place) bool {
			return p.ID == q.ID || p.ID == q.Country || q.ID == p.Country
		})
	})
}

// peopleAgree tells whether all who are named in the shorter list are named in
// the longer one.
func peopleAgree(a, b []*lexicon.Person) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, p := range a {
		if !slices.ContainsFunc(b, func(q *lexicon.Person) bool { return p.ID == q.ID }) {
			return false
		}
	}
	return true
}

// figuresAgree tells whether some figure stands in both events' words.
func figuresAgree(a, b *event.Event) bool {
	in := figures(b.Title + " " + b.Summary)
	return slices.ContainsFunc(figures(a.Title+" "+a.Summary), func(f float64) bool { return slices.Contains(in, f) })
}

// alike tells whether two events in the same language share most of the words
// of the shorter title.
func alike(a, b *event.Event) bool {
	if a.Lang != b.Lang {
		return false
	}
	s, t := words(a.Title), words(b.Title)
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(s) == 0 {
		return false
	}
	shared := 0
	for _, w := range s {
		if slices.Contains(t, w) {
			shared++
		}
	}
	return 3*shared >= 2*len(s)
}

// words returns the words of a title as slugs; in Chinese, pairs of characters.
func words(title string) []string {
	slug := lexicon.Slug(title)
	var all []string
	for w := range strings.SplitSeq(slug, "-") {
		runes := []rune(w)
		if len(runes) == 0 {
			continue
		}
		if runes[0] < 0x2e80 {
			all = append(all, w)
			continue
		}
		for i := range len(runes) - 1 {
			all = append(all, string(runes[i:i+2]))
		}
	}
	return all
}

// event makes one event of the group.
func (g group) event() *event.Event {
	if len(g) == 1 {
		return g[0].Event
	}
	e := *g[0].Event
	e.Sources = slices.Clone(e.Sources)
	e.Evidence = slices.Clone(e.Evidence)
	e.Seeds = slices.Clone(e.Seeds)
	doubt := 1 - e.Confidence
	for _, t := range g[1:] {
		e.Sources = addSources(e.Sources, t.Sources)
		e.Evidence = append(e.Evidence, t.Evidence...)
		e.Seeds = append(e.Seeds, t.Seeds...)
		e.Sum = e.Sum*31 + t.Sum
		doubt *= 1 - t.Confidence
		if e.Status == event.Extracted {
			e.People = add(e.People, t.People, func(p *lexicon.Person) string { return p.ID })
			e.Places = add(e.Places, t.Places, func(p *lexicon.Place) string { return p.ID })
			e.Topics = add(e.Topics, t.Topics, func(p *lexicon.Topic) string { return p.ID })
			e.Planned = e.Planned && t.Planned
		}
	}
	e.Confidence = 1 - doubt
	e.Seeds = leadFirst(e.Seeds)
	return &e
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

// translate lays translations over the events of the seeds they translate.
func translate(events []*event.Event, readings []*event.Reading) []source.Diagnostic {
	if len(readings) == 0 {
		return nil
	}
	at := make(map[string]int, len(events))
	for i, e := range events {
		if e.Status == event.Edited {
			at[e.Seeds[0]] = i
		}
	}
	var ds []source.Diagnostic
	for _, r := range readings {
		path, tr, _ := event.TranslationOf(r.Doc)
		i, ok := at[path]
		if !ok {
			ds = append(ds, orphan(r, path, at))
			continue
		}
		e := *events[i]
		e.Sum = e.Sum*31 + r.Sum
		e.Translations = append(slices.Clone(e.Translations), tr)
		slices.SortFunc(e.Translations, func(a, b event.Translation) int { return cmp.Compare(a.Lang, b.Lang) })
		events[i] = &e
	}
	return ds
}

// orphan tells of a translation without an original.
func orphan(r *event.Reading, original string, at map[string]int) source.Diagnostic {
	d := r.Doc.File.Errorf(0, "no-original", "there is no event seed %s to translate", original).
		WithHint("put the translation beside its original, or set translation_of to the original's path within the content folder")
	if r.Doc.Meta.TranslationOf.Set() {
		d.Pos = r.Doc.Meta.TranslationOf.Pos
	}
	if near := source.Nearest(original, slices.Sorted(maps.Keys(at))); near != "" {
		d.Hint = "did you mean " + near + "?"
	}
	return d
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
