package main

import (
	"os"
	"syscall"
)

// peak returns the most memory that an ended process had, in bytes.
func peak(p *os.ProcessState) int64 {
	if use, ok := p.SysUsage().(*syscall.Rusage); ok {
		return use.Maxrss << 10
	}
	return 0
}
