package ical

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
	"buildsite/internal/source"
)

func day(s string) edtf.Day { return edtf.MustParse(s).First() }

func TestWrite(t *testing.T) {
	c := Calendar{Name: "A, B; C", Source: "https://example.org/calendar.ics"}
	events := []Event{
		{
			UID: "urn:uuid:1", Changed: day("2026-01-02"), First: day("2025-10-16"), Last: day("2025-10-17"), Lang: "fr",
			Summary: `Entretien : "oui", a\b`, Description: "Deux\nlignes\x00", Location: "Pékin", URL: "https://example.org/events/a.html",
			Categories: []string{"visit", "a,b"}, Tentative: true,
		},
		{UID: "2", First: day("1970-10-13"), Last: day("1970-10-13"), Yearly: true, Summary: strings.Repeat("建交", 20)},
	}
	var b bytes.Buffer
	c.Begin(&b)
	for i := range events {
		events[i].Write(&b)
	}
	End(&b)
	want := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//buildsite//timeline//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:A\, B\; C
X-WR-CALNAME:A\, B\; C
SOURCE;VALUE=URI:https://example.org/calendar.ics
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
BEGIN:VEVENT
UID:urn:uuid:1
DTSTAMP:20260102T000000Z
DTSTART;VALUE=DATE:20251016
DTEND;VALUE=DATE:20251018
SUMMARY;LANGUAGE=fr:Entretien : "oui"\, a\\b
DESCRIPTION;LANGUAGE=fr:Deux\nlignes
LOCATION;LANGUAGE=fr:Pékin
URL:https://example.org/events/a.html
CATEGORIES;LANGUAGE=fr:visit,a\,b
STATUS:TENTATIVE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:19700101T000000Z
DTSTART;VALUE=DATE:19701013
DTEND;VALUE=DATE:19701014
RRULE:FREQ=YEARLY
SUMMARY:建交建交建交建交建交建交建交建交建交建交建交
 建交建交建交建交建交建交建交建交建交
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParse(t *testing.T) {
	f, _ := source.Decode("x.ics", []byte("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;X=\"a:b;c\";LANGUAGE=en:One\r\n  two\\, three\r\nBEGIN:VALARM\r\nSUMMARY:no\r\nEND:VALARM\r\nnonsense\r\n"+
		"DTSTART;VALUE=DATE:19701013\r\nEND:VEVENT\r\nEND:VTODO\r\nBEGIN:VEVENT\r\n"), "")
	events, ds := Parse(f)
	if len(events) != 1 || len(events[0].Properties) != 2 {
		t.Fatalf("%+v", events)
	}
	s := events[0].Get("SUMMARY")
	if s.Text() != "One two, three" || s.Params["X"] != "a:b;c" || s.Params["LANGUAGE"] != "en" || f.Position(s.Off).Line != 3 {
		t.Errorf("%+v", s)
	}
	var told []string
	for _, d := range source.Sort(ds) {
		told = append(told, d.Pos.String()+" "+d.Text)
	}
	want := []string{"1:1 BEGIN:VCALENDAR without an END", `8:1 this line is none of iCalendar: "nonsense"`, "11:1 END:VTODO without its BEGIN", "12:1 BEGIN:VEVENT without an END"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Error(diff)
	}
}

// FuzzText writes texts and reads them back: lines are short, whole characters
// and nothing else, and say the same.
func FuzzText(f *testing.F) {
	f.Add("Entretiens, à Pékin; \\n", "BEGIN:VEVENT\r\nEND")
	f.Add(strings.Repeat("建交", 60), "\\")
	f.Add("a\x00b\x7f", "\xff")
	f.Add(strings.Repeat("x", 74)+"é", " lead")
	f.Fuzz(func(t *testing.T, summary, place string) {
		c, e := Calendar{Name: summary}, Event{UID: "1", First: 0, Last: 1, Summary: summary, Location: place, Categories: []string{place, "x"}}
		var b bytes.Buffer
		c.Begin(&b)
		e.Write(&b)
		End(&b)
		for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if len(line) > maxLine || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n\x00") {
				t.Fatalf("the line %q", line)
			}
		}
		file, _ := source.Decode("x.ics", b.Bytes(), "utf-8")
		events, ds := Parse(file)
		if len(ds) > 0 || len(events) != 1 {
			t.Fatalf("%v\n%s", ds, b.String())
		}
		for name, want := range map[string]string{"SUMMARY": summary, "LOCATION": place} {
			got := ""
			if p := events[0].Get(name); p != nil {
				got = p.Text()
			}
			if want = Unescape(Escape(want)); got != want {
				t.Errorf("%s %q, want %q", name, got, want)
			}
		}
	})
}

// FuzzParse reads anything.
func FuzzParse(f *testing.F) {
	f.Add("BEGIN:VEVENT\nSUMMARY;A=\"b\":c\n d\nEND:VEVENT\n")
	f.Add("END:VEVENT\nBEGIN:VEVENT\nX;:")
	f.Fuzz(func(t *testing.T, text string) {
		file, _ := source.Decode("x.ics", []byte(text), "")
		events, ds := Parse(file)
		for _, e := range events {
			for _, p := range e.Properties {
				if p.Off < e.Off || p.Off >= len(file.Text) {
					t.Fatalf("%+v of an event at %d", p, e.Off)
				}
			}
		}
		for _, d := range ds {
			if d.Pos.IsZero() || d.Hint == "" {
				t.Fatalf("%+v", d)
			}
		}
	})
}
