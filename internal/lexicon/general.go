package lexicon

import (
	_ "embed"
	"fmt"
	"iter"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// verbTable is documented at its head.
//
//go:embed data/verbs.yaml
var verbTable []byte

// general finds the general verbs and nouns of one language: French ones by the
// index that acts have, which knows auxiliaries, others by their forms alone.
type general struct {
	words  *trie
	said   []Said // by phrase, without span
	french actIndex
}

// generalOf holds the words of each language, which no registry changes; they
// are read when a text in the language is.
var generalOf = [len(lang.All) + 1]func() *general{
	lang.EN: sync.OnceValue(func() *general { return newGeneral(lang.EN) }),
	lang.FR: sync.OnceValue(func() *general { return newGeneral(lang.FR) }),
	lang.ZH: sync.OnceValue(func() *general { return newGeneral(lang.ZH) }),
}

// General yields the words of text that may tell an event at large, by the
// table of verbs, from left to right and apart from each other. Which of its
// forms a word is there, and whether it tells anything, is for the reader of
// the sentence to say.
func General(text string, l lang.Lang) iter.Seq[Said] {
	return func(yield func(Said) bool) {
		if l == lang.Unknown {
			l = lang.EN
		}
		g := generalOf[l]()
		if l == lang.FR {
			g.french.find(text, yield)
			return
		}
		g.words.scan(text, nil, func(m match) bool {
			s := g.said[m.phrase]
			s.Span = source.Span{Start: m.start, End: m.end}
			return yield(s)
		})
	}
}

// newGeneral reads the embedded table. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
func newGeneral(l lang.Lang) *general {
	var rows []struct {
		Class, Kind  string
		Saying, Weak bool
		Verb, Noun   map[string][]string
	}
	if err := yaml.Unmarshal(verbTable, &rows); err != nil {
		panic(fmt.Sprintf("lexicon: verbs.yaml: %v", err))
	}
	g := &general{}
	b := newTrieBuilder(sharedFolding())
	french := actBuilder{trie: b, french: true}
	lemma := int32(0)
	for i, row := range rows {
		act := &Act{ID: row.Class, Kind: row.Kind, Rank: generalRank + i, Saying: row.Saying, General: true, Weak: row.Weak}
		for _, entry := range row.Verb[l.String()] {
			lemma++
			v := parseVerb(entry)
			if l == lang.FR {
				french.addAll([]string{v.base}, actWord{act: act, lemma: lemma})
				french.addAll(plurals(v.noun), actWord{act: act, lemma: lemma, noun: true})
				continue
			}
			g.add(b, act, lemma, v.inflect(l))
			g.add(b, act, lemma, nouns(v.noun, l))
		}
		for _, noun := range row.Noun[l.String()] {
			lemma++
			if l == lang.FR {
				french.addAll(plurals(noun), actWord{act: act, lemma: lemma, noun: true})
				continue
			}
			g.add(b, act, lemma, nouns(noun, l))
		}
	}
	g.words = b.build()
	g.french = actIndex{g.words, french.words}
	return g
}

// plurals lists a French noun with its plural.
func plurals(noun string) []string {
	switch {
	case noun == "":
		return nil
	case strings.Contains(noun, " ") || strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "x"):
		return []string{noun}
	}
	return []string{noun, noun + "s"}
}

// generalRank is where the ranks of general words begin: below those of all
// acts.
const generalRank = 1000

// add enters the forms of a word. A form that stands there already keeps its
// first meaning, and may be more forms.
func (g *general) add(b *trieBuilder, act *Act, lemma int32, forms []inflected) {
	for _, f := range forms {
		at := b.add(f.text, len(g.said))
		if at == len(g.said) {
			g.said = append(g.said, Said{Act: act, Form: f.form, Lemma: lemma, Noun: f.form == Noun})
			continue
		}
		have := &g.said[at]
		have.Form |= f.form
		have.Noun = have.Form == Noun
	}
}
