package ground_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"

	"buildsite"
	"buildsite/internal/event"
	"buildsite/internal/ground"
	"buildsite/internal/lang"
	"buildsite/internal/message"
	"buildsite/internal/pipeline"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

func messages(t *testing.T) *message.Catalog {
	t.Helper()
	templates, err := fs.Sub(buildsite.Files, "templates")
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := message.Read(templates, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// spaces makes all spaces of French plain ones.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

func TestSay(t *testing.T) {
	c := messages(t)
	names := ground.Names{
		Event: func(id string) (string, string, bool) { return "Xi reçoit Carney", "31 octobre 2025", id == "x-1" },
		Place: func(name string) string { return map[string]string{"Beijing": "Pékin"}[name] },
	}
	for _, test := range []struct{ in, en, fr, zh string }{
		{"the date as written", "the date as written", "la date telle qu’elle est écrite", "原文所写的日期"},
		{
			"3 weeks before publication on 2025-11-12", "3 weeks before publication on 12 November 2025",
			"3 semaines avant la publication (12 novembre 2025)", "发表日（2025年11月12日）之前3周",
		},
		{
			"the month before the date told before, to the day; the story goes on from there",
			"the month before the date told before, to the day; the story goes on from there",
			"le mois précédant la date donnée plus haut, au jour près ; le récit se poursuit à partir de là",
			"上文提到的日期的上一月，精确到日；叙述由此继续",
		},
		{
			"the day of publication; this sentence goes on about it, or weekday before publication; this sentence goes on about it",
			"the day of publication; this sentence goes on about it, or the weekday before publication; this sentence goes on about it",
			"le jour de la publication ; cette phrase poursuit sur ce sujet, ou ce jour de la semaine avant la publication ; cette phrase poursuit sur ce sujet",
			"发表日当天；此句继续说这件事，或者发表日之前的该星期几；此句继续说这件事",
		},
		{
			"no day is told of this news: publication on 2025-11-11/2025-11-12",
			"no day is told of this news: publication on 11–12 November 2025",
			"aucun jour n’est donné pour cette nouvelle : la publication (11–12 novembre 2025)",
			"这则消息没有写明日期：取发表日（2025年11月11日至12日）",
		},
		{
			"the date as written; it was 2025-11-12 by the clock of Beijing",
			"the date as written; it was 12 November 2025 by the clock of Pékin",
			"la date telle qu’elle est écrite ; c’était, à l’heure locale (Pékin), le 12 novembre 2025",
			"原文所写的日期；按当地时间（Pékin）为2025年11月12日",
		},
		{"− the date is a year", "− the date is a year", "− la date est une année", "− 日期只有年份"},
		{
			"told as agreement and as trade measure; 2 of the people", "told as agreement and as trade measure; 2 of the people",
			"dit sous deux noms : accord, mesure commerciale ; personnes en commun : 2", "分别记为“协议”和“贸易措施”；共同人物：2人",
		},
		{
			"the same matter: canola oil, wto", "the same matter: canola oil, the World Trade Organization",
			"le même sujet : huile de canola, Organisation mondiale du commerce", "同一事项：菜籽油、世界贸易组织",
		},
		{
			"“two weeks ago” in line 3 is “Xi meets Carney” of 31 October 2025 (x-1) or “A (b)” of May 1971 (y-2), so it was written on 30 November 2025 or 1 December 2025",
			"“two weeks ago” in line 3 is “Xi reçoit Carney” of 31 octobre 2025 or “A (b)” of May 1971, so it was written on 30 November 2025 or 1 December 2025",
			"« two weeks ago », ligne 3, désigne « Xi reçoit Carney » (31 octobre 2025) ou « A (b) » (mai 1971) ; le texte a donc été écrit le 30 novembre 2025 ou le 1er décembre 2025",
			"第3行的“two weeks ago”指“Xi reçoit Carney”（31 octobre 2025）或“A (b)”（1971年5月），因此写于2025年11月30日或2025年12月1日",
		},
		{
			"“last month” in line 9 is “A” of 1971 (y-2), so it was written between 3 and 9 November 2025",
			"“last month” in line 9 is “A” of 1971, so it was written between 3 November 2025 and 9 November 2025",
			"« last month », ligne 9, désigne « A » (1971) ; le texte a donc été écrit entre le 3 novembre 2025 et le 9 novembre 2025",
			"第9行的“last month”指“A”（1971年），因此写于2025年11月3日至2025年11月9日之间",
		},
		{
			"a weekday is called by its name alone for 5 days: “Monday”, “mardi”",
			"a weekday is called by its name alone for 5 days: “Monday”, “mardi”",
			"un jour de la semaine se nomme par son seul nom pendant 5 jours : « Monday », « mardi »",
			"只用星期几称呼某一天，限于5天之内：“Monday”、“mardi”",
		},
	} {
		for l, want := range map[lang.Lang]string{lang.EN: test.en, lang.FR: test.fr, lang.ZH: test.zh} {
			got, ok := ground.New(c.In(l), names).Say(test.in)
			if !ok || spaces.Replace(ground.Text(got)) != want {
				t.Errorf("%s: %s\n got %s\nwant %s", l, test.in, ground.Text(got), want)
			}
		}
	}
}

// TestEvent expects that a reason leads to the event that it names.
func TestEvent(t *testing.T) {
	names := ground.Names{Event: func(id string) (string, string, bool) { return "A", "1971", true }}
	got, ok := ground.New(messages(t).In(lang.FR), names).Say("“in May” in line 2 is “B” of 1971 (b-1)")
	if !ok || !slices.Contains(got, ground.Piece{Text: "A", Event: "b-1"}) {
		t.Errorf("got %q", got)
	}
}

func TestUnknown(t *testing.T) {
	w := ground.New(messages(t).In(lang.FR), ground.Names{})
	for _, in := range []string{"for no reason", "the date as written; for no reason", "3 moons before publication", "publication on no day", "+ luck"} {
		if got, ok := w.Say(in); ok || ground.Text(got) != in {
			t.Errorf("%q became %q", in, ground.Text(got))
		}
	}
}

// TestMatters expects a name for all that tellings can be about.
func TestMatters(t *testing.T) {
	raw, err := os.ReadFile("../lexicon/data/matters.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct{ Matter string }
	if err := yaml.Unmarshal(raw, &rows); err != nil || len(rows) == 0 {
		t.Fatal(err, len(rows))
	}
	w := ground.New(messages(t).In(lang.ZH), ground.Names{})
	for _, r := range rows {
		if _, ok := w.Say("the same matter: " + strings.ReplaceAll(r.Matter, "-", " ")); !ok {
			t.Errorf("templates/messages say nothing under ground.matter.%s", r.Matter)
		}
	}
}

// TestAll says every reason that the program gives for the articles of the gold
// and for the site's own content. One that package ground does not know has to
// be added to its phrases and to the messages.
func TestAll(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the whole content")
	}
	reader, diags := pipeline.NewReader(pipeline.Dir{FS: os.DirFS("../../content"), Name: "content"})
	if source.HasError(diags) {
		t.Fatal(diags)
	}
	readings := gold(t, reader)
	told, _ := timeline.Merge(readings)
	reasons := make(map[string]bool)
	for _, r := range readings {
		if r.Published.Basis == event.Inferred {
			note(reasons, r.Published.Evidence...)
		}
		for i := range r.Events {
			noteEvent(reasons, &r.Events[i])
		}
	}
	for _, e := range slices.Concat(told.Events, reader.Known()) {
		noteEvent(reasons, e)
	}
	if len(reasons) < 100 {
		t.Errorf("%d reasons only", len(reasons))
	}
	w := ground.New(messages(t).In(lang.FR), ground.Names{})
	for reason := range reasons {
		if _, ok := w.Say(reason); !ok {
			t.Errorf("no phrase of internal/ground says %q", reason)
		}
	}
}

// gold reads the articles of the gold, for the timeline and for all they tell.
func gold(t *testing.T, reader *pipeline.Reader) []*event.Reading {
	t.Helper()
	var all []*event.Reading
	for _, l := range lang.All {
		files, err := filepath.Glob(filepath.Join("../event/testdata/gold", l.String(), "*.txtar"))
		if err != nil || len(files) == 0 {
			t.Fatal(err, files)
		}
		for _, name := range files {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			one := pipeline.One{Name: ar.Files[0].Name, Raw: ar.Files[0].Data}
			all = append(all, reader.Read(one))
			one.Name, one.Any = "any/"+one.Name, true
			all = append(all, reader.Read(one))
		}
	}
	return all
}

func note(to map[string]bool, reasons ...string) {
	for _, r := range reasons {
		if r != "" {
			to[r] = true
		}
	}
}

func noteEvent(to map[string]bool, e *event.Event) {
	note(to, e.Reasons...)
	for _, ev := range e.Evidence {
		note(to, ev.Basis)
	}
	for _, m := range e.Merged {
		note(to, m.Agreed...)
	}
	for _, links := range [...][]event.Link{e.Parts, e.PartOf} {
		for _, l := range links {
			note(to, l.Why)
		}
	}
}
