// Package series reads the figures that charts are drawn from: the tables in
// the data folder beside the seeds.
//
// A table is a CSV file with a YAML file of the same name beside it. The CSV
// holds a row for what one source says of one year: the year, a figure in any
// of the table's own columns, the source, a note. The YAML says what these
// columns mean, what the figures show and, as important, what they do not.
//
// Each figure keeps its source and its note, because figures that count
// different things must not be drawn as one line: [Table.Runs] joins only
// neighbouring years that one publisher counted in one way.
package series

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/registry"
	"buildsite/internal/source"
)

// Dir is the folder of the tables within the content folder.
const Dir = "data"

// Table is one file of figures.
type Table struct {
	Name        string // of its files, without folder and ending
	Title       lexicon.Names
	Unit        lexicon.Names // "billion CAD"
	Basis       lexicon.Names // who counted, and how
	Shows       lexicon.Names
	DoesNotShow lexicon.Names
	License     string
	Columns     []Column // of figures, in the file's order
	Header      []Column // all columns, those of year and source, too
	Rows        []Row    // in the order of years, and within one as in the file
	Data        []byte   // the CSV file as it is
}

// Column is a column of a table; one of figures is a series.
type Column struct {
	ID      string
	Meaning lexicon.Names
}

// Row is what one source says of one year.
type Row struct {
	Year    int
	Figures []Figure // one for each of the table's columns
	Source  Source
	Note    string // rounding, basis and other warnings; may be empty
}

// Figure is a number as its source has it. The zero value is none.
type Figure struct {
	Value  float64
	Places int // digits after the point, as written: 16.0 has one
	Known  bool
}

// Source is where a row was read.
type Source struct{ Title, Publisher, URL string }

// Path returns the content-relative path of the table's CSV file.
func (t *Table) Path() string { return path.Join(Dir, t.Name+".csv") }

// Read reads all tables of a content folder, by name. Without a data folder
// there are none. A table with an error is told and left out.
func Read(content fs.FS) ([]*Table, []source.Diagnostic) {
	names, ds := survey(content)
	var tables []*Table
	for _, name := range names {
		t, problems := read(content, name)
		ds = append(ds, problems...)
		if !source.HasError(problems) {
			tables = append(tables, t)
		}
	}
	return tables, ds
}

// survey returns the names of the tables, and tells of halves without the
// other half.
func survey(content fs.FS) (names []string, ds []source.Diagnostic) {
	files, err := fs.Glob(content, Dir+"/*")
	if err != nil {
		return nil, nil // only a bad pattern is an error
	}
	slices.Sort(files)
	for _, file := range files {
		ext := path.Ext(file)
		base := strings.TrimSuffix(file, ext)
		other := map[string]string{".csv": ".yaml", ".yaml": ".csv"}[ext]
		switch {
		case other == "" || strings.HasPrefix(path.Base(file), "."):
		case !slices.Contains(files, base+other):
			ds = append(ds, alone(file, base+other))
		case ext == ".csv":
			names = append(names, path.Base(base))
		}
	}
	return names, ds
}

// alone tells of a file whose other half is missing. Nothing is drawn of it, so
// it keeps no site from being published.
func alone(file, other string) source.Diagnostic {
	d := source.Diagnostic{File: file, Severity: source.Warning, Rule: "series-alone"}
	if path.Ext(file) == ".csv" {
		d.Text = "figures without a file that says what they mean were left out"
		return d.WithHint("write %s beside it, with title, unit and columns", other)
	}
	d.Text = "a description without figures was left out"
	return d.WithHint("put the figures into %s, or delete this file", other)
}

// keys are what the YAML file of a table may say. Texts come in English, and
// with _fr and _zh in the other two languages.
var keys = []string{
	"title", "title_fr", "title_zh", "unit", "unit_fr", "unit_zh", "basis", "basis_fr", "basis_zh",
	"shows", "shows_fr", "shows_zh", "does_not_show", "does_not_show_fr", "does_not_show_zh",
	"columns", "columns_fr", "columns_zh", "currency", "scale", "gaps", "license",
}

// read reads one table from its two files.
func read(content fs.FS, name string) (*Table, []source.Diagnostic) {
	f, r := registry.OpenOne(content, path.Join(Dir, name+".yaml"), keys...)
	t := &Table{Name: name}
	if r == nil {
		if len(f.Diagnostics()) == 0 {
			return t, []source.Diagnostic{empty(path.Join(Dir, name+".yaml"))}
		}
		return t, f.Diagnostics()
	}
	t.Title, t.Unit, t.Basis = texts(r, "title"), texts(r, "unit"), texts(r, "basis")
	t.Shows, t.DoesNotShow, t.License = texts(r, "shows"), texts(r, "does_not_show"), r.Text("license")
	for _, key := range [...]string{"title", "unit", "columns"} {
		if !r.Has(key) {
			r.Problem(key, source.Error, "missing-key", "the key "+key+" is missing").Hint = "a chart cannot be labelled without it"
		}
	}
	meanings := meanings(r)
	g := readGrid(content, t.Path())
	t.take(g, meanings)
	checkColumns(r, g, meanings)
	t.checkGaps(r)
	return t, append(f.Diagnostics(), g.ds...)
}

// empty tells of a description that says nothing.
func empty(file string) source.Diagnostic {
	d := source.Diagnostic{File: file, Severity: source.Error, Rule: "series-alone", Text: "the file is empty"}
	return d.WithHint("write title, unit and columns, as in the other files of this folder")
}

// texts reads a text in all languages.
func texts(r *registry.Record, key string) lexicon.Names {
	n := lexicon.Names{lang.Unknown: r.Text(key)}
	for _, l := range [...]lang.Lang{lang.FR, lang.ZH} {
		n[l] = r.Text(key + "_" + l.String())
	}
	return n
}

// meaning is what the YAML file says of a column, with its place there.
type meaning struct {
	lexicon.Names
	at registry.Place
}

// meanings reads what the columns mean.
func meanings(r *registry.Record) map[string]meaning {
	all := make(map[string]meaning)
	for _, p := range r.Pairs("columns") {
		all[p.Key] = meaning{lexicon.Names{lang.Unknown: p.Text}, p.At}
	}
	for _, l := range [...]lang.Lang{lang.FR, lang.ZH} {
		for _, p := range r.Pairs("columns_" + l.String()) {
			m, ok := all[p.Key]
			if !ok {
				r.Report(p.At, source.Error, "unknown-column", "there is no column "+p.Key).Hint = "columns has to name it, too"
				continue
			}
			m.Names[l] = p.Text
			all[p.Key] = m
		}
	}
	return all
}
