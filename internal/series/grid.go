package series

import (
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"maps"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/registry"
	"buildsite/internal/source"
)

// The columns that every table has beside those of figures.
const (
	yearColumn      = "year"
	titleColumn     = "source_title"
	publisherColumn = "source_publisher"
	urlColumn       = "source_url"
	noteColumn      = "note"
)

// isFigures tells whether a column of that name holds figures.
func isFigures(name string) bool {
	switch name {
	case yearColumn, titleColumn, publisherColumn, urlColumn, noteColumn:
		return false
	}
	return true
}

// grid is a CSV file as written, with the place of each field.
type grid struct {
	raw    []byte
	file   *source.File
	header []field
	rows   [][]field
	ds     []source.Diagnostic
}

// field is one field of a CSV file.
type field struct {
	text string
	at   int // offset in the file's text
}

// readGrid reads a CSV file. Spreadsheet programs save it in many encodings.
func readGrid(content fs.FS, name string) *grid {
	raw, err := fs.ReadFile(content, name)
	if err != nil {
		return &grid{ds: []source.Diagnostic{{
			File: name, Severity: source.Error, Rule: "unreadable", Text: "this file cannot be read: " + err.Error(),
			Hint: "mend the file, or delete it and its description",
		}}}
	}
	g := &grid{raw: raw}
	g.file, g.ds = source.Decode(name, raw, "")
	r := csv.NewReader(strings.NewReader(g.file.Text))
	lines := lineStarts(g.file.Text)
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			g.syntax(bad, lines)
			break
		}
		g.add(record, func(i int) int {
			line, column := r.FieldPos(i)
			return lines[line-1] + column - 1
		})
	}
	if g.header == nil && len(g.ds) == 0 {
		hint := "write year, a column of figures and " + strings.Join([]string{titleColumn, publisherColumn, urlColumn, noteColumn}, ", ")
		g.problem(0, "series-header", "the file has no first line with the names of the columns", hint)
	}
	return g
}

// lineStarts returns the offset of each line, as package csv counts them.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (g *grid) add(record []string, at func(int) int) {
	row := make([]field, len(record))
	for i, text := range record {
		row[i] = field{strings.TrimSpace(text), at(i)}
	}
	if g.header == nil {
		g.header = row
		return
	}
	g.rows = append(g.rows, row)
}

// problem adds an error at an offset.
func (g *grid) problem(at int, rule, text, hint string) {
	d := g.file.Errorf(at, rule, "%s", text)
	g.ds = append(g.ds, d.WithHint("%s", hint))
}

// syntax tells why a line is no CSV.
func (g *grid) syntax(bad *csv.ParseError, lines []int) {
	at := lines[min(bad.Line, len(lines))-1]
	switch {
	case errors.Is(bad.Err, csv.ErrFieldCount):
		g.problem(at, "csv-syntax", "this line has more or fewer columns than the first", "put texts that hold a comma in quotes")
	default:
		g.problem(at+max(bad.Column-1, 0), "csv-syntax", bad.Err.Error(), "put the whole text in quotes, and write a quote within it twice")
	}
}

// column returns the index of the column of that name, or -1.
func (g *grid) column(name string) int {
	return slices.IndexFunc(g.header, func(f field) bool { return f.text == name })
}

// get returns the field of a row in the column of that name.
func (g *grid) get(row []field, name string) field {
	if i := g.column(name); i >= 0 {
		return row[i]
	}
	return field{at: row[0].at}
}

// checkColumns compares the first line of a table with what its description
// says.
func checkColumns(r *registry.Record, g *grid, meanings map[string]meaning) {
	if g.header == nil {
		return
	}
	known := slices.Sorted(maps.Keys(meanings))
	seen := make(map[string]bool)
	for _, f := range g.header {
		if _, ok := meanings[f.text]; !ok {
			g.problem(f.at, "unknown-column", "nothing says what the column "+strconv.Quote(f.text)+" means", columnHint(f.text, known))
		}
		if seen[f.text] {
			g.problem(f.at, "duplicate-column", "the column "+strconv.Quote(f.text)+" stands here a second time", "keep one of the two, or rename it")
		}
		seen[f.text] = true
	}
	for _, name := range known {
		if !seen[name] {
			r.Report(meanings[name].at, source.Error, "unknown-column", "the figures have no column "+strconv.Quote(name)).Hint = columnHint(name, headers(g.header))
		}
	}
	for _, name := range [...]string{yearColumn, publisherColumn, urlColumn} {
		if !seen[name] {
			g.problem(0, "missing-column", "there is no column "+name, "each figure needs its year and its source")
		}
	}
}

