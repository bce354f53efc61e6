package timex

import "strings"

// readHours reads hours that share their day or their unit: "jeudi de 9 h à
// 11 h", "de 14 à 16 h". The value is that of both, parted by a slash.
func readHours(m *match) (reading, bool) {
	r, ok := m.dayOfTime()
	from, to, two := m.twoHours()
	if !ok || !two {
		return reading{}, false
	}
	r.typ = Time
	first := r.value
	if r.period.unit != 0 {
		first = r.period.value()
	}
	if first == "" {
		first = "XXXX-XX-XX"
	}
	last := first
	if r.period.unit == Day && to < from { // over midnight
		next := r.period.shift(1)
		last, r.until = next.value(), next.first
	}
	r.value = strings.Join([]string{first, clockValue(from), "/", last, clockValue(to)}, "")
	return r, true
}

// twoHours returns the two times of a match, as hhmm. A half of the day told with
// the second is that of the first, too, if that comes before it: "9 to 11 a.m.".
func (m *match) twoHours() (from, to int, ok bool) {
	times, half := make([]int, 0, 2), [2]int{-1, -1}
	for k, s := range m.seq.steps {
		t := m.f.toks[m.at+k]
		switch s.class {
		case classClock:
			times = append(times, t.num)
		case classHour:
			times = append(times, t.num*100)
		case classMeridiem:
			if n := len(times); n > 0 && n <= 2 {
				half[n-1] = m.f.g.value(t.word, classMeridiem)
			}
		}
	}
	if len(times) != 2 {
		return 0, 0, false
	}
	if half[0] < 0 && times[0]%1200 < times[1]%1200 {
		half[0] = half[1]
	}
	from, to = inHalf(times[0], half[0]), inHalf(times[1], half[1])
	return from, to, from <= 2459 && to <= 2459
}

// inHalf returns a time of the first (0) or second (12) half of the day in 24
// hours; a half below 0 is not told.
func inHalf(n, half int) int {
	switch {
	case half == 0 && n/100 == 12:
		return n - 1200
	case half == 12 && n < 1200:
		return n + 1200
	}
	return n
}
