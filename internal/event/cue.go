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
	adjectives   []string
	adverb       []string
	afterwards   []string
	again        []string
	ahead        []string
	agents       []string
	amounts      []string
	and          []string
	asIs         []string
	back         []string
	be           []string
	been         []string
	beforehand   []string
	bodies       []string
	beginnings   []string
	between      []string
	comparing    []string
	coverbs      []string
	dateAfter    []string
	dateBefore   []string
	determiner   []string
	did          []string
	do           []string
	effects      []string
	from         []string
	goals        []string
	had          []string
	have         []string
	he           []string
	heads        []string
	honorifics   []string
	hypothetical []string
	inYear       []string
	jubilee      []string
	labels       []string
	leadWords    []string
	leaders      []string
	links        []string
	locative     []string
	lookalikes   []string
	makers       []string
	loose        []string
	measures     []string
	ministers    []string
	modal        []string
	negated      []string
	objects      []string
	ofDate       []string
	offices      []string
	shares       []string
	during       []string
	done         []string
	purposes     []string
	sharing      []string
	datesOf      []string
	openers      []string
	pair         []string
	pairs        []string
	participles  []string
	passing      []string
	passives     []string
	phases       []string
	saidAt       []string
	titles       []string
	whens        []string
	places       []string
	planned      []string
	possessive   []string
	possessors   []string
	premiers     []string
	preposition  []string
	prepositions []string
	pronouns     []string
	relative     []string
	sceneEnds    []string
	scenes       []string
	roles        []string
	surnames     []string
	institutions []string
	sites        []string
	spans        []string
	spansAfter   []string
	staged       []string
	subject      []string
	than         []string
	that         []string
	toward       []string
	was          []string
	unrelated    []string
	wished       []string

	words map[string]wordClass // of the small words before a verb
}

// fields names the lists as the table does.
func (c *cues) fields() map[string]*[]string {
	return map[string]*[]string{
		"adjectives":   &c.adjectives,
		"adverb":       &c.adverb,
		"afterwards":   &c.afterwards,
		"again":        &c.again,
		"beforehand":   &c.beforehand,
		"bodies":       &c.bodies,
		"ahead":        &c.ahead,
		"agents":       &c.agents,
		"amounts":      &c.amounts,
		"and":          &c.and,
		"asIs":         &c.asIs,
		"back":         &c.back,
		"be":           &c.be,
		"been":         &c.been,
		"beginnings":   &c.beginnings,
		"between":      &c.between,
		"comparing":    &c.comparing,
		"coverbs":      &c.coverbs,
		"dateAfter":    &c.dateAfter,
		"dateBefore":   &c.dateBefore,
		"determiner":   &c.determiner,
		"did":          &c.did,
		"do":           &c.do,
		"effects":      &c.effects,
		"from":         &c.from,
		"goals":        &c.goals,
		"had":          &c.had,
		"have":         &c.have,
		"he":           &c.he,
		"heads":        &c.heads,
		"honorifics":   &c.honorifics,
		"hypothetical": &c.hypothetical,
		"inYear":       &c.inYear,
		"jubilee":      &c.jubilee,
		"labels":       &c.labels,
		"leadWords":    &c.leadWords,
		"leaders":      &c.leaders,
		"links":        &c.links,
		"locative":     &c.locative,
		"lookalikes":   &c.lookalikes,
		"loose":        &c.loose,
		"makers":       &c.makers,
		"measures":     &c.measures,
		"ministers":    &c.ministers,
		"modal":        &c.modal,
		"negated":      &c.negated,
		"objects":      &c.objects,
		"ofDate":       &c.ofDate,
		"offices":      &c.offices,
		"shares":       &c.shares,
		"during":       &c.during,
		"done":         &c.done,
		"purposes":     &c.purposes,
		"sharing":      &c.sharing,
		"datesOf":      &c.datesOf,
		"openers":      &c.openers,
		"pair":         &c.pair,
		"pairs":        &c.pairs,
		"participles":  &c.participles,
		"passing":      &c.passing,
		"passives":     &c.passives,
		"titles":       &c.titles,
		"whens":        &c.whens,
		"saidAt":       &c.saidAt,
		"phases":       &c.phases,
		"places":       &c.places,
		"planned":      &c.planned,
		"possessive":   &c.possessive,
		"possessors":   &c.possessors,
		"premiers":     &c.premiers,
		"preposition":  &c.preposition,
		"prepositions": &c.prepositions,
		"pronouns":     &c.pronouns,
		"relative":     &c.relative,
		"sceneEnds":    &c.sceneEnds,
		"scenes":       &c.scenes,
		"roles":        &c.roles,
		"surnames":     &c.surnames,
		"institutions": &c.institutions,
		"sites":        &c.sites,
		"spans":        &c.spans,
		"spansAfter":   &c.spansAfter,
		"staged":       &c.staged,
		"subject":      &c.subject,
		"than":         &c.than,
		"that":         &c.that,
		"toward":       &c.toward,
		"was":          &c.was,
		"unrelated":    &c.unrelated,
		"wished":       &c.wished,
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
	if len(words) >= manyCues {
		pairs := pairsOf(text)
		for _, w := range words {
			if pairs.mayHold(w) {
				best = max(best, lastWord(l, text, w))
			}
		}
		return best
	}
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
