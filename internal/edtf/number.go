package edtf

import "fmt"

// numberFirst reads a date that begins with a number.
func (g *latin) numberFirst(t *term) bool {
	w := g.next()
	if g.iso(t) || g.numeric(t) {
		return true
	}
	if g.firm {
		return false
	}
	switch {
	case w.digits == 4 && g.look(1).sense == decadeMark && g.look(1).glued:
		return g.decadeNumber(t, w)
	case g.year(t):
		return g.withinYear(t)
	case w.digits <= 2 && w.value > 0:
		return g.dayFirst(t, w)
	case w.digits == 8:
		g.i++
		s := g.in[w.start:w.end]
		if len(s) != 8 {
			s = "19701013"
		}
		return g.no(w, "the hyphens are missing", "write "+s[:4]+"-"+s[4:6]+"-"+s[6:])
	}
	return false
}

// decadeNumber reads "1970s". The first of a century could be meant for it.
func (g *latin) decadeNumber(t *term, w token) bool {
	if w.value%10 != 0 {
		return false
	}
	g.i += 2
	t.year, t.mask, t.hasYear = int64(w.value), maskOnes, true
	isDecade := g.is(openParen) && g.look(1).sense == decadeWord
	if w.value%100 == 0 && !isDecade {
		return g.no(w, fmt.Sprintf("the %ds may be ten years or a hundred", w.value),
			fmt.Sprintf("write %sX for the decade or %sXX for the century", g.in[w.start:w.start+3], g.in[w.start:w.start+2]))
	}
	return true
}

// year reads a year of four digits, or of fewer with an era.
func (g *latin) year(t *term) bool {
	w := g.next()
	if w.sense == adWord {
		return g.anyYear(t)
	}
	if w.sense != number || w.digits > 4 || w.digits < 4 && !g.isEra(1) {
		return false
	}
	if after := g.look(1); after.glued && after.sense >= monthName && !g.isEra(1) && after.sense != quarterMark && after.sense != halfMark {
		return false
	}
	g.i++
	t.year, t.hasYear = int64(w.value), true
	switch {
	case g.accept(bcEnd):
		if w.value == 0 {
			return false
		}
		t.year, t.neg = 1-t.year, t.year > 1
		g.accept(dot)
	case g.accept(adWord):
		g.accept(dot)
	}
	return true
}

// isEra reports whether the token n after the next is an era, with or without a
// point before it.
func (g *latin) isEra(n int) bool {
	s := g.look(n).sense
	return s == bcEnd || s == adWord
}

// anyYear reads a year after "AD" or "year", of any length.
func (g *latin) anyYear(t *term) bool {
	g.i++
	g.accept(dot)
	w := g.next()
	if w.sense != number || w.digits > 4 {
		return false
	}
	if g.isEra(1) {
		return g.year(t)
	}
	g.i++
	t.year, t.hasYear = int64(w.value), true
	return w.value > 0
}

// withinYear reads what may follow a year: "1970 October 13", "1988 Q3".
func (g *latin) withinYear(t *term) bool {
	start := g.i
	g.part()
	switch w := g.next(); {
	case (w.sense == quarterMark || w.sense == halfMark) && g.numberedPart(t):
		return true
	case w.sense == monthName && (w.capital || g.whole || g.speech != &english):
		g.i++
		t.month = uint8(w.value)
		g.accept(dot)
		month := g.i
		g.part()
		if d := g.next(); d.sense == number && d.digits <= 2 && d.value > 0 {
			g.i++
			t.day = uint8(d.value)
			return true
		}
		if g.i = month; g.whole || g.delimited() {
			return true
		}
	}
	g.i, t.month = start, 0
	return true
}

// part passes over a mark between the parts of a date.
func (g *latin) part() {
	t := g.next()
	if t.sense == comma || t.glued && (t.sense == hyphen || t.sense == slash || t.sense == dot) {
		g.i++
	}
}

// dayFirst reads "13 October 1970", or a number that may turn out to be a day.
func (g *latin) dayFirst(t *term, w token) bool {
	g.i++
	marked := g.next().glued && g.accept(ordinalMark)
	alone := g.i
	if marked {
		switch g.next().sense {
		case centuryWord, quarterWord, halfWord:
			return g.ordinal(t, w)
		}
	}
	if !g.is(comma) {
		g.part() // "13-Oct-1970"
	}
	g.skip(ofWord, article)
	if m := g.next(); m.sense == monthName {
		g.i++
		g.accept(dot)
		t.month, t.day = uint8(m.value), uint8(w.value)
		g.yearAfter(t)
		return true
	}
	g.i = alone
	t.lone, t.number, t.digits, t.marked = true, w.value, w.digits, marked
	if w.digits == 2 && !marked && g.next().glued && g.accept(decadeMark) {
		t.inDecade = true
	}
	if g.afterMonthFirst && g.is(comma) {
		g.yearAfter(t)
	}
	return true
}

