package render

import (
	"buildsite/internal/chart"
	"buildsite/internal/lexicon"
	"buildsite/internal/series"
	"buildsite/internal/site"
)

// Panels is a chart of one or several panels over each other with one axis of
// years.
type Panels struct {
	First, Last int
	Tall        int
	AxisY       int
	Ticks       []Tick
	Panels      []Panel
	Marks       []MarkAt
	MarkRows    [2]int // of marks, on narrow screens and on wide ones
}

// Panel is one part of a chart.
type Panel struct {
	Title    string
	Y, Tall  int
	Base     int // the line that bars stand on or dots are counted from
	Width    int // of the box of its bars, in units
	Bars     []PanelBars
	Levels   []Level
	Dots     []Dot
	Segments []chart.Segment
}

// PanelBars is the bars of one class.
type PanelBars struct {
	Class string
	Path  chart.Path
}

// Dot is a point of a series; Y is from the panel's top.
type Dot struct {
	chart.Spot
	Foot chart.Share // where zero is
}

// Tick marks a year at the axis.
type Tick struct {
	At   chart.Share
	Year int
	Fit  string
}

// MarkAt is a numbered mark at a year, with its rows on narrow and on wide
// screens.
type MarkAt struct {
	site.Mark
	At           chart.Share
	Narrow, Wide int
}

// Sizes of panels, in pixels.
const (
	tickSize  = 12 // of the type of years
	panelHead = 32 // for the title of a panel
	panelGap  = 14
	axisTall  = 24
	classTall = 250 // all bars of the chart of classes together
	visitTall = 150
	dotsTall  = 96
)

func ticks(years chart.Years) []Tick {
	var all []Tick
	for _, t := range years.Ticks(tickSize) {
		if w := widthFor(t.Room); w < len(fitWidths) {
			all = append(all, Tick{t.At, t.Year, fitFrom(w)})
		}
	}
	return all
}

// quadClass is the style class of a class of events.
var quadClass = [...]string{
	lexicon.NoQuad: "no-class", lexicon.VerbalCooperation: "word", lexicon.MaterialCooperation: "deed",
	lexicon.VerbalConflict: "word", lexicon.MaterialConflict: "deed",
}

// classOrder is the order of the panels of classes, from the top.
var classOrder = [...]lexicon.Quad{
	lexicon.MaterialCooperation, lexicon.VerbalCooperation, lexicon.VerbalConflict, lexicon.MaterialConflict, lexicon.NoQuad,
}

// classPanels draws the events of each class over the years, all to one scale:
// cooperation upward, conflict downward, as in the overview. It draws nothing
// of years that do not follow each other.
func (e *edition) classPanels(c *site.ClassChart) *Panels {
	n := len(c.Years)
	if n == 0 || c.Years[n-1].Year-c.Years[0].Year+1 != n {
		return nil
	}
	years := chart.Years{First: c.Years[0].Year, Last: c.Years[n-1].Year}
	p := &Panels{First: years.First, Last: years.Last, Ticks: ticks(years)}
	sum := 0
	tallest := make([]int, len(classOrder))
	for i, q := range classOrder {
		tallest[i] = most(stacks(c.Years, []lexicon.Quad{q}, years))
		sum += tallest[i]
	}
	for i, q := range classOrder {
		p.add(e.classPanel(c, q, years, classTall*tallest[i]/max(1, sum)))
	}
	return p
}

// classPanel draws the events of one class.
func (e *edition) classPanel(c *site.ClassChart, q lexicon.Quad, years chart.Years, tall int) Panel {
	counts, none := stacks(c.Years, []lexicon.Quad{q}, years), [][]int{make([]int, years.Count())}
	up, down := counts, none
	if q == lexicon.VerbalConflict || q == lexicon.MaterialConflict {
		up, down = none, counts
	}
	stack := chart.NewStack(up, down, max(1, tall))
	above, below := stack.Cut(0, years.Count())
	return Panel{
		Title: e.quadTitle(q, c.Total[q]), Tall: stack.Height, Base: stack.Base, Width: years.Count() * chart.YearUnits,
		Bars: []PanelBars{{quadClass[q], above[0] + below[0]}}, Levels: e.levels(stack, up, down),
	}
}

// quadTitle names a class with its number of events.
func (e *edition) quadTitle(q lexicon.Quad, n int) string {
	return e.msg.Text("chart.panel", "title", e.quadName(q), "n", e.msg.Number(n))
}

// quadName names a class.
func (e *edition) quadName(q lexicon.Quad) string {
	if q == lexicon.NoQuad {
		return e.msg.Text("chart.no_class")
	}
	return e.msg.Text("chart.class." + q.String())
}

// add puts a panel under those there are.
func (p *Panels) add(panel Panel) {
	if len(p.Panels) > 0 {
		p.AxisY += panelGap
	}
	panel.Y = p.AxisY + panelHead
	p.Panels = append(p.Panels, panel)
	p.AxisY = panel.Y + panel.Tall
	p.Tall = p.AxisY + axisTall
}

