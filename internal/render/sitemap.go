package render

import (
	"bytes"
	"encoding/xml"
	"net/url"

	"buildsite/internal/edtf"
	"buildsite/internal/site"
)

// The elements of a sitemap (sitemaps.org, protocol 0.9).
type urlSet struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Comment string    `xml:",comment"`
	URLs    []siteURL `xml:"url"`
}

type siteURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

// sitemap lists every page for people. It holds absolute addresses only, so
// without a base URL it is empty and says why.
func (r *Renderer) sitemap(b *bytes.Buffer, p *site.Plan) error {
	var set urlSet
	if p.Config.Address("") == "" {
		set.Comment = " empty: the site's address is not known; give base_url in site.yaml or on the command line "
		return document(b, set)
	}
	for _, page := range p.Pages {
		if !page.HTML() || page.Kind == site.MissingKind || page.Kind == site.EmbedKind {
			continue
		}
		u := siteURL{Loc: p.Config.Address(page.Path)}
		if !page.Updated.IsZero() {
			u.LastMod = page.Updated.First().String()
		}
		set.URLs = append(set.URLs, u)
	}
	return document(b, set)
}

// robots lets every program read every page.
func (r *Renderer) robots(b *bytes.Buffer, p *site.Plan) {
	b.WriteString("User-agent: *\nAllow: /\n")
	if address := p.Config.Address("sitemap.xml"); address != "" {
		b.WriteString("\nSitemap: " + address + "\n")
	}
}

// escapePath writes a path as it stands in an address.
func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// bound writes a day, or "" for one that stands for no bound.
func bound(d edtf.Day) string {
	if d <= edtf.MinDay || d >= edtf.MaxDay {
		return ""
	}
	return d.String()
}
