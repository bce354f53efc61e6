package event

import (
	"slices"
	"strings"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// A body is an institution or a firm that an English article has told whose it
// is ("China's commerce ministry", "a Chinese airline") and then calls by its
// noun alone: "The ministry said", "the airline".
type body struct {
	noun string
	side lexicon.Side
}

// farBody is how many bytes behind a side's name its noun may stand.
const farBody = 40

// bodies adds what "the ministry" stands for to the names of a sentence, and
// keeps whose such nouns are in it for those behind.
func (s *story) bodiesOf(sent *sentence) {
	if sent.lang != lang.EN {
		return
	}
	text := sent.Of(sent.text)
	pairs := pairsOf(text)
	for _, noun := range cuesOf(sent.lang).bodies {
		if !pairs.mayHold(noun) {
			continue
		}
		at := strings.Index(text, noun)
		if at < 0 || !bordered(text, at, at+len(noun)) {
			continue
		}
		span := source.Span{Start: sent.Start + at, End: sent.Start + at + len(noun)}
		if side := sent.owner(span); side != lexicon.NoSide {
			s.bodies = slices.DeleteFunc(s.bodies, func(b body) bool { return b.noun == noun })
			s.bodies = append(s.bodies, body{noun, side})
			continue
		}
		s.recall(sent, noun, span)
	}
}

// keepAgent keeps what "it" means in the sentence behind: what this one names
// first that acts and is nobody in person, or what its own "it" meant.
func (s *story) keepAgent(sent *sentence) {
	for _, m := range sent.names {
		if m.Actor && !m.Both && !isPerson(m) && sidesOf(m)&(ofCanada|ofChina) != 0 {
			m.Place = nil
			s.agent = m
			return
		}
	}
}

// owner is the side of whose name a noun stands right behind.
func (s *sentence) owner(span source.Span) lexicon.Side {
	for _, m := range slices.Backward(s.names) {
		if m.Contains(span) && (m.Side == lexicon.Canada || m.Side == lexicon.China || m.Side == lexicon.Other) {
			return m.Side
		}
		if m.End > span.Start || m.Topic != nil || m.Person != nil {
			continue
		}
		if gap := s.text[m.End:span.Start]; len(gap) > farBody || strings.ContainsAny(gap, ",;:.“\"") || strings.Count(gap, " ") > 4 || hasCue(s.lang, gap, cuesOf(s.lang).and) {
			return lexicon.NoSide
		}
		return m.Side
	}
	return lexicon.NoSide
}

// recall adds a noun with its article as a name of the side whose it was.
func (s *story) recall(sent *sentence, noun string, span source.Span) {
	head := strings.TrimRight(sent.tail(span.Start, len("the ")), " ")
	if !strings.EqualFold(head, "the") && !strings.HasSuffix(head, " the") {
		return
	}
	if next := sent.wordAfter(span.End); next == "of" || next == "for" {
		return
	}
	for _, b := range s.bodies {
		if b.noun == noun && b.side != lexicon.NoSide {
			sent.addName(lexicon.Mention{Span: span, Side: b.side, Actor: true})
			return
		}
	}
}
