package edtf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"buildsite/internal/lang"
)

func TestParse(t *testing.T) {
	golden(t, "testdata/parse.txtar", func(_, input string) string {
		d, err := Parse(input)
		if err != nil {
			return outcome(d, err)
		}
		checkDate(t, d)
		var asked []string
		for _, q := range []struct {
			name string
			is   bool
		}{
			{"approximate", d.Approximate()},
			{"uncertain", d.Uncertain()},
			{"interval", d.IsInterval()},
			{"set", d.IsSet()},
			{"open start", d.OpenStart()},
			{"open end", d.OpenEnd()},
		} {
			if q.is {
				asked = append(asked, q.name)
			}
		}
		return strings.TrimSpace(fmt.Sprintf("%s, %s..%s, %s %s", d, bound2(d.First()), bound2(d.Last()), d.Precision(), strings.Join(asked, ", ")))
	})
}

// bound2 is a day, or min or max.
func bound2(d Day) string {
	switch d {
	case MinDay:
		return "min"
	case MaxDay:
		return "max"
	}
	return d.String()
}

// checkDate checks the laws that hold of every date.
func checkDate(t *testing.T, d Date) {
	t.Helper()
	s := d.String()
	if again, err := Parse(s); err != nil || again != d {
		t.Errorf("%s is read back as %s", s, outcome(again, err))
	}
	if d.First() > d.Last() {
		t.Errorf("%s begins on %s and ends on %s", s, d.First(), d.Last())
	}
	if d.Precision() < DayPrecision || d.Precision() > CenturyPrecision {
		t.Errorf("%s has no precision", s)
	}
	if d.IsZero() {
		t.Errorf("%s is zero", s)
	}
	if !d.OpenStart() && d.IsInterval() && (d.Start().IsZero() || d.Start().First() != d.First()) {
		t.Errorf("%s starts with %s", s, d.Start())
	}
	if !d.OpenEnd() && d.IsInterval() && (d.End().IsZero() || d.End().Last() != d.Last()) {
		t.Errorf("%s ends with %s", s, d.End())
	}
	if !d.IsInterval() && (d.Start() != d || d.End() != d) {
		t.Errorf("%s has the ends %s and %s", s, d.Start(), d.End())
	}
	if Compare(d, d) != 0 || !d.Overlaps(d) || !d.Contains(d) {
		t.Errorf("%s is not itself", s)
	}
	for _, q := range []Date{d.WithApproximate(), d.WithUncertain()} {
		again, err := Parse(q.String())
		if q.First() != d.First() || q.Last() != d.Last() || err != nil || again != q {
			t.Errorf("%s with a qualifier is %s, read back as %s", s, q, outcome(again, err))
		}
	}
	for _, l := range lang.All {
		if d.Format(l) == "" {
			t.Errorf("%s is not said in %s", s, l)
		}
	}
}

func TestFormat(t *testing.T) {
	visible := strings.NewReplacer("\u00a0", "␣", "\u202f", "⎵")
	golden(t, "testdata/format.txtar", func(_, input string) string {
		d := MustParse(input)
		said := []string{d.Format(lang.EN), d.Format(lang.FR), d.Format(lang.ZH), d.HTML()}
		if d.Format(lang.Unknown) != said[0] {
			t.Errorf("%s is said %q where the language is not known", d, d.Format(lang.Unknown))
		}
		return strings.TrimSpace(visible.Replace(strings.Join(said, " | ")))
	})
}

func TestZero(t *testing.T) {
	var zero Date
	if !zero.IsZero() || zero.String() != "" || zero.Precision() != 0 || zero.Precision().String() != "" || zero.HTML() != "" {
		t.Errorf("the zero date says something: %q", zero)
	}
	if zero.Format(lang.EN) != "" || zero.WithApproximate() != zero || zero.WithUncertain() != zero {
		t.Error("the zero date becomes another")
	}
	d := MustParse("1970")
	if zero.Overlaps(d) || d.Overlaps(zero) || zero.Contains(zero) || d.Contains(zero) {
		t.Error("the zero date covers something")
	}
}

