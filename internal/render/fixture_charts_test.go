package render

import (
	"testing"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/series"
	"buildsite/internal/site"
)

// leaders returns who led the sides around the years of the fixture.
func leaders(t testing.TB) []site.Leaders {
	t.Helper()
	term := func(name, short, from, to string, current bool) site.Term {
		return site.Term{
			Name: name, Short: short, Path: "people/" + lexicon.Slug(name) + ".html",
			From: edtf.MustParse(from).First(), To: edtf.MustParse(to).Last(), Current: current,
		}
	}
	return []site.Leaders{
		{Side: "canada", Title: "Prime Minister", Terms: []site.Term{
			term("Ann Tremblay", "Tremblay", "1968-04-20", "1972-02", false), term("Bob Roy", "Roy", "1972-02", "1972-12-31", true),
		}},
		{Side: "china", Title: "Premier", Terms: []site.Term{term("Li Wen", "Li", "1949-10-01", "1971-06-01", false)}},
		{Side: "china", Title: "President", Terms: []site.Term{term("Wu Jun", "Wu", "1971-01-08", "1971-12-31", true)}},
	}
}

// chartPages returns a page of each chart.
func chartPages(years []site.YearCount, a, b *site.Entry) []*site.Page {
	source := series.Source{Title: "Review", Publisher: "Statistics", URL: "https://example.org/trade"}
	known := func(v float64, places int) series.Figure { return series.Figure{Value: v, Places: places, Known: true} }
	table := &series.Table{
		Name: "trade-x", Title: lexicon.Names{"Trade by X"}, Unit: lexicon.Names{"billion CAD"}, License: "CC BY 4.0",
		Basis: lexicon.Names{"Counted."}, Shows: lexicon.Names{"What was said."}, DoesNotShow: lexicon.Names{"All of it."},
		Columns: []series.Column{{ID: "exports_to_china", Meaning: lexicon.Names{"goods"}}, {ID: "visas", Meaning: lexicon.Names{"Visas"}}},
		Rows: []series.Row{
			{Year: 1968, Figures: []series.Figure{known(1234.5, 1), {}}, Source: source},
			{Year: 1969, Figures: []series.Figure{known(1300, 2), known(7, 0)}, Source: source},
			{Year: 1971, Figures: []series.Figure{known(900, 0), {}}, Source: source, Note: "Rounded."},
		},
	}
	also := []site.Link{{Title: "Visits", Path: "charts-visits.html"}}
	return []*site.Page{
		{Path: "charts.html", Kind: site.ChartsKind, Section: "charts", Title: "Events by class", Content: &site.Charts{
			Also: also, Classes: &site.ClassChart{Years: years, Total: years[1].Classes},
		}},
		{Path: "charts-trade.html", Kind: site.ChartsKind, Section: "charts", Title: "Trade", Content: &site.Charts{Trade: &site.Trade{
			From: 1968, To: 1971, Tables: []*series.Table{table}, Marks: []site.Mark{{Number: 1, Year: 1971, Path: "years/1971.html", More: 2, Entries: []*site.Entry{a, b}}},
		}}},
		{Path: "charts-visits.html", Kind: site.ChartsKind, Section: "charts", Title: "Visits", Content: &site.Charts{Visits: &site.Visits{
			Count: 2, Years: []site.VisitYear{
				{Year: 1968, Path: "years/1968.html", ToCanada: []*site.Entry{b}}, {Year: 1971, Path: "years/1971.html", ToChina: []*site.Entry{a}, Other: []*site.Entry{b}},
			},
		}}},
	}
}
