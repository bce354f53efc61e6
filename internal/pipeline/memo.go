package pipeline

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"sync"

	"buildsite/internal/asset"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
	"buildsite/internal/render"
	"buildsite/internal/site"
	"buildsite/internal/source"
)

// sumSeed is the process's own: sums name what one process keeps, and never
// reach an output.
var sumSeed = maphash.MakeSeed()

// Memo keeps work from one run to the next. The zero value keeps nothing yet.
// What is kept, and why that is safe:
//
//   - what a seed tells, by its name, its bytes and the registries' bytes:
//     reading a seed looks at nothing else, and nobody changes a reading. Its
//     problems are kept with it, so they are told again in every run.
//   - the lexicon, by the registries' bytes and the sides' time zones.
//   - the bundled style sheets and scripts, by the bytes of all static files.
//   - the renderer, by the templates' bytes, the configuration and the assets.
//   - a page's bytes, if Pages is set, by [site.Page.Sum] and the renderer. These
//     may be asked for while another run is going on.
//
// The tables of figures, few and small, are read in every run. Merging and
// planning always run anew, and so does dating the articles that say no day,
// which looks at the whole timeline: so there is no graph of what depends on
// what. A Memo serves one run at a time; the runs' order does not matter.
type Memo struct {
	// Pages says to keep rendered pages, too. It costs their size in memory.
	Pages bool

	once     bool // nothing need be kept: there is no next run
	seeds    map[string]keptReading
	lex      *lexica
	assets   *assets
	renderer *render.Renderer
	rendered rendering

	mu    sync.Mutex
	pages map[string]keptPage
}

type keptReading struct {
	sum     uint64
	reading *event.Reading
}

type keptPage struct {
	sum  uint64
	by   *render.Renderer
	data []byte
}

// lexica is a lexicon with the sum of what it was read from.
type lexica struct {
	*lexicon.Lexicon
	ds  []source.Diagnostic
	sum uint64
}

// assets are the bundled static files with the sum of what they were made from.
type assets struct {
	set asset.Set
	ds  []source.Diagnostic
	sum uint64
	err error
}

// rendering is what a renderer depends on.
type rendering struct {
	cfg       site.Config
	messages  *message.Catalog // read from the templates
	assets    assets
	templates uint64
}

// lexicon returns the lexicon of a content folder, with the clocks of the two
// sides: that is all of the configuration that a seed is read by.
func (m *Memo) lexicon(content fs.FS, cfg *site.Config) (*lexica, error) {
	sum, err := sumFiles(content, registries[1:])
	if err != nil {
		return nil, err
	}
	var h maphash.Hash
	h.SetSeed(sumSeed)
	maphash.WriteComparable(&h, [...]any{sum, cfg.Sides[0].TimeZone, cfg.Sides[1].TimeZone})
	sum = h.Sum64()
	if m.lex == nil || m.lex.sum != sum {
		lex, ds := lexicon.LoadWith(content, cfg.Clocks())
		m.lex = &lexica{lex, ds, sum}
	}
	return m.lex, nil
}

// reading returns what a seed tells. It is safe for concurrent use as long as
// keep is not called.
func (m *Memo) reading(name string, raw []byte, lex *lexica) keptReading {
	var h maphash.Hash
	h.SetSeed(sumSeed)
	maphash.WriteComparable(&h, lex.sum)
	h.WriteString(name)
	h.WriteByte(0)
	h.Write(raw)
	sum := h.Sum64()
	if kept, ok := m.seeds[name]; ok && kept.sum == sum {
		return kept
	}
	reading := One{Name: name, Raw: raw}.read(lex.Lexicon)
	sign(reading, sum)
	return keptReading{sum, reading}
}

// keep replaces what is known of seeds.
func (m *Memo) keep(names []string, kept []keptReading) {
	if m.once {
		return
	}
	m.seeds = make(map[string]keptReading, len(names))
	for i, name := range names {
		if kept[i].reading != nil {
			m.seeds[name] = kept[i]
		}
	}
}

// bundle returns the assets made from a folder of static files.
func (m *Memo) bundle(static fs.FS) assets {
	sum, err := sumTree(static)
	if err != nil {
		return assets{err: fmt.Errorf("reading static files: %w", err)}
	}
	if m.assets == nil || m.assets.sum != sum {
		set, ds, err := asset.Bundle(static)
		if err != nil {
			return assets{err: err}
		}
		m.assets = &assets{set: set, ds: ds, sum: sum}
	}
	return *m.assets
}

// render returns a renderer of the templates.
func (m *Memo) render(templates fs.FS, want rendering) (*render.Renderer, error) {
	sum, err := sumTree(templates)
	if err != nil {
		return nil, fmt.Errorf("reading templates: %w", err)
	}
	want.templates = sum
	if m.renderer != nil && m.rendered.same(want) {
		return m.renderer, nil
	}
	m.renderer, err = render.New(templates, want.messages, &want.cfg, want.assets.set)
	m.rendered = want
	if err != nil {
		m.renderer = nil
		return nil, err
	}
	m.renderer.Reuse = m.Pages
	return m.renderer, err
}

func (r *rendering) same(o rendering) bool {
	return r.templates == o.templates && r.assets.sum == o.assets.sum && r.cfg.Equal(&o.cfg)
}

// page returns the bytes kept for a page.
func (m *Memo) page(path string, sum uint64, by *render.Renderer) ([]byte, bool) {
	if sum == 0 {
		return nil, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	kept, ok := m.pages[path]
	return kept.data, ok && kept.sum == sum && kept.by == by
}

// keepPage keeps the bytes of a page.
func (m *Memo) keepPage(path string, page keptPage) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.pages == nil {
		m.pages = make(map[string]keptPage)
	}
	m.pages[path] = page
}

// forget drops pages that are no longer planned.
func (m *Memo) forget(plan *site.Plan) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for path := range m.pages {
		if plan.Lookup(path) == nil {
			delete(m.pages, path)
		}
	}
}

// sumFiles sums the named files of a folder; one that is absent counts as such.
func sumFiles(fsys fs.FS, names []string) (uint64, error) {
	var h maphash.Hash
	h.SetSeed(sumSeed)
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return 0, err
		}
		maphash.WriteComparable(&h, [2]int{len(name), len(data)})
		h.WriteString(name)
		h.Write(data)
	}
	return h.Sum64(), nil
}

// sumTree sums all files of a folder. A folder that is absent is empty.
func sumTree(fsys fs.FS) (uint64, error) {
	names, err := filesOf(fsys)
	if err != nil {
		return 0, err
	}
	return sumFiles(fsys, names)
}
