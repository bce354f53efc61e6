package edtf

import (
	"fmt"
	"time"
)

// A term is one date within a text in words, as far as it goes: it may leave out
// what another term or the heading says.
type term struct {
	point
	at, end    int  // the offsets of its text
	hasYear    bool // year is known, or said to be unknown
	monthFirst bool // "October 13"
	lone       bool // a number by itself: what it counts is to be found
	number     int  // a lone number
	digits     int  // how many digits it has
	marked     bool // it is an ordinal
	inDecade   bool // it counts the decades of a century: "70s"
	weekday    time.Weekday
	hasWeekday bool
	third      int   // 1 to 3 for "early", "mid", "late"
	exact      bool  // the third is not approximate
	half       int   // 1 or 2 for a half of what point is
	doubt      qual  // of the whole
	leading    qual  // what of doubt stands before the date
	joiner     sense // what joins it to the term before
	tight      bool  // by a dash without spaces
	own        bool  // it does not share the doubt of the term before
}

// prose is what reading dates has in common in all languages: making a date of
// terms, and keeping the reason why there is none.
type prose struct {
	*text
	speech *speech
	err    *ParseError
	errEnd int  // how far the text that err is about reaches
	firm   bool // err stands even if a shorter date can be read
}

// fail notes why the text up to an offset is not a date, and returns false. The
// first firm reason stays.
func (g *prose) fail(e *ParseError, end int, firm bool) bool {
	if !g.firm && (g.err == nil || firm) {
		g.err, g.errEnd, g.firm = e, end, firm
	}
	return false
}

// reading returns the result of having read x up to an offset.
func (g *prose) reading(x expr, end int, ok bool) reading {
	ok = ok && end > 0
	switch {
	case g.err != nil && (g.firm || !ok):
		return reading{err: g.err, end: g.errEnd, firm: g.firm}
	case !ok:
		return reading{}
	}
	return reading{x: x, end: end}
}

// build makes terms that are joined into a date. It reports false, and notes
// why, if they leave something out or do not make a date together.
func (g *prose) build(terms []term) (expr, bool) {
	if len(terms) == 2 && !terms[1].own && isRange(terms[1].joiner) && terms[1].doubt == 0 {
		terms[1].doubt = terms[0].leading // "c. 1881–1885"
	}
	if len(terms) == 1 {
		p, ok := g.resolve(&terms[0])
		return alone(p), ok
	}
	parts := make([]part, 0, len(terms))
	last := nonsense
	for i := range terms {
		p, ok := g.resolve(&terms[i])
		if !ok {
			return expr{}, false
		}
		joiner := terms[i].joiner
		if i > 0 && isRange(joiner) {
			if i > 1 && isRange(terms[i-1].joiner) || !g.span(&parts[len(parts)-1], p, &terms[i]) {
				return expr{}, false
			}
			continue
		}
		if i > 0 {
			if last != nonsense && last != comma && joiner != last {
				return expr{}, false
			}
			last = joiner
		}
		parts = append(parts, p)
	}
	return assemble(parts, last)
}

func isRange(s sense) bool { return s == dash || s == toWord || s == untilWord }

// span makes p reach up to the end of another part, that of term t.
func (g *prose) span(p *part, to part, t *term) bool {
	if !p.from.isDate() || !to.to.isDate() {
		return false
	}
	p.to, p.single = to.to, false
	if err := p.checkOrder(t.at); err != nil {
		err.Hint = "write the year of both dates, the earlier first"
		return g.fail(err, t.end, true)
	}
	return true
}

// alone makes a date of the part that one term gave.
func alone(p part) expr {
	if p.single {
		return expr{part: p}
	}
	return expr{kind: oneOf, more: []part{p}} // a third or a half
}

