package edtf

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// term reads one date, as far as it goes.
func (g *han) term() (term, bool) {
	t := term{at: g.pos}
	for {
		w, n := g.peek()
		if w.sense == aboutWord {
			t.doubt |= approximate
		} else if w.sense == maybeWord {
			t.doubt |= uncertain
		} else {
			break
		}
		g.pos += n
		g.spaces()
	}
	t.leading = t.doubt
	if !g.inDigits(&t) {
		if !g.year(&t) && g.firm {
			return t, false
		}
		if !t.lone && !g.withinYear(&t) {
			return t, false
		}
	}
	g.weekdayIs(&t)
	g.remarks(&t)
	t.end = g.pos
	return t, t.hasYear || t.month != 0 || t.day != 0 || t.lone
}

// remarks reads what may follow a date: 左右, ？, notes in brackets.
func (g *han) remarks(t *term) {
	for {
		w, n := g.peek()
		switch w.sense {
		case aboutEnd:
			t.doubt |= approximate
			if w.value == 1 {
				t.doubt |= uncertain
			}
		case query:
			t.doubt |= uncertain
		default:
			if !g.note(t) {
				return
			}
			continue
		}
		g.pos += n
	}
}

// note reads a note in the words of speech.
func (g *han) note(t *term) bool {
	n, what := g.speech.readMissing(g.rest())
	if n == 0 || !t.misses(what) {
		var quals [3]qual
		if n, quals = g.speech.readNotes(g.rest()); n == 0 {
			return false
		}
		t.qual = quals
	}
	g.pos += n
	return true
}

// year reads a year, a decade or a century, or a lone number in its place.
func (g *han) year(t *term) bool {
	start := g.pos
	era, hasEra := g.word(bcEnd)
	if !hasEra {
		era, hasEra = g.word(adWord)
	}
	g.spaces()
	n, digits := g.number()
	g.spaces()
	switch {
	case digits == 0:
	case g.acceptOne("世纪", "世紀") && n >= 1 && n <= 100:
		return g.century(t, n, era.sense == bcEnd)
	case g.decadeWord():
		return g.decade(t, n, digits, start)
	case (digits == 4 || hasEra) && g.accept("年"):
		return g.setYear(t, n, era)
	case !hasEra && (digits == 4 && g.loneBefore() || digits == 2 && g.loneCentury()):
		t.lone, t.number, t.digits = true, n, digits
		return true
	}
	g.pos = start
	return false
}

// setYear takes n for a year of an era.
func (g *han) setYear(t *term, n int, era word) bool {
	if n == 0 && era.sense != nonsense {
		return g.no(t.at, "there is no year 0", "count years from 1")
	}
	p := newPoint(n + era.value)
	if era.sense == bcEnd {
		p = newPoint(1 - n)
	}
	t.setYearOf(p)
	return true
}

// no notes a firm reason why the text from an offset on is not a date, and
// returns false.
func (g *han) no(at int, problem, hint string) bool {
	return g.fail(&ParseError{Offset: at, Problem: problem, Hint: hint}, g.pos, true)
}

// century reads what follows 世纪: a decade, or nothing.
func (g *han) century(t *term, n int, bc bool) bool {
	t.setYearOf(centuryPoint(n, bc))
	if bc {
		return true
	}
	start := g.pos
	if g.acceptOne("头十年", "頭十年") {
		t.mask = maskOnes
		return true
	}
	d, digits := g.number()
	if digits > 0 && (g.loneBefore() || g.decadeWord()) {
		if d >= 100 || d%10 != 0 {
			return g.no(start, "there is no such decade", "write 20世纪70年代")
		}
		t.year, t.mask = t.year+int64(d), maskOnes
		return true
	}
	g.pos = start
	return true
}

// decadeWord reads 年代, unless 代 begins another word.
func (g *han) decadeWord() bool {
	start := g.pos
	if !g.accept("年代") {
		return false
	}
	next, size := utf8.DecodeRuneInString(g.rest())
	if size > 0 && strings.ContainsRune(chineseDeputies, next) {
		g.pos = start
		return false
	}
	return true
}

// decade takes a number before 年代.
func (g *han) decade(t *term, n, digits, at int) bool {
	switch {
	case digits == 2 && n%10 == 0 && g.further:
		t.lone, t.number, t.inDecade = true, n, true
		return true
	case digits <= 2:
		return g.no(at, "the decade has no century", "write 20世纪70年代")
	case digits != 4 || n%10 != 0:
		return g.no(at, "there is no such decade", "write 1970年代")
	case n%100 == 0:
		return g.no(at, "this may be ten years or a hundred", "write 20世纪 or 20世纪头十年")
	}
	t.year, t.mask, t.hasYear = int64(n), maskOnes, true
	return true
}

