package interchange

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"

	"buildsite/internal/source"
)

// sheet is a table of another program while it is read.
type sheet struct {
	*reader
	csv     *csv.Reader
	columns []string // names as known, "" for one that is not
	lines   []int    // where the lines of the file's text begin
	row     []string
}

// table reads a table. It is the site's own, or one for TimelineJS, by its
// columns.
func (r *reader) table() {
	t := &sheet{reader: r, csv: csv.NewReader(strings.NewReader(r.file.Text))}
	t.csv.Comma, t.csv.FieldsPerRecord = separator(r.file.Text), -1
	for l := range source.Lines(r.file.Text) {
		t.lines = append(t.lines, l.Start)
	}
	if !t.next() {
		return
	}
	switch {
	case t.names(ownColumns()) && t.has("date", "title"):
		t.each(t.event)
	case t.names(slideColumns[:]) && t.has("year", "headline"):
		t.each(t.slide)
	default:
		r.problem(0, "events.csv has columns date and title, a table for TimelineJS has Year and Headline",
			"this is neither a table of events nor one for TimelineJS: its columns are %.200s", strings.Join(t.row, ", "))
	}
}

// separator returns what parts the cells of a table: what there is most of in
// its first line.
func separator(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, c := range ";\t" {
		if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
			best = c
		}
	}
	return best
}

// next reads the next row. A fault of the table ends it, and is told.
func (t *sheet) next() bool {
	var err error
	t.row, err = t.csv.Read()
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		t.problem(t.offset(bad.Line, bad.Column), "a cell with a quotation mark in it stands in quotation marks, and those within are doubled; nothing behind this place was read",
			"the table is broken here: %v", bad.Err)
	}
	return err == nil
}

// offset tells where in the text a place of the table is. Lines and columns
// count from one, columns in bytes.
func (t *sheet) offset(line, column int) int {
	if line < 1 || line > len(t.lines) {
		return len(t.file.Text)
	}
	return min(t.lines[line-1]+max(column-1, 0), len(t.file.Text))
}

// at tells where in the text a cell of the row begins.
func (t *sheet) at(i int) int {
	if i < 0 || i >= len(t.row) {
		i = 0
	}
	return t.offset(t.csv.FieldPos(i))
}

// names takes the first row for names of columns; ok is false if it has none of
// the known ones.
func (t *sheet) names(known []string) (ok bool) {
	t.columns = make([]string, len(t.row))
	for i, cell := range t.row {
		if name := columnName(cell); slices.Contains(known, name) {
			t.columns[i] = name
			ok = true
		}
	}
	return ok
}

// columnName is what a column's name is compared by.
func columnName(cell string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(cell)), " ", "_")
}

func (t *sheet) has(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(t.columns, name) })
}

// each reads the rows. Columns that are not known are told once.
func (t *sheet) each(read func()) {
	for i, cell := range t.row {
		if t.columns[i] == "" && strings.TrimSpace(cell) != "" {
			t.remark(t.at(i), "rename it if it is meant for one of those that are", "the column %q is not known and was left out", cell)
		}
	}
	for t.next() {
		switch {
		case !slices.ContainsFunc(t.row, func(cell string) bool { return strings.TrimSpace(cell) != "" }):
		case len(t.row) > len(t.columns):
			t.problem(t.at(len(t.columns)), "a cell with a comma in it stands in quotation marks", "this row has %d cells, the first one %d", len(t.row), len(t.columns))
		default:
			read()
		}
	}
}

// cell returns the cell of a column, "" where the table has none, and where it
// stands.
func (t *sheet) cell(column string) (text string, off int) {
	i := slices.Index(t.columns, column)
	if i < 0 || i >= len(t.row) {
		return "", t.at(0)
	}
	return strings.TrimSpace(t.row[i]), t.at(i)
}
