package seed

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// A lead is the date that a block begins with.
type lead struct {
	date  edtf.Date
	dated source.Span // in the text: the words of the date
	rest  int         // where what it is the date of begins
	sign  apart       // what parts the two
	bad   error       // why what must be meant for a date is none; then date and rest are zero
}

// found tells whether there is a date.
func (l lead) found() bool { return !l.date.IsZero() }

// opensEntry tells whether a line of text with this lead begins an entry rather
// than goes on with what stands before it. Amid a sentence the date must be
// marked by more than a full stop, with which the sentence may end.
func (l lead) opensEntry(text, before string) bool {
	if !l.found() && l.bad == nil {
		return false
	}
	if endsSentence(before) {
		return true
	}
	after := strings.TrimLeft(text[l.dated.End:], " \u00a0\u3000)]）】〕")
	return l.sign == marked && !strings.HasPrefix(after, ".")
}

// brackets pairs what may enclose the date at the start of an entry.
var brackets = [...]struct{ open, close string }{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"〔", "〕"}}

// leadOf reads the date at the start of block i, which may leave out what
// within says. Prose that happens to begin with a date ("1970 was a good year")
// has no lead: the date must stand apart. Where nothing gives the year, the
// entry before does ("Dec. 1, 2018: …", then "Dec. 10: …"), as long as the list
// goes on in its direction.
func (c *chronicler) leadOf(i int, within edtf.Date) lead {
	l := c.leadIn(c.blocks[i], c.extra[i].node, within)
	if l.found() || !within.IsZero() || c.last.IsZero() {
		return l
	}
	if m := c.leadAfter(i); m.found() && c.goesOn(m.date) {
		return m
	}
	return l
}

// leadAfter reads the date at the start of block i as one that follows the last
// entry's: in its year, or in the one that 同年 ("the same year") or 次年 ("the
// year after") counts from it.
func (c *chronicler) leadAfter(i int) lead {
	block, year := c.blocks[i], c.last.Year()
	n := 0
	for _, word := range [...]struct {
		says  string
		after int
	}{{"同年", 0}, {"次年", 1}, {"翌年", 1}} {
		if strings.HasPrefix(block.Span.Of(c.text), word.says) {
			n, year = len(word.says), year+word.after
		}
	}
	block.Span.Start += n
	l := c.leadIn(block, c.extra[i].node, edtf.Year(year))
	l.dated.Start -= min(n, l.dated.Start)
	return l
}

// goesOn tells whether a date is one that the list may have next: not before
// the last one, or not after it where the list runs backwards.
func (c *chronicler) goesOn(d edtf.Date) bool {
	if c.backwards {
		return d.Last() <= c.last.Last()
	}
	return d.First() >= c.last.First()
}

// follow notes the date of an entry, and by it the direction of the list.
func (c *chronicler) follow(d edtf.Date) {
	if !c.last.IsZero() && !d.Overlaps(c.last) {
		c.backwards = d.First() < c.last.First()
	}
	c.last = d
}

// leadIn is leadOf for a block that was made of node, or of plain text.
func (c *chronicler) leadIn(block Block, node ast.Node, within edtf.Date) lead {
	s := block.Span.Of(c.text)
	opened, closing := 0, ""
	for _, b := range brackets {
		if strings.HasPrefix(s, b.open) {
			opened, closing = len(b.open), b.close
		}
	}
	d, n, err := edtf.ScanWithin(s[opened:], c.lang, within)
	var bad *edtf.ParseError
	if err != nil && !errors.As(err, &bad) {
		return lead{}
	}
	n += opened
	l := lead{date: d, dated: trim(c.text, source.Span{Start: block.Span.Start + opened, End: block.Span.Start + n})}
	after := s[n:]
	if closing != "" && strings.HasPrefix(after, closing) {
		after = after[len(closing):]
	} else if closing != "" && bad == nil {
		return lead{}
	}
	sign, size := separator(after)
	l.sign = sign
	switch {
	case bad != nil && c.meantForDate(block, &l, after):
		l.bad = err
		return l
	case bad != nil, !c.standsApart(block, node, &l, after):
		return lead{}
	}
	l.rest = block.Span.End - len(after) + size
	return l
}

// meantForDate tells whether words that are no date stand where a date would:
// in a list or a heading, before a colon or a dash, or else where a date in a
// sentence would be apart, which may do without its year.
func (c *chronicler) meantForDate(block Block, l *lead, after string) bool {
	if block.Kind != Paragraph || l.sign == marked {
		return true
	}
	if l.sign == bare && !beginsWide(after) {
		return false
	}
	_, _, err := edtf.ScanWithin(l.dated.Of(c.text), c.lang, edtf.Year(2000))
	return err != nil
}

// apart says how a date is parted from what follows it.
type apart uint8

const (
	bare   apart = iota // by nothing or by space
	comma               // by a comma, which prose has after dates too
	marked              // by a colon, a dash, a line of its own, the end, a blank where Chinese has none
)

