package timeline

import (
	"slices"

	"buildsite/internal/edtf"
)

// dayIndex finds groups whose dates may overlap a date without looking at all
// of them: by month where the date spans at most two, else in one list.
type dayIndex struct {
	months map[int][]int
	wide   []int
}

func newDayIndex() *dayIndex { return &dayIndex{months: make(map[int][]int)} }

// bucket is about a month.
func bucket(d edtf.Day) int { return int(d) >> 5 }

// maxBuckets is how many buckets a date may span and still be kept by month.
const maxBuckets = 4

// yearBuckets is how many buckets a year spans.
const yearBuckets = 12

func (x *dayIndex) add(d edtf.Date, g int) {
	from, to := bucket(d.First()), bucket(d.Last())
	if to-from >= maxBuckets {
		x.wide = append(x.wide, g)
		return
	}
	for b := from; b <= to; b++ {
		x.months[b] = append(x.months[b], g)
	}
}

// near returns groups in ascending order, each once, among them all whose
// dates overlap the days from first to last.
func (x *dayIndex) near(first, last edtf.Day) []int {
	from, to := bucket(first), bucket(last)
	near := append([]int(nil), x.wide...)
	if to-from > yearBuckets {
		// So wide a date merges only with an equal one, which is wide as well.
		return near
	}
	for b := from; b <= to; b++ {
		near = append(near, x.months[b]...)
	}
	slices.Sort(near)
	return slices.Compact(near)
}
