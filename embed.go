// Package buildsite holds the templates and static files that come with the
// program, so that the binary works on any content folder.
package buildsite

import "embed"

// Files holds the folders templates and static.
//
//go:embed all:templates all:static
var Files embed.FS
