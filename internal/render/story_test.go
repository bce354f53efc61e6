package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// TestStoryDates: a slide's dates name no more than is known.
func TestStoryDates(t *testing.T) {
	for date, want := range map[string]string{
		"1970-10-13":            `{"year":1970,"month":10,"day":13}`,
		"1970-10":               `{"year":1970,"month":10}`,
		"1960~":                 `{"year":1960}`,
		"-0221":                 `{"year":-221}`,
		"2025-10-16/2025-10-17": `{"year":2025,"month":10,"day":16} to {"year":2025,"month":10,"day":17}`,
		"2026-01/2026-02-14":    `{"year":2026,"month":1} to {"year":2026,"month":2,"day":14}`,
		"1961-21":               `{"year":1961,"month":3} to {"year":1961,"month":5}`,
		"1988-35":               `{"year":1988,"month":7} to {"year":1988,"month":9}`,
		"197X":                  `{"year":1970} to {"year":1979}`,
		"19XX":                  `{"year":1900} to {"year":1999}`,
		"1970-XX-13":            `{"year":1970}`,
		"2018-12-01/..":         `{"year":2018,"month":12,"day":1}`,
		"../1970":               `{"year":1970}`,
		"[1881..1885]":          `{"year":1881} to {"year":1885}`,
	} {
		start, end := storyDates(edtf.MustParse(date))
		got, err := json.Marshal(start)
		if err != nil {
			t.Fatal(err)
		}
		if end != nil {
			last, err := json.Marshal(end)
			if err != nil {
				t.Fatal(err)
			}
			got = append(append(got, " to "...), last...)
		}
		if string(got) != want {
			t.Errorf("%s: %s, want %s", date, got, want)
		}
	}
}

// TestStoryEscapes: the texts of TimelineJS are HTML, those of seeds are not.
func TestStoryEscapes(t *testing.T) {
	e := edited(t)
	e.Title, e.Summary = "<img src=x onerror=alert(1)>", `A & "B" <script>`
	e.Planned = true
	page := &site.Page{Path: "timeline.json", Lang: lang.EN, Kind: site.StoryKind, Content: &site.Story{
		Title: "T & U", Path: "index.html", Entries: []*site.Entry{site.NewEntry(e, edtf.Date{})},
	}}
	var b bytes.Buffer
	if err := newRenderer(t).Render(&b, nil, page); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<img", "<script", "T & U"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("%q is not escaped:\n%s", bad, b.String())
		}
	}
	for _, want := range []string{"2 March 1971 (planned)", "&lt;img src=x", `<a href=\"https://example.org/repo/events/1971-03-02-grain.html\">Sources and details</a>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestOnDays: a calendar has what is known to the day and nothing else.
func TestOnDays(t *testing.T) {
	for date, want := range map[string]bool{
		"1970-10-13": true, "2025-10-16/2025-10-17": true, "1970-10": false, "1970": false, "1970-10-13~": false, "1970-10-13?": false,
		"2025-10-16~/2025-10-17": false, "1970-10-13/..": false, "../1970-10-13": false, "[1970-10-13,1970-10-14]": false,
		"{1970-10-13,1970-10-15}": false, "-0221-01-02": false, "1961-21": false, "2026-01/2026-02-14": false,
	} {
		if got := OnDays(edtf.MustParse(date)); got != want {
			t.Errorf("%s: %v", date, got)
		}
	}
}

// TestSnippet: what is copied shows the page of the topic, and runs no script.
func TestSnippet(t *testing.T) {
	r := newRenderer(t)
	v := &View{Page: &site.Page{Dir: "fr/"}}
	want := `<iframe src="https://example.org/repo/fr/embed/trade.html" title="A &#34;title&#34;" width="100%" height="480" loading="lazy" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`
	if got := r.snippet(v, "embed/trade.html", `A "title"`); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r.cfg.BaseURL = ""
	if got := r.snippet(v, "embed/trade.html", "A"); !strings.Contains(got, `"https://example.org/fr/embed/trade.html"`) {
		t.Errorf("without an address: %s", got)
	}
}

// TestRecordLinks: an event's own file says who is named, in which languages,
// and the items in Wikidata.
func TestRecordLinks(t *testing.T) {
	e := edited(t)
	e.People = []*lexicon.Person{{ID: "ann-tremblay", Name: lexicon.Names{"Ann Tremblay", lang.ZH: "安·特朗布莱"}, Side: lexicon.Canada, Wikidata: "Q1"}}
	plan := smallPlan("https://example.org/")
	var b bytes.Buffer
	page := &site.Page{Path: "events/1971-03-02-grain.json", Kind: site.RecordKind, Content: site.NewEntry(e, edtf.Date{})}
	if err := newRenderer(t).Render(&b, plan, page); err != nil {
		t.Fatal(err)
	}
	want := `"links":{"self":"events/1971-03-02-grain.json","page":"events/1971-03-02-grain.html","all":"events.json","schema":"events.schema.json#/$defs/record",` +
		`"people":[{"id":"ann-tremblay","url":"people/ann-tremblay.html","name":"Ann Tremblay","names":{"zh":"安·特朗布莱"},"side":"canada","wikidata":"Q1"}],`
	if !strings.Contains(b.String(), want) || !strings.HasPrefix(b.String(), `{"version":1,"site":"https://example.org/","id":"1971-03-02-grain"`) {
		t.Errorf("%s", b.String())
	}
}
