package lang

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// traditionalTable pairs Chinese characters: simplified, then traditional.
//
//go:embed data/traditional.txt
var traditionalTable string

// firstHan is where the block of common Chinese characters begins in Unicode,
// and hanBlock how many it has. All take three bytes in UTF-8.
const (
	firstHan = 0x4E00
	hanBlock = 0x5200
)

// simplified holds, for each character of the block, the simplified one where
// it is traditional, and 0 for all others. It is read only.
var simplified = sync.OnceValue(func() *[hanBlock]uint16 {
	out := new([hanBlock]uint16)
	for simple, traditional := range traditionalPairs {
		out[traditional-firstHan] = uint16(simple)
	}
	return out
})

// traditionalPairs yields the pairs of the table: simplified, traditional.
func traditionalPairs(yield func(rune, rune) bool) {
	simple := rune(0)
	for _, r := range traditionalTable {
		switch {
		case !unicode.Is(unicode.Han, r):
		case simple == 0:
			simple = r
		default:
			if !yield(simple, r) {
				return
			}
			simple = 0
		}
	}
}

// SimplifiedRune returns the simplified form of a traditional Chinese
// character, and any other rune as it is.
func SimplifiedRune(r rune) rune {
	if r >= firstHan && r < firstHan+hanBlock {
		if s := simplified()[r-firstHan]; s != 0 {
			return rune(s)
		}
	}
	return r
}

// Simplified returns text with its traditional Chinese characters simplified,
// as far as the table knows them: characters, not words. Each keeps its place,
// for both forms take as many bytes. A text without any is returned as it is.
func Simplified(text string) string {
	for i, r := range text {
		if SimplifiedRune(r) == r {
			continue
		}
		var b strings.Builder
		b.Grow(len(text))
		b.WriteString(text[:i])
		for rest := text[i:]; rest != ""; {
			r, size := utf8.DecodeRuneInString(rest)
			if s := SimplifiedRune(r); s != r {
				b.WriteRune(s)
			} else {
				b.WriteString(rest[:size])
			}
			rest = rest[size:]
		}
		return b.String()
	}
	return text
}
