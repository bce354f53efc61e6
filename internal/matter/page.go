package matter

import (
	"fmt"
	"strings"

	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

const head = `# Front matter

<!-- Made from internal/seed: go test ./internal/matter -update -->

A seed begins with what is known about it, between two lines of ` + "`---`" + ` in YAML (or
` + "`+++`" + ` in TOML). Every key may be left out. ` + "`buildsite fmt`" + ` puts them in this order;
` + "`buildsite schema`" + ` prints a JSON Schema of them, with the names of the registries.

`

// forms say what a key of a form takes.
var forms = map[seed.Form]string{
	seed.TextForm:    "text",
	seed.ListForm:    "a list of texts",
	seed.ChoiceForm:  "one of",
	seed.ChoicesForm: "a list of",
	seed.DateForm:    "a date",
	seed.AddressForm: "an address beginning with http:// or https://",
	seed.FlagForm:    "true or false",
	seed.SourcesForm: "a list of [sources](#sources)",
	seed.DaysForm:    "a mapping from days to texts",
	seed.ReasonsForm: "a mapping from [rules](checks.md) to reasons",
}

// Page returns the page of the documentation on front matter.
func Page() string {
	var b strings.Builder
	b.WriteString(head)
	table(&b, seed.Keys())
	b.WriteString("\n## Sources\n\nEach source is a mapping with these keys, or an address alone.\n\n")
	table(&b, seed.SourceKeys())
	return b.String()
}

func table(b *strings.Builder, keys []seed.Key) {
	b.WriteString("| key | takes | says | for example |\n|---|---|---|---|\n")
	for _, k := range keys {
		takes := forms[k.Form]
		words := k.Words
		if k.Known == seed.KnownKinds {
			words = lexicon.KindIDs()
		}
		if words != nil {
			takes += " " + strings.Join(words, ", ")
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | `%s` |\n", k.Name, takes, k.Doc, k.Example)
	}
}
