package interchange

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/lang"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestRead reads the first file of each archive and wants the seeds that follow
// it, with where each stood, and what is told.
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: a.Comment, Files: a.Files[:1:1]}
			drafts, ds := Read(a.Files[0].Name, a.Files[0].Data, Options{})
			for _, d := range drafts {
				for _, f := range d.Files() {
					got.Files = append(got.Files, txtar.File{Name: f.Name + " from " + d.Pos.String(), Data: f.Sheet.Bytes()})
				}
			}
			var told strings.Builder
			for _, d := range ds {
				told.WriteString(d.String() + "\n")
			}
			got.Files = append(got.Files, txtar.File{Name: "told", Data: []byte(told.String())})
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(a)), string(txtar.Format(got))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// fuzz reads anything by a format: no panic, every problem has a place and a
// mend, and every draft is a seed that can be read.
func fuzz(f *testing.F, name string) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, archive := range archives {
		a, err := txtar.ParseFile(archive)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		drafts, ds := Read(name, []byte(text), Options{Lang: lang.EN})
		for _, d := range ds {
			if d.Pos.IsZero() || d.Rule == "" {
				t.Fatalf("%+v", d)
			}
		}
		for _, d := range drafts {
			for _, file := range d.Files() {
				if _, ds := seed.Parse(file.Name, file.Sheet.Bytes(), seed.Options{}); source.HasError(ds) || d.ID == "" || d.Pos.IsZero() {
					t.Fatalf("%v\n%+v\n%s", ds, d, file.Sheet.Bytes())
				}
			}
		}
	})
}

func FuzzTimelineJSON(f *testing.F) { fuzz(f, "x.json") }
func FuzzTable(f *testing.F)        { fuzz(f, "x.csv") }
func FuzzMarkwhen(f *testing.F)     { fuzz(f, "x.mw") }
func FuzzCalendar(f *testing.F)     { fuzz(f, "x.ics") }

// TestReadMany reads a table that is larger than any seed may be.
func TestReadMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("date,title,summary\n")
	const rows = 3000
	for i := range rows {
		fmt.Fprintf(&b, "%d-01-02,Event number %d of many,%s\n", 1000+i%1000, i, strings.Repeat("words of a summary ", 80))
	}
	if b.Len() < source.MaxSize {
		t.Fatalf("%d bytes are no more than a seed may have", b.Len())
	}
	drafts, ds := Read("events.csv", []byte(b.String()), Options{Lang: lang.EN})
	if len(ds) > 0 || len(drafts) != rows || drafts[rows-1].Pos.Line != rows+1 {
		t.Fatalf("%d drafts, %v", len(drafts), ds)
	}
	if _, ds := Read("events.csv", make([]byte, maxFile+1), Options{}); !source.HasError(ds) {
		t.Error("nothing told of a file without bounds")
	}
}
