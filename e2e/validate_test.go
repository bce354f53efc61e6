package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// validate checks every HTML file below dir with html-validate and returns what
// it finds, each as "file:line:col: message (rule)", in the order of the files.
func validate(t *testing.T, dir string) []string {
	t.Helper()
	command := exec.Command(node(t, validator), validator,
		"--config", ".htmlvalidate.mjs", "--formatter", "json", "--ext", "html", dir)
	var complaint strings.Builder
	command.Stderr = &complaint
	// It exits with 1 when it finds something; then the output says what.
	out, err := command.Output()
	if exit := new(exec.ExitError); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1 || len(out) == 0) {
		t.Fatalf("html-validate: %v\n%s", err, &complaint)
	}
	var reports []struct {
		FilePath string
		Messages []struct {
			RuleID, Message string
			Line, Column    int
		}
	}
	if err := json.Unmarshal(out, &reports); err != nil {
		t.Fatalf("html-validate answers %q: %v\n%s", out, err, &complaint)
	}
	var problems []string
	for _, report := range reports {
		for _, m := range report.Messages {
			file, err := filepath.Rel(dir, report.FilePath)
			if err != nil {
				file = report.FilePath
			}
			problems = append(problems, fmt.Sprintf("%s:%d:%d: %s (%s)", filepath.ToSlash(file), m.Line, m.Column, m.Message, m.RuleID))
		}
	}
	return problems
}

func TestValidate(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, page()); err != nil {
		t.Fatal(err)
	}
	if problems := validate(t, dir); len(problems) > 0 {
		t.Errorf("in a good page:\n%s", strings.Join(problems, "\n"))
	}

	good := string(page()["index.html"].Data)
	bad := map[string]string{
		"bare.html":      "<p>not a document</p>\n",
		"nested.html":    strings.Replace(good, "</h1>", "</h1><ul><div>no item</div></ul>", 1),
		"twice.html":     strings.Replace(good, "<h1>", `<h1 id="a">Title</h1><h1 id="a">`, 1),
		"unclosed.html":  strings.Replace(good, "</a></p>", "</p>", 1),
		"noalt.html":     strings.Replace(good, "</h1>", `</h1><img src="flag.svg">`, 1),
		"nolang.html":    strings.Replace(good, ` lang="en"`, "", 1),
		"sub/style.html": strings.Replace(good, "<h1>", `<h1 style="color: red">`, 1),
	}
	for name, html := range bad {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(html), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	problems := validate(t, dir)
	for _, want := range []string{
		"bare.html:1:1: ", "(element-permitted-content)", "(no-dup-id)", "unclosed.html:14:", "(no-inline-style)",
		"noalt.html:", "nolang.html:", "sub/style.html:12:",
	} {
		if !slices.ContainsFunc(problems, func(p string) bool { return strings.Contains(p, want) }) {
			t.Errorf("no problem with %q among:\n%s", want, strings.Join(problems, "\n"))
		}
	}
	for _, problem := range problems {
		if strings.HasPrefix(problem, "index.html") {
			t.Errorf("in a good page: %s", problem)
		}
	}
}
