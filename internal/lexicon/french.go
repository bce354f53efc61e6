package lexicon

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// frenchTable is documented at its head.
//
//go:embed data/french.yaml
var frenchTable []byte

// french holds what the table of French verbs tells. It is read only.
type french struct {
	Irregular map[string]string
	Prefixes  []string

	Past, Ahead, Hearsay, Passive []string // auxiliaries
	Denying, Between, Nominal     []string // words around a verb
	NotVerbs                      []string `yaml:"notVerbs"`
	Strange                       strangeVerbs
}

// frenchVerbs reads the table once. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
var frenchVerbs = sync.OnceValue(func() *french {
	f := new(french)
	if err := yaml.Unmarshal(frenchTable, f); err != nil {
		panic(fmt.Sprintf("lexicon: french.yaml: %v", err))
	}
	return f
})

// inflection is what the form of a French verb says.
type inflection uint8

const (
	finite         inflection = iota + 1 // present, imparfait, passé simple
	ahead                                // future, conditional
	infinitive                           // "signer"
	participleForm                       // "signé", with or without an auxiliary
)

// form is one form of a French verb.
type form struct {
	text      string // in lower case, with its accents: "annonce" is not "annoncé"
	tense     inflection
	reflexive bool // only with "se": "s'entretenir"
	passive   bool // only with "être", or with no auxiliary
	auxiliary bool // of "avoir": before a participle it is no verb of its own
}

// forms lists the forms of a verb as acts.yaml names it: by the infinitive, with
// "se" before it and words behind it ("se mettre d'accord"), or as "être" with
// a participle. It returns nil for words that are no such phrase.
func (f *french) forms(phrase string) []form {
	verb, reflexive := phrase, false
	for _, se := range []string{"se ", "s'"} {
		if rest, ok := strings.CutPrefix(phrase, se); ok {
			verb, reflexive = rest, true
		}
	}
	head, rest, _ := strings.Cut(verb, " ")
	if rest != "" {
		rest = " " + rest
	}
	if first, behind, _ := strings.Cut(strings.TrimPrefix(rest, " "), " "); head == "être" && isParticiple(first) {
		if behind != "" {
			behind = " " + behind
		}
		return agreements(first, behind, form{passive: true})
	}
	principal := f.principal(head)
	if principal == nil {
		return nil
	}
	var out []form
	add := func(text string, tense inflection) {
		if !slices.Contains(f.NotVerbs, text+rest) {
			out = append(out, form{text: text + rest, tense: tense, reflexive: reflexive, auxiliary: head == "avoir" && tense == finite})
		}
	}
	for _, text := range principal[:4] {
		add(text, finite)
	}
	for _, ending := range []string{"ait", "aient"} {
		add(beforeA(principal[6])+ending, finite)
		add(principal[4]+ending, ahead)
	}
	add(principal[4]+"a", ahead)
	add(principal[4]+"ont", ahead)
	add(head, infinitive)
	return append(out, agreements(principal[5], rest, form{reflexive: reflexive})...)
}

// isParticipleNext tells whether a participle follows.
func isParticipleNext(after string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(after, " "), " ")
	word = strings.TrimRight(word, ".,;es")
	return word == "" || isParticiple(word) || strings.HasSuffix(word, "é")
}

// agreements lists a participle in both genders and numbers.
func agreements(participle, rest string, like form) []form {
	var out []form
	for _, ending := range []string{"", "e", "s", "es"} {
		if strings.HasSuffix(participle, "s") && (ending == "s") {
			continue
		}
		like.text, like.tense = participle+ending+rest, participleForm
		out = append(out, like)
	}
	return out
}

func isParticiple(word string) bool {
	return strings.HasSuffix(word, "é") || strings.HasSuffix(word, "u") || strings.HasSuffix(word, "i") ||
		strings.HasSuffix(word, "is") || strings.HasSuffix(word, "it") || strings.HasSuffix(word, "ert") || strings.HasSuffix(word, "int")
}

// principal lists the parts from which a verb's forms are made, in the order of
// the table of irregular verbs; nil for what is no infinitive.
func (f *french) principal(verb string) []string {
	if parts, ok := f.Irregular[verb]; ok {
		return strings.Fields(parts)
	}
	if parts := f.compound(verb); parts != nil {
		return parts
	}
	stem := verb[:max(0, len(verb)-2)]
	switch {
	case len(stem) < 2:
		return nil
	case strings.HasSuffix(verb, "oyer"), strings.HasSuffix(verb, "uyer"): // "emploie", "appuie"
		i := strings.TrimSuffix(stem, "y") + "i"
		return []string{i + "e", i + "ent", stem + "a", stem + "èrent", i + "er", stem + "é", stem}
	case strings.HasSuffix(verb, "er"):
		return []string{stem + "e", stem + "ent", beforeA(stem) + "a", stem + "èrent", verb, stem + "é", stem}
	case strings.HasSuffix(verb, "ir"):
		return []string{stem + "it", stem + "issent", stem + "it", stem + "irent", verb, stem + "i", stem + "iss"}
	case strings.HasSuffix(verb, "dre"):
		return []string{stem, stem + "ent", stem + "it", stem + "irent", stem + "r", stem + "u", stem}
	}
	return nil
}

// compound makes "entretenir" of "tenir".
func (f *french) compound(verb string) []string {
	for base, parts := range f.Irregular {
		prefix, ok := strings.CutSuffix(verb, base)
		if !ok || !slices.Contains(f.Prefixes, prefix) && base != "cevoir" {
			continue
		}
		out := strings.Fields(parts)
		for i := range out {
			out[i] = prefix + out[i]
		}
		return out
	}
	return nil
}

// beforeA writes a stem in "g" or "c" as it is written before an "a".
func beforeA(stem string) string {
	if before, ok := strings.CutSuffix(stem, "c"); ok {
		return before + "ç"
	}
	if strings.HasSuffix(stem, "g") {
		return stem + "e"
	}
	return stem
}

// fits tells whether the words found are written as the form is. Accents do
// not matter but for the ones that tell "annoncé" from "annonce" and "à" from
// "a".
func (f *form) fits(found string) bool {
	head, _, _ := strings.Cut(f.text, " ")
	word, _, _ := strings.Cut(strings.ToLower(found), " ")
	if len(head) == 1 {
		return word == head
	}
	return acute(word) == acute(head)
}

// acute tells whether a word ends like a participle in -é.
func acute(word string) bool {
	return strings.HasSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "s"), "e"), "é")
}

// of says which form a verb has among the words around it.
func (f *form) of(c context) Form {
	switch {
	case c.auxiliary:
		return Compound
	case f.tense == participleForm:
		return Participle
	case f.tense == infinitive:
		return Base
	}
	return Present
}
