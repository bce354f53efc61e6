package chart

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGeometry lays out a small chart of everything and compares where it all
// stands with testdata/geometry.txt.
func TestGeometry(t *testing.T) {
	var b strings.Builder
	for _, r := range [...][2]float64{{0, 118}, {0, 0}, {-3, 7}, {0.2, 0.9}, {4, 4}, {0, 1234567}} {
		s := NewScale(r[0], r[1], 4)
		fmt.Fprintf(&b, "scale of %v: %v, top value at %v\n", r, s.Ticks, s.FromTop(r[1]))
	}
	y := Years{1966, 1985}
	for _, tick := range y.Ticks(11) {
		fmt.Fprintf(&b, "tick %d at %v from %.0f\n", tick.Year, tick.At, tick.Room)
	}
	for _, tick := range (Years{1881, 2026}).Ticks(11) {
		fmt.Fprintf(&b, "long tick %d at %v from %.0f\n", tick.Year, tick.At, tick.Room)
	}
	stack := NewStack([][]int{{1, 0, 2, 9}, {3, 0, 0, 9}}, [][]int{{0, 5, 1, 400}}, 60)
	fmt.Fprintf(&b, "stack: base %d of %d, 9 at %d, -400 at %d\n", stack.Base, stack.Height, stack.Level(9), stack.Level(-400))
	fmt.Fprintf(&b, "of little: %d high\n", NewStack([][]int{{1}}, [][]int{{0}}, 60).Height)
	for _, cut := range [...][2]int{{0, 4}, {2, 3}} {
		up, down := stack.Cut(cut[0], cut[1])
		fmt.Fprintf(&b, "cut %v: up %q down %q\n", cut, up, down)
	}
	for _, band := range y.Bands(terms("1968-04-20/1979-06-04", "1980-03-03/1984-06-30", "1957-06-21/1963-04-22", "1979-06-04/1980-03-03", "1984-09-17/1993-06-25")) {
		fmt.Fprintf(&b, "band %d from %v, %v wide\n", band.Term, band.From, band.Width)
	}
	placed, rows := Place([]Label{{2, 20}, {30, 20}, {35, 20}, {98, 20}}, 100, 2)
	fmt.Fprintf(&b, "labels in %d rows: %v\n", rows, placed)
	fmt.Fprintf(&b, "line: %v\n", Segments([][]Spot{{{0, 1}, {0.5, 0.5}, {1, 0}}, {{1, 1}}}))
	fmt.Fprintf(&b, "text: %.1f %.1f %.1f, shares %v %v %v\n", TextWidth("Zhou", 10), TextWidth("周恩来", 10), TextWidth("e\u0301", 10), Share(1.0/3), Share(-0.5), Share(1))
	golden(t, "testdata/geometry.txt", b.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// terms reads intervals of EDTF.
func terms(all ...string) []Term {
	out := make([]Term, len(all))
	for i, s := range all {
		d := edtf.MustParse(s)
		out[i] = Term{d.First(), d.Last()}
	}
	return out
}

func FuzzScale(f *testing.F) {
	f.Add(0.0, 118.0, 4)
	f.Add(-1e-300, 1e308, 7)
	f.Add(math.Inf(1), math.NaN(), -3)
	f.Fuzz(func(t *testing.T, lo, hi float64, n int) {
		n = n%50 + 1
		s := NewScale(lo, hi, n)
		if len(s.Ticks) < 2 || len(s.Ticks) > max(n, 1)+3 || s.Lo >= s.Hi {
			t.Fatalf("scale of %v to %v in %d: %+v", lo, hi, n, s)
		}
		for i, tick := range s.Ticks {
			if at := s.At(tick); at < -1e-9 || at > 1+1e-9 || i > 0 && tick <= s.Ticks[i-1] {
				t.Errorf("tick %v at %v of %+v", tick, at, s)
			}
		}
	})
}

func FuzzPlace(f *testing.F) {
	f.Add([]byte{10, 20, 30, 5, 30, 5}, uint16(100))
	f.Fuzz(func(t *testing.T, data []byte, length uint16) {
		const gap = 1
		var labels []Label
		for ; len(data) >= 2; data = data[2:] {
			labels = append(labels, Label{At: float64(data[0]), Width: float64(data[1])})
		}
		placed, rows := Place(labels, float64(length), gap)
		for i, p := range placed {
			if p.Row < 0 || p.Row >= rows {
				t.Errorf("row %d of %d", p.Row, rows)
			}
			for _, q := range placed[:i] {
				if p.Row == q.Row && math.Abs(p.At-q.At) < (p.Size+q.Size)/2+gap-1e-9 {
					t.Errorf("%+v over %+v", p, q)
				}
			}
		}
	})
}

func FuzzStack(f *testing.F) {
	f.Add([]byte{1, 0, 2, 9, 3, 255}, 60)
	f.Fuzz(func(t *testing.T, data []byte, height int) {
		height = height%500 + 1
		half := len(data) / 2
		up, down := make([]int, half), make([]int, half)
		for i := range half {
			up[i], down[i] = int(data[i]), int(data[half+i])
		}
		s := NewStack([][]int{up}, [][]int{down}, height)
		if s.Base < 0 || s.Base > s.Height || s.Height > max(height, 1)+4 {
			t.Errorf("base %d of %d, wanted %d", s.Base, s.Height, height)
		}
		drawn := 0
		for i := range half {
			u, d := s.Cut(i, i+1)
			drawn += strings.Count(string(u[0]+d[0]), "M")
			if s.Level(up[i]) < 0 || s.Level(-down[i]) > s.Height {
				t.Errorf("bars of %d and %d leave the box %+v", up[i], down[i], s)
			}
		}
		allUp, allDown := s.Cut(0, half)
		if whole := strings.Count(string(allUp[0]+allDown[0]), "M"); whole != drawn {
			t.Errorf("%d bars as a whole, %d one by one", whole, drawn)
		}
	})
}
