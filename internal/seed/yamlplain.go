package seed

import (
	"strings"

	"buildsite/internal/source"
)

// A plainYAML reads the YAML that nearly all front matter is: keys with single
// values on one line, lists in brackets or with dashes, lists of such mappings,
// and folded or literal blocks. It takes a tenth of the time of the full reader
// and gives up at whatever it is not certain of, so that one never sees which
// of the two has read a seed.
type plainYAML struct {
	text   string
	base   int // offset of text in File.Text
	failed bool

	// The line that is read next, blank lines and comments left out. Within a
	// list the first line of an item begins after its dash.
	start, end int // its content; start is len(text) after the last one
	indent     int
}

// readPlainYAML reads the front matter in span. It reports false if another
// reader has to.
func readPlainYAML(fileText string, span source.Span) (value, bool) {
	r := plainYAML{text: span.Of(fileText), base: span.Start}
	if !isPlainText(r.text) {
		return value{}, false
	}
	r.next(0)
	if r.start == len(r.text) || r.indent != 0 {
		return value{}, false
	}
	v := r.table(0, 0)
	return v, !r.failed && r.start == len(r.text)
}

// isPlainText tells whether text has no tabs, no line ends but line feeds, and
// no characters that YAML refuses.
func isPlainText(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= ' ' && c < 0x7F || c == '\n':
		case c < ' ' || c == 0x7F:
			return false
		case c == 0xC2 && text[i+1] < 0xA0: // controls, among them U+0085
			return false
		case c == 0xE2 && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9): // U+2028, U+2029
			return false
		case c == 0xEF && (text[i+1] == 0xBB || text[i+1] == 0xBF && text[i+2] >= 0xBE): // U+FEFF, U+FFFE, U+FFFF
			return false
		}
	}
	return strings.HasSuffix(text, "\n")
}

// fail gives up.
func (r *plainYAML) fail() value {
	r.failed = true
	r.start = len(r.text)
	return value{}
}

// next goes to the first line at or after off that says something.
func (r *plainYAML) next(off int) {
	for off < len(r.text) {
		end := off + strings.IndexByte(r.text[off:], '\n')
		start := off
		for start < end && r.text[start] == ' ' {
			start++
		}
		if start < end && r.text[start] != '#' {
			r.start, r.end, r.indent = start, end, start-off
			for r.text[r.end-1] == ' ' {
				r.end--
			}
			return
		}
		off = end + 1
	}
	r.start, r.end, r.indent = len(r.text), len(r.text), -1
}

// advance goes to the line after the present one.
func (r *plainYAML) advance() {
	r.next(r.end + 1 + strings.IndexByte(r.text[r.end:], '\n'))
}

// table reads the keys at the given indent. depth is 0 for the front matter
// itself, 1 within a list.
func (r *plainYAML) table(indent, depth int) value {
	t := value{kind: table, off: r.base + r.start, keys: make([]key, 0, 16>>depth), items: make([]value, 0, 16>>depth)}
	for r.indent == indent && !r.isDash() {
		colon := r.keyEnd()
		if colon < 0 {
			return r.fail()
		}
		t.keys = append(t.keys, key{r.text[r.start:colon], r.base + r.start})
		t.items = append(t.items, r.value(colon+1, indent, depth))
	}
	if r.indent > indent {
		return r.fail()
	}
	return t
}

// keyEnd returns where the colon of the key is that the line begins with, or -1
// if it does not begin with a plain one.
func (r *plainYAML) keyEnd() int {
	for i := r.start; i < min(r.end, r.start+maxKey); i++ {
		switch c := r.text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		case i > r.start && (c == '-' || c >= '0' && c <= '9'):
		case i > r.start && c == ':' && (i+1 == r.end || r.text[i+1] == ' '):
			return i
		default:
			return -1
		}
	}
	return -1
}

// maxKey is longer than any key there is. YAML has a bound of its own.
const maxKey = 64

// isDash tells whether the line is an item of a list.
func (r *plainYAML) isDash() bool { return r.start+1 < r.end && r.text[r.start:r.start+2] == "- " }

// value reads what follows the colon of a key at the given indent, and goes to
// the line after it.
func (r *plainYAML) value(at, indent, depth int) value {
	for at < r.end && r.text[at] == ' ' {
		at++
	}
	if at >= r.end {
		r.advance()
		if r.indent >= indent && depth == 0 && r.isDash() {
			return r.list(r.indent)
		}
		return r.closed(value{off: r.base + at}, indent)
	}
	var v value
	switch r.text[at] {
	case '|', '>':
		return r.block(at, indent)
	case '[':
		v = r.flow(at)
	default:
		v = r.single(at, r.end)
	}
	r.advance()
	return r.closed(v, indent)
}

// closed returns v if it does not go on in the next line, which would then be
// indented deeper than its key.
func (r *plainYAML) closed(v value, indent int) value {
	if r.failed || r.indent > indent {
		return r.fail()
	}
	return v
}

