package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
)

// A token is a word, a number or a mark of punctuation.
type token struct {
	start, end int
	bits       bits
	num        int // of a number; of a date 20251112, of a clock 1530
	word       uint16
	digits     uint8 // how many a number was written with
	flags      tokenFlags
}

type tokenFlags uint16

const (
	flagCapital  tokenFlags = 1 << iota // begins with a capital letter
	flagGlued                           // no space before it
	flagHyphen                          // joined to the word before it by a hyphen
	flagNumber                          // a number, in digits or words
	flagHalf                            // and a half
	flagPast                            // ends as past tenses do
	flagWord                            // letters
	flagFraction                        // a number with decimals or a slash
	flagFuture                          // ends as French futures do
	flagEither                          // one number or the next: 两三
)

func (t token) is(f tokenFlags) bool { return t.flags&f != 0 }
func (t token) has(c class) bool     { return t.bits&c.bit() != 0 }

// maxTokens bounds a sentence, so that text without full stops is read in
// pieces as well.
const maxTokens = 400

// scanner splits a text into tokens, a sentence at a time.
type scanner struct {
	g    *grammar
	text string
	pos  int
	toks []token
	fold [maxWord]byte
}

// maxWord is the length in bytes of the longest word that is looked up.
const maxWord = 32

// next reads one sentence into s.toks. It returns false at the end of text.
func (s *scanner) next() bool {
	s.toks = s.toks[:0]
	glued := false
	for s.pos < len(s.text) && len(s.toks) < maxTokens {
		c := s.text[s.pos]
		switch {
		case c == '\n':
			if s.paragraphEnds() && len(s.toks) > 0 {
				return true
			}
			s.pos++
			glued = false
			continue
		case c == ' ' || c == '\t' || c == '\r':
			s.pos++
			glued = false
			continue
		}
		n := len(s.toks)
		s.token(c)
		if len(s.toks) > n && glued {
			s.toks[n].flags |= flagGlued
		}
		glued = true
		if s.sentenceEnds() {
			break
		}
	}
	return len(s.toks) > 0 || s.pos < len(s.text)
}

// paragraphEnds tells whether the line break at pos is followed by a blank line
// or comes after the end of a sentence.
func (s *scanner) paragraphEnds() bool {
	i := s.pos + 1
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	return i >= len(s.text) || s.text[i] == '\n'
}

// sentenceEnds tells whether the token read last closes a sentence.
func (s *scanner) sentenceEnds() bool {
	if len(s.toks) == 0 {
		return false
	}
	t := s.toks[len(s.toks)-1]
	switch s.text[t.start:t.end] {
	case "。", "！", "？":
		return true
	case ".", "!", "?":
		if c := s.at(s.pos); c != 0 && c != ' ' && c != '\n' && c != '"' {
			return false
		}
		return !s.abbreviates()
	}
	return false
}

// abbreviates tells whether the full stop read last belongs to an initial
// ("Pierre E. Trudeau") or is followed by a small letter ("Power Corp. said").
func (s *scanner) abbreviates() bool {
	i := s.pos
	for s.at(i) == ' ' {
		i++
	}
	if c := s.at(i); i > s.pos && c >= 'a' && c <= 'z' {
		return true
	}
	n := len(s.toks)
	if n < 2 {
		return false
	}
	t := s.toks[n-2]
	return t.end == t.start+1 && t.is(flagCapital) && t.end == s.toks[n-1].start
}

// token reads one token that starts with byte c.
func (s *scanner) token(c byte) {
	switch {
	case c >= '0' && c <= '9':
		s.number()
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		s.letters()
	case c < utf8.RuneSelf:
		s.punct(1)
	default:
		s.wide()
	}
}

// wide reads a token that does not begin with an ASCII character.
func (s *scanner) wide() {
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case edtf.Digit(r) >= 0:
		s.number()
	case isHan(r) || r == '〇' || r == '○':
		s.hanToken(r, size)
	case unicode.IsLetter(r):
		s.letters()
	case unicode.IsSpace(r):
		s.pos += size
	default:
		s.punct(size)
	}
}

// punct reads a mark of punctuation. A hyphen between words is no token of its
// own: "third-quarter" is read as "third quarter".
func (s *scanner) punct(size int) {
	start := s.pos
	s.pos += size
	if size == 1 && s.text[start] == '-' && s.joins(start) {
		s.following(flagHyphen)
		return
	}
	if size == 1 && s.text[start] == '\'' && s.apostropheYear(start) {
		return
	}
	if n := apostropheAt(s.text, start); n > 0 && s.at(start+n) == 's' && start > 0 && isLetterByte(s.text[start-1]) && !isLetterByte(s.at(start+n+1)) {
		s.pos = start + n + 1
	}
	s.push(token{start: start, end: s.pos, word: s.lookup(s.text[start:s.pos])})
}

// joins tells whether the hyphen at i stands between a word or number and a
// letter, or a letter and a number.
func (s *scanner) joins(i int) bool {
	n := len(s.toks)
	if n == 0 || s.toks[n-1].end != i || i+1 >= len(s.text) {
		return false
	}
	next := s.text[i+1]
	return isLetterByte(next) || isDigit(next) && !s.toks[n-1].is(flagNumber) && s.toks[n-1].is(flagWord)
}

// following reads the next token and gives it a flag.
func (s *scanner) following(f tokenFlags) {
	n := len(s.toks)
	s.token(s.text[s.pos])
	if len(s.toks) > n {
		s.toks[n].flags |= f
	}
}

func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf }
func isDigit(c byte) bool      { return c >= '0' && c <= '9' }

