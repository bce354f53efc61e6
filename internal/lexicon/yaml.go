package lexicon

import (
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// A registry is one YAML file being read: a list of records, or a mapping from
// ids to records. It collects what is wrong with them.
type registry struct {
	name  string
	lines []string
	keys  []string // the keys a record may have
	diags []source.Diagnostic
}

// record is one mapping of a registry.
type record struct {
	*registry
	node   *yaml.Node
	fields map[string]*yaml.Node
}

// openRegistry reads the named file into records. A file that is absent or
// empty has none.
func openRegistry(fsys fs.FS, name string, keys ...string) (*registry, []*record) {
	reg := &registry{name: name, keys: keys}
	data, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return reg, nil
	case err != nil:
		reg.diags = append(reg.diags, source.Diagnostic{File: name, Severity: source.Error, Rule: "registry", Text: err.Error()})
		return reg, nil
	}
	reg.lines = strings.SplitAfter(string(data), "\n")
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		reg.syntax(err)
		return reg, nil
	}
	if len(doc.Content) == 0 {
		return reg, nil
	}
	return reg, reg.records(deref(doc.Content[0]))
}

// syntax reports what the YAML reader says, at the line it names.
func (r *registry) syntax(err error) {
	text, pos := strings.TrimPrefix(err.Error(), "yaml: "), source.Position{Line: 1, Column: 1}
	if where, what, ok := strings.Cut(text, ": "); ok {
		if line, err := strconv.Atoi(strings.TrimPrefix(where, "line ")); err == nil {
			pos.Line, text = line, what
		}
	}
	r.diags = append(r.diags, source.Diagnostic{
		File: r.name, Pos: pos, Severity: source.Error, Rule: "yaml", Text: text,
	})
}

func (r *registry) records(root *yaml.Node) []*record {
	var out []*record
	switch root.Kind {
	case yaml.SequenceNode:
		for _, n := range root.Content {
			out = r.append(out, nil, deref(n))
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(root.Content); i += 2 {
			out = r.append(out, root.Content[i], deref(root.Content[i+1]))
		}
	case yaml.ScalarNode:
		if root.Tag != "!!null" {
			r.problem(root, source.Error, "wrong-type", "the file holds a single value, not a list of entries")
		}
	}
	return out
}

// append reads the mapping n, whose id is given by idNode where the registry
// is a mapping.
func (r *registry) append(out []*record, idNode, n *yaml.Node) []*record {
	if n.Kind != yaml.MappingNode {
		r.problem(n, source.Error, "wrong-type", "an entry has to be a mapping with keys such as name")
		return out
	}
	rec := r.record(n)
	if idNode != nil {
		rec.fields["id"] = idNode
	}
	return append(out, rec)
}

func (r *registry) record(n *yaml.Node) *record {
	rec := &record{registry: r, node: n, fields: make(map[string]*yaml.Node, len(n.Content)/2)}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], deref(n.Content[i+1])
		_, again := rec.fields[k.Value]
		switch {
		case !slices.Contains(r.keys, k.Value):
			r.unknown(k)
		case again:
			r.problem(k, source.Error, "duplicate-key", "the key "+strconv.Quote(k.Value)+" is given twice")
		default:
			rec.fields[k.Value] = v
		}
	}
	return rec
}

func (r *registry) unknown(k *yaml.Node) {
	d := r.problem(k, source.Warning, "unknown-key", "unknown key "+strconv.Quote(k.Value))
	if near := source.Nearest(k.Value, r.keys); near != "" {
		d.Hint = "did you mean " + strconv.Quote(near) + "?"
	} else {
		d.Hint = "known keys: " + strings.Join(r.keys, ", ")
	}
}

// problem adds a diagnostic at n. The pointer is good until the next one.
func (r *registry) problem(n *yaml.Node, severity source.Severity, rule, text string) *source.Diagnostic {
	r.diags = append(r.diags, source.Diagnostic{
		File: r.name, Pos: r.position(n), Severity: severity, Rule: rule, Text: text,
	})
	return &r.diags[len(r.diags)-1]
}

// position turns the YAML reader's column, which counts characters, into one
// that counts bytes.
func (r *registry) position(n *yaml.Node) source.Position {
	pos := source.Position{Line: n.Line, Column: n.Column}
	if n.Line < 1 || n.Line > len(r.lines) {
		return pos
	}
	count := 1
	for i := range r.lines[n.Line-1] {
		if count == n.Column {
			pos.Column = i + 1
			break
		}
		count++
	}
	return pos
}

// deref follows an alias to what it stands for.
func deref(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// text returns the scalar under key, "" where there is none.
func (r *record) text(key string) string {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be text")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// list returns the strings under key; a single one may stand alone.
func (r *record) list(key string) []string {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return []string{strings.TrimSpace(n.Value)}
	}
	if n.Kind != yaml.SequenceNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be a list of names")
		return nil
	}
	out := make([]string, 0, len(n.Content))
	for _, item := range n.Content {
		item = deref(item)
		if item.Kind != yaml.ScalarNode {
			r.problem(item, source.Error, "wrong-type", "an entry of "+key+" has to be text")
			continue
		}
		out = append(out, strings.TrimSpace(item.Value))
	}
	return out
}

// maps returns the mappings in the list under key, read with their own keys.
func (r *record) maps(key string, keys ...string) []*record {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be a list")
		return nil
	}
	saved := r.keys
	defer func() { r.keys = saved }()
	r.keys = keys
	return r.records(n)
}

// flag returns the boolean under key.
func (r *record) flag(key string) bool {
	switch strings.ToLower(r.text(key)) {
	case "true", "yes":
		return true
	case "", "false", "no":
		return false
	}
	r.problem(r.fields[key], source.Error, "wrong-type", key+" has to be true or false")
	return false
}

// number returns the number under key if it is within ±limit.
func (r *record) number(key string, limit float64) float64 {
	s := r.text(key)
	if s == "" {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= -limit && v <= limit) {
		r.problem(r.fields[key], source.Error, "wrong-type",
			key+" has to be a number between "+strconv.FormatFloat(-limit, 'f', -1, 64)+" and "+strconv.FormatFloat(limit, 'f', -1, 64))
		return 0
	}
	return v
}

// date returns the EDTF date under key.
func (r *record) date(key string) edtf.Date {
	s := r.text(key)
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		r.problem(r.fields[key], source.Error, "date", key+": "+err.Error())
	}
	return d
}

// side returns the side under key.
func (r *record) side() Side {
	s := r.text("side")
	side := ParseSide(strings.ToLower(s))
	if side == NoSide && s != "" {
		r.problem(r.fields["side"], source.Error, "side", "unknown side "+strconv.Quote(s)).Hint = "write canada, china or other"
	}
	return side
}

// names returns a name in each language: as first written under the key whole,
// and in a language under the key that in gives for it.
func (r *record) names(whole string, in func(lang.Lang) string) Names {
	var n Names
	n[lang.Unknown] = r.text(whole)
	for _, l := range lang.All {
		n[l] = r.text(in(l))
	}
	if n[lang.Unknown] == "" {
		for _, l := range lang.All {
			if n[l] != "" {
				n[lang.Unknown] = n[l]
				break
			}
		}
	}
	return n
}

// tag is the suffix of keys that are just the language.
func tag(l lang.Lang) string { return l.String() }
