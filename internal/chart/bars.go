package chart

import (
	"math"
	"strconv"
	"strings"
)

// The box of a chart's bars is YearUnits wide a year; the bar takes most of
// them and leaves the rest as a gap.
const (
	YearUnits = 10
	barUnits  = 8
)

// Path is the outline of shapes as the d attribute of an SVG path has it.
type Path string

// Stack is the bars of several classes over a run of years: some stand on each
// other above a line, some hang below it.
type Stack struct {
	Height int // of the box, in pixels
	Base   int // where the line is, from the top

	up, down [][]int
	scale    float64 // pixels for one
}

// tallestOne is how many pixels one of what is counted takes at most.
const tallestOne = 24

// NewStack lays out counts: up[class][i] and down[class][i] are those of the
// i-th year. The box is about as high as given, or lower where there is little
// to count; a bar that is not empty is at least one pixel high, however many
// the longest bar stands for.
func NewStack(up, down [][]int, height int) *Stack {
	s := &Stack{up: up, down: down}
	s.scale = math.Min(tallestOne, float64(height)/math.Max(1, most(up)+most(down)))
	s.Base = s.tallest(up)
	s.Height = max(1, s.Base+s.tallest(down))
	return s
}

// most returns the largest sum of a year.
func most(classes [][]int) float64 {
	sums := make(map[int]float64)
	largest := 0.0
	for _, class := range classes {
		for i, n := range class {
			sums[i] += float64(max(0, n))
			largest = math.Max(largest, sums[i])
		}
	}
	return largest
}

// tallest returns the height of the highest stack, in pixels.
func (s *Stack) tallest(classes [][]int) int {
	sums := make(map[int]int)
	tallest := 0
	for _, class := range classes {
		for i, n := range class {
			sums[i] += s.pixels(n)
			tallest = max(tallest, sums[i])
		}
	}
	return tallest
}

// pixels returns how high the bar for a count is.
func (s *Stack) pixels(count int) int {
	if count <= 0 {
		return 0
	}
	return max(1, int(math.Round(float64(count)*s.scale)))
}

// Level returns where a count of the years above the line, or for a negative
// one below it, ends: pixels from the top.
func (s *Stack) Level(count int) int {
	if count < 0 {
		return s.Base + s.pixels(-count)
	}
	return s.Base - s.pixels(count)
}

// Reach returns how far the bars of the years from index from to before to are
// from the line at most, in pixels.
func (s *Stack) Reach(from, to int) int {
	reach := 0
	for _, classes := range [...][][]int{s.up, s.down} {
		for i := from; i < to; i++ {
			sum := 0
			for _, class := range classes {
				if i < len(class) {
					sum += s.pixels(class[i])
				}
			}
			reach = max(reach, sum)
		}
	}
	return reach
}

// Cut draws the years from index from to before to, the first at the left edge
// of a box (to-from)*YearUnits wide. A class without a bar has an empty path.
func (s *Stack) Cut(from, to int) (up, down []Path) {
	return s.draw(s.up, from, to, -1), s.draw(s.down, from, to, 1)
}

// draw draws the classes outward from the line, upward for -1.
func (s *Stack) draw(classes [][]int, from, to, way int) []Path {
	paths := make([]Path, len(classes))
	taken := make([]int, max(0, to-from))
	for c, class := range classes {
		var b strings.Builder
		for i := from; i < min(to, len(class)); i++ {
			if h := s.pixels(class[i]); h > 0 {
				bar(&b, (i-from)*YearUnits+(YearUnits-barUnits)/2, s.Base+way*taken[i-from], way*h)
				taken[i-from] += h
			}
		}
		paths[c] = Path(b.String())
	}
	return paths
}

// bar writes a rectangle that begins at y and is h high, downward.
func bar(b *strings.Builder, x, y, h int) {
	for _, part := range [...]string{
		"M", strconv.Itoa(x), " ", strconv.Itoa(y), "v", strconv.Itoa(h), "h", strconv.Itoa(barUnits), "v", strconv.Itoa(-h), "z",
	} {
		b.WriteString(part)
	}
}
