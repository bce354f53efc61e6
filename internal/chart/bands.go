package chart

import (
	"cmp"
	"slices"

	"buildsite/internal/edtf"
)

// Term is a stretch of days, such as one in office.
type Term struct{ From, To edtf.Day }

// Band is a term along an axis of years.
type Band struct {
	Term  int   // index of the term it stands for
	From  Share // where it begins
	Width Share
}

// Bands lays terms along the axis, in order, each cut off at the ends of the
// axis and where the next one begins. Terms that lie beyond the axis are left
// out.
func (y Years) Bands(terms []Term) []Band {
	order := make([]int, 0, len(terms))
	for i := range terms {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(terms[a].From, terms[b].From) })
	var bands []Band
	for n, i := range order {
		from, to := y.clamp(terms[i].From), y.clamp(terms[i].To+1)
		if n+1 < len(order) {
			to = min(to, y.clamp(terms[order[n+1]].From))
		}
		if from < to {
			bands = append(bands, Band{Term: i, From: from, Width: to - from})
		}
	}
	return bands
}

// clamp returns where a day stands, at the latest at the end of the axis.
func (y Years) clamp(d edtf.Day) Share { return min(1, max(0, y.Day(d))) }
