package interchange

import (
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// node is a value of a JSON file with its place. Package encoding/json tells
// values without theirs.
type node struct {
	off    int
	text   string // of a string, a number or a truth value; "" for null
	kind   nodeKind
	keys   []string // of an object, as often as they stand there
	values []node   // of an object or an array
}

type nodeKind uint8

const (
	scalar nodeKind = iota
	object
	array
)

// get returns the value of a key, a null where there is none.
func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k == key {
			return &n.values[i]
		}
	}
	return &node{off: n.off}
}

// maxNesting is how deep JSON may nest; a timeline nests to five.
const maxNesting = 64

var errNesting = errors.New("it nests too deep")

// parseJSON reads a JSON text. An error stands at the offset that is returned.
func parseJSON(text string) (*node, int, error) {
	p := treeReader{dec: json.NewDecoder(strings.NewReader(text)), text: text}
	p.dec.UseNumber()
	root, err := p.value(0)
	if err == nil {
		if _, err = p.dec.Token(); errors.Is(err, io.EOF) {
			return root, 0, nil
		}
		if err == nil {
			err = errors.New("something stands behind the end")
		}
	}
	off := int(p.dec.InputOffset())
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		off = int(syntax.Offset) - 1
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		off, err = len(text), errors.New("it ends in the middle")
	}
	return nil, min(max(off, 0), len(text)), err
}

type treeReader struct {
	dec  *json.Decoder
	text string
}

// value reads the next value.
func (p *treeReader) value(depth int) (*node, error) {
	n := &node{off: p.start()}
	token, err := p.dec.Token()
	if err != nil {
		return nil, err
	}
	switch v := token.(type) {
	case json.Delim:
		if depth == maxNesting {
			return nil, errNesting
		}
		n.kind = array
		if v == '{' {
			n.kind = object
		}
		return n, p.children(n, depth)
	case string:
		n.text = v
	case json.Number:
		n.text = v.String()
	case bool:
		n.text = "false"
		if v {
			n.text = "true"
		}
	}
	return n, nil
}

// children reads what stands in an object or an array, and its end.
func (p *treeReader) children(n *node, depth int) error {
	for p.dec.More() {
		if n.kind == object {
			key, err := p.dec.Token()
			if err != nil {
				return err
			}
			name, _ := key.(string) // no other token can be a key
			n.keys = append(n.keys, name)
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.values = append(n.values, *v)
	}
	_, err := p.dec.Token()
	return err
}

// start tells where the next value begins: behind space, commas and colons.
func (p *treeReader) start() int {
	off := int(p.dec.InputOffset())
	return off + len(p.text[off:]) - len(strings.TrimLeft(p.text[off:], " \t\r\n,:"))
}
