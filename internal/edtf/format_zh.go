package edtf

import "strconv"

// chinese says dates in Simplified Chinese with Arabic numerals, which is how
// newspapers print them.
var chinese = speech{
	plain: appendChinese,
	class: func(p point) class {
		switch {
		case p.isDecade():
			return theMany
		case p.isCentury():
			return theOne
		case p.month != 0:
			return aDay
		}
		return bare
	},
	phrases: [phraseCount]phrase{
		possibly:      phraseOf("可能", ""),
		about:         phraseOf("约", ""),
		possiblyAbout: phraseOf("可能约", ""),
		since:         phraseOf("", "以来"),
		until:         phraseOf("截至", ""),
		fromUnknown:   phraseOf("", "起，结束时间不详"),
		toUnknown:     phraseOf("至", "，开始时间不详"),
		before:        phraseOf("", "以前"),
		after:         phraseOf("", "以后"),
		orEarlier:     phraseOf("", "或更早"),
		orLater:       phraseOf("", "或更晚"),
		andEarlier:    phraseOf("", "及更早"),
		andLater:      phraseOf("", "及更晚"),
		betweenThe:    {},
		andThe:        phraseOf("至", "之间"),
		from:          {},
		to:            phraseOf("至", ""),
	},
	marks: [...]string{"", "（存疑）", "（约）", "（约，存疑）"},
	notes: [3][4]string{
		atYear:  {"", "年份存疑", "年份为约数", "年份为约数且存疑"},
		atMonth: {"", "月份存疑", "月份为约数", "月份为约数且存疑"},
		atDay:   {"", "日期存疑", "日期为约数", "日期为约数且存疑"},
	},
	missing: [...]string{
		noDay: "（日期不详）", noMonth: "（月份不详）", noMonthAndDay: "（月日不详）",
		noYear: "（年份不详）", onlyYear: "年份不详",
	},
	in:        "的",
	yearFirst: true,
	dash:      "至", spacedDash: "至",
	comma: "、", and: "和", or: "或",
	openNote: "（", stopNote: "）",
	early: [...]phrase{
		{},
		phraseOf("", "初"),
		{post: [...]string{bare: "中", aDay: "中", theOne: "中叶", theMany: "中期"}},
		{post: [...]string{bare: "底", aDay: "底", theOne: "末", theMany: "末"}},
	},
	exactly: [...]phrase{
		{},
		{post: [...]string{aDay: "上旬", theMany: ""}},
		{post: [...]string{aDay: "中旬", theMany: ""}},
		{post: [...]string{aDay: "下旬", theMany: ""}},
	},
	anyTime: "任何时候", noTime: "时间不详",
	example: "1970年10月13日",
}

// chineseSeasons are the names of seasons by code less firstSeason.
var chineseSeasons = [...]string{
	"春", "夏", "秋", "冬", "春", "夏", "秋", "冬", "春", "夏", "秋", "冬",
	"第一季度", "第二季度", "第三季度", "第四季度", "1月至4月", "5月至8月", "9月至12月", "上半年", "下半年",
}

// appendChinese appends "1970年10月13日".
func appendChinese(b []byte, p point, omit omission) []byte {
	if p.isRound() {
		return appendChineseRound(b, p)
	}
	if omit == nothing {
		b = appendChineseYear(b, p.year)
	}
	switch {
	case p.month > 12:
		b = append(b, chineseSeasons[p.month-firstSeason]...)
	case p.month > 0 && omit != itsMonth:
		b = strconv.AppendUint(b, uint64(p.month), 10)
		b = append(b, "月"...)
	}
	if p.day != 0 {
		b = strconv.AppendUint(b, uint64(p.day), 10)
		b = append(b, "日"...)
	}
	b = appendHemisphere(b, p.month, "（北半球）", "（南半球）")
	return p.appendClock(b, " ")
}

// appendChineseYear appends "1970年", "公元79年" or "公元前44年".
func appendChineseYear(b []byte, y int64) []byte {
	switch {
	case y <= 0:
		b = append(b, "公元前"...)
		y = 1 - y
	case y < 1000 || y > 9999:
		b = append(b, "公元"...)
	}
	b = strconv.AppendInt(b, y, 10)
	return append(b, "年"...)
}

// appendChineseRound appends "20世纪70年代" or "20世纪".
func appendChineseRound(b []byte, p point) []byte {
	if p.neg {
		b = append(b, "公元前"...)
	}
	b = strconv.AppendInt(b, p.centuryNumber(), 10)
	b = append(b, "世纪"...)
	if !p.isDecade() {
		return b
	}
	decade := p.year % 100
	if decade == 0 {
		return append(b, "头十年"...)
	}
	b = strconv.AppendInt(b, decade, 10)
	return append(b, "年代"...)
}
