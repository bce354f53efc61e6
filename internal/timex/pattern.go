package timex

import (
	"fmt"
	"strings"
)

// A node of the tree of rules. Each way from the root is a sequence of words
// and classes that some rule allows, so walking it costs a step per word, and
// no word is read twice for a rule.
type node struct {
	edges []edge
	ends  []int32 // the sequences that end here, in the order of their rules
}

// An edge is passed by words of a class, or by one word.
type edge struct {
	class class  // or noClass
	word  uint16 // an entry, where class is noClass
	to    int32
}

// A sequence is one way through a rule.
type sequence struct {
	name    string // of the meaning
	meaning meaning
	steps   []step
	from    int // the first step inside the expression
	to      int // one after the last
	marks   marks
	line    int // of the rule in its file
}

// A step is one word of a sequence.
type step struct {
	class   class
	word    uint16
	context bool // outside the expression
}

// marks are what a rule says without a word for it, such as "=START".
type marks struct {
	mod      int // a symbol, or 0
	unit     Unit
	part     int // a symbol, or 0
	shift    int
	hasShift bool
	told     bool // hangs on the date told last
	half     bool // and a half of the unit
	any      bool
	alone    bool // only where the text is nothing but a phrase
}

// addRule reads "date" and "MONTH DAY ,? YEAR".
func (g *grammar) addRule(name, pattern string) error {
	m, err := meaningNamed(name)
	if err != nil {
		return err
	}
	p := &patternReader{fields: patternFields(pattern)}
	ways, err := p.alternatives()
	if err != nil {
		return err
	}
	if len(p.fields) > 0 {
		return fmt.Errorf("unexpected %q", p.fields[0])
	}
	if len(ways) > maxWays {
		return fmt.Errorf("%d ways through one rule: split it", len(ways))
	}
	for _, way := range ways {
		if err := g.addSequence(name, m, way); err != nil {
			return err
		}
	}
	return nil
}

const maxWays = 2000

// patternFields splits a pattern into words, parentheses, bars and marks. A "?"
// that follows something is a field of its own.
func patternFields(s string) []string {
	out := make([]string, 0, 16)
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, s[start:end])
		}
		start = -1
	}
	for i := range len(s) {
		switch c := s[i]; c {
		case ' ', '\t', '\r', '\n':
			flush(i)
		case '(', ')', '|', '?':
			flush(i)
			out = append(out, s[i:i+1])
		default:
			if start < 0 {
				start = i
			}
		}
	}
	flush(len(s))
	return out
}

// A patternReader turns a pattern into the list of all ways through it.
type patternReader struct{ fields []string }

func (p *patternReader) peek() string {
	if len(p.fields) == 0 {
		return ""
	}
	return p.fields[0]
}

func (p *patternReader) next() string {
	f := p.fields[0]
	p.fields = p.fields[1:]
	return f
}

// alternatives reads ways parted by "|".
func (p *patternReader) alternatives() ([][]string, error) {
	ways, err := p.series()
	for err == nil && p.peek() == "|" {
		p.next()
		var more [][]string
		more, err = p.series()
		ways = append(ways, more...)
	}
	return ways, err
}

// series reads items one after the other.
func (p *patternReader) series() ([][]string, error) {
	ways := [][]string{nil}
	for p.peek() != "" && p.peek() != "|" && p.peek() != ")" {
		item, err := p.item()
		if err != nil {
			return nil, err
		}
		ways = product(ways, item)
	}
	return ways, nil
}

// item reads one word or group and the "?" behind it.
func (p *patternReader) item() ([][]string, error) {
	f := p.next()
	item := [][]string{{f}}
	if f == "?" {
		return nil, fmt.Errorf("%q stands behind what may be left out", "?")
	}
	context := f == "_" && p.peek() == "("
	if context {
		f = p.next()
	}
	if f == "(" {
		var err error
		if item, err = p.alternatives(); err != nil {
			return nil, err
		}
		if p.peek() != ")" {
			return nil, fmt.Errorf("%q is not closed", "(")
		}
		p.next()
	}
	if context {
		item = asContext(item)
	}
	if p.peek() == "?" {
		p.next()
		item = append(item, nil)
	}
	return item, nil
}

// asContext marks all words of all ways as standing outside the expression.
func asContext(ways [][]string) [][]string {
	for _, way := range ways {
		for i, w := range way {
			if !strings.HasPrefix(w, "=") {
				way[i] = "_" + w
			}
		}
	}
	return ways
}

func product(heads, tails [][]string) [][]string {
	out := make([][]string, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			out = append(out, append(h[:len(h):len(h)], t...))
		}
	}
	return out
}

// addSequence puts one way into the tree.
func (g *grammar) addSequence(name string, m meaning, way []string) error {
	s := sequence{name: name, meaning: m, line: g.line, from: -1, steps: make([]step, 0, len(way))}
	for _, f := range way {
		if mark, ok := strings.CutPrefix(f, "="); ok && mark != "" {
			if err := s.marks.set(mark); err != nil {
				return err
			}
			continue
		}
		st, ok := g.steps[f]
		if !ok {
			var err error
			if st, err = g.readStep(f); err != nil {
				return err
			}
			g.steps[f] = st
		}
		if !st.context {
			if s.from < 0 {
				s.from = len(s.steps)
			}
			s.to = len(s.steps) + 1
		}
		s.steps = append(s.steps, st)
	}
	if s.from < 0 {
		return fmt.Errorf("a way through the rule has no words")
	}
	g.plant(s)
	return nil
}

// readStep reads a word or class of a pattern, and the "_" before it.
func (g *grammar) readStep(f string) (step, error) {
	word, context := strings.CutPrefix(f, "_")
	if word == "" {
		return step{}, fmt.Errorf("%q stands alone", f)
	}
	st := step{class: classNamed(word), context: context}
	if st.class != noClass {
		return st, nil
	}
	if strings.HasPrefix(word, "$") && len(word) > 1 {
		return step{}, fmt.Errorf("no piece is called %q", word)
	}
	if word == strings.ToUpper(word) && word != strings.ToLower(word) {
		return step{}, fmt.Errorf("no class is called %q", word)
	}
	st.word = g.intern(word)
	return st, nil
}

// plant grows the tree by one sequence.
func (g *grammar) plant(s sequence) {
	at := int32(0)
	for _, st := range s.steps {
		at = g.child(at, st)
	}
	g.nodes[at].ends = append(g.nodes[at].ends, int32(len(g.sequences)))
	g.sequences = append(g.sequences, s)
}

func (g *grammar) child(at int32, st step) int32 {
	for _, e := range g.nodes[at].edges {
		if e.class == st.class && e.word == st.word {
			return e.to
		}
	}
	to := int32(len(g.nodes))
	g.nodes = append(g.nodes, node{})
	g.nodes[at].edges = append(g.nodes[at].edges, edge{st.class, st.word, to})
	return to
}

// set reads a mark: a modifier, a unit, a number of units, "told" or "any".
func (m *marks) set(mark string) error {
	v, err := wordValue(strings.TrimPrefix(mark, "+"))
	switch {
	case err != nil:
		return err
	case v == symTold:
		m.told = true
	case v == symAny:
		m.any = true
	case v == symHalf:
		m.half = true
	case v == symAlone:
		m.alone = true
	case v >= symUnits && v < symParts:
		m.unit = unitOf(v)
	case v >= symParts && v < symX:
		m.part = v
	case v >= symMods && v < symUnits:
		m.mod = v
	default:
		m.shift, m.hasShift = v, true
	}
	return nil
}
