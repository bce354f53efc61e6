package lexicon

import (
	_ "embed"
	"fmt"
	"iter"
	"strings"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// actTable is documented at its head.
//
//go:embed data/acts.yaml
var actTable []byte

// Act is something that can happen between the two sides, as the table of
// acts describes it.
type Act struct {
	ID       string
	Kind     string // of Kinds; "" for words that only look like an act, which Acts leaves out
	Rank     int    // place in the table: a lower one tells more
	Title    Names  // headline with braces; "" where the clause itself serves
	Saying   bool   // a date beside it dates the saying, not what is said
	Figure   bool   // tells an event only beside an amount, and a word of About
	Setting  bool   // its nouns name an occasion at which more is said
	Together bool   // everybody named took part alike

	About [len(lang.All) + 1][]string // what a figure has to be about, by language; read only
}

// Said is a stretch of text that tells an act.
type Said struct {
	source.Span
	*Act
	Noun   bool
	Future bool // the form itself says that it has yet to happen
}

// actWord is what one phrase of the table means.
type actWord struct {
	act          *Act
	noun, future bool
}

// actRow is an entry of the table as written.
type actRow struct {
	Act      string
	Kind     string
	Saying   bool
	Figure   bool
	Setting  bool
	Together bool
	Title    map[string]string
	About    map[string][]string
	Verb     map[string][]string
	Noun     map[string][]string
	Future   map[string][]string
}

// Acts yields the words of text that tell what happened, from left to right
// and apart from each other.
func (l *Lexicon) Acts(text string) iter.Seq[Said] {
	return func(yield func(Said) bool) {
		l.acts.scan(text, nil, func(m match) bool {
			w := &l.words[m.phrase]
			if w.act.Kind == "" {
				return true
			}
			return yield(Said{Span: source.Span{Start: m.start, End: m.end}, Act: w.act, Noun: w.noun, Future: w.future})
		})
	}
}

// indexActs reads the embedded table. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
func (l *Lexicon) indexActs(fold *folding) {
	var rows []actRow
	if err := yaml.Unmarshal(actTable, &rows); err != nil {
		panic(fmt.Sprintf("lexicon: acts.yaml: %v", err))
	}
	b := newTrieBuilder(fold)
	for i, row := range rows {
		act := &Act{
			ID: row.Act, Kind: row.Kind, Rank: i,
			Saying: row.Saying, Figure: row.Figure, Setting: row.Setting, Together: row.Together,
		}
		for _, in := range lang.All {
			act.Title[in] = row.Title[in.String()]
			act.About[in] = row.About[in.String()]
			for _, group := range []struct {
				words []string
				word  actWord
			}{
				{row.Verb[in.String()], actWord{act, false, false}},
				{row.Future[in.String()], actWord{act, false, true}},
				{row.Noun[in.String()], actWord{act, true, false}},
			} {
				for _, phrase := range group.words {
					l.addAct(b, phrase, group.word)
					if past := pluperfect(phrase); in == lang.FR && past != "" {
						l.addAct(b, past, group.word)
					}
				}
			}
		}
	}
	l.acts = b.build()
}

// addAct enters a phrase; the first entry of a phrase stands.
func (l *Lexicon) addAct(b *trieBuilder, phrase string, w actWord) {
	if b.add(phrase, len(l.words)) == len(l.words) {
		l.words = append(l.words, w)
	}
}

// pluperfect returns a French phrase with its auxiliary one tense back, or ""
// if it begins with none.
func pluperfect(phrase string) string {
	for _, aux := range [...][2]string{
		{"a ", "avait "},
		{"ont ", "avaient "},
		{"est ", "était "},
		{"sont ", "étaient "},
		{"s'est ", "s'était "},
		{"se sont ", "s'étaient "},
	} {
		if rest, ok := strings.CutPrefix(phrase, aux[0]); ok {
			return aux[1] + rest
		}
	}
	return ""
}
