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
		"12:3 wrong-type ",
		"14:3 duplicate-key ",
		"4:9 date ",
		"6:7 wrong-type ",
		"7:8 wrong-type ",
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
		{"- name: [\n", 0, "yaml"},
		{"- &a {name: A}\n- *a\n", 2, ""},
		{"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", 0, "wrong-type"},
	} {
		f, records := Open(fstest.MapFS{"x.yaml": {Data: []byte(test.text)}}, "x.yaml", "id", "name")
		rules := ""
		for _, d := range f.Diagnostics() {
			rules += d.Rule + " "
		}
		if len(records) != test.records || !strings.Contains(rules, test.rule) || test.rule == "" && rules != "" {
			t.Errorf("%q: %d records, problems %q; want %d and %q", test.text, len(records), rules, test.records, test.rule)
		}
	}
	if f, records := Open(fstest.MapFS{}, "x.yaml"); len(records) != 0 || len(f.Diagnostics()) != 0 {
		t.Error("a file that is absent has records or problems")
	}
	if f, r := OpenOne(fstest.MapFS{"x.yaml": {Data: []byte("- a\n")}}, "x.yaml", "name"); r != nil || len(f.Diagnostics()) != 1 {
		t.Error("a list is no single record")
	}
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
