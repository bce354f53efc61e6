package ical

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
)

// Calendar is a published calendar.
type Calendar struct {
	Name        string
	Description string
	Source      string // where it is to be had; "" when not known
}

// Event is something that took whole days.
type Event struct {
	UID         string   // the same for ever
	Changed     edtf.Day // when what it says was last changed
	First, Last edtf.Day // both within the years 1 to 9999; see [Fits]
	Yearly      bool     // it comes again every year
	Tentative   bool     // it is planned and may not happen
	Lang        string   // BCP 47, of the texts
	Summary     string
	Description string
	Location    string
	URL         string
	Categories  []string
}

// maxLine is how many octets a line has at most, without its end.
const maxLine = 75

// Fits tells whether a calendar can hold a day: its years have four digits.
func Fits(d edtf.Day) bool {
	year, _, _ := d.Date()
	return year >= 1 && year <= 9998
}

// Begin writes what stands before the events of a calendar.
func (c *Calendar) Begin(b *bytes.Buffer) {
	w := writer{b}
	w.line("BEGIN", "", "VCALENDAR")
	w.line("VERSION", "", "2.0")
	w.line("PRODID", "", "-//buildsite//timeline//EN")
	w.line("CALSCALE", "", "GREGORIAN")
	w.line("METHOD", "", "PUBLISH")
	w.text("NAME", "", c.Name)
	w.text("X-WR-CALNAME", "", c.Name) // what programs knew before RFC 7986
	w.text("DESCRIPTION", "", c.Description)
	w.text("X-WR-CALDESC", "", c.Description)
	w.line("SOURCE", ";VALUE=URI", c.Source)
	w.line("REFRESH-INTERVAL", ";VALUE=DURATION", "P1D")
	w.line("X-PUBLISHED-TTL", "", "P1D")
}

// End writes what stands behind the events of a calendar.
func End(b *bytes.Buffer) { writer{b}.line("END", "", "VCALENDAR") }

// Write writes the event.
func (e *Event) Write(b *bytes.Buffer) {
	w := writer{b}
	language := ""
	if e.Lang != "" {
		language = ";LANGUAGE=" + e.Lang
	}
	w.line("BEGIN", "", "VEVENT")
	w.text("UID", "", e.UID)
	w.line("DTSTAMP", "", date(e.Changed)+"T000000Z")
	w.line("DTSTART", ";VALUE=DATE", date(e.First))
	w.line("DTEND", ";VALUE=DATE", date(e.Last+1)) // the day after
	if e.Yearly {
		w.line("RRULE", "", "FREQ=YEARLY")
	}
	w.text("SUMMARY", language, e.Summary)
	w.text("DESCRIPTION", language, e.Description)
	w.text("LOCATION", language, e.Location)
	w.line("URL", "", e.URL)
	if len(e.Categories) > 0 {
		escaped := make([]string, len(e.Categories))
		for i, c := range e.Categories {
			escaped[i] = Escape(c)
		}
		w.line("CATEGORIES", language, strings.Join(escaped, ","))
	}
	status := "CONFIRMED"
	if e.Tentative {
		status = "TENTATIVE"
	}
	w.line("STATUS", "", status)
	w.line("TRANSP", "", "TRANSPARENT") // nobody is busy because of it
	w.line("END", "", "VEVENT")
}

// writer writes content lines.
type writer struct{ b *bytes.Buffer }

func (w writer) text(name, params, value string) { w.line(name, params, Escape(value)) }

// line writes a content line, folded, unless its value is empty.
func (w writer) line(name, params, value string) {
	if value == "" {
		return
	}
	line := name + params + ":" + value
	for room := maxLine; len(line) > room; room = maxLine - 1 {
		cut := room
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.b.WriteString(line[:cut])
		w.b.WriteString("\r\n ")
		line = line[cut:]
	}
	w.b.WriteString(line)
	w.b.WriteString("\r\n")
}

// date writes a day as iCalendar has it: 19701013.
func date(d edtf.Day) string {
	year, month, day := d.Date()
	return fmt.Sprintf("%04d%02d%02d", year, month, day)
}

// Escape writes a text as the value of a property. Line ends of any kind become
// \n; other control characters, which iCalendar cannot hold, are left out.
func Escape(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == 0x7f || strings.ContainsRune(`\;,`, r) || r == utf8.RuneError
	}) {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(text, "\ufffd") {
		switch {
		case strings.ContainsRune(`\;,`, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' || r == '\r':
			b.WriteString(`\n`)
		case r < ' ' && r != '\t' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Unescape reads a text as Escape writes it. An escape that there is not stands
// for itself.
func Unescape(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		switch value[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ';', ',':
			b.WriteByte(value[i])
		default:
			b.WriteByte('\\')
			b.WriteByte(value[i])
		}
	}
	return b.String()
}
