// Package site knows the URL space: which pages there are, where they lie and
// what each of them holds.
//
// [NewPlan] makes the whole plan before a byte is rendered. What people read
// and what machines read, feeds and data and static files alike, are [Page]s,
// so that two files with one path show in the plan, and a link in a seed that
// leads nowhere does, too. A page's Content is one of the types of this
// package and holds everything its template shows; rendering looks nothing up.
//
// All paths are flat files within folders one deep, and links are relative to
// the page they stand on, so the site works under any path and from a disk.
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
	"buildsite/internal/seed"
	"buildsite/internal/series"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

// Input is what a plan is made from.
type Input struct {
	Config   Config
	Timeline *timeline.Timeline
	Texts    []TextSource           // the Markdown pages
	Tables   []*series.Table        // the figures beside the seeds
	Links    map[string][]seed.Link // links to other seeds, by the file they stand in
	Drafts   map[string]bool        // seeds left out because they are drafts
	Broken   map[string]bool        // seeds that yield nothing because of their own problems
	Files    []File                 // static files and bundled assets
	Static   string                 // the folder of Files as seen from the content folder, for problems
	Today    edtf.Date              // events after its last day are planned; zero for none
}

// TextSource is a page written in Markdown, such as content/pages/about.md.
type TextSource struct {
	File  string // content-relative path, for problems
	Name  string // "about" becomes about.html
	Title string
	HTML  string // safe
}

// File is a file that is copied as it is.
type File struct {
	Path string
	Data []byte
}

// Plan is the whole site before rendering.
type Plan struct {
	Config  Config
	Pages   []*Page  // by path
	Entries []*Entry // all events, by date, then id
	Review  []event.Review
	Updated edtf.Date // the day of the newest source; zero when there is none

	paths map[string]*Page // by path in lower case
}

// Lookup returns the page at a path within the site, or nil.
func (p *Plan) Lookup(path string) *Page {
	if page := p.paths[strings.ToLower(path)]; page != nil && page.Path == path {
		return page
	}
	return nil
}

// NewPlan plans every page. The diagnostics tell paths that two pages claim
// and links between seeds that lead nowhere.
func NewPlan(in Input) (*Plan, []source.Diagnostic) {
	b := newBuilder(in)
	b.home()
	b.years()
	b.events()
	b.topics()
	b.people()
	b.places()
	b.sources()
	b.texts()
	b.overviews()
	b.machine()
	b.files()
	b.checkLinks()
	slices.SortFunc(b.plan.Pages, func(a, c *Page) int { return cmp.Compare(a.Path, c.Path) })
	return b.plan, b.ds
}

// builder gathers the pages of one plan.
type builder struct {
	Input
	plan    *Plan
	entries map[*event.Event]*Entry
	seeds   map[string]*event.Reading // articles and chronicles by path
	ofSeed  map[string][]*Entry       // events by the seeds that tell them
	byID    []*Entry                  // all entries, sorted by id

	from map[string]string // the file a page comes from, by path

	byYear   []timeline.Year
	byTopic  []timeline.Tagged[*lexicon.Topic]
	byPerson []timeline.Tagged[*lexicon.Person]
	byPlace  []timeline.Tagged[*lexicon.Place]
	overview []YearCount // of all years

	topic, person, place             map[string]Entity // by id, without counts
	topicList, personList, placeList []Entity          // with counts, in the order of ids

	ds []source.Diagnostic
}

