package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// fromFrenchClause makes a title of the act's clause in French: without dates,
// with full names, in the perfect where the text has the pluperfect, and never
// cut before the act itself.
func (t *telling) fromFrenchClause() string {
	s := t.sent
	if _, ok := s.inverted(t.act); ok && t.Kind == statement {
		return t.frenchSaid()
	}
	span := t.frenchSpan()
	if t.act.Noun && span.Start == t.act.Start && strings.HasSuffix(t.act.Of(s.text), " depuis") {
		return ""
	}
	title := t.french(span)
	for title != "" && !t.showsAct(title) || utf8.RuneCountInString(title) > maxTitle {
		rest, ok := afterComma(s.text, span, t.act.Start)
		if !ok {
			return ""
		}
		span = rest // what stands before the comma is no part of the predicate
		title = t.french(span)
	}
	if t.Kind == statement && strings.TrimSpace(s.text[span.Start:max(span.Start, t.act.Start)]) == "" && span.Start > s.Start {
		return t.frenchSaid() // "…, a fait savoir son ministère"
	}
	if (t.act.tense.finite() || t.act.Future) && t.lacksSubject(span) || strings.Contains(title, ":,") || strings.Contains(title, ", il") || strings.Contains(title, ", elle") || strings.Count(title, "«") != strings.Count(title, "»") || leansOn(title, cuesOf(s.lang)) || utf8.RuneCountInString(title) < leastTitle || t.lacksObject(span) {
		return ""
	}
	return upperFirst(title)
}

// lacksSubject tells whether nothing stands before the verb in span, or only what
// begins a clause or an infinitive: "n'a pas voulu", "qui a franchi".
func (t *telling) lacksSubject(span source.Span) bool {
	head := strings.TrimSpace(t.sent.text[span.Start:max(span.Start, t.act.Start)])
	first, _, _ := strings.Cut(strings.ToLower(head), " ")
	return head == "" || slices.Contains([]string{"n'", "n’", "ne", "qui", "d'où", "d’où", "quand", "lorsque", "pour", "afin", "entend", "doit", "devrait", "où", "dont"}, first)
}

// lacksObject tells whether a participle agrees with an object that span leaves
// out: "que Pékin avait déclenchée".
func (t *telling) lacksObject(span source.Span) bool {
	s := t.sent
	word := t.act.Of(s.text)
	return t.act.Form == lexicon.Compound && endsWithAny(s.lang, strings.TrimRight(s.text[s.Start:span.Start], " "), []string{"que", "qu'", "qu’"}) &&
		(strings.HasSuffix(word, "ée") || strings.HasSuffix(word, "és") || strings.HasSuffix(word, "ées"))
}

// frenchSaid is what stands before ", a annoncé la ministre".
func (t *telling) frenchSaid() string {
	title := t.french(source.Span{Start: t.sent.Start, End: t.act.Start})
	if leansOn(title, cuesOf(t.Lang)) || utf8.RuneCountInString(title) < leastTitle {
		return ""
	}
	return upperFirst(title)
}

// frenchSpan is the clause of the act; of a participle that hangs on a name,
// the name and what the participle says of it.
func (t *telling) frenchSpan() source.Span {
	s := t.sent
	if t.act.tense != participle {
		return s.region(t.act)
	}
	for _, m := range slices.Backward(s.names) {
		if gap := t.act.Start - m.End; gap >= 0 && gap <= len(", ") && isPerson(m) {
			end := s.clause(t.act.Start).End
			if i := strings.IndexAny(s.text[t.act.End:end], ",;"); i >= 0 {
				end = t.act.End + i
			}
			return source.Span{Start: m.Start, End: end}
		}
	}
	if start := s.nounBefore(t.act.Start); start >= 0 {
		return source.Span{Start: start, End: max(s.clause(t.act.Start).End, t.act.End)}
	}
	return s.region(t.act)
}

// nounBefore is where the noun begins that a participle hangs on, behind its
// article; -1 where it has none.
func (s *sentence) nounBefore(at int) int {
	head := s.tail(at, nounReach)
	if i := strings.LastIndexAny(head, ",;:"); i >= 0 {
		head = head[i+1:]
	}
	best := -1
	for _, article := range []string{" un ", " une ", " le ", " la ", " les ", " des ", " du ", "'un ", "'une ", "’un ", "’une ", " l'", " l’"} {
		if i := strings.LastIndex(head, article); i >= 0 {
			best = max(best, i+len(article))
		}
	}
	if best < 0 || best >= len(head)-2 {
		return -1
	}
	return at - len(head) + best
}

