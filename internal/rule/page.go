package rule

import (
	"fmt"
	"strings"
)

// Help returns all there is to say of the rule, for a terminal.
func (r Rule) Help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n\n", r.Name, r.Weight())
	fmt.Fprintf(&b, "Tells of %s.\n\nFor example:\n\n", r.Doc)
	for line := range strings.Lines(r.Example) {
		b.WriteString("    " + strings.TrimSuffix(line, "\n") + "\n")
	}
	fmt.Fprintf(&b, "\nThen: %s.\n", r.Mend)
	if r.Fixed {
		b.WriteString("\nIt cannot be changed: without it a file would not be read as it was meant.\n")
		return b.String()
	}
	fmt.Fprintf(&b, "\nContent may change it, in site.yaml:\n\n    checks:\n      %s: %s\n", r.Name, r.other())
	return b.String()
}

// Weight says in words how much the rule weighs.
func (r Rule) Weight() string {
	words := r.Level.String()
	if r.Softer {
		words += ", in some cases a warning"
	}
	if r.Fixed {
		words += ", always"
	}
	if r.Record {
		words += ", told by check alone"
	}
	return words
}

// other is a level that the rule does not have, to show how it is changed.
func (r Rule) other() Level {
	switch r.Level {
	case Off:
		return Warning
	case Warning:
		return Error
	}
	return Warning
}

const head = `# Checks

<!-- Made from internal/rule: go test ./internal/rule -update -->

Every problem names the rule by which it is told, in brackets at its end:

    content/events/1970s/x.md:5:7: warning: HTML (<b>) in the text, which is left out (raw-html)
      hint: write Markdown instead, or \< where a < is meant

` + "`buildsite check --help RULE` tells what stands here of one rule, `buildsite check\n--rules` lists them." + ` An **error** keeps the site from being published, and lets
` + "`check`" + ` end with 1; a **warning** does neither; a rule that is **off** tells nothing.
A site may want it otherwise, in its ` + "`content/site.yaml`" + `:

    checks:
      unsourced: error
      missing-translation: off

What stands in the table as *always* cannot be changed: without these rules a file
would not be read as it was meant, or two pages would claim one address. Rules of
the *record* look at all seeds together when they have been read; ` + "`check`" + ` tells them,
` + "`build` and `serve`" + ` do not.

On GitHub (where ` + "`GITHUB_ACTIONS=true`" + `) problems are also printed as annotations,
so that they show beside the lines of a pull request.

`

// Page returns the page of the documentation that tells all rules.
func Page() string {
	var b strings.Builder
	b.WriteString(head + "| rule | weighs | tells of |\n|---|---|---|\n")
	for _, r := range All {
		weight := r.Level.String()
		if r.Softer {
			weight += " or warning"
		}
		if r.Fixed {
			weight += ", *always*"
		}
		if r.Record {
			weight += ", *record*"
		}
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", r.Name, r.Name, weight, escaped(r.Doc))
	}
	for _, r := range All {
		fmt.Fprintf(&b, "\n## %s\n\n%s: %s.\n\n", r.Name, strings.ToUpper(r.Level.String()[:1])+r.Level.String()[1:], escaped(r.Doc))
		for line := range strings.Lines(r.Example) {
			b.WriteString("    " + strings.TrimSuffix(line, "\n") + "\n")
		}
		fmt.Fprintf(&b, "\nThen: %s.\n", escaped(r.Mend))
	}
	return b.String()
}

// escaped keeps Markdown from reading a text as more than a text.
func escaped(s string) string {
	return strings.NewReplacer("<", `\<`, "[", `\[`, "|", `\|`, "*", `\*`).Replace(s)
}
