package edtf

import (
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number or a mark of a text that may be a date.
type token struct {
	word
	start, end int
	digits     int  // of a number
	glued      bool // nothing between it and the token before
	capital    bool // a word that begins with a capital letter
}

// word is what a token means: a sense, with a value such as a month's number.
type word struct {
	sense sense
	value int
}

// sense is what a token can be in a date.
type sense uint8

const (
	nonsense sense = iota // a word that no date has, or a mark
	endOfText
	number
	comma
	dot
	colon
	hyphen // any other dash has sense dash
	dash
	slash
	query // "?"
	tilde
	openParen
	closeParen
	noteWord // a word of a note on a date: "unknown"

	monthName
	weekdayName  // value: time.Weekday
	seasonName   // value: its code
	ordinalWord  // "first"
	romanNumber  // "XIX", "XIXe"
	ordinalMark  // what makes a number an ordinal: "th", "er"
	decadeMark   // "s" after a number
	decadeWord   // "années", "decade"
	centuryWord  // "century"
	quarterWord  // "quarter", "trimestre"
	halfWord     // "half", "semestre"
	quarterMark  // "Q" before a number
	halfMark     // "H" before a number
	thirdWord    // "early", "mid", "late"; value: 1, 2, 3
	yearWord     // "year", "l’an"
	article      // "the", "le"
	ofWord       // "of", "de"
	inWord       // "in", "en"
	toWord       // "to", "au"
	andWord      // "and"
	orWord       // "or"
	oneOfWord    // "one of"
	betweenWord  // "between"
	fromWord     // "from"
	sinceWord    // "since"
	untilWord    // "until"
	beforeWord   // "before"
	afterWord    // "after"
	byWord       // "by", "no later than"
	orEarlierEnd // "or earlier"
	orLaterEnd   // "or later"
	andEarlierEnd
	andLaterEnd
	onwardEnd   // "onwards"
	presentWord // "present"
	aboutWord   // "circa"
	aboutEnd    // "environ" after or before a date
	maybeWord   // "possibly"
	bcEnd       // "BC"
	adWord      // "AD", before or after a year
	someDate    // "an unknown date"
)

// A vocabulary is what the words of a language mean in dates, by their folded
// form; see fold.
type vocabulary map[string]entry

// entry is what a word means alone, and with more words after it.
type entry struct {
	word
	longer []phraseEntry // longest first
}

// phraseEntry is what a word means with the rest, folded words that spaces,
// hyphens or apostrophes part.
type phraseEntry struct {
	rest string
	word
}

// maxTokens is how much of a text is looked at: no date has as many.
const maxTokens = 32

// A lexer turns the front of a text into tokens, up to a word that no date has
// or the end of the line.
type lexer struct {
	in    string
	pos   int
	words vocabulary
}

// tokens fills all with the tokens of the text and returns how many there are.
// The last is always nonsense or the end of the text.
func (x *lexer) tokens(all *[maxTokens]token) int {
	for i := range all {
		before := x.pos
		x.spaces()
		t := x.next()
		t.glued = t.start == before
		all[i] = t
		if t.sense == nonsense || t.sense == endOfText {
			return i + 1
		}
	}
	all[maxTokens-1].sense = nonsense
	return maxTokens
}

// spaces passes over white space other than ends of lines.
func (x *lexer) spaces() { x.pos += leadingSpace(x.in[x.pos:]) }

// leadingSpace returns the length of the white space at the start of s, short of
// an end of line.
func leadingSpace(s string) int {
	for i, r := range s {
		if r == '\n' || r == '\r' || !unicode.IsSpace(r) && r != '\ufeff' {
			return i
		}
	}
	return len(s)
}

func (x *lexer) next() token {
	t := token{start: x.pos, end: x.pos}
	r, size := utf8.DecodeRuneInString(x.in[x.pos:])
	switch {
	case size == 0 || r == '\n' || r == '\r':
		t.sense = endOfText
		return t
	case Digit(r) >= 0:
		x.number(&t)
	case unicode.IsLetter(r):
		x.word(&t)
	default:
		x.pos += size
		t.sense = markOf(r)
		if isApostrophe(r) {
			x.apostrophe(&t)
		}
	}
	t.end = x.pos
	return t
}

// Digit returns the value of a digit, ASCII or full-width, -1 of any other
// rune.
func Digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	}
	return -1
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func markOf(r rune) sense {
	switch r {
	case ',', '，', '、':
		return comma
	case '.', '．':
		return dot
	case ':', '：':
		return colon
	case '-', '\u2010', '\u2011', '－':
		return hyphen
	case '–', '—', '−', '―':
		return dash
	case '/', '／':
		return slash
	case '?', '？':
		return query
	case '~', '～':
		return tilde
	case '(', '（':
		return openParen
	case ')', '）':
		return closeParen
	}
	return nonsense
}

