package event

import (
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// Status says who stands behind an event's wording.
type Status uint8

// An Edited event was written by an editor, an Extracted one read from a text.
const (
	Edited Status = iota + 1
	Extracted
)

// String returns "edited" or "extracted".
func (s Status) String() string {
	if s == Edited {
		return "edited"
	}
	return "extracted"
}

// Event is one dated event. What a seed yields is never changed afterwards:
// merging makes new values.
type Event struct {
	ID         string    // stable, unique: see [Extract]
	Date       edtf.Date // with the precision that the source supports
	Title      string
	Summary    string
	Lang       lang.Lang // of Title and Summary
	Kind       string    // one of lexicon.Kinds
	Topics     []*lexicon.Topic
	People     []*lexicon.Person
	Places     []*lexicon.Place
	Importance int // 1 turning point – 3
	Status     Status
	Planned    bool    // announced, not yet known to have happened
	Confidence float64 // 0–1; 1 for an edited event
	Sources    []Source
	Evidence   []Evidence

	HTML         string // context in an editor's words, safe HTML; may be empty
	Note         string // an editor's note on dates and sources
	Strength     string
	Aliases      []string
	Translations []Translation // in lang.All's order
	Seeds        []string      // content-relative paths of the seeds that tell it, the one whose words these are first
	Draft        bool

	// Sum stands for everything above: two events of one process with equal
	// sums are equal. The pipeline sets it; it is no part of any output.
	Sum uint64
}

// Translation is an event's wording in another language.
type Translation struct {
	Lang           lang.Lang
	Title, Summary string
	HTML           string
}

// Source is where an event is told.
type Source struct {
	Title       string
	Publisher   string // as written
	URL         string // http or https, may be empty
	Date        edtf.Date
	Side        lexicon.Side
	Lang        lang.Lang
	Seed        string // the content-relative seed, when the source itself is one
	Paraphrased bool   // Title is not the source's own headline
}

// Evidence is the sentence that tells an event, and how its date was read.
type Evidence struct {
	Seed  string      // content-relative path
	Span  source.Span // of Quote in that document's Text
	Line  int         // in the seed's file
	Quote string
	Timex string // the words that date the event
	Basis string // why they mean this date, for an editor to check
}

// Review is a question that an editor has to settle.
type Review struct {
	Seed string
	Line int
	Rule string // "undated", "dates-differ"
	Text string
	Hint string
}

// Basis says how an article's day of publication is known.
type Basis string

// The ways to know a day of publication, as the contract spells them.
const (
	FrontMatter Basis = "front-matter"
	FileName    Basis = "file-name"
	Dateline    Basis = "dateline"
	Byline      Basis = "byline"
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
	Byline
	Caption
	Boilerplate
)

// Part is a block of an article with its role.
type Part struct {
	seed.Block
	Role Role
}

// Reading is what one seed alone tells.
type Reading struct {
	Doc         *seed.Document
	Title       string // of the document
	Published   Dating
	Parts       []Part       // of an article
	Timexes     []timex.Expr // in Doc.Text, in order
	Events      []Event
	Review      []Review
	Diagnostics []source.Diagnostic

	Sum uint64 // stands for the seed's bytes and what else was read; set by the pipeline
}
