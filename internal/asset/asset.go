// Package asset knows how the files of static/ become files of the site.
//
// Three kinds of files lie there. A style sheet or script directly in static/
// is an entry point: it is bundled with everything it imports, lowered to what
// older browsers read, minified, and named by its content, so that a browser
// may keep it for ever ("site.css" becomes "assets/site-3F2A9C01.css"). A
// style sheet or script in a folder below is a part that others import and is
// not published on its own. Every other file (an icon, a font, a licence) is
// published as it is, under its own path.
//
// Everything is read from one fs.FS. A link out of it, a symbolic link, an
// address on another host: each is told as a problem, because a page of the
// site must never ask anybody else for a part of itself.
package asset

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"buildsite/internal/source"
)

// Set holds the published files of static/, sorted by path. It is immutable
// once made by [Bundle].
type Set []File

// File is one published file.
type File struct {
	Path  string // within the site, such as "assets/site-3F2A9C01.css"
	Name  string // within static/, such as "site.css"
	Bytes []byte
}

// Path returns where in the site the file of the given name within static/ is
// published, or "" when there is none.
func (s Set) Path(name string) string {
	i := slices.IndexFunc(s, func(f File) bool { return f.Name == name })
	if i < 0 {
		return ""
	}
	return s[i].Path
}

// maxFile bounds a single file: what is larger does not belong into the
// repository of a site, and most likely got there by accident.
const maxFile = 32 << 20

// Bundle reads all of static and returns what is to be published of it, with
// the problems found in style sheets, scripts and file types. File names in
// diagnostics are relative to static. The same content gives the same bytes and
// names everywhere. The error is one of reading; a static of nil, or one whose
// root does not exist, is an empty one.
//
// Hidden files, editors' backups and the type checker's declarations (.d.ts) are
// left out, but .well-known is not.
func Bundle(static fs.FS) (Set, []source.Diagnostic, error) {
	if static == nil {
		return nil, nil, nil
	}
	entries, copies, ds, err := survey(static)
	if err != nil {
		return nil, nil, err
	}
	bundled, problems := bundle(static, entries)
	ds = append(ds, problems...)
	set := append(bundled, copies...)
	slices.SortFunc(set, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return set, source.Sort(ds), nil
}

// survey walks static and tells entry points, by name, from files to copy.
func survey(static fs.FS) (entries []string, copies []File, ds []source.Diagnostic, err error) {
	err = fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == "." && d == nil:
			return fs.SkipAll // there is no static/
		case err != nil:
			return fmt.Errorf("reading static files: %w", err)
		case name == ".":
			return nil
		case unwanted(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		if problem := unfit(name, d); problem != nil {
			ds = append(ds, *problem)
			return nil
		}
		if isCode(name) {
			if !strings.Contains(name, "/") {
				entries = append(entries, name)
			}
			return nil
		}
		b, err := fs.ReadFile(static, name)
		if err != nil {
			return fmt.Errorf("reading static files: %w", err)
		}
		copies = append(copies, File{Path: name, Name: name, Bytes: b})
		return nil
	})
	return entries, copies, ds, err
}

// unwanted tells whether a file or folder of that name is nobody's intention.
func unwanted(base string) bool {
	if base == ".well-known" {
		return false
	}
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasSuffix(base, ".d.ts")
}

// isCode tells whether the file is bundled or imported rather than copied.
func isCode(name string) bool {
	switch path.Ext(name) {
	case ".css", ".js", ".mjs":
		return true
	}
	return false
}

// unfit returns the problem of an entry that cannot be published, or nil.
func unfit(name string, d fs.DirEntry) *source.Diagnostic {
	told := source.Diagnostic{File: name, Severity: source.Error, Rule: "static-file"}
	if !d.Type().IsRegular() {
		told.Text = "not a regular file"
		if d.Type()&fs.ModeSymlink != 0 {
			told.Text = "symbolic link"
		}
		told = told.WithHint("put the file itself here: the published site holds no links")
		return &told
	}
	info, err := d.Info()
	if err != nil || info.Size() <= maxFile {
		return nil // a vanished file shows when it is read
	}
	told.Text = fmt.Sprintf("%d bytes are too many for a static file", info.Size())
	told = told.WithHint("at most %d bytes; link to a larger one where it is archived", maxFile)
	return &told
}
