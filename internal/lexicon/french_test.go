package lexicon_test

import (
	"strings"
	"testing"

	"buildsite/internal/lang"
)

// TestFrenchActs shows what the forms of French verbs and the words around them
// say. A "!" marks what is denied, a "+" what has yet to happen.
func TestFrenchActs(t *testing.T) {
	lex := content(t)
	for _, test := range []struct{ text, want string }{
		{"La Chine impose des droits", "tariff impose"},
		{"Ottawa imposait alors une taxe", "tariff imposait"},
		{"Ottawa imposa une taxe", "tariff imposa"},
		{"Ottawa imposera une taxe", "+tariff imposera"},
		{"Ottawa imposerait une taxe", "+tariff imposerait"},
		{"la taxe que la Chine avait, elle, imposée", "tariff imposée"},
		{"Ottawa a également imposé une taxe", "tariff a également imposé"},
		{"a-t-elle imposé", "tariff a-t-elle imposé"},
		{"La Chine n'a pas imposé de taxe", "!tariff a pas imposé"},
		{"La Chine aurait imposé une taxe", "!tariff aurait imposé"},
		{"La Chine n'a imposé la taxe qu'en mai", "tariff a imposé"},
		{"La ministre n'impose rien", "!tariff impose"},
		{"Elle s'impose", ""},
		{"Mme Joly s'est ensuite rendue à Pékin", "visit s'est ensuite rendue"},
		{"Mme Joly s'y rend", "visit s'y rend"},
		{"il ne s'était pas rendu à Pékin", "!visit s'était pas rendu"},
		{"le rendu", ""},
		{"la ministre a rencontré Wang Yi", "meeting a rencontré"},
		{"lors de sa première rencontre", "meeting rencontre (noun)"},
		{"la ministre annonce un voyage", "announce annonce"},
		{"il s'est entretenu mardi au téléphone", "phone-call s'est entretenu"},
		{"il a été condamné à onze ans de prison", "court a été condamné"},
		{"elle a condamné la décision", "say a condamné"},
		{"une décision condamnée par Ottawa", "court condamnée"},
		{"Ottawa lève sa surtaxe", "tariff lève"},
		{"le brouillard a levé", ""},
		{"Ils tinrent des consultations", "meeting tinrent"},
		{"La Chine, à reçu", ""},
	} {
		var got strings.Builder
		for a := range lex.Acts(lang.FR, test.text) {
			switch {
			case a.Denied:
				got.WriteString("!")
			case a.Future:
				got.WriteString("+")
			}
			got.WriteString(a.ID + " " + a.Of(test.text))
			if a.Noun {
				got.WriteString(" (noun)")
			}
			break
		}
		if got.String() != test.want {
			t.Errorf("%q tells %q, want %q", test.text, got.String(), test.want)
		}
	}
}
