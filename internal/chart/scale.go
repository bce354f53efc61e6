package chart

import "math"

// Scale maps values to shares of a height. Its ends are round.
type Scale struct {
	Lo, Hi float64
	Ticks  []float64 // round values from Lo to Hi, both included
}

// NewScale returns a scale that holds lo, hi and zero, with round ticks of which
// there are about n, and at least two.
func NewScale(lo, hi float64, n int) Scale {
	lo, hi = math.Min(finite(lo), 0), math.Max(finite(hi), 0)
	if lo == hi {
		hi = 1
	}
	step := Step(hi-lo, n)
	first, last := math.Floor(lo/step), math.Ceil(hi/step)
	s := Scale{Lo: first * step, Hi: last * step}
	for i := first; i <= last; i++ {
		s.Ticks = append(s.Ticks, i*step)
	}
	return s
}

// largest bounds what a scale can hold, so that sums stay finite.
const largest = 1e300

func finite(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return math.Max(-largest, math.Min(largest, v))
}

// Step returns the smallest of 1, 2, 5, 10, 20, … and of 0.5, 0.2, 0.1, … that
// parts a length into at most n steps. The length has to be above zero.
func Step(length float64, n int) float64 {
	rough := length / float64(max(n, 1))
	unit := math.Pow(10, math.Floor(math.Log10(rough)))
	if unit == 0 || math.IsInf(unit, 0) {
		return rough
	}
	for _, m := range [...]float64{1, 2, 5} {
		if m*unit >= rough*(1-1e-9) {
			return m * unit
		}
	}
	return 10 * unit
}

// At returns where a value stands, as a share of the height from the bottom.
func (s Scale) At(v float64) Share { return Share((v - s.Lo) / (s.Hi - s.Lo)) }

// FromTop is At counted from the top, as pictures count.
func (s Scale) FromTop(v float64) Share { return 1 - s.At(v) }
