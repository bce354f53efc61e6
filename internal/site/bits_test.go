package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/source"
)

// TestBits cuts runs: a date that lies across two runs is none of either, a name
// leads to its page once in a block, and no letter is lost.
func TestBits(t *testing.T) {
	const text = "Head. On Monday Ann met Li; on Tuesday Ann left. Tail"
	span := func(start, end int) source.Span { return source.Span{Start: start, End: end} }
	bits := []bit{
		{span(0, 4), Bit{Path: "people/head.html"}},
		{span(9, 15), Bit{EDTF: "1971-03-01"}},
		{span(16, 19), Bit{Path: "people/ann.html"}},
		{span(24, 26), Bit{Path: "people/li.html"}},
		{span(31, 38), Bit{EDTF: "1971-03-02"}},
		{span(39, 42), Bit{Path: "people/ann.html"}},
	}
	got := new(builder).withBits([]Run{{Text: text[6:27], ID: "s6"}, {Text: text[27:34]}, {Text: text[34:48]}}, span(6, 48), bits)
	want := []Run{
		{Text: text[6:27], ID: "s6", Bits: []Bit{
			{Text: "On "},
			{Text: "Monday", EDTF: "1971-03-01"},
			{Text: " "},
			{Text: "Ann", Path: "people/ann.html"},
			{Text: " met "},
			{Text: "Li", Path: "people/li.html"},
			{Text: ";"},
		}},
		{Text: " on Tue"},
		{Text: "sday Ann left."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, r := range got {
		var all strings.Builder
		for b := range slices.Values(r.Bits) {
			all.WriteString(b.Text)
		}
		if r.Bits != nil && all.String() != r.Text {
			t.Errorf("%q became %q", r.Text, all.String())
		}
	}
}
