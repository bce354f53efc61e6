// Package matter knows how front matter is told to those who write it: as a
// JSON Schema to their editors' programs ([Schema]), as a page of the
// documentation to themselves ([Page]). Both are made from the tables that
// package seed reads front matter with.
package matter

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"buildsite/internal/lexicon"
	"buildsite/internal/rule"
	"buildsite/internal/seed"
)

// schema is a JSON Schema, as far as it is needed here. Its fields are written
// in this order.
type schema struct {
	Schema      string     `json:"$schema,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        []string   `json:"type,omitempty"`
	Enum        []any      `json:"enum,omitempty"`
	Pattern     string     `json:"pattern,omitempty"`
	AnyOf       []*schema  `json:"anyOf,omitempty"`
	Items       *schema    `json:"items,omitempty"`
	Properties  properties `json:"properties,omitempty"`
	Additional  *bool      `json:"additionalProperties,omitempty"`
	Examples    []string   `json:"examples,omitempty"`
}

// properties are the keys of an object, in the order of the documentation.
type properties []property

type property struct {
	name string
	*schema
}

// MarshalJSON writes an object.
func (ps properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, p := range ps {
		b.WriteByte("{,"[min(i, 1)])
		name, err := json.Marshal(p.name)
		if err != nil {
			return nil, err
		}
		value, err := encode(p.schema)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// The dialects of JSON Schema. What is needed here means the same in both.
const (
	Dialect2020 = "https://json-schema.org/draft/2020-12/schema"
	Draft07     = "http://json-schema.org/draft-07/schema#"
)

// Schema returns a JSON Schema of front matter in a dialect. The names of the
// lexicon's registries are offered; others will do as well.
func Schema(lex *lexicon.Lexicon, dialect string) ([]byte, error) {
	w := writer{known(lex)}
	root := w.object(seed.Keys())
	root.Schema = dialect
	root.Title = "Front matter of a seed"
	root.Type = append(root.Type, "null")
	data, err := encode(root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// known gathers the words that package seed does not know.
func known(lex *lexicon.Lexicon) map[seed.Known][]string {
	all := map[seed.Known][]string{seed.KnownKinds: lexicon.KindIDs()}
	for _, r := range rule.All {
		if !r.Fixed {
			all[seed.KnownRules] = append(all[seed.KnownRules], r.Name)
		}
	}
	for _, t := range lex.Topics {
		all[seed.KnownTopics] = append(all[seed.KnownTopics], t.ID)
	}
	for _, p := range lex.People {
		all[seed.KnownPeople] = append(all[seed.KnownPeople], p.Name.In(0))
	}
	for _, p := range lex.Places {
		all[seed.KnownPlaces] = append(all[seed.KnownPlaces], p.Name.In(0))
	}
	for _, p := range lex.Publishers {
		all[seed.KnownPublishers] = append(all[seed.KnownPublishers], p.Name.In(0))
	}
	return all
}

// writer makes schemas of keys.
type writer struct{ known map[seed.Known][]string }

func (w writer) object(keys []seed.Key) *schema {
	s := &schema{Type: []string{"object"}, Additional: new(bool)}
	for _, k := range keys {
		p := w.key(k)
		p.Description, p.Examples = k.Doc, []string{k.Example}
		s.Properties = append(s.Properties, property{k.Name, p})
	}
	return s
}

// null is what a key without a value has: it counts as absent.
func null() *schema { return &schema{Type: []string{"null"}} }

// scalar is any single value.
func scalar() *schema { return &schema{Type: []string{"string", "number", "boolean", "null"}} }

// address is one on the web.
func address() *schema {
	return &schema{Type: []string{"string"}, Pattern: `^\s*[Hh][Tt][Tt][Pp][Ss]?://`}
}

func (w writer) key(k seed.Key) *schema {
	switch k.Form {
	case seed.TextForm:
		return w.text(k)
	case seed.ListForm:
		return listOf(w.text(k))
	case seed.ChoiceForm:
		return &schema{AnyOf: []*schema{w.words(k), null()}}
	case seed.ChoicesForm:
		return listOf(w.words(k))
	case seed.DateForm:
		return &schema{Type: []string{"string", "integer", "null"}}
	case seed.AddressForm:
		return &schema{AnyOf: []*schema{address(), null()}}
	case seed.FlagForm:
		return &schema{Enum: []any{true, false, "yes", "no", "on", "off", nil}}
	case seed.SourcesForm:
		return listOf(w.object(seed.SourceKeys()), address())
	case seed.DaysForm:
		return &schema{Type: []string{"object", "null"}}
	default: // seed.ReasonsForm
		s := &schema{Type: []string{"object", "null"}, Additional: new(bool)}
		for _, name := range w.known[k.Known] {
			r, _ := rule.Find(name)
			s.Properties = append(s.Properties, property{name, &schema{Type: []string{"string"}, Description: r.Doc}})
		}
		return s
	}
}

// listOf is a list of what one of the schemas allows. A single one may stand
// alone.
func listOf(all ...*schema) *schema {
	item := all[0]
	if len(all) > 1 {
		item = &schema{AnyOf: all}
	}
	list := &schema{Type: []string{"array"}, Items: &schema{AnyOf: append(slices.Clone(all), null())}}
	return &schema{AnyOf: []*schema{list, item, null()}}
}

// text is a single value, with the names that are registered to choose from.
func (w writer) text(k seed.Key) *schema {
	names := w.known[k.Known]
	if len(names) == 0 {
		return scalar()
	}
	return &schema{AnyOf: []*schema{{Enum: values(names)}, scalar()}}
}

// words is one of the key's words.
func (w writer) words(k seed.Key) *schema {
	if k.Words == nil {
		return &schema{Enum: values(w.known[k.Known])}
	}
	return &schema{Enum: values(k.Words)}
}

// values are words as YAML has them: "1" is a number there.
func values(words []string) []any {
	all := make([]any, len(words))
	for i, w := range words {
		all[i] = w
		if n, err := strconv.Atoi(w); err == nil {
			all[i] = n
		}
	}
	return all
}
