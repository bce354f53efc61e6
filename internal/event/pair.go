package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// A pair is an act with the date that belongs to it.
type pair struct {
	act  act
	time timex.Expr
	cost int // how far apart they are, in letters and obstacles
}

// What stands between a date and an act, in letters that it is worth. They
// were set by looking at wire copy and hold for all languages; Chinese counts
// three bytes a letter, about as much as it says.
const (
	perBreak    = 40  // the border of a clause
	perNoun     = 14  // an act told by a noun, beside one told by a verb
	perComma    = 14  // a comma that is no such border
	perGeneral  = 40  // a general word, beside one of the table of acts
	beside      = 40  // how far a date may be from a verb of saying
	farthest    = 170 // what is farther apart does not belong together
	leadingWord = 2   // words before a date that still leads its sentence
)

// pairs gives each date of the sentence the act that it belongs to: those that
// are nearest to each other first, and to each but one. They come in the order
// of the acts.
func (s *sentence) pairs() []pair {
	if len(s.times) == 0 || len(s.acts) == 0 {
		return nil
	}
	all := make([]pair, 0, max(len(s.times), len(s.acts)))
	for _, t := range s.times {
		for _, a := range s.acts {
			if a.Figure && !s.hasFigure(a) || a.Start < t.End && t.Start < a.End {
				continue
			}
			if c := s.cost(t, a); c < farthest {
				all = append(all, pair{a, t, c})
			}
		}
	}
	slices.SortStableFunc(all, func(p, q pair) int { return p.cost - q.cost })
	out := all[:0]
	for _, p := range all {
		if !slices.ContainsFunc(out, func(q pair) bool { return q.act.Span == p.act.Span || q.time.Start == p.time.Start }) {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(p, q pair) int { return p.act.Start - q.act.Start })
	return out
}

// hasFigure tells whether a figure stands beside an act that needs one, and a
// word for what it is about.
func (s *sentence) hasFigure(a act) bool {
	return s.lang == lang.ZH || hasFigure(s.lang, s.region(a).Of(s.text)) && s.isAbout(a.Said)
}

// isAbout tells whether a sentence, or the one before if that tells a figure,
// too, has a word for what an act's figure is about.
func (s *sentence) isAbout(a lexicon.Said) bool {
	return hasCue(s.lang, s.Of(s.text), a.About[s.lang]) || hasCue(s.lang, s.figures, a.About[s.lang])
}

// cost tells how far the date t is from the act a.
func (s *sentence) cost(t timex.Expr, a act) int {
	from, to := t.End, a.Start
	if a.End <= t.Start {
		from, to = min(a.last(), t.Start), t.Start
		if s.lang == lang.ZH && s.between(from, to) > 0 {
			return farthest // a Chinese date stands before its verb, or right behind it
		}
	}
	if next := s.clause(a.Start); s.lang == lang.EN && a.Start >= t.End && next.Start > t.End && next.Start-t.End <= len(", ") && opens(s.lang, next.Of(s.text), cuesOf(s.lang).whens) {
		from = next.Start // "on Tuesday, when it landed"
	}
	if s.attributive(t) && !(a.tense == nominal && a.Start >= t.End && a.Start-t.End < farObject) {
		return farthest // "ahead of the April 13 byelection"
	}
	c := to - from
	leads := s.leads(t)
	if leads && t.End <= a.Start {
		from = s.afterLead(t)
	}
	if s.lang == lang.FR && from < to && strings.Contains(s.text[from:to], ":") {
		c += perBreak
	}
	c += perBreak*s.between(from, to) - s.aside(from, to)
	if from < to && hasCue(s.lang, s.text[from:to], cuesOf(s.lang).that) {
		c += perBreak // what is said is dated apart from the saying
	}
	if leads {
		c /= 2
	} else if s.lang != lang.ZH && from < to && strings.ContainsAny(s.text[from:to], ",;") {
		c += perComma
	}
	if a.tense == nominal {
		c += perNoun
	}
	if a.tense == participle && leads && t.End <= a.Start && s.lang == lang.FR {
		c += 2 * perBreak // a date at the head is that of the main verb
	}
	if a.General {
		c += perGeneral
		if a.tense == nominal && leads {
			c += perBreak // a date at the head is that of a verb
		}
		if a.Weak {
			c += perNoun
		}
		if a.tense == nominal && a.End <= t.Start && s.isObject(a) {
			c += perBreak // a date behind the object is that of the verb
		}
	}
	if s.lang == lang.FR && t.End <= a.Start && slices.Contains(cuesOf(s.lang).purposes, strings.TrimSpace(s.text[t.End:a.Start])) {
		c += 2 * perBreak // "a fermé en mai sans avoir livré"
	}
	if a.tense == nominal && s.lang == lang.FR && s.ofItsDate(pair{act: a, time: t}) {
		c -= perGeneral + perBreak
	}
	if s.lang == lang.ZH && s.between(t.End, a.Start) > 0 && s.setsScene(a) {
		c += farthest / 2 // 会见后: what was done then is told behind
	}
	if leads && opens(s.lang, s.clause(a.Start).Of(s.text), cuesOf(s.lang).openers) {
		c += perBreak // a date at the head is that of the main clause
	}
	if (a.Form == lexicon.Base || a.Form&lexicon.Base != 0 && s.lang == lang.EN) && a.tense == coming && !s.planned(a) {
		c += perBreak // "came on Monday to sign": the purpose of another act
	}
	if a.Saying && a.End <= t.Start && endsWithAny(s.lang, strings.TrimRight(s.tail(t.Start, 8), " "), cuesOf(s.lang).possessive) {
		return farthest // "described the events of today"
	}
	if a.Saying && from < to && s.actBetween(from, to) {
		c += perBreak // "said it will open in May", "in May they came and asked"
	}
	near := beside
	if s.lang == lang.EN && a.End <= t.Start {
		near = 2 * beside // "thanked the people for their soup on Tuesday"
	}
	if a.Saying && !leads && !s.headsClause(t) && (to-from > near || strings.ContainsAny(s.beforeAside(t, from, to), ",;，；")) {
		return farthest
	}
	return c
}

// attributive tells whether a day stands between an article and a noun, and so
// dates that noun alone.
func (s *sentence) attributive(t timex.Expr) bool {
	if s.lang != lang.EN || t.Relative && t.Offset.Month == 0 || t.Date.Precision() != edtf.DayPrecision {
		return false
	}
	next := s.wordAfter(t.End)
	if next == "" || next[0] < 'a' || cuesOf(s.lang).class(next) != 0 || s.isVerb(t.End+1) {
		return false
	}
	before := strings.TrimRight(s.tail(t.Start, nearby), " ")
	return endsWithAny(s.lang, before, []string{"the", "a", "its", "their", "his", "her"})
}

// isVerb tells whether an act begins at an offset that is told by a verb.
func (s *sentence) isVerb(at int) bool {
	return slices.ContainsFunc(s.acts, func(a act) bool { return a.Start == at && a.tense != nominal })
}

// aside is what a relative clause between two commas adds to the distance of two
// offsets beyond what a comma would: "passed the bill, which set up the registry,
// in June".
func (s *sentence) aside(from, to int) int {
	if s.lang != lang.EN {
		return 0
	}
	less := 0
	for i := 0; i+1 < len(s.breaks); i++ {
		start, end := s.breaks[i], s.breaks[i+1]
		if start <= from || end > to || !opens(s.lang, s.text[start:end], cuesOf(s.lang).relative) || !strings.HasSuffix(strings.TrimRight(s.text[start:end], " "), ",") {
			continue
		}
		less += end - start + 2*perBreak - perComma
	}
	return less
}

// actBetween tells whether a verb that is no saying stands between two offsets.
func (s *sentence) actBetween(from, to int) bool {
	return slices.ContainsFunc(s.acts, func(b act) bool {
		return !b.Saying && b.tense != nominal && b.tense != participle && b.Start >= from && b.End <= to
	})
}

// beforeAside is the text between a verb and a date; of a date set off by two
// commas ("threatened Canada, on Jan. 24, with") they are no part.
func (s *sentence) beforeAside(t timex.Expr, from, to int) string {
	text := s.text[from:to]
	if to <= t.Start && t.End < s.End && s.text[t.End] == ',' {
		text = strings.TrimRight(text, " ,")
	}
	return text
}

// isObject tells whether a noun stands behind a verb that is no saying, in one
// clause with it.
func (s *sentence) isObject(noun act) bool {
	start := s.clause(noun.Start).Start
	return slices.ContainsFunc(s.acts, func(a act) bool { return a.tense.finite() && !a.Saying && a.Start >= start && a.End <= noun.Start })
}

// leads tells whether a date stands at the head of its sentence, and so dates
// what the main clause tells.
func (s *sentence) leads(t timex.Expr) bool {
	head := s.text[s.Start:t.Start]
	if n := len(s.wider); n > 0 && s.wider[n-1].End <= t.Start {
		head = strings.TrimLeft(s.text[s.wider[n-1].End:t.Start], ", ") // "deux ans plus tard, le 1er février"
	}
	if s.lang == lang.ZH {
		return utf8.RuneCountInString(head) <= leadingWord || s.leadsSpeech(t)
	}
	if first, rest, ok := strings.Cut(head, ", "); ok && s.lang == lang.EN && !strings.Contains(first, " ") && cuesOf(s.lang).class(first)&isAdverb != 0 {
		head = rest // "Then, in May,"
	}
	return len(strings.Fields(head)) <= leadingWord+1 && !strings.Contains(head, ",")
}

// headsClause tells whether a French date stands at the head of what follows a
// colon or semicolon: "… : en janvier, il avait suggéré".
func (s *sentence) headsClause(t timex.Expr) bool {
	if s.lang != lang.FR {
		return false
	}
	before := strings.TrimRight(s.lessEnd(strings.TrimRight(s.text[s.Start:t.Start], " \u00a0"), cuesOf(s.lang).dateBefore), " \u00a0")
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";")
}

