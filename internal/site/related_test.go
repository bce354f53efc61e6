package site

import (
	"testing"

	"buildsite/internal/event"
	"buildsite/internal/figure"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

func TestAmount(t *testing.T) {
	for _, test := range []struct {
		figure figure.Figure
		lang   lang.Lang
		want   string
	}{
		{figure.Figure{Value: 83.7e9, Unit: "dollar", Currency: "USD", Measure: "trade"}, lang.EN, "83.7 billion US dollars (trade)"},
		{figure.Figure{Value: 83.7e9, Unit: "dollar"}, lang.EN, "83.7 billion dollars"},
		{figure.Figure{Value: 6.1, Unit: "percent", Measure: "imports"}, lang.EN, "6.1%"},
		{figure.Figure{Value: 49000, Unit: "vehicle"}, lang.EN, "49,000 vehicles"},
		{figure.Figure{Value: 1234567, Unit: "person", Measure: "tourists"}, lang.EN, "1.2346 million people (tourists)"},
		{figure.Figure{Value: 3, Unit: "percentage-point"}, lang.EN, "3 percentage points"},
		{figure.Figure{Value: 2e6}, lang.EN, "2 million"},
		{figure.Figure{Value: 83.7e9, Unit: "dollar", Currency: "USD", Measure: "trade"}, lang.FR, "83,7 milliards de dollars américains (commerce)"},
		{figure.Figure{Value: 1.5e6, Unit: "euro", Currency: "EUR"}, lang.FR, "1,5 million d’euros"},
		{figure.Figure{Value: 49000, Unit: "vehicle"}, lang.FR, "49\u202f000 véhicules"},
		{figure.Figure{Value: 1, Unit: "flight"}, lang.EN, "1 flight"},
		{figure.Figure{Value: 83.7e9, Unit: "dollar", Currency: "USD", Measure: "trade"}, lang.ZH, "837亿美元（贸易）"},
		{figure.Figure{Value: 49000, Unit: "vehicle"}, lang.ZH, "4.9万辆"},
	} {
		if got := amount(test.figure, messages(t).In(test.lang)); got != test.want {
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
		shore           lexicon.Side
	}{
		{canada, china, "Canada → China", lexicon.Canada},
		{china, canada, "China → Canada", lexicon.China},
		{both, both, "Canada and China", lexicon.NoSide},
		{canada, nil, "Canada", lexicon.Canada},
		{nil, nil, "", lexicon.NoSide},
	} {
		e := &Entry{Event: &event.Event{Actors: test.actors, Targets: test.targets, Quad: lexicon.VerbalConflict}}
		if got := e.Deed("Canada", "China", "Canada and China"); got != test.want || e.Shore() != test.shore {
			t.Errorf("%v on %v: %q on the shore of %q, want %q on that of %q", test.actors, test.targets, got, e.Shore(), test.want, test.shore)
		}
	}
}
