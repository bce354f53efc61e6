package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/figure"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

var (
	anand  = &lexicon.Person{ID: "anita-anand"}
	wang   = &lexicon.Person{ID: "wang-yi"}
	xi     = &lexicon.Person{ID: "xi-jinping"}
	carney = &lexicon.Person{ID: "mark-carney"}
	paris  = &lexicon.Place{ID: "paris"}
	beijin = &lexicon.Place{ID: "beijing"}
)

// tell returns an event as an article tells it.
func tell(id, date, kind string, people ...*lexicon.Person) event.Event {
	return event.Event{
		ID: id, Date: edtf.MustParse(date), Kind: kind, People: people, Title: id, Lang: lang.EN,
		Status: event.Extracted, Confidence: 0.7,
		Sources:  []event.Source{{Title: id, Seed: id}},
		Evidence: []event.Evidence{{Quote: id}},
	}
}

func edited(e event.Event) event.Event {
	e.Status, e.Confidence = event.Edited, 1
	return e
}

func reading(name string, typ seed.Type, events ...event.Event) *event.Reading {
	for i := range events {
		events[i].Seeds = []string{name}
	}
	return &event.Reading{Doc: &seed.Document{File: &source.File{Name: name}, Type: typ}, Events: events}
}

// shape writes a timeline as "date id: seeds", a line an event.
func shape(t *Timeline) string {
	var b strings.Builder
	for _, e := range t.Events {
		fmt.Fprintf(&b, "%s %s: %s\n", e.Date, e.ID, strings.Join(e.Seeds, " "))
	}
	return b.String()
}

func TestMerge(t *testing.T) {
	at := func(e event.Event, p *lexicon.Place) event.Event {
		e.Places = []*lexicon.Place{p}
		return e
	}
	figure := func(e event.Event, summary string) event.Event {
		e.Summary, e.Figures = summary, slices.Collect(figure.Find(summary, lang.EN))
		return e
	}
	for _, test := range []struct {
		name     string
		readings []*event.Reading
		want     string
	}{
		{
			"an editor's words win over an article's",
			[]*event.Reading{
				reading("a.txt", seed.Article, tell("call-a", "2025-11-11", "call", wang, anand)),
				reading("e.md", seed.Event, edited(tell("e", "2025-11-11", "call", anand, wang))),
			},
			"2025-11-11 e: e.md a.txt\n",
		},
		{
			"a vague date joins the one event it can mean",
			[]*event.Reading{
				reading("a.txt", seed.Article, tell("visit-a", "2025-10", "visit", anand)),
				reading("e.md", seed.Event, edited(tell("e", "2025-10-16/2025-10-17", "visit", anand))),
			},
			"2025-10-16/2025-10-17 e: e.md a.txt\n",
		},
		{
			"a vague date that can mean two events joins neither",
			[]*event.Reading{
				reading("a.txt", seed.Article, tell("vague", "2025-10", "meeting", xi, carney)),
				reading("b.txt", seed.Article, tell("first", "2025-10-02", "meeting", xi, carney), tell("second", "2025-10-31", "meeting", xi, carney)),
			},
			"2025-10 vague: a.txt\n2025-10-02 first: b.txt\n2025-10-31 second: b.txt\n",
		},
		{
			"two calls in one month stay two",
			[]*event.Reading{
				reading("a.txt", seed.Article, tell("one", "2025-11-11", "call", wang, anand)),
				reading("b.txt", seed.Article, tell("two", "2025-11-21", "call", wang, anand)),
			},
			"2025-11-11 one: a.txt\n2025-11-21 two: b.txt\n",
		},
		{
			"another kind, another place, other people",
			[]*event.Reading{
				reading("a.txt", seed.Article, at(tell("a", "2025-11-11", "meeting", wang, anand), paris)),
				reading("b.txt", seed.Article, at(tell("b", "2025-11-11", "meeting", wang, anand), beijin)),
				reading("c.txt", seed.Article, tell("c", "2025-11-11", "visit", wang, anand)),
				reading("d.txt", seed.Article, tell("d", "2025-11-11", "meeting", xi, carney)),
			},
			"2025-11-11 a: a.txt\n2025-11-11 b: b.txt\n2025-11-11 c: c.txt\n2025-11-11 d: d.txt\n",
		},
		{
			"a statistic is one by its year and its figure",
			[]*event.Reading{
				reading("a.txt", seed.Article, figure(tell("a", "2024", "statistic"), "trade reached $83.7 billion in 2024")),
				reading("b.txt", seed.Article, figure(tell("b", "2024", "statistic"), "trade was worth US$83.7 billion")),
				reading("c.txt", seed.Article, figure(tell("c", "2024", "statistic"), "exports reached $29.9 billion")),
			},
			"2024 a: a.txt b.txt\n2024 c: c.txt\n",
		},
		{
			"entries of one chronicle stay apart",
			[]*event.Reading{
				reading("c.md", seed.Chronicle, edited(tell("x", "1971-04", "appointment", wang)), edited(tell("y", "1971-04", "appointment", wang))),
			},
			"1971-04 x: c.md\n1971-04 y: c.md\n",
		},
		{
			"extracted events with one id get numbers",
			[]*event.Reading{
				reading("a.txt", seed.Article, tell("same", "2025-11-11", "statement", xi)),
				reading("b.txt", seed.Article, tell("same", "2025-11-11", "statement", carney)),
			},
			"2025-11-11 same: a.txt\n2025-11-11 same-2: b.txt\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			// The order of files must not matter.
			for range 5 {
				rand.Shuffle(len(test.readings), func(i, j int) {
					test.readings[i], test.readings[j] = test.readings[j], test.readings[i]
				})
				got, ds := Merge(test.readings)
				if len(ds) > 0 {
					t.Fatal(ds)
				}
				if diff := cmp.Diff(test.want, shape(got)); diff != "" {
					t.Fatalf("events (-want +got):\n%s", diff)
				}
			}
		})
	}
}

