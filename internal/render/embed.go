package render

import "html"

// placeholder stands for the site's address where that is not known.
const placeholder = "https://example.org/"

// snippet returns the HTML that shows an embedded timeline on another site, for
// people to copy. The frame needs no script of that site, runs none of its
// own, and may do nothing there but open links in tabs.
func (r *Renderer) snippet(v *View, path, title string) string {
	address := r.cfg.Address(v.Page.Dir + path)
	if address == "" {
		address = placeholder + v.Page.Dir + path
	}
	return `<iframe src="` + html.EscapeString(address) + `" title="` + html.EscapeString(title) +
		`" width="100%" height="480" loading="lazy" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`
}
