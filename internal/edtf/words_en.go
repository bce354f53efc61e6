package edtf

import "time"

// englishWords are the words of English dates. To teach it a word, add it here:
// in small letters without accents, words of a phrase under the first of them.
var englishWords = vocabulary{
	"january": is(monthName, 1), "jan": is(monthName, 1),
	"february": is(monthName, 2), "feb": is(monthName, 2),
	"march": is(monthName, 3), "mar": is(monthName, 3),
	"april": is(monthName, 4), "apr": is(monthName, 4),
	"may":  is(monthName, 5),
	"june": is(monthName, 6), "jun": is(monthName, 6),
	"july": is(monthName, 7), "jul": is(monthName, 7),
	"august": is(monthName, 8), "aug": is(monthName, 8),
	"september": is(monthName, 9), "sep": is(monthName, 9), "sept": is(monthName, 9),
	"october": is(monthName, 10), "oct": is(monthName, 10),
	"november": is(monthName, 11), "nov": is(monthName, 11),
	"december": is(monthName, 12), "dec": is(monthName, 12),

	"monday": isWeekday(time.Monday), "mon": isWeekday(time.Monday),
	"tuesday": isWeekday(time.Tuesday), "tue": isWeekday(time.Tuesday), "tues": isWeekday(time.Tuesday),
	"wednesday": isWeekday(time.Wednesday), "wed": isWeekday(time.Wednesday), "weds": isWeekday(time.Wednesday),
	"thursday": isWeekday(time.Thursday), "thu": isWeekday(time.Thursday),
	"thur": isWeekday(time.Thursday), "thurs": isWeekday(time.Thursday),
	"friday": isWeekday(time.Friday), "fri": isWeekday(time.Friday),
	"saturday": isWeekday(time.Saturday), "sat": isWeekday(time.Saturday),
	"sunday": isWeekday(time.Sunday), "sun": isWeekday(time.Sunday),

	"spring": is(seasonName, 21), "summer": is(seasonName, 22),
	"autumn": is(seasonName, 23), "fall": is(seasonName, 23), "winter": is(seasonName, 24),

	"first": is(ordinalWord, 1), "second": is(ordinalWord, 2), "third": is(ordinalWord, 3),
	"fourth": is(ordinalWord, 4), "fifth": is(ordinalWord, 5), "sixth": is(ordinalWord, 6),
	"seventh": is(ordinalWord, 7), "eighth": is(ordinalWord, 8), "ninth": is(ordinalWord, 9),
	"tenth": is(ordinalWord, 10), "eleventh": is(ordinalWord, 11), "twelfth": is(ordinalWord, 12),
	"thirteenth": is(ordinalWord, 13), "fourteenth": is(ordinalWord, 14), "fifteenth": is(ordinalWord, 15),
	"sixteenth": is(ordinalWord, 16), "seventeenth": is(ordinalWord, 17), "eighteenth": is(ordinalWord, 18),
	"nineteenth": is(ordinalWord, 19), "twentieth": is(ordinalWord, 20),
	"twenty": {longer: []phraseEntry{{"first", word{ordinalWord, 21}}}},
	"st":     is(ordinalMark, 1), "nd": is(ordinalMark, 2), "rd": is(ordinalMark, 3), "th": is(ordinalMark, 0),
	"s":       is(decadeMark, 0),
	"decade":  is(decadeWord, 0),
	"century": is(centuryWord, 0), "centuries": is(centuryWord, 0), "cent": is(centuryWord, 0),
	"quarter": is(quarterWord, 0), "qtr": is(quarterWord, 0), "half": is(halfWord, 0), "q": is(quarterMark, 0), "h": is(halfMark, 0),
	"year": is(yearWord, 0),

	"early": is(thirdWord, 1), "mid": is(thirdWord, 2), "middle": is(thirdWord, 2), "late": is(thirdWord, 3),
	"beginning": is(thirdWord, 1), "start": is(thirdWord, 1), "end": is(thirdWord, 3),

	"the": is(article, 0), "of": is(ofWord, 0), "in": is(inWord, 0), "during": is(inWord, 0), "at": is(inWord, 0), "sometime": is(inWord, 0),
	"on": {word: word{inWord, 0}, longer: []phraseEntry{
		{"or before", word{byWord, 0}}, {"or after", word{onwardEnd, 1}},
	}},
	"to": is(toWord, 0), "through": is(toWord, 0), "thru": is(toWord, 0),
	"and": {word: word{andWord, 0}, longer: []phraseEntry{
		{"earlier", word{andEarlierEnd, 0}},
		{"before", word{andEarlierEnd, 0}},
		{"later", word{andLaterEnd, 0}},
		{"after", word{andLaterEnd, 0}},
	}},
	"or": {word: word{orWord, 0}, longer: []phraseEntry{
		{"earlier", word{orEarlierEnd, 0}},
		{"before", word{orEarlierEnd, 0}},
		{"later", word{orLaterEnd, 0}},
		{"after", word{orLaterEnd, 0}},
	}},
	"one":     {longer: []phraseEntry{{"of", word{oneOfWord, 0}}}},
	"between": is(betweenWord, 0), "from": is(fromWord, 0), "since": is(sinceWord, 0),
	"until": is(untilWord, 0), "till": is(untilWord, 0),
	"up":     {longer: []phraseEntry{{"until", word{untilWord, 0}}, {"to", word{untilWord, 0}}}},
	"before": is(beforeWord, 0), "pre": is(beforeWord, 0), "after": is(afterWord, 0), "post": is(afterWord, 0),
	"prior":   {longer: []phraseEntry{{"to", word{beforeWord, 0}}}},
	"by":      is(byWord, 0),
	"no":      {longer: []phraseEntry{{"later than", word{byWord, 0}}, {"earlier than", word{onwardEnd, 1}}}},
	"not":     {longer: []phraseEntry{{"later than", word{byWord, 0}}, {"earlier than", word{onwardEnd, 1}}}},
	"present": is(presentWord, 0), "now": is(presentWord, 0), "today": is(presentWord, 0), "date": is(presentWord, 0),
	"onward": is(onwardEnd, 0), "onwards": is(onwardEnd, 0),

	"c": is(aboutWord, 0), "ca": is(aboutWord, 0), "cca": is(aboutWord, 0), "circa": is(aboutWord, 0),
	"about": is(aboutWord, 0), "abt": is(aboutWord, 0), "around": is(aboutWord, 0), "roughly": is(aboutWord, 0),
	"approximately": is(aboutEnd, 0), "approx": is(aboutEnd, 0), "approximate": is(aboutEnd, 0),
	"unknown": is(noteWord, 0), "day": is(noteWord, 0), "month": is(noteWord, 0),
	"possibly": is(maybeWord, 0), "perhaps": is(maybeWord, 0), "maybe": is(maybeWord, 0), "probably": is(maybeWord, 0),
	"uncertain": is(maybeWord, 1),

	"bc": is(bcEnd, 0), "bce": is(bcEnd, 0), "b": {longer: []phraseEntry{{"c e", word{bcEnd, 0}}, {"c", word{bcEnd, 0}}}},
	"ad": is(adWord, 0), "ce": is(adWord, 0), "a": {longer: []phraseEntry{{"d", word{adWord, 0}}}},
	"an": {longer: []phraseEntry{{"unknown date", word{someDate, 0}}}},
}

func is(s sense, value int) entry { return entry{word: word{s, value}} }

func isWeekday(w time.Weekday) entry { return is(weekdayName, int(w)) }
