package series

import (
	"slices"
	"strconv"

	"buildsite/internal/registry"
	"buildsite/internal/source"
)

// Point is a figure of one column in its year.
type Point struct {
	Figure
	Year int
	Row  *Row // that has it
}

// Points returns the known figures of a column in the order of years. A year
// has more than one where sources differ.
func (t *Table) Points(column int) []Point {
	var all []Point
	for i := range t.Rows {
		r := &t.Rows[i]
		p := Point{r.Figures[column], r.Year, r}
		again := func(q Point) bool { return q.Year == p.Year && q.Value == p.Value }
		if p.Known && !slices.ContainsFunc(all, again) {
			all = append(all, p)
		}
	}
	return all
}

// Runs parts the points of a column into those that may be joined by a line:
// of years that follow each other, from one publisher, with the same note. Any
// other neighbours may count different things.
func (t *Table) Runs(column int) [][]Point {
	points := t.Points(column)
	var runs [][]Point
	for i, p := range points {
		if i > 0 && joins(points[i-1], p) {
			runs[len(runs)-1] = append(runs[len(runs)-1], p)
			continue
		}
		runs = append(runs, []Point{p})
	}
	return runs
}

// joins tells whether two points may be joined by a line.
func joins(p, q Point) bool {
	return p.Year+1 == q.Year && p.Row.Source.Publisher == q.Row.Source.Publisher && p.Row.Note == q.Row.Note
}

// Years returns the first and the last year of a table, or zeros.
func (t *Table) Years() (first, last int) {
	if len(t.Rows) == 0 {
		return 0, 0
	}
	return t.Rows[0].Year, t.Rows[len(t.Rows)-1].Year
}

// checkGaps compares the years that the description says are missing with
// those that are.
func (t *Table) checkGaps(r *registry.Record) {
	first, last := t.Years()
	if first == 0 {
		return
	}
	told := r.List("gaps")
	for i, text := range told {
		if t.has(text) {
			r.Report(r.Item("gaps", i), source.Warning, "gap", "the year "+text+" is no gap: a row has it").Hint = "take it out of gaps"
		}
	}
	for y := first + 1; y < last; y++ {
		if text := strconv.Itoa(y); !t.has(text) && !slices.Contains(told, text) {
			r.Problem("gaps", source.Warning, "gap", "the year "+text+" has no row and is not listed as a gap").Hint = "add it to gaps, or its figures to the table"
		}
	}
}

// has tells whether a row is of the year.
func (t *Table) has(year string) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return strconv.Itoa(r.Year) == year })
}
