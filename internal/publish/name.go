package publish

import (
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxElement is the longest name of one file or folder, in bytes, that the
// common file systems hold.
const maxElement = 255

// checkName reports why name cannot be published anywhere: a path that is not
// within the tree, or one that a memory stick or a Windows disk cannot hold.
func checkName(name string) error {
	if !fs.ValidPath(name) || name == "." {
		return &Error{Path: name, Reason: BadPath}
	}
	for element := range strings.SplitSeq(name, "/") {
		if !portable(element) {
			return &Error{Path: name, Reason: Unportable}
		}
	}
	return nil
}

func portable(element string) bool {
	if len(element) > maxElement {
		return false
	}
	for i := range len(element) {
		switch c := element[i]; {
		case c < ' ', c == 0x7f:
			return false
		case strings.IndexByte(`\:*?"<>|`, c) >= 0:
			return false
		}
	}
	last := element[len(element)-1]
	return last != '.' && last != ' '
}

// names holds every path claimed so far, files and folders, under its folded
// form, so that a tree that works here works where case is ignored.
type names map[string]claimed

type claimed struct {
	name   string
	folder bool
}

func newNames() names {
	return names{fold(marker): {name: marker}}
}

// has reports whether the file was claimed under just this name.
func (n names) has(name string) bool {
	c, ok := n[fold(name)]
	return ok && c.name == name && !c.folder
}

// claim takes name for a file and the paths above it for folders.
func (n names) claim(name string) error {
	if err := n.claimFolder(path.Dir(name), name); err != nil {
		return err
	}
	key := fold(name)
	c, taken := n[key]
	switch {
	case !taken:
		n[key] = claimed{name: name}
		return nil
	case c.folder:
		return &Error{Path: name, Other: c.name + "/", Reason: FileFolder}
	case c.name == name:
		return &Error{Path: name, Reason: Twice}
	}
	return &Error{Path: name, Other: c.name, Reason: SameName}
}

// claimFolder takes dir and the paths above it for folders of the file name.
func (n names) claimFolder(dir, name string) error {
	if dir == "." {
		return nil
	}
	key := fold(dir)
	c, taken := n[key]
	switch {
	case !taken:
		if err := n.claimFolder(path.Dir(dir), name); err != nil {
			return err
		}
		n[key] = claimed{name: dir, folder: true}
		return nil
	case !c.folder:
		return &Error{Path: name, Other: c.name, Reason: FileFolder}
	case c.name != dir:
		return &Error{Path: name, Other: c.name + "/", Reason: SameName}
	}
	return nil
}

// fold maps names that differ in case only to one form.
func fold(name string) string {
	for i := range len(name) {
		if c := name[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.Map(foldRune, name)
		}
	}
	return name
}

// foldRune returns one rune for all that differ from r in case only. It is a
// small letter for ASCII, so that fold can leave most names as they are.
func foldRune(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	if 'A' <= least && least <= 'Z' {
		return least + 'a' - 'A'
	}
	return least
}
