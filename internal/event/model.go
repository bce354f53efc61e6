// Package event knows what makes an event of a text: that something happened,
// when, between whom, and the sentence that says so.
//
// [Extract] reads one [seed.Document] into a [Reading]. What an editor wrote as
// an event or as entries of a chronicle is taken as it is. An article is read:
// package article says which of its blocks are the story and on which day it
// was written, package timex what "on Tuesday" means on that day, package
// lexicon who is named and which words tell an act. A sentence then yields an
// event where an act, the date that belongs to it and an actor of either side
// come together.
//
// # Acts
//
// Two tables of package lexicon tell acts. The phrases of acts.yaml are steps in
// the relation; the general verbs and nouns of verbs.yaml tell anything that
// happens. Whether a general word is a verb there, and whether what it tells has
// happened, is read off the small words before it (predicate.go): an auxiliary,
// a modal, "to", an article. A general word counts on the timeline only with a
// date of its own, in a main clause of a sentence that names both sides (in an
// English or French article about both, one will do, and a journey told right
// after needs none); beside a phrase of acts.yaml it gives way. Where it counts for nothing, it still
// keeps its date from acts that stand farther off. A French verb that no table
// holds is known by its form, and tells that something happened; and a French
// sentence that names nobody goes on with one of the three before it.
//
// # Dates
//
// Which date belongs to which act is what is decided here (pair.go): acts and
// dates are given to each other from the nearest on, by letters and clause
// borders between them. A date beside "said" is that of the saying and not of
// what is said; one at the head of a sentence is that of its main clause; those
// of targets, of spans of time ("since 2017") and of anniversaries date nothing.
//
// An act may have no date of its own. What "and" joins to a dated act happened
// then, too. The news that an article begins with happened about when it was
// published, if nothing else is told (lead.go): such an event is approximate and
// of low confidence. [ExtractAny] goes further, for what it tells is to be looked
// at (undated.go): an act told before has the day that it had, what is said goes
// on from the day on which they last spoke, and the rest is as old as the
// article. Every event's evidence says by which of these its date was reached.
//
// # Relevance
//
// An event belongs on the timeline when it concerns both sides: its sentence
// names both, or one and nobody else in an article that names both; a pronoun
// stands for whoever it means, and a sentence that names nobody goes on with the
// one before. What cannot be dated is left out; an article whose own day is not
// known is put up for [Review].
//
// The words that all this hangs on stand in data/cues.yaml, for speakers of the
// languages to correct. ACCURACY.md tells how right it is.
package event

import (
	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/figure"
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
	Lang       lang.Lang       // of Title and Summary
	Kind       string          // one of lexicon.Kinds
	Quad       lexicon.Quad    // words or deeds, with or against each other
	Actors     []lexicon.Side  // who acts, Canada first; both where they act together
	Targets    []lexicon.Side  // on whom; of what both do together each is actor and target
	Figures    []figure.Figure // that it tells, the one that matters first; spans count from its evidence or title
	Matters    []string        // what it is about, the same in all languages: see lexicon.Matters
	Topics     []*lexicon.Topic
	People     []*lexicon.Person
	Places     []*lexicon.Place
	Importance int // 1 turning point – 3
	Status     Status
	Planned    bool     // announced, not yet known to have happened
	Confidence float64  // 0–1; 1 for an edited event
	Reasons    []string // why no more confidence than that: see [Reason]
	Sources    []Source
	Evidence   []Evidence

	HTML         string // context in an editor's words, safe HTML; may be empty
	Note         string // an editor's note on dates and sources
	Corrections  []seed.Correction
	Strength     string
	Aliases      []string
	Translations []Translation // in lang.All's order
	Seeds        []string      // content-relative paths of the seeds that tell it, the one whose words these are first
	Draft        bool
	Merged       []Merging // how further tellings came to it, in order; set by package timeline
	Parts        []Link    // ids of the events that are parts of this one, in order; set by package timeline
	PartOf       []Link    // ids of those that it is a part of, likewise
	Elsewhere    bool      // it concerns neither side; only [ExtractAny] tells such events

	// Sum stands for everything above: two events of one process with equal
	// sums are equal. The pipeline sets it; it is no part of any output.
	Sum uint64
}

// Merging tells of a telling that was taken for the same event as the first.
type Merging struct {
	Seed   string
	Date   edtf.Date // as that telling has it
	Kind   string    // likewise
	Agreed []string  // what made them one, in words for readers
}

// Link leads from a whole, such as a visit, to what happened within it, or back.
type Link struct {
	ID  string // of the other event
	Why string // in words for readers: "the same people met during the visit"
}

// Translation is an event's wording in another language.
type Translation struct {
	Lang           lang.Lang
	Title, Summary string
	HTML           string
	Note           string // may be empty: then the original's stands
	Seed           string // content-relative path of the file it stands in
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

	Side    lexicon.Side    // whose publisher tells it; NoSide where that is not known
	Speaker lexicon.Side    // who is quoted or reported as saying it; NoSide where nobody is
	Voice   *lexicon.Person // the one who says it; nil where nobody is named
}

// Review is a question that an editor has to settle.
type Review struct {
	Seed string
	Line int
	Rule string // "undated", "dates-differ"
	Text string
	Hint string
}

// Diagnostic returns the question as a warning.
func (r Review) Diagnostic() source.Diagnostic {
	d := source.Diagnostic{File: r.Seed, Severity: source.Warning, Rule: r.Rule, Text: r.Text, Hint: r.Hint}
	if r.Line > 0 {
		d.Pos = source.Position{Line: r.Line, Column: 1}
	}
	return d
}

// Basis, Dating and Role are what package article says of an article.
type (
	Basis  = article.Basis
	Dating = article.Dating
	Role   = article.Role
)

// The ways to know a day of publication, as package article names them.
const (
	FrontMatter = article.FrontMatter
	FileName    = article.FileName
	Dateline    = article.Dateline
	Byline      = article.Byline
	Inferred    = article.Inferred
	NoBasis     = article.NoBasis
)

// The roles of an article's blocks, as package article names them.
const (
	Body        = article.Body
	Title       = article.Title
	Deck        = article.Deck
	Credit      = article.Credit
	Crosshead   = article.Crosshead
	Quote       = article.Quote
	PullQuote   = article.PullQuote
	Caption     = article.Caption
	Boilerplate = article.Boilerplate
)

// Part is a block of an article with its role.
type Part = article.Part

// Reading is what one seed alone tells.
type Reading struct {
	Doc         *seed.Document
	Title       string // of the document
	Published   Dating
	Parts       []Part           // of an article
	Article     *article.Article // how an article was taken apart, nil for other seeds
	Timexes     []timex.Expr     // in Doc.Text, in order
	Events      []Event
	Review      []Review
	Diagnostics []source.Diagnostic

	Sum uint64 // stands for the seed's bytes and what else was read; set by the pipeline
}
