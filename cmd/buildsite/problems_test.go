package main

import (
	"strings"
	"testing"

	"buildsite/internal/source"
)

func TestTally(t *testing.T) {
	e, w := source.Diagnostic{Severity: source.Error}, source.Diagnostic{Severity: source.Warning}
	for _, tt := range []struct {
		ds   []source.Diagnostic
		want string
	}{
		{nil, "no problems"},
		{[]source.Diagnostic{e}, "1 error"},
		{[]source.Diagnostic{w, w}, "2 warnings"},
		{[]source.Diagnostic{w, e, e}, "2 errors and 1 warning"},
	} {
		if got := tally(tt.ds); got != tt.want {
			t.Errorf("tally of %d: got %q, want %q", len(tt.ds), got, tt.want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 pages", 1: "1 page", 2: "2 pages", 999: "999 pages", 1000: "1,000 pages", 1234567: "1,234,567 pages",
	} {
		if got := count(n, "page", "pages"); got != want {
			t.Errorf("count(%d): got %q, want %q", n, got, want)
		}
	}
}

// brokenPipe takes nothing.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errClosed }

var errClosed = &usageError{text: "closed"}

func TestReportTellsThatNobodyReads(t *testing.T) {
	ds := []source.Diagnostic{{File: "a.md", Severity: source.Error, Text: "wrong"}}
	var out strings.Builder
	for _, asJSON := range []bool{false, true} {
		if err := (&terminal{out: brokenPipe{}, err: brokenPipe{}}).report(ds, asJSON); err == nil {
			t.Errorf("JSON %v: no error from a closed pipe", asJSON)
		}
		if err := (&terminal{out: &out, err: &out}).report(ds, asJSON); err != nil {
			t.Error(err)
		}
	}
	want := "a.md: error: wrong\n" + `{"file":"a.md","line":0,"column":0,"severity":"error","rule":"","text":"wrong","hint":""}` + "\n"
	if out.String() != want {
		t.Errorf("got %s, want %s", out.String(), want)
	}
}
