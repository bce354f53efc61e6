package lexicon_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// content is the lexicon of the site itself.
func content(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, diags := lexicon.Load(os.DirFS("../../content"))
	if source.HasError(diags) {
		t.Fatalf("the site's own registries have errors: %v", diags)
	}
	return lex
}

func load(t *testing.T, name, text string) (*lexicon.Lexicon, []string) {
	t.Helper()
	lex, diags := lexicon.Load(fstest.MapFS{name: {Data: []byte(strings.TrimLeft(text, "\n"))}})
	var out []string
	for _, d := range diags {
		out = append(out, d.String())
	}
	return lex, out
}

func TestContentIsClean(t *testing.T) {
	lex, diags := lexicon.Load(os.DirFS("../../content"))
	for _, d := range diags {
		t.Errorf("%s", d)
	}
	if len(lex.People) < 100 || len(lex.Places) < 40 || len(lex.Topics) < 10 || len(lex.Publishers) < 100 {
		t.Errorf("too little was read: %d people, %d places, %d topics, %d publishers",
			len(lex.People), len(lex.Places), len(lex.Topics), len(lex.Publishers))
	}
}

func TestLoadNothing(t *testing.T) {
	lex, diags := lexicon.Load(fstest.MapFS{"people.yaml": {Data: []byte("# nobody yet\n")}})
	if len(diags) != 0 || len(lex.People) != 0 {
		t.Errorf("Load of an empty registry: %v, %v", lex.People, diags)
	}
	if p := lex.Person("Norman Bethune"); p.ID != "norman-bethune" || p.Name.In(lang.FR) != "Norman Bethune" {
		t.Errorf("an unregistered person is %+v", p)
	}
}

func TestLoadProblems(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		want             []string
	}{
		{"unknown key", "people.yaml", `
- name: Mark Carney
  aliasses: [Carney]
`, []string{"people.yaml:2:3: error: unknown key \"aliasses\" (unknown-key)\n  hint: did you mean \"aliases\"?"}},
		{"wrong type, column in bytes", "people.yaml", `
- {name: 王毅, aliases: {a: b}}
`, []string{"people.yaml:1:27: error: aliases has to be a list of names (wrong-type)\n  hint: write them like [one, other]"}},
		{"duplicate id", "places.yaml", `
- id: ottawa
  name: Ottawa, Canada
- id: ottawa
  name: Ottawa, Kansas
`, []string{"places.yaml:3:7: error: two entries have the id \"ottawa\" (duplicate-id)\n  hint: make one entry of the two, or give this one an id of its own"}},
		{"alias of two", "people.yaml", `
- name: Pierre Trudeau
  aliases: [Trudeau]
- name: Justin Trudeau
  aliases: [Trudeau]
`, []string{"people.yaml:4:13: warning: two people are called \"Trudeau\": pierre-trudeau and justin-trudeau (ambiguous)\n  hint: it is taken to mean pierre-trudeau"}},
		{"bad date and side", "people.yaml", `
- name: Wang Yi
  side: chinese
  offices:
    - title: Foreign Minister of China
      from: 2013-13
`, []string{
			"people.yaml:2:9: error: unknown side \"chinese\" (bad-value)\n  hint: write canada, china or other",
			"people.yaml:5:13: error: from: date \"2013-13\": there is no month 13 (bad-date)\n  hint: months are 01 to 12",
		}},
		{"office the wrong way round", "people.yaml", `
- name: Kim Campbell
  side: canada
  offices:
    - title: Prime Minister of Canada
      from: 1993-06-25
      to: 1993-06-01
`, []string{"people.yaml:6:11: error: the office ends before it begins (date-order)\n  hint: swap the two dates, or correct one"}},
		{"not YAML", "topics.yaml", `
- name: [trade
`, []string{"topics.yaml:1:9: error: a bracket that opens here and never closes on its line (yaml-syntax)\n  hint: close the list with \"]\""}},
		{"a map of ids", "topics.yaml", `
trade: {name: Trade, nmae: x}
`, []string{"topics.yaml:1:22: error: unknown key \"nmae\" (unknown-key)\n  hint: did you mean \"name\"?"}},
		{"latitude", "places.yaml", `
- name: Ottawa
  lat: 95
`, []string{"places.yaml:2:8: error: lat has to be a number between -90 and 90 (bad-value)\n  hint: write it like 45.4215"}},
		{"no item", "people.yaml", `
- name: Mark Carney
  wikidata: q012
`, []string{"people.yaml:2:13: error: \"q012\" is no item of Wikidata (bad-value)\n  hint: write its number alone, such as Q1930"}},
		{"no name", "publishers.yaml", `
- side: canada
`, []string{"publishers.yaml:1:3: error: the entry has no name (no-name)\n  hint: add \"name: …\""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, got := load(t, test.file, test.text)
			if len(got) != len(test.want) {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			for i := range got {
				if !strings.HasPrefix(got[i], test.want[i]) {
					t.Errorf("got  %q\nwant %q", got[i], test.want[i])
				}
			}
		})
	}
}

