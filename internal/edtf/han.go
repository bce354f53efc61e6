package edtf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// han reads a date in Chinese, which does not write words apart: what comes next
// is told by its first characters. Its methods read from pos on, pass over what
// they have read and return whether it was there.
//
//	statement: LIST with a word before it (自, 截至, 介于) or after it (以来, 以前, 之间)
//	LIST:      TERMs joined by 至, dashes, 、, 和 and 或
//	TERM:      约, a date that goes from the year down to the day, 初, 左右
type han struct {
	prose
	pos     int
	further bool // the term to be read is not the first, and may leave the year out
	digital int  // where a day in digits ends, such as 1970-10-13
}

// chinese reads t in Chinese.
func (t *text) chinese() reading {
	g := han{prose: prose{text: t, speech: &chinese}}
	g.spaces()
	x, ok := g.statement()
	return g.reading(x, g.pos, ok && g.endsAt(g.pos))
}

// endsAt reports whether a date may end at an offset. Chinese has no spaces, so
// almost anything may follow the unit that ends a date.
func (g *han) endsAt(n int) bool {
	next, _ := utf8.DecodeRuneInString(g.in[n:])
	last, _ := utf8.DecodeLastRuneInString(g.in[:n])
	switch {
	case Digit(last) >= 0:
		return unicode.Is(unicode.Han, next) && n == g.digital || g.text.endsAt(n)
	case Digit(next) >= 0:
		// 2019年5国 counts countries, 2019年10月5 leaves the unit of a day out.
		at := han{prose: g.prose, pos: n}
		at.number()
		return at.followedByHan() && !isDateHan([]rune(at.rest())[0])
	case unicode.Is(unicode.Han, last):
		return markOf(next) != hyphen && markOf(next) != slash || g.text.endsAt(n)
	}
	return g.text.endsAt(n)
}

func (g *han) rest() string { return g.in[g.pos:] }

func (g *han) spaces() { g.pos += leadingSpace(g.rest()) }

// accept passes over a text if it comes next.
func (g *han) accept(s string) bool {
	if !strings.HasPrefix(g.rest(), s) {
		return false
	}
	g.pos += len(s)
	return true
}

// acceptOne passes over the first of several texts that comes next.
func (g *han) acceptOne(texts ...string) bool {
	return slices.ContainsFunc(texts, g.accept)
}

// peek returns the word that comes next, and its length.
func (g *han) peek() (word, int) {
	rest := g.rest()
	if !mayBeChineseWord(rest) {
		return word{}, 0
	}
	for i := range chineseWords {
		if w := &chineseWords[i]; strings.HasPrefix(rest, w.text) {
			return w.word, len(w.text)
		}
	}
	return word{}, 0
}

// chineseHeads has a bit for the first character of each of the words, by the
// last two bytes of a Chinese character. It is read only.
var chineseHeads = func() (heads [1 << 12 / 64]uint64) {
	for i := range chineseWords {
		bit := headBit(chineseWords[i].text)
		heads[bit/64] |= 1 << (bit % 64)
	}
	return heads
}()

// mayBeChineseWord tells whether a text may begin with one of the words: most
// do not.
func mayBeChineseWord(s string) bool {
	bit := headBit(s)
	return chineseHeads[bit/64]&(1<<(bit%64)) != 0
}

// headBit is a number below 1 << 12 for the first character of a text.
func headBit(s string) uint {
	switch {
	case s == "":
		return 0
	case s[0] < 0xE0 || len(s) < 3:
		return uint(s[0])
	}
	return uint(s[1]&63)<<6 | uint(s[2]&63)
}

// word passes over the next word if it has a sense.
func (g *han) word(s sense) (word, bool) {
	w, n := g.peek()
	if n == 0 || w.sense != s {
		return w, false
	}
	g.pos += n
	return w, true
}

// statement reads a whole date.
func (g *han) statement() (expr, bool) {
	before, n := g.peek()
	switch before.sense {
	case fromWord, untilWord, betweenWord, toWord:
		g.pos += n
	default:
		before = word{}
	}
	x, ok := g.list(before.sense)
	if !ok {
		return x, false
	}
	end := g.pos
	g.spaces()
	after, n, ok := g.after(before.sense)
	if !ok {
		return x, false
	}
	if y, ok := g.ending(x, before, after); ok {
		if after.sense != nonsense {
			end = g.pos + n
		}
		x = y
	} else if before.sense != nonsense {
		return x, false
	}
	g.pos = end
	return x, true
}

// after returns the word after a date and its length, none if what comes next
// only looks like one. It returns false if that cannot be told.
func (g *han) after(before sense) (w word, n int, ok bool) {
	rest := g.rest()
	if !mayBeChineseWord(rest) {
		return word{}, 0, true
	}
	for i := range chineseWords {
		row := &chineseWords[i]
		if !strings.HasPrefix(rest, row.text) {
			continue
		}
		at := han{prose: g.prose, pos: g.pos + len(row.text)}
		_, digits := at.number()
		number := digits > 0 || at.acceptOne("半", "几", "幾", "数", "數", "多", "夕")
		han := at.followedByHan() && !strings.HasPrefix(at.rest(), "的")
		switch {
		case row.guard == unlessHan && han && before == nonsense, row.guard == unlessNumber && number, row.guard == former && number:
			return word{}, 0, true
		case row.guard == former && han:
			return word{}, 0, false
		}
		return row.word, len(row.text), true
	}
	return word{}, 0, true
}

