// Package render turns the pages of a plan into bytes.
//
// HTML comes from templates: base.html is the frame of every page, one file in
// pages/ for each kind of page fills it, and partials/ holds what several of
// them show. A template gets a [View] and never sees how the site was made. Its
// text is escaped by html/template; ready-made HTML enters in this file only,
// and is either Markdown that was rendered without raw HTML or what another
// template of the same set made.
//
// The templates are read once for each language: see [edition].
//
// An event stands in several lists (its year's, those of its topics, people and
// places), mostly one folder deep and so with the same links. Its list item,
// links to people and topics, header and footer are rendered once and kept; see
// [memo].
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"strings"
	"sync"

	"buildsite/internal/asset"
	"buildsite/internal/lang"
	"buildsite/internal/message"
	"buildsite/internal/site"
)

// kinds holds every kind of page that a template renders.
var kinds = [...]site.Kind{
	site.HomeKind, site.DecadeKind, site.YearKind, site.DaysKind, site.EventKind, site.EntityKind, site.SourceKind, site.ForwardKind, site.IndexKind,
	site.EventsKind, site.SearchKind, site.TextKind, site.DataKind, site.ChartsKind, site.MissingKind, site.EmbedKind,
}

const base = "base.html"

// cardFile is the picture, 1200 by 630, that a link to a page is shown with, where
// the static folder has it.
const cardFile = "card.png"

// Renderer renders pages. It is safe for concurrent use, and made anew when
// templates, assets or configuration change.
type Renderer struct {
	// Reuse says that more than one plan will be rendered, so that it pays to
	// keep what one plan needs only once.
	Reuse bool

	cfg      *site.Config
	assets   asset.Set
	editions [len(lang.All) + 1]*edition // by language; those that the site is in
	root     string                      // what the 404 page, served at any depth, puts before paths
	colors   string                      // path of the style sheet with the sides' colours, if there is one
	kept     memo
	around   sync.Map // of surroundKey to *surround; a few for each section
}

// New reads and checks all templates: base.html, pages/<kind>.html for every
// kind of page that people read, and any number of partials/*.html. An error in
// one of them is a [TemplateError].
func New(templates fs.FS, messages *message.Catalog, cfg *site.Config, assets asset.Set) (*Renderer, error) {
	r := &Renderer{cfg: cfg, assets: assets, root: rootOf(cfg.BaseURL), kept: memo{limit: keptBytes}}
	if f, ok := cfg.Colors(); ok {
		r.colors = f.Path
	}
	languages := cfg.Languages
	if len(languages) == 0 {
		languages = []lang.Lang{lang.EN}
	}
	for _, l := range languages {
		e := newEdition(cfg, messages.In(l))
		if err := e.parse(templates, r.funcs(e)); err != nil {
			return nil, err
		}
		r.editions[l] = e
		if r.editions[lang.Unknown] == nil {
			r.editions[lang.Unknown] = e
		}
	}
	return r, nil
}

// edition returns the templates in a language.
func (r *Renderer) edition(l lang.Lang) *edition {
	if e := r.editions[l]; e != nil {
		return e
	}
	return r.editions[lang.Unknown]
}

// rootOf returns the path of the base URL with a final slash.
func rootOf(baseURL string) string {
	u, err := url.Parse(baseURL)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(u.Path, "/") + "/"
}

// Page renders a page that people read into b. An error names the template's
// file and line and the page: see [TemplateError].
func (r *Renderer) Page(b *bytes.Buffer, p *site.Page) error {
	t := r.edition(p.Lang).pages[p.Kind]
	if t == nil {
		return fmt.Errorf("rendering %s: no template renders the kind %q", p.Path, p.Kind)
	}
	v, err := r.view(p)
	if err != nil {
		return err
	}
	if err := t.Execute(b, v); err != nil {
		return templateError(err, p.Path)
	}
	return nil
}

// shelf returns where the parts that a partial makes are kept, for pages of the
// view's folder depth and language.
func (r *Renderer) shelf(v *View, name string) (*shelf, error) {
	s := r.kept.shelf(shelfKey{name, v.Root, v.Page.Lang}, func() *template.Template {
		return r.edition(v.Page.Lang).partials.Lookup(name)
	})
	if s.template == nil {
		return nil, fmt.Errorf("no template %s", name)
	}
	return s, nil
}

