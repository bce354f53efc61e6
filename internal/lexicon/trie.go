package lexicon

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A trie finds, at a given place of a text, the longest of many phrases.
//
// Phrases begin and end at the borders of words, so a match can start only
// where a word does, and of overlapping ones the leftmost longest is wanted.
// That is why there are no failure links as in an automaton of Aho and
// Corasick: they serve matches that start inside a failed one. Most words fail
// at their second or third letter.
type trie struct {
	fold  *folding
	root  []int32 // node by first folded rune
	nodes []node
	edges []edge

	heads heads
}

type node struct {
	edges  int32 // index of the first one
	count  int32
	phrase int32 // index of the caller's phrase plus one, 0 where none ends
}

type edge struct {
	r  uint16
	to int32
}

// trieBuilder collects phrases before they are laid out for search.
type trieBuilder struct {
	fold     *folding
	children [][]edge         // by node; few nodes have more than two, but for the root
	root     map[uint16]int32 // the root's children once more
	phrase   []int32
}

func newTrieBuilder(fold *folding) *trieBuilder {
	return &trieBuilder{fold: fold, children: make([][]edge, 1), root: make(map[uint16]int32), phrase: make([]int32, 1)}
}

// add enters a phrase with the caller's index for it. If the same phrase is
// there already, its index is returned and nothing changes.
func (b *trieBuilder) add(phrase string, index int) int {
	at := int32(0)
	for _, r := range phrase {
		c := b.fold.rune(r)
		if c == skip {
			continue
		}
		next := b.child(at, c)
		if next == 0 {
			next = int32(len(b.children))
			b.children = append(b.children, nil)
			b.phrase = append(b.phrase, 0)
			b.children[at] = append(b.children[at], edge{c, next})
			if at == 0 {
				b.root[c] = next
			}
		}
		at = next
	}
	if at == 0 {
		return index // nothing to look for
	}
	if b.phrase[at] != 0 {
		return int(b.phrase[at]) - 1
	}
	b.phrase[at] = int32(index) + 1
	return index
}

func (b *trieBuilder) child(of int32, c uint16) int32 {
	if of == 0 {
		return b.root[c]
	}
	for _, e := range b.children[of] {
		if e.r == c {
			return e.to
		}
	}
	return 0
}

func (b *trieBuilder) build() *trie {
	t := &trie{fold: b.fold, root: make([]int32, len(b.fold)), nodes: make([]node, len(b.children))}
	for i, children := range b.children {
		t.nodes[i] = node{edges: int32(len(t.edges)), count: int32(len(children)), phrase: b.phrase[i]}
		t.edges = append(t.edges, children...)
		slices.SortFunc(t.edges[t.nodes[i].edges:], func(a, b edge) int { return cmp.Compare(a.r, b.r) })
	}
	for c, to := range b.root {
		t.root[c] = to
	}
	t.heads.mark(t)
	return t
}

// match is a phrase found in a text.
type match struct{ start, end, phrase int }

// at returns the longest phrase that starts at the byte start of text, ends at
// the border of a word, and that accept takes.
func (t *trie) at(text string, start int, accept func(match) bool) (match, bool) {
	best := match{}
	cur := int32(0)
	for i := start; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		c := t.fold.rune(r)
		if c == skip {
			continue
		}
		if cur == 0 {
			cur = t.root[c]
		} else {
			cur = t.step(cur, c)
		}
		if cur == 0 {
			break
		}
		if p := t.nodes[cur].phrase; p != 0 && endsWord(text, i, r) {
			if m := (match{start, i, int(p) - 1}); accept == nil || accept(m) {
				best = m
			}
		}
	}
	return best, best.end > 0
}

func (t *trie) step(from int32, c uint16) int32 {
	n := &t.nodes[from]
	for _, e := range t.edges[n.edges : n.edges+n.count] {
		if e.r >= c {
			if e.r == c {
				return e.to
			}
			break
		}
	}
	return 0
}

// scan yields the phrases of text from left to right, none overlapping.
func (t *trie) scan(text string, accept func(match) bool, yield func(match) bool) {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !isWordByte(c) {
			i++
			continue
		}
		if t.heads.mayStart(t.fold, text, i) {
			if m, ok := t.at(text, i, accept); ok {
				if !yield(m) {
					return
				}
				i = m.end
				continue
			}
		}
		i = nextStart(text, i)
	}
}

// nextStart returns the next place after i where a phrase may start: the next
// word, or the next character of a script that has no spaces.
func nextStart(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !isWordByte(c) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if !spaced(r) || i < len(text) && startsUnspaced(text[i:]) {
			return i
		}
	}
	return i
}

func startsUnspaced(s string) bool {
	if s[0] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !spaced(r)
}

// endsWord tells whether a phrase whose last rune is r may end before text[i].
func endsWord(text string, i int, r rune) bool {
	if i >= len(text) || !spaced(r) {
		return true
	}
	if c := text[i]; c < utf8.RuneSelf {
		return !isWordByte(c)
	}
	next, _ := utf8.DecodeRuneInString(text[i:])
	return !spaced(next) && !unicode.Is(unicode.Mn, next)
}

func isWordByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

// spaced tells whether r is a letter or digit of a script that parts words by
// spaces, so that a border before or after it matters.
func spaced(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte(byte(r))
	}
	return r < 0x2E80 && unicode.IsLetter(r)
}
