package event_test

import (
	"testing"
	"testing/fstest"
	"time"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/zone"
)

// clocks are those of the two capitals.
func clocks(t *testing.T) lexicon.Clocks {
	t.Helper()
	load := func(name string) *time.Location {
		l, err := zone.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	return lexicon.Clocks{Canada: load("America/Toronto"), China: load("Asia/Shanghai")}
}

// TestOwnDay shows which day an event gets where clocks differ: that of its own
// place. A weekday is counted where the story was written.
func TestOwnDay(t *testing.T) {
	lex, _ := lexicon.LoadWith(fstest.MapFS{
		"people.yaml":     {Data: []byte("- name: Wang Yi\n  side: china\n- name: Anita Anand\n  side: canada\n")},
		"places.yaml":     {Data: []byte("- name: Ottawa\n  side: canada\n- name: Beijing\n  side: china\n")},
		"publishers.yaml": {Data: []byte("- name: Example Daily\n  side: china\n- name: Example Star\n  side: canada\n")},
	}, clocks(t))
	for _, test := range []struct{ about, text, want string }{
		{
			"told by the clock of its own place",
			"---\ndate: 2025-11-12\n---\nWang Yi met Anita Anand in Beijing at 9 a.m. Beijing time on November 12, 2025.\n", "2025-11-12",
		},
		{
			"told by the clock of the other side",
			"---\ndate: 2025-11-12\n---\nWang Yi met Anita Anand in Ottawa at 9 a.m. Beijing time on November 12, 2025.\n", "2025-11-11",
		},
		{
			"told in the evening of Ottawa, and it was in Beijing",
			"---\ndate: 2025-11-12\n---\nWang Yi met Anita Anand in Beijing at 8 p.m. Ottawa time on November 11, 2025.\n", "2025-11-12",
		},
		{
			"no clock is named",
			"---\ndate: 2025-11-12\n---\nWang Yi met Anita Anand in Ottawa at 9 a.m. on November 12, 2025.\n", "2025-11-12",
		},
		{
			"no place is named",
			"---\ndate: 2025-11-12\n---\nWang Yi met Anita Anand at 9 a.m. Beijing time on November 12, 2025.\n", "2025-11-12",
		},
		{
			"a story from Ottawa on a page stamped in Beijing",
			"---\npublisher: Example Daily\n---\nTalks\nUpdated: 2025-11-13 07:15\nOTTAWA — Wang Yi met Anita Anand in Ottawa on Wednesday.\n", "2025-11-12",
		},
		{
			"today, in a story from Ottawa on a page stamped in Beijing",
			"---\npublisher: Example Daily\n---\nTalks\nUpdated: 2025-11-13 07:15\nOTTAWA — Wang Yi met Anita Anand in Ottawa today.\n", "2025-11-12",
		},
		{
			"a story from Beijing on a page stamped in the evening of Toronto",
			"---\npublisher: Example Star\n---\nTalks\nPublished: November 11, 2025 8:30 PM\nBEIJING — Wang Yi met Anita Anand in Beijing on Wednesday.\n", "2025-11-12",
		},
		{
			"the same without a dateline counts from the page's day",
			"---\npublisher: Example Star\n---\nTalks\nPublished: November 11, 2025 8:30 PM\nWang Yi met Anita Anand in Beijing on Tuesday.\n", "2025-11-11",
		},
	} {
		t.Run(test.about, func(t *testing.T) {
			doc, _ := seed.Parse("a.txt", []byte(test.text), seed.Options{})
			r := event.Extract(doc, lex)
			if len(r.Events) != 1 || r.Events[0].Date.String() != test.want || r.Events[0].Planned {
				t.Errorf("got %v, want one event on %s", r.Events, test.want)
			}
		})
	}
}
