package e2e

import (
	"os/exec"
	"testing"
)

// TestTypes checks the scripts of static/ by the types that their comments give.
func TestTypes(t *testing.T) {
	if out, err := exec.Command(node(t, compiler), compiler, "--project", ".").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
