package render

import (
	"sync"
	"sync/atomic"

	"buildsite/internal/lang"
)

// memo keeps rendered parts of pages. What it keeps depends on nothing but the
// key and what never changes while a Renderer lives: templates, assets and
// configuration. A key that is a pointer stands for what it points to, which is
// immutable, and is not freed as long as the key is kept. Full, the memo forgets
// everything and begins anew, so that its size is bounded and what belongs to an
// older plan goes in time; what is rendered again has the same bytes.
type memo struct {
	limit int64    // in bytes
	parts sync.Map // of memoKey to string
	bytes atomic.Int64
}

// memoKey is what a kept part depends on.
type memoKey struct {
	name string // of the template
	it   any    // what it shows: *site.Entry, site.Entity, …
	root string
	lang lang.Lang
}

const (
	// keptBytes is the limit of a Renderer's memo: the list items of some
	// 30,000 events.
	keptBytes = 64 << 20
	// keptCost is about what an entry of the map takes beside the text.
	keptCost = 200
)

// get returns the kept part, or makes and keeps it. Two goroutines may make the
// same one at once; both get the same bytes.
func (m *memo) get(key memoKey, build func() (string, error)) (string, error) {
	if part, ok := m.parts.Load(key); ok {
		return part.(string), nil
	}
	part, err := build()
	if err != nil {
		return "", err
	}
	if m.bytes.Add(int64(len(part)+keptCost)) > m.limit {
		m.parts.Clear()
		m.bytes.Store(0)
	}
	m.parts.Store(key, part)
	return part, nil
}
