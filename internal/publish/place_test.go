package publish

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func write(t *testing.T, path, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestRefuses(t *testing.T) {
	tests := []struct {
		name string
		make func(t *testing.T, dir string) string // the directory to open
		want Reason
	}{
		{"foreign", func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "thesis.doc"), "years of work")
			return dir
		}, Foreign},
		{"marker of another tool", func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, marker), "target = all\n")
			return dir
		}, Foreign},
		{"marker is a folder", func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, marker, "x"), "")
			return dir
		}, Foreign},
		{"file", func(t *testing.T, dir string) string {
			write(t, dir, "")
			return dir
		}, NotDirectory},
		{"symbolic link", func(t *testing.T, dir string) string {
			if err := errors.Join(os.Mkdir(dir+"-real", 0o755), os.Symlink(dir+"-real", dir)); err != nil {
				t.Skip(err)
			}
			return dir
		}, Symlink},
		{"dangling link", func(t *testing.T, dir string) string {
			if err := os.Symlink("nowhere", dir); err != nil {
				t.Skip(err)
			}
			return dir
		}, Symlink},
		{"root", func(_ *testing.T, dir string) string {
			return filepath.VolumeName(dir) + string(filepath.Separator)
		}, TopDirectory},
		{"home", func(t *testing.T, dir string) string {
			t.Setenv("HOME", dir)
			t.Setenv("USERPROFILE", dir)
			write(t, filepath.Join(dir, marker), markerText)
			return dir
		}, Home},
		{"current", func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, marker), markerText)
			t.Chdir(dir)
			return "."
		}, Current},
		{"no name", func(t *testing.T, _ string) string {
			t.Chdir(t.TempDir())
			return ""
		}, Current},
		{"above the current", func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "events", "a.html"), "")
			write(t, filepath.Join(dir, marker), markerText)
			t.Chdir(filepath.Join(dir, "events"))
			return dir
		}, Current},
		{"stage of another tool", func(t *testing.T, dir string) string {
			write(t, filepath.Join(filepath.Dir(dir), ".public.stage", "hamlet.txt"), "")
			return dir
		}, Foreign},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parent := t.TempDir()
			dir := test.make(t, filepath.Join(parent, "public"))
			before := below(t, parent)
			_, err := Open(dir)
			wantReason(t, err, test.want)
			if diff := cmp.Diff(before, below(t, parent)); diff != "" {
				t.Errorf("the refusal left traces (-want +got):\n%s", diff)
			}
		})
	}
}

// below lists every path below dir.
func below(t *testing.T, dir string) []string {
	t.Helper()
	var paths []string
	err := filepath.Walk(dir, func(path string, _ os.FileInfo, err error) error {
		paths = append(paths, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func TestTakesEmpty(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	mustBuild(t, dir, first)
	if diff := cmp.Diff(first, read(t, dir)); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	wantAlone(t, dir)
}

// TestFilledMeanwhile puts a file into an empty directory while a build runs.
func TestFilledMeanwhile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	stage, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "thesis.doc"), "years of work")
	_, err = fill(stage, first)
	wantReason(t, err, Foreign)
	if diff := cmp.Diff(site{"thesis.doc": "years of work"}, read(t, dir)); diff != "" {
		t.Errorf("after the refusal (-want +got):\n%s", diff)
	}
	wantAlone(t, dir)
}

func TestBusy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	stage, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Abort()
	_, err = Open(dir)
	wantReason(t, err, Busy)
	if _, err := fill(stage, first); err != nil {
		t.Fatalf("the build that the second one left alone: %v", err)
	}
	if got, want := mustBuild(t, dir, first), (Stats{Kept: len(first)}); got != want {
		t.Errorf("stats %+v, want %+v", got, want)
	}
	wantAlone(t, dir)
}

func TestMountPoint(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustBuild(t, dir, first)
	stage, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	stage.exchange = func(a, b string) error {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: syscall.EBUSY}
	}
	_, err = fill(stage, second)
	wantReason(t, err, MountPoint)
	if diff := cmp.Diff(first, read(t, dir)); diff != "" {
		t.Errorf("after the refusal (-want +got):\n%s", diff)
	}
	wantAlone(t, dir)
}

func unsupported(_, _ string) error { return errors.ErrUnsupported }

func TestWithoutExchange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, s := range []site{first, second, first} {
		stage, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		stage.exchange = unsupported
		if _, err := fill(stage, s); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, read(t, dir)); diff != "" {
			t.Errorf("published (-want +got):\n%s", diff)
		}
		wantAlone(t, dir)
	}
}

// TestRecover lays out every state that a kill can leave and opens it.
func TestRecover(t *testing.T) {
	published := func(t *testing.T, dir string, s site) { mustBuild(t, dir, s) }
	tests := []struct {
		name string
		make func(t *testing.T, p place)
		want site
	}{
		{"killed while staging", func(t *testing.T, p place) {
			published(t, p.dir, first)
			write(t, filepath.Join(p.stage, marker), markerText)
			write(t, filepath.Join(p.stage, "events", "half.html"), "")
		}, first},
		{"killed before the marker was written", func(t *testing.T, p place) {
			published(t, p.dir, first)
			write(t, filepath.Join(p.stage, marker), "")
		}, first},
		{"killed before the marker was made", func(t *testing.T, p place) {
			published(t, p.dir, first)
			if err := os.Mkdir(p.stage, 0o755); err != nil {
				t.Fatal(err)
			}
		}, first},
		{"killed between two renames", func(t *testing.T, p place) {
			published(t, p.aside, first)
			published(t, p.stage, second)
		}, first},
		{"killed after two renames", func(t *testing.T, p place) {
			published(t, p.dir, second)
			published(t, p.aside, first)
		}, second},
		{"killed while removing", func(t *testing.T, p place) {
			published(t, p.dir, second)
			write(t, filepath.Join(p.stage, marker), markerText)
			write(t, filepath.Join(p.stage, "zh", "last.html"), "")
		}, second},
		{"an empty directory set aside", func(t *testing.T, p place) {
			if err := os.Mkdir(p.aside, 0o755); err != nil {
				t.Fatal(err)
			}
			published(t, p.stage, second)
		}, site{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, err := locate(filepath.Join(t.TempDir(), "public"))
			if err != nil {
				t.Fatal(err)
			}
			test.make(t, p)
			write(t, p.lock, "")
			stage, err := Open(p.dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := stage.Abort(); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, read(t, p.dir)); diff != "" {
				t.Errorf("after the next build began (-want +got):\n%s", diff)
			}
			wantAlone(t, p.dir)
		})
	}
}
