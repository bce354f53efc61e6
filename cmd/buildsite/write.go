package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"buildsite/internal/edtf"
	"buildsite/internal/interchange"
	"buildsite/internal/seed"
)

// eventPath is where the seed of an event lies in the content folder. Its name
// is the event's address, the folder keeps decades apart for those who look.
func eventPath(date edtf.Date, id string) string {
	return path.Join(interchange.Folder(date), id+".md")
}

// write writes a new seed into the content folder and prints its path. It
// replaces nothing.
func (c *Common) write(t *terminal, name string, s *seed.Sheet) (err error) {
	shown := filepath.Join(c.Content, filepath.FromSlash(name))
	if err := os.MkdirAll(c.Content, 0o777); err != nil {
		return err
	}
	root, err := openFolder("--content", c.Content)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(name)), 0o777); err != nil {
		return err
	}
	file, err := root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return &noResult{shown + " exists already", "edit it, or choose another title"}
	}
	if err != nil {
		return err
	}
	_, err = file.Write(s.Bytes())
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, root.Remove(filepath.FromSlash(name)))
	}
	_, err = fmt.Fprintln(t.out, shown)
	return err
}

// noResult is why a command that was meant rightly has nothing to show.
type noResult struct{ text, hint string }

func (e *noResult) Error() string { return e.text }
