package seed

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"buildsite/internal/source"
)

// A bodyReader reads what stands below the front matter.
type bodyReader struct {
	*reading
	doc   *Document
	start int // where the body begins in File.Text
}

// isBlank tells whether there is nothing to read.
func (b *bodyReader) isBlank() bool {
	return strings.TrimSpace(b.file.Text[b.start:]) == ""
}

// page reads the body of a page that is no seed.
func (b *bodyReader) page() {
	if t := b.open(); t != nil {
		b.hoistTitle(t)
		b.finish(t)
	}
}

// open parses and cleans a Markdown body. It returns nil if there is none.
func (b *bodyReader) open() *tree {
	if b.isBlank() {
		return nil
	}
	t := b.parseMarkdown(b.start)
	if t != nil {
		b.clean(t)
	}
	return t
}

// finish writes the HTML of a body, and checks its links by who will see them:
// entries of a chronicle have pages of their own, an article is shown as text.
func (b *bodyReader) finish(t *tree) {
	ids := b.numberHeadings(t)
	b.doc.HTML = b.render(t, t.root)
	switch b.doc.Type {
	case Article:
	case Chronicle:
		b.checkLinks(t, nil)
	default:
		b.checkLinks(t, ids)
	}
}

// markdown reads the body of a Markdown seed that says it is of the given type,
// or none.
func (b *bodyReader) markdown(typ Type) {
	t := b.open()
	if t == nil {
		t = &tree{root: ast.NewDocument()}
	}
	if typ == Event || typ == 0 && b.wordsEvent() {
		b.doc.Type = Event
		b.hoistTitle(t)
		b.finish(t)
		return
	}
	if typ != Article {
		t.partAtDates(b.doc.Lang)
	}
	c := &chronicler{reading: b.reading, prose: t.prose(), tree: t, lang: b.doc.Lang}
	if typ != 0 && len(c.blocks) == 0 && !source.HasError(b.ds) {
		b.tellNoText()
		return
	}
	if typ == 0 {
		typ = b.typeByForm(c)
	}
	b.doc.Type = typ
	b.hoistTitle(t)
	b.finish(t)
	switch typ {
	case Chronicle:
		b.take(c.prose)
		b.chronicle(c)
	case Article:
		b.take(c.prose)
	}
}

// wordsEvent tells whether the seed says in another language what an event was:
// such a text may have lines that begin with dates and is yet no chronicle.
func (b *bodyReader) wordsEvent() bool {
	meta := &b.doc.Meta
	return meta.TranslationOf.Value != "" && meta.Summary.Value != ""
}

// tellNoText reports a body that has nothing to read.
func (b *bodyReader) tellNoText() {
	b.ds = append(b.ds, source.Diagnostic{
		File: b.file.Name, Severity: source.Error, Rule: ruleEmpty, Text: "there is no text below the front matter",
		Hint: "write something, or delete the file",
	})
}

// typeByForm tells the type of a Markdown seed whose front matter does not.
func (b *bodyReader) typeByForm(c *chronicler) Type {
	switch {
	case c.isChronicle(1):
		return Chronicle
	case b.doc.Meta.TranslationOf.Value != "":
		return Event // all that is asked of a translation are its words
	case source.HasError(b.ds):
		return 0 // what is wrong with the front matter explains it
	}
	b.errorf(b.start, ruleNoDate, "this seed has no date, and its body is no list of dated entries").
		Hint = `add "date: YYYY-MM-DD" to the front matter for an event, or "type: article" for a text to read events from`
	return 0
}

// take makes the plain text the document's.
func (b *bodyReader) take(p prose) {
	b.doc.Text, b.doc.Blocks, b.doc.marks = p.text, p.blocks, p.marks
}

// chronicle reads the entries.
func (b *bodyReader) chronicle(c *chronicler) {
	b.doc.Entries = c.read()
	isBad := func(d source.Diagnostic) bool { return d.Rule == ruleBadDate }
	if len(b.doc.Entries) == 0 && !slices.ContainsFunc(b.ds, isBad) {
		b.errorf(b.start, ruleNoDate, "this chronicle has no dated entry").
			Hint = `write entries like "- 13 October 1970: what happened", or take "type: chronicle" out`
	}
}

// hoistTitle makes the heading that a body begins with the title, if there is
// no other, and takes a heading that is the title out of the body: the page
// shows its title by itself.
func (b *bodyReader) hoistTitle(t *tree) {
	h, ok := t.root.FirstChild().(*ast.Heading)
	if !ok || h.Level != 1 {
		return
	}
	w := proseWriter{tree: t}
	w.inline(h)
	says := oneLine(string(w.buf))
	title := &b.doc.Meta.Title
	if title.Value == "" {
		*title = Field[string]{says, b.file.Position(t.base + max(h.Pos(), 0))}
	}
	if title.Value == says {
		t.root.RemoveChild(t.root, h)
		t.headings = t.headings[1:]
	}
}

// numberHeadings gives every heading an id, and moves them all to begin at
// level 2: level 1 is the page's own. It returns the ids.
func (b *bodyReader) numberHeadings(t *tree) []string {
	least := 6
	for _, h := range t.headings {
		least = min(least, h.Level)
	}
	given := make(headingIDs, len(t.headings))
	ids := make([]string, len(t.headings))
	for i, h := range t.headings {
		w := proseWriter{tree: t}
		w.inline(h)
		ids[i] = given.next(string(w.buf))
		h.SetAttributeString("id", []byte(ids[i]))
		h.Level = min(6, h.Level+2-least)
	}
	return ids
}

// plain reads the body of a plain-text seed that says it is of the given type,
// or none.
func (b *bodyReader) plain(typ Type) {
	text := b.file.Text
	blocks := plainBlocks(text, b.start)
	if typ == Event {
		b.doc.Type = Event
		b.doc.HTML = plainHTML(text, blocks)
		return
	}
	if len(blocks) == 0 {
		b.tellNoText()
		return
	}
	b.doc.Type = Article
	b.doc.Text, b.doc.Blocks = text, blocks
	if typ == Article {
		return
	}
	c := &chronicler{reading: b.reading, prose: prose{text: text, blocks: blocks, extra: make([]extra, len(blocks))}, lang: b.doc.Lang}
	c.partAtDates()
	if typ == Chronicle || c.isChronicle(2) {
		b.doc.Type = Chronicle
		b.take(c.prose)
		b.chronicle(c)
	}
}
