package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// farAuxiliary is how many words may stand between an auxiliary and its
// participle, "être" not counted.
const farAuxiliary = 6

// context is what the words before a form of a French verb make of it.
type context struct {
	start     int  // where its auxiliary or pronoun begins, else the form itself
	auxiliary bool // it is a compound tense
	passive   bool
	reflexive bool
	future    bool
	ceased    bool // "ne … plus": it came to an end
	denied    bool // it did not happen, or is but hearsay
	noun      bool // an article makes it a noun
}

// context reads the words before text[start:], where a verb's form stands, and
// for a denial those behind it, from end on.
func (f *french) context(text string, start, end int, tense inflection) context {
	c := context{start: start}
	at := start
	if tense == participleForm {
		at = f.auxiliary(text, &c)
	}
	c.ceased = c.ceased || tense != participleForm && strings.HasPrefix(text[end:], " plus ")
	word, from := wordBefore(text, at)
	if c.noun = !c.auxiliary && tense != infinitive && slices.Contains(f.Nominal, word) && !(isClitic(word) && isVerbal(text[start:end], tense)); c.noun {
		return c
	}
	for range 3 { // "ne s'y", "ne les"
		switch word {
		case "se", "s'":
			c.reflexive, c.start = true, from
		case "ne", "n'":
			c.denied = c.denied || !c.ceased && !restricted(text[end:])
			return c
		case "y", "en", "l'", "le", "la", "les", "lui", "leur", "m'", "nous":
		case "pas", "jamais": // "ne pas signer"
			c.denied = c.denied || tense == infinitive
			return c
		default:
			return c
		}
		word, from = wordBefore(text, from)
	}
	return c
}

// isClitic tells whether a word before a noun may as well be a pronoun before a
// verb: "la recevra", "en discutera".
func isClitic(word string) bool {
	return slices.Contains([]string{"le", "la", "les", "l'", "en", "leur"}, word)
}

// isVerbal tells whether a form can be of a verb alone: no noun ends so.
func isVerbal(form string, tense inflection) bool {
	return tense == ahead || len(form) > len("aient") && (strings.HasSuffix(form, "aient") || strings.HasSuffix(form, "èrent") || strings.HasSuffix(form, "ait") && !strings.HasSuffix(form, "trait"))
}

// auxiliaryBefore tells whether an auxiliary stands right before a form, which
// so is a participle.
func (f *french) auxiliaryBefore(text string, start int) bool {
	word, _ := wordBefore(text, start)
	word, _, _ = strings.Cut(word, "-") // "a-t-il"
	return word == "été" || slices.Contains(f.Past, word) || slices.Contains(f.Ahead, word) || slices.Contains(f.Hearsay, word)
}

// auxiliary looks for the auxiliary of a participle and returns where the words
// that belong to the verb begin.
func (f *french) auxiliary(text string, c *context) int {
	at := c.start
	denied, been := false, false
	for range farAuxiliary {
		word, from := wordBefore(text, at)
		if inverted, _, ok := strings.Cut(word, "-"); ok && word != "" {
			if slices.Contains(f.Past, inverted) { // "a-t-elle"
				word = inverted
			}
		}
		if opened := strings.TrimRight(text[:at], " \u00a0\u202f«“\""); word == "" && len(opened) < at {
			at = len(opened) // a « pris acte »
			continue
		}
		switch {
		case word == "":
			return c.start
		case word == "plus":
			c.ceased = true
		case word == "été" || word == "dit":
			been = been || word == "été"
		case slices.Contains(f.Denying, word):
			denied = true
		case slices.Contains(f.Past, word) || slices.Contains(f.Ahead, word) || slices.Contains(f.Hearsay, word):
			c.auxiliary, c.start, c.denied = true, from, denied || slices.Contains(f.Hearsay, word)
			c.passive = been || slices.Contains(f.Passive, word)
			c.future = slices.Contains(f.Ahead, word)
			return from
		case !slices.Contains(f.Between, word) && !strings.HasSuffix(word, "ment"):
			if small, _ := wordBefore(text, from); small != "par" && small != "sans" { // "par surcroît", "sans tarder"
				return c.start
			}
		}
		at = from
	}
	return c.start
}

// restricted tells whether "ne" goes with a "que" behind it ("n'a rouvert qu'en
// mai"), which denies nothing.
func restricted(after string) bool {
	if i := strings.IndexAny(after, ",;:."); i >= 0 {
		after = after[:i]
	}
	return (strings.Contains(after, " qu'") || strings.Contains(after, " qu’") || strings.Contains(after, " que ")) &&
		!strings.Contains(after, " pas ") && !strings.Contains(after, " jamais ")
}

// wordBefore returns the word that ends before the offset, in lower case and
// with its apostrophe made plain, and where it begins; "" where anything but
// blanks stands between.
func wordBefore(text string, at int) (string, int) {
	end := at
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if !unicode.IsSpace(r) && r != '\u202F' {
			break
		}
		end -= size
	}
	start, elided := end, ""
	if r, size := utf8.DecodeLastRuneInString(text[:end]); r == '\'' || r == '’' {
		start, end, elided = end-size, end-size, "'"
	}
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(r) && r != '-' {
			break
		}
		start -= size
	}
	if start == end {
		return "", at
	}
	return strings.ToLower(text[start:end]) + elided, start
}

// inClause tells whether one of the words stands in what follows of a clause.
func inClause(after string, words []string) bool {
	if len(after) > reach {
		after = after[:1+strings.LastIndexByte(after[:reach], ' ')] // no word is cut
	}
	if i := strings.IndexAny(after, ".;:—"); i >= 0 {
		after = after[:i]
	}
	return slices.ContainsFunc(words, func(w string) bool {
		i := strings.Index(after, w)
		return i > 0 && isBorder(after[:i], after[i+len(w):])
	})
}

// inClauseBefore tells whether one of the words stands in what went before in a
// clause.
func inClauseBefore(before string, words []string) bool {
	if len(before) > 2*reach {
		before = before[len(before)-2*reach:]
	}
	if i := strings.LastIndexAny(before, ".;:—"); i >= 0 {
		before = before[i:]
	}
	return slices.ContainsFunc(words, func(w string) bool {
		i := strings.LastIndex(before, w)
		return i >= 0 && isBorder(before[:i], before[i+len(w):])
	})
}

// reach is how many bytes behind a verb its object may stand.
const reach = 64

func isBorder(before, after string) bool {
	b, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLetter(b) && (!unicode.IsLetter(a) || strings.HasPrefix(after, "s ") || strings.HasPrefix(after, "x "))
}
