package event_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

func extract(t testing.TB, name, text string) *event.Reading {
	t.Helper()
	doc, diags := seed.Parse(name, []byte(text), seed.Options{})
	for _, d := range diags {
		t.Logf("%s", d)
	}
	return event.Extract(doc, content(t))
}

func TestEventSeed(t *testing.T) {
	r := extract(t, "events/1970s/1970-10-13 Recognition.md", `---
date: 1970-10-13
end: 1970-10-15
title: Canada recognizes the People's Republic
kind: milestone
people: [Pierre Trudeau, Mitchel Sharp]
places: ["Ottawa, Canada"]
topics: [diplomacy]
importance: 1
sources:
  - {title: Communiqué, publisher: Global Affairs Canada, url: "https://www.international.gc.ca/x", date: 1970-10-13}
  - {title: 公报, url: "https://www.fmprc.gov.cn/x"}
---
The two governments *announced* it at the same hour.

More about it.
`)
	if len(r.Events) != 1 {
		t.Fatalf("got %d events, %v", len(r.Events), r.Diagnostics)
	}
	e := r.Events[0]
	if e.ID != "1970-10-13-recognition" || e.Date.String() != "1970-10-13/1970-10-15" || e.Kind != "milestone" || e.Importance != 1 {
		t.Errorf("got id %s, date %s, kind %s, importance %d", e.ID, e.Date, e.Kind, e.Importance)
	}
	if e.Summary != "The two governments announced it at the same hour." || e.Status != event.Edited || e.Confidence != 1 {
		t.Errorf("got summary %q, status %v, confidence %v", e.Summary, e.Status, e.Confidence)
	}
	if e.Sources[0].Side != lexicon.Canada || e.Sources[1].Side != lexicon.China {
		t.Errorf("got sides %v and %v", e.Sources[0].Side, e.Sources[1].Side)
	}
	if len(e.People) != 2 || e.People[0].ID != "pierre-trudeau" || e.Places[0].ID != "ottawa" {
		t.Errorf("got people %v in %v", e.People, e.Places)
	}
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Rule != "unknown-person" || r.Diagnostics[0].Pos.Line != 6 || !strings.Contains(r.Diagnostics[0].Hint, "Mitchell Sharp") {
		t.Errorf("got diagnostics %v", r.Diagnostics)
	}
}

func TestEventDefaults(t *testing.T) {
	r := extract(t, "e/x.fr.md", "---\ndate: 2025-10-17\nlang: en\ntitle: Anand meets Wang Yi in Beijing\nslug: Talks in Beijing\n---\n")
	if len(r.Events) != 1 {
		t.Skip("read as a translation")
	}
	e := r.Events[0]
	if e.ID != "talks-in-beijing" || e.Kind != "meeting" || e.Importance != 2 || e.Summary != e.Title {
		t.Errorf("got %s, %s, %d, %q", e.ID, e.Kind, e.Importance, e.Summary)
	}
	r = extract(t, "e/y.md", "---\ndate: 2001\ntitle: Pandas\n---\n")
	if e := r.Events[0]; e.Kind != "milestone" || e.ID != "y" {
		t.Errorf("got %s, %s", e.ID, e.Kind)
	}
}

