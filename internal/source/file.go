// Package source knows where things stand in a file and how a problem is told.
//
// A [File] is a file's bytes decoded once into valid UTF-8 text. Everything
// that is read from it keeps a [Span] of byte offsets into that text, and
// [File.Position] turns an offset into line and column of the file's own
// bytes, byte-order mark and original encoding included, so that an editor's
// "go to" lands on the very byte. A [Diagnostic] is one problem with its place
// and its mend; every stage returns the ones it found and none prints them.
package source

import (
	"fmt"
	"strings"
)

// File is a decoded file. It is immutable once made by [Decode] and safe for
// concurrent use.
type File struct {
	// Name is the file's slash-separated path, relative to the content root.
	Name string
	// Text is the decoded content: valid UTF-8 without a byte-order mark.
	// Line endings are as in the file.
	Text string
	// Encoding is what Text was decoded from: "utf-8", "utf-16le", "utf-16be",
	// "gb18030", "big5" or "windows-1252".
	Encoding string

	bom   int                      // bytes of the byte-order mark
	width func(decoded string) int // bytes that text takes in the file; nil means len
}

// Span is a half-open range of byte offsets into a text.
type Span struct{ Start, End int }

// Of returns the part of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len returns the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains tells whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps tells whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Position is a place in a file as people count it. Line and Column start at
// one; Column counts bytes of the file as it lies on disk. The zero value
// means the file as a whole.
type Position struct{ Line, Column int }

// IsZero tells whether p names no place.
func (p Position) IsZero() bool { return p == Position{} }

// String returns "line:column".
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// Position tells where the byte at off of f.Text stands in the file. An offset
// outside the text counts as its nearest end. A line ends with a line feed, a
// carriage return and line feed, or a lone carriage return.
func (f *File) Position(off int) Position {
	off = min(max(off, 0), len(f.Text))
	line, start := 1, 0
	for i := 0; i < off; i++ {
		if !f.endsLine(i) {
			continue
		}
		line, start = line+1, i+1
	}
	column := 1 + f.bytes(f.Text[start:off])
	if line == 1 {
		column += f.bom
	}
	return Position{line, column}
}

// endsLine tells whether the byte at i is the last of a line ending.
func (f *File) endsLine(i int) bool {
	switch f.Text[i] {
	case '\n':
		return true
	case '\r':
		return i+1 == len(f.Text) || f.Text[i+1] != '\n'
	}
	return false
}

func (f *File) bytes(s string) int {
	if f.width == nil {
		return len(s)
	}
	return f.width(s)
}

// LineText returns the text of the line with the given number, without its
// ending, or "" if there is no such line.
func (f *File) LineText(line int) string {
	start := 0
	for i := 0; i < len(f.Text) && line > 1; i++ {
		if f.endsLine(i) {
			line, start = line-1, i+1
		}
	}
	if line != 1 {
		return ""
	}
	rest := f.Text[start:]
	if end := strings.IndexAny(rest, "\r\n"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// Errorf returns an error diagnostic for the place at off of f.Text.
func (f *File) Errorf(off int, rule, format string, args ...any) Diagnostic {
	return Diagnostic{File: f.Name, Pos: f.Position(off), Severity: Error, Rule: rule, Text: fmt.Sprintf(format, args...)}
}

// Warnf returns a warning diagnostic for the place at off of f.Text.
func (f *File) Warnf(off int, rule, format string, args ...any) Diagnostic {
	d := f.Errorf(off, rule, format, args...)
	d.Severity = Warning
	return d
}