// assemble makes a date of the parts that several terms gave; last joins the last
// of them.
func assemble(parts []part, last sense) (expr, bool) {
	p := parts[0]
	switch {
	case len(parts) == 1:
		return expr{kind: anInterval, part: p}, true
	case last == orWord:
		return expr{kind: oneOf, more: parts}, true
	case last != andWord:
		return expr{}, false
	}
	if q := parts[1]; len(parts) == 2 && p.single && q.single {
		if next, ok := p.from.neighbour(1); ok && next == q.from {
			return between(p.from, q.from), true
		}
	}
	return expr{kind: allOf, more: parts}, true
}

// fromContext gives a term what the heading says: the year, and the month if
// dayAlone says that a lone number is a day.
func (g *prose) fromContext(t *term, dayAlone bool) {
	if t.lone && dayAlone && g.text.month != 0 && !t.hasYear {
		t.month, t.day, t.lone = uint8(g.text.month), uint8(t.number), false
	}
	if !t.hasYear && t.month != 0 && g.text.hasYear {
		t.setYearOf(newPoint(g.text.year))
	}
}

// centuryPoint returns the century that people give a number.
func centuryPoint(n int, bc bool) point {
	p := point{year: int64(n-1) * 100, mask: maskOnes | maskTens}
	if bc {
		p.year, p.neg = -p.year, true
	}
	return p
}

// setYearOf gives t the year of p.
func (t *term) setYearOf(p point) {
	t.year, t.neg, t.hasYear = p.year, p.neg, true
	t.mask = t.mask&^maskYear | p.mask&maskYear
}

// resolve makes a term a part, or notes why it is no date.
func (g *prose) resolve(t *term) (part, bool) {
	switch {
	case t.lone:
		return part{}, false
	case t.day != 0 && (t.month == 0 || t.month > 12):
		e := &ParseError{Offset: t.at, Problem: "the month is missing", Hint: "write it too, as in " + g.speech.example}
		return part{}, g.fail(e, t.end, false)
	case !t.hasYear:
		e := &ParseError{Offset: t.at, Problem: "the year is missing", Hint: "write it in four digits, as in " + g.speech.example}
		return part{}, g.fail(e, t.end, false)
	}
	if e := t.check(); e != nil {
		return part{}, g.fail(e, t.end, true)
	}
	x, ok := single(t.point.qualify(t.doubt)), true
	switch {
	case t.third != 0 && t.exact:
		x, ok = third(t.point, t.third, t.doubt)
	case t.third != 0:
		x, ok = third(t.point, t.third, approximate|t.doubt)
	case t.half != 0:
		x = halfOf(t.point, t.half, t.doubt)
	}
	if !ok {
		e := &ParseError{Offset: t.at, Problem: "only a month, a year, a decade or a century has an early or late part", Hint: "leave the word out"}
		return part{}, g.fail(e, t.end, true)
	}
	return x.parts()[0], true
}

// check tells why there is no such day, or that it was another weekday.
func (t *term) check() *ParseError {
	if t.day == 0 {
		return nil
	}
	if problem, hint := t.point.noDay(); problem != "" {
		return &ParseError{Offset: t.at, Problem: problem, Hint: hint}
	}
	if !t.hasWeekday || t.mask != 0 {
		return nil
	}
	if w := t.first().Weekday(); w != t.weekday {
		return &ParseError{
			Offset:  t.at,
			Problem: fmt.Sprintf("%s was not a %s", english.plain(nil, t.point, nothing), t.weekday),
			Hint:    fmt.Sprintf("it was a %s: mend the day or the weekday", w),
		}
	}
	return nil
}

// opened returns x without a start, if atStart, or without an end.
func opened(x expr, kind exprKind, atStart bool, as bound) expr {
	p := x.parts()[0]
	p.single = false
	if atStart {
		p.from, p.start = point{}, as
	} else {
		p.to, p.end = point{}, as
	}
	return ofKind(kind, p)
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

// ofKind returns the interval, or the set with one member, that is p.
func ofKind(kind exprKind, p part) expr {
	if kind == anInterval {
		return expr{kind: kind, part: p}
	}
	return expr{kind: kind, more: []part{p}}
}
