package seed

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/adrg/frontmatter"

	"buildsite/internal/source"
)

// maxMatter is how many bytes of front matter are read.
const maxMatter = 64 << 10

// matter is where a file's front matter stands.
type matter struct {
	delimiter string      // "---" for YAML, "+++" for TOML, "" if there is none
	span      source.Span // in File.Text: what stands between the delimiters
	body      int         // offset in File.Text where the body begins
}

// The delimiters of front matter, and the name of what they enclose.
const (
	yamlDelimiter = "---"
	tomlDelimiter = "+++"
)

// splitMatter finds the front matter. A file may begin with a rule that is no
// front matter ("---" and then prose), and front matter may lack its end: the
// first is told from the second by whether something like a key follows.
func (p *reading) splitMatter() matter {
	text := p.file.Text
	open, ok := firstLine(text)
	if !ok {
		return matter{}
	}
	delimiter := strings.TrimSpace(open.Of(text))
	if delimiter != yamlDelimiter && delimiter != tomlDelimiter {
		return p.unopened(open)
	}
	inner, odd, closed := p.findClose(open.End, delimiter)
	isMatter := beginsWithKey(inner.Of(text)) || delimiter == tomlDelimiter && closed
	switch {
	case !closed && isMatter:
		d := p.errorf(open.Start, ruleUnclosed, "the front matter that begins with %s here never ends", delimiter)
		d.Hint = fmt.Sprintf("add a line %s after the last key", delimiter)
		if odd >= 0 {
			d.Hint = fmt.Sprintf("line %d seems to be meant as its end: make it exactly %s, at the start of the line", p.file.Position(odd).Line, delimiter)
		}
		return matter{body: len(text)} // never publish keys as prose
	case !isMatter && strings.TrimSpace(inner.Of(text)) != "" || !closed:
		return matter{}
	}
	if inner.Len() > maxMatter {
		p.errorf(open.Start, ruleTooLarge, "the front matter has %d bytes, more than the %d that are read", inner.Len(), maxMatter).
			Hint = "move the text below the closing " + delimiter
		return matter{body: len(text)}
	}
	return p.cut(delimiter, inner, lineEnd(text, inner.End))
}

// unopened reports keys that were meant as front matter but lack a delimiter
// before them, or have one with a typo: a known key in the first lines and a
// delimiter below them. Else there is no front matter.
func (p *reading) unopened(first source.Span) matter {
	text := p.file.Text
	line := first.Of(text)
	hint := "put a line --- before the first key"
	keys := first.Start
	if meantAsDelimiter(line) {
		keys = first.End
		hint = "make this line exactly ---"
	}
	if !isKey(keyOf(strings.TrimSpace(text[keys:lineEnd(text, keys)]))) {
		return matter{}
	}
	inner, _, closed := p.findClose(keys, yamlDelimiter)
	if !closed || strings.Contains(strings.ReplaceAll(inner.Of(text), "\r", ""), "\n\n") {
		return matter{}
	}
	p.errorf(first.Start, ruleUnclosed, "the front matter lacks its opening ---").Hint = hint
	return matter{body: lineEnd(text, inner.End)}
}

// firstLine returns the first line of text that is not blank, ending included.
func firstLine(text string) (source.Span, bool) {
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if strings.TrimSpace(text[start:end]) != "" {
			return source.Span{Start: start, End: end}, true
		}
		start = end
	}
	return source.Span{}, false
}

// lineEnd returns where the line that holds off ends, its ending included.
func lineEnd(text string, off int) int {
	i := strings.IndexAny(text[off:], "\r\n")
	if i < 0 {
		return len(text)
	}
	i += off + 1
	if text[i-1] == '\r' && strings.HasPrefix(text[i:], "\n") {
		i++
	}
	return i
}

// eachLine yields the lines of text, endings included.
func eachLine(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start := 0; start < len(text); {
			end := lineEnd(text, start)
			if !yield(text[start:end]) {
				return
			}
			start = end
		}
	}
}

