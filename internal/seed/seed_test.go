package seed

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// The same seed in other encodings says the same; places are those in the
// file's own bytes.
func TestParseEncodings(t *testing.T) {
	const seed = "---\ntitle: 中加建交\ndate: 1970年10月13日\nplaces: [渥太華, 北京]\nimportnace: 1\n---\n加拿大和中國建立外交關係。\n"
	want := map[string]source.Position{"title": {Line: 2, Column: 8}, "date": {Line: 3, Column: 7}, "unknown": {Line: 5, Column: 1}}
	for _, tt := range []struct {
		name    string
		charset encoding.Encoding
		head    string
		beijing int // column of the second place
	}{
		{"utf-8", unicode.UTF8, "", 21},
		{"utf-8", unicode.UTF8, "\uFEFF", 21},
		{"gb18030", simplifiedchinese.GB18030, "", 18},
		{"big5", traditionalchinese.Big5, "", 18},
		{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "\uFEFF", 29},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "\uFEFF", 29},
	} {
		raw, err := tt.charset.NewEncoder().Bytes([]byte(tt.head + seed))
		if err != nil {
			t.Fatal(err)
		}
		doc, ds := Parse("x.md", raw, Options{})
		if doc.File.Encoding != tt.name || doc.Type != Event || doc.Lang != lang.ZH {
			t.Errorf("%s: read as %s, %v, %v", tt.name, doc.File.Encoding, doc.Type, doc.Lang)
		}
		if got := doc.Meta.Date.Value.String(); got != "1970-10-13" {
			t.Errorf("%s: date %q", tt.name, got)
		}
		if doc.Meta.Title.Value != "中加建交" || doc.HTML != "<p>加拿大和中國建立外交關係。</p>\n" {
			t.Errorf("%s: %q and %q", tt.name, doc.Meta.Title.Value, doc.HTML)
		}
		wide := 1
		if strings.HasPrefix(tt.name, "utf-16") {
			wide = 2
		}
		at := func(p source.Position) source.Position {
			return source.Position{Line: p.Line, Column: (p.Column-1)*wide + 1}
		}
		if doc.Meta.Title.Pos != at(want["title"]) || doc.Meta.Date.Pos != at(want["date"]) {
			t.Errorf("%s: title at %v, date at %v", tt.name, doc.Meta.Title.Pos, doc.Meta.Date.Pos)
		}
		if got := doc.Meta.Places[1].Pos; got != (source.Position{Line: 4, Column: tt.beijing}) {
			t.Errorf("%s: the second place at %v, want 4:%d", tt.name, got, tt.beijing)
		}
		if len(ds) != 1 || ds[0].Pos != at(want["unknown"]) || ds[0].Hint != `did you mean "importance"?` {
			t.Errorf("%s: %v", tt.name, ds)
		}
	}
}

// An encoding that the front matter names is heeded where the bytes say too
// little.
func TestParseNamedEncoding(t *testing.T) {
	raw, err := charmap.Windows1252.NewEncoder().Bytes([]byte("---\nencoding: latin1 # old file\ntype: article\n---\nÎÔ ÎÔ ÎÔ\n"))
	if err != nil {
		t.Fatal(err)
	}
	doc, ds := Parse("x.txt", raw, Options{})
	if doc.File.Encoding != "windows-1252" || !strings.HasSuffix(doc.Text, "ÎÔ ÎÔ ÎÔ\n") || len(ds) > 0 {
		t.Errorf("read as %s: %q, %v", doc.File.Encoding, doc.Text, ds)
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte("---\nencoding = 'gbk'\nencoding: gbk\n---\n我\n"))
	if err != nil {
		t.Fatal(err)
	}
	if doc, _ := Parse("x.txt", gbk, Options{}); doc.File.Encoding != "windows-1252" && !strings.Contains(doc.Text, "我") {
		t.Errorf("read as %s: %q", doc.File.Encoding, doc.Text)
	}
	plain := []byte("---\nencoding: gb18030\n---\n\xC4\xE3\xBA\xC3\n")
	if doc, _ := Parse("x.txt", plain, Options{}); doc.File.Encoding != "gb18030" || !strings.HasSuffix(doc.Text, "你好\n") {
		t.Errorf("read as %s: %q", doc.File.Encoding, doc.Text)
	}
}

