package pipeline

import (
	"io/fs"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// ReadOne tells what one seed yields by itself, with the registries of a
// content folder, and the problems found in either.
func ReadOne(content fs.FS, name string, raw []byte, opts seed.Options) (*event.Reading, []source.Diagnostic) {
	lex, ds := lexicon.Load(content)
	reading := read(name, raw, opts, lex)
	return reading, append(ds, reading.Diagnostics...)
}

// read asks one seed what it tells.
func read(name string, raw []byte, opts seed.Options, lex *lexicon.Lexicon) *event.Reading {
	doc, ds := seed.Parse(name, raw, opts)
	reading := event.Extract(doc, lex)
	reading.Diagnostics = append(ds, reading.Diagnostics...)
	return reading
}