func TestCompare(t *testing.T) {
	// In order: by first day, the coarser first, the shorter first, the certain
	// first.
	want := strings.Fields(`-0100 -0043 0962
		19XX 196X 1960 1960~ 1960? 1960/1961 1960/..
		1970-21 1970-03 1970-03-01/1970-05-31
		1970-10 1970-10-01 1970-10-01~ 1970-10-13 1970-10-13T09:00:00Z 1970-10-13/1970-10-15 1971`)
	want = append([]string{"../1970"}, want...)
	dates := make([]Date, len(want))
	for i, s := range want {
		dates[i] = MustParse(s)
	}
	for i, a := range dates {
		for j, b := range dates {
			if got, want := sign(Compare(a, b)), sign(i-j); got != want && i != j {
				t.Errorf("Compare(%s, %s) = %d, want %d", a, b, got, want)
			}
		}
	}
	if !slices.IsSortedFunc(dates, Compare) {
		t.Error("not sorted")
	}
	if n := testing.AllocsPerRun(100, func() {
		_ = Compare(dates[3], dates[5])
		_ = dates[3].First() + dates[3].Last()
	}); n != 0 {
		t.Errorf("comparing allocates %v times", n)
	}
}

func sign(n int) int { return min(max(n, -1), 1) }

func TestCover(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		overlaps, contains bool
	}{
		{"1970", "1970-10-13", true, true},
		{"1970-10-13", "1970", true, false},
		{"1970", "1971", false, false},
		{"1970/1975", "1974-12", true, true},
		{"1970/1975", "1975-06/1976", true, false},
		{"1961-24", "1962-01", true, true},
		{"2019/..", "2025-10-16", true, true},
		{"../2019", "2025", false, false},
		{"[1967,1972]", "1970", true, true}, // between its first and last day
	} {
		a, b := MustParse(c.a), MustParse(c.b)
		if a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps || a.Contains(b) != c.contains {
			t.Errorf("%s and %s: overlaps %v, contains %v", a, b, a.Overlaps(b), a.Contains(b))
		}
	}
}

