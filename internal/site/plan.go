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
// the page they stand on, so the site works under any path and from a disk. The
// pages of the first language lie at the root, those of the others in a folder
// each, fr/ and zh/, which has the same pages under the same names: an
// [Edition]. Paths of entries and links are those within the edition.
package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/ground"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
	"buildsite/internal/seed"
	"buildsite/internal/series"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

// Input is what a plan is made from.
type Input struct {
	Config   Config
	Messages *message.Catalog
	Timeline *timeline.Timeline
	Texts    []TextSource           // the Markdown pages
	Tables   []*series.Table        // the figures beside the seeds
	People   []*lexicon.Person      // everybody registered
	Lexicon  *lexicon.Lexicon       // what finds names in the texts of sources; nil for none
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
	Lang  lang.Lang
	Title string
	HTML  string // safe
	Of    string // of a translation: the file it translates
}

// File is a file that is copied as it is.
type File struct {
	Path string
	Data []byte
}

// Plan is the whole site before rendering.
type Plan struct {
	Config   Config
	Pages    []*Page    // by path
	Editions []*Edition // the root's first
	Entries  []*Entry   // all events, by date, then id, as the root's edition has them
	Review   []event.Review
	Updated  edtf.Date // the day of the newest source; zero when there is none
	Tables   []*Table  // published as CSV, in order
	Series   []*series.Table

	paths map[string]*Page  // by path in lower case
	from  map[string]string // the file a page comes from, likewise
	clash []string          // paths that two pages claim, likewise
}

// Edition is the site in one language.
type Edition struct {
	Lang    lang.Lang
	Dir     string   // "", "fr/" or "zh/"
	Entries []*Entry // all events, by date, then id
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
	p := &Plan{Config: in.Config, Review: in.Timeline.Review, paths: make(map[string]*Page), from: make(map[string]string)}
	var ds []source.Diagnostic
	var root *builder
	told := 0
	for i, e := range editions(in.Config.Languages) {
		b := newBuilder(in, p, e)
		b.pages()
		if i == 0 {
			root = b
			p.Entries, p.Updated = e.Entries, b.updated
			b.machine()
			b.data()
			b.files()
			b.checkLinks()
		}
		p.Editions = append(p.Editions, e)
		ds = append(ds, b.ds...)
		if i == 0 {
			told = len(b.ds)
		}
	}
	p.join()
	root.sitemaps()
	ds = append(ds, root.ds[told:]...)
	sortPages(p.Pages)
	return p, ds
}

func sortPages(all []*Page) {
	slices.SortFunc(all, func(a, b *Page) int { return cmp.Compare(a.Path, b.Path) })
}

// editions returns the editions of the languages: English at the root, or the
// first one where the site is not in English.
func editions(all []lang.Lang) []*Edition {
	root := lang.EN
	if len(all) > 0 && !slices.Contains(all, root) {
		root = all[0]
	}
	list := []*Edition{{Lang: root}}
	for _, l := range lang.All {
		if l != root && slices.Contains(all, l) {
			list = append(list, &Edition{Lang: l, Dir: l.String() + "/"})
		}
	}
	return list
}

// join tells every page which pages say the same in the other languages.
func (p *Plan) join() {
	if len(p.Editions) < 2 {
		return
	}
	for _, page := range p.Pages {
		if !page.HTML() || page.Dir != "" {
			continue
		}
		var others []Other
		for _, e := range p.Editions {
			if p.Lookup(e.Dir+page.Path) != nil {
				others = append(others, Other{e.Lang, e.Dir + page.Path})
			}
		}
		for _, o := range others {
			p.Lookup(o.Path).Others = others
		}
	}
}

// builder gathers the pages of one edition.
type builder struct {
	Input
	*Edition
	plan    *Plan
	msg     *message.Bundle
	updated edtf.Date
	entries map[*event.Event]*Entry
	seeds   map[string]*event.Reading // articles and chronicles by path
	ofSeed  map[string][]*Entry       // events by the seeds that tell them
	byID    []*Entry                  // all entries, sorted by id
	grounds *ground.Writer
	newness []int32 // by index, the place of an entry among all by its newest source; see latest

	byYear     []timeline.Year
	byTopic    []timeline.Tagged[*lexicon.Topic]
	byPerson   []timeline.Tagged[*lexicon.Person]
	byPlace    []timeline.Tagged[*lexicon.Place]
	overview   []YearCount // of all years
	decadeList []Decade

	ofPerson, ofTopic                map[string][]*Entry // by id, in order
	topic, person, place             map[string]Entity   // by id, without counts
	topicList, personList, placeList []Entity            // with counts, in the order of ids

	ds []source.Diagnostic
}

// pages plans what people read.
func (b *builder) pages() {
	b.home()
	b.years()
	b.decadePages()
	b.days()
	b.events()
	b.topics()
	b.people()
	b.places()
	b.sources()
	b.texts()
	b.search()
	b.overviews()
	b.feeds()
	b.exports()
	b.charts()
}

