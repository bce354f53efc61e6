package render

import (
	"bytes"
	"errors"
	"flag"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/site"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestPages renders a page of each kind: of two the whole file is wanted, of
// the others what stands in main.
func TestPages(t *testing.T) {
	const golden = "testdata/html.txtar"
	r := newRenderer(t)
	got := &txtar.Archive{Comment: []byte("A page of each kind. Of the last two the whole file, of the others what stands in main.\n")}
	for _, p := range fixture(t) {
		html := render(t, r, p)
		if p.Kind != site.MissingKind && p.Kind != site.EmbedKind {
			_, html, _ = strings.Cut(html, `<main id="main" tabindex="-1">`)
			html, _, _ = strings.Cut(html, "</main>")
		}
		got.Files = append(got.Files, txtar.File{Name: p.Path, Data: []byte(strings.TrimSpace(html) + "\n")})
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func render(t testing.TB, r *Renderer, p *site.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.Page(&b, p); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b.Bytes(), []byte("ZgotmplZ")) {
		t.Errorf("%s: html/template had to defuse a value", p.Path)
	}
	return b.String()
}

// TestEveryKind makes sure that no kind of page is left without a template.
func TestEveryKind(t *testing.T) {
	seen := make(map[site.Kind]bool)
	for _, p := range fixture(t) {
		seen[p.Kind] = true
	}
	for _, kind := range kinds {
		if !seen[kind] || !(&site.Page{Kind: kind}).HTML() {
			t.Errorf("kind %q: in the tests %v", kind, seen[kind])
		}
	}
	if err := newRenderer(t).Page(new(bytes.Buffer), &site.Page{Path: "feed.atom", Kind: site.AtomKind}); err == nil {
		t.Error("a feed was rendered by a template")
	}
}

// TestEmptyContent renders each kind of page with nothing to show.
func TestEmptyContent(t *testing.T) {
	r := newRenderer(t)
	for _, p := range fixture(t) {
		if p.Content != nil {
			p.Content = reflect.New(reflect.TypeOf(p.Content).Elem()).Interface()
		}
		if f, ok := p.Content.(*site.Forward); ok {
			f.To = site.NewEntry(&event.Event{}, edtf.Date{})
		}
		if e, ok := p.Content.(*site.EventPage); ok {
			e.Entry = site.NewEntry(&event.Event{}, edtf.Date{})
		}
		p.Title, p.Description, p.Lang, p.Crumbs = "", "", lang.Unknown, nil
		if html := render(t, r, p); strings.Count(html, "<h1") != 1 || !strings.Contains(html, `<html lang="en">`) {
			t.Errorf("%s: want one h1 and a language in\n%s", p.Path, html)
		}
	}
}

// hostile is text that does harm wherever it is not escaped; as an address it
// is a script.
const hostile = `javascript:alert(1)//"'><x-evil data-evil="1" onload=evil()></script></title></textarea><!--`

// TestHostileData sets every string of every page's content to harmful text.
func TestHostileData(t *testing.T) {
	r := newRenderer(t)
	harm := regexp.MustCompile(`(?i)<x-evil|"1" onload|</textarea|<!--|(?:href|src|action)="\s*javascript:|<script(?:[^>]*)>[^<]`)
	told := regexp.MustCompile(`<script type="application/ld\+json">[^<]*</script>`) // data, and no end of it within
	for _, p := range fixture(t) {
		kind := p.Kind
		poison(reflect.ValueOf(p), make(map[uintptr]bool))
		p.Kind, p.Path = kind, "events/x.html"
		html := render(t, r, p)
		html = told.ReplaceAllString(html, "")
		if at := harm.FindStringIndex(html); at != nil {
			t.Errorf("%s page: got through: %q", kind, html[max(0, at[0]-80):min(len(html), at[1]+80)])
		}
		if kind != site.TextKind && !strings.Contains(html, "x-evil") {
			t.Errorf("%s page: shows none of its data", kind)
		}
	}
}

// poison sets all strings that v leads to, but for ready-made HTML.
func poison(v reflect.Value, seen map[uintptr]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return
		}
		seen[v.Pointer()] = true
		poison(v.Elem(), seen)
	case reflect.Interface:
		poison(v.Elem(), seen)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			poison(v.Index(i), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "HTML" && f.Name != "Side" {
				poison(v.Field(i), seen)
			}
		}
	case reflect.String:
		if v.CanSet() {
			v.SetString(hostile)
		}
	}
}

