//go:build unix

package publish

import (
	"io/fs"
	"syscall"
)

const foldersHaveModes = true

// links returns how many names a file has.
func links(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Nlink)
	}
	return 0
}
