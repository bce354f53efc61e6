package site

import (
	"testing"

	"buildsite/internal/event"
	"buildsite/internal/figure"
	"buildsite/internal/lexicon"
)

func TestAmount(t *testing.T) {
	for _, test := range []struct {
		figure figure.Figure
		want   string
	}{
		{figure.Figure{Value: 83.7e9, Unit: "dollar", Currency: "USD", Measure: "trade"}, "83.7 billion US dollars (trade)"},
		{figure.Figure{Value: 83.7e9, Unit: "dollar"}, "83.7 billion dollars"},
		{figure.Figure{Value: 6.1, Unit: "percent", Measure: "imports"}, "6.1%"},
		{figure.Figure{Value: 49000, Unit: "vehicle"}, "49,000 vehicles"},
		{figure.Figure{Value: 1234567, Unit: "person", Measure: "tourists"}, "1.2346 million people (tourists)"},
		{figure.Figure{Value: 3, Unit: "percentage-point"}, "3 percentage points"},
		{figure.Figure{Value: 2e6}, "2 million"},
	} {
		if got := amount(test.figure); got != test.want {
			t.Errorf("%+v: %q, want %q", test.figure, got, test.want)
		}
	}
}

func TestDeed(t *testing.T) {
	canada, china := []lexicon.Side{lexicon.Canada}, []lexicon.Side{lexicon.China}
	both := []lexicon.Side{lexicon.Canada, lexicon.China}
	for _, test := range []struct {
		actors, targets []lexicon.Side
		want            string
		alone           lexicon.Side
	}{
		{canada, china, "Canada → China", lexicon.Canada},
		{china, canada, "China → Canada", lexicon.China},
		{both, both, "Canada and China", lexicon.NoSide},
		{canada, nil, "Canada", lexicon.Canada},
		{nil, nil, "", lexicon.NoSide},
	} {
		e := &Entry{Event: &event.Event{Actors: test.actors, Targets: test.targets, Quad: lexicon.VerbalConflict}}
		if got := e.Deed("Canada", "China"); got != test.want || e.Alone() != test.alone {
			t.Errorf("%v on %v: %q by %q alone, want %q by %q", test.actors, test.targets, got, e.Alone(), test.want, test.alone)
		}
	}
}
