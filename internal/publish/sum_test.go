package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// The sum of what was put is that of what lies there, as long as nobody changes
// it.
func TestSum(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put := func(files map[string]string) Sum {
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range files {
			if err := s.Put(name, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Commit(); err != nil {
			t.Fatal(err)
		}
		return s.Sum()
	}
	lies := func() Sum {
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := s.Abort(); err != nil {
				t.Error(err)
			}
		}()
		var sum Sum
		for _, name := range s.Names() {
			share, err := s.Share(name)
			if err != nil {
				return 0
			}
			sum += share
		}
		return sum
	}
	files := map[string]string{"a.html": "a", "b/c.html": "c", "d.html": "d"}
	want := put(files)
	if lies() != want || put(files) != want {
		t.Error("the sum of one site is not one")
	}
	swapped := put(map[string]string{"a.html": "d", "b/c.html": "c", "d.html": "a"})
	if swapped == want {
		t.Error("two files that change places leave the sum")
	}
	put(files)
	for what, do := range map[string]func() error{
		"other bytes":   func() error { return os.WriteFile(filepath.Join(dir, "a.html"), []byte("b"), 0o644) },
		"a file more":   func() error { return os.WriteFile(filepath.Join(dir, "e.html"), nil, 0o644) },
		"a file less":   func() error { return os.Remove(filepath.Join(dir, "d.html")) },
		"a second link": func() error { return os.Link(filepath.Join(dir, "a.html"), filepath.Join(filepath.Dir(dir), "link")) },
		"a mode":        func() error { return os.Chmod(filepath.Join(dir, "a.html"), 0o600) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
		if lies() == want {
			t.Errorf("%s is not seen", what)
		}
		put(files)
		_ = os.Remove(filepath.Join(filepath.Dir(dir), "link"))
		put(files)
		if lies() != want {
			t.Fatalf("%s is not mended", what)
		}
	}
}
