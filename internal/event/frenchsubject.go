package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// fromFrenchSubject makes a title of a French verb whose clause makes none: of
// its subject, wherever that stands, and what follows the verb.
func (t *telling) fromFrenchSubject(*lexicon.Lexicon) string {
	if t.Lang == lang.FR && t.act.tense == participle {
		return t.fromSetOff()
	}
	if t.Lang != lang.FR || !t.act.tense.finite() && t.act.tense != coming {
		return ""
	}
	if said := t.saidBefore(); said != "" {
		return said
	}
	subject := t.sent.subjectOf(t.act, mostBack)
	if subject == "" {
		return ""
	}
	predicate := t.predicate(maxTitle - utf8.RuneCountInString(subject) - 1)
	if predicate == "" || !t.showsAct(predicate) || isPlural(predicate) && !agrees("ils", subject) {
		return ""
	}
	return upperFirst(subject + " " + predicate)
}

// isPlural tells whether a predicate begins with an auxiliary in the plural.
func isPlural(predicate string) bool {
	first, _, _ := strings.Cut(predicate, " ")
	return slices.Contains([]string{"ont", "sont", "avaient", "étaient", "seront", "auront"}, first)
}

// fromSetOff makes a title of a participle between commas: the noun before it
// and what it says of that.
func (t *telling) fromSetOff() string {
	s := t.sent
	head, ok := strings.CutSuffix(strings.TrimRight(s.text[s.Start:t.act.Start], " "), ",")
	if !ok {
		return ""
	}
	span := s.subjectSpan(s.Start + len(head))
	noun := lessLead(strings.Trim(oneLine(s.rewritten(span, act{}, 0)), " ,"), cuesOf(s.lang))
	end := s.End
	if i := strings.IndexAny(s.text[t.act.End:s.End], ",;:."); i >= 0 {
		end = t.act.End + i
	}
	said := s.lessLoose(oneLine(s.rewritten(source.Span{Start: t.act.Start, End: end}, act{}, 0)))
	if title := noun + " " + said; utf8.RuneCountInString(noun) <= mostSubject && said != "" && noun != "" && !leansOn(title, cuesOf(s.lang)) {
		return upperFirst(title)
	}
	return ""
}

// mostBack is how many sentences back the noun may stand that a pronoun is for.
const mostBack = 3

// saidBefore is the title of what is said before its verb, with who says it,
// where that is a name: "« … », a pesté mercredi son patron, Michael Garcia".
func (t *telling) saidBefore() string {
	s := t.sent
	before := strings.TrimRight(s.text[s.Start:t.act.Start], ", \u00a0\u202f")
	last, _ := utf8.DecodeLastRuneInString(before)
	if _, ok := s.inverted(t.act); t.Kind != statement || !ok && !strings.ContainsRune("»”\"", last) {
		return ""
	}
	if said := t.frenchSaid(); said != "" && !strings.Contains(said, "qui ") {
		return said
	}
	head := s.text[s.Start:t.act.Start]
	open, end := strings.Index(head, "«"), strings.LastIndex(head, "»")
	if open < 0 || end < open || utf8.RuneCountInString(head[open:end]) > maxTitle-2 {
		return ""
	}
	return oneLine(strings.ReplaceAll(strings.ReplaceAll(head[open:end+len("»")], "\u00a0", " "), "\u202f", " "))
}

// predicate is the verb and what follows it, without dates, of at most limit
// letters.
func (t *telling) predicate(limit int) string {
	s := t.sent
	span := source.Span{Start: s.withClitics(t.act.Start), End: s.End}
	if i := strings.IndexAny(s.text[t.act.End:s.End], ";"); i >= 0 {
		span.End = t.act.End + i
	}
	if i := strings.Index(s.text[t.act.End:span.End], " : "); i >= 0 {
		span.End = t.act.End + i
	}
	text := strings.ReplaceAll(oneLine(s.rewritten(span, t.act, t.Date.First())), " ,", ",")
	text = strings.TrimRight(text, " .,")
	short := shorten(text, limit, t.Lang)
	if i := strings.LastIndexByte(text[:min(len(text), max(limit, 0))], ' '); short == "" && i > 0 {
		short = text[:i]
	}
	return strings.TrimSpace(balanced(s.withoutTail(short)))
}

// withArticle is a name with the French article before it.
func (s *sentence) withArticle(m lexicon.Mention) string {
	name := m.Of(s.text)
	if s.lang != lang.FR {
		return name
	}
	for _, article := range []string{"la ", "le ", "les ", "l'", "l’"} {
		if head := strings.ToLower(s.tail(m.Start, len(article))); head == article {
			return article + name
		}
	}
	return name
}

// withClitics is where the small words before a verb begin that its title keeps.
func (s *sentence) withClitics(at int) int {
	for _, w := range []string{"en ", "l'", "l’", "les "} {
		if strings.HasSuffix(s.text[s.Start:at], " "+w) {
			return s.withClitics(at - len(w))
		}
	}
	return at
}

