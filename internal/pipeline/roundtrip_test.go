package pipeline_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"buildsite/internal/interchange"
	"buildsite/internal/source"
)

// notCarried are the columns of events.csv that need not come back: what the
// program found, and where a source lies that is a seed itself.
var notCarried = []string{"status", "planned", "confidence", "source_seeds"}

// TestRoundTrip takes events.csv of the real content, writes it as seeds and
// builds anew: every cell comes back as it was, but for those of notCarried.
func TestRoundTrip(t *testing.T) { roundTrip(t, os.DirFS("../../content")) }

// TestRoundTripAwkward does so with what tables and YAML are apt to get wrong.
func TestRoundTripAwkward(t *testing.T) {
	roundTrip(t, fstest.MapFS{
		"people.yaml": {Data: []byte("- {id: li, name: Li Wen}\n")},
		"a.md":        {Data: []byte("---\ntitle: \"=1+1; \\\"so\\\", he said\"\ndate: \"[1970-10-13..1970-10-16]\"\npeople: [li, \"Ann; Tremblay\", Bob]\nplaces: [\"Ottawa, Canada\", \"a;b\"]\nsources: [{title: \"'+x;\", url: \"https://example.org/;a?b=1;c\"}, {publisher: Paper}, https://example.org/2]\nnote: \"- not a list\"\n---\n")},
		"a.fr.md":     {Data: []byte("---\ntitle: « Un ; deux »\nsummary: Une phrase ; et une autre.\n---\n")},
		"b.md":        {Data: []byte("---\ntitle: 建交\ndate: ../1970\nlang: zh\nkind: agreement\nquad: none\nactors: none\ntargets: [china]\nimportance: 1\nsummary: 中加建交。\nstrength: official\n---\n")},
		"b.en.md":     {Data: []byte("---\ntitle: \"true\"\n---\n")},
		"c.md":        {Data: []byte("---\ntitle: The minister expelled a diplomat\ndate: -0221~/1885?\ntopics: [trade, new topic]\n---\n\nThe text below.\n")},
		"d.txt":       {Data: []byte("OTTAWA, Nov. 12, 2025 -- Canada said on Tuesday that Mark Carney would visit Beijing.\n")},
	})
}

func roundTrip(t *testing.T, content fs.FS) {
	first := render(t, builtIn(t, content), nil)["events.csv"]
	drafts, ds := interchange.Read("events.csv", first, interchange.Options{})
	if source.HasError(ds) {
		t.Fatal(ds)
	}
	again := make(fstest.MapFS)
	for _, name := range []string{"site.yaml", "people.yaml", "places.yaml", "topics.yaml", "publishers.yaml"} {
		if data, err := fs.ReadFile(content, name); err == nil {
			again[name] = &fstest.MapFile{Data: data}
		}
	}
	for i := range drafts {
		for _, f := range drafts[i].Files() {
			again[f.Name] = &fstest.MapFile{Data: f.Sheet.Bytes()}
		}
	}
	want := readTable(t, "events.csv", first)
	got := readTable(t, "events.csv", render(t, builtIn(t, again), nil)["events.csv"])
	if len(got) != len(want) {
		t.Fatalf("%d rows came back of %d", len(got), len(want))
	}
	for _, c := range interchange.TableOf(interchange.EventsTable).Columns {
		if c.Carried && slices.Contains(notCarried, c.Name) {
			t.Errorf("%s is told to be carried", c.Name)
		}
	}
	for i, row := range want {
		for j, cell := range row {
			if got[i][j] != cell && !slices.Contains(notCarried, want[0][j]) {
				t.Errorf("%s of %s: %q came back as %q", want[0][j], row[0], cell, got[i][j])
			}
		}
	}
	if drafts[0].Sheet.Title == "" || !strings.Contains(string(first), drafts[0].ID) {
		t.Errorf("first draft %+v", drafts[0])
	}
}
