package dating_test

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/dating"
	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

var update = flag.Bool("update", false, "write what Solve answers into the goldens")

// registries are those of the site itself.
func registries(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, ds := lexicon.Load(os.DirFS("../../content"))
	if source.HasError(ds) {
		t.Fatal(ds)
	}
	return lex
}

// siteEvents are the events of the site's own event seeds.
func siteEvents(t testing.TB, lex *lexicon.Lexicon) []*event.Event {
	t.Helper()
	var readings []*event.Reading
	content := os.DirFS("../../content")
	err := fs.WalkDir(content, "events", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(content, name)
		doc, _ := seed.Parse(name, raw, seed.Options{})
		readings = append(readings, event.Extract(doc, lex))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	all, _ := timeline.Merge(readings)
	return all.Events
}

// undated returns how an article reads on any day.
func undated(doc *seed.Document, lex *lexicon.Lexicon) func(edtf.Date) *event.Reading {
	return func(d edtf.Date) *event.Reading {
		return event.ExtractOn(doc, lex, false, event.Dating{Date: d, Basis: event.Inferred})
	}
}

// TestGolden solves an article by the event seeds beside it.
func TestGolden(t *testing.T) {
	lex := registries(t)
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no goldens")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			known := ar.Files
			if i := slices.IndexFunc(known, func(f txtar.File) bool { return f.Name == "answer" }); i >= 0 {
				known = known[:i]
			}
			golden(t, file, ar, write(solved(known, lex)))
		})
	}
}

// solved dates the first file by the others.
func solved(files []txtar.File, lex *lexicon.Lexicon) dating.Answer {
	var readings []*event.Reading
	for _, f := range files[1:] {
		doc, _ := seed.Parse(f.Name, f.Data, seed.Options{})
		readings = append(readings, event.Extract(doc, lex))
	}
	known, _ := timeline.Merge(readings)
	doc, _ := seed.Parse(files[0].Name, files[0].Data, seed.Options{})
	return dating.Solve(known.Events, undated(doc, lex))
}

// TestUndated dates the articles of testdata/undated by one small timeline: the
// answer holds the day on which each was written, or there is none.
func TestUndated(t *testing.T) {
	lex := registries(t)
	known, err := txtar.ParseFile("testdata/undated/timeline.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("testdata/undated/??-*.txtar")
	if len(files) < 15 {
		t.Fatalf("%d articles", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			written, err := edtf.Parse(strings.TrimSpace(string(ar.Files[0].Data)))
			if err != nil {
				t.Fatal(err)
			}
			answer := solved(append([]txtar.File{ar.Files[1]}, known.Files...), lex)
			if !answer.Date.IsZero() && !answer.Date.Contains(written) {
				t.Errorf("written on %s, dated %s", written, answer.Date)
			}
			golden(t, file, ar, write(answer))
		})
	}
}

// golden compares an answer with the last file of an archive, or puts it there.
func golden(t *testing.T, file string, ar *txtar.Archive, got string) {
	t.Helper()
	at := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == "answer" })
	if at < 0 {
		at = len(ar.Files)
		ar.Files = append(ar.Files, txtar.File{Name: "answer"})
	}
	if *update {
		ar.Files[at].Data = []byte(got)
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(ar.Files[at].Data), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// write puts an answer on lines.
func write(a dating.Answer) string {
	switch {
	case a.Open != "":
		return strings.TrimSuffix("open: "+a.Open+"\n"+a.Hint, "\n") + "\n"
	case a.Date.IsZero():
		return "nothing\n"
	}
	return a.Date.String() + "\n" + strings.Join(a.Reasons, "\n") + "\n"
}

// TestDated reads dated articles without their days. The answer may be none,
// but never a wrong one.
func TestDated(t *testing.T) {
	lex := registries(t)
	known := siteEvents(t, lex)
	files, _ := filepath.Glob("../event/testdata/*.txtar")
	right := 0
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f := ar.Files[0]
		doc, _ := seed.Parse(f.Name, f.Data, seed.Options{})
		published := event.Extract(doc, lex).Published.Date
		if doc.Type != seed.Article || published.IsZero() {
			continue
		}
		a := dating.Solve(known, func(d edtf.Date) *event.Reading {
			doc, _ := seed.Parse(f.Name, f.Data, seed.Options{Date: d})
			return event.Extract(doc, lex)
		})
		switch {
		case a.Date.IsZero():
		case a.Date.Contains(published):
			right++
		default:
			t.Errorf("%s: dated %s, but it is of %s: %q", file, a.Date, published, a.Reasons)
		}
	}
	if right == 0 {
		t.Error("no article was dated")
	}
}

// TestRandom writes articles on random days, about meetings that are told
// truly, in a world in which few people meet again and again. Where all is known
// no answer may be wrong. Where a quarter is not known, an article can fit
// another time by chance; such answers must be most rare.
func TestRandom(t *testing.T) {
	lex := registries(t)
	for _, test := range []struct {
		name    string
		unknown int // one of so many, 0 for none
		rare    int // one of so many answers may be wrong
	}{{"all known", 0, 1 << 20}, {"a quarter unknown", 4, 200}} {
		t.Run(test.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(3, 5))
			const rounds = 600
			answers, wrong := 0, 0
			for range rounds {
				told := randomEvents(r, lex)
				on := told[r.IntN(len(told))].Date.Last() + edtf.Day(r.IntN(40))
				text := randomArticle(r, told, on)
				known := slices.DeleteFunc(told, func(*event.Event) bool { return test.unknown > 0 && r.IntN(test.unknown) == 0 })
				doc, _ := seed.Parse("article.txt", []byte(text), seed.Options{})
				a := dating.Solve(known, undated(doc, lex))
				if a.Date.IsZero() {
					continue
				}
				answers++
				if a.Date.First() > on || a.Date.Last() < on {
					wrong++
					t.Logf("written on %s, dated %s\n%s%s", on, a.Date, text, strings.Join(a.Reasons, "\n"))
				}
			}
			t.Logf("%d of %d articles dated, %d of them wrongly", answers, rounds, wrong)
			if answers < rounds/10 || wrong*test.rare > answers {
				t.Errorf("%d of %d articles dated, %d of them wrongly", answers, rounds, wrong)
			}
		})
	}
}