// letters reads a word of letters, with what an apostrophe splits off it.
func (s *scanner) letters() {
	start := s.pos
	end, dots := s.wordEnd(start)
	t := token{start: start, end: end, flags: flagWord}
	c := s.text[start]
	r := rune(c)
	if c >= utf8.RuneSelf {
		r, _ = utf8.DecodeRuneInString(s.text[start:])
	}
	if c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && unicode.IsUpper(r) {
		t.flags |= flagCapital
	}
	if n := end - start; n > 4 && s.text[end-3:end] != "eed" && s.text[end-2:end] == "ed" {
		t.flags |= flagPast
	}
	if s.g.elisions && frenchFuture(s.text[start:end]) {
		t.flags |= flagFuture
	}
	// "Dec." is looked up with its full stop first: "sat." may be a day where
	// "sat" never is.
	if !dots && end < len(s.text) && s.text[end] == '.' {
		if id := s.lookup(s.text[start : end+1]); id != 0 && s.accepts(id, t) {
			t.end, t.word = end+1, id
			s.pos = t.end
			s.push(t)
			return
		}
	}
	if end == start+1 && isDigit(s.at(end)) && !isDigit(s.at(end+1)) && !isLetterByte(s.at(end+1)) {
		if id := s.lookup(s.text[start : end+1]); id != 0 && s.accepts(id, t) { // "Q3"
			t.end, t.word = end+1, id
			s.pos = t.end
			s.push(t)
			return
		}
	}
	t.end = s.apostrophe(start, end)
	s.pos = t.end
	if t.word = s.lookup(s.text[start:t.end]); t.word != 0 && !s.accepts(t.word, t) {
		s.toks = append(s.toks, t) // a word of phrases only: "may have"
		return
	}
	s.push(t)
}

// frenchFuture tells whether a word ends as the third persons of the future do:
// "prendra", "seront".
func frenchFuture(w string) bool {
	if len(w) < 6 {
		return false
	}
	if strings.HasSuffix(w, "ront") {
		return true
	}
	return strings.HasSuffix(w, "ra") && strings.IndexByte("eidtvru", w[len(w)-3]) >= 0
}

// accepts tells whether the entry may be written as t is.
func (s *scanner) accepts(id uint16, t token) bool {
	e := &s.g.entries[id]
	return e.plain || !e.capital || t.is(flagCapital)
}

// wordEnd returns the end of the letters that begin at i. Letters with dots in
// between, such as "a.m.", are one word.
func (s *scanner) wordEnd(i int) (end int, dots bool) {
	start := i
	for i < len(s.text) {
		c := s.text[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				i++
				continue
			}
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsLetter(r) || isHan(r) {
			break
		}
		i += size
	}
	if i == start+1 {
		for i+1 < len(s.text) && s.text[i] == '.' && isASCIILetter(s.text[i+1]) && (i+2 >= len(s.text) || !isLetterByte(s.text[i+2])) {
			i, dots = i+2, true
		}
		if dots && i < len(s.text) && s.text[i] == '.' {
			i++
		}
	}
	return i, dots
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// apostrophe returns the end of the word start:end with an apostrophe that
// belongs to it: French "l'", "aujourd'hui"; English "o'clock". The English
// "'s" becomes a word of its own.
func (s *scanner) apostrophe(start, end int) int {
	size := apostropheAt(s.text, end)
	if size == 0 {
		return end
	}
	if s.g.elisions && end-start <= 8 {
		if rest, _ := s.wordEnd(end + size); end-start > 2 && rest > end+size {
			if s.lookup(s.text[start:rest]) != 0 {
				return rest
			}
		}
		return end + size
	}
	if rest, _ := s.wordEnd(end + size); end-start == 1 && rest > end+size && s.lookup(s.text[start:rest]) != 0 {
		return rest
	}
	return end
}

// apostropheAt returns the length of the apostrophe at i, or 0.
func apostropheAt(text string, i int) int {
	if i < len(text) && text[i] == '\'' {
		return 1
	}
	if i+3 <= len(text) && text[i:i+3] == "’" {
		return 3
	}
	return 0
}

// push appends a token, with the classes of its word.
func (s *scanner) push(t token) {
	if t.word != 0 {
		t.bits |= s.g.entries[t.word].bits
	}
	s.toks = append(s.toks, t)
}

// lookup returns the entry of a word, or 0.
func (s *scanner) lookup(w string) uint16 {
	if len(w) > maxWord {
		return 0
	}
	return s.g.words[string(foldInto(s.fold[:0], w))]
}

// foldString returns a word as it is looked up.
func foldString(w string) []byte { return foldInto(nil, w) }

// foldInto appends a word in lower case, without the accents of Latin-1 and
// with straight apostrophes.
func foldInto(b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 'A' && c <= 'Z':
			b = append(b, c|0x20)
		case c == 0xC3 && i+1 < len(w):
			i++
			b = append(b, unaccented[w[i]&0x1F])
			if w[i]&0x3F == 0x17 || w[i]&0x3F == 0x37 || w[i] < 0x80 { // × and ÷, or broken UTF-8
				b = append(b, w[i])
			}
		case c == 0xE2 && i+2 < len(w) && w[i+1] == 0x80 && w[i+2] == 0x99:
			b = append(b, '\'')
			i += 2
		default:
			b = append(b, c)
		}
	}
	return b
}

// unaccented holds the plain letters of U+00C0 to U+00DF; those of the lower
// case follow in the same order.
const unaccented = "aaaaaaaceeeeiiiidnooooo*ouuuuyts"
