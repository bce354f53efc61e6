package timex

import (
	"strings"
	"time"

	"buildsite/internal/edtf"
	"buildsite/internal/zone"
)

// A time that names its place ("9 a.m. Beijing time") is of that place's day,
// which may be another where the reader counts: nine in the morning in Beijing
// is the evening before in Ottawa.

// zoneBase is the value of the first zone that a language's file names; smaller
// values of words are minutes east of Greenwich.
const zoneBase = 1 << 23

// zoneValue returns the value of a word that names a zone: minutes, "any" for a
// zone that is not said, or a name of the IANA's.
func (g *grammar) zoneValue(s string) (int, error) {
	if !strings.Contains(s, "/") {
		return wordValue(s)
	}
	g.zones = append(g.zones, s) // read when it is wanted first
	return zoneBase + len(g.zones) - 1, nil
}

// zoneOf returns the zone that a word names, nil if it says none ("local time").
func (g *grammar) zoneOf(v int) *time.Location {
	switch {
	case v == symAny:
		return nil
	case v < zoneBase:
		return time.FixedZone("", v*60)
	}
	l, err := zone.Load(g.zones[v-zoneBase])
	if err != nil {
		return nil // a test reads them all
	}
	return l
}

// dayInZone returns the day of the anchor's zone that a time on day d falls on,
// or 0 where nothing tells another one.
func (m *match) dayInZone(d edtf.Day) edtf.Day {
	if m.f.zone == nil {
		return 0
	}
	c := classZone
	if !m.has(c) {
		c = classCity
	}
	hour, ok := m.hour()
	if !ok || !m.has(c) {
		return 0
	}
	from := m.f.g.zoneOf(m.value(c))
	if from == nil {
		return 0
	}
	if hour >= 2400 { // midnight ends the day that it is told of
		hour = 2359
	}
	y, mo, day := d.Date()
	y, month, day := time.Date(y, time.Month(mo), day, hour/100, hour%100, 0, 0, from).In(m.f.zone).Date()
	if y < 1 || y > 9999 {
		return 0
	}
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
	case "MIDNIGHT":
		return 2400, true
	}
	return 0, false
}
