package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// The parts of a timeline as TimelineJS 3 reads it. Its texts are HTML.
type (
	storyJSON struct {
		Title  *slide  `json:"title,omitempty"`
		Events []slide `json:"events"`
		Scale  string  `json:"scale"`
	}
	slide struct {
		ID      string     `json:"unique_id,omitempty"`
		Start   *storyDate `json:"start_date,omitempty"`
		End     *storyDate `json:"end_date,omitempty"`
		Display string     `json:"display_date,omitempty"`
		Text    slideText  `json:"text"`
		Group   string     `json:"group,omitempty"`
	}
	slideText struct {
		Headline string `json:"headline"`
		Text     string `json:"text,omitempty"`
	}
	storyDate struct {
		Year  int `json:"year"`
		Month int `json:"month,omitempty"`
		Day   int `json:"day,omitempty"`
	}
)

// story writes a timeline for TimelineJS 3.
func (r *Renderer) story(b *bytes.Buffer, p *site.Page) error {
	content, ok := p.Content.(*site.Story)
	if !ok {
		return fmt.Errorf("rendering %s: a timeline without events", p.Path)
	}
	msg := r.edition(p.Lang).msg
	s := storyJSON{Scale: "human", Events: []slide{}, Title: &slide{Text: r.slideText(p, content.Title, content.About, content.Path)}}
	for _, e := range content.Entries {
		start, end := storyDates(e.Date)
		display := e.When()
		if e.Planned {
			display = msg.Text("calendar.planned", "date", display)
		}
		s.Events = append(s.Events, slide{e.ID, start, end, display, r.slideText(p, e.Title, summary(e.Title, e.Summary), e.Path), r.actors(p, e)})
	}
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(s)
}

// actors names who acts: the row of the timeline that the event stands in. More
// than a few rows leave TimelineJS no room for events, so kinds will not do.
func (r *Renderer) actors(p *site.Page, e *site.Entry) string {
	of := &r.edition(p.Lang).site
	switch {
	case len(e.Actors) > 1:
		return of.Both
	case len(e.Actors) == 1 && e.Actors[0] == lexicon.Canada:
		return of.Sides[0].Name
	case len(e.Actors) == 1:
		return of.Sides[1].Name
	}
	return ""
}

// slideText returns what a slide says, with the way to the page where the
// site's address is known.
func (r *Renderer) slideText(p *site.Page, title, text, path string) slideText {
	t := slideText{Headline: html.EscapeString(title)}
	if text != "" {
		t.Text = "<p>" + html.EscapeString(text) + "</p>"
	}
	if address := r.cfg.Address(p.Dir + path); address != "" {
		t.Text += `<p><a href="` + html.EscapeString(address) + `">` + html.EscapeString(r.edition(p.Lang).msg.Text("calendar.more")) + `</a></p>`
	}
	return t
}

// storyDates returns the dates of a slide. Each names year, month and day as
// far as they are known and no farther; of what TimelineJS has no unit for, a
// season or a decade, they are the months or years it lasts. The words that are
// shown are those of the date itself.
func storyDates(d edtf.Date) (start, end *storyDate) {
	first, last := d, d
	if d.IsInterval() {
		first, last = d.Start(), d.End()
	}
	switch {
	case first.IsZero():
		return storyDay(last.Last(), unit(last)), nil
	case last.IsZero() || d.OpenEnd():
		return storyDay(first.First(), unit(first)), nil
	case d.OpenStart():
		return storyDay(last.Last(), unit(last)), nil
	}
	start, end = storyDay(first.First(), unit(first)), storyDay(last.Last(), unit(last))
	if *start == *end {
		return start, nil
	}
	return start, end
}

// unit is the finest one that says no more than a date does: the year, the
// month or the day.
func unit(d edtf.Date) edtf.Precision {
	switch p := d.Precision(); p {
	case edtf.DayPrecision, edtf.MonthPrecision:
		return p
	case edtf.SeasonPrecision, edtf.QuarterPrecision:
		return edtf.MonthPrecision
	}
	return edtf.YearPrecision
}

func storyDay(day edtf.Day, unit edtf.Precision) *storyDate {
	year, month, number := day.Date()
	d := &storyDate{Year: year}
	if unit == edtf.MonthPrecision || unit == edtf.DayPrecision {
		d.Month = month
	}
	if unit == edtf.DayPrecision {
		d.Day = number
	}
	return d
}
