package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSlug is the most bytes a slug may have, so that it fits any file system
// with room for a date before and an ending after it.
const maxSlug = 80

// Slug turns a name into a part of an address: letters without their accents,
// in lower case, with hyphens for everything between them. Letters of other
// scripts, such as Han, stay. A slug of more than 80 bytes is cut at a hyphen
// where it has one. Text without letters and digits has the slug "".
func Slug(s string) string { return Cut(key(s), maxSlug) }

// Cut shortens a slug to at most limit bytes, at a hyphen where it has one
// there and between two runes where it has none.
func Cut(slug string, limit int) string {
	if len(slug) <= limit {
		return slug
	}
	if i := strings.LastIndexByte(slug[:limit+1], '-'); i > 0 {
		return slug[:i]
	}
	for limit > 0 && !utf8.RuneStart(slug[limit]) {
		limit--
	}
	return slug[:limit]
}

// key is what names are compared by: a slug of any length.
func key(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	var plain [64]byte
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b, gap = appendKey(b, rune(c), gap)
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] >= utf8.RuneSelf {
			end++
		}
		for rest := norm.NFKD.AppendString(plain[:0], s[i:end]); len(rest) > 0; {
			r, size := utf8.DecodeRune(rest)
			b, gap = appendKey(b, r, gap)
			rest = rest[size:]
		}
		i = end
	}
	return string(b)
}

// appendKey adds one decomposed rune; gap tells that a hyphen is due.
func appendKey(b []byte, r rune, gap bool) ([]byte, bool) {
	switch {
	case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		return b, gap // Xi's is xis, é is e
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return b, true
	}
	if gap && len(b) > 0 {
		b = append(b, '-')
	}
	if whole := undecomposed(r); whole != "" {
		return append(b, whole...), false
	}
	return utf8.AppendRune(b, unicode.ToLower(r)), false
}

// undecomposed spells the Latin letters that Unicode does not take apart.
func undecomposed(r rune) string {
	switch r {
	case 'œ', 'Œ':
		return "oe"
	case 'æ', 'Æ':
		return "ae"
	case 'ß', 'ẞ':
		return "ss"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'þ', 'Þ':
		return "th"
	case 'ı':
		return "i"
	}
	return ""
}
