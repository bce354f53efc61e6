package edtf

import "time"

// term reads one date, as far as it goes.
func (g *latin) term() (term, bool) {
	t := term{at: g.next().start}
	g.doubts(&t)
	g.skip(inWord, article)
	g.doubts(&t)
	t.leading = t.doubt
	if g.is(thirdWord) {
		t.third = g.next().value
		g.i++
		g.accept(hyphen)
		g.skip(ofWord, inWord, article, yearWord)
	}
	if !g.calendar(&t) {
		return t, false
	}
	g.remarks(&t)
	if after := g.next(); after.glued && (after.sense == number || after.sense >= monthName) {
		return t, false
	}
	t.end = g.lastEnd()
	return t, true
}

// doubts reads "c." and "possibly".
func (g *latin) doubts(t *term) {
	for {
		switch w := g.next(); {
		case w.sense == aboutWord, w.sense == aboutEnd, w.sense == tilde:
			t.doubt |= approximate
		case w.sense == maybeWord && w.value == 0:
			t.doubt |= uncertain
		default:
			return
		}
		g.i++
		g.accept(dot)
	}
}

// remarks reads what may follow a date: "?", "environ", "(uncertain)",
// "(day unknown)".
func (g *latin) remarks(t *term) {
	for {
		start := g.i
		switch {
		case g.is(query):
			t.doubt |= uncertain
			g.i++
		case g.is(aboutEnd):
			t.doubt |= approximate
			g.i++
			g.accept(dot)
		case g.is(openParen) && (g.note(t) || g.bracketed(t) || g.weekdayAfter(t)):
		default:
			g.i = start
			return
		}
	}
}

// bracketed reads a remark on the whole date in brackets.
func (g *latin) bracketed(t *term) bool {
	start := g.i
	doubt := t.doubt
	g.i++
	for !g.accept(closeParen) {
		switch g.next().sense {
		case query, maybeWord:
			doubt |= uncertain
		case aboutWord, aboutEnd:
			doubt |= approximate
		case decadeWord:
			if !t.isDecade() {
				g.i = start
				return false
			}
		case comma, dot:
		default:
			g.i = start
			return false
		}
		g.i++
	}
	t.doubt = doubt
	return true
}

// weekdayAfter reads the weekday of a day in brackets.
func (g *latin) weekdayAfter(t *term) bool {
	w := g.look(1)
	if t.day == 0 || t.hasWeekday || w.sense != weekdayName {
		return false
	}
	start := g.i
	g.i += 2
	g.accept(dot)
	if !g.accept(closeParen) {
		g.i = start
		return false
	}
	t.weekday, t.hasWeekday = time.Weekday(w.value), true
	return true
}

// note reads a note in the words of the language's speech on what is missing
// from a date, or on how sure one of its components is.
func (g *latin) note(t *term) bool {
	end := g.lastEnd()
	n, what := g.speech.readMissing(g.in[end:])
	if n == 0 || !t.misses(what) {
		var quals [3]qual
		if n, quals = g.speech.readNotes(g.in[end:]); n == 0 {
			return false
		}
		t.qual = quals
	}
	g.seek(end + n)
	return true
}

// calendar reads a date of the calendar: the year and what is in it.
func (g *latin) calendar(t *term) bool {
	w := g.next()
	switch w.sense {
	case weekdayName:
		return g.weekdayFirst(t)
	case number:
		return g.numberFirst(t)
	case monthName:
		return g.monthNameFirst(t)
	case seasonName:
		return g.season(t)
	case ordinalWord, romanNumber:
		g.i++
		return g.ordinal(t, w)
	case decadeWord:
		g.i++
		return g.decade(t, g.next())
	case quarterMark, halfMark:
		return g.numberedPart(t) && (g.yearAfter(t) || true)
	case adWord, yearWord:
		return g.anyYear(t)
	}
	return false
}

// weekdayFirst reads a weekday and the day it is.
func (g *latin) weekdayFirst(t *term) bool {
	t.weekday, t.hasWeekday = time.Weekday(g.next().value), true
	g.i++
	g.accept(dot)
	g.accept(comma)
	g.skip(article)
	if !g.is(number) && !g.is(monthName) && !g.is(ordinalWord) {
		return false
	}
	return g.calendar(t) && t.day != 0
}

