package registry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/source"
)

// Fault is what keeps a text from being YAML, with its mend.
type Fault struct {
	Off  int    // where in the text
	Text string // what is wrong: lower case, no full stop
	Hint string // how to mend it
}

// FindFault tells what is wrong with a text that is to be a mapping or a list of
// mappings in YAML. isKey tells the keys it may have. It reports false of a text
// that is YAML and has nothing that editors trip over.
//
// What the YAML library tells is the line where something began that it could
// not finish, give or take one. The line where the text stops making sense is
// found by reading ever more of it.
func FindFault(text string, isKey func(string) bool) (Fault, bool) {
	s := slips{text, isKey}
	whole := source.Span{End: len(text)}
	err := readable(text)
	if err == nil {
		return s.in(whole)
	}
	before, line := badLine(text)
	if f, ok := s.in(line); ok {
		return f, true
	}
	// A line without its colon goes on in the next, where it is found out.
	if f, ok := s.in(source.Span{End: line.End}); ok && f.Off >= before.Start {
		return f, true
	}
	f := fault(err)
	f.Off = line.Start + len(line.Of(text)) - len(strings.TrimLeft(line.Of(text), " "))
	return f, true
}

// readable returns why the YAML library cannot read text.
func readable(text string) error {
	var doc yaml.Node
	return yaml.Unmarshal([]byte(text), &doc)
}

// maxTries bounds how many lines of one entry are tried one by one.
const maxTries = 200

// badLine returns the line that text, which is no YAML, stops being YAML with,
// the first after the most lines that are, and the one before it.
func badLine(text string) (before, line source.Span) {
	var lines []source.Span
	var entries []int // the lines that are not indented, where an entry may begin
	for l := range source.Lines(text) {
		if first, _ := utf8.DecodeRuneInString(l.Of(text)); l.Len() > 0 && !strings.ContainsRune(" \t\r\n#]}", first) {
			entries = append(entries, len(lines))
		}
		lines = append(lines, l)
	}
	upTo := func(n int) bool { return readable(text[:lines[n].Start]) == nil }
	// With an entry that is no YAML none of the longer texts is, and so the
	// first of these is soon found among many.
	n, _ := slices.BinarySearchFunc(entries, false, func(line int, _ bool) int {
		if upTo(line) {
			return -1
		}
		return 1
	})
	from, to := 0, len(lines)
	if n > 0 {
		from = entries[n-1]
	}
	if n < len(entries) {
		to = entries[n]
	}
	to = min(to, from+maxTries)
	bad := to - 1
	for bad > from && !upTo(bad) {
		bad--
	}
	return lines[max(bad-1, 0)], lines[bad]
}

// fault puts what the library says into words, as far as an editor can use them.
func fault(err error) Fault {
	problem := strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(problem, "line "); ok {
		if number, after, ok := strings.Cut(rest, ": "); ok && strings.Trim(number, "0123456789") == "" {
			problem = after
		}
	}
	const quote = "put values with special characters in quotes"
	switch {
	case strings.HasPrefix(problem, "mapping values are not allowed"), strings.HasPrefix(problem, "did not find expected key"),
		strings.HasPrefix(problem, "did not find expected '-'"), strings.HasPrefix(problem, "block sequence entries are not allowed"):
		return Fault{Text: "a key or value where none can stand", Hint: "indent keys that belong together alike, and " + quote}
	case strings.HasPrefix(problem, "could not find expected ':'"):
		return Fault{Text: "a line without a colon after its key", Hint: `write "key: value"`}
	case strings.HasPrefix(problem, "did not find expected ','"):
		return Fault{Text: "a list or mapping in brackets that does not go on or end as one", Hint: "put commas between its parts, close the bracket, and " + quote}
	}
	return Fault{Text: "this is no valid YAML: " + problem, Hint: quote + ", and indent with spaces"}
}

// Places leads from the nodes of a YAML text back to the text.
type Places struct {
	text  string
	lines []int // where the library's lines begin
}

// NewPlaces returns the places in text.
func NewPlaces(text string) *Places { return &Places{text, yamlLines(text)} }

// Of returns the offset at which n begins. The library counts columns in
// characters.
func (p *Places) Of(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(p.lines) {
		return 0
	}
	off := p.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(p.text[off:])
		off += size
	}
	return off
}

// yamlLines returns where the lines of text start by the rules of YAML 1.1, to
// which more than carriage returns and line feeds end a line.
func yamlLines(text string) []int {
	starts := append(make([]int, 0, 32), 0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			starts = append(starts, i+1)
		case c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			starts = append(starts, i+1)
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			starts = append(starts, i+2)
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			starts = append(starts, i+3)
		}
	}
	return starts
}
