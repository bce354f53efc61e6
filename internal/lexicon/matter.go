package lexicon

import (
	_ "embed"
	"fmt"
	"slices"

	"go.yaml.in/yaml/v3"
)

// matterTable is documented at its head.
//
//go:embed data/matters.yaml
var matterTable []byte

// matters finds what acts are about.
type matters struct {
	words *trie
	names []string // by phrase of words
}

// indexMatters reads the embedded table. That it is well formed is seen to by
// the tests, so a fault in it is a fault of the program.
func (l *Lexicon) indexMatters(fold *folding) {
	var rows []struct {
		Matter     string
		EN, FR, ZH []string
	}
	if err := yaml.Unmarshal(matterTable, &rows); err != nil {
		panic(fmt.Sprintf("lexicon: matters.yaml: %v", err))
	}
	b := newTrieBuilder(fold)
	for _, row := range rows {
		for _, phrase := range slices.Concat(row.EN, row.FR, row.ZH) {
			if b.add(phrase, len(l.matters.names)) == len(l.matters.names) {
				l.matters.names = append(l.matters.names, row.Matter)
			}
		}
	}
	l.matters.words = b.build()
}

// Matters returns what a text is about, in names that are the same in all
// languages, each once, in the order of the text: "canola", "joint-statement".
// It is nil where the table knows none of its words.
func (l *Lexicon) Matters(text string) []string {
	var out []string
	l.matters.words.scan(text, nil, func(m match) bool {
		if name := l.matters.names[m.phrase]; !slices.Contains(out, name) {
			out = append(out, name)
		}
		return true
	})
	return out
}
