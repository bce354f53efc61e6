package pipeline

import (
	"slices"
	"strings"

	"buildsite/internal/check"
	"buildsite/internal/event"
	"buildsite/internal/rule"
	"buildsite/internal/seed"
	"buildsite/internal/site"
	"buildsite/internal/source"
)

// check looks at what the seeds say of each other, and where that is wanted at
// the record as a whole. Questions that the site takes for errors become
// problems, those of rules that are off are not asked. It returns what the seeds
// say that they may break.
func (r *Result) check(in Input, cfg site.Config, readings []*event.Reading, texts []*seed.Document) map[accepted]bool {
	docs := make([]*seed.Document, 0, len(readings)+len(texts))
	for _, x := range readings {
		docs = append(docs, x.Doc)
	}
	r.tell(in.Content, check.Links(append(docs, texts...), cfg.Checks))
	if in.Record {
		r.tell(in.Content, check.Record{
			Timeline: r.Timeline, Lexicon: r.Lexicon, Docs: docs, Languages: cfg.Languages, Levels: cfg.Checks,
		}.Find())
	}
	accepts := accepting(docs)
	r.Timeline.Review = slices.DeleteFunc(r.Timeline.Review, func(q event.Review) bool {
		if accepts[accepted{q.Seed, q.Rule}] {
			return true
		}
		level := cfg.Checks.Of(q.Rule)
		if level == rule.Error {
			r.tell(in.Content, []source.Diagnostic{q.Diagnostic()})
		}
		return level != rule.Warning
	})
	return accepts
}

// weigh gives the problems the severities that the site wants, leaves out what
// seeds say that they may break, and sorts.
func (r *Result) weigh(in Input, cfg site.Config, accepts map[accepted]bool) {
	r.Diagnostics = slices.DeleteFunc(cfg.Checks.Apply(r.Diagnostics), func(d source.Diagnostic) bool {
		return accepts[accepted{strings.TrimPrefix(d.File, in.Content.Name+"/"), d.Rule}]
	})
	r.Diagnostics = source.Sort(r.Diagnostics)
}

// accepted is a rule that a seed may break.
type accepted struct{ file, rule string }

// accepting gathers what the seeds say that they may break.
func accepting(docs []*seed.Document) map[accepted]bool {
	all := make(map[accepted]bool)
	for _, doc := range docs {
		for _, f := range doc.Meta.Accept {
			all[accepted{doc.File.Name, f.Value}] = true
		}
	}
	return all
}
