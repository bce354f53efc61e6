package timex

import (
	"cmp"
	mathbits "math/bits"
	"slices"
	"strings"
	"time"

	"buildsite/internal/edtf"
)

// A finder goes through a text sentence by sentence. Its buffers are used
// again for each, so that a text costs few allocations.
type finder struct {
	scanner
	narrative
	open, ahead []int32 // the nodes of the tree that are open, and those of the next word
	ends        []found
	held        Expr   // found, but not yielded: the next one may go on from it
	heldPeriod  period // what held means
	holds       bool
	zone        *time.Location // where days are counted, or nil
	bare        bool           // the text is a phrase, no sentence
}

// found is a way through a rule that fits.
type found struct {
	seq int32
	end int // one after its last token inside the expression
}

func newFinder(text string, g *grammar, published edtf.Date) *finder {
	f := &finder{scanner: scanner{g: g, text: text}}
	f.narrative = newNarrative(published)
	return f
}

// sentence reads the next sentence. It returns false at the end of the text.
func (f *finder) sentence() bool {
	if !f.next() {
		return false
	}
	f.compose()
	f.sentences++
	if f.bare = f.isBare(); f.bare {
		f.capitalise()
	}
	return true
}

// find yields the expressions of the sentence. It returns false when yield did.
func (f *finder) find(yield func(Expr) bool) bool {
	for i := 0; i < len(f.toks); {
		f.found = period{}
		e, next := f.match(i)
		if next == 0 {
			i++
			continue
		}
		i = next
		if e.Type == 0 {
			continue
		}
		if f.holds {
			f.join(&e)
			if f.bare && f.merge(e) {
				continue
			}
			if !yield(f.held) {
				return false
			}
		}
		f.held, f.heldPeriod, f.holds = e, f.found, true
	}
	ok := !f.holds || yield(f.held)
	f.holds = false
	return ok
}

// join sets Through of the held expression if e goes on from it.
func (f *finder) join(e *Expr) {
	a, b := f.heldPeriod, f.found
	if a.unit == 0 || b.unit == 0 || !f.connects(f.held.End, e.Start, f.held.Start) {
		return
	}
	o := f.held.Offset
	backwards := a.first > b.first && e.Offset.Month != 0 && !e.Offset.Exact
	if (e.Offset == (Offset{}) || backwards) && o.Month != 0 && !o.Exact {
		// "between May and July 2024", "from May to July": the year is that of both.
		a = fields{month: int(o.Month), day: int(o.Day)}.period(b.year())
		if a.first > b.first {
			a = fields{month: int(o.Month), day: int(o.Day)}.period(b.year() - 1)
		}
		f.held.Value, f.held.Date, f.held.Basis = a.value(), a.date(), "the year told with the end"
		if !backwards {
			f.held.Relative, f.held.Offset = false, Offset{}
		}
	}
	if o == (Offset{}) && a.unit <= Month && e.Offset.Month != 0 && !e.Offset.Exact && b.unit <= Month {
		// "from 3 March 2017 to 5 April": the year goes on.
		b = fields{month: int(e.Offset.Month), day: int(e.Offset.Day)}.period(a.year())
		if b.first < a.first {
			b = fields{month: int(e.Offset.Month), day: int(e.Offset.Day)}.period(a.year() + 1)
		}
		if b != f.found {
			e.Value, e.Date, e.Basis, f.found = b.value(), b.date(), "the year told with the start", b
			f.tell(b)
		}
	}
	if b.first < a.first && e.Offset.Weekday != 0 && !e.Offset.Exact {
		b.first += 7 // "from Thursday to Saturday": the one that comes next
		if f.held.Offset.Direction < 0 && b.first > f.published.last() && f.published.unit == Day {
			a.first, b.first = a.first-7, b.first-7 // all of it is told as past
			f.held.Value, f.held.Date = a.value(), a.date()
		}
		e.Value, e.Date, e.Basis = b.value(), b.date(), "weekday after the start"
		f.found = b
		f.tell(b)
	}
	if a.first < b.first {
		if d, err := edtf.Interval(a.date(), b.date()); err == nil {
			f.held.Through = d
			f.toldFrom, f.toldLast = a, b.last()
		}
	}
}

