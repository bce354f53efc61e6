// Package check looks at the record as a whole, when all seeds have been read:
// whether events have sources, whether offices fit their days, whether
// translations have kept up.
//
// Nothing here keeps a seed from being read, so a build does without it. What
// a problem weighs is for package rule and the site's configuration to say.
package check

import (
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/rule"
	"buildsite/internal/seed"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

// Record is what is looked at.
type Record struct {
	Timeline  *timeline.Timeline
	Lexicon   *lexicon.Lexicon
	Docs      []*seed.Document // of all seeds, translations among them
	Languages []lang.Lang      // of the site
	Levels    rule.Levels      // what the site wants rules to weigh
}

// checks are the rules with what looks for them.
var checks = [...]struct {
	rule string
	look func(*pass)
}{
	{"cause-after", (*pass).causes},
	{"missing-translation", (*pass).untranslated},
	{"unsourced", (*pass).unsourced},
	{"one-source", (*pass).oneSource},
	{"outside-term", (*pass).terms},
	{"possible-duplicate", (*pass).duplicates},
	{"stale-translation", (*pass).stale},
	{"unregistered", (*pass).unregistered},
}

// Find tells all problems of the record, sorted. Rules that are off are not
// looked for.
func (r Record) Find() []source.Diagnostic {
	p := pass{Record: r, docs: make(map[string]*seed.Document, len(r.Docs))}
	for _, doc := range r.Docs {
		p.docs[doc.File.Name] = doc
	}
	for _, e := range r.Timeline.Events {
		if doc := p.docs[e.Seeds[0]]; e.Status == event.Edited && doc.Type == seed.Event {
			p.written = append(p.written, written{e, doc})
		}
	}
	for _, c := range checks {
		if p.level = r.Levels.Of(c.rule); p.level != rule.Off {
			c.look(&p)
		}
	}
	return source.Sort(p.ds)
}

// pass is one look at a record.
type pass struct {
	Record
	docs    map[string]*seed.Document // by path
	written []written                 // the events that have a seed of their own
	level   rule.Level                // of the rule that is looked for
	ds      []source.Diagnostic
}

// written is an event in an editor's words, with its seed.
type written struct {
	*event.Event
	doc *seed.Document
}

// tell adds a problem of a seed. A position that is zero means its first line.
// The pointer is there to get its hint, at once.
func (p *pass) tell(doc *seed.Document, pos source.Position, rule, text string) *source.Diagnostic {
	if pos.IsZero() {
		pos = source.Position{Line: 1, Column: 1}
	}
	p.ds = append(p.ds, source.Diagnostic{File: doc.File.Name, Pos: pos, Severity: source.Severity(p.level), Rule: rule, Text: text})
	return &p.ds[len(p.ds)-1]
}

// shown is a list in words.
func shown(words []string) string { return strings.Join(words, ", ") }