// number reads digits. A number of more than nine is of no use to a date.
func (x *lexer) number(t *token) {
	t.sense = number
	for x.pos < len(x.in) {
		r, size := utf8.DecodeRuneInString(x.in[x.pos:])
		d := Digit(r)
		if d < 0 {
			break
		}
		x.pos += size
		t.digits++
		if t.digits <= 9 {
			t.value = t.value*10 + d
		}
	}
	if t.digits > 9 {
		t.sense = nonsense
	}
}

// apostrophe reads the "s" of "1970’s".
func (x *lexer) apostrophe(t *token) {
	var buf foldBuffer
	if w, end := fold(&buf, x.in, x.pos); string(w) == "s" {
		t.sense = decadeMark
		x.pos = end
	}
}

// word reads a word, and those after it with which it makes a phrase.
func (x *lexer) word(t *token) {
	var buf foldBuffer
	folded, end := fold(&buf, x.in, x.pos)
	first, _ := utf8.DecodeRuneInString(x.in[x.pos:])
	t.capital = unicode.IsUpper(first)
	e, known := x.words[string(folded)]
	x.pos = end
	if !known {
		if n := romanValue(x.in[t.start:], folded); n > 0 {
			t.word = word{romanNumber, n}
		}
		return
	}
	t.word = e.word
	for _, p := range e.longer {
		if at, ok := x.follows(p.rest); ok {
			t.word = p.word
			x.pos = at
			return
		}
	}
}

// follows reports whether the words of a phrase come next, and where they end.
func (x *lexer) follows(rest string) (end int, ok bool) {
	pos := x.pos
	for len(rest) > 0 {
		if pos < len(x.in) && x.in[pos] == '.' {
			pos++ // as in "av. J.-C."
		}
		pos += leadingSpace(x.in[pos:])
		if r, size := utf8.DecodeRuneInString(x.in[pos:]); markOf(r) == hyphen {
			pos += size
		}
		var buf foldBuffer
		w, after := fold(&buf, x.in, pos)
		n := len(w)
		if n == 0 || len(rest) < n || rest[:n] != string(w) || len(rest) > n && rest[n] != ' ' {
			return 0, false
		}
		rest = rest[min(n+1, len(rest)):]
		pos = after
	}
	return pos, true
}

// foldBuffer holds a folded word. Longer ones are of no language's dates.
type foldBuffer [20]byte

// fold reads the letters at pos, with an apostrophe if that joins them to the
// next word, and returns them in lower case without accents.
func fold(buf *foldBuffer, s string, pos int) (folded []byte, end int) {
	b := buf[:0]
	for pos < len(s) {
		r, size := utf8.DecodeRuneInString(s[pos:])
		c := foldRune(r)
		if c == 0 && !unicode.Is(unicode.Mn, r) {
			next, _ := utf8.DecodeRuneInString(s[pos+size:])
			if isApostrophe(r) && len(b) > 0 && unicode.IsLetter(next) && len(b) < len(buf) {
				return append(b, '\''), pos + size
			}
			if !unicode.IsLetter(r) {
				break
			}
			c = '*' // a letter that no word here has
		}
		pos += size
		if c != 0 && len(b) < len(buf) {
			b = append(b, c)
		}
	}
	return b, pos
}

// foldRune returns the small ASCII letter that a letter of English or French is
// a form of, 0 for any other rune.
func foldRune(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z':
		return byte(r)
	case r >= 'A' && r <= 'Z':
		return byte(r - 'A' + 'a')
	case r < 0x80:
		return 0
	}
	switch r {
	case 'é', 'è', 'ê', 'ë', 'É', 'È', 'Ê', 'Ë', 'ᵉ':
		return 'e'
	case 'à', 'â', 'À', 'Â':
		return 'a'
	case 'û', 'ù', 'ü', 'Û', 'Ù', 'Ü':
		return 'u'
	case 'î', 'ï', 'Î', 'Ï':
		return 'i'
	case 'ô', 'Ô':
		return 'o'
	case 'ç', 'Ç':
		return 'c'
	case 'ʳ':
		return 'r'
	case 'ˢ':
		return 's'
	case 'ᵗ':
		return 't'
	case 'ʰ':
		return 'h'
	case 'ⁿ':
		return 'n'
	case 'ᵈ':
		return 'd'
	}
	return 0
}

// romanValue returns the value of a Roman numeral in capitals at the start of a
// word, of up to 39, with or without the ending of a French ordinal; 0 for all
// else. folded is the whole word.
func romanValue(s string, folded []byte) int {
	n := 0
	for n < len(s) && (s[n] == 'I' || s[n] == 'V' || s[n] == 'X') {
		n++
	}
	if n == 0 || n > len(folded) {
		return 0
	}
	switch string(folded[n:]) {
	case "", "e", "er", "eme", "ieme":
		return romanDigits(s[:n])
	}
	return 0
}

func romanDigits(s string) int {
	n := 0
	for i := range len(s) {
		v := romanDigit(s[i])
		if i+1 < len(s) && romanDigit(s[i+1]) > v {
			v = -v
		}
		n += v
	}
	var buf [16]byte
	if n < 1 || n > 39 || string(appendRoman(buf[:0], int64(n))) != s {
		return 0 // not the way to write it
	}
	return n
}

func romanDigit(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	}
	return 10
}
