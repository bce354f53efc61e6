package edtf

import (
	"slices"
	"testing"

	"buildsite/internal/lang"
)

func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"1970-10-13", "1970", "2025-10-16/2025-10-17", "1970~-10-~13", "[1967,1970..1972]", "19XX-02-29"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParseText(b *testing.B) {
	for _, c := range []struct {
		text string
		l    lang.Lang
	}{
		{"1970-10-13", lang.EN},
		{"13 October 1970", lang.EN},
		{"Tues., Oct. 13, 1970", lang.EN},
		{"du 16 au 17 octobre 2025", lang.FR},
		{"一九七〇年十月十三日", lang.ZH},
		{"一九七〇年十月十三日", lang.Unknown},
	} {
		b.Run(c.l.String()+" "+c.text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ParseText(c.text, c.l); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkScanText reads a line without a date, which is what most lines are.
func BenchmarkScanText(b *testing.B) {
	for _, line := range []string{
		"The two governments agreed to exchange ambassadors within six months.",
		"- 13 October 1970: the two governments agreed to exchange ambassadors within six months.",
		"两国政府商定在六个月内互派大使。",
	} {
		b.Run(line[:12], func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(line)))
			for b.Loop() {
				_, _, _ = ScanText(line, lang.EN)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	x, y := MustParse("1970-10-13"), MustParse("1970-10-13~")
	b.ReportAllocs()
	for b.Loop() {
		if Compare(x, y) >= 0 {
			b.Fatal("wrong")
		}
	}
}

func BenchmarkSort(b *testing.B) {
	var dates []Date
	for i := range 10000 {
		dates = append(dates, FromDay(Day(i*7919%40000)))
	}
	sorted := make([]Date, len(dates))
	b.ReportAllocs()
	for b.Loop() {
		copy(sorted, dates)
		slices.SortFunc(sorted, Compare)
	}
}

func BenchmarkFormat(b *testing.B) {
	for _, s := range []string{"1970-10-13", "2025-10-16/2025-10-17", "1960~"} {
		d := MustParse(s)
		for _, l := range lang.All {
			b.Run(l.String()+" "+s, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if d.Format(l) == "" {
						b.Fatal("nothing said")
					}
				}
			})
		}
	}
}
