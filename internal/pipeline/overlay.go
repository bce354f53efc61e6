package pipeline

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
)

// Overlay returns a file system in which the files of upper stand before those
// of lower with the same name, one by one. A folder is what both have in it.
// Either may lack its root.
func Overlay(upper, lower fs.FS) fs.FS { return overlay{upper, lower} }

type overlay [2]fs.FS

// Open opens a file of the upper file system if it has one of that name.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o[0].Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o[1].Open(name)
	}
	return f, err
}

// ReadFile reads a file of the upper file system if it has one of that name.
func (o overlay) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(o[0], name)
	if errors.Is(err, fs.ErrNotExist) {
		return fs.ReadFile(o[1], name)
	}
	return data, err
}

// ReadDir returns what either file system has in the folder, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries := make(map[string]fs.DirEntry)
	found := false
	var missing error
	for _, fsys := range []fs.FS{o[1], o[0]} {
		list, err := fs.ReadDir(fsys, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			missing = err
			continue
		case err != nil:
			return nil, err
		}
		found = true
		for _, e := range list {
			entries[e.Name()] = e
		}
	}
	if !found {
		return nil, missing
	}
	return slices.SortedFunc(maps.Values(entries), func(a, b fs.DirEntry) int {
		if a.Name() < b.Name() {
			return -1
		}
		return 1
	}), nil
}
