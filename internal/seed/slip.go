package seed

import "strings"

// A slip is a common mistake in YAML, with its mend.
type slip struct {
	off        int // in the front matter
	text, hint string
}

// findSlip looks through front matter that is no valid YAML for what editors
// trip over most.
func findSlip(text string) (slip, bool) {
	inBlock := -1 // the indent of the key whose block scalar the line may be in
	for off := 0; off < len(text); {
		end := lineEnd(text, off)
		line := strings.TrimRight(text[off:end], " \t\r\n")
		body := strings.TrimLeft(line, " ")
		indent := len(line) - len(body)
		switch {
		case body == "" || inBlock >= 0 && indent > inBlock:
		default:
			inBlock = -1
			if s, ok := slipOf(body, text[end:]); ok {
				s.off += off + indent
				return s, true
			}
			if opensBlock(body) {
				inBlock = indent
			}
		}
		off = end
	}
	return slip{}, false
}

// opensBlock tells whether the lines after one that reads line are a block
// scalar, whose text nothing is wrong with.
func opensBlock(line string) bool {
	_, v, ok := strings.Cut(line, ":")
	v = strings.TrimSpace(v)
	return ok && v != "" && (v[0] == '|' || v[0] == '>') && len(v) <= 3
}

// slipOf looks at one line without its indent; rest is what follows it.
func slipOf(line, rest string) (slip, bool) {
	if line[0] == '\t' {
		return slip{0, "a tab indents this line", "indent with spaces"}, true
	}
	if line[0] == '#' || line[0] == '{' || line[0] == '[' {
		return slip{}, false
	}
	start := 0
	for strings.HasPrefix(line[start:], "- ") {
		start += 2
		start += len(line[start:]) - len(strings.TrimLeft(line[start:], " "))
	}
	if i := strings.Index(line, "："); i >= 0 && isKey(strings.TrimSpace(line[start:i])) {
		return slip{i, "a full-width colon after the key", `use ": ", the colon of a Latin keyboard, and a space`}, true
	}
	colon := strings.IndexByte(line[start:], ':') + start
	name := strings.TrimSpace(line[start:max(colon, start)])
	if colon < start {
		return noColon(line[start:], start)
	}
	valueAt := colon + 1
	if valueAt < len(line) && line[valueAt] != ' ' && line[valueAt] != '\t' {
		if isKey(name) {
			return slip{valueAt, "no space after the colon", "write " + name + ": and the value after a space"}, true
		}
		return slip{}, false
	}
	v := strings.TrimLeft(line[valueAt:], " \t")
	valueAt = len(line) - len(v)
	return slipOfValue(v, rest, valueAt)
}

// noColon tells of a line that begins with a key but lacks the colon.
func noColon(line string, at int) (slip, bool) {
	first, _, _ := strings.Cut(line, " ")
	if strings.Contains(line, "=") || isKey(first) {
		return slip{at, "a line without a colon after its key", `write "key: value"; TOML with = goes between lines of +++`}, true
	}
	return slip{}, false
}

// slipOfValue looks at what a key is given.
func slipOfValue(v, rest string, at int) (slip, bool) {
	if v == "" {
		return slip{}, false
	}
	const quoteIt = "put the whole value in quotes"
	switch c := v[0]; c {
	case '"', '\'':
		end := quoteEnd(v)
		if end < 0 && closesLater(rest, c) {
			return slip{}, false
		}
		if end < 0 {
			return slip{at, "a quotation mark that opens here and never closes on its line", "close it, or begin the value with another character"}, true
		}
		if after := strings.TrimSpace(v[end:]); after != "" && after[0] != '#' {
			return slip{at + end, "text after the closing quotation mark", quoteIt + "; a quotation mark inside is written twice ('') in single quotes, \\\" in double ones"}, true
		}
		return slip{}, false
	case '[':
		if !strings.Contains(v, "]") && !closesLater(rest, ']') {
			return slip{at, "a bracket that opens here and never closes on its line", `close the list with "]"`}, true
		}
		return slip{}, false
	case '*', '&', '!', '%', '@', '`':
		return slip{at, "a value that begins with " + string(c) + ", which means something else in YAML", quoteIt}, true
	case '|', '>', '{', '#':
		return slip{}, false
	}
	if i := strings.Index(v, ": "); i >= 0 {
		return slip{at + i, `": " inside a value`, quoteIt}, true
	}
	if strings.HasSuffix(v, ":") {
		return slip{at + len(v) - 1, "a colon at the end of a value", quoteIt}, true
	}
	return slip{}, false
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
	for line := range eachLine(rest) {
		if keyOf(strings.TrimLeft(line, " -")) != "" {
			return false
		}
		if strings.IndexByte(line, c) >= 0 {
			return true
		}
	}
	return false
}
