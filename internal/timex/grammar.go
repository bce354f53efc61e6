package timex

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/lang"
)

//go:embed rules/en.txt rules/fr.txt rules/zh.txt
var ruleFiles embed.FS

// grammars holds a reader for each language's file, which runs on first use.
var grammars = [...]func() *grammar{
	lang.EN: sync.OnceValue(func() *grammar { return mustRead("rules/en.txt") }),
	lang.FR: sync.OnceValue(func() *grammar { return mustRead("rules/fr.txt") }),
	lang.ZH: sync.OnceValue(func() *grammar { return mustRead("rules/zh.txt") }),
}

// grammarOf returns the grammar of a language, English for Unknown.
func grammarOf(l lang.Lang) *grammar {
	if l == lang.Unknown {
		l = lang.EN
	}
	return grammars[l]()
}

// mustRead reads an embedded file. It panics on a mistake in it, which a test
// of this package would have found.
func mustRead(name string) *grammar {
	text, err := ruleFiles.ReadFile(name)
	if err == nil {
		var g *grammar
		if g, err = readGrammar(string(text)); err == nil {
			return g
		}
	}
	panic(fmt.Sprintf("timex: %s: %v", name, err))
}

// bits is a set of classes.
type bits uint64

func (c class) bit() bits { return 1 << c }

// An entry is a word or phrase of the language's file.
type entry struct {
	bits    bits
	values  []classValue
	capital bool // only written with a capital: "May"
	plain   bool // and also without
	accents bool // as a cue it has accents: "entré", not "entre"
}

type classValue struct {
	class class
	value int
}

// A grammar is a language's file, read: its words, and its rules as one tree.
type grammar struct {
	words    map[string]uint16 // folded word → index in entries
	entries  []entry           // 0 is no entry
	phrases  map[phraseKey]phraseNode
	opens    []bool           // by entry: some phrase begins with it
	han      [hanBlock]uint32 // the lengths of the Chinese words that begin with a character, as bits
	elisions bool             // "l'", "d'" are words of their own
	zones    []string         // the IANA's names of those that words name

	connectors map[string]bool // words between the two ends of a stretch
	pairing    map[string]bool // those that need an opening before: "between … and"
	openings   map[string]bool

	nodes     []node            // 0 is the root
	rootLit   []int32           // by entry: the node that this very word leads to from the root, or 0
	rootClass [numClasses]int32 // by class, likewise
	rootBits  bits              // the classes that lead somewhere
	sequences []sequence
	line      int             // being read
	steps     map[string]step // that rules have, by how they are written
}

// Phrases are walked word by word, each step keyed by where one is and the
// next word; node 0 is the start.
type phraseKey struct {
	at   uint16
	word uint16
}

type phraseNode struct {
	next  uint16
	entry uint16 // the phrase that ends here, or 0
}

// readGrammar reads a language's file, as the package comment describes it.
func readGrammar(text string) (*grammar, error) {
	g := &grammar{
		words:     map[string]uint16{},
		entries:   make([]entry, 1, 1024),
		phrases:   map[phraseKey]phraseNode{},
		steps:     map[string]step{},
		nodes:     make([]node, 1, 8192),
		sequences: make([]sequence, 0, 5000),

		connectors: map[string]bool{},
		pairing:    map[string]bool{},
		openings:   map[string]bool{},
	}
	macros := map[string]string{}
	for line := range strings.Lines(text) {
		g.line++
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := g.readLine(line, macros); err != nil {
			return nil, fmt.Errorf("line %d: %w", g.line, err)
		}
	}
	g.finish()
	return g, nil
}

func (g *grammar) readLine(line string, macros map[string]string) error {
	name, rest, isRule := strings.Cut(line, " : ")
	if isRule {
		return g.addRule(strings.TrimSpace(name), expandMacros(rest, macros))
	}
	name, rest, ok := strings.Cut(line, " = ")
	name = strings.TrimSpace(name)
	switch {
	case !ok:
		return fmt.Errorf("neither words (%q) nor a rule (%q)", "CLASS VALUE = …", "meaning : …")
	case name == "to":
		addAll(rest, g.connectors)
		return nil
	case name == "and":
		addAll(rest, g.connectors, g.pairing)
		return nil
	case name == "between":
		addAll(rest, g.openings)
		return nil
	case name == "elisions":
		g.elisions = true
		return nil
	case strings.HasPrefix(name, "$"):
		macros[name] = "( " + strings.TrimSpace(expandMacros(rest, macros)) + " )"
		return nil
	}
	return g.addWords(name, rest)
}

