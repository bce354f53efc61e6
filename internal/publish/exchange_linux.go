package publish

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// unpolled opens a file without the four system calls with which package os
// finds out that a plain file cannot be polled. It changes nothing else.
const unpolled = unix.O_NONBLOCK

// exchange lets two directories change places in one step. Its error is
// [errors.ErrUnsupported] where the kernel or the file system cannot.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.EPERM):
		// What file systems without the flag say, and sandboxes without the call.
		return fmt.Errorf("exchanging %s and %s: %w (%w)", a, b, errors.ErrUnsupported, err)
	}
	return fmt.Errorf("exchanging %s and %s: %w", a, b, err)
}
