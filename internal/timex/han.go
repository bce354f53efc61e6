package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
)

// hanToken reads a token of Chinese: the longest word of the file that begins
// here, a numeral, or a stretch of characters that mean nothing to the rules.
func (s *scanner) hanToken(r rune, size int) {
	start := s.pos
	end, id := s.hanWord(r, start)
	if end > start+size && s.g.entries[id].bits&notAfterNumber != 0 && s.afterNumber() {
		if w, ok := s.g.words[s.text[start:start+size]]; ok {
			end, id = start+size, w // 1日前 is not 日前, 10日本报 not 日本
		}
	}
	if end <= start+size {
		if n, digits, numeralEnd := hanNumeral(s.text, start); numeralEnd > start {
			s.pos = numeralEnd
			t := token{start: start, end: numeralEnd, num: n, digits: uint8(digits), flags: flagNumber}
			t.bits = numberBits(n, max(digits, 1))
			if digits == 0 {
				t.bits = numberBits(n, 2) &^ classYear2.bit()
			}
			if digits == 4 {
				t.bits &^= classCount.bit()
			}
			if digits == 2 && n/10+1 == n%10 && s.either(r, numeralEnd) {
				t.flags |= flagEither
				t.bits &= classNum.bit() | classCount.bit()
			}
			s.push(t)
			return
		}
	}
	if id != 0 {
		s.pos = end
		s.push(token{start: start, end: end, word: id})
		return
	}
	s.pos += size
	for s.pos < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		if !isHan(r) || s.opensHan(r) || hanDigit(r) >= 0 {
			break
		}
		s.pos += size
	}
	s.push(token{start: start, end: s.pos})
}

// either tells whether two numerals that follow each other, the first being r, mean
// one or the other: 两三年, 五六天. 七八年 may be 1978.
func (s *scanner) either(r rune, end int) bool {
	return isHan(r) && (r == '两' || strings.HasPrefix(s.text[end:], "个") || strings.HasPrefix(s.text[end:], "天"))
}

// notAfterNumber are the classes of words that give way to the unit they begin
// with when a number goes before.
const notAfterNumber = 1<<classFreq | 1<<classPast | 1<<classPresent | 1<<classFuture | 1<<classNot | 1<<classCue

// afterNumber tells whether the token read last is a number, or says how many, and
// ends here.
func (s *scanner) afterNumber() bool {
	n := len(s.toks)
	return n > 0 && (s.toks[n-1].is(flagNumber) || s.toks[n-1].has(classCount)) && s.toks[n-1].end == s.pos
}

// firstHan is where the block of common Chinese characters begins in Unicode, and
// hanBlock how many there are.
const (
	firstHan = 0x4E00
	hanBlock = 0x5200
)

// hanIndex returns the place of a character in that block, or -1.
func hanIndex(r rune) int {
	if r < firstHan || r >= firstHan+hanBlock {
		return -1
	}
	return int(r - firstHan)
}

func isHan(r rune) bool { return hanIndex(r) >= 0 || unicode.Is(unicode.Han, r) }

// opensHan tells whether some Chinese word begins with r.
func (s *scanner) opensHan(r rune) bool {
	i := hanIndex(r)
	return i >= 0 && s.g.han[i] != 0
}

// hanWord returns the end and the entry of the longest word at start.
func (s *scanner) hanWord(r rune, start int) (end int, id uint16) {
	if hanIndex(r) < 0 {
		return start, 0
	}
	lengths, i := s.g.han[hanIndex(r)], start
	for lengths >>= 1; lengths != 0 && i < len(s.text); lengths >>= 1 {
		_, size := utf8.DecodeRuneInString(s.text[i:])
		i += size
		if lengths&1 == 0 {
			continue
		}
		if w, ok := s.g.words[s.text[start:i]]; ok {
			end, id = i, w
		}
	}
	return max(end, start), id
}

// hanDigit returns the value of a Chinese numeral character, or -1.
func hanDigit(r rune) int {
	switch r {
	case '十':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	case '百':
		return 100
	case '千':
		return 1000
	case '万', '萬':
		return 10000
	}
	return edtf.HanDigit(r)
}

// hanNumeral reads 一九九〇 or 二十五. The count of digits is 0 for a number
// that is not written digit by digit. 元 and a first 万 are none here.
func hanNumeral(text string, i int) (n, digitCount, end int) {
	total, cur, first := 0, 0, true
	positional, places := true, 0
	end = i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		d := hanDigit(r)
		if d < 0 {
			d = edtf.Digit(r)
		}
		if d < 0 || r == '元' || first && d >= 10000 {
			break
		}
		if d >= 10 {
			positional = false
			if d == 20 || d == 30 { // 廿, 卅
				total, cur = total+d, 0
			} else if d == 10000 {
				total, cur = min((total+cur)*d, maxNumber), 0
			} else {
				total, cur = total+max(cur, 1)*d, 0
			}
		} else {
			cur = min(cur*10+d, maxNumber)
			places++
		}
		i += size
		end, first = i, false
	}
	if positional {
		return cur, min(places, 20), end
	}
	return min(total+cur, maxNumber), 0, end
}
