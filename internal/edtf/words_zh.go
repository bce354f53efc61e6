package edtf

import "time"

// chineseWords are the words of Chinese dates, Simplified and Traditional, but
// for the numbers and units. To teach it a word, add it here; of two that begin
// alike the longer must come first.
var chineseWords = [...]struct {
	text string
	word
	guard guard
}{
	{"大约", word{aboutWord, 0}, always},
	{"大約", word{aboutWord, 0}, always},
	{"大概", word{aboutWord, 0}, always},
	{"约为", word{aboutWord, 0}, always},
	{"约", word{aboutWord, 0}, always},
	{"約為", word{aboutWord, 0}, always},
	{"約", word{aboutWord, 0}, always},
	{"可能为", word{maybeWord, 0}, always},
	{"可能為", word{maybeWord, 0}, always},
	{"可能", word{maybeWord, 0}, always},
	{"或许", word{maybeWord, 0}, always},
	{"或許", word{maybeWord, 0}, always},
	{"疑为", word{maybeWord, 0}, always},
	{"疑為", word{maybeWord, 0}, always},
	{"左右", word{aboutEnd, 0}, always},
	{"前后", word{aboutEnd, 0}, always},
	{"前後", word{aboutEnd, 0}, always},
	{"（约）", word{aboutEnd, 0}, always},
	{"（约，存疑）", word{aboutEnd, 1}, always},
	{"（存疑）", word{query, 0}, always},
	{"？", word{query, 0}, always},
	{"?", word{query, 0}, always},
	{"（？）", word{query, 0}, always},
	{"(?)", word{query, 0}, always},

	{"介于", word{betweenWord, 0}, always},
	{"介於", word{betweenWord, 0}, always},
	{"自从", word{fromWord, 0}, always},
	{"自從", word{fromWord, 0}, always},
	{"自", word{fromWord, 0}, always},
	{"从", word{fromWord, 0}, always},
	{"從", word{fromWord, 0}, always},
	{"由", word{fromWord, 0}, always},
	{"截至到", word{untilWord, 0}, always},
	{"截至", word{untilWord, 0}, always},
	{"截止到", word{untilWord, 0}, always},
	{"截止", word{untilWord, 0}, always},
	{"直至", word{untilWord, 0}, always},
	{"直到", word{untilWord, 0}, always},
	{"至今", word{onwardEnd, 0}, always},
	{"以来", word{onwardEnd, 0}, always},
	{"以來", word{onwardEnd, 0}, always},
	{"起，结束时间不详", word{onwardEnd, 1}, always},
	{"，开始时间不详", word{untilWord, 1}, always},
	{"起至今", word{onwardEnd, 0}, always},
	{"开始", word{onwardEnd, 0}, unlessHan},
	{"開始", word{onwardEnd, 0}, unlessHan},
	{"起", word{onwardEnd, 0}, unlessHan},
	{"或更早", word{orEarlierEnd, 0}, always},
	{"或以前", word{orEarlierEnd, 0}, always},
	{"或之前", word{orEarlierEnd, 0}, always},
	{"或更晚", word{orLaterEnd, 0}, always},
	{"或以后", word{orLaterEnd, 0}, always},
	{"或之后", word{orLaterEnd, 0}, always},
	{"及更早", word{andEarlierEnd, 0}, always},
	{"及更晚", word{andLaterEnd, 0}, always},
	{"以前", word{beforeWord, 0}, always},
	{"之前", word{beforeWord, 0}, always},
	{"前", word{beforeWord, 0}, former},
	{"以后", word{afterWord, 0}, always},
	{"以後", word{afterWord, 0}, always},
	{"之后", word{afterWord, 0}, always},
	{"之後", word{afterWord, 0}, always},
	{"后", word{afterWord, 0}, unlessNumber},
	{"後", word{afterWord, 0}, unlessNumber},
	{"之间", word{betweenWord, 1}, always},
	{"之間", word{betweenWord, 1}, always},
	{"间", word{betweenWord, 1}, unlessHan},
	{"間", word{betweenWord, 1}, unlessHan},
	{"为止", word{byWord, 0}, always},
	{"為止", word{byWord, 0}, always},
	{"止", word{byWord, 0}, unlessHan},

	{"至", word{toWord, 0}, always},
	{"到", word{toWord, 0}, always},
	{"——", word{dash, 0}, always},
	{"—", word{dash, 0}, always},
	{"–", word{dash, 0}, always},
	{"-", word{dash, 0}, always},
	{"－", word{dash, 0}, always},
	{"~", word{dash, 0}, always},
	{"～", word{dash, 0}, always},
	{"〜", word{dash, 0}, always},
	{"和", word{andWord, 0}, always},
	{"与", word{andWord, 0}, always},
	{"與", word{andWord, 0}, always},
	{"及", word{andWord, 0}, always},
	{"或者", word{orWord, 0}, always},
	{"或", word{orWord, 0}, always},
	{"、", word{comma, 0}, always},

	{"公元前", word{bcEnd, 0}, always},
	{"西元前", word{bcEnd, 0}, always},
	{"公元", word{adWord, 0}, always},
	{"西元", word{adWord, 0}, always},
	{"中华民国", word{adWord, 1911}, always},
	{"中華民國", word{adWord, 1911}, always},
	{"民国", word{adWord, 1911}, always},
	{"民國", word{adWord, 1911}, always},
}

