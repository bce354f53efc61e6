package seed

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// Each archive in testdata holds seeds, and after each a file of the same name
// with ".want" added: the document that was read from it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := make(map[string]string)
			for _, f := range archive.Files {
				want[f.Name] = string(f.Data)
			}
			var written []txtar.File
			for _, f := range archive.Files {
				if strings.HasSuffix(f.Name, ".want") {
					continue
				}
				doc, ds := Parse(f.Name, f.Data, Options{})
				got := dump(doc, ds)
				written = append(written, f, txtar.File{Name: f.Name + ".want", Data: []byte(got)})
				if diff := cmp.Diff(want[f.Name+".want"], got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", f.Name, diff)
				}
				checkOffsets(t, doc)
				checkVariants(t, f, got)
			}
			if *update {
				archive.Files = written
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// checkVariants reads the same seed as other editors would save it. Line
// endings change no place, a byte-order mark those in the first line.
func checkVariants(t *testing.T, f txtar.File, want string) {
	t.Helper()
	text := string(f.Data)
	for name, variant := range map[string]string{
		"CRLF": strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":   strings.ReplaceAll(text, "\n", "\r"),
		"BOM":  "\uFEFF" + text,
	} {
		doc, ds := Parse(f.Name, []byte(variant), Options{})
		got := dump(doc, ds)
		want := want
		if name == "BOM" {
			got, want = withoutFirstLine(got), withoutFirstLine(want)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s with %s (-want +got):\n%s", f.Name, name, diff)
		}
	}
}

var firstLinePos = regexp.MustCompile(`\b1:\d+\b`)

func withoutFirstLine(dump string) string { return firstLinePos.ReplaceAllString(dump, "1:") }

// dump writes what a reader may rely on, one thing a line.
func dump(doc *Document, ds []source.Diagnostic) string {
	var b strings.Builder
	for _, d := range source.Sort(ds) {
		fmt.Fprintln(&b, d)
	}
	fmt.Fprintf(&b, "type %q lang %s encoding %s\n", doc.Type, doc.Lang, doc.File.Encoding)
	dumpMeta(&b, &doc.Meta)
	for _, l := range doc.Links {
		fmt.Fprintf(&b, "link %v %s\n", l.Pos, l.Target)
	}
	for _, block := range doc.Blocks {
		kind := [...]string{Paragraph: "paragraph", Heading: "heading", Item: "item", Quote: "quote", Code: "code"}[block.Kind]
		if block.Level > 0 {
			kind = fmt.Sprintf("%s %d", kind, block.Level)
		}
		fmt.Fprintf(&b, "%s %v-%v %q\n", kind, doc.Position(block.Span.Start), doc.Position(block.Span.End), doc.Plain(block.Span))
	}
	for i := range doc.Entries {
		dumpEntry(&b, doc, &doc.Entries[i])
	}
	if doc.HTML != "" {
		b.WriteString(indent(doc.HTML))
	}
	return b.String()
}

func dumpEntry(b *strings.Builder, doc *Document, e *Entry) {
	fmt.Fprintf(b, "entry %v from %v %q\n", e.Date, doc.Position(e.Dated.Start), doc.Plain(e.Dated))
	fmt.Fprintf(b, "  title %q\n", e.Title)
	if e.Heading.Len() > 0 {
		fmt.Fprintf(b, "  heading %v-%v\n", doc.Position(e.Heading.Start), doc.Position(e.Heading.End))
	}
	fmt.Fprintf(b, "  text %v-%v %q\n", doc.Position(e.Text.Start), doc.Position(e.Text.End), doc.Plain(e.Text))
	for _, s := range e.Source {
		fmt.Fprintf(b, "  source %v %q %q %s\n", s.Pos, s.Title, s.Publisher.Value, s.URL)
	}
	b.WriteString(indent(e.HTML))
}

func indent(html string) string {
	return "  | " + strings.ReplaceAll(strings.TrimSuffix(html, "\n"), "\n", "\n  | ") + "\n"
}

func dumpMeta(b *strings.Builder, m *Meta) {
	one := func(name string, value any, pos source.Position) {
		if s := fmt.Sprint(value); s != "" && s != "0" {
			fmt.Fprintf(b, "%s %v %q\n", name, pos, s)
		}
	}
	text := func(name string, f Field[string]) { one(name, f.Value, f.Pos) }
	list := func(name string, fs []Field[string]) {
		for _, f := range fs {
			text(name, f)
		}
	}
	text("title", m.Title)
	one("date", m.Date.Value, m.Date.Pos)
	one("end", m.End.Value, m.End.Pos)
	text("kind", m.Kind)
	list("topic", m.Topics)
	list("person", m.People)
	list("place", m.Places)
	one("importance", m.Importance.Value, m.Importance.Pos)
	text("summary", m.Summary)
	for _, s := range m.Sources {
		fmt.Fprintf(b, "source %v title %q publisher %q url %q date %q side %q lang %q paraphrased %t\n",
			s.Pos, s.Title, s.Publisher.Value, s.URL, s.Date, s.Side, s.Lang, s.Paraphrased)
	}
	text("publisher", m.Publisher)
	text("url", m.URL)
	text("author", m.Author)
	if m.Draft {
		b.WriteString("draft\n")
	}
	list("alias", m.Aliases)
	text("slug", m.Slug)
	text("translation_of", m.TranslationOf)
	list("ignore", m.Ignore)
	text("note", m.Note)
	text("strength", m.Strength)
}

// checkOffsets holds the document to what its fields promise.
func checkOffsets(t testing.TB, doc *Document) {
	t.Helper()
	end := 0
	for _, b := range doc.Blocks {
		if b.Span.Start < end || b.Span.End <= b.Span.Start || b.Span.End > len(doc.Text) || !onRunes(doc.Text, b.Span) {
			t.Fatalf("block %v after %d in a text of %d", b, end, len(doc.Text))
		}
		end = b.Span.End
	}
	for _, e := range doc.Entries {
		for _, s := range []source.Span{e.Dated, e.Text, e.Heading} {
			if s.Start < 0 || s.End < s.Start || s.End > len(doc.Text) || !onRunes(doc.Text, s) {
				t.Fatalf("span %v of %q in a text of %d", s, e.Title, len(doc.Text))
			}
		}
		if e.Title == "" || e.Date.IsZero() || strings.ContainsAny(e.Title, "\r\n") {
			t.Fatalf("entry %v without title or date", e)
		}
	}
	last := source.Position{}
	for off := 0; off <= len(doc.Text); off += 1 + len(doc.Text)/500 {
		p := doc.Position(off)
		if p.Line < last.Line || p.Line == last.Line && p.Column < last.Column {
			t.Fatalf("%v at %d comes after %v", p, off, last)
		}
		last = p
	}
}

func onRunes(text string, s source.Span) bool {
	return isStart(text, s.Start) && isStart(text, s.End)
}

func isStart(text string, off int) bool { return off == len(text) || text[off]&0xC0 != 0x80 }
