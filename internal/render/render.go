package render

import (
	"fmt"

	"buildsite/internal/site"
)

// Render returns the bytes of one page of a plan, whatever its kind.
func (r *Renderer) Render(plan *site.Plan, p *site.Page) ([]byte, error) {
	switch p.Kind {
	case site.JSONKind:
		return r.eventsJSON(plan)
	case site.SchemaKind:
		return schema, nil
	case site.AtomKind:
		return r.atom(plan)
	case site.SitemapKind:
		return r.sitemap(plan)
	case site.RobotsKind:
		return r.robots(plan), nil
	case site.FileKind:
		file, ok := p.Content.(site.File)
		if !ok {
			return nil, fmt.Errorf("rendering %s: a file without bytes", p.Path)
		}
		return file.Data, nil
	}
	return r.Page(p)
}