// iso reads a date in EDTF that is more than a year.
func (g *latin) iso(t *term) bool {
	w := g.next()
	if w.digits != 4 || !isDigit(g.in[w.start]) {
		return false
	}
	run := pointRun(g.in[w.start:])
	for n := len(run); n > 4; n-- {
		p, err := readPoint(run[:n])
		if err != nil || !g.endsAt(w.start+n) {
			continue
		}
		t.point, t.hasYear = p, true
		t.doubt |= p.qual[atYear]
		if _, whole := p.wholeQual(); whole {
			t.point.qual = [3]qual{}
		} else {
			t.doubt = 0
		}
		g.seek(w.start + n)
		return true
	}
	return false
}

// pointRun returns the characters at the start of s that a point is written in.
func pointRun(s string) string {
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c), c == '-', c == 'X', c == '?', c == '~', c == '%':
		default:
			return s[:i]
		}
	}
	return s
}

// numeric reads a date in numbers, such as 13/10/1970, 1970.10.13 or 10/1970.
func (g *latin) numeric(t *term) bool {
	a, sep, b := g.next(), g.look(1), g.look(2)
	if !g.glued(1, 2) || sep.sense != slash && sep.sense != dot && sep.sense != hyphen || b.sense != number {
		return false
	}
	c := g.look(4)
	if g.look(3).sense != sep.sense || !g.glued(3, 4) || c.sense != number {
		return g.monthAndYear(t, a, b, sep.sense)
	}
	if b.digits > 2 || max(a.digits, c.digits) > 4 {
		return false
	}
	switch {
	case a.digits == 4 && c.digits <= 2:
		g.i += 5
		return g.ymd(t, a, b.value, c.value)
	case a.digits <= 2 && c.digits == 4:
		g.i += 5
		return g.dmy(t, a, b, c)
	case a.digits <= 2 && c.digits == 2:
		g.i += 5
		return g.no(a, "the year has two digits", "write YYYY-MM-DD, or the month in words and the year in full")
	}
	return false
}

// glued reports whether the tokens from n to m after the next have no space
// before them.
func (g *latin) glued(n, m int) bool {
	for i := n; i <= m; i++ {
		if !g.look(i).glued {
			return false
		}
	}
	return true
}

// monthAndYear reads 10/1970 or 1970.10, which are a month.
func (g *latin) monthAndYear(t *term, a, b token, sep sense) bool {
	switch {
	case a.digits <= 2 && b.digits == 4:
		g.i += 3
		return g.ymd(t, token{word: word{number, b.value}, start: a.start}, a.value, noDayGiven)
	case a.digits == 4 && b.digits == 2 && sep == dot:
		g.i += 3
		return g.ymd(t, a, b.value, noDayGiven)
	}
	return false
}

// noDayGiven is the day of a month.
const noDayGiven = -1

// ymd takes numbers for a date.
func (g *latin) ymd(t *term, year token, month, day int) bool {
	switch {
	case month < 1 || month > 12:
		return g.no(year, fmt.Sprintf("there is no month %d", month), "write YYYY-MM-DD")
	case day == 0:
		return g.no(year, "there is no day 0", "write YYYY-MM-DD, or leave the day out")
	}
	day = max(day, 0)
	t.year, t.month, t.day, t.hasYear = int64(year.value), uint8(month), uint8(day), true
	return true
}

// dmy takes numbers for a date if they can be read in one order only.
func (g *latin) dmy(t *term, a, b, year token) bool {
	switch {
	case a.value == b.value, b.value <= 12 && a.value > 12:
		return g.ymd(t, year, b.value, a.value)
	case a.value <= 12 && b.value > 12:
		return g.ymd(t, year, a.value, b.value)
	case a.value > 12:
		return g.no(a, fmt.Sprintf("neither %d nor %d is a month", a.value, b.value), "write YYYY-MM-DD")
	case a.value == 0 || b.value == 0:
		return g.no(a, "there is no month or day 0", "write YYYY-MM-DD")
	}
	return g.no(a, fmt.Sprintf("this may be %d %s or %d %s", a.value, monthNames[b.value], b.value, monthNames[a.value]),
		fmt.Sprintf("write %04d-%02d-%02d or %04d-%02d-%02d", year.value, b.value, a.value, year.value, a.value, b.value))
}
