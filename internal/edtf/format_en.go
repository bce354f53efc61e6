package edtf

import (
	"strconv"
	"strings"
)

// english says dates in British order: day, month, year.
var english = speech{
	plain: appendEnglish,
	class: func(p point) class {
		switch {
		case p.isDecade():
			return theMany
		case p.isCentury(), p.month >= 40:
			return theOne
		}
		return bare
	},
	phrases: [phraseCount]phrase{
		possibly:      phraseOf("possibly ", ""),
		about:         phraseOf("c. ", ""),
		possiblyAbout: phraseOf("possibly c. ", ""),
		since:         englishPhrase("since ", ""),
		until:         englishPhrase("until ", ""),
		fromUnknown:   englishPhrase("from ", " to an unknown date"),
		toUnknown:     englishPhrase("from an unknown date to ", ""),
		before:        englishPhrase("before ", ""),
		after:         englishPhrase("after ", ""),
		orEarlier:     phraseOf("", " or earlier"),
		orLater:       phraseOf("", " or later"),
		andEarlier:    phraseOf("", " and earlier"),
		andLater:      phraseOf("", " and later"),
		betweenThe:    englishPhrase("between ", ""),
		andThe:        englishPhrase(" and ", ""),
		from:          englishPhrase("from ", ""),
		to:            englishPhrase(" to ", ""),
		eitherOf:      phraseOf("one of ", ""),
	},
	notes: [3][4]string{
		atYear:  {"", "year uncertain", "year approximate", "year uncertain and approximate"},
		atMonth: {"", "month uncertain", "month approximate", "month uncertain and approximate"},
		atDay:   {"", "day uncertain", "day approximate", "day uncertain and approximate"},
	},
	missing: [...]string{
		noDay: " (day unknown)", noMonth: " (month unknown)", noMonthAndDay: " (month and day unknown)",
		noYear: " (year unknown)", onlyYear: "unknown year",
	},
	in:     " in the ",
	inline: true,
	dash:   "–", spacedDash: " – ",
	comma: ", ", and: " and ", or: " or ",
	openNote: " (", stopNote: ")",
	early: [...]phrase{
		{},
		phraseOf("early ", ""),
		phraseOf("mid-", ""),
		phraseOf("late ", ""),
	},
	anyTime: "any time", noTime: "unknown dates",
	example: "13 October 1970",
}

// englishPhrase returns a phrase that takes "the" before some dates.
func englishPhrase(pre, post string) phrase {
	p := phraseOf(pre, post)
	p.pre[theOne] += "the "
	p.pre[theMany] += "the "
	return p
}

var monthNames = [...]string{
	"", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// englishSeasons are the names of seasons by code less firstSeason.
var englishSeasons = [...]string{
	"spring", "summer", "autumn", "winter", "spring", "summer", "autumn", "winter",
	"spring", "summer", "autumn", "winter", "Q1", "Q2", "Q3", "Q4",
	"January–April", "May–August", "September–December", "first half of", "second half of",
}

// appendEnglish appends "13 October 1970".
func appendEnglish(b []byte, p point, omit omission) []byte {
	if p.isRound() {
		return appendEnglishRound(b, p)
	}
	if p.day != 0 {
		b = strconv.AppendUint(b, uint64(p.day), 10)
		if omit == itsMonth {
			return b
		}
		b = append(b, ' ')
	}
	switch {
	case p.month > 12:
		b = append(b, englishSeasons[p.month-firstSeason]...)
	case p.month > 0:
		b = append(b, monthNames[p.month]...)
	}
	if omit == nothing {
		if p.month != 0 {
			b = append(b, ' ')
		}
		b = appendEnglishYear(b, p.year)
	}
	b = appendHemisphere(b, p.month, " (Northern Hemisphere)", " (Southern Hemisphere)")
	return p.appendClock(b, ", ")
}

// appendEnglishYear appends "1970", "AD 79" or "44 BC".
func appendEnglishYear(b []byte, y int64) []byte {
	switch {
	case y <= 0:
		return append(appendGrouped(b, 1-y, ","), " BC"...)
	case y < 1000:
		b = append(b, "AD "...)
	}
	return appendGrouped(b, y, ",")
}

// appendEnglishRound appends a decade or a century.
func appendEnglishRound(b []byte, p point) []byte {
	if p.isDecade() {
		b = appendEnglishYear(b, p.year)
		b = append(b, 's')
		if p.year%100 == 0 {
			b = append(b, " (decade)"...) // "the 1900s" may be a century
		}
		return b
	}
	n := p.centuryNumber()
	b = strconv.AppendInt(b, n, 10)
	b = append(b, englishOrdinal(n)...)
	b = append(b, " century"...)
	if p.neg {
		b = append(b, " BC"...)
	}
	return b
}

// centuryNumber returns the number that people give to a century: 20 for 19XX.
func (p point) centuryNumber() int64 {
	return max(p.year, -p.year)/100 + 1
}

func englishOrdinal(n int64) string {
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// appendGrouped appends n, in groups of three digits if it has more than four.
func appendGrouped(b []byte, n int64, sep string) []byte {
	digits := strconv.FormatInt(n, 10)
	if len(digits) <= 4 {
		return append(b, digits...)
	}
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b = append(b, sep...)
		}
		b = append(b, digits[i])
	}
	return b
}

// appendHemisphere appends where a season is if its code tells.
func appendHemisphere(b []byte, code uint8, north, south string) []byte {
	switch {
	case code >= 25 && code <= 28:
		return append(b, north...)
	case code >= 29 && code <= 32:
		return append(b, south...)
	}
	return b
}

// appendClock appends the time of day after sep, without seconds that are zero.
func (p point) appendClock(b []byte, sep string) []byte {
	if p.clock == "" {
		return b
	}
	b = append(b, sep...)
	time := p.clock[1:]
	zone := ""
	if i := strings.IndexAny(time, "Z+-"); i >= 0 {
		time, zone = time[:i], time[i:]
	}
	b = append(b, strings.TrimSuffix(time, ":00")...)
	switch {
	case zone == "Z":
		b = append(b, " UTC"...)
	case zone != "":
		b = append(append(b, " UTC"...), zone...)
	}
	return b
}
