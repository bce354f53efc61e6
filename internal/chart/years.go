package chart

import (
	"math"

	"buildsite/internal/edtf"
)

// Years is an axis on which every year from the first to the last has a column
// of the same width.
type Years struct{ First, Last int }

// Count returns the number of years, at least one.
func (y Years) Count() int { return max(1, y.Last-y.First+1) }

// Left returns where the column of a year begins.
func (y Years) Left(year int) Share { return Share(float64(year-y.First) / float64(y.Count())) }

// Mid returns the middle of a year's column.
func (y Years) Mid(year int) Share { return Share((float64(year-y.First) + 0.5) / float64(y.Count())) }

// Day returns where a day stands within its year's column.
func (y Years) Day(d edtf.Day) Share {
	year, _, _ := d.Date()
	first, ok := edtf.NewDay(year, 1, 1)
	next, okNext := edtf.NewDay(year+1, 1, 1)
	if !ok || !okNext {
		return y.Left(year)
	}
	return y.Left(year) + Share(float64(d-first)/float64(next-first)/float64(y.Count()))
}

// Has tells whether the axis holds the year.
func (y Years) Has(year int) bool { return y.First <= year && year <= y.Last }

// YearTick is a year that is written at the axis.
type YearTick struct {
	Year int
	At   Share   // where its column begins
	Room float64 // from which width of the chart on it is shown
}

// Ticks returns the years to write, such as every tenth, each four digits of a
// type of the given size wide. The rounder a year is, the narrower the chart
// that still shows it. A year whose number would stand over the right edge is
// left out.
func (y Years) Ticks(size float64) []YearTick {
	wide := TextWidth("1970", size) * 1.6
	var ticks []YearTick
	step := 10
	if y.Count() <= 60 {
		step = 5
	}
	for year := ceil(y.First, step); year <= y.Last; year += step {
		left := 1 - y.Left(year)
		t := YearTick{Year: year, At: y.Left(year)}
		t.Room = math.Max(Room(wide, left), Room(wide, Share(float64(interval(year))/float64(y.Count()))))
		if t.Room < widest {
			ticks = append(ticks, t)
		}
	}
	return ticks
}

// widest is more than charts are wide, in pixels.
const widest = 1200

// interval returns how far the next year stands that is as round.
func interval(year int) int {
	for _, n := range [...]int{50, 10} {
		if year%n == 0 {
			return n
		}
	}
	return 5
}

// ceil returns the first multiple of step that is not before year.
func ceil(year, step int) int {
	below := year / step * step
	if below < year {
		return below + step
	}
	return below
}
