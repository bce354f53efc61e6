package lexicon

import (
	"slices"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"
)

func TestQuadOf(t *testing.T) {
	l, _ := Load(fstest.MapFS{})
	for _, test := range []struct {
		kind, act, words, further, want string
	}{
		{"meeting", "", "they meet to condemn", "", "verbal-cooperation"},
		{"trade-measure", "tariff", "Canada imposed a surtax", "", "material-conflict"},
		{"trade-measure", "tariff", "China suspends some of its tariffs", "", "material-cooperation"},
		{"trade-measure", "tariff", "China suspends canola shipments", "", "material-conflict"},
		{"trade-measure", "tariff", "La Chine a suspendu les droits", "", "material-cooperation"},
		{"trade-measure", "tariff", "中方取消对加拿大油菜籽加征的关税", "", "material-cooperation"},
		{"statement", "say", "China said so", "", ""},
		{"statement", "say", "China said so", "It condemned the move.", "verbal-conflict"},
		{"statement", "say", "China welcomes the visit", "It condemned the move.", "verbal-cooperation"},
		{"legal", "court", "the court rules", "Canada welcomed it.", "material-conflict"},
		{"milestone", "recognize", "they established ties", "", "verbal-cooperation"},
		{"incident", "expel", "it acts", "", "material-conflict"},
		{"statistic", "statistic", "imports were banned", "", ""},
	} {
		if got := l.QuadOf(test.kind, test.act, test.words, test.further).String(); got != test.want {
			t.Errorf("%s %s %q %q: %q, want %q", test.kind, test.act, test.words, test.further, got, test.want)
		}
	}
}

// TestQuadTable: every kind has its row with a reason, every class is one, and
// every act named is in the table of acts.
func TestQuadTable(t *testing.T) {
	var file struct{ Kinds, Acts, Words []quadRow }
	if err := yaml.Unmarshal(quadTable, &file); err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, row := range slices.Concat(file.Kinds, file.Acts, file.Words) {
		if row.Quad != "" && ParseQuad(row.Quad) == NoQuad {
			t.Errorf("%+v: no such class", row)
		}
	}
	for _, row := range slices.Concat(file.Kinds, file.Acts) {
		if row.Why == "" {
			t.Errorf("%+v: no reason", row)
		}
	}
	for _, row := range file.Kinds {
		kinds = append(kinds, row.Kind)
	}
	slices.Sort(kinds)
	if want := slices.Sorted(slices.Values(KindIDs())); !slices.Equal(kinds, want) {
		t.Errorf("kinds %q, want %q", kinds, want)
	}
	var acts []actRow
	if err := yaml.Unmarshal(actTable, &acts); err != nil {
		t.Fatal(err)
	}
	for _, row := range file.Acts {
		if !slices.ContainsFunc(acts, func(a actRow) bool { return a.Act == row.Act }) {
			t.Errorf("no act is called %q", row.Act)
		}
	}
}

func TestMatters(t *testing.T) {
	l, _ := Load(fstest.MapFS{})
	for _, test := range []struct {
		text string
		want []string
	}{
		{"tariffs on canola oil, canola seed and peas", []string{"canola-oil", "canola", "peas"}},
		{"des droits sur le canola et les véhicules électriques", []string{"canola", "electric-vehicles"}},
		{"對加拿大油菜籽加徵關稅", []string{"canola"}},
		{"they talked", nil},
	} {
		if got := l.Matters(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.text, got, test.want)
		}
	}
}
