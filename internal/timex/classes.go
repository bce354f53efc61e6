package timex

import (
	"fmt"
	"strconv"
)

// class says what a word or number can be in a rule. A rule names it in
// capitals.
type class uint8

// The classes. Those up to iso are given to numbers by the scanner, the others
// to words by the language's file.
const (
	noClass class = iota
	classNum
	classDay
	classYear
	classYear2
	classMM
	classOrd
	classDecade
	classClock
	classISO
	classHour
	classMinute
	classMonth
	classWeekday
	classUnit
	classSeason
	classPart
	classShift
	classDeictic
	classCount
	classMod
	classAbout
	classEvery
	classFreq
	classPast
	classPresent
	classFuture
	classHoliday
	classCue
	classPrep
	classMeasure
	classNumbered
	classAmbig
	classMeridiem
	classZone
	classCardinal
	classOrdinal
	classHead
	classNot
	classMany
	classStop
	classUnits
	classRelYear
	classPlace
	classAhead
	classFigure
	classPerfect
	classPlan
	classMD
	classEra
	classSpeech
	classCity
	classLunar
	classClause
	classNow
	numClasses
)

// classNames are the classes as the files write them.
var classNames = [numClasses]string{
	classNum: "NUM", classDay: "DAY", classYear: "YEAR", classYear2: "YEAR2", classMM: "MM", classOrd: "ORD",
	classDecade: "DECADE", classClock: "CLOCK", classISO: "ISO", classHour: "HOUR", classMinute: "MINUTE",
	classMonth: "MONTH", classWeekday: "WEEKDAY", classUnit: "UNIT", classSeason: "SEASON", classPart: "PART",
	classShift: "SHIFT", classDeictic: "DEICTIC", classCount: "COUNT", classMod: "MOD", classAbout: "ABOUT",
	classEvery: "EVERY", classFreq: "FREQ", classPast: "PAST", classPresent: "PRESENT", classFuture: "FUTURE",
	classHoliday: "HOLIDAY", classCue: "CUE", classPrep: "PREP", classMeasure: "MEASURE",
	classNumbered: "NUMBERED", classAmbig: "AMBIG", classMeridiem: "MERIDIEM", classZone: "ZONE",
	classCardinal: "CARDINAL", classOrdinal: "ORDINAL", classHead: "HEAD", classNot: "NOT", classMany: "MANY",
	classStop: "STOP", classUnits: "UNITS", classRelYear: "RELYEAR",
	classPlace: "PLACE", classAhead: "AHEAD", classFigure: "FIGURE", classPerfect: "PERFECT", classPlan: "PLAN", classMD: "MD", classEra: "ERA", classSpeech: "SPEECH", classCity: "CITY", classLunar: "LUNAR",
	classClause: "CLAUSE", classNow: "NOW",
}

func classNamed(s string) class {
	for c, name := range classNames {
		if name == s && name != "" {
			return class(c)
		}
	}
	return noClass
}

// wordValue reads the value of a line of words: a number, or a name from
// symbols, or nothing.
func wordValue(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	if n, err := strconv.Atoi(s); err == nil {
		return n, nil
	}
	for i, name := range symbols {
		if name == s {
			return symbolBase + i, nil
		}
	}
	if n, ok := readMovable(s); ok {
		return n, nil
	}
	return 0, fmt.Errorf("%q is neither a number nor a known name", s)
}

// symbolBase keeps the values that are names apart from numbers.
const symbolBase = 1 << 20

// symbols are the names that values of words and marks of rules may have.
var symbols = []string{
	"START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
	"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
	"s", "min", "h", "D", "WE", "W", "M", "Q", "SEASON", "H", "Y", "E", "C", "L",
	"MO", "MI", "AF", "EV", "NI", "DT", "NOON", "MIDNIGHT",
	"X", "told", "any", "half", "alone",
	"P1D", "P1W", "P2W", "P1M", "P2M", "P3M", "P6M", "P1Y", "PT1H", "P2Y", "P5Y", "P10Y", "P4Y",
}

const (
	symMods     = symbolBase // the first modifier
	symMoreThan = symbolBase + 5
	symUnits    = symbolBase + 12
	symParts    = symUnits + int(Millennium)
	symX        = symParts + 8
	symTold     = symX + 1
	symAny      = symX + 2
	symHalf     = symX + 3
	symAlone    = symX + 4
)

func symbol(v int) string { return symbols[v-symbolBase] }

// unitOf turns the value of a UNIT word into a Unit.
func unitOf(v int) Unit { return Unit(v - symUnits + 1) }
