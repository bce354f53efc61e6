package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// TestSearchData reads what the search gets as the script that it is.
func TestSearchData(t *testing.T) {
	plan := smallPlan("")
	xi := &lexicon.Person{ID: "xi-jinping", Name: lexicon.Names{"Xi Jinping", lang.ZH: "习近平"}, Aliases: []string{"Xi", "Xi Jinping"}, Side: lexicon.China}
	plan.Entries[0].Event.People = []*lexicon.Person{xi}
	page := &site.Page{Path: "search-data.js", Kind: site.SearchDataKind, Lang: lang.EN}
	plan.Editions = []*site.Edition{{Lang: lang.EN, Entries: plan.Entries}}
	plan.Pages = append(plan.Pages, &site.Page{Path: "search.html", Kind: site.SearchKind, Lang: lang.EN, Content: &site.Search{
		Facets: []site.Facet{{ID: "sides", Items: []site.Entity{{Name: "Acts of Canada", Path: "sides/canada.html"}}}},
	}}, &site.Page{Path: "sources/a.html", Kind: site.SourceKind, Lang: lang.EN, Content: &site.SourcePage{
		Title: "貿易與\"中國\"", Publisher: "P", Lang: "zh", Side: "china", Published: "1 May 2025",
	}})
	data, err := written(func(b *bytes.Buffer) error {
		newRenderer(t).searchData(b, plan, page)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutSuffix(strings.TrimPrefix(string(data), "searchData("), ")\n")
	if !ok {
		t.Fatalf("no call: %.80s", data)
	}
	type table struct{ ID, Name, Also, Note, Side []string }
	var got struct {
		Format         int
		Lang           string
		Words          struct{ Sides, Told []string }
		Topics, People table
		Sides          table
		Sources        struct{ Path, Name, By, When, Lang, Side []string }
		Events         struct {
			ID, Date, Title, Lang, Also []string
			Year, Kind, Flags           []int
			People, Places              [][]int
		}
		Simplified string
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	want := got
	want.Format, want.Lang = 1, "en"
	want.Words.Sides = []string{"Canada", "China"}
	want.Words.Told = []string{"told by others", "told by Canada", "told by China", "told by Canada and China"}
	want.Sides = table{ID: []string{"canada"}, Name: []string{"Acts of Canada"}, Also: []string{""}, Note: []string{}, Side: []string{}}
	want.Topics = table{ID: []string{"trade"}, Name: []string{"Trade"}, Also: []string{""}, Note: []string{}, Side: []string{}}
	want.People = table{
		ID: []string{"xi-jinping", "anita-anand"}, Name: []string{"Xi Jinping", ""}, Also: []string{"习近平|Xi", ""},
		Note: []string{"", ""}, Side: []string{"china", ""},
	}
	want.Sources.Path, want.Sources.Name = []string{"sources/a.html"}, []string{"貿易與\"中國\""}
	want.Events.ID, want.Events.Date = []string{"open", "a&b"}, []string{"1970/..", "2025-10-16/2025-10-17"}
	want.Events.Title, want.Events.Also = []string{"Open", `Talks <in> "Beijing"`}, []string{"", "Entretiens"}
	want.Events.Year, want.Events.Flags = []int{1970, 2025}, []int{3, 1 | byCanada | readByProgram | stillPlanned | toldByChina}
	want.Events.People, want.Events.Places = [][]int{{0}, {1}}, [][]int{{}, {0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, pair := range []string{"習习", "貿贸", "國国"} { // one to be asked for, two that stand there
		if !strings.Contains(got.Simplified, pair) {
			t.Errorf("no %s among the pairs %.60s…", pair, got.Simplified)
		}
	}
	if strings.Contains(got.Simplified, "機机") {
		t.Error("a pair of characters that stand nowhere")
	}
}
