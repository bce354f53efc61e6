package site

import (
	"strconv"

	"buildsite/internal/registry"
	"buildsite/internal/rule"
	"buildsite/internal/source"
)

// readChecks reads what the site wants rules to weigh.
func readChecks(c *Config, r *registry.Record) {
	for _, p := range r.Pairs("checks") {
		known, ok := rule.Find(p.Key)
		level, isLevel := rule.ParseLevel(p.Text)
		switch {
		case !ok:
			d := r.Report(p.At, source.Error, "bad-rule", "there is no rule "+strconv.Quote(p.Key))
			d.Hint = "buildsite check --rules lists them"
			if near := source.Nearest(p.Key, rule.Names()); near != "" {
				d.Hint = "did you mean " + strconv.Quote(near) + "?"
			}
		case !isLevel:
			r.Report(p.At, source.Error, "bad-rule", strconv.Quote(p.Text)+" is no level of a rule").Hint = "write error, warning or off"
		case known.Fixed:
			r.Report(p.At, source.Error, "bad-rule", "the rule "+p.Key+" cannot be changed: without it a file would not be read as it was meant").
				Hint = "take the line out"
		default:
			if c.Checks == nil {
				c.Checks = make(rule.Levels)
			}
			c.Checks[p.Key] = level
		}
	}
}
