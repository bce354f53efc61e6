package seed

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// readTOML reads the front matter in span as TOML. It reports false if there
// is none that can be used.
func (p *reading) readTOML(span source.Span) (value, bool) {
	text := string(loneReturns([]byte(span.Of(p.file.Text))))
	decoded := make(map[string]any)
	if _, err := toml.Decode(text, &decoded); err != nil {
		p.tellTOML(span, err)
		return value{}, false
	}
	t := tomlReader{text: text, base: span.Start}
	return t.document(decoded), true
}

// tellTOML reports why the front matter is no TOML.
func (p *reading) tellTOML(span source.Span, err error) {
	var at toml.ParseError
	if !errors.As(err, &at) {
		p.errorf(span.Start, ruleSyntax, "the front matter is no valid TOML: %v", err).Hint = `write one "key = value" on each line`
		return
	}
	off := span.Start + min(max(at.Position.Start, 0), span.Len())
	switch {
	case strings.Contains(at.Message, "datetime"):
		p.tellTOMLDate(off)
	case strings.Contains(at.Message, "already"):
		p.errorf(off, ruleDuplicateKey, "the key %q stands here a second time", at.LastKey).Hint = "keep one of the two"
	default:
		p.errorf(off, ruleSyntax, "the front matter is no valid TOML: %s", at.Message).
			Hint = `write one "key = value" on each line, and text in quotes`
	}
}

// tellTOMLDate reports the date at off that is none to TOML: one that does not
// exist, or one that TOML takes in quotes only.
func (p *reading) tellTOMLDate(off int) {
	written, _, _ := strings.Cut(p.file.Text[off:lineEnd(p.file.Text, off)], "#")
	if i := strings.IndexAny(written, ",]}"); i >= 0 {
		written = written[:i]
	}
	written = strings.TrimSpace(written)
	if _, err := edtf.ParseText(written, lang.EN); err != nil {
		p.badDate(off, written, err)
		return
	}
	p.errorf(off, ruleBadDate, "date %q: TOML takes only whole days without quotes", written).Hint = "write it in quotes"
}

// A tomlReader walks through a document that is known to be valid TOML, for
// the places that the decoder does not tell. What strings say it takes from the
// decoded document.
type tomlReader struct {
	text string
	base int // offset of text in File.Text
	at   int // what is read next
}

// document returns the document as a table.
func (t *tomlReader) document(decoded map[string]any) value {
	root := value{kind: table, off: t.base}
	into := &root
	var from any = decoded
	for t.skip(" \t\r\n"); t.at < len(t.text); t.skip(" \t\r\n") {
		start := t.at
		if t.text[start] != '[' {
			t.pair(into, from)
			continue
		}
		array := strings.HasPrefix(t.text[start:], "[[")
		t.skipSome("[ \t")
		into, from = t.header(&root, decoded, array)
		t.skipSome("] \t")
	}
	return root
}

// header reads the name in brackets and returns the table it opens.
func (t *tomlReader) header(root *value, decoded any, array bool) (*value, any) {
	into := root
	names, offs := t.path()
	for i, name := range names {
		into = into.child(name, offs[i])
		decoded = field(decoded, name)
		last := i == len(names)-1
		switch {
		case last && array:
			into.kind = list
			into.items = append(into.items, value{kind: table, off: offs[i]})
		case into.kind == absent:
			into.kind = table
		}
		if into.kind == list && len(into.items) > 0 {
			decoded = element(decoded, len(into.items)-1)
			into = &into.items[len(into.items)-1]
		}
	}
	return into, decoded
}

// pair reads "key = value" into a table.
func (t *tomlReader) pair(into *value, from any) {
	names, offs := t.path()
	for i, name := range names {
		if into.kind == absent {
			into.kind = table
		}
		into, from = into.child(name, offs[i]), field(from, name)
	}
	t.skipSome("= \t")
	*into = t.value(from)
}

