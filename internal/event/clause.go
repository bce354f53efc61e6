package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// tail returns up to n bytes of the sentence before the offset, cut at a rune.
func (s *sentence) tail(offset, n int) string {
	start := max(s.Start, offset-n)
	for start < offset && !utf8.RuneStart(s.text[start]) {
		start++
	}
	return s.text[start:offset]
}

// head returns up to n bytes of the sentence from the offset on.
func (s *sentence) head(offset, n int) string {
	end := min(s.End, offset+n)
	for end > offset && end < len(s.text) && !utf8.RuneStart(s.text[end]) {
		end--
	}
	return s.text[offset:end]
}

// dates tells whether a time expression can date an event: it has a date of a
// year or finer, and is no end of a span, no target, no part of a name such as
// "the 2005 agreement".
func (s *sentence) dates(e timex.Expr) bool {
	if e.Type != timex.Date && e.Type != timex.Time || e.Date.IsZero() {
		return false
	}
	if e.Date.OpenStart() || e.Date.OpenEnd() || e.Date.Last()-e.Date.First() > 366 {
		return false
	}
	if title := s.text[s.Start:e.Start]; strings.LastIndex(title, "《") > strings.LastIndex(title, "》") {
		return false // in a book's name
	}
	c := cuesOf(s.lang)
	before := strings.TrimRight(s.tail(e.Start, 24), " ")
	if prefixed(s.head(e.End, 24), c.datesOf) != "" {
		return true
	}
	if endsWithAny(s.lang, before, c.spans) && !s.beginsOn(e, before) && !s.explainsWhen(e) || endsWithAny(s.lang, before, c.than) && !s.onlyThen(e, before) {
		return false
	}
	if s.lang == lang.EN && againstFigure(s.tail(e.Start, farObject)) {
		return false // against 9,800 a year earlier
	}
	if e.Date.Precision() > edtf.DayPrecision && (s.lang != lang.EN || e.Through.IsZero()) && endsWithAny(s.lang, before, c.from) {
		return false // up from 2023
	}
	if e.Date.Precision() > edtf.DayPrecision && hasCue(s.lang, s.tail(e.Start, farObject), c.comparing) {
		return false // up from some 300 in 2020
	}
	after := strings.TrimLeft(s.head(e.End, 16), " ")
	for _, w := range c.spansAfter {
		if strings.HasPrefix(after, w) && apart(s.lang, after, 0, len(w)) {
			return false
		}
	}
	return !s.isLabel(e, before, after)
}

// explainsWhen tells whether a clause behind a date tells what happened then:
// "never left before last August, when it was shipped".
func (s *sentence) explainsWhen(e timex.Expr) bool {
	return s.lang == lang.EN && opens(s.lang, strings.TrimLeft(s.head(e.End, len(", when ")), ", "), cuesOf(s.lang).whens)
}

// againstFigure tells whether text ends with a figure that another is compared
// with.
func againstFigure(text string) bool {
	i := strings.LastIndex(text, "against ")
	return i >= 0 && i+len("against ") < len(text) && (isDigit(text[i+len("against ")]) || text[i+len("against ")] == '$') && !strings.ContainsAny(text[i:], ";:")
}

// onlyThen tells whether French "que" goes with a "ne" before it: "n'a rouvert
// qu'en mai" compares with nothing.
func (s *sentence) onlyThen(e timex.Expr, before string) bool {
	if s.lang != lang.FR || !endsWithAny(s.lang, before, []string{"qu'en", "qu’en"}) {
		return false
	}
	head := s.tail(e.Start, headOfSentence)
	return strings.Contains(head, " ne ") || strings.Contains(head, " n'") || strings.Contains(head, " n’")
}