func newBuilder(in Input) *builder {
	b := &builder{
		Input:   in,
		plan:    &Plan{Config: in.Config, Review: in.Timeline.Review, paths: make(map[string]*Page)},
		entries: make(map[*event.Event]*Entry, len(in.Timeline.Events)),
		seeds:   make(map[string]*event.Reading, len(in.Timeline.Readings)),
		ofSeed:  make(map[string][]*Entry),
		from:    make(map[string]string),
	}
	for _, r := range in.Timeline.Readings {
		b.seeds[r.Doc.File.Name] = r
	}
	b.plan.Entries = make([]*Entry, len(in.Timeline.Events))
	for i, e := range in.Timeline.Events {
		entry := NewEntry(e, in.Today)
		b.plan.Entries[i] = entry
		b.entries[e] = entry
		for _, seed := range e.Seeds {
			b.ofSeed[seed] = append(b.ofSeed[seed], entry)
		}
		b.plan.Updated = later(b.plan.Updated, entry.Updated)
	}
	b.byID = slices.SortedFunc(slices.Values(b.plan.Entries), func(e, f *Entry) int { return cmp.Compare(e.ID, f.ID) })
	b.byYear, b.byTopic, b.byPerson, b.byPlace = in.Timeline.Years(), in.Timeline.Topics(), in.Timeline.People(), in.Timeline.Places()
	b.topic, b.topicList = counted(b.byTopic, topicEntity)
	b.person, b.personList = counted(b.byPerson, personEntity)
	b.place, b.placeList = counted(b.byPlace, placeEntity)
	b.overview = overview(b.byYear)
	return b
}

// NewEntry returns an event as lists show it. After the last day of today,
// where that is given, it counts as planned.
func NewEntry(e *event.Event, today edtf.Date) *Entry {
	return &Entry{
		Event: e, Path: "events/" + e.ID + ".html", lang: lang.EN, Updated: updated(e), year: timeline.YearOf(e.Date),
		Planned: e.Planned || !today.IsZero() && e.Date.First() > today.Last(),
	}
}

// updated returns the day of the newest source of an event, or zero. A date
// that is not known to the day counts from its first day.
func updated(e *event.Event) edtf.Date {
	var day edtf.Date
	for _, s := range e.Sources {
		if !s.Date.IsZero() {
			day = later(day, edtf.FromDay(s.Date.First()))
		}
	}
	return day
}

// later returns the later of two days, of which either may be zero.
func later(a, b edtf.Date) edtf.Date {
	if a.IsZero() || !b.IsZero() && b.First() > a.First() {
		return b
	}
	return a
}

func newest(entries []*Entry) edtf.Date {
	var day edtf.Date
	for _, e := range entries {
		day = later(day, e.Updated)
	}
	return day
}

// add puts a page into the plan. A second page with one path, in whatever
// case, is a problem of the file that it comes from; pages of the program's own
// come from none, and the other one has to give way.
func (b *builder) add(p *Page, from string) *Page {
	p.Lang = lang.EN
	key := strings.ToLower(p.Path)
	other := b.plan.paths[key]
	if other == nil {
		b.plan.paths[key], b.from[key] = p, from
		b.plan.Pages = append(b.plan.Pages, p)
		return p
	}
	d := source.Diagnostic{
		File: cmp.Or(from, b.from[key], p.Path), Severity: source.Error, Rule: "path-clash",
		Text: fmt.Sprintf("the path %s is taken by a page of the site itself", p.Path),
		Hint: "rename the file, or give the seed a slug: of its own",
	}
	if from != "" && b.from[key] != "" {
		d.Text = fmt.Sprintf("the path %s is that of %s, too", p.Path, b.from[key])
	}
	b.ds = append(b.ds, d)
	return other
}

// of returns the entries of events, in the same order.
func (b *builder) of(events []*event.Event) []*Entry {
	entries := make([]*Entry, len(events))
	for i, e := range events {
		entries[i] = b.entries[e]
	}
	return entries
}

// groups parts entries, which are in order, by year.
func groups(entries []*Entry) []Group {
	var all []Group
	for start := 0; start < len(entries); {
		y, end := entries[start].year, start+1
		for end < len(entries) && entries[end].year == y {
			end++
		}
		all = append(all, Group{Year: y, Path: yearPath(y), Entries: entries[start:end:end]})
		start = end
	}
	return all
}

func yearPath(y int) string { return "years/" + yearName(y) + ".html" }

// yearName writes a year as EDTF does, so that files sort: "1970", "-0221".
func yearName(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}
