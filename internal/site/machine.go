package site

import (
	"path"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// texts plans the pages written in Markdown. There is always an about page.
func (b *builder) texts() {
	for _, t := range b.Texts {
		b.add(&Page{
			Path: t.Name + ".html", Kind: TextKind, Section: t.Name, Title: t.Title,
			Description: t.Title + ": " + b.Config.Title.In(0), Updated: b.plan.Updated, Content: &Text{HTML: b.resolve(t.File, t.Name+".html", t.HTML)},
		}, t.File)
	}
	if b.plan.paths["about.html"] == nil {
		b.add(&Page{
			Path: "about.html", Kind: TextKind, Section: "about", Title: "About", Description: b.Config.Description.In(0),
			Updated: b.plan.Updated, Content: &Text{},
		}, "")
	}
}

// overviews plans the search page, the page on the data and the one for
// addresses that lead nowhere.
func (b *builder) overviews() {
	all := groups(b.plan.Entries)
	b.add(&Page{
		Path: "search.html", Kind: SearchKind, Section: "search", Title: "Search", Updated: b.plan.Updated,
		Description: "Every event, person, place and topic of the timeline, to look through or to filter.",
		Content: &Events{
			Groups: all, Count: len(b.plan.Entries), People: sorted(b.personList), Places: sorted(b.placeList), Topics: sorted(b.topicList),
		},
	}, "")
	b.add(&Page{
		Path: "data.html", Kind: DataKind, Section: "data", Title: "Data", Updated: b.plan.Updated,
		Description: "The timeline as files for programs, with what they hold.",
		Content:     &Data{Count: len(b.plan.Entries), Files: dataFiles, Kinds: b.kinds()},
	}, "")
	b.add(&Page{
		Path: "404.html", Kind: MissingKind, Title: "Page not found", Description: "There is no page at this address.",
		Content: &Data{Count: len(b.plan.Entries)},
	}, "")
}

// kinds counts the events of each kind.
func (b *builder) kinds() []KindRow {
	events := b.Timeline.Kinds()
	rows := make([]KindRow, len(lexicon.Kinds))
	for i, k := range lexicon.Kinds {
		rows[i] = KindRow{ID: k.ID, Name: k.Name.In(lang.EN), Count: len(events[k.ID])}
	}
	return rows
}

// dataFiles are the files for machines that the data page tells of.
var dataFiles = []DataFile{
	{"events.json", "All events as JSON", "Every event with its date in EDTF, first and last day, precision, kind, people, places, sources and evidence."},
	{"events.schema.json", "JSON Schema of it", "What each field of events.json means and may hold (JSON Schema 2020-12)."},
	{"feed.atom", "Feed of the newest events", "An Atom feed for news readers: the latest events and how they were sourced."},
	{"sitemap.xml", "Sitemap", "The addresses of all pages, for search engines; it needs the site's address to be known."},
}

// machine plans the files for machines.
func (b *builder) machine() {
	for _, p := range [...]Page{
		{Path: "events.json", Kind: JSONKind},
		{Path: "events.schema.json", Kind: SchemaKind},
		{Path: "feed.atom", Kind: AtomKind},
		{Path: "sitemap.xml", Kind: SitemapKind},
		{Path: "robots.txt", Kind: RobotsKind},
		{Path: ".nojekyll", Kind: FileKind, Content: File{Path: ".nojekyll"}},
	} {
		p.Updated = b.plan.Updated
		b.add(&p, "")
	}
}

// files plans what is copied as it is.
func (b *builder) files() {
	if f, ok := b.Config.Colors(); ok {
		b.add(&Page{Path: f.Path, Kind: FileKind, Content: f}, "")
	}
	for _, f := range b.Files {
		b.add(&Page{Path: f.Path, Kind: FileKind, Content: f}, path.Join(b.Static, f.Path))
	}
}
