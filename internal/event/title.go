package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// maxTitle is the most letters a title may have; a Chinese one says as much in
// less than half.
const (
	maxTitle    = 90
	maxHanTitle = 40
)

// headline makes the event's title: from the act's headline with everybody
// who takes part, else from the words of the clause, else from who and kind.
func (t *telling) headline(lex *lexicon.Lexicon) string {
	if t.unknownSpeaker() {
		if title := t.fromClause(lex); title != "" && utf8.RuneCountInString(title) <= maxTitle {
			return title
		}
		return t.beginning()
	}
	for _, make := range []func(*lexicon.Lexicon) string{t.fromAct, t.fromSpeech, t.fromClause, t.fromFrenchSubject, t.fromKind} {
		if title := make(lex); title != "" && utf8.RuneCountInString(title) <= maxTitle {
			return title
		}
	}
	if t.Elsewhere {
		return t.beginning()
	}
	return lexicon.KindName(t.Kind, t.Lang)
}

// beginning is as much of the sentence as a title may hold, or else the kind.
func (t *telling) beginning() string {
	if words := t.sent.lessLoose(shorten(oneLine(t.sent.without(t.sent.Span)), t.limit(), t.Lang)); words != "" {
		return strings.ReplaceAll(words, " ,", ",")
	}
	return lexicon.KindName(t.Kind, t.Lang)
}

// fromAct fills the headline of the act.
func (t *telling) fromAct(lex *lexicon.Lexicon) string {
	form := t.act.Title[t.Lang]
	if form == "" {
		return ""
	}
	who := t.who()
	if strings.Contains(form, "{a}") {
		if t.Lang == lang.FR && !t.travels() {
			return ""
		}
		who = who[:min(len(who), 1)]
	}
	if len(who) == 0 || len(who) == 1 && t.act.Together && t.Lang != lang.EN || len(t.People) == 0 && !t.sent.namesFirmly() {
		return ""
	}
	place, where := t.where(lex)
	if strings.Contains(form, "{place}") && place == "" || strings.Contains(form, "{a}") && where == "" && t.Lang == lang.FR {
		return ""
	}
	names := list(who, t.Lang)
	form = number(form, len(who))
	return upperFirst(oneLine(strings.NewReplacer("{who}", names, "{a}", names, "{place}", place, "{in place}", where).Replace(form)))
}

// namesFirmly tells whether a sentence names a side or an institution of it, not
// only by an adjective: "Chinese inspectors" are not China.
func (s *sentence) namesFirmly() bool {
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return (m.Actor || m.Both) && sidesOf(m) != 0 && !(m.Weak && !m.Both) })
}

// travels tells whether the first who takes part is somebody who went to where
// he is not at home.
func (t *telling) travels() bool {
	return len(t.People) > 0 && (len(t.Places) == 0 || t.Places[0].Side != t.People[0].Side)
}

// number resolves "[one|many]".
func number(form string, n int) string {
	before, rest, ok := strings.Cut(form, "[")
	if !ok {
		return form
	}
	choice, after, _ := strings.Cut(rest, "]")
	one, many, _ := strings.Cut(choice, "|")
	if n == 1 {
		return before + one + after
	}
	return before + many + after
}

// who lists those who take part: people, and a side for which nobody is named.
func (t *telling) who() []string {
	var out []string
	var named sides
	for _, p := range t.People {
		out = append(out, p.Name.In(t.Lang))
		named |= sidesOf(lexicon.Mention{Person: p, Side: p.Side})
	}
	if len(out) > 4 {
		out = out[:4]
	}
	for _, side := range []lexicon.Side{lexicon.China, lexicon.Canada} {
		bit := sidesOf(lexicon.Mention{Side: side})
		if t.actors&bit != 0 && named&bit == 0 && named == 0 {
			out = append(out, sideName(side, t.Lang))
		}
	}
	return out
}

func sideName(s lexicon.Side, l lang.Lang) string {
	names := map[lang.Lang][2]string{
		lang.EN: {"Canada", "China"},
		lang.FR: {"le Canada", "la Chine"},
		lang.ZH: {"加拿大", "中国"},
	}
	pair, ok := names[l]
	if !ok {
		pair = names[lang.EN]
	}
	if s == lexicon.China {
		return pair[1]
	}
	return pair[0]
}

// list joins names as the language does.
func list(names []string, l lang.Lang) string {
	comma, and := ", ", " and "
	switch l {
	case lang.FR:
		and = " et "
	case lang.ZH:
		comma, and = "、", "和"
	}
	if len(names) == 1 {
		return names[0]
	}
	last := len(names) - 1
	return strings.Join(names[:last], comma) + and + names[last]
}

