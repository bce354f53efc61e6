package lexicon

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

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
	Ends     bool   // tells the end of what another act of its kind tells
	Reports  bool   // makes known what may be a step of its own
	General  bool   // of the table of verbs: it tells less than an act
	Weak     bool   // too little to make an event of the timeline

	About [len(lang.All) + 1][]string // what a figure has to be about, by language; read only
}

// Said is a stretch of text that tells an act.
type Said struct {
	source.Span
	*Act
	Noun   bool
	Denied bool  // the form itself says that it did not happen, or is hearsay; French verbs only
	Future bool  // the form itself says that it has yet to happen
	Form   Form  // of a general word: what it can be
	Lemma  int32 // of a general word: the same for all forms of a verb and its noun
}

// actWord is one meaning of a phrase of the table. A French verb means it only
// in the form given, and any verb only where one of the objects follows.
type actWord struct {
	act          *Act
	noun, future bool
	form         form     // zero for a phrase as it stands in the table
	subjects     []string // words of which one has to stand before, in the clause
	objects      []string // and behind
	lemma        int32
}

// actRow is an entry of the table as written.
type actRow struct {
	Act      string
	Kind     string
	Saying   bool
	Figure   bool
	Setting  bool
	Together bool
	Ends     bool
	Reports  bool
	Title    map[string]string
	About    map[string][]string
	Verb     map[string][]string
	Noun     map[string][]string
	Future   map[string][]string
}

// Acts yields the words of a text in the language that tell what happened, from
// left to right and apart from each other. Those without a kind tell nothing, and
// no other word tells anything in their place. Nothing is told in an unknown
// language.
func (l *Lexicon) Acts(in lang.Lang, text string) iter.Seq[Said] {
	return func(yield func(Said) bool) { actsOf[in]().find(text, yield) }
}

// actIndex finds the phrases of one language.
type actIndex struct {
	trie  *trie
	words [][]actWord // by phrase, the narrower meanings first
}

// find yields the phrases of a text.
func (x *actIndex) find(text string, yield func(Said) bool) {
	if x.trie == nil {
		return
	}
	last := 0
	var said Said // of the match accepted last, which is the one that is yielded
	accept := func(m match) bool {
		s, ok := x.meaning(text, m)
		if ok {
			said = s
		}
		return ok
	}
	x.trie.scan(text, accept, func(match) bool {
		said.Start = max(said.Start, last)
		last = said.End
		return yield(said)
	})
}

// meaning returns what a phrase means where it stands.
func (x *actIndex) meaning(text string, m match) (Said, bool) {
	for i := range x.words[m.phrase] {
		w := &x.words[m.phrase][i]
		if w.objects != nil && !inClause(text[m.end:], w.objects) && !(w.form.tense == participleForm && inClauseBefore(text[:m.start], w.objects)) || w.subjects != nil && !inClauseBefore(text[:m.start], w.subjects) {
			continue
		}
		said := Said{Span: source.Span{Start: m.start, End: m.end}, Act: w.act, Noun: w.noun, Future: w.future, Lemma: w.lemma}
		if w.form.text == "" || w.inflected(text, &said) {
			return said, true
		}
	}
	return Said{}, false
}

// inflected tells whether a French verb stands in the form of w, and completes
// said by the words around it.
func (w *actWord) inflected(text string, said *Said) bool {
	if !w.form.fits(text[said.Start:said.End]) {
		return false
	}
	c := frenchVerbs().context(text, said.Start, said.End, w.form.tense)
	bare := w.form.tense == participleForm && !c.auxiliary
	switch {
	case c.noun,
		w.form.tense == finite && frenchVerbs().auxiliaryBefore(text, said.Start), // "a dit"
		w.form.auxiliary && isParticipleNext(text[said.End:]),                     // "a eu"
		w.form.tense == finite && strings.TrimSpace(text[:c.start]) == "",         // a French sentence does not begin with its verb
		w.form.reflexive != c.reflexive && !(bare && !w.form.reflexive),
		w.form.passive && !bare && !c.passive,
		bare && w.act.Saying:
		return false
	}
	said.Start, said.Denied = c.start, c.denied
	said.Form = w.form.of(c)
	said.Future = c.future || w.form.tense == ahead
	return true
}

