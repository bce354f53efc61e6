package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site is a tree of files by slash path.
type site map[string]string

// build publishes s into dir the way a build does.
func build(dir string, s site) (Stats, error) {
	stage, err := Open(dir)
	if err != nil {
		return Stats{}, err
	}
	return fill(stage, s)
}

func fill(stage *Stage, s site) (Stats, error) {
	defer stage.Abort()
	for name, data := range s {
		if err := stage.Put(name, []byte(data)); err != nil {
			return Stats{}, err
		}
	}
	return stage.Commit()
}

func mustBuild(t *testing.T, dir string, s site) Stats {
	t.Helper()
	stats, err := build(dir, s)
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

// read returns the files below dir but the marker, and fails on anything that
// a published tree may not hold.
func read(t *testing.T, dir string) site {
	t.Helper()
	got := site{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		checkEntry(t, path, info)
		name, _ := filepath.Rel(dir, path)
		if d.IsDir() || name == marker {
			return nil
		}
		data, err := os.ReadFile(path)
		got[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func checkEntry(t *testing.T, path string, info fs.FileInfo) {
	t.Helper()
	want := fs.FileMode(fileMode)
	if info.IsDir() {
		want = fs.ModeDir | dirMode
	}
	if foldersHaveModes && info.Mode() != want {
		t.Errorf("%s has mode %v, want %v", path, info.Mode(), want)
	}
	if !info.IsDir() && links(info) != 1 {
		t.Errorf("%s has %d links", path, links(info))
	}
}

// wantAlone fails if anything but the directory itself is left in its parent.
func wantAlone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != filepath.Base(dir) {
			t.Errorf("left behind: %s", entry.Name())
		}
	}
}

func wantReason(t *testing.T, err error, want Reason) {
	t.Helper()
	var refused *Error
	if !errors.As(err, &refused) || refused.Reason != want {
		t.Fatalf("error %v, want one with reason %v", err, want)
	}
	if refused.Hint() == "" || strings.Contains(refused.Error(), "%!") {
		t.Errorf("error %q has the hint %q", refused, refused.Hint())
	}
}

var (
	first = site{
		"index.html": "home", "events/a.html": "a", "events/b.html": "b",
		"fr/events/a.html": "a, en français", ".nojekyll": "",
	}
	second = site{
		"index.html": "new home", "events/a.html": "a", "events/c.html": "c",
		"zh/events/a.html": "甲", ".nojekyll": "",
	}
)

func TestCommit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	tests := []struct {
		name string
		site site
		want Stats
	}{
		{"into nothing", first, Stats{Written: 5}},
		{"the same again", first, Stats{Kept: 5}},
		{"another", second, Stats{Written: 3, Kept: 2, Removed: 2}},
		{"less", site{"index.html": "new home"}, Stats{Kept: 1, Removed: 4}},
		{"file becomes folder", site{"index.html/index.html": "x"}, Stats{Written: 1, Removed: 1}},
		{"folder becomes file", site{"index.html": "x"}, Stats{Written: 1, Removed: 1}},
		{"case changes", site{"Index.html": "x"}, Stats{Written: 1, Removed: 1}},
		{"no file at all", site{}, Stats{Removed: 1}},
		{"no file again", site{}, Stats{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := mustBuild(t, dir, test.site); got != test.want {
				t.Errorf("stats %+v, want %+v", got, test.want)
			}
			if diff := cmp.Diff(test.site, read(t, dir)); diff != "" {
				t.Errorf("published (-want +got):\n%s", diff)
			}
			wantAlone(t, dir)
		})
	}
}

func TestKeepsTimes(t *testing.T) {
	for name, link := range linkers() {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustBuild(t, dir, first)
			past := time.Date(2015, 6, 30, 12, 0, 0, 0, time.UTC)
			for name := range first {
				if err := os.Chtimes(filepath.Join(dir, name), past, past); err != nil {
					t.Fatal(err)
				}
			}
			stage, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			stage.link = link
			if _, err := fill(stage, second); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(second, read(t, dir)); diff != "" {
				t.Errorf("published (-want +got):\n%s", diff)
			}
			for name := range second {
				info, err := os.Stat(filepath.Join(dir, name))
				if err != nil {
					t.Fatal(err)
				}
				if kept := first[name] == second[name] && name != "events/c.html" && name != "zh/events/a.html"; kept != info.ModTime().Equal(past) {
					t.Errorf("%s is of %v", name, info.ModTime())
				}
			}
		})
	}
}

