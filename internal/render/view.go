package render

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"buildsite/internal/asset"
	"buildsite/internal/message"
	"buildsite/internal/site"
)

// View is what every template gets.
type View struct {
	Page       *site.Page
	Content    any    // of the page's kind: *site.Home, *site.Year, …
	Lang       string // of the page, as a BCP 47 tag
	Site       *Site
	Root       string      // the way to the root of the page's language: "", "../"; of the 404 page its absolute path
	Top        string      // the way to the root of the site, where assets and data lie; Root in the root's language
	Canonical  string      // the page's absolute address; "" without a base URL
	CSS        string      // path of the style sheet, Top included; "" when there is none
	Colors     string      // path of a further one with the sides' colours; "" when they are the first one's
	Card       string      // absolute address of the picture that links to the page are shown with; "" where there is none
	LinkedData template.JS // what the page tells in JSON-LD; "" without a base URL
	Versions   []Version   // the same page in every language; nil where the site has one only

	HeadTitle                   string        // what the title element says
	Links, Header, Footer, Keys template.HTML // what stands around the content, see [Renderer.surround]
	Crumbs                      template.HTML // the way from home to the page

	words  *words
	assets asset.Set
	common *View // see bare
}

// Version is the page in one of the site's languages.
type Version struct {
	Lang    string // BCP 47
	Name    string // of the language, in itself
	Href    string // from the page
	Address string // absolute; "" without a base URL
	Current bool   // it is the page itself
}

// Asset returns the path, Top included, of what the file of the given name
// within the static folder was published as, or "" when there is none.
func (v *View) Asset(name string) string {
	path := v.assets.Path(name)
	if path == "" {
		return ""
	}
	return v.Top + path
}

// bare returns a view that tells nothing about the page but what the pages of one
// folder depth and language have in common, for parts that are kept.
func (v *View) bare() *View {
	if v.common == nil {
		only := *v
		only.Page, only.Content, only.Canonical, only.Versions, only.HeadTitle = &site.Page{Lang: v.Page.Lang}, nil, "", nil, ""
		only.Links, only.Header, only.Footer, only.Keys, only.Crumbs = "", "", "", "", ""
		v.common = &only
	}
	return v.common
}

// Side returns how the site shows the side: "canada", "china"; nil for others.
func (v *View) Side(id string) *Side {
	for i := range v.Site.Sides {
		if v.Site.Sides[i].ID == id {
			return &v.Site.Sides[i]
		}
	}
	return nil
}

// Part is what a partial gets that shows one thing.
type Part struct {
	View *View
	It   any
}

// trail is the way from home to a page as one value, by which a kept part can be
// known.
type trail [4]site.Link

// Steps returns the links of the trail.
func (t trail) Steps() []site.Link {
	n := 0
	for n < len(t) && t[n].Path != "" {
		n++
	}
	return t[:n]
}

// at pairs a view with what a partial is to show.
func at(v *View, it any) Part { return Part{v, it} }

// Site is the site as a whole, in one language.
type Site struct {
	Title       string
	Description string
	Nav         []NavItem // the menu
	More        []NavItem // the foot's further entries
	Sides       []Side    // Canada and China
	Both        string    // the two together: "Canada and China"
	License     string
	LicenseURL  string
	Repository  string
}

// Side is how the site shows one side.
type Side struct{ ID, Name, Capital string }

// NavItem is a menu entry.
type NavItem struct{ Section, Title, Path string }

// The menu and the foot's further entries, by section and path.
var (
	menu = [...][2]string{
		{"years", "years/index.html"},
		{"topics", "topics/index.html"},
		{"people", "people/index.html"},
		{"places", "places/index.html"},
		{"sources", "sources/index.html"},
		{"search", "search.html"},
	}
	further = [...][2]string{{"charts", "charts.html"}, {"events", "events/index.html"}, {"data", "data.html"}, {"about", "about.html"}}
)

// newSite returns the site in the language of msg.
func newSite(cfg *site.Config, msg *message.Bundle) Site {
	l := msg.Lang
	s := Site{
		Title:       cfg.Title.In(l),
		Description: cfg.Description.In(l),
		Nav:         navItems(menu[:], msg),
		More:        navItems(further[:], msg),
		License:     cfg.License,
		LicenseURL:  cfg.LicenseURL,
		Repository:  cfg.Repository,
	}
	for _, side := range cfg.Sides {
		s.Sides = append(s.Sides, Side{ID: side.ID.String(), Name: side.Name.In(l), Capital: msg.Text("capital."+side.ID.String(), "name", side.Capital)})
	}
	s.Both = msg.Text("side.both", "canada", s.Sides[0].Name, "china", s.Sides[1].Name)
	return s
}

func navItems(of [][2]string, msg *message.Bundle) []NavItem {
	items := make([]NavItem, len(of))
	for i, item := range of {
		items[i] = NavItem{item[0], msg.Text("nav." + item[0]), item[1]}
	}
	return items
}

// href returns the link to a path of the site. A first segment with a colon
// would be read as a scheme; "./" before it keeps it a path.
func href(root, path string) string {
	first, _, _ := strings.Cut(path, "/")
	if root == "" && strings.Contains(first, ":") {
		return "./" + path
	}
	return root + path
}

// web returns the address if it leads to the web, and "" otherwise.
func web(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return address
}

// number writes n with a comma before each group of three digits.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count writes a number, with a comma before each group of three digits, and the
// noun that goes with it: "1 event", "2,000 events".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// maxTitle is how many characters search engines and tabs show of a title.
const maxTitle = 70

// headTitle returns the text of the title element: the page's title and the
// site's, where there is room for both, or as many words of the page's as fit.
func headTitle(page, site string) string {
	if both := page + " · " + site; page != site && site != "" && fitsTitle(both) {
		return both
	}
	short := page
	for !fitsTitle(short) {
		runes := []rune(strings.TrimSuffix(short, "…"))
		cut := string(runes[:len(runes)-1])
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		short = strings.TrimRight(cut, " ,;:") + "…"
	}
	return short
}

// fitsTitle counts as validators do, in the file's characters: "&#39;" is five.
func fitsTitle(title string) bool {
	return utf8.RuneCountInString(template.HTMLEscapeString(title)) <= maxTitle
}