// subjectOf is the subject of a French verb as words for a title: a noun or name
// before it, what a pronoun stands for, or "" where none is found.
func (s *sentence) subjectOf(a act, back int) string {
	span := s.subjectSpan(a.Start)
	text := strings.Trim(oneLine(s.rewritten(span, act{}, 0)), " ,;:.–—-«»“”\"\u00a0\u202f")
	text = lessLead(text, cuesOf(s.lang))
	first, rest, _ := strings.Cut(text, " ")
	switch word := strings.ToLower(first); {
	case text == "" || word == "et" && rest == "":
		if b, ok := s.verbBefore(span.Start); ok && back > 0 {
			return s.subjectOf(b, back-1) // "et dépêchera"
		}
		return ""
	case utf8.RuneCountInString(text) > mostSubject:
		return ""
	case word == "qui":
		return s.nounWithArticle(span.Start + strings.Index(s.text[span.Start:], first))
	case rest != "" && slices.Contains([]string{"ce dernier", "cette dernière"}, strings.ToLower(text)):
		return s.prev.lastNamed()
	case rest == "" && slices.Contains([]string{"il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci"}, word):
		return s.antecedent(a, word, back)
	case slices.Contains(cuesOf(s.lang).pronouns, word):
		return articleFor(word, rest)
	}
	return text
}

// nounWithArticle is the noun that a relative pronoun at an offset hangs on, with
// its article, or the name.
func (s *sentence) nounWithArticle(at int) string {
	head := strings.TrimRight(s.text[s.Start:at], ", ")
	if words := strings.Fields(head); len(words) >= 2 && isName(strings.Join(words[len(words)-2:], " ")) {
		return strings.Join(words[len(words)-2:], " ")
	}
	best := -1
	for end := len(head); ; end = best {
		best = -1
		for _, article := range []string{" un ", " une ", " le ", " la ", " les ", " des ", " deux ", " trois ", " l'", " l’"} {
			best = max(best, strings.LastIndex(head[:end], article))
		}
		if best < 0 || strings.Contains(head[best:], ",") {
			return ""
		}
		small, _, _ := s.previous(s.Start + best)
		if cuesOf(s.lang).class(small)&isPreposition == 0 && small != "de" && small != "à" && small != "pour" {
			return shortNoun(strings.TrimSpace(head[best:]))
		}
	}
}

// shortNoun is a noun without what hangs on it, if it is long.
func shortNoun(text string) string {
	for _, border := range []string{" à ", " au ", " avec ", " pour ", " sur ", " par ", " dans ", " en ", " de ", " du "} {
		if i := strings.Index(text, border); i > 0 && utf8.RuneCountInString(text) > mostObject {
			text = text[:i]
		}
	}
	if utf8.RuneCountInString(text) > mostObject {
		return ""
	}
	return text
}

// lastNamed is the person whom a sentence names last.
func (s *sentence) lastNamed() string {
	if s == nil {
		return ""
	}
	words := strings.Fields(strings.TrimRight(s.Of(s.text), ". »”\""))
	for n := len(words); n >= 2; n-- {
		if name := strings.Trim(strings.Join(words[n-2:n], " "), ",.;"); isName(name) && !strings.ContainsAny(name, ",;") {
			return name
		}
	}
	return ""
}

// mostSubject is how many letters a subject may have in a title.
const mostSubject = 55