// linkers are file systems with and without hard links.
func linkers() map[string]func(a, b string) error {
	return map[string]func(a, b string) error{
		"links":    os.Link,
		"no links": func(_, _ string) error { return errors.ErrUnsupported },
	}
}

// TestMends changes what a build left, in ways that its own bytes do not show.
func TestMends(t *testing.T) {
	tests := map[string]func(dir string) error{
		"folder mode": func(dir string) error { return os.Chmod(filepath.Join(dir, "events"), 0o700) },
		"file mode":   func(dir string) error { return os.Chmod(filepath.Join(dir, "events/a.html"), 0o600) },
		"executable":  func(dir string) error { return os.Chmod(filepath.Join(dir, "index.html"), 0o755) },
		"empty folder": func(dir string) error {
			return os.MkdirAll(filepath.Join(dir, "empty/within"), 0o755)
		},
		"second link": func(dir string) error {
			return os.Link(filepath.Join(dir, "index.html"), filepath.Join(dir, "..", "copy"))
		},
		"symbolic link": func(dir string) error {
			return os.Symlink("index.html", filepath.Join(dir, "link.html"))
		},
		"file turned link": func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "events/a.html")),
				os.Symlink("b.html", filepath.Join(dir, "events/a.html")))
		},
		"folder turned link": func(dir string) error {
			return errors.Join(os.Rename(filepath.Join(dir, "events"), filepath.Join(dir, "elsewhere")),
				os.Symlink("elsewhere", filepath.Join(dir, "events")))
		},
		"torn file":   func(dir string) error { return os.Truncate(filepath.Join(dir, "events/b.html"), 0) },
		"torn marker": func(dir string) error { return os.Truncate(filepath.Join(dir, marker), 0) },
		"same size":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "index.html"), []byte("hole"), 0o644) },
	}
	for name, harm := range tests {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustBuild(t, dir, first)
			if err := harm(dir); err != nil {
				t.Skip(err)
			}
			mustBuild(t, dir, first)
			if diff := cmp.Diff(first, read(t, dir)); diff != "" {
				t.Errorf("published (-want +got):\n%s", diff)
			}
			if got, err := os.ReadFile(filepath.Join(dir, marker)); string(got) != markerText {
				t.Errorf("marker %q, %v", got, err)
			}
		})
	}
}

func TestAbort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustBuild(t, dir, first)
	stage, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := stage.Put("index.html", []byte("half a build")); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := stage.Abort(); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(first, read(t, dir)); diff != "" {
		t.Errorf("after Abort (-want +got):\n%s", diff)
	}
	wantAlone(t, dir)
	if err := stage.Put("more.html", nil); err == nil {
		t.Error("Put after Abort succeeded")
	}
	if _, err := stage.Commit(); err == nil {
		t.Error("Commit after Abort succeeded")
	}
}

func TestFailedPutPublishesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustBuild(t, dir, first)
	stage, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Abort()
	wantReason(t, stage.Put("../escaped.html", nil), BadPath)
	if err := stage.Put("fine.html", nil); err != nil {
		t.Fatal(err)
	}
	_, err = stage.Commit()
	wantReason(t, err, BadPath)
	stage.Abort()
	if diff := cmp.Diff(first, read(t, dir)); diff != "" {
		t.Errorf("after a failed build (-want +got):\n%s", diff)
	}
	wantAlone(t, dir)
}

func TestConcurrentPut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	want := site{}
	for i := range 400 {
		// More folders than are held open, some of them within others.
		want[fmt.Sprintf("%d/%d/page.html", i%7, i)] = fmt.Sprint(i)
	}
	for _, expect := range []Stats{{Written: 400}, {Kept: 400}} {
		stage, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		var writers sync.WaitGroup
		for name, data := range maps.All(want) {
			writers.Go(func() {
				if err := stage.Put(name, []byte(data)); err != nil {
					t.Error(err)
				}
			})
		}
		writers.Wait()
		if got, err := stage.Commit(); err != nil || got != expect {
			t.Errorf("Commit: %+v, %v, want %+v", got, err, expect)
		}
	}
	if diff := cmp.Diff(want, read(t, dir)); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
}
