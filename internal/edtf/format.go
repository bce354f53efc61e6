package edtf

import (
	"bytes"
	"strings"

	"buildsite/internal/lang"
)

// Format returns d as people write it in a language, English if it is unknown:
// "13 October 1970", "vers 1960", "1961年春". It says in words what is uncertain,
// approximate or not specified, and [ParseText] reads what it writes. French has
// a no-break space between day and month and wherever else a line must not
// break. The zero Date gives "".
func (d Date) Format(l lang.Lang) string {
	x, err := readExpr(d.text)
	if err != nil {
		return "" // only the zero Date has a text that does not read
	}
	f := formatter{speech: speechOf(l), b: make([]byte, 0, 64)}
	f.expr(&x)
	return string(f.b)
}

type formatter struct {
	*speech
	b    []byte
	kind exprKind
}

func (f *formatter) add(s string) {
	if strings.HasPrefix(s, "至") && endsLikeSolstice(f.b) {
		f.b = append(f.b, "季"...)
	}
	f.b = append(f.b, s...)
}

// endsLikeSolstice reports whether 至 would make the solstices 冬至 and 夏至 of the
// season at the end of b.
func endsLikeSolstice(b []byte) bool {
	return bytes.HasSuffix(b, []byte("冬")) || bytes.HasSuffix(b, []byte("夏"))
}

func (f *formatter) expr(x *expr) {
	f.kind = x.kind
	switch x.kind {
	case onePoint:
		f.top(x.from)
	case anInterval:
		f.interval(&x.part)
	case oneOf:
		f.oneOf(x)
	case allOf:
		f.list(x.more, f.and)
	}
}

// top formats a date that stands alone.
func (f *formatter) top(p point) {
	q, whole := p.wholeQual()
	switch {
	case q == 0 || !whole:
		f.bare(p)
		f.notesOn(p)
	case q&approximate != 0 && p.isThird():
		f.third(p, q)
	default:
		f.phrase(int(q)-1, p)
	}
}

// third formats an approximate third of a year.
func (f *formatter) third(p point, q qual) {
	f.earlyIn(newPoint(int(p.year)), int(p.month)-firstThird+1, q)
}

// earlyIn formats the third n of a date, with its qualifier, which has "~".
func (f *formatter) earlyIn(whole point, n int, q qual) {
	if q&uncertain != 0 {
		f.add(f.phrases[possibly].pre[bare])
	}
	f.say(&f.early[n], whole)
}

// phrase formats a date in a phrase, without its qualifiers.
func (f *formatter) phrase(i int, p point) { f.say(&f.phrases[i], p) }

func (f *formatter) say(ph *phrase, p point) {
	f.add(ph.pre[f.class(p)])
	f.bare(p)
	f.add(ph.post[f.class(p)])
}

// nested formats a date in a phrase, with its qualifiers; the date leaves out
// what omit says.
func (f *formatter) nested(i int, p point, omit omission) {
	ph := &f.phrases[i]
	q, whole := p.wholeQual()
	switch {
	case q == 0 || !whole:
		f.add(ph.pre[f.class(p)])
		f.shortened(p, omit)
		f.notesOn(p)
	case f.inline, q&approximate != 0 && p.isThird():
		f.add(ph.pre[bare])
		f.top(p)
	default:
		f.add(ph.pre[f.class(p)])
		f.bare(p)
		f.add(f.marks[q])
	}
	f.add(ph.post[f.class(p)])
}

// shortened is bare for a date that may leave something out.
func (f *formatter) shortened(p point, omit omission) {
	if omit == nothing {
		f.bare(p)
		return
	}
	f.b = f.plain(f.b, p, omit)
}

// notesOn says which components are qualified, unless it is all or none.
func (f *formatter) notesOn(p point) {
	if _, whole := p.wholeQual(); whole {
		return
	}
	sep := f.openNote
	for i, q := range p.qual {
		if q != 0 {
			f.add(sep)
			f.add(f.notes[i][q])
			sep = f.comma
		}
	}
	f.add(f.stopNote)
}

// bare formats a date without its qualifiers.
func (f *formatter) bare(p point) {
	p.qual = [3]qual{}
	switch year := p.mask & maskYear; {
	case p.sig != 0:
		f.estimate(p)
	case p.mask == 0, p.isDecade(), p.isCentury():
		f.b = f.plain(f.b, p, nothing)
	case year == maskYear && p.mask == year:
		f.withoutYear(p)
	case year == 0 && p.mask == p.wholeMask():
		f.withoutDay(p)
	case p.mask == year && p.sameYears().isRound():
		f.inRound(p)
	default:
		f.somewhere(p)
	}
}

