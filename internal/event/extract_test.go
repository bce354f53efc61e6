package event_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

var update = flag.Bool("update", false, "write what Extract yields into the goldens")

// content is the lexicon of the site itself.
func content(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, diags := lexicon.Load(os.DirFS("../../content"))
	if source.HasError(diags) {
		t.Fatalf("the site's own registries have errors: %v", diags)
	}
	return lex
}

// line writes an event as the goldens do: date, kind, people, places, title.
func line(e event.Event) string {
	var people, places []string
	for _, p := range e.People {
		people = append(people, p.ID)
	}
	for _, p := range e.Places {
		places = append(places, p.ID)
	}
	slices.Sort(people)
	slices.Sort(places)
	fields := []string{e.Date.String(), e.Kind, strings.Join(people, ", "), strings.Join(places, ", "), e.Title}
	if e.Planned {
		fields[1] = "planned " + e.Kind
	}
	for i, f := range fields {
		if f == "" {
			fields[i] = "-"
		}
	}
	return strings.Join(fields, " | ") + "\n"
}

func write(r *event.Reading) map[string]string {
	out := make(map[string]string)
	var lines []string
	for _, e := range r.Events {
		lines = append(lines, line(e))
	}
	slices.Sort(lines)
	out["events"] = strings.Join(lines, "")
	for _, v := range r.Review {
		out["review"] += v.Rule + "\n"
	}
	for _, d := range r.Diagnostics {
		out["problems"] += d.String() + "\n"
	}
	return out
}

// TestGolden compares what each article yields with the events that a reader
// finds in it.
func TestGolden(t *testing.T) {
	lex := content(t)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	whole, err := filepath.Glob("testdata/any/*.txtar")
	if err != nil || len(whole) == 0 {
		t.Fatalf("no goldens of all that a text tells: %v", err)
	}
	for _, file := range append(files, whole...) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, diags := seed.Parse(ar.Files[0].Name, ar.Files[0].Data, seed.Options{})
			if source.HasError(diags) {
				t.Fatal(diags)
			}
			read := event.Extract
			if slices.Contains(whole, file) {
				read = event.ExtractAny
			}
			got := write(read(doc, lex))
			if *update {
				ar.Files = ar.Files[:1]
				for _, name := range []string{"events", "review", "problems"} {
					if got[name] != "" {
						ar.Files = append(ar.Files, txtar.File{Name: name, Data: []byte(got[name])})
					}
				}
				if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := make(map[string]string)
			for _, f := range ar.Files[1:] {
				want[f.Name] = string(f.Data)
			}
			for _, name := range []string{"events", "review", "problems"} {
				if diff := cmp.Diff(strings.Split(want[name], "\n"), strings.Split(got[name], "\n")); diff != "" {
					t.Errorf("%s (-want +got)\n%s", name, diff)
				}
			}
		})
	}
}

// TestInvariants holds for every event of every golden.
func TestInvariants(t *testing.T) {
	lex := content(t)
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := seed.Parse(ar.Files[0].Name, ar.Files[0].Data, seed.Options{})
		check(t, doc, event.Extract(doc, lex))
	}
}

// check reports what no reading may have, whatever the seed.
func check(t *testing.T, doc *seed.Document, r *event.Reading) {
	t.Helper()
	ids := make(map[string]bool)
	for _, e := range r.Events {
		if e.ID == "" || ids[e.ID] || lexicon.Slug(e.ID) != e.ID {
			t.Errorf("%s: bad or repeated id %q", doc.File.Name, e.ID)
		}
		ids[e.ID] = true
		if e.Title == "" || e.Date.IsZero() || e.Kind == "" || e.Confidence <= 0 || e.Confidence > 1 {
			t.Errorf("%s: incomplete event %+v", doc.File.Name, e)
		}
		if e.Status == event.Extracted && utf8.RuneCountInString(e.Title) > 90 {
			t.Errorf("%s: long title %q", doc.File.Name, e.Title)
		}
		if e.Status == event.Extracted && len(e.Evidence) == 0 {
			t.Errorf("%s: no evidence for %q", doc.File.Name, e.Title)
		}
		for _, ev := range e.Evidence {
			if ev.Span.Start < 0 || ev.Span.End > len(doc.Text) || ev.Span.Start >= ev.Span.End || ev.Span.Of(doc.Text) != ev.Quote || ev.Line < 1 {
				t.Errorf("%s: evidence %+v is not in the text", doc.File.Name, ev)
			}
		}
	}
	last := 0
	for _, p := range r.Parts {
		if p.Span.Start < last || p.Span.End > len(doc.Text) || p.Role == 0 {
			t.Errorf("%s: part %+v out of order", doc.File.Name, p)
		}
		last = p.Span.End
	}
}

func FuzzExtract(f *testing.F) {
	lex := content(f)
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(string(ar.Files[0].Data))
		}
	}
	f.Add("---\ndate: 2025-11-12\nkind: visit\n---\nWang Yi met Anand on Tuesday")
	f.Add("- 13 October 1970: 建交\n- 1973: Trudeau in Beijing")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"2025-01-02-a.txt", "a.md"} {
			doc, _ := seed.Parse(name, []byte(text), seed.Options{})
			check(t, doc, event.Extract(doc, lex))
		}
	})
}