// monthNameFirst reads "October 13, 1970", "October 1970" or less.
func (g *latin) monthNameFirst(t *term) bool {
	w := g.next()
	if g.speech == &english && !w.capital && !g.whole {
		return false // "may" and "march" are words, and English has capitals here
	}
	t.month = uint8(w.value)
	g.i++
	g.accept(dot)
	start := g.i
	if !g.accept(hyphen) {
		g.accept(article) // "June the 28th"
	}
	switch d := g.next(); {
	case d.sense == ordinalWord:
		g.i++
		t.day, t.monthFirst = uint8(d.value), true
	case d.sense == number && d.digits <= 2 && d.value > 0 && !g.isEra(1):
		g.i++
		if g.next().glued {
			g.accept(ordinalMark)
		}
		t.day, t.monthFirst = uint8(d.value), true
	default:
		g.i = start
	}
	g.yearAfter(t)
	return true
}

// yearAfter reads the year after a month or a season, with what parts them.
func (g *latin) yearAfter(t *term) bool {
	start := g.i
	switch sep := g.next(); {
	case sep.sense == comma, sep.glued && (sep.sense == hyphen || sep.sense == slash):
		g.i++
	default:
		g.skip(ofWord, article, inWord, yearWord)
	}
	if g.year(t) {
		return true
	}
	g.i = start
	return false
}

// season reads "spring 1961" or "winter 1961–62".
func (g *latin) season(t *term) bool {
	t.month = uint8(g.next().value)
	g.i++
	if !g.yearAfter(t) || t.month != 24 {
		return true
	}
	second := g.look(1)
	switch sep := g.next().sense; {
	case sep != dash && sep != hyphen && sep != slash, second.sense != number:
	case int64(second.value) == t.year+1, second.digits == 2 && int64(second.value) == (t.year+1)%100:
		g.i += 2
	}
	return true
}

// ordinal reads what an ordinal number counts: a century, a quarter or a half of
// a year, or a day.
func (g *latin) ordinal(t *term, w token) bool {
	n := w.value
	g.skip(ofWord)
	counted := g.next()
	switch {
	case counted.sense == centuryWord && n >= 1:
		g.i++
		g.accept(dot)
		bc := g.accept(bcEnd)
		if bc {
			g.accept(dot)
		}
		t.setYearOf(centuryPoint(n, bc))
		return true
	case counted.sense == quarterWord && n >= 1 && n <= 4:
		g.i++
		t.month = uint8(firstQuarter + n - 1)
		g.yearAfter(t)
		return true
	case counted.sense == halfWord && (n == 1 || n == 2):
		g.i++
		return g.halfOf(t, n)
	case counted.sense == monthName && w.sense == ordinalWord && n <= 31:
		t.day, t.month = uint8(n), uint8(counted.value)
		g.i++
		g.accept(dot)
		g.yearAfter(t)
		return true
	}
	t.lone, t.number, t.marked = true, n, true
	return w.sense != number
}

// halfOf reads what a half is of: a year, a decade or a century.
func (g *latin) halfOf(t *term, n int) bool {
	start := g.i
	if g.yearAfter(t) && !(g.next().glued && g.is(decadeMark)) {
		t.month = uint8(firstHalf + n - 1)
		return true
	}
	g.i = start
	t.point, t.hasYear = point{}, false
	g.skip(ofWord, article)
	if !g.calendar(t) || !t.isRound() {
		t.month = uint8(firstHalf + n - 1)
		g.i = start
		return true
	}
	t.half = n
	return true
}

// numberedPart reads "Q3" or "H1".
func (g *latin) numberedPart(t *term) bool {
	w, n := g.next(), g.look(1)
	most, from := 4, firstQuarter
	if w.sense == halfMark {
		most, from = 2, firstHalf
	}
	if n.sense != number || !n.glued || n.digits != 1 || n.value < 1 || n.value > most {
		return false
	}
	t.month = uint8(from + n.value - 1)
	g.i += 2
	return true
}

// decade reads the number after "années".
func (g *latin) decade(t *term, w token) bool {
	switch {
	case w.sense != number:
		return false
	case w.digits == 2:
		g.i++
		return g.no(w, "the decade has no century", "write années 1970")
	case w.digits != 4 || w.value%10 != 0:
		return false
	}
	g.i++
	t.year, t.mask, t.hasYear = int64(w.value), maskOnes, true
	return true
}
