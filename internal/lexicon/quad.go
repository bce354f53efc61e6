package lexicon

import (
	_ "embed"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
)

// quadTable is documented at its head.
//
//go:embed data/quad.yaml
var quadTable []byte

// Quad says what an act between the two sides was: words or deeds, with or
// against each other. The zero value is no class.
type Quad uint8

// The quad classes.
const (
	NoQuad Quad = iota
	VerbalCooperation
	MaterialCooperation
	VerbalConflict
	MaterialConflict
)

var quadNames = [...]string{
	NoQuad: "", VerbalCooperation: "verbal-cooperation", MaterialCooperation: "material-cooperation",
	VerbalConflict: "verbal-conflict", MaterialConflict: "material-conflict",
}

// String returns the class as the data has it: "verbal-cooperation", or "" for
// NoQuad.
func (q Quad) String() string { return quadNames[q] }

// ParseQuad reads a class as String writes it; anything else is NoQuad.
func ParseQuad(s string) Quad {
	for q, name := range quadNames {
		if name == s {
			return Quad(q)
		}
	}
	return NoQuad
}

// Words returns the class of an act that is announced or threatened, and not
// done: a deed then counts as words.
func (q Quad) Words() Quad {
	switch q {
	case MaterialCooperation:
		return VerbalCooperation
	case MaterialConflict:
		return VerbalConflict
	}
	return q
}

// quads is the table of classes.
type quads struct {
	kinds, acts map[string]Quad
	turns       *trie
	words       [][]turn // by phrase of turns
}

// turn is what a phrase makes of an event, where another word follows soon.
type turn struct {
	quad Quad
	with string // in lower case; "" where none need follow
}

// soon is how many bytes after a phrase the other word may begin.
const soon = 48

// quadRow is an entry of the table as written.
type quadRow struct {
	Kind, Act, Quad string
	Why             string
	EN, FR, ZH      []string
}

// indexQuads reads the embedded table. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
func (l *Lexicon) indexQuads(fold *folding) {
	var file struct{ Kinds, Acts, Words []quadRow }
	if err := yaml.Unmarshal(quadTable, &file); err != nil {
		panic(fmt.Sprintf("lexicon: quad.yaml: %v", err))
	}
	q := &l.quads
	q.kinds, q.acts = make(map[string]Quad), make(map[string]Quad)
	for _, row := range file.Kinds {
		q.kinds[row.Kind] = ParseQuad(row.Quad)
	}
	for _, row := range file.Acts {
		q.acts[row.Act] = ParseQuad(row.Quad)
	}
	b := newTrieBuilder(fold)
	for _, row := range file.Words {
		for _, list := range [...][]string{lang.EN: row.EN, lang.FR: row.FR, lang.ZH: row.ZH} {
			for _, phrase := range list {
				phrase, with, _ := strings.Cut(phrase, "…")
				i := b.add(strings.TrimSpace(phrase), len(q.words))
				if i == len(q.words) {
					q.words = append(q.words, nil)
				}
				q.words[i] = append(q.words[i], turn{ParseQuad(row.Quad), strings.TrimSpace(with)})
			}
		}
	}
	q.turns = b.build()
}

// Consults tells whether an event of this kind is of people who meet or speak
// with each other, or agree: its words do not turn its class, and both sides
// act alike.
func Consults(kind string) bool {
	switch kind {
	case "meeting", "call", "agreement", "visit":
		return true
	}
	return false
}

// QuadOf returns the class of an event by its kind, the act that tells it ("" if
// no act of the table does) and the words that tell it. Where none of these has
// a class, further words may.
func (l *Lexicon) QuadOf(kind, act, words, further string) Quad {
	q := l.quads.kinds[kind]
	if Consults(kind) || kind == "statistic" {
		return q
	}
	if turned := l.turned(words); turned != NoQuad {
		return turned
	}
	if byAct, ok := l.quads.acts[act]; ok {
		return byAct
	}
	if q == NoQuad {
		return l.turned(further)
	}
	return q
}

// turned returns the class of the first word in text that turns one.
func (l *Lexicon) turned(text string) Quad {
	found := NoQuad
	if strings.TrimSpace(text) == "" {
		return found
	}
	l.quads.turns.scan(text, nil, func(m match) bool {
		rest := strings.ToLower(text[m.end:min(len(text), m.end+soon)])
		for _, t := range l.quads.words[m.phrase] {
			if t.with == "" && found == NoQuad || t.with != "" && strings.Contains(rest, t.with) {
				found = t.quad
			}
		}
		return found == NoQuad
	})
	return found
}