// beginsOn tells whether a span is one that began on a day told: what has held
// since then happened that day.
func (s *sentence) beginsOn(e timex.Expr, before string) bool {
	if endsWithAny(s.lang, before, cuesOf(s.lang).effects) {
		return true
	}
	return e.Date.Precision() == edtf.DayPrecision && !e.Date.IsInterval() && endsWithAny(s.lang, before, cuesOf(s.lang).beginnings)
}

// isLabel tells whether a bare year is but a part of a name, as in "the 2005
// agreement" or "2024 Olympic Games".
func (s *sentence) isLabel(e timex.Expr, before, after string) bool {
	c := cuesOf(s.lang)
	if s.lang == lang.ZH && e.Date.Precision() == edtf.YearPrecision && !e.Relative && (prefixed(after, c.labels) != "" || endsWithAny(s.lang, before, c.staged)) {
		return true
	}
	if s.lang != lang.EN || e.Date.Precision() != edtf.YearPrecision || e.Relative {
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsLetter(r) {
		return false
	}
	return before != "" && !endsWithAny(s.lang, before, cuesOf(s.lang).inYear)
}

// negated tells whether an act is said not to have happened, or only to happen
// under a condition.
func (s *sentence) negated(a lexicon.Said) bool {
	if a.Saying && !(s.lang == lang.FR && a.Form == lexicon.Base) {
		return false
	}
	c := cuesOf(s.lang)
	near := s.tail(a.Start, 22)
	if s.lang == lang.ZH {
		near = s.tail(a.Start, 9)
	}
	if i := strings.LastIndexAny(near, ",;:，；："); i >= 0 {
		_, size := utf8.DecodeRuneInString(near[i:])
		near = near[i+size:]
	}
	if s.lang == lang.ZH {
		return hasCue(s.lang, near, c.negated) || s.hypothetical(a) || s.wished(a)
	}
	return hasCue(s.lang, near, c.negated) || hasCue(s.lang, s.tail(a.Start, 60), c.hypothetical)
}

// clauses returns where the clauses of the sentence begin.
func (s *sentence) clauses() []int {
	breaks := []int{s.Start}
	inside := false // a subordinate clause ends with its comma
	text := s.Of(s.text)
	c := cuesOf(s.lang)
	for i, r := range text {
		if r > unicode.MaxASCII && s.lang != lang.ZH && !unicode.IsPunct(r) {
			continue
		}
		at := s.Start + i
		switch r {
		case ';', '；', '，', '—':
			at += utf8.RuneLen(r)
		case ',', ' ':
			if r == ',' && i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]) {
				continue
			}
			rest := strings.TrimLeft(text[i+1:], " ")
			if !opens(s.lang, rest, c.openers) && !(r == ',' && (inside || s.beginsClause(at) || opensParticiple(rest, c))) && !s.goesOnWith(source.Span{Start: breaks[len(breaks)-1], End: at + 1}, c.and) && !s.saysWhat(at, rest) {
				continue
			}
			inside = opens(s.lang, rest, c.openers)
			at = s.Start + len(text) - len(rest)
		default:
			continue
		}
		if at > breaks[len(breaks)-1] && !s.inTime(at) {
			breaks = append(breaks, at)
		}
	}
	return breaks
}

// opensParticiple tells whether text begins with a participle, as in ",
// matching an earlier measure", by its ending.
func opensParticiple(text string, c *cues) bool {
	word, _, _ := strings.Cut(text, " ")
	return len(word) > 5 && strings.ToLower(word) == word && !slices.Contains(c.prepositions, word) &&
		slices.ContainsFunc(c.participles, func(e string) bool { return strings.HasSuffix(word, e) })
}

// opens tells whether text begins with one of the words that open a clause.
func opens(l lang.Lang, text string, openers []string) bool {
	if l == lang.ZH {
		return false // a Chinese clause ends with its comma
	}
	for _, w := range openers {
		if strings.HasPrefix(text, w) && bordered(text, 0, len(w)) {
			return l != lang.EN || w != "as" || !slices.ContainsFunc(cuesOf(l).asIs, func(p string) bool { return strings.HasPrefix(text[len(w):], " "+p) })
		}
	}
	return false
}

