package lexicon

import "unicode/utf8"

// heads tells of most places of a text that no phrase starts there, by bits for
// what a phrase begins with: its first character, and where those are ASCII its
// first three. One bit stands for several threes.
type heads struct {
	first  [1 << 16 / 64]uint64 // by character as written
	short  [1 << 14 / 64]uint64 // by the two characters, folded, that are a phrase or begin with one
	threes [1 << 15 / 64]uint64 // by threeBit
}

// mark fills in what the phrases of a trie begin with.
func (h *heads) mark(t *trie) {
	for r := range rune(1 << 16) {
		if c := t.fold.rune(r); c == skip || t.root[c] != 0 {
			setBit(h.first[:], uint(r))
		}
	}
	for a := range uint16(utf8.RuneSelf) {
		one := t.root[a]
		if one == 0 {
			continue
		}
		for b := range uint16(utf8.RuneSelf) {
			two := t.step(one, b)
			switch {
			case t.nodes[one].phrase != 0, two != 0 && t.nodes[two].phrase != 0:
				setBit(h.short[:], pairBit(a, b))
			case two != 0:
				n := &t.nodes[two]
				for _, e := range t.edges[n.edges : n.edges+n.count] {
					setBit(h.threes[:], threeBit(a, b, e.r))
				}
			}
		}
	}
}

// mayStart tells whether a phrase can start at i of text, by what stands there.
func (h *heads) mayStart(fold *folding, text string, i int) bool {
	c := text[i]
	if c >= utf8.RuneSelf {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return r > 0xFFFF || hasBit(h.first[:], uint(r))
	}
	if i+2 >= len(text) || text[i+1] >= utf8.RuneSelf || text[i+2] >= utf8.RuneSelf {
		return true
	}
	a, b := fold[c], fold[text[i+1]]
	return hasBit(h.short[:], pairBit(a, b)) || hasBit(h.threes[:], threeBit(a, b, fold[text[i+2]]))
}

func pairBit(a, b uint16) uint { return uint(a&127)<<7 | uint(b&127) }

func threeBit(a, b, c uint16) uint {
	return uint((uint32(a)<<14 | uint32(b)<<7 | uint32(c)) * 0x9E3779B1 >> (32 - 15))
}

func setBit(bits []uint64, n uint) { bits[n/64] |= 1 << (n % 64) }

func hasBit(bits []uint64, n uint) bool { return bits[n/64]&(1<<(n%64)) != 0 }
