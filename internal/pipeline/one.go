package pipeline

import (
	"io/fs"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// One is a seed to be read by itself.
type One struct {
	Name    string // see [seed.Parse]
	Raw     []byte
	Options seed.Options
	Any     bool // tell events that concern neither side, too
}

// ReadOne tells what one seed yields by itself, with the registries of a
// content folder, and the problems found in either.
func ReadOne(content fs.FS, one One) (*event.Reading, []source.Diagnostic) {
	lex, ds := lexicon.Load(content)
	reading := one.read(lex)
	return reading, append(ds, reading.Diagnostics...)
}

// read asks the seed what it tells.
func (o One) read(lex *lexicon.Lexicon) *event.Reading {
	doc, ds := seed.Parse(o.Name, o.Raw, o.Options)
	extract := event.Extract
	if o.Any {
		extract = event.ExtractAny
	}
	reading := extract(doc, lex)
	reading.Diagnostics = append(ds, reading.Diagnostics...)
	return reading
}