// randomEvents makes the meetings of some years, in order, among few people, so
// that the same ones meet again.
func randomEvents(r *rand.Rand, lex *lexicon.Lexicon) []*event.Event {
	people := []string{"Anita Anand", "Mark Carney", "Mélanie Joly", "Xi Jinping", "Wang Yi", "Justin Trudeau"}
	places := []string{"Beijing, China", "Ottawa, Canada", "Gyeongju, South Korea", "Munich, Germany"}
	events := make([]*event.Event, 60)
	day, _ := edtf.NewDay(2019, 1, 1)
	for i := range events {
		day += edtf.Day(r.IntN(60))
		who := r.Perm(len(people))
		events[i] = &event.Event{
			ID: fmt.Sprintf("e%d", i), Title: "A meeting", Date: edtf.FromDay(day), Kind: "meeting", Confidence: 1,
			People: []*lexicon.Person{lex.Person(people[who[0]]), lex.Person(people[who[1]])},
			Places: []*lexicon.Place{lex.Place(places[r.IntN(len(places))])}, Seeds: []string{"known.md"},
		}
	}
	return events
}

// randomArticle tells the events of the months before a day, each with a
// relative expression that is true on the day.
func randomArticle(r *rand.Rand, told []*event.Event, on edtf.Day) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Canada and China talk\nWang Yi said on %s that China was ready to work with Canada.\n", (on - edtf.Day(r.IntN(2))).Weekday())
	for _, e := range told {
		if back := on - e.Date.Last(); back < 0 || back > 70 {
			continue
		}
		if when := words(e, on); when != "" {
			fmt.Fprintf(&b, "%s met %s in %s %s.\n", e.People[0].Name[0], e.People[1].Name[0], e.Places[0].Name[0], when)
		}
	}
	return b.String()
}

// words tells of an event relative to a day, "" where that is not put simply.
func words(e *event.Event, on edtf.Day) string {
	y, m, dom := e.Date.Last().Date()
	year, month, _ := on.Date()
	switch back := on - e.Date.Last(); {
	case back < 6:
		return "on " + e.Date.Last().Weekday().String()
	case back < 35 && back%7 == 3:
		return fmt.Sprintf("just over %s weeks ago", [...]string{"", "one", "two", "three", "four"}[back/7])
	case 12*year+month-12*y-m == 1 && dom > 21:
		return "at the end of last month"
	case 12*year+month-12*y-m == 1:
		return "last month"
	case 12*year+month-12*y-m == 2:
		return "two months ago"
	}
	return ""
}

// FuzzSolve: whatever an article says, an answer is a few days with reasons, and
// meets the known events that these name.
func FuzzSolve(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(ar.Files[0].Data))
	}
	lex := registries(f)
	known := siteEvents(f, lex)
	f.Fuzz(func(t *testing.T, text string) {
		doc, _ := seed.Parse("article.txt", []byte("---\ntype: article\n---\n"+text), seed.Options{})
		if doc.Type != seed.Article {
			return
		}
		a := dating.Solve(known, undated(doc, lex))
		if a.Date.IsZero() {
			if len(a.Reasons) > 0 {
				t.Errorf("reasons for no answer: %q", a.Reasons)
			}
			return
		}
		if n := a.Date.Last() - a.Date.First(); n > 2 || len(a.Reasons) < 2 || a.Open != "" {
			t.Errorf("%s with %q, open %q", a.Date, a.Reasons, a.Open)
		}
		for day := a.Date.First(); day <= a.Date.Last(); day++ {
			reading := undated(doc, lex)(edtf.FromDay(day))
			for _, e := range known {
				if mentions(a.Reasons, e) && !slices.ContainsFunc(reading.Events, func(o event.Event) bool { return o.Date.Overlaps(e.Date) }) {
					t.Errorf("written on %s, nothing is told of the time of %s", day, e.ID)
				}
			}
		}
	})
}

// mentions tells whether a reason rests on one known event alone.
func mentions(reasons []string, e *event.Event) bool {
	return slices.ContainsFunc(reasons, func(s string) bool {
		return strings.Contains(s, "("+e.ID+")") && !strings.Contains(s, ") or ")
	})
}

// BenchmarkSolve dates an article among 500 events.
func BenchmarkSolve(b *testing.B) {
	lex := registries(b)
	known := siteEvents(b, lex)
	for _, name := range []string{"en-solved", "fr-solved", "zh-solved", "en-ambiguous", "zh-none"} {
		b.Run(name, func(b *testing.B) {
			ar, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
			if err != nil {
				b.Fatal(err)
			}
			doc, _ := seed.Parse(ar.Files[0].Name, ar.Files[0].Data, seed.Options{})
			read := undated(doc, lex)
			b.ReportAllocs()
			for b.Loop() {
				dating.Solve(known, read)
			}
		})
	}
}
