// Package registry reads the YAML files that lie beside the seeds.
//
// Such a file is a list of records, a mapping from ids to records, or a single
// record. Editors write them by hand, so every fault is told at its place and
// with its mend: an unknown key with the nearest known one, a value of the
// wrong type, a date that is none. What can be read is read all the same.
//
// Front matter is YAML, too: [FindFault] and [Places] tell where it goes wrong.
package registry

import (
	"cmp"
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

// File is one YAML file being read. It collects what is wrong with it.
type File struct {
	file   *source.File
	places *Places
	keys   []string // the keys a record may have
	diags  []source.Diagnostic
}

// Record is one mapping of a file.
type Record struct {
	*File
	node   *yaml.Node
	fields map[string]*yaml.Node
}

// Open reads the named file into records, which may have the given keys. A file
// that is absent or empty has none. A mapping whose keys are not all known is
// taken for one from ids to records, each with its id under "id".
func Open(fsys fs.FS, name string, keys ...string) (*File, []*Record) {
	f, root := parse(fsys, name, keys)
	if root == nil {
		return f, nil
	}
	return f, f.records(root)
}

// OpenOne reads the named file into a single record, nil where it is absent or
// empty.
func OpenOne(fsys fs.FS, name string, keys ...string) (*File, *Record) {
	f, root := parse(fsys, name, keys)
	switch {
	case root == nil || root.Tag == "!!null":
		return f, nil
	case root.Kind != yaml.MappingNode:
		f.problem(root, source.Error, "wrong-type", "the file has to be a mapping with keys such as "+keys[0]).
			Hint = `write one "key: value" on each line`
		return f, nil
	}
	return f, f.record(root)
}

// Diagnostics returns what is wrong with the file, in order of discovery.
func (f *File) Diagnostics() []source.Diagnostic { return f.diags }

func parse(fsys fs.FS, name string, keys []string) (*File, *yaml.Node) {
	f := &File{file: &source.File{Name: name}, keys: keys}
	data, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f, nil
	case err != nil:
		f.diags = append(f.diags, source.Diagnostic{File: name, Severity: source.Error, Rule: "registry", Text: err.Error()})
		return f, nil
	}
	f.file, f.diags = source.Decode(name, data, "")
	for i := range f.diags {
		f.diags[i].Hint = "save the file as UTF-8"
		if f.diags[i].Rule == "too-large" {
			f.diags[i].Hint = "take out what the seeds do not name"
		}
	}
	text := f.file.Text
	f.places = NewPlaces(text)
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		f.tellSyntax()
		return f, nil
	}
	if len(doc.Content) == 0 {
		return f, nil
	}
	return f, deref(doc.Content[0])
}

// tellSyntax reports why the file is no YAML.
func (f *File) tellSyntax() {
	fault, _ := FindFault(f.file.Text, func(key string) bool { return slices.Contains(f.keys, key) })
	d := f.file.Errorf(fault.Off, "yaml-syntax", "%s", fault.Text)
	f.diags = append(f.diags, d.WithHint("%s", fault.Hint))
}

func (f *File) records(root *yaml.Node) []*Record {
	var out []*Record
	switch root.Kind {
	case yaml.SequenceNode:
		for _, n := range root.Content {
			out = f.append(out, nil, deref(n))
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(root.Content); i += 2 {
			out = f.append(out, root.Content[i], deref(root.Content[i+1]))
		}
	case yaml.ScalarNode:
		if root.Tag != "!!null" {
			f.problem(root, source.Error, "wrong-type", "the file holds a single value, not a list of entries").Hint = entryHint
		}
	}
	return out
}

// append reads the mapping n, whose id is given by id where the file is a
// mapping.
func (f *File) append(out []*Record, id, n *yaml.Node) []*Record {
	if n.Kind != yaml.MappingNode {
		f.problem(n, source.Error, "wrong-type", "an entry has to be a mapping with keys such as "+f.example()).Hint = entryHint
		return out
	}
	rec := f.record(n)
	if id != nil {
		rec.fields["id"] = id
	}
	return append(out, rec)
}

// entryHint shows how entries are written.
const entryHint = `begin each entry with "- " and write one "key: value" on each line`

// example is a key to name in a message.
func (f *File) example() string {
	if len(f.keys) == 0 || slices.Contains(f.keys, "name") {
		return "name"
	}
	return f.keys[0]
}

func (f *File) record(n *yaml.Node) *Record {
	rec := &Record{File: f, node: n, fields: make(map[string]*yaml.Node, len(n.Content)/2)}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], deref(n.Content[i+1])
		_, again := rec.fields[k.Value]
		switch {
		case !slices.Contains(f.keys, k.Value):
			f.unknown(k)
		case again:
			f.problem(k, source.Error, "duplicate-key", "the key "+strconv.Quote(k.Value)+" stands here a second time").Hint = "keep one of the two"
		default:
			rec.fields[k.Value] = v
		}
	}
	return rec
}