// ending gives x the sense of the words before and after it.
func (g *han) ending(x expr, before, after word) (expr, bool) {
	isSpan := x.kind == anInterval && !x.single
	switch before.sense {
	case fromWord:
		if isSpan {
			return x, after.sense == nonsense || after.sense == byWord
		}
		return opened(x, anInterval, false, open), x.kind == onePoint && (after.sense == onwardEnd && after.value == 0 || after.sense == nonsense)
	case untilWord:
		return opened(x, anInterval, true, open), x.kind == onePoint && (after.sense == byWord || after.sense == nonsense)
	case toWord:
		if after.sense == untilWord {
			return opened(x, anInterval, true, unknown), x.kind == onePoint
		}
		return opened(x, anInterval, true, open), x.kind == onePoint && (after.sense == byWord || after.sense == nonsense)
	}
	if after.sense == betweenWord && x.kind == allOf && len(x.more) == 2 && x.more[0].single && x.more[1].single {
		x = between(x.more[0].from, x.more[1].from) // 1967年和1972年之间
		isSpan = true
	}
	if after.sense == betweenWord && isSpan {
		return expr{kind: oneOf, more: []part{x.part}}, true
	}
	if before.sense == betweenWord {
		return x, false
	}
	if x.kind != onePoint && !(x.kind == oneOf && len(x.more) == 1) {
		return x, false
	}
	return g.endingOf(x, after)
}

// endingOf is ending for one date that has a word after it only.
func (g *han) endingOf(x expr, after word) (expr, bool) {
	switch after.sense {
	case onwardEnd:
		if after.value == 1 {
			return opened(x, anInterval, false, unknown), true
		}
		return opened(x, anInterval, false, open), true
	case beforeWord:
		return besides(x.parts()[0], -1)
	case afterWord:
		return besides(x.parts()[0], 1)
	case orEarlierEnd:
		return opened(x, oneOf, true, open), true
	case orLaterEnd:
		return opened(x, oneOf, false, open), true
	case andEarlierEnd:
		return opened(x, allOf, true, open), true
	case andLaterEnd:
		return opened(x, allOf, false, open), true
	}
	return x, false
}

// list reads terms joined to each other, or one alone.
func (g *han) list(before sense) (expr, bool) {
	var buf [maxTerms]term
	terms := buf[:0]
	for len(terms) < maxTerms {
		joiner := nonsense
		if len(terms) > 0 {
			g.spaces()
			if before == fromWord {
				g.acceptOne("起", "开始", "開始") // 自1970年起至1975年
			}
			if joiner = g.joiner(); joiner == nonsense {
				break
			}
			g.spaces()
		}
		g.further = len(terms) > 0
		t, ok := g.term()
		if !ok {
			break
		}
		t.joiner = joiner
		t.own = before == fromWord
		terms = append(terms, t)
	}
	for n := len(terms); n > 0 && !g.firm; n-- {
		g.pos = terms[n-1].end
		var try [maxTerms]term // what it inherits depends on how many there are
		copy(try[:], terms[:n])
		if !g.inherit(try[:n]) {
			continue
		}
		if try[n-1].joiner == comma {
			try[n-1].joiner = andWord // 、 joins the last, too
		}
		if x, ok := g.build(try[:n]); ok {
			return x, true
		}
	}
	return expr{}, false
}

func (g *han) joiner() sense {
	w, n := g.peek()
	switch w.sense {
	case toWord, dash, andWord, orWord, comma:
		g.pos += n
		return w.sense
	}
	return nonsense
}

// inherit gives terms what they leave out: the year and the month of the term
// before, and to a lone number the unit of the one after.
func (g *han) inherit(terms []term) bool {
	for i := len(terms) - 2; i >= 0; i-- {
		if terms[i].lone && !terms[i].unitOf(&terms[i+1]) {
			return false
		}
	}
	if t := &terms[0]; !g.whole && len(terms) == 1 && !t.hasYear && t.day == 0 && g.followedByHan() {
		return false // 十月革命
	}
	for i := range terms {
		t := &terms[i]
		if i > 0 {
			t.inheritFrom(&terms[i-1])
		}
		if t.day != 0 && t.month == 0 && !t.hasYear {
			t.month = uint8(g.text.month)
		}
		g.fromContext(t, false)
	}
	return true
}

// unitOf makes the lone number of t a century, a year, a month or a day,
// whichever the next term begins with.
func (t *term) unitOf(next *term) bool {
	n := t.number
	switch {
	case next.lone || t.inDecade:
		return t.inDecade
	case next.isCentury() && !t.hasYear && t.digits <= 2:
		t.setYearOf(centuryPoint(n, next.neg))
	case next.hasYear && next.mask == 0 && !t.hasYear:
		if t.digits != 4 {
			return false
		}
		t.year, t.hasYear = int64(n), true
	case next.hasYear, n > 31:
		return false
	case next.month != 0 && t.month == 0:
		if n > 12 || next.month > 12 {
			return false
		}
		t.month = uint8(n)
	case next.month == 0 && next.day != 0:
		t.day = uint8(n)
	default:
		return false
	}
	t.lone = false
	return true
}

// inheritFrom gives t what the term before says: the year, to a day the month,
// to 70年代 the century.
func (t *term) inheritFrom(before *term) {
	switch {
	case t.inDecade && t.lone && before.hasYear && before.mask&maskOnes != 0 && !before.neg:
		t.setYearOf(point{year: before.year/100*100 + int64(t.number), mask: maskOnes})
		t.lone = false
		return
	case t.hasYear || t.mask != 0 || t.month == 0 && t.day == 0:
		return
	case t.month == 0:
		if before.day == 0 {
			return
		}
		t.month = before.month
	}
	if before.hasYear {
		t.setYearOf(before.point)
	}
}

// followedByHan reports whether a Han character comes next.
func (g *han) followedByHan() bool {
	r, _ := utf8.DecodeRuneInString(g.rest())
	return unicode.Is(unicode.Han, r)
}
