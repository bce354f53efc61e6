package event

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
)

// cueTable is documented at its head and beside each cue.
//
//go:embed data/cues.yaml
var cueTable []byte

// cues holds the small words that decide what a date or an act means, for one
// language; data/cues.yaml tells what each is for. They are read only.
type cues struct {
	openers, relative, that, and, between, persons    []string // of clauses
	lookalikes                                        []string // words that hold another cue
	places, participles, prepositions, again          []string // about clauses, too
	objects, pairs, leaders, ministers                []string // that point back, or to offices
	spans, beginnings, spansAfter, than, from, inYear []string // about dates
	planned, negated, hypothetical, jubilee, goals    []string // about acts
	locative, sites, pronouns, honorifics, amounts    []string // about names and figures
	agents, toward, passives, measures                []string // about who acts on whom
	he, pair, coverbs                                 []string // of Chinese clauses
	scenes, sceneEnds, links, passing                 []string // of Chinese titles
	dateBefore, dateAfter                             []string // likewise
	have, had, be, was, been, modal, did, do          []string // auxiliaries
	determiner, preposition, subject, adverb          []string // other words before a verb

	words map[string]wordClass // of the last two rows, the adverbs too
}

// fields names the lists as the table does.
func (c *cues) fields() map[string]*[]string {
	return map[string]*[]string{
		"places": &c.places, "participles": &c.participles, "prepositions": &c.prepositions, "again": &c.again,
		"objects": &c.objects, "pairs": &c.pairs, "leaders": &c.leaders, "ministers": &c.ministers,
		"lookalikes": &c.lookalikes, "openers": &c.openers, "relative": &c.relative, "that": &c.that, "and": &c.and, "between": &c.between, "persons": &c.persons,
		"spans": &c.spans, "beginnings": &c.beginnings, "spansAfter": &c.spansAfter, "than": &c.than, "from": &c.from, "inYear": &c.inYear,
		"he": &c.he, "pair": &c.pair, "coverbs": &c.coverbs, "sites": &c.sites,
		"scenes": &c.scenes, "sceneEnds": &c.sceneEnds, "links": &c.links, "passing": &c.passing, "dateBefore": &c.dateBefore, "dateAfter": &c.dateAfter,
		"planned": &c.planned, "negated": &c.negated, "hypothetical": &c.hypothetical,
		"have": &c.have, "had": &c.had, "be": &c.be, "was": &c.was, "been": &c.been, "modal": &c.modal, "did": &c.did, "do": &c.do,
		"determiner": &c.determiner, "preposition": &c.preposition, "subject": &c.subject, "adverb": &c.adverb,
		"jubilee": &c.jubilee, "goals": &c.goals,
		"locative": &c.locative, "pronouns": &c.pronouns, "honorifics": &c.honorifics, "amounts": &c.amounts,
		"agents": &c.agents, "toward": &c.toward, "passives": &c.passives, "measures": &c.measures,
	}
}

// allCues reads the table once. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
var allCues = sync.OnceValue(func() *[len(lang.All) + 1]cues {
	out := new([len(lang.All) + 1]cues)
	if err := readCues(cueTable, out); err != nil {
		panic(fmt.Sprintf("event: cues.yaml: %v", err))
	}
	return out
})

// readCues fills out by language; the entry of lang.Unknown is English.
func readCues(table []byte, out *[len(lang.All) + 1]cues) error {
	var lists map[string]map[string][]string
	if err := yaml.Unmarshal(table, &lists); err != nil {
		return err
	}
	for _, l := range lang.All {
		fields := out[l].fields()
		for name, byLang := range lists {
			list, ok := fields[name]
			if !ok {
				return fmt.Errorf("no cue is called %q", name)
			}
			*list = byLang[l.String()]
		}
		out[l].classify()
	}
	out[lang.Unknown] = out[lang.EN]
	return nil
}

// cuesOf returns the cues of a language; for an unknown one, English.
func cuesOf(l lang.Lang) *cues { return &allCues()[l] }

// hasCue tells whether text holds one of the words.
func hasCue(l lang.Lang, text string, words []string) bool { return lastCue(l, text, words) >= 0 }

// lastCue returns the offset in text of the last of the words, -1 where there
// is none.
func lastCue(l lang.Lang, text string, words []string) int {
	best := -1
	for _, w := range words {
		if i := lastWord(l, text, w); i > best {
			best = i
		}
	}
	return best
}

func lastWord(l lang.Lang, text, word string) int {
	for end := len(text); end > 0; {
		i := lastFold(text[:end], word)
		if i < 0 || apart(l, text, i, i+len(word)) {
			return i
		}
		end = i + len(word) - 1
	}
	return -1
}

// lastFold is strings.LastIndex for a word in lower case, which has a capital
// only where it begins the text: "May" within a sentence is the month.
func lastFold(text, word string) int {
	i := strings.LastIndex(text, word)
	if i < 0 && text != "" && text[0]|0x20 == word[0] && strings.HasPrefix(text[1:], word[1:]) {
		return 0
	}
	return i
}

// apart tells whether text[start:end] is a word of its own and no part of
// another.
func apart(l lang.Lang, text string, start, end int) bool {
	if l != lang.ZH {
		return bordered(text, start, end)
	}
	for _, w := range cuesOf(l).lookalikes {
		at := strings.Index(w, text[start:end])
		if at >= 0 && at <= start && strings.HasPrefix(text[start-at:], w) {
			return false
		}
	}
	return true
}

// bordered tells whether no letter touches text[start:end].
func bordered(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// endsWith tells whether text ends with the word, as a word of its own.
func endsWith(l lang.Lang, text, word string) bool {
	i := len(text) - len(word)
	if i < 0 || lastFold(text[i:], word) != 0 {
		return false
	}
	return apart(l, text, i, len(text))
}

// endsWithAny tells whether text ends with one of the words.
func endsWithAny(l lang.Lang, text string, words []string) bool {
	for _, w := range words {
		if endsWith(l, text, w) {
			return true
		}
	}
	return false
}
