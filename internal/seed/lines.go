package seed

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// partAtDates makes paragraphs of their own of the lines of a paragraph that
// each begin with a date, for which Markdown wants a blank line in between and
// most who paste a list leave none.
func (t *tree) partAtDates(l lang.Lang) {
	for n := t.root.FirstChild(); n != nil; n = n.NextSibling() {
		if p, ok := n.(*ast.Paragraph); ok && p.Lines().Len() > 1 {
			t.partParagraph(p, l)
		}
	}
}

// partParagraph parts p before each of its lines that opens an entry, if the
// first one does.
func (t *tree) partParagraph(p *ast.Paragraph, l lang.Lang) {
	before, within := "", edtf.Date{}
	var at []int // offsets of the lines that open an entry
	for i := range p.Lines().Len() {
		segment := p.Lines().At(i)
		line := strings.TrimSpace(emphasisMarks.Replace(string(segment.Value(t.src))))
		c := chronicler{prose: prose{text: line}, lang: l}
		lead := c.leadIn(Block{Kind: Paragraph, Span: source.Span{End: len(line)}}, nil, within)
		switch {
		case i == 0 && !lead.found():
			return
		case i > 0 && lead.opensEntry(line, before):
			at = append(at, segment.Start)
		}
		if lead.found() {
			within = lead.date
		}
		before = line
	}
	for i := len(at) - 1; i >= 0; i-- {
		t.partBefore(p, at[i])
	}
}

// emphasisMarks takes away what may stand around the date of a line.
var emphasisMarks = strings.NewReplacer("*", "", "_", "")

// partBefore moves what p has from the offset on into a paragraph after it. A
// line break within emphasis or a link parts nothing.
func (t *tree) partBefore(p *ast.Paragraph, at int) {
	var breaks *ast.Text
	for n := p.FirstChild(); n != nil; n = n.NextSibling() {
		text, ok := n.(*ast.Text)
		if ok && (text.SoftLineBreak() || text.HardLineBreak()) && text.Segment.Stop <= at {
			breaks = text
		}
	}
	if breaks == nil || breaks.NextSibling() == nil || bytes.Count(t.src[breaks.Segment.Stop:at], []byte("\n")) != 1 {
		return
	}
	rest := ast.NewParagraph()
	for n := breaks.NextSibling(); n != nil; n = breaks.NextSibling() {
		rest.AppendChild(rest, n)
	}
	breaks.SetSoftLineBreak(false)
	breaks.SetHardLineBreak(false)
	t.root.InsertAfter(t.root, p, rest)
}
