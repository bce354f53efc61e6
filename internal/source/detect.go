package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// sampleSize is how much of a file is looked at to guess its encoding.
	sampleSize = 64 << 10
	// likely is the share of expected characters from which on a guess is
	// believed. Running text has above 0.4 in its own encoding and below 0.1
	// in the others.
	likely = 0.2
	// surelyWide is the share that UTF-16 must reach where the bytes would be
	// valid UTF-8 but for their NULs.
	surelyWide = 0.9
	// brokenRatio is how many good characters of several bytes there must be
	// for each bad place for a file to count as damaged UTF-8.
	brokenRatio = 8
)

// detect returns the codec that raw is most likely in, which has no mark and is
// no plain UTF-8.
func detect(raw []byte) *codec {
	if utf8.Valid(raw) {
		if c, score := best(raw, &utf16LE, &utf16BE); score >= surelyWide {
			return c
		}
		return &utf8Codec
	}
	if brokenUTF8(raw) {
		return &utf8Codec
	}
	if c, score := best(raw, &gb18030, &big5, &utf16LE, &utf16BE); score >= likely {
		return c
	}
	return &windows1252
}

// brokenUTF8 tells whether raw is UTF-8 with a few places amiss. Chinese in
// other encodings holds valid pairs by chance, but as many places that are not.
func brokenUTF8(raw []byte) bool {
	good, bad := 0, 0
	inBad := false
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		isBad := r == utf8.RuneError && n == 1
		switch {
		case isBad && !inBad:
			bad++
		case n > 1:
			good++
		}
		inBad = isBad
		raw = raw[n:]
	}
	return good >= bad*brokenRatio
}

// best returns the candidate in which raw looks most like a text. Ties go to
// the earlier one.
func best(raw []byte, candidates ...*codec) (*codec, float64) {
	var found *codec
	most := 0.0
	for _, c := range candidates {
		if score := c.score(raw); score > most {
			found, most = c, score
		}
	}
	return found, most
}

// score tells how much raw looks like a text in c, from 0 to 1: the share of
// characters that are expected in English, French and Chinese. ASCII says
// nothing about encodings in which a byte of ASCII is itself. The score is 0
// if raw is not valid throughout.
func (c *codec) score(raw []byte) float64 {
	text, ok := c.strict(raw)
	if !ok {
		return 0
	}
	wide := c == &utf16LE || c == &utf16BE
	all, expected := 0, 0
	before := rune(0)
	for i, r := range text {
		if r < utf8.RuneSelf && !wide {
			before = r
			continue
		}
		all++
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		// "FERMÉE" in Windows-1252 holds a frequent character of Big5, but one
		// between Latin letters.
		amidst := r >= firstHan && r <= lastHan && !wide && (isLatin(before) || isLatin(after))
		if isExpected(r) && !amidst {
			expected++
		}
		before = r
	}
	if all == 0 {
		return 0
	}
	return float64(expected) / float64(all)
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// strict decodes a sample of raw. It reports false if raw is not valid in c,
// or holds what no text has.
func (c *codec) strict(raw []byte) (string, bool) {
	end := 0
	for end < len(raw) && end < sampleSize {
		end += c.size(raw[end:])
	}
	decoded, err := c.charset.NewDecoder().Bytes(raw[:end])
	if err != nil {
		return "", false
	}
	text := string(decoded)
	return text, !strings.ContainsFunc(text, neverInText)
}

// neverInText tells whether r shows that an encoding is the wrong one.
func neverInText(r rune) bool {
	switch r {
	case '\t', '\n', '\r', '\f', '\v':
		return false
	}
	return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Co, r)
}

// isExpected tells whether r is common in what is written in English, French
// or Chinese.
func isExpected(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return true
	case r >= firstHan && r <= lastHan:
		return frequentHan[r-firstHan]
	case r >= 0x3000 && r <= 0x3011, r >= 0xFF01 && r <= 0xFF5E: // CJK and full-width punctuation
		return true
	}
	return strings.ContainsRune(frenchAndQuotes, r)
}

const frenchAndQuotes = "àâäæçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔŒÙÛÜ«»‘’“”–—…·•€°\u00a0\u202f"

// The block of Han characters that holds all frequent ones.
const firstHan, lastHan = 0x4E00, 0x9FFF

// frequentHan tells of each character of that block whether it is frequent.
var frequentHan = func() (set [lastHan - firstHan + 1]bool) {
	for _, r := range frequentHanList {
		set[r-firstHan] = true
	}
	return set
}()

// frequentHanList holds the characters that make up about half of any running
// Chinese text, and those of news about states; Simplified, then Traditional
// where it differs.
const frequentHanList = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里" +
	"用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第" +
	"公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老" +
	"给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接" +
	"必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北" +
	"边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运部长总理外交加拿大访问会谈华京渥太华温哥华双边关系贸易签署协议声明大使馆孟晚舟" +
	"這個們來為國說時會對後過發種經學現當沒動還進樣實軍無與長機關點業將兩間問應戰頭體見產給門兒東聲員論處義幾認條係氣題爾別變總電數報結務場" +
	"計資統區隊決馬書則聽達強難權設記據邊張該規萬覺術領確傳師觀讓識帶導爭運訪談華雙貿易簽協議館號臺灣"
