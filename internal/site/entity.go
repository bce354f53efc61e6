package site

import (
	"cmp"
	"slices"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/timeline"
)

// topics, people and places plan a page each and their lists.
func (b *builder) topics() {
	for i, t := range b.byTopic {
		b.entity("topics", &EntityPage{
			Entity: b.topicList[i], What: "topic", Description: t.Value.Description.In(b.Lang), OtherNames: b.otherNames(t.Value.Name),
			Embed: embedPath(t.Value.ID), Story: storyPath(t.Value.ID),
		}, b.of(t.Events))
	}
	b.index("topics", b.topicList)
}

func (b *builder) people() {
	for i, t := range b.byPerson {
		offices, span := b.offices(t.Value)
		b.entity("people", &EntityPage{
			Entity: b.personList[i], What: "person", OtherNames: b.otherNames(t.Value.Name), Offices: offices, Span: span,
			Wikidata: wikidata(t.Value.Wikidata),
		}, b.of(t.Events))
	}
	b.index("people", b.personList)
}

func (b *builder) places() {
	for i, t := range b.byPlace {
		b.entity("places", &EntityPage{
			Entity: b.placeList[i], What: "place", OtherNames: b.otherNames(t.Value.Name),
			Wikidata: wikidata(t.Value.Wikidata), Coordinates: b.coordinates(t.Value),
		}, b.of(t.Events))
	}
	b.index("places", b.placeList)
}

// counted returns the entities of what is tagged, with their counts, and by id
// without them.
func counted[T any](b *builder, all []timeline.Tagged[T], entity func(T) (string, Entity)) (map[string]Entity, []Entity) {
	order := newOrder(b.Lang)
	list, byID := make([]Entity, len(all)), make(map[string]Entity, len(all))
	for i, t := range all {
		id, e := entity(t.Value)
		e.order = order.key(e.Name)
		byID[id] = e
		e.Count = len(t.Events)
		list[i] = e
	}
	return byID, list
}

func (b *builder) entity(section string, p *EntityPage, entries []*Entry) {
	p.With = b.with(p, entries)
	description := cmp.Or(p.Description, b.msg.Text("entity.description", "name", p.Name, "events", b.msg.Count("count.event", len(entries))))
	leaves(p.Path, entries, fullOnPage, b.yearsOf, func(part []*Entry, path, called string, pager *Pager) {
		leaf := *p
		leaf.Groups, leaf.Pager = b.groups(part), pager
		b.add(&Page{
			Path: path, Kind: EntityKind, Section: section, Title: b.inPart(p.Name, called), Description: description,
			Updated: newest(entries), Crumbs: []Link{b.section(section)}, Content: &leaf, Feed: feedPath(p),
		}, "")
	})
}

// section leads to a folder's index, by what the menu calls it.
func (b *builder) section(name string) Link {
	return Link{b.msg.Text("nav." + name), name + "/index.html"}
}

// index plans the list of a folder's entities, by name.
func (b *builder) index(section string, all []Entity) { b.addIndex(section, sorted(all)) }

// addIndex plans the list of a folder's entities in the order given.
func (b *builder) addIndex(section string, all []Entity) {
	intro := b.msg.Text("index." + section)
	title := b.msg.Text("nav." + section)
	leaves(section+"/index.html", all, namesOnPage, initialsOf, func(part []Entity, path, called string, pager *Pager) {
		b.add(&Page{
			Path: path, Kind: IndexKind, Section: section, Title: b.inPart(title, called), Description: intro,
			Updated: b.updated, Content: &Index{What: section, Intro: intro, Items: part, Pager: pager},
		}, "")
	})
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

func (b *builder) topicEntity(t *lexicon.Topic) (string, Entity) {
	return t.ID, Entity{Name: t.Name.In(b.Lang), Path: "topics/" + t.ID + ".html"}
}

func (b *builder) placeEntity(p *lexicon.Place) (string, Entity) {
	return p.ID, Entity{Name: p.Name.In(b.Lang), Path: "places/" + p.ID + ".html", Side: p.Side.String()}
}

func (b *builder) personEntity(p *lexicon.Person) (string, Entity) {
	e := Entity{Name: p.Name.In(b.Lang), Path: "people/" + p.ID + ".html", Side: p.Side.String()}
	if n := len(p.Offices); n > 0 {
		e.Note = p.Offices[n-1].Title.In(b.Lang)
	}
	return p.ID, e
}

// otherNames returns the names in the languages whose name is another one.
func (b *builder) otherNames(n lexicon.Names) []Named {
	var all []Named
	for _, l := range lang.All {
		if name := n.In(l); l != b.Lang && name != n.In(b.Lang) && !slices.ContainsFunc(all, func(o Named) bool { return o.Name == name }) {
			all = append(all, Named{Lang: l.Tag(), Name: name})
		}
	}
	return all
}

// offices returns a person's offices, and the years that their bars stand for.
func (b *builder) offices(p *lexicon.Person) ([]OfficeRow, string) {
	var all []OfficeRow
	bars, span := b.bars(p.Offices)
	for i, o := range p.Offices {
		all = append(all, OfficeRow{Title: o.Title.In(b.Lang), Term: b.term(o), Source: o.Source, Bar: bars[i]})
	}
	return all, span
}

// term writes an office's dates for people, "" where neither is known.
func (b *builder) term(o lexicon.Office) string {
	switch {
	case o.From.IsZero() && o.To.IsZero():
		return ""
	case o.To.IsZero():
		return b.msg.Text("office.from", "from", o.From.Format(b.Lang))
	case o.From.IsZero():
		return b.msg.Text("office.until", "to", o.To.Format(b.Lang))
	}
	return b.msg.Text("office.term", "from", o.From.Format(b.Lang), "to", o.To.Format(b.Lang))
}