func TestResolve(t *testing.T) {
	lex := content(t)
	for _, test := range []struct{ name, want string }{
		{"Wang Yi", "wang-yi"},
		{"王毅", "wang-yi"},
		{"wang-yi", "wang-yi"},
		{"WANG YI", "wang-yi"},
		{"Jean Chretien", "jean-chretien"},
		{"Jean Chrétien", "jean-chretien"},
		{"Melanie Joly", "melanie-joly"},
		{"François‑Philippe Champagne", "francois-philippe-champagne"},
		{"习近平", "xi-jinping"},
		{"Somebody Else", "somebody-else"},
		{"某人", "某人"},
	} {
		if got := lex.Person(test.name).ID; got != test.want {
			t.Errorf("Person(%q) is %s, want %s", test.name, got, test.want)
		}
	}
	for _, test := range []struct{ name, want string }{
		{"Ottawa, Canada", "ottawa"}, {"渥太华", "ottawa"}, {"Pékin", "beijing"}, {"Beijing, China", "beijing"}, {"Atlantis, Ocean", "atlantis-ocean"},
	} {
		if got := lex.Place(test.name).ID; got != test.want {
			t.Errorf("Place(%q) is %s, want %s", test.name, got, test.want)
		}
	}
}

func TestPublisher(t *testing.T) {
	lex, diags := load(t, "publishers.yaml", `
- id: gac
  name: Global Affairs Canada
  fr: Affaires mondiales Canada
  side: canada
  lang: en
  domains: [international.gc.ca, www.canada.ca]
- id: xinhua
  name: Xinhua
  zh: 新华社
  side: china
  domains: [news.cn]
`)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for _, test := range []struct {
		in, id string
		side   lexicon.Side
	}{
		{"Global Affairs Canada", "gac", lexicon.Canada},
		{"affaires mondiales canada", "gac", lexicon.Canada},
		{"https://www.international.gc.ca/news/1?x=y", "gac", lexicon.Canada},
		{"https://canada.ca", "gac", lexicon.Canada},
		{"新华社", "xinhua", lexicon.China},
		{"http://english.news.cn/2025/1.html", "xinhua", lexicon.China},
		{"https://www.thing.cn/a", "thing-cn", lexicon.China},
		{"https://blog.example.ca/a", "blog-example-ca", lexicon.Canada},
		{"https://example.org", "example-org", lexicon.NoSide},
		{"The Example Times", "the-example-times", lexicon.NoSide},
	} {
		if p := lex.Publisher(test.in); p.ID != test.id || p.Side != test.side {
			t.Errorf("Publisher(%q) is %s of %v, want %s of %v", test.in, p.ID, p.Side, test.id, test.side)
		}
	}
}

