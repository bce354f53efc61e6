package event_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/figure"
	"buildsite/internal/lexicon"
	"buildsite/internal/pipeline"
	"buildsite/internal/source"
)

// goldLangs are the folders of testdata/gold.
var goldLangs = []string{"en", "fr", "zh"}

// goldArticle is an article with what a careful editor would take from it. Its
// file's comment says in whose manner it is and which traps it holds.
type goldArticle struct {
	name string // of its file, without the extension
	lang string
	seed string // the name of the seed
	raw  []byte
	gold gold
	read *event.Reading
}

// gold is the second file of an article's txtar.
type gold struct {
	Published string      `yaml:"published"` // EDTF or "none"
	Basis     string      `yaml:"basis"`     // as explain writes it
	Events    []goldEvent `yaml:"events"`
	Maybe     []string    `yaml:"maybe"` // words of sentences that may yield an event or not
	Never     []string    `yaml:"never"` // words of sentences that must yield none
}

// goldEvent is an event that belongs on the timeline.
type goldEvent struct {
	Date    string   `yaml:"date"`  // EDTF, or several with a bar between where the words allow them
	Words   string   `yaml:"words"` // of its evidence; they stand once in the article
	Main    bool     `yaml:"main"`  // the article is about it
	Kind    string   `yaml:"kind"`  // one of lexicon.Kinds, or several with a bar between
	Who     []string `yaml:"who"`   // people's ids, canada, china
	Planned bool     `yaml:"planned"`
	Value   float64  `yaml:"value"` // a statistic's
	Unit    string   `yaml:"unit"`
	Same    string   `yaml:"same"` // a label that all tellings of one event share
}

// readGold reads all articles the way the program does: undated ones are dated
// by what the site's own content tells.
func readGold(t *testing.T) []*goldArticle {
	t.Helper()
	reader, diags := pipeline.NewReader(pipeline.Dir{FS: os.DirFS("../../content"), Name: "content"})
	if source.HasError(diags) {
		t.Fatalf("the site's own registries have errors: %v", diags)
	}
	lex := content(t)
	var all []*goldArticle
	seeds := make(map[string]string)
	for _, l := range goldLangs {
		files, err := filepath.Glob(filepath.Join("testdata", "gold", l, "*.txtar"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			a := parseGold(t, l, file)
			if other := seeds[a.seed]; other != "" {
				t.Errorf("%s: the seed %s is also in %s", file, a.seed, other)
			}
			seeds[a.seed] = file
			a.read = reader.Read(pipeline.One{Name: a.seed, Raw: a.raw})
			checkGold(t, a, lex)
			all = append(all, a)
		}
	}
	return all
}

// parseGold is strict: a key that nobody knows is an error.
func parseGold(t *testing.T, l, file string) *goldArticle {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(ar.Files) != 2 || ar.Files[1].Name != "gold.yaml" || strings.TrimSpace(string(ar.Comment)) == "" {
		t.Fatalf("%s: want a comment, a seed and gold.yaml", file)
	}
	a := &goldArticle{
		name: strings.TrimSuffix(filepath.Base(file), ".txtar"), lang: l,
		seed: ar.Files[0].Name, raw: ar.Files[0].Data,
	}
	d := yaml.NewDecoder(bytes.NewReader(ar.Files[1].Data))
	d.KnownFields(true)
	if err := d.Decode(&a.gold); err != nil {
		t.Fatalf("%s: gold.yaml: %v", file, err)
	}
	return a
}

// checkGold tells slips of the gold's writer.
func checkGold(t *testing.T, a *goldArticle, lex *lexicon.Lexicon) {
	t.Helper()
	slip := func(format string, args ...any) {
		t.Helper()
		t.Errorf("gold/%s/%s: %s", a.lang, a.name, fmt.Sprintf(format, args...))
	}
	if a.read.Doc.Lang.String() != a.lang {
		slip("the seed is read as %s", a.read.Doc.Lang)
	}
	if a.gold.Published != "none" {
		if _, err := edtf.Parse(a.gold.Published); err != nil {
			slip("published: %v", err)
		}
	}
	switch event.Basis(a.gold.Basis) {
	case event.FrontMatter, event.FileName, event.Dateline, event.Byline, event.Inferred, event.NoBasis:
	default:
		slip("unknown basis %q", a.gold.Basis)
	}
	once := func(words string) {
		if n := strings.Count(a.read.Doc.Text, words); n != 1 || words == "" {
			slip("%q stands %d times in the article, want once", words, n)
		}
	}
	for _, words := range slices.Concat(a.gold.Maybe, a.gold.Never) {
		once(words)
	}
	for _, g := range a.gold.Events {
		once(g.Words)
		for d := range strings.SplitSeq(g.Date, "|") {
			if _, err := edtf.Parse(d); err != nil {
				slip("%q: %v", g.Words, err)
			}
		}
		for k := range strings.SplitSeq(g.Kind, "|") {
			if _, ok := lexicon.KindOf(k); !ok {
				slip("%q: unknown kind %q", g.Words, k)
			}
		}
		for _, who := range g.Who {
			known := slices.ContainsFunc(lex.People, func(p *lexicon.Person) bool { return p.ID == who })
			if !known && lexicon.ParseSide(who) == lexicon.NoSide {
				slip("%q: %q is neither in people.yaml nor a side", g.Words, who)
			}
		}
	}
}

// at returns where words stand in the article.
func (a *goldArticle) at(words string) int { return strings.Index(a.read.Doc.Text, words) }

// holds tells whether an event's evidence holds the words.
func (a *goldArticle) holds(e *event.Event, words string) bool {
	start := a.at(words)
	return slices.ContainsFunc(e.Evidence, func(ev event.Evidence) bool {
		return ev.Span.Start <= start && start+len(words) <= ev.Span.End
	})
}

// sameDate tells whether a date is written like one that is wanted or means the
// same days.
func sameDate(d edtf.Date, want string) bool {
	return slices.ContainsFunc(strings.Split(want, "|"), func(s string) bool {
		w, err := edtf.Parse(s)
		return err == nil && (d == w || d.First() == w.First() && d.Last() == w.Last())
	})
}

// takesPart tells whether a person or a side is among those of an event. A
// side is there in person, as one that acts or is acted on, or by name in the
// event's id.
func takesPart(e *event.Event, who string) bool {
	side := lexicon.ParseSide(who)
	if side == lexicon.NoSide {
		return slices.ContainsFunc(e.People, func(p *lexicon.Person) bool { return p.ID == who })
	}
	return slices.ContainsFunc(e.People, func(p *lexicon.Person) bool { return p.Side == side }) ||
		slices.Contains(e.Actors, side) || slices.Contains(e.Targets, side) ||
		slices.Contains(strings.Split(e.ID, "-"), who)
}

// measures tells whether an event tells the amount in the unit. A bare dollar
// may be of any country.
func measures(e *event.Event, value float64, unit string) bool {
	return slices.ContainsFunc(e.Figures, func(f figure.Figure) bool {
		bare := f.Code() == "dollar" && (unit == "USD" || unit == "CAD")
		return math.Abs(f.Value-value) <= value/1e6 && (unit == "" || bare || unit == f.Unit || unit == f.Code())
	})
}
