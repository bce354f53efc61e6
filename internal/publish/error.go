package publish

import "fmt"

// Reason says why a directory or a name in it is refused.
type Reason uint8

// The reasons. Those of the first group are about the directory, those of the
// second about a name in it.
const (
	_            Reason = iota
	Foreign             // it holds files and no marker of ours
	Busy                // another build holds it
	Symlink             // it is a symbolic link
	NotDirectory        // it is something else than a directory
	TopDirectory        // it is the root of the file system
	Home                // it is the user's home directory
	Current             // it is the current directory or holds it
	MountPoint          // it is a mount point, which cannot be renamed

	BadPath    // not a clean, relative, slash-separated path of valid UTF-8
	Unportable // a character or a length that some file systems do not allow
	Twice      // put before
	FileFolder // one name would be both a file and a folder
	SameName   // differs from another name in case only
)

// reasons has a name, a problem and its mend for each Reason. The problem is a
// format for the path and, where two names clash, the other one.
var reasons = [...]struct{ name, problem, hint string }{
	{},
	{
		"foreign", "%s holds files that buildsite did not make",
		"name another directory, or empty this one first if nothing in it is needed",
	},
	{
		"busy", "another build is writing %s",
		"wait for it to end, or name another directory",
	},
	{
		"symlink", "%s is a symbolic link",
		"name the directory that it points to",
	},
	{
		"not a directory", "%s is not a directory",
		"name a directory, or a path where nothing is yet",
	},
	{
		"root", "%s is the root of the file system",
		"name a directory made for the site alone",
	},
	{
		"home", "%s is your home directory",
		"name a directory made for the site alone",
	},
	{
		"current", "%s is the current directory or holds it",
		"go to the directory above it first, or name another directory",
	},
	{
		"mount point", "%s is a mount point and cannot be renamed",
		"name a directory inside it",
	},
	{
		"bad path", "%q is not a path inside the site",
		"use names between single slashes, without . and .. and without a slash at either end",
	},
	{
		"unportable", "%q cannot be stored on every file system",
		`leave out control characters and \ : * ? " < > |, end no name with a dot or a space, and keep each within 255 bytes`,
	},
	{
		"twice", "%q is published twice",
		"give one of the two another name",
	},
	{
		"file and folder", "%q and %q make one name both a file and a folder",
		"give one of the two another name",
	},
	{
		"same name", "%q and %q are one name on file systems that ignore case",
		"spell both alike, or give one of them another name",
	},
}

// String returns a short name for the reason, such as "symlink".
func (r Reason) String() string {
	if r == 0 || int(r) >= len(reasons) {
		return fmt.Sprintf("Reason(%d)", uint8(r))
	}
	return reasons[r].name
}

// Error is a refusal: nothing was changed, and an editor can mend the cause.
type Error struct {
	Path   string // the directory, or the name within it
	Other  string // the name that Path clashes with, if any
	Reason Reason
}

// Error states the problem in one line.
func (e *Error) Error() string {
	switch {
	case e.Reason == 0 || int(e.Reason) >= len(reasons):
		return e.Path + ": " + e.Reason.String()
	case e.Other != "":
		return fmt.Sprintf(reasons[e.Reason].problem, e.Path, e.Other)
	}
	return fmt.Sprintf(reasons[e.Reason].problem, e.Path)
}

// Hint states the mend in one line.
func (e *Error) Hint() string {
	if int(e.Reason) >= len(reasons) {
		return ""
	}
	return reasons[e.Reason].hint
}
