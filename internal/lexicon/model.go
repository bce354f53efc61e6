// Package lexicon knows who and where: people with their terms of office,
// places, topics, publishers, the two governments, and the words for them and
// for what they do in English, French and Chinese.
//
// A [Lexicon] is read once from the registries an editor keeps ([Load]) and
// never changes afterwards. It answers two questions. Who is meant by a name
// that an editor wrote: [Lexicon.Person], [Lexicon.Place], [Lexicon.Topic],
// [Lexicon.Publisher], by id, name or alias, whatever the case and accents; a
// name nobody registered is taken as written. And who is named in a running
// text: [Lexicon.Find] yields the longest [Mention] at each place, and
// [Lexicon.Acts] the words that tell what happened, with the kind of event
// they tell.
//
// What belongs to the language rather than to the site stands in data/ as
// tables that need no Go to correct: actors.yaml (words for governments and
// countries), acts.yaml (words for acts, by kind), french.yaml (how verbs are
// inflected), topics.yaml. Package lang knows the characters of both Chinese
// scripts.
package lexicon

import (
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Names holds a name in each language, indexed by [lang.Lang]. The entry for
// lang.Unknown is the name as first written, used where a language has none.
type Names [len(lang.All) + 1]string

// In returns the name in language l, or the name as first written.
func (n Names) In(l lang.Lang) string {
	if n[l] != "" {
		return n[l]
	}
	return n[lang.Unknown]
}

// Side says whose a person, place or account is.
type Side uint8

// The two sides of the timeline and everyone else. The zero value is unknown.
const (
	NoSide Side = iota
	Canada
	China
	Other
)

var sideNames = [...]string{NoSide: "", Canada: "canada", China: "china", Other: "other"}

// String returns "canada", "china", "other", or "" for NoSide.
func (s Side) String() string { return sideNames[s] }

// ParseSide reads a side as String writes it; anything else is NoSide.
func ParseSide(s string) Side {
	for side, name := range sideNames {
		if name == s {
			return Side(side)
		}
	}
	return NoSide
}

// Person is somebody named in the timeline.
type Person struct {
	ID      string // slug, unique among people
	Name    Names
	Aliases []string
	Side    Side
	Offices []Office // in order of their start
	Note    string

	Wikidata string // item, such as "Q1930"; empty where none is known
}

// Office is what a person was from one day to another.
type Office struct {
	Title    Names
	From, To edtf.Date // zero where unknown or still held
	Role     bool      // a description ("academic"), not an office with a term
	Source   string    // URL
	Checked  bool      // the dates were seen in Source
	Note     string
}

// At returns the person's office on the given day: the latest begun one whose
// known dates allow it, roles last. It returns nil where none is known.
func (p *Person) At(day edtf.Day) *Office {
	var best *Office
	for i := range p.Offices {
		o := &p.Offices[i]
		if o.Role && best != nil || !o.holds(day) {
			continue
		}
		best = o
	}
	return best
}

func (o *Office) holds(day edtf.Day) bool {
	if !o.From.IsZero() && day < o.From.First() {
		return false
	}
	if !o.To.IsZero() && day > o.To.Last() {
		return false
	}
	return o.Role || !o.From.IsZero()
}

// Place is somewhere that events happened.
type Place struct {
	ID      string
	Name    Names
	Aliases []string
	Side    Side
	Country string
	Lat     float64 // degrees north; with Lon zero when unknown
	Lon     float64 // degrees east

	Wikidata string // item, such as "Q1930"; empty where none is known
}

// Topic is a subject of the relation, such as trade.
type Topic struct {
	ID          string
	Name        Names
	Description Names
	Aliases     []string
}

// Publisher is who published a source.
type Publisher struct {
	ID      string
	Name    Names
	Aliases []string
	Side    Side
	Kind    string // government, news, academic, …
	Lang    lang.Lang
	Domains []string
}

// Kind is one of the closed set of kinds of events.
type Kind struct {
	ID   string // as in the data: "visit", "trade-measure"
	Name Names
}

// Post is an office as a text names it without its holder, such as "the
// Canadian prime minister".
type Post struct {
	Title   Names
	Side    Side
	holders []tenure
}

// tenure is one person's time in a post.
type tenure struct {
	person *Person
	office *Office
}

// Holder returns who held the post on the given day: of several, the one who
// took it last. It returns nil where nobody is known to have.
func (p *Post) Holder(day edtf.Day) *Person {
	var best *tenure
	for i := range p.holders {
		t := &p.holders[i]
		if t.office.Role || !t.office.holds(day) {
			continue
		}
		if best == nil || best.office.From.First() < t.office.From.First() {
			best = t
		}
	}
	if best == nil {
		return nil
	}
	return best.person
}

// Mention is a stretch of text that names somebody or something the lexicon
// knows. One stretch can name a place and who governs from there ("Ottawa").
type Mention struct {
	source.Span
	Person  *Person   // nil unless one person is named
	Shared  []*Person // those who bear the surname; Person is nil then
	Partial bool      // a person is named by surname alone
	Place   *Place
	Topic   *Topic
	Post    *Post
	Side    Side // whose person, place or government it is
	Actor   bool // names a government, country or institution, which can act
	Weak    bool // names a side in passing only, as the adjective "Chinese" does
	Both    bool // names both sides at once: "the two countries", 中加
}
