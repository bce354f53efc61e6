package article_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/article"
	"buildsite/internal/seed"
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
		got := describe(doc, article.Read(doc))
		if *update {
			ar.Files[i+1].Data = []byte(got)
			continue
		}
		if diff := cmp.Diff(strings.Split(string(ar.Files[i+1].Data), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", ar.Files[i].Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
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
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, diff)
		}
	}
}

func TestPublished(t *testing.T) {
	for _, test := range []struct {
		about, name, text string
		want              string // date, basis, then the conflicts
	}{
		{"front matter before all", "20250103-a.txt", "---\ndate: 2025-01-02\n---\nOTTAWA, Jan. 2 (CP) -- It began.\n", "2025-01-02 front-matter"},
		{"file name", "2025-11-12-x.txt", "It began on Tuesday in the capital.\n", "2025-11-12 file-name"},
		{"file name in one", "a/20251112.txt", "It began on Tuesday in the capital.\n", "2025-11-12 file-name"},
		{"no day in the name", "20251399-x.txt", "It began on Tuesday in the capital.\n", " none"},
		{"dateline with its year", "a.txt", "OTTAWA, Nov. 12, 2025 (CP) -- It began.\n", "2025-11-12 dateline"},
		{"French dateline", "a.txt", "OTTAWA, le 12 novembre 2025 – Les travaux ont commencé.\n", "2025-11-12 dateline"},
		{"Chinese dateline", "a.txt", "新华社北京2025年11月12日电 会谈开始。\n", "2025-11-12 dateline"},
		{"yearless dateline alone", "a.txt", "OTTAWA, Nov. 12 (CP) -- It began.\n", " none"},
		{"yearless dateline and a year in the address", "a.txt", "---\nurl: https://example.com/2025/x\n---\nOTTAWA, Nov. 12 (CP) -- It began.\n", "2025-11-12 dateline"},
		{"yearless dateline and a copyright", "a.txt", "OTTAWA, Nov. 12 (CP) -- It began.\n\nCopyright 2025 Example\n", "2025-11-12 dateline"},
		{"stamp", "a.txt", "It began\nUpdated: 2025-11-12 07:15\nIt began at dawn on Tuesday.\n", "2025-11-12 byline"},
		{"published before updated", "a.txt", "It began\nUpdated: 2025-11-12 07:15\nPublished: 2025-11-11 21:00\nIt began at dawn on Tuesday.\n", "2025-11-11 byline"},
		{"English stamp", "a.txt", "It began\nPublished January 16, 2026 10:49 AM EST\nIt began at dawn on Tuesday.\n", "2026-01-16 byline"},
		{"Chinese stamp", "a.txt", "会谈开始\n发布时间：2025-11-12\n会谈于周二开始。\n", "2025-11-12 byline"},
		{"two days apart is no conflict", "2025-11-12-x.txt", "It began\nPublished: 2025-11-14\nIt began at dawn on Tuesday.\n", "2025-11-12 file-name"},
		{"conflict", "2025-11-12-x.txt", "It began\nPublished: 2025-11-20\nIt began at dawn on Tuesday.\n", "2025-11-12 file-name, not 2025-11-20 byline"},
		{"a date in the text is none of publication", "a.txt", "It began\nThe embassy opened on 13 October 1970 in Ottawa.\n", " none"},
	} {
		t.Run(test.about, func(t *testing.T) {
			doc, _ := seed.Parse(test.name, []byte(test.text), seed.Options{})
			a := article.Read(doc)
			var got strings.Builder
			got.WriteString(fmt.Sprintf("%s %s", a.Published.Date, a.Published.Basis))
			for _, c := range a.Conflicts {
				got.WriteString(fmt.Sprintf(", not %s %s", c.Date, c.Basis))
			}
			if got.String() != test.want {
				t.Errorf("got %q, want %q", got.String(), test.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Title\nBy A\nOTTAWA, Nov. 12 (CP) -- It began. Mr. X left.\nRelated:\n- a\n")
	f.Add("标题\n新华社北京2025年11月12日电 会谈开始。\n相关阅读\n")
	f.Fuzz(func(t *testing.T, text string) {
		doc, _ := seed.Parse("a.txt", []byte(text), seed.Options{})
		a := article.Read(doc)
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
