package interchange

import (
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/ical"
	"buildsite/internal/seed"
)

// calendar reads the events of a calendar. A day is taken as it is written,
// whatever the time zone: what happens on a day does so where it happens.
func (r *reader) calendar() {
	events, ds := ical.Parse(r.file)
	r.ds = append(r.ds, ds...)
	if len(events) == 0 && len(ds) == 0 {
		r.problem(0, "a calendar has events between BEGIN:VEVENT and END:VEVENT", "there is no event in it")
	}
	for i := range events {
		r.component(&events[i])
	}
}

func (r *reader) component(c *ical.Component) {
	text := func(name string) string {
		if p := c.Get(name); p != nil {
			return strings.Join(strings.Fields(p.Text()), " ")
		}
		return ""
	}
	told := len(r.ds)
	s := seed.Sheet{Title: text("SUMMARY"), Date: r.calendarDate(c)}
	if len(r.ds) > told {
		return
	}
	switch {
	case strings.EqualFold(text("STATUS"), "CANCELLED"):
		r.remark(c.Off, "write it by hand if it is to be told", "the event %q was cancelled and is left out", s.Title)
		return
	case s.Title == "":
		r.problem(c.Off, "say in SUMMARY what happened", "the event has no summary")
		return
	}
	if rule := c.Get("RRULE"); rule != nil {
		r.remark(rule.Off, "write further ones by hand if they are events of their own", "the event %q comes again; it is taken over as the first one", s.Title)
	}
	link(&s, "", text("URL"))
	s.Summary = strings.TrimSpace(strings.TrimSuffix(text("DESCRIPTION"), text("URL")))
	for place := range strings.SplitSeq(text("LOCATION"), ";") {
		if place = strings.TrimSpace(place); place != "" {
			s.Places = append(s.Places, place)
		}
	}
	if p := c.Get("CATEGORIES"); p != nil {
		classify(&s, categories(p.Value)...)
	}
	r.add(c.Off, Draft{Sheet: s})
}

// categories parts a list of texts at the commas that are not escaped.
func categories(value string) []string {
	var all []string
	start := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case ',':
			all = append(all, ical.Unescape(value[start:i]))
			start = i + 1
		}
	}
	return append(all, ical.Unescape(value[start:]))
}

// calendarDate reads the days from DTSTART to DTEND. Of whole days the end is
// the day after; what ends at midnight ends the day before.
func (r *reader) calendarDate(c *ical.Component) edtf.Date {
	begin := c.Get("DTSTART")
	if begin == nil {
		r.problem(c.Off, "write DTSTART;VALUE=DATE:19701013", "the event has no DTSTART")
		return edtf.Date{}
	}
	first, _, ok := r.calendarDay(begin)
	finish := c.Get("DTEND")
	if finish == nil || !ok {
		return first
	}
	end, midnight, ok := r.calendarDay(finish)
	if !ok {
		return first
	}
	last := end.First()
	if midnight && last > first.First() {
		last--
	}
	if last < first.First() {
		r.problem(finish.Off, "correct one of the two", "the event ends before it begins")
		return first
	}
	return edtf.Between(first.First(), last)
}

// calendarDay reads the day of a date or a time, and tells whether it is its
// very beginning.
func (r *reader) calendarDay(p *ical.Property) (d edtf.Date, midnight, ok bool) {
	v := strings.TrimSpace(p.Value)
	const hint = "write the day as YYYYMMDD, such as 19701013"
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if len(v) < 8 || !digits(v[:8]) {
		r.problem(p.Off, hint, "%s is no date: %.40q", p.Name, v)
		return d, false, false
	}
	d, err := edtf.Parse(v[:4] + "-" + v[4:6] + "-" + v[6:8])
	if err != nil {
		r.problem(p.Off, hint, "%s is no date: %.40q", p.Name, v)
		return d, false, false
	}
	return d, slices.Contains([]string{"", "T000000", "T000000Z"}, v[8:]), true
}
