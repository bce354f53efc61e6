package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"buildsite/internal/rule"
)

// listRules prints a line on each rule.
func listRules(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rule.All {
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.Name, r.Level, r.Doc)
	}
	return table.Flush()
}

// ruleAsked is the rule that "check --help RULE" asks about; ok is false of any
// other command line. The command line's library takes --help for the end of
// all, so this is looked at before it.
func ruleAsked(args []string) (name string, ok bool) {
	at := slices.Index(args, "check")
	if at < 0 {
		return "", false
	}
	for i, arg := range args[at+1:] {
		if rest := args[at+1+i+1:]; (arg == "--help" || arg == "-h") && len(rest) > 0 && !strings.HasPrefix(rest[0], "-") {
			return rest[0], true
		}
	}
	return "", false
}

// helpRule prints all there is to say of a rule.
func helpRule(w io.Writer, name string) error {
	r, ok := rule.Find(name)
	if !ok {
		return unlike("the rule", name, rule.Names())
	}
	_, err := fmt.Fprint(w, r.Help())
	return err
}
