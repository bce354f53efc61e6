package render

import (
	"bytes"
	"encoding/xml"
	"net/url"

	"buildsite/internal/edtf"
	"buildsite/internal/site"
)

// The elements of a sitemap (sitemaps.org, protocol 0.9), with the same page in
// other languages as Google has it.
type urlSet struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string    `xml:"xmlns:xhtml,attr,omitempty"`
	Comment string    `xml:",comment"`
	URLs    []siteURL `xml:"url"`
}

type siteURL struct {
	Loc     string        `xml:"loc"`
	LastMod string        `xml:"lastmod,omitempty"`
	Others  []siteVersion `xml:"xhtml:link"`
}

type siteVersion struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// siteIndex lists sitemaps where one may not hold all.
type siteIndex struct {
	XMLName xml.Name  `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []siteURL `xml:"sitemap"`
}

// xhtml is the name space of links to other languages.
const xhtml = "http://www.w3.org/1999/xhtml"

// sitemap lists pages for people, or the sitemaps that do. It holds absolute
// addresses only, so without a base URL it is empty and says why.
func (r *Renderer) sitemap(b *bytes.Buffer, p *site.Page) error {
	if r.cfg.Address("") == "" {
		return document(b, urlSet{Comment: " empty: the site's address is not known; give base_url in site.yaml or on the command line "})
	}
	content, _ := p.Content.(*site.Sitemap)
	if content == nil {
		content = new(site.Sitemap)
	}
	if len(content.Parts) > 0 {
		var index siteIndex
		for _, part := range content.Parts {
			index.Maps = append(index.Maps, siteURL{Loc: r.cfg.Address(part)})
		}
		return document(b, index)
	}
	set := urlSet{URLs: make([]siteURL, len(content.Pages))}
	for i, page := range content.Pages {
		set.URLs[i] = r.siteURL(page)
		if len(page.Others) > 0 {
			set.XHTML = xhtml
		}
	}
	return document(b, set)
}

func (r *Renderer) siteURL(page *site.Page) siteURL {
	u := siteURL{Loc: r.cfg.Address(page.Path)}
	if !page.Updated.IsZero() {
		u.LastMod = page.Updated.First().String()
	}
	for _, o := range page.Others {
		u.Others = append(u.Others, siteVersion{"alternate", o.Lang.Tag(), r.cfg.Address(o.Path)})
	}
	return u
}

// robots lets every program read every page.
func (r *Renderer) robots(b *bytes.Buffer) {
	b.WriteString("User-agent: *\nAllow: /\n")
	if address := r.cfg.Address("sitemap.xml"); address != "" {
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
