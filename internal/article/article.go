// Package article knows what an article pasted from a web page is made of and
// when it was written.
//
// A pasted page is more than its story: a headline, a line for the reporter
// and the hour, the story, and then what the site put around it, such as other
// headlines and a plea to subscribe. [Read] gives every block of a seed a
// [Role]; only the blocks of the story are cut into [Sentence]s. The words by
// which page furniture is known stand in data/furniture.yaml, in three
// languages, for anyone to correct.
//
// The day of publication has several witnesses, told here in falling rank:
// the front matter, the file's name, the dateline ("OTTAWA, Nov. 12 (Xinhua)"),
// a stamp ("Updated: 2025-11-12 07:15"). The highest one is believed and a
// [Conflict] names those who say another day. Nobody is asked to guess: an
// article without a witness has no day.
package article

import (
	"buildsite/internal/edtf"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// Basis says how an article's day of publication is known.
type Basis string

// The ways to know a day of publication, as the contract spells them.
const (
	FrontMatter Basis = "front-matter"
	FileName    Basis = "file-name"
	Dateline    Basis = "dateline"
	Byline      Basis = "byline" // a stamp, or the line that names the reporter
	Inferred    Basis = "inferred"
	NoBasis     Basis = "none"
)

// Dating is an article's day of publication and how it is known.
type Dating struct {
	Date     edtf.Date // zero when unknown
	Basis    Basis
	Evidence []string // the words that say so
}

// Role says what a block of an article is.
type Role uint8

// The roles of an article's blocks. Only Body, Deck and Caption are read for
// events; everything is kept for display.
const (
	Body Role = iota + 1
	Title
	Deck
	Credit // who wrote it and when: byline, agency, stamp
	Caption
	Boilerplate
)

var roleNames = [...]string{
	Body: "body", Title: "title", Deck: "deck", Credit: "credit", Caption: "caption", Boilerplate: "boilerplate",
}

// String returns the role's name in lower case, or "" for the zero value.
func (r Role) String() string { return roleNames[r] }

// Part is a block of an article with its role.
type Part struct {
	seed.Block
	Role Role
}

// Sentence is a sentence of the story. A dateline before it is left out.
type Sentence struct {
	source.Span
	Part int // index of its block among the parts
}

// Conflict is a witness of the day of publication who is not believed.
type Conflict struct {
	Dating
	Span source.Span // of the words in the document's text; empty for the file's name
}

// Article is what a document is made of. It is immutable.
type Article struct {
	Title     string // front matter, else the headline; may be empty
	Parts     []Part
	Sentences []Sentence
	Published Dating
	Conflicts []Conflict // those that are more than two days off
}

// Read takes an article apart. It never fails: what it cannot tell is body.
func Read(doc *seed.Document) *Article {
	a := &Article{Parts: assignRoles(doc)}
	a.Title = headline(doc, a.Parts)
	datelines := a.findDatelines(doc)
	a.date(doc, datelines)
	a.split(doc, datelines)
	return a
}

func headline(doc *seed.Document, parts []Part) string {
	if doc.Meta.Title.Value != "" {
		return doc.Meta.Title.Value
	}
	for _, p := range parts {
		if p.Role == Title {
			return oneLine(p.Span.Of(doc.Text))
		}
	}
	return ""
}

// Words names the basis for an editor.
func (b Basis) Words() string {
	switch b {
	case FrontMatter:
		return "its front matter"
	case FileName:
		return "its file's name"
	case Dateline:
		return "its dateline"
	case Byline:
		return "its stamp"
	case Inferred:
		return "what it says of known events"
	}
	return "nothing"
}
