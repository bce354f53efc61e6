package e2e

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// checker is the Nu Html Checker of the W3C, as npm lays it out. It finds other
// faults than html-validate, and reads style sheets and charts, too.
const checker = "node_modules/vnu-jar/build/dist/vnu.jar"

// TestChecked reads every page with the Nu Html Checker.
func TestChecked(t *testing.T) {
	java, err := exec.LookPath("java")
	if err != nil {
		missing(t, "no Java on this machine; on Debian: apt-get install default-jre-headless")
	}
	if _, err := os.Stat(checker); err != nil {
		missing(t, checker+" is not there; run npm ci in the folder e2e")
	}
	out, err := exec.Command(java, "-Xss1024k", "-jar", checker, "--errors-only", "--skip-non-html", "--stdout", onDisk(t)).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, firstLines(string(out), 40))
	}
}

// firstLines returns at most n lines of a text.
func firstLines(text string, n int) string {
	lines := strings.SplitAfterN(text, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "")
}