func TestEventProblems(t *testing.T) {
	const noYear = "nothing says in which year (bad-date)\n  hint: write the year, if need be as a decade (197X), a century (19XX) or one end of a range (../1970)\n"
	for _, test := range []struct{ about, text, want string }{
		{"no title", "---\ndate: 2001\n---\nText.\n", "e.md:1:1: error: the event has no title (no-title)\n  hint: add \"title: …\" to the front matter\n"},
		{
			"neither", "---\ntype: event\n---\nText.\n", "e.md:1:1: error: the event has no title (no-title)\n  hint: add \"title: …\" to the front matter\n" +
				"e.md:1:1: error: the event has no date (no-date)\n  hint: add \"date: YYYY-MM-DD\" to the front matter\n",
		},
		{"a list for a title, which was told", "---\ndate: 2001\ntitle: [A]\n---\n", ""},
		{"a bad date, which was told", "---\ndate: soon\ntitle: A\n---\n", ""},
		{"kind", "---\ndate: 2001\ntitle: A\nkind: vist\n---\n", "e.md:4:7: error: unknown kind \"vist\" (unknown-kind)\n  hint: did you mean \"visit\"?\n"},
		{
			"end", "---\ndate: \"[2001,2003]\"\nend: 2005\ntitle: A\n---\n",
			"e.md:3:6: error: no stretch of time goes from [2001,2003] to 2005 (bad-date)\n" +
				"  hint: write two single dates, or all of it as the date, such as 1973-10-10/1973-10-16\n",
		},
		{"no year", "---\ndate: XXXX\ntitle: A\n---\n", "e.md:2:7: error: date \"XXXX\": " + noYear},
		{"a day of no year", "---\ndate: XXXX-10-13\ntitle: A\n---\n", "e.md:2:7: error: date \"XXXX-10-13\": " + noYear},
		{"open at both ends", "---\ndate: ../..\ntitle: A\n---\n", "e.md:2:7: error: date \"../..\": " + noYear},
		{"no year at both ends", "---\ndate: XXXX-01/XXXX-02\ntitle: A\n---\n", "e.md:2:7: error: date \"XXXX-01/XXXX-02\": " + noYear},
		{"an article of no year", "---\ndate: XXXX\ntype: article\n---\nText.\n", "e.md:2:7: error: date \"XXXX\": " + noYear},
		{"an entry of no year", "- XXXX-10-13: Something.\n", "e.md:1:3: error: date \"XXXX-10-13\": " + noYear},
		{"open start", "---\ndate: ../1970\ntitle: A\n---\n", ""},
		{"open end", "---\ndate: 1970/..\ntitle: A\n---\n", ""},
		{"one of those up to", "---\ndate: \"[..1970]\"\ntitle: A\n---\n", ""},
		{"unknown start", "---\ndate: XXXX/1970\ntitle: A\n---\n", ""},
		{"century", "---\ndate: 19XX\ntitle: A\n---\n", ""},
		{
			"names", "---\ndate: 2001\ntitle: A\npeople: [Anita Anad]\nplaces: [Bejing, Atlantis]\ntopics: [trad]\npublisher: Xinhau\n" +
				"sources:\n  - title: B\n    publisher: Global Affair Canada\n---\n",
			"e.md:4:10: warning: no person of the name \"Anita Anad\" is registered (unknown-person)\n  hint: did you mean \"Anita Anand\"?\n" +
				"e.md:5:10: warning: no place of the name \"Bejing\" is registered (unknown-place)\n  hint: did you mean \"Beijing, China\"?\n" +
				"e.md:6:10: warning: no topic of the name \"trad\" is registered (unknown-topic)\n  hint: did you mean \"Trade\"?\n" +
				"e.md:7:12: warning: no publisher of the name \"Xinhau\" is registered (unknown-publisher)\n  hint: did you mean \"Xinhua\"?\n" +
				"e.md:10:16: warning: no publisher of the name \"Global Affair Canada\" is registered (unknown-publisher)\n  hint: did you mean \"Global Affairs Canada\"?\n",
		},
	} {
		var got strings.Builder
		for _, d := range extract(t, "e.md", test.text).Diagnostics {
			got.WriteString(d.String() + "\n")
		}
		if diff := cmp.Diff(test.want, got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.about, diff)
		}
	}
}

// An event's own address and publisher are a source of it, once.
func TestOwnSource(t *testing.T) {
	for _, test := range []struct{ matter, want string }{
		{"url: https://www.canada.ca/x", "|https://www.canada.ca/x|canada"},
		{"url: https://example.org/x\npublisher: Xinhua", "Xinhua|https://example.org/x|china"},
		{"publisher: Xinhua", "Xinhua||china"},
		{"publisher: Xinhua\nsources: [{publisher: xinhua, title: A}]", "xinhua||china"},
		{"publisher: Al Jazeera\nsources: [\"https://www.aljazeera.com/a\"]", "|https://www.aljazeera.com/a|other"},
		{"url: https://example.org/x\npublisher: Xinhua\nsources: [\"https://example.org/x\"]", "|https://example.org/x|"},
		{"url: https://example.org/x\nsources: [\"https://example.org/y\"]", "|https://example.org/x| |https://example.org/y|"},
	} {
		r := extract(t, "e.md", "---\ndate: 2001\ntitle: A\n"+test.matter+"\n---\n")
		var got []string
		for _, s := range r.Events[0].Sources {
			got = append(got, s.Publisher+"|"+s.URL+"|"+s.Side.String())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: got %q, want %q", test.matter, got, test.want)
		}
	}
}

