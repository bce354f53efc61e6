package seed

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"buildsite/internal/source"
)

// write writes a value with its places. Where there is no value nobody asks for
// its place.
func (v value) write(b *strings.Builder, depth int) {
	switch v.kind {
	case absent:
		b.WriteString("absent\n")
		return
	case scalar:
		fmt.Fprintf(b, "%d %q\n", v.off, v.text)
		return
	}
	fmt.Fprintf(b, "%d %v\n", v.off, v.kind)
	for i, item := range v.items {
		b.WriteString(strings.Repeat("  ", depth+1))
		if v.kind == table {
			fmt.Fprintf(b, "%d %q: ", v.keys[i].off, v.keys[i].name)
		}
		item.write(b, depth+1)
	}
}

// readBoth reads text in both ways and reports whether the quick one took it.
// What it takes must be what the full one reads, without a word of complaint.
func readBoth(t *testing.T, text string) bool {
	t.Helper()
	file, _ := source.Decode("x", []byte("---\n"+text), "")
	span := source.Span{Start: 4, End: len(file.Text)}
	quick, ok := readPlainYAML(file.Text, span)
	if !ok {
		return false
	}
	p := &reading{file: file}
	full, fullOK := p.readFullYAML(span)
	if !fullOK || len(p.ds) > 0 {
		t.Fatalf("%q was taken, but: %v", text, p.ds)
	}
	var a, b strings.Builder
	full.write(&a, 0)
	quick.write(&b, 0)
	if diff := cmp.Diff(a.String(), b.String()); diff != "" {
		t.Fatalf("%q (-full +quick):\n%s", text, diff)
	}
	return true
}

var plainYAMLs = []string{
	"a: b\n", "a:\n", "a: \nb: c\n", "a: [x, y z, 'q', \"r, s\"]\n", "a: []\n", "a: [ ]\n", "a:   b  \n\n# c\n  # d\nb: 'it''s'\n",
	"a: 1970-10-13\nb: 1_000\nc: 0x1F\nd: ~\ne: null\nf: true\ng: .inf\nh: 12:30:45\n", "a: http://x.example/#y?z=1&b\n",
	"a:\n- b\n- c d\n", "a:\n  - b\n  - 'c'\nd: e\n", "a:\n  - b: c\n    d: e\n  -   f: g\n      h: [i]\nj: k\n", "a:\n  - b:\n    c: d\n",
	"a: >-\n  b\n  c\nd: e\n", "a: >\n  b\n\n  c\n\n\nd: e\n", "a: |\n  b\n    c\n  ---\n\n  # d\ne: f\n", "a: |-\n    b \n    c\n", "a: >\n b\n# c\nd: e\n",
	"a: b, c [d] {e} & * ! | > ' \" % @ `\n", "a: 中文：好\nb: é\n", "a: R&D #x\n", "a: x#y\n", "a: \"\"\nb: ''\n", "A-1_b: c\n", "a: b\na: c\n", "<<: a\n", "y: n\n",
	"a:\n  - b\n# c\n  - d\n", "a:\n  - b: c\n# d\n    e: f\n", "sources:\n- title: a\n  url: b\n- title: c\nx: y\n", "a: b\n  \nc: d\n", "a: |\n  b\n   \n", "a: [b,c]\n", "a: [b , c ]\n",
	"a: - b\n", "a: b: c\n", "a: b:\n", "a: 'b\n", "a: [b\n", "a: [b,]\n", "a: [,]\n", "a: {b: c}\n", "a\n", " a: b\n", "a: b\n c: d\n", "a: &x b\n", "a: *x\n", "a: !!int 1\n", "a: \"\\n\"\n",
	"a: ? b\n", "? a\n", "a:\n  b: c\n", "a: >-\n", "a: >2\n  b\n", "a: |+\n  b\n", "a: b #c\n", "a: \"b\" c\n", "a: 'b' #c\n", "a:\tb\n", "a: b\r\nc: d\r\n", "a:\n - b\n  - c\n", "a:\n  - b\n - c\n",
	"a:\n  - b\n    c\n", "a:\n  -\n", "a:\n  - - b\n", "a:\n  - [b]\n", "a: >\n   b\n  c\n", "a: [b: c]\n", "a: [b?]\n", "a: [-b]\n", "a: -b\n", "a:b\n", "a: \u0085b\n", "a: \u2028b\n", "a: \uFEFFb\n", "---\n", "...\n",
	"a: |\n  b\nc\n", "a:\n- b\n c: d\n", "a:\n  - b: |\n      c\n    d: e\n", "a:\n  - b: >-\n     c\n     d\n", "a:\n  - b: |\n    c\n", "%a: b\n", "a: %b\n", "a: b\n%c: d\n", "a: \x7fb\n", "a: [b #c]\n", "a: [b, 'c'd]\n", "a: ''b'\n", "a: 'b'''\n",
}

