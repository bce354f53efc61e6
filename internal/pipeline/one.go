package pipeline

import (
	"context"
	"io/fs"
	"runtime"
	"sync"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/site"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
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
	lex   *lexicon.Lexicon
	known func() []*event.Event // what the content folder tells
}

// NewReader reads the registries of a content folder, which may be absent. It
// returns the problems of these, under the folder's name.
func NewReader(content Dir) (*Reader, []source.Diagnostic) {
	cfg, _ := site.ReadConfig(content.FS) // its problems are those of a build
	lex, ds := lexicon.LoadWith(content.FS, cfg.Clocks())
	var r Result
	r.tell(content, ds)
	return &Reader{lex, sync.OnceValue(func() []*event.Event { return knownEvents(content.FS, lex) })}, r.Diagnostics
}

// Lexicon returns what the registries say of who and where.
func (r *Reader) Lexicon() *lexicon.Lexicon { return r.lex }

// Known returns the events that the seeds of the content folder tell together.
// They are read once, when they are first asked for.
func (r *Reader) Known() []*event.Event { return r.known() }

// Read tells what a seed yields by itself. The problems in it are the
// reading's. Only for an article that says no day are the other seeds of the
// content folder read, once, to date it by them as a build does.
func (r *Reader) Read(one One) *event.Reading {
	reading := one.read(r.lex)
	if isUndated(reading) && !isBroken(reading) {
		return dated(reading, r.lex, one.Any, r.known())
	}
	return reading
}

// knownEvents tells what all seeds of a content folder tell together, drafts
// left out; nothing if they cannot be read.
func knownEvents(content fs.FS, lex *lexicon.Lexicon) []*event.Event {
	tree, err := survey(content)
	if err != nil {
		return nil
	}
	r := Result{jobs: runtime.GOMAXPROCS(0), memo: &Memo{once: true}}
	readings, err := r.read(context.Background(), Input{Content: Dir{FS: content}}, tree.seeds, &lexica{Lexicon: lex})
	if err != nil {
		return nil
	}
	readings = without(readings, names(readings, isDraft))
	t, _ := timeline.Merge(without(readings, names(readings, isBroken)))
	return t.Events
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
