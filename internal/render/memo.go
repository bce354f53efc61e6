package render

import (
	"bytes"
	"html/template"
	"sync"
	"sync/atomic"

	"buildsite/internal/lang"
)

// memo keeps rendered parts of pages, on a shelf for each template, folder depth
// and language. What it keeps depends on nothing but the key and what never
// changes while a Renderer lives: templates, assets and configuration. A key that
// is a pointer stands for what it points to, which is immutable, and is not freed
// as long as the key is kept. Full, the memo forgets everything and begins anew,
// so that its size is bounded and what belongs to an older plan goes in time;
// what is rendered again has the same bytes.
type memo struct {
	limit   int64    // in bytes
	shelves sync.Map // of shelfKey to *shelf
	bytes   atomic.Int64
}

// shelfKey is what all parts of a shelf have in common.
type shelfKey struct {
	name string // of the template or format
	root string
	lang lang.Lang
}

// shelf keeps what one template makes of many things.
type shelf struct {
	memo     *memo
	template *template.Template // nil where a format in Go makes the parts
	parts    sync.Map           // of what is shown, such as *site.Entry or site.Entity, to string
}

const (
	// keptBytes is the limit of a Renderer's memo: the list items of some
	// 30,000 events.
	keptBytes = 64 << 20
	// keptCost is about what an entry of the map takes beside the text.
	keptCost = 200
)

// shelf returns the shelf of a key; find looks up the template of a new one.
func (m *memo) shelf(key shelfKey, find func() *template.Template) *shelf {
	if s, ok := m.shelves.Load(key); ok {
		return s.(*shelf)
	}
	s, _ := m.shelves.LoadOrStore(key, &shelf{memo: m, template: find()})
	return s.(*shelf)
}

// get returns the kept part, or makes and keeps it. Two goroutines may make the
// same one at once; both get the same bytes.
func (s *shelf) get(it any, build func() (string, error)) (string, error) {
	if part, ok := s.parts.Load(it); ok {
		return part.(string), nil
	}
	part, err := build()
	if err != nil {
		return "", err
	}
	if s.memo.bytes.Add(int64(len(part)+keptCost)) > s.memo.limit {
		s.memo.forget()
	}
	s.parts.Store(it, part)
	return part, nil
}

// forget drops all parts.
func (m *memo) forget() {
	m.shelves.Range(func(_, s any) bool {
		s.(*shelf).parts.Clear()
		return true
	})
	m.bytes.Store(0)
}

// scratch are buffers to render parts in.
var scratch = sync.Pool{New: func() any { return new(bytes.Buffer) }}
