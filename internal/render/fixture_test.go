package render

import (
	"fmt"
	"io/fs"
	"testing"

	"buildsite"
	"buildsite/internal/asset"
	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
	"buildsite/internal/site"
)

// The people, places and topics of the tests.
var (
	canadian = &lexicon.Person{ID: "ann-tremblay", Name: lexicon.Names{"Ann Tremblay", lang.ZH: "安·特朗布莱"}, Side: lexicon.Canada}
	chinese  = &lexicon.Person{ID: "li-wen", Name: lexicon.Names{"Li Wen", lang.ZH: "李文"}, Side: lexicon.China}
	capital  = &lexicon.Place{ID: "ottawa", Name: lexicon.Names{"Ottawa"}, Side: lexicon.Canada}
	trade    = &lexicon.Topic{ID: "trade", Name: lexicon.Names{"Trade"}}
)

func date(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// edited is an event in an editor's words, told by both sides.
func edited(t testing.TB) *event.Event {
	return &event.Event{
		ID: "1971-03-02-grain", Date: date(t, "1971-03-02"), Title: "Grain agreement signed", Summary: "A first agreement on grain.",
		Lang: lang.EN, Kind: "agreement", Importance: 1, Status: event.Edited, Confidence: 1,
		People: []*lexicon.Person{canadian, chinese}, Places: []*lexicon.Place{capital}, Topics: []*lexicon.Topic{trade},
		Sources: []event.Source{
			{Title: "Grain for a year", Publisher: "Ottawa Gazette", URL: "https://example.org/grain", Side: lexicon.Canada, Lang: lang.EN},
			{Title: "粮食协定", Publisher: "北京晚报", Side: lexicon.China, Lang: lang.ZH, Paraphrased: true},
		},
		Note: "Both papers give the same day.", Strength: "press", Seeds: []string{"events/1971-03-02-grain.md"},
	}
}

// extracted is an event read from a French article.
func extracted(t testing.TB) *event.Event {
	return &event.Event{
		ID: "1971-04-visite", Date: date(t, "1971-04~"), Title: "Visite de Li Wen", Lang: lang.FR, Kind: "visit",
		Importance: 3, Status: event.Extracted, Confidence: 0.7, People: []*lexicon.Person{chinese},
		Evidence: []event.Evidence{{Seed: "articles/visite.txt", Line: 3, Quote: "Li Wen est venu en avril.", Timex: "en avril", Basis: "the year of the article"}},
		Seeds:    []string{"articles/visite.txt"},
		Quad:     lexicon.VerbalCooperation, Actors: []lexicon.Side{lexicon.China}, Targets: []lexicon.Side{lexicon.Canada},
		Reasons: []string{"the date is approximate"},
	}
}

// fixture returns one page of each kind that people read.
func fixture(t testing.TB) []*site.Page {
	a, b := site.NewEntry(edited(t), edtf.Date{}), site.NewEntry(extracted(t), edtf.Date{})
	both := []site.Group{{Year: 1971, Name: "1971", Path: "years/1971.html", Entries: []*site.Entry{a, b}}}
	years := []site.YearCount{{Year: 1970}, {Year: 1971, Count: 2, Turns: 1, Classes: site.Classes{lexicon.VerbalCooperation: 1, lexicon.MaterialConflict: 1}, Path: "years/1971.html", Height: 100}}
	decade := site.Decade{Year: 1970, Name: "1970s", Path: "years/1970s.html", Count: 2, Years: years}
	decades := []site.Decade{decade}
	pager := &site.Pager{Leaves: []site.Leaf{{Title: "1970–1971", Path: "people/li-wen.html", Current: true}, {Title: "1972", Path: "people/li-wen-p2.html"}}, Next: &site.Link{Title: "1972", Path: "people/li-wen-p2.html"}}
	topic := site.Entity{Name: "Trade", Path: "topics/trade.html", Count: 1}
	ann := site.Entity{Name: "Ann Tremblay", Path: "people/ann-tremblay.html", Count: 1, Side: "canada"}
	li := site.Entity{Name: "Li Wen", Path: "people/li-wen.html", Count: 2, Side: "china"}
	ottawa := site.Entity{Name: "Ottawa", Path: "places/ottawa.html", Count: 1, Side: "canada"}
	up := []site.Link{{Title: "Years", Path: "years/index.html"}}
	pages := []*site.Page{
		{Path: "index.html", Kind: site.HomeKind, Title: "A timeline", Description: "What it is.", Content: &site.Home{
			Count: 2, Articles: 1, Sources: 3, From: 1970, To: 1971, Years: years, Decades: decades, Leaders: leaders(t),
			Turning: []site.Group{{Year: 1971, Name: "1971", Path: "years/1971.html", Entries: []*site.Entry{a}}}, Newest: []*site.Entry{b, a}, Changed: []*site.Entry{b}, Months: []site.Link{{Title: "January", Path: "days/01.html"}},
			Topics: []site.Entity{topic}, People: []site.Entity{li, ann}, Places: []site.Entity{ottawa},
		}},
		{Path: "years/1971.html", Kind: site.YearKind, Section: "years", Title: "1971", Crumbs: up, Content: &site.Year{
			Year: 1971, Entries: []*site.Entry{a, b}, Count: 2, Prev: &site.Link{Title: "1969", Path: "years/1969.html"}, Decade: years, Topics: []site.Entity{topic},
		}},
		{Path: "years/1970s.html", Kind: site.DecadeKind, Section: "years", Title: "1970s", Crumbs: up, Content: &site.DecadePage{
			Decade: decade, Groups: both, Shown: 1, Prev: &site.Link{Title: "1960s", Path: "years/1960s.html"}, Topics: []site.Entity{topic},
		}},
		{Path: "days/03.html", Kind: site.DaysKind, Section: "days", Title: "March, day by day", Crumbs: up, Content: &site.Days{
			Months: []site.Leaf{{Title: "March", Path: "days/03.html", Current: true}, {Title: "April", Path: "days/04.html"}},
			Days:   []site.DayOfYear{{ID: "d-03-02", Name: "2 March", Entries: []*site.Entry{a}, More: 3}},
		}},
		{Path: a.Path, Kind: site.EventKind, Section: "years", Title: a.Title, Description: a.Summary, Crumbs: up, Content: &site.EventPage{
			Entry: a, People: []site.Participant{{Entity: ann, Office: "Minister of Agriculture"}, {Entity: li}},
			Topics: []site.Entity{topic}, Places: []site.Entity{ottawa}, Next: b, HTML: "<p>An editor’s <em>context</em>.</p>", Note: a.Event.Note,
			Accounts: []site.Account{
				{Side: "canada", Name: "Canada", Sources: []site.SourceRef{{Source: a.Sources[0], When: "3 March 1971"}}},
				{Side: "china", Name: "China", Sources: []site.SourceRef{{Source: a.Sources[1]}}},
			},
			EDTF: "1971-03-02", Precision: "exact day", JSON: "events/1971-03-02-grain.json",
			Cites:   site.Cites{APA: "A timeline. (1971). Grain.", Chicago: "A timeline, “Grain.”", BibTeX: "@misc{grain}", Permalink: "https://example.org/repo/events/1971-03-02-grain.html"},
			Near:    []site.Related{{Entry: b, Why: "Li Wen"}},
			History: []site.Change{{When: "5 May 1971", Datetime: "1971-05-05", Text: "The day was mended."}},
			Seed:    "events/1971-03-02-grain.md", EditURL: "https://example.org/edit/events/1971-03-02-grain.md",
		}},
		{Path: b.Path, Kind: site.EventKind, Section: "years", Title: b.Title, Crumbs: up, Content: &site.EventPage{
			Entry: b, People: []site.Participant{{Entity: li}}, Prev: a,
			Accounts: []site.Account{
				{Side: "canada", Name: "Canada"},
				{Side: "china", Name: "China", Quotes: []site.Quote{{
					Evidence: site.Evidence{Evidence: b.Evidence[0], Path: "sources/visite.html#s9", Title: "La visite", Lang: "fr"}, Voice: li, Reported: true,
				}}},
				{Side: "other", Name: "Elsewhere", Sources: []site.SourceRef{{Source: event.Source{Title: "La visite", Lang: lang.FR, URL: "https://example.org/visite"}, Path: "sources/visite.html"}}},
			},
			Evidence: []site.Evidence{{Evidence: b.Evidence[0], Path: "sources/visite.html#s9", Title: "La visite", Lang: "fr", Basis: ground("the year of the article")}},
			Reasons:  []site.Ground{ground("− the date is approximate")},
			Class:    "words, in cooperation",
			Amounts:  []string{"83.7 billion US dollars (trade)"},
			PartOf:   []site.Related{{Entry: a, Why: "within its days", WhyLang: lang.EN}}, Parts: []site.Related{{Entry: a, Why: "within its days", WhyLang: lang.EN}},
			Merged: []site.Merging{{Title: "La visite", Lang: "fr", Path: "sources/visite.html", When: "April 1971", Agreed: ground("the same kind")}, {Title: "b.md", When: "1971", Agreed: ground("the same people")}},
			EDTF:   "1971-04~", Precision: "known to the month, approximate",
		}},
		{Path: "events/1971-grain.html", Kind: site.ForwardKind, Section: "years", Title: a.Title, Content: &site.Forward{To: a}},
		{Path: "people/li-wen.html", Kind: site.EntityKind, Section: "people", Title: "Li Wen", Content: &site.EntityPage{
			Entity: li, What: "person", OtherNames: []site.Named{{Lang: "zh-Hans", Name: "李文"}},
			Offices: []site.OfficeRow{{Title: "Ambassador", Term: "1971 – 1975", Source: "https://example.org/li", Bar: site.Bar{From: 100, Width: 800}}, {Title: "Writer"}},
			Span:    "1971–1975", Wikidata: "https://www.wikidata.org/wiki/Q1", Coordinates: "1.00° N, 2.00° W",
			Groups: both, Pager: pager, With: []site.Entity{ann},
		}},
		{Path: "sources/visite.html", Kind: site.SourceKind, Section: "sources", Title: "La visite", Content: &site.SourcePage{
			Title: "La visite", Publisher: "Le Journal", URL: "https://example.org/visite", Side: "canada", Lang: "fr", Published: "12 May 1971", Datetime: "1971-05-12",
			Basis: "read from its dateline", Entries: []*site.Entry{a, b}, Seed: "articles/visite.txt",
			Blocks: []site.TextBlock{
				{Form: "h", Runs: []site.Run{{Text: "Un voyage"}}},
				{Form: "p", Runs: []site.Run{{Text: "Avant. "}, {
					Text: "Li Wen est venu en avril.", ID: "s9", Events: []*site.Entry{b},
					Bits: []site.Bit{{Text: "Li Wen", Path: li.Path}, {Text: " est venu en "}, {Text: "avril", EDTF: "1971-04", Datetime: "1971-04"}, {Text: "."}},
				}, {Text: " Après 1970.", Bits: []site.Bit{{Text: " Après "}, {Text: "1970", EDTF: "1970~"}, {Text: "."}}}}},
				{Form: "li", Runs: []site.Run{{Text: "un"}}},
				{Form: "li", Runs: []site.Run{{Text: "deux"}}},
				{Form: "li", Boilerplate: true, Runs: []site.Run{{Text: "Abonnez-vous"}}},
				{Form: "p", Boilerplate: true, Runs: []site.Run{{Text: "© 1971"}}},
			},
		}},
		{Path: "years/index.html", Kind: site.IndexKind, Section: "years", Title: "Years", Content: &site.Index{What: "years", Intro: "Every year.", Decades: decades}},
		{Path: "people/index.html", Kind: site.IndexKind, Section: "people", Title: "People", Content: &site.Index{What: "people", Items: []site.Entity{ann, li}}},
		{Path: "sources/index.html", Kind: site.IndexKind, Section: "sources", Title: "Sources", Content: &site.Index{
			What: "sources", Sources: []site.SourceRow{{Title: "La visite", Path: "sources/visite.html", Publisher: "Le Journal", Published: "12 May 1971", Lang: "fr", Side: "canada", Count: 1}},
		}},
		{Path: "events/index.html", Kind: site.EventsKind, Section: "events", Title: "All events", Content: &site.Events{Groups: both, Count: 2}},
		{Path: "search.html", Kind: site.SearchKind, Section: "search", Title: "Search", Content: &site.Search{Count: 2, Facets: []site.Facet{
			{ID: "topics", Title: "Topics", Path: "topics/index.html", Items: []site.Entity{topic}, All: 1},
			{ID: "people", Title: "People", Path: "people/index.html", Items: []site.Entity{ann, li}, All: 3},
			{ID: "places", Title: "Places", Path: "places/index.html", Items: []site.Entity{ottawa}, All: 1},
		}}},
		{Path: "about.html", Kind: site.TextKind, Section: "about", Title: "About", Content: &site.Text{HTML: "<p>About <em>it</em>.</p>"}},
		{Path: "data.html", Kind: site.DataKind, Section: "data", Title: "Data", Content: &site.Data{
			Count: 2, Groups: []site.DataGroup{{Title: "Everything", Files: []site.DataFile{
				{Path: "events.json", Title: "All events", Description: "In full."}, {Path: "calendar.ics", Title: "Calendar", Description: "Days.", Local: true},
			}}},
			Tables: []site.DataTable{{Path: "events.csv", Title: "Events", Columns: []site.DataColumn{
				{Name: "id", Type: "string", Means: "A name.", Carried: true}, {Name: "topics", Type: "string", Means: "What it is of.", List: true},
			}}},
			Kinds:    []site.KindRow{{ID: "visit", Name: "Visit", Count: 1}},
			Codes:    []site.CodeRow{{Kind: "Visit", Class: "words, in cooperation", Plover: "CONSULT", Cameo: "04"}},
			Calendar: "https://example.org/repo/calendar.ics", Topic: "trade",
		}},
		{Path: "embed.html", Kind: site.EmbedKind, Title: "A timeline", Content: &site.Embed{Path: "index.html", Count: 2, Entries: []*site.Entry{a, b}, Topics: []site.Entity{topic}}},
		{Path: "404.html", Kind: site.MissingKind, Title: "Page not found"},
	}
	pages = append(pages, chartPages(years, a, b)...)
	for _, p := range pages {
		p.Lang = lang.EN
	}
	return pages
}

// config is a site's with both sides named.
func config() *site.Config {
	cfg := &site.Config{BaseURL: "https://example.org/repo/", License: "CC BY 4.0", LicenseURL: "https://example.org/by", Repository: "https://example.org/r"}
	cfg.Title[0], cfg.Description[0] = "A timeline", "What it is."
	cfg.Sides[0] = site.SideConfig{ID: lexicon.Canada, Name: lexicon.Names{"Canada"}, Capital: "Ottawa"}
	cfg.Sides[1] = site.SideConfig{ID: lexicon.China, Name: lexicon.Names{"China"}, Capital: "Beijing"}
	return cfg
}

// files stands for the bundled static files.
func files() asset.Set {
	return asset.Set{
		{Path: "assets/search-1.js", Name: "search.js"},
		{Path: "assets/search-engine-1.js", Name: "search-engine.js"},
		{Path: "assets/site-1.css", Name: "site.css"},
		{Path: "favicon.svg", Name: "favicon.svg"},
	}
}

// ownTemplates returns the templates that come with the program.
func ownTemplates(t testing.TB) fs.FS {
	t.Helper()
	templates, err := fs.Sub(buildsite.Files, "templates")
	if err != nil {
		t.Fatal(err)
	}
	return templates
}

// messages returns the words that come with the program.
func messages(t testing.TB) *message.Catalog {
	t.Helper()
	all, _, err := message.Read(ownTemplates(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func newRenderer(t testing.TB) *Renderer {
	t.Helper()
	r, err := New(ownTemplates(t), messages(t), config(), files())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// yearOf returns a year's page with n events.
func yearOf(t testing.TB, n int) *site.Page {
	year := &site.Year{Year: 1971, Count: n}
	for i := range n {
		e := edited(t)
		e.ID = fmt.Sprintf("1971-03-02-event-%d", i)
		year.Entries = append(year.Entries, site.NewEntry(e, edtf.Date{}))
	}
	return &site.Page{Path: "years/1971.html", Kind: site.YearKind, Section: "years", Title: "1971", Lang: lang.EN, Content: year}
}

// ground is a reason that has no translation.
func ground(reason string) site.Ground {
	return site.Ground{Lang: lang.EN, Parts: []site.Link{{Title: reason}}}
}
