//go:build !unix

package publish

import "io/fs"

// foldersHaveModes is false where a folder's mode says nothing.
const foldersHaveModes = false

// links cannot be told from a FileInfo here; a file is taken to have one name.
func links(fs.FileInfo) uint64 { return 1 }
