// Package ground knows the phrases in which the program says why: why words mean
// a date, why an event is no surer, why two tellings are one event, why an article
// is of a day that it does not say.
//
// The packages that reason write these phrases in English, for events.json and for
// editors. They are a closed set, the table in phrases.go. A [Writer] takes a
// reason apart by that table and says it again in the language of a page, in the
// words that stand under "ground" in the language's messages, with dates, units and
// names as the language writes them. Reasons are made of pieces: "weekday before
// publication; the story goes on from there, or …".
package ground

import (
	"strings"
	"sync"

	"buildsite/internal/message"
)

// Piece is a part of a reason: text, or the name of an event.
type Piece struct {
	Text  string
	Event string // the id of the event whose name Text is; "" for other text
}

// Names tells what is called by what in a language. Either may be nil.
type Names struct {
	Event func(id string) (title, when string, ok bool)
	Place func(name string) string // by its English name; "" where it is not known
}

// Writer says reasons in the language of its messages. It is safe for concurrent
// use, and says each reason once: most of a site's are alike.
type Writer struct {
	msg   *message.Bundle
	names Names
	said  sync.Map // of string to *said
}

// said is what came of a reason; pieces are nil where it was not understood.
type said struct{ pieces []Piece }

// New returns a writer.
func New(msg *message.Bundle, names Names) *Writer { return &Writer{msg: msg, names: names} }

// Say returns a reason in the writer's language. Where the table does not have
// one of its phrases, it returns the English as it is, and false.
func (w *Writer) Say(reason string) ([]Piece, bool) {
	s, ok := w.said.Load(reason)
	if !ok {
		s, _ = w.said.LoadOrStore(reason, &said{w.reason(reason)})
	}
	if pieces := s.(*said).pieces; pieces != nil {
		return pieces, true
	}
	return []Piece{{Text: reason}}, false
}

// signs begin the reasons for confidence: see event.Reason.
var signs = [...]string{"+ ", "− "}

func (w *Writer) reason(reason string) []Piece {
	for _, sign := range signs {
		if rest, ok := strings.CutPrefix(reason, sign); ok {
			if pieces := w.pieces(rest); pieces != nil {
				return join([]Piece{{Text: sign}}, pieces)
			}
			return nil
		}
	}
	return w.pieces(reason)
}

// pieces says a reason that is one phrase, or several that are joined.
func (w *Writer) pieces(reason string) []Piece {
	if one := w.phrase(reason); one != nil {
		return one
	}
	for _, by := range [...]struct{ in, key string }{{", or ", "ground.or"}, {"; ", "ground.then"}} {
		before, after, ok := strings.Cut(reason, by.in)
		if !ok {
			continue
		}
		first, rest := w.pieces(before), w.pieces(after)
		if first == nil || rest == nil {
			return nil
		}
		return join(append(first[:len(first):len(first)], Piece{Text: w.msg.Text(by.key)}), rest)
	}
	return nil
}

// join appends pieces, text to text.
func join(all, more []Piece) []Piece {
	var out []Piece
	for _, p := range [...][]Piece{all, more} {
		for _, x := range p {
			if n := len(out); n > 0 && out[n-1].Event == "" && x.Event == "" {
				out[n-1].Text += x.Text
				continue
			}
			out = append(out, x)
		}
	}
	return out
}

// Text returns pieces as one text.
func Text(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}
