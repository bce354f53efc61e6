package serve

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// patience bounds what a test waits for.
const patience = 20 * time.Second

// watch watches a new folder, and another one that is not there yet.
func watch(t *testing.T) (w *watcher, dir string) {
	t.Helper()
	base := t.TempDir()
	dir = filepath.Join(base, "content")
	mkdir(t, filepath.Join(dir, "events"))
	w, err := newWatcher([]string{dir, filepath.Join(base, "deep", "templates")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.close() })
	return w, dir
}

// await waits until a change in the folders given was told.
func await(t *testing.T, w *watcher, want dirty, what string) {
	t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case got := <-w.changed:
			if got&want == want {
				return
			}
		case <-deadline:
			t.Fatalf("%s: nothing was told", what)
		}
	}
}

func mkdir(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func TestWatchFiles(t *testing.T) {
	w, dir := watch(t)
	file := filepath.Join(dir, "events", "x.md")
	write(t, file, "one")
	await(t, w, 1, "a new file")
	write(t, file, "two")
	await(t, w, 1, "a file written over")

	// Vim moves the old file out of the way; VS Code and Emacs rename a new one
	// over it.
	rename(t, file, file+"~")
	write(t, file, "three")
	await(t, w, 1, "a file moved away and made anew")
	write(t, filepath.Join(dir, "events", ".x.md.tmp"), "four")
	rename(t, filepath.Join(dir, "events", ".x.md.tmp"), file)
	await(t, w, 1, "a file renamed over another")
	remove(t, file)
	await(t, w, 1, "a file removed")
}

func TestWatchFolders(t *testing.T) {
	w, dir := watch(t)
	nested := filepath.Join(dir, "a", "b", "c")
	mkdir(t, nested)
	await(t, w, 1, "new folders")
	write(t, filepath.Join(nested, "x.md"), "one")
	await(t, w, 1, "a file in a new folder")
	remove(t, filepath.Join(dir, "a"))
	await(t, w, 1, "folders removed")

	// A folder that comes with all its files, as from a checkout.
	outside := filepath.Join(t.TempDir(), "many")
	mkdir(t, filepath.Join(outside, "deep"))
	for i := range 500 {
		write(t, filepath.Join(outside, "deep", fmt.Sprintf("%d.md", i)), "x")
	}
	rename(t, outside, filepath.Join(dir, "many"))
	await(t, w, 1, "a folder moved in")
	write(t, filepath.Join(dir, "many", "deep", "7.md"), "y")
	await(t, w, 1, "a file of the folder moved in")
}

func TestWatchRoots(t *testing.T) {
	w, dir := watch(t)
	remove(t, dir)
	await(t, w, 1, "the root removed")
	mkdir(t, filepath.Join(dir, "events"))
	await(t, w, 1, "the root made anew")
	write(t, filepath.Join(dir, "events", "x.md"), "one")
	await(t, w, 1, "a file of the new root")

	// A root that was not there, below a folder that was not there.
	other := filepath.Join(filepath.Dir(dir), "deep", "templates")
	mkdir(t, other)
	await(t, w, 2, "the other root made")
	write(t, filepath.Join(other, "x.html"), "one")
	await(t, w, 2, "a file of the other root")
}

func TestWatchPassesOver(t *testing.T) {
	w, dir := watch(t)
	for _, name := range []string{".x.md.swp", "x.md~", "#x.md#"} {
		write(t, filepath.Join(dir, "events", name), "one")
	}
	write(t, filepath.Join(filepath.Dir(dir), "beside.md"), "one")
	// What follows is the first that is told, and says so alone.
	write(t, filepath.Join(dir, "events", "x.md"), "one")
	await(t, w, 1, "a file")
	select {
	case got := <-w.changed:
		if got != 1 {
			t.Errorf("told of %b", got)
		}
	default:
	}
}