// guard tells when a word after a date does not belong to it, because it begins
// another word: 起 is "from … on" but 起草 is "to draft".
type guard uint8

const (
	always guard = iota
	unlessHan
	unlessNumber
	former // 前: "before", or "former" if more follows, or "the first" before a number
)

// chineseParts are the parts of a month, a year, a decade or a century. Some are
// exact in a month: exact is their value.
var chineseParts = [...]struct {
	text  string
	third int
	exact bool // a third of a month that is counted
	alone bool // only if no Han character follows: 中 is China, too
}{
	{"年初", 1, false, false},
	{"初期", 1, false, false},
	{"早期", 1, false, false},
	{"初", 1, false, false},
	{"年中", 2, false, false},
	{"中期", 2, false, false},
	{"中叶", 2, false, false},
	{"中葉", 2, false, false},
	{"年底", 3, false, false},
	{"年末", 3, false, false},
	{"后期", 3, false, false},
	{"後期", 3, false, false},
	{"晚期", 3, false, false},
	{"末期", 3, false, false},
	{"底", 3, false, false},
	{"末", 3, false, false},
	{"上旬", 1, true, false},
	{"中旬", 2, true, false},
	{"下旬", 3, true, false},
	{"中", 2, false, true},
}

// chineseYearParts are the seasons, quarters and halves of a year.
var chineseYearParts = [...]struct {
	text string
	code uint8
}{
	{"上半年", 40},
	{"下半年", 41},
	{"春季", 21},
	{"春天", 21},
	{"春", 21},
	{"夏季", 22},
	{"夏天", 22},
	{"夏", 22},
	{"秋季", 23},
	{"秋天", 23},
	{"秋", 23},
	{"冬季", 24},
	{"冬天", 24},
	{"冬", 24},
}

// chineseLookalikes are words that begin like a part of a date and are none: the
// Spring Festival, Hawaii, the Winter Olympics, Detroit, "for the first time".
var chineseLookalikes = [...]string{
	"春节", "春節", "春晚", "春运", "春運", "春分", "夏威夷", "夏至", "夏令", "夏奥", "夏奧", "秋分", "秋田", "秋收",
	"冬奥", "冬奧", "冬残", "冬殘", "冬至", "冬令", "底特律", "初次", "初步", "初级", "初級", "初中", "末代",
}

// chineseDeputies are the characters that make another word of the 代 in 年代:
// 代表 is a delegate, 代办 a chargé d'affaires.
const chineseDeputies = "表理办辦总總号號价價替为為行购購课課"

var chineseWeekdays = [...]struct {
	text string
	day  time.Weekday
}{
	{"一", time.Monday},
	{"二", time.Tuesday},
	{"三", time.Wednesday},
	{"四", time.Thursday},
	{"五", time.Friday},
	{"六", time.Saturday},
	{"日", time.Sunday},
	{"天", time.Sunday},
}

// HanDigit returns the value of a Chinese digit, -1 of any other rune.
func HanDigit(r rune) int {
	switch r {
	case '〇', '零', '○', '◯':
		return 0
	case '一', '元': // 元年, 元月: the first
		return 1
	case '二', '两', '兩':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// hanTens returns the value of a character for tens, 0 of any other rune.
func hanTens(r rune) int {
	switch r {
	case '十':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	}
	return 0
}

// isDateHan reports whether r is a unit that would go on with a number before it.
func isDateHan(r rune) bool {
	switch r {
	case '年', '月', '日', '号', '號', '世', '代', '季', '十', '廿', '卅', '个', '個':
		return true
	}
	return HanDigit(r) >= 0
}
