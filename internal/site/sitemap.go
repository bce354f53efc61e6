package site

import "fmt"

// sitemapLength is how many addresses a sitemap may hold (sitemaps.org).
const sitemapLength = 50000

// Sitemap is the content of a sitemap: pages for people, or the paths of the
// sitemaps that hold them where they are too many for one.
type Sitemap struct {
	Pages []*Page
	Parts []string
}

// sitemaps plans the sitemap of all pages that are planned so far.
func (b *builder) sitemaps() {
	var all []*Page
	for _, p := range b.plan.Pages {
		if p.HTML() && p.Kind != MissingKind && p.Kind != ForwardKind {
			all = append(all, p)
		}
	}
	sortPages(all)
	whole := &Sitemap{Pages: all}
	if len(all) > sitemapLength {
		whole = new(Sitemap)
		for i := 0; i*sitemapLength < len(all); i++ {
			part := all[i*sitemapLength : min((i+1)*sitemapLength, len(all))]
			path := fmt.Sprintf("sitemap-%d.xml", i+1)
			whole.Parts = append(whole.Parts, path)
			b.add(&Page{Path: path, Kind: SitemapKind, Updated: b.updated, Content: &Sitemap{Pages: part}}, "")
		}
	}
	b.add(&Page{Path: "sitemap.xml", Kind: SitemapKind, Updated: b.updated, Content: whole}, "")
}
