package site

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite"
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
)

func barBuilder(t *testing.T, updated string) *builder {
	t.Helper()
	templates, err := fs.Sub(buildsite.Files, "templates")
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := message.Read(templates, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &builder{msg: c.In(lang.EN)}
	if updated != "" {
		b.updated = day(t, updated)
	}
	return b
}

func day(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestBars lays terms within whole years. One that is not over goes to the newest
// source; one that is not known has no bar.
func TestBars(t *testing.T) {
	offices := []lexicon.Office{
		{From: day(t, "2001"), To: day(t, "2004")},
		{Role: true},
		{From: day(t, "2006-01-01")},
	}
	bars, span := barBuilder(t, "2010-12-31").bars(offices)
	if diff := cmp.Diff([]Bar{{0, 400}, {}, {500, 500}}, bars); diff != "" || span != "2001–2010" {
		t.Errorf("%s%s", diff, span)
	}
	bars, span = barBuilder(t, "").bars(offices[1:])
	if diff := cmp.Diff([]Bar{{}, {0, 5}}, bars); diff != "" || span != "2006" {
		t.Errorf("%s%s", diff, span)
	}
	if bars, span = barBuilder(t, "").bars(offices[1:2]); bars[0].Width != 0 || span != "" {
		t.Error(bars, span)
	}
}

func TestCoordinates(t *testing.T) {
	b := barBuilder(t, "")
	for _, test := range []struct {
		lat, lon float64
		want     string
	}{{45.4215, -75.6972, "45.42° N, 75.70° W"}, {-33.9, 18.4, "33.90° S, 18.40° E"}, {0, 0, ""}} {
		if got := b.coordinates(&lexicon.Place{Lat: test.lat, Lon: test.lon}); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
