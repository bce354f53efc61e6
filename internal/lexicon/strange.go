package lexicon

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/source"
)

// No table holds all verbs of a language. A French one is known by its form and
// by what stands before it even where nobody knows what it means: "a décommandé",
// "appareillera", "naviguaient", "se dote".

// strangeAct is what a verb tells that no table knows: that something happened.
var strangeAct = &Act{ID: "strange", Kind: "milestone", Rank: generalRank + 100, General: true}

// IsStrange tells whether an act is a verb that no table knows.
func (a *Act) IsStrange() bool { return a == strangeAct }

// StrangeSpeech is what such a verb tells behind what somebody says: that it is
// said.
var StrangeSpeech = &Act{ID: "strange-speech", Kind: "statement", Rank: generalRank + 101, General: true, Saying: true}

// strangeVerbs is the part of french.yaml that knows verbs by their form.
type strangeVerbs struct {
	Participles []string // endings of participles that are not in -é
	Imperfect   []string // endings of the imparfait and of the plural of the passé simple
	Ahead       []string // of future and conditional
	Present     []string // of a present tense; behind a subject alone
	Infinitive  []string // of an infinitive; behind a word of modals alone
	Modals      []string
	Dates       []string // words that begin a date
	Subjects    []string // small words that only a verb follows
	Behind      []string // words before which a word in lower case behind a name is a verb
	Never       []string // words that have such an ending and are no verb
}

// leastStrange is how many bytes a verb has that is known by its form alone.
const leastStrange = 4

// Strange yields the words of a French text that by their form are verbs of the
// third person which tell that something happened or will, whether a table knows
// them or not, from left to right.
func Strange(text string) iter.Seq[Said] {
	return func(yield func(Said) bool) {
		f := frenchVerbs()
		before := source.Span{}
		for w := range lettersOf(text) {
			if w.Len() >= leastStrange {
				if said, ok := f.strange(text, before, w); ok && !yield(said) {
					return
				}
			}
			before = w
		}
	}
}

// lettersOf yields the words of a text: runs of letters.
func lettersOf(text string) iter.Seq[source.Span] {
	return func(yield func(source.Span) bool) {
		start := -1
		for i, r := range text {
			switch letter := unicode.IsLetter(r); {
			case letter && start < 0:
				start = i
			case !letter && start >= 0:
				if !yield(source.Span{Start: start, End: i}) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(source.Span{Start: start, End: len(text)})
		}
	}
}

// strange reads the word at w as a verb, by its ending and the words around it.
func (f *french) strange(text string, before, w source.Span) (Said, bool) {
	word := w.Of(text)
	if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) || slices.Contains(f.Strange.Never, word) {
		return Said{}, false
	}
	said := Said{Span: w, Act: strangeAct}
	for _, tense := range [...]inflection{participleForm, ahead, finite, infinitive} {
		if !f.ends(word, tense) || tense == finite && !f.isFinite(text, before, w) || tense == infinitive && !f.isGoverned(text, w) {
			continue
		}
		c := f.context(text, w.Start, w.End, tense)
		switch {
		case tense == participleForm && !c.auxiliary:
			if !f.isDatedBehind(text, before, w) {
				continue
			}
		case c.noun, tense != participleForm && f.auxiliaryBefore(text, w.Start):
			return Said{}, false
		}
		said.Start, said.Denied, said.Future = c.start, c.denied, c.future || tense == ahead
		said.Form = (&form{tense: tense}).of(c)
		return said, true
	}
	return Said{}, false
}

// ends tells whether a word ends as a verb does in a tense.
func (f *french) ends(word string, tense inflection) bool {
	s := &f.Strange
	switch tense {
	case participleForm:
		word = strings.TrimSuffix(word, "s")
		return endsIn(strings.TrimSuffix(word, "e"), s.Participles) || endsIn(word, s.Participles)
	case ahead:
		return endsIn(word, s.Ahead)
	case infinitive:
		return endsIn(word, s.Infinitive)
	}
	return endsIn(word, s.Imperfect) || endsIn(word, s.Present)
}

func endsIn(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return len(word) > len(e) && strings.HasSuffix(word, e) })
}

// isDatedBehind tells whether a participle in -é without an auxiliary stands
// behind a noun, and a word that begins a date behind it: "l'accord ficelé en
// janvier".
func (f *french) isDatedBehind(text string, before, w source.Span) bool {
	word := strings.TrimSuffix(strings.TrimSuffix(w.Of(text), "s"), "e")
	if before.Len() == 0 || slices.Contains(f.Nominal, strings.ToLower(before.Of(text))) {
		return false
	}
	small := before.Of(text)
	if small == "et" || small == "puis" {
		return strings.HasSuffix(word, "é") // "avait quitté … et franchi"
	}
	if !strings.HasSuffix(word, "é") && !strings.HasSuffix(strings.TrimRight(text[:w.Start], " "), ",") {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(text[w.End:], " "), " ")
	return strings.HasPrefix(text[w.End:], " ") && slices.Contains(f.Strange.Dates, strings.TrimRight(next, ",.;"))
}

// isGoverned tells whether an infinitive hangs on a word that says that it will
// be done, or was.
func (f *french) isGoverned(text string, w source.Span) bool {
	word, at := wordBefore(text, w.Start)
	for slices.Contains([]string{"se", "s'", "y", "en", "le", "la", "les", "l'", "lui", "leur"}, word) {
		word, at = wordBefore(text, at)
	}
	if word == "de" || word == "d'" {
		word, _ = wordBefore(text, at)
		return word == "avant" // "avant de desserrer la vis en mai"
	}
	return slices.Contains(f.Strange.Modals, word)
}

// isFinite tells whether a word with the ending of a tense that nouns have, too,
// is a verb: behind a word that only a verb follows, or between a name and an
// article.
func (f *french) isFinite(text string, before, w source.Span) bool {
	s := &f.Strange
	if endsIn(w.Of(text), s.Imperfect) {
		return true
	}
	if gap := w.Start - before.End; before.Len() == 0 || gap < 1 || gap > len("’") || strings.ContainsAny(text[before.End:w.Start], ",.;:-") {
		return false
	}
	if slices.Contains(s.Subjects, strings.ToLower(before.Of(text))) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(before.Of(text))
	return unicode.IsUpper(first) && before.Len() > 2 && strings.HasPrefix(text[w.End:], " ") &&
		slices.ContainsFunc(s.Behind, func(b string) bool { return strings.HasPrefix(text[w.End+1:], b) })
}
