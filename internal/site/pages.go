package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/timeline"
)

// How much the home page and the pages of entities show.
const (
	newestOnHome = 8
	topicsOnHome = 18
	peopleOnHome = 12
	placesOnHome = 12
	withOnEntity = 8
)

// home plans the first page.
func (b *builder) home() {
	entries := b.plan.Entries
	h := &Home{
		Count:    len(entries),
		Articles: len(b.Timeline.Readings),
		Sources:  b.countSources(),
		Years:    b.overview(),
		Turning:  groups(b.turning()),
		Newest:   b.newest(newestOnHome),
		Topics:   top(b.topicList, topicsOnHome),
		People:   top(b.personList, peopleOnHome),
		Places:   top(b.placeList, placesOnHome),
	}
	h.Decades = decades(h.Years)
	if n := len(h.Years); n > 0 {
		h.From, h.To = h.Years[0].Year, h.Years[n-1].Year
	}
	b.add(&Page{
		Path: "index.html", Kind: HomeKind, Title: b.Config.Title.In(lang.EN),
		Description: b.Config.Description.In(lang.EN), Updated: b.plan.Updated, Content: h,
	}, "")
}

// countSources counts the addresses and seeds that events are told by.
func (b *builder) countSources() int {
	seen := make(map[string]bool)
	for _, e := range b.plan.Entries {
		for _, s := range e.Sources {
			seen[cmp.Or(s.URL, s.Seed, s.Publisher+"\x00"+s.Title)] = true
		}
	}
	return len(seen)
}

func (b *builder) turning() []*Entry {
	return slices.DeleteFunc(slices.Clone(b.plan.Entries), func(e *Entry) bool { return e.Importance != 1 })
}

// newest returns up to n events that are not planned, the latest first.
func (b *builder) newest(n int) []*Entry {
	var all []*Entry
	for _, e := range slices.Backward(b.plan.Entries) {
		if len(all) == n {
			break
		}
		if !e.Planned {
			all = append(all, e)
		}
	}
	return all
}

// maxYears bounds the overview. A timeline that spans more shows only years
// that have events.
const maxYears = 400

// overview counts the events of every year from the first to the last.
func (b *builder) overview() []YearCount {
	years := b.Timeline.Years()
	if len(years) == 0 {
		return nil
	}
	highest := 0
	var all []YearCount
	for i, y := range years {
		if i > 0 && y.Year-years[0].Year < maxYears {
			for gap := years[i-1].Year + 1; gap < y.Year; gap++ {
				all = append(all, YearCount{Year: gap})
			}
		}
		all = append(all, YearCount{Year: y.Year, Count: len(y.Events), Turns: turns(y.Events), Path: yearPath(y.Year)})
		highest = max(highest, len(y.Events))
	}
	for i := range all {
		all[i].Height = (100*all[i].Count + highest - 1) / highest
	}
	return all
}

func turns(events []*event.Event) int {
	n := 0
	for _, e := range events {
		if e.Importance == 1 {
			n++
		}
	}
	return n
}

// decades parts an overview by decade. A decade without events is left out.
func decades(years []YearCount) []Decade {
	var all []Decade
	for _, y := range years {
		first := floorDecade(y.Year)
		if len(all) == 0 || all[len(all)-1].Year != first {
			all = append(all, Decade{Year: first})
		}
		last := &all[len(all)-1]
		last.Count += y.Count
		last.Years = append(last.Years, y)
	}
	return slices.DeleteFunc(all, func(d Decade) bool { return d.Count == 0 })
}

func floorDecade(year int) int { return year - ((year%10)+10)%10 }

// years plans a page a year and the list of all years.
func (b *builder) years() {
	years := b.Timeline.Years()
	all := b.overview()
	for i, y := range years {
		entries := b.of(y.Events)
		content := &Year{Year: y.Year, Entries: entries, Count: len(entries), Topics: countTopics(entries)}
		if i > 0 {
			content.Prev = yearLink(years[i-1])
		}
		if i+1 < len(years) {
			content.Next = yearLink(years[i+1])
		}
		content.Decade = slices.DeleteFunc(slices.Clone(all), func(c YearCount) bool {
			return floorDecade(c.Year) != floorDecade(y.Year)
		})
		b.add(&Page{
			Path: yearPath(y.Year), Kind: YearKind, Section: "years", Title: yearName(y.Year),
			Description: fmt.Sprintf("%s in the relations of China and Canada: %s.", yearName(y.Year), plural(len(entries), "event", "events")),
			Updated:     newest(entries), Crumbs: []Link{{"Years", "years/index.html"}}, Content: content,
		}, "")
	}
	b.add(&Page{
		Path: "years/index.html", Kind: IndexKind, Section: "years", Title: "Years",
		Description: "Every year of the timeline with its number of events.", Updated: b.plan.Updated,
		Content: &Index{What: "years", Intro: "Every year that has events, by decade.", Decades: decades(all)},
	}, "")
}

func yearLink(y timeline.Year) *Link { return &Link{yearName(y.Year), yearPath(y.Year)} }

