// Package chart works out where the parts of a chart stand: pure geometry, in
// numbers, without words and without HTML.
//
// A chart is as wide as its page, which is not known when it is made. So all
// places along the axis of years are [Share]s of the width, and only heights
// are in pixels. Shapes that may be stretched, such as bars, are a [Path] in a
// box of its own whose width counts units a year; words, which must not be
// stretched, stand at a share. Whether a label has room depends on the width,
// too: [Room] tells from which width on it has.
package chart

import (
	"strconv"
	"unicode"
)

// Share is a part of a length, from 0 to 1.
type Share float64

// String writes the share as a percentage to a hundredth: "12.5%".
func (s Share) String() string {
	hundredths := int(float64(s)*10000 + 0.5)
	if s < 0 {
		hundredths = -int(float64(-s)*10000 + 0.5)
	}
	return strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64) + "%"
}

// Letter widths as shares of the height of the type, for a common sans serif;
// a label is better left out than cut, so they are on the wide side.
const (
	letterWide = 0.58
	hanWide    = 1.0
)

// TextWidth estimates how wide a text is in type of the given size.
func TextWidth(text string, size float64) float64 {
	width := 0.0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef:
			width += hanWide
		case unicode.Is(unicode.M, r):
		default:
			width += letterWide
		}
	}
	return width * size
}

// Room returns the width of a chart, in the unit of width, from which on a part
// of it that is share wide has room for something width wide.
func Room(width float64, share Share) float64 {
	if share <= 0 {
		return Never
	}
	return width / float64(share)
}

// Never is a width that no chart has.
const Never = 1e9
