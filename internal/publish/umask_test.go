//go:build unix

package publish

import (
	"fmt"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestUmask(t *testing.T) {
	for _, umask := range []int{0, 0o022, 0o027, 0o077, 0o777} {
		t.Run(fmt.Sprintf("%03o", umask), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			defer syscall.Umask(syscall.Umask(umask))
			mustBuild(t, dir, first)
			mustBuild(t, dir, second)
			if diff := cmp.Diff(second, read(t, dir)); diff != "" {
				t.Errorf("published (-want +got):\n%s", diff)
			}
			wantAlone(t, dir)
		})
	}
}
