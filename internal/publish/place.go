package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// The marker tells a directory of ours.
const (
	marker     = ".buildsite"
	markerText = "This directory is made by buildsite, and the next build replaces all of it.\n"
)

// place is a directory to replace and the names beside it.
type place struct {
	dir, lock, stage, aside string
}

// locate refuses the directories that no build may replace, whatever they hold.
func locate(dir string) (place, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return place{}, err
	}
	parent, base := filepath.Dir(abs), filepath.Base(abs)
	if parent == abs {
		return place{}, &Error{Path: dir, Reason: TopDirectory}
	}
	info, err := os.Lstat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = os.MkdirAll(parent, dirMode)
	case err == nil:
		err = admit(dir, info)
	}
	if err != nil {
		return place{}, err
	}
	beside := filepath.Join(parent, "."+base)
	return place{dir: abs, lock: beside + ".lock", stage: beside + ".stage", aside: beside + ".aside"}, nil
}

// admit refuses what is not a directory made for a site alone.
func admit(dir string, info fs.FileInfo) error {
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return &Error{Path: dir, Reason: Symlink}
	case !info.IsDir():
		return &Error{Path: dir, Reason: NotDirectory}
	}
	if home, err := os.UserHomeDir(); err == nil && isAt(info, home) {
		return &Error{Path: dir, Reason: Home}
	}
	current, err := os.Getwd()
	if err != nil {
		return nil // a current directory that is gone is in no other
	}
	for ; ; current = filepath.Dir(current) {
		if isAt(info, current) {
			return &Error{Path: dir, Reason: Current}
		}
		if current == filepath.Dir(current) {
			return nil
		}
	}
}

func isAt(info fs.FileInfo, path string) bool {
	other, err := os.Stat(path)
	return err == nil && os.SameFile(info, other)
}

// acquire takes the lock or returns a Busy error. The lock is a file that its
// holder removes; so a file locked here counts only if it still has its name.
func (p place) acquire() (*flock.Flock, error) {
	for {
		lock := flock.New(p.lock, flock.SetPermissions(fileMode))
		switch ok, err := lock.TryLock(); {
		case err != nil:
			return nil, err
		case !ok:
			return nil, &Error{Path: p.dir, Reason: Busy}
		}
		held, err := lock.Stat()
		if err == nil && isAt(held, p.lock) {
			return lock, nil
		}
		if err := errors.Join(err, lock.Unlock()); err != nil {
			return nil, err
		}
	}
}

// release gives the lock back. Where an open file cannot be removed its empty
// file stays, which harms nobody.
func (p place) release(lock *flock.Flock) error {
	os.Remove(p.lock)
	return lock.Unlock()
}

// state is what stands at a path.
type state uint8

const (
	_       state = iota
	absent        // nothing
	empty         // a directory with nothing in it
	torn          // a directory of ours whose marker a power cut has emptied
	marked        // a directory of ours
	foreign       // anything else
)

func stateOf(dir string) (state, error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absent, nil
	case err != nil:
		return 0, err
	case !info.IsDir():
		return foreign, nil
	}
	info, err = os.Lstat(filepath.Join(dir, marker))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return stateUnmarked(dir)
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return foreign, nil
	case info.Size() == 0:
		return torn, nil
	case info.Size() != int64(len(markerText)):
		return foreign, nil
	}
	text, err := os.ReadFile(filepath.Join(dir, marker))
	switch {
	case err != nil:
		return 0, err
	case string(text) != markerText:
		return foreign, nil
	}
	return marked, nil
}

func stateUnmarked(dir string) (state, error) {
	f, err := os.Open(dir)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	switch _, err := f.Readdirnames(1); {
	case errors.Is(err, io.EOF):
		return empty, nil
	case err != nil:
		return 0, err
	}
	return foreign, nil
}

// look returns the state of the directory if it may be replaced.
func (p place) look() (state, error) {
	s, err := stateOf(p.dir)
	if err == nil && s == foreign {
		err = &Error{Path: p.dir, Reason: Foreign}
	}
	return s, err
}

// recover repairs and removes what a killed build left. If it was killed while
// the directory was set aside, that one comes back: it is whole, and was the
// site until then.
func (p place) recover() error {
	if s, err := stateOf(p.dir); err != nil {
		return err
	} else if s == absent {
		if err := os.Rename(p.aside, p.dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, left := range []string{p.stage, p.aside} {
		s, err := stateOf(left)
		if err == nil && s == foreign {
			err = &Error{Path: left, Reason: Foreign}
		}
		if err == nil && s != absent {
			err = remove(left)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// remove removes a directory of ours, the marker last, so that whoever finds
// the rest of a removal that was cut short knows whose it is.
func remove(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() == marker {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, entry.Name())); err != nil {
			return err
		}
	}
	return os.RemoveAll(dir)
}

// swap lets dir and stage change places, in one step where the system can.
func (p place) swap(exchange func(a, b string) error) error {
	err := exchange(p.stage, p.dir)
	if errors.Is(err, errors.ErrUnsupported) {
		err = p.rename()
	}
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		return &Error{Path: p.dir, Reason: MountPoint}
	}
	return err
}

// rename does by renaming what swap does in one step. For a moment nothing is
// at dir; recover knows this state by the absence. The last step gives the old
// directory the name of a stage, so that one set aside is always whole.
func (p place) rename() error {
	if err := os.Rename(p.dir, p.aside); err != nil {
		return err
	}
	if err := os.Rename(p.stage, p.dir); err != nil {
		return errors.Join(err, os.Rename(p.aside, p.dir))
	}
	return os.Rename(p.aside, p.stage)
}
