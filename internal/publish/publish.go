// Package publish replaces a directory whole.
//
// A build never writes into the directory that readers look at. It fills a
// stage, a second directory beside it, and when every file is there the two
// change places in one step. Whoever reads the directory sees the old files or
// the new ones and never some of both; whatever ends the build early, be it an
// error, kill -9 or a full disk, leaves the old ones standing.
//
// For a directory named public, three names may stand beside it while a build
// runs, or after one was killed:
//
//	.public.lock   held by the one build that may touch the rest
//	.public.stage  the new files; after the exchange, the old ones on their way out
//	.public.aside  the old directory, for the moment that it takes to rename two
//	               directories where they cannot be exchanged in one step
//
// The next [Open] repairs and removes what a killed build left.
//
// Only a directory that this package made is ever replaced. It tells its own by
// a marker, a file named .buildsite with constant bytes at the top of the tree.
// The marker is the first file to come and the last to go, so that a tree
// half made or half removed still tells whose it is.
//
// A file whose bytes did not change is kept: the stage gets a hard link to it
// and its modification time stays, which lets web servers and upload tools see
// what is new. The old directory is then removed, and with it the second link.
//
// Nothing is synced to the disk file by file. A site is built from its seeds
// again faster than it is synced, and the comparison with the old files reads
// their bytes, so a build after a power cut mends what the cut has torn.
package publish

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// Stats counts the files of one build, the marker left out.
type Stats struct {
	Written int // new files, and those whose bytes changed
	Kept    int // files whose bytes are those of the directory before
	Removed int // files of the directory before that are gone
}

// Stage is a directory in the making. It holds the lock on the directory that
// it will replace until Commit or Abort.
type Stage struct {
	place  place
	lock   *flock.Flock
	modes  modes
	before listing // the files of the directory as it was at Open

	// What not every file system can do; a test puts failures here.
	exchange, link func(a, b string) error

	mu      sync.Mutex // guards all below
	names   names
	old     *tree // nil where there is no directory yet
	new     *tree
	kept    []string
	written int
	sum     Sum
	failed  error // the first error of a Put
	closed  bool
}

// Open locks dir for one build, checks that it may be replaced, and starts a
// stage beside it. It clears away what killed builds left there. A dir that is
// absent or empty is fine; its parents are made as needed.
//
// An [*Error] tells that dir may not be replaced, or that another build holds
// it; any other error comes from the file system.
func Open(dir string) (*Stage, error) {
	p, err := locate(dir)
	if err != nil {
		return nil, err
	}
	lock, err := p.acquire()
	if err != nil {
		return nil, err
	}
	s := &Stage{place: p, lock: lock, exchange: exchange, link: os.Link, names: newNames()}
	if err := s.begin(); err != nil {
		return nil, errors.Join(err, s.Abort())
	}
	return s, nil
}

// begin does the part of Open that needs the lock.
func (s *Stage) begin() error {
	if err := s.place.recover(); err != nil {
		return err
	}
	state, err := s.place.look()
	if err != nil {
		return err
	}
	if state != absent {
		if s.old, err = openTree(s.place.dir); err != nil {
			return err
		}
		if s.before, err = s.old.list(); err != nil {
			return err
		}
	}
	s.before.stale = s.before.stale || state != marked
	s.new, s.modes, err = makeTree(s.place.stage)
	return err
}

// Put adds one file to the stage. The name is a slash-separated path within
// it; see [Error] for names that are refused. The data is not held on to. Put
// may be called from several goroutines at once. After a failed Put the stage
// cannot be committed.
func (s *Stage) Put(name string, data []byte) error {
	kept, err := s.put(name, data)
	sum := sumOf(name, data)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sum += sum
	switch {
	case err != nil:
		if s.failed == nil {
			s.failed = err
		}
	case kept:
		s.kept = append(s.kept, name)
	default:
		s.written++
	}
	return err
}

