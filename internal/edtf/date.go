package edtf

import "cmp"

// Date is a date of any kind that EDTF can write: a day, a month, a season, a
// year and so on, an interval, or a set. Dates are small values that may be
// compared with == and used as keys of maps: equal ones have the same canonical
// form. The zero value is no date.
type Date struct {
	// The text tells all; the rest is worked out from it once, so that sorting
	// and comparing dates need not read it again.
	text        string
	first, last Day
	precision   Precision
	flags       flags
}

// flags are what is quickly asked of a date.
type flags uint8

const (
	isApproximate flags = 1 << iota
	isUncertain
	isInterval
	isSet
	isOpenStart
	isOpenEnd
)

// String returns the canonical EDTF of d, which [Parse] reads back as an equal
// Date; "" for the zero Date.
func (d Date) String() string { return d.text }

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d.text == "" }

// First returns the first day that d can mean, or MinDay if d is open or
// unknown there. Qualifiers do not widen a date: 1960~ begins on 1960-01-01.
func (d Date) First() Day { return d.first }

// Last returns the last day that d can mean, or MaxDay if d is open or unknown
// there.
func (d Date) Last() Day { return d.last }

// Year returns the year of the first day; 0 is 1 BC.
func (d Date) Year() int {
	y, _, _ := d.first.Date()
	return y
}

// Precision returns how exactly d is known; for an interval or the members of a
// set it is that of the coarsest. A set of which one is meant is at least as
// coarse as the unit that holds them all, and so is an interval between
// approximate days: it stands for something within it.
func (d Date) Precision() Precision {
	if d.precision != DayPrecision || !d.IsInterval() || !d.Approximate() || d.OpenStart() || d.OpenEnd() {
		return d.precision
	}
	switch days := d.last - d.first; {
	case days == 0:
		return DayPrecision
	case days <= 31:
		return MonthPrecision
	case days <= 92:
		return SeasonPrecision
	case days <= 366:
		return YearPrecision
	case days <= 3653:
		return DecadePrecision
	}
	return CenturyPrecision
}

// Approximate reports whether any part of d is approximate (~ or %) or d is an
// estimate by its significant digits.
func (d Date) Approximate() bool { return d.flags&isApproximate != 0 }

// Uncertain reports whether any part of d is uncertain (? or %).
func (d Date) Uncertain() bool { return d.flags&isUncertain != 0 }

// IsInterval reports whether d is an interval, "a/b". Sets are not.
func (d Date) IsInterval() bool { return d.flags&isInterval != 0 }

// IsSet reports whether d is a set, "[a,b]" of which one is meant or "{a,b}" of
// which all are.
func (d Date) IsSet() bool { return d.flags&isSet != 0 }

// OpenStart reports whether d is an interval or a set without a first date,
// because it is open (..) or unknown (empty).
func (d Date) OpenStart() bool { return d.flags&isOpenStart != 0 }

// OpenEnd reports whether d is an interval or a set without a last date,
// because it is open (..) or unknown (empty).
func (d Date) OpenEnd() bool { return d.flags&isOpenEnd != 0 }

// Start returns the date an interval starts with, the zero Date if it is open
// or unknown there. For all else it returns d.
func (d Date) Start() Date {
	if !d.IsInterval() {
		return d
	}
	from, _, _ := cutInterval(d.text)
	return endDate(from)
}

// End returns the date an interval ends with, the zero Date if it is open or
// unknown there. For all else it returns d.
func (d Date) End() Date {
	if !d.IsInterval() {
		return d
	}
	_, to, _ := cutInterval(d.text)
	return endDate(to)
}

// endDate reads one side of a canonical interval.
func endDate(text string) Date {
	if text == "" || text == ".." {
		return Date{}
	}
	p, _ := readPoint(text)
	return p.dateOf(text)
}

// Compare orders dates by their first day, at the same day the coarser before
// the finer, then by the last day, then certain before qualified, then by text.
// It is 0 for equal dates only.
func Compare(a, b Date) int {
	return cmp.Or(
		cmp.Compare(a.first, b.first),
		cmp.Compare(b.precision, a.precision),
		cmp.Compare(a.last, b.last),
		cmp.Compare(a.flags, b.flags),
		cmp.Compare(a.text, b.text),
	)
}

// Overlaps reports whether d and e can mean the same day. The zero Date
// overlaps nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.first <= e.last && e.first <= d.last
}

// Contains reports whether every day that e can mean is one that lies between
// the first and the last day of d. The zero Date contains nothing and is in
// nothing.
func (d Date) Contains(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.first <= e.first && e.last <= d.last
}

// HTML returns the value of the datetime attribute of a time element that says
// what d says, such as "1970-10-13", "1970-10" or "1970". It returns "" where
// HTML has no such value: for intervals, sets, seasons, unspecified digits,
// qualified dates and the years before 1.
func (d Date) HTML() string {
	if d.flags != 0 {
		return ""
	}
	p, err := readPoint(d.text)
	if err != nil || p.mask != 0 || p.year < 1 || p.month > 12 {
		return ""
	}
	p.clock = ""
	text := p.append(nil)
	if text[0] == 'Y' {
		text = text[1:]
	}
	return string(text)
}

// Precision tells how exactly a date is known: by the smallest unit of the
// calendar that holds all it can mean. The zero value is that of no date.
// Coarser is greater.
type Precision uint8

// The precisions, finest first. Half-years and thirds of a year count as
// years, whatever is wider than a hundred years as a century.
const (
	DayPrecision Precision = 1 + iota
	MonthPrecision
	SeasonPrecision
	QuarterPrecision
	YearPrecision
	DecadePrecision
	CenturyPrecision
)

var precisionNames = [...]string{
	"", DayPrecision: "day", MonthPrecision: "month", SeasonPrecision: "season", QuarterPrecision: "quarter",
	YearPrecision: "year", DecadePrecision: "decade", CenturyPrecision: "century",
}

// String returns "day", "month", "season", "quarter", "year", "decade" or
// "century", and "" for the zero value.
func (p Precision) String() string {
	if int(p) >= len(precisionNames) {
		return ""
	}
	return precisionNames[p]
}
