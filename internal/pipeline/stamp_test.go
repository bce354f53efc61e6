package pipeline_test

import (
	"context"
	"testing"
	"testing/fstest"

	"buildsite/internal/edtf"
	"buildsite/internal/pipeline"
)

func stamp(t *testing.T, in pipeline.Input) pipeline.Stamp {
	t.Helper()
	s, err := in.Stamp(context.Background(), "program")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The stamp of an input that was read by a build is that of one that was not,
// and whatever changes in the input changes it.
func TestStamp(t *testing.T) {
	content := corpus(20)
	content[".git/config"] = &fstest.MapFile{Data: []byte("x")}
	in := builtIn(t, content)
	before := stamp(t, in)
	noted := in.Noting()
	render(t, noted, nil)
	if stamp(t, noted) != before {
		t.Error("a build changes the stamp")
	}
	content[".git/config"].Data = []byte("y")
	if stamp(t, in) != before {
		t.Error("a hidden folder changes the stamp")
	}
	drafts, today, based, named := in, in, in, in
	drafts.Drafts, today.Today, based.BaseURL, named.Content.Name = true, edtf.FromDay(1), "https://example.org/", "other"
	for what, other := range map[string]pipeline.Input{"drafts": drafts, "today": today, "base URL": based, "name of the folder": named} {
		if stamp(t, other) == before {
			t.Errorf("%s: no change", what)
		}
	}
	if other, _ := in.Stamp(context.Background(), "another"); other == before {
		t.Error("another program: no change")
	}
	for _, edit := range []struct {
		what string
		do   func()
	}{
		{"a new file", func() { content["x.md"] = &fstest.MapFile{Data: []byte("x")} }},
		{"other bytes", func() { content["x.md"] = &fstest.MapFile{Data: []byte("y")} }},
		{"a renamed file", func() { content["y.md"] = content["x.md"]; delete(content, "x.md") }},
		{"a file less", func() { delete(content, "y.md"); delete(content, ".git/config"); content["z.md"] = &fstest.MapFile{} }},
		{"a template", func() {
			in.Templates.FS = pipeline.Overlay(fstest.MapFS{"pages/x.html": {Data: []byte("x")}}, in.Templates.FS)
		}},
		{"a style sheet", func() { in.Static.FS = pipeline.Overlay(fstest.MapFS{"x.css": {Data: []byte("x")}}, in.Static.FS) }},
	} {
		last := stamp(t, in)
		edit.do()
		if stamp(t, in) == last {
			t.Errorf("%s: no change", edit.what)
		}
	}
}
