package publish

import (
	"fmt"

	"golang.org/x/sys/unix"
)

const unpolled = 0

// exchange lets two directories change places in one step. Its error is
// [errors.ErrUnsupported] where the file system cannot.
func exchange(a, b string) error {
	if err := unix.RenamexNp(a, b, unix.RENAME_SWAP); err != nil {
		return fmt.Errorf("exchanging %s and %s: %w", a, b, err)
	}
	return nil
}
