package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"buildsite/internal/render"
	"buildsite/internal/source"
)

// report prints diagnostics: as text to standard error, or as JSON Lines to
// standard output. On GitHub they go to standard error as annotations, too, so
// that they show beside the lines of a change.
func (t *terminal) report(ds []source.Diagnostic, asJSON bool) error {
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		for _, d := range ds {
			if _, err := fmt.Fprintln(t.err, annotation(d)); err != nil {
				return err
			}
		}
	}
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

// annotation writes a diagnostic as GitHub's runner reads it off the output of
// a step: a command with properties and a message, in which what would end any
// of these is written in percent.
func annotation(d source.Diagnostic) string {
	var b strings.Builder
	fmt.Fprintf(&b, "::%s file=%s", d.Severity, githubProperty.Replace(d.File))
	if !d.Pos.IsZero() {
		fmt.Fprintf(&b, ",line=%d,col=%d", d.Pos.Line, d.Pos.Column)
	}
	text := d.Text
	if d.Hint != "" {
		text += "\nhint: " + d.Hint
	}
	fmt.Fprintf(&b, ",title=%s::%s", githubProperty.Replace(d.Rule), githubMessage.Replace(text))
	return b.String()
}

// What GitHub wants escaped in a command's message, and in its properties.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

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