// plural writes a count with the right form of its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// events plans a page an event and the list of all.
func (b *builder) events() {
	for i, e := range b.plan.Entries {
		content := b.event(e)
		if i > 0 {
			content.Prev = b.plan.Entries[i-1]
		}
		if i+1 < len(b.plan.Entries) {
			content.Next = b.plan.Entries[i+1]
		}
		b.add(&Page{
			Path: e.Path, Kind: EventKind, Section: "years", Title: e.Title, Description: cut(cmp.Or(e.Summary, e.Title), 200),
			Updated: e.Updated, Crumbs: []Link{{"Years", "years/index.html"}, {content.YearTitle, content.YearPath}},
			Content: content,
		}, e.Seeds[0])
	}
	b.add(&Page{
		Path: "events/index.html", Kind: EventsKind, Section: "events", Title: "All events",
		Description: "Every event of the timeline in order of time.", Updated: b.plan.Updated,
		Content: &Events{Groups: groups(b.plan.Entries), Count: len(b.plan.Entries)},
	}, "")
}

// cut shortens text to at most n bytes at the end of a word.
func cut(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) <= n {
		return text
	}
	end := strings.LastIndexByte(text[:n], ' ')
	if end <= 0 {
		for end = n; end > 0 && text[end]&0xC0 == 0x80; end-- {
		}
	}
	return strings.TrimRight(text[:end], " ,;:") + "…"
}

func (b *builder) event(e *Entry) *EventPage {
	p := &EventPage{
		Entry: e, YearPath: yearPath(timeline.YearOf(e.Date)), YearTitle: yearName(timeline.YearOf(e.Date)),
		EDTF: e.Date.String(), Precision: precisionName(e.Date), Accounts: b.accounts(e),
		HTML: b.resolve(e.Seeds[0], e.Path, e.Event.HTML),
	}
	for _, person := range e.Event.People {
		p.People = append(p.People, participant(person, e.Date.First()))
	}
	for _, t := range e.Event.Topics {
		p.Topics = append(p.Topics, topicEntity(t))
	}
	for _, place := range e.Event.Places {
		p.Places = append(p.Places, placeEntity(place))
	}
	p.Evidence = b.evidence(e)
	if b.seeds[e.Seeds[0]] == nil {
		p.Seed = e.Seeds[0]
		if b.Config.Repository != "" {
			p.EditURL = strings.TrimSuffix(b.Config.Repository, "/") + "/edit/main/content/" + p.Seed
		}
	}
	return p
}

// precisionName says in words how exactly a date is known.
func precisionName(d edtf.Date) string {
	name := "known to the " + d.Precision().String()
	switch {
	case d.IsInterval() && d.Precision() == edtf.DayPrecision:
		name = "from one day to another"
	case d.IsInterval():
		name = "a span, " + name
	case d.Precision() == edtf.DayPrecision:
		name = "exact day"
	}
	if d.Approximate() {
		name += ", approximate"
	}
	if d.Uncertain() {
		name += ", uncertain"
	}
	return name
}

func participant(p *lexicon.Person, day edtf.Day) Participant {
	part := Participant{Entity: personEntity(p)}
	if office := p.At(day); office != nil {
		part.Office = office.Title.In(lang.EN)
	}
	return part
}

// accounts parts an event's sources by side: those of the two sides always,
// the others where there are any.
func (b *builder) accounts(e *Entry) []Account {
	sides := [...]lexicon.Side{lexicon.Canada, lexicon.China, lexicon.Other}
	all := make([]Account, len(sides))
	for i, side := range sides {
		all[i] = Account{Side: side.String(), Name: b.sideName(side)}
	}
	for _, s := range e.Sources {
		i := len(sides) - 1
		if at := slices.Index(sides[:], s.Side); at >= 0 {
			i = at
		}
		ref := SourceRef{Source: s}
		if ref.Title == "" { // a link to a publisher's page, or a bare address
			ref.Title, ref.Publisher = cmp.Or(s.Publisher, s.URL, s.Seed), ""
		}
		if b.seeds[s.Seed] != nil {
			ref.Path = sourcePath(s.Seed)
		}
		if !s.Date.IsZero() {
			ref.When = s.Date.Format(lang.EN)
		}
		all[i].Sources = append(all[i].Sources, ref)
	}
	if len(all[2].Sources) == 0 {
		all = all[:2]
	}
	return all
}

// sideName returns what the site calls a side.
func (b *builder) sideName(s lexicon.Side) string {
	for _, c := range b.Config.Sides {
		if c.ID == s {
			return c.Name.In(lang.EN)
		}
	}
	return "Elsewhere"
}

func (b *builder) evidence(e *Entry) []Evidence {
	all := make([]Evidence, 0, len(e.Event.Evidence))
	for _, ev := range e.Event.Evidence {
		x := Evidence{Evidence: ev}
		if r := b.seeds[ev.Seed]; r != nil {
			x.Path = sourcePath(ev.Seed) + "#" + markID(ev)
			x.Title = cmp.Or(r.Title, ev.Seed)
			x.Lang = r.Doc.Lang.Tag()
		}
		all = append(all, x)
	}
	return all
}

