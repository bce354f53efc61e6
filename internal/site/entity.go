package site

import (
	"cmp"
	"fmt"
	"slices"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/timeline"
)

// topics, people and places plan a page each and their lists.
func (b *builder) topics() {
	for i, t := range b.byTopic {
		b.entity("topics", &EntityPage{
			Entity: b.topicList[i], What: "topic", Description: t.Value.Description.In(lang.EN), OtherNames: otherNames(t.Value.Name),
		}, b.of(t.Events))
	}
	b.index("topics", "What the events are about.", b.topicList)
}

func (b *builder) people() {
	for i, t := range b.byPerson {
		b.entity("people", &EntityPage{
			Entity: b.personList[i], What: "person", OtherNames: otherNames(t.Value.Name), Offices: offices(t.Value),
		}, b.of(t.Events))
	}
	b.index("people", "Who took part, with the offices they held.", b.personList)
}

func (b *builder) places() {
	for i, t := range b.byPlace {
		b.entity("places", &EntityPage{
			Entity: b.placeList[i], What: "place", OtherNames: otherNames(t.Value.Name),
		}, b.of(t.Events))
	}
	b.index("places", "Where it happened.", b.placeList)
}

// counted returns the entities of what is tagged, with their counts, and by id
// without them.
func counted[T any](all []timeline.Tagged[T], entity func(T) (string, Entity)) (map[string]Entity, []Entity) {
	list, byID := make([]Entity, len(all)), make(map[string]Entity, len(all))
	for i, t := range all {
		id, e := entity(t.Value)
		e.order = lexicon.Slug(e.Name)
		byID[id] = e
		e.Count = len(t.Events)
		list[i] = e
	}
	return byID, list
}

func (b *builder) entity(section string, p *EntityPage, entries []*Entry) {
	p.Groups = groups(entries)
	p.With = b.with(p, entries)
	b.add(&Page{
		Path: p.Path, Kind: EntityKind, Section: section, Title: p.Name,
		Description: cmp.Or(p.Description, fmt.Sprintf("%s in the timeline: %s.", p.Name, plural(len(entries), "event", "events"))),
		Updated:     newest(entries), Crumbs: []Link{{sectionName[section], section + "/index.html"}}, Content: p,
	}, "")
}

// sectionName is what the menu calls a folder.
var sectionName = map[string]string{"topics": "Topics", "people": "People", "places": "Places", "sources": "Sources", "years": "Years"}

func (b *builder) index(section, intro string, all []Entity) {
	b.add(&Page{
		Path: section + "/index.html", Kind: IndexKind, Section: section, Title: sectionName[section], Description: intro,
		Updated: b.plan.Updated, Content: &Index{What: section, Intro: intro, Items: sorted(all)},
	}, "")
}

// sortEntities orders entities by the letters of their names, or by their
// counts, the highest first, and then by name.
func sortEntities(all []Entity, byCount bool) {
	slices.SortFunc(all, func(x, y Entity) int {
		if byCount && x.Count != y.Count {
			return cmp.Compare(y.Count, x.Count)
		}
		return cmp.Or(cmp.Compare(x.order, y.order), cmp.Compare(x.Path, y.Path))
	})
}

// sorted returns the entities in the order of their names.
func sorted(all []Entity) []Entity {
	all = slices.Clone(all)
	sortEntities(all, false)
	return all
}

// top returns the n entities with most events.
func top(all []Entity, n int) []Entity {
	all = slices.Clone(all)
	sortEntities(all, true)
	return all[:min(n, len(all))]
}

// tallied returns the entities with the counts of a tally.
func tallied(count map[string]int, byID map[string]Entity) []Entity {
	all := make([]Entity, 0, len(count))
	for id, n := range count {
		e := byID[id]
		e.Count = n
		all = append(all, e)
	}
	return all
}

// with counts the people, or for a person's page the other people, who are
// most often named in the same events.
func (b *builder) with(p *EntityPage, entries []*Entry) []Entity {
	count := make(map[string]int)
	for _, e := range entries {
		for _, person := range e.Event.People {
			count[person.ID]++
		}
	}
	all := slices.DeleteFunc(tallied(count, b.person), func(e Entity) bool { return e.Path == p.Path })
	return top(all, withOnEntity)
}

// topicsOf counts the topics of events.
func (b *builder) topicsOf(entries []*Entry) []Entity {
	count := make(map[string]int)
	for _, e := range entries {
		for _, t := range e.Event.Topics {
			count[t.ID]++
		}
	}
	return top(tallied(count, b.topic), len(count))
}

func topicEntity(t *lexicon.Topic) (string, Entity) {
	return t.ID, Entity{Name: t.Name.In(lang.EN), Path: "topics/" + t.ID + ".html"}
}

func placeEntity(p *lexicon.Place) (string, Entity) {
	return p.ID, Entity{Name: p.Name.In(lang.EN), Path: "places/" + p.ID + ".html", Side: p.Side.String()}
}

func personEntity(p *lexicon.Person) (string, Entity) {
	e := Entity{Name: p.Name.In(lang.EN), Path: "people/" + p.ID + ".html", Side: p.Side.String()}
	if n := len(p.Offices); n > 0 {
		e.Note = p.Offices[n-1].Title.In(lang.EN)
	}
	return p.ID, e
}

// otherNames returns the names in the languages whose name is another one.
func otherNames(n lexicon.Names) []Named {
	var all []Named
	for _, l := range lang.All {
		if name := n[l]; name != "" && name != n.In(lang.EN) {
			all = append(all, Named{Lang: l.Tag(), Name: name})
		}
	}
	return all
}

func offices(p *lexicon.Person) []OfficeRow {
	var all []OfficeRow
	for _, o := range p.Offices {
		all = append(all, OfficeRow{Title: o.Title.In(lang.EN), Term: term(o), Source: o.Source})
	}
	return all
}

// term writes an office's dates for people, "" where neither is known.
func term(o lexicon.Office) string {
	switch {
	case o.From.IsZero() && o.To.IsZero():
		return ""
	case o.To.IsZero():
		return "from " + o.From.Format(lang.EN)
	case o.From.IsZero():
		return "until " + o.To.Format(lang.EN)
	}
	return o.From.Format(lang.EN) + " – " + o.To.Format(lang.EN)
}
