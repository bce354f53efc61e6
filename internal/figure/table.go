package figure

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
)

// wordTable is documented at its head.
//
//go:embed data/figures.yaml
var wordTable []byte

// row is an entry of the table as written: of a scale, a unit or a measure.
type row struct {
	Power    int
	Unit     string
	Currency string
	Money    bool
	Measure  string
	Before   []string
	EN       []string
	FR       []string
	ZH       []string
}

// in returns the row's words after a number in a language.
func (r *row) in(l lang.Lang) []string {
	switch l {
	case lang.FR:
		return r.FR
	case lang.ZH:
		return r.ZH
	}
	return r.EN
}

// word is what one word of the table means.
type word struct {
	text string
	bare bool // capitals only: found in capitals only
	row  *row
}

// words are the table in one language, each list with its longest word first.
type words struct{ scales, units, measures, signs []word }

// tables returns the words by language. That the table is well formed is seen
// to by the tests, so a fault in it is a fault of the program.
var tables = sync.OnceValue(func() *[len(lang.All) + 1]words {
	var file struct{ Scales, Units, Measures []row }
	if err := yaml.Unmarshal(wordTable, &file); err != nil {
		panic(fmt.Sprintf("figure: figures.yaml: %v", err))
	}
	all := new([len(lang.All) + 1]words)
	for l := range all {
		in := lang.Lang(l)
		all[l] = words{
			scales: list(file.Scales, in), units: list(file.Units, in), measures: list(file.Measures, in),
			signs: signs(file.Units),
		}
	}
	return all
})

func list(rows []row, l lang.Lang) []word {
	var out []word
	for i := range rows {
		for _, text := range rows[i].in(l) {
			out = append(out, newWord(text, &rows[i]))
		}
	}
	return longestFirst(out)
}

func signs(rows []row) []word {
	var out []word
	for i := range rows {
		for _, text := range rows[i].Before {
			out = append(out, newWord(text, &rows[i]))
		}
	}
	return longestFirst(out)
}

func newWord(text string, r *row) word {
	bare := !strings.ContainsFunc(text, unicode.IsLower) && strings.ContainsFunc(text, unicode.IsUpper)
	if !bare {
		text = strings.ToLower(text)
	}
	return word{text, bare, r}
}

func longestFirst(all []word) []word {
	slices.SortStableFunc(all, func(a, b word) int { return cmp.Compare(len(b.text), len(a.text)) })
	return all
}
