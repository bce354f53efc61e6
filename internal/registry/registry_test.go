package registry

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestOpen(t *testing.T) {
	f, records := Open(fstest.MapFS{"x.yaml": {Data: []byte(`# people
- id: a
  name: 王毅
  from: 1970-02-30
  tags: one
  on: maybe
  lat: 91
- nmae: b
  list:
    - x: 1
      y: 2
- just text
- id: c
  id: d
`)}}, "x.yaml", "id", "name", "from", "tags", "on", "lat", "list")
	if len(records) != 3 {
		t.Fatalf("%d records, want 3", len(records))
	}
	r := records[0]
	r.Date("from")
	r.Flag("on")
	r.Number("lat", 90)
	if r.Text("name") != "王毅" || len(r.List("tags")) != 1 || r.Has("list") {
		t.Errorf("record: %q, %q", r.Text("name"), r.List("tags"))
	}
	inner := records[1].Records("list", "x")
	if len(inner) != 1 || inner[0].Text("x") != "1" {
		t.Errorf("inner records %v", inner)
	}
	var got []string
	for _, d := range f.Diagnostics() {
		got = append(got, fmt.Sprintf("%s %s %s", d.Pos, d.Rule, d.Hint))
	}
	want := []string{
		"8:3 unknown-key did you mean \"name\"?",
		`12:3 wrong-type begin each entry with "- " and write one "key: value" on each line`,
		"14:3 duplicate-key keep one of the two",
		"4:9 bad-date February 1970 has 28 days",
		"6:7 bad-value write true or false",
		"7:8 bad-value write it like 45.4215",
		"11:7 unknown-key known keys: x",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
}

func TestOpenForms(t *testing.T) {
	for _, test := range []struct {
		text    string
		records int
		rule    string
	}{
		{"", 0, ""},
		{"# only a comment\n", 0, ""},
		{"a:\n  name: A\nb:\n  name: B\n", 2, ""},
		{"text\n", 0, "wrong-type"},
		{"- name: [\n", 0, "yaml-syntax"},
		{"- &a {name: A}\n- *a\n", 2, ""},
		{"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", 0, "wrong-type"},
	} {
		f, records := Open(fstest.MapFS{"x.yaml": {Data: []byte(test.text)}}, "x.yaml", "id", "name")
		var rules strings.Builder
		for _, d := range f.Diagnostics() {
			rules.WriteString(d.Rule + " ")
		}
		if len(records) != test.records || !strings.Contains(rules.String(), test.rule) || test.rule == "" && rules.String() != "" {
			t.Errorf("%q: %d records, problems %q; want %d and %q", test.text, len(records), rules.String(), test.records, test.rule)
		}
	}
	if f, records := Open(fstest.MapFS{}, "x.yaml"); len(records) != 0 || len(f.Diagnostics()) != 0 {
		t.Error("a file that is absent has records or problems")
	}
	if f, r := OpenOne(fstest.MapFS{"x.yaml": {Data: []byte("- a\n")}}, "x.yaml", "name"); r != nil || len(f.Diagnostics()) != 1 {
		t.Error("a list is no single record")
	}
}

// What is no YAML is told at the line where it stops being any, with its mend.
func TestSyntax(t *testing.T) {
	const (
		quote  = "put values with special characters in quotes"
		indent = "indent keys that belong together alike, and " + quote
	)
	for _, test := range []struct{ text, want string }{
		{"- name: A\n  id: a\n- name: B: C\n  id: b\n", "3:10 \": \" inside a value; put the whole value in quotes"},
		{"- name: A\n- name: B\n - name: C\n- name: D\n", "3:2 a key or value where none can stand; " + indent},
		{"- name: A\n  id: a\n   name: B\n  id: c\n", "3:4 a key or value where none can stand; " + indent},
		{"- name: A\n id: a\n", "2:2 a key or value where none can stand; " + indent},
		{"- name: A\n\tid: a\n", "2:1 a tab indents this line; indent with spaces"},
		{"- name: 王毅\n- name: \"李\n  id: c\n- name: D\n", "2:9 a quotation mark that opens here and never closes on its line; close it, or begin the value with another character"},
		{"- name: [a\n- name: b\n", "1:9 a bracket that opens here and never closes on its line; close the list with \"]\""},
		{"- {name: A, id: a}\n- {name: B, id: b\n- {name: C}\n", "2:1 a list or mapping in brackets that does not go on or end as one; put commas between its parts, close the bracket, and " + quote},
		{"# people\n- name: [\n    a,\n    b,\n  ]\n- name: *x\n", "6:9 a value that begins with *, which means something else in YAML; put the whole value in quotes"},
		{"a:\n  name: A\nname b\nid: c\n", "3:1 a line without a colon after its key; write \"key: value\"; in a seed, TOML with = goes between lines of +++"},
		{"- name: A\r\n- name: @b\r\n", "2:9 a value that begins with @, which means something else in YAML; put the whole value in quotes"},
		{"- name: A\r- name: @b\r", "2:9 a value that begins with @, which means something else in YAML; put the whole value in quotes"},
		{"\uFEFF- name: @b\n", "1:12 a value that begins with @, which means something else in YAML; put the whole value in quotes"},
		{"- name: A\u2028  id: a\n- name: B\n   id: b\n", "3:4 a key or value where none can stand; " + indent},
		{"- name: A\n  id: a }\n- name: B\n  id: }\n", "4:3 this is no valid YAML: did not find expected node content; " + quote + ", and indent with spaces"},
	} {
		f, _ := Open(fstest.MapFS{"x.yaml": {Data: []byte(test.text)}}, "x.yaml", "id", "name")
		var got strings.Builder
		for _, d := range f.Diagnostics() {
			got.WriteString(fmt.Sprintf("%s %s; %s", d.Pos, d.Text, d.Hint))
			if d.Rule != "yaml-syntax" {
				t.Errorf("%q: %v", test.text, d)
			}
		}
		if diff := cmp.Diff(test.want, got.String()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// A fault amid a long file takes tens of readings of it, not thousands.
func BenchmarkFindFault(b *testing.B) {
	text := strings.Repeat("- name: Somebody\n  aliases: [One, Two]\n  side: canada\n", 1000) + "- name: A: B\n" + strings.Repeat("- name: C\n", 100)
	b.ReportAllocs()
	for b.Loop() {
		if f, _ := FindFault(text, func(key string) bool { return key == "name" }); f.Off < len(text)/2 {
			b.Fatal(f)
		}
	}
}

func FuzzFindFault(f *testing.F) {
	f.Add("- name: A\n  id: [\n- name: B: C\n")
	f.Add("title Talks\ndate: 1970\n")
	f.Fuzz(func(t *testing.T, text string) {
		fault, ok := FindFault(text, func(key string) bool { return key == "name" })
		if !ok && readable(text) != nil || ok && (fault.Off < 0 || fault.Off > len(text) || fault.Text == "" || fault.Hint == "") {
			t.Errorf("%q: %v, %v", text, fault, ok)
		}
	})
}

func FuzzOpen(f *testing.F) {
	f.Add("- id: a\n  name: A\n")
	f.Add("a: {name: [}")
	f.Fuzz(func(t *testing.T, text string) {
		file, records := Open(fstest.MapFS{"x.yaml": {Data: []byte(text)}}, "x.yaml", "id", "name")
		for _, r := range records {
			r.Text("id")
			r.List("name")
			r.Date("name")
		}
		lines := strings.Count(text, "\n") + 1
		for _, d := range file.Diagnostics() {
			if d.Pos.Line < 1 || d.Pos.Line > lines || d.Pos.Column < 1 {
				t.Errorf("a problem at %s of %d lines: %v", d.Pos, lines, d)
			}
		}
	})
}

func TestPairs(t *testing.T) {
	f, r := OpenOne(fstest.MapFS{"x.yaml": {Data: []byte("columns:\n  year: calendar year\n  total: [1]\n  note: |\n    long\ntitle: x\n")}}, "x.yaml", "columns", "title")
	var got []string
	for _, p := range r.Pairs("columns") {
		got = append(got, p.Key+"="+p.Text)
	}
	if diff := cmp.Diff([]string{"year=calendar year", "note=long"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if r.Pairs("title") != nil || r.Pairs("absent") != nil {
		t.Error("pairs of what is no mapping")
	}
	var rules []string
	for _, d := range f.Diagnostics() {
		rules = append(rules, d.Pos.String()+" "+d.Rule)
	}
	if diff := cmp.Diff([]string{"3:10 wrong-type", "6:8 wrong-type"}, rules); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}
