package source

import (
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// A codec is one way to write text in bytes.
type codec struct {
	name    string
	aliases []string
	mark    string // its byte-order mark
	charset encoding.Encoding
	// size returns how many bytes of raw, which is not empty, its first
	// character takes; of bytes that are no character, how many to give up.
	size func(raw []byte) int
}

// The encodings that files come in, after the names of the WHATWG's Encoding
// Standard, whose decoders these are.
var (
	utf8Codec = codec{
		name: "utf-8", aliases: []string{"utf8", "unicode", "ascii", "us-ascii"}, mark: "\xEF\xBB\xBF",
		charset: unicode.UTF8, size: utf8Size,
	}
	utf16LE = codec{
		name: "utf-16le", aliases: []string{"utf-16", "utf16", "utf16le", "ucs-2"}, mark: "\xFF\xFE",
		charset: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		size:    func(raw []byte) int { return utf16Size(raw, 0) },
	}
	utf16BE = codec{
		name: "utf-16be", aliases: []string{"utf16be"}, mark: "\xFE\xFF",
		charset: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		size:    func(raw []byte) int { return utf16Size(raw, 1) },
	}
	gb18030 = codec{
		name: "gb18030", aliases: []string{"gbk", "gb2312", "gb-2312", "cp936", "windows-936", "euc-cn"}, mark: "\x84\x31\x95\x33",
		charset: simplifiedchinese.GB18030, size: gb18030Size,
	}
	big5 = codec{
		name: "big5", aliases: []string{"big-5", "big5-hkscs", "cp950", "windows-950"},
		charset: traditionalchinese.Big5, size: big5Size,
	}
	windows1252 = codec{
		name: "windows-1252", aliases: []string{"cp1252", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "ansi"},
		charset: charmap.Windows1252, size: func([]byte) int { return 1 },
	}
)

// codecs holds every encoding; those with a byte-order mark that begins with
// another's come first.
var codecs = [...]*codec{&utf8Codec, &utf16LE, &utf16BE, &gb18030, &big5, &windows1252}

// LookupEncoding returns the name that [File.Encoding] has for an encoding
// that people may call by another, such as "GBK" or "latin1". Where there is
// none it returns "" and the name that is most likely meant, if any is near.
func LookupEncoding(name string) (canonical, nearest string) {
	c, nearest := lookup(name)
	if c == nil {
		return "", nearest
	}
	return c.name, ""
}

func lookup(name string) (c *codec, nearest string) {
	plain := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")
	var all []string
	for _, c := range codecs {
		names := append([]string{c.name}, c.aliases...)
		if slices.Contains(names, plain) {
			return c, ""
		}
		all = append(all, names...)
	}
	return nil, Nearest(plain, all)
}

func utf8Size(raw []byte) int {
	_, n := utf8.DecodeRune(raw)
	return n
}

// utf16Size needs to know which byte of a unit is the low one's neighbour that
// holds the high bits: low is 0 in little-endian files and 1 in others.
func utf16Size(raw []byte, low int) int {
	if len(raw) < 4 {
		return min(2, len(raw))
	}
	unit := func(i int) rune { return rune(raw[i+1-low])<<8 | rune(raw[i+low]) }
	if utf16.DecodeRune(unit(0), unit(2)) != utf8.RuneError {
		return 4
	}
	return 2
}

func gb18030Size(raw []byte) int {
	if raw[0] <= 0x80 || raw[0] == 0xFF || len(raw) < 2 {
		return 1
	}
	switch second := raw[1]; {
	case second >= '0' && second <= '9' && len(raw) >= 4 && raw[2] > 0x80 && raw[2] < 0xFF && raw[3] >= '0' && raw[3] <= '9':
		return 4
	case second >= 0x40 && second != 0x7F && second != 0xFF:
		return 2
	}
	return 1
}

func big5Size(raw []byte) int {
	if raw[0] <= 0x80 || raw[0] == 0xFF || len(raw) < 2 {
		return 1
	}
	if second := raw[1]; second >= 0x40 && second <= 0x7E || second >= 0xA1 && second <= 0xFE {
		return 2
	}
	return 1
}
