//go:build !linux && !darwin

package publish

import "errors"

const unpolled = 0

// exchange is not to be had here; the directories are renamed instead.
func exchange(_, _ string) error { return errors.ErrUnsupported }
