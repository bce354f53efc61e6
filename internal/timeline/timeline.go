// Package timeline knows when two events are one.
//
// Every seed tells events on its own; [Merge] brings them together. Events are
// taken in an order that depends on what they say and not on the order of
// files: those of event seeds first, then entries of chronicles, then events
// read from articles, the more precise date before the vaguer one. Each joins
// the group of tellings it agrees with best (see [Same]) or starts a new one.
// Where it agrees with two groups equally well it joins neither: a vague telling
// must not tie two events together. Of a group the first telling gives the words
// and the date, all of them give their sources and their evidence, and each
// keeps what made it one with the rest.
//
// What happens during a visit, or announces it, is an event of its own and tied
// to the visit as a part of it.
package timeline

import (
	"cmp"
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// Timeline is all events in order, with what is open about them.
type Timeline struct {
	Events   []*event.Event   // by date, then id
	Readings []*event.Reading // the articles and chronicles, by path
	Review   []event.Review   // by seed, line and rule
}

// Year is the events that begin in one year.
type Year struct {
	Year   int
	Events []*event.Event
}

// Years returns the years that have events, in order, with the events that
// stand under them.
func (t *Timeline) Years() []Year {
	var years []Year
	for _, e := range t.Events {
		y := YearOf(e.Date)
		if len(years) == 0 || years[len(years)-1].Year != y {
			years = append(years, Year{Year: y})
		}
		last := &years[len(years)-1]
		last.Events = append(last.Events, e)
	}
	return years
}

// Topics returns the topics that have events with their events, by id.
func (t *Timeline) Topics() []Tagged[*lexicon.Topic] {
	return tagged(t.Events, func(e *event.Event) []*lexicon.Topic { return e.Topics },
		func(x *lexicon.Topic) string { return x.ID })
}

// People returns the people who have events with their events, by id.
func (t *Timeline) People() []Tagged[*lexicon.Person] {
	return tagged(t.Events, func(e *event.Event) []*lexicon.Person { return e.People },
		func(x *lexicon.Person) string { return x.ID })
}

// Places returns the places that have events with their events, by id.
func (t *Timeline) Places() []Tagged[*lexicon.Place] {
	return tagged(t.Events, func(e *event.Event) []*lexicon.Place { return e.Places },
		func(x *lexicon.Place) string { return x.ID })
}

// Kinds returns the events of each kind, in order, by the kind's id.
func (t *Timeline) Kinds() map[string][]*event.Event {
	kinds := make(map[string][]*event.Event)
	for _, e := range t.Events {
		kinds[e.Kind] = append(kinds[e.Kind], e)
	}
	return kinds
}

// Tagged is a topic, person or place with its events in order.
type Tagged[T any] struct {
	Value  T
	Events []*event.Event
}

// tagged gathers events by what they name. Two values with one id, such as a
// name that is in no registry and stands in two seeds, are one.
func tagged[T any](events []*event.Event, of func(*event.Event) []T, id func(T) string) []Tagged[T] {
	at := make(map[string]int)
	var all []Tagged[T]
	for _, e := range events {
		for _, v := range of(e) {
			i, ok := at[id(v)]
			if !ok {
				i = len(all)
				at[id(v)] = i
				all = append(all, Tagged[T]{Value: v})
			}
			if n := len(all[i].Events); n == 0 || all[i].Events[n-1] != e {
				all[i].Events = append(all[i].Events, e)
			}
		}
	}
	slices.SortFunc(all, func(a, b Tagged[T]) int { return cmp.Compare(id(a.Value), id(b.Value)) })
	return all
}

// telling is one event as one seed tells it.
type telling struct {
	*event.Event
	rank  int // 0 event seed, 1 chronicle, 2 article
	doc   *seed.Document
	match match // what made it one with those before it in its group
}

// Merge makes one timeline of what all seeds tell. The readings may come in
// any order; those of translations are laid over their originals. The
// diagnostics tell ids that clash and translations without an original.
func Merge(readings []*event.Reading) (*Timeline, []source.Diagnostic) {
	readings = slices.SortedFunc(slices.Values(readings), func(a, b *event.Reading) int {
		return cmp.Compare(a.Doc.File.Name, b.Doc.File.Name)
	})
	t := &Timeline{}
	var tellings []telling
	var translations []*event.Reading
	for _, r := range readings {
		if _, _, ok := event.TranslationOf(r.Doc); ok {
			translations = append(translations, r)
			continue
		}
		t.Review = append(t.Review, r.Review...)
		if r.Doc.Type != seed.Event {
			t.Readings = append(t.Readings, r)
		}
		for i := range r.Events {
			tellings = append(tellings, telling{Event: &r.Events[i], rank: rank(r.Doc.Type), doc: r.Doc})
		}
	}
	events, review := merged(tellings)
	t.Events, t.Review = events, append(t.Review, review...)
	ds := translate(t.Events, translations, t.Readings)
	var clashes []source.Diagnostic
	t.Events, clashes = uniqueIDs(t.Events, readings)
	ds = append(ds, clashes...)
	slices.SortFunc(t.Events, compare)
	link(t.Events)
	t.Review = append(t.Review, doubtful(t.Events)...)
	slices.SortFunc(t.Review, compareReview)
	return t, ds
}

func rank(t seed.Type) int {
	switch t {
	case seed.Event:
		return 0
	case seed.Chronicle:
		return 1
	}
	return 2
}

// YearOf returns the year that a date stands under: that of its first day, or
// where its start is open that of its last.
func YearOf(d edtf.Date) int {
	y, _, _ := begin(d).Date()
	return y
}

// begin is the day by which a date is put in order.
func begin(d edtf.Date) edtf.Day {
	if d.First() == edtf.MinDay {
		return d.Last()
	}
	return d.First()
}

func compare(a, b *event.Event) int {
	return cmp.Or(cmp.Compare(begin(a.Date), begin(b.Date)), edtf.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
}

func compareReview(a, b event.Review) int {
	return cmp.Or(cmp.Compare(a.Seed, b.Seed), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Text, b.Text))
}