func TestParseOptions(t *testing.T) {
	raw := []byte("---\nlang: en\ndate: 5 March 2020\n---\nLe ministre est venu.\n")
	doc, ds := Parse("x.txt", raw, Options{Lang: lang.FR, Date: edtf.MustParse("2025-11-12")})
	if len(ds) > 0 || doc.Lang != lang.FR || doc.Meta.Date.Value.String() != "2025-11-12" {
		t.Errorf("%v, %v, %v", doc.Lang, doc.Meta.Date.Value, ds)
	}
	// A date that is given stands before that of an event, which stays one.
	doc, ds = Parse("x.md", []byte("---\ndate: 5 March 2020\n---\nText."), Options{Date: edtf.MustParse("2025-11-12")})
	if len(ds) > 0 || doc.Type != Event || doc.Meta.Date.Value.String() != "2025-11-12" || doc.Meta.Date.Set() {
		t.Errorf("an event seed is %q of %v, %v", doc.Type, doc.Meta.Date, ds)
	}
	// A date that is given makes no event of a note without one.
	if doc, _ := Parse("x.md", []byte("Text."), Options{Date: edtf.MustParse("2025")}); doc.Type == Event {
		t.Error("a date from outside made an event")
	}
}

func TestParseType(t *testing.T) {
	for _, tt := range []struct {
		name, raw string
		want      Type
	}{
		{"a.md", "---\ndate: 1970\n---\n", Event},
		{"a.MD", "---\ndate: 1970\n---\n", Event},
		{"a.md", "---\ndate: 1970\ntype: article\n---\nText.\n", Article},
		{"a.md", "---\ndate: 1970\ntype: Chronicle\n---\n- 1971: Text.\n", Chronicle},
		{"a.md", "- 1971: Text.\n", Chronicle},
		{"a.md", "## 1970\n\nText.\n\n## 1971\n\nText.\n", Chronicle},
		{"a.md", "Text.\n", 0},
		{"a.fr.md", "Text.\n", Event},
		{"a.fr.md", "## 1970\n\n- 13 octobre : Texte.\n", Chronicle},
		{"a.txt", "Text.\n", Article},
		{"a.txt", "---\ndate: 2020\n---\nText.\n", Article},
		{"a.txt", "1970: Text.\n", Article}, // one date makes no list
		{"a.txt", "1970: Text.\n1971: Text.\n", Chronicle},
		{"a.txt", "In 1970 it began.\nIn 1971 it went on.\n1972 was quiet.\n1973 was not.\n", Article},
		{"a.txt", "2025年11月12日，外长会谈。\n双方同意继续对话。\n他还说，关系重要。\n", Article},
		{"a.txt", "", 0},
	} {
		doc, _ := Parse(tt.name, []byte(tt.raw), Options{})
		if doc.Type != tt.want {
			t.Errorf("%s %q: %v, want %v", tt.name, tt.raw, doc.Type, tt.want)
		}
	}
}

