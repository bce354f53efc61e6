package check

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"buildsite/internal/event"
	"buildsite/internal/seed"
)

// untranslated tells of events without a title in a language of the site.
func (p *pass) untranslated() {
	for _, w := range p.written {
		var missing []string
		for _, l := range p.Languages {
			if l != w.Lang && !slices.ContainsFunc(w.Translations, func(t event.Translation) bool { return t.Lang == l }) {
				missing = append(missing, l.String())
			}
		}
		if missing != nil {
			p.tell(w.doc, w.doc.Meta.Title.Pos, "missing-translation", "the event has no title in "+shown(missing)).
				Hint = "put " + translationOf(w.doc.File.Name, missing[0]) + " beside it, with title and summary"
		}
	}
}

// translationOf is the name of the file that translates a seed.
func translationOf(name, l string) string {
	i := len(name) - len(".md")
	return name[:i] + "." + l + name[i:]
}

// stale tells of translations that say which wording of the original they
// translate, where that has another by now.
func (p *pass) stale() {
	for _, doc := range p.Docs {
		of := doc.Meta.Of
		original := p.docs[doc.Meta.TranslationOf.Value]
		if !of.Set() || original == nil || of.Value == Wording(original) {
			continue
		}
		p.tell(doc, of.Pos, "stale-translation", fmt.Sprintf("the original has changed since: %s", original.File.Name)).
			Hint = fmt.Sprintf("bring the translation up to date, then write \"of: %s\"", Wording(original))
	}
}

// Wording is a short sum of what a translation of an event has to render:
// title and summary of the original. It is the same on any machine.
func Wording(original *seed.Document) string {
	sum := sha256.Sum256([]byte(original.Meta.Title.Value + "\n" + original.Meta.Summary.Value))
	return fmt.Sprintf("%x", sum[:4])
}
