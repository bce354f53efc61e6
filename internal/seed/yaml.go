package seed

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/source"
)

// maxDepth is how deep front matter may nest; sources nest to 3.
const maxDepth = 8

// readYAML reads the front matter in span as YAML. It reports false if there
// is none that can be used.
func (p *reading) readYAML(span source.Span) (value, bool) {
	if v, ok := readPlainYAML(p.file.Text, span); ok {
		return v, true
	}
	return p.readFullYAML(span)
}

// readFullYAML is readYAML by the YAML library, which takes whatever there is.
func (p *reading) readFullYAML(span source.Span) (value, bool) {
	text := span.Of(p.file.Text)
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		p.tellYAML(span, err)
		return value{}, false
	}
	if len(doc.Content) == 0 {
		return value{kind: table, off: span.Start}, true
	}
	y := yamlReader{reading: p, lines: yamlLines(text), span: span}
	v := y.value(doc.Content[0], 0)
	if v.kind != table && v.kind != absent {
		p.tellNoTable(span, v)
		return value{}, false
	}
	return v, true
}

// A yamlReader turns YAML nodes into values.
type yamlReader struct {
	*reading
	span  source.Span
	lines []int // offsets in span's text
}

// value converts n. What front matter does not need (aliases, tags, deep
// nesting) is reported and left out.
func (y *yamlReader) value(n *yaml.Node, depth int) value {
	v := value{off: y.offset(n)}
	switch {
	case depth > maxDepth:
		y.errorf(v.off, ruleSyntax, "the front matter nests too deep").Hint = "sources are lists of mappings; nothing nests deeper"
		return v
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		y.errorf(v.off, ruleSyntax, "anchors and aliases (& and *) have no place in front matter").
			Hint = "write the value out, or put it in quotes if it is meant to begin with & or *"
		return v
	case n.Style&yaml.TaggedStyle != 0:
		y.errorf(v.off, ruleSyntax, "a tag (%s) has no place in front matter", n.Tag).
			Hint = "put the value in quotes if it is meant to begin with !"
		return v
	}
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			v.kind, v.text = scalar, n.Value
		}
	case yaml.SequenceNode:
		v.kind = list
		v.items = make([]value, 0, len(n.Content))
		for _, c := range n.Content {
			v.items = append(v.items, y.value(c, depth+1))
		}
	case yaml.MappingNode:
		v.kind = table
		v.items = make([]value, 0, len(n.Content)/2)
		v.keys = make([]key, 0, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			v.keys = append(v.keys, key{n.Content[i].Value, y.offset(n.Content[i])})
			v.items = append(v.items, y.value(n.Content[i+1], depth+1))
		}
	}
	return v
}

// offset returns where n starts in File.Text. YAML counts columns in
// characters.
func (y *yamlReader) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(y.lines) {
		return y.span.Start
	}
	text := y.span.Of(y.file.Text)
	off := y.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(text[off:])
		off += size
	}
	return y.span.Start + off
}

// yamlLines returns where the lines of text start by the rules of YAML 1.1, to
// which more than carriage returns and line feeds end a line.
func yamlLines(text string) []int {
	starts := append(make([]int, 0, 32), 0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			starts = append(starts, i+1)
		case c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			starts = append(starts, i+1)
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			starts = append(starts, i+2)
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			starts = append(starts, i+3)
		}
	}
	return starts
}

// tellYAML reports why the front matter is no YAML. The library tells a line
// that may be one off, and no column; what editors trip over most is looked for
// by itself, line by line.
func (p *reading) tellYAML(span source.Span, err error) {
	text := span.Of(p.file.Text)
	if slip, ok := findSlip(text); ok {
		p.errorf(span.Start+slip.off, ruleSyntax, "%s", slip.text).Hint = slip.hint
		return
	}
	problem, line := yamlProblem(err)
	off := 0
	if starts := yamlLines(text); line >= 1 && line <= len(starts) {
		off = starts[line-1]
		off += len(text[off:]) - len(strings.TrimLeft(text[off:], " "))
	}
	d := p.errorf(span.Start+off, ruleSyntax, "the front matter is no valid YAML: %s", problem)
	d.Hint = "put values with special characters in quotes, and indent with spaces"
	if strings.HasPrefix(problem, "mapping values are not allowed") || strings.HasPrefix(problem, "did not find expected key") {
		d.Text = "a key or value where none can stand"
		d.Hint = "indent keys that belong together alike, and put values with special characters in quotes"
	}
}

// tellNoTable reports front matter that is valid YAML but has no keys.
func (p *reading) tellNoTable(span source.Span, v value) {
	if slip, ok := findSlip(span.Of(p.file.Text)); ok {
		p.errorf(span.Start+slip.off, ruleSyntax, "%s", slip.text).Hint = slip.hint
		return
	}
	p.errorf(v.off, ruleSyntax, "the front matter is %s; it should be keys with values", v.kind).
		Hint = `write one "key: value" on each line`
}

// yamlProblem takes the library's message apart.
func yamlProblem(err error) (problem string, line int) {
	problem = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(problem, "line "); ok {
		number, after, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			return after, n
		}
	}
	return problem, 0
}
