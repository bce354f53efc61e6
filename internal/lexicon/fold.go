package lexicon

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"buildsite/internal/lang"
)

// A folding maps each rune of the basic plane to what it is compared as:
// lower case, without accents, full-width forms as plain ones, traditional
// Chinese characters as simplified ones. Runes that fold to skip (combining
// marks, soft hyphens) count as not there. It makes one rune of one rune, so
// that a walk over folded text keeps its place in the text as written.
type folding [1 << 16]uint16

const skip = 0xFFFF

// sharedFolding is the one there is; nobody changes it.
var sharedFolding = sync.OnceValue(newFolding)

func newFolding() *folding {
	f := new(folding)
	for r := range f {
		f[r] = uint16(r)
	}
	for r := rune('A'); r <= 'Z'; r++ {
		f[r] = uint16(r + 'a' - 'A')
	}
	for r := rune(0xC0); r < 0x250; r++ { // Latin-1, Extended-A and -B
		f[r] = base(r)
	}
	for r := rune(0x1E00); r < 0x1F00; r++ { // pinyin and Vietnamese vowels
		f[r] = base(r)
	}
	for r := rune(0xFF01); r <= 0xFF5E; r++ {
		f[r] = f[r-0xFEE0]
	}
	for r := 0x300; r < 0x370; r++ {
		f[r] = skip
	}
	f.many(skip, '\u00AD', '\u200B', '\u200C', '\u200D', '\uFEFF')
	f.many(' ', '\n', '\r', '\t', '\u00A0', '\u2009', '\u202F', '\u3000')
	f.many('\'', '’', 'ʼ', '＇')
	f.many('-', '‐', '‑', '–')
	f.many('·', '•', '‧', '・')
	for r := rune(0x4E00); r < 0xA000; r++ {
		f[r] = uint16(lang.SimplifiedRune(r))
	}
	return f
}

func (f *folding) many(to uint16, runes ...rune) {
	for _, r := range runes {
		f[r] = to
	}
}

// base is a Latin letter without its marks, in lower case.
func base(r rune) uint16 {
	d := norm.NFD.String(string(unicode.ToLower(r)))
	first, _ := utf8.DecodeRuneInString(d)
	return uint16(unicode.ToLower(first))
}

// rune returns what r is compared as. Runes beyond the basic plane are all
// alike: nothing the lexicon knows is written with them.
func (f *folding) rune(r rune) uint16 {
	if r >= 0 && r < rune(len(f)) {
		return f[r]
	}
	return uint16(unicode.ReplacementChar)
}
