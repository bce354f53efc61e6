package main

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// style is how a stretch of text looks on a terminal. The zero value is plain.
type style struct {
	bold, dim, underline bool
	color                color
}

// color is one of 256 that a terminal has; the zero value is its own.
type color uint8

// The colours. The two sides have those of the pages, or what comes nearest.
const (
	canadaColor color = 173 // an orange
	chinaColor  color = 73  // a blue-green
	dateColor   color = 222 // a pale yellow
	markColor   color = 110 // of the numbers that lead to events
	askColor    color = 221 // of what needs an editor
)

// codes returns the control codes that begin a style.
func (s style) codes() string {
	var codes []string
	if s.bold {
		codes = append(codes, "1")
	}
	if s.dim {
		codes = append(codes, "2")
	}
	if s.underline {
		codes = append(codes, "4")
	}
	if s.color != 0 {
		codes = append(codes, "38;5;"+strconv.Itoa(int(s.color)))
	}
	return "\x1b[" + strings.Join(codes, ";") + "m"
}

// piece is text in one style.
type piece struct {
	text  string
	style style
}

// bare is text without any.
func bare(text string) piece { return piece{text: text} }

// glyph is a character with its style and the columns it takes.
type glyph struct {
	r       rune
	columns int
	style   style
}

// glyphs spells pieces out. Control characters, and those that turn the
// direction of text, are left out: a seed must not speak to the terminal. Any
// space is a blank.
func glyphs(pieces []piece) []glyph {
	var out []glyph
	for _, p := range pieces {
		for _, r := range p.text {
			switch {
			case unicode.IsSpace(r):
				r = ' '
			case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
				continue
			}
			out = append(out, glyph{r, columnsOf(r), p.style})
		}
	}
	return out
}

// columnsOf returns how many columns of a terminal a character takes: two for a
// Chinese one, none for an accent of its own.
func columnsOf(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// columns returns how many columns a text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// padded is s with blanks up to n columns.
func padded(s string, n int) string { return s + strings.Repeat(" ", max(0, n-columns(s))) }

// cut is s, or as much of it as n columns hold with an ellipsis.
func cut(s string, n int) string {
	if columns(s) <= n {
		return s
	}
	used := 0
	for i, r := range s {
		if used += columnsOf(r); used > n-1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// wrap breaks text into lines of at most n columns: at blanks, and beside wide
// characters, but not before what closes or behind what opens.
func wrap(pieces []piece, n int) [][]glyph {
	all := slices.CompactFunc(glyphs(pieces), func(a, b glyph) bool { return a.r == ' ' && b.r == ' ' })
	var lines [][]glyph
	for len(all) > 0 {
		end, next := breakAt(all, n)
		lines = append(lines, all[:end])
		all = all[next:]
	}
	return lines
}

// breakAt returns how many glyphs stand on the first line, and where the next
// one begins.
func breakAt(all []glyph, n int) (end, next int) {
	used, last := 0, 0
	for i, g := range all {
		if used+g.columns > n && i > 0 && g.r != ' ' {
			if last > 0 {
				i = last
			}
			end = i
			for end > 0 && all[end-1].r == ' ' {
				end--
			}
			return end, i
		}
		used += g.columns
		if i+1 < len(all) && mayBreak(g, all[i+1]) {
			last = i + 1
		}
	}
	end = len(all)
	for end > 0 && all[end-1].r == ' ' {
		end--
	}
	return end, len(all)
}

// mayBreak tells whether a line may end between two glyphs.
func mayBreak(a, b glyph) bool {
	switch {
	case b.r == ' ', b.columns == 0:
		return false
	case a.r == ' ':
		return true
	case strings.ContainsRune("（《“‘「『【〔", a.r), strings.ContainsRune("，。、；：？！）》”’」』】〕…—%", b.r):
		return false
	}
	return a.columns == 2 || b.columns == 2
}

// written returns a line with its control codes, or without any.
func written(line []glyph, colored bool) string {
	var b strings.Builder
	var now style
	for _, g := range line {
		if colored && g.style != now {
			if now != (style{}) {
				b.WriteString("\x1b[0m")
			}
			if g.style != (style{}) {
				b.WriteString(g.style.codes())
			}
			now = g.style
		}
		b.WriteRune(g.r)
	}
	if now != (style{}) {
		b.WriteString("\x1b[0m")
	}
	return b.String()
}

// colored tells whether output to w is to have colours: as the flag says, and
// for "auto" on a terminal whose user does not refuse them (no-color.org).
func colored(flag string, terminal bool) bool {
	switch flag {
	case "always":
		return true
	case "never":
		return false
	}
	return terminal && os.Getenv("NO_COLOR") == ""
}
