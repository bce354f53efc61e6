package site

import (
	"path"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// Kind says what a page is, and so which template or format renders it. Its
// string is the name of the template: templates/pages/<kind>.html.
type Kind string

// The pages of people, rendered by templates, and those of machines.
const (
	HomeKind    Kind = "home"
	DecadeKind  Kind = "decade"
	YearKind    Kind = "year"
	DaysKind    Kind = "days" // a month's events by the day of the year
	EventKind   Kind = "event"
	EntityKind  Kind = "entity" // topic, person, place
	SourceKind  Kind = "source"
	ForwardKind Kind = "forward" // an address that an event had before
	IndexKind   Kind = "index"   // index.html of a folder: list of entities, years or sources
	EventsKind  Kind = "events"  // all events
	SearchKind  Kind = "search"
	TextKind    Kind = "text" // about, method: Markdown pages
	DataKind    Kind = "data"
	ChartsKind  Kind = "charts"
	MissingKind Kind = "404"
	EmbedKind   Kind = "embed" // a small timeline for other sites to show

	// SearchDataKind is what search.html searches in, one in each language.
	SearchDataKind Kind = "search-data.js"

	JSONKind     Kind = "events.json"
	SchemaKind   Kind = "events.schema.json"
	RecordKind   Kind = "event.json" // one event
	TableKind    Kind = "csv"
	PackageKind  Kind = "datapackage.json"
	DatesKind    Kind = "calendar.ics"
	StoryKind    Kind = "timeline.json" // for TimelineJS
	JSONFeedKind Kind = "feed.json"
	AtomKind     Kind = "feed.atom"
	SitemapKind  Kind = "sitemap.xml"
	RobotsKind   Kind = "robots.txt"
	FileKind     Kind = "file" // static: its bytes are at hand
)

// Page is one file of the site, planned but not yet rendered.
type Page struct {
	Path        string // slash path within the site, such as "events/x.html" or "fr/events/x.html"
	Dir         string // the folder of the page's language: "", "fr/", "zh/"
	Kind        Kind
	Section     string // the menu entry it belongs to: "years", "topics", …
	Title       string // plain text; of a Home page the site's title
	Description string // one or two plain sentences
	Lang        lang.Lang
	Updated     edtf.Date // the day of the newest source it rests on; zero when unknown
	Crumbs      []Link    // the way from home, without home and the page itself
	Feed        string    // its Atom feed, within the language's folder; "" where the site's will do
	Others      []Other   // the same page in every language of the site, this one too; nil where there is one only
	Content     any       // *Home, *Year, …: see Body

	source *eventSource // of an event's page, whose content is made when wanted
}

// Body returns what the template gets as .Content: a *Home, *Year, *EventPage
// or another type of this package, by Kind. It is safe for concurrent use.
func (p *Page) Body() any {
	if p.source != nil {
		return p.source.content()
	}
	return p.Content
}

// HTML tells whether the page is one that people read.
func (p *Page) HTML() bool {
	switch p.Kind {
	case SearchDataKind, JSONKind, SchemaKind, RecordKind, TableKind, PackageKind, DatesKind, StoryKind, AtomKind, JSONFeedKind, SitemapKind, RobotsKind, FileKind:
		return false
	}
	return true
}

// Local returns the page's path within the folder of its language.
func (p *Page) Local() string { return strings.TrimPrefix(p.Path, p.Dir) }

// Other is a page in one of the site's languages.
type Other struct {
	Lang lang.Lang
	Path string // within the site
}

// Link leads to a page of the site.
type Link struct {
	Title string
	Path  string // within the language's folder; templates put the way to that before it
}

// Entry is an event as the pages of one language show it. Its wording is a
// translation into that language where there is one; the embedded event has the
// original.
type Entry struct {
	*event.Event
	Title, Summary string
	Lang           lang.Lang // of Title and Summary
	Path           string    // "events/<id>.html"
	Updated        edtf.Date // the day of the newest source; zero when unknown
	Planned        bool      // it is told as planned, or lies ahead of today
	lang           lang.Lang // of the pages
	year           int       // that it stands under
	index          int       // its place among all
}

// When returns the date for people, with its precision.
func (e *Entry) When() string { return e.Date.Format(e.lang) }

// Datetime returns the value of a time element's datetime attribute, or "".
func (e *Entry) Datetime() string { return e.Date.HTML() }

// KindName returns the kind's name for people.
func (e *Entry) KindName() string { return lexicon.KindName(e.Kind, e.lang) }

// Extracted tells whether no editor has yet worded the event.
func (e *Entry) Extracted() bool { return e.Status == event.Extracted }

// Entity is a topic, person, place or kind as a link with a count.
type Entity struct {
	Name  string
	Path  string
	Count int    // of events
	Note  string // such as a person's last office; may be empty
	Side  string // "canada", "china", "other" or ""

	order string // what names are sorted by
}

// YearCount is one year of the overview.
type YearCount struct {
	Year    int
	Count   int
	Turns   int // of them turning points
	Classes Classes
	Path    string // "" for a year without events
	Height  int    // 0–100, share of the highest year
}

// Decade is ten years of the overview.
type Decade struct {
	Year  int // the first, such as 1970
	Name  string
	Path  string
	Count int
	Years []YearCount
}

// Group is the events of a year, or of a decade.
type Group struct {
	Year    int    // the first
	Name    string // for people
	Path    string
	Entries []*Entry
}

// Home is the content of the first page.
type Home struct {
	Count, Articles, Sources int
	From, To                 int // first and last year
	Years                    []YearCount
	Decades                  []Decade
	Leaders                  []Leaders
	Turning                  []Group  // turning points, by year; of many the latest of each decade
	Newest                   []*Entry // latest first
	Changed                  []*Entry // those of the newest sources, which are not among Newest
	Months                   []Link   // the days of the year, month by month
	Topics                   []Entity // most events first
	People                   []Entity // most events first
	Places                   []Entity // most events first
}

// Year is the content of a year's page.
type Year struct {
	Year       int
	Entries    []*Entry
	Count      int
	Prev, Next *Link
	Decade     []YearCount
	Topics     []Entity
	Pager      *Pager // of a year that is too long for one page
}

// DecadePage is the content of a decade's page.
type DecadePage struct {
	Decade
	Groups     []Group // all its events, or those of most weight where they are many
	Shown      int     // how many of them
	Prev, Next *Link
	Topics     []Entity
}

// Days is the content of a month's page: what happened on each of its days, in
// whatever year.
type Days struct {
	Months []Leaf
	Days   []DayOfYear
}

// DayOfYear is a day of the year with its events.
type DayOfYear struct {
	ID      string // of its place on the page: "d-10-13"
	Name    string // "13 October"
	Entries []*Entry
	More    int // events that are not shown
}

// EventPage is the content of an event's page.
type EventPage struct {
	*Entry
	People     []Participant
	Topics     []Entity
	Places     []Entity
	Accounts   []Account // Canada's and China's first, in that order, always both; others after
	Evidence   []Evidence
	Prev, Next *Entry
	HTML       string    // the context, with links that lead to pages of the site
	HTMLLang   lang.Lang // what it is written in
	Note       string    // on dates and sources; shadows the original's
	NoteLang   lang.Lang // what it is written in
	Class      string    // what it is between the two sides, in words; may be empty
	Amounts    []string  // that it tells, for people
	Parts      []Related // what happened within it
	PartOf     []Related // what it is a part of
	Merged     []Merging // how further tellings came to it
	Reasons    []Ground  // of an extracted event: why it is no surer; shadows the English
	EDTF       string
	Precision  string // for people: "exact day", "month", …
	Seed       string // of an edited event: its content-relative path
	EditURL    string // where to correct it; "" without a repository
	JSON       string // path of its record, within the site
	Cites      Cites
	Near       []Related // before and after it in the same threads, with what they share
	History    []Change  // what was corrected, the latest first
}

// Change is a correction of an event's record.
type Change struct {
	When, Datetime, Text string
}

// Participant is a person with the office held on the event's first day.
type Participant struct {
	Entity
	Office string
}

// Account is what one side published about an event, and what its people are
// quoted as saying of it.
type Account struct {
	Side    string // "canada", "china" or "other"
	Name    string
	Sources []SourceRef
	Quotes  []Quote
}

// Quote is a sentence of an account.
type Quote struct {
	Evidence
	Voice    Entity // who says it; its name is empty where nobody is named
	Reported bool   // others published it
}

// Related is another event that an event is tied to.
type Related struct {
	*Entry
	Why     string
	WhyLang lang.Lang
}

// Merging tells how a further telling came to be taken for the event.
type Merging struct {
	Title, Lang string // of the source that tells it
	Path        string // of its page; "" where it has none
	When        string // as that source has it
	Agreed      Ground // what made the two one
}

// SourceRef is a source as an event page cites it.
type SourceRef struct {
	event.Source
	Path string // of the source's own page, when it is a seed; else ""
	When string
}

// Evidence is a sentence with the way to its place in the source's page.
type Evidence struct {
	event.Evidence
	Path  string // with fragment
	Title string // of the source
	Lang  string
	Basis Ground // why the words mean the date; shadows the English
}

// EntityPage is the content of a topic's, person's or place's page.
type EntityPage struct {
	Entity
	What        string // "topic", "person", "place", "kind", "side", "importance", "status"
	Description string
	OtherNames  []Named // in other languages
	Offices     []OfficeRow
	Groups      []Group
	Pager       *Pager
	With        []Entity // who or what is most often named together with it
	Embed       string   // of a topic: the small timeline for other sites; else ""
	Story       string   // of a topic: its events for TimelineJS; else ""
	Wikidata    string   // address of the item on a person or place; else ""
	Coordinates string   // of a place, for people; else ""
	Span        string   // the years from the first office to the last; "" without two known ends
}

// ID returns the id of what the page is of: with What before it, the choice on the
// search page that leads to the page's events.
func (p *EntityPage) ID() string { return strings.TrimSuffix(path.Base(p.Path), ".html") }

// Named is a name in another language.
type Named struct{ Lang, Name string }

// OfficeRow is one office with its term for people.
type OfficeRow struct {
	Title, Term, Source string
	Bar                 Bar
}

// Bar is where a term lies within the time of all a person's offices, in
// thousandths; its width is zero where the term is not known.
type Bar struct{ From, Width int }

// SourcePage is the content of an article's or chronicle's page.
type SourcePage struct {
	Title     string
	Publisher string
	URL       string
	Side      string
	Lang      string // BCP 47
	Published string // for people; "" when unknown
	Datetime  string
	Basis     string   // how the day is known, in words
	Reasons   []Ground // of a day that was worked out: what it was worked out from
	Blocks    []TextBlock
	Entries   []*Entry
	Seed      string
}

// TextBlock is a paragraph, heading or item of a source's text.
type TextBlock struct {
	Form        string // "p", "h", "li"
	Boilerplate bool
	Runs        []Run
}

// Run is a stretch of text; a marked one is the evidence of events.
type Run struct {
	Text   string
	ID     string   // fragment of the first event it is evidence of; "" when not marked
	Events []*Entry // whose evidence it is
	Bits   []Bit    // Text in pieces, where it has dates or names; else nil
}

// Bit is a piece of a run: a date, a name, or what stands between these.
type Bit struct {
	Text     string
	EDTF     string // what a date was read as; "" for other text
	Datetime string // of a date, as HTML writes it; "" where it cannot
	Path     string // of the page of whom or what a name is of; "" for other text
}

// Index is the content of a folder's index page.
type Index struct {
	What    string // "years", "topics", "people", "places", "sources"
	Intro   string
	Decades []Decade // of years
	Items   []Entity // of topics, people, places
	Pager   *Pager
	Sources []SourceRow // of sources
}

// SourceRow is an article or chronicle in the list of sources.
type SourceRow struct {
	Title, Path, Publisher, Published, Lang, Side string
	Count                                         int
}

// Events is the content of the list of all events.
type Events struct {
	Groups []Group
	Count  int
	Pager  *Pager
}

// Text is the content of a page written in Markdown.
type Text struct {
	HTML string
	Lang lang.Lang // what it is written in
}

// Data is the content of the page on the data.
type Data struct {
	Count    int
	Groups   []DataGroup
	Tables   []DataTable
	Kinds    []KindRow // every kind that the data can tell, with its number of events
	Codes    []CodeRow
	Calendar string // address to subscribe to; "" when the site's own is not known
	Topic    string // a topic that has a timeline, for an example; "" when there is none
}

// KindRow is a kind of events in the table of kinds.
type KindRow struct {
	ID, Name string
	Count    int
}

// DataGroup is files that are for one use.
type DataGroup struct {
	Title string
	Files []DataFile
}

// DataFile is one file for machines.
type DataFile struct {
	Path, Title, Description string
	Local                    bool // Path is within the language's folder, not the site
}

// DataTable tells what the columns of a table mean.
type DataTable struct {
	Path, Title string
	Columns     []DataColumn
}

// DataColumn is a column of a table.
type DataColumn struct {
	Name, Type, Means string
	List, Carried     bool // it holds a list; an import takes it back
}

// CodeRow is what kinds of a class are called by PLOVER and CAMEO.
type CodeRow struct{ Kind, Class, Plover, Cameo string }
