package site

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/ground"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/timeline"
)

// Ground is a reason that the program gives, in the language of the page. Where a
// phrase of it has no translation, all of it is in English.
type Ground struct {
	Lang  lang.Lang
	Parts []Link // its text; where it names an event, that has a path
}

// String returns the reason as one text.
func (g Ground) String() string {
	if len(g.Parts) == 1 {
		return g.Parts[0].Title
	}
	var all strings.Builder
	for _, p := range g.Parts {
		all.WriteString(p.Title)
	}
	return all.String()
}

// newGrounds returns what says the program's reasons on the edition's pages.
func (b *builder) newGrounds() *ground.Writer {
	return ground.New(b.msg, ground.Names{
		Event: func(id string) (string, string, bool) {
			e := b.entryOf(id)
			if e == nil {
				return "", "", false
			}
			return e.Title, e.When(), true
		},
		Place: func(name string) string {
			i := slices.IndexFunc(b.byPlace, func(t timeline.Tagged[*lexicon.Place]) bool { return t.Value.Name[lang.Unknown] == name })
			if i < 0 {
				return ""
			}
			return b.byPlace[i].Value.Name.In(b.Lang)
		},
	})
}

// entryOf returns the event of an id, or nil.
func (b *builder) entryOf(id string) *Entry {
	i, ok := slices.BinarySearchFunc(b.byID, id, func(e *Entry, id string) int { return cmp.Compare(e.ID, id) })
	if !ok {
		return nil
	}
	return b.byID[i]
}

// ground says a reason of the program's in the language of the pages.
func (b *builder) ground(reason string) Ground {
	pieces, ok := b.grounds.Say(reason)
	g := Ground{Lang: b.Lang, Parts: make([]Link, len(pieces))}
	if !ok {
		g.Lang = lang.EN
	}
	for i, p := range pieces {
		g.Parts[i].Title = p.Text
		if e := b.entryOf(p.Event); p.Event != "" && e != nil {
			g.Parts[i].Path = e.Path
		}
	}
	return g
}

func (b *builder) allGrounds(reasons []string) []Ground {
	all := make([]Ground, len(reasons))
	for i, r := range reasons {
		all[i] = b.ground(r)
	}
	return all
}
