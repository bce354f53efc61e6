package main

import (
	"buildsite/internal/lexicon"
	"buildsite/internal/matter"
)

// schemaCommand prints a JSON Schema of front matter.
type schemaCommand struct {
	Dialect string `enum:"2020-12,draft-07" default:"2020-12" placeholder:"2020-12|draft-07" help:"Dialect of JSON Schema (${default}); some programs know only the older one."`
}

// dialects are the addresses by which a schema says its dialect.
var dialects = map[string]string{"2020-12": matter.Dialect2020, "draft-07": matter.Draft07}

// Run prints the schema, with the names of the content folder's registries,
// where there is one.
func (k *schemaCommand) Run(c *Common, t *terminal) error {
	content, closeContent, err := openContent(c.Content)
	if err != nil {
		return err
	}
	defer closeContent()
	lex, _ := lexicon.Load(content.FS) // its problems are those of check
	data, err := matter.Schema(lex, dialects[k.Dialect])
	if err != nil {
		return err
	}
	_, err = t.out.Write(data)
	return err
}
