package seed

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Bounds on Markdown. The renderer takes time and memory out of all proportion
// for a few inputs that no editor writes on purpose.
const (
	maxMarkdown  = 512 << 10 // bytes of a body
	maxHTML      = 8 << 20   // bytes of its HTML
	maxCells     = 200_000   // of its tables, empty ones that are filled up included
	maxNesting   = 32        // list and quotation marks at the head of one line
	maxFootnotes = 1000      // marks and texts of footnotes together
	maxBrackets  = 300       // opening brackets in one paragraph, the rest of which is plain text
	maxStars     = 2000      // runs of * and _ in one paragraph, likewise
	maxTargets   = 2000      // lines that may define the target of a link
)

// markdown is the one way Markdown is read and written here: CommonMark with
// tables, strikethrough and footnotes, raw HTML off. It is safe for concurrent
// use.
var markdown = goldmark.New(
	goldmark.WithExtensions(
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
		extension.Strikethrough,
		extension.Footnote,
	),
	goldmark.WithParserOptions(parser.WithInlineParsers(
		util.Prioritized(bracketGuard{}, 50), // before links and footnotes
		util.Prioritized(emphasis{}, 499),    // just before the emphasis it replaces
	)),
)

// tree is a parsed Markdown body.
type tree struct {
	root     ast.Node
	src      []byte         // the body
	base     int            // its offset in File.Text
	headings []*ast.Heading // all of them, once the body is clean
	links    []link         // likewise those within the site
}

// parseMarkdown parses the body that begins at start. It returns nil if the
// body cannot be taken, which it reports.
func (p *reading) parseMarkdown(start int) (t *tree) {
	if !p.bounded(start) {
		return nil
	}
	src := loneReturns([]byte(p.file.Text[start:]))
	defer p.rescue(start, func() { t = nil })
	pc := parser.NewContext()
	cost := load{cut: -1}
	pc.Set(loadKey, &cost)
	root := markdown.Parser().Parse(text.NewReader(src), parser.WithContext(pc))
	if cost.cut >= 0 {
		p.warnf(start+cost.cut, ruleTooLarge, "too many links or emphases in one paragraph; from here on it is shown as it is written").
			Hint = "part the paragraph by blank lines"
	}
	return &tree{root: root, src: src, base: start}
}

// rescue turns a panic of the Markdown library into a diagnostic for this one
// file; clear then takes back what the caller would return.
func (p *reading) rescue(start int, clear func()) {
	if cause := recover(); cause != nil {
		p.errorf(start, ruleBadMarkdown, "this body cannot be rendered: %v", cause).
			Hint = "simplify the Markdown; tables and footnotes are the likeliest cause"
		clear()
	}
}

// loneReturns makes line feeds of the carriage returns that end a line by
// themselves, which neither Markdown nor TOML knows. It changes text in place.
func loneReturns(text []byte) []byte {
	for i := bytes.IndexByte(text, '\r'); i >= 0 && i < len(text); i++ {
		if text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			text[i] = '\n'
		}
	}
	return text
}

// bounded reports a body that would cost too much.
func (p *reading) bounded(start int) bool {
	if size := len(p.file.Text) - start; size > maxMarkdown {
		p.errorf(start, ruleTooLarge, "the body has %d bytes, more than the %d of Markdown that are read", size, maxMarkdown).
			Hint = "split it into several seeds"
		return false
	}
	body := p.file.Text[start:]
	columns, lines, targets, off := 0, 0, 0, 0
	for line := range eachLine(body) {
		lines++
		if isDelimiterRow(line) {
			columns = max(columns, strings.Count(line, "|")+1)
		}
		if isTarget(line) {
			targets++
		}
		if nesting(line) > maxNesting {
			p.errorf(start+off, ruleTooLarge, "lists and quotations nest too deep in this line").Hint = "take some of the marks away"
			return false
		}
		off += len(line)
	}
	switch {
	case columns*lines > maxCells:
		p.errorf(start, ruleTooLarge, "a table of %d columns in a body of %d lines is too large", columns, lines).Hint = "make the table narrower"
	case targets > maxTargets:
		p.errorf(start, ruleTooLarge, "the body defines more than %d targets of links", maxTargets).Hint = "split it into several seeds"
	case strings.Count(body, "[^") > maxFootnotes:
		p.errorf(start, ruleTooLarge, "the body has more than %d footnotes and marks", maxFootnotes).Hint = "split it into several seeds"
	default:
		return true
	}
	return false
}

// isTarget tells whether line may define the target of links: "[name]: …".
func isTarget(line string) bool {
	line = strings.TrimLeft(line, " \t>")
	return strings.HasPrefix(line, "[") && strings.Contains(line, "]:")
}

// isDelimiterRow tells whether line may be the one that makes a table.
func isDelimiterRow(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, " \t\r\n|:->") == ""
}

// nesting counts the marks of lists and quotations that line begins with. A
// rule ("* * *") has none.
func nesting(line string) int {
	n := 0
	rule := true
	for first := byte(0); ; n++ {
		line = strings.TrimLeft(line, " \t")
		digits := line
		if line = strings.TrimLeft(line, "0123456789"); line == "" {
			break
		}
		mark := line[0]
		if !isNestingMark(line, len(digits) > len(line)) {
			return n
		}
		if first == 0 {
			first = mark
		}
		rule = rule && mark == first && (mark == '-' || mark == '*')
		line = line[1:]
	}
	if rule {
		return 0
	}
	return n
}

