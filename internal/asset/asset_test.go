package asset

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden bundles the files of each archive in testdata (all but "want")
// and compares what comes out, in one text, with the file "want".
func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, name := range archives {
		t.Run(filepath.Base(name), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			static := fstest.MapFS{}
			want := -1
			for i, f := range archive.Files {
				if f.Name == "want" {
					want = i
					continue
				}
				static[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := describe(t, static)
			if *update {
				if want < 0 {
					archive.Files = append(archive.Files, txtar.File{Name: "want"})
					want = len(archive.Files) - 1
				}
				archive.Files[want].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want < 0 {
				t.Fatal("no file want in the archive")
			}
			if diff := cmp.Diff(string(archive.Files[want].Data), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// describe bundles static and writes the outcome as text.
func describe(t *testing.T, static fs.FS) string {
	t.Helper()
	set, ds, err := Bundle(static)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range set {
		fmt.Fprintf(&b, "%s from %s\n\t%s\n", f.Path, f.Name, strings.TrimSuffix(string(f.Bytes), "\n"))
	}
	for _, d := range ds {
		fmt.Fprintln(&b, d)
	}
	return b.String()
}

func TestPath(t *testing.T) {
	set, _, err := Bundle(fstest.MapFS{
		"site.css":       {Data: []byte("a{color:red}")},
		"fonts/serif.ot": {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"site.css":       set[0].Path,
		"fonts/serif.ot": "fonts/serif.ot",
		"site.js":        "",
	} {
		if got := set.Path(name); got != want {
			t.Errorf("Path(%q) = %q, want %q", name, got, want)
		}
	}
	if !strings.HasPrefix(set[0].Path, "assets/site-") {
		t.Errorf("bundle published at %q", set[0].Path)
	}
}

// TestNameFollowsContent makes sure that a browser that keeps an old bundle
// never takes it for the new one, not even if only a part changed.
func TestNameFollowsContent(t *testing.T) {
	bundleOf := func(part string) string {
		set, ds, err := Bundle(fstest.MapFS{
			"site.css":       {Data: []byte(`@import "css/part.css";`)},
			"css/part.css":   {Data: []byte(part)},
			"css/unused.css": {Data: []byte("b{}")},
		})
		if err != nil || len(ds) > 0 || len(set) != 1 {
			t.Fatalf("set %v, problems %v, error %v", set, ds, err)
		}
		return set[0].Path
	}
	one, again, other := bundleOf("a{color:red}"), bundleOf("a{color:red}"), bundleOf("a{color:tan}")
	if one != again || one == other {
		t.Errorf("names %q, %q for the same content and %q for another", one, again, other)
	}
}

func TestNothing(t *testing.T) {
	for name, static := range map[string]fs.FS{
		"nil":    nil,
		"empty":  fstest.MapFS{},
		"absent": os.DirFS(filepath.Join(t.TempDir(), "absent")),
	} {
		if set, ds, err := Bundle(static); len(set) != 0 || len(ds) != 0 || err != nil {
			t.Errorf("%s: got %v, %v, %v", name, set, ds, err)
		}
	}
}

func TestLinksAndSizes(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(dir, "real.txt"), []byte("x"), 0o666),
		os.Symlink("/etc/hostname", filepath.Join(dir, "out.txt")),
		os.Symlink("real.txt", filepath.Join(dir, "in.css")),
		os.WriteFile(filepath.Join(dir, "big.bin"), nil, 0o666),
		os.Truncate(filepath.Join(dir, "big.bin"), maxFile+1),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	set, ds, err := Bundle(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if len(set) != 1 || set[0].Path != "real.txt" {
		t.Errorf("published %v, want real.txt alone", set)
	}
	var got []string
	for _, d := range ds {
		got = append(got, d.File+": "+d.Text)
	}
	want := []string{"big.bin: 33554433 bytes are too many for a static file", "in.css: symbolic link", "out.txt: symbolic link"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// sent returns how many bytes a server sends of a file.
func sent(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// TestOwnFiles bundles the static files that come with the program, and weighs
// them as they are sent.
func TestOwnFiles(t *testing.T) {
	static, err := fs.Sub(buildsite.Files, "static")
	if err != nil {
		t.Fatal(err)
	}
	set, ds, err := Bundle(static)
	if err != nil || len(ds) > 0 {
		t.Fatal(ds, err)
	}
	for name, most := range map[string]int{
		"site.css": 12_000, "site.js": 2_000, "chart.js": 2_000, "search.js": 6_000, "search-engine.js": 12_000, "favicon.svg": 1_000,
	} {
		i := slices.IndexFunc(set, func(f File) bool { return f.Name == name })
		if i < 0 {
			t.Errorf("no %s, which the templates link to", name)
			continue
		}
		if size := sent(t, set[i].Bytes); size > most || bytes.Contains(set[i].Bytes, []byte("url(http")) {
			t.Errorf("%s is sent as %d bytes, want at most %d and nothing from elsewhere", name, size, most)
		}
	}
}

// BenchmarkBundle measures a style sheet of the size of the site's own, with
// esbuild's start.
func BenchmarkBundle(b *testing.B) {
	static := fstest.MapFS{
		"site.css":  {Data: []byte(`@import "css/a.css";` + strings.Repeat(".a { color: red; & b { margin: 1px } }\n", 300))},
		"css/a.css": {Data: []byte(":root { --a: 1px }")},
		"site.js":   {Data: []byte(strings.Repeat("document.body.append(String(Math.random()));\n", 100))},
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, ds, err := Bundle(static); err != nil || len(ds) > 0 {
			b.Fatal(ds, err)
		}
	}
}
