package seed

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/source"
)

// maxWrapped is how many columns the middle line of a hard-wrapped text has at
// most. A Chinese character takes two.
const maxWrapped = 90

// lineForm is what a line of plain text looks like by itself.
type lineForm struct {
	kind  BlockKind // zero for a line that says nothing
	span  source.Span
	level int // of a heading; of an item, its indent
}

// plainBlocks parts the text from start on into blocks. A line is a paragraph,
// as in pasted articles, unless the text is wrapped by hand: then a paragraph
// goes on to the next blank line.
func plainBlocks(text string, start int) []Block {
	lines := lineForms(text, start)
	wrapped := isWrapped(text, lines)
	blocks := make([]Block, 0, len(lines))
	var indents []int // of the items that the next one may belong to
	open := false     // whether the next line may go on the last block
	for _, l := range lines {
		switch {
		case l.kind == 0:
			open = false
		case l.kind == Paragraph && open && wrapped && !opensParagraph(text, l, blocks[len(blocks)-1]):
			blocks[len(blocks)-1].Span.End = l.span.End
		case l.kind == Item:
			for len(indents) > 0 && indents[len(indents)-1] >= l.level {
				indents = indents[:len(indents)-1]
			}
			indents = append(indents, l.level)
			blocks = append(blocks, Block{Item, l.span, len(indents)})
			open = true
		default:
			indents = indents[:0]
			blocks = append(blocks, Block{l.kind, l.span, l.level})
			open = l.kind == Paragraph
		}
	}
	return blocks
}

// opensParagraph tells whether a line of wrapped text begins a new paragraph by
// its indent alone: that of two full-width spaces, or one deeper than that of
// the paragraph before.
func opensParagraph(text string, l lineForm, before Block) bool {
	if before.Kind != Paragraph {
		return false
	}
	indent := func(off int) string {
		return text[strings.LastIndexAny(text[:off], "\r\n")+1 : off]
	}
	own := indent(l.span.Start)
	return strings.HasPrefix(own, "\u3000") || columns(own) > columns(indent(before.Span.Start))
}

// partAtDates parts the paragraphs of a text that is wrapped by hand before each
// line that begins with a date, and after each that is nothing else: there an
// entry begins, whether or not a blank line is left.
func (c *chronicler) partAtDates() {
	if !slices.ContainsFunc(c.blocks, func(b Block) bool { return strings.ContainsAny(b.Span.Of(c.text), "\r\n") }) {
		return
	}
	var out []Block
	within := edtf.Date{} // the last date so far: it has the year that a line may leave out
	alone := false        // whether the line before is nothing but a date
	for _, b := range c.blocks {
		for at := b.Span.Start; at < b.Span.End; at = lineEnd(c.text, at) {
			line := Block{Kind: Paragraph, Span: trim(c.text, source.Span{Start: at, End: min(lineEnd(c.text, at), b.Span.End)})}
			if at == b.Span.Start {
				line.Kind, line.Level = b.Kind, b.Level
			}
			l := c.leadIn(line, nil, within)
			if at == b.Span.Start || alone || c.opensEntry(l, out[len(out)-1]) {
				out = append(out, line)
			} else {
				out[len(out)-1].Span.End = line.Span.End
			}
			if l.found() {
				within = l.date
			}
			alone = l.found() && l.rest >= line.Span.End
		}
	}
	c.blocks, c.extra = out, make([]extra, len(out))
}

// opensEntry tells whether a line with the lead l begins an entry rather than
// goes on with the block before.
func (c *chronicler) opensEntry(l lead, before Block) bool {
	return l.opensEntry(c.text, before.Span.Of(c.text))
}

// lineForms looks at each line from start on.
func lineForms(text string, start int) []lineForm {
	forms := make([]lineForm, 0, strings.Count(text[start:], "\n")+1)
	for start < len(text) {
		end := lineEnd(text, start)
		forms = append(forms, formOf(text, source.Span{Start: start, End: end}))
		start = end
	}
	return forms
}

// formOf tells what a line is. Its span is without the mark of a heading or an
// item, and without surrounding space.
func formOf(text string, line source.Span) lineForm {
	span := trim(text, line)
	s := span.Of(text)
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return lineForm{span: span} // blank, or a rule such as "* * *"
	}
	if marks := len(s) - len(strings.TrimLeft(s, "#")); marks >= 1 && marks <= 6 && marks < len(s) && isBlank(s[marks]) {
		span.Start += marks
		return lineForm{Heading, trim(text, span), marks}
	}
	if n := itemMark(s); n > 0 {
		inner := trim(text, source.Span{Start: span.Start + n, End: span.End})
		return lineForm{Item, inner, columns(text[line.Start:span.Start])}
	}
	return lineForm{Paragraph, span, 0}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// trim returns span without the space at its ends.