// addAll puts the parts of a list between commas into sets.
func addAll(list string, sets ...map[string]bool) {
	for part := range strings.SplitSeq(list, ",") {
		for _, set := range sets {
			set[strings.TrimSpace(part)] = true
		}
	}
}

// expandMacros replaces the $names in a pattern.
func expandMacros(pattern string, macros map[string]string) string {
	fields := patternFields(pattern)
	for i, f := range fields {
		if m, ok := macros[f]; ok {
			fields[i] = m
		}
	}
	return strings.Join(fields, " ")
}

// addWords reads "MONTH 1" and "january, jan, jan.".
func (g *grammar) addWords(head, list string) error {
	name, number, _ := strings.Cut(head, " ")
	c := classNamed(name)
	if c == noClass {
		return fmt.Errorf("no class is called %q", name)
	}
	read := wordValue
	if c == classZone || c == classCity {
		read = g.zoneValue
	}
	value, err := read(strings.TrimSpace(number))
	if err != nil {
		return err
	}
	for form := range strings.SplitSeq(list, ",") {
		if form = strings.TrimSpace(form); form != "" {
			id := g.intern(form)
			e := &g.entries[id]
			e.bits |= c.bit()
			e.accents = e.accents || c == classCue && !isASCII(form)
			e.values = append(e.values, classValue{c, value})
		}
	}
	return nil
}

// isASCII tells whether a form has neither accents nor other scripts' letters.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// maxHan is how many characters a Chinese word has at most.
const maxHan = 20

// intern returns the entry of a word or phrase, new if need be.
func (g *grammar) intern(form string) uint16 {
	words := strings.Fields(form)
	if len(form) > 1 { // the scanner drops hyphens between words
		form = strings.ReplaceAll(form, "-", " ")
		switch {
		case !g.elisions:
			form = strings.ReplaceAll(form, "'s", " 's")
		case !strings.Contains(form, "aujourd'hui"):
			form = strings.ReplaceAll(form, "'", "' ")
		}
		words = strings.Fields(form)
	}
	if len(words) == 1 {
		return g.internWord(words[0], true)
	}
	at, id := uint16(0), uint16(0)
	for i, w := range words {
		k := phraseKey{at, g.internWord(w, false)}
		n, ok := g.phrases[k]
		if !ok {
			n.next = uint16(len(g.phrases) + 1)
		}
		if i == len(words)-1 {
			if n.entry == 0 {
				n.entry = g.newEntry()
			}
			id = n.entry
		}
		g.phrases[k] = n
		at = n.next
	}
	return id
}

// internWord returns the entry of one word. A word that is only known as a part
// of phrases may be written either way.
func (g *grammar) internWord(w string, whole bool) uint16 {
	r, _ := utf8.DecodeRuneInString(w)
	key := string(foldString(w))
	id, ok := g.words[key]
	if !ok {
		id = g.newEntry()
		g.words[key] = id
		if i := hanIndex(r); i >= 0 {
			g.han[i] |= 1 << min(utf8.RuneCountInString(w), maxHan)
		}
	}
	switch {
	case !whole:
	case unicode.IsUpper(r):
		g.entries[id].capital = true
	default:
		g.entries[id].plain = true
	}
	return id
}

func (g *grammar) newEntry() uint16 {
	g.entries = append(g.entries, entry{plain: false})
	return uint16(len(g.entries) - 1)
}

// finish fills the tables that are looked up by entry.
func (g *grammar) finish() {
	g.opens = make([]bool, len(g.entries))
	for k := range g.phrases {
		if k.at == 0 {
			g.opens[k.word] = true
		}
	}
	g.rootLit = make([]int32, len(g.entries))
	for _, e := range g.nodes[0].edges {
		if e.class != noClass {
			g.rootBits |= e.class.bit()
			g.rootClass[e.class] = e.to
		} else {
			g.rootLit[e.word] = e.to
		}
	}
}

// value returns the value of a word in a class, 0 if it has none.
func (g *grammar) value(id uint16, c class) int {
	for _, v := range g.entries[id].values {
		if v.class == c {
			return v.value
		}
	}
	return 0
}
