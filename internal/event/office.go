package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// office adds whom "the prime minister" means in an article that has named one
// and no other who held such an office on the day of publication.
func (s *story) office(sent *sentence) {
	text := sent.Of(sent.text)
	for _, phrase := range cuesOf(sent.lang).offices {
		at := strings.Index(text, phrase)
		if at < 0 {
			at = lastFold(text, phrase) // at the head, with its capital
		}
		if at < 0 || !bordered(text, at, at+len(phrase)) || goesOn(text[at+len(phrase):]) {
			continue
		}
		span := source.Span{Start: sent.Start + at, End: sent.Start + at + len(phrase)}
		p := s.inOffice(phrase)
		if p == nil || slices.ContainsFunc(sent.names, func(m lexicon.Mention) bool { return m.Overlaps(span) }) {
			continue
		}
		sent.insertName(lexicon.Mention{Span: span, Person: p, Partial: true, Side: p.Side})
		return
	}
}

// inOffice returns the only one of those whom the article has named so far who
// holds an office, for which the phrase stands without its article.
func (s *story) inOffice(phrase string) *lexicon.Person {
	if s.Published.Date.IsZero() {
		return nil
	}
	_, noun, spaced := strings.Cut(phrase, " ")
	if !spaced {
		_, noun, _ = strings.Cut(phrase, "'")
	}
	var found *lexicon.Person
	for _, p := range s.known {
		o := p.At(s.Published.Date.First())
		if o == nil || o.Role {
			continue
		}
		title := strings.ToLower(o.Title.In(s.doc.Lang))
		if strings.HasPrefix(title, noun) && bordered(title, 0, len(noun)) {
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}

// goesOn tells whether an office is said to be whose, or a name follows it.
func goesOn(rest string) bool {
	rest, spaced := strings.CutPrefix(rest, " ")
	r, _ := utf8.DecodeRuneInString(rest)
	if !spaced {
		return rest != "" && strings.ContainsRune("-’'", r)
	}
	word, _, _ := strings.Cut(rest, " ")
	switch strings.Trim(word, ",.;:") {
	case "of", "for", "de", "du", "des", "et", "and", "canadien", "canadienne", "chinois", "chinoise", "general", "général", "responsable":
		return true
	}
	return unicode.IsUpper(r) || strings.HasPrefix(word, "d'") || strings.HasPrefix(word, "d’")
}
