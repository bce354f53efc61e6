package seed

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"buildsite/internal/source"
)

// A prose is a body in plain text: what [Document] takes over as Text, Blocks
// and marks, and beside it where the blocks come from.
type prose struct {
	text   string
	blocks []Block
	marks  []mark
	extra  []extra // one for each block
}

// extra is what a chronicle needs to know of a block.
type extra struct {
	node ast.Node // of Markdown, the paragraph, heading or row
	end  int      // of a list item, the index after its last block; else 0
}

// proseWriter writes the plain text of a Markdown body.
type proseWriter struct {
	tree   *tree
	buf    []byte
	blocks []Block
	marks  []mark
	extra  []extra
	inItem bool // whether the next block is the first of a list item
}

// prose returns the body without its markup. Footnotes are left out: they say
// where something is from, not what happened.
func (t *tree) prose() prose {
	w := proseWriter{tree: t, buf: make([]byte, 0, len(t.src))}
	w.container(t.root, 0, Paragraph)
	return prose{string(w.buf), w.blocks, w.marks, w.extra}
}

// container writes the blocks in n. depth is how many lists they are in, kind
// what a paragraph among them is.
func (w *proseWriter) container(n ast.Node, depth int, kind BlockKind) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			w.block(c, Heading, c.Level)
		case *ast.Paragraph, *ast.TextBlock:
			if w.inItem {
				w.block(c, Item, depth)
				continue
			}
			w.block(c, kind, 0)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			w.code(c)
		case *ast.List:
			w.container(c, depth+1, kind)
		case *ast.ListItem:
			first := len(w.blocks)
			w.inItem = true
			w.container(c, depth, kind)
			w.inItem = false
			if len(w.blocks) > first {
				w.extra[first].end = len(w.blocks)
			}
		case *ast.Blockquote:
			w.container(c, depth, Quote)
		case *east.TableHeader, *east.TableRow:
			w.block(c, Paragraph, 0)
		case *east.FootnoteList:
		default:
			w.container(c, depth, kind)
		}
	}
}

// block writes the text of n as one block.
func (w *proseWriter) block(n ast.Node, kind BlockKind, level int) {
	before := len(w.buf)
	if before > 0 {
		w.buf = append(w.buf, "\n\n"...)
	}
	start := len(w.buf)
	w.inline(n)
	w.close(before, start, Block{Kind: kind, Level: level}, n)
}

// close ends a block that began at start; before is where the text ended
// without it.
func (w *proseWriter) close(before, start int, b Block, n ast.Node) {
	w.buf = bytes.TrimRight(w.buf, " \t\n")
	for start < len(w.buf) && strings.IndexByte(" \t\n", w.buf[start]) >= 0 {
		start++
	}
	if start >= len(w.buf) {
		w.buf = w.buf[:before]
		for len(w.marks) > 0 && w.marks[len(w.marks)-1].text >= before {
			w.marks = w.marks[:len(w.marks)-1]
		}
		return
	}
	w.inItem = false
	b.Span = source.Span{Start: start, End: len(w.buf)}
	w.blocks = append(w.blocks, b)
	w.extra = append(w.extra, extra{node: n})
}

// code writes a code block with its lines.
func (w *proseWriter) code(n ast.Node) {
	before := len(w.buf)
	if before > 0 {
		w.buf = append(w.buf, "\n\n"...)
	}
	start := len(w.buf)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code := bytes.TrimRight(w.tree.src[line.Start:line.Stop], "\r\n")
		w.add(code, line.Start)
		if len(code) < line.Stop-line.Start {
			w.buf = append(w.buf, '\n')
		}
	}
	w.close(before, start, Block{Kind: Code}, n)
}

// inline writes the text of all that is in n.
func (w *proseWriter) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.run(c)
		case *ast.CodeSpan:
			w.codeSpan(c)
		case *ast.AutoLink:
			w.add(c.Label(w.tree.src), c.Pos()+1) // after the angle bracket
		case *ast.String:
			if c.IsCode() { // a line break
				w.buf = append(w.buf, '\n')
				continue
			}
			w.buf = append(w.buf, c.Value...)
		case *east.FootnoteLink, *east.FootnoteBacklink:
		case *east.TableCell:
			if c.PreviousSibling() != nil {
				w.buf = append(w.buf, '\t')
			}
			w.inline(c)
		default:
			w.inline(c)
		}
	}
}

// run writes a run of text, in which escapes and entities are resolved as the
// renderer does.
func (w *proseWriter) run(n *ast.Text) {
	src := w.tree.src[n.Segment.Start:n.Segment.Stop]
	at := n.Segment.Start
	if n.IsRaw() || bytes.IndexByte(src, '\\') < 0 && bytes.IndexByte(src, '&') < 0 {
		w.add(src, at)
	} else {
		w.escaped(src, at)
	}
	switch {
	case n.HardLineBreak():
		w.buf = append(w.buf, '\n')
	case n.SoftLineBreak():
		w.buf = append(w.buf, ' ')
	}
}

func (w *proseWriter) escaped(src []byte, at int) {
	from := 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '\\':
			if i+1 < len(src) && util.IsPunct(src[i+1]) {
				w.add(src[from:i], at+from)
				from = i + 1
				i++
			}
		case '&':
			end := bytes.IndexByte(src[i:min(len(src), i+maxEntity)], ';')
			if end < 0 {
				continue
			}
			entity := src[i : i+end+1]
			if says := util.ResolveEntityNames(util.ResolveNumericReferences(entity)); !bytes.Equal(says, entity) {
				w.add(src[from:i], at+from)
				w.add(says, at+i)
				from = i + len(entity)
				i = from - 1
			}
		}
	}
	w.add(src[from:], at+from)
}

// maxEntity is longer than the longest name of a character, with & and ;.
const maxEntity = 40

func (w *proseWriter) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			w.add(bytes.TrimRight(w.tree.src[t.Segment.Start:t.Segment.Stop], "\r\n"), t.Segment.Start)
			if bytes.HasSuffix(t.Segment.Value(w.tree.src), []byte("\n")) {
				w.buf = append(w.buf, ' ')
			}
		}
	}
}

// add writes text that stands at offset at of the body.
func (w *proseWriter) add(text []byte, at int) {
	if len(text) == 0 {
		return
	}
	m := mark{len(w.buf), w.tree.base + at}
	if n := len(w.marks); n == 0 || m.file-w.marks[n-1].file != m.text-w.marks[n-1].text {
		w.marks = append(w.marks, m)
	}
	w.buf = append(w.buf, text...)
}
