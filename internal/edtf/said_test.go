package edtf

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"buildsite/internal/lang"
)

// TestSaidAndRead checks the law that ties Format and ParseText: what is said of
// a date is read as that date, in each language and when the language is not
// known.
func TestSaidAndRead(t *testing.T) {
	dates := saidDates()
	for _, d := range dates {
		for _, l := range lang.All {
			said := d.Format(l)
			got, err := ParseText(said, l)
			if err != nil || got != d {
				t.Errorf("%s is said %q, which is read as %s", d, said, outcome(got, err))
				continue
			}
			if got, err := ParseText(said, lang.Unknown); err != nil || got != d {
				t.Errorf("%s is said %q, which is read as %s where the language is not known", d, said, outcome(got, err))
			}
			line := "- " + said + ": more"
			if got, n, err := ScanText(line, l); err != nil || got != d || n != len("- "+said) {
				t.Errorf("%s is scanned in %q as %s, %d bytes", d, line, outcome(got, err), n)
			}
		}
	}
	t.Logf("%d dates", len(dates))
}

// saidDates returns dates of every kind that has words of its own. Left out are
// those that are said by other dates: a third of a year without "~", which is
// four months; seasons of a hemisphere, whose codes people do not tell apart; and
// digits left open in odd places.
func saidDates() []Date {
	r := rand.New(rand.NewPCG(1970, 10))
	var simple []Date
	for range 60 {
		y := 1000 + r.IntN(1100)
		day := FromDay(Day(r.IntN(60000) - 30000))
		month := Month(y, 1+r.IntN(12))
		simple = append(simple, day, month, Year(y), Decade(y), Century(y), Season(y, 21+r.IntN(4)),
			Quarter(y, 1+r.IntN(4)), Season(y, 40+r.IntN(2)))
	}
	dates := simple
	for _, d := range simple {
		dates = append(dates, d.WithApproximate(), d.WithUncertain(), d.WithApproximate().WithUncertain())
	}
	for range 400 {
		a, b := simple[r.IntN(len(simple))], simple[r.IntN(len(simple))]
		if Compare(a, b) > 0 {
			a, b = b, a
		}
		if r.IntN(3) == 0 && a.Year() != b.Year() {
			a = a.WithApproximate()
		}
		dates = append(dates, saidPairs(a, b)...)
	}
	for i := range 40 {
		y := 1000 + 13*i
		dates = append(dates, Between(NewDayOrPanic(y, 3, 2), NewDayOrPanic(y, 3, 9)),
			Between(NewDayOrPanic(y, 3, 2), NewDayOrPanic(y, 5, 9)), Between(NewDayOrPanic(y, 3, 2), NewDayOrPanic(y+1, 1, 9)))
		for _, form := range saidForms {
			dates = append(dates, MustParse(fmt.Sprintf(form, y/10)))
		}
	}
	return dates
}

// saidPairs returns the interval from a to b, those open or unknown at one end,
// and the sets of the two.
func saidPairs(a, b Date) []Date {
	pairs := []Date{
		MustParse(a.String() + "/.."), MustParse("../" + a.String()),
		MustParse(a.String() + "/"), MustParse("/" + a.String()),
		MustParse("[" + a.String() + "," + b.String() + "]"),
	}
	mixed := a.Precision() == DecadePrecision && b.Precision() == YearPrecision // "the 1970s–1980"
	if i, err := Interval(a, b); err == nil && a != b && !mixed {
		pairs = append(pairs, i, MustParse("["+a.String()+".."+b.String()+"]"))
	}
	return pairs
}

// saidForms are further kinds of dates, %d being the first three digits of a year.
var saidForms = [...]string{
	"[%d5..%[1]d8]", "[..%d5]", "[%d5..]", "{..%d5}", "{%d5..}", "[..%d5-03]", "[%d5-03-04..]",
	"%d5-37~", "%d5-38~", "%d5-39%%", "[%d0~..%[1]d3~]", "[%d4~..%[1]d6~]", "[%d7~..%[1]d9~]",
	"[%d5-03-01~..%[1]d5-03-10~]", "[%d5-03-11~..%[1]d5-03-20~]", "[%d5-03-21~..%[1]d5-03-31~]",
	"{%d5-03-01,%[1]d5-03-03}", "{%d5-03-01,%[1]d5-03-03,%[1]d5-03-09}", "[%d5-03-01,%[1]d5-03-03]",
	"{%d5,%[1]d7}", "[%d1,%[1]d5,%[1]d7..%[1]d9]", "{%d5-03,%[1]d5-07}",
	"%d5-XX", "%d5-03-XX", "%d5-XX-XX", "%d5-03-~01", "%d5?-03-01", "%d5-03?-01", "%d5-~03-%%01",
}

func NewDayOrPanic(y, m, d int) Day {
	day, ok := NewDay(y, m, d)
	if !ok {
		panic("no such day")
	}
	return day
}