func TestTranslation(t *testing.T) {
	text := "---\ndate: 2001-05-01\ntitle: Une visite\nlang: fr\ntranslation_of: events/visit.md\nsummary: Elle eut lieu.\n---\nCorps.\n"
	doc, _ := seed.Parse("events/visit.fr.md", []byte(text), seed.Options{})
	if r := event.Extract(doc, content(t)); len(r.Events) != 0 {
		t.Errorf("a translation yields %v", r.Events)
	}
	original, tr, ok := event.TranslationOf(doc)
	if !ok || original != "events/visit.md" || tr.Lang != lang.FR || tr.Title != "Une visite" || tr.Summary != "Elle eut lieu." {
		t.Errorf("got %q, %+v, %v", original, tr, ok)
	}
	doc, _ = seed.Parse("events/visit.md", []byte("---\ndate: 2001\ntitle: A\n---\n"), seed.Options{})
	if _, _, ok := event.TranslationOf(doc); ok {
		t.Error("an original counts as a translation")
	}
}

func TestChronicle(t *testing.T) {
	r := extract(t, "c.md", `---
type: chronicle
title: Visits
kind: visit
topics: [diplomacy]
sources: [{title: A list, url: "https://example.ca/list"}]
---
- 10 October 1973: Pierre Trudeau arrives in Beijing, by [the archive](https://example.cn/a).
- 1984: Zhao Ziyang comes to Ottawa.
- 1984: Zhao Ziyang comes to Ottawa.
`)
	var got []string
	for _, e := range r.Events {
		got = append(got, strings.TrimSpace(line(e))+" | "+e.ID+" | "+e.Sources[0].URL)
	}
	want := []string{
		"1973-10-10 | visit | pierre-trudeau | beijing | Pierre Trudeau arrives in Beijing, by the archive | 1973-10-10-pierre-trudeau-arrives-in-beijing-by-the-archive | https://example.cn/a",
		"1984 | visit | zhao-ziyang | ottawa | Zhao Ziyang comes to Ottawa | 1984-zhao-ziyang-comes-to-ottawa | https://example.ca/list",
		"1984 | visit | zhao-ziyang | ottawa | Zhao Ziyang comes to Ottawa | 1984-zhao-ziyang-comes-to-ottawa-",
	}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range got {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("got  %q\nwant %q", got[i], want[i])
		}
	}
	if e := r.Events[0]; e.Importance != 3 || len(e.Evidence) != 1 || e.Evidence[0].Line != 8 || e.Topics[0].ID != "diplomacy" {
		t.Errorf("got %+v", e)
	}
}

