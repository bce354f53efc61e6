package render

import (
	"bytes"
	"fmt"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/ical"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
	"buildsite/internal/site"
)

// calendar writes a calendar (RFC 5545) of the events whose days are known.
func (r *Renderer) calendar(b *bytes.Buffer, p *site.Page) error {
	content, ok := p.Content.(*site.Calendar)
	if !ok {
		return fmt.Errorf("rendering %s: a calendar without events", p.Path)
	}
	msg := r.edition(p.Lang).msg
	c := ical.Calendar{Name: r.cfg.Title.In(p.Lang), Description: r.cfg.Description.In(p.Lang), Source: r.cfg.Address(p.Path)}
	if content.Anniversaries {
		c.Name = msg.Text("calendar.anniversaries", "title", c.Name)
	}
	c.Begin(b)
	for _, e := range content.Entries {
		if !OnDays(e.Date) || content.Anniversaries && e.Planned {
			continue
		}
		err := r.keepText(b, p.Path, e, func(b *bytes.Buffer) error {
			event := r.dated(p, e)
			if content.Anniversaries {
				yearly(&event, e, msg)
			}
			event.Write(b)
			return nil
		})
		if err != nil {
			return err
		}
	}
	ical.End(b)
	return nil
}

// yearly makes an anniversary of an event: the day it began on, every year.
func yearly(event *ical.Event, e *site.Entry, msg *message.Bundle) {
	event.UID, event.Last, event.Yearly = calendarUID("anniversary/"+e.ID), event.First, true
	event.Summary = msg.Text("calendar.anniversary", "title", e.Title, "year", e.Date.First().String()[:4])
}

// OnDays tells whether a date is one that a calendar can show without making it
// more exact than it is: a day or a stretch of days, neither approximate nor in
// doubt, in the years that calendars have.
func OnDays(d edtf.Date) bool {
	return d.Precision() == edtf.DayPrecision && !d.IsSet() && !d.Approximate() && !d.Uncertain() &&
		!d.OpenStart() && !d.OpenEnd() && ical.Fits(d.First()) && ical.Fits(d.Last())
}

// dated returns an event as a calendar has it.
func (r *Renderer) dated(p *site.Page, e *site.Entry) ical.Event {
	address := r.cfg.Address(p.Dir + e.Path)
	event := ical.Event{
		UID: calendarUID("event/" + e.ID), First: e.Date.First(), Last: e.Date.Last(), Tentative: e.Planned, Lang: e.Lang.Tag(),
		Summary: e.Title, Description: strings.TrimSpace(summary(e.Title, e.Summary) + "\n\n" + address), URL: address,
		Categories: []string{lexicon.KindName(e.Kind, p.Lang)},
	}
	if !e.Updated.IsZero() {
		event.Changed = e.Updated.First()
	}
	for _, t := range e.Topics {
		event.Categories = append(event.Categories, t.Name.In(p.Lang))
	}
	event.Location = strings.Join(ids(e.Places, func(x *lexicon.Place) string { return x.Name.In(p.Lang) }), "; ")
	return event
}

// calendarUID names an event in every calendar that has it.
func calendarUID(name string) string { return strings.TrimPrefix(uuid(name), "urn:uuid:") }