func TestConstructors(t *testing.T) {
	day, _ := NewDay(1970, 10, 13)
	between := func(a, b string) Date {
		d, err := Interval(MustParse(a), MustParse(b))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	since, _ := Interval(Year(2019), Date{})
	until, _ := Interval(Date{}, Year(2019))
	for _, c := range []struct {
		got  Date
		want string
	}{
		{Year(1970), "1970"},
		{Year(-43), "-0043"},
		{Year(0), "0000"},
		{Year(12345), "Y12345"},
		{Month(1970, 2), "1970-02"},
		{Season(1961, 21), "1961-21"},
		{Quarter(1988, 3), "1988-35"},
		{Decade(1974), "197X"},
		{Decade(-43), "-004X"},
		{Decade(-5), "-000X"},
		{Century(1974), "19XX"},
		{Century(-43), "-00XX"},
		{FromDay(day), "1970-10-13"},
		{FromDay(MaxDay), "Y2941775"},
		{Between(day, day), "1970-10-13"},
		{Between(day, day+2), "1970-10-13/1970-10-15"},
		{Between(day, MaxDay), "1970-10-13/.."},
		{Between(MinDay, day), "../1970-10-13"},
		{between("1881", "1885-02"), "1881/1885-02"},
		{since, "2019/.."},
		{until, "../2019"},
		{Year(1960).WithApproximate(), "1960~"},
		{Year(1960).WithApproximate().WithUncertain(), "1960%"},
		{MustParse("1881/1885").WithUncertain(), "1881?/1885?"},
		{MustParse("2019/..").WithUncertain(), "2019?/.."},
		{MustParse("[1967,1970..1972]").WithApproximate(), "[1967~,1970~..1972~]"},
		{MustParse("1970-10-XX").WithApproximate(), "1970-10-XX~"},
	} {
		if c.got != MustParse(c.want) {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
		checkDate(t, c.got)
	}
}

func TestIntervalErrors(t *testing.T) {
	for _, c := range [][2]string{
		{"1971", "1970"},
		{"", ""},
		{"1970/1971", "1972"},
		{"[1970,1971]", "1972"},
		{"Y12345", "Y12346"},
		{"1970-10-13T09:00:00", "1971"},
	} {
		var a, b Date
		if c[0] != "" {
			a, b = MustParse(c[0]), MustParse(c[1])
		}
		if d, err := Interval(a, b); err == nil {
			t.Errorf("Interval(%s, %s) = %s", a, b, d)
		}
	}
}

func TestPanics(t *testing.T) {
	for name, fn := range map[string]func(){
		"MustParse": func() { MustParse("1970-13") },
		"Month":     func() { Month(1970, 13) },
		"MonthYear": func() { Month(12345, 1) },
		"Season":    func() { Season(1970, 20) },
		"Quarter":   func() { Quarter(1970, 5) },
		"Decade":    func() { Decade(12345) },
		"Between":   func() { Between(1, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			fn()
		})
	}
}

func TestDay(t *testing.T) {
	// The standard library counts days, too.
	for d := Day(-800000); d < 800000; d += 97 {
		want := time.Unix(int64(d)*86400, 0).UTC()
		y, m, day := d.Date()
		if wy, wm, wd := want.Date(); y != wy || m != int(wm) || day != wd {
			t.Fatalf("Day(%d).Date() = %d, %d, %d, want %s", d, y, m, day, want)
		}
		if back, ok := NewDay(y, m, day); !ok || back != d {
			t.Fatalf("NewDay(%d, %d, %d) = %d, want %d", y, m, day, back, d)
		}
		if d.Weekday() != want.Weekday() {
			t.Fatalf("%s: weekday %s, want %s", d, d.Weekday(), want.Weekday())
		}
		year, week := d.ISOWeek()
		if wy, ww := want.ISOWeek(); year != wy || week != ww {
			t.Fatalf("%s: week %d of %d, want %d of %d", d, week, year, ww, wy)
		}
		monday, ok := WeekStart(year, week)
		if !ok || monday > d || monday+6 < d || monday.Weekday() != time.Monday {
			t.Fatalf("%s: week starts on %s", d, monday)
		}
	}
	if s := Day(0).String(); s != "1970-01-01" {
		t.Errorf("Day(0) is %s", s)
	}
	if s := MaxDay.String(); !strings.HasPrefix(s, "+2941775-") {
		t.Errorf("MaxDay is %s", s)
	}
	for _, c := range [][3]int{{1970, 2, 29}, {1970, 13, 1}, {1970, 0, 1}, {1970, 1, 0}, {1970, 4, 31}, {1900, 2, 29}, {4000000, 1, 1}} {
		if d, ok := NewDay(c[0], c[1], c[2]); ok {
			t.Errorf("NewDay(%v) = %s", c, d)
		}
	}
	if d, ok := WeekStart(2025, 53); ok {
		t.Errorf("week 53 of 2025 starts on %s", d)
	}
}

// TestTables checks that the tables of words and codes are whole.
func TestTables(t *testing.T) {
	for name, s := range map[string]*speech{"en": &english, "fr": &french, "zh": &chinese} {
		for i, ph := range s.phrases {
			silent := name == "zh" && (i == betweenThe || i == from) || name != "en" && i == eitherOf
			if (ph == phrase{}) != silent {
				t.Errorf("%s: phrase %d is %q", name, i, ph)
			}
		}
		for i, m := range s.missing {
			if m == "" {
				t.Errorf("%s: nothing is said when %d is missing", name, i)
			}
		}
	}
	for name, v := range map[string]vocabulary{"en": englishWords, "fr": frenchWords} {
		for text, e := range v {
			var buf foldBuffer
			if w, _ := fold(&buf, text+"x", 0); !strings.HasPrefix(string(w), text) {
				t.Errorf("%s: %q is not folded", name, text)
			}
			if e.sense == nonsense && e.longer == nil {
				t.Errorf("%s: %q means nothing", name, text)
			}
		}
	}
	for i, w := range chineseWords {
		for _, later := range chineseWords[i+1:] {
			if strings.HasPrefix(later.text, w.text) {
				t.Errorf("%q hides %q", w.text, later.text)
			}
		}
	}
}
