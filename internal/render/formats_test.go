package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/figure"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// smallPlan is a plan of two events, one of them with everything.
func smallPlan(baseURL string) *site.Plan {
	full := &event.Event{
		ID: "a&b", Date: edtf.MustParse("2025-10-16/2025-10-17"), Title: `Talks <in> "Beijing"`, Summary: "They talked & left.",
		Lang: lang.EN, Kind: "visit", Importance: 1, Status: event.Extracted, Confidence: 0.666, Note: "A note.",
		Topics:  []*lexicon.Topic{{ID: "trade", Name: lexicon.Names{0: "Trade"}}},
		People:  []*lexicon.Person{{ID: "anita-anand"}},
		Places:  []*lexicon.Place{{ID: "beijing"}},
		Sources: []event.Source{{Title: "T", Publisher: "P", URL: "https://example.org/?a=1&b=2", Date: edtf.MustParse("2025-10-18"), Side: lexicon.China, Seed: "a.txt"}},
		Evidence: []event.Evidence{{
			Seed: "a.txt", Line: 7, Quote: "Sie", Timex: "today", Basis: "why",
			Side: lexicon.China, Speaker: lexicon.Canada, Voice: &lexicon.Person{ID: "anita-anand"},
		}},
		Quad: lexicon.VerbalCooperation, Actors: []lexicon.Side{lexicon.Canada}, Targets: []lexicon.Side{lexicon.China},
		Reasons: []string{"a reason"},
		Figures: []figure.Figure{{Value: 83.7e9, Unit: "dollar", Currency: "USD", Measure: "trade"}},
		Merged:  []event.Merging{{Seed: "b.txt", Date: edtf.MustParse("2025-10-16"), Kind: "visit", Agreed: []string{"the same day"}}},
		Parts:   []event.Link{{ID: "open", Why: "it lies within"}}, PartOf: []event.Link{{ID: "open", Why: "likewise"}},
		Translations: []event.Translation{{Lang: lang.FR, Title: "Entretiens", Summary: "Ils ont parlé."}},
		Seeds:        []string{"a.txt"},
	}
	bare := &event.Event{ID: "open", Date: edtf.MustParse("1970/.."), Title: "Open", Lang: lang.ZH, Kind: "milestone", Importance: 3, Status: event.Edited, Confidence: 1}
	today := edtf.MustParse("2025-01-01")
	p := &site.Plan{Entries: []*site.Entry{site.NewEntry(bare, today), site.NewEntry(full, today)}, Updated: edtf.MustParse("2025-10-18")}
	p.Config.BaseURL = baseURL
	p.Config.Title = lexicon.Names{0: "A & B"}
	p.Review = []event.Review{{Seed: "x.txt", Line: 1, Rule: "undated", Text: "no date", Hint: "add one"}}
	p.Pages = []*site.Page{
		{Path: "index.html", Kind: site.HomeKind, Updated: p.Updated},
		{Path: "404.html", Kind: site.MissingKind},
		{Path: "events/中 a.html", Kind: site.EventKind},
		{Path: "events.json", Kind: site.JSONKind},
	}
	return p
}

