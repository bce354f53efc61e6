package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"buildsite/internal/render"
	"buildsite/internal/source"
)

// report prints diagnostics: as text to standard error, or as JSON Lines to
// standard output.
func (t *terminal) report(ds []source.Diagnostic, asJSON bool) error {
	if !asJSON {
		for _, d := range ds {
			if _, err := fmt.Fprintln(t.err, d); err != nil {
				return err
			}
		}
		return nil
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	for _, d := range ds {
		if err := enc.Encode(d.Problem()); err != nil {
			return err
		}
	}
	return nil
}

// tally counts diagnostics in words: "2 errors and 1 warning".
func tally(ds []source.Diagnostic) string {
	errors, warnings := 0, 0
	for _, d := range ds {
		if d.Severity == source.Error {
			errors++
		} else {
			warnings++
		}
	}
	var parts []string
	if errors > 0 {
		parts = append(parts, count(errors, "error", "errors"))
	}
	if warnings > 0 {
		parts = append(parts, count(warnings, "warning", "warnings"))
	}
	if len(parts) == 0 {
		return "no problems"
	}
	return strings.Join(parts, " and ")
}

// count writes a number, with commas, and the noun that goes with it.
func count(n int, one, many string) string { return render.Count(n, one, many) }

// print writes a line unless the command is to be quiet.
func (c *Common) print(w io.Writer, format string, args ...any) {
	if !c.Quiet {
		fmt.Fprintf(w, format+"\n", args...)
	}
}
