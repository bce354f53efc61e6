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
	"iter"
	"slices"
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

	bom    int     // bytes of the byte-order mark
	layout *layout // where the file's bytes differ from Text's; nil when they do not
	lines  []int   // offsets of the lines of a long Text; nil for a short one
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
	line, start := f.lineAt(off)
	before := f.offset(start)
	if line == 1 {
		before = 0 // an editor's first column is that of the byte-order mark
	}
	return Position{line, 1 + f.offset(off) - before}
}

// offset tells where in the file the byte at off of f.Text stands.
func (f *File) offset(off int) int {
	if f.layout == nil {
		return f.bom + off
	}
	return f.bom + f.layout.offset(f.Text, off)
}

// lineAt returns the number and the start of the line that holds off.
func (f *File) lineAt(off int) (number, start int) {
	if f.lines != nil {
		i, found := slices.BinarySearch(f.lines, off)
		if found {
			i++
		}
		return i, f.lines[i-1]
	}
	before := f.Text[:off]
	cut := strings.HasSuffix(before, "\r") && strings.HasPrefix(f.Text[off:], "\n")
	if cut { // between the two bytes of one line ending
		before = before[:off-1]
	}
	number = 1 + strings.Count(before, "\n")
	if strings.Contains(before, "\r") {
		number += strings.Count(before, "\r") - strings.Count(before, "\r\n")
	}
	return number, 1 + strings.LastIndexAny(before, "\r\n")
}

// LineText returns the text of the line with the given number, without its
// ending, or "" if there is no such line.
func (f *File) LineText(line int) string {
	for l := range Lines(f.Text) {
		if line--; line == 0 {
			return strings.TrimRight(l.Of(f.Text), "\r\n")
		}
	}
	return ""
}

// Lines yields the lines of text, endings included: a line ends as it does for
// [File.Position]. The last one is empty if text ends with a line ending.
func Lines(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for start := 0; ; {
			end := strings.IndexAny(text[start:], "\r\n")
			if end < 0 {
				yield(Span{start, len(text)})
				return
			}
			end += start + 1
			if text[end-1] == '\r' && strings.HasPrefix(text[end:], "\n") {
				end++
			}
			if !yield(Span{start, end}) {
				return
			}
			start = end
		}
	}
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
