package timex

import (
	"iter"
	"time"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
)

// Type is the TIMEX3 class of an expression. The zero value is none.
type Type uint8

// The types of TimeML.
const (
	Date     Type = iota + 1 // a day or anything coarser
	Time                     // a time or a part of a day
	Duration                 // how long, not when
	Set                      // how often
)

var typeNames = [...]string{"", Date: "DATE", Time: "TIME", Duration: "DURATION", Set: "SET"}

// String returns the type as TIMEX3 writes it, such as "DATE", and "" for the
// zero value.
func (t Type) String() string {
	if int(t) >= len(typeNames) {
		return ""
	}
	return typeNames[t]
}

// Expr is one time expression of a text.
type Expr struct {
	Start, End int    // byte offsets; prepositions stay outside
	Type       Type   // always set
	Value      string // as in TIMEX3; its year is XXXX where no anchor tells it
	Mod        string // as in TIMEX3, such as START or APPROX, or ""

	// Date is what the expression means, no more precise than its words; the
	// package comment tells how modifiers are written. It is zero where the
	// words fix no date: durations, sets, vague references, and relative
	// expressions whose anchor is not known.
	Date edtf.Date
	// Through is set on the first of two expressions that tell a stretch of time
	// together, as in "from Oct. 28 to Nov. 2": the interval from this one to the
	// next. A stretch inside one expression, "13–15 October", is its Date.
	Through  edtf.Date
	Relative bool   // the meaning hangs on another day, as Offset tells
	Basis    string // how Date was reached, in plain English, for editors
	Offset   Offset // zero unless Relative
}

// Offset is what a relative expression says about the day that it hangs on, so
// that it can be solved later for an article whose day is found out by other
// means. It is comparable; the zero value says nothing.
//
// The reading is: go Count units of Unit from Base (back where it is negative)
// and then, in the unit so reached, to Month, Weekday or Day where they are
// set. Where Exact is false and Count is 0, the nearest such day in Direction
// is meant.
type Offset struct {
	Base      Base
	Unit      Unit
	Count     int16
	Exact     bool  // Count was said; without it only Direction is known
	Direction int8  // -1 past, +1 future, 0 whichever is nearer
	Weekday   uint8 // 1 Monday to 7 Sunday, 0 for none
	Month     uint8 // 1 to 12, 0 for none
	Day       uint8 // of the month, 0 for none
}

// Base says which day a relative expression hangs on.
type Base uint8

// The bases. The zero value is that of an expression that is not relative.
const (
	Published Base = iota + 1 // the day of the document: "yesterday"
	Told                      // the date told last: "the following day"
)

// Anchor is what is known about the document before it is read.
type Anchor struct {
	Lang lang.Lang // Unknown: detected
	// Published is the day of the document. Where it is only known to the month
	// or year, expressions of a finer unit stay open; the zero value is unknown.
	Published edtf.Date
	// Zone is where the reader counts days, best got from [zone.Load]. A time that
	// names its place ("9 a.m. Beijing time") then gets the Date that it is there;
	// its Value keeps to the words. Nil leaves all days as they are told.
	Zone *time.Location
}

// Find yields the time expressions of text in order. They do not overlap, and
// lie on rune borders. The time it takes is linear in the length of text.
func Find(text string, a Anchor) iter.Seq[Expr] {
	return func(yield func(Expr) bool) {
		l := a.Lang
		if l == lang.Unknown {
			l = lang.Detect(text)
		}
		if l == lang.ZH {
			text = lang.Simplified(text) // place by place
		}
		f := newFinder(text, grammarOf(l), a.Published)
		f.zone = a.Zone
		for f.sentence() {
			if !f.find(yield) {
				return
			}
		}
	}
}
