package render

import (
	"strconv"

	"buildsite/internal/site"
)

// The bars stand in a box of their own whose units are these; it is stretched
// to the width of the page. What must not be stretched, words, is placed
// outside the box in percent of the width.
const (
	barStep  = 10  // a year
	barWidth = 7   // of them the bar
	barsTall = 100 // the highest year, as site.YearCount.Height counts
)

// Overview is the strip of all years: one bar for each year with events.
type Overview struct {
	Width  int // of the bars' box; its height is 100
	Bars   []Bar
	Ticks  []Tick
	Peak   site.YearCount // the first of the years with most events
	PeakAt string         // where its bar stands, in percent
	Early  bool           // the peak stands in the left half
}

// Bar is one year with events; the box's y grows downward.
type Bar struct {
	site.YearCount
	Hit         int // x of the whole step, which can be clicked
	X, Y, W, H  int
	TurnY, Turn int // y and height of the part that stands for turning points
}

// Tick marks the first year of a decade.
type Tick struct {
	At    string // in percent
	Year  int
	Major bool // shown where there is little room, too
}

// newOverview lays out the years, which follow each other without a gap.
func newOverview(years []site.YearCount) Overview {
	o := Overview{Width: max(1, len(years)) * barStep}
	for i, y := range years {
		x := i * barStep
		if room := len(years) - i; y.Year%10 == 0 && room >= 5 {
			o.Ticks = append(o.Ticks, Tick{At: o.percent(x), Year: y.Year, Major: y.Year%50 == 0 || len(years) <= 50})
		}
		if y.Count > o.Peak.Count {
			o.Peak, o.PeakAt, o.Early = y, o.percent(x+barStep/2), i < len(years)/2
		}
		if y.Count > 0 {
			o.Bars = append(o.Bars, newBar(y, x))
		}
	}
	return o
}

// newBar returns the bar of a year with events whose step begins at x.
func newBar(y site.YearCount, x int) Bar {
	h := max(2, min(y.Height, barsTall))
	turn := min(h, (h*y.Turns+y.Count-1)/y.Count)
	return Bar{
		YearCount: y, Hit: x,
		X: x + (barStep-barWidth)/2, Y: barsTall - h, W: barWidth, H: h,
		TurnY: barsTall - turn, Turn: turn,
	}
}

// percent writes x as a share of the width, to a hundredth.
func (o *Overview) percent(x int) string {
	return strconv.FormatFloat(float64(x*10000/o.Width)/100, 'f', -1, 64) + "%"
}