// isNestingMark tells whether line begins with the mark of a quotation or of a
// list item, whose number, if there is one, was cut off.
func isNestingMark(line string, numbered bool) bool {
	switch line[0] {
	case '>':
		return true
	case '-', '+', '*', '.', ')':
		spaced := len(line) == 1 || strings.IndexByte(" \t\r\n", line[1]) >= 0
		return spaced && numbered == (line[0] == '.' || line[0] == ')')
	}
	return false
}

// render returns the HTML of nodes.
func (p *reading) render(t *tree, nodes ...ast.Node) (out string) {
	defer p.rescue(t.base, func() { out = "" })
	size := 512
	if len(nodes) == 1 && nodes[0] == t.root {
		size = len(t.src) + len(t.src)/2
	}
	w := &htmlWriter{buf: make([]byte, 0, size)}
	for _, n := range nodes {
		if n.Kind() == ast.KindTextBlock { // in a list without blank lines
			_, _ = w.WriteString("<p>")
		}
		if err := markdown.Renderer().Render(w, t.src, n); err != nil {
			p.errorf(t.base, ruleBadMarkdown, "this body cannot be rendered: %v", err).Hint = "simplify the Markdown"
			return ""
		}
		if n.Kind() == ast.KindTextBlock {
			w.buf = bytes.TrimRight(w.buf, "\n")
			_, _ = w.WriteString("</p>\n")
		}
	}
	if w.over {
		p.errorf(t.base, ruleTooLarge, "the body makes more than %d bytes of HTML", maxHTML).Hint = "split it into several seeds"
		return ""
	}
	return string(w.buf)
}

// htmlWriter collects HTML up to a bound. It spares the renderer the buffer
// that it puts before any other writer.
type htmlWriter struct {
	buf  []byte
	over bool
}

func (w *htmlWriter) Write(b []byte) (int, error) {
	if len(w.buf)+len(b) > maxHTML {
		w.over = true
		return len(b), nil
	}
	w.buf = append(w.buf, b...)
	return len(b), nil
}

func (w *htmlWriter) WriteString(s string) (int, error) {
	if len(w.buf)+len(s) > maxHTML {
		w.over = true
		return len(s), nil
	}
	w.buf = append(w.buf, s...)
	return len(s), nil
}

func (w *htmlWriter) WriteByte(c byte) error {
	_, err := w.Write([]byte{c})
	return err
}

func (w *htmlWriter) WriteRune(r rune) (int, error) { return w.WriteString(string(r)) }
func (w *htmlWriter) Available() int                { return maxHTML - len(w.buf) }
func (w *htmlWriter) Buffered() int                 { return 0 }
func (w *htmlWriter) Flush() error                  { return nil }

// loadKey is where the load of a parse is kept.
var loadKey = parser.NewContextKey()

// load counts what costs the square of its number in the block that is parsed.
type load struct {
	block           ast.Node
	brackets, stars int
	cut             int // where the first block became plain text, or -1
}

// loadOf returns the load of a block.
func loadOf(block ast.Node, pc parser.Context) *load {
	l, ok := pc.Get(loadKey).(*load)
	if !ok {
		return &load{}
	}
	if l.block != block {
		*l = load{block: block, cut: l.cut}
	}
	return l
}

// restOfLine takes the rest of the reader's line as plain text.
func (l *load) restOfLine(block text.Reader) ast.Node {
	line, segment := block.PeekLine()
	n := len(bytes.TrimRight(line, "\r\n"))
	if l.cut < 0 {
		l.cut = segment.Start
	}
	block.Advance(n)
	return ast.NewTextSegment(segment.WithStop(segment.Start + n))
}

// bracketGuard makes plain text of what follows too many brackets.
type bracketGuard struct{}

func (bracketGuard) Trigger() []byte { return []byte{'[', '!'} }

func (bracketGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); line[0] == '!' && !bytes.HasPrefix(line, []byte("![")) {
		return nil
	}
	l := loadOf(parent, pc)
	if l.brackets++; l.brackets <= maxBrackets {
		return nil
	}
	return l.restOfLine(block)
}

// emphasis is the emphasis of CommonMark but for what it does to Chinese. There
// a mark counts as closing only if space or punctuation follows punctuation
// ("**强调。**后文" stays as it is), since in Latin script the space tells; here
// a star between Chinese punctuation and a character may open or close by the
// side that the character is on.
type emphasis struct{}

func (emphasis) Trigger() []byte { return []byte{'*', '_'} }

func (emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, delimiters{})
	if d == nil {
		return nil
	}
	l := loadOf(parent, pc)
	if l.stars++; l.stars > maxStars {
		return l.restOfLine(block)
	}
	if d.Char == '*' && d.OriginalLength < len(line) {
		after := util.ToRune(line, d.OriginalLength)
		d.CanClose = d.CanClose || isWidePunct(before) && isWideLetter(after)
		d.CanOpen = d.CanOpen || isWideLetter(before) && isWidePunct(after)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

func isWidePunct(r rune) bool {
	return r > unicode.MaxLatin1 && unicode.IsPunct(r)
}

func isWideLetter(r rune) bool { return unicode.Is(unicode.Han, r) }

// delimiters pairs the marks of emphasis.
type delimiters struct{}

func (delimiters) IsDelimiter(b byte) bool { return b == '*' || b == '_' }

func (delimiters) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (delimiters) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }

// headingIDs gives out ids that are each used once in a body. It counts how
// often an id was asked for.
type headingIDs map[string]int

// next returns an id for a heading that reads title: its letters and digits in
// lower case, whatever the script, parted by hyphens.
func (ids headingIDs) next(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range title {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	id := b.String()
	if id == "" {
		id = "section"
	}
	base := id
	for ids[id] > 0 {
		ids[base]++
		id = fmt.Sprintf("%s-%d", base, ids[base])
	}
	ids[id] = 1
	return id
}