func trim(text string, span source.Span) source.Span {
	s := span.Of(text)
	span.End -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	s = span.Of(text)
	span.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	return span
}

// bullets holds the characters that a list item may begin with.
const bullets = "-*+•·‣◦▪●–—"

// itemMark returns how many bytes the mark of a list item at the start of s
// takes, 0 if there is none: a bullet, or a number with a dot or a bracket, and
// space.
func itemMark(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r < '0' || r > '9' {
		if !strings.ContainsRune(bullets, r) || r == utf8.RuneError {
			return 0
		}
		after, _ := utf8.DecodeRuneInString(s[n:])
		if unicode.IsSpace(after) && strings.TrimSpace(s[n:]) != "" || r > utf8.RuneSelf && strings.ContainsRune("•·‣◦▪●", r) && n < len(s) {
			return n
		}
		return 0
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 3 || digits+1 >= len(s) || s[digits] != '.' && s[digits] != ')' || !isBlank(s[digits+1]) {
		return 0
	}
	return digits + 1
}

// columns returns how far s reaches on a screen: a Chinese character takes two
// columns, a tab goes to the next multiple of four.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4 - n%4
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// isWrapped tells whether the paragraphs of a text are wrapped by hand: lines
// of prose follow each other without a blank one between, they are short, and
// most of those that are followed by another end in the middle of a sentence.
func isWrapped(text string, lines []lineForm) bool {
	var widths []int
	midway := 0
	for i := 0; i+1 < len(lines); i++ {
		if !isProse(lines[i].kind) || lines[i+1].kind != Paragraph {
			continue
		}
		s := lines[i].span.Of(text)
		widths = append(widths, columns(s))
		if !endsSentence(s) {
			midway++
		}
	}
	if len(widths) == 0 {
		return false
	}
	slices.Sort(widths)
	return widths[len(widths)/2] <= maxWrapped && midway*2 > len(widths)
}

func isProse(k BlockKind) bool { return k == Paragraph || k == Item }

// endsSentence tells whether s ends as a sentence does, closing quotes and
// brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»）)】」』 `)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？：；", r)
}

// plainHTML returns blocks of plain text as HTML: paragraphs, headings a level
// down, lists. Addresses become links.
func plainHTML(text string, blocks []Block) string {
	var b strings.Builder
	depth := 0
	for _, block := range blocks {
		want := 0
		if block.Kind == Item {
			want = block.Level
		}
		depth = changeDepth(&b, depth, want)
		says := linked(oneLine(block.Span.Of(text)))
		switch block.Kind {
		case Item:
			b.WriteString("<li>" + says)
		case Heading:
			tag := "h" + string("0234566"[block.Level])
			b.WriteString("<" + tag + ">" + says + "</" + tag + ">\n")
		default:
			b.WriteString("<p>" + says + "</p>\n")
		}
	}
	changeDepth(&b, depth, 0)
	return b.String()
}

// changeDepth opens and closes lists so that an item of depth want can follow
// what is at depth now, and returns the new depth.
func changeDepth(b *strings.Builder, now, want int) int {
	switch {
	case want > now:
		b.WriteString("<ul>\n") // one at a time: no item is without its parent
		return now + 1
	case now > 0:
		b.WriteString("</li>\n")
	}
	for ; now > want; now-- {
		b.WriteString("</ul>\n")
		if now > 1 {
			b.WriteString("</li>\n")
		}
	}
	return now
}

// linked escapes s and makes links of the web addresses in it.
func linked(s string) string {
	var b strings.Builder
	for {
		span, ok := findURL(s)
		if !ok {
			b.WriteString(html.EscapeString(s))
			return b.String()
		}
		address := html.EscapeString(span.Of(s))
		b.WriteString(html.EscapeString(s[:span.Start]))
		b.WriteString(`<a href="` + address + `" rel="external nofollow">` + address + "</a>")
		s = s[span.End:]
	}
}

// findURL returns the first web address in s, without the punctuation that the
// sentence around it has put at its end.
func findURL(s string) (source.Span, bool) {
	for from := 0; ; {
		i := strings.Index(s[from:], "http")
		if i < 0 {
			return source.Span{}, false
		}
		start := from + i
		end := start + strings.IndexFunc(s[start:]+" ", func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsControl(r) || isWide(r) || strings.ContainsRune(`<>"“”‘’«»`, r)
		})
		address := strings.TrimRight(s[start:end], ".,;:!?'")
		if strings.HasSuffix(address, ")") && strings.Count(address, "(") < strings.Count(address, ")") {
			address = strings.TrimRight(address[:len(address)-1], ".,;:!?'")
		}
		if scheme, _ := schemeOf(address); (scheme == "http" || scheme == "https") && webProblem(address) == "" {
			return source.Span{Start: start, End: start + len(address)}, true
		}
		from = start + len("http")
	}
}
