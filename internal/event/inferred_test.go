package event_test

import (
	"testing"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/seed"
)

// TestExtractOn reads an article on two days that it may have been written on:
// what is told of another time on each gets the span, and what only one of them
// dates goes.
func TestExtractOn(t *testing.T) {
	const text = `---
type: article
---
Foreign Minister Wang Yi met Foreign Minister Anita Anand in Beijing on Tuesday.
President Xi Jinping met Prime Minister Mark Carney in Gyeongju two days ago.
Canada and China established diplomatic relations on October 13, 1970.
`
	lex := content(t)
	span, err := edtf.Parse("2025-11-11/2025-11-12")
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := seed.Parse("a.txt", []byte(text), seed.Options{})
	r := event.ExtractOn(doc, lex, false, event.Dating{Date: span, Basis: event.Inferred, Evidence: []string{"so it is"}})
	if r.Published.Date != span || r.Published.Basis != event.Inferred || len(r.Review) > 0 {
		t.Errorf("published %v, to review %v", r.Published, r.Review)
	}
	want := map[string]string{"2025-11-11": "Tuesday", "2025-11-09/2025-11-10": "two days ago", "1970-10-13": "October 13, 1970"}
	if len(r.Events) != len(want) {
		t.Errorf("%d events, want %d", len(r.Events), len(want))
	}
	for _, e := range r.Events {
		if want[e.Date.String()] != e.Evidence[0].Timex {
			t.Errorf("%q is of %s", e.Evidence[0].Timex, e.Date)
		}
	}
	for _, x := range r.Timexes {
		if doc.Text[x.Start:x.End] == "two days ago" && (x.Date.String() != "2025-11-09/2025-11-10" || x.Value != "XXXX-XX-XX") {
			t.Errorf("two days ago is %s, %s", x.Date, x.Value)
		}
	}
	dated, _ := seed.Parse("2018-05-06-a.txt", []byte(text), seed.Options{})
	if r := event.ExtractOn(dated, lex, false, event.Dating{Date: span, Basis: event.Inferred}); r.Published.Date.String() != "2018-05-06" {
		t.Errorf("an article of a day of its own is read on %s", r.Published.Date)
	}
}
