package edtf

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"buildsite/internal/lang"

	"golang.org/x/tools/txtar"
)

// seeds adds the inputs of golden files to a fuzz target.
func seeds(f *testing.F, files ...string) {
	f.Helper()
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, section := range a.Files {
			for line := range strings.Lines(string(section.Data)) {
				input, _, _ := strings.Cut(line, strings.TrimSuffix(arrow, " "))
				f.Add(input)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	seeds(f, "testdata/parse.txtar", "testdata/format.txtar")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			checkError(t, s, err)
			return
		}
		checkDate(t, d)
	})
}

func FuzzParseText(f *testing.F) {
	seeds(f, "testdata/text_en.txtar", "testdata/text_fr.txtar", "testdata/text_zh.txtar", "testdata/scan.txtar")
	f.Fuzz(func(t *testing.T, s string) {
		for l := lang.Unknown; l <= lang.ZH; l++ {
			d, err := ParseText(s, l)
			if err == nil {
				checkDate(t, d)
				continue
			}
			checkError(t, s, err)
		}
	})
}

func FuzzScanText(f *testing.F) {
	seeds(f, "testdata/text_en.txtar", "testdata/text_fr.txtar", "testdata/text_zh.txtar", "testdata/scan.txtar")
	within := MustParse("1970-10")
	f.Fuzz(func(t *testing.T, s string) {
		for l := lang.Unknown; l <= lang.ZH; l++ {
			d, n, err := ScanWithin(s, l, within)
			switch {
			case n < 0 || n > len(s):
				t.Fatalf("%q: %d bytes read", s, n)
			case utf8.ValidString(s) && !utf8.ValidString(s[:n]):
				t.Fatalf("%q: ends within a rune", s)
			case errors.Is(err, ErrNoDate) != (n == 0):
				t.Fatalf("%q: %d bytes read, error %v", s, n, err)
			case err == nil:
				checkDate(t, d)
			case n > 0:
				checkError(t, s, err)
			}
		}
	})
}

// checkError checks what is promised of every error.
func checkError(t *testing.T, s string, err error) {
	t.Helper()
	var e *ParseError
	if !errors.As(err, &e) {
		t.Fatalf("%q: error %v", s, err)
	}
	if e.Input != s || e.Offset < 0 || e.Offset > len(s) || e.Problem == "" || e.Error() == "" {
		t.Fatalf("%q: error %#v", s, e)
	}
}
