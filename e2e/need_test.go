package e2e

import (
	"os"
	"os/exec"
	"testing"
)

// missing ends a test for want of something that the machine lacks.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("BUILDSITE_NO_SKIP") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// browsers are the names that Chromium and its kin go by, the freest first.
var browsers = [...]string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
}

// chromium returns the path of a browser.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "no Chromium on this machine; on Debian: apt-get install chromium")
	return ""
}

// validator is html-validate's program, as npm lays it out.
const validator = "node_modules/html-validate/bin/html-validate.mjs"

// compiler is TypeScript's program.
const compiler = "node_modules/typescript/bin/tsc"

// node returns the path of node once a program is there for it to run.
func node(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath("node")
	if err != nil {
		missing(t, "no node on this machine; on Debian: apt-get install nodejs npm")
	}
	if _, err := os.Stat(program); err != nil {
		missing(t, program+" is not there; run npm ci in the folder e2e")
	}
	return path
}
