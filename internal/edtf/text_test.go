package edtf

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"buildsite/internal/lang"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

const arrow = " => "

// golden runs fn on what stands left of the arrow in each line of the files of an
// archive and compares what it returns with what stands right of it.
func golden(t *testing.T, file string, fn func(section, input string) string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range a.Files {
		f := &a.Files[i]
		var got strings.Builder
		for line := range strings.Lines(string(f.Data)) {
			input, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), arrow)
			input = strings.TrimSuffix(input, strings.TrimSuffix(arrow, " "))
			fmt.Fprintf(&got, "%s%s%s\n", input, arrow, fn(f.Name, input))
		}
		if !*update {
			if diff := cmp.Diff(string(f.Data), got.String()); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", file, f.Name, diff)
			}
		}
		f.Data = []byte(got.String())
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// outcome is a date, or an error with its hint, in one line.
func outcome(d Date, err error) string {
	var e *ParseError
	switch {
	case err == nil:
		return d.String()
	case errors.As(err, &e) && e.Hint != "":
		return fmt.Sprintf("! %d: %s; %s", e.Offset, e.Problem, e.Hint)
	case errors.As(err, &e):
		return fmt.Sprintf("! %d: %s", e.Offset, e.Problem)
	}
	return "! " + err.Error()
}

func TestParseText(t *testing.T) {
	for _, l := range lang.All {
		golden(t, filepath.Join("testdata", "text_"+l.String()+".txtar"), func(_, input string) string {
			d, err := ParseText(input, l)
			got := outcome(d, err)
			if any, err := ParseText(input, lang.Unknown); outcome(any, err) != got && err == nil {
				t.Errorf("%q is %s in %s but %s in any language", input, got, l, outcome(any, err))
			}
			return got
		})
	}
}
