package seed

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"buildsite/internal/source"
)

// link makes a link ready. It reports false if it must not stay.
func (c *cleaner) link(n ast.Node, target string) bool {
	switch kind, problem := kindOfLink(target); kind {
	case toSite:
		n.SetAttributeString("rel", []byte("external nofollow"))
	case toFile, toHeading:
		c.tree.links = append(c.tree.links, link{kind, target, c.at(n)})
	case unsafe:
		c.warnf(c.at(n), ruleUnsafeLink, "a link to %q, which %s, is left out", target, problem).
			Hint = "link to https:// or http:// addresses, mailto: or other files of the content"
		return false
	}
	return true
}

// link is a link of a body that stays within the site.
type link struct {
	kind   linkKind // toFile or toHeading
	target string   // as written
	off    int      // in File.Text
}

// linkKind says where a link leads.
type linkKind uint8

// The kinds of links.
const (
	toSite    linkKind = iota + 1 // another site
	toFile                        // whatever has a path within this one
	toHeading                     // a heading of the same body
	toMail                        // a mailbox
	unsafe                        // none of these
)

// kindOfLink tells where target leads, and of an unsafe one what is wrong.
func kindOfLink(target string) (kind linkKind, problem string) {
	if strings.ContainsFunc(target, func(r rune) bool { return unicode.IsControl(r) || r == '\\' }) {
		return unsafe, "has characters that no address has" // browsers read past them
	}
	target = strings.TrimSpace(target)
	scheme, ok := schemeOf(target)
	switch {
	case scheme == "http" || scheme == "https":
		if webProblem(target) != "" && !strings.Contains(target, " ") {
			return unsafe, webProblem(target)
		}
		return toSite, ""
	case scheme == "mailto":
		return toMail, ""
	case ok:
		return unsafe, "has the scheme " + scheme + ":"
	case strings.HasPrefix(target, "//"):
		return unsafe, "begins with // and no scheme"
	case strings.HasPrefix(target, "#"):
		return toHeading, ""
	}
	return toFile, ""
}

// schemeOf returns the scheme of an address in lower case: by RFC 3986 what
// stands before a colon that no slash, question mark or hash precedes. It
// reports false if there is none.
func schemeOf(target string) (string, bool) {
	i := strings.IndexAny(target, ":/?#")
	if i < 0 || target[i] != ':' {
		return "", false
	}
	return strings.ToLower(target[:i]), true
}

// webProblem returns what keeps s from being a web address, or "".
func webProblem(s string) string {
	if strings.ContainsAny(s, " \t\r\n") {
		return "has a space in it"
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "is no address"
	case u.Scheme != "http" && u.Scheme != "https":
		return "does not begin with https:// or http://"
	case u.Host == "":
		return "names no host"
	}
	return ""
}

// checkLinks takes the links to other files into the document and tells of
// those that cannot lead anywhere. ids are those of the headings that stand on
// the page of a link.
func (b *bodyReader) checkLinks(t *tree, ids []string) {
	for _, l := range t.links {
		switch {
		case l.kind == toHeading:
			b.checkHeading(l, ids)
		case l.target == "":
			b.errorf(l.off, ruleDeadLink, "a link without a target").Hint = "write where it leads in the brackets, or take the link out"
		case wholeAddress(l.target) != "":
			b.errorf(l.off, ruleDeadLink, "the link to %s leads to no other site", l.target).Hint = "write " + wholeAddress(l.target)
		default:
			b.doc.Links = append(b.doc.Links, Link{Target: l.target, Pos: b.file.Position(l.off)})
		}
	}
}

// checkHeading tells of a link to a heading that is not there.
func (b *bodyReader) checkHeading(l link, ids []string) {
	wanted, err := url.PathUnescape(l.target[1:])
	if err == nil && slices.Contains(ids, wanted) {
		return
	}
	d := b.errorf(l.off, ruleDeadLink, "the link to %s leads to no heading", l.target)
	switch near := source.Nearest(wanted, ids); {
	case near != "":
		d.Hint = "did you mean #" + near + "?"
	case len(ids) > 0:
		d.Hint = "the headings here are #" + strings.Join(ids, ", #")
	case b.doc.Type == Chronicle:
		d.Hint = "each entry of a chronicle has a page of its own, without headings: link to another seed, or take the link out"
	default:
		d.Hint = "this text has no headings: write the path of a seed, or take the link out"
	}
}

// wholeAddress returns the address on the web that is meant by one without a
// scheme, such as "www.canada.ca/en", or "" if none is.
func wholeAddress(target string) string {
	host, _, _ := strings.Cut(target, "/")
	host = strings.ToLower(host)
	if strings.ContainsAny(target, " \t\r\n") || strings.HasPrefix(host, ".") {
		return ""
	}
	named := strings.HasPrefix(host, "www.")
	for _, domain := range domains {
		named = named || strings.HasSuffix(host, domain)
	}
	if address := "https://" + target; named && webProblem(address) == "" {
		return address
	}
	return ""
}

// domains are the ends of the names of hosts that sources lie on. No file of
// the content folder ends like this.
var domains = [...]string{".ca", ".cn", ".com", ".org", ".net", ".gov", ".edu", ".int", ".hk", ".tw"}
