package seed

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// cleaner goes through a parsed body and takes out what must not be published:
// raw HTML, images, links with other schemes than those allowed. It tells of
// each. What stays is made ready: links to other sites are marked, links within
// this one collected, table cells aligned by class.
type cleaner struct {
	*reading
	tree *tree
}

// clean does so for the whole body.
func (p *reading) clean(t *tree) {
	c := cleaner{reading: p, tree: t}
	c.children(t.root)
}

func (c *cleaner) children(n ast.Node) {
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling()
		c.node(n, child)
		child = next
	}
}

// node cleans n, a child of parent.
func (c *cleaner) node(parent, n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		if start := bytes.TrimSpace(linesOf(n, c.tree.src)); !bytes.HasPrefix(start, []byte("<!--")) {
			c.tellHTML(n, start)
		}
		parent.RemoveChild(parent, n)
		return
	case *ast.RawHTML:
		c.rawHTML(parent, n)
		return
	case *ast.Image:
		c.warnf(c.at(n), ruleImage, "an image, which is left out").Hint = "take it out; pages show text only"
		parent.RemoveChild(parent, n)
		return
	case *ast.Link:
		c.children(n)
		if !c.link(n, string(n.Destination)) {
			unwrap(parent, n)
		}
		return
	case *ast.AutoLink:
		if !c.autoLink(n) {
			label := ast.NewString(n.Label(c.tree.src))
			label.SetRaw(true)
			parent.ReplaceChild(parent, n, label)
		}
		return
	case *ast.Text:
		if n.SoftLineBreak() && joinsLines(n, c.tree.src) {
			n.SetSoftLineBreak(false)
		}
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		withoutReturns(n, c.tree.src)
		return
	case *ast.Heading:
		c.tree.headings = append(c.tree.headings, n)
	case *east.TableCell:
		if n.Alignment == east.AlignRight || n.Alignment == east.AlignCenter {
			n.SetAttributeString("class", []byte("align-"+n.Alignment.String()))
		}
	}
	c.children(n)
	if n.Kind() == ast.KindParagraph && !n.HasChildren() {
		parent.RemoveChild(parent, n) // it held an image and nothing else
	}
}

// at returns the offset in File.Text where n stands.
func (c *cleaner) at(n ast.Node) int {
	return c.tree.base + min(max(n.Pos(), 0), len(c.tree.src))
}

// linesOf returns the first line of a block as written.
func linesOf(n ast.Node, src []byte) []byte {
	if n.Lines().Len() == 0 {
		return nil
	}
	first := n.Lines().At(0)
	return first.Value(src)
}

// rawHTML takes out a tag. A line break is kept, a comment needs no telling.
func (c *cleaner) rawHTML(parent ast.Node, n *ast.RawHTML) {
	tag := n.Segments.Value(c.tree.src)
	switch {
	case isLineBreak(tag):
		br := ast.NewString([]byte("<br>\n"))
		br.SetCode(true)
		parent.ReplaceChild(parent, n, br)
		return
	case !bytes.HasPrefix(tag, []byte("<!--")) && !bytes.HasPrefix(tag, []byte("</")):
		c.tellHTML(n, tag)
	}
	parent.RemoveChild(parent, n)
}

func isLineBreak(tag []byte) bool {
	name := bytes.Trim(tag, "</> ")
	return bytes.EqualFold(name, []byte("br"))
}

func (c *cleaner) tellHTML(n ast.Node, tag []byte) {
	name := strings.TrimLeft(string(tag), "</!? ")
	if end := strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end >= 0 {
		name = name[:end]
	}
	c.warnf(c.at(n), ruleRawHTML, "HTML (<%s>) in the text, which is left out", name).
		Hint = "write Markdown instead, or \\< where a < is meant"
}

// joinsLines tells whether the line that ends with n and the next are one
// without a space between: both have Chinese there.
func joinsLines(n *ast.Text, src []byte) bool {
	last, _ := utf8.DecodeLastRune(n.Segment.Value(src))
	if !isWide(last) {
		return false
	}
	var next ast.Node = n.NextSibling()
	for next != nil && next.HasChildren() {
		next = next.FirstChild()
	}
	following, ok := next.(*ast.Text)
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRune(following.Segment.Value(src))
	return isWide(first)
}

// isWide tells whether r is a Chinese character or punctuation mark, beside
// which a line break stands for nothing.
func isWide(r rune) bool {
	if r < 0x2E80 {
		return false
	}
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF5E
}

// withoutReturns takes the carriage returns from the line endings of code.
func withoutReturns(n ast.Node, src []byte) {
	lines := text.NewSegments()
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if !bytes.HasSuffix(src[line.Start:line.Stop], []byte("\r\n")) {
			lines.Append(line)
			continue
		}
		lines.Append(line.WithStop(line.Stop - 2))
		lines.Append(text.NewSegment(line.Stop-1, line.Stop))
	}
	n.SetLines(lines)
}

// unwrap puts the children of n in its place.
func unwrap(parent, n ast.Node) {
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		parent.InsertBefore(parent, n, child)
	}
	parent.RemoveChild(parent, n)
}

// autoLink makes a link in angle brackets ready. It reports false if it must
// not stay.
func (c *cleaner) autoLink(n *ast.AutoLink) bool {
	if n.AutoLinkType == ast.AutoLinkEmail {
		return true
	}
	return c.link(n, string(n.URL(c.tree.src)))
}
