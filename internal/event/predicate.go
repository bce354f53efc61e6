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

// A tense is how a sentence tells an act: whether it has happened, and whether
// by a verb that stands for itself. There is no parser here: the words right
// before a verb tell enough.
type tense uint8

// The tenses. Those up to pluperfect are of verbs that tell what happened.
const (
	untold     tense = iota // the word is none of an act: a part of a name, an adjective
	past                    // "arrived", "was arrested"
	perfect                 // "has arrived", "a signé"
	pluperfect              // "had arrived"
	present                 // "arrives", "is arriving"
	coming                  // "will arrive", "to arrive", "arrivera"
	participle              // "arriving", "built by"
	nominal                 // "the arrival"
)

// finite tells whether a clause can stand on it.
func (t tense) finite() bool { return t >= past && t <= present }

// wordClass is what a small word before a verb can be, as a set.
type wordClass uint16

const (
	isHave wordClass = 1 << iota
	isHad
	isBe
	isWas
	isBeen
	isModal
	isDid
	isDo
	isDeterminer
	isPreposition
	isSubject
	isAdverb
	isRole
)

// classify makes the table of small words.
func (c *cues) classify() {
	c.words = make(map[string]wordClass)
	for class, list := range map[wordClass][]string{
		isHave: c.have, isHad: c.had, isBe: c.be, isWas: c.was, isBeen: c.been, isModal: c.modal, isDid: c.did, isDo: c.do,
		isDeterminer: c.determiner, isPreposition: c.preposition, isSubject: c.subject, isAdverb: c.adverb, isRole: c.roles,
	} {
		for _, w := range list {
			c.words[w] |= class
		}
	}
}

// class looks a word up, whatever its case.
func (c *cues) class(word string) wordClass {
	if k, ok := c.words[word]; ok || word == "" {
		return k
	}
	if word[0] < 'A' || word[0] > 'Z' || len(word) > 16 {
		return 0
	}
	var low [16]byte
	n := copy(low[:], word)
	low[0] |= 0x20
	return c.words[string(low[:n])]
}

// act is a word of the sentence that tells what happened.
type act struct {
	lexicon.Said
	tense  tense
	object int // where a noun behind the verb ends that tells the same, or 0
}

// tenseOf tells how the sentence tells a general word.
func (s *sentence) tenseOf(a lexicon.Said) tense {
	if !a.General {
		return s.tenseOfPhrase(a)
	}
	switch {
	case a.Noun && s.lang != lang.EN:
		return nominal
	case a.Future:
		return coming
	case s.lang == lang.ZH:
		return past
	case s.capitalised(a.Start) && !s.title:
		return untold
	case s.lang == lang.FR:
		return s.french(a)
	}
	return s.english(a, s.wordBefore(a.Start))
}

// tenseOfPhrase is for the phrases of the table of acts, which hold their own
// auxiliaries and mostly tell what happened.
func (s *sentence) tenseOfPhrase(a lexicon.Said) tense {
	switch {
	case a.Noun:
		return nominal
	case a.Future:
		return coming
	case s.lang == lang.ZH:
		return past
	case s.lang == lang.FR && a.Form != 0:
		return s.french(a)
	}
	switch w := s.wordBefore(a.Start); {
	case w.class&(isModal|isDo) != 0 && w.class&isPreposition == 0:
		return coming
	case w.class&isHad != 0:
		return pluperfect
	case w.class&isHave != 0:
		return perfect
	}
	return past
}

