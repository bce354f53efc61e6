package event

// manyCues is from how many words on it pays to note the pairs of a text before
// looking for each.
const manyCues = 4

// pairset holds the pairs of bytes that stand next to each other in a text, one
// bit for several: a word of whose pair it has none does not stand in the text.
type pairset [1 << 11 / 64]uint64

// pairsOf notes the pairs of text. Its first letter may be a capital where the
// word has none.
func pairsOf(text string) pairset {
	var s pairset
	if len(text) > 1 {
		s.add(text[0]|0x20, text[1])
	}
	for i := 1; i < len(text); i++ {
		s.add(text[i-1], text[i])
	}
	return s
}

func (s *pairset) add(a, b byte) {
	bit := pairBit(a, b)
	s[bit/64] |= 1 << (bit % 64)
}

// mayHold tells whether the last two bytes of word stand in the text, and its
// first two.
func (s *pairset) mayHold(word string) bool {
	n := len(word)
	return n < 2 || s.has(word[0], word[1]) && s.has(word[n-2], word[n-1])
}

func (s *pairset) has(a, b byte) bool {
	bit := pairBit(a, b)
	return s[bit/64]&(1<<(bit%64)) != 0
}

// pairBit keeps the pairs of small letters apart, and of Chinese characters
// those of their last two bytes.
func pairBit(a, b byte) uint { return uint(a&31)<<6 | uint(b&63) }
