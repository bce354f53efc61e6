package check

import (
	"html"
	"net/url"
	"path"
	"slices"
	"strings"

	"buildsite/internal/rule"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// Links tells of links between the files of the content folder that lead to a
// heading which is not there. Whether there is a page at all is for package
// site to say.
func Links(docs []*seed.Document, levels rule.Levels) []source.Diagnostic {
	level := levels.Of("dead-link")
	if level == rule.Off {
		return nil
	}
	var byName map[string]*seed.Document
	var ds []source.Diagnostic
	for _, doc := range docs {
		for _, l := range doc.Links {
			target, fragment, ok := strings.Cut(l.Target, "#")
			if !ok || fragment == "" {
				continue
			}
			if byName == nil {
				byName = make(map[string]*seed.Document, len(docs))
				for _, d := range docs {
					byName[d.File.Name] = d
				}
			}
			if d, dead := deadHeading(doc, byName, target, fragment); dead {
				d.Pos, d.Severity = l.Pos, source.Severity(level)
				ds = append(ds, d)
			}
		}
	}
	return ds
}

// deadHeading tells whether a link leads to a heading that its target lacks.
func deadHeading(doc *seed.Document, byName map[string]*seed.Document, target, fragment string) (source.Diagnostic, bool) {
	name, err := url.PathUnescape(target)
	wanted, err2 := url.PathUnescape(fragment)
	to := byName[path.Join(path.Dir(doc.File.Name), name)]
	if err != nil || err2 != nil || to == nil {
		return source.Diagnostic{}, false
	}
	ids := headings(to)
	if slices.Contains(ids, wanted) {
		return source.Diagnostic{}, false
	}
	d := source.Diagnostic{File: doc.File.Name, Rule: "dead-link", Text: "the link to " + target + "#" + fragment + " leads to no heading of that page"}
	switch near := source.Nearest(wanted, ids); {
	case near != "":
		d.Hint = "did you mean #" + near + "?"
	case len(ids) > 0:
		d.Hint = "the headings there are #" + strings.Join(ids, ", #")
	default:
		d.Hint = "that page has no headings: take out #" + fragment
	}
	return d, true
}

// headings returns the ids of the headings on the page of a seed. The pages of
// articles and chronicles have none of their own.
func headings(doc *seed.Document) []string {
	if doc.Type == seed.Article || doc.Type == seed.Chronicle {
		return nil
	}
	var ids []string
	for rest := doc.HTML; ; {
		_, after, ok := strings.Cut(rest, ` id="`)
		if !ok {
			return ids
		}
		id, more, _ := strings.Cut(after, `"`)
		ids, rest = append(ids, html.UnescapeString(id)), more
	}
}
