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
	"unicode/utf8"
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

// enough is how many bytes of a text tell its language as well as all of it.
const enough = 4096

// Detect tells which language text is written in, by its first few pages. It
// returns Unknown when these hold neither Han characters nor a frequent word of
// English or French.
func Detect(text string) Lang {
	if len(text) > enough {
		end := enough
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	han, letters := 0, 0
	var known [len(tags)]int          // frequent words, by language
	word, n := [maxFrequent]byte{}, 0 // the word so far, in lower case; n may exceed its length
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
			lower := byte(r) | 0x20
			if lower >= 'a' && lower <= 'z' {
				letters++
				n = add(&word, n, lower)
				continue
			}
		case r >= 0x2e80 && unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			letters++
			var enc [utf8.UTFMax]byte
			for _, b := range enc[:utf8.EncodeRune(enc[:], unicode.ToLower(r))] {
				n = add(&word, n, b)
			}
			continue
		}
		known[look(&word, n)]++
		n = 0
	}
	known[look(&word, n)]++
	switch {
	case han*3 > letters: // a Han character carries about as much as three letters of a word
		return ZH
	case known[EN] == 0 && known[FR] == 0:
		return Unknown
	case known[FR] > known[EN]:
		return FR
	}
	return EN
}

// look returns whose frequent word the first n bytes are.
func look(word *[maxFrequent]byte, n int) Lang {
	if n == 0 || n > len(word) {
		return Unknown
	}
	return frequent[string(word[:n])]
}

// add puts a byte after the first n of a word and returns the new length.
func add(word *[maxFrequent]byte, n int, b byte) int {
	if n < len(word) {
		word[n] = b
	}
	return n + 1
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
