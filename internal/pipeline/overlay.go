package pipeline

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"buildsite/internal/source"
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

// strayTemplates tells of templates that lie over the built-in ones and take
// the place of none, so that nothing shows them. A new partial is no such: a
// template of the editor's own may show it.
func strayTemplates(templates fs.FS) ([]source.Diagnostic, error) {
	o, ok := templates.(overlay)
	if !ok {
		return nil, nil
	}
	builtIn, err := filesOf(o[1])
	if err != nil {
		return nil, err
	}
	own, err := filesOf(o[0])
	var ds []source.Diagnostic
	for _, name := range own {
		if slices.Contains(builtIn, name) || path.Dir(name) == partialsDir || path.Ext(name) != ".html" {
			continue
		}
		d := source.Diagnostic{File: name, Severity: source.Warning, Rule: "stray-template", Text: "this template takes the place of none, so no page shows it"}
		ds = append(ds, d.WithHint("%s", meantTemplate(name, builtIn)))
	}
	return ds, err
}

// layers returns the built-in files of a folder and the editor's own, nil where
// there are none.
func layers(fsys fs.FS) (builtIn, own fs.FS) {
	if o, ok := fsys.(overlay); ok {
		return o[1], o[0]
	}
	return fsys, nil
}

// partialsDir holds the templates that others show.
const partialsDir = "partials"

// meantTemplate says which of the built-in templates a stray one may be meant
// to replace: one of the same name in another folder, or of a name like it.
func meantTemplate(name string, builtIn []string) string {
	near := source.Nearest(name, builtIn)
	if i := slices.IndexFunc(builtIn, func(b string) bool { return path.Base(b) == path.Base(name) }); i >= 0 {
		near = builtIn[i]
	}
	if near == "" {
		shown := slices.DeleteFunc(slices.Clone(builtIn), func(b string) bool { return path.Dir(b) == partialsDir })
		return "the built-in templates are " + strings.Join(shown, ", ") + " and those in " + partialsDir
	}
	return "did you mean " + near + "?"
}

// filesOf returns the names of all plain files, none where there is no root.
func filesOf(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == "." {
			return nil
		}
		if err == nil && d.Type().IsRegular() {
			names = append(names, name)
		}
		return err
	})
	return names, err
}
