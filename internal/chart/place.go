package chart

import (
	"cmp"
	"slices"
)

// Label is something to be written at a place of an axis, centred on it.
type Label struct{ At, Width float64 }

// Placed is where a label came to stand.
type Placed struct {
	Row  int     // from 0
	At   float64 // its middle, moved inward at the ends of the axis
	Size float64 // its width
}

// Place gives each label a row in which it overlaps none, as low a row as there
// is, so that labels near each other stand over each other. Labels that would
// stand over an end of the axis are moved inward. Between two labels of a row
// at least gap is free. The second result is the number of rows.
func Place(labels []Label, length, gap float64) ([]Placed, int) {
	placed := make([]Placed, len(labels))
	order := make([]int, len(labels))
	for i, l := range labels {
		order[i] = i
		half := l.Width / 2
		placed[i] = Placed{At: max(half, min(length-half, l.At)), Size: l.Width}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(placed[a].At-placed[a].Size/2, placed[b].At-placed[b].Size/2)
	})
	var ends []float64 // of the rows
	for _, i := range order {
		p := &placed[i]
		left := p.At - p.Size/2
		p.Row = slices.IndexFunc(ends, func(end float64) bool { return end+gap <= left })
		if p.Row < 0 {
			p.Row = len(ends)
			ends = append(ends, 0)
		}
		ends[p.Row] = p.At + p.Size/2
	}
	return placed, len(ends)
}
