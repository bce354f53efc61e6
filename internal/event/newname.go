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

// People whom no registry knows are recognized by what they are: a name stands
// right behind the word for it ("Nutrien CEO Ken Seitz") or, in front of it,
// before a comma ("Ken Seitz, its chief executive"). They take part under the
// name as written; later in the article their surname does for it.

// fresh is somebody whom the article alone introduces.
type fresh struct {
	surname string
	mention lexicon.Mention
}

// most words that a name has, and that stand between a name's comma and the
// word for what its bearer is.
const (
	mostNames = 3
	mostWords = 5
)

// word is a word of a sentence, without a possessive ending.
type word struct {
	source.Span
	comma bool // a comma follows
	apart bool // anything but a blank follows
}

// meet finds people whom the registries do not know, and those whom the article
// has introduced before.
func (s *story) meet(sent *sentence) {
	if sent.lang == lang.ZH {
		return
	}
	for _, f := range s.fresh {
		if i := strings.Index(sent.Of(sent.text), f.surname); i >= 0 && bordered(sent.Of(sent.text), i, i+len(f.surname)) {
			m := f.mention
			m.Span = source.Span{Start: sent.Start + i, End: sent.Start + i + len(f.surname)}
			m.Partial = true
			sent.addName(m)
		}
	}
	words := sent.split()
	for i, w := range words {
		if cuesOf(sent.lang).class(strings.TrimSuffix(w.Of(sent.text), "s"))&isRole == 0 {
			continue
		}
		name, ok := sent.nameBehind(words, i)
		if !ok {
			name, ok = sent.nameBefore(words, i)
		}
		if ok {
			s.greet(sent, name, w)
		}
	}
}

// greet adds somebody new, of the side that is named beside what they are.
func (s *story) greet(sent *sentence, name source.Span, role word) {
	text := name.Of(sent.text)
	m := lexicon.Mention{Span: name, Person: s.lex.Person(text)}
	near := source.Span{Start: max(sent.Start, min(name.Start, role.Start)-nearby), End: min(sent.End, max(name.End, role.End)+nearby)}
	if sent.lang == lang.FR && role.Start > name.Start {
		near.End = sent.clauseEnd(near.End) // ", porte-parole de la diplomatie chinoise"
	}
	switch set := sent.sides(near); {
	case set&(ofCanada|ofChina|ofOthers) == ofCanada:
		m.Side = lexicon.Canada
	case set&(ofCanada|ofChina|ofOthers) == ofChina:
		m.Side = lexicon.China
	}
	if sent.addName(m) {
		s.fresh = append(s.fresh, fresh{surnameOf(text), m})
	}
}

// clauseEnd is where the phrase ends that an offset stands in: at a mark.
func (s *sentence) clauseEnd(from int) int {
	if i := strings.IndexAny(s.text[from:s.End], ",;:("); i >= 0 {
		return from + i
	}
	return s.End
}

// surnameOf is the word of a name that its bearer is called by: the first of a
// Chinese one, else the last.
func surnameOf(name string) string {
	first, _, _ := strings.Cut(name, " ")
	if slices.Contains(cuesOf(lang.EN).surnames, first) {
		return first
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// addName adds a mention in its place, unless one is there.
func (s *sentence) addName(m lexicon.Mention) bool {
	if slices.ContainsFunc(s.names, func(n lexicon.Mention) bool { return n.Overlaps(m.Span) && n.Topic == nil }) {
		return false
	}
	s.insertName(m)
	return true
}

// insertName puts a mention among the others in the order of the text.
func (s *sentence) insertName(m lexicon.Mention) {
	i := slices.IndexFunc(s.names, func(n lexicon.Mention) bool { return n.Start > m.Start })
	if i < 0 {
		i = len(s.names)
	}
	s.names = slices.Insert(s.names, i, m)
}

// split cuts the sentence into words.
func (s *sentence) split() []word {
	out := make([]word, 0, s.Len()/bytesPerWord)
	start := -1
	for i, r := range s.Of(s.text) {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '\'' || r == '’'
		switch {
		case inside && start < 0:
			start = s.Start + i
		case !inside && start >= 0:
			out = append(out, word{Span: source.Span{Start: start, End: s.Start + i}})
			start = -1
		}
		if n := len(out); !inside && n > 0 {
			out[n-1].comma = out[n-1].comma || r == ','
			out[n-1].apart = out[n-1].apart || r != ' '
		}
	}
	for i := range out {
		for _, his := range [...]string{"'s", "’s"} {
			out[i].End -= len(out[i].Of(s.text)) - len(strings.TrimSuffix(out[i].Of(s.text), his))
		}
	}
	return out
}

// bytesPerWord is about how long a word is with the space behind it.
const bytesPerWord = 5

// nameBehind is the name that begins right behind the word at i.
func (s *sentence) nameBehind(words []word, i int) (source.Span, bool) {
	n := 0
	for i+1+n < len(words) && n < mostNames && !words[i+n].apart && s.isNamePart(words[i+1+n]) {
		n++
	}
	if n < 2 {
		return source.Span{}, false
	}
	return source.Span{Start: words[i+1].Start, End: words[i+n].End}, true
}

// nameBefore is the name that ends at the comma before the word at i.
func (s *sentence) nameBefore(words []word, i int) (source.Span, bool) {
	for k := i - 1; k >= 0 && i-k <= mostWords; k-- {
		if !words[k].comma {
			continue
		}
		n := 0
		for k-n >= 0 && n < mostNames && (n == 0 || !words[k-n].apart) && s.isNamePart(words[k-n]) {
			n++
		}
		if n < 2 {
			return source.Span{}, false
		}
		return source.Span{Start: words[k-n+1].Start, End: words[k].End}, true
	}
	return source.Span{}, false
}

// isNamePart tells whether a word may be part of a person's name: a capital and
// small letters, no word that the language knows otherwise, and no other name.
func (s *sentence) isNamePart(w word) bool {
	text := w.Of(s.text)
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) || size == len(text) || strings.ToUpper(text) == text || cuesOf(s.lang).class(text) != 0 || isHonorific(text) || slices.Contains(cuesOf(s.lang).institutions, text) {
		return false
	}
	for _, m := range s.names {
		if m.Overlaps(w.Span) {
			return false
		}
	}
	return true
}
