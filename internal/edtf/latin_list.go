package edtf

import "fmt"

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
		switch {
		case !t.lone:
		case next.day != 0 && !next.lone && !next.monthFirst:
			t.month, t.day, t.lone = next.month, uint8(t.number), false
		case t.marked && next.isCentury() && t.number <= 100:
			t.setYearOf(centuryPoint(t.number, next.neg))
			t.lone = false
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
	if t := &terms[0]; len(terms) == 1 && !t.hasYear && !t.lone && t.day == 0 && !g.whole && !g.delimited() {
		return false // "March" need not be a date
	}
	dayAlone := g.delimited() && !g.is(endOfText)
	for i := range terms {
		dayAlone = dayAlone && terms[i].lone
	}
	for i := range terms {
		g.fromContext(&terms[i], dayAlone)
	}
	return true
}

// delimited reports whether a mark parts what has been read from what follows.
func (g *latin) delimited() bool {
	switch t := g.next(); t.sense {
	case endOfText, colon:
		return true
	case dash, hyphen:
		return !t.glued && g.look(1).sense != number
	case comma, dot, closeParen:
		return g.text.month == 0 // "13, 14 and 15" or "13." may be anything
	}
	return false
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
	case t.lone && t.inDecade && before.isDecade() && t.number%10 == 0:
		t.setYearOf(point{year: before.year/100*100 + int64(t.number), mask: maskOnes})
		t.lone = false
	case t.lone && before.isPlainYear() && t.joiner == dash && t.tight && t.digits == 2 && !t.inDecade:
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
		tight := g.is(dash) && g.next().glued
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
	switch g.next().sense {
	case orEarlierEnd:
		x = opened(x, oneOf, true, open)
	case orLaterEnd:
		x = opened(x, oneOf, false, open)
	case andEarlierEnd:
		x = opened(x, allOf, true, open)
	case andLaterEnd:
		x = opened(x, allOf, false, open)
	case onwardEnd:
		x = opened(x, anInterval, false, open)
	case dash, hyphen, toWord:
		start := g.i
		g.i++
		if g.skip(article); !g.is(presentWord) {
			g.i = start
			return x
		}
		x = opened(x, anInterval, false, open)
	default:
		return x
	}
	g.i++
	return x
}
