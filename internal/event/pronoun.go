package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// pronoun adds, in English and French, whom a pronoun at the head of the sentence means: whoever the
// sentence before was about. Then that sentence's own is kept for the next.
func (s *story) pronoun(sent *sentence, times []timex.Expr) {
	if sent.lang == lang.ZH {
		return // see refer
	}
	at := sent.head0(times)
	if word := pronounAt(sent.lang, sent.text[at:sent.End]); word != "" && s.hero.Len() > 0 {
		m := s.hero
		m.Span = source.Span{Start: at, End: at + len(word)}
		m.Place, m.Partial = nil, true
		sent.names = slices.Insert(sent.names, 0, m)
	}
	s.hero = lexicon.Mention{}
	for _, m := range sent.names {
		if m.Person != nil {
			s.hero = m
			return
		}
	}
}

// head0 is where the sentence begins behind a time expression at its head:
// "On Monday, he".
func (s *sentence) head0(times []timex.Expr) int {
	if len(times) == 0 || !s.leads(times[0]) || pronounAt(s.lang, s.text[s.Start:s.End]) != "" {
		return s.Start // "She came on Monday" begins with her
	}
	return s.afterLead(times[0])
}

// pronounAt returns the pronoun for a person that a text begins with, or "".
func pronounAt(l lang.Lang, text string) string {
	c := cuesOf(l)
	if w := startsWith(text, c.heads); w != "" {
		return w
	}
	return startsWith(text, c.possessors)
}

// startsWith returns the word of a list that text begins with, whatever its case,
// or "".
func startsWith(text string, words []string) string {
	for _, w := range words {
		if len(text) < len(w) || !strings.EqualFold(text[:len(w)], w) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[len(w):]); r == ' ' || r == '\'' || r == '’' || r == '-' {
			return text[:len(w)]
		}
	}
	return ""
}