// where is the event's place, by itself and with its preposition. A visit that
// names no city goes to the other side's country.
func (t *telling) where(lex *lexicon.Lexicon) (place, in string) {
	if len(t.Places) > 0 {
		p := t.Places[0]
		place, _, _ = strings.Cut(p.Name.In(t.Lang), ",")
		return place, inPlace(place, p.ID, t.Lang)
	}
	if len(t.People) == 0 || t.Kind != "visit" {
		return "", ""
	}
	switch {
	case t.People[0].Side == lexicon.Canada && t.sides&ofChina != 0:
		return countryName(lex, "china", t.Lang), inPlace("Chine", "china", t.Lang)
	case t.People[0].Side == lexicon.China && t.sides&ofCanada != 0:
		return countryName(lex, "canada", t.Lang), inPlace("Canada", "canada", t.Lang)
	}
	return "", ""
}

func countryName(lex *lexicon.Lexicon, id string, l lang.Lang) string {
	return map[string]map[lang.Lang]string{
		"china":  {lang.EN: "China", lang.FR: "Chine", lang.ZH: "中国"},
		"canada": {lang.EN: "Canada", lang.FR: "Canada", lang.ZH: "加拿大"},
	}[id][l]
}

func inPlace(place, id string, l lang.Lang) string {
	switch l {
	case lang.ZH:
		return "在" + place
	case lang.FR:
		switch {
		case id == "canada", id == "sichuan", id == "guangdong":
			return "au " + place
		case strings.HasSuffix(place, "e") && (id == "china" || id == "british-columbia"), id == "alberta":
			return "en " + place
		}
		return "à " + place
	}
	return "in " + place
}

// fromSpeech makes "Wang Yi: China is willing to …" of what is said.
func (t *telling) fromSpeech(*lexicon.Lexicon) string {
	if !t.act.Saying && !t.sent.announcesThat(t.act) {
		return ""
	}
	who := t.who()
	if len(who) == 0 {
		return ""
	}
	return t.by(who[0], t.sent.saidBy(t.act))
}

// announcesThat tells whether what is announced is a clause of its own, at once
// or behind a date.
func (s *sentence) announcesThat(a act) bool {
	if a.Kind != statement || a.tense == nominal || s.lang == lang.ZH {
		return false
	}
	at := a.End
	for _, t := range s.times {
		if t.Start >= at && t.Start-at <= len(" on ") {
			at = t.End
		}
	}
	rest := strings.TrimLeft(s.text[at:s.End], " ,")
	return slices.ContainsFunc(cuesOf(s.lang).that, func(that string) bool { return strings.HasPrefix(rest, that+" ") })
}

// saidBy is what is said: what follows "said that", or else the clauses before
// the one that holds the verb.
func (s *sentence) saidBy(a act) source.Span {
	clause := s.clause(a.Start)
	after := source.Span{Start: a.End, End: s.End}
	head := s.text[a.End:min(s.End, a.End+60)]
	for _, that := range []string{" that ", " que ", " qu'", "：", "，", ": "} {
		if i := strings.Index(head, that); i >= 0 {
			after.Start = a.End + i + len(that)
			return after
		}
	}
	if _, ok := s.inverted(a); clause.Start > s.Start && (s.lang != lang.FR || ok) {
		return source.Span{Start: s.Start, End: clause.Start}
	}
	return source.Span{}
}

// fromClause takes the words of the act's clause without their date.
func (t *telling) fromClause(*lexicon.Lexicon) string {
	if t.act.Saying {
		return ""
	}
	region := t.sent.region(t.act)
	if t.subject.Len() > 0 {
		if title := t.fromFrenchSubject(nil); title != "" {
			return title
		}
		return t.withSubject()
	}
	if t.Lang == lang.FR {
		return t.fromFrenchClause()
	}
	if title := t.forPronoun(region); title != "" {
		return title
	}
	if t.Elsewhere || t.sent.sides(region) != 0 {
		return t.sent.trim(region, t.limit())
	}
	who := t.who()
	if len(who) == 0 && t.Lang != lang.ZH {
		who = t.sent.named()
	}
	if len(who) == 0 {
		return t.sent.trim(region, t.limit()) // what happens to a thing needs nobody
	}
	return t.by(who[0], region)
}

// forPronoun puts the name of whom a pronoun stands for in its place, at the head
// of the clause: "Elle est arrivée" is "Meng Wanzhou est arrivée".
func (t *telling) forPronoun(region source.Span) string {
	if t.Lang == lang.ZH || len(t.sent.names) == 0 {
		return ""
	}
	m, c := t.sent.names[0], cuesOf(t.Lang)
	word := strings.ToLower(m.Of(t.sent.text))
	his := slices.Contains(c.possessors, word)
	if m.Person == nil || m.Start < region.Start || m.Start > region.End || !his && !slices.Contains(c.heads, word) {
		return ""
	}
	name := m.Person.Name.In(t.Lang)
	if his {
		name += "'s"
	}
	rest := t.sent.without(source.Span{Start: m.End, End: region.End})
	rest = t.sent.lessLoose(shorten(oneLine(rest), t.limit()-utf8.RuneCountInString(name)-1, t.Lang))
	if !strings.Contains(rest, " ") {
		return ""
	}
	return name + " " + strings.TrimLeft(rest, " ,")
}

