package message

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Dir is the folder of the messages within the templates folder.
const Dir = "messages"

// File returns the path of a language's messages within the templates folder.
func File(l lang.Lang) string { return Dir + "/" + l.String() + ".yaml" }

// Read reads the messages of all languages from the built-in templates and lays
// those of an editor's own templates over them, key by key; own may be nil. The
// diagnostics tell what is wrong in the editor's.
func Read(builtIn, own fs.FS) (*Catalog, []source.Diagnostic, error) {
	var c Catalog
	var ds []source.Diagnostic
	for _, l := range lang.All {
		b, err := read(builtIn, l)
		if err != nil {
			return nil, nil, err
		}
		c[l] = b
		if l != lang.EN {
			b.next = c[lang.EN]
		}
		if own != nil {
			more, err := b.lay(own)
			if err != nil {
				return nil, nil, err
			}
			ds = append(ds, more...)
		}
	}
	return &c, ds, nil
}

// read reads a file of the program's own; without it all is said in English.
func read(fsys fs.FS, l lang.Lang) (*Bundle, error) {
	b := &Bundle{Lang: l, texts: make(map[string]text)}
	p, err := parse(fsys, l)
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err == nil && len(p.ds) > 0 {
		err = errors.New(p.ds[0].String())
	}
	if err != nil {
		return nil, fmt.Errorf("reading messages: %w", err)
	}
	b.texts = p.texts
	return b, nil
}

// lay takes over what an editor says otherwise.
func (b *Bundle) lay(own fs.FS) ([]source.Diagnostic, error) {
	p, err := parse(own, b.Lang)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading messages: %w", err)
	}
	known := slices.Sorted(maps.Keys(b.texts))
	if b.next != nil {
		known = slices.Sorted(maps.Keys(b.next.texts))
	}
	for _, key := range slices.Sorted(maps.Keys(p.texts)) {
		was, from := b.find(key)
		if from == nil {
			d := p.problem(key, fmt.Sprintf("nothing is said under %s", key))
			d.Severity = source.Warning
			if near := source.Nearest(key, known); near != "" {
				d.Hint = "did you mean " + near + "?"
			}
			p.ds = append(p.ds, d)
			continue
		}
		if extra := strayName(p.texts[key], was); extra != "" {
			p.ds = append(p.ds, p.problem(key, fmt.Sprintf("%s has no {%s} to fill in", key, extra)).WithHint("it is given %s", orNothing(names(was))))
			continue
		}
		b.texts[key] = p.texts[key]
	}
	return p.ds, nil
}

func orNothing(all []string) string {
	if len(all) == 0 {
		return "nothing: write it without braces"
	}
	return "{" + strings.Join(all, "}, {") + "}"
}

// strayName returns the first name in braces that the program's own text does
// not have, or "".
func strayName(t, own text) string {
	known := names(own)
	for _, name := range names(t) {
		if !slices.Contains(known, name) {
			return name
		}
	}
	return ""
}

var braced = regexp.MustCompile(`\{([a-z]*)\}`)

// names returns the names in braces, each once.
func names(t text) []string {
	var all []string
	for _, m := range braced.FindAllStringSubmatch(t.one+t.other, -1) {
		if !slices.Contains(all, m[1]) {
			all = append(all, m[1])
		}
	}
	slices.Sort(all)
	return all
}

// file is one file of messages being read.
type file struct {
	name  string
	texts map[string]text
	at    map[string]source.Position
	ds    []source.Diagnostic
}

func parse(fsys fs.FS, l lang.Lang) (*file, error) {
	f := &file{name: File(l), texts: make(map[string]text), at: make(map[string]source.Position)}
	raw, err := fs.ReadFile(fsys, f.name)
	if err != nil {
		return f, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(raw, &doc); err != nil {
		f.ds = append(f.ds, source.Diagnostic{
			File: f.name, Severity: source.Error, Rule: "bad-message", Text: strings.TrimPrefix(err.Error(), "yaml: "),
			Hint: "put texts with special characters in quotes, and indent with spaces",
		})
		return f, nil
	}
	if len(doc.Content) == 1 {
		f.mapping("", doc.Content[0])
	}
	return f, nil
}

func (f *file) problem(key, text string) source.Diagnostic {
	return source.Diagnostic{File: f.name, Pos: f.at[key], Severity: source.Error, Rule: "bad-message", Text: text}
}

// mapping reads the texts under a key.
func (f *file) mapping(prefix string, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		f.at[prefix] = source.Position{Line: n.Line, Column: n.Column}
		f.ds = append(f.ds, f.problem(prefix, "messages are texts by key").WithHint(`write "key: text"`))
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		key := strings.TrimPrefix(prefix+"."+name.Value, ".")
		f.at[key] = source.Position{Line: name.Line, Column: name.Column}
		switch {
		case value.Kind == yaml.ScalarNode:
			f.texts[key] = text{other: value.Value}
		case isForms(value):
			f.texts[key] = forms(value)
		default:
			f.mapping(key, value)
		}
	}
}

// isForms tells whether a mapping holds the forms of one text.
func isForms(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return false
	}
	for i := 0; i < len(n.Content); i += 2 {
		if name := n.Content[i].Value; name != "one" && name != "other" || n.Content[i+1].Kind != yaml.ScalarNode {
			return false
		}
	}
	return true
}

func forms(n *yaml.Node) text {
	var t text
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == "one" {
			t.one = n.Content[i+1].Value
		} else {
			t.other = n.Content[i+1].Value
		}
	}
	return t
}
