package timex

import (
	"time"

	"buildsite/internal/edtf"
)

// A time that names its place ("9 a.m. Beijing time") is of that place's day,
// which may be another where the reader counts: nine in the morning in Beijing
// is the evening before in Ottawa.

// namedZones are those whose clocks change with the season. Words give them by
// their place here, from firstNamed on; the others by minutes east of Greenwich.
var namedZones = [...]string{"America/Toronto", "America/Vancouver", "Europe/Paris"}

const (
	firstNamed = 9001
	unsaidZone = 9000 // "local time"
)

// zoneOf returns the zone that a word names, nil if its rules are not known here.
func zoneOf(v int) *time.Location {
	if v == unsaidZone {
		return nil
	}
	if v < firstNamed {
		return time.FixedZone("", v*60)
	}
	if v-firstNamed >= len(namedZones) {
		return nil
	}
	l, err := time.LoadLocation(namedZones[v-firstNamed])
	if err != nil {
		return nil // the system has no table of zones
	}
	return l
}

// dayInZone returns the day of the anchor's zone that a time on day d falls on,
// or 0 where nothing tells another one.
func (m *match) dayInZone(d edtf.Day) edtf.Day {
	i := max(m.token(classZone), m.token(classCity))
	if m.f.zone == nil || i < 0 {
		return 0
	}
	from := zoneOf(m.value(classZone) + m.value(classCity))
	hour, ok := m.hour()
	if from == nil || !ok {
		return 0
	}
	y, mo, day := d.Date()
	y, month, day := time.Date(y, time.Month(mo), day, hour/100, hour%100, 0, 0, from).In(m.f.zone).Date()
	return dayOf(y, int(month), day)
}

// hour returns the time as hhmm: of a part of the day its middle.
func (m *match) hour() (int, bool) {
	if n, ok := m.clockTime(); ok {
		return n, true
	}
	v := m.part()
	if v == 0 {
		return 0, false
	}
	switch symbol(v) {
	case "MO":
		return 900, true
	case "MI", "NOON":
		return 1200, true
	case "AF":
		return 1500, true
	case "EV":
		return 1900, true
	case "NI":
		return 2200, true
	}
	return 0, false
}