// afterLead is where the main clause begins after a leading date.
func (s *sentence) afterLead(t timex.Expr) int {
	rest := s.text[t.End:s.End]
	if i := strings.IndexAny(rest, ",，"); i >= 0 && i < 40 {
		_, size := utf8.DecodeRuneInString(rest[i:])
		rest = strings.TrimLeft(rest[i+size:], " ")
		return s.End - len(rest)
	}
	return t.End
}

// planned tells whether an act has yet to happen, by the words before it.
func (s *sentence) planned(a act) bool {
	if a.Future {
		return true
	}
	reach := 26
	if s.lang == lang.ZH {
		reach = 15
	}
	before := s.tail(a.Start, reach)
	if i := strings.LastIndexAny(before, ",;，；"); i >= 0 {
		before = before[i:]
	}
	if s.lang == lang.ZH && s.asked(a) {
		return false
	}
	return hasCue(s.lang, before, cuesOf(s.lang).planned)
}

// region is the part of the sentence that tells the act: its clause, with the
// one before it if that only sets the scene.
func (s *sentence) region(a act) source.Span {
	clause := s.clause(a.Start)
	clause.End = max(clause.End, a.End)
	if s.lang == lang.ZH {
		// A Chinese subject often stands clauses before its verb, one comma
		// being no more than a pause, and what is announced stands behind.
		stretch := s.stretch(a)
		if !s.namesActor(source.Span{Start: clause.Start, End: a.Start}) {
			clause.Start = stretch.Start
		}
		if a.Kind == statement {
			clause.End = stretch.End
		}
		return clause
	}
	if at := s.whatIsSaid(clause, a); at > clause.Start {
		clause.Start = at
		return clause
	}
	for i, b := range s.breaks {
		if i == 0 || b != clause.Start {
			continue
		}
		head := source.Span{Start: s.breaks[i-1], End: b}
		if !s.tellsAct(head) && !opens(s.lang, head.Of(s.text), cuesOf(s.lang).openers) {
			clause.Start = head.Start
		}
	}
	return clause
}

