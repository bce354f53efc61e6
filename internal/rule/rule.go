// Package rule knows every rule by which a problem is told to an editor: its
// name, what it finds, an example, the mend, and how much it weighs.
//
// [All] is the whole set. A problem carries the name of its rule; whoever tells
// one adds the rule here, which a test sees to. What a rule weighs may be
// changed by the configuration of a site ([Levels]), but not that of a rule
// without which a file would not be read as it was meant.
package rule

import (
	"slices"

	"buildsite/internal/source"
)

// Level is how much a rule weighs.
type Level uint8

// A problem of an Error rule keeps the site from being published, one of a
// Warning rule is told, one of an Off rule is not.
const (
	Off     = Level(0)
	Warning = Level(source.Warning)
	Error   = Level(source.Error)
)

// String returns "error", "warning" or "off".
func (l Level) String() string {
	if l == Off {
		return "off"
	}
	return source.Severity(l).String()
}

// ParseLevel reads a level as String writes it.
func ParseLevel(s string) (Level, bool) {
	for _, l := range [...]Level{Off, Warning, Error} {
		if l.String() == s {
			return l, true
		}
	}
	return Off, false
}

// Rule is one rule.
type Rule struct {
	Name    string // as in a diagnostic's Rule: "dead-link"
	Level   Level  // what it weighs where site.yaml says nothing
	Fixed   bool   // site.yaml cannot change that
	Softer  bool   // where it is an error, in some cases it is a warning only
	Record  bool   // it looks at the record as a whole, and [check] alone tells it
	Doc     string // what it finds, in one sentence
	Example string // what breaks it, as it stands in a file
	Mend    string // what an editor does then
}

// Find returns the rule of a name.
func Find(name string) (Rule, bool) {
	i, ok := slices.BinarySearchFunc(All[:], name, func(r Rule, name string) int {
		if r.Name < name {
			return -1
		}
		if r.Name > name {
			return 1
		}
		return 0
	})
	if !ok {
		return Rule{}, false
	}
	return All[i], true
}

// Names returns the names of all rules, in order.
func Names() []string {
	names := make([]string, len(All))
	for i, r := range All {
		names[i] = r.Name
	}
	return names
}

// Levels are the levels that a site gives to rules, by name. Rules that are not
// in it have their own.
type Levels map[string]Level

// Of returns the level of a rule.
func (l Levels) Of(name string) Level {
	if level, ok := l[name]; ok {
		return level
	}
	r, _ := Find(name)
	return r.Level
}

// Apply gives the problems the severities that the site wants, and leaves out
// those of rules that are off. It does so in place and returns the shortened
// slice.
func (l Levels) Apply(ds []source.Diagnostic) []source.Diagnostic {
	kept := ds[:0]
	for _, d := range ds {
		level, ok := l[d.Rule]
		if ok && level == Off {
			continue
		}
		if ok {
			d.Severity = source.Severity(level)
		}
		kept = append(kept, d)
	}
	return kept
}