// nounReach is how many bytes before its participle a noun may begin.
const nounReach = 60

// afterComma is what follows the first comma or "que" of span, if that stands
// before the offset.
func afterComma(text string, span source.Span, before int) (source.Span, bool) {
	head := text[span.Start:max(span.Start, min(span.End, before))]
	i := strings.IndexAny(head, ",;:")
	for _, that := range []string{" que ", " qu'", " qu’"} {
		if j := strings.Index(head, that); j >= 0 && (i < 0 || j < i) {
			i = j + len(that) - 1
		}
	}
	if i < 0 {
		return span, false
	}
	span.Start += i + 1
	return span, true
}

// showsAct tells whether a title still holds the last word of the act.
func (t *telling) showsAct(title string) bool {
	words := strings.Fields(t.act.Of(t.sent.text))
	return len(words) == 0 || strings.Contains(title, words[len(words)-1])
}

// french is the text of span as a title of at most maxTitle letters.
func (t *telling) french(span source.Span) string {
	text := oneLine(t.sent.rewritten(span, t.act, t.Date.First()))
	text = strings.ReplaceAll(strings.ReplaceAll(text, " ,", ","), ",,", ",")
	text = strings.Trim(text, " ,;:.–—-“”\"«»\u00a0\u202f")
	text = lessLead(text, cuesOf(t.Lang))
	for utf8.RuneCountInString(text) > maxTitle {
		short, ok := withoutAside(text)
		if !ok {
			break
		}
		text = short
	}
	text = shorten(text, maxTitle, t.Lang)
	return strings.TrimSpace(balanced(t.sent.withoutTail(text)))
}

// lessLead drops the words at a title's head that say nothing: "Et toujours",
// "R.".
func lessLead(text string, c *cues) string {
	for _, w := range []string{"plus tôt", "plus tard", "auparavant"} {
		if i := strings.Index(text, w); i > 0 && i < vagueLead && slices.Contains([]string{"quelques", "plusieurs", "peu", "bien", "quelque"}, strings.ToLower(text[:strings.IndexByte(text, ' ')])) {
			text = strings.TrimLeft(text[i+len(w):], " ,")
		}
	}
	for again := true; again; {
		again = false
		for _, w := range c.leadWords {
			if rest, ok := cutFold(text, w); ok {
				text, again = strings.TrimLeft(rest, " ,:."), true
			}
		}
	}
	return text
}

// vagueLead is how many bytes before "plus tôt" a title's head may have that says
// only vaguely when.
const vagueLead = 22

// cutFold cuts a word from the head of text, whatever its case.
func cutFold(text, word string) (string, bool) {
	if len(text) <= len(word) || !strings.EqualFold(text[:len(word)], word) {
		return text, false
	}
	r, _ := utf8.DecodeRuneInString(text[len(word):])
	return text[len(word):], !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-'
}

// withoutAside drops what stands between the first two commas.
func withoutAside(text string) (string, bool) {
	i := strings.Index(text, ", ")
	if i < 0 {
		return text, false
	}
	j := strings.Index(text[i+2:], ", ")
	if j < 0 || strings.HasPrefix(text[i:], ", et ") || strings.HasPrefix(text[i+2+j:], ", et ") {
		return text, false
	}
	return text[:i] + text[i+2+j+1:], true
}

// withoutTail drops the words at a title's end that lead to something more, and
// the little that then is left behind a comma: ", trois mois" of "trois mois
// après".
func (s *sentence) withoutTail(text string) string {
	shorter := s.lessLoose(text)
	if j := strings.LastIndex(shorter, ", "); len(shorter) < len(text) && j > leastPhrase && len(shorter)-j < nearby {
		return shorter[:j]
	}
	return shorter
}

// balanced drops a quotation that does not end.
func balanced(text string) string {
	if i := strings.LastIndex(text, "«"); i >= 0 && !strings.Contains(text[i:], "»") {
		text = strings.TrimRight(text[:i], " ,;:\u00a0")
	}
	if strings.Count(text, `"`)%2 == 1 {
		text = strings.TrimRight(text[:strings.LastIndex(text, `"`)], " ,;:")
	}
	return text
}

