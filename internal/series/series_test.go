package series

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/lang"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads the content folder in each archive of testdata and compares
// the tables and problems, in one text, with the file "want".
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			content, want := fstest.MapFS{}, ""
			files := archive.Files[:0]
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				content[f.Name] = &fstest.MapFile{Data: f.Data}
				files = append(files, f)
			}
			got := describe(content)
			if *update {
				archive.Files = append(files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// describe writes what a content folder's tables say.
func describe(content fstest.MapFS) string {
	var b strings.Builder
	tables, ds := Read(content)
	for _, t := range tables {
		first, last := t.Years()
		fmt.Fprintf(&b, "%s: %s, %s, %d–%d, %s\n", t.Path(), t.Title.In(lang.ZH), t.Unit.In(lang.FR), first, last, t.License)
		for i, c := range t.Columns {
			fmt.Fprintf(&b, "  %s (%s):", c.ID, c.Meaning.In(lang.FR))
			for _, run := range t.Runs(i) {
				b.WriteString(" |")
				for _, p := range run {
					fmt.Fprintf(&b, " %d=%.*f", p.Year, p.Places, p.Value)
				}
			}
			b.WriteByte('\n')
		}
		for _, r := range t.Rows {
			fmt.Fprintf(&b, "  %d %s, %s %s %q\n", r.Year, r.Source.Title, r.Source.Publisher, r.Source.URL, r.Note)
		}
	}
	for _, d := range ds {
		fmt.Fprintln(&b, d)
	}
	return b.String()
}

func TestNoFolder(t *testing.T) {
	if tables, ds := Read(fstest.MapFS{"site.yaml": {}}); tables != nil || ds != nil {
		t.Errorf("%v, %v", tables, ds)
	}
}

// TestSpreadsheet reads what spreadsheet programs save: a byte-order mark and
// lines that end in two characters.
func TestSpreadsheet(t *testing.T) {
	const header = "year,x,source_publisher,source_url\r\n"
	tables, ds := Read(fstest.MapFS{
		"data/a.yaml": {Data: []byte("title: A\nunit: t\ncolumns: {year: y, x: x, source_publisher: p, source_url: u}\n")},
		"data/a.csv":  {Data: []byte("\ufeff" + header + "2001,x1,Québec,https://example.org/\r\n")},
	})
	if len(tables) != 0 || len(ds) != 1 || ds[0].Pos.String() != "2:6" || ds[0].Rule != "not-a-number" {
		t.Errorf("%v, %v", tables, ds)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("year,x,source_publisher,source_url\n2001,1.5,P,https://example.org/\n")
	f.Add("year,x\n\"2001,1")
	f.Add("\"year\r\n\",x,x\n1,2,3\n")
	const yaml = "title: A\nunit: t\ncolumns: {year: y, x: x, source_publisher: p, source_url: u}\n"
	f.Fuzz(func(t *testing.T, csv string) {
		tables, ds := Read(fstest.MapFS{"data/a.yaml": {Data: []byte(yaml)}, "data/a.csv": {Data: []byte(csv)}})
		if len(tables)+len(ds) == 0 {
			t.Error("neither a table nor a problem")
		}
		for _, table := range tables {
			for _, r := range table.Rows {
				if r.Year < 1 || len(r.Figures) != len(table.Columns) || r.Source.URL == "" {
					t.Errorf("row %+v", r)
				}
			}
		}
	})
}