// acts is the embedded table. That it is well formed is seen to by the tests, so
// a fault in it is a fault of the program.
var acts = sync.OnceValues(func() (rows []actRow, acts []*Act) {
	if err := yaml.Unmarshal(actTable, &rows); err != nil {
		panic(fmt.Sprintf("lexicon: acts.yaml: %v", err))
	}
	acts = make([]*Act, len(rows))
	for i, row := range rows {
		acts[i] = row.act(i)
	}
	return rows, acts
})

// actsOf holds the phrases of each language, which no registry changes; they are
// read when a text in the language is.
var actsOf = [len(lang.All) + 1]func() *actIndex{
	lang.Unknown: func() *actIndex { return &actIndex{} },
	lang.EN:      sync.OnceValue(func() *actIndex { return indexActs(lang.EN) }),
	lang.FR:      sync.OnceValue(func() *actIndex { return indexActs(lang.FR) }),
	lang.ZH:      sync.OnceValue(func() *actIndex { return indexActs(lang.ZH) }),
}

func indexActs(in lang.Lang) *actIndex {
	rows, acts := acts()
	b := actBuilder{trie: newTrieBuilder(sharedFolding()), french: in == lang.FR}
	for i, row := range rows {
		b.addAll(row.Verb[in.String()], actWord{act: acts[i]})
		b.addAll(row.Future[in.String()], actWord{act: acts[i], future: true})
		b.addAll(row.Noun[in.String()], actWord{act: acts[i], noun: true})
	}
	for _, meanings := range b.words {
		slices.SortStableFunc(meanings, func(v, w actWord) int { return v.width() - w.width() })
	}
	return &actIndex{b.trie.build(), b.words}
}

func (row *actRow) act(rank int) *Act {
	act := &Act{
		ID: row.Act, Kind: row.Kind, Rank: rank,
		Saying: row.Saying, Figure: row.Figure, Setting: row.Setting, Together: row.Together, Ends: row.Ends, Reports: row.Reports,
	}
	for _, in := range lang.All {
		act.Title[in] = row.Title[in.String()]
		act.About[in] = row.About[in.String()]
	}
	return act
}

// actBuilder collects the phrases of one language.
type actBuilder struct {
	trie   *trieBuilder
	words  [][]actWord
	french bool
}

// addAll enters phrases of the table, with all forms of a French verb.
func (b *actBuilder) addAll(phrases []string, w actWord) {
	for _, phrase := range alternatives(phrases) {
		w.subjects, w.objects = nil, nil
		if subjects, rest, ok := strings.Cut(phrase, " … "); ok && b.french && !w.noun && frenchVerbs().forms(subjects) == nil {
			phrase, w.subjects = rest, strings.Split(subjects, "|")
		}
		if head, objects, ok := strings.Cut(phrase, " … "); ok {
			phrase, w.objects = head, strings.Split(objects, "|")
		}
		var forms []form
		if b.french && !w.noun {
			forms = frenchVerbs().forms(phrase)
		}
		if forms == nil {
			b.add(phrase, w)
		}
		for _, f := range forms {
			w.form = f
			b.add(f.text, w)
		}
		w.form = form{}
	}
}

// alternatives writes out the phrases that hold a choice: "(raised|cut) duties"
// is two.
func alternatives(phrases []string) []string {
	var out []string
	for _, p := range phrases {
		head, rest, ok := strings.Cut(p, "(")
		choice, tail, closed := strings.Cut(rest, ")")
		if !ok || !closed {
			out = append(out, p)
			continue
		}
		for c := range strings.SplitSeq(choice, "|") {
			out = append(out, alternatives([]string{head + c + tail})...)
		}
	}
	return out
}

func (b *actBuilder) add(phrase string, w actWord) {
	at := b.trie.add(phrase, len(b.words))
	if at == len(b.words) {
		b.words = append(b.words, nil)
	}
	b.words[at] = append(b.words[at], w)
}

// width tells how much else a meaning may be: what needs an object, a passive
// or a "se" is looked at before what does not.
func (w *actWord) width() int {
	switch {
	case w.subjects != nil, w.objects != nil && (w.form.passive || w.form.reflexive):
		return 0
	case w.objects != nil:
		return 1
	case w.form.passive || w.form.reflexive:
		return 2
	}
	return 3
}
