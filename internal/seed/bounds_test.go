package seed

import (
	"fmt"
	"strings"
	"testing"
)

// costly returns bodies of about size bytes whose cost is the square of their
// size, or worse, in a reader of Markdown without bounds.
func costly(size int) map[string]string {
	repeat := func(s string) string { return strings.Repeat(s, (size-10)/len(s)) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < size-40; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	var ticks, nest strings.Builder
	for i := 1; ticks.Len() < size-2000; i++ {
		ticks.WriteString(strings.Repeat("`", i) + "a")
	}
	for i := 0; nest.Len() < size-4000; i++ {
		nest.WriteString(strings.Repeat(" ", 2*i) + "- a\n")
	}
	return map[string]string{
		"brackets": repeat("["), "images": repeat("!["), "links": repeat("[a]("), "angle links": repeat("[a](<b"), "closing": repeat("]"),
		"nested brackets": strings.Repeat("[", size/2-10) + strings.Repeat("]", size/2-10),
		"stars":           repeat("*a "), "mixed stars": repeat("*_a"), "star pairs": repeat("*a **a "), "strikes": repeat("~~a"), "one run": repeat("*"),
		"nested stars": strings.Repeat("*a ", size/6-10) + strings.Repeat("a* ", size/6-10),
		"ticks":        ticks.String(), "tick": repeat("`a"), "tags": repeat("<a "), "angles": repeat("<"), "comments": repeat("<!-- "),
		"attributes": repeat("<a href=\""), "entities": repeat("&"), "escapes": repeat("\\"), "parentheses": "[a]" + repeat("("),
		"titles": "[a](b \"" + repeat("x"), "references": numbered("[a%d]: b\n") + "[a1]", "lists": repeat("- a\n"), "nested lists": nest.String(),
		"quotes": repeat("> a\n"), "lines": repeat("x\n"), "headings": repeat("# a\n"), "setext": repeat("a\n=\n"), "fences": repeat("```\na\n"),
		"pipes": repeat("a|b\n"), "tables": repeat("|a|b|\n|-|-|\n\n"), "breaks": repeat("a  \n"), "lazy": "> a\n" + repeat("b\n"),
		"heading brackets": "# " + repeat("[a]("), "setext brackets": repeat("[a](\n") + "\n===", "carets": repeat("^["),
		"dated": repeat("- 1970: a\n"), "dense dates": repeat("1970-10-13: a\n\n"), "dated headings": repeat("# 1970\n"),
		"bare dates": repeat("- 1970\n"), "nested dates": repeat("- 1970\n  - May:\n"),
	}
}

// TestMarkdownBounds reads costly bodies: what comes out is bounded, and what is
// left out is told.
func TestMarkdownBounds(t *testing.T) {
	for name, body := range costly(16 << 10) {
		doc, ds := Parse("x.md", []byte("---\ntype: chronicle\n---\n"+body), Options{})
		if len(doc.HTML) > maxHTML {
			t.Errorf("%s: %d bytes of HTML", name, len(doc.HTML))
		}
		if doc.HTML == "" && len(doc.Entries) == 0 && len(ds) == 0 {
			t.Errorf("%s: nothing came of it, and nobody was told", name)
		}
	}
}

// BenchmarkMarkdownBounds tells what the costliest bodies take at two sizes, of
// which one is four times the other.
func BenchmarkMarkdownBounds(b *testing.B) {
	for _, size := range []int{32 << 10, 128 << 10} {
		bodies := costly(size)
		for _, name := range []string{"tags", "tables", "brackets", "star pairs", "ticks", "nested lists"} {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "-"), size), func(b *testing.B) {
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					Parse("x.md", []byte("---\ntype: chronicle\n---\n"+bodies[name]), Options{})
				}
			})
		}
	}
}
