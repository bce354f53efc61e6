package lexicon

import (
	"slices"
	"strings"
	"testing"

	"buildsite/internal/lang"
)

func TestInflect(t *testing.T) {
	for _, test := range []struct {
		l     lang.Lang
		entry string
		want  string // some of its forms, each as form=text
	}{
		{lang.EN, "arrive > arrival", "base=arrive present=arrives past=arrived participle=arrived gerund=arriving"},
		{lang.EN, "take|took|taken", "present=takes past=took participle=taken gerund=taking"},
		{lang.EN, "step down", "present=steps down past=stepped down gerund=stepping down"},
		{lang.EN, "admit+", "past=admitted gerund=admitting"},
		{lang.EN, "deny", "present=denies past=denied gerund=denying"},
		{lang.EN, "flee|fled", "present=flees past=fled gerund=fleeing"},
		{lang.EN, "ban", "past=banned gerund=banning"},
		{lang.EN, "open", "past=opened gerund=opening"},
		{lang.EN, "relax", "past=relaxed present=relaxes"},
		{lang.ZH, "签署", "base=签署"},
	} {
		forms := parseVerb(test.entry).inflect(test.l)
		for want := range strings.FieldsSeq(strings.ReplaceAll(test.want, " down", "_down")) {
			name, text, _ := strings.Cut(strings.ReplaceAll(want, "_", " "), "=")
			if !slices.ContainsFunc(forms, func(f inflected) bool { return f.text == text && f.form&formNames[name] != 0 }) {
				t.Errorf("%q: no %s %q among %v", test.entry, name, text, forms)
			}
		}
	}
}

var formNames = map[string]Form{
	"base": Base, "present": Present, "past": Past, "participle": Participle, "gerund": Gerund, "noun": Noun,
}

func TestGeneral(t *testing.T) {
	for _, test := range []struct {
		l          lang.Lang
		text, want string
	}{
		{lang.EN, "Ottawa rolled out the plan and cancelled two deliveries.", "start:rolled out action:plan stop:cancelled trade:deliveries"},
		{lang.FR, "Pékin a annulé le voyage et a livré deux avions.", "stop:a annulé motion:voyage trade:a livré"},
		{lang.ZH, "公司购买了两架飞机。", "trade:购买"},
	} {
		var got []string
		for s := range General(test.text, test.l) {
			got = append(got, s.ID+":"+s.Of(test.text))
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %s, want %s", test.text, g, test.want)
		}
	}
}

// TestVerbTable sees that every class of the table is of a known kind and that
// a verb and its noun tell the same.
func TestVerbTable(t *testing.T) {
	for _, l := range lang.All {
		g := generalOf[l]()
		if l == lang.FR {
			for _, words := range g.french.words {
				for _, w := range words {
					if _, ok := KindOf(w.act.Kind); !ok || !w.act.General || w.lemma == 0 || !w.noun && w.form.text == "" {
						t.Errorf("%+v of %s is not whole", w, w.act.ID)
					}
				}
			}
		}
		for _, s := range g.said {
			if _, ok := KindOf(s.Kind); !ok || !s.General || s.Lemma == 0 || s.Form == 0 {
				t.Errorf("%v: %+v of %s is not whole", l, s, s.ID)
			}
		}
	}
	lemma := func(text string) int32 {
		for s := range General(text, lang.EN) {
			return s.Lemma
		}
		return 0
	}
	if lemma("delivered") == 0 || lemma("delivered") != lemma("deliveries") {
		t.Error("delivered and deliveries do not tell the same")
	}
}
