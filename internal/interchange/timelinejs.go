package interchange

import (
	"cmp"
	"fmt"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

// slide is an event as TimelineJS has it, from JSON or from a table.
type slide struct {
	off               int
	start, end        slideDate
	shown             string // the date in words
	headline, text    string // HTML
	group, id, source string
	hasMedia          bool
}

// slideDate is a date in parts.
type slideDate struct {
	off              int
	year, month, day string
}

// timelineJSON reads a timeline of TimelineJS 3.
func (r *reader) timelineJSON() {
	root, off, err := parseJSON(r.file.Text)
	if err != nil {
		r.problem(off, "mend it with a program that checks JSON", "this is no JSON: %v", err)
		return
	}
	events := root.get("events")
	if events.kind != array {
		r.problem(events.off, `a timeline of TimelineJS is {"events": [ … ]}`, "there is no list of events in it")
		return
	}
	media := 0
	for i := range events.values {
		e := &events.values[i]
		if e.kind != object {
			r.problem(e.off, `an event is {"start_date": {"year": 1970}, "text": {"headline": "…"}}`, "this is no event")
			continue
		}
		s := jsonSlide(e)
		if s.hasMedia {
			media++
		}
		r.slide(s)
	}
	if eras := root.get("eras"); len(eras.values) > 0 {
		r.remark(eras.off, "write those that matter as events, with an end", "eras are left out, %d of them", len(eras.values))
	}
	if media > 0 {
		r.remark(events.off, "seeds hold no pictures", "the media of %s are left out", count(media, "event", "events"))
	}
}

// count writes a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// ownID returns the name of an event where it is one that this site gives: a
// slug that begins with a year. Other programs number their slides.
func ownID(id string) string {
	if len(id) > 5 && id[4] == '-' && strings.Trim(id[:4], "0123456789") == "" && lexicon.Slug(id) == id {
		return id
	}
	return ""
}

func jsonSlide(e *node) slide {
	text, media := e.get("text"), e.get("media")
	s := slide{
		off: e.off, shown: e.get("display_date").text, headline: text.get("headline").text, text: text.get("text").text,
		group: e.get("group").text, id: e.get("unique_id").text, source: media.get("link").text,
		hasMedia: media.get("url").text != "", start: jsonDate(e.get("start_date")), end: jsonDate(e.get("end_date")),
	}
	s.shown = cmp.Or(s.shown, e.get("start_date").get("display_date").text)
	return s
}

func jsonDate(n *node) slideDate {
	return slideDate{n.off, strings.TrimSpace(n.get("year").text), strings.TrimSpace(n.get("month").text), strings.TrimSpace(n.get("day").text)}
}

// slideColumns are the columns of the table that TimelineJS reads.
var slideColumns = [...]string{
	"year", "month", "day", "time", "end_year", "end_month", "end_day", "end_time", "display_date", "headline", "text",
	"media", "media_credit", "media_caption", "media_thumbnail", "type", "group", "background", "link", "alt_text",
}

// slide reads a row of such a table. Rows for titles and eras are no events.
func (t *sheet) slide() {
	text := func(column string) string { s, _ := t.cell(column); return s }
	date := func(prefix string) slideDate {
		_, off := t.cell(prefix + "year")
		return slideDate{off, text(prefix + "year"), text(prefix + "month"), text(prefix + "day")}
	}
	if kind := strings.ToLower(text("type")); kind == "title" || kind == "era" {
		return
	}
	t.reader.slide(slide{
		off: t.at(0), start: date(""), end: date("end_"), shown: text("display_date"), headline: text("headline"), text: text("text"),
		group: text("group"), source: text("link"),
	})
}

// slide adds the event of a slide.
func (r *reader) slide(s slide) {
	told := len(r.ds)
	date := r.slideDate(&s)
	if len(r.ds) > told {
		return
	}
	d := Draft{ID: ownID(s.id), Sheet: seed.Sheet{Date: date, Title: plainHTML(s.headline), Summary: plainHTML(s.text)}}
	if d.Sheet.Title == "" {
		r.problem(s.off, "say what happened", "the event has no headline")
		return
	}
	for _, a := range links(s.text) {
		link(&d.Sheet, a.text, a.address)
	}
	link(&d.Sheet, "", s.source)
	classify(&d.Sheet, s.group)
	r.add(s.off, d)
}

// slideDate puts a date together from its parts. The words that are shown say
// more than these can ("c. 1960", "spring 1961"): where they can be read and do
// not contradict, they are the date.
func (r *reader) slideDate(s *slide) edtf.Date {
	start, ok := r.parts(s.start)
	if !ok {
		return start
	}
	date := start
	if s.end.year != "" {
		end, ok := r.parts(s.end)
		if !ok {
			return start
		}
		if end != start {
			span, err := edtf.Interval(start, end)
			if err != nil {
				r.problem(s.end.off, "correct one of the two", "no stretch of time goes from %s to %s", start, end)
				return start
			}
			date = span
		}
	}
	if shown, err := edtf.ParseText(plainHTML(s.shown), r.lang); err == nil && date.Contains(shown) {
		return shown
	}
	return date
}

// parts reads a year, a month and a day. What is no date is told.
func (r *reader) parts(d slideDate) (edtf.Date, bool) {
	const hint = `write the year as a number, and month and day, where they are known, as numbers, too`
	if d.year == "" {
		r.problem(d.off, hint, "the event has no year")
		return edtf.Date{}, false
	}
	date, ok := d.date()
	if !ok {
		r.problem(d.off, hint, "there is no date of year %q, month %q and day %q", d.year, d.month, d.day)
	}
	return date, ok
}

// date puts the parts together, as far as they are known.
func (d slideDate) date() (edtf.Date, bool) {
	text := d.year
	if digits := strings.TrimPrefix(d.year, "-"); len(digits) < 4 {
		text = strings.TrimSuffix(d.year, digits) + strings.Repeat("0", 4-len(digits)) + digits
	}
	for _, part := range [...]string{d.month, d.day} {
		if part == "" {
			break
		}
		text += "-" + strings.Repeat("0", max(0, 2-len(part))) + part
	}
	date, err := edtf.Parse(text)
	return date, err == nil && (d.day == "" || d.month != "") && !date.IsInterval()
}
