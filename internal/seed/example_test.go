package seed_test

import (
	"fmt"

	"buildsite/internal/seed"
)

func ExampleParse() {
	raw := []byte("---\ntitle: Envoys\nlang: en\n---\n## 1970\n\n- 13 October: Canada recognises the People's Republic.\n- 30 February: Impossible.\n")
	doc, diagnostics := seed.Parse("chronicles/envoys.md", raw, seed.Options{})
	for _, e := range doc.Entries {
		fmt.Println(doc.Type, e.Date, e.Title, doc.Position(e.Text.Start))
	}
	for _, d := range diagnostics {
		fmt.Println(d)
	}
	// Output:
	// chronicle 1970-10-13 Canada recognises the People's Republic 7:15
	// chronicles/envoys.md:8:3: error: date "30 February": there is no day 30 (bad-date)
	//   hint: February 1970 has 28 days
}