// withinYear reads the month, or the part of a year, decade or century.
func (g *han) withinYear(t *term) bool {
	start := g.pos
	g.spaces()
	if t.mask != 0 {
		return g.third(t) || g.back(start)
	}
	n, digits := g.number()
	g.spaces()
	switch {
	case digits == 0:
		return (t.hasYear || g.further) && g.partOfYear(t) || t.hasYear && g.third(t) || g.back(start)
	case digits > 2:
	case g.acceptOne("月份", "月"):
		if n < 1 || n > 12 {
			return g.no(start, fmt.Sprintf("there is no month %d", n), "write 1970年10月13日")
		}
		t.month = uint8(n)
		return g.withinMonth(t)
	case (t.hasYear || g.further) && n >= 1 && n <= 4 && g.acceptOne("季度", "季"):
		t.month = uint8(firstQuarter + n - 1)
		return true
	case !t.hasYear && n >= 1 && g.acceptOne("日", "号", "號"):
		t.day = uint8(n)
		return true
	case n >= 1 && g.loneBefore():
		t.lone, t.number, t.digits = true, n, digits
		return true
	}
	return g.back(start)
}

// back goes back to an offset: what was tried there need not come.
func (g *han) back(pos int) bool {
	g.pos = pos
	return true
}

// withinMonth reads the day, or the part of a month.
func (g *han) withinMonth(t *term) bool {
	start := g.pos
	g.spaces()
	if g.third(t) {
		return true
	}
	n, digits := g.number()
	g.spaces()
	switch {
	case digits == 0 || digits > 2:
	case g.acceptOne("日", "号", "號"):
		if n == 0 {
			return g.no(start, "there is no day 0", "write 1970年10月13日")
		}
		t.day = uint8(n)
		return true
	case n >= 1 && g.loneBefore():
		t.lone, t.number, t.digits = true, n, digits
		return true
	}
	return g.back(start)
}

// third reads 初, 中期, 下旬 and the like.
func (g *han) third(t *term) bool {
	if g.lookalike() {
		return false
	}
	for i := range chineseParts {
		part := &chineseParts[i]
		start := g.pos
		if !g.accept(part.text) {
			continue
		}
		if part.alone && g.followedByHan() || part.exact && t.month == 0 {
			g.pos = start
			continue
		}
		t.third, t.exact = part.third, part.exact
		return true
	}
	return false
}

// partOfYear reads a season, a quarter or a half of a year.
func (g *han) partOfYear(t *term) bool {
	start := g.pos
	if g.accept("第") {
		if n, _ := g.number(); n >= 1 && n <= 4 && g.acceptOne("季度", "季") {
			t.month = uint8(firstQuarter + n - 1)
			return true
		}
		g.pos = start
		return false
	}
	if g.lookalike() {
		return false
	}
	for _, part := range chineseYearParts {
		if g.accept(part.text) {
			t.month = part.code
			return true
		}
	}
	return false
}

// lookalike reports whether a word comes next that only looks like a part of a
// date.
func (g *han) lookalike() bool {
	for _, s := range chineseLookalikes {
		if strings.HasPrefix(g.rest(), s) {
			return true
		}
	}
	return false
}

// loneBefore reports whether what comes next joins the number just read to
// another number.
func (g *han) loneBefore() bool {
	start := g.pos
	joined := g.joiner() != nonsense
	g.spaces()
	_, digits := g.number()
	g.pos = start
	return joined && digits > 0
}

// loneCentury reports whether what comes next joins the number just read to a
// century, as in 19至20世纪.
func (g *han) loneCentury() bool {
	start := g.pos
	joined := g.joiner() != nonsense
	_, digits := g.number()
	ok := joined && digits > 0 && g.acceptOne("世纪", "世紀")
	g.pos = start
	return ok
}

// weekdayIs reads the weekday after a day, in brackets or not.
func (g *han) weekdayIs(t *term) {
	start := g.pos
	g.spaces()
	bracket := g.acceptOne("（", "(")
	if t.day != 0 && g.acceptOne("星期", "周", "週", "礼拜", "禮拜") {
		for _, w := range chineseWeekdays {
			if g.accept(w.text) && (!bracket || g.acceptOne("）", ")")) {
				t.weekday, t.hasWeekday = w.day, true
				return
			}
		}
	}
	g.pos = start
}
