package seed

import (
	"net/url"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"buildsite/internal/edtf"
	"buildsite/internal/source"
)

// entry makes an entry of a date and what text says.
func (c *chronicler) entry(d edtf.Date, dated, text source.Span) Entry {
	return Entry{Date: d, Dated: dated, Text: trim(c.text, text)}
}

// finish adds an entry that is made of the blocks from i to end and, in
// Markdown, of nodes: it gets its sources, its HTML and, unless it has one, its
// title.
func (c *chronicler) finish(e Entry, i, end int, nodes []ast.Node) {
	if c.tree != nil {
		c.finishMarkdown(&e, nodes)
	} else {
		c.finishPlain(&e, slices.Clone(c.blocks[i:end]))
	}
	if e.Title == "" && i < end {
		first := min(e.Text.End, c.blocks[i].Span.End)
		e.Title = titleOf(c.text[e.Text.Start:max(e.Text.Start, first)], c.lang)
	}
	if e.Title == "" {
		c.noText(lead{dated: e.Dated})
		return
	}
	c.entries = append(c.entries, e)
}

// finishMarkdown takes sources and HTML from nodes, whose date it cuts off.
func (c *chronicler) finishMarkdown(e *Entry, nodes []ast.Node) {
	at := c.fileOffset(e.Text.Start) - c.tree.base
	cites := citer{chronicler: c}
	for _, n := range nodes {
		cites.collect(n)
	}
	e.Source = cites.sources
	e.Text = c.uncited(e.Text, cites.labels)
	nodes = c.rowNodes(nodes)
	if len(nodes) > 0 {
		cutBefore(nodes[0], at)
	}
	e.HTML = c.render(c.tree, nodes...)
}

// finishPlain takes sources and HTML from the entry's text, which is blocks. The
// entry is the item that they begin with; what is nested in it is a list.
func (c *chronicler) finishPlain(e *Entry, blocks []Block) {
	if len(blocks) > 0 {
		blocks[0].Span.Start = max(blocks[0].Span.Start, e.Text.Start)
		if blocks[0].Kind == Item {
			blocks[0].Kind = Paragraph
		}
		outdent(blocks)
	}
	var labels []string
	e.Source, labels = c.plainSources(e.Text)
	e.Text = c.uncited(e.Text, labels)
	e.HTML = plainHTML(c.text, blocks)
}

// outdent lets the items of blocks begin at depth one.
func outdent(blocks []Block) {
	least := 0
	for _, b := range blocks {
		if b.Kind == Item && (least == 0 || b.Level < least) {
			least = b.Level
		}
	}
	for i := range blocks {
		if blocks[i].Kind == Item {
			blocks[i].Level -= least - 1
		}
	}
}

// isRow tells whether block i is a row of a table.
func (c *chronicler) isRow(i int) bool {
	n := c.extra[i].node
	return n != nil && (n.Kind() == east.KindTableRow || n.Kind() == east.KindTableHeader)
}

// rowNodes turns rows of tables into paragraphs, the cells one after the other.
func (c *chronicler) rowNodes(nodes []ast.Node) []ast.Node {
	for i, n := range nodes {
		if n.Kind() != east.KindTableRow && n.Kind() != east.KindTableHeader {
			continue
		}
		block := ast.NewTextBlock()
		for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if block.HasChildren() && cell.HasChildren() && cell != n.FirstChild().NextSibling() {
				block.AppendChild(block, ast.NewString([]byte(" – ")))
			}
			for child := cell.FirstChild(); child != nil; child = cell.FirstChild() {
				block.AppendChild(block, child)
			}
		}
		nodes[i] = block
	}
	return nodes
}

// cutBefore takes out of n all text before the offset at of the body. It
// reports whether it came to text that stays.
func cutBefore(n ast.Node, at int) bool {
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling()
		switch t := child.(type) {
		case *ast.Text:
			if t.Segment.Stop > at {
				t.Segment.Start = max(t.Segment.Start, at)
				return true
			}
			n.RemoveChild(n, child)
		case *ast.AutoLink:
			if t.Pos() >= at {
				return true
			}
			n.RemoveChild(n, child)
		default:
			if child.HasChildren() && cutBefore(child, at) {
				return true
			}
			n.RemoveChild(n, child)
		}
		child = next
	}
	return false
}

// A citer collects the links of an entry as its sources.
type citer struct {
	*chronicler
	sources []Source
	labels  []string // what each link says, as in the text
}

