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

// twoHours returns the two times of a match, as hhmm.
func (m *match) twoHours() (from, to int, ok bool) {
	times := make([]int, 0, 2)
	for k, s := range m.seq.steps {
		switch n := m.f.toks[m.at+k].num; s.class {
		case classClock:
			times = append(times, n)
		case classHour:
			times = append(times, n*100)
		}
	}
	if len(times) != 2 || times[0] > 2459 || times[1] > 2459 {
		return 0, 0, false
	}
	return times[0], times[1], true
}
