package render

import (
	"encoding/json"
	"fmt"

	"buildsite/internal/edtf"
	"buildsite/internal/site"
)

// The things of schema.org that pages tell search engines of. Each holds only
// properties that schema.org gives its type.
type (
	ldGraph struct {
		Context string `json:"@context"`
		Graph   []any  `json:"@graph"`
	}
	ldDataset struct {
		Type         string       `json:"@type"`
		Name         string       `json:"name"`
		Description  string       `json:"description,omitempty"`
		URL          string       `json:"url"`
		Language     string       `json:"inLanguage"`
		License      string       `json:"license,omitempty"`
		Coverage     string       `json:"temporalCoverage,omitempty"`
		Modified     string       `json:"dateModified,omitempty"`
		Distribution []ldDownload `json:"distribution"`
	}
	ldDownload struct {
		Type   string `json:"@type"`
		Format string `json:"encodingFormat"`
		URL    string `json:"contentUrl"`
	}
	ldArticle struct {
		Type        string  `json:"@type"`
		Headline    string  `json:"headline"`
		Description string  `json:"description,omitempty"`
		Language    string  `json:"inLanguage"`
		URL         string  `json:"url"`
		Modified    string  `json:"dateModified,omitempty"`
		License     string  `json:"license,omitempty"`
		Citation    []ldRef `json:"citation,omitempty"`
		About       ldEvent `json:"about"`
	}
	ldEvent struct {
		Type     string    `json:"@type"`
		Name     string    `json:"name"`
		Start    string    `json:"startDate,omitempty"`
		End      string    `json:"endDate,omitempty"`
		Location []ldNamed `json:"location,omitempty"`
		Actors   []ldNamed `json:"actor,omitempty"`
	}
	ldNamed struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
	ldRef struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
	ldPerson struct {
		Type      string   `json:"@type"`
		Name      string   `json:"name"`
		URL       string   `json:"url"`
		Alternate []string `json:"alternateName,omitempty"`
		Title     string   `json:"jobTitle,omitempty"`
	}
	ldCrumbs struct {
		Type  string    `json:"@type"`
		Items []ldCrumb `json:"itemListElement"`
	}
	ldCrumb struct {
		Type     string `json:"@type"`
		Position int    `json:"position"`
		Name     string `json:"name"`
		Item     string `json:"item"`
	}
)

// linkedData returns what a page tells in JSON-LD, nil where the site's address
// is not known: what it names is known by addresses.
func (r *Renderer) linkedData(v *View) ([]byte, error) {
	if v.Canonical == "" {
		return nil, nil
	}
	g := ldGraph{Context: "https://schema.org"}
	switch c := v.Content.(type) {
	case *site.Home:
		g.Graph = append(g.Graph, r.ldDataset(v, c))
	case *site.EventPage:
		g.Graph = append(g.Graph, r.ldArticle(v, c))
	case *site.EntityPage:
		if c.What == "person" {
			g.Graph = append(g.Graph, ldPersonOf(v, c))
		}
	}
	if len(v.Page.Crumbs) > 0 {
		g.Graph = append(g.Graph, r.ldCrumbs(v))
	}
	if len(g.Graph) == 0 {
		return nil, nil
	}
	return json.Marshal(g) // which leaves no <, > or & in it
}

func (r *Renderer) ldDataset(v *View, c *site.Home) ldDataset {
	d := ldDataset{
		Type: "Dataset", Name: v.Site.Title, Description: v.Site.Description, URL: v.Canonical, Language: v.Lang,
		License: web(v.Site.LicenseURL), Modified: dayText(v.Page.Updated),
		Distribution: []ldDownload{
			{"DataDownload", "application/json", r.cfg.Address("events.json")},
			{"DataDownload", "text/csv", r.cfg.Address("events.csv")},
		},
	}
	if c.Count > 0 {
		d.Coverage = yearText(c.From) + "/" + yearText(c.To)
	}
	return d
}

func (r *Renderer) ldArticle(v *View, c *site.EventPage) ldArticle {
	e := c.Entry
	a := ldArticle{
		Type: "Article", Headline: e.Title, Description: e.Summary, Language: v.Lang, URL: v.Canonical,
		Modified: dayText(e.Updated), License: web(v.Site.LicenseURL),
		About: ldEvent{Type: "Event", Name: e.Title, Start: bound(e.Date.First()), End: bound(e.Date.Last())},
	}
	for i := range e.Sources {
		if s := &e.Sources[i]; s.Title != "" {
			a.Citation = append(a.Citation, ldRef{"CreativeWork", s.Title, web(s.URL)})
		}
	}
	for _, p := range c.Places {
		a.About.Location = append(a.About.Location, ldNamed{"Place", p.Name, r.cfg.Address(v.Page.Dir + p.Path)})
	}
	for _, p := range c.People {
		a.About.Actors = append(a.About.Actors, ldNamed{"Person", p.Name, r.cfg.Address(v.Page.Dir + p.Path)})
	}
	return a
}

func ldPersonOf(v *View, c *site.EntityPage) ldPerson {
	p := ldPerson{Type: "Person", Name: c.Name, URL: v.Canonical, Title: c.Note}
	for _, n := range c.OtherNames {
		p.Alternate = append(p.Alternate, n.Name)
	}
	return p
}

// ldCrumbs tells the way to a page, which ends with the page itself.
func (r *Renderer) ldCrumbs(v *View) ldCrumbs {
	list := ldCrumbs{Type: "BreadcrumbList"}
	add := func(name, path string) {
		list.Items = append(list.Items, ldCrumb{"ListItem", len(list.Items) + 1, name, r.cfg.Address(v.Page.Dir + path)})
	}
	add(v.Site.Title, "index.html")
	for _, c := range v.Page.Crumbs {
		add(c.Title, c.Path)
	}
	add(v.Page.Title, v.Page.Local())
	return list
}

// dayText writes the first day of a date, "" for none.
func dayText(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return bound(d.First())
}

// yearText writes a year as ISO 8601 has it.
func yearText(y int) string { return fmt.Sprintf("%04d", y) }