func (s *Stage) put(name string, data []byte) (kept bool, err error) {
	if err := checkName(name); err != nil {
		return false, err
	}
	if err := s.claim(name); err != nil {
		return false, err
	}
	if s.before.files[name] {
		if f, err := s.folder(s.old, name); err == nil && f.holds(path.Base(name), data, s.modes) {
			return true, nil
		}
	}
	f, err := s.folder(s.new, name)
	if err == nil {
		err = f.write(path.Base(name), data, s.modes)
	}
	if err != nil {
		return false, fmt.Errorf("writing %s: %w", name, err)
	}
	return false, nil
}

func (s *Stage) claim(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return fmt.Errorf("publishing %s: the stage is closed", name)
	}
	return s.names.claim(name)
}

func (s *Stage) folder(t *tree, name string) (folder, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return t.folder(path.Dir(name))
}

// Commit exchanges stage and directory in one step, removes the old one and
// frees the lock. Where nothing changed at all, the directory stays as it is.
// Without an error every file in it is a plain one with a single link. The
// counts hold with an error too if the exchange was done and only the removal
// of the old directory failed.
func (s *Stage) Commit() (Stats, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return Stats{}, fmt.Errorf("publishing %s: the stage is closed", s.place.dir)
	}
	if s.failed != nil {
		return Stats{}, fmt.Errorf("publishing %s: not every file could be staged: %w", s.place.dir, s.failed)
	}
	stats := s.stats()
	if stats.Written == 0 && stats.Removed == 0 && !s.before.stale {
		return stats, s.end()
	}
	if err := s.replace(); err != nil {
		return Stats{}, errors.Join(err, s.end())
	}
	return stats, s.end()
}

func (s *Stage) stats() Stats {
	gone := len(s.before.files)
	for name := range s.before.files {
		if s.names.has(name) {
			gone--
		}
	}
	return Stats{Written: s.written, Kept: len(s.kept), Removed: gone}
}

// keep links the unchanged files into the stage; where links are not to be
// had it copies them. It is done this late because a build that changes nothing
// needs no stage. Plain paths are safe here: the names were checked, and on
// both sides the folders on the way were opened without following links.
func (s *Stage) keep() error {
	for _, name := range s.kept {
		f, err := s.new.folder(path.Dir(name))
		if err != nil {
			return err
		}
		local := filepath.FromSlash(name)
		if s.link(filepath.Join(s.place.dir, local), filepath.Join(s.place.stage, local)) == nil {
			continue
		}
		if err := s.copy(f, name); err != nil {
			return err
		}
	}
	return nil
}

// copy copies a file of the directory into the folder f of the stage, with its
// modification time.
func (s *Stage) copy(f folder, name string) error {
	data, err := s.old.root.ReadFile(name)
	if err != nil {
		return err
	}
	info, err := s.old.root.Stat(name)
	if err != nil {
		return err
	}
	base := path.Base(name)
	if err := f.write(base, data, s.modes); err != nil {
		return err
	}
	return f.root.Chtimes(f.prefix+base, time.Time{}, info.ModTime())
}

// replace completes the stage and puts it in the directory's place. Afterwards
// the stage's name is that of the old directory, if there was one.
func (s *Stage) replace() error {
	if err := s.keep(); err != nil {
		return err
	}
	s.closeTrees()
	// Somebody may have filled an empty directory, or made one, in between.
	state, err := s.place.look()
	if err != nil {
		return err
	}
	if state == absent {
		return os.Rename(s.place.stage, s.place.dir)
	}
	return s.place.swap(s.exchange)
}

// Abort drops the stage and frees the lock; the directory stays as it is. It
// does nothing after a Commit, so that it can be deferred.
func (s *Stage) Abort() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil
	}
	return s.end()
}

// end removes what bears the stage's name and frees the lock.
func (s *Stage) end() error {
	s.closed = true
	s.closeTrees()
	var err error
	if s.new != nil {
		err = remove(s.place.stage)
	}
	return errors.Join(err, s.place.release(s.lock))
}

func (s *Stage) closeTrees() {
	s.old.close()
	s.new.close()
}
