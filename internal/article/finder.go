package article

import "strings"

// finder finds any of many words in one pass, by their first three bytes.
type finder struct {
	byHead map[[3]byte]words
	heads  [1 << 15 / 64]uint64 // a bit for what byHead may have: most places of a line are no head
	short  words                // of one or two bytes
}

func newFinder(all words) *finder {
	f := &finder{byHead: make(map[[3]byte]words)}
	for _, w := range all {
		if len(w) < 3 {
			f.short = append(f.short, w)
			continue
		}
		head := [3]byte([]byte(w))
		f.byHead[head] = append(f.byHead[head], w)
		bit := headBit(head)
		f.heads[bit/64] |= 1 << (bit % 64)
	}
	return f
}

// headBit spreads the heads over the bits.
func headBit(head [3]byte) uint32 {
	return (uint32(head[0]) | uint32(head[1])<<8 | uint32(head[2])<<16) * 0x9E3779B1 >> (32 - 15)
}

// in tells whether one of the words stands in line.
func (f *finder) in(line string) bool {
	for i := 0; i+3 <= len(line); i++ {
		head := [3]byte{line[i], line[i+1], line[i+2]}
		if bit := headBit(head); f.heads[bit/64]&(1<<(bit%64)) == 0 {
			continue
		}
		for _, w := range f.byHead[head] {
			if strings.HasPrefix(line[i:], w) {
				return true
			}
		}
	}
	for _, w := range f.short {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}