// cutOnly cuts the "qu'" off that goes with a "ne" and stands before a date.
func cutOnly(head string) (string, bool) {
	for _, q := range []string{" qu'", " qu’"} {
		if rest, ok := strings.CutSuffix(head, q); ok {
			return rest, true
		}
	}
	return head, false
}

// edit is a stretch of the text and what takes its place.
type edit struct {
	source.Span
	with string
}

// rewritten is the text of span without its dates, with the full names of those
// called by their surnames on the day, and the act's pluperfect made perfect.
func (s *sentence) rewritten(span source.Span, a act, day edtf.Day) string {
	edits := s.dateEdits(span)
	for _, m := range s.names {
		if p := holder(m, day); p != nil && m.Partial && m.Post == nil && span.Contains(m.Span) {
			edits = append(edits, edit{source.Span{Start: s.honoured(m, span.Start), End: m.End}, p.Name.In(s.lang)})
		}
	}
	if span.Contains(a.Span) && a.Form == lexicon.Compound {
		for _, aux := range pluperfects {
			if strings.HasPrefix(a.Of(s.text), aux[0]) {
				edits = append(edits, edit{source.Span{Start: a.Start, End: a.Start + len(aux[0])}, aux[1]})
				break
			}
		}
	}
	slices.SortFunc(edits, func(x, y edit) int { return x.Start - y.Start })
	var b strings.Builder
	at := span.Start
	for _, e := range edits {
		if e.End <= at {
			continue
		}
		b.WriteString(s.text[at:max(at, e.Start)])
		b.WriteString(e.with)
		at = e.End
	}
	b.WriteString(s.text[min(at, span.End):span.End])
	return b.String()
}

// pluperfects pairs auxiliaries with those of the perfect.
var pluperfects = [...][2]string{
	{"avait ", "a "},
	{"avaient ", "ont "},
	{"s'était ", "s'est "},
	{"s’était ", "s’est "},
	{"s'étaient ", "se sont "},
	{"s’étaient ", "se sont "},
	{"était ", "est "},
	{"étaient ", "sont "},
}

// honoured is where the honorific before a surname begins.
func (s *sentence) honoured(m lexicon.Mention, from int) int {
	head := s.text[from:m.Start]
	for _, h := range []string{"M. ", "Mme ", "MM. ", "M.\u00a0", "Mme\u00a0", "M.\u202f", "Mme\u202f"} {
		if strings.HasSuffix(head, h) {
			return m.Start - len(h)
		}
	}
	return m.Start
}

// dateEdits drops the time expressions of span, each with the prepositions
// before it; of one at the head, or between commas, the comma too.
func (s *sentence) dateEdits(span source.Span) []edit {
	var out []edit
	for _, t := range slices.Concat(s.wider, s.times) {
		if t.Start < span.Start || t.End > span.End {
			continue
		}
		start, end := t.Start, t.End
		for cut := true; cut; {
			cut = false
			before := strings.TrimRight(s.text[span.Start:start], " \u00a0")
			for _, w := range cuesOf(s.lang).dateBefore {
				if endsWith(s.lang, before, w) {
					start, cut = span.Start+len(before)-len(w), true
					break
				}
			}
		}
		head := strings.TrimRight(s.text[span.Start:start], " ")
		if only, ok := cutOnly(head); ok { // "n'examinera qu'au printemps"
			start, head = span.Start+len(only), only
			if ne := strings.LastIndexAny(head, "'’"); ne > 0 && strings.HasSuffix(head[:ne], " n") {
				_, size := utf8.DecodeRuneInString(head[ne:])
				out = append(out, edit{source.Span{Start: span.Start + ne - 1, End: span.Start + ne + size}, ""})
			}
		}
		if head == "" || strings.HasSuffix(head, ",") {
			end += len(s.text[end:span.End]) - len(strings.TrimLeft(s.text[end:span.End], ", "))
		}
		if strings.HasSuffix(head, ",") && end > t.End {
			start = span.Start + len(head) - 1
			out = append(out, edit{source.Span{Start: start, End: end}, " "})
			continue
		}
		out = append(out, edit{source.Span{Start: start, End: end}, ""})
	}
	return out
}