// visitPanels draws the visits of each year, to China upward and to Canada
// downward, in the colour of the side that went.
func (e *edition) visitPanels(c *site.Visits) *Panels {
	years := chart.Years{First: c.Years[0].Year, Last: c.Years[len(c.Years)-1].Year}
	if years.Count() > longest {
		return nil
	}
	up, down := [][]int{make([]int, years.Count())}, [][]int{make([]int, years.Count())}
	for _, y := range c.Years {
		up[0][y.Year-years.First], down[0][y.Year-years.First] = len(y.ToChina), len(y.ToCanada)
	}
	stack := chart.NewStack(up, down, visitTall)
	above, below := stack.Cut(0, years.Count())
	p := &Panels{First: years.First, Last: years.Last, Ticks: ticks(years)}
	p.add(Panel{
		Tall: stack.Height, Base: stack.Base, Width: years.Count() * chart.YearUnits, Levels: e.levels(stack, up, down),
		Bars: []PanelBars{{"canada", above[0]}, {"china", below[0]}},
	})
	return p
}

// longest is how many years a chart has at most.
const longest = 400

// tradePanels draws each series of a table in a panel of its own, all to one
// scale. Points are joined only where the table says that they may be.
func (e *edition) tradePanels(c *site.Trade, t *series.Table) *Panels {
	years := chart.Years{First: c.From, Last: c.To}
	p := &Panels{First: c.From, Last: c.To, Ticks: ticks(years), Marks: markRow(within(c.Marks, t), years)}
	for i := range p.Marks {
		p.MarkRows[0] = max(p.MarkRows[0], p.Marks[i].Narrow+1)
		p.MarkRows[1] = max(p.MarkRows[1], p.Marks[i].Wide+1)
	}
	lo, hi := 0.0, 0.0
	for i := range t.Columns {
		for _, point := range t.Points(i) {
			lo, hi = min(lo, point.Value), max(hi, point.Value)
		}
	}
	scale := chart.NewScale(lo, hi, 3)
	for i := range t.Columns {
		if len(t.Points(i)) > 0 {
			p.add(e.tradePanel(t, i, years, scale))
		}
	}
	return p
}

// tradePanel draws one series.
func (e *edition) tradePanel(t *series.Table, column int, years chart.Years, scale chart.Scale) Panel {
	panel := Panel{Title: e.columnName(&t.Columns[column]), Tall: dotsTall, Base: int(float64(scale.FromTop(0)) * dotsTall)}
	for _, tick := range scale.Ticks {
		if tick != 0 {
			y := int(float64(scale.FromTop(tick)) * dotsTall)
			panel.Levels = append(panel.Levels, Level{y, e.msg.Decimal(tick, 2)})
		}
	}
	var runs [][]chart.Spot
	for _, run := range t.Runs(column) {
		var spots []chart.Spot
		for _, point := range run {
			spot := chart.Spot{X: years.Mid(point.Year), Y: scale.FromTop(point.Value)}
			spots = append(spots, spot)
			panel.Dots = append(panel.Dots, Dot{spot, scale.FromTop(0)})
		}
		runs = append(runs, spots)
	}
	panel.Segments = chart.Segments(runs)
	return panel
}

// columnName is what a series is called over its panel and in its table.
func (e *edition) columnName(c *series.Column) string {
	if key := "series." + c.ID; e.msg.Has(key) {
		return e.msg.Text(key)
	}
	return c.Meaning.In(e.msg.Lang)
}

// Sizes of numbered marks, in pixels, and the widths they are placed for.
const (
	markSize   = 24
	markNarrow = 288
	markWide   = 704
)

// within returns the marks in the years that a table tells of.
func within(marks []site.Mark, t *series.Table) []site.Mark {
	first, last := t.Years()
	var all []site.Mark
	for _, m := range marks {
		if first <= m.Year && m.Year <= last {
			all = append(all, m)
		}
	}
	return all
}

// markRow gives the marks rows in which they do not overlap, for narrow and for
// wide screens. They may stand out over the ends of the axis by half their size.
func markRow(marks []site.Mark, years chart.Years) []MarkAt {
	all := make([]MarkAt, len(marks))
	for i, m := range marks {
		all[i] = MarkAt{Mark: m, At: years.Mid(m.Year)}
	}
	narrow, wide := placeMarks(all, markNarrow), placeMarks(all, markWide)
	for i := range all {
		all[i].Narrow, all[i].Wide = narrow[i].Row, wide[i].Row
	}
	return all
}

func placeMarks(marks []MarkAt, width float64) []chart.Placed {
	labels := make([]chart.Label, len(marks))
	for i, m := range marks {
		labels[i] = chart.Label{At: float64(m.At)*width + markSize, Width: markSize}
	}
	placed, _ := chart.Place(labels, width+2*markSize, 2)
	return placed
}
