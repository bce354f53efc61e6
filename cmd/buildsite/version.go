package main

import (
	"fmt"
	"runtime/debug"
)

// versionCommand prints what was built from what.
type versionCommand struct{}

// Run prints version, Go version and commit.
func (*versionCommand) Run(t *terminal) error {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		_, err := fmt.Fprintln(t.out, "buildsite, built without version information")
		return err
	}
	version, commit := info.Main.Version, "unknown commit"
	if version == "" || version == "(devel)" {
		version = "(development)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = "commit " + s.Value
		}
	}
	_, err := fmt.Fprintf(t.out, "buildsite %s, %s, %s\n", version, info.GoVersion, commit)
	return err
}