// topics, people and places plan a page each and their lists.
func (b *builder) topics() {
	for i, t := range b.Timeline.Topics() {
		b.entity("topics", &EntityPage{
			Entity: b.topicList[i], What: "topic", Description: t.Value.Description.In(lang.EN), OtherNames: otherNames(t.Value.Name),
		}, b.of(t.Events))
	}
	b.index("topics", "What the events are about.", b.topicList)
}

func (b *builder) people() {
	for i, t := range b.Timeline.People() {
		b.entity("people", &EntityPage{
			Entity: b.personList[i], What: "person", OtherNames: otherNames(t.Value.Name), Offices: offices(t.Value),
		}, b.of(t.Events))
	}
	b.index("people", "Who took part, with the offices they held.", b.personList)
}

func (b *builder) places() {
	for i, t := range b.Timeline.Places() {
		b.entity("places", &EntityPage{
			Entity: b.placeList[i], What: "place", OtherNames: otherNames(t.Value.Name),
		}, b.of(t.Events))
	}
	b.index("places", "Where it happened.", b.placeList)
}

// counted returns the entities of what is tagged, with their counts.
func counted[T any](all []timeline.Tagged[T], entity func(T) Entity) []Entity {
	entities := make([]Entity, len(all))
	for i, t := range all {
		entities[i] = entity(t.Value)
		entities[i].Count = len(t.Events)
	}
	return entities
}

func (b *builder) entity(section string, p *EntityPage, entries []*Entry) {
	p.Groups = groups(entries)
	p.With = with(p, entries)
	b.add(&Page{
		Path: p.Path, Kind: EntityKind, Section: section, Title: p.Name,
		Description: cmp.Or(p.Description, fmt.Sprintf("%s in the timeline: %s.", p.Name, plural(len(entries), "event", "events"))),
		Updated:     newest(entries), Crumbs: []Link{{sectionName[section], section + "/index.html"}}, Content: p,
	}, "")
}

// sectionName is what the menu calls a folder.
var sectionName = map[string]string{"topics": "Topics", "people": "People", "places": "Places", "sources": "Sources", "years": "Years"}

func (b *builder) index(section, intro string, all []Entity) {
	items := slices.Clone(all)
	sortEntities(items, false)
	b.add(&Page{
		Path: section + "/index.html", Kind: IndexKind, Section: section, Title: sectionName[section], Description: intro,
		Updated: b.plan.Updated, Content: &Index{What: section, Intro: intro, Items: items},
	}, "")
}

// sortEntities orders entities by the letters of their names, or by their
// counts, the highest first, and then by name.
func sortEntities(all []Entity, byCount bool) {
	keys := make(map[string]string, len(all))
	for _, e := range all {
		keys[e.Path] = lexicon.Slug(e.Name)
	}
	slices.SortFunc(all, func(x, y Entity) int {
		if byCount && x.Count != y.Count {
			return cmp.Compare(y.Count, x.Count)
		}
		return cmp.Or(cmp.Compare(keys[x.Path], keys[y.Path]), cmp.Compare(x.Path, y.Path))
	})
}

// top returns the n entities with most events.
func top(all []Entity, n int) []Entity {
	all = slices.Clone(all)
	sortEntities(all, true)
	return all[:min(n, len(all))]
}

// tally counts entities by their path.
type tally map[string]*Entity

func (t tally) add(e Entity) {
	if t[e.Path] == nil {
		t[e.Path] = &e
	}
	t[e.Path].Count++
}

func (t tally) all() []Entity {
	all := make([]Entity, 0, len(t))
	for _, e := range t {
		all = append(all, *e)
	}
	return all
}

// with counts the people, or for a person's page the other people, who are
// most often named in the same events.
func with(p *EntityPage, entries []*Entry) []Entity {
	count := make(tally)
	for _, e := range entries {
		for _, person := range e.Event.People {
			count.add(personEntity(person))
		}
	}
	delete(count, p.Path)
	return top(count.all(), withOnEntity)
}

func countTopics(entries []*Entry) []Entity {
	count := make(tally)
	for _, e := range entries {
		for _, t := range e.Event.Topics {
			count.add(topicEntity(t))
		}
	}
	return top(count.all(), len(count))
}

func topicEntity(t *lexicon.Topic) Entity {
	return Entity{Name: t.Name.In(lang.EN), Path: "topics/" + t.ID + ".html"}
}

func placeEntity(p *lexicon.Place) Entity {
	return Entity{Name: p.Name.In(lang.EN), Path: "places/" + p.ID + ".html", Side: p.Side.String()}
}

func personEntity(p *lexicon.Person) Entity {
	e := Entity{Name: p.Name.In(lang.EN), Path: "people/" + p.ID + ".html", Side: p.Side.String()}
	if n := len(p.Offices); n > 0 {
		e.Note = p.Offices[n-1].Title.In(lang.EN)
	}
	return e
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
