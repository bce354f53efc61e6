package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSize is how many bytes a file may have; a larger one is not read.
const MaxSize = 4 << 20

const (
	// longText is from where on a table of lines is worth its memory.
	longText = 64 << 10
	// maxBadPlaces is how many unreadable places of a file are told one by one.
	maxBadPlaces = 10
)

// Decode reads a file that may come in any of a few encodings. What decides is
// a byte-order mark, else encoding if it is not "", else the bytes themselves:
// they are UTF-8 if they are valid and hold no NUL, else UTF-16, GB18030 or
// Big5 if they are valid there and the characters look like a text, else
// Windows-1252.
//
// The File is never nil. Bytes that are no character, and NUL, stand as U+FFFD
// in its text and are errors with their place ("nul-byte", "bad-encoding");
// so is an encoding nobody knows. A file over [MaxSize] has no text
// ("too-large").
func Decode(name string, raw []byte, encoding string) (*File, []Diagnostic) {
	return DecodeUpTo(MaxSize, name, raw, encoding)
}

// DecodeUpTo is Decode with another limit than MaxSize, for files that hold what
// many seeds do.
func DecodeUpTo(limit int, name string, raw []byte, encoding string) (*File, []Diagnostic) {
	f := &File{Name: name, Encoding: utf8Codec.name}
	if len(raw) > limit {
		d := f.Errorf(0, "too-large", "the file has %d bytes, more than the %d that are read", len(raw), limit)
		d.Pos = Position{}
		return f, []Diagnostic{d.WithHint("split it into several seeds, or keep such data elsewhere")}
	}
	if encoding == "" && plainUTF8(raw) && markedCodec(raw) == nil { // nearly every file
		f.Text = string(raw)
		f.index()
		return f, nil
	}
	c, ds := f.choose(raw, encoding)
	f.Encoding = c.name
	if c.mark != "" && bytes.HasPrefix(raw, []byte(c.mark)) {
		f.bom = len(c.mark)
		raw = raw[f.bom:]
	}
	if c == &utf8Codec && plainUTF8(raw) {
		f.Text = string(raw)
		f.index()
		return f, ds
	}
	bad := f.decode(c, raw)
	f.index()
	return f, append(ds, f.tellBad(bad)...)
}

// choose returns the codec of raw.
func (f *File) choose(raw []byte, encoding string) (*codec, []Diagnostic) {
	var wanted *codec
	var ds []Diagnostic
	if encoding != "" {
		var nearest string
		if wanted, nearest = lookup(encoding); wanted == nil {
			d := Diagnostic{File: f.Name, Severity: Error, Rule: "bad-encoding", Text: "unknown encoding " + quote(encoding)}
			ds = append(ds, d.WithHint("%s", encodingHint(nearest)))
		}
	}
	marked := markedCodec(raw)
	switch {
	case marked != nil && wanted != nil && wanted != marked:
		d := Diagnostic{File: f.Name, Severity: Warning, Rule: "bad-encoding"}
		d.Text = "the file begins with the mark of " + marked.name + ", which it is read as, not as " + wanted.name
		ds = append(ds, d.WithHint("take the encoding out of the front matter"))
		return marked, ds
	case marked != nil:
		return marked, ds
	case wanted != nil:
		return wanted, ds
	}
	return detect(raw), ds
}

// markedCodec returns the codec whose byte-order mark raw begins with, or nil.
func markedCodec(raw []byte) *codec {
	for _, c := range codecs {
		if c.mark != "" && bytes.HasPrefix(raw, []byte(c.mark)) {
			return c
		}
	}
	return nil
}

func encodingHint(nearest string) string {
	if nearest != "" {
		return "did you mean " + quote(nearest) + "?"
	}
	names := make([]string, len(codecs))
	for i, c := range codecs {
		names[i] = c.name
	}
	return "known are " + strings.Join(names, ", ")
}

func quote(s string) string { return `"` + s + `"` }

// plainUTF8 tells whether raw may be taken as it is.
func plainUTF8(raw []byte) bool { return utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 }

// index makes the table of lines if the text is long.
func (f *File) index() {
	if len(f.Text) < longText {
		return
	}
	for l := range Lines(f.Text) {
		f.lines = append(f.lines, l.Start)
	}
}

// badPlace is a place of the text that stands for what could not be read.
type badPlace struct {
	off int
	nul bool
}

// decode sets Text and layout from raw, a character at a time, and returns
// where it failed.
func (f *File) decode(c *codec, raw []byte) []badPlace {
	var text strings.Builder
	var bad []badPlace
	text.Grow(len(raw) + len(raw)/2)
	f.layout = &layout{widths: make([]uint8, 0, len(raw)/2+1)}
	decoder := c.charset.NewDecoder()
	var buf [16]byte
	for at := 0; at < len(raw); {
		n := c.size(raw[at:])
		decoder.Reset()
		written, _, _ := decoder.Transform(buf[:], raw[at:at+n], true)
		decoded := buf[:written]
		if nul := decoded[0] == 0; nul || unreadable(decoded, raw[at:at+n]) {
			bad = append(bad, badPlace{text.Len(), nul})
			decoded = append(buf[:0], string(utf8.RuneError)...)
		}
		for width := n; len(decoded) > 0; width = 0 { // a character may decode to two
			_, size := utf8.DecodeRune(decoded)
			f.layout.add(post{text.Len(), at}, width)
			text.Write(decoded[:size])
			decoded = decoded[size:]
		}
		at += n
	}
	f.Text = text.String()
	return bad
}

// unreadable tells whether decoded stands for bytes that are no character, or
// for one of the controls that only come of a wrong encoding.
func unreadable(decoded, raw []byte) bool {
	r, n := utf8.DecodeRune(decoded)
	if r == utf8.RuneError {
		return !isReplacement(raw)
	}
	return n < len(decoded) && bytes.ContainsRune(decoded[n:], utf8.RuneError) || r != 0x85 && r > 0x7F && unicode.IsControl(r)
}

// isReplacement tells whether raw is U+FFFD itself, which an earlier program
// may have left: 3 bytes of UTF-8, 2 of UTF-16, 4 of GB18030.
func isReplacement(raw []byte) bool {
	switch string(raw) {
	case "\uFFFD", "\xFD\xFF", "\xFF\xFD", "\x84\x31\xA4\x37":
		return true
	}
	return false
}

// tellBad reports the places, the first ones one by one.
func (f *File) tellBad(bad []badPlace) []Diagnostic {
	var ds []Diagnostic
	for i, b := range bad {
		if i == maxBadPlaces {
			d := f.Errorf(b.off, "bad-encoding", "from here on %d more places cannot be read", len(bad)-i)
			return append(ds, d.WithHint("open the file in its own encoding and save it as UTF-8, or name the encoding in the front matter"))
		}
		if b.nul {
			ds = append(ds, f.Errorf(b.off, "nul-byte", "a NUL byte in the text").
				WithHint("take it out; if the file is full of them it is no text file, or UTF-16: save it as UTF-8"))
			continue
		}
		ds = append(ds, f.Errorf(b.off, "bad-encoding", "bytes that are no character in %s", f.Encoding).
			WithHint("save the file as UTF-8, or name its encoding in the front matter, such as encoding: gb18030"))
	}
	return ds
}
