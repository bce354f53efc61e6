package pipeline_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"

	root "buildsite"
	"buildsite/internal/pipeline"
	"buildsite/internal/source"
)

// builtIn returns an input over a content folder, with the program's own
// templates and static files.
func builtIn(t testing.TB, content fs.FS) pipeline.Input {
	t.Helper()
	sub := func(name string) pipeline.Dir {
		fsys, err := fs.Sub(root.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		return pipeline.Dir{FS: fsys, Name: name}
	}
	return pipeline.Input{
		Content: pipeline.Dir{FS: content, Name: "content"}, Templates: sub("templates"), Static: sub("static"),
		BaseURL: "https://example.org/repo/",
	}
}

// files is a built site in memory.
type files struct {
	sync.Mutex
	m map[string][]byte
}

func render(t testing.TB, in pipeline.Input, memo *pipeline.Memo) map[string][]byte {
	t.Helper()
	result, err := pipeline.Run(context.Background(), in, memo)
	if err != nil {
		t.Fatalf("%v\n%s", err, told(result))
	}
	all := files{m: make(map[string][]byte)}
	err = result.Render(context.Background(), in, func(name string, data []byte) error {
		all.Lock()
		defer all.Unlock()
		if all.m[name] != nil {
			return fmt.Errorf("%s comes twice", name)
		}
		all.m[name] = bytes.Clone(data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.m
}

func told(r *pipeline.Result) string {
	var b strings.Builder
	if r != nil {
		for _, d := range r.Diagnostics {
			fmt.Fprintln(&b, d)
		}
	}
	return b.String()
}

// TestContent builds the real content and reads every file of the result the
// way browsers and other programs do.
func TestContent(t *testing.T) {
	in := builtIn(t, os.DirFS("../../content"))
	result, err := pipeline.Run(context.Background(), in, nil)
	if err != nil || source.HasError(result.Diagnostics) {
		t.Fatalf("%v\n%s", err, told(result))
	}
	if len(result.Timeline.Events) < 275 {
		t.Errorf("%d events: the content has 275 event seeds and more", len(result.Timeline.Events))
	}
	site := render(t, in, nil)
	t.Run("evidence", func(t *testing.T) { checkEvidence(t, site) })
	t.Run("html", func(t *testing.T) { checkPages(t, site) })
	t.Run("json", func(t *testing.T) { checkJSON(t, site) })
	t.Run("xml", func(t *testing.T) { checkXML(t, site) })
}

// page is what the checks need to know of a parsed page.
type page struct {
	ids   map[string]bool
	links []string
}

// checkPages reads all pages: no link is dead, every page is linked from
// another one, ids are unique, nothing is loaded from elsewhere.
func checkPages(t *testing.T, site map[string][]byte) {
	pages := make(map[string]page)
	for name, data := range site {
		if path.Ext(name) == ".html" {
			pages[name] = readPage(t, name, data)
		}
	}
	linked := map[string]bool{"index.html": true, "404.html": true}
	for name, p := range pages {
		for _, link := range p.links {
			target, fragment, ok := resolve(t, name, link)
			if !ok {
				continue
			}
			if site[target] == nil {
				t.Errorf("%s: dead link %s", name, link)
				continue
			}
			if fragment != "" && fragment != "top" && !pages[target].ids[fragment] {
				t.Errorf("%s: %s has no place %q", name, target, fragment)
			}
			if target != name {
				linked[target] = true
			}
		}
	}
	for name := range pages {
		if !linked[name] {
			t.Errorf("%s: no page links here", name)
		}
	}
}

// resolve returns the file and fragment that a link leads to; ok is false for
// one that leads out of the site.
func resolve(t *testing.T, from, link string) (target, fragment string, ok bool) {
	u, err := url.Parse(link)
	if err != nil {
		t.Errorf("%s: %v", from, err)
		return "", "", false
	}
	const base = "https://example.org/repo/"
	if rest, inside := strings.CutPrefix(link, base); inside {
		u = &url.URL{Path: "/" + rest}
	} else if path.Base(from) == "404.html" && strings.HasPrefix(u.Path, "/repo/") && u.Host == "" {
		u.Path = strings.TrimPrefix(u.Path, "/repo")
	} else if u.Scheme != "" || u.Host != "" {
		return "", "", false
	}
	switch {
	case u.Path == "":
		return from, u.Fragment, true
	case strings.HasPrefix(u.Path, "/"):
		target = u.Path[1:]
	default:
		target = path.Join(path.Dir(from), u.Path)
	}
	if target == "" || target == "." || strings.HasSuffix(u.Path, "/") {
		target = path.Join(target, "index.html")
	}
	return target, u.Fragment, true
}

func readPage(t *testing.T, name string, data []byte) page {
	p := page{ids: make(map[string]bool)}
	for _, bad := range []string{"ZgotmplZ", "<no value>", "%!"} {
		if bytes.Contains(data, []byte(bad)) {
			t.Errorf("%s holds %q", name, bad)
		}
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	headings, csp := 0, false
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attr := attributes(n)
		if id := attr["id"]; id != "" {
			if p.ids[id] {
				t.Errorf("%s: the id %q stands twice", name, id)
			}
			p.ids[id] = true
		}
		if style, ok := attr["style"]; ok {
			t.Errorf("%s: style attribute %q", name, style)
		}
		switch n.Data {
		case "h1":
			headings++
		case "a":
			p.links = append(p.links, attr["href"])
		case "link", "script", "img":
			p.links = append(p.links, loaded(t, name, attr)...)
		case "meta":
			csp = csp || attr["http-equiv"] == "Content-Security-Policy"
		}
	}
	if headings != 1 {
		t.Errorf("%s: %d first-level headings, want one", name, headings)
	}
	if !csp {
		t.Errorf("%s: no content security policy", name)
	}
	return p
}

// loaded returns what a page loads, which must be of the site itself.
func loaded(t *testing.T, name string, attr map[string]string) []string {
	var links []string
	for _, key := range []string{"href", "src"} {
		link := attr[key]
		if link == "" {
			continue
		}
		links = append(links, link)
		if strings.Contains(link, "//") && !strings.HasPrefix(link, "https://example.org/repo/") {
			t.Errorf("%s: loads %s", name, link)
		}
	}
	return links
}

func attributes(n *html.Node) map[string]string {
	attr := make(map[string]string)
	for _, a := range n.Attr {
		attr[a.Key] = a.Val
	}
	return attr
}

// checkJSON validates events.json against the schema that is published beside
// it, and its order.
func checkJSON(t *testing.T, site map[string][]byte) {
	read := func(name string) any {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(site[name]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return v
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", read("events.schema.json")); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(read("events.json")); err != nil {
		t.Errorf("events.json: %v", err)
	}
	record, err := c.Compile("schema.json#/$defs/record")
	if err != nil {
		t.Fatal(err)
	}
	var data struct {
		Events []struct{ ID, URL, Start string }
	}
	if err := json.Unmarshal(site["events.json"], &data); err != nil {
		t.Fatal(err)
	}
	for i, e := range data.Events {
		if site[e.URL] == nil {
			t.Errorf("event %s: no page at %s", e.ID, e.URL)
		}
		if err := record.Validate(read(strings.TrimSuffix(e.URL, ".html") + ".json")); err != nil {
			t.Errorf("record of %s: %v", e.ID, err)
		}
		if i > 0 && e.Start < data.Events[i-1].Start {
			t.Errorf("event %s is out of order", e.ID)
		}
	}
}

// checkEvidence follows every date that was read from a text back to its marked
// sentence: from the event's page to the source's, where the words stand.
func checkEvidence(t *testing.T, site map[string][]byte) {
	var data struct {
		Events []struct {
			URL, Status string
			Evidence    []struct{ Seed, Quote string }
		}
	}
	if err := json.Unmarshal(site["events.json"], &data); err != nil {
		t.Fatal(err)
	}
	pages := make(map[string]*html.Node)
	page := func(name string) *html.Node {
		if pages[name] == nil {
			doc, err := html.Parse(bytes.NewReader(site[name]))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			pages[name] = doc
		}
		return pages[name]
	}
	followed := 0
	for _, e := range data.Events {
		if e.Status == "extracted" && len(e.Evidence) == 0 {
			t.Errorf("%s: nothing says how its date is known", e.URL)
		}
		marked := markedText(t, e.URL, page)
		for _, ev := range e.Evidence {
			if !strings.Contains(marked, squeeze(ev.Quote)) {
				t.Errorf("%s: no link leads to the marked words %q of %s", e.URL, ev.Quote, ev.Seed)
			}
			followed++
		}
	}
	if followed < 50 {
		t.Errorf("%d sentences followed: the content has more", followed)
	}
}

// markedText gathers what the links of an event's page to places in sources
// lead to: the mark of that name, with those right behind it, for one sentence
// may be evidence of several events in parts.
func markedText(t *testing.T, event string, page func(string) *html.Node) string {
	var text strings.Builder
	for n := range page(event).Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" {
			continue
		}
		target, fragment, ok := resolve(t, event, attributes(n)["href"])
		if !ok || fragment == "" || !strings.HasPrefix(target, "sources/") {
			continue
		}
		for m := range page(target).Descendants() {
			if m.Type == html.ElementNode && m.Data == "mark" && attributes(m)["id"] == fragment {
				text.WriteString(squeeze(marksFrom(m)))
			}
		}
	}
	return text.String()
}

// marksFrom returns the text of a mark and of those that follow with nothing but
// notes between.
func marksFrom(n *html.Node) string {
	var text strings.Builder
	for ; n != nil && n.Type == html.ElementNode && (n.Data == "mark" || n.Data == "a"); n = n.NextSibling {
		if n.Data != "mark" {
			continue
		}
		for within := range n.Descendants() { // dates and names stand in elements of their own
			if within.Type == html.TextNode {
				text.WriteString(within.Data)
			}
		}
	}
	return text.String()
}

// squeeze drops all space, which pages fold.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// checkXML reads feed and sitemap to their ends.
func checkXML(t *testing.T, site map[string][]byte) {
	for _, name := range slices.Sorted(maps.Keys(site)) {
		if ext := path.Ext(name); ext != ".xml" && ext != ".atom" && ext != ".svg" {
			continue
		}
		d := xml.NewDecoder(bytes.NewReader(site[name]))
		for {
			_, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}
