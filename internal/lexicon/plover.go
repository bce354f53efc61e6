package lexicon

import (
	_ "embed"
	"fmt"
	"sync"

	"go.yaml.in/yaml/v3"
)

// ploverTable is documented at its head.
//
//go:embed data/plover.yaml
var ploverTable []byte

// Code is what an event of a kind and a quad class is called by PLOVER and
// CAMEO. The zero value is no code.
type Code struct {
	Kind   string // "any" for every kind that has no code of its own
	Quad   Quad
	Plover string // event type: "CONSULT"
	Cameo  string // root code, two digits: "04"
	Why    string
}

// anyKind stands for the kinds without a row of their own.
const anyKind = "any"

type codeKey struct {
	kind string
	quad Quad
}

// codes is the table, in its order and by what it is asked for. That it is well
// formed is seen to by the tests, so a fault in it is a fault of the program.
var codes = sync.OnceValues(func() ([]Code, map[codeKey]Code) {
	var rows []struct{ Kind, Quad, Plover, Cameo, Why string }
	if err := yaml.Unmarshal(ploverTable, &rows); err != nil {
		panic(fmt.Sprintf("lexicon: plover.yaml: %v", err))
	}
	list, by := make([]Code, len(rows)), make(map[codeKey]Code, len(rows))
	for i, r := range rows {
		list[i] = Code{r.Kind, ParseQuad(r.Quad), r.Plover, r.Cameo, r.Why}
		by[codeKey{r.Kind, list[i].Quad}] = list[i]
	}
	return list, by
})

// Codes returns the table of codes in its order. It is read only.
func Codes() []Code {
	list, _ := codes()
	return list
}

// CodeOf returns the code of an event of the given kind and class, the zero
// value where it has no class.
func CodeOf(kind string, quad Quad) Code {
	_, by := codes()
	if c, ok := by[codeKey{kind, quad}]; ok {
		return c
	}
	return by[codeKey{anyKind, quad}]
}