// findClose looks for the closing delimiter from off on. It returns what stands
// before it, or all the rest if there is none, and where a line begins that may
// be meant as one but is not, or -1. Only a line that is not indented closes:
// within a YAML block scalar "---" is text.
func (p *reading) findClose(off int, delimiter string) (inner source.Span, odd int, ok bool) {
	text := p.file.Text
	odd = -1
	for start := off; start < len(text); {
		end := lineEnd(text, start)
		line := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
		if line == delimiter {
			return source.Span{Start: off, End: start}, odd, true
		}
		if odd < 0 && meantAsDelimiter(line) {
			odd = start
		}
		start = end
	}
	return source.Span{Start: off, End: len(text)}, odd, false
}

// meantAsDelimiter tells whether line is nothing but the dashes or pluses that
// a typo or an over-eager word processor makes of a delimiter.
func meantAsDelimiter(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && len(line) < 16 && strings.Trim(line, "-–—+") == "" || line == "..."
}

// beginsWithKey tells whether the first line of s that says anything has the
// form of a key: "word:", "word =" or, as a slip of Chinese keyboards, "word：".
// A line further down counts when its key is a known one.
func beginsWithKey(s string) bool {
	first := true
	for line := range eachLine(s) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key := keyOf(line)
		if key != "" && (first || isKey(key)) || first && line[0] == '{' {
			return true
		}
		first = false
	}
	return false
}

// keyOf returns the key that a line of front matter begins with, or "".
func keyOf(line string) string {
	i := strings.IndexAny(line, ":=：")
	if i <= 0 {
		return ""
	}
	key := strings.Trim(line[:i], " \t\"'")
	if key == "" || strings.ContainsFunc(key, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-'
	}) {
		return ""
	}
	sign, size := utf8.DecodeRuneInString(line[i:])
	switch rest := line[i+size:]; {
	case sign == ':' && rest != "" && rest[0] != ' ' && rest[0] != '\t': // "http://…", "12:30"
		return ""
	case sign == '：' && !isKey(key): // a line of Chinese prose
		return ""
	}
	return key
}

// splitterBuffers holds what the splitter reads through. It would make a buffer
// of 4 KiB for every seed, but takes one of that size that it is given. Nothing
// that it returns lies in the buffer, so the next seed may have it.
var splitterBuffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// cut lets the splitter part front matter and body where they are known to
// part: inner is between the delimiters, the closing one ends at end.
func (p *reading) cut(delimiter string, inner source.Span, end int) matter {
	m := matter{delimiter: delimiter, span: source.Span{Start: inner.Start, End: inner.Start}}
	format := frontmatter.NewFormat(delimiter, delimiter, func(data []byte, _ any) error {
		m.span.End += len(data)
		return nil
	})
	r := splitterBuffers.Get().(*bufio.Reader)
	defer splitterBuffers.Put(r)
	r.Reset(p.splitterInput(delimiter, inner, end))
	rest, err := frontmatter.MustParse(r, nil, format)
	if err != nil {
		p.errorf(inner.Start, ruleSyntax, "the front matter cannot be told from the body: %v", err).
			Hint = "put the delimiters on lines of their own"
		return matter{body: len(p.file.Text)}
	}
	m.body = end - len(rest)
	return m
}

// splitterInput returns the front matter with its delimiters, and with what
// would mislead the splitter made harmless, byte for byte: it knows no lone
// carriage returns, and takes an indented delimiter in a block scalar for the
// end.
func (p *reading) splitterInput(delimiter string, inner source.Span, end int) io.Reader {
	text := p.file.Text[inner.Start:end]
	if !strings.Contains(text, " "+delimiter) && !strings.Contains(text, "\t"+delimiter) && !strings.Contains(text, "\r") {
		return io.MultiReader(strings.NewReader(delimiter+"\n"), strings.NewReader(text))
	}
	masked := []byte(text)
	for i, c := range masked {
		if c == '\r' && (i+1 == len(masked) || masked[i+1] != '\n') {
			masked[i] = '\n'
		}
	}
	for head := masked[:inner.Len()]; len(head) > 0; {
		line, rest, _ := bytes.Cut(head, []byte("\n"))
		if trimmed := bytes.TrimSpace(line); string(trimmed) == delimiter {
			trimmed[0] = 'x'
		}
		head = rest
	}
	return io.MultiReader(strings.NewReader(delimiter+"\n"), bytes.NewReader(masked))
}
