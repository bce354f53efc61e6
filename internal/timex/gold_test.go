package timex

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// TestGold reads every sentence of testdata and compares what is found.
func TestGold(t *testing.T) {
	for _, l := range lang.All {
		t.Run(l.String(), func(t *testing.T) {
			name := "testdata/" + l.String() + ".txtar"
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for i, file := range ar.Files {
				got := annotate(t, string(file.Data), l)
				if diff := cmp.Diff(string(file.Data), got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", file.Name, diff)
				}
				ar.Files[i].Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// annotate writes below each sentence what is found in it.
func annotate(t *testing.T, data string, l lang.Lang) string {
	var b strings.Builder
	var published edtf.Date
	for line := range strings.Lines(data) {
		switch {
		case strings.HasPrefix(line, "  "):
			continue
		case strings.HasPrefix(line, "> "):
			published = edtf.Date{}
			if day := strings.TrimSpace(line[2:]); day != "-" {
				var err error
				if published, err = edtf.Parse(day); err != nil {
					t.Fatal(err)
				}
			}
			b.WriteString(line)
			continue
		}
		b.WriteString(line)
		for e := range Find(line, Anchor{Lang: l, Published: published}) {
			b.WriteString("  " + describe(line, e) + "\n")
		}
	}
	return b.String()
}

// describe writes an expression on one line.
func describe(text string, e Expr) string {
	s := fmt.Sprintf("%s: %s %s", text[e.Start:e.End], e.Type, e.Value)
	if e.Mod != "" {
		s += " " + e.Mod
	}
	if !e.Date.IsZero() {
		s += " = " + e.Date.String()
	}
	if !e.Through.IsZero() {
		s += " through " + e.Through.String()
	}
	if e.Relative && e.Date.IsZero() {
		s += fmt.Sprintf(" ? %+v", e.Offset)
	}
	return s
}

// sentences returns the sentences of a language's gold.
func sentences(tb testing.TB, l lang.Lang) []string {
	ar, err := txtar.ParseFile("testdata/" + l.String() + ".txtar")
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for _, file := range ar.Files {
		for line := range strings.Lines(string(file.Data)) {
			if !strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "> ") {
				out = append(out, strings.TrimSpace(line))
			}
		}
	}
	return out
}
