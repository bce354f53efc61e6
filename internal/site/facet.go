package site

import (
	"slices"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
)

// Search is the content of the search page: what leads to everything without a
// question.
type Search struct {
	Count  int
	Facets []Facet
}

// Facet is a list of what events can be chosen by, the values that most events
// have first where there are many.
type Facet struct {
	ID    string // of the folder its pages lie in: "kinds", "topics", …
	Title string
	Path  string   // of the page that lists all values
	Items []Entity // at most facetOnSearch
	All   int      // how many values there are
}

// facetOnSearch bounds the values of a facet on the search page.
const facetOnSearch = 24

// closed is a facet with a fixed set of values. Each has a page, with or without
// events, so that its address never goes.
type closed struct {
	section, what string
	values        []value
}

// value is one of them.
type value struct {
	id, name string
	others   []Named // its names in other languages
	side     string
	holds    func(*event.Event, bool) bool // of an event, of which the second says that it is planned
}

// closedFacets returns the facets that are the same on every site.
func (b *builder) closedFacets() []closed {
	choice := func(key string) string { return b.msg.Text("choice." + key) }
	return []closed{
		{"kinds", "kind", b.kindValues()},
		{"sides", "side", []value{
			b.actsAlone(0), b.actsAlone(1),
			{id: "both", name: choice("together"), holds: func(e *event.Event, _ bool) bool { return len(e.Actors) > 1 }},
		}},
		{"importance", "importance", []value{
			{id: "1", name: choice("importance.1"), holds: weighs(1)},
			{id: "2", name: choice("importance.2"), holds: weighs(2)},
			{id: "3", name: choice("importance.3"), holds: weighs(3)},
		}},
		{"status", "status", []value{
			{id: "edited", name: choice("edited"), holds: func(e *event.Event, _ bool) bool { return e.Status != event.Extracted }},
			{id: "extracted", name: choice("extracted"), holds: func(e *event.Event, _ bool) bool { return e.Status == event.Extracted }},
			{id: "planned", name: choice("planned"), holds: func(_ *event.Event, planned bool) bool { return planned }},
		}},
	}
}

func (b *builder) kindValues() []value {
	all := make([]value, len(lexicon.Kinds))
	for i, k := range lexicon.Kinds {
		all[i] = value{
			id: k.ID, name: k.Name.In(b.Lang), others: b.otherNames(k.Name),
			holds: func(e *event.Event, _ bool) bool { return e.Kind == k.ID },
		}
	}
	return all
}

// actsAlone returns the value of what one of the two sides does by itself.
func (b *builder) actsAlone(i int) value {
	side := b.Config.Sides[i]
	return value{
		id: side.ID.String(), name: b.msg.Text("choice.alone", "side", side.Name.In(b.Lang)), side: side.ID.String(),
		holds: func(e *event.Event, _ bool) bool { return len(e.Actors) == 1 && e.Actors[0] == side.ID },
	}
}

func weighs(importance int) func(*event.Event, bool) bool {
	return func(e *event.Event, _ bool) bool { return e.Importance == importance }
}

// facets plans a page for each value of the closed facets, and a list of each.
func (b *builder) facets() []Facet {
	var all []Facet
	for _, f := range b.closedFacets() {
		items := make([]Entity, len(f.values))
		for i, v := range f.values {
			entries := b.holding(v)
			items[i] = Entity{Name: v.name, Path: f.section + "/" + v.id + ".html", Count: len(entries), Side: v.side}
			b.entity(f.section, &EntityPage{Entity: items[i], What: f.what, OtherNames: v.others}, entries)
		}
		b.addIndex(f.section, items)
		all = append(all, b.facet(f.section, items))
	}
	return all
}

// holding returns the events that a value is true of.
func (b *builder) holding(v value) []*Entry {
	var all []*Entry
	for _, e := range b.Entries {
		if v.holds(e.Event, e.Planned) {
			all = append(all, e)
		}
	}
	return all
}

// facet returns a list of values for the search page.
func (b *builder) facet(section string, items []Entity) Facet {
	index := b.section(section)
	return Facet{
		ID: section, Title: index.Title, Path: index.Path, All: len(items),
		Items: slices.Clip(items[:min(len(items), facetOnSearch)]),
	}
}

// decadeFacet returns all decades: the whole timeline is reached by them.
func (b *builder) decadeFacet() Facet {
	items := make([]Entity, len(b.decadeList))
	for i, d := range b.decadeList {
		items[i] = Entity{Name: d.Name, Path: d.Path, Count: d.Count}
	}
	index := b.section("years")
	return Facet{ID: "years", Title: index.Title, Path: index.Path, Items: items, All: len(items)}
}

// search plans the search page, the pages its lists lead to, and its data.
func (b *builder) search() {
	closed := b.facets()
	facets := []Facet{
		b.decadeFacet(),
		closed[0],
		b.facet("topics", top(b.topicList, len(b.topicList))),
		b.facet("people", top(b.personList, len(b.personList))),
		b.facet("places", top(b.placeList, len(b.placeList))),
	}
	b.add(&Page{
		Path: "search.html", Kind: SearchKind, Section: "search", Title: b.msg.Text("nav.search"), Updated: b.updated,
		Description: b.msg.Text("search.description"),
		Content:     &Search{Count: len(b.Entries), Facets: append(facets, closed[1:]...)},
	}, "")
	b.add(&Page{Path: "search-data.js", Kind: SearchDataKind, Updated: b.updated}, "")
}
