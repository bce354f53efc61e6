package source

import (
	"sort"
	"unicode/utf8"
)

// A layout is the way from a decoded text back to the bytes it was read from,
// where those are others than its own.
type layout struct {
	widths []uint8 // of each rune of the text, the bytes it took in the file
	posts  []post  // one every postRunes runes, to count on from
}

// post says that the rune at offset text of the text begins at offset file of
// the file, byte-order mark not counted.
type post struct{ text, file int }

const postRunes = 256

// add appends a rune of the given length, which the file writes in width bytes.
// text and file are where it begins.
func (l *layout) add(at post, width int) {
	if len(l.widths)%postRunes == 0 {
		l.posts = append(l.posts, at)
	}
	l.widths = append(l.widths, uint8(width))
}

// offset tells where in the file the byte at off of text stands. Within a rune
// it is where the rune begins.
func (l *layout) offset(text string, off int) int {
	i := sort.Search(len(l.posts), func(i int) bool { return l.posts[i].text > off }) - 1
	if i < 0 {
		return 0
	}
	at := l.posts[i]
	for r := i * postRunes; at.text < off; r++ {
		_, n := utf8.DecodeRuneInString(text[at.text:])
		if at.text+n > off {
			break
		}
		at.text += n
		at.file += int(l.widths[r])
	}
	return at.file
}
