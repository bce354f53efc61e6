package edtf

import "fmt"

// latin reads a date in a language that writes words apart: English or French.
// The lexer has turned the front of the text into tokens; each method reads from
// the next one on and returns whether it could, the caller stepping back if not.
//
//	statement: from TERM to TERM, between TERM and TERM, since TERM, …, or LIST
//	LIST:      TERMs joined by dashes, "to", commas, "and" and "or"
//	TERM:      "c.", "early" and the like, a date of the calendar, "?"
type latin struct {
	prose
	tokens []token
	i      int // the next token
	// afterMonthFirst is set while a term is read that follows one like
	// "October 16", whose month a lone day takes.
	afterMonthFirst bool
}

// latin reads t with the words of a language.
func (t *text) latin(s *speech, words vocabulary) reading {
	var buf [maxTokens]token
	x := lexer{in: t.in, words: words}
	g := latin{prose: prose{text: t, speech: s}, tokens: x.tokens(buf[:0])}
	got, ok := g.statement()
	return g.reading(got, g.lastEnd(), ok)
}

// next returns the next token.
func (g *latin) next() token { return g.tokens[g.i] }

// look returns the token n after the next.
func (g *latin) look(n int) token { return g.tokens[min(g.i+n, len(g.tokens)-1)] }

func (g *latin) is(s sense) bool { return g.tokens[g.i].sense == s }

// accept passes over the next token if it has a sense.
func (g *latin) accept(s sense) bool {
	if !g.is(s) {
		return false
	}
	g.i++
	return true
}

// skip passes over all next tokens that have one of the senses.
func (g *latin) skip(senses ...sense) {
	for again := true; again; {
		again = false
		for _, s := range senses {
			again = g.accept(s) || again
		}
	}
}

// lastEnd returns the offset at which the last token read ends.
func (g *latin) lastEnd() int {
	if g.i == 0 {
		return 0
	}
	return g.tokens[g.i-1].end
}

// seek makes the first token from an offset on the next.
func (g *latin) seek(offset int) {
	for g.i = 0; g.next().start < offset && g.i < len(g.tokens)-1; {
		g.i++
	}
}

// no notes a firm reason why the text from a token on is not a date, and returns
// false.
func (g *latin) no(t token, problem, hint string) bool {
	return g.fail(&ParseError{Offset: t.start, Problem: problem, Hint: hint}, g.lastEnd(), true)
}

// statement reads a whole date.
func (g *latin) statement() (expr, bool) {
	g.skip(inWord, article)
	start := g.i
	switch g.i++; g.tokens[start].sense {
	case betweenWord:
		p, ok := g.pair(andWord)
		return expr{kind: oneOf, more: []part{p}}, ok
	case fromWord:
		return g.from()
	case ofWord: // French "de", "du"
		if x, ok := g.from(); ok && x.kind == anInterval && x.end != open {
			return x, true
		}
		g.i = start
		g.skip(ofWord)
	case sinceWord:
		return g.half(open, false, anInterval)
	case untilWord:
		return g.half(open, true, anInterval)
	case beforeWord, afterWord:
		g.accept(hyphen) // "pre-1950"
		if g.tokens[start].sense == beforeWord {
			return g.beside(-1)
		}
		return g.beside(1)
	case someDate:
		return g.fromUnknown()
	case byWord:
		return g.half(open, true, oneOf)
	case onwardEnd: // "no earlier than"
		return g.half(open, false, oneOf)
	case oneOfWord:
		x, ok := g.list()
		if x.kind == allOf {
			x.kind = oneOf
		}
		return x, ok && x.kind == oneOf
	case toWord: // French "au printemps"
		g.skip(article)
	default:
		g.i = start
	}
	return g.list()
}

// pair reads two terms with a joiner of one of the senses between them.
func (g *latin) pair(joiners ...sense) (part, bool) {
	a, ok := g.term()
	if !ok || !g.joined(joiners...) {
		return part{}, false
	}
	g.afterMonthFirst = a.monthFirst
	b, ok := g.term()
	if !ok {
		return part{}, false
	}
	b.joiner = toWord
	b.own = true
	x, ok := g.date([]term{a, b})
	return x.part, ok
}

func (g *latin) joined(joiners ...sense) bool {
	for _, s := range joiners {
		if g.accept(s) {
			return true
		}
	}
	return false
}

