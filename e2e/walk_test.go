package e2e

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	root "buildsite"
	"buildsite/internal/pipeline"
)

// site is that of the real content.
var site = sync.OnceValues(func() (fstest.MapFS, error) { return siteOf(os.DirFS("../content")) })

// siteOf builds the site of a content folder with the built-in templates.
func siteOf(content fs.FS) (fstest.MapFS, error) {
	in := pipeline.Input{
		Content: pipeline.Dir{FS: content, Name: "content"},
		BaseURL: "https://example.org/repo/", // the path that the 404 page counts on
	}
	for dir, name := range map[*pipeline.Dir]string{&in.Templates: "templates", &in.Static: "static"} {
		fsys, err := fs.Sub(root.Files, name)
		if err != nil {
			return nil, err
		}
		*dir = pipeline.Dir{FS: fsys, Name: name}
	}
	result, err := pipeline.Run(context.Background(), in, nil)
	if err != nil {
		return nil, err
	}
	tree := make(fstest.MapFS)
	var mu sync.Mutex
	err = result.Render(context.Background(), in, func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		tree[name] = &fstest.MapFile{Data: bytes.Clone(data), Mode: 0o644}
		return nil
	})
	return tree, err
}

// built returns the site of the real content.
func built(t *testing.T) fstest.MapFS {
	t.Helper()
	tree, err := site()
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// onDisk writes the site into a folder.
func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, built(t)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestValid reads every page with the HTML checker.
func TestValid(t *testing.T) {
	for _, problem := range validate(t, onDisk(t)) {
		t.Error(problem)
	}
}

// TestWalk goes the way of a reader by following links only: home, a year, an
// event, its source, a person, and back. It does so over HTTP under a path and
// from the disk, on a wide and a narrow screen, light and dark.
func TestWalk(t *testing.T) {
	browser := browse(t)
	served := serve(t, built(t), "/repo/")
	disk := "file://" + filepath.ToSlash(onDisk(t)) + "/"
	for _, s := range screens {
		t.Run(s.String(), func(t *testing.T) { walk(t, openTab(t, browser, s), served, true) })
	}
	t.Run("disk", func(t *testing.T) { walk(t, openTab(t, browser, screens[0]), disk, false) })
}

// follow returns the address that the first link of a selector leads to.
const follow = `(selector) => {
	const a = document.querySelector(selector);
	return a ? new URL(a.getAttribute("href"), location).href : "";
}`

func walk(t *testing.T, b *tab, base string, shoot bool) {
	look := func(name, want string) {
		t.Helper()
		if title := eval[string](t, b, "document.querySelector('h1').textContent"); !strings.Contains(title, want) {
			t.Errorf("%s: the heading is %q, want %q in it", name, title, want)
		}
		if over := b.sideways(t); over > 0 {
			t.Errorf("%s: the page scrolls sideways by %d pixels", name, over)
		}
		if !eval[bool](t, b, "getComputedStyle(document.documentElement).getPropertyValue('--paper') !== ''") {
			t.Errorf("%s: the style sheet did not load", name)
		}
		if shoot {
			b.shoot(t, name)
		}
	}
	click := func(selector string) {
		t.Helper()
		href := eval[string](t, b, "("+follow+")("+quote(selector)+")")
		if !strings.HasPrefix(href, base) {
			t.Fatalf("the link %s leads to %q, want within %s", selector, href, base)
		}
		b.visit(t, href)
	}
	b.visit(t, base+"index.html")
	look("home", "China–Canada")
	click(`a[href="years/2026.html"]`)
	look("year", "2026")
	click(`main a[href="../events/2026-01-14-carney-beijing-visit.html"]`)
	look("event", "Carney")
	click(`main a[href*="../sources/"]`)
	look("source", "")
	if n := eval[int](t, b, "document.querySelectorAll('main mark').length"); n == 0 {
		t.Error("no sentence is marked in the source")
	}
	click(`main a[href^="../events/"]`)
	look("event-from-source", "")
	click(`main a[href^="../people/"]`)
	look("person", "")
	click(`a[href="../index.html"]`)
	look("home-again", "China–Canada")
	b.quiet(t, base)
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "\\'") + "'" }

// TestEveryKind shoots a page of each kind, so that people can look at them.
func TestEveryKind(t *testing.T) {
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	for _, s := range screens {
		t.Run(s.String(), func(t *testing.T) {
			b := openTab(t, browser, s)
			for _, name := range []string{
				"years/index", "topics/index", "people/index", "places/index", "sources/index", "events/index",
				"sources/joly-beijing-talks", "topics/trade", "places/beijing", "people/mark-carney", "search", "about", "method", "data", "404",
			} {
				b.visit(t, base+name+".html")
				eval[bool](t, b, "document.querySelectorAll('details').forEach(d => d.open = true) === undefined")
				if over := b.sideways(t); over > 0 {
					t.Errorf("%s scrolls sideways by %d pixels", name, over)
				}
				b.shoot(t, strings.ReplaceAll(name, "/", "-"))
			}
			b.quiet(t, base)
		})
	}
}