func TestSplitLang(t *testing.T) {
	for name, want := range map[string]string{
		"a/x.fr.md": "a/x.md fr", "x.zh.txt": "x.txt zh", "x.md": " ", "x.de.md": " ", ".fr.md": " ", "a.fr/x.md": " ", "中 文.en.md": "中 文.md en",
	} {
		original, l := splitLang(name)
		if got := fmt.Sprintf("%s %v", original, l); got != want {
			t.Errorf("splitLang(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestParseTooLarge(t *testing.T) {
	for _, tt := range []struct{ name, raw, want string }{
		{"file", strings.Repeat("x", source.MaxSize+1), ": error: the file has 4194305 bytes, more than the 4194304 that are read (too-large)"},
		{"front matter", "---\ntitle: x\nnote: " + strings.Repeat("x", maxMatter) + "\n---\n", ":1:1: error: the front matter has 65552 bytes, more than the 65536 that are read (too-large)"},
		{"body", "---\ndate: 1970\n---\n" + strings.Repeat("x\n", maxMarkdown/2+1), ":4:1: error: the body has 524290 bytes, more than the 524288 of Markdown that are read (too-large)"},
		{"nesting", "---\ndate: 1970\n---\n\n" + strings.Repeat("> ", 40) + "x", ":5:1: error: lists and quotations nest too deep in this line (too-large)"},
		{"lists", "---\ndate: 1970\n---\n" + strings.Repeat("1. - ", 40) + "x", ":4:1: error: lists and quotations nest too deep in this line (too-large)"},
		{"table", "---\ndate: 1970\n---\n" + strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + strings.Repeat("\n|", 1000), ":4:1: error: a table of 1001 columns in a body of 1002 lines is too large (too-large)"},
		{"footnotes", "---\ndate: 1970\n---\n" + strings.Repeat("[^a] ", 1001), ":4:1: error: the body has more than 1000 footnotes and marks (too-large)"},
	} {
		_, ds := Parse("x.md", []byte(tt.raw), Options{})
		if len(ds) != 1 || "x.md"+tt.want != strings.Split(ds[0].String(), "\n")[0] || ds[0].Hint == "" {
			t.Errorf("%s: %v", tt.name, ds)
		}
	}
}

// Rules and lines of dots are no nesting.
func TestNesting(t *testing.T) {
	for line, want := range map[string]int{
		"": 0, "x": 0, "- x": 1, "> > x": 2, "1. - x": 2, "-x": 0, "1.x": 0, strings.Repeat("* ", 50): 0, strings.Repeat("-", 50): 0,
		strings.Repeat(".", 50): 0, strings.Repeat("> ", 50): 50, strings.Repeat("- + ", 50): 100, ">>x": 2, "2019. x": 1, "12) 3. x": 2,
	} {
		if got := nesting(line); got != want {
			t.Errorf("nesting(%q) = %d, want %d", line, got, want)
		}
	}
}

func TestParsePage(t *testing.T) {
	doc, ds := ParsePage("pages/about.md", []byte("# About\n\nSee [method](method.md).\n"))
	if len(ds) > 0 || doc.Type != 0 || doc.Meta.Title.Value != "About" || doc.HTML != "<p>See <a href=\"method.md\">method</a>.</p>\n" {
		t.Errorf("%v %q %q %v", doc.Type, doc.Meta.Title.Value, doc.HTML, ds)
	}
	if want := []Link{{"method.md", source.Position{Line: 3, Column: 5}}}; !slices.Equal(doc.Links, want) {
		t.Errorf("links %v", doc.Links)
	}
}

func TestEmphasis(t *testing.T) {
	for md, want := range map[string]string{
		"**强调。**后文":               "<strong>强调。</strong>后文",
		"前文**「强调」**后文":            "前文<strong>「强调」</strong>后文",
		"**强调**后文":                "<strong>强调</strong>后文",
		"*强调，*后*文*":               "<em>强调，</em>后<em>文</em>",
		"a * b * c":               "a * b * c",
		"2*3*4":                   "2<em>3</em>4",
		"snake_case_name":         "snake_case_name",
		"_a_ **b** ***c***":       "<em>a</em> <strong>b</strong> <em><strong>c</strong></em>",
		`**"quoted."** after`:     "<strong>&quot;quoted.&quot;</strong> after",
		"**end.**word":            "**end.**word", // as CommonMark has it
		"`*a*` \\*b\\* **&amp;**": "<code>*a*</code> *b* <strong>&amp;</strong>",
	} {
		doc, _ := ParsePage("x.md", []byte(md))
		if got := strings.TrimSuffix(strings.TrimPrefix(doc.HTML, "<p>"), "</p>\n"); got != want {
			t.Errorf("%q: %q, want %q", md, got, want)
		}
	}
}

func TestHeadingIDs(t *testing.T) {
	ids := headingIDs{}
	for _, tt := range []struct{ title, want string }{
		{"中加建交", "中加建交"},
		{"Été à Montréal !", "été-à-montréal"},
		{"1970", "1970"},
		{"1970", "1970-2"},
		{"1970-2", "1970-2-2"},
		{"…", "section"},
		{"", "section-2"},
		{"  A  b ", "a-b"},
	} {
		if got := ids.next(tt.title); got != tt.want {
			t.Errorf("id of %q: %q, want %q", tt.title, got, tt.want)
		}
	}
}

func TestTitleOf(t *testing.T) {
	long := "The Government of Canada and the Government of the People's Republic of China decide upon mutual recognition and more"
	for _, tt := range []struct {
		text string
		l    lang.Lang
		want string
	}{
		{"Mr. Sharp speaks. Then he leaves.", lang.EN, "Mr. Sharp speaks"},
		{"The U.S. protests. So it goes.", lang.EN, "The U.S. protests"},
		{"Goods worth $83.7 billion are traded in 2024. More.", lang.EN, "Goods worth $83.7 billion are traded in 2024"},
		{`He says "no." Nothing else.`, lang.EN, `He says "no."`},
		{"On Dec. 1 it ends", lang.EN, "On Dec. 1 it ends"},
		{"Is it? Yes.", lang.EN, "Is it?"},
		{"M. Carney arrive. Il part.", lang.FR, "M. Carney arrive"},
		{"中加建交。两国互派大使。", lang.ZH, "中加建交"},
		{"one\nline  here", lang.EN, "One line here"},
		{long, lang.EN, "The Government of Canada and the Government of the People's Republic of China decide…"},
		{strings.Repeat("中加关系发展，", 20), lang.ZH, strings.TrimSuffix(strings.Repeat("中加关系发展，", 12), "，") + "…"},
	} {
		if got := titleOf(tt.text, tt.l); got != tt.want {
			t.Errorf("title of %q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestPlain(t *testing.T) {
	doc := &Document{Text: "one\n two\t three  four\n中文\n字 间\r\n文", File: &source.File{}}
	if got, want := doc.Plain(source.Span{Start: 0, End: len(doc.Text)}), "one two three four 中文字 间文"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// What links may lead to is a closed set.
func TestKindOfLink(t *testing.T) {
	for target, want := range map[string]linkKind{
		"https://example.org/": toSite, "HTTP://example.org": toSite, "mailto:a@b.c": toMail, "#x": toHeading, "": toFile, "a/b.html": toFile, "/": toFile, "www.canada.ca": toFile,
		"../x.md": toFile, "x.TXT#y": toFile, "x.md?z": toFile, "a b.md": toFile, "?x:y": toFile, "./a:b.md": toFile,
		"javascript:x": unsafe, "JaVaScRiPt:x": unsafe, " javascript:x": unsafe, "java\nscript:x": unsafe, "data:x": unsafe, "blob:x": unsafe,
		"feed:javascript:x": unsafe, "vbscript:x": unsafe, "//x/y": unsafe, "\\\\x\\y": unsafe, "https:///x": unsafe, "file:///etc": unsafe,
	} {
		if got, _ := kindOfLink(target); got != want {
			t.Errorf("%q: %d, want %d", target, got, want)
		}
	}
}

// Hosts are told from files.
func TestWholeAddress(t *testing.T) {
	for target, want := range map[string]string{
		"www.canada.ca": "https://www.canada.ca", "www.example/a?b#c": "https://www.example/a?b#c", "Canada.CA/en": "https://Canada.CA/en",
		"gov.cn": "https://gov.cn", "x.md": "", "site.yaml": "", "../x.ca/y.md": "", ".ca": "", "x/y.com": "", "www.a b": "", "": "", "/x.com": "",
	} {
		if got := wholeAddress(target); got != want {
			t.Errorf("%q: %q, want %q", target, got, want)
		}
	}
}

// Whatever YAML library reads it, TOML and YAML say the same.
func TestTOMLEqualsYAML(t *testing.T) {
	toml := "+++\ntitle = \"A \\\"b\\\" \\u00e9\" # c\ndate=1970-10-13\n'topics' = [ 'x', # y\n \"]z,\" , ]\nimportance = 2\ndraft = true\n" +
		"note = '''\n'a' '' '''''\n[[sources]]\ntitle = \"\"\"S\"\"\"\n[[ sources ]]\nurl = \"https://x.example/#a\"\ndate = 1970-10\n+++\n"
	yaml := "---\ntitle: \"A \\\"b\\\" \\u00e9\" # c\ndate: 1970-10-13\n'topics': [ 'x', # y\n \"]z,\" , ]\nimportance: 2\ndraft: true\n" +
		"note: \"'a' '' ''\"\nsources:\n- title: S\n- url: \"https://x.example/#a\"\n  date: 1970-10\n---\n"
	toml = strings.Replace(toml, "date = 1970-10\n", "date = \"1970-10\"\n", 1)
	strip := func(doc *Document) *Meta {
		m := doc.Meta
		for i := range m.Sources {
			m.Sources[i].Pos = source.Position{}
		}
		m.Note.Pos = source.Position{}
		m.Title.Pos, m.Date.Pos, m.Importance.Pos = source.Position{}, source.Position{}, source.Position{}
		for i := range m.Topics {
			m.Topics[i].Pos = source.Position{}
		}
		return &m
	}
	a, ds1 := Parse("x.md", []byte(toml), Options{})
	b, ds2 := Parse("x.md", []byte(yaml), Options{})
	if diff := cmp.Diff(fmt.Sprintf("%+v %v", strip(a), ds1), fmt.Sprintf("%+v %v", strip(b), ds2)); diff != "" {
		t.Errorf("(-TOML +YAML):\n%s", diff)
	}
}