// TestAddresses checks what depends on where a page and the site lie.
func TestAddresses(t *testing.T) {
	r := newRenderer(t)
	cases := []struct{ path, home, canonical string }{
		{"index.html", `href="index.html"`, "https://example.org/repo/"},
		{"about.html", `href="index.html"`, "https://example.org/repo/about.html"},
		{"years/index.html", `href="../index.html"`, "https://example.org/repo/years/"},
		{"zh/years/1970.html", `href="../../index.html"`, "https://example.org/repo/zh/years/1970.html"},
	}
	for _, c := range cases {
		html := render(t, r, &site.Page{Path: c.path, Kind: site.TextKind, Title: "x", Lang: lang.EN, Content: &site.Text{}})
		for _, want := range []string{c.home, `rel="canonical" href="` + c.canonical + `"`} {
			if !strings.Contains(html, want) {
				t.Errorf("%s: no %s in\n%s", c.path, want, html)
			}
		}
	}
	missing := render(t, r, &site.Page{Path: "404.html", Kind: site.MissingKind, Title: "x"})
	if !strings.Contains(missing, `href="/repo/index.html"`) || strings.Contains(missing, "canonical") {
		t.Errorf("the 404 page, shown at any address, has links that depend on its own:\n%s", missing)
	}
	cfg := config()
	cfg.BaseURL = ""
	bare, err := New(ownTemplates(t), messages(t), cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	html := render(t, bare, &site.Page{Path: "404.html", Kind: site.MissingKind, Title: "x"})
	if !strings.Contains(html, `href="/index.html"`) || strings.Contains(html, "stylesheet") {
		t.Errorf("without base URL and static files:\n%s", html)
	}
}

// changed returns the program's templates with one of them replaced.
func changed(t *testing.T, name, text string) fs.FS {
	templates := fstest.MapFS{name: {Data: []byte(text)}}
	err := fs.WalkDir(ownTemplates(t), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == name {
			return err
		}
		b, err := fs.ReadFile(ownTemplates(t), path)
		templates[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return templates
}

// TestTemplateErrors makes sure that whoever edits a template is told where.
func TestTemplateErrors(t *testing.T) {
	cases := []struct{ name, file, text, want string }{
		{"syntax", "partials/crumbs.html", "<p>\n{{if}}", "partials/crumbs.html:2: missing value for if"},
		{"unknown function", "pages/year.html", "{{frobnicate}}", `pages/year.html:1: function "frobnicate" not defined`},
		{"context", "pages/text.html", "{{define \"main\"}}\n<a href=\"{{if .Root}}x{{else}}\"{{end}}>{{end}}", "pages/text.html:2:"},
		{"unknown field", "pages/text.html", "{{define \"main\"}}\n {{.Contents}}{{end}}", "pages/text.html:2:4: "},
		{"unknown message", "pages/text.html", "{{define \"main\"}}\n {{t \"nav.hom\"}}{{end}}", "pages/text.html:2:4: nothing is said under nav.hom"},
		{"within a list item", "partials/brief.html", "\n{{.It.Wen}}", "partials/brief.html:2:6: "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r, err := New(changed(t, c.file, c.text), messages(t), config(), files())
			for _, p := range fixture(t) {
				if err == nil && (p.Kind == site.TextKind || p.Kind == site.HomeKind) {
					err = r.Page(new(bytes.Buffer), p)
				}
			}
			var told *TemplateError
			if !errors.As(err, &told) || !strings.HasPrefix(err.Error(), c.want) {
				t.Fatalf("got %v, want a TemplateError that begins with %q", err, c.want)
			}
			if strings.HasPrefix(c.name, "unknown field") && !strings.Contains(err.Error(), "(rendering about.html)") {
				t.Errorf("the page is not named: %v", err)
			}
		})
	}
	if _, err := New(fstest.MapFS{}, messages(t), config(), nil); err == nil || !strings.Contains(err.Error(), "base.html") {
		t.Errorf("without templates: %v", err)
	}
}

// TestKeptParts makes sure that what is rendered once and reused is the same
// as what is rendered anew, by however many goroutines at once.
func TestKeptParts(t *testing.T) {
	pages := fixture(t)
	full := newRenderer(t)
	full.kept.limit = 0 // forgets everything at once
	var want []string
	for _, p := range pages {
		want = append(want, render(t, full, p))
	}
	r := newRenderer(t)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i, p := range pages {
				var got bytes.Buffer
				if err := r.Page(&got, p); err != nil || got.String() != want[i] {
					t.Errorf("%s: error %v, differs: %v", p.Path, err, got.String() != want[i])
				}
			}
		})
	}
	group.Wait()
	if kept := r.kept.bytes.Load(); kept == 0 || kept > keptBytes || full.kept.bytes.Load() != 0 {
		t.Errorf("%d bytes are kept, and %d where none may be", kept, full.kept.bytes.Load())
	}
}

func BenchmarkNew(b *testing.B) {
	templates, words := ownTemplates(b), messages(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(templates, words, config(), files()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEventPage(b *testing.B) {
	r, pages := newRenderer(b), fixture(b)
	b.ReportAllocs()
	for b.Loop() {
		render(b, r, pages[2])
	}
}

func BenchmarkYearPage(b *testing.B) {
	r, page := newRenderer(b), yearOf(b, 60)
	b.ReportAllocs()
	for b.Loop() {
		render(b, r, page)
	}
}

func BenchmarkListItem(b *testing.B) {
	r, page := newRenderer(b), yearOf(b, 60)
	item := page.Content.(*site.Year).Entries[0]
	v, err := r.view(page)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		r.kept.forget()
		if _, err := r.keep(v, "partials/entry.html", item); err != nil {
			b.Fatal(err)
		}
	}
}
