package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text may be no sentence, but a phrase such as "from 13 July to the 15th": a
// question, an entry of a calendar, a heading. It looks ahead, for nothing tells
// that it speaks of the past, and the two ends of a stretch are one expression.

// maxPhrase is how many tokens a phrase has at most.
const maxPhrase = 16

// sayMore are the classes of words that make a sentence of a phrase.
const sayMore bits = 1<<classSpeech | 1<<classFigure | 1<<classNumbered | 1<<classNot

// isBare tells whether the text is one phrase in which the rules know each word.
func (f *finder) isBare() bool {
	if f.sentences > 1 || len(f.toks) == 0 || strings.TrimSpace(f.text[f.pos:]) != "" || len(f.toks) > maxPhrase {
		return false
	}
	if last := f.toks[len(f.toks)-1]; f.text[last.start:last.end] == "." {
		return false
	}
	for _, t := range f.toks {
		if t.bits&sayMore != 0 || f.cueOf(t) < 0 {
			return false
		}
		r, _ := utf8.DecodeRuneInString(f.text[t.start:])
		if t.word == 0 && !t.is(flagNumber) && unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// capitalise lets words that want a capital do without one: nobody writes
// "march 3" of a march.
func (f *finder) capitalise() {
	for i := range f.toks {
		if t := &f.toks[i]; t.bits == 0 && t.word != 0 {
			t.bits = f.g.entries[t.word].bits
		}
	}
}

// merge makes one expression of the held one and of e, where join found a
// stretch of time between them, or hours of one day.
func (f *finder) merge(e Expr) bool {
	hours := f.held.Type == Time && e.Type == Time && f.heldPeriod == f.found && f.connects(f.held.End, e.Start, f.held.Start)
	if f.held.Through.IsZero() && !hours {
		return false
	}
	f.held.End = e.End
	f.held.Value += "/" + e.Value
	if !hours {
		f.held.Date = f.held.Through
	}
	if e.Type == Time {
		f.held.Type = Time
	}
	f.held.Through, f.heldPeriod = e.Through, period{}
	return true
}
