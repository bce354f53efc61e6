package event

import (
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/timex"
)

// Extract reads what one seed tells, and nothing but that seed: the same
// document and lexicon give the same reading.
//
// The id of an event is a function of its own seed. An event seed's is its
// slug or its file's name; that of a chronicle's entry is its date and title;
// that of an extracted event is its date, kind and participants, with a short
// hash of its quote where the seed has two of the same. A seed that translates
// another yields no event; see [TranslationOf].
func Extract(doc *seed.Document, lex *lexicon.Lexicon) *Reading {
	return extract(doc, lex, false, Dating{})
}

// ExtractAny is Extract that tells events which concern neither side, too, and
// marks them. They are for looking at, not for a timeline.
func ExtractAny(doc *seed.Document, lex *lexicon.Lexicon) *Reading {
	return extract(doc, lex, true, Dating{})
}

func extract(doc *seed.Document, lex *lexicon.Lexicon, any bool, found Dating) *Reading {
	r := &reader{
		any: any, found: found,
		Reading: &Reading{Doc: doc, Title: doc.Meta.Title.Value, Published: Dating{Basis: NoBasis}},
		doc:     doc, lex: lex, ids: make(map[string]bool),
	}
	_, _, translation := TranslationOf(doc)
	if !translation {
		r.checkNames()
	}
	switch {
	case translation:
	case doc.Type == seed.Event:
		r.edited()
	case doc.Type == seed.Chronicle:
		r.Timexes = timexes(doc, edtf.Date{})
		r.chronicle()
	case doc.Type == seed.Article:
		r.article()
	}
	if translation && doc.Type == seed.Article {
		r.Article = r.page()
		r.Parts = r.Article.Parts
	}
	return r.Reading
}

// timexes finds the time expressions of the whole text, furniture included:
// they are shown to editors as they are. They hang on the day that the document
// counts from; it may be zero.
func timexes(doc *seed.Document, day edtf.Date) []timex.Expr {
	var out []timex.Expr
	for e := range timex.Find(doc.Text, timex.Anchor{Lang: doc.Lang, Published: day}) {
		if out == nil {
			out = make([]timex.Expr, 0, 8+len(doc.Text)/bytesPerTime)
		}
		out = append(out, e)
	}
	return out
}

// bytesPerTime is about how much text there is for each time expression.
const bytesPerTime = 150

// oneLine folds all space into single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
