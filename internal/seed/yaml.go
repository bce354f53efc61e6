package seed

import (
	"go.yaml.in/yaml/v3"

	"buildsite/internal/registry"
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
		p.tellYAML(span)
		return value{}, false
	}
	if len(doc.Content) == 0 {
		return value{kind: table, off: span.Start}, true
	}
	y := yamlReader{reading: p, places: registry.NewPlaces(text), base: span.Start}
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
	places *registry.Places
	base   int // offset in File.Text of the text that they are in
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

// offset returns where n starts in File.Text.
func (y *yamlReader) offset(n *yaml.Node) int { return y.base + y.places.Of(n) }

// tellYAML reports why the front matter is no YAML.
func (p *reading) tellYAML(span source.Span) {
	fault, _ := registry.FindFault(span.Of(p.file.Text), isKey)
	p.errorf(span.Start+fault.Off, ruleSyntax, "%s", fault.Text).Hint = fault.Hint
}

// tellNoTable reports front matter that is valid YAML but has no keys.
func (p *reading) tellNoTable(span source.Span, v value) {
	if fault, ok := registry.FindFault(span.Of(p.file.Text), isKey); ok {
		p.errorf(span.Start+fault.Off, ruleSyntax, "%s", fault.Text).Hint = fault.Hint
		return
	}
	p.errorf(v.off, ruleSyntax, "the front matter is %s; it should be keys with values", v.kind).
		Hint = `write one "key: value" on each line`
}
