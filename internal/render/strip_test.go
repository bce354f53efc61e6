package render

import (
	"strconv"
	"strings"
	"testing"

	"buildsite/internal/chart"
	"buildsite/internal/edtf"
	"buildsite/internal/site"
)

// TestBandLabels gives terms of every length a place and expects each name to
// have room in its band in all the widths in which it is shown, and one form of
// it at most.
func TestBandLabels(t *testing.T) {
	var terms []site.Term
	for i, from := 0, edtf.MustParse("1900").First(); i < 20; i++ {
		to := from + edtf.Day(180*i)
		terms = append(terms, site.Term{Name: strings.Repeat("Ab ", 1+i%5) + "Wei", Short: "Wei", From: from, To: to})
		from = to + 1
	}
	years := chart.Years{First: 1900, Last: 1999}
	shown := 0
	for _, row := range bandRows([]site.Leaders{{Side: "china", Terms: terms}}, years, 100) {
		for _, band := range row.Bands {
			for i, width := range fitWidths {
				forms := 0
				for _, label := range band.Labels {
					if !visible(t, label.Fit, i) {
						continue
					}
					forms++
					if need, have := chart.TextWidth(label.Text, labelSize), float64(band.Width)*width; need > have {
						t.Errorf("at %.0f pixels %q needs %.0f and has %.0f", width, label.Text, need, have)
					}
				}
				if forms > 1 {
					t.Errorf("at %.0f pixels %v stand in one band", width, band.Labels)
				}
				shown += forms
			}
		}
	}
	if shown < 40 {
		t.Errorf("%d labels are shown in all", shown)
	}
}

// visible tells whether the style sheet shows what has the classes in a chart as
// wide as the i-th of fitWidths.
func visible(t *testing.T, classes string, i int) bool {
	t.Helper()
	for class := range strings.FieldsSeq(classes) {
		n, err := strconv.Atoi(class[1:])
		if err != nil {
			t.Fatal(err)
		}
		if class[0] == 'f' && i < n || class[0] == 'u' && i >= n {
			return false
		}
	}
	return true
}

// TestStripNeedsAllYears draws no strip of years with others between them.
func TestStripNeedsAllYears(t *testing.T) {
	e := newRenderer(t).edition(0)
	v := &View{}
	near := []site.YearCount{{Year: 1970, Count: 1, Path: "years/1970.html"}, {Year: 1971}}
	if s := e.newStrip(v, &site.Home{From: 1970, To: 1971, Years: near}); s == nil || len(s.Decades) != 1 {
		t.Errorf("of years that follow each other: %+v", s)
	}
	far := []site.YearCount{{Year: -220, Count: 1, Path: "years/-0220.html"}, {Year: 1971, Count: 1, Path: "years/1971.html"}}
	if s := e.newStrip(v, &site.Home{From: -220, To: 1971, Years: far}); s != nil {
		t.Errorf("of years far from each other: %+v", s)
	}
	if p := e.classPanels(&site.ClassChart{Years: far}); p != nil {
		t.Errorf("panels of years far from each other: %+v", p)
	}
}
