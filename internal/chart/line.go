package chart

// Spot is a point of a line chart.
type Spot struct{ X, Y Share } // Y from the top

// Segment joins two spots.
type Segment struct{ From, To Spot }

// Segments returns what joins the spots of each run. Between runs there is a
// gap, and a run of one spot is joined to nothing.
func Segments(runs [][]Spot) []Segment {
	var all []Segment
	for _, run := range runs {
		for i := 1; i < len(run); i++ {
			all = append(all, Segment{run[i-1], run[i]})
		}
	}
	return all
}
