package source

import (
	"strings"
	"testing"
)

func TestPosition(t *testing.T) {
	for _, tt := range []struct {
		text string
		off  int
		want Position
	}{
		{"", 0, Position{1, 1}},
		{"abc", -3, Position{1, 1}},
		{"abc", 2, Position{1, 3}},
		{"abc", 99, Position{1, 4}},
		{"a\nb", 1, Position{1, 2}},
		{"a\nb", 2, Position{2, 1}},
		{"a\r\nb", 1, Position{1, 2}},
		{"a\r\nb", 2, Position{1, 3}}, // between the two bytes of one ending
		{"a\r\nb", 3, Position{2, 1}},
		{"a\rb", 2, Position{2, 1}},
		{"a\r\rb\n", 2, Position{2, 1}},
		{"a\r\rb\n", 5, Position{4, 1}},
		{"a\n\r\nb", 4, Position{3, 1}},
		{"é中b", 5, Position{1, 6}}, // columns are bytes
		{"\r", 1, Position{2, 1}},
	} {
		f := &File{Text: tt.text}
		if got := f.Position(tt.off); got != tt.want {
			t.Errorf("Position(%d) of %q = %v, want %v", tt.off, tt.text, got, tt.want)
		}
	}
}

// A long text has a table of lines; it must tell the same as counting.
func TestPositionLong(t *testing.T) {
	text := strings.Repeat("one\r\ntwo\n\rthree 三\r", longText/16)
	f, _ := Decode("x", []byte(text), "")
	if f.lines == nil {
		t.Fatal("no table of lines")
	}
	short := &File{Text: text}
	for off := range 300 {
		if got, want := f.Position(off), short.Position(off); got != want {
			t.Fatalf("Position(%d) = %v, want %v", off, got, want)
		}
	}
	for off := len(text) - 50; off <= len(text); off++ {
		if got, want := f.Position(off), short.Position(off); got != want {
			t.Fatalf("Position(%d) = %v, want %v", off, got, want)
		}
	}
}

func TestLineText(t *testing.T) {
	f := &File{Text: "one\r\ntwo\rthree\n\nfive"}
	for line, want := range []string{"", "one", "two", "three", "", "five", ""} {
		if got := f.LineText(line); got != want {
			t.Errorf("LineText(%d) = %q, want %q", line, got, want)
		}
	}
}

func TestDiagnosticString(t *testing.T) {
	f := &File{Name: "a/b.md", Text: "x\nyz"}
	d := f.Errorf(3, "unknown-key", "there is no key %q", "titel").WithHint("did you mean %q?", "title")
	want := "a/b.md:2:2: error: there is no key \"titel\" (unknown-key)\n  hint: did you mean \"title\"?"
	if got := d.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := (Diagnostic{File: "a", Severity: Warning, Text: "odd"}).String(), "a: warning: odd"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSort(t *testing.T) {
	f := &File{Name: "a", Text: "x\ny"}
	g := &File{Name: "b"}
	late, early, other := f.Warnf(2, "r", "late"), f.Errorf(0, "r", "early"), g.Errorf(0, "r", "other")
	got := Sort([]Diagnostic{other, late, early, late})
	want := []Diagnostic{early, late, other}
	if len(got) != len(want) {
		t.Fatalf("got %d diagnostics, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("at %d: got %v, want %v", i, got[i], want[i])
		}
	}
	if !HasError(got) || HasError([]Diagnostic{late}) {
		t.Error("HasError is wrong")
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"title", "date", "topics", "people", "places"}
	for word, want := range map[string]string{
		"titel": "title", "Date": "date", "topic": "topics", "peolpe": "people", "place": "places",
		"banana": "", "": "", "dat": "date", "xyz": "",
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
