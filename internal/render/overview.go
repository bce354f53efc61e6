package render

import (
	"buildsite/internal/site"
)

// The overview's units are those of its viewBox; a year takes barStep of them.
const (
	barStep   = 10
	barWidth  = 7
	barsTall  = 100 // the highest year, as site.YearCount.Height counts
	tickSpace = 26  // under the base line, for the decades
)

// Overview is the strip of all years: one bar for each, in the units of an SVG
// viewBox.
type Overview struct {
	Width, Height int
	Base          int // y of the base line
	Bars          []Bar
	Ticks         []Tick
	Peak          site.YearCount // the first of the years with most events
}

// Bar is one year with events.
type Bar struct {
	site.YearCount
	X, Y, W, H int
	TurnH      int // height of the part that stands for turning points
	TurnY      int
}

// Tick marks the first year of a decade.
type Tick struct {
	X    int
	Year int
}

// newOverview lays out the years, which follow each other without a gap.
func newOverview(years []site.YearCount) Overview {
	o := Overview{Width: max(1, len(years)*barStep), Height: barsTall + tickSpace, Base: barsTall}
	for i, y := range years {
		x := i * barStep
		if y.Year%10 == 0 && x+4*barStep <= o.Width {
			o.Ticks = append(o.Ticks, Tick{X: x, Year: y.Year})
		}
		if y.Count > o.Peak.Count {
			o.Peak = y
		}
		if y.Count == 0 {
			continue
		}
		h := max(2, min(y.Height, barsTall))
		bar := Bar{YearCount: y, X: x + (barStep-barWidth)/2, Y: barsTall - h, W: barWidth, H: h}
		bar.TurnH = min(h, h*y.Turns/y.Count)
		bar.TurnY = barsTall - bar.TurnH
		o.Bars = append(o.Bars, bar)
	}
	return o
}
