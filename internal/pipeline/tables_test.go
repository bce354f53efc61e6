package pipeline_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path"
	"slices"
	"strconv"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"
)

// dataPackage is what the test needs of a descriptor.
type dataPackage struct {
	Name      string
	Resources []struct {
		Name, Path, Format string
		Schema             struct {
			Fields []struct {
				Name, Type  string
				Constraints struct {
					Required, Unique bool
					Enum             []string
				}
			}
			PrimaryKey  []string
			ForeignKeys []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			}
		}
	}
}

// TestDataPackage reads every table of the real content as its descriptor says:
// columns, types, constraints, keys.
func TestDataPackage(t *testing.T) {
	site := render(t, builtIn(t, os.DirFS("../../content")), nil)
	var pack dataPackage
	if err := json.Unmarshal(site["datapackage.json"], &pack); err != nil {
		t.Fatal(err)
	}
	columns := make(map[string]map[string][]string) // cells by resource and column
	for _, r := range pack.Resources {
		if site[r.Path] == nil {
			t.Fatalf("no file %s", r.Path)
		}
		if r.Format != "csv" {
			continue
		}
		rows := readTable(t, r.Path, site[r.Path])
		cells := make(map[string][]string)
		for i, f := range r.Schema.Fields {
			if rows[0][i] != f.Name {
				t.Errorf("%s: column %d is %q, the descriptor says %q", r.Path, i+1, rows[0][i], f.Name)
			}
			for _, row := range rows[1:] {
				cells[f.Name] = append(cells[f.Name], row[i])
				if !fits(f.Type, row[i]) {
					t.Errorf("%s: %q in %s is no %s", r.Path, row[i], f.Name, f.Type)
				}
				if row[i] == "" && f.Constraints.Required {
					t.Errorf("%s: an empty cell in %s", r.Path, f.Name)
				}
				if row[i] != "" && f.Constraints.Enum != nil && !slices.Contains(f.Constraints.Enum, row[i]) {
					t.Errorf("%s: %q in %s", r.Path, row[i], f.Name)
				}
			}
			if f.Constraints.Unique && repeated(cells[f.Name]) {
				t.Errorf("%s: %s has a cell twice", r.Path, f.Name)
			}
		}
		if len(r.Schema.PrimaryKey) > 0 && repeated(together(cells, r.Schema.PrimaryKey)) {
			t.Errorf("%s: two rows with one key", r.Path)
		}
		columns[r.Name] = cells
	}
	referred := 0
	for _, r := range pack.Resources {
		for _, key := range r.Schema.ForeignKeys {
			known := together(columns[key.Reference.Resource], key.Reference.Fields)
			for _, cell := range together(columns[r.Name], key.Fields) {
				referred++
				if !slices.Contains(known, cell) {
					t.Errorf("%s: %q is not in %s", r.Path, cell, key.Reference.Resource)
				}
			}
		}
	}
	if referred < 500 || len(pack.Resources) < 9 || len(columns["events"]["id"]) < 275 {
		t.Errorf("%d references in %d resources: the content has more", referred, len(pack.Resources))
	}
}

// readTable reads a table with Go's own reader and holds it against RFC 4180.
func readTable(t *testing.T, name string, data []byte) [][]string {
	t.Helper()
	if !utf8.Valid(data) || path.Dir(name) == "." && bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) {
		t.Errorf("%s: not UTF-8 with CRLF", name)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

func fits(kind, cell string) bool {
	var err error
	switch {
	case cell == "":
	case kind == "integer":
		_, err = strconv.Atoi(cell)
	case kind == "number":
		_, err = strconv.ParseFloat(cell, 64)
	case kind == "boolean":
		return cell == "true" || cell == "false"
	case kind == "date":
		_, err = time.Parse(time.DateOnly, cell)
	}
	return err == nil
}

// together joins the cells of several columns, row by row.
func together(cells map[string][]string, columns []string) []string {
	var all []string
	for i, name := range columns {
		for j, cell := range cells[name] {
			if i == 0 {
				all = append(all, cell)
				continue
			}
			all[j] += "\x00" + cell
		}
	}
	return all
}

func repeated(cells []string) bool {
	sorted := slices.Sorted(slices.Values(cells))
	return len(slices.Compact(sorted)) != len(cells)
}

// TestTableFormulas: what a spreadsheet would take for a formula is none.
func TestTableFormulas(t *testing.T) {
	content := fstest.MapFS{"events/1970-a.md": {Data: []byte("---\ntitle: =HYPERLINK(\"https://example.org\")\ndate: 1970\nsummary: \"@SUM(1)\"\n---\n")}}
	rows := readTable(t, "events.csv", render(t, builtIn(t, content), nil)["events.csv"])
	title, summary := slices.Index(rows[0], "title"), slices.Index(rows[0], "summary")
	if rows[1][title] != `'=HYPERLINK("https://example.org")` || rows[1][summary] != "'@SUM(1)" {
		t.Errorf("title %q, summary %q", rows[1][title], rows[1][summary])
	}
}
