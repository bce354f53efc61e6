package render

import (
	"bytes"
	"fmt"

	"buildsite/internal/site"
)

// Render writes one page of a plan, whatever its kind, into b.
func (r *Renderer) Render(b *bytes.Buffer, plan *site.Plan, p *site.Page) error {
	switch p.Kind {
	case site.JSONKind:
		return r.eventsJSON(b, plan)
	case site.SchemaKind:
		b.Write(schema)
	case site.RecordKind:
		return r.oneRecord(b, plan, p)
	case site.TableKind:
		return r.table(b, plan, p)
	case site.PackageKind:
		return r.dataPackage(b, plan)
	case site.DatesKind:
		return r.calendar(b, p)
	case site.StoryKind:
		return r.story(b, p)
	case site.AtomKind:
		return r.atom(b, p)
	case site.JSONFeedKind:
		return r.jsonFeed(b, p)
	case site.SearchDataKind:
		r.searchData(b, plan, p)
	case site.SitemapKind:
		return r.sitemap(b, p)
	case site.RobotsKind:
		r.robots(b)
	case site.FileKind:
		file, ok := p.Content.(site.File)
		if !ok {
			return fmt.Errorf("rendering %s: a file without bytes", p.Path)
		}
		b.Write(file.Data)
	default:
		return r.Page(b, p)
	}
	return nil
}
