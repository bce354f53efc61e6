package render

import (
	"html/template"
	"sync"
	"sync/atomic"

	"buildsite/internal/event"
	"buildsite/internal/lang"
)

// memo keeps rendered parts of pages for the life of one Renderer. What it
// keeps depends on nothing but the key and what never changes while a Renderer
// lives: templates, assets, configuration, and the events of one plan, which
// are immutable. It stops keeping when full, so that its size is bounded; what
// is not kept is rendered again, with the same bytes.
type memo struct {
	parts sync.Map // of memoKey to template.HTML
	bytes atomic.Int64
}

// memoKey is what a kept part depends on.
type memoKey struct {
	name    string       // of the template
	event   *event.Event // of a list item
	section string       // of a part of the frame
	root    string
	lang    lang.Lang
}

// maxKept bounds the kept parts in bytes: the list items of some 20,000 events.
const maxKept = 24 << 20

// get returns the kept part, or makes and keeps it. Two goroutines may make the
// same one at once; both get the same bytes.
func (m *memo) get(key memoKey, build func() (template.HTML, error)) (template.HTML, error) {
	if part, ok := m.parts.Load(key); ok {
		return part.(template.HTML), nil
	}
	part, err := build()
	if err != nil {
		return "", err
	}
	if m.bytes.Add(int64(len(part))) <= maxKept {
		m.parts.Store(key, part)
	}
	return part, nil
}
