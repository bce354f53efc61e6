package seed

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"buildsite/internal/rule"
)

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, a := range archive.Files {
			if !strings.HasSuffix(a.Name, ".want") {
				f.Add(a.Data, strings.HasSuffix(a.Name, ".md"))
			}
		}
	}
	for _, s := range []string{"---", "+++", "---\n---", "+++\n+++\n", "---\r---\r", "\n\n---\na: b\n---", "---\n'", "+++\na.'b'.c={d=[1,{e='x'}]}\n+++", "* * *\n> - 1. x", "|a|\n|-|\n|1970: x|"} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, raw []byte, isMarkdown bool) {
		name := "x.txt"
		if isMarkdown {
			name = "x.md"
		}
		doc, ds := Parse(name, raw, Options{})
		if doc == nil || doc.File == nil {
			t.Fatal("no document")
		}
		checkOffsets(t, doc)
		for _, d := range ds {
			if d.Text == "" || d.Rule == "" || d.Hint == "" || d.Severity == 0 {
				t.Fatalf("incomplete: %+v", d)
			}
			if _, ok := rule.Find(d.Rule); !ok {
				t.Fatalf("rule %q is not listed", d.Rule)
			}
		}
		checkHTML(t, doc.HTML)
		for _, e := range doc.Entries {
			checkHTML(t, e.HTML)
			if utf8.RuneCountInString(e.Title) > maxTitle {
				t.Fatalf("long title %q", e.Title)
			}
		}
	})
}

// checkHTML looks for what must never be in a page, in tags and attributes as
// they would be read.
func checkHTML(t *testing.T, html string) {
	t.Helper()
	if !utf8.ValidString(html) {
		t.Fatalf("invalid UTF-8 in %q", html)
	}
	for rest := html; ; {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			return
		}
		rest = rest[i+1:]
		end := strings.IndexByte(rest, '>')
		if end < 0 {
			t.Fatalf("open tag in %q", html)
		}
		checkTag(t, rest[:end], html)
		rest = rest[end:]
	}
}

// tags are the names of the elements that bodies are made of.
const tags = " p h1 h2 h3 h4 h5 h6 em strong a code pre blockquote ul ol li br hr del table thead tbody tr th td sup div "

func checkTag(t *testing.T, tag, html string) {
	t.Helper()
	name, attrs, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
	if !strings.Contains(tags, " "+name+" ") {
		t.Fatalf("tag <%s> in %q", tag, html)
	}
	for attrs != "" {
		key, rest, ok := strings.Cut(attrs, `="`)
		value, after, closed := strings.Cut(rest, `"`)
		if !ok || !closed {
			t.Fatalf("attributes %q in %q", attrs, html)
		}
		switch strings.TrimSpace(key) {
		case "href":
			if scheme, has := schemeOf(value); has && scheme != "http" && scheme != "https" && scheme != "mailto" || strings.HasPrefix(value, "//") {
				t.Fatalf("link to %q in %q", value, html)
			}
		case "id", "class", "rel", "title", "role", "start":
		default:
			t.Fatalf("attribute %q in %q", key, html)
		}
		attrs = after
	}
}
