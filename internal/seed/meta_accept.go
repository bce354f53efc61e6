package seed

import (
	"fmt"

	"buildsite/internal/rule"
	"buildsite/internal/source"
)

// acceptHint shows how a problem is accepted.
const acceptHint = `write "accept: {one-source: why there is no other}"`

// accepted reads the rules that the seed may break, each with the reason.
func (r *metaReader) accepted(v value) []Field[string] {
	if v.kind == absent {
		return nil
	}
	if v.kind != table {
		r.errorf(v.off, ruleWrongType, "%s where rules with reasons belong", v.kind).Hint = acceptHint
		return nil
	}
	var rules []Field[string]
	for i, k := range v.keys {
		if r.repeated(v.keys, i) || !r.acceptable(k) {
			continue
		}
		if why := r.text(v.items[i]); why.Value == "" {
			r.errorf(k.off, ruleBadValue, "nothing says why %s is accepted", k.name).Hint = acceptHint
			continue
		}
		rules = append(rules, Field[string]{k.name, r.file.Position(k.off)})
	}
	return rules
}

// acceptable reports a rule that does not exist, or that has to hold.
func (r *metaReader) acceptable(k key) bool {
	known, ok := rule.Find(k.name)
	switch {
	case !ok:
		d := r.errorf(k.off, ruleBadValue, "there is no rule %q", k.name)
		d.Hint = "the rule stands in brackets at the end of the problem"
		if near := source.Nearest(k.name, rule.Names()); near != "" {
			d.Hint = fmt.Sprintf("did you mean %q?", near)
		}
	case known.Fixed:
		r.errorf(k.off, ruleBadValue, "the rule %s has to hold: without it the file would not be read as it was meant", k.name).
			Hint = "mend the problem, and take the line out"
	default:
		return true
	}
	return false
}
