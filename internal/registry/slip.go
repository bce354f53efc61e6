package registry

import (
	"strings"

	"buildsite/internal/source"
)

// slips looks at the lines of a YAML text for what editors trip over most.
type slips struct {
	text  string
	isKey func(string) bool
}

// in looks through a stretch of the text, which begins with the line of a key.
func (s slips) in(stretch source.Span) (Fault, bool) {
	inBlock := -1 // the indent of the key whose block scalar the line may be in
	for l := range source.Lines(stretch.Of(s.text)) {
		line := strings.TrimRight(l.Of(stretch.Of(s.text)), " \t\r\n")
		body := strings.TrimLeft(line, " ")
		indent := len(line) - len(body)
		if body == "" || inBlock >= 0 && indent > inBlock {
			continue
		}
		inBlock = -1
		start, end := stretch.Start+l.Start, stretch.Start+l.End
		if f, ok := s.of(body, s.text[end:]); ok {
			f.Off += start + indent
			return f, true
		}
		if opensBlock(body) {
			inBlock = indent
		}
	}
	return Fault{}, false
}

// opensBlock tells whether the lines after one that reads line are a block
// scalar, whose text nothing is wrong with.
func opensBlock(line string) bool {
	_, v, ok := strings.Cut(line, ":")
	v = strings.TrimSpace(v)
	return ok && v != "" && (v[0] == '|' || v[0] == '>') && len(v) <= 3
}

// of looks at one line without its indent; rest is what follows it.
func (s slips) of(line, rest string) (Fault, bool) {
	if line[0] == '\t' {
		return Fault{0, "a tab indents this line", "indent with spaces"}, true
	}
	start := 0
	for strings.HasPrefix(line[start:], "- ") {
		start += 2
		start += len(line[start:]) - len(strings.TrimLeft(line[start:], " "))
	}
	if start == len(line) || strings.IndexByte("#{[", line[start]) >= 0 {
		return Fault{}, false
	}
	if i := strings.Index(line, "："); i >= 0 && s.isKey(strings.TrimSpace(line[start:i])) {
		return Fault{i, "a full-width colon after the key", `use ": ", the colon of a Latin keyboard, and a space`}, true
	}
	colon := strings.IndexByte(line[start:], ':') + start
	name := strings.TrimSpace(line[start:max(colon, start)])
	if colon < start {
		return s.noColon(line[start:], start)
	}
	valueAt := colon + 1
	if valueAt < len(line) && line[valueAt] != ' ' && line[valueAt] != '\t' {
		if s.isKey(name) {
			return Fault{valueAt, "no space after the colon", "write " + name + ": and the value after a space"}, true
		}
		return Fault{}, false
	}
	v := strings.TrimLeft(line[valueAt:], " \t")
	valueAt = len(line) - len(v)
	return slipOfValue(v, rest, valueAt)
}

// noColon tells of a line that begins with a key but lacks the colon.
func (s slips) noColon(line string, at int) (Fault, bool) {
	first, _, _ := strings.Cut(line, " ")
	if strings.Contains(line, "=") || s.isKey(first) {
		return Fault{at, "a line without a colon after its key", `write "key: value"; in a seed, TOML with = goes between lines of +++`}, true
	}
	return Fault{}, false
}

// slipOfValue looks at what a key is given.
func slipOfValue(v, rest string, at int) (Fault, bool) {
	if v == "" {
		return Fault{}, false
	}
	const quoteIt = "put the whole value in quotes"
	switch c := v[0]; c {
	case '"', '\'':
		end := quoteEnd(v)
		if end < 0 && closesLater(rest, c) {
			return Fault{}, false
		}
		if end < 0 {
			return Fault{at, "a quotation mark that opens here and never closes on its line", "close it, or begin the value with another character"}, true
		}
		if after := strings.TrimSpace(v[end:]); after != "" && after[0] != '#' {
			return Fault{at + end, "text after the closing quotation mark", quoteIt + "; a quotation mark inside is written twice ('') in single quotes, \\\" in double ones"}, true
		}
		return Fault{}, false
	case '[':
		if !strings.Contains(v, "]") && !closesLater(rest, ']') {
			return Fault{at, "a bracket that opens here and never closes on its line", `close the list with "]"`}, true
		}
		return Fault{}, false
	case '*', '&', '!', '%', '@', '`':
		return Fault{at, "a value that begins with " + string(c) + ", which means something else in YAML", quoteIt}, true
	case '|', '>', '{', '#':
		return Fault{}, false
	}
	if i := strings.Index(v, ": "); i >= 0 {
		return Fault{at + i, `": " inside a value`, quoteIt}, true
	}
	if strings.HasSuffix(v, ":") {
		return Fault{at + len(v) - 1, "a colon at the end of a value", quoteIt}, true
	}
	return Fault{}, false
}

// quoteEnd returns where the quoted value at the start of v ends, -1 if it does
// not. In single quotes a quote is doubled, in double quotes it has a backslash.
func quoteEnd(v string) int {
	for i := 1; i < len(v); i++ {
		switch {
		case v[0] == '"' && v[i] == '\\':
			i++
		case v[i] != v[0]:
		case v[0] == '\'' && strings.HasPrefix(v[i+1:], "'"):
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// closesLater tells whether c stands in the lines before the next key.
func closesLater(rest string, c byte) bool {
	for l := range source.Lines(rest) {
		line := l.Of(rest)
		if startsKey(strings.TrimLeft(line, " -")) {
			return false
		}
		if strings.IndexByte(line, c) >= 0 {
			return true
		}
	}
	return false
}

// startsKey tells whether a line begins with a key: a word and a colon with
// space or nothing after it.
func startsKey(line string) bool {
	name, after, ok := strings.Cut(line, ":")
	return ok && name != "" && !strings.ContainsAny(name, " \t,[]{}\"'") && (after == "" || strings.IndexByte(" \t\r\n", after[0]) >= 0)
}