func (c *citer) collect(n ast.Node) {
	switch n := n.(type) {
	case *ast.Link:
		c.add(n, string(n.Destination), c.says(n))
		return
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL {
			c.add(n, string(n.URL(c.tree.src)), string(n.Label(c.tree.src)))
		}
		return
	case *east.FootnoteLink:
		c.footnote(n)
		return
	case *ast.Text:
		c.bare(n)
		return
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.collect(child)
	}
}

// says returns the plain text of n.
func (c *citer) says(n ast.Node) string {
	w := proseWriter{tree: c.tree}
	w.inline(n)
	return string(w.buf)
}

// footnote collects from the footnote that n points at, and takes the mark out:
// the footnote stands at the end of the whole body, where no entry is.
func (c *citer) footnote(n *east.FootnoteLink) {
	list, ok := c.tree.root.LastChild().(*east.FootnoteList)
	if !ok {
		return
	}
	for note := list.FirstChild(); note != nil; note = note.NextSibling() {
		if f, ok := note.(*east.Footnote); ok && f.Index == n.Index {
			inner := citer{chronicler: c.chronicler}
			for child := f.FirstChild(); child != nil; child = child.NextSibling() {
				inner.collect(child)
			}
			c.sources = append(c.sources, inner.sources...)
		}
	}
}

// bare collects the addresses that stand in a text as they are.
func (c *citer) bare(n *ast.Text) {
	s := string(n.Segment.Value(c.tree.src))
	for from := 0; ; {
		span, ok := findURL(s[from:])
		if !ok {
			return
		}
		address := span.Of(s[from:])
		c.sources = append(c.sources, c.source(address, address, c.tree.base+n.Segment.Start+from+span.Start))
		c.labels = append(c.labels, address)
		from += span.End
	}
}

func (c *citer) add(n ast.Node, target, says string) {
	if kind, _ := kindOfLink(target); kind == toSite {
		c.sources = append(c.sources, c.source(target, says, c.tree.base+max(n.Pos(), 0)))
		c.labels = append(c.labels, says)
	}
}

// maxPublisher is how many words a link says at most where it names a publisher
// rather than a headline.
const maxPublisher = 4

// source makes a source of a link that says something and stands at off of the
// file's text.
func (c *chronicler) source(address, says string, off int) Source {
	s := Source{URL: address, Pos: c.file.Position(off)}
	says = oneLine(says)
	switch {
	case says == address:
		if u, err := url.Parse(address); err == nil {
			s.Publisher = Field[string]{strings.TrimPrefix(u.Hostname(), "www."), s.Pos}
		}
	case len(strings.Fields(says)) <= maxPublisher && len(says) <= 40:
		s.Publisher = Field[string]{says, s.Pos}
	default:
		s.Title = says
	}
	return s
}

// plainSources returns the addresses in a stretch of plain text as sources.
func (c *chronicler) plainSources(text source.Span) (sources []Source, labels []string) {
	s := text.Of(c.text)
	for from := 0; ; {
		span, ok := findURL(s[from:])
		if !ok {
			return sources, labels
		}
		address := span.Of(s[from:])
		sources = append(sources, c.source(address, address, text.Start+from+span.Start))
		labels = append(labels, address)
		from += span.End
	}
}

// uncited returns text without the brackets at its end that hold nothing but
// what the labels of its links say: they tell where it is from.
func (c *chronicler) uncited(text source.Span, labels []string) source.Span {
	s := strings.TrimRight(text.Of(c.text), " .。\n")
	inner, ok := strings.CutSuffix(s, ")")
	if !ok {
		inner, ok = strings.CutSuffix(s, "）")
	}
	if !ok {
		return text
	}
	for i := len(labels) - 1; i >= 0; i-- {
		inner = strings.TrimRight(inner, " ,;，；、\n")
		if inner, ok = strings.CutSuffix(inner, labels[i]); !ok {
			return text
		}
		before := withoutSee(inner)
		for _, open := range []string{"(", "（"} {
			if rest, ok := strings.CutSuffix(before, open); ok {
				return trim(c.text, source.Span{Start: text.Start, End: text.Start + len(rest)})
			}
		}
	}
	return text
}

// seeWords introduce a source in brackets.
var seeWords = [...]string{"see", "see also", "source", "sources", "via", "from", "voir", "d'après", "selon", "见", "参见", "来源", "據", "据"}

// withoutSee returns s without such a word at its end.
func withoutSee(s string) string {
	s = strings.TrimRight(s, " :：\n\u00a0")
	for _, w := range seeWords {
		if len(s) > len(w) && strings.EqualFold(s[len(s)-len(w):], w) && strings.ContainsAny(s[:len(s)-len(w)][max(0, len(s)-len(w)-3):], "(（") {
			return strings.TrimRight(s[:len(s)-len(w)], " \n")
		}
	}
	return s
}
