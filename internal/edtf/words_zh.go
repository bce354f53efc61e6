package edtf

import "time"

// chineseWords are the words of Chinese dates, Simplified and Traditional, but
// for the numbers and units. To teach it a word, add it here; of two that begin
// alike the longer must come first.
var chineseWords = [...]struct {
	text string
	word
}{
	{"大约", word{aboutWord, 0}},
	{"大約", word{aboutWord, 0}},
	{"大概", word{aboutWord, 0}},
	{"约为", word{aboutWord, 0}},
	{"约", word{aboutWord, 0}},
	{"約為", word{aboutWord, 0}},
	{"約", word{aboutWord, 0}},
	{"可能为", word{maybeWord, 0}},
	{"可能為", word{maybeWord, 0}},
	{"可能", word{maybeWord, 0}},
	{"或许", word{maybeWord, 0}},
	{"或許", word{maybeWord, 0}},
	{"疑为", word{maybeWord, 0}},
	{"疑為", word{maybeWord, 0}},
	{"左右", word{aboutEnd, 0}},
	{"前后", word{aboutEnd, 0}},
	{"前後", word{aboutEnd, 0}},
	{"（约）", word{aboutEnd, 0}},
	{"（约，存疑）", word{aboutEnd, 1}},
	{"（存疑）", word{query, 0}},
	{"？", word{query, 0}},
	{"?", word{query, 0}},
	{"（？）", word{query, 0}},
	{"(?)", word{query, 0}},

	{"介于", word{betweenWord, 0}},
	{"介於", word{betweenWord, 0}},
	{"自", word{fromWord, 0}},
	{"从", word{fromWord, 0}},
	{"從", word{fromWord, 0}},
	{"由", word{fromWord, 0}},
	{"截至", word{untilWord, 0}},
	{"截止", word{untilWord, 0}},
	{"直至", word{untilWord, 0}},
	{"直到", word{untilWord, 0}},
	{"至今", word{onwardEnd, 0}},
	{"以来", word{onwardEnd, 0}},
	{"以來", word{onwardEnd, 0}},
	{"起，结束时间不详", word{onwardEnd, 1}},
	{"，开始时间不详", word{untilWord, 1}},
	{"开始", word{onwardEnd, 0}},
	{"開始", word{onwardEnd, 0}},
	{"起", word{onwardEnd, 0}},
	{"或更早", word{orEarlierEnd, 0}},
	{"或以前", word{orEarlierEnd, 0}},
	{"或之前", word{orEarlierEnd, 0}},
	{"或更晚", word{orLaterEnd, 0}},
	{"或以后", word{orLaterEnd, 0}},
	{"或之后", word{orLaterEnd, 0}},
	{"及更早", word{andEarlierEnd, 0}},
	{"及更晚", word{andLaterEnd, 0}},
	{"以前", word{beforeWord, 0}},
	{"之前", word{beforeWord, 0}},
	{"前", word{beforeWord, 0}},
	{"以后", word{afterWord, 0}},
	{"以後", word{afterWord, 0}},
	{"之后", word{afterWord, 0}},
	{"之後", word{afterWord, 0}},
	{"后", word{afterWord, 0}},
	{"後", word{afterWord, 0}},
	{"之间", word{betweenWord, 1}},
	{"之間", word{betweenWord, 1}},
	{"间", word{betweenWord, 1}},
	{"間", word{betweenWord, 1}},
	{"为止", word{byWord, 0}},
	{"為止", word{byWord, 0}},
	{"止", word{byWord, 0}},

	{"至", word{toWord, 0}},
	{"到", word{toWord, 0}},
	{"——", word{dash, 0}},
	{"—", word{dash, 0}},
	{"–", word{dash, 0}},
	{"-", word{dash, 0}},
	{"－", word{dash, 0}},
	{"~", word{dash, 0}},
	{"～", word{dash, 0}},
	{"〜", word{dash, 0}},
	{"和", word{andWord, 0}},
	{"与", word{andWord, 0}},
	{"與", word{andWord, 0}},
	{"及", word{andWord, 0}},
	{"或者", word{orWord, 0}},
	{"或", word{orWord, 0}},
	{"、", word{comma, 0}},

	{"公元前", word{bcEnd, 0}},
	{"西元前", word{bcEnd, 0}},
	{"公元", word{adWord, 0}},
	{"西元", word{adWord, 0}},
	{"中华民国", word{adWord, 1911}},
	{"中華民國", word{adWord, 1911}},
	{"民国", word{adWord, 1911}},
	{"民國", word{adWord, 1911}},
}

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

// chineseNotSeasons are words that begin like a season and are none: the Spring
// Festival, Hawaii, the Winter Olympics.
var chineseNotSeasons = [...]string{
	"春节", "春節", "春晚", "春运", "春運", "春分", "夏威夷", "夏至", "夏令", "夏奥", "夏奧", "秋分", "秋田", "秋收",
	"冬奥", "冬奧", "冬残", "冬殘", "冬至", "冬令",
}

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

// hanDigit returns the value of a Chinese digit, -1 of any other rune.
func hanDigit(r rune) int {
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
	return hanDigit(r) >= 0
}