// from reads what follows "from": two terms, or one that is a beginning.
func (g *latin) from() (expr, bool) {
	if g.accept(someDate) {
		return g.fromUnknown()
	}
	start := g.i
	if p, ok := g.pair(toWord, untilWord, dash, hyphen); ok {
		return expr{kind: anInterval, part: p}, true
	}
	g.i = start
	x, ok := g.half(open, false, anInterval)
	if ok && !g.accept(onwardEnd) && g.is(toWord) && g.look(1).sense == someDate {
		g.i += 2
		x.part.end = unknown
	}
	return x, ok
}

// fromUnknown reads what follows "from an unknown date".
func (g *latin) fromUnknown() (expr, bool) {
	if !g.accept(toWord) {
		return expr{}, false
	}
	return g.half(unknown, true, anInterval)
}

// half reads a term that is one end of an interval or set whose other end is
// open or unknown.
func (g *latin) half(other bound, atStart bool, kind exprKind) (expr, bool) {
	p, ok := g.only()
	if !ok {
		return expr{}, false
	}
	p.single = false
	if atStart {
		p.from, p.start = point{}, other
	} else {
		p.to, p.end = point{}, other
	}
	return ofKind(kind, p), true
}

// ofKind returns the interval, or the set with one member, that is p.
func ofKind(kind exprKind, p part) expr {
	if kind == anInterval {
		return expr{kind: kind, part: p}
	}
	return expr{kind: kind, more: []part{p}}
}

// only reads one term.
func (g *latin) only() (part, bool) {
	t, ok := g.term()
	if !ok {
		return part{}, false
	}
	x, ok := g.date([]term{t})
	return x.parts()[0], ok
}

// beside reads a term that a date is before, if step is -1, or after.
func (g *latin) beside(step int) (expr, bool) {
	at := g.next()
	p, ok := g.only()
	if !ok {
		return expr{}, false
	}
	x, ok := besides(p, step)
	if !ok {
		g.no(at, "nothing is before or after this date", "write YYYY, YYYY-MM or YYYY-MM-DD after the word")
	}
	return x, ok
}

// besides returns the set of all dates before p, if step is -1, or after it.
func besides(p part, step int) (expr, bool) {
	q := p.from
	if step > 0 {
		q = p.to
	}
	doubt, whole := q.wholeQual()
	q.qual = [3]qual{}
	if !whole || q.mask != 0 || q.month > 12 {
		q = edge(q, step)
	}
	q, ok := q.neighbour(step)
	q = q.qualify(doubt)
	p = part{from: q, to: q}
	if step < 0 {
		p.from, p.start = point{}, open
	} else {
		p.to, p.end = point{}, open
	}
	return ofKind(oneOf, p), ok
}

// edge returns the first year or month of a decade, a season and the like, if
// step is -1, or its last.
func edge(p point, step int) point {
	day := p.first()
	if step > 0 {
		day = p.last()
	}
	q := dayPoint(day)
	q.day = 0
	if p.mask&maskYear != 0 {
		q.month = 0
	}
	return q
}

// date makes a date of terms, each of which is given what it leaves out.
func (g *latin) date(terms []term) (expr, bool) {
	if !g.inherit(terms) {
		return expr{}, false
	}
	return g.build(terms)
}

// inherit gives terms what they leave out. "16–17 October" says the month at its
// end, "October 16–17" at its start.
func (g *latin) inherit(terms []term) bool {
	for i := len(terms) - 2; i >= 0; i-- {
		t, next := &terms[i], &terms[i+1]
		if t.lone && next.day != 0 && !next.lone && !next.monthFirst {
			t.month, t.day, t.lone = next.month, uint8(t.number), false
		}
		t.yearFrom(next)
	}
	for i := 1; i < len(terms); i++ {
		if !g.inheritFrom(&terms[i], &terms[i-1]) {
			return false
		}
	}
	for i := len(terms) - 2; i >= 0; i-- { // what a month on the left has brought
		terms[i].yearFrom(&terms[i+1])
	}
	dayAlone := len(terms) == 1 && (g.is(colon) || g.is(dash))
	for i := range terms {
		g.fromContext(&terms[i], dayAlone)
	}
	return true
}

