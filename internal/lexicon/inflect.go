package lexicon

import (
	"strings"

	"buildsite/internal/lang"
)

// Form says which forms of a word a stretch of text can be; a word such as
// "cut" can be several.
type Form uint8

// The forms. A Chinese verb has but the base.
const (
	Base       Form = 1 << iota // "arrive", "arriver"
	Present                     // "arrives"; of French verbs any finite form
	Past                        // "arrived", "took"
	Participle                  // "arrived", "taken", "arrivée"
	Gerund                      // "arriving"
	Noun                        // "arrival", "visits"
	Compound                    // "a signé": the auxiliary is part of it
)

// inflected is a form of a word as it stands in texts.
type inflected struct {
	text string
	form Form
}

// verb is an entry of the table of verbs, taken apart: its first form, the
// other forms that no rule gives, and the noun that tells the same.
type verb struct {
	base   string
	forms  []string
	noun   string
	double bool // the last letter is doubled before an ending
	plural bool // what looks like its present tense is the plural of a noun
}

func parseVerb(entry string) verb {
	entry, noun, _ := strings.Cut(entry, ">")
	forms := strings.Split(strings.TrimSpace(entry), "|")
	base, star := strings.CutSuffix(forms[0], "*")
	base, plus := strings.CutSuffix(base, "+")
	return verb{base: base, forms: forms[1:], noun: strings.TrimSpace(noun), double: plus, plural: star}
}

// inflect lists the forms of a verb in a language. Those of French are made by
// the table of French verbs.
func (v verb) inflect(l lang.Lang) []inflected {
	if l == lang.EN {
		return v.english()
	}
	return []inflected{{v.base, Base}}
}

// nouns lists a noun with its plural.
func nouns(noun string, l lang.Lang) []inflected {
	switch {
	case noun == "":
		return nil
	case l == lang.EN:
		return []inflected{{noun, Noun}, {plural(noun), Noun}}
	}
	return []inflected{{noun, Noun}}
}

// english lists base, present, past, participle and gerund. What goes with the
// verb ("step down") stays behind its forms.
func (v verb) english() []inflected {
	word, particle := v.base, ""
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word, particle = word[:i], word[i:]
	}
	out := []inflected{{v.base, Base}, {v.stem(word, "ing") + particle, Gerund}}
	if !v.plural {
		out = append(out, inflected{plural(word) + particle, Present})
	}
	switch len(v.forms) {
	case 0:
		return append(out, inflected{v.stem(word, "ed") + particle, Past | Participle})
	case 1:
		return append(out, inflected{v.forms[0], Past | Participle})
	}
	return append(out, inflected{v.forms[0], Past}, inflected{v.forms[1], Participle})
}

// plural adds the s of a plural, or of "he arrives".
func plural(word string) string {
	head, last := "", word
	if i := strings.LastIndexByte(word, ' '); i >= 0 {
		head, last = word[:i+1], word[i+1:]
	}
	switch {
	case strings.HasSuffix(last, "y") && len(last) > 1 && !isVowel(last[len(last)-2]):
		last = last[:len(last)-1] + "ies"
	case endsWithOne(last, "s", "x", "z", "ch", "sh"), last == "go", last == "do", last == "veto", last == "embargo":
		last += "es"
	case last == "have":
		last = "has"
	default:
		last += "s"
	}
	return head + last
}

// stem puts an ending, "ed" or "ing", behind a word.
func (v verb) stem(word, ending string) string {
	switch {
	case strings.HasSuffix(word, "ie") && ending == "ing":
		return word[:len(word)-2] + "ying"
	case strings.HasSuffix(word, "e") && (ending == "ed" || !endsWithOne(word, "ee", "oe", "ye") && len(word) > 2):
		return word[:len(word)-1] + ending
	case strings.HasSuffix(word, "y") && ending == "ed" && !isVowel(word[len(word)-2]):
		return word[:len(word)-1] + "ied"
	case v.double || doubles(word):
		return word + word[len(word)-1:] + ending
	}
	return word + ending
}

// doubles tells whether a word of one syllable ends in a single vowel and a
// single consonant: "stop", "ban".
func doubles(word string) bool {
	n := len(word)
	if n < 3 || isVowel(word[n-1]) || !isVowel(word[n-2]) || isVowel(word[n-3]) || strings.IndexByte("wxy", word[n-1]) >= 0 {
		return false
	}
	return !strings.ContainsAny(word[:n-2], "aeiou")
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func endsWithOne(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