// partial renders a shelf's template for insertion in another one. The view is
// that of the page; the partial sees what pages of the shelf have in common.
func (s *shelf) partial(v *View, it any) (string, error) {
	b := scratch.Get().(*bytes.Buffer)
	defer scratch.Put(b)
	b.Reset()
	if err := s.template.Execute(b, at(v.bare(), it)); err != nil {
		return "", templateError(err, v.Page.Path)
	}
	return b.String(), nil
}

// view returns what the templates see of p.
func (r *Renderer) view(p *site.Page) (*View, error) {
	e := r.edition(p.Lang)
	v := &View{Page: p, Content: p.Body(), Lang: e.msg.Lang.Tag(), Site: &e.site, words: &e.words, assets: r.assets}
	v.Top = strings.Repeat("../", strings.Count(p.Path, "/"))
	v.Root = strings.Repeat("../", strings.Count(p.Local(), "/"))
	if p.Kind == site.MissingKind {
		v.Top, v.Root = r.root, r.root+p.Dir
	} else {
		v.Canonical = r.cfg.Address(p.Path)
		if card := r.assets.Path(cardFile); card != "" {
			v.Card = r.cfg.Address(card)
		}
	}
	v.CSS = v.Asset("site.css")
	if r.colors != "" {
		v.Colors = v.Top + r.colors
	}
	for _, o := range p.Others {
		v.Versions = append(v.Versions, Version{
			Lang: o.Lang.Tag(), Name: r.edition(o.Lang).words.endonym, Href: href(v.Top, o.Path),
			Address: r.cfg.Address(o.Path), Current: o.Lang == p.Lang,
		})
	}
	v.HeadTitle = headTitle(p.Title, e.site.Title)
	f, err := r.surround(v)
	if err != nil {
		return nil, err
	}
	v.Links, v.Header, v.Footer, v.Keys = f.Links, f.Header, f.Footer, f.Keys
	data, err := r.linkedData(v)
	if err != nil {
		return nil, err
	}
	v.LinkedData = template.JS(data)
	var way trail
	copy(way[:], p.Crumbs)
	v.Crumbs, err = r.keep(v, "partials/crumbs.html", way)
	return v, err
}

// surround is what pages of one section, folder depth and language have in common
// around their own content.
type surround struct{ Links, Header, Footer, Keys template.HTML }

type surroundKey struct {
	section, root string
	lang          lang.Lang
}

// surround returns what stands around a page. Its parts stand in plain fields, because a
// call of a function from a template costs more than to look up what it returns.
func (r *Renderer) surround(v *View) (*surround, error) {
	key := surroundKey{v.Page.Section, v.Root, v.Page.Lang}
	if f, ok := r.around.Load(key); ok {
		return f.(*surround), nil
	}
	f := new(surround)
	for _, part := range [...]struct {
		to       *template.HTML
		name, it string
	}{
		{&f.Links, "partials/links.html", v.Page.Section},
		{&f.Header, "partials/header.html", v.Page.Section},
		{&f.Footer, "partials/footer.html", v.Page.Section},
		{&f.Keys, "partials/keys.html", ""},
	} {
		var err error
		if *part.to, err = r.keep(v, part.name, part.it); err != nil {
			return nil, err
		}
	}
	r.around.Store(key, f)
	return f, nil
}

// funcs returns what templates can call beside the fields of their data.
func (r *Renderer) funcs(e *edition) template.FuncMap {
	return template.FuncMap{
		"t":       e.msg.Text,
		"texts":   e.texts,
		"count":   func(n int, key string) string { return e.msg.Count("count."+key, n) },
		"number":  e.msg.Number,
		"percent": e.msg.Percent,
		"called":  e.called,
		"keep":    r.keep,
		"each":    r.each,
		"list":    r.list,
		"at":      at,
		"prose":   prose,
		"href":    href,
		"web":     web,
		"foreign": foreign,
		"item":    item,
		"event":   r.event,
		"strip":   e.newStrip,
		"figures": e.figures,
		"term":    termText,
		"read":    read,
		"snippet": r.snippet,
	}
}

// entryKey stands for an event in a list. The pipeline's sum makes it good for
// all plans of a process, in which the same event has other pointers.
type entryKey struct {
	sum     uint64
	path    string
	planned bool
}

// keyOf returns what a kept part that shows it is known by.
func (r *Renderer) keyOf(it any) any {
	if e, ok := it.(*site.Entry); ok && r.Reuse && e.Sum != 0 {
		return entryKey{e.Sum, e.Path, e.Planned}
	}
	return it
}

