package site

import "buildsite/internal/lexicon"

// Forward is the content of a page at an address that an event had before.
type Forward struct {
	To *Entry
}

// forwards plans a page for each address that an event had before, which leads to
// the one it has now. An id that an event of its own has is left to that.
func (b *builder) forwards() {
	for _, e := range b.Entries {
		for _, alias := range e.Aliases {
			path := "events/" + lexicon.Slug(alias) + ".html"
			if p := b.plan.Lookup(b.Dir + path); p != nil && p.Kind == EventKind {
				continue
			}
			b.add(&Page{
				Path: path, Kind: ForwardKind, Section: "years", Title: e.Title, Description: b.msg.Text("forward.text"),
				Updated: e.Updated, Content: &Forward{e},
			}, e.Seeds[0])
		}
	}
}
