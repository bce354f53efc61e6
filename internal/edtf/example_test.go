package edtf_test

import (
	"errors"
	"fmt"
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
)

func Example() {
	d, err := edtf.ParseText("c. 1885", lang.EN)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d, d.First(), d.Last(), d.Precision(), d.Approximate())
	fmt.Println(d.Format(lang.EN), "·", d.Format(lang.FR), "·", d.Format(lang.ZH))
	// Output:
	// 1885~ 1885-01-01 1885-12-31 year true
	// c. 1885 · vers 1885 · 约1885年
}

func ExampleParse() {
	_, err := edtf.Parse("1970-02-30")
	var e *edtf.ParseError
	if errors.As(err, &e) {
		fmt.Println(e)
		fmt.Println("hint:", e.Hint)
	}
	// Output:
	// date "1970-02-30": there is no day 30
	// hint: February 1970 has 28 days
}

func ExampleParseText() {
	for _, s := range []string{
		"13 October 1970", "Oct. 13, 1970", "le 1er décembre 2018", "1970年10月13日",
		"16–17 October 2025", "printemps 1961", "the early 1970s", "5/10/1970", "Monday, 13 October 1970",
	} {
		d, err := edtf.ParseText(s, lang.Unknown)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d)
	}
	// Output:
	// 1970-10-13
	// 1970-10-13
	// 2018-12-01
	// 1970-10-13
	// 2025-10-16/2025-10-17
	// 1961-21
	// [1970~..1973~]
	// date "5/10/1970": this may be 5 October or 10 May
	// date "Monday, 13 October 1970": 13 October 1970 was not a Monday
}

func ExampleScanText() {
	line := "- 13 October 1970: Canada and China agree to exchange ambassadors"
	d, n, err := edtf.ScanText(line, lang.EN)
	if errors.Is(err, edtf.ErrNoDate) {
		fmt.Println("no date")
		return
	}
	fmt.Printf("%s %q\n", d, line[n:])
	// Output:
	// 1970-10-13 ": Canada and China agree to exchange ambassadors"
}

func ExampleScanWithin() {
	heading := edtf.Year(1970)
	d, _, err := edtf.ScanWithin("10月13日，两国建交", lang.ZH, heading)
	fmt.Println(d, err)
	// Output:
	// 1970-10-13 <nil>
}

func ExampleCompare() {
	dates := []edtf.Date{
		edtf.MustParse("1970-10-13"),
		edtf.MustParse("1970-10"),
		edtf.MustParse("1970"),
		edtf.MustParse("1969-12-25"),
	}
	slices.SortFunc(dates, edtf.Compare)
	fmt.Println(dates)
	// Output:
	// [1969-12-25 1970 1970-10 1970-10-13]
}

func ExampleDate_Format() {
	d := edtf.MustParse("2025-10-30/2025-11-02")
	for _, l := range lang.All {
		fmt.Println(d.Format(l))
	}
	// Output:
	// 30 October – 2 November 2025
	// 30 octobre – 2 novembre 2025
	// 2025年10月30日至11月2日
}

func ExampleDay() {
	day, _ := edtf.NewDay(1970, 10, 13)
	fmt.Println(day, day.Weekday(), day+30)
	// Output:
	// 1970-10-13 Tuesday 1970-11-12
}