// whatIsSaid is where, in a clause with a verb of saying before the act, what is
// said begins: behind "that". It is 0 where the act is no such thing.
func (s *sentence) whatIsSaid(clause source.Span, a act) int {
	for _, b := range s.acts {
		if b.Kind != statement || b.tense == nominal || b.Start < clause.Start || b.End > a.Start {
			continue
		}
		between := s.text[b.End:a.Start]
		if i := lastCue(s.lang, between, cuesOf(s.lang).that); i >= 0 {
			that, _, _ := strings.Cut(between[i:], " ")
			return b.End + i + len(that)
		}
	}
	return 0
}

// subject is who acts in a clause that does not say so itself, as after "who"
// or "and": whoever is named before the sentence's first act.
func (s *sentence) subject(a act, region source.Span) (lexicon.Mention, bool) {
	if a.Noun {
		return lexicon.Mention{}, false
	}
	if s.lang == lang.ZH {
		return s.topic(a)
	}
	if s.hasOwnSubject(a) {
		return lexicon.Mention{}, false
	}
	first := a.Start
	for _, b := range s.acts {
		if !b.Noun {
			first = min(first, b.Start)
		}
	}
	var found lexicon.Mention
	for _, m := range s.names {
		if !mayAct(m) {
			continue
		}
		if m.Start >= region.Start && m.End <= a.Start {
			return lexicon.Mention{}, false // it has a subject of its own
		}
		if m.End <= first && (found.Len() == 0 || found.Person == nil) {
			found = m
		}
	}
	return found, found.Len() > 0
}

