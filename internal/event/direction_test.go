package event_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/event"
	"buildsite/internal/seed"
)

// sided writes class and direction as "quad: actors > targets".
func sided(e *event.Event) string {
	names := func(all any) string { return strings.Trim(fmt.Sprint(all), "[]") }
	return strings.TrimSpace(fmt.Sprintf("%s: %s > %s", e.Quad, names(e.Actors), names(e.Targets)))
}

// TestDirectionOfTitles reads class and direction of events that editors wrote.
func TestDirectionOfTitles(t *testing.T) {
	lex := content(t)
	for _, test := range []struct{ front, want string }{
		{"title: Canada sanctions eight Chinese officials\nkind: sanction", "material-conflict: canada > china"},
		{"title: China sanctions two Canadian groups\nkind: sanction", "material-conflict: china > canada"},
		{"title: China suspends some tariffs on Canadian goods\nkind: trade-measure", "material-cooperation: china > canada"},
		{"title: Canadian meat exports to China suspended\nkind: trade-measure\nplaces: [Beijing]", "material-conflict: china > canada"},
		{"title: Michael Spavor sentenced to 11 years\nkind: legal\npeople: [Michael Spavor]", "material-conflict: china > canada"},
		{"title: Prosecutors charge Michael Kovrig\nkind: legal\npeople: [Michael Kovrig]\nplaces: [Beijing]", "material-conflict: china > canada"},
		{"title: Kovrig and Spavor released\nkind: consular\npeople: [Michael Kovrig, Michael Spavor]", "material-cooperation: china > canada"},
		{"title: Canada's ambassador summoned by China\nkind: incident", "verbal-conflict: china > canada"},
		{"title: Wang Yi and Anita Anand meet in Munich\nkind: meeting", "verbal-cooperation: canada china > canada china"},
		{"title: Premier Wen Jiabao in Ottawa\nkind: visit\nplaces: [Ottawa]", "verbal-cooperation: china > canada"},
		{"title: Mark Carney visits China\nkind: visit\npeople: [Mark Carney]", "verbal-cooperation: canada > china"},
		{"title: Canada announces diplomatic boycott of Beijing Olympics\nkind: statement", "verbal-conflict: canada > china"},
		{"title: La Chine impose des droits sur le canola canadien\nkind: trade-measure\nlang: fr", "material-conflict: china > canada"},
		{"title: Le canola canadien frappé par la Chine\nkind: trade-measure\nlang: fr", "material-conflict: china > canada"},
		{"title: 中方对加拿大油菜籽加征关税\nkind: trade-measure\nlang: zh", "material-conflict: china > canada"},
		{"title: 加拿大公民被中国拘押\nkind: consular\nlang: zh", "material-conflict: china > canada"},
		{"title: 加拿大下调中国电动汽车关税\nkind: trade-measure\nlang: zh", "material-cooperation: canada > china"},
		{"title: Trade reaches a record\nkind: statistic", ":  >"},
		{"title: Canada opens an import quota\nkind: trade-measure\nquad: material-cooperation\nactors: both\ntargets: none", "material-cooperation: canada china >"},
		{"title: Canada sanctions Chinese officials\nkind: sanction\nquad: none\nactors: [china]", ": china > china"},
	} {
		doc, _ := seed.Parse("e.md", []byte("---\n"+test.front+"\ndate: 2025-01-01\n---\n"), seed.Options{})
		r := event.Extract(doc, lex)
		if len(r.Events) != 1 {
			t.Fatalf("%s: %v", test.front, r.Diagnostics)
		}
		if got := sided(&r.Events[0]); got != test.want {
			t.Errorf("%s:\n%s\nwant %s", test.front, got, test.want)
		}
	}
}

// TestDirectionOfSentences reads them from what articles tell.
func TestDirectionOfSentences(t *testing.T) {
	lex := content(t)
	for _, test := range []struct{ lang, text, want string }{
		{"en", "On October 1, 2024, Canada imposed a surtax on Chinese electric vehicles.", "material-conflict: canada > china"},
		{"en", "On March 8, 2025, tariffs on Canadian canola were imposed by China, traders said.", "material-conflict: china > canada"},
		{"en", "Two Canadians were detained by Chinese authorities on December 10, 2018.", "material-conflict: china > canada"},
		{"en", "Beijing answered the surtax on Chinese-made electric vehicles that Canada imposed on Oct. 1, 2024.", "material-conflict: canada > china"},
		{"en", "China lifted its ban on Canadian beef on January 20, 2026.", "material-cooperation: china > canada"},
		{"en", "China condemned Canada's move on March 22, 2021.", "verbal-conflict: china > canada"},
		{"en", "China will impose tariffs on Canadian canola on March 20, 2026.", "verbal-conflict: china > canada"},
		{"fr", "Le 1er octobre 2024, le Canada a imposé une surtaxe sur les véhicules chinois.", "material-conflict: canada > china"},
		{"zh", "2024年10月1日，加拿大对中国电动汽车加征附加税。", "material-conflict: canada > china"},
	} {
		text := "Canada China\n\n" + test.text + "\n"
		doc, _ := seed.Parse("a.txt", []byte("---\nlang: "+test.lang+"\ndate: 2026-02-01\n---\n"+text), seed.Options{})
		r := event.Extract(doc, lex)
		var got []string
		for i := range r.Events {
			got = append(got, sided(&r.Events[i]))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestFiguresOfStatistics(t *testing.T) {
	lex := content(t)
	for _, test := range []struct{ front, text, want string }{
		{"", "In 2024, trade between Canada and China reached $83.7 billion, up 5.2 percent.", "8.37e+10 dollar trade; 5.2 percent trade"},
		{"publisher: CBC News", "In 2024, Canada's exports to China reached $30 billion (US$22 billion).", "3e+10 CAD exports; 2.2e+10 USD exports"},
		{"publisher: Xinhua", "In 2024, Canada's exports to China reached $30 billion.", "3e+10 dollar exports"},
		{"lang: zh", "2025年中国自加拿大进口417亿美元，比上年下降10.4%。", "4.17e+10 USD imports; 10.4 percent imports"},
		{"lang: fr", "En 2025, les importations chinoises en provenance du Canada ont reculé de 10,4 %, à 41,7 milliards de dollars américains.", "4.17e+10 USD imports; 10.4 percent imports"},
	} {
		doc, _ := seed.Parse("a.txt", []byte("---\ndate: 2026-02-01\n"+test.front+"\n---\nCanada China\n\n"+test.text+"\n"), seed.Options{})
		r := event.Extract(doc, lex)
		var got []string
		for _, e := range r.Events {
			for _, f := range e.Figures {
				got = append(got, fmt.Sprintf("%v %s %s", f.Value, f.Code(), f.Measure))
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}