func TestNear(t *testing.T) {
	lex := content(t)
	for _, test := range []struct {
		near func(string) string
		want map[string]string
	}{
		{lex.NearPerson, map[string]string{
			"Anita Anad": "Anita Anand", "Justin Trudau": "Justin Trudeau", "Li Pang": "Li Peng", "Li Peng": "", "Wang Yi": "",
			"Margaret Smith": "", "": "", "李朋": "",
		}},
		{lex.NearPlace, map[string]string{
			"Bejing": "Beijing, China", "Bejing, China": "Beijing, China", "Ottawa, Canada": "", "Otawa, Canada": "Ottawa, Canada", "Atlantis": "", "Atlantis, Ocean": "", "": "",
		}},
		{lex.NearTopic, map[string]string{"trad": "Trade", "trade": "", "Trade": "", "Tradd": "Trade", "gardening": "", "x": ""}},
		{lex.NearPublisher, map[string]string{
			"Global Affair Canada": "Global Affairs Canada", "Global Affairs Canada": "", "Xinhau": "Xinhua", "cbcc.ca": "", "BBD": "", "": "",
		}},
	} {
		for name, want := range test.want {
			if got := test.near(name); got != want {
				t.Errorf("near %q is %q, want %q", name, got, want)
			}
		}
	}
}