func TestPlainYAML(t *testing.T) {
	taken := 0
	for _, text := range plainYAMLs {
		if readBoth(t, text) {
			taken++
		}
	}
	if taken < 34 {
		t.Errorf("only %d of %d were taken", taken, len(plainYAMLs))
	}
	if !readBoth(t, strings.TrimSuffix(strings.TrimPrefix(eventSeed, "---\n"), "---\n")) {
		t.Error("a common event was not taken")
	}
}

func FuzzPlainYAML(f *testing.F) {
	for _, text := range plainYAMLs {
		f.Add(text)
	}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, a := range archive.Files {
			if inner, ok := strings.CutPrefix(string(a.Data), "---\n"); ok {
				inner, _, _ = strings.Cut(inner, "---\n")
				f.Add(inner)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < maxMatter {
			readBoth(t, text)
		}
	})
}

// Random front matter of common pieces, oddly put together, the same each time.
func TestPlainYAMLRandom(t *testing.T) {
	g := yamlGenerator{rand.New(rand.NewPCG(1970, 10))}
	taken := 0
	for range 20000 {
		if readBoth(t, g.document()) {
			taken++
		}
	}
	if taken < 5000 {
		t.Errorf("only %d were taken", taken)
	}
}

type yamlGenerator struct{ *rand.Rand }

func (g yamlGenerator) pick(of ...string) string { return of[g.IntN(len(of))] }

// document writes a few keys, and in one of four cases breaks the result.
func (g yamlGenerator) document() string {
	var b strings.Builder
	for range 1 + g.IntN(4) {
		b.WriteString(g.pick("a", "b", "c-d", "e_1") + ":")
		g.value(&b)
		b.WriteString(g.pick("", "", "", "", "\n", "# c\n", "  # c\n", "  \n"))
	}
	text := b.String()
	if g.IntN(4) == 0 {
		at := g.IntN(len(text))
		text = text[:at] + g.pick(" ", "  ", "\n", ":", "- ", "'", "\"", "#", "[", "]", ",", "&", "|", "\n  ", "中") + text[at:]
	}
	return strings.ToValidUTF8(text, "?")
}

func (g yamlGenerator) value(b *strings.Builder) {
	indent := g.pick("", "  ", "  ", "    ")
	switch g.IntN(6) {
	case 0:
		b.WriteString(g.pick(" >", " >-", " |", " |-") + "\n")
		for range 1 + g.IntN(3) {
			b.WriteString(g.pick("  ", "  ", "  ", " ", "   ", "") + g.pick("x", "x y ", "- x", "# x", "a: b", "---", "") + "\n")
		}
	case 1:
		b.WriteString("\n")
		for range 1 + g.IntN(3) {
			b.WriteString(indent + "-" + g.pick(" ", " ", "  ") + g.scalar() + "\n")
		}
	case 2:
		b.WriteString("\n")
		for range 1 + g.IntN(2) {
			b.WriteString(indent + "- a: " + g.scalar() + "\n" + indent + "  b:" + g.pick(" ", "\n"+indent+"  c: ") + g.scalar() + "\n")
		}
	default:
		b.WriteString(g.pick(" ", " ", "   ") + g.scalar() + "\n")
	}
}

func (g yamlGenerator) scalar() string {
	return g.pick("x", "x y", "'q'", "'i''s'", "\"d q\"", "[a, b]", "[ 'a' , \"b\" ]", "[]", "~", "null", "1970-10-13", "12:30", "http://x/#y", "x [y] {z}",
		"中文，好", "x ", "x #y", "x: y", "x:", "", "- x", "'", "true", "0x1F", "[1970, ~, x y]", "a-b, c", "\"it's\"", "R&D *x* !", "1970..", "é")
}