// child returns the value of a key, which is added if it is not there yet.
func (v *value) child(name string, off int) *value {
	for i, k := range v.keys {
		if k.name == name {
			return &v.items[i]
		}
	}
	v.keys = append(v.keys, key{name, off})
	v.items = append(v.items, value{off: off})
	return &v.items[len(v.items)-1]
}

func field(decoded any, name string) any {
	if m, ok := decoded.(map[string]any); ok {
		return m[name]
	}
	return nil
}

func element(decoded any, i int) any {
	switch l := decoded.(type) {
	case []any:
		if i < len(l) {
			return l[i]
		}
	case []map[string]any:
		if i < len(l) {
			return l[i]
		}
	}
	return nil
}

// path reads a key with its dots.
func (t *tomlReader) path() (names []string, offs []int) {
	for {
		t.skipSome(" \t")
		start := t.at
		offs = append(offs, t.base+start)
		if t.at < len(t.text) && (t.text[t.at] == '"' || t.text[t.at] == '\'') {
			t.skipString()
			names = append(names, unquoteKey(t.text[start:t.at]))
		} else {
			for t.at < len(t.text) && strings.IndexByte(" \t.=]", t.text[t.at]) < 0 {
				t.at++
			}
			names = append(names, t.text[start:t.at])
		}
		t.skipSome(" \t")
		if t.at >= len(t.text) || t.text[t.at] != '.' {
			return names, offs
		}
		t.at++
	}
}

// unquoteKey returns what a quoted key says.
func unquoteKey(s string) string {
	var m map[string]any
	if _, err := toml.Decode(s+" = 0", &m); err == nil {
		for k := range m {
			return k
		}
	}
	return s
}

// value reads a value; decoded is what it says.
func (t *tomlReader) value(decoded any) value {
	v := value{off: t.base + t.at}
	if t.at >= len(t.text) {
		return v
	}
	switch t.text[t.at] {
	case '"', '\'':
		t.skipString()
		v.kind = scalar
		v.text, _ = decoded.(string)
		v.text = strings.ReplaceAll(v.text, "\r\n", "\n")
	case '[':
		t.at++
		v.kind = list
		for t.skip(" \t\r\n,"); t.at < len(t.text) && t.text[t.at] != ']'; t.skip(" \t\r\n,") {
			v.items = append(v.items, t.value(element(decoded, len(v.items))))
		}
		t.at++
	case '{':
		t.at++
		v.kind = table
		for t.skip(" \t\r\n,"); t.at < len(t.text) && t.text[t.at] != '}'; t.skip(" \t\r\n,") {
			t.pair(&v, decoded)
		}
		t.at++
	default:
		start := t.at
		for t.at < len(t.text) && strings.IndexByte(",]}#\r\n", t.text[t.at]) < 0 {
			t.at++
		}
		v.kind, v.text = scalar, strings.TrimRight(t.text[start:t.at], " \t")
	}
	return v
}

// skipString passes over a string of any of the four forms.
func (t *tomlReader) skipString() {
	q := t.text[t.at : t.at+1]
	long := strings.Repeat(q, 3)
	if strings.HasPrefix(t.text[t.at:], long) {
		q = long
	}
	for t.at += len(q); t.at < len(t.text); t.at++ {
		switch {
		case t.text[t.at] == '\\' && q[0] == '"':
			t.at++
		case strings.HasPrefix(t.text[t.at:], q):
			t.at += len(q)
			for q == long && t.at < len(t.text) && t.text[t.at] == q[0] { // quotes just before the end are text
				t.at++
			}
			return
		}
	}
}

// skip passes over the characters of set and over comments.
func (t *tomlReader) skip(set string) {
	for t.skipSome(set); t.at < len(t.text) && t.text[t.at] == '#'; t.skipSome(set) {
		t.at = lineEnd(t.text, t.at)
	}
}

// skipSome passes over the characters of set.
func (t *tomlReader) skipSome(set string) {
	for t.at < len(t.text) && strings.IndexByte(set, t.text[t.at]) >= 0 {
		t.at++
	}
}