// capitalised tells whether a capital within the sentence makes the word at an
// offset part of a name.
func (s *sentence) capitalised(at int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	return unicode.IsUpper(r) && strings.ContainsFunc(s.text[s.Start:at], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// before is the word before a verb, adverbs passed over, and what it can be.
type before struct {
	text  string
	start int
	class wordClass
	apart bool // a mark of punctuation, or the sentence's head, stands between
}

// wordBefore finds the word before an offset of the sentence.
func (s *sentence) wordBefore(at int) before {
	c := cuesOf(s.lang)
	for range 4 {
		word, start, apart := s.previous(at)
		if apart {
			return before{apart: true, start: at}
		}
		class := c.class(word)
		if class&isModal != 0 && s.lang == lang.EN && s.inName(source.Span{Start: start, End: start + len(word)}) {
			class = 0 // "Jennifer May looked on"
		}
		if s.lang == lang.EN && class&isAdverb != 0 && class&isDeterminer != 0 && !s.afterDeterminer(start) {
			class = isAdverb // "first worked with", not "the first work"
		}
		if class == isAdverb || class == 0 && len(word) > 4 && isAdverbial(s.lang, word) {
			if word == "then" && s.lang == lang.EN && strings.HasSuffix(s.text[s.Start:start], "by ") {
				start -= len("by ")
			}
			at = start
			continue
		}
		return before{text: word, start: start, class: class}
	}
	return before{start: at}
}

// afterDeterminer tells whether an article or the like stands before an offset.
func (s *sentence) afterDeterminer(at int) bool {
	word, _, apart := s.previous(at)
	return !apart && cuesOf(s.lang).class(word)&(isDeterminer|isPreposition) != 0
}

// isAdverbial knows adverbs by their ending.
func isAdverbial(l lang.Lang, word string) bool {
	if l == lang.FR {
		return strings.HasSuffix(word, "ment") && !strings.HasSuffix(word, "nement") && word[0] > 'Z'
	}
	return strings.HasSuffix(word, "ly") && word[0] > 'Z'
}

// previous returns the word that ends before an offset; apart tells that there
// is none, or a mark between. A French word ends at its apostrophe.
func (s *sentence) previous(at int) (word string, start int, apart bool) {
	end := at
	for end > s.Start && (s.text[end-1] == ' ' || s.text[end-1] == '\n') {
		end--
	}
	start = end
	for start > s.Start {
		r, size := utf8.DecodeLastRuneInString(s.text[s.Start:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '’' {
			break
		}
		if (r == '\'' || r == '’') && s.lang == lang.FR && start < end && !reflexive(s.text[s.Start:start-size]) {
			break
		}
		start -= size
	}
	word = s.text[start:end]
	if i := strings.LastIndexAny(word, "'’"); i > 0 && s.lang != lang.FR && !strings.HasSuffix(word, "n't") {
		word = "'s" // "Canada's": what follows is a noun
	}
	return word, start, start == end
}

// reflexive tells whether text ends with the s of "s'est".
func reflexive(text string) bool {
	return strings.HasSuffix(text, "s") && (len(text) == 1 || text[len(text)-2] == ' ')
}

// english reads a form by the word before it.
func (s *sentence) english(a lexicon.Said, w before) tense {
	f := a.Form
	passive := f&lexicon.Participle != 0
	switch {
	case passive && w.class&isWas != 0:
		return past
	case passive && w.class&isBeen != 0:
		return s.perfectBefore(w)
	case passive && w.class&isBe != 0:
		return present
	case passive && w.class&(isHave|isHad) != 0:
		return s.perfectTense(w)
	case f&(lexicon.Base|lexicon.Participle) != 0 && w.class&isModal != 0, f&lexicon.Base != 0 && w.class&isDo != 0:
		return coming
	case f&lexicon.Base != 0 && w.class&isDid != 0:
		return past
	case w.class&isDeterminer != 0 && f == lexicon.Past:
		return past // "the two flew home": no noun or participle looks like that
	case w.class&(isDeterminer|isPreposition) != 0:
		return nominalIf(f&(lexicon.Noun|lexicon.Gerund) != 0)
	case f&lexicon.Past != 0 && w.class&(isBe|isWas|isBeen|isModal|isDo) == 0:
		return s.simplePast(a, w)
	case f&lexicon.Participle != 0:
		return participle
	case f&lexicon.Gerund != 0 && w.class&(isBe|isWas|isBeen) != 0:
		return progressive(w)
	case f&lexicon.Gerund != 0:
		return participle
	}
	return s.presentTense(a, w)
}

// told tells whether a verb stands before an offset of the sentence.
func (s *sentence) told(at int) bool {
	return slices.ContainsFunc(s.acts, func(a act) bool { return a.tense.finite() && a.End <= at })
}

// isEntry tells whether an English sentence begins with a date and a colon or a
// dash, as the entry of a chronicle: its verb is in the present tense.
func (s *sentence) isEntry() bool {
	if s.lang != lang.EN || len(s.times) == 0 || s.times[0].Start > s.Start+len("- ") {
		return false
	}
	rest := strings.TrimLeft(s.text[s.times[0].End:s.End], " ")
	return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "- ")
}

func nominalIf(ok bool) tense {
	if ok {
		return nominal
	}
	return untold
}

func progressive(w before) tense {
	if w.class&isWas != 0 {
		return past
	}
	return present
}

// simplePast tells a finite verb from the participle that hangs on a noun:
// "aircraft built by".
func (s *sentence) simplePast(a lexicon.Said, w before) tense {
	if a.Form&lexicon.Participle != 0 && !s.title {
		if next := s.wordAfter(a.End); next == "by" || w.apart && w.start == s.Start {
			return participle
		}
	}
	if a.Form&lexicon.Noun != 0 && w.class&isSubject == 0 && s.adjective(w.text) {
		return nominal
	}
	return past
}

// adjective knows adjectives by their ending, as far as that goes.
func (s *sentence) adjective(word string) bool {
	for _, e := range [...]string{"al", "ic", "ive", "ous", "ful", "ary", "ese", "ish", "ant", "ent", "ial", "an"} {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// perfectBefore reads "has been", "had been", "will have been".
func (s *sentence) perfectBefore(w before) tense { return s.perfectTense(s.wordBefore(w.start)) }

func (s *sentence) perfectTense(w before) tense {
	switch first := s.wordBefore(w.start); {
	case first.class&isModal != 0:
		return coming
	case w.class&isHad != 0:
		return pluperfect
	}
	return perfect
}

// presentTense reads a form that may be a present tense, a plural or a noun:
// it is a verb after a pronoun, or before what only an object begins with.
func (s *sentence) presentTense(a lexicon.Said, w before) tense {
	verbal := a.Form&(lexicon.Base|lexicon.Present) != 0
	noun := a.Form&lexicon.Noun != 0
	switch {
	case !verbal:
		return nominalIf(noun)
	case w.class&isSubject != 0, s.entry && !a.Weak && !w.apart && !s.told(a.Start) && w.class == 0:
		return present
	case a.Form&lexicon.Present != 0 && !noun && !w.apart, a.Form&lexicon.Present != 0 && s.datedBehind(a.End):
		return present
	case a.Form&lexicon.Base != 0 && !noun && !w.apart && strings.HasSuffix(w.text, "s") && s.datedBehind(a.End):
		return present // "the figures go on display on 1 October"
	case w.apart || a.Form&lexicon.Base != 0 && !s.title && !strings.HasSuffix(w.text, "s"):
		return nominalIf(noun)
	case s.takesObject(a.End):
		return present
	}
	return nominalIf(noun)
}

// datedBehind tells whether a date with a preposition stands right behind an
// offset: "leaves on April 12".
func (s *sentence) datedBehind(at int) bool {
	return slices.ContainsFunc(s.times, func(t timex.Expr) bool {
		return t.Start > at && (t.Start == at+1 && s.lang == lang.EN || cuesOf(s.lang).class(strings.TrimSpace(s.text[at:t.Start]))&isPreposition != 0)
	})
}

// takesObject tells whether a noun phrase, a number or "to" follows.
func (s *sentence) takesObject(at int) bool {
	next := s.wordAfter(at)
	if next == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	return cuesOf(s.lang).class(next)&(isDeterminer|isSubject|isDo) != 0 || unicode.IsDigit(r) || r == '$' || s.title || unicode.IsUpper(r)
}

// wordAfter returns the word after an offset, "" before a mark.
func (s *sentence) wordAfter(at int) string {
	rest, ok := strings.CutPrefix(s.text[at:s.End], " ")
	if !ok {
		return ""
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '$' })
	if end < 0 {
		end = len(rest)
	}
	return rest[:end]
}

// french reads a form that the lexicon has told by the words around it.
func (s *sentence) french(a lexicon.Said) tense {
	switch a.Form {
	case lexicon.Base:
		if endsWithAny(s.lang, strings.TrimRight(s.tail(s.beforeClitics(a.Start), farObject), " "), cuesOf(s.lang).done) {
			return perfect
		}
		return coming
	case lexicon.Participle:
		return participle
	case lexicon.Compound:
		if cuesOf(lang.FR).class(s.wordAt(a.Start))&isHad != 0 {
			return pluperfect
		}
		return perfect
	}
	return past
}

// beforeClitics is where the pronouns before an infinitive begin: "avant de les
// geler".
func (s *sentence) beforeClitics(at int) int {
	for _, w := range []string{"le ", "la ", "les ", "l'", "l’", "y ", "en ", "lui ", "leur "} {
		if strings.HasSuffix(s.text[s.Start:at], " "+w) {
			return s.beforeClitics(at - len(w))
		}
	}
	return at
}

// wordAt is the word that begins at an offset.
func (s *sentence) wordAt(at int) string {
	word, _, _ := strings.Cut(s.text[at:s.End], " ")
	return word
}

// joinObjects makes one of a verb and the noun behind it that tells the same:
// "signed an agreement", "will hold its next meeting".
func (s *sentence) joinObjects() {
	out := s.acts[:0]
	for _, a := range s.acts {
		if n := len(out); a.tense == nominal && n > 0 && out[n-1].carries(a, s.text) {
			out[n-1].object = a.End
			continue
		}
		out = append(out, a)
	}
	s.acts = out
}

// farObject is how many bytes behind a verb its object may begin.
const farObject = 40

// carries tells whether noun is the object of a verb of the same kind.
func (a *act) carries(noun act, text string) bool {
	if a.tense == nominal || a.General || a.Kind != noun.Kind || noun.Start < a.End || noun.Start-a.End > farObject {
		return false
	}
	return !strings.ContainsAny(text[a.End:noun.Start], ",;:，；：。")
}

// last is where the act's words end, its object's with them.
func (a *act) last() int { return max(a.End, a.object) }

// coordinate makes a finite verb of a French participle that shares the auxiliary
// of one before: "avait quitté Pékin en mai et franchi la douane en juin".
func (s *sentence) coordinate() {
	if s.lang != lang.FR {
		return
	}
	for i := range s.acts {
		a := &s.acts[i]
		if a.tense != participle {
			continue
		}
		if b, ok := s.shares(*a); ok {
			a.tense = b.tense
		}
	}
}

// shares returns the act before a whose auxiliary a participle shares.
func (s *sentence) shares(a act) (act, bool) {
	before := strings.TrimRight(s.text[s.Start:a.Start], " ")
	if !endsWithAny(s.lang, before, cuesOf(s.lang).sharing) {
		return act{}, false
	}
	for _, b := range slices.Backward(s.acts) {
		if b.End <= a.Start && b.Form == lexicon.Compound {
			return b, true
		}
	}
	return act{}, false
}
