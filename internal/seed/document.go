// Package seed reads what editors drop into the content directory.
//
// A seed is one file: front matter, if any, and a body in Markdown or plain
// text. [Parse] turns it into a [Document]: its [Type] (an event written by an
// editor, a chronicle of dated entries, an article to read events from), the
// front matter as typed fields that remember their place, and the body as
// plain text in [Block]s. Plain text keeps the way back: [Document.Position]
// leads from any offset of Text to line and column of the file's own bytes.
//
// What a date means, who is meant by a name and what happened is the business
// of other packages; here are files, keys and paragraphs only.
package seed

import (
	"sort"
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Type says what a seed yields.
type Type uint8

// The types of seeds.
const (
	Event     Type = iota + 1 // one event, in an editor's words
	Chronicle                 // an event for each dated entry
	Article                   // the events that its text tells
)

// Document is one seed as read. It is immutable once made.
type Document struct {
	File *source.File
	Type Type
	Lang lang.Lang // front matter, else file name (name.fr.md), else detected, else EN
	Meta Meta

	// Text is the plain text that all offsets count in. For a plain-text seed
	// it is File.Text itself, front matter and all; for Markdown it is the
	// body's text without its markup, blocks parted by blank lines.
	// It is empty for an event seed.
	Text   string
	Blocks []Block // in order, apart; front matter is no block

	// HTML is the body of a Markdown seed, rendered in safe mode: no raw HTML,
	// no link outside the scheme allow-list. Links in it that lead to other
	// files of the content directory are left as written; see Links.
	HTML string
	// Links holds every link of HTML with a path and no scheme, whatever it
	// names: where it leads is for those to say who know all files. It is empty
	// for an article, whose HTML no page shows.
	Links   []Link
	Entries []Entry // a chronicle's entries, in order

	marks []mark // the way from Text to File.Text, by Text offset
}

// Meta is the front matter. A field that is absent has its zero value.
type Meta struct {
	Title      Field[string]
	Date       Field[edtf.Date] // of the event; of an article, the day it was published
	End        Field[edtf.Date]
	Kind       Field[string]
	Quad       Field[string]   // what it is between the two sides: a quad class, or "none"
	Actors     []Field[string] // who acts: canada, china, both, none
	Targets    []Field[string] // on whom, likewise
	Topics     []Field[string]
	People     []Field[string]
	Places     []Field[string]
	Importance Field[int] // 1, 2 or 3
	Summary    Field[string]
	Sources    []Source
	Publisher  Field[string]
	URL        Field[string]
	Author     Field[string]
	Draft      bool
	Aliases    []Field[string]
	Slug       Field[string]
	// TranslationOf is the content-relative path of the original, from the
	// front matter or from the file's name (name.fr.md beside name.md).
	TranslationOf Field[string]
	Of            Field[string]   // of a translation: a sum of the wording it renders, see package check
	Follows       []Field[string] // ids of earlier events that this one answers or carries on
	Accept        []Field[string] // rules that the seed may break: it says why
	Ignore        []Field[string] // dates or quotes of extracted events to leave out
	Corrections   []Correction    // what was corrected in the record, the earliest first
	Note          Field[string]   // what an editor adds about dates and sources, shown to readers
	Strength      Field[string]   // how strong the sources are together: official, academic, major-press, press, weak
}

// Correction tells what was corrected in the record of an event, and when.
type Correction struct {
	Day  edtf.Date
	Text string
}

// Field is a value of the front matter with its place in the file.
type Field[T any] struct {
	Value T               // zero beside a Pos when a title or a date was told to be none
	Pos   source.Position // zero when the field is absent
}

// Set tells whether the field is there.
func (f Field[T]) Set() bool { return !f.Pos.IsZero() }

// Source is one entry of the front matter's list of sources.
type Source struct {
	Title       string
	Publisher   Field[string]
	URL         string
	Date        edtf.Date
	Side        string // "canada", "china", "other" or "" when the publisher decides
	Lang        string // language of the source, may be empty
	Paraphrased bool   // the headline was paraphrased or taken from the address
	Pos         source.Position
}

// Block is a stretch of Text that belongs together, such as a paragraph.
type Block struct {
	Kind BlockKind
	Span source.Span // in Text, without surrounding space
	// Level is a heading's level 1–6, or a list item's depth from 1.
	Level int
}

// BlockKind is the form of a block.
type BlockKind uint8

// The forms of blocks.
const (
	Paragraph BlockKind = iota + 1
	Heading
	Item  // of a list
	Quote // a block quotation
	Code
)

// Entry is one dated entry of a chronicle: a list item, a paragraph or the whole
// section of a heading.
type Entry struct {
	Date  edtf.Date
	Dated source.Span // in Text: the words the date was read from
	Title string      // one line of plain text: its heading, or its first sentence
	Text  source.Span // in Text: what the entry says, without date, heading and brackets of sources
	// Heading is in Text what the heading of the entry's section says beside its
	// date, empty where Text holds all there is.
	Heading source.Span
	HTML    string   // the same rendered, safe; links kept
	Source  []Source // links of the entry, as sources
}

// Link is a link from a body to what must be another file of the content
// directory.
type Link struct {
	Target string // as written, such as "../events/1970s/x.md#y"
	Pos    source.Position
}

// mark says that from Text offset text on, the plain text is that of the file
// from offset file on, up to the next mark.
type mark struct{ text, file int }

// Position tells where in the file the byte at off of Text stands. Text that
// Markdown makes of markup, such as the space between two blocks, counts as
// part of what stands before it. The positions of rising offsets rise. Of an
// event seed, which has no Text, off counts in File.Text.
func (d *Document) Position(off int) source.Position {
	return d.File.Position(d.fileOffset(off))
}

// fileOffset returns the offset in File.Text of the byte at off of Text.
func (d *Document) fileOffset(off int) int {
	if len(d.marks) == 0 {
		return off
	}
	off = min(max(off, 0), len(d.Text))
	i := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].text > off })
	if i == 0 {
		return d.marks[0].file
	}
	at := d.marks[i-1].file + off - d.marks[i-1].text
	if i < len(d.marks) {
		at = min(at, d.marks[i].file)
	}
	return at
}

// Plain returns what a span of Text says on one line: runs of space and line
// breaks are one space, or nothing between Chinese characters.
func (d *Document) Plain(span source.Span) string { return oneLine(span.Of(d.Text)) }

// oneLine joins the lines of s.
func oneLine(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\r\n\t") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		word, gap := s, ""
		if i := strings.IndexAny(s, " \t\r\n"); i >= 0 {
			word, s = s[:i], s[i:]
			rest := strings.TrimLeft(s, " \t\r\n")
			gap, s = s[:len(s)-len(rest)], rest
		} else {
			s = ""
		}
		b.WriteString(word)
		last, _ := utf8.DecodeLastRuneInString(word)
		next, _ := utf8.DecodeRuneInString(s)
		if gap != "" && !(strings.ContainsAny(gap, "\r\n") && isWide(last) && isWide(next)) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
