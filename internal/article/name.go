package article

import (
	"path"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
)

func base(name string) string { return path.Base(name) }

// yearIn returns the first number from 1900 to 2099 in s that stands alone or
// leads a date such as 20251112 or 202511, and the month if that follows; zero
// where there is none.
func yearIn(s string) (year, month int) {
	last := 0
	for start, end := range digits(s) {
		run := s[start:end]
		if year != 0 {
			if n, _ := strconv.Atoi(run); month == 0 && start == last+1 && len(run) == 2 && n >= 1 && n <= 12 {
				month = n
			}
			return year, month
		}
		if n := len(run); (n == 4 || n == 6 || n == 8) && (run[:2] == "19" || run[:2] == "20") {
			year, _ = strconv.Atoi(run[:4])
			last = end
			if n > 4 {
				if month, _ = strconv.Atoi(run[4:6]); month > 12 {
					month = 0
				}
			}
		}
	}
	return year, month
}

// digits yields the start and end of each run of digits.
func digits(s string) func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		for i := 0; i < len(s); i++ {
			start := i
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			if i > start && !yield(start, i) {
				return
			}
		}
	}
}

// dateInName finds the first day in a file's name or an address: 2025-11-12,
// 2025_11_12, 20251112, 202511/12, 2025/1112, 12-nov-2025.
func dateInName(name string) (edtf.Date, string) {
	var runs []string
	starts := make([]int, 0, 8)
	ends := make([]int, 0, 8)
	for start, end := range digits(name) {
		runs, starts, ends = append(runs, name[start:end]), append(starts, start), append(ends, end)
	}
	for i := range runs {
		var d edtf.Date
		last := i
		follows := func(n int) bool { // the next runs follow at a distance of one character
			for k := i; k < i+n; k++ {
				if k+1 >= len(runs) || ends[k]+1 != starts[k+1] {
					return false
				}
			}
			last = i + n
			return true
		}
		switch run := runs[i]; {
		case len(run) == 8:
			d = day(run[:4], run[4:6], run[6:])
		case len(run) == 4 && follows(2) && len(runs[i+1]) <= 2 && len(runs[i+2]) <= 2:
			d = day(run, runs[i+1], runs[i+2])
		case len(run) == 6 && follows(1) && len(runs[i+1]) == 2:
			d = day(run[:4], run[4:], runs[i+1])
		case len(run) == 4 && follows(1) && len(runs[i+1]) == 4:
			d = day(run, runs[i+1][:2], runs[i+1][2:])
		}
		if !d.IsZero() {
			return d, name[starts[i]:ends[last]]
		}
	}
	for _, m := range moments(wordsOfName.Replace(strings.ToLower(name)), false) {
		if d, ok := m.full(); ok {
			return edtf.FromDay(d), name
		}
	}
	return edtf.Date{}, ""
}

// wordsOfName parts the words of a file's name.
var wordsOfName = strings.NewReplacer("-", " ", "_", " ")

func day(y, m, d string) edtf.Date {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	dom, _ := strconv.Atoi(d)
	if year < 1900 || year > 2099 {
		return edtf.Date{}
	}
	if day, ok := edtf.NewDay(year, month, dom); ok {
		return edtf.FromDay(day)
	}
	return edtf.Date{}
}
