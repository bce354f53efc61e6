package seed

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Markdown that costs other readers minutes takes no more than seconds here, at
// the largest size that is read.
func TestMarkdownBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	repeat := func(s string) string { return strings.Repeat(s, (maxMarkdown-10)/len(s)) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < maxMarkdown-40; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	var ticks, nest strings.Builder
	for i := 1; ticks.Len() < maxMarkdown-2000; i++ {
		ticks.WriteString(strings.Repeat("`", i) + "a")
	}
	for i := 0; nest.Len() < maxMarkdown-4000; i++ {
		nest.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	for name, body := range map[string]string{
		"brackets": repeat("["), "images": repeat("!["), "links": repeat("[a]("), "angle links": repeat("[a](<b"), "closing": repeat("]"),
		"nested brackets": strings.Repeat("[", maxMarkdown/2-10) + strings.Repeat("]", maxMarkdown/2-10),
		"stars":           repeat("*a "), "mixed stars": repeat("*_a"), "star pairs": repeat("*a **a "), "strikes": repeat("~~a"), "one run": repeat("*"),
		"nested stars": strings.Repeat("*a ", maxMarkdown/6-10) + strings.Repeat("a* ", maxMarkdown/6-10),
		"ticks":        ticks.String(), "tick": repeat("`a"), "tags": repeat("<a "), "angles": repeat("<"), "comments": repeat("<!-- "),
		"attributes": repeat("<a href=\""), "entities": repeat("&"), "escapes": repeat("\\"), "parentheses": "[a]" + repeat("("),
		"titles": "[a](b \"" + repeat("x"), "references": numbered("[a%d]: b\n") + "[a1]", "lists": repeat("- a\n"), "nested lists": nest.String(),
		"quotes": repeat("> a\n"), "lines": repeat("x\n"), "headings": repeat("# a\n"), "setext": repeat("a\n=\n"), "fences": repeat("```\na\n"),
		"pipes": repeat("a|b\n"), "tables": repeat("|a|b|\n|-|-|\n\n"), "breaks": repeat("a  \n"), "lazy": "> a\n" + repeat("b\n"),
		"heading brackets": "# " + repeat("[a]("), "setext brackets": repeat("[a](\n") + "\n===", "carets": repeat("^["),
		"dated": repeat("- 1970: a\n"), "dense dates": repeat("1970-10-13: a\n\n"), "dated headings": repeat("# 1970\n"),
		"bare dates": repeat("- 1970\n"), "nested dates": repeat("- 1970\n  - May:\n"),
	} {
		for _, kind := range []string{"event", "chronicle"} {
			start := time.Now()
			doc, _ := Parse("x.md", []byte("---\ndate: 1970\ntype: "+kind+"\n---\n"+body), Options{})
			if d := time.Since(start); d > 500*time.Millisecond {
				t.Logf("%s as %s: %v", name, kind, d.Round(time.Millisecond))
				if d > 20*time.Second {
					t.Errorf("%s as %s takes %v", name, kind, d)
				}
			}
			if len(doc.HTML) > maxHTML {
				t.Errorf("%s: %d bytes of HTML", name, len(doc.HTML))
			}
		}
	}
}