// The heading of an entry's section names people and tells a kind, too.
func TestChronicleHeading(t *testing.T) {
	r := extract(t, "c.md", "## 10 October 1973: Pierre Trudeau visits Beijing\n\nHe stays six days.\n\n## 1984: Zhao Ziyang comes to Ottawa\n")
	var got []string
	for _, e := range r.Events {
		got = append(got, strings.TrimSpace(line(e)))
	}
	want := []string{
		"1973-10-10 | visit | pierre-trudeau | beijing | Pierre Trudeau visits Beijing",
		"1984 | visit | zhao-ziyang | ottawa | Zhao Ziyang comes to Ottawa",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if s := r.Events[0].Summary; s != "He stays six days." {
		t.Errorf("summary %q", s)
	}
}

// Whatever an article dates after its own day is planned, also where a second
// sentence brings the date.
func TestAhead(t *testing.T) {
	r := extract(t, "a.txt", "---\ndate: 2025-11-12\n---\n"+
		"Anita Anand visited Beijing in November.\nAnita Anand visited Beijing on November 20, China said.\nAnita Anand met Wang Yi in Beijing on November 11.\n")
	if len(r.Events) < 2 {
		t.Fatalf("got %d events", len(r.Events))
	}
	for _, e := range r.Events {
		if ahead := e.Date.First() > r.Published.Date.Last(); ahead != e.Planned {
			t.Errorf("%s of %v is planned: %v", e.ID, e.Date, e.Planned)
		}
	}
}

const visitStory = `---
date: 2025-10-20
%s
---
Anita Anand visited Beijing on October 16.
Anita Anand met Wang Yi in Beijing on Friday, and China spoke of a turn.
`

func TestIgnore(t *testing.T) {
	for _, test := range []struct {
		ignore string
		events int
		rule   string
	}{
		{"", 2, ""},
		{"ignore: [2025-10-16]", 1, ""},
		{"ignore: [met Wang Yi in Beijing]", 1, ""},
		{"ignore: [2025-10-16, a turn]", 0, ""},
		{"ignore: [2024-10-16]", 2, "ignore"},
	} {
		r := extract(t, "a.txt", fmt.Sprintf(visitStory, test.ignore))
		var rule strings.Builder
		for _, d := range r.Diagnostics {
			rule.WriteString(d.Rule)
		}
		if len(r.Events) != test.events || rule.String() != test.rule {
			t.Errorf("%s: got %d events and %q, want %d and %q", test.ignore, len(r.Events), rule.String(), test.events, test.rule)
		}
	}
}

// TestStableIDs: what stands beside an event does not change its id.
func TestStableIDs(t *testing.T) {
	ids := func(text string) []string {
		var out []string
		for _, e := range extract(t, "a.txt", text).Events {
			out = append(out, e.ID)
		}
		return out
	}
	all := ids(fmt.Sprintf(visitStory, "url: https://example.org"))
	want := []string{"2025-10-16-visit-anita-anand", "2025-10-17-meeting-anita-anand-wang-yi"}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	fewer := ids(fmt.Sprintf(visitStory, "ignore: [2025-10-16]"))
	if diff := cmp.Diff(want[1:], fewer); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestSourceOfArticle(t *testing.T) {
	r := extract(t, "a.txt", fmt.Sprintf(visitStory, "title: A visit\nurl: https://www.example.gc.ca/x"))
	want := event.Source{Title: "A visit", URL: "https://www.example.gc.ca/x", Date: r.Published.Date, Side: lexicon.Canada, Lang: lang.EN, Seed: "a.txt"}
	if diff := cmp.Diff(want, r.Events[0].Sources[0], cmp.Comparer(func(a, b lexicon.Side) bool { return a == b }), cmp.AllowUnexported(r.Published.Date)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestConflict(t *testing.T) {
	r := extract(t, "2025-11-12-x.txt", "It began\nPublished: 2025-11-20\nWang Yi met Anita Anand on Tuesday in the capital.\n")
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Rule != "dates-differ" || r.Diagnostics[0].Pos.Line != 2 ||
		!strings.Contains(r.Diagnostics[0].Text, "2025-11-12 by its file's name, but 2025-11-20 by its stamp") {
		t.Errorf("got %v", r.Diagnostics)
	}
}

func ExampleExtract() {
	lex, _ := lexicon.Load(fstest.MapFS{"people.yaml": {Data: []byte(`
- {name: Wang Yi, side: china}
- {name: Anita Anand, side: canada}
`)}})
	doc, _ := seed.Parse("2025-11-12-call.txt", []byte("Wang Yi held a phone call with Anita Anand on Tuesday.\n"), seed.Options{})
	for _, e := range event.Extract(doc, lex).Events {
		fmt.Println(e.ID)
		fmt.Println(e.Date, e.Kind, e.Title)
		fmt.Println(e.Evidence[0].Timex, "=", e.Evidence[0].Basis)
	}
	// Output:
	// 2025-11-11-call-anita-anand-wang-yi
	// 2025-11-11 call Wang Yi and Anita Anand hold a telephone conversation
	// Tuesday = weekday before publication
}