// withSubject puts the subject before a predicate that has none.
func (t *telling) withSubject() string {
	name := t.sent.withArticle(t.subject)
	if p := holder(t.subject, t.Date.First()); p != nil {
		name = p.Name.In(t.Lang)
	}
	clause := t.sent.clause(t.act.Start)
	if t.subject.Person == nil && opens(t.Lang, clause.Of(t.sent.text), cuesOf(t.Lang).relative) {
		return "" // "duties, which take effect": it is not China that does
	}
	if t.Lang == lang.ZH {
		if rest := t.sent.trim(clause, t.limit()-utf8.RuneCountInString(name)); rest != "" {
			return name + rest
		}
		return ""
	}
	clause.Start = t.act.Start
	if t.Lang == lang.FR {
		rest := t.french(clause)
		if rest == "" || utf8.RuneCountInString(name)+1+utf8.RuneCountInString(rest) > maxTitle {
			return ""
		}
		return upperFirst(name + " " + rest)
	}
	rest := shorten(oneLine(t.sent.without(clause)), t.limit()-utf8.RuneCountInString(name)-1, t.Lang)
	rest = t.sent.lessLoose(rest)
	if !strings.Contains(rest, " ") {
		return "" // "China opened" does not say what
	}
	return name + " " + rest
}

// by sets who is behind it before a clause that does not say so itself.
func (t *telling) by(who string, clause source.Span) string {
	colon := ": "
	switch t.Lang {
	case lang.ZH:
		colon = "："
	case lang.FR:
		colon = " : "
	}
	said := t.sent.trim(clause, t.limit()-utf8.RuneCountInString(who+colon))
	if said == "" || strings.Contains(said, who) {
		return ""
	}
	if first, _, _ := strings.Cut(said, " "); (!t.act.Saying || t.Lang == lang.FR) && isArticle(first) {
		said = strings.ToLower(first) + said[len(first):]
	}
	return upperFirst(who) + colon + said
}

// isArticle knows words that begin with a capital only at the head.
func isArticle(word string) bool {
	switch word {
	case "The", "A", "An", "Le", "La", "Les", "Un", "Une", "Des":
		return true
	}
	return false
}

// named lists the sides that the sentence names.
func (s *sentence) named() []string {
	var out []string
	for _, m := range s.names {
		if m.Side == lexicon.Canada || m.Side == lexicon.China {
			out = addTo(out, sideName(m.Side, s.lang))
		}
	}
	return out
}

// fromKind is "China and Canada: agreement".
func (t *telling) fromKind(*lexicon.Lexicon) string {
	who := t.who()
	if len(who) == 0 {
		who = t.sent.named()
	}
	kind := lexicon.KindName(t.Kind, t.Lang)
	if len(who) == 0 && t.Elsewhere {
		return ""
	}
	if len(who) == 0 {
		return kind
	}
	if t.Kind == statement {
		if t.Lang == lang.ZH {
			return list(who, t.Lang) + "发表谈话"
		}
		return t.statementBy(who[0])
	}
	switch t.Lang {
	case lang.ZH:
		return list(who, t.Lang) + "：" + kind
	case lang.FR:
		if words := t.french(t.frenchSpan()); (t.act.tense == nominal || t.act.tense == participle) && utf8.RuneCountInString(words) > leastNoun && !leansOn(words, cuesOf(t.Lang)) && t.showsAct(words) {
			kind = words
			who = who[:1]
		}
		return upperFirst(list(who, t.Lang)) + " : " + lowerFirst(kind)
	}
	return upperFirst(list(who, t.Lang)) + ": " + strings.ToLower(kind)
}

func (t *telling) statementBy(who string) string {
	if t.Lang != lang.FR {
		return "Statement by " + who
	}
	if rest, ok := strings.CutPrefix(who, "le "); ok {
		return "Déclaration du " + rest
	}
	if first, _ := utf8.DecodeRuneInString(who); strings.ContainsRune("AEIOUYÉÈ", first) {
		return "Déclaration d'" + who
	}
	return "Déclaration de " + who
}

func (t *telling) limit() int {
	if t.Lang == lang.ZH {
		return maxHanTitle
	}
	return maxTitle
}

