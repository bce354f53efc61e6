package site

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"buildsite"
	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
	"buildsite/internal/seed"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

// eventReading is an event seed of the given name with one event.
func eventReading(name, id, date string, people ...*lexicon.Person) *event.Reading {
	return &event.Reading{
		Doc: &seed.Document{File: &source.File{Name: name}, Type: seed.Event},
		Events: []event.Event{{
			ID: id, Date: edtf.MustParse(date), Title: "Title of " + id, Kind: "visit", Lang: lang.EN,
			Status: event.Edited, Seeds: []string{name}, People: people, Importance: 2,
		}},
	}
}

// messages returns the words that come with the program.
func messages(t *testing.T) *message.Catalog {
	t.Helper()
	templates, err := fs.Sub(buildsite.Files, "templates")
	if err != nil {
		t.Fatal(err)
	}
	all, _, err := message.Read(templates, nil)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func plan(t *testing.T, in Input, readings ...*event.Reading) (*Plan, []source.Diagnostic) {
	t.Helper()
	tl, ds := timeline.Merge(readings)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	in.Timeline, in.Config, in.Messages = tl, defaults(), messages(t)
	return NewPlan(in)
}

func TestPlanAlwaysHas(t *testing.T) {
	p, ds := plan(t, Input{})
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for _, path := range []string{
		"index.html", "events/index.html", "years/index.html", "topics/index.html", "people/index.html",
		"places/index.html", "sources/index.html", "search.html", "about.html", "data.html", "404.html",
		"events.json", "events.schema.json", "feed.atom", "sitemap.xml", "robots.txt", ".nojekyll",
	} {
		if p.Lookup(path) == nil {
			t.Errorf("an empty timeline has no %s", path)
		}
	}
}

func TestPlanClash(t *testing.T) {
	_, ds := plan(t, Input{
		Texts: []TextSource{{File: "pages/search.md", Name: "search", Title: "Search"}},
		Files: []File{{Path: "Robots.txt"}}, Static: "../static",
	}, eventReading("events/index.md", "index", "1970"))
	var got []string
	for _, d := range ds {
		got = append(got, d.File+" "+d.Rule)
	}
	want := []string{"events/index.md path-clash", "pages/search.md path-clash", "../static/Robots.txt path-clash"}
	for _, w := range want {
		if !strings.Contains(strings.Join(got, "\n"), w) {
			t.Errorf("no diagnostic %q in %q", w, got)
		}
	}
}

func TestLinks(t *testing.T) {
	const html = `<p><a href="../1980s/b.md#more">b</a> <a href="https://example.org/c.md">c</a> <a href="gone.md">d</a></p>`
	a := eventReading("events/1970s/a.md", "a", "1970")
	a.Events[0].HTML = html
	p, ds := plan(t, Input{Links: map[string][]seed.Link{"events/1970s/a.md": {
		{Target: "../1980s/b.md#more", Pos: source.Position{Line: 5, Column: 1}},
		{Target: "gone.md", Pos: source.Position{Line: 6, Column: 1}},
	}}}, a, eventReading("events/1980s/b.md", "b", "1980"))
	want := `<p><a href="../events/b.html#more">b</a> <a href="https://example.org/c.md">c</a> <a href="gone.md">d</a></p>`
	if got := p.Lookup("events/a.html").Body().(*EventPage).HTML; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(ds) != 1 || ds[0].Rule != "dead-link" || ds[0].Pos.Line != 6 || ds[0].Severity != source.Error {
		t.Errorf("diagnostics %v: want one dead link in line 6", ds)
	}
}

func TestOfficeOfTheDay(t *testing.T) {
	person := &lexicon.Person{ID: "p", Name: lexicon.Names{0: "P"}, Offices: []lexicon.Office{
		{Title: lexicon.Names{0: "Minister"}, From: edtf.MustParse("1968"), To: edtf.MustParse("1974-08-08")},
		{Title: lexicon.Names{0: "Prime Minister"}, From: edtf.MustParse("1980")},
	}}
	p, _ := plan(t, Input{}, eventReading("a.md", "a", "1970-10-13", person), eventReading("b.md", "b", "1977", person), eventReading("c.md", "c", "1985", person))
	for path, want := range map[string]string{"events/a.html": "Minister", "events/b.html": "", "events/c.html": "Prime Minister"} {
		if got := p.Lookup(path).Body().(*EventPage).People[0].Office; got != want {
			t.Errorf("%s: office %q, want %q", path, got, want)
		}
	}
}

func TestPlannedAfterToday(t *testing.T) {
	p, _ := plan(t, Input{Today: edtf.MustParse("2025-06-30")}, eventReading("a.md", "a", "2025-06-30"), eventReading("b.md", "b", "2025-07"))
	for i, want := range []bool{false, true} {
		if got := p.Entries[i].Planned; got != want {
			t.Errorf("%s planned: %v", p.Entries[i].Date, got)
		}
	}
}

func TestRuns(t *testing.T) {
	a, b := &Entry{Path: "a"}, &Entry{Path: "b"}
	text := "One two three four"
	got := runs(text, source.Span{Start: 0, End: len(text)}, []mark{
		{source.Span{Start: 4, End: 13}, "s4", a},
		{source.Span{Start: 4, End: 7}, "s4", b},
		{source.Span{Start: 14, End: 30}, "s14", b},
	})
	want := []Run{
		{Text: "One "},
		{Text: "two", ID: "s4", Events: []*Entry{a, b}},
		{Text: " three", Events: []*Entry{a}},
		{Text: " "},
		{Text: "four", ID: "s14", Events: []*Entry{b}},
	}
	byPath := cmp.Comparer(func(x, y *Entry) bool { return x == y })
	if diff := cmp.Diff(want, got, byPath); diff != "" {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
}

func TestConfig(t *testing.T) {
	c, ds := ReadConfig(fstest.MapFS{"site.yaml": {Data: []byte(`
title: Our timeline
title_fr: Notre chronologie
base_url: https://example.org/repo
languages: [en, xx]
colour: red
sides:
  - id: canada
    name: Canada
    color: red
  - id: mars
    name: Mars
`)}})
	if c.Title.In(lang.FR) != "Notre chronologie" || c.BaseURL != "https://example.org/repo/" || len(c.Languages) != 1 {
		t.Errorf("config %+v", c)
	}
	var got []string
	for _, d := range ds {
		got = append(got, d.Pos.String()+" "+d.Rule)
	}
	want := []string{"6:1 unknown-key", "5:12 bad-language", "10:12 bad-color", "11:9 bad-side"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	if c, ds := ReadConfig(fstest.MapFS{}); len(ds) > 0 || c.Title.In(lang.EN) == "" {
		t.Errorf("without site.yaml: %+v, %v", c, ds)
	}
}

func TestColors(t *testing.T) {
	tokens, err := os.ReadFile("../../static/css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range [...]string{"canada", "china"} {
		if !strings.Contains(string(tokens), "--"+name+": "+ownColors[i]+";") {
			t.Errorf("the style sheet's colour of %s is not %s", name, ownColors[i])
		}
	}
	if _, ok := (&Config{Sides: defaults().Sides}).Colors(); ok {
		t.Error("the program's own colours need no sheet of their own")
	}
	c, ds := ReadConfig(fstest.MapFS{"site.yaml": {Data: []byte("sides:\n  - {id: china, color: \"#AA0011\"}\n")}})
	f, ok := c.Colors()
	if len(ds) > 0 || !ok || !strings.Contains(string(f.Data), "--canada:#b04a00;--china:#aa0011}") || !strings.HasPrefix(f.Path, "assets/sides-") {
		t.Errorf("%v, %s: %s", ds, f.Path, f.Data)
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"short", "short"},
		{"one two  three four", "one two…"},
		{"中华人民共和国", "中华人…"},
	} {
		if got := cut(test.text, 11); got != test.want {
			t.Errorf("cut(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