func headers(header []field) []string {
	names := make([]string, len(header))
	for i, f := range header {
		names[i] = f.text
	}
	return names
}

func columnHint(name string, known []string) string {
	if strings.ContainsAny(name, ";\t") {
		return "separate the columns by commas"
	}
	if near := source.Nearest(name, known); near != "" {
		return "did you mean " + strconv.Quote(near) + "?"
	}
	return "name it under columns, or delete it"
}

// take reads the rows of a grid into the table.
func (t *Table) take(g *grid, meanings map[string]meaning) {
	t.Data = g.raw
	for _, f := range g.header {
		c := Column{f.text, meanings[f.text].Names}
		t.Header = append(t.Header, c)
		if isFigures(f.text) {
			t.Columns = append(t.Columns, c)
		}
	}
	if g.column(yearColumn) < 0 {
		return
	}
	told := make(map[[2]string]bool) // year and source
	for _, fields := range g.rows {
		row := t.row(g, fields)
		key := [2]string{strconv.Itoa(row.Year), row.Source.URL}
		if told[key] && row.Year != 0 && row.Source.URL != "" {
			at := g.get(fields, yearColumn).at
			g.problem(at, "year-twice", "the year "+key[0]+" has a row from this source already", "put what one source says of a year in one row")
		}
		told[key] = true
		if t.contradicts(row) {
			g.problem(g.get(fields, yearColumn).at, "figures-differ", "another row of "+key[0]+" has another figure with the same note", "say in the notes what the two count")
		}
		t.Rows = append(t.Rows, row)
	}
	slices.SortStableFunc(t.Rows, func(a, b Row) int { return cmp.Compare(a.Year, b.Year) })
}

// row reads what one source says of one year.
func (t *Table) row(g *grid, fields []field) Row {
	r := Row{Year: g.year(g.get(fields, yearColumn)), Source: g.source(fields), Note: g.get(fields, noteColumn).text}
	written := false
	for _, c := range t.Columns {
		f := g.get(fields, c.ID)
		written = written || f.text != ""
		r.Figures = append(r.Figures, g.figure(f))
	}
	if !written && len(t.Columns) > 0 {
		g.problem(fields[0].at, "no-figure", "this row has no figure", "write the figure, or delete the row and list its year under gaps")
	}
	return r
}

func (g *grid) year(f field) int {
	y, err := strconv.Atoi(f.text)
	if err != nil || len(f.text) != 4 || y < 1 {
		g.problem(f.at, "bad-year", strconv.Quote(f.text)+" is no year", "write four digits, such as 1970")
		return 0
	}
	return y
}

// figure reads a number, or nothing from an empty field.
func (g *grid) figure(f field) Figure {
	if f.text == "" {
		return Figure{}
	}
	whole, part, _ := strings.Cut(f.text, ".")
	v, err := strconv.ParseFloat(f.text, 64)
	if strings.Trim(strings.TrimPrefix(whole, "-"), "0123456789") != "" || strings.Trim(part, "0123456789") != "" || err != nil || math.IsInf(v, 0) {
		g.problem(f.at, "not-a-number", strconv.Quote(f.text)+" is not a number", "write it like 1234.5, without spaces, commas and units")
		return Figure{}
	}
	return Figure{Value: v, Places: len(part), Known: true}
}

// source reads where a row comes from, which every row has to say.
func (g *grid) source(fields []field) Source {
	publisher, address := g.get(fields, publisherColumn), g.get(fields, urlColumn)
	if publisher.text == "" && g.column(publisherColumn) >= 0 {
		g.problem(publisher.at, "no-source", "this row does not say who published it", "write it under "+publisherColumn)
	}
	u, err := url.Parse(address.text)
	if g.column(urlColumn) >= 0 && (err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
		g.problem(address.at, "no-source", "this row has no address of a source", "write it in full under "+urlColumn+", such as https://example.org/report")
	}
	return Source{Title: g.get(fields, titleColumn).text, Publisher: publisher.text, URL: address.text}
}

// contradicts tells whether a row of the same year and note has another figure
// in the same column.
func (t *Table) contradicts(row Row) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool {
		for i, f := range r.Figures {
			if f.Known && row.Figures[i].Known && f.Value != row.Figures[i].Value && r.Year == row.Year && r.Note == row.Note {
				return true
			}
		}
		return false
	})
}
