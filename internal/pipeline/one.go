package pipeline

import (
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

// Reader reads seeds one by one, with the registries of a content folder.
type Reader struct {
	lex *lexicon.Lexicon
}

// NewReader reads the registries of a content folder, which may be absent. It
// returns the problems of these, under the folder's name.
func NewReader(content Dir) (*Reader, []source.Diagnostic) {
	lex, ds := lexicon.Load(content.FS)
	var r Result
	r.tell(content, ds)
	return &Reader{lex}, r.Diagnostics
}

// Read tells what a seed yields by itself. The problems in it are the
// reading's.
func (r *Reader) Read(one One) *event.Reading { return one.read(r.lex) }

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