func TestMergeAddsUp(t *testing.T) {
	got, _ := Merge([]*event.Reading{
		reading("a.txt", seed.Article, tell("a", "2025-11-11", "call", wang)),
		reading("b.txt", seed.Article, tell("b", "2025-11-11", "call", wang, anand)),
	})
	if len(got.Events) != 1 {
		t.Fatalf("%d events, want 1", len(got.Events))
	}
	e := got.Events[0]
	if len(e.Sources) != 2 || len(e.Evidence) != 2 || len(e.People) != 2 {
		t.Errorf("%d sources, %d pieces of evidence, %d people: want 2 of each", len(e.Sources), len(e.Evidence), len(e.People))
	}
	if e.Confidence != 0.7 {
		t.Errorf("confidence %v: two articles of nobody's are as sure as one", e.Confidence)
	}
	if want := []event.Merging{{Seed: "a.txt", Date: e.Date, Kind: "call", Agreed: []string{"the same day", "the same kind", "people of one among those of the other"}}}; !cmp.Equal(want, e.Merged, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })) {
		t.Errorf("merged by %+v", e.Merged)
	}
}

func TestMergeDuplicateID(t *testing.T) {
	_, ds := Merge([]*event.Reading{
		reading("events/a/x.md", seed.Event, edited(tell("x", "1970", "visit"))),
		reading("events/b/x.md", seed.Event, edited(tell("x", "1980", "visit"))),
	})
	if len(ds) != 1 || ds[0].Rule != "duplicate-id" || ds[0].File != "events/b/x.md" || !strings.Contains(ds[0].Text, "events/a/x.md") {
		t.Errorf("diagnostics %v: want one for the second seed, naming the first", ds)
	}
}

func TestDisagreement(t *testing.T) {
	article := reading("a.txt", seed.Article,
		tell("call", "2025-11-12", "call", wang, anand),
		tell("other", "2025-11-12", "call", xi, carney),
		tell("later", "2025-11-20", "meeting", wang, anand))
	article.Events[0].Evidence[0].Line = 7
	tl, _ := Merge([]*event.Reading{
		article,
		reading("e.md", seed.Event, edited(tell("e", "2025-11-11", "call", anand, wang))),
		reading("f.md", seed.Event, edited(tell("f", "2025-11-15", "meeting", anand, wang))),
	})
	if len(tl.Events) != 5 || len(tl.Review) != 1 {
		t.Fatalf("%d events, review %v: want all five apart and one question", len(tl.Events), tl.Review)
	}
	if q := tl.Review[0]; q.Rule != "dates-differ" || q.Seed != "a.txt" || q.Line != 7 || !strings.Contains(q.Text, "e.md has on 2025-11-11") {
		t.Errorf("question %+v", q)
	}
}

func TestTagged(t *testing.T) {
	tl, _ := Merge([]*event.Reading{
		reading("a.txt", seed.Article, tell("late", "2025-11-11", "call", wang, anand), tell("early", "2024-01-01", "visit", anand, anand)),
	})
	var got []string
	for _, p := range tl.People() {
		for _, e := range p.Events {
			got = append(got, p.Value.ID+" "+e.ID)
		}
	}
	want := []string{"anita-anand early", "anita-anand late", "wang-yi late"}
	if !slices.Equal(got, want) {
		t.Errorf("people %q, want %q", got, want)
	}
	if years := tl.Years(); len(years) != 2 || years[0].Year != 2024 || years[1].Year != 2025 {
		t.Errorf("years %v", years)
	}
}

func BenchmarkMerge(b *testing.B) {
	const n = 10000
	var readings []*event.Reading
	start, _ := edtf.NewDay(1970, 1, 1)
	for i := range n {
		e := tell(fmt.Sprint("e", i), edtf.FromDay(start+edtf.Day(i*2)).String(), "visit", wang, anand)
		readings = append(readings, reading(fmt.Sprintf("%05d.txt", i), seed.Article, e))
	}
	b.ReportAllocs()
	for b.Loop() {
		if tl, _ := Merge(readings); len(tl.Events) == 0 {
			b.Fatal("no events")
		}
	}
}

func TestOpenStart(t *testing.T) {
	tl, _ := Merge([]*event.Reading{
		reading("a.md", seed.Event, edited(tell("until", "../1970", "visit"))),
		reading("b.md", seed.Event, edited(tell("early", "1960", "visit"))),
		reading("c.md", seed.Event, edited(tell("late", "1970-05", "visit"))),
	})
	if got, want := shape(tl), "1960 early: b.md\n1970-05 late: c.md\n../1970 until: a.md\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if years := tl.Years(); len(years) != 2 {
		t.Errorf("%d years, want 1960 and 1970", len(years))
	}
}