func newBuilder(in Input, p *Plan, e *Edition) *builder {
	b := &builder{
		Input:   in,
		Edition: e,
		plan:    p,
		msg:     in.Messages.In(e.Lang),
		entries: make(map[*event.Event]*Entry, len(in.Timeline.Events)),
		seeds:   make(map[string]*event.Reading, len(in.Timeline.Readings)),
		ofSeed:  make(map[string][]*Entry),
	}
	for _, r := range in.Timeline.Readings {
		b.seeds[r.Doc.File.Name] = r
	}
	b.Entries = make([]*Entry, len(in.Timeline.Events))
	for i, e := range in.Timeline.Events {
		entry := newEntry(e, in.Today, b.Lang)
		entry.index = i
		b.Entries[i] = entry
		b.entries[e] = entry
		for _, seed := range e.Seeds {
			b.ofSeed[seed] = append(b.ofSeed[seed], entry)
		}
		for _, t := range e.Translations {
			b.ofSeed[t.Seed] = append(b.ofSeed[t.Seed], entry)
		}
		b.updated = later(b.updated, entry.Updated)
	}
	b.byID = slices.SortedFunc(slices.Values(b.Entries), func(e, f *Entry) int { return cmp.Compare(e.ID, f.ID) })
	b.byYear, b.byTopic, b.byPerson, b.byPlace = in.Timeline.Years(), in.Timeline.Topics(), in.Timeline.People(), in.Timeline.Places()
	b.topic, b.topicList = counted(b, b.byTopic, b.topicEntity)
	b.person, b.personList = counted(b, b.byPerson, b.personEntity)
	b.place, b.placeList = counted(b, b.byPlace, b.placeEntity)
	b.ofPerson, b.ofTopic = threads(b, b.byPerson, func(p *lexicon.Person) string { return p.ID }), threads(b, b.byTopic, func(t *lexicon.Topic) string { return t.ID })
	b.grounds = b.newGrounds()
	b.overview = overview(b.byYear)
	b.decadeList = b.decades(b.overview)
	return b
}

// NewEntry returns an event as lists in English show it. After the last day of
// today, where that is given, it counts as planned.
func NewEntry(e *event.Event, today edtf.Date) *Entry { return newEntry(e, today, lang.EN) }

func newEntry(e *event.Event, today edtf.Date, l lang.Lang) *Entry {
	entry := &Entry{
		Event: e, Title: e.Title, Summary: e.Summary, Lang: e.Lang,
		Path: "events/" + e.ID + ".html", lang: l, Updated: updated(e), year: timeline.YearOf(e.Date),
		Planned: e.Planned || !today.IsZero() && e.Date.First() > today.Last(),
	}
	if t := entry.translation(); t != nil {
		entry.Title, entry.Summary, entry.Lang = t.Title, t.Summary, l
	}
	return entry
}

// translation returns the event's wording in the language of the pages, nil
// where there is none or the original is in it.
func (e *Entry) translation() *event.Translation {
	if e.Event.Lang == e.lang {
		return nil
	}
	i := slices.IndexFunc(e.Translations, func(t event.Translation) bool { return t.Lang == e.lang && t.Title != "" })
	if i < 0 {
		return nil
	}
	return &e.Translations[i]
}

// updated returns the day of an event's newest source or correction, or zero. A date
// that is not known to the day counts from its first day.
func updated(e *event.Event) edtf.Date {
	var day edtf.Date
	for _, s := range e.Sources {
		if !s.Date.IsZero() {
			day = later(day, edtf.FromDay(s.Date.First()))
		}
	}
	for _, c := range e.Corrections {
		day = later(day, c.Day)
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

// add puts a page into the plan, within the edition's folder. A second page with
// one path, in whatever case, is a problem of the file that it comes from; pages
// of the program's own come from none, and the other one has to give way.
func (b *builder) add(p *Page, from string) *Page {
	p.Lang, p.Dir, p.Path = b.Lang, b.Dir, b.Dir+p.Path
	key := strings.ToLower(p.Path)
	other := b.plan.paths[key]
	if other == nil {
		b.plan.paths[key], b.plan.from[key] = p, from
		b.plan.Pages = append(b.plan.Pages, p)
		return p
	}
	if b.Dir != "" && b.plan.clashed(p.Local()) {
		return other // told at the root
	}
	d := source.Diagnostic{
		File: cmp.Or(from, b.plan.from[key], p.Path), Severity: source.Error, Rule: "path-clash",
		Text: fmt.Sprintf("the path %s is taken by a page of the site itself", p.Path),
		Hint: "rename the file, or give the seed a slug: of its own",
	}
	if from != "" && b.plan.from[key] != "" {
		d.Text = fmt.Sprintf("the path %s is that of %s, too", p.Path, b.plan.from[key])
	}
	b.ds = append(b.ds, d)
	b.plan.clash = append(b.plan.clash, key)
	return other
}

// clashed tells whether two pages claim a path.
func (p *Plan) clashed(path string) bool { return slices.Contains(p.clash, strings.ToLower(path)) }

// threads returns the entries of what is tagged, by id.
func threads[T any](b *builder, all []timeline.Tagged[T], id func(T) string) map[string][]*Entry {
	by := make(map[string][]*Entry, len(all))
	for _, t := range all {
		by[id(t.Value)] = b.of(t.Events)
	}
	return by
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
func (b *builder) groups(entries []*Entry) []Group {
	return grouped(entries, func(year int) Group { return Group{Year: year, Name: b.yearTitle(year), Path: yearPath(year)} })
}

// byDecade parts entries, which are in order, by decade.
func (b *builder) byDecade(entries []*Entry) []Group {
	return grouped(entries, func(year int) Group {
		d := b.decadeLink(year)
		return Group{Year: floorDecade(year), Name: d.Title, Path: d.Path}
	})
}

func grouped(entries []*Entry, of func(year int) Group) []Group {
	var all []Group
	for start, e := range entries {
		if g := of(e.year); len(all) == 0 || all[len(all)-1].Year != g.Year {
			g.Entries = entries[start:start:start]
			all = append(all, g)
		}
		last := &all[len(all)-1]
		from := start - len(last.Entries)
		last.Entries = entries[from : start+1 : start+1]
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