// saysWhat tells whether what is said begins behind a verb of saying without
// "that": "announced it has lost".
func (s *sentence) saysWhat(at int, rest string) bool {
	if s.lang != lang.EN || !slices.ContainsFunc(s.acts, func(a act) bool { return a.End == at && a.Kind == statement && a.tense != nominal }) {
		return false
	}
	word, _, _ := strings.Cut(rest, " ")
	return cuesOf(s.lang).class(word)&isSubject != 0
}

// beginsClause tells whether a name and a verb of saying follow the comma, as
// in ", Foreign Minister Wang Yi said".
func (s *sentence) beginsClause(comma int) bool {
	for _, a := range s.acts {
		if !a.Saying || a.Start < comma {
			continue
		}
		between := s.text[comma+1 : a.Start]
		return len(between) < 120 && !strings.Contains(between, ",") // at once, or after who says it
	}
	return false
}

// goesOnWith tells whether "and" and another verb follow behind a clause, as in
// "arrived in May and handed his credentials to".
func (s *sentence) goesOnWith(clause source.Span, ands []string) bool {
	at := clause.End
	rest := s.text[at:s.End]
	if hasCue(s.lang, s.tail(at, nearby), cuesOf(s.lang).between) {
		return false
	}
	for _, and := range ands {
		if !strings.HasPrefix(rest, and) || !strings.HasPrefix(rest[len(and):], " ") {
			continue
		}
		verb := at + len(and) + 1
		for _, t := range s.times {
			if t.Start >= verb && t.Start <= verb+len("on ") {
				verb = t.End // "and three days later opened"
			}
		}
		for _, a := range s.acts {
			if !a.Noun && a.Start >= verb && a.Start <= verb+8 && !(s.lang == lang.EN && s.namesActor(source.Span{Start: verb, End: a.Start})) {
				return true
			}
		}
		if s.beginsWithSubject(clause, verb) {
			return true
		}
	}
	return false
}

// farVerb is how many bytes behind "and" a verb may stand whose subject follows
// it at once.
const farVerb = 64

// beginsWithSubject tells whether another subject with its own verb follows
// "and": "Carney met Li Qiang, and Foreign Minister Anita Anand travelled to
// Beijing". A verb has to stand before it, too; in English, one of its clause.
func (s *sentence) beginsWithSubject(clause source.Span, at int) bool {
	before := slices.ContainsFunc(s.acts, func(a act) bool {
		return a.tense.finite() && a.End <= clause.End && (a.Start >= clause.Start || s.lang != lang.EN)
	})
	if !before || at >= s.End {
		return false
	}
	for _, a := range s.acts {
		if a.Start < at || !a.tense.finite() {
			continue
		}
		if a.Start-at > farVerb || strings.ContainsAny(s.text[at:a.Start], ",;:") {
			return false
		}
		named := slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return mayAct(m) && m.Start >= at && m.End <= a.Start })
		return named && a.End-a.Start > 0 && !hasCue(s.lang, s.text[at:a.Start], cuesOf(s.lang).relative)
	}
	return false
}

func (s *sentence) inTime(at int) bool {
	for _, t := range s.times {
		if t.Start < at && at < t.End {
			return true
		}
	}
	return false
}

// clause returns the clause that the offset stands in.
func (s *sentence) clause(offset int) source.Span {
	span := s.Span
	for _, b := range s.breaks {
		if b <= offset {
			span.Start = b
		} else {
			span.End = b
			break
		}
	}
	return span
}

// between counts the clause borders between two offsets.
func (s *sentence) between(a, b int) int {
	if a > b {
		a, b = b, a
	}
	n := 0
	for _, at := range s.breaks {
		if a < at && at <= b {
			n++
		}
	}
	return n
}