// keep returns what the partial of the given name shows of it, rendered once
// for all pages of a folder depth and language. What the partial shows must
// follow from it alone, which is a pointer to something that never changes or
// any other comparable value; of the page the partial sees nothing else.
func (r *Renderer) keep(v *View, name string, it any) (template.HTML, error) {
	s, err := r.shelf(v, name)
	if err != nil {
		return "", err
	}
	part, err := r.part(s, v, it)
	return template.HTML(part), err
}

func (r *Renderer) part(s *shelf, v *View, it any) (string, error) {
	return s.get(r.keyOf(it), func() (string, error) { return s.partial(v, it) })
}

// list is each for a list of which every element stands on this page only: they
// are kept for another plan, if there will be one.
func (r *Renderer) list(v *View, name string, entries []*site.Entry) (template.HTML, error) {
	if r.Reuse {
		return r.each(v, "", name, entries)
	}
	s, err := r.shelf(v, name)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	for _, e := range entries {
		if err := s.template.Execute(&out, at(v.bare(), e)); err != nil {
			return "", templateError(err, v.Page.Path)
		}
		out.WriteByte('\n')
	}
	return template.HTML(out.String()), nil
}

// each returns what keep returns of every element of a list, each within an
// element of the given name if there is one. A call of a function from a
// template costs more than what it does for one element.
func (r *Renderer) each(v *View, element, name string, list any) (template.HTML, error) {
	s, err := r.shelf(v, name)
	if err != nil {
		return "", err
	}
	switch all := list.(type) {
	case []*site.Entry:
		return keepAll(r, v, s, element, all)
	case []site.Entity:
		return keepAll(r, v, s, element, all)
	case []site.Participant:
		return keepAll(r, v, s, element, all)
	}
	return "", nil
}

func keepAll[T any](r *Renderer, v *View, s *shelf, element string, all []T) (template.HTML, error) {
	open, end := "", "\n"
	if element != "" {
		open, end = "<"+element+">", "</"+element+">\n"
	}
	var few [8]string
	parts, size := few[:0], 0
	for i := range all {
		part, err := r.part(s, v, all[i])
		if err != nil {
			return "", err
		}
		parts = append(parts, part)
		size += len(open) + len(part) + len(end)
	}
	var out strings.Builder
	out.Grow(size)
	for _, part := range parts {
		out.WriteString(open)
		out.WriteString(part)
		out.WriteString(end)
	}
	return template.HTML(out.String()), nil
}

// prose passes on HTML that package seed rendered from Markdown in safe mode.
func prose(safe string) template.HTML { return template.HTML(safe) }

// event returns what the page of an event shows, of which $ is the view.
func (r *Renderer) event(v *View) (*Event, error) {
	p, ok := v.Content.(*site.EventPage)
	if !ok || p.Entry == nil {
		return nil, nil
	}
	e := newEvent(r.edition(v.Page.Lang), v, p)
	e.Prose = prose(p.HTML)
	for _, part := range [...]struct {
		to   *template.HTML
		name string
		list any
	}{
		{&e.Places, "partials/entity.html", p.Places}, {&e.People, "partials/participant.html", p.People}, {&e.Topics, "partials/entity.html", p.Topics},
	} {
		var err error
		if *part.to, err = r.each(v, "dd", part.name, part.list); err != nil {
			return nil, err
		}
	}
	for i := range e.Accounts {
		a := &e.Accounts[i]
		var err error
		if a.Head, err = r.keep(v, "partials/account-head.html", accountHead{a.Side, a.Name, a.Capital}); err != nil {
			return nil, err
		}
	}
	e.Near = make([]Near, len(p.Near))
	for i, n := range p.Near {
		brief, err := r.keep(v, "partials/brief-inner.html", n.Entry)
		if err != nil {
			return nil, err
		}
		e.Near[i] = Near{brief, n.Why}
	}
	return e, r.neighbours(v, p, e)
}

// neighbours fills in the events before and after.
func (r *Renderer) neighbours(v *View, p *site.EventPage, e *Event) (err error) {
	if p.Prev != nil {
		if e.Prev, err = r.keep(v, "partials/neighbour.html", p.Prev); err != nil {
			return err
		}
	}
	if p.Next != nil {
		e.Next, err = r.keep(v, "partials/neighbour.html", p.Next)
	}
	return err
}
