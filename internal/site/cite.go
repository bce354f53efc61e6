package site

import (
	"cmp"
	"strings"
)

// Cites are the ways to cite an event's page. The site is the author; the year
// is that of the event's newest source or correction, for a build knows no
// other time.
type Cites struct {
	APA       string // American Psychological Association, 7th edition
	Chicago   string // Chicago Manual of Style, 17th edition, a note
	BibTeX    string
	Permalink string // relative to the site where its address is not known
}

func (b *builder) cites(e *Entry) Cites {
	title, address := b.Config.Title.In(b.Lang), cmp.Or(b.Config.Address(b.Dir+e.Path), b.Dir+e.Path)
	year, changed := b.msg.Text("cite.no_date"), ""
	if !e.Updated.IsZero() {
		year, _, _ = strings.Cut(e.Updated.String(), "-")
		changed = e.Updated.Format(b.Lang)
	}
	what := e.Title + " (" + e.When() + ")"
	chicago := "cite.chicago"
	if changed == "" {
		chicago = "cite.chicago_undated"
	}
	return Cites{
		APA:       b.msg.Text("cite.apa", "site", title, "year", year, "title", what, "address", address),
		Chicago:   b.msg.Text(chicago, "site", title, "title", what, "changed", changed, "address", address),
		BibTeX:    bibTeX(e, title, address),
		Permalink: address,
	}
}

// bibTeX writes an entry of the type for what has no other.
func bibTeX(e *Entry, site, address string) string {
	var out strings.Builder
	field := func(name, value string) {
		if value != "" {
			out.WriteString(",\n  " + name + " = {" + value + "}")
		}
	}
	out.WriteString("@misc{" + bibKey(e.ID))
	field("title", "{"+texEscape.Replace(e.Title)+"}")
	field("author", "{"+texEscape.Replace(site)+"}")
	if !e.Updated.IsZero() {
		year, _, _ := strings.Cut(e.Updated.String(), "-")
		field("year", year)
	}
	field("note", texEscape.Replace(e.When()))
	field("url", bracesEscape.Replace(address))
	return out.String() + "\n}"
}

// bibKey keeps of an id what BibTeX takes for a key.
func bibKey(id string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && strings.ContainsRune(`"#%'(),={}\ `, r) {
			return '-'
		}
		return r
	}, id)
}

// bracesEscape writes the braces of an address, which would end a field.
var bracesEscape = strings.NewReplacer("{", "%7B", "}", "%7D")

// texEscape writes what TeX takes for commands.
var texEscape = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
)
