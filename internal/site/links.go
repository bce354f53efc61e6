package site

import (
	"html"
	"net/url"
	"path"
	"slices"
	"strings"

	"buildsite/internal/source"
)

// checkLinks tells of links between files of the content folder that lead to
// no page.
func (b *builder) checkLinks() {
	for file, links := range b.Links {
		for _, l := range links {
			name, _, ok := contentPath(file, l.Target)
			if ok && (b.pageOf(name) != "" || b.Broken[name]) {
				continue
			}
			d := source.Diagnostic{
				File: file, Pos: l.Pos, Severity: source.Error, Rule: "dead-link", Text: "the link to " + l.Target + " leads to no page",
				Hint: "write the path of a seed, relative to this file, such as ../1970s/1970-10-13-recognition.md",
			}
			if b.Drafts[name] {
				d.Text = "the link to " + l.Target + " leads to a draft"
				d.Hint = "take draft: true out of " + name + ", or take the link out"
			} else if near := source.Nearest(name, b.contentFiles()); near != "" {
				d.Hint = "did you mean " + near + "?"
			}
			b.ds = append(b.ds, d)
		}
	}
}

// contentPath returns the content-relative path that a link in a file means,
// and the fragment with its hash sign.
func contentPath(file, target string) (name, fragment string, ok bool) {
	target, fragment, found := strings.Cut(target, "#")
	if found {
		fragment = "#" + fragment
	}
	target, err := url.PathUnescape(target)
	if err != nil || target == "" || strings.HasPrefix(target, "/") {
		return "", "", false
	}
	name = path.Join(path.Dir(file), target)
	return name, fragment, !strings.HasPrefix(name, "../")
}

// pageOf returns the page that shows a file of the content folder, or "".
func (b *builder) pageOf(name string) string {
	switch {
	case b.seeds[name] != nil:
		return sourcePath(name)
	case len(b.ofSeed[name]) > 0:
		return b.ofSeed[name][0].Path
	}
	if i := slices.IndexFunc(b.Texts, func(t TextSource) bool { return t.File == name }); i >= 0 {
		return b.textName(b.Texts[i]) + ".html"
	}
	return ""
}

// textName returns what a page written in Markdown is called: that of the
// original, for a translation.
func (b *builder) textName(t TextSource) string {
	if i := slices.IndexFunc(b.Texts, func(o TextSource) bool { return t.Of != "" && o.File == t.Of }); i >= 0 {
		return b.Texts[i].Name
	}
	return t.Name
}

// contentFiles returns the files that a link can lead to.
func (b *builder) contentFiles() []string {
	var all []string
	for name := range b.ofSeed {
		all = append(all, name)
	}
	for name := range b.seeds {
		all = append(all, name)
	}
	for _, t := range b.Texts {
		all = append(all, t.File)
	}
	slices.Sort(all)
	return all
}

// resolve rewrites the links between files of the content folder in the HTML
// of one of them, so that they lead from that page to others. The HTML is
// that of package seed, which writes every link as href="…", escaped.
func (b *builder) resolve(file, page, text string) string {
	if len(b.Links[file]) == 0 {
		return text
	}
	const open = `href="`
	root := strings.Repeat("../", strings.Count(page, "/"))
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, open)
		out.WriteString(before)
		if !found {
			return out.String()
		}
		href, after, _ := strings.Cut(rest, `"`)
		out.WriteString(open + b.rewrite(file, root, href) + `"`)
		text = after
	}
}

// rewrite returns what an href of a file becomes on a page.
func (b *builder) rewrite(file, root, href string) string {
	target := html.UnescapeString(href)
	if u, err := url.Parse(target); err != nil || u.IsAbs() || u.Host != "" {
		return href
	}
	name, fragment, ok := contentPath(file, target)
	if page := b.pageOf(name); ok && page != "" {
		return html.EscapeString(root + (&url.URL{Path: page}).EscapedPath() + fragment)
	}
	return href
}
