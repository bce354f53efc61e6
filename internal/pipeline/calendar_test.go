package pipeline_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	arran "github.com/arran4/golang-ical"
	emersion "github.com/emersion/go-ical"

	"buildsite/internal/edtf"
)

// entry is an event of a calendar as a reader has it.
type entry struct{ uid, start, end, summary, description, status, rule string }

// TestCalendars reads the calendars of the real content with two readers by
// others and holds what they find against events.json.
func TestCalendars(t *testing.T) {
	site := render(t, builtIn(t, os.DirFS("../../content")), nil)
	var data struct {
		Events []struct {
			ID, Date, Title, Precision      string
			Approximate, Uncertain, Planned bool
			Importance                      int
			Translations                    map[string]struct{ Title string }
		}
	}
	if err := json.Unmarshal(site["events.json"], &data); err != nil {
		t.Fatal(err)
	}
	for name, language := range map[string]string{"calendar.ics": "en", "anniversaries.ics": "en", "fr/calendar.ics": "fr"} {
		yearly := strings.Contains(name, "anniversaries")
		var want []entry
		for _, e := range data.Events {
			d := edtf.MustParse(e.Date)
			if e.Precision != "day" || e.Approximate || e.Uncertain || yearly && e.Importance > 1 {
				continue
			}
			title := e.Title
			if other := e.Translations[language].Title; other != "" {
				title = other
			}
			w := entry{start: compact(d.First()), end: compact(d.Last() + 1), summary: title, status: "CONFIRMED"}
			if e.Planned {
				w.status = "TENTATIVE"
			}
			if yearly {
				w.end, w.rule = compact(d.First()+1), "FREQ=YEARLY"
				w.summary = fmt.Sprintf("%s (%d)", title, d.Year())
			}
			want = append(want, w)
		}
		for reader, read := range map[string]func([]byte) ([]entry, error){"emersion": readEmersion, "arran4": readArran} {
			got, err := read(site[name])
			if err != nil {
				t.Fatalf("%s, %s: %v", name, reader, err)
			}
			checkEntries(t, name+", "+reader, got, want)
		}
	}
}

func checkEntries(t *testing.T, name string, got, want []entry) {
	if len(want) < 25 {
		t.Errorf("%s: %d events wanted: the content has more", name, len(want))
	}
	seen := make(map[string]bool)
	for i := range got {
		if seen[got[i].uid] || got[i].uid == "" {
			t.Errorf("%s: the UID %q stands twice, or is none", name, got[i].uid)
		}
		seen[got[i].uid] = true
		got[i].uid, got[i].description = "", ""
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: %d events, want %d", name, len(got), len(want))
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("got  %+v\nwant %+v", got[i], want[i])
			}
		}
	}
}

// compact writes a day as iCalendar does.
func compact(d edtf.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

func readEmersion(data []byte) ([]entry, error) {
	cal, err := emersion.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		return nil, err
	}
	var all []entry
	for _, e := range cal.Events() {
		text := func(name string) string {
			s, err2 := e.Props.Text(name)
			if err2 != nil {
				err = err2
			}
			return s
		}
		start, err1 := e.DateTimeStart(time.UTC)
		end, err2 := e.DateTimeEnd(time.UTC)
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%v, %v", err1, err2)
		}
		x := entry{text("UID"), start.Format("20060102"), end.Format("20060102"), text("SUMMARY"), text("DESCRIPTION"), text("STATUS"), ""}
		if rule := e.Props.Get("RRULE"); rule != nil {
			x.rule = rule.Value
		}
		all = append(all, x)
	}
	return all, err
}

func readArran(data []byte) ([]entry, error) {
	cal, err := arran.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var all []entry
	for _, e := range cal.Events() {
		value := func(name arran.ComponentProperty) string {
			if p := e.GetProperty(name); p != nil {
				return arran.FromText(p.Value)
			}
			return ""
		}
		start, err1 := e.GetAllDayStartAt()
		end, err2 := e.GetAllDayEndAt()
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%v, %v", err1, err2)
		}
		all = append(all, entry{
			e.Id(), start.Format("20060102"), end.Format("20060102"), value(arran.ComponentPropertySummary), value(arran.ComponentPropertyDescription),
			value(arran.ComponentPropertyStatus), value(arran.ComponentPropertyRrule),
		})
	}
	return all, nil
}

// TestStories reads the timelines for TimelineJS: no date says more than the
// event's own, and each has what TimelineJS asks for.
func TestStories(t *testing.T) {
	site := render(t, builtIn(t, os.DirFS("../../content")), nil)
	dates := make(map[string]string)
	var data struct{ Events []struct{ ID, Date string } }
	if err := json.Unmarshal(site["events.json"], &data); err != nil {
		t.Fatal(err)
	}
	for _, e := range data.Events {
		dates[e.ID] = e.Date
	}
	type when struct{ Year, Month, Day int }
	count, vague := 0, 0
	for name, bytes := range site {
		if !strings.HasSuffix(name, "timeline.json") {
			continue
		}
		var story struct {
			Events []struct {
				ID    string `json:"unique_id"`
				Start when   `json:"start_date"`
				End   *when  `json:"end_date"`
				Shown string `json:"display_date"`
				Text  struct{ Headline string }
			}
		}
		if err := json.Unmarshal(bytes, &story); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, e := range story.Events {
			count++
			d := edtf.MustParse(dates[e.ID])
			if e.Text.Headline == "" || e.Shown == "" || e.Start.Year != d.Year() {
				t.Errorf("%s: %+v of %s", name, e, d)
			}
			exact := e.Start.Day != 0 || e.End != nil && e.End.Day != 0
			if d.Precision() > edtf.DayPrecision {
				vague++
				if exact && !d.IsInterval() {
					t.Errorf("%s: %s is made a day: %+v", name, d, e.Start)
				}
			}
		}
	}
	if count < 200 || vague < 20 {
		t.Errorf("%d slides, %d of them without a day: the content has more", count, vague)
	}
}
