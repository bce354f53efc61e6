package main

import (
	"strings"
	"testing"
)

// TestWrap breaks text into lines; a Chinese character takes two columns.
func TestWrap(t *testing.T) {
	for _, test := range []struct {
		about, text string
		n           int
		want        string
	}{
		{"at blanks", "one two three", 8, "one two\nthree"},
		{"blanks are one", "one\n   two", 20, "one two"},
		{"a word that is too long", "abcdefgh", 3, "abc\ndef\ngh"},
		{"Chinese", "两国外长通电话", 6, "两国外\n长通电\n话"},
		{"not before what closes", "两国外长。好", 8, "两国外\n长。好"},
		{"not behind what opens", "两国（外长）好", 6, "两国\n（外\n长）好"},
		{"mixed", "2025年11月12日 Ottawa", 12, "2025年11月12\n日 Ottawa"},
		{"an accent of its own", "e\u0301e\u0301 e", 2, "e\u0301e\u0301\ne"},
		{"control characters are left out", "a\x1b[1mb\u202ec", 20, "a[1mbc"},
		{"nothing", "", 10, ""},
	} {
		var got []string
		for _, line := range wrap([]piece{bare(test.text)}, test.n) {
			got = append(got, written(line, false))
		}
		if s := strings.Join(got, "\n"); s != test.want {
			t.Errorf("%s: got %q, want %q", test.about, s, test.want)
		}
	}
}

// TestWritten has a style end before the next begins.
func TestWritten(t *testing.T) {
	line := wrap([]piece{{"on ", style{}}, {"Tuesday", style{underline: true}}, {"!", style{bold: true, color: markColor}}}, 80)[0]
	if got, want := written(line, true), "on \x1b[4mTuesday\x1b[0m\x1b[1;38;5;110m!\x1b[0m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := written(line, false), "on Tuesday!"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestColored: the flag decides, then the terminal and its user.
func TestColored(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	for _, test := range []struct {
		flag     string
		terminal bool
		want     bool
	}{{"auto", true, true}, {"auto", false, false}, {"always", false, true}, {"never", true, false}} {
		if got := colored(test.flag, test.terminal); got != test.want {
			t.Errorf("--color %s on a terminal (%t): %t", test.flag, test.terminal, got)
		}
	}
	t.Setenv("NO_COLOR", "1")
	if colored("auto", true) {
		t.Error("NO_COLOR is passed over")
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		text string
		n    int
		want string
	}{{"short", 5, "short"}, {"a longer one", 6, "a lon…"}, {"外长通话", 5, "外长…"}} {
		if got := cut(test.text, test.n); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
