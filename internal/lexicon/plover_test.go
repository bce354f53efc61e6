package lexicon

import (
	"slices"
	"testing"
)

// ploverTypes holds the sixteen event types of PLOVER by quad class, and
// cameoRoots the root codes of CAMEO that belong to each class by its codebook:
// 01 to 05, 06 to 08, 09 to 13, 14 to 20.
var (
	ploverTypes = map[Quad][]string{
		VerbalCooperation:   {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
		MaterialCooperation: {"COOPERATE", "AID", "RETREAT"},
		VerbalConflict:      {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
		MaterialConflict:    {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
	}
	cameoRoots = map[Quad][2]string{
		VerbalCooperation: {"01", "05"}, MaterialCooperation: {"06", "08"}, VerbalConflict: {"09", "13"}, MaterialConflict: {"14", "20"},
	}
)

// TestCodes: every row is of a known kind and a class, its codes are of that
// class in their own schemes, and no two rows are for the same events.
func TestCodes(t *testing.T) {
	seen := make(map[codeKey]bool)
	for _, c := range Codes() {
		key := codeKey{c.Kind, c.Quad}
		if seen[key] {
			t.Errorf("%+v stands twice", c)
		}
		seen[key] = true
		if _, known := KindOf(c.Kind); !known && c.Kind != anyKind {
			t.Errorf("%+v: no such kind", c)
		}
		if !slices.Contains(ploverTypes[c.Quad], c.Plover) {
			t.Errorf("%+v: PLOVER has no such type in the class %q", c, c.Quad)
		}
		if roots := cameoRoots[c.Quad]; len(c.Cameo) != 2 || c.Cameo < roots[0] || c.Cameo > roots[1] {
			t.Errorf("%+v: CAMEO has %q in the class %q", c, roots, c.Quad)
		}
		if c.Why == "" {
			t.Errorf("%+v: no reason", c)
		}
	}
	for _, q := range []Quad{VerbalCooperation, MaterialCooperation, VerbalConflict, MaterialConflict} {
		for _, kind := range KindIDs() {
			if CodeOf(kind, q).Quad != q {
				t.Errorf("%s, %s: no code", kind, q)
			}
		}
	}
	if c := CodeOf("visit", NoQuad); c != (Code{}) {
		t.Errorf("without a class: %+v", c)
	}
	if c := CodeOf("visit", VerbalCooperation); c.Plover != "CONSULT" || c.Cameo != "04" {
		t.Errorf("visit: %+v", c)
	}
	if c := CodeOf("incident", MaterialConflict); c.Plover != "COERCE" || c.Kind != anyKind {
		t.Errorf("incident: %+v", c)
	}
}
