// Package edtf knows dates as history has them: a day, a month, a season, a
// decade, known exactly or about, all from one date to another, one of several.
// It reads and writes EDTF, the Extended Date/Time Format of the Library of
// Congress (2019, https://www.loc.gov/standards/datetime/), which is a part of
// ISO 8601-2; it also reads what people write, and writes what people read, in
// English, French and Chinese.
//
// # The model
//
// A [Date] is not a moment but what is known of when something was: "October
// 1970" is a date as much as a day in it is, and neither is made up to be the
// other. Every Date covers the days from [Date.First] to [Date.Last], and has a
// [Precision]: the smallest unit of the calendar that holds all it can mean.
// Dates are small values, comparable with ==, and ordered by [Compare].
//
//	1970-10-13             a day
//	1970-10, 1970          a month, a year
//	197X, 19XX             some time in a decade, in a century: X is any digit
//	1961-21, 1988-35       a spring, a third quarter: codes 21 to 41, see Season
//	1960~, 1960?, 1960%    approximate, uncertain, both; or of a part: 1970-10-~13
//	2025-10-16/2025-10-17  an interval; its ends may be open (..) or unknown (empty)
//	[1881..1885]           one of several; {1967,1972} are all of them
//	1885S2                 an estimate: two digits of it are significant
//	Y-12000                a year of more than four digits
//
// A [Day] is a day of the proleptic Gregorian calendar, counted from 1970-01-01.
// There are no time zones and there is no clock: a time of day in EDTF is kept
// as it is written, on the day that is written.
//
// # Conventions
//
// Where EDTF leaves a choice, this package makes it as follows.
//
//   - Qualifiers do not widen a date: 1960~ covers the year 1960.
//   - The seasons 21 to 24 are those of the northern hemisphere, in whole months;
//     winter begins in December of its year.
//   - "19th century" is 18XX, the hundred years that share two digits.
//   - "Early", "mid" and "late" are thirds, approximate: of a year 1970-37~, of
//     anything else a set such as [1970~..1973~].
//   - "Between a and b" and "before a" are sets of which one is meant; "from a to
//     b" and "since a" are intervals.
//   - An end of an interval that is coarser than its start counts from its first
//     day: 1970-10/1970 is an error, 1970-10/1970-XX is not.
//
// # Reading
//
// [Parse] takes EDTF and nothing else. [ParseText] takes a whole text, such as a
// value in front matter; [ScanText] takes the date that a line begins with, and
// [ScanWithin] one that leaves out what the heading above it says. What cannot
// be, as 1970-02-30 or a wrong weekday, and what may be two dates, as 5/10/1970,
// is an error that says how to mend it. What [Date.Format] says of a date, these
// read as that date.
//
// The words of each language are in tables that need no knowledge of the rest:
// words_en.go, words_fr.go, words_zh.go for reading, format_en.go, format_fr.go,
// format_zh.go for writing.
package edtf
