package matter_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"buildsite/internal/lexicon"
	"buildsite/internal/matter"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

var update = flag.Bool("update", false, "write the documentation's page")

func compiled(t *testing.T, content fs.FS, dialect string) *jsonschema.Schema {
	t.Helper()
	lex, ds := lexicon.Load(content)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	data, err := matter.Schema(lex, dialect)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("front-matter.json", v); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("front-matter.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// value reads front matter as an editor's program does: a date is a string.
func value(t *testing.T, text string) any {
	t.Helper()
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	var strip func(n *yaml.Node)
	strip = func(n *yaml.Node) {
		if n.Tag == "!!timestamp" {
			n.Tag = "!!str"
		}
		for _, c := range n.Content {
			strip(c)
		}
	}
	strip(&node)
	var v any
	if err := node.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// Every seed of the site's own content is valid.
func TestContent(t *testing.T) {
	content := os.DirFS("../../content")
	s := compiled(t, content, matter.Dialect2020)
	seen := 0
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if ext := path.Ext(name); err != nil || ext != ".md" && ext != ".txt" {
			return err
		}
		data, err := fs.ReadFile(content, name)
		if err != nil {
			return err
		}
		text, ok := strings.CutPrefix(string(data), "---\n")
		if !ok {
			return nil
		}
		text, _, _ = strings.Cut(text, "\n---\n")
		if err := s.Validate(value(t, text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		seen++
		return nil
	})
	if err != nil || seen < 250 {
		t.Errorf("%d seeds, %v", seen, err)
	}
}

// What the schema takes is what the program takes, as far as a schema can say
// it.
func TestSchema(t *testing.T) {
	for _, dialect := range []string{matter.Dialect2020, matter.Draft07} {
		t.Run(dialect, func(t *testing.T) { testSchema(t, dialect) })
	}
}

func testSchema(t *testing.T, dialect string) {
	s := compiled(t, fstest.MapFS{"people.yaml": {Data: []byte("- {name: Wang Yi, side: china}\n")}}, dialect)
	for _, text := range []string{
		"", "title:", "title: 1970", "date: 1970", "date: 1970-10-13", "date: 13 October 1970", "people: Wang Yi", "people: [Wang Yi, Somebody Else]",
		"importance: 2", "draft: yes", "sources: https://example.org/", "sources: [https://example.org/, {title: x}]", "sources: {title: x}",
		"actors: both", "accept: {one-source: it is so}", "lang: fr", "kind: visit", "url: HTTPS://example.org",
	} {
		if err := s.Validate(value(t, text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if d := problem(text); d != "" {
			t.Errorf("%q: the program says %s", text, d)
		}
	}
	for _, text := range []string{
		"titel: x", "title: [x]", "date: {a: b}", "importance: 4", "importance: high", "draft: maybe", "sources: [[x]]", "sources: [{titel: x}]",
		"actors: [germany]", "accept: [one-source]", "accept: {bad-date: x}", "accept: {one-sauce: x}", "lang: de", "url: example", "quad: none-of-it",
	} {
		if s.Validate(value(t, text)) == nil {
			t.Errorf("%q is valid", text)
		}
		if problem(text) == "" {
			t.Errorf("%q: the program takes it", text)
		}
	}
}

// problem is the first error that the program finds in an article's front
// matter.
func problem(text string) string {
	_, ds := seed.Parse("x.txt", []byte("---\n"+text+"\n---\nText.\n"), seed.Options{})
	for _, d := range ds {
		if d.Severity == source.Error {
			return d.Text
		}
	}
	return ""
}

// The examples are right.
func TestExamples(t *testing.T) {
	s := compiled(t, fstest.MapFS{}, matter.Dialect2020)
	for _, k := range seed.Keys() {
		text := k.Name + ": " + k.Example
		if err := s.Validate(value(t, text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if d := problem(text); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
	for _, k := range seed.SourceKeys() {
		text := "sources:\n  - " + k.Name + ": " + k.Example
		if k.Name != "title" {
			text += "\n    title: x"
		}
		if err := s.Validate(value(t, text)); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if d := problem(text); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
}

// The documentation's page is made from the same tables.
func TestPage(t *testing.T) {
	const name = "../../docs/front-matter.md"
	page := matter.Page()
	if *update {
		if err := os.WriteFile(name, []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(name); err != nil || string(have) != page {
		t.Errorf("docs/front-matter.md is not what the tables say (%v): go test ./internal/matter -update", err)
	}
}