// articleFor puts an article in the place of a possessive or demonstrative:
// "sa filiale" is "la filiale".
func articleFor(word, noun string) string {
	if noun == "" {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(noun)
	vowel := strings.ContainsRune("aeiouyhéèêâîôû", unicode.ToLower(first))
	switch {
	case slices.Contains([]string{"ses", "leurs", "ces"}, word):
		return "les " + noun
	case slices.Contains([]string{"son", "sa", "ce", "cet", "cette"}, word) && vowel:
		return "l'" + noun
	case word == "son" || word == "ce" || word == "cet":
		return "le " + noun
	case word == "sa" || word == "cette":
		return "la " + noun
	}
	return ""
}

// antecedent is what a pronoun stands for: the subject of the verb before it in
// the sentence, or else that of the sentence before.
func (s *sentence) antecedent(a act, pronoun string, back int) string {
	for _, m := range s.names {
		if m.Person != nil && strings.EqualFold(m.Of(s.text), pronoun) && m.End <= a.Start {
			return m.Person.Name.In(s.lang)
		}
	}
	at, in := a, s
	for ; back > 0; back-- {
		b, ok := in.verbBefore(at.Start)
		if !ok {
			if in = in.prev; in == nil {
				return ""
			}
			if b, ok = in.firstVerb(); !ok {
				continue
			}
		}
		if subject := in.subjectOf(b, 0); subject != "" && agrees(pronoun, subject) {
			return subject
		}
		if object := in.objectOf(b); object != "" && agrees(pronoun, object) {
			return object
		}
		at = b
	}
	return ""
}

// objectOf is the object of a verb, by its article.
func (s *sentence) objectOf(a act) string {
	end := s.End
	if i := strings.IndexAny(s.text[a.End:s.End], ",;:.("); i >= 0 {
		end = a.End + i
	}
	text := oneLine(s.rewritten(source.Span{Start: a.End, End: end}, act{}, 0))
	word, _, _ := strings.Cut(text, " ")
	if !slices.Contains([]string{"un", "une", "le", "la", "les", "des", "deux"}, word) {
		return ""
	}
	return shortNoun(text)
}

// mostObject is how many letters an object may have that a title begins with.
const mostObject = 40

// verbBefore is the finite verb that stands last before an offset.
func (s *sentence) verbBefore(at int) (act, bool) {
	for _, b := range slices.Backward(s.acts) {
		if b.End <= at && (b.tense.finite() || b.tense == coming) {
			return b, true
		}
	}
	return act{}, false
}

// firstVerb is the sentence's first finite verb.
func (s *sentence) firstVerb() (act, bool) {
	for _, b := range s.acts {
		if b.tense.finite() || b.tense == coming {
			return b, true
		}
	}
	return act{}, false
}

// agrees tells whether a pronoun may stand for a noun, by the article before it.
func agrees(pronoun, noun string) bool {
	word, _, _ := strings.Cut(strings.ToLower(noun), " ")
	if slices.Contains([]string{"rien", "personne", "tout", "cela", "ça", "c'est", "on"}, word) {
		return false
	}
	plural := slices.Contains([]string{"les", "des", "ces", "deux", "trois", "quatre", "plusieurs", "quelques", "quelque"}, word) || strings.Contains(noun, " et ") || word != "" && isDigit(word[0])
	if first, _ := utf8.DecodeRuneInString(noun); pronoun == "ils" && unicode.IsUpper(first) && strings.Contains(noun, " et ") {
		return true
	}
	switch pronoun {
	case "ils", "elles", "ceux-ci", "celles-ci", "ces":
		return plural
	case "il", "celui-ci", "ce":
		return !plural && !slices.Contains([]string{"la", "une", "cette"}, word)
	}
	return !plural && !slices.Contains([]string{"le", "un"}, word)
}

// subjectSpan is where the words stand before a verb that are its subject: what
// follows the last comma or conjunction, but an aside between commas right
// before the verb is passed over.
func (s *sentence) subjectSpan(at int) source.Span {
	span := source.Span{Start: s.Start, End: at}
	for cut := true; cut; {
		cut = false
		for _, w := range cliticsBefore {
			if rest := s.text[span.Start:span.End]; strings.HasSuffix(rest, " "+w) || strings.HasSuffix(rest, " "+w+" ") {
				span.End -= len(rest) - strings.LastIndex(rest, " "+w)
				cut = true
			}
		}
	}
	head := strings.TrimRight(s.text[span.Start:span.End], " \u00a0")
	marks := ";:“”\"()"
	if strings.Count(head, "«") != strings.Count(head, "»") {
		marks += "«»"
	}
	if i := strings.LastIndexAny(head, marks); i >= 0 {
		_, size := utf8.DecodeRuneInString(head[i:])
		span.Start, head = span.Start+i+size, head[i+size:]
	}
	if aside, ok := strings.CutSuffix(head, ","); ok {
		i := strings.LastIndex(aside, ",")
		if i < 0 {
			return source.Span{Start: at, End: at}
		}
		head = aside[:i]
		if rest := strings.TrimSpace(aside[i+1:]); isName(rest) {
			return source.Span{Start: span.Start + len(aside) - len(strings.TrimLeft(aside[i+1:], " ")), End: span.Start + len(aside)}
		}
	}
	span.End = span.Start + len(head)
	if i := strings.LastIndex(head, ","); i >= 0 {
		span.Start, head = span.Start+i+1, head[i+1:]
	}
	for _, w := range clauseWords {
		if i := strings.LastIndex(head, w); i >= 0 {
			span.Start, head = span.Start+i+len(w), head[i+len(w):]
		}
	}
	return span
}

// cliticsBefore stand between a French subject and its verb.
var cliticsBefore = []string{"ne", "n'", "n’", "y", "en", "lui", "leur", "le", "la", "les", "l'", "l’", "me", "nous"}

// clauseWords begin a clause, so that its subject follows.
var clauseWords = []string{" que ", " qu'", " qu’", " où ", " dont ", " quand ", " lorsque ", " lorsqu'", " lorsqu’", " car ", " mais ", " tandis qu'", " puis ", " lesquels ", " lesquelles ", " laquelle ", " lequel ", "d'où ", "d’où ", "Quand ", "Lorsque ", "Alors que ", "Si "}

// isName tells whether a text is a person's name: two to four words with
// capitals and nothing else.
func isName(text string) bool {
	words := strings.Fields(text)
	return len(words) >= 2 && len(words) <= 4 && !slices.ContainsFunc(words, func(w string) bool { return !isCapital(w) })
}