// isDecade reports whether p is ten years of our era, such as 197X.
func (p point) isDecade() bool {
	return p.mask == maskOnes && p.lastComponent() == atYear && !p.neg && p.year >= 10
}

// isCentury reports whether p is a hundred years, such as 19XX.
func (p point) isCentury() bool {
	return p.mask == maskOnes|maskTens && p.lastComponent() == atYear
}

func (p point) isRound() bool { return p.isDecade() || p.isCentury() }

// sameYears returns the year of p, with its unspecified digits, alone.
func (p point) sameYears() point {
	return point{year: p.year, neg: p.neg, mask: p.mask & maskYear}
}

// wholeMask returns the mask of p as it would be if a month or a day that has an
// unspecified digit had two.
func (p point) wholeMask() mask {
	var m mask
	if p.mask&maskDay != 0 {
		m |= maskDay
	}
	if p.mask&maskMonth != 0 {
		m |= maskMonth
	}
	if m&maskMonth != 0 && p.lastComponent() == atDay {
		m |= maskDay // a day without its month cannot be said
	}
	return m
}

// withoutYear formats a date whose year is XXXX.
func (f *formatter) withoutYear(p point) {
	if p.lastComponent() == atYear {
		f.add(f.missing[onlyYear])
		return
	}
	f.b = f.plain(f.b, p, itsYear)
	f.add(f.missing[noYear])
}

// withoutDay formats a date whose day, month or both are XX.
func (f *formatter) withoutDay(p point) {
	what := noDay
	switch {
	case p.lastComponent() == atMonth:
		what = noMonth
	case p.mask&maskMonth != 0:
		what = noMonthAndDay
	}
	p.mask, p.day = 0, 0
	f.b = f.plain(f.b, p, nothing)
	f.add(f.missing[what])
}

// inRound formats a day or month of some year of a decade or century.
func (f *formatter) inRound(p point) {
	years := p.sameYears()
	if f.yearFirst {
		f.b = f.plain(f.b, years, nothing)
		f.add(f.in)
		f.b = f.plain(f.b, p, itsYear)
		return
	}
	f.b = f.plain(f.b, p, itsYear)
	f.add(f.in)
	f.b = f.plain(f.b, years, nothing)
}

// somewhere formats a date whose digits leave it anywhere between two others,
// and shows the digits if not every date between will do.
func (f *formatter) somewhere(p point) {
	a, _ := p.complete(forwards)
	b, _ := p.complete(backwards)
	f.between(a.point(), b.point())
	if p.mask>>p.lowestBit()&(p.mask>>p.lowestBit()+1) != 0 {
		f.add(f.openNote)
		f.b = p.append(f.b)
		f.add(f.stopNote)
	}
}

// lowestBit returns the number of bits of the mask that are of no use to p.
func (p point) lowestBit() int { return 4 - 2*p.lastComponent() }

func (t triple) point() point {
	return point{year: t.year, neg: t.year < 0, month: uint8(t.month), day: uint8(t.day)}
}

// estimate formats a year with significant digits.
func (f *formatter) estimate(p point) {
	lo, hi := p.estimate()
	p.sig = 0
	f.phrase(about, p)
	if lo == hi {
		return
	}
	f.add(f.openNote)
	f.between(triple{year: lo}.point(), triple{year: hi}.point())
	f.add(f.stopNote)
}

// between formats a range of which one date is meant.
func (f *formatter) between(a, b point) {
	omitA, omitB := f.omissions(a, b)
	f.nested(betweenThe, a, omitA)
	f.nested(andThe, b, omitB)
}

// omissions returns what the dates of a pair leave out for the other to say.
func (f *formatter) omissions(a, b point) (ofA, ofB omission) {
	shared := sharing(a, b)
	if f.yearFirst {
		return nothing, shared
	}
	return shared, nothing
}

// sharing returns what two dates have in common, if they can be said together.
func sharing(a, b point) omission {
	qa, wholeA := a.wholeQual()
	qb, wholeB := b.wholeQual()
	if a.mask != 0 || b.mask != 0 || qa != 0 || qb != 0 || !wholeA || !wholeB {
		return nothing
	}
	last := a.lastComponent()
	switch {
	case a.year != b.year || last != b.lastComponent() || last == atYear || a.clock+b.clock != "":
		return nothing
	case max(a.month, b.month) >= firstHalf: // "the first half of"
		return nothing
	case last == atDay && a.month == b.month:
		return itsMonth
	}
	return itsYear
}
