package article_test

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/article"
	"buildsite/internal/seed"
	"buildsite/internal/zone"
)

var update = flag.Bool("update", false, "write what Read yields into the goldens")

func describe(doc *seed.Document, a *article.Article) string {
	var b strings.Builder
	for _, p := range a.Parts {
		text := []rune(p.Span.Of(doc.Text))
		fmt.Fprintf(&b, "%s %s\n", p.Role, string(text[:min(len(text), 69)]))
	}
	fmt.Fprintf(&b, "published %s %s\n", a.Published.Date, a.Published.Basis)
	for _, s := range a.Sentences {
		if a.Parts[s.Part].Role == article.Body {
			fmt.Fprintf(&b, "first: %s\n", s.Of(doc.Text))
			break
		}
	}
	return b.String()
}

func TestPages(t *testing.T) {
	const file = "testdata/pages.txtar"
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(ar.Files); i += 2 {
		doc, _ := seed.Parse(ar.Files[i].Name, ar.Files[i].Data, seed.Options{})
		got := describe(doc, article.Read(doc, nil))
		if *update {
			ar.Files[i+1].Data = []byte(got)
			continue
		}
		if diff := gocmp.Diff(strings.Split(string(ar.Files[i+1].Data), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", ar.Files[i].Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRoles reads the pages of testdata/roles-*.txtar, whose lines say what they
// are: no sentence of a story may be lost, and nothing else may be read.
func TestRoles(t *testing.T) {
	files, _ := filepath.Glob("testdata/roles-*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(ar.Files) < 12 {
			t.Errorf("%s has %d pages", file, len(ar.Files))
		}
		for _, f := range ar.Files {
			t.Run(filepath.Base(file)+"/"+f.Name, func(t *testing.T) {
				var text, want strings.Builder
				for line := range strings.Lines(string(f.Data)) {
					role, rest, _ := strings.Cut(line, " ")
					text.WriteString(strings.TrimLeft(rest, " "))
					want.WriteString(role + " " + strings.Trim(rest, " ->\n") + "\n")
				}
				doc, _ := seed.Parse("a.txt", []byte("---\ntype: article\n---\n"+text.String()), seed.Options{})
				var got strings.Builder
				for _, p := range article.Read(doc, nil).Parts {
					fmt.Fprintf(&got, "%s %s\n", p.Role, strings.Trim(p.Span.Of(doc.Text), " ->\n"))
				}
				if diff := gocmp.Diff(strings.Split(want.String(), "\n"), strings.Split(got.String(), "\n")); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		}
	}
}

// TestStoryKept sees to it that sentences which merely begin or sound like what
// stands around a story are read as a part of it.
func TestStoryKept(t *testing.T) {
	for lead, sentences := range map[string][]string{
		"The two ministers spoke on Tuesday about trade, and their offices said that they would meet again before long.": {
			"Share prices rose on Tuesday.", "Print media in both countries took note.", "Video of the meeting was shown on Tuesday.",
			"Photos of the two spread on Wednesday.", "Comments by the minister angered Beijing.", "Related talks will be held in Ottawa on Friday.",
			"Watch the canola price, he said.", "Read the agreement, she told reporters.", "Analysis by a bank shows the same.", "Estimated exports fell in October.",
			"It is our approach to China, she said.", "By Tuesday the ships had left.", "Published figures show a fall.", "Updated rules took effect on March 1.",
			"The Canadian Press reported on Tuesday that talks had failed.", "Sources in Ottawa said so on Tuesday.", "Contact between the two had ceased in 2019.",
			"Copyright was on the agenda, too.", "China remembers the war.", "Advertising by Chinese firms in Canada has grown.", "Get the deal done, farmers told Ottawa on Tuesday.",
			"He joined the foreign service in 1999.", "The company is based in Calgary.", "They agreed: no tariffs.", "Is it enough?",
			"“We will go on,” he said (in French).",
		},
		"Les deux ministres ont parlé mardi de commerce, et leurs cabinets ont dit qu'ils se rencontreraient bientôt.": {
			"D'après elle, l'échange a été franc.", "Si vous avez peur, restez chez vous, a-t-il dit.", "Partager les coûts est juste, selon Ottawa.",
			"Publicité mensongère, répond Pékin.", "Par ailleurs, la Chine a levé une interdiction mardi.", "Publié mardi, le rapport fait état d'un recul.",
			"Regardez les chiffres, a dit le ministre.", "Commentaires et répliques se sont succédé mercredi.", "Il est reparti samedi.",
		},
		"中加两国外长11日通电话，就双边关系和共同关心的国际地区问题深入交换意见，同意继续保持各层级沟通。": {
			"这是两国外长一个月内第二次通话。", "相关报道称，双方11日签署协议。", "更多企业11日表示愿意投资。", "广告收入去年下降。",
			"注册资本为十亿元。", "他说，这不代表本国政府立场。", "来源国标记新规3月1日生效。", "记者11日从外交部获悉，双方将再次会晤。",
			"2025年11月12日，双方再次通话。", "作者认为，两国关系正在回暖。", "评论认为，这是转折点。",
		},
	} {
		for _, sentence := range sentences {
			text := "---\ntype: article\ntitle: Talks\ndate: 2025-11-12\n---\n" + lead + "\n" + sentence + "\n"
			doc, _ := seed.Parse("a.txt", []byte(text), seed.Options{})
			a := article.Read(doc, nil)
			if len(a.Parts) < 2 || !a.Parts[1].Role.Told() || a.Sentences[1].Of(doc.Text) != sentence {
				t.Errorf("%q is taken for %v", sentence, a.Parts)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Mr. Smith met Ms. Li on Nov. 12. He left.", []string{"Mr. Smith met Ms. Li on Nov. 12.", "He left."}},
		{"The U.S. Senate voted. So did No. 10.", []string{"The U.S. Senate voted.", "So did No. 10."}},
		{"M. Carney est arrivé en oct. dernier. Mme Joly aussi.", []string{"M. Carney est arrivé en oct. dernier.", "Mme Joly aussi."}},
		{"他说：“好。”她走了。真的吗？是的！", []string{"他说：“好。”", "她走了。", "真的吗？", "是的！"}},
		{"A line that is\nmerely wrapped. And\nanother.", []string{"A line that is\nmerely wrapped.", "And\nanother."}},
		{"“It works.” She nodded.", []string{"“It works.”", "She nodded."}},
		{"J. Smith came.", []string{"J. Smith came."}},
		{"", nil},
	} {
		var got []string
		for s := range article.Sentences(test.text) {
			got = append(got, s.Of(test.text))
		}
		if diff := gocmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, diff)
		}
	}
}

// TestHeads reads the heads of pages that testdata/heads.txtar tells about.
func TestHeads(t *testing.T) {
	const file = "testdata/heads.txtar"
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(ar.Files); i += 2 {
		page, want := ar.Files[i], ar.Files[i+1]
		about, name, _ := strings.Cut(page.Name, " | ")
		var home *time.Location
		switch name {
		case "home china":
			home, name = clock(t, "Asia/Shanghai"), ""
		case "home canada":
			home, name = clock(t, "America/Toronto"), ""
		}
		t.Run(about, func(t *testing.T) {
			doc, _ := seed.Parse(cmp.Or(name, "a.txt"), page.Data, seed.Options{})
			if got := published(article.Read(doc, home)); got != strings.TrimSpace(string(want.Data)) {
				t.Errorf("got %q, want %q", got, strings.TrimSpace(string(want.Data)))
			}
		})
	}
}

func clock(t *testing.T, name string) *time.Location {
	t.Helper()
	l, err := zone.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// published tells of an article's day what the goldens have.
func published(a *article.Article) string {
	said := []string{strings.TrimSpace(fmt.Sprintf("%s %s", a.Published.Date, a.Published.Basis))}
	if a.Day != a.Published.Date {
		said = append(said, "day "+a.Day.String())
	}
	if !a.Updated.Date.IsZero() {
		said = append(said, "updated "+a.Updated.Date.String())
	}
	switch p := a.Partial; {
	case p.IsZero():
	case p.Day == 0:
		said = append(said, fmt.Sprintf("%s or %s", p.Either[0], p.Either[1]))
	case p.Month == 0:
		said = append(said, fmt.Sprintf("day %d without a month", p.Day))
	default:
		said = append(said, fmt.Sprintf("%02d-%02d without a year", p.Month, p.Day))
	}
	for _, c := range a.Conflicts {
		said = append(said, fmt.Sprintf("not %s %s", c.Date, c.Basis))
	}
	return strings.Join(said, "; ")
}

func FuzzRead(f *testing.F) {
	f.Add("Title\nBy A\nOTTAWA, Nov. 12 (CP) -- It began. Mr. X left.\nRelated:\n- a\n")
	f.Add("标题\n新华社北京2025年11月12日电 会谈开始。\n相关阅读\n")
	f.Fuzz(func(t *testing.T, text string) {
		doc, _ := seed.Parse("a.txt", []byte(text), seed.Options{})
		a := article.Read(doc, nil)
		last := 0
		for _, s := range a.Sentences {
			if s.Start < last || s.End <= s.Start || s.End > len(doc.Text) || !a.Parts[s.Part].Span.Contains(s.Span) {
				t.Fatalf("sentence %v out of order", s)
			}
			last = s.End
		}
	})
}

func ExampleSentences() {
	text := "Mr. Li came on Nov. 3. He stayed."
	for s := range article.Sentences(text) {
		fmt.Println(s.Of(text))
	}
	// Output:
	// Mr. Li came on Nov. 3.
	// He stayed.
}