// connects tells whether the words from i to j, and the word before start, say
// "from … to" or "between … and".
func (f *finder) connects(i, j, start int) bool {
	if j-i > maxConnector {
		return false
	}
	words := strings.TrimSpace(f.text[i:j])
	if !f.g.connectors[words] {
		return false
	}
	before := strings.TrimRight(f.text[:start], " ")
	if !f.g.pairing[words] {
		// « repoussé en juillet à 2027 » is a day and its goal
		return !f.g.elisions || words != "à" || !strings.HasSuffix(before, " en")
	}
	for opening := range f.g.openings {
		if strings.HasSuffix(before, opening) {
			return true
		}
	}
	return false
}

// maxConnector is the length in bytes that a connector may have, with spaces.
const maxConnector = 16

// match returns the longest expression that starts at token i and the token
// after it; 0 for none. An expression without a type is one to be skipped.
func (f *finder) match(i int) (Expr, int) {
	t := &f.toks[i]
	if t.bits&f.g.rootBits == 0 && f.g.rootLit[t.word] == 0 {
		return Expr{}, 0
	}
	m, r, end := f.best(i)
	if m == nil {
		return Expr{}, 0
	}
	return f.express(m, r), end
}

// best returns the longest match from token i whose meaning does not refuse it,
// with that meaning and the token after it, or nil.
func (f *finder) best(i int) (*match, reading, int) {
	f.walk(i)
	if len(f.ends) == 0 {
		return nil, reading{}, 0
	}
	slices.SortStableFunc(f.ends, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.end, a.end), cmp.Compare(a.seq, b.seq))
	})
	for _, end := range f.ends {
		m := &match{f: f, seq: &f.g.sequences[end.seq], at: i}
		if m.seq.marks.alone && !f.bare {
			continue
		}
		if r, ok := m.seq.meaning(m); ok {
			return m, r, end.end
		}
	}
	return nil, reading{}, 0
}

// walk collects in f.ends all sequences that fit the tokens from i on. Each
// node of the tree is reached at most once, however long the text.
func (f *finder) walk(i int) {
	f.ends, f.ahead = f.ends[:0], f.ahead[:0]
	t := &f.toks[i]
	for b := t.bits & f.g.rootBits; b != 0; b &= b - 1 {
		f.reach(f.g.rootClass[mathbits.TrailingZeros64(uint64(b))], i)
	}
	if to := f.g.rootLit[t.word]; to != 0 {
		f.reach(to, i)
	}
	for j := i + 1; j < len(f.toks) && len(f.ahead) > 0; j++ {
		t := &f.toks[j]
		f.open, f.ahead = f.ahead, f.open[:0]
		for _, at := range f.open {
			for _, e := range f.g.nodes[at].edges {
				if e.class != noClass && t.has(e.class) || e.class == noClass && e.word == t.word {
					f.reach(e.to, i)
				}
			}
		}
	}
}

// reach opens a node on the way from token i, and notes the sequences that end
// there.
func (f *finder) reach(to int32, i int) {
	f.ahead = append(f.ahead, to)
	for _, seq := range f.g.nodes[to].ends {
		f.ends = append(f.ends, found{seq, i + f.g.sequences[seq].to})
	}
}

// A match is a sequence that fits the tokens from at on.
type match struct {
	f   *finder
	seq *sequence
	at  int
}

// token returns the index of the first token that stands for c, or -1.
func (m *match) token(c class) int { return m.tokenFrom(c, 0) }

// tokenFrom is token from step n on.
func (m *match) tokenFrom(c class, n int) int {
	for k := n; k < len(m.seq.steps); k++ {
		if m.seq.steps[k].class == c {
			return m.at + k
		}
	}
	return -1
}

// follows tells whether the tokens from i on are these words.
func (f *finder) follows(i int, words ...string) bool {
	for k, w := range words {
		if i+k >= len(f.toks) || f.text[f.toks[i+k].start:f.toks[i+k].end] != w {
			return false
		}
	}
	return true
}

func (m *match) has(c class) bool { return m.token(c) >= 0 }

// value returns the value of the word that stands for c, 0 without one.
func (m *match) value(c class) int {
	if i := m.token(c); i >= 0 {
		return m.f.g.value(m.f.toks[i].word, c)
	}
	return 0
}

// number returns the number that stands for c.
func (m *match) number(c class) (int, bool) {
	if i := m.token(c); i >= 0 {
		return m.f.toks[i].num, true
	}
	return 0, false
}

// first and end are the tokens that the expression begins with and ends before.
func (m *match) first() int { return m.at + m.seq.from }
func (m *match) end() int   { return m.at + m.seq.to }