func TestOffices(t *testing.T) {
	lex := content(t)
	at := func(y, m, d int) edtf.Day {
		day, _ := edtf.NewDay(y, m, d)
		return day
	}
	for _, test := range []struct {
		text string
		day  edtf.Day
		want string
	}{
		{"the Canadian prime minister arrived", at(2025, 11, 12), "mark-carney"},
		{"the Canadian Prime Minister arrived", at(2025, 11, 12), "mark-carney"},
		{"the Canadian Prime Minister arrived", at(2016, 9, 1), "justin-trudeau"},
		{"Canada's Foreign Minister said", at(2025, 11, 12), "anita-anand"},
		{"le premier ministre canadien a dit", at(2017, 12, 4), "justin-trudeau"},
		{"la ministre canadienne des Affaires étrangères", at(2025, 10, 16), "anita-anand"},
		{"加拿大外长表示", at(2025, 10, 16), "anita-anand"},
		{"加拿大總理訪問北京", at(2017, 12, 4), "justin-trudeau"},
	} {
		got := ""
		for m := range lex.Find(test.text) {
			if m.Post != nil {
				if p := m.Post.Holder(test.day); p != nil {
					got = p.ID
				}
			}
		}
		if got != test.want {
			t.Errorf("%q on %v names %q, want %q", test.text, test.day, got, test.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Mélanie Joly":          "melanie-joly",
		"  Xi's visit — 2025":   "xis-visit-2025",
		"中加建交 50 周年":            "中加建交-50-周年",
		"Cœur, Łódź & Straße":   "coeur-lodz-strasse",
		"Ｆｕｌｌ　ｗｉｄｔｈ":            "full-width",
		"!!!":                   "",
		"北京":                    "北京",
		"2025-10-16/2025-10-17": "2025-10-16-2025-10-17",
	} {
		if got := lexicon.Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
	if got := lexicon.Slug(strings.Repeat("word ", 40)); len(got) > 80 || strings.HasSuffix(got, "-") || !strings.HasSuffix(got, "word") {
		t.Errorf("a long slug is %q", got)
	}
	if got := lexicon.Slug(strings.Repeat("中", 60)); len(got) > 80 || got != strings.Repeat("中", 26) {
		t.Errorf("a long slug without hyphens is %q", got)
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Mélanie Joly")
	f.Add("中加")
	f.Add("\xff a")
	f.Fuzz(func(t *testing.T, s string) {
		slug := lexicon.Slug(s)
		if len(slug) > 80 || strings.ContainsAny(slug, " /\\?#") || strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") {
			t.Errorf("Slug(%q) = %q", s, slug)
		}
		if again := lexicon.Slug(slug); again != slug {
			t.Errorf("the slug of the slug %q is %q", slug, again)
		}
	})
}

func TestKinds(t *testing.T) {
	seen := make(map[string]bool)
	for _, k := range lexicon.Kinds {
		for _, l := range lang.All {
			if k.Name[l] == "" {
				t.Errorf("kind %s has no name in %v", k.ID, l)
			}
		}
		if seen[k.ID] {
			t.Errorf("kind %s stands twice", k.ID)
		}
		seen[k.ID] = true
	}
	if !slices.Equal(lexicon.KindIDs()[:2], []string{"agreement", "visit"}) || lexicon.KindName("call", lang.FR) != "Entretien téléphonique" || lexicon.KindName("x", lang.EN) != "x" {
		t.Error("kinds are not found by id")
	}
}

func names(lex *lexicon.Lexicon, text string) []string {
	var out []string
	for m := range lex.Find(text) {
		what := m.Of(text) + " ="
		if m.Person != nil {
			what += " " + m.Person.ID
		}
		if m.Shared != nil {
			what += " ?"
		}
		if m.Place != nil {
			what += " at " + m.Place.ID
		}
		if m.Topic != nil {
			what += " on " + m.Topic.ID
		}
		if m.Side != lexicon.NoSide {
			what += " (" + m.Side.String() + ")"
		}
		out = append(out, what)
	}
	return out
}

func TestFind(t *testing.T) {
	lex := content(t)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Wang Yi met Anita Anand in Beijing.", []string{"Wang Yi = wang-yi (china)", "Anita Anand = anita-anand (canada)", "Beijing = at beijing (china)"}},
		{"habitaient Pékin; PÉKIN", []string{"Pékin = at beijing (china)", "PÉKIN = at beijing (china)"}},
		{"canadamania, Ottawans", nil},
		{"王毅同阿南德通电话", []string{"王毅 = wang-yi (china)", "阿南德 = anita-anand (canada)"}},
		{"習近平主席", []string{"習近平 = xi-jinping (china)"}},
		{"李强调，中方", []string{"中方 = (china)"}},
		{"Jean Chre\u0301tien", []string{"Jean Chre\u0301tien = jean-chretien (canada)"}},
		{"Mark\nCarney’s", []string{"Mark\nCarney = mark-carney (canada)"}},
		{"the prc and the PRC", []string{"PRC = (china)"}},
	} {
		if diff := cmp.Diff(test.want, names(lex, test.text)); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
	}
}

func TestActs(t *testing.T) {
	lex := content(t)
	for _, test := range []struct {
		in         lang.Lang
		text, want string
	}{
		{lang.EN, "Anand paid her first visit to Beijing", "visit visit"},
		{lang.EN, "In a telephone conversation with", "phone-call"},
		{lang.FR, "s’est entretenue par téléphone", "phone-call phone-call"},
		{lang.ZH, "王毅應約同加拿大外長通電話", "phone-call"},
		{lang.EN, "imposed an anti-dumping duty", "tariff tariff"},
		{lang.FR, "Ottawa a imposé une surtaxe", "tariff tariff"},
		{lang.EN, "reached $83.7 billion", "statistic"},
		{lang.EN, "visitors", ""},
		{lang.ZH, "小说的名称", "none none"},
		{lang.ZH, "释放善意后获释", "none consular"},
	} {
		var ids []string
		for a := range lex.Acts(test.in, test.text) {
			ids = append(ids, a.ID)
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%q tells %q, want %q", test.text, got, test.want)
		}
	}
}

func TestActKinds(t *testing.T) {
	lex := content(t)
	seen := make(map[string]bool)
	for _, text := range []string{"said", "met", "visited", "签署", "a annoncé", "levied", "当选"} {
		in := lang.EN
		switch text {
		case "a annoncé":
			in = lang.FR
		case "签署", "当选":
			in = lang.ZH
		}
		for a := range lex.Acts(in, text) {
			if _, ok := lexicon.KindOf(a.Kind); !ok {
				t.Errorf("act %s has the unknown kind %q", a.ID, a.Kind)
			}
			seen[a.ID] = true
		}
	}
	if len(seen) != 7 {
		t.Errorf("acts found: %v", seen)
	}
}

func FuzzFind(f *testing.F) {
	lex := content(f)
	f.Add("Wang Yi said in Beijing that 王毅 met Mélanie Joly.")
	f.Add("l'Pékin\u0301\u0301 加拿大\xff")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for m := range lex.Find(text) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("span %v after %d in %q", m.Span, last, text)
			}
			last = m.End
		}
		last = 0
		for a := range lex.Acts(lang.FR, text) {
			if a.Start < last || a.End <= a.Start || a.End > len(text) {
				t.Fatalf("span %v after %d in %q", a.Span, last, text)
			}
			last = a.End
		}
	})
}
