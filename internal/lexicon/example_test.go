package lexicon_test

import (
	"fmt"
	"testing/fstest"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

func ExampleLexicon_Find() {
	lex, _ := lexicon.Load(fstest.MapFS{"people.yaml": {Data: []byte(`
- name: Mélanie Joly
  zh: 乔利
  side: canada
`)}})
	for _, text := range []string{"Melanie Joly came to Beijing.", "乔利访问北京。"} {
		for m := range lex.Find(text) {
			fmt.Print(m.Of(text), " ", m.Side)
			if m.Person != nil {
				fmt.Print(" ", m.Person.Name.In(lang.EN))
			}
			fmt.Println()
		}
	}
	// Output:
	// Melanie Joly canada Mélanie Joly
	// Beijing china
	// 乔利 canada Mélanie Joly
	// 北京 china
}

func ExampleSlug() {
	fmt.Println(lexicon.Slug("François-Philippe Champagne"))
	fmt.Println(lexicon.Slug("中加建交, 1970"))
	// Output:
	// francois-philippe-champagne
	// 中加建交-1970
}
