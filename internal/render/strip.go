package render

import (
	"strconv"

	"buildsite/internal/chart"
	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// stripTall is about how high the bars of the strip are, in pixels.
const stripTall = 190

// The classes of the strip's bars, from its line outward. What has no class
// stands on top of cooperation, in a tone of its own.
var (
	upward   = [...]lexicon.Quad{lexicon.MaterialCooperation, lexicon.VerbalCooperation, lexicon.NoQuad}
	downward = [...]lexicon.Quad{lexicon.MaterialConflict, lexicon.VerbalConflict}
)

// Strip is the overview of all years: bars of cooperation above a line and of
// conflict below it, cut into decades, so that they stand side by side where
// there is room and one under the other where there is not.
type Strip struct {
	Decades []StripDecade
	Tall    int // the bars' box
	Base    int // the line between cooperation and conflict, from its top

	// What stands behind the bars where the decades stand side by side; heights
	// are from the top of all of it.
	BackTall  int
	Tenths    int // where the line is, in tenths of the bars' box
	Levels    []Level
	Rows      []BandRow
	UpClass   []string
	DownClass []string
}

// StripDecade is ten columns of the strip.
type StripDecade struct {
	Year     int
	Href     string // of the decade's page; "" where it has no event
	Low      bool   // its bars reach a seventh of the box at most
	Up, Down []chart.Path
	Years    []StripYear
	Lines    []StripLine // who led the two sides
}

// StripYear is a year with events as a link over its column.
type StripYear struct {
	Column int // 0 to 9
	Href   string
	Text   string
}

// StripLine is who led a side in a decade, in words.
type StripLine struct{ Side, Title, Text string }

// Level is a line across bars with the number it stands for.
type Level struct {
	Y     int
	Label string
}

// BandRow is the holders of one office along the years.
type BandRow struct {
	Side, Title string
	Y           int
	Bands       []Band
}

// Band is one holder's time.
type Band struct {
	From, Width chart.Share
	Text        string
	Labels      []BandLabel
}

// BandLabel is a name with the class that says in what widths it is shown.
type BandLabel struct {
	At   chart.Share
	Text string
	Fit  string
}

// newStrip lays out the years of the first page, which follow each other
// without a gap; it draws nothing of years that do not.
func (e *edition) newStrip(v *View, h *site.Home) *Strip {
	if len(h.Years) == 0 || h.To-h.From+1 != len(h.Years) {
		return nil
	}
	first := floorTo(h.From, 10)
	years := chart.Years{First: first, Last: floorTo(h.To, 10) + 9}
	up, down := stacks(h.Years, upward[:], years), stacks(h.Years, downward[:], years)
	stack := chart.NewStack(up, down, stripTall)
	s := &Strip{Tall: stack.Height, Base: stack.Base, Levels: e.levels(stack, up, down), UpClass: classNames(upward[:]), DownClass: classNames(downward[:])}
	s.Rows = bandRows(h.Leaders, years, stack.Height)
	s.back()
	for y := first; y < years.Last; y += 10 {
		d := StripDecade{Year: y, Low: stack.Reach(y-first, y-first+10) <= stack.Height/7, Lines: decadeLines(h.Leaders, y)}
		d.Up, d.Down = stack.Cut(y-first, y-first+10)
		s.Decades = append(s.Decades, d)
	}
	for _, d := range h.Decades {
		e.link(&s.Decades[(d.Year-first)/10], v, d)
	}
	return s
}

// link takes over where a decade and its years lead to.
func (e *edition) link(to *StripDecade, v *View, d site.Decade) {
	to.Href = href(v.Root, d.Path)
	for _, y := range d.Years {
		if y.Count > 0 {
			to.Years = append(to.Years, StripYear{y.Year - d.Year, href(v.Root, y.Path), e.yearText(y)})
		}
	}
}

// Heights of the parts behind the bars, in pixels. The style sheet knows them.
const (
	stripTop    = 24 // above the bars
	stripBottom = 24 // the years under them
)

// back places what stands behind the bars.
func (s *Strip) back() {
	for i := range s.Levels {
		s.Levels[i].Y += stripTop
	}
	s.Tenths = (10*s.Base + s.Tall/2) / s.Tall
	s.BackTall = stripTop + s.Tall + stripBottom
	for _, row := range s.Rows {
		s.BackTall = max(s.BackTall, row.Y+bandTall)
	}
}

// classNames returns the style classes of classes of events.
func classNames(of []lexicon.Quad) []string {
	names := make([]string, len(of))
	for i, q := range of {
		names[i] = quadClass[q]
	}
	return names
}

func floorTo(year, step int) int { return year - ((year%step)+step)%step }

// stacks returns the counts of classes for all years of the axis.
func stacks(counts []site.YearCount, classes []lexicon.Quad, years chart.Years) [][]int {
	all := make([][]int, len(classes))
	for i, class := range classes {
		all[i] = make([]int, years.Count())
		for _, c := range counts {
			all[i][c.Year-years.First] = c.Classes[class]
		}
	}
	return all
}

// yearText says what a year's column stands for.
func (e *edition) yearText(c site.YearCount) string {
	return e.msg.Text("overview.year", "year", c.Year, "events", e.msg.Count("count.event", c.Count),
		"with", e.msg.Number(c.Classes.With()), "against", e.msg.Number(c.Classes.Against()))
}

// levelApart is how far levels stand apart at least, in pixels.
const levelApart = 28

// levels returns round numbers of events above and below the line.
func (e *edition) levels(stack *chart.Stack, up, down [][]int) []Level {
	above, below := most(up), most(down)
	steps := max(1, stack.Height/levelApart)
	step := max(1, int(chart.Step(float64(above+below), steps)))
	var all []Level
	for n := step; n <= above; n += step {
		all = append(all, Level{stack.Level(n), e.msg.Number(n)})
	}
	for n := step; n <= below; n += step {
		all = append(all, Level{stack.Level(-n), e.msg.Number(n)})
	}
	return all
}

// most returns the largest sum of a year.
func most(classes [][]int) int {
	largest := 0
	for i := range classes[0] {
		sum := 0
		for _, class := range classes {
			sum += class[i]
		}
		largest = max(largest, sum)
	}
	return largest
}

// Sizes of the bands and their labels, in pixels.
const (
	bandTall  = 18
	labelSize = 11
	labelGap  = 5
)

// bandRows lays out the leaders along the years: Canada's above the bars,
// China's below them.
func bandRows(leaders []site.Leaders, years chart.Years, tall int) []BandRow {
	var rows []BandRow
	below := 0
	for _, l := range leaders {
		row := BandRow{Side: l.Side, Title: l.Title}
		if l.Side != lexicon.Canada.String() {
			row.Y = stripTop + tall + stripBottom + below*(bandTall+2)
			below++
		}
		for _, b := range years.Bands(terms(l.Terms)) {
			t := l.Terms[b.Term]
			row.Bands = append(row.Bands, Band{From: b.From, Width: b.Width, Text: termText(t), Labels: bandLabels(t, b)})
		}
		rows = append(rows, row)
	}
	return rows
}

func terms(all []site.Term) []chart.Term {
	out := make([]chart.Term, len(all))
	for i, t := range all {
		out[i] = chart.Term{From: t.From, To: t.To}
	}
	return out
}

// termText says who held an office when, in years.
func termText(t site.Term) string {
	if t.Current {
		return t.Name + " " + inYear(t.From) + "–"
	}
	return t.Name + " " + inYear(t.From) + "–" + inYear(t.To)
}

func inYear(d edtf.Day) string {
	y, _, _ := d.Date()
	return edtf.Year(y).String()
}

// bandLabels returns the name in full for charts wide enough, and the family
// name alone for those that have room for that only.
func bandLabels(t site.Term, b chart.Band) []BandLabel {
	long, short := fits(t.Name, b.Width), fits(t.Short, b.Width)
	at := b.From
	var all []BandLabel
	if t.Short != t.Name && short < long {
		all = append(all, BandLabel{at, t.Short, fitFrom(short) + fitUntil(long)})
	}
	if long < len(fitWidths) {
		all = append(all, BandLabel{at, t.Name, fitFrom(long)})
	}
	return all
}

// fitWidths are the widths of a chart, in pixels, that style sheets tell apart.
var fitWidths = [...]float64{288, 480, 600, 680, 760, 900, 1080}

// fits returns the index of the first width in which a label has room in a share
// of the chart, or one past the last.
func fits(label string, share chart.Share) int {
	return widthFor(chart.Room(chart.TextWidth(label, labelSize)+labelGap, share))
}

// widthFor returns the index of the first width that is as wide as room.
func widthFor(room float64) int {
	for i, w := range fitWidths {
		if room <= w {
			return i
		}
	}
	return len(fitWidths)
}

// fitFrom returns the class of what is shown from a width on.
func fitFrom(width int) string {
	if width == 0 {
		return ""
	}
	return " f" + strconv.Itoa(width)
}

// fitUntil returns the class of what is shown below a width only.
func fitUntil(width int) string {
	if width == len(fitWidths) {
		return ""
	}
	return " u" + strconv.Itoa(width)
}

// decadeLines says who led the two sides in a decade.
func decadeLines(leaders []site.Leaders, decade int) []StripLine {
	var lines []StripLine
	for _, l := range leaders {
		line := StripLine{Side: l.Side, Title: l.Title}
		for _, t := range l.Terms {
			from, _, _ := t.From.Date()
			to, _, _ := t.To.Date()
			if from > decade+9 || to < decade {
				continue
			}
			if line.Text != "" {
				line.Text += " · "
			}
			line.Text += t.Short
			if from >= decade {
				line.Text += " " + inYear(t.From)
			}
		}
		if line.Text != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