// list reads the items at the given indent.
func (r *plainYAML) list(indent int) value {
	l := value{kind: list, off: r.base + r.start}
	for r.indent == indent && r.isDash() {
		r.start++
		for r.text[r.start] == ' ' {
			r.start++
			r.indent++
		}
		r.indent++
		if r.keyEnd() >= 0 {
			l.items = append(l.items, r.table(r.indent, 1))
			continue
		}
		v := r.single(r.start, r.end)
		r.advance()
		l.items = append(l.items, r.closed(v, indent))
	}
	if r.indent > indent {
		return r.fail()
	}
	return l
}

// indicators are the characters that begin something else than plain text.
const indicators = "-?:,[]{}#&*!|>'\"%@`"

// single reads a single value between at and end.
func (r *plainYAML) single(at, end int) value {
	v := value{kind: scalar, off: r.base + at}
	s := r.text[at:end]
	var ok bool
	switch s[0] {
	case '"', '\'':
		n := 0
		v.text, n, ok = unquote(s)
		ok = ok && n == len(s)
	default:
		v.text = s
		ok = strings.IndexByte(indicators, s[0]) < 0 && s[len(s)-1] != ':' && !strings.Contains(s, ": ") && !strings.Contains(s, " #")
		if isNull(s) {
			v.kind, v.text = absent, ""
		}
	}
	if !ok {
		return r.fail()
	}
	return v
}

func isNull(s string) bool { return s == "~" || s == "null" || s == "Null" || s == "NULL" }

// unquote reads the quoted text at the start of s and returns its length. It
// reports false for one that has escapes or does not end.
func unquote(s string) (text string, n int, ok bool) {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			return "", 0, false
		case s[i] != s[0]:
		case s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[0] == '\'':
			return strings.ReplaceAll(s[1:i], "''", "'"), i + 1, true
		default:
			return s[1:i], i + 1, true
		}
	}
	return "", 0, false
}

// flow reads a list in brackets that ends with the line.
func (r *plainYAML) flow(at int) value {
	l := value{kind: list, off: r.base + at, items: make([]value, 0, 4)}
	for at++; at < r.end; at++ {
		for at < r.end-1 && r.text[at] == ' ' {
			at++
		}
		if r.text[at] == ']' && len(l.items) == 0 && at == r.end-1 {
			return l
		}
		item, n, ok := r.flowItem(at)
		if !ok {
			return r.fail()
		}
		l.items = append(l.items, item)
		at += n
		for at < r.end-1 && r.text[at] == ' ' {
			at++
		}
		if r.text[at] == ']' && at == r.end-1 {
			return l
		}
		if r.text[at] != ',' {
			break
		}
	}
	return r.fail()
}

// flowItem reads an item of a list in brackets and returns its length.
func (r *plainYAML) flowItem(at int) (value, int, bool) {
	v := value{kind: scalar, off: r.base + at}
	s := r.text[at:r.end]
	if s[0] == '"' || s[0] == '\'' {
		text, n, ok := unquote(s)
		v.text = text
		return v, n, ok && n < len(s)
	}
	n := strings.IndexAny(s, ",]")
	if n <= 0 || strings.IndexByte(indicators, s[0]) >= 0 || strings.ContainsAny(s[:n], ":#?[{}") {
		return v, 0, false
	}
	v.text = strings.TrimRight(s[:n], " ")
	if isNull(v.text) {
		v.kind, v.text = absent, ""
	}
	return v, n, true
}

// block reads a folded or literal block whose header is at at, and goes to the
// line after it.
func (r *plainYAML) block(at, indent int) value {
	header := r.text[at:r.end]
	folded := header[0] == '>'
	if header != ">" && header != ">-" && header != "|" && header != "|-" {
		return r.fail()
	}
	var b strings.Builder
	depth, blank := 0, 0
	off := r.end + 1 + strings.IndexByte(r.text[r.end:], '\n')
	for off < len(r.text) {
		end := off + strings.IndexByte(r.text[off:], '\n')
		line := r.text[off:end]
		says := strings.TrimLeft(line, " ")
		own := len(line) - len(says)
		if line == "" {
			blank++
			off = end + 1
			continue
		}
		if depth == 0 {
			depth = own
		}
		if says == "" || depth <= indent || own > indent && own < depth || folded && own > depth || b.Len() == 0 && blank > 0 {
			return r.fail()
		}
		if own < depth {
			break
		}
		if b.Len() > 0 {
			b.WriteString(lineBreaks(folded, blank))
		}
		blank = 0
		b.WriteString(line[depth:])
		off = end + 1
	}
	if b.Len() == 0 {
		return r.fail()
	}
	if !strings.HasSuffix(header, "-") {
		b.WriteByte('\n')
	}
	r.next(off)
	return r.closed(value{kind: scalar, text: b.String(), off: r.base + at}, indent)
}

// lineBreaks returns what the end of a line and the blank lines after it stand
// for within a block.
func lineBreaks(folded bool, blank int) string {
	switch {
	case !folded:
		return strings.Repeat("\n", blank+1)
	case blank == 0:
		return " "
	}
	return strings.Repeat("\n", blank)
}
