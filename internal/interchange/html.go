package interchange

import (
	"html"
	"strings"
)

// plainHTML returns the text of a bit of HTML on one line: tags go, and what
// they stand between is kept apart.
func plainHTML(s string) string {
	if !strings.ContainsAny(s, "<&\r\n\t") {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	for s != "" {
		text, rest, found := strings.Cut(s, "<")
		b.WriteString(text)
		if !found {
			break
		}
		if !isTag(rest) {
			b.WriteByte('<')
			s = rest
			continue
		}
		tag, after, _ := strings.Cut(rest, ">")
		if breaks(tag) {
			b.WriteByte(' ')
		}
		s = after
	}
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

// isTag tells whether what stands behind "<" is a tag and no comparison.
func isTag(s string) bool {
	s = strings.TrimPrefix(s, "/")
	return s != "" && (s[0] == '!' || 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z')
}

// breaks tells whether a tag parts words, as paragraphs and line breaks do and
// emphasis and links do not.
func breaks(tag string) bool {
	name := strings.ToLower(strings.TrimPrefix(tag, "/"))
	name = name[:len(name)-len(strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz0123456789"))]
	switch name {
	case "a", "b", "i", "em", "strong", "span", "u", "sup", "sub", "small", "abbr", "cite", "q", "code":
		return false
	}
	return true
}

// anchor is a link in HTML.
type anchor struct{ text, address string }

// links returns the links of a bit of HTML.
func links(s string) []anchor {
	var all []anchor
	for {
		_, rest, found := strings.Cut(s, "<a ")
		if !found {
			return all
		}
		tag, after, _ := strings.Cut(rest, ">")
		text, _, _ := strings.Cut(after, "</a")
		if address := attribute(tag, "href"); address != "" {
			all = append(all, anchor{plainHTML(text), address})
		}
		s = after
	}
}

// attribute returns the value of an attribute within a tag, in quotes or
// without.
func attribute(tag, name string) string {
	_, value, found := strings.Cut(tag, name+"=")
	if !found || value == "" {
		return ""
	}
	if quote := value[0]; quote == '"' || quote == '\'' {
		value, _, _ = strings.Cut(value[1:], string(quote))
	} else {
		value, _, _ = strings.Cut(value, " ")
	}
	return html.UnescapeString(value)
}