// hasOwnSubject tells whether a noun that names nobody stands before the verb in
// its clause: "and said that a new chapter was opened there".
func (s *sentence) hasOwnSubject(a act) bool {
	start := s.clause(a.Start).Start
	for _, b := range s.acts {
		if b.tense != nominal && b.End <= a.Start {
			start = max(start, b.End) // what stands before another verb is that one's
		}
	}
	words := 0
	for w := range strings.FieldsSeq(s.text[min(start, a.Start):a.Start]) {
		w = strings.Trim(w, ",;:.")
		c := cuesOf(s.lang)
		switch k := c.class(w); {
		case k&isDeterminer != 0:
			words++ // and a noun behind it
		case k != 0 || slices.Contains(c.openers, w) || slices.Contains(c.and, w) || slices.Contains(c.that, w) || len(w) > 4 && isAdverbial(s.lang, w):
		default:
			words++
		}
	}
	return words >= 2
}

// namesActor tells whether span names somebody who can act.
func (s *sentence) namesActor(span source.Span) bool {
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return mayAct(m) && span.Contains(m.Span) })
}

// mayAct tells whether a mention names somebody who can act.
func mayAct(m lexicon.Mention) bool {
	return m.Person != nil || m.Shared != nil || m.Post != nil || m.Actor || m.Both
}

func (s *sentence) tellsAct(span source.Span) bool {
	return slices.ContainsFunc(s.acts, func(a act) bool { return span.Contains(a.Span) && !a.Noun })
}

// hasFigure tells whether text holds an amount: a number with a percent sign,
// a currency or a word such as billion beside it.
func hasFigure(l lang.Lang, text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	if strings.ContainsAny(text, "$%€¥￥％") {
		return true
	}
	return slices.ContainsFunc(cuesOf(l).amounts, func(w string) bool { return strings.Contains(text, w) }) || hasThousands(l, text)
}

// hasThousands tells whether text holds a number in groups of three, such as
// "44,400 cars": it counts something.
func hasThousands(l lang.Lang, text string) bool {
	for i := 1; i+4 <= len(text); i++ {
		c := text[i]
		if (c == ',' && l == lang.EN || c == ' ' && l == lang.FR) && isDigit(text[i-1]) && isDigit(text[i+1]) && isDigit(text[i+2]) && isDigit(text[i+3]) &&
			(i+4 == len(text) || !isDigit(text[i+4])) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
