package timex

import (
	"flag"
	"fmt"
	"iter"
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

// gold yields the sentences of a language's gold with their days of publication.
func gold(tb testing.TB, l lang.Lang) iter.Seq2[string, edtf.Date] {
	ar, err := txtar.ParseFile("testdata/" + l.String() + ".txtar")
	if err != nil {
		tb.Fatal(err)
	}
	return func(yield func(string, edtf.Date) bool) {
		for _, file := range ar.Files {
			var published edtf.Date
			for line := range strings.Lines(string(file.Data)) {
				switch {
				case strings.HasPrefix(line, "  "):
				case strings.HasPrefix(line, "> "):
					published, _ = edtf.Parse(strings.TrimSpace(line[2:]))
				default:
					if !yield(strings.TrimSpace(line), published) {
						return
					}
				}
			}
		}
	}
}

// sentences returns the sentences of a language's gold.
func sentences(tb testing.TB, l lang.Lang) []string {
	var out []string
	for text := range gold(tb, l) {
		out = append(out, text)
	}
	return out
}

// TestEnoughGold keeps the gold of each language from shrinking.
func TestEnoughGold(t *testing.T) {
	for _, l := range lang.All {
		if n := len(sentences(t, l)); n < 120 {
			t.Errorf("%v: %d sentences of gold, want 120 at least", l, n)
		}
	}
}
