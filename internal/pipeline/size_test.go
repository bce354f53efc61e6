package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"buildsite/internal/pipeline"
)

// What a first load may cost at most: bytes of HTML as sent, nodes of the page.
const (
	mostBytes = 60_000
	mostNodes = 1400
)

// TestLargeSite builds 10,000 events in 146 years with the real registries and
// tables, and looks at the pages that show all years at once.
func TestLargeSite(t *testing.T) {
	result, err := pipeline.Run(context.Background(), builtIn(t, longHistory(t)), nil)
	if err != nil {
		t.Fatal(err, told(result))
	}
	for _, e := range result.Plan.Editions {
		for _, name := range []string{"index.html", "charts.html", "charts-trade.html", "charts-visits.html"} {
			page, data, err := result.Page(e.Dir + name)
			if page == nil || err != nil {
				t.Errorf("%s%s: %v", e.Dir, name, err)
				continue
			}
			if size := sent(t, data); size > mostBytes {
				t.Errorf("%s is sent as %d bytes, at most %d", page.Path, size, mostBytes)
			}
			if n := elements(t, data); n > mostNodes {
				t.Errorf("%s has %d elements, at most %d", page.Path, n, mostNodes)
			}
		}
	}
}

// longHistory is the real content folder with other events.
func longHistory(t *testing.T) fstest.MapFS {
	t.Helper()
	content := make(fstest.MapFS)
	real := os.DirFS("../../content")
	for _, pattern := range []string{"*.yaml", "data/*"} {
		names, err := fs.Glob(real, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s in the content folder: %v", pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(real, name)
			if err != nil {
				t.Fatal(err)
			}
			content[name] = &fstest.MapFile{Data: data}
		}
	}
	kinds, places := [...]string{"visit", "trade-measure", "agreement", "statement", "sanction"}, [...]string{"Beijing", "Ottawa"}
	for i := range 10_000 {
		seed := fmt.Sprintf("---\ntitle: Matter %d between Canada and China\ndate: %d-%02d-%02d\nkind: %s\ntopics: [trade]\nplaces: [%s]\nimportance: %d\n---\nText.\n",
			i, 1881+i%146, 1+i%12, 1+i%28, kinds[i%len(kinds)], places[i/7%2], 1+i/11%3)
		content[fmt.Sprintf("events/%05d.md", i)] = &fstest.MapFile{Data: []byte(seed)}
	}
	return content
}

// sent returns how many bytes a server sends of a page.
func sent(t *testing.T, page []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(page); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// elements counts the elements of a page.
func elements(t *testing.T, page []byte) int {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for node := range root.Descendants() {
		if node.Type == html.ElementNode {
			n++
		}
	}
	return n
}
