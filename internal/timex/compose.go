package timex

// compose joins the tokens of phrases ("a couple of") and of numbers in words
// ("twenty-five", "nineteen ninety-six", "two and a half") in place.
func (s *scanner) compose() {
	out := s.toks[:0]
	for i := 0; i < len(s.toks); {
		t := s.toks[i]
		n := 1
		switch {
		case t.word != 0 && int(t.word) < len(s.g.opens) && s.g.opens[t.word] && s.phrase(i, &t, &n):
		case t.has(classCardinal) || t.has(classOrdinal):
			n = s.numeral(i, &t)
		case t.is(flagNumber) && t.has(classNum):
			n = s.fraction(i, &t)
		}
		out = append(out, t)
		i += n
	}
	s.toks = out
}

// phrase joins the longest phrase at i into t.
func (s *scanner) phrase(i int, t *token, n *int) bool {
	at, found := uint16(0), false
	for j := i; j < len(s.toks); j++ {
		step, ok := s.g.phrases[phraseKey{at, s.toks[j].word}]
		if !ok || s.toks[j].word == 0 {
			break
		}
		if step.entry != 0 {
			t.word, t.end, t.bits = step.entry, s.toks[j].end, s.g.entries[step.entry].bits
			*n, found = j-i+1, true
		}
		at = step.next
	}
	return found
}

// numeral joins a number in words at i into t and returns how many tokens it
// has. English pairs such as "nineteen ninety-six" are years.
func (s *scanner) numeral(i int, t *token) int {
	c := counter{s: s}
	j := i
	for j < len(s.toks) {
		n := c.take(j)
		if n == 0 {
			break
		}
		j += n
		if c.ordinal {
			break
		}
	}
	t.num, t.end, t.flags = c.total+c.cur, s.toks[j-1].end, t.flags|flagNumber
	t.bits = (t.bits &^ (classCardinal.bit() | classOrdinal.bit())) | c.bits()
	if c.ordinal {
		return j - i
	}
	if j-i > 1 {
		t.word = 0
	}
	return j - i + s.half(j, t)
}

// A counter adds up the words of a number.
type counter struct {
	s          *scanner
	total, cur int
	words      int
	year       bool // read as a pair
	ordinal    bool
}

// take adds the word at i and returns how many tokens it used, 0 when the word
// does not continue the number.
func (c *counter) take(i int) int {
	t := c.s.toks[i]
	g := c.s.g
	if c.words > 0 && t.bits == 0 && g.value(t.word, classHead) == 0 && c.s.isAnd(i) && i+1 < len(c.s.toks) && (c.cur >= 20 || c.total > 0) {
		if n := c.take(i + 1); n > 0 {
			return n + 1
		}
		return 0
	}
	isOrd := t.has(classOrdinal)
	if !isOrd && !t.has(classCardinal) {
		return 0
	}
	v := g.value(t.word, classCardinal)
	if isOrd {
		v = g.value(t.word, classOrdinal)
	}
	if c.words > 0 && !c.add(v) {
		return 0
	} else if c.words == 0 {
		c.start(v)
	}
	c.words++
	c.ordinal = isOrd
	return 1
}

func (c *counter) start(v int) {
	if v >= 1000 {
		c.total = v
	} else {
		c.cur = v
	}
}

// add joins v to the number and reports whether it can be joined.
func (c *counter) add(v int) bool {
	switch {
	case v == 100 && c.cur < 100 && c.cur > 0:
		c.cur *= 100
	case v >= 1000:
		if c.cur == 0 || c.total > 0 && v >= c.total {
			return false
		}
		c.total, c.cur = min(c.total+c.cur*v, maxNumber), 0
	case c.s.g.elisions && c.cur == 4 && v == 20: // quatre-vingts
		c.cur = 80
	case v < 10 && c.cur >= 20 && c.cur%10 == 0 || v < 100 && c.cur%100 == 0 && (c.cur > 0 || c.total > 0):
		c.cur += v
	case c.s.g.elisions && v < 20 && (c.cur%100 == 60 || c.cur%100 == 80 || c.cur == 10):
		c.cur += v
	case !c.s.g.elisions && c.words == 1 && c.cur >= 11 && c.cur <= 20 && v >= 10 && v < 100:
		c.cur, c.year = c.cur*100+v, true
	default:
		return false
	}
	return true
}

func (c *counter) bits() bits {
	n := c.total + c.cur
	if c.ordinal {
		b := classOrd.bit()
		if n <= 31 {
			b |= classDay.bit()
		}
		return b
	}
	digits := 2
	if c.year || n >= 1900 && n < 2100 && c.words > 1 {
		digits = 4
	}
	b := numberBits(n, digits) &^ (classYear2.bit() | classMM.bit() | classMinute.bit())
	if n > 99 && digits == 2 {
		b = classNum.bit() | classCount.bit()
	}
	return b
}

// isAnd tells whether the token at i is the "and" of numbers.
func (s *scanner) isAnd(i int) bool {
	w := s.text[s.toks[i].start:s.toks[i].end]
	return w == "and" || w == "et"
}

// fraction joins the second part of "2 1/2" to the number at i.
func (s *scanner) fraction(i int, t *token) int {
	if i+1 < len(s.toks) {
		switch next := s.toks[i+1]; s.text[next.start:next.end] {
		case "1/2", "½":
			t.end, t.flags = next.end, t.flags|flagHalf
			return 2
		}
	}
	return 1 + s.half(i+1, t)
}

// half joins "and a half" to the number that ends before token i, and returns
// how many tokens that takes.
func (s *scanner) half(i int, t *token) int {
	if i+2 >= len(s.toks) || !s.isAnd(i) {
		return 0
	}
	for n := 1; n <= 2 && i+n < len(s.toks); n++ {
		w := s.toks[i+n]
		switch s.text[w.start:w.end] {
		case "half", "demi", "demie":
			t.end, t.flags = w.end, t.flags|flagHalf
			return n + 1
		}
	}
	return 0
}
