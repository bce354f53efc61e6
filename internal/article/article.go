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
// # When it was written
//
// The day of publication has several witnesses, told here in falling rank:
//
//  1. the front matter's date, or that of its only source
//  2. the file's name: 2025-11-12-talks.txt
//  3. the dateline: "OTTAWA, Nov. 12 (Xinhua) --", 新华社渥太华11月12日电
//  4. a stamp of publication: "Published January 16, 2026 10:49 AM EST"
//  5. a stamp of change: "Updated: 2025-11-12 07:15"
//  6. the headline of what was said on a day: "Press Conference on April 27, 2026"
//  7. the address in the front matter: https://example.com/2025/11/12/talks
//
// The highest one is believed and a [Conflict] names those who say a day that
// is more than two days off. A change that came later is none: it is told as
// Updated. Where a dateline or a stamp leaves out the year, that of the nearest
// day which another witness says is taken, else the year of the file's name,
// the address or the line of copyright. Where none of these says one, the day
// is told as Partial, and the article has no date: nobody is asked to guess.
// Nor is 11/12/2025 believed alone, which is 12 November to some and 11 December
// to others.
//
// # Whose day
//
// A story counts its days by the clock of the town in its dateline. Published is
// the day as the page says it; Day is the one that "on Tuesday" hangs on. They
// differ where a stamp says by another clock what o'clock it was: 07:15 on 12
// November in Beijing is 18:15 on 11 November for a story from Ottawa. A stamp is
// of the clock that it names, else of that of its publisher (data/stamps.yaml,
// or the side of the publisher in the front matter). The towns stand in
// package zone.
package article

import (
	"strings"
	"time"

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

// The roles of an article's blocks. Only Body, Deck and Quote are read for
// events; everything is kept for display.
const (
	Body Role = iota + 1
	Title
	Deck
	Credit    // who wrote it and when: byline, agency, stamp
	Crosshead // a heading amid the story, or a link to another
	Quote     // a block of somebody's words
	PullQuote // a sentence of the story that is set apart a second time
	Caption
	Boilerplate
)

var roleNames = [...]string{
	Body: "body", Title: "title", Deck: "deck", Credit: "byline", Crosshead: "crosshead", Quote: "quote", PullQuote: "pull-quote",
	Caption: "caption", Boilerplate: "boilerplate",
}

// Told tells whether a part of this role is read for events.
func (r Role) Told() bool { return r == Body || r == Deck || r == Quote }

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
	Datelines []source.Span // in the document's text, each at the head of a part
	Published Dating
	Updated   Dating     // the last change, if it came on a later day
	Partial   Partial    // the day of a dateline or stamp whose year nothing tells, if Published is not known
	Conflicts []Conflict // those that are more than two days off

	Day   edtf.Date      // Published by the clock that the story counts its days by
	Zone  *time.Location // that clock, nil where nothing tells it
	Shift string         // for an editor: why Day is not Published; "" if it is
}

// Read takes an article apart. It never fails: what it cannot tell is body.
// home is the zone of the side that its publisher sits on, nil if that is not
// known.
func Read(doc *seed.Document, home *time.Location) *Article {
	a := &Article{Parts: assignRoles(doc)}
	a.Title = headline(doc, a.Parts)
	heads := a.datelines(doc)
	a.date(doc, heads, home)
	a.split(doc, heads)
	for i, p := range a.Parts {
		if n := len(strings.TrimRight(p.Span.Of(doc.Text)[:heads[i].length], " \u3000")); n > 0 {
			a.Datelines = append(a.Datelines, source.Span{Start: p.Span.Start, End: p.Span.Start + n})
		}
	}
	return a
}

// datelines reads, for each part, the dateline at its head. Only the first two
// blocks of the story can have one, and lines of their own before it.
func (a *Article) datelines(doc *seed.Document) []dateline {
	out := make([]dateline, len(a.Parts))
	seen := 0
	for i, p := range a.Parts {
		text := p.Span.Of(doc.Text)
		switch p.Role {
		case Credit:
			if d := readDateline(text); d.length == len(text) {
				out[i] = d
			}
		case Body, Deck:
			if out[i] = readDateline(text); out[i].length > 0 {
				return out
			}
			if seen++; seen == 2 {
				return out
			}
		}
	}
	return out
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

// Words names what says the day, for an editor.
func (d Dating) Words() string {
	switch d.Basis {
	case FrontMatter:
		if len(d.Evidence) > 0 && strings.Contains(d.Evidence[0], "://") {
			return "the address in its front matter"
		}
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