// separator returns what parts a date from after, and how many bytes that takes
// with the space around it.
func separator(after string) (sign apart, size int) {
	rest := strings.TrimLeft(after, " \u00a0\u3000")
	if rest == "" {
		return marked, len(after)
	}
	switch {
	case rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r', len(rest) < len(after) && beginsWide(rest):
		sign = marked
	}
	for rest != "" {
		r, n := utf8.DecodeRuneInString(rest)
		spaced := len(rest) == n || strings.IndexByte(" \t\r\n", rest[n]) >= 0
		switch {
		case strings.ContainsRune(":：–—|·", r), strings.ContainsRune("-.", r) && spaced:
			sign = marked
		case strings.ContainsRune(",，、", r):
			sign = max(sign, comma)
		case !unicode.IsSpace(r):
			return sign, len(after) - len(rest)
		}
		rest = rest[n:]
	}
	return max(sign, marked), len(after)
}

// standsApart tells whether the date of l at the start of a block is the date
// of what follows it, rather than a part of the sentence.
func (c *chronicler) standsApart(block Block, node ast.Node, l *lead, after string) bool {
	if l.sign == marked || c.isEmphasised(node, block.Span.Start, l.dated) {
		return true
	}
	day := l.date.Precision() == edtf.DayPrecision
	listed := block.Kind != Paragraph
	if l.sign == comma {
		return listed || day || l.date.Precision() == edtf.MonthPrecision
	}
	return day && (listed || beginsWide(after))
}

// beginsWide tells whether the next character of s is a Chinese one.
func beginsWide(s string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u3000"))
	return unicode.Is(unicode.Han, next)
}

// isEmphasised tells whether the block made of node, whose text begins at
// start, begins with emphasis or a link that ends where its date does.
func (c *chronicler) isEmphasised(node ast.Node, start int, dated source.Span) bool {
	if node == nil || node.FirstChild() == nil {
		return false
	}
	switch node.FirstChild().Kind() {
	case ast.KindEmphasis, ast.KindLink:
		end := start + plainLength(node.FirstChild(), c.tree)
		return end >= dated.End && strings.Trim(c.text[dated.End:min(end, len(c.text))], " .:：,，") == ""
	}
	return false
}

// plainLength returns how many bytes of plain text n has.
func plainLength(n ast.Node, t *tree) int {
	w := proseWriter{tree: t}
	w.inline(n)
	return len(w.buf)
}

// maxTitle is how many characters the title of an entry has at most.
const maxTitle = 90

// titleOf returns the first sentence of s on one line, without its full stop,
// and cut where it is too long.
func titleOf(s string, l lang.Lang) string {
	s = oneLine(firstSentence(oneLine(s)))
	s = strings.TrimRight(s, ".。;；,，:： ")
	if r, size := utf8.DecodeRuneInString(s); unicode.IsLower(r) {
		s = string(unicode.ToUpper(r)) + s[size:]
	}
	if utf8.RuneCountInString(s) <= maxTitle {
		return s
	}
	runes := []rune(s)[:maxTitle-1]
	cut := len(runes)
	for i := len(runes) - 1; i > maxTitle/2; i-- {
		if unicode.IsSpace(runes[i]) || l == lang.ZH && strings.ContainsRune("，、；：", runes[i]) {
			cut = i
			break
		}
	}
	return strings.TrimRight(string(runes[:cut]), " ,，、;；:：–—-") + "…"
}

// firstSentence returns the beginning of s up to the end of its first sentence.
func firstSentence(s string) string {
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch r {
		case '。', '！', '？', '\n':
			return s[:end]
		case '.', '!', '?', '…':
			if r == '.' && isAbbreviation(s[:i], s[end:]) {
				continue
			}
			rest := strings.TrimLeft(s[end:], `"'”’»)] `+"\u00a0")
			if rest == s[end:] && rest != "" {
				continue // within a word or a number
			}
			next, _ := utf8.DecodeRuneInString(rest)
			if rest == "" || !unicode.IsLower(next) {
				closing := len(s[end:]) - len(strings.TrimLeft(s[end:], `"'”’»)]`))
				return s[:end+closing]
			}
		}
	}
	return s
}

// abbreviations are words that keep their full stop within a sentence; numbered
// are those that do so before a number.
var (
	abbreviations = [...]string{
		"mr", "mrs", "ms", "dr", "st", "ste", "gen", "sen", "gov", "hon", "rep", "prof", "rev", "lt", "col", "capt", "sgt",
		"vs", "jr", "sr", "approx", "ca", "mme", "mlle", "mgr",
		"jan", "feb", "apr", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "janv", "févr", "avr", "juill", "déc",
	}
	numbered = [...]string{"no", "nos", "art", "p", "pp", "vol", "fig", "mar", "jun", "para", "sec"}
)

// isAbbreviation tells whether the full stop between before and after belongs
// to the word it ends: an abbreviation, or a single letter as in "J. Trudeau"
// and "U.S.".
func isAbbreviation(before, after string) bool {
	word := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })+1:]
	if r, size := utf8.DecodeRuneInString(word); size > 0 && !unicode.IsLetter(r) && r != '.' {
		word = word[size:] // the sign before the word, if it takes several bytes
	}
	if tail := word[strings.LastIndexByte(word, '.')+1:]; utf8.RuneCountInString(tail) == 1 {
		return true
	}
	is := func(a string) bool { return strings.EqualFold(a, word) }
	next := strings.TrimLeft(after, " \u00a0")
	return slices.ContainsFunc(abbreviations[:], is) || next != "" && next[0] >= '0' && next[0] <= '9' && slices.ContainsFunc(numbered[:], is)
}
