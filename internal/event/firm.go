package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// A firm is whoever an English article introduces by what it is and whose
// ("Chinese battery maker Gotion", "Canadian skater Maxime Thériault") and then
// calls by its name alone.
type firm struct {
	name string
	side lexicon.Side
}

// most words between a side's adjective and the name, and of the name itself.
const (
	mostBefore = 4
	mostOfName = 3
)

// firmsOf adds the names of a sentence that the article has introduced, and
// introduces new ones.
func (s *story) firmsOf(sent *sentence) {
	if sent.lang != lang.EN {
		return
	}
	for _, f := range s.firms {
		s.callFirm(sent, f)
	}
	for _, m := range slices.Clone(sent.names) {
		if m.Person != nil || m.Topic != nil || m.Both || m.Side != lexicon.Canada && m.Side != lexicon.China && m.Side != lexicon.Other {
			continue
		}
		span := sent.introduced(m.End)
		if span.Len() == 0 {
			continue
		}
		f := firm{name: span.Of(sent.text), side: m.Side}
		if sent.addName(lexicon.Mention{Span: span, Side: f.side, Actor: true}) {
			f.name, _, _ = strings.Cut(f.name, " ")
			s.firms = append(s.firms, f)
		}
	}
}

// callFirm adds a name where it stands in a sentence.
func (s *story) callFirm(sent *sentence, f firm) {
	text := sent.Of(sent.text)
	if at := strings.Index(text, f.name); at >= 0 && bordered(text, at, at+len(f.name)) {
		sent.addName(lexicon.Mention{Span: source.Span{Start: sent.Start + at, End: sent.Start + at + len(f.name)}, Side: f.side, Actor: true})
	}
}

// introduced is the name that stands behind an adjective and the words for what
// its bearer is.
func (s *sentence) introduced(at int) source.Span {
	last := ""
	for range mostBefore + 1 {
		word := s.wordAfter(at)
		if word == "" {
			return source.Span{}
		}
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			if !s.isMaker(last) {
				return source.Span{}
			}
			return s.capitals(at + 1)
		}
		last = word
		at += 1 + len(word)
	}
	return source.Span{}
}

// isMaker tells whether a word says what a firm or a person is.
func (s *sentence) isMaker(word string) bool {
	c := cuesOf(s.lang)
	return word != "" && (slices.Contains(c.makers, word) || slices.Contains(c.bodies, word) || c.class(word)&isRole != 0)
}

// capitals is the stretch of capitalised words from an offset on.
func (s *sentence) capitals(start int) source.Span {
	end := start
	for range mostOfName {
		at := end
		if end > start {
			if s.text[end] != ' ' {
				break
			}
			at++
		}
		word := s.wordAfter(at - 1)
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
			break
		}
		end = at + len(word)
		if end >= s.End {
			break
		}
	}
	return source.Span{Start: start, End: end}
}
