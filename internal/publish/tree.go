package publish

import (
	"bytes"
	"hash/crc32"
	"io/fs"
	"os"
	"path"
	"sync"
)

const (
	fileMode = 0o644
	dirMode  = 0o755

	// maxOpen bounds the folders of a tree that are kept open.
	maxOpen = 200
)

// tree is a directory with its folders held open, so that a file in one costs
// a single lookup of its last name. A root keeps every path inside.
type tree struct {
	root    *os.Root
	folders map[string]folder
	create  bool // make folders that are not there
}

// folder is an open folder of a tree. Beyond maxOpen it is the tree's root and
// the path from there.
type folder struct {
	root   *os.Root
	prefix string
}

func openTree(dir string) (*tree, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &tree{root: root, folders: map[string]folder{".": {root: root}}}, nil
}

// makeTree makes dir, which must not exist, with the marker in it, and tells
// what has to be done there for the modes of files to be right.
func makeTree(dir string) (*tree, modes, error) {
	if err := os.Mkdir(dir, dirMode); err != nil {
		return nil, 0, err
	}
	if err := os.Chmod(dir, dirMode); err != nil {
		return nil, 0, err
	}
	t, err := openTree(dir)
	if err != nil {
		return nil, 0, err
	}
	t.create = true
	m, err := t.mark()
	return t, m, err
}

// modes says how the files of a file system get their mode.
type modes uint8

const (
	modesNone    modes = iota // it holds none, or not the one that is asked for
	modesCreated              // a new file has it
	modesSet                  // a new file lacks bits, which a chmod adds
)

// mark writes the marker and learns from it what new files are like here: the
// umask cannot be read without being changed for all threads.
func (t *tree) mark() (modes, error) {
	f, err := t.root.OpenFile(marker, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if _, err := f.WriteString(markerText); err != nil {
		return 0, err
	}
	m := modesCreated
	if right, err := hasMode(f); err != nil || right {
		return m, err
	}
	if m = modesSet; f.Chmod(fileMode) != nil {
		return modesNone, nil
	}
	if right, err := hasMode(f); err != nil || right {
		return m, err
	}
	return modesNone, nil
}

func hasMode(f *os.File) (bool, error) {
	info, err := f.Stat()
	return err == nil && info.Mode() == fileMode, err
}

// folder returns the folder at the slash path dir.
func (t *tree) folder(dir string) (folder, error) {
	if f, ok := t.folders[dir]; ok {
		return f, nil
	}
	above, err := t.folder(path.Dir(dir))
	if err != nil {
		return folder{}, err
	}
	name := above.prefix + path.Base(dir)
	if t.create {
		if err := makeFolder(above.root, name); err != nil {
			return folder{}, err
		}
	}
	f := folder{root: t.root, prefix: dir + "/"}
	if len(t.folders) < maxOpen {
		root, err := above.root.OpenRoot(name)
		if err != nil {
			return folder{}, err
		}
		f = folder{root: root}
	}
	t.folders[dir] = f
	return f, nil
}

// makeFolder sets the mode by name, before anything is opened: under a strict
// umask its owner could not open the new folder.
func makeFolder(root *os.Root, name string) error {
	if err := root.Mkdir(name, dirMode); err != nil {
		return err
	}
	return root.Chmod(name, dirMode)
}

func (t *tree) close() {
	if t == nil {
		return
	}
	for _, f := range t.folders {
		f.root.Close() // the folders past maxOpen share the tree's root; Close may be repeated
	}
	clear(t.folders)
}

// write makes a new file.
func (f folder) write(name string, data []byte, m modes) error {
	w, err := f.root.OpenFile(f.prefix+name, os.O_WRONLY|os.O_CREATE|os.O_EXCL|unpolled, fileMode)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		w.Close()
		return err
	}
	if m == modesSet {
		if err := w.Chmod(fileMode); err != nil {
			w.Close()
			return err
		}
	}
	return w.Close()
}

// holds reports whether the folder has a file with just this data that may be
// linked to: a plain file with the right mode and no other link, through which
// somebody could change it.
func (f folder) holds(name string, data []byte, m modes) bool {
	info, err := f.root.Lstat(f.prefix + name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) || links(info) != 1 {
		return false
	}
	if m != modesNone && info.Mode() != fileMode {
		return false
	}
	r, err := f.root.OpenFile(f.prefix+name, os.O_RDONLY|unpolled, 0)
	if err != nil {
		return false
	}
	defer r.Close()
	return equal(r, data)
}

// sum returns the share of a file in its directory's sum. It has to be a file
// that could stay as it is, see holds.
func (f folder) sum(base, name string, m modes) (Sum, error) {
	r, err := f.root.OpenFile(f.prefix+base, os.O_RDONLY|unpolled, 0)
	if err != nil {
		return 0, err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() || links(info) != 1 || m != modesNone && info.Mode() != fileMode {
		return 0, fs.ErrInvalid
	}
	buffer := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buffer)
	check, size := uint32(0), 0
	for size < int(info.Size()) {
		n, err := r.Read(buffer[:])
		if err != nil {
			return 0, err
		}
		check = crc32.Update(check, castagnoli, buffer[:n])
		size += n
	}
	return share(name, check, size), nil
}

var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// equal reports whether r yields data; the caller knows that the lengths agree.
func equal(r *os.File, data []byte) bool {
	buffer := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buffer)
	for len(data) > 0 {
		n, err := r.Read(buffer[:])
		if err != nil || n > len(data) || !bytes.Equal(buffer[:n], data[:n]) {
			return false
		}
		data = data[n:]
	}
	return true
}

// listing is what a directory held at Open.
type listing struct {
	files map[string]bool // the plain files but the marker, by slash path
	// stale is set when the directory must be replaced even if every file in
	// it stays: something else than files is there, or a folder has the wrong
	// mode or nothing in it.
	stale bool
}

func (t *tree) list() (listing, error) {
	l := listing{files: map[string]bool{}}
	err := l.add(t.root, ".")
	return l, err
}

// add lists dir and what is below it.
func (l *listing) add(root *os.Root, dir string) error {
	f, err := root.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	entries, err := f.ReadDir(-1)
	if err != nil {
		return err
	}
	if len(entries) == 0 || foldersHaveModes && info.Mode().Perm() != dirMode {
		l.stale = true
	}
	for _, entry := range entries {
		if err := l.addEntry(root, path.Join(dir, entry.Name()), entry.Type()); err != nil {
			return err
		}
	}
	return nil
}

func (l *listing) addEntry(root *os.Root, name string, kind fs.FileMode) error {
	switch {
	case name == marker:
	case kind.IsDir():
		return l.add(root, name)
	case kind.IsRegular():
		l.files[name] = true
	default:
		l.stale = true
	}
	return nil
}
