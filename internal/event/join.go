package event

import (
	"slices"
	"strings"

	"buildsite/internal/edtf"
)

// joinDays makes one stretch of two days that follow each other and stand
// together: "les 16 et 17 octobre", "today and tomorrow".
func (s *sentence) joinDays() {
	for i := 0; i+1 < len(s.times); i++ {
		first, second := &s.times[i], s.times[i+1]
		if !isDay(first.Date) || !isDay(second.Date) || second.Date.First() != first.Date.First()+1 {
			continue
		}
		between := strings.TrimSuffix(strings.TrimSpace(s.text[first.End:second.Start]), " le")
		if !slices.Contains(cuesOf(s.lang).and, between) {
			continue
		}
		if both, err := edtf.Interval(edtf.FromDay(first.Date.First()), edtf.FromDay(second.Date.First())); err == nil {
			first.Through, first.End = both, second.End
			s.times = slices.Delete(s.times, i+1, i+2)
		}
	}
}

// isDay tells whether a date is one day.
func isDay(d edtf.Date) bool { return d.Precision() == edtf.DayPrecision && !d.IsInterval() }
