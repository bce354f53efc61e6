package pipeline_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"buildsite/internal/pipeline"
)

// TestWarm changes the content at random, again and again, and holds what a
// warm run gives against a cold one: not a byte may differ.
func TestWarm(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	content := corpus(40)
	content["people.yaml"] = &fstest.MapFile{Data: []byte("- id: person-1\n  name: Person 1\n  side: canada\n")}
	content["articles/a.txt"] = &fstest.MapFile{Data: []byte("OTTAWA, Nov. 12, 2025 -- Canada said on Tuesday that Person 1 would visit Beijing.\n")}
	content["pages/about.md"] = &fstest.MapFile{Data: []byte("---\ntitle: About\n---\n\nText.\n")}
	in := builtIn(t, content)
	static, templates := fstest.MapFS{}, fstest.MapFS{}
	in.Static.FS = pipeline.Overlay(static, in.Static.FS)
	in.Templates.FS = pipeline.Overlay(templates, in.Templates.FS)
	memo := &pipeline.Memo{Pages: true}
	for i := range 60 {
		what := edit(r, i, content, static)
		warm, cold := render(t, in, memo), render(t, in, nil)
		for _, name := range slices.Sorted(maps.Keys(cold)) {
			if !bytes.Equal(warm[name], cold[name]) {
				t.Fatalf("after edit %d (%s): %s differs", i, what, name)
			}
		}
		if len(warm) != len(cold) {
			t.Fatalf("after edit %d (%s): %d files warm, %d cold", i, what, len(warm), len(cold))
		}
	}
}

// edit changes one thing and says what.
func edit(r *rand.Rand, i int, content, static fstest.MapFS) string {
	var events []string
	for name := range content {
		if len(name) > 7 && name[:7] == "events/" {
			events = append(events, name)
		}
	}
	slices.Sort(events)
	name := events[r.IntN(len(events))]
	date := fmt.Sprintf("%d-%02d-%02d", 1950+r.IntN(70), 1+r.IntN(12), 1+r.IntN(28))
	switch i % 10 {
	case 0, 1:
		content[name] = &fstest.MapFile{Data: eventSeed(r, 1000+i, date)}
		return "changed " + name
	case 2:
		content[fmt.Sprintf("events/new-%d.md", i)] = &fstest.MapFile{Data: eventSeed(r, 2000+i, date)}
		return "new seed"
	case 3:
		delete(content, name)
		return "deleted " + name
	case 4:
		content["renamed-"+fmt.Sprint(i)+".md"] = content[name]
		delete(content, name)
		return "renamed " + name
	case 5:
		content["people.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "- id: person-1\n  name: Person 1\n  fr: Personne %d\n  side: china\n", i)}
		return "registry"
	case 6:
		content["site.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: Site %d\nlanguages: [en]\n", i)}
		return "configuration"
	case 7:
		content["people.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"- id: person-1\n  name: Person 1\n  side: canada\n  offices:\n    - title: Prime Minister of Canada\n      from: %d\n      to: 1999\n", 1930+i)}
		return "a leader's term"
	case 8:
		content["data/t.yaml"] = &fstest.MapFile{Data: []byte("title: T\nunit: t\ncolumns: {year: y, x: x, source_publisher: p, source_url: u}\n")}
		content["data/t.csv"] = &fstest.MapFile{Data: fmt.Appendf(nil, "year,x,source_publisher,source_url\n1990,%d,P,https://example.org/\n", i)}
		return "table"
	}
	static["note.txt"] = &fstest.MapFile{Data: fmt.Appendf(nil, "%d\n", i)}
	return "static file"
}

// TestJobs holds a build with one goroutine against one with many.
func TestJobs(t *testing.T) {
	in := builtIn(t, corpus(60))
	in.Jobs = 1
	one := render(t, in, nil)
	in.Jobs = 7
	if many := render(t, in, nil); !maps.EqualFunc(one, many, bytes.Equal) {
		t.Error("the number of goroutines changes the site")
	}
}
