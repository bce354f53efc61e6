package edtf

import "slices"

// latin reads a date in a language that writes words apart: English or French.
// The lexer has turned the front of the text into tokens; each method reads from
// the next one on and returns whether it could, the caller stepping back if not.
//
//	statement: from TERM to TERM, between TERM and TERM, since TERM, …, or LIST
//	LIST:      TERMs joined by dashes, "to", commas, "and" and "or"
//	TERM:      "c.", "early" and the like, a date of the calendar, "?"
type latin struct {
	prose
	tokens [maxTokens]token
	count  int // of tokens
	i      int // the next token
	// afterMonthFirst is set while a term is read that follows one like
	// "October 16", whose month a lone day takes.
	afterMonthFirst bool
}

// latin reads t with the words of a language.
func (t *text) latin(s *speech, words vocabulary) reading {
	g := latin{prose: prose{text: t, speech: s}}
	x := lexer{in: t.in, words: words}
	g.count = x.tokens(&g.tokens)
	got, ok := g.statement()
	return g.reading(got, g.lastEnd(), ok && t.endsAt(g.lastEnd()))
}

// next returns the next token.
func (g *latin) next() token { return g.tokens[g.i] }

// look returns the token n after the next.
func (g *latin) look(n int) token { return g.tokens[min(g.i+n, g.count-1)] }

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
	for g.i = 0; g.next().start < offset && g.i < g.count-1; {
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
		p, ok := g.pair(andWord, toWord, dash, hyphen)
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
		if g.speech != &french {
			return expr{}, false
		}
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
	return slices.ContainsFunc(joiners, g.accept)
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
	switch {
	case !ok || g.accept(onwardEnd):
	case g.is(toWord) && g.look(1).sense == someDate:
		g.i += 2
		x.part.end = unknown
	case isRange(g.next().sense):
		start := g.i
		g.i++
		if g.skip(article); !g.accept(presentWord) {
			g.i = start
		}
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
	x, ok := g.only()
	if !ok {
		return expr{}, false
	}
	return opened(x, kind, atStart, other), true
}

// only reads one term.
func (g *latin) only() (expr, bool) {
	t, ok := g.term()
	if !ok {
		return expr{}, false
	}
	return g.date([]term{t})
}

// beside reads a term that a date is before, if step is -1, or after.
func (g *latin) beside(step int) (expr, bool) {
	at := g.next()
	x, ok := g.only()
	if !ok {
		return expr{}, false
	}
	x, ok = besides(x.parts()[0], step)
	if !ok {
		g.no(at, "nothing is before or after this date", "write YYYY, YYYY-MM or YYYY-MM-DD after the word")
	}
	return x, ok
}