func (f *File) unknown(k *yaml.Node) {
	d := f.problem(k, source.Error, "unknown-key", "unknown key "+strconv.Quote(k.Value))
	if near := source.Nearest(k.Value, f.keys); near != "" {
		d.Hint = "did you mean " + strconv.Quote(near) + "?"
	} else {
		d.Hint = "known keys: " + strings.Join(f.keys, ", ")
	}
}

// problem adds a diagnostic at n. The pointer is good until the next one.
func (f *File) problem(n *yaml.Node, severity source.Severity, rule, text string) *source.Diagnostic {
	f.diags = append(f.diags, source.Diagnostic{
		File: f.file.Name, Pos: f.file.Position(f.places.Of(n)), Severity: severity, Rule: rule, Text: text,
	})
	return &f.diags[len(f.diags)-1]
}

// deref follows an alias to what it stands for.
func deref(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// Place is somewhere in a file, for a problem to be told at.
type Place struct{ node *yaml.Node }

// Report adds a diagnostic at a place of the file. The pointer is there to get
// its hint, at once.
func (f *File) Report(at Place, severity source.Severity, rule, text string) *source.Diagnostic {
	return f.problem(at.node, severity, rule, text)
}

// Problem is Report for the place of the value under key.
func (r *Record) Problem(key string, severity source.Severity, rule, text string) *source.Diagnostic {
	return r.Report(r.At(key), severity, rule, text)
}

// At returns the place of the value under key, or of the record where there is
// none.
func (r *Record) At(key string) Place {
	if n := r.fields[key]; n != nil {
		return Place{n}
	}
	return Place{r.node}
}

// Item returns the place of entry i of the list under key.
func (r *Record) Item(key string, i int) Place {
	if n := r.fields[key]; n != nil && n.Kind == yaml.SequenceNode && i < len(n.Content) {
		return Place{n.Content[i]}
	}
	return r.At(key)
}

// Has tells whether the record has the key.
func (r *Record) Has(key string) bool { return r.fields[key] != nil }

// Text returns the scalar under key, "" where there is none.
func (r *Record) Text(key string) string {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be text").
			Hint = "write one value; if it is meant to begin with [ or {, put it in quotes"
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// List returns the strings under key; a single one may stand alone.
func (r *Record) List(key string) []string {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		return []string{strings.TrimSpace(n.Value)}
	}
	if n.Kind != yaml.SequenceNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be a list of names").Hint = "write them like [one, other]"
		return nil
	}
	out := make([]string, 0, len(n.Content))
	for _, item := range n.Content {
		item = deref(item)
		if item.Kind != yaml.ScalarNode {
			r.problem(item, source.Error, "wrong-type", "an entry of "+key+" has to be text").
				Hint = "write one value; if it is meant to begin with [ or {, put it in quotes"
			continue
		}
		out = append(out, strings.TrimSpace(item.Value))
	}
	return out
}

// Records returns the mappings in the list under key, read with their own keys.
func (r *Record) Records(key string, keys ...string) []*Record {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be a list").Hint = entryHint
		return nil
	}
	saved := r.keys
	defer func() { r.keys = saved }()
	r.keys = keys
	return r.records(n)
}

// Flag returns the boolean under key.
func (r *Record) Flag(key string) bool {
	switch strings.ToLower(r.Text(key)) {
	case "true", "yes":
		return true
	case "", "false", "no":
		return false
	}
	r.Problem(key, source.Error, "bad-value", key+" has to be true or false").Hint = "write true or false"
	return false
}

// Number returns the number under key if it is within ±limit.
func (r *Record) Number(key string, limit float64) float64 {
	s := r.Text(key)
	if s == "" {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= -limit && v <= limit) {
		most := strconv.FormatFloat(limit, 'f', -1, 64)
		r.Problem(key, source.Error, "bad-value", key+" has to be a number between -"+most+" and "+most).Hint = "write it like 45.4215"
		return 0
	}
	return v
}

// Date returns the date under key, written as EDTF or as people write it.
func (r *Record) Date(key string) edtf.Date {
	s := r.Text(key)
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.ParseText(s, lang.EN)
	var bad *edtf.ParseError
	if errors.As(err, &bad) {
		r.Problem(key, source.Error, "bad-date", key+": "+bad.Error()).
			Hint = cmp.Or(bad.Hint, "write it like 1970-10-13, 1970-10 or 1970")
	}
	return d
}

// Pair is an entry of a mapping whose keys are the editor's own.
type Pair struct {
	Key, Text string
	At        Place // of the key
}

// Pairs returns the entries of the mapping under key, in order.
func (r *Record) Pairs(key string) []Pair {
	n := r.fields[key]
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		r.problem(n, source.Error, "wrong-type", key+" has to be a mapping").Hint = `write one "name: text" on each line below it`
		return nil
	}
	var all []Pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], deref(n.Content[i+1])
		if v.Kind != yaml.ScalarNode {
			r.problem(v, source.Error, "wrong-type", "an entry of "+key+" has to be text").
				Hint = "write one value; if it is meant to begin with [ or {, put it in quotes"
			continue
		}
		all = append(all, Pair{k.Value, strings.TrimSpace(v.Value), Place{k}})
	}
	return all
}
