package site

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/series"
)

func TestFamilyName(t *testing.T) {
	for _, test := range []struct {
		name string
		side lexicon.Side
		want string
	}{
		{"Zhou Enlai", lexicon.China, "Zhou"},
		{"William Lyon Mackenzie King", lexicon.Canada, "King"},
		{"乔·克拉克", lexicon.Canada, "克拉克"},
		{"周恩来", lexicon.China, "周恩来"},
		{"", lexicon.Canada, ""},
	} {
		if got := familyName(test.name, test.side); got != test.want {
			t.Errorf("%q: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLeaders expects the terms that are known and lie within the years of the
// timeline, and none that somebody is known to have followed without its end.
func TestLeaders(t *testing.T) {
	held := func(name, title, from, to string) *lexicon.Person {
		o := lexicon.Office{Title: lexicon.Names{lang.Unknown: title}}
		if from != "" {
			o.From = edtf.MustParse(from)
		}
		if to != "" {
			o.To = edtf.MustParse(to)
		}
		return &lexicon.Person{ID: lexicon.Slug(name), Name: lexicon.Names{name}, Side: lexicon.Canada, Offices: []lexicon.Office{o}}
	}
	const office = "Prime Minister of Canada"
	p, _ := plan(t, Input{People: []*lexicon.Person{
		held("Ann Late", office, "1985", ""),
		held("Ben Open", office, "1980", ""),
		held("Cy Known", office, "1968-04-20", "1979-06-04"),
		held("Di Early", office, "1921", "1926"),
		held("Ed Unknown", office, "", ""),
		held("Flo Other", "Minister of Agriculture of Canada", "1970", "1975"),
	}}, eventReading("a.md", "a", "1970"), eventReading("b.md", "b", "1990"))
	var got []string
	for _, l := range p.Lookup("index.html").Content.(*Home).Leaders {
		for _, term := range l.Terms {
			got = append(got, fmt.Sprintf("%s %s: %s %v–%v %v", l.Side, l.Title, term.Short, term.From, term.To, term.Current))
		}
	}
	want := []string{
		"canada Prime Minister of Canada: Known 1968-04-20–1979-06-04 false",
		"canada Prime Minister of Canada: Late 1985-01-01–1990-12-31 true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestVisited(t *testing.T) {
	beijing, ottawa, paris := &lexicon.Place{Side: lexicon.China}, &lexicon.Place{Side: lexicon.Canada}, &lexicon.Place{Side: lexicon.Other}
	toCanada := event.Event{Actors: []lexicon.Side{lexicon.China}, Targets: []lexicon.Side{lexicon.Canada}}
	for name, test := range map[string]struct {
		places []*lexicon.Place
		want   lexicon.Side
	}{
		"by its target":    {nil, lexicon.Canada},
		"by its place":     {[]*lexicon.Place{paris, beijing}, lexicon.China},
		"to both":          {[]*lexicon.Place{beijing, ottawa}, lexicon.NoSide},
		"to a third place": {[]*lexicon.Place{paris}, lexicon.Canada},
	} {
		e := toCanada
		e.Places = test.places
		if got := visited(&e); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

// TestChartPages plans pages only of what there is something to draw of.
func TestChartPages(t *testing.T) {
	visit := eventReading("a.md", "a", "2001")
	p, _ := plan(t, Input{}, visit)
	charts := p.Lookup("charts.html").Content.(*Charts)
	if p.Lookup("charts-trade.html") != nil || p.Lookup("charts-visits.html") == nil || len(charts.Also) != 1 {
		t.Errorf("without tables: links to %v", charts.Also)
	}

	deal := eventReading("b.md", "b", "2001-05")
	deal.Events[0].Kind, deal.Events[0].Topics = "agreement", []*lexicon.Topic{{ID: tradeTopic}}
	late := eventReading("c.md", "c", "2003")
	late.Events[0].Kind, late.Events[0].Topics = "agreement", []*lexicon.Topic{{ID: tradeTopic}}
	table := &series.Table{Name: "x", Rows: []series.Row{{Year: 2000}, {Year: 2002}}}
	p, _ = plan(t, Input{Tables: []*series.Table{table}}, visit, deal, late)
	trade := p.Lookup("charts-trade.html").Content.(*Charts).Trade
	if len(trade.Marks) != 1 || trade.Marks[0].Year != 2001 || len(trade.Marks[0].Entries) != 1 || trade.Marks[0].Entries[0].ID != "b" {
		t.Errorf("marks %+v", trade.Marks)
	}
}

func TestMarkCut(t *testing.T) {
	m := Mark{}
	for i, importance := range []int{2, 1, 2, 1} {
		m.Entries = append(m.Entries, &Entry{Event: &event.Event{ID: fmt.Sprint(i), Importance: importance}})
	}
	m.cut(3)
	var got strings.Builder
	for _, e := range m.Entries {
		got.WriteString(e.ID)
	}
	if got.String() != "013" || m.More != 1 {
		t.Errorf("kept %s, %d more", got.String(), m.More)
	}
}
