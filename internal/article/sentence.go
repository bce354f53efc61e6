package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// split cuts the blocks that are read for events into sentences, without the
// dateline at the head of each.
func (a *Article) split(doc *seed.Document, heads []dateline) {
	for i, p := range a.Parts {
		if p.Role.Told() {
			span := p.Span
			span.Start += heads[i].length
			for s := range Sentences(span.Of(doc.Text)) {
				a.Sentences = append(a.Sentences, Sentence{
					Span: source.Span{Start: span.Start + s.Start, End: span.Start + s.End}, Part: i,
				})
			}
		}
	}
}

// Sentences yields the sentences of a paragraph in order, without the space
// around them. The borders are those of Unicode's annex 29, but none after an
// abbreviation ("Mr.", "Nov.", "U.S."), at the end of a line that is merely
// wrapped, or before a closing quotation mark.
func Sentences(text string) func(yield func(source.Span) bool) {
	return func(yield func(source.Span) bool) {
		it := sentences.FromString(text)
		start := 0
		for it.Next() {
			end := it.End()
			if end < len(text) && goesOn(text[start:end], text[end:]) {
				continue
			}
			if s := trimmed(text, start, end); s.Len() > 0 && !yield(s) {
				return
			}
			start = end
		}
		if s := trimmed(text, start, len(text)); s.Len() > 0 {
			yield(s)
		}
	}
}

// goesOn tells whether the border between before and after is none.
func goesOn(before, after string) bool {
	bare := strings.TrimRightFunc(before, unicode.IsSpace)
	if bare == "" {
		return true
	}
	last, size := utf8.DecodeLastRuneInString(bare)
	if bare != before && !endsSentence(last, bare[:len(bare)-size]) {
		return true // a wrapped line
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
	if unicode.Is(unicode.Pf, next) || unicode.Is(unicode.Pe, next) {
		return true
	}
	return last == '.' && abbreviated(bare[:len(bare)-1])
}

// endsSentence tells whether a line that ends with last ends a sentence.
func endsSentence(last rune, before string) bool {
	for closes(last) && before != "" {
		var size int
		last, size = utf8.DecodeLastRuneInString(before)
		before = before[:len(before)-size]
	}
	return strings.ContainsRune(".!?…。！？；", last)
}

func closes(r rune) bool {
	return r == '"' || r == '\'' || unicode.Is(unicode.Pf, r) || unicode.Is(unicode.Pe, r)
}

// abbreviated tells whether the word at the end of s is one that is written
// with a point: of the list, or a single capital, or one with points inside.
func abbreviated(s string) bool {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
	word := s[i+1:]
	if i >= 0 && i+1 < len(s) {
		_, size := utf8.DecodeRuneInString(s[i:])
		word = s[i+size:]
	}
	if word == "" {
		return false
	}
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) {
		return true
	}
	if strings.Contains(word, ".") {
		return true
	}
	return isAbbreviation(word)
}

// isAbbreviation knows titles, months and what newspapers shorten, in English
// and French.
func isAbbreviation(word string) bool {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "sen", "rep", "gov", "hon", "rev", "st", "ste", "jr", "sr",
		"mm", "mme", "mlle", "mgr", "me", "av", "boul",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"janv", "févr", "fév", "avr", "juil", "déc",
		"no", "nos", "vol", "art", "al", "cf", "vs", "approx", "inc", "ltd", "corp", "co", "bros", "dept", "est", "fig", "p", "pp":
		return true
	}
	return false
}

// trimmed is the span from start to end of text without the space around it.
func trimmed(text string, start, end int) source.Span {
	s := text[start:end]
	left := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = strings.TrimSpace(s)
	return source.Span{Start: start + left, End: start + left + len(s)}
}

// oneLine folds all space into single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
