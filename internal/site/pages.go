package site

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/timeline"
)

// How much the home page and the pages of entities show.
const (
	newestOnHome  = 8
	changedOnHome = 5
	topicsOnHome  = 18
	peopleOnHome  = 12
	placesOnHome  = 12
	withOnEntity  = 8
)

// home plans the first page.
func (b *builder) home() {
	entries := b.Entries
	h := &Home{
		Count:    len(entries),
		Articles: len(b.Timeline.Readings),
		Sources:  b.countSources(),
		Years:    b.overview,
		Leaders:  b.leaders(),
		Turning:  b.byDecade(b.turning()),
		Newest:   b.newest(newestOnHome),
		Months:   b.months(),
		Topics:   top(b.topicList, topicsOnHome),
		People:   top(b.personList, peopleOnHome),
		Places:   top(b.placeList, placesOnHome),
	}
	h.Changed = b.changed(h.Newest)
	h.Decades = b.decadeList
	if n := len(h.Years); n > 0 {
		h.From, h.To = h.Years[0].Year, h.Years[n-1].Year
	}
	b.add(&Page{
		Path: "index.html", Kind: HomeKind, Title: b.Config.Title.In(b.Lang),
		Description: b.Config.Description.In(b.Lang), Updated: b.updated, Content: h,
	}, "")
}

// countSources counts the addresses and seeds that events are told by.
func (b *builder) countSources() int {
	seen := make(map[string]bool)
	for _, e := range b.Entries {
		for _, s := range e.Sources {
			seen[cmp.Or(s.URL, s.Seed, s.Publisher+"\x00"+s.Title)] = true
		}
	}
	return len(seen)
}

// turning returns the turning points; where they are too many for a page, the
// latest of each decade, as many as have room.
func (b *builder) turning() []*Entry {
	all := slices.DeleteFunc(slices.Clone(b.Entries), func(e *Entry) bool { return e.Importance != 1 })
	if len(all) <= turnsOnHome {
		return all
	}
	room := make(map[int]int) // by decade
	for left := turnsOnHome; left > 0; {
		before := left
		for _, d := range b.decadeList {
			if left > 0 && room[d.Year] < count(all, d.Year) {
				room[d.Year]++
				left--
			}
		}
		if left == before {
			break
		}
	}
	kept := make([]*Entry, 0, turnsOnHome)
	for _, e := range slices.Backward(all) {
		if d := floorDecade(e.year); room[d] > 0 {
			room[d]--
			kept = append(kept, e)
		}
	}
	slices.Reverse(kept)
	return kept
}

// count counts the entries of a decade.
func count(all []*Entry, decade int) int {
	n := 0
	for _, e := range all {
		if floorDecade(e.year) == decade {
			n++
		}
	}
	return n
}

// changed returns the events that the newest sources tell, without those given.
func (b *builder) changed(but []*Entry) []*Entry {
	all := slices.DeleteFunc(slices.Clone(b.Entries), func(e *Entry) bool { return e.Updated.IsZero() || slices.Contains(but, e) })
	return b.latest(all, changedOnHome)
}

// newest returns up to n events that are not planned, the latest first.
func (b *builder) newest(n int) []*Entry {
	var all []*Entry
	for _, e := range slices.Backward(b.Entries) {
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
func overview(years []timeline.Year) []YearCount {
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
		all = append(all, YearCount{Year: y.Year, Count: len(y.Events), Turns: turns(y.Events), Classes: classes(y.Events), Path: yearPath(y.Year)})
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
func (b *builder) decades(years []YearCount) []Decade {
	var all []Decade
	for _, y := range years {
		first := floorDecade(y.Year)
		if len(all) == 0 || all[len(all)-1].Year != first {
			all = append(all, Decade{Year: first, Name: b.decadeTitle(first), Path: decadePath(first)})
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
	years, all := b.byYear, b.overview
	for i, y := range years {
		entries := b.of(y.Events)
		content := &Year{Year: y.Year, Count: len(entries), Topics: b.topicsOf(entries)}
		if i > 0 {
			content.Prev = b.yearLink(years[i-1])
		}
		if i+1 < len(years) {
			content.Next = b.yearLink(years[i+1])
		}
		content.Decade = slices.DeleteFunc(slices.Clone(all), func(c YearCount) bool {
			return floorDecade(c.Year) != floorDecade(y.Year)
		})
		description := b.msg.Text("year.description", "year", yearName(y.Year), "events", b.msg.Count("count.event", len(entries)))
		leaves(yearPath(y.Year), entries, fullOnPage, b.datesOf, func(part []*Entry, path, called string, pager *Pager) {
			leaf := *content
			leaf.Entries, leaf.Pager = part, pager
			b.add(&Page{
				Path: path, Kind: YearKind, Section: "years", Title: b.inPart(b.yearTitle(y.Year), called), Description: description,
				Updated: newest(entries), Crumbs: []Link{b.section("years"), b.decadeLink(y.Year)}, Content: &leaf,
			}, "")
		})
	}
	b.add(&Page{
		Path: "years/index.html", Kind: IndexKind, Section: "years", Title: b.msg.Text("nav.years"),
		Description: b.msg.Text("index.years_description"), Updated: b.updated,
		Content: &Index{What: "years", Intro: b.msg.Text("index.years"), Decades: b.decadeList},
	}, "")
}

func (b *builder) yearLink(y timeline.Year) *Link {
	return &Link{b.yearTitle(y.Year), yearPath(y.Year)}
}

// yearTitle is a year as the language names it.
func (b *builder) yearTitle(y int) string { return b.msg.Text("year.name", "year", yearName(y)) }

// events plans a page an event and the list of all.
func (b *builder) events() {
	years := b.section("years")
	for i, e := range b.Entries {
		page := &eventSource{b: b, entry: e}
		if i > 0 {
			page.prev = b.Entries[i-1]
		}
		if i+1 < len(b.Entries) {
			page.next = b.Entries[i+1]
		}
		b.add(&Page{
			Path: e.Path, Kind: EventKind, Section: "years", Title: e.Title, Description: cut(cmp.Or(e.Summary, e.Title), 200),
			Updated: e.Updated, Crumbs: []Link{years, b.decadeLink(e.year), {b.yearTitle(e.year), yearPath(e.year)}}, source: page,
		}, e.Seeds[0])
	}
	b.forwards()
	title := b.msg.Text("nav.events")
	leaves("events/index.html", b.Entries, briefOnPage, b.yearsOf, func(part []*Entry, path, called string, pager *Pager) {
		b.add(&Page{
			Path: path, Kind: EventsKind, Section: "events", Title: b.inPart(title, called), Description: b.msg.Text("index.events"),
			Updated: b.updated, Content: &Events{Groups: b.groups(part), Count: len(b.Entries), Pager: pager},
		}, "")
	})
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