func TestEventsJSON(t *testing.T) {
	data, err := written(func(b *bytes.Buffer) error { return new(Renderer).eventsJSON(b, smallPlan("https://example.org/")) })
	if err != nil {
		t.Fatal(err)
	}
	want := `{"version":1,"title":"A & B","url":"https://example.org/","events":[
{"id":"open","url":"events/open.html","date":"1970/..","start":"1970-01-01","end":"","precision":"year","approximate":false,"uncertain":false,"title":"Open","summary":"","lang":"zh","translations":{},"kind":"milestone","quad":"","actors":[],"targets":[],"plover":"","cameo":"","topics":[],"people":[],"places":[],"importance":3,"status":"edited","planned":false,"confidence":1,"sources":[],"evidence":[]},
{"id":"a&b","url":"events/a&b.html","date":"2025-10-16/2025-10-17","start":"2025-10-16","end":"2025-10-17","precision":"day","approximate":false,"uncertain":false,"title":"Talks <in> \"Beijing\"","summary":"They talked & left.","lang":"en","translations":{"fr":{"title":"Entretiens","summary":"Ils ont parlé."}},"kind":"visit","quad":"verbal-cooperation","actors":["canada"],"targets":["china"],"plover":"CONSULT","cameo":"04","topics":["trade"],"people":["anita-anand"],"places":["beijing"],"importance":1,"status":"extracted","planned":true,"confidence":0.67,"sources":[{"title":"T","publisher":"P","url":"https://example.org/?a=1&b=2","date":"2025-10-18","side":"china","seed":"a.txt"}],"evidence":[{"seed":"a.txt","line":7,"quote":"Sie","timex":"today","basis":"why","side":"china","speaker":"canada","voice":"anita-anand"}],"reasons":["a reason"],"figures":[{"value":83700000000,"unit":"dollar","currency":"USD","measure":"trade"}],"merged":[{"seed":"b.txt","date":"2025-10-16","kind":"visit","agreed":["the same day"]}],"parts":[{"id":"open","why":"it lies within"}],"part_of":[{"id":"open","why":"likewise"}],"note":"A note."}],
"review":[
{"seed":"x.txt","line":1,"rule":"undated","text":"no date","hint":"add one"}]}
`
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("events.json (-want +got):\n%s", diff)
	}
	if !json.Valid(data) {
		t.Error("not JSON")
	}
}

// feedPage is the page of a feed with the events of smallPlan, the latest first,
// and a correction.
func feedPage(dir string) *site.Page {
	all := smallPlan("").Entries
	f := &site.Feed{
		Name: "feed", Title: "A & B", Description: "What is new.", Home: "index.html", Self: "feed.atom", Updated: edtf.MustParse("2025-10-18"),
		Items: []site.FeedItem{
			{Entry: all[1], Name: "event/a&b", Updated: edtf.MustParse("2025-10-18")},
			{Entry: all[0], Name: "event/open"},
			{Entry: all[0], Name: "correction/open", Updated: edtf.MustParse("2025-01-02"), Text: "It was open before."},
		},
	}
	return &site.Page{Path: dir + "feed.atom", Dir: dir, Kind: site.AtomKind, Lang: lang.EN, Content: f}
}

