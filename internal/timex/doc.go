// Package timex finds the time expressions of English, French and Chinese prose
// and tells what they mean.
//
// # Model
//
// [Find] reads a text once, a sentence at a time. A scanner turns the sentence
// into tokens: words that the language's file knows, numbers in digits and in
// words, and marks of punctuation. From every token on, the rules of the file
// are walked as one tree; the longest way through it wins, and of equally long
// ones the rule that stands first. A rule names a meaning, a small function that
// works out what the words say; it may refuse, and then the next best way has its
// turn. No way is longer than some fifteen words, so the time is linear in the
// text, and nothing is allocated but for what is found.
//
// What an expression means often hangs on another day. The narrative keeps the
// day of publication, the date told last and the year told last. A bare weekday
// or month is looked for before the publication, unless a cue near it speaks of
// the future ("will", "sera", 将); a weekday's own day is that day. "The following
// month", "le lendemain", 次日 hang on the date told last. A date without a year
// gets the nearest one, or, where the text is telling of a year long past, that
// year: for a sentence or two, and longer once it told two dates of that year, also
// on into the next one. Where a sentence says nothing of its time, a day goes on
// from what was told right before. A text that is nothing but a phrase ("from 13
// July to the 15th") looks ahead, and its two ends are one expression. "The same
// period", 同期 is the month, quarter or stretch of months that was told before, of
// another year.
//
// Two more days are kept. What stands in quotation marks behind a day on which
// somebody spoke ("Wang said on Nov. 3: …") hangs on that day. And a report on
// figures remembers its quarter: "a year ago" is then that quarter of the year
// before, and once it speaks of nine months, that year.
//
// A time of the day may name the place whose clock it is: "9 a.m. Beijing time",
// "mardi matin, heure de Pékin", 北京时间11月3日上午. With [Anchor.Zone], which
// [zone.Load] makes of a name such as "America/Toronto", its Date is the day that it
// falls on where the reader is: nine in the morning in Beijing is the day before
// in Ottawa. Of a part of the day the middle counts: morning is nine o'clock, night
// ten. A time without a place, or of "local time", is of the day told, and so is
// a day without a time. Value always keeps to the words. No table of the system's
// is read.
//
// # How precise
//
// Nothing is more precise than its words. Value and Mod are those of TIMEX3;
// Date says the same in EDTF:
//
//	four years ago             2021              the year, never a day
//	last week                  2025-11-03/2025-11-09  an ISO week by its days, from Monday
//	the third quarter          2025-35           EDTF's codes of quarters; halves are 40 and 41
//	early, mid, late October   the first ten days, the next ten, the others, as an interval
//	early, mid, late 2011      2011-37, -38, -39: EDTF's thirds of a year, four months each
//	early, mid, late 1970s     the years 0–3, 4–6, 7–9 of the decade
//	about six months ago       2025-05~
//	just over three weeks ago  2025-10-15~/2025-10-22~
//	the first week of December 2025-12-01/2025-12-07  the first whole one
//	fiscal 2025                2025~      nobody told in which month it begins
//	the quarter ended July 31  2025-05/2025-07
//	“十四五”                    2021/2025  the years of China's plan
//
// "Over" a distance leads to the stretch of one unit that ends three weeks back,
// "nearly" to the one that starts there: with 12 November as the day of
// publication, just over three weeks ago is after 15 October, which would be
// four. Weeks are cut by days, months and years by whole ones. "Later this
// year" and other modifiers leave the date as it is. Winter is December to
// February and bears the year of its December.
//
// Two expressions that tell a stretch together ("from Oct. 28 to Nov. 2") stay
// two, as TimeML wants them; [Expr.Through] of the first is the stretch. Parts
// that cannot stand alone ("Oct. 14-17", 1至3月) are one, its value "a/b".
//
// # The language files
//
// The files rules/en.txt, rules/fr.txt and rules/zh.txt hold all that is known
// of a language; who corrects them need not read Go. A "#" starts a comment.
// There are lines of words, of pieces, of rules, and a few settings.
//
// A line of words gives a class, a value, and after " = " the forms, parted by
// commas:
//
//	MONTH 9 = september, Sept, sept.
//	UNIT W = week
//	COUNT 2 = a couple of
//
// Case does not matter, but a form that begins with a capital is only found with
// one ("May"). Accents do not matter; a hyphen is like a space. A form of several
// words counts as one word wherever it stands, the longest first. A full stop
// that belongs to an abbreviation is written.
//
// Classes of words and their values:
//
//	MONTH, WEEKDAY, SEASON      1 to 12, Monday 1 to Sunday 7, spring 1 to winter 4
//	UNIT, UNITS                 s min h D WE W M Q H Y E C L: second to millennium; in the plural
//	PART                        MO MI AF EV NI NOON MIDNIGHT
//	DEICTIC                     days from today
//	SHIFT, RELYEAR              units from this one (-1 last, 0 this, 1 next); years in one word (去年)
//	COUNT                       how many, or X
//	CARDINAL, ORDINAL           words that numbers are made of
//	ABOUT, MOD                  the TIMEX3 modifier that the word makes
//	PLACE                       201: the first of two halves; 403: the third of four quarters
//	HOLIDAY                     701: 1 July; 9.1.1: first Monday of September (9 for the third number: the
//	                            last; over 9: the last up to that day, 5.1.24); easter-2
//	FREQ                        a whole TIMEX3 value, such as P1W
//	PAST, PRESENT, FUTURE       references without a date
//	CUE                         -2 what surely is past, -1 what is past, 1 what is to come,
//	                            0 only looks like it
//	AHEAD                       words in front of a date that make it one to come,
//	PERFECT                     unless one of these is near ("by Friday ten had signed")
//	SPEECH                      verbs whose quotation is of the day told beside them
//	FIGURE                      words of a sentence in which "a year ago" compares quarters;
//	                            with 1, words that stand before the figure to compare with
//	CLAUSE                      words that open a clause, whose verb does not speak for the date before
//	NOW                         verbs in the present that make the weekday behind them one to come
//	STOP                        what makes of the distance before it a mere difference
//	PLAN                        which of China's five-year plans
//	ERA                         the year before an era's first (民国 1911)
//	ZONE, CITY                  minutes east of Greenwich, a name of the IANA's, or any
//	PREP                        words that let the next AMBIG word be a time; 1 also "Sun"
//	AMBIG                       words that are a time only behind a PREP
//	MEASURE, NUMBERED           what makes the number in front, or behind, no year
//	MANY, HEAD, EVERY, MERIDIEM, LUNAR, NOT   see the rules that use them
//
// The scanner itself gives these classes to numbers: NUM any, COUNT any, DAY 1 to
// 31, MM 1 to 12, HOUR, MINUTE, YEAR four digits, YEAR2 two, ORD 21st, DECADE
// 1970s, CLOCK 15:30, ISO 2025-11-12 and 24/09/2021,
// MD 25/11.
//
// A rule is a meaning, " : " and a pattern:
//
//	date  : MONTH DAY ,? YEAR
//	ago   : ABOUT? COUNT $u ago =-1
//	range : _between MONTH and MONTH YEAR
//
// A word in capitals is a class; other words stand for themselves. A "?" makes
// what goes before it optional, parentheses and "|" give a choice, "$u" is a
// piece that a line "$u = …" defined. A word or group behind "_" must be there
// but is no part of the expression: prepositions stay outside. A "=" adds what
// no word says: a modifier (=END), a unit (=Y), a part of the day (=EV), a number
// (=-1), =half, =told for what hangs on the date told last, =alone where the text
// must be nothing but a phrase, or =any, which some meanings read in their own way.
// The meanings are listed in meaning.go; "none" swallows what is no time at all.
//
// # Adding a word or a rule
//
// Write a sentence with it into testdata/LANG.txtar, below a day of publication
// ("> 2025-11-12"). Add the word to the line of its class, or a rule below those
// that it resembles. Run the tests of this package with -update, and read the
// difference: below your sentence stands what is found in it now, and nothing
// else may have changed. A rule that no sentence shows fails a test, and so does
// one that an earlier rule always wins against. A mistake in a file is told with
// its line.
//
// Chinese needs care with forms of several characters: the scanner takes the
// longest one that begins at a place, so a form 年来 would tear the 年 away from
// 五年来. Words that only contain a numeral or a unit (一些, 日本) go to NOT.
package timex
