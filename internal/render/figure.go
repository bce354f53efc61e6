package render

import (
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/series"
	"buildsite/internal/site"
)

// Figure is a chart with its words and the table under it.
type Figure struct {
	ID      string // of the figure within its page
	Title   string
	Unit    Named   // without a name
	Headed  bool    // it stands under its title, as one of several
	Legend  []Named // what its style classes mean
	About   []Named // what it shows and what it does not, and what its series are
	Panels  *Panels // nil where it cannot be drawn
	Summary string  // in a sentence or two, for those who do not see it
	Table   Table
	License string
	Data    Citation // the figures as a file, or the page on the data
}

// Named is a name with what it stands for, and the language of that where it is
// not the page's.
type Named struct{ Name, Text, Lang string }

// Table is the values of a chart.
type Table struct {
	Caption string
	Head    []string // of the columns, that of years first
	Rows    []TableRow
	Cited   bool   // each row has a source
	Lang    string // of its notes, where it is not the page's
}

// TableRow is the values of one year, or what one source says of it.
type TableRow struct {
	Year  int
	Href  string   // of the year's page; may be empty
	Cells []string // as the language writes numbers; "" where there is none
	Cite  Citation
	Note  string
}

// Citation is a row's source, or a file.
type Citation struct{ Title, Publisher, Href string }

// figures returns the charts of a page.
func (e *edition) figures(v *View, c *site.Charts) []Figure {
	switch {
	case c.Classes != nil:
		return []Figure{e.classFigure(v, c.Classes)}
	case c.Visits != nil:
		return []Figure{e.visitFigure(v, c.Visits)}
	case c.Trade == nil:
		return nil
	}
	var all []Figure
	for _, t := range c.Trade.Tables {
		all = append(all, e.tradeFigure(v, c.Trade, t))
	}
	return all
}

// named returns a figure with the words that the messages have for it.
func (e *edition) named(name string) Figure {
	say := func(key string) string { return e.msg.Text("chart." + name + "." + key) }
	return Figure{
		ID: name, Title: say("title"), Unit: Named{Text: say("unit")}, About: e.about("", say("shows"), say("not")),
		Table: Table{Caption: say("caption"), Head: []string{e.msg.Text("chart.year")}},
	}
}

// about says on what a chart rests, what it shows and what it does not.
func (e *edition) about(basis, shows, not string) []Named {
	return []Named{{Name: e.msg.Text("chart.basis"), Text: basis}, {Name: e.msg.Text("chart.shows"), Text: shows}, {Name: e.msg.Text("chart.not"), Text: not}}
}

// worded returns what an editor's text says in the page's language, or in
// English, in which tables are described first.
func (e *edition) worded(name string, text lexicon.Names) Named {
	n := Named{Name: name, Text: text.In(e.msg.Lang)}
	if e.msg.Lang != lang.EN && text[e.msg.Lang] == "" {
		n.Lang = lang.EN.Tag()
	}
	return n
}

// dataPage leads to the page on the data.
func (e *edition) dataPage(v *View) Citation {
	return Citation{Title: e.msg.Text("nav.data"), Href: href(v.Root, "data.html")}
}

func (e *edition) classFigure(v *View, c *site.ClassChart) Figure {
	f := e.named("classes")
	f.Panels, f.Data = e.classPanels(c), e.dataPage(v)
	f.Summary = e.msg.Text("chart.classes.summary", "with", e.msg.Count("count.event", c.Total.With()),
		"against", e.msg.Count("count.event", c.Total.Against()), "none", e.msg.Count("count.event", c.Total[lexicon.NoQuad]))
	for _, q := range classOrder {
		f.Table.Head = append(f.Table.Head, e.quadName(q))
	}
	for _, y := range c.Years {
		if y.Count == 0 {
			continue
		}
		row := TableRow{Year: y.Year, Href: href(v.Root, y.Path)}
		for _, q := range classOrder {
			row.Cells = append(row.Cells, e.msg.Number(y.Classes[q]))
		}
		f.Table.Rows = append(f.Table.Rows, row)
	}
	return f
}

func (e *edition) visitFigure(v *View, c *site.Visits) Figure {
	f := e.named("visits")
	f.Panels, f.Data = e.visitPanels(c), e.dataPage(v)
	f.Table.Head = append(f.Table.Head, e.msg.Text("chart.visits.to_china"), e.msg.Text("chart.visits.to_canada"), e.msg.Text("chart.visits.other"))
	f.Legend = []Named{{Name: "canada", Text: f.Table.Head[1]}, {Name: "china", Text: f.Table.Head[2]}}
	var toChina, toCanada int
	for _, y := range c.Years {
		toChina, toCanada = toChina+len(y.ToChina), toCanada+len(y.ToCanada)
		f.Table.Rows = append(f.Table.Rows, TableRow{Year: y.Year, Href: href(v.Root, y.Path), Cells: []string{
			e.msg.Number(len(y.ToChina)), e.msg.Number(len(y.ToCanada)), e.msg.Number(len(y.Other)),
		}})
	}
	f.Summary = e.msg.Text("chart.visits.summary", "china", e.msg.Number(toChina), "canada", e.msg.Number(toCanada))
	return f
}

func (e *edition) tradeFigure(v *View, c *site.Trade, t *series.Table) Figure {
	l := e.msg.Lang
	f := Figure{
		ID: lexicon.Slug(t.Name), Title: t.Title.In(l), Unit: e.worded("", t.Unit),
		About: []Named{
			e.worded(e.msg.Text("chart.basis"), t.Basis), e.worded(e.msg.Text("chart.shows"), t.Shows), e.worded(e.msg.Text("chart.not"), t.DoesNotShow),
		},
		Headed: true, Panels: e.tradePanels(c, t), License: t.License, Data: Citation{Title: t.Path(), Href: href(v.Top, t.Path())}, Summary: e.msg.Text("chart.trade.summary"),
	}
	f.Table = Table{Caption: e.msg.Text("chart.trade.caption", "title", f.Title, "unit", f.Unit.Text), Head: []string{e.msg.Text("chart.year")}, Cited: true}
	for i := range t.Columns {
		name := e.columnName(&t.Columns[i])
		f.Table.Head = append(f.Table.Head, name)
		if meaning := e.worded(name, t.Columns[i].Meaning); meaning.Text != name {
			f.About = append(f.About, meaning)
		}
	}
	if l != lang.EN {
		f.Table.Lang = lang.EN.Tag()
	}
	for i := range t.Rows {
		f.Table.Rows = append(f.Table.Rows, e.tradeRow(&t.Rows[i]))
	}
	return f
}

func (e *edition) tradeRow(r *series.Row) TableRow {
	row := TableRow{Year: r.Year, Note: r.Note, Cite: Citation{r.Source.Title, r.Source.Publisher, web(r.Source.URL)}}
	for _, f := range r.Figures {
		cell := ""
		if f.Known {
			cell = e.msg.Fixed(f.Value, f.Places)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}