// based returns a renderer of a site at an address.
func based(t *testing.T, base string) *Renderer {
	t.Helper()
	cfg := config()
	cfg.BaseURL = base
	r, err := New(ownTemplates(t), messages(t), cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAtom(t *testing.T) {
	for _, base := range []string{"", "https://example.org/repo/"} {
		data, err := written(func(b *bytes.Buffer) error { return based(t, base).atom(b, feedPage("")) })
		if err != nil {
			t.Fatal(err)
		}
		var feed atomFeed
		if err := xml.Unmarshal(data, &feed); err != nil {
			t.Fatal(err)
		}
		first := feed.Entries[0]
		if first.Title != `16–17 October 2025: Talks <in> "Beijing"` || first.Updated != "2025-10-18T00:00:00Z" ||
			first.Links[0].Href != base+"events/a&b.html" || len(first.Categories) != 2 {
			t.Errorf("newest entry %+v", first)
		}
		if feed.Updated != "2025-10-18T00:00:00Z" || feed.Links[0] != (atomLink{"self", "application/atom+xml", base + "feed.atom"}) {
			t.Errorf("feed %+v", feed)
		}
		if second := feed.Entries[1]; second.Title != "1970年以来：Open" || !bytes.Contains(data, []byte(`<entry xml:lang="zh-Hans">`)) {
			t.Errorf("entry in Chinese: %q", second.Title)
		}
		if first.ID == feed.Entries[1].ID || first.ID != uuid("event/a&b") || !strings.HasPrefix(first.ID, "urn:uuid:") {
			t.Errorf("ids %q, %q", first.ID, feed.Entries[1].ID)
		}
		if last := feed.Entries[2]; last.Summary != "It was open before." || last.ID == feed.Entries[1].ID {
			t.Errorf("correction %+v", last)
		}
	}
}

// TestJSONFeed expects the JSON Feed to say what the Atom feed says, and what
// version 1.1 asks of it.
func TestJSONFeed(t *testing.T) {
	data, err := written(func(b *bytes.Buffer) error { return based(t, "https://example.org/repo/").jsonFeed(b, feedPage("fr/")) })
	if err != nil {
		t.Fatal(err)
	}
	var feed jsonFeed
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.HomePage != "https://example.org/repo/fr/index.html" || len(feed.Items) != 3 {
		t.Errorf("feed %+v", feed)
	}
	first := feed.Items[0]
	if first.ID != uuid("fr/event/a&b") || first.URL != "https://example.org/repo/fr/events/a&b.html" || first.External != "https://example.org/?a=1&b=2" ||
		first.Modified != "2025-10-18T00:00:00Z" || first.Text != "They talked & left." || len(first.Tags) != 2 {
		t.Errorf("first item %+v", first)
	}
	if feed.Items[1].Modified != "" || feed.Items[1].Language != "zh-Hans" || feed.Items[2].Text != "It was open before." {
		t.Errorf("further items %+v", feed.Items[1:])
	}
}

func TestSitemap(t *testing.T) {
	pages := smallPlan("").Pages
	pages[0].Others = []site.Other{{Lang: lang.EN, Path: "index.html"}, {Lang: lang.ZH, Path: "zh/index.html"}}
	r := based(t, "https://example.org/repo/")
	data, err := written(func(b *bytes.Buffer) error {
		return r.sitemap(b, &site.Page{Content: &site.Sitemap{Pages: []*site.Page{pages[0], pages[2]}}})
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
 <url>
  <loc>https://example.org/repo/</loc>
  <lastmod>2025-10-18</lastmod>
  <xhtml:link rel="alternate" hreflang="en" href="https://example.org/repo/"></xhtml:link>
  <xhtml:link rel="alternate" hreflang="zh-Hans" href="https://example.org/repo/zh/"></xhtml:link>
 </url>
 <url>
  <loc>https://example.org/repo/events/%E4%B8%AD%20a.html</loc>
 </url>
</urlset>
`
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("sitemap (-want +got):\n%s", diff)
	}
	index, err := written(func(b *bytes.Buffer) error {
		return r.sitemap(b, &site.Page{Content: &site.Sitemap{Parts: []string{"sitemap-1.xml"}}})
	})
	if err != nil || !bytes.Contains(index, []byte("<sitemap>\n  <loc>https://example.org/repo/sitemap-1.xml</loc>")) {
		t.Errorf("index of sitemaps: %s, %v", index, err)
	}
	empty, err := written(func(b *bytes.Buffer) error {
		return based(t, "").sitemap(b, &site.Page{Content: &site.Sitemap{Pages: pages}})
	})
	if err != nil || bytes.Contains(empty, []byte("<url>")) || !bytes.Contains(empty, []byte("base_url")) {
		t.Errorf("without a base URL: %s, %v", empty, err)
	}
}

func TestRobots(t *testing.T) {
	for base, want := range map[string]bool{"": false, "/repo/": false, "https://example.org/": true} {
		var b bytes.Buffer
		based(t, base).robots(&b)
		if got := strings.Contains(b.String(), "Sitemap: https://example.org/sitemap.xml\n"); got != want || !strings.HasPrefix(b.String(), "User-agent: *\n") {
			t.Errorf("with base URL %q: %s", base, b.String())
		}
	}
}

// written returns what write writes.
func written(write func(*bytes.Buffer) error) ([]byte, error) {
	var b bytes.Buffer
	err := write(&b)
	return b.Bytes(), err
}
