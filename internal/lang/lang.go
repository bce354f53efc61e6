// Package lang knows the languages of the site, English, French and Chinese,
// and tells which of them a text is written in.
//
// A [Lang] is a small comparable value; the zero value means that the language
// is not known. [Detect] looks at the share of Han characters first and counts
// frequent words of English and French after that, which is right for anything
// as long as a paragraph and makes no claim about single words.
package lang

import (
	"fmt"
	"strings"
	"unicode"
)

// Lang is one of the languages the site knows. The zero value is unknown.
type Lang uint8

// The languages of the site. Traditional and Simplified Chinese are both ZH.
const (
	Unknown Lang = iota
	EN
	FR
	ZH
)

// All holds every known language, in the order the site shows them.
var All = [...]Lang{EN, FR, ZH}

var tags = [...]string{Unknown: "", EN: "en", FR: "fr", ZH: "zh"}

// String returns the language's tag, "en", "fr" or "zh", or "" for Unknown.
func (l Lang) String() string { return tags[l] }

// Tag returns the BCP 47 tag for HTML's lang attribute: "zh-Hans" for ZH.
// It returns "" for Unknown.
func (l Lang) Tag() string {
	if l == ZH {
		return "zh-Hans"
	}
	return tags[l]
}

// Parse reads a language tag. Case and region or script subtags do not matter:
// "fr", "FR-ca" and "zh-Hans" are known. Any other tag is an error.
func Parse(s string) (Lang, error) {
	primary, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "_", "-"), "-")
	for _, l := range All {
		if tags[l] == primary {
			return l, nil
		}
	}
	return Unknown, fmt.Errorf("unknown language %q: want en, fr or zh", s)
}

// Detect tells which language text is written in. It returns Unknown when the
// text holds neither Han characters nor a frequent word of English or French.
func Detect(text string) Lang {
	han, letters := 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			letters++
		}
	}
	// A Han character carries about as much as three letters of a word.
	if han*3 > letters {
		return ZH
	}
	return latin(text)
}

// latin counts frequent words that the other language does not have.
func latin(text string) Lang {
	en, fr := 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > maxFrequent {
			continue
		}
		switch frequent[strings.ToLower(word)] {
		case EN:
			en++
		case FR:
			fr++
		}
	}
	switch {
	case en == 0 && fr == 0:
		return Unknown
	case fr > en:
		return FR
	}
	return EN
}

// maxFrequent is the length in bytes of the longest key of frequent.
const maxFrequent = 6

// frequent maps words that are common in one language and rare or absent in
// the other. It is read only.
var frequent = map[string]Lang{
	"the": EN, "of": EN, "and": EN, "to": EN, "in": EN, "is": EN, "was": EN, "for": EN, "that": EN, "with": EN,
	"as": EN, "at": EN, "by": EN, "from": EN, "has": EN, "had": EN, "its": EN, "said": EN, "were": EN, "which": EN,
	"his": EN, "her": EN, "have": EN, "been": EN, "will": EN, "would": EN, "an": EN, "be": EN, "are": EN, "this": EN,
	"le": FR, "la": FR, "les": FR, "des": FR, "du": FR, "de": FR, "et": FR, "un": FR, "une": FR, "que": FR,
	"qui": FR, "dans": FR, "pour": FR, "par": FR, "sur": FR, "est": FR, "au": FR, "aux": FR, "avec": FR, "ont": FR,
	"pas": FR, "ne": FR, "il": FR, "elle": FR, "ses": FR, "son": FR, "sa": FR, "été": FR, "plus": FR, "cette": FR,
	"ce": FR, "se": FR, "mais": FR, "entre": FR,
}
