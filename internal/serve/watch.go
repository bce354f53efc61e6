package serve

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Changes come in swarms: an editor writes a file beside the old one and renames
// it, a checkout writes thousands. A build waits until it has been quiet for a
// moment, but not for ever.
const (
	quiet   = 8 * time.Millisecond
	longest = 250 * time.Millisecond
)

// watcher tells that something below its folders changed.
type watcher struct {
	changed chan dirty // holds at most one
	fs      *fsnotify.Watcher
	roots   []string
}

// dirty says in which of the folders something changed: bit i for the i-th.
type dirty uint

// newWatcher watches folders with all that is in them, and the ones around them
// in which they may go and come.
func newWatcher(roots []string) (*watcher, error) {
	inner, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching folders: %w", err)
	}
	w := &watcher{changed: make(chan dirty, 1), fs: inner}
	for _, dir := range roots {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return nil, errors.Join(err, inner.Close())
		}
		w.roots = append(w.roots, abs)
	}
	if err := w.cover(); err != nil {
		return nil, errors.Join(err, inner.Close())
	}
	go w.listen()
	return w, nil
}

func (w *watcher) close() error { return w.fs.Close() }

// cover sees to it that every folder there is is watched. Adding one twice is
// no harm; one that goes away meanwhile is told by an event of its own.
func (w *watcher) cover() error {
	for _, root := range w.roots {
		if err := w.add(nearestFolder(filepath.Dir(root))); err != nil {
			return err
		}
		if err := w.addTree(root); err != nil {
			return err
		}
	}
	return nil
}

// nearestFolder is the innermost folder around path that exists.
func nearestFolder(path string) string {
	for {
		if info, err := os.Stat(path); err == nil && info.IsDir() || filepath.Dir(path) == path {
			return path
		}
		path = filepath.Dir(path)
	}
}

// addTree watches a folder and all that are in it, but hidden ones.
func (w *watcher) addTree(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case path != root && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		}
		return w.add(path)
	})
}

func (w *watcher) add(dir string) error {
	err := w.fs.Add(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("watching %s: %w", dir, err)
	}
	return nil
}

// listen gathers events until it is quiet, and then tells of them.
func (w *watcher) listen() {
	var wait <-chan time.Time
	var since time.Time
	folders := false // a folder may have come, so that what it holds is to be watched
	var found dirty
	for {
		select {
		case e, open := <-w.fs.Events:
			if !open {
				return
			}
			in := w.concerns(e)
			if in == 0 {
				continue
			}
			found |= in
			folders = folders || e.Has(fsnotify.Create) && isFolder(e.Name)
		case _, open := <-w.fs.Errors:
			if !open {
				return
			}
			folders, found = true, ^dirty(0) // events were lost: look at everything
		case <-wait:
			if folders {
				_ = w.cover() // what cannot be watched cannot be read either, which the build tells
				folders = false
			}
			select {
			case before := <-w.changed: // nobody has taken it yet
				found |= before
			default:
			}
			w.changed <- found
			wait, since, found = nil, time.Time{}, 0
			continue
		}
		if since.IsZero() {
			since = time.Now()
		}
		if wait == nil || time.Since(since) < longest {
			wait = time.After(quiet)
		}
	}
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// concerns tells which folders an event is about: not those beside them, nor
// what an editor leaves for a moment.
func (w *watcher) concerns(e fsnotify.Event) dirty {
	if e.Op == fsnotify.Chmod {
		return 0
	}
	const slash = string(filepath.Separator)
	var in dirty
	for i, root := range w.roots {
		rest, below := strings.CutPrefix(e.Name, root+slash)
		name := filepath.Base(rest)
		switch {
		case e.Name == root, strings.HasPrefix(root, e.Name+slash),
			below && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~") && !strings.HasPrefix(name, "#"):
			in |= 1 << i
		}
	}
	return in
}
