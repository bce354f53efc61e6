package event

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lexicon"
	"buildsite/internal/timex"
)

// namesStrangers tells whether a capital within the sentence begins a name that
// the lexicon does not know.
func (s *sentence) namesStrangers() bool {
	letter := false // the rune before is one
	begun := false  // the sentence's first word is behind
	for i, r := range s.Of(s.text) {
		at := s.Start + i
		if begun && !letter && unicode.IsUpper(r) && !s.isKnown(at) {
			return true
		}
		begun = begun || letter && !unicode.IsLetter(r)
		letter = unicode.IsLetter(r)
	}
	return false
}

// isKnown tells whether a capital is that of a name or a time that was found,
// or begins what is quoted.
func (s *sentence) isKnown(at int) bool {
	quote, _ := utf8.DecodeLastRuneInString(s.text[s.Start:at])
	return slices.Contains([]rune{'“', '"', '«', '\u00a0', '\u202f'}, quote) ||
		slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return m.Start <= at && at < m.End }) ||
		slices.ContainsFunc(s.times, func(e timex.Expr) bool { return e.Start <= at && at < e.End })
}