// yearFrom gives t, which is in a year, the year of a term next to it that is.
func (t *term) yearFrom(u *term) {
	if !t.hasYear && u.hasYear && u.month != 0 {
		t.setYearOf(u.point)
	}
}

// inheritFrom gives a term what the one before it says.
func (g *latin) inheritFrom(t, before *term) bool {
	switch {
	case t.lone && before.monthFirst && (!before.hasYear || t.hasYear):
		t.month, t.day, t.monthFirst, t.lone = before.month, uint8(t.number), true, false
	case t.lone && before.isPlainYear() && t.joiner == dash && t.tight && t.digits == 2:
		return g.shortYear(t, before)
	case before.isDecade() && t.isPlainYear() && isRange(t.joiner):
		return g.fail(&ParseError{
			Offset: t.at, Problem: "the date goes from a decade to a year",
			Hint: fmt.Sprintf("write %s/%s for the decades", before.point.date(), round(int(t.year), 10).date()),
		}, t.end, true)
	}
	if t.month != 0 {
		t.yearFrom(before)
	}
	return true
}

// isPlainYear reports whether t is a year and nothing else.
func (t *term) isPlainYear() bool { return t.hasYear && t.month == 0 && t.mask == 0 }

// shortYear completes the second year of "1881–85".
func (g *latin) shortYear(t, before *term) bool {
	year := before.year/100*100 + int64(t.number)
	if t.number <= 12 || before.neg {
		return g.fail(&ParseError{
			Offset: t.at, Problem: "this may be a year or a month",
			Hint: fmt.Sprintf("write %04d/%04d for the years or %04d-%02d for the month", before.year, year, before.year, t.number),
		}, t.end, true)
	}
	t.year, t.hasYear, t.lone = year, true, false
	return true
}

// maxTerms bounds a list.
const maxTerms = 12

// list reads terms joined to each other, or one alone. It takes as many as make
// sense together.
func (g *latin) list() (expr, bool) {
	var buf [maxTerms]term
	terms := buf[:0]
	for len(terms) < maxTerms {
		tight := g.next().glued
		joiner := g.joiner(terms)
		if len(terms) > 0 && joiner == nonsense {
			break
		}
		tight = tight && g.next().glued
		t, ok := g.term()
		if !ok {
			break
		}
		t.joiner, t.tight = joiner, tight
		terms = append(terms, t)
		g.afterMonthFirst = t.monthFirst || g.afterMonthFirst && t.lone
	}
	g.afterMonthFirst = false
	if g.firm {
		return expr{}, false
	}
	for n := len(terms); n > 0; n-- {
		g.seek(terms[n-1].end)
		var try [maxTerms]term // what it inherits depends on how many there are
		copy(try[:], terms[:n])
		if x, ok := g.date(try[:n]); ok || g.firm {
			return g.ending(x), ok
		}
	}
	return expr{}, false
}

// joiner reads what joins a term to those before it: nonsense if nothing does.
// A hyphen or slash counts as a dash.
func (g *latin) joiner(before []term) sense {
	if len(before) == 0 {
		return nonsense
	}
	t := g.next()
	switch t.sense {
	case dash, toWord, untilWord, andWord, orWord, comma:
	case hyphen, slash:
		last := before[len(before)-1]
		if t.sense == slash && (last.hasYear || !last.lone && last.day != 0) {
			return nonsense
		}
		t.sense = dash
	default:
		return nonsense
	}
	g.i++
	if t.sense == comma && (g.is(andWord) || g.is(orWord)) { // "1, 2, and 3"
		t.sense = g.next().sense
		g.i++
	}
	return t.sense
}

// ending reads "or earlier" and the like after a date.
func (g *latin) ending(x expr) expr {
	if x.kind != onePoint {
		return x
	}
	p := x.part
	p.single = false
	kind := oneOf
	switch g.next().sense {
	case orEarlierEnd:
		p.from, p.start = point{}, open
	case orLaterEnd:
		p.to, p.end = point{}, open
	case andEarlierEnd:
		kind = allOf
		p.from, p.start = point{}, open
	case andLaterEnd:
		kind = allOf
		p.to, p.end = point{}, open
	case onwardEnd:
		kind = anInterval
		p.to, p.end = point{}, open
	default:
		return x
	}
	g.i++
	return ofKind(kind, p)
}
