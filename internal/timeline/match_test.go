package timeline

import (
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
)

// with changes an event.
func with(e event.Event, change func(*event.Event)) event.Event {
	change(&e)
	return e
}

func about(matters ...string) func(*event.Event) {
	return func(e *event.Event) { e.Matters = matters }
}

func by(actor, target lexicon.Side) func(*event.Event) {
	return func(e *event.Event) { e.Actors, e.Targets = []lexicon.Side{actor}, []lexicon.Side{target} }
}

func told(side lexicon.Side) func(*event.Event) {
	return func(e *event.Event) { e.Sources = []event.Source{{Title: e.ID, Seed: e.ID, Side: side}} }
}

func TestSame(t *testing.T) {
	measure := tell("m", "2024-10-01", "trade-measure")
	call := tell("c", "2025-11-11", "call", wang, anand)
	visit := tell("v", "2026-01-14/2026-01-17", "visit", carney)
	arrest := with(tell("l", "2018-12", "legal", wang), func(e *event.Event) { e.Quad = lexicon.MaterialConflict })
	for _, test := range []struct {
		name string
		a, b event.Event
		want string // what agrees, or "no: " and what does not
	}{
		{
			"a measure in two languages", with(measure, about("electric-vehicles")),
			with(tell("加征", "2024-10-01", "trade-measure"), about("electric-vehicles", "steel")),
			"the same day; the same kind; the same matter: electric vehicles",
		},
		{
			"measures on two goods", with(measure, about("canola")), with(tell("n", "2024-10-01", "trade-measure"), about("pork")),
			"no: other matters",
		},
		{
			"measures of the two sides", with(with(measure, about("steel")), by(lexicon.Canada, lexicon.China)),
			with(with(tell("n", "2024-10-01", "trade-measure"), about("steel")), by(lexicon.China, lexicon.Canada)),
			"no: the other side acts",
		},
		{
			"an arrest and a release", arrest,
			with(tell("r", "2018-12-11", "legal", wang), func(e *event.Event) { e.Quad = lexicon.MaterialCooperation }),
			"no: one is with the other side, one against it",
		},
		{
			"an agreement told as a statement", with(tell("a", "2026-01-16", "agreement"), about("joint-statement")),
			with(tell("s", "2026-01-16", "statement"), about("joint-statement")),
			"the same day; told as agreement and as statement; the same matter: joint statement",
		},
		{
			"a statement on the day of an agreement", with(tell("a", "2026-01-16", "agreement", carney), about("joint-statement")),
			tell("s", "2026-01-16", "statement", carney), "no: other kinds, and nothing else in common",
		},
		{
			"one side calls for a partnership", with(with(tell("a", "2026-01-16", "agreement"), bothAct), about("partnership")),
			with(with(tell("s", "2026-01-16", "statement"), by(lexicon.China, lexicon.Canada)), about("partnership")),
			"no: one side speaks, and two agree",
		},
		{"a visit and a meeting", visit, tell("m", "2026-01-16", "meeting", carney, xi), "no: other kinds"},
		{
			"a call on the next day in Beijing", with(call, told(lexicon.Canada)), with(tell("d", "2025-11-12", "call", wang, anand), told(lexicon.China)),
			"one day apart, and Beijing is half a day ahead of Ottawa; the same kind; the same people",
		},
		{
			"a call on the day before in Beijing", with(call, told(lexicon.China)), with(tell("d", "2025-11-12", "call", wang, anand), told(lexicon.Canada)),
			"no: a day apart, and nothing but the people in common",
		},
		{"two calls ten days apart", call, tell("d", "2025-11-21", "call", wang, anand), "no: other days"},
		{"the only call of a day", with(call, bothAct), with(tell("d", "2025-11-11", "call"), bothAct), "the same day; the same kind"},
		{
			"a measure of which next to nothing is told", with(with(measure, about("steel")), deed), with(tell("n", "2024-10-01", "trade-measure"), deed),
			"the same day; the same kind",
		},
		{
			"two measures of one day", with(with(measure, about("steel")), deed), with(with(tell("n", "2024-10-01", "trade-measure"), about("pork")), deed),
			"no: other matters",
		},
		{
			"two days of one journey", tell("v", "2026-01-14", "visit", carney), tell("w", "2026-01-16", "visit", carney),
			"days of one journey; the same kind; the same people; titles that are alike",
		},
		{"two journeys", tell("v", "2026-01-14", "visit", carney), tell("w", "2026-01-28", "visit", carney), "no: other days"},
		{"a visit told for its year", visit, tell("w", "2026", "visit", carney), "days that can be the same; the same kind; the same people; titles that are alike"},
		{"a meeting told for its year", tell("m", "2026-01-16", "meeting", carney, xi), tell("w", "2026", "meeting", carney, xi), "no: a date too wide to say which is meant"},
		{
			"what no act tells", tell("m", "2025-10-16", "milestone", anand), tell("v", "2025-10-16", "visit", anand),
			"the same day; told as milestone and as visit; the same people; titles that are alike",
		},
		{
			"the same amount in other currencies", amount(tell("a", "2024", "statistic"), "US$30 billion"), amount(tell("b", "2024", "statistic"), "C$30 billion"),
			"no: other amounts",
		},
		{
			"an amount in dollars of no told country", amount(tell("a", "2024", "statistic"), "US$30 billion"), amount(tell("b", "2024", "statistic"), "$30 billion"),
			"the same date; the same kind; the same amount; titles that are alike",
		},
	} {
		// The titles of these events are their ids: none says anything.
		same, words := Same(&test.a, &test.b)
		got := strings.Join(words, "; ")
		if !same {
			got = "no: " + got
		}
		want := strings.TrimSuffix(test.want, "; titles that are alike")
		if diff := cmp.Diff(want, strings.TrimSuffix(got, "; titles that are alike")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if back, _ := Same(&test.b, &test.a); back != same {
			t.Errorf("%s: %v one way, %v the other", test.name, same, back)
		}
	}
}

func bothAct(e *event.Event) {
	e.Actors = []lexicon.Side{lexicon.Canada, lexicon.China}
	e.Targets = e.Actors
	e.Quad = lexicon.VerbalCooperation
}

func deed(e *event.Event) { e.Quad = lexicon.MaterialConflict }

func amount(e event.Event, text string) event.Event {
	e.Figures = slices.Collect(figure.Find(text, lang.EN))
	return e
}

// TestShifted: where two accounts have two days, an extracted event has both,
// an editor's day stands, and review says so.
func TestShifted(t *testing.T) {
	ottawa := with(tell("a", "2025-11-10", "call", wang, anand), told(lexicon.Canada))
	beijing := with(tell("b", "2025-11-11", "call", wang, anand), told(lexicon.China))
	for _, test := range []struct {
		first *event.Reading
		want  string
	}{
		{reading("a.txt", seed.Article, ottawa), "2025-11-10/2025-11-11 a: a.txt b.txt\n"},
		{reading("e.md", seed.Event, edited(ottawa)), "2025-11-10 a: e.md b.txt\n"},
	} {
		tl, _ := Merge([]*event.Reading{reading("b.txt", seed.Article, beijing), test.first})
		if diff := cmp.Diff(test.want, shape(tl)); diff != "" {
			t.Errorf("events (-want +got):\n%s", diff)
		}
		if len(tl.Review) != 1 || tl.Review[0].Rule != "dates-differ" || !strings.Contains(tl.Review[0].Text, "taken for one event") {
			t.Errorf("review %+v", tl.Review)
		}
	}
	// Who tells of two days means two events.
	tl, _ := Merge([]*event.Reading{
		reading("a.txt", seed.Article, ottawa),
		reading("b.txt", seed.Article, with(tell("x", "2025-11-10", "call", wang, anand), told(lexicon.China)), beijing),
	})
	if len(tl.Events) != 2 {
		t.Errorf("%d events of two calls on two days, told by one article", len(tl.Events))
	}
}

// TestParts ties what happened during a visit to it, and nothing else.
func TestParts(t *testing.T) {
	china := &lexicon.Place{ID: "china", Country: "china", Side: lexicon.China}
	seoul := &lexicon.Place{ID: "seoul", Country: "south-korea", Side: lexicon.Other}
	in := func(p *lexicon.Place) func(*event.Event) {
		return func(e *event.Event) { e.Places = []*lexicon.Place{p} }
	}
	cityOf := &lexicon.Place{ID: "beijing", Country: "china", Side: lexicon.China}
	carneyOf := &lexicon.Person{ID: "mark-carney", Side: lexicon.Canada}
	visit := with(with(tell("visit", "2026-01-14/2026-01-17", "visit", carneyOf), by(lexicon.Canada, lexicon.China)), in(china))
	announced := tell("announced", "2026-01-08", "statement", carneyOf)
	announced.Evidence[0].Span.End, visit.Evidence[0].Span.End = 9, 9
	announced.Evidence[0].Seed, visit.Evidence[0].Seed = "a.txt", "a.txt"
	readings := []*event.Reading{
		reading("a.txt", seed.Article, announced, visit),
		reading("b.txt", seed.Article,
			with(tell("talks", "2026-01-16", "meeting", carneyOf, xi), in(cityOf)),
			with(tell("elsewhere", "2026-01-16", "meeting", carneyOf), in(seoul)),
			with(tell("others", "2026-01-15", "meeting", wang, anand), in(cityOf)),
			with(with(tell("signed", "2026-01-15", "agreement"), bothAct), in(cityOf)),
			with(tell("later", "2026-01-19", "meeting", carneyOf, xi), in(cityOf))),
	}
	for range 4 {
		rand.Shuffle(len(readings), func(i, j int) { readings[i], readings[j] = readings[j], readings[i] })
		tl, _ := Merge(readings)
		var got []string
		for _, e := range tl.Events {
			for _, l := range e.PartOf {
				got = append(got, e.ID+" of "+l.ID)
			}
			for _, l := range e.Parts {
				got = append(got, e.ID+" has "+l.ID)
			}
		}
		slices.Sort(got)
		want := []string{"announced of visit", "signed of visit", "talks of visit", "visit has announced", "visit has signed", "visit has talks"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("parts (-want +got):\n%s", diff)
		}
	}
}

// TestDoubtful asks about what more speaks against than for.
func TestDoubtful(t *testing.T) {
	weak := tell("weak", "2025-11-11", "call", wang, anand)
	weak.Confidence, weak.Reasons = 0.4, []string{"+ both sides are named", "− the date is a year"}
	tl, _ := Merge([]*event.Reading{reading("a.txt", seed.Article, weak)})
	if len(tl.Review) != 1 || tl.Review[0].Rule != "doubtful" || !strings.Contains(tl.Review[0].Text, "40% only (the date is a year)") ||
		!strings.Contains(tl.Review[0].Hint, `"ignore: [weak]"`) {
		t.Errorf("review %+v", tl.Review)
	}
}

// grouped writes which sentences tell one event, whatever files they lie in.
func grouped(tl *Timeline) string {
	var all []string
	for _, e := range tl.Events {
		var quotes []string
		for _, ev := range e.Evidence {
			quotes = append(quotes, ev.Quote)
		}
		slices.Sort(quotes)
		all = append(all, e.Date.String()+" "+e.Kind+" "+strings.Join(quotes, " "))
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// TestMergeOrder merges what many articles tell, given in any order and under
// any names.
func TestMergeOrder(t *testing.T) {
	people := []*lexicon.Person{wang, anand, xi, carney}
	kinds := []string{"visit", "meeting", "call", "statement", "trade-measure", "agreement", "milestone"}
	first := edtf.MustParse("2025-11-01").First()
	for round := range uint64(20) {
		r := rand.New(rand.NewPCG(round, 7))
		var told [][]event.Event
		for i := range 12 {
			name := string(rune('a' + i))
			var events []event.Event
			for j := range 3 {
				e := tell(name+string(rune('0'+j)), edtf.FromDay(first+edtf.Day(r.IntN(6))).String(), kinds[r.IntN(len(kinds))])
				for _, p := range people {
					if r.IntN(3) == 0 {
						e.People = append(e.People, p)
					}
				}
				if r.IntN(2) == 0 {
					e.Matters = []string{[]string{"canola", "steel"}[r.IntN(2)]}
				}
				e.Sources[0].Side = lexicon.Side(1 + r.IntN(3))
				e.Evidence[0].Quote = e.ID
				events = append(events, e)
			}
			told = append(told, events)
		}
		merge := func() string {
			var readings []*event.Reading
			for i, events := range told {
				readings = append(readings, reading(string(rune('a'+i))+".txt", seed.Article, slices.Clone(events)...))
			}
			tl, _ := Merge(readings)
			return grouped(tl)
		}
		want := merge()
		for range 3 {
			r.Shuffle(len(told), func(i, j int) { told[i], told[j] = told[j], told[i] })
			if diff := cmp.Diff(want, merge()); diff != "" {
				t.Fatalf("another order of files, other events (-want +got):\n%s", diff)
			}
		}
	}
}