// trim makes a title of a part of the sentence: without time expressions and
// the prepositions before them, without what hangs at its ends, no longer than
// limit letters and cut only between phrases. It returns "" for a part that
// begins with a pronoun, or says too little.
func (s *sentence) trim(span source.Span, limit int) string {
	if s.lang == lang.ZH {
		return s.trimHan(span, limit)
	}
	text := oneLine(s.without(span))
	text = strings.Trim(text, " ,;:.–—-“”\"«»")
	for _, and := range []string{"and ", "but ", "et ", "mais "} {
		text = strings.TrimPrefix(text, and)
	}
	text = strings.ReplaceAll(text, " ,", ",")
	if leansOn(text, cuesOf(s.lang)) {
		return ""
	}
	text = s.lessLoose(shorten(text, limit, s.lang))
	if s.lang == lang.FR {
		text = balanced(text)
	}
	if utf8.RuneCountInString(text) < leastTitle || strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, `"`)%2 == 1 {
		return ""
	}
	return upperFirst(text)
}

// leansOn tells whether a text cannot stand alone: one of its first words is a
// pronoun, or its first a conjunction.
func leansOn(text string, c *cues) bool {
	for i, word := range strings.Fields(text) {
		word = strings.ToLower(strings.Trim(word, ",.;:'’"))
		if i == 3 {
			break
		}
		if slices.Contains(c.pronouns, word) && (i == 0 || word != "that") || i == 0 && slices.Contains(c.openers, word) {
			return true
		}
	}
	return false
}

// without is the text of span less its time expressions, where they are
// relative, each with the preposition before and the comma after it.
func (s *sentence) without(span source.Span) string {
	var b strings.Builder
	at := span.Start
	for _, t := range s.times {
		if t.Start < at || t.End > span.End || s.comparesWith(t) {
			continue
		}
		before := strings.TrimRight(s.text[at:t.Start], " ")
		before = s.lessEnd(before, cuesOf(s.lang).dateBefore)
		b.WriteString(strings.TrimRight(before, ","))
		b.WriteByte(' ')
		at = t.End
		if t.Start-span.Start < 12 || strings.HasSuffix(before, ",") {
			rest := s.text[at:span.End]
			at = span.End - len(strings.TrimLeft(rest, ",， "))
		}
	}
	b.WriteString(s.text[at:span.End])
	if s.lang == lang.ZH {
		return strings.ReplaceAll(b.String(), " ", "")
	}
	return b.String()
}

// comparesWith tells whether a date cannot be left out: "the same year as …".
func (s *sentence) comparesWith(t timex.Expr) bool {
	rest := strings.TrimLeft(s.text[t.End:s.End], " ")
	says := s.text[t.Start:t.End]
	same := strings.Contains(says, "same ") || strings.Contains(says, "même ")
	return same && (strings.HasPrefix(rest, "as ") || strings.HasPrefix(rest, "que ") || strings.HasPrefix(rest, "qu'"))
}

// lessEnd takes the longest of the words that text ends with off it.
func (s *sentence) lessEnd(text string, words []string) string {
	longest := 0
	for _, w := range words {
		if len(w) > longest && endsWith(s.lang, text, w) {
			longest = len(w)
		}
	}
	return strings.TrimRight(text[:len(text)-longest], " ")
}

// lessLoose takes off what a title may not end with.
func (s *sentence) lessLoose(text string) string {
	for {
		text = strings.TrimRight(text, " ,;:.–—-")
		shorter := s.lessEnd(text, cuesOf(s.lang).loose)
		if shorter == text {
			return text
		}
		text = shorter
	}
}

// leastTitle is how many letters of a clause tell enough to be a title.
const leastTitle = 16

// leastPhrase is how many bytes of a clause tell enough to be a title.
const leastPhrase = 24

// shorten cuts text at the last border of phrases within limit letters.
func shorten(text string, limit int, l lang.Lang) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	cut := len(text)
	n := 0
	for i := range text {
		if n == limit {
			cut = i
			break
		}
		n++
	}
	head := text[:cut]
	best := -1
	borders := []string{
		", ", "; ", ": ", " – ", " — ", " (", " in ", " on ", " for ", " to ", " and ", " with ", " by ", " at ", " as ", " that ", " which ", " from ", " over ", " after ", " under ", " while ", " aimed ",
		" de ", " du ", " des ", " pour ", " avec ", " et ", " dans ", " sur ", " afin ", " que ", " qui ", " par ", " en ", " à ", " au ",
	}
	if l == lang.ZH {
		borders = []string{"，", "；", "、", "（", "："}
	}
	for _, b := range borders {
		if i := strings.LastIndex(head, b); i > best {
			best = i
		}
	}
	if best < leastPhrase {
		return ""
	}
	return strings.TrimRight(head[:best], " ,;: ，；：、")
}

// leastNoun is how many letters of a noun and its participle tell enough behind
// the name of a side: "enquête ouverte".
const leastNoun = 9

// lowerFirst gives a text a small letter, unless it begins with a name.
func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
