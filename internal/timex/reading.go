package timex

import (
	"strings"

	"buildsite/internal/edtf"
)

// A reading is what a rule's meaning makes of the words, before it is written
// as an Expr.
type reading struct {
	typ    Type
	period period   // what it means, if that is one period
	until  edtf.Day // where set, the last day of a stretch that period begins
	value  string   // instead of the period's
	part   string   // a part of the day or a time, such as "TEV" or "T15:30"
	mod    int      // a symbol
	offset Offset   // of a relative expression
	basis  string
	near   nearness // how the words blur the distance to the base
	fiscal bool     // a year or quarter whose first month nobody told
	// Where not 0, the day that this is where the reader counts.
	elsewhere edtf.Day
	aside     bool // told to compare with, not to report on
	vague     bool // a period for the record only: no EDTF date
}

// nearness tells on which side of an exact distance a date lies: "nearly three
// weeks ago" is later than that, "over three weeks ago" earlier.
type nearness struct {
	side  int // -1 earlier than exact, +1 later
	exact edtf.Day
	unit  Unit
}

// express writes a reading as an Expr and remembers what it told.
func (f *finder) express(m *match, r reading) Expr {
	if r.typ == 0 {
		return Expr{}
	}
	e := Expr{
		Start: f.toks[m.first()].start, End: f.toks[m.end()-1].end,
		Type: r.typ, Value: r.value, Basis: r.basis, Offset: r.offset, Relative: r.offset != Offset{},
	}
	if r.mod == 0 {
		r.mod = m.modifier()
	}
	if r.mod != 0 {
		e.Mod = symbol(r.mod)
	}
	if r.period.unit != 0 && (!inRange(r.period.first) || !inRange(r.period.last())) {
		if e.Value == "" {
			e.Value = openValue(r.period.unit, 0, 0, 0)
		}
		r.period = period{}
	}
	if e.Value == "" {
		e.Value = r.period.value()
	}
	e.Value += r.part
	if r.period.unit != 0 && !r.vague && r.typ != Duration && r.typ != Set {
		e.Date = r.date(e.Mod)
		if r.offset.Base == Told && !r.aside && r.period.first <= f.published.last() && r.period.unit <= Year {
			f.year = r.period.year() // the story has moved on to it
		}
		if !r.aside {
			f.tellReading(r)
		}
		if r.period.unit == Day && r.typ == Date && (f.published.unit == 0 || r.period.first <= f.published.last()) {
			m.speaks(r.period)
		}
		if r.until == 0 {
			f.found = r.period
		}
		if r.period.unit == Quarter && !r.aside && (r.period.last() <= f.published.last() || m.direction() < 0) {
			f.reportOn(r.period)
		}
	}
	return e
}

// tellReading remembers what a reading told.
func (f *finder) tellReading(r reading) {
	month, in := f.month, f.monthIn
	f.tell(r.period)
	f.toldLast = r.until
	if r.until != 0 && r.period.unit == Month {
		f.month, f.monthIn = month, in // figures of "the first five months" are no story of the first
	}
}

// modifier returns the modifier that the rule or one of its words tells.
func (m *match) modifier() int {
	if m.seq.marks.mod != 0 {
		return m.seq.marks.mod
	}
	for _, c := range [...]class{classMod, classAbout} {
		if v := m.value(c); v != 0 {
			return v
		}
	}
	if m.has(classMany) { // 三周多前
		return symMoreThan
	}
	return 0
}

// date writes the reading as EDTF.
func (r reading) date(mod string) edtf.Date {
	if r.fiscal {
		return r.fiscalDate()
	}
	if r.elsewhere != 0 {
		return edtf.FromDay(r.elsewhere)
	}
	if r.until != 0 {
		last := containing(r.until, r.period.unit)
		if d, err := edtf.Interval(r.period.date(), last.date()); err == nil {
			return d
		}
		return edtf.Between(r.period.first, r.until)
	}
	if r.near.side != 0 {
		return r.near.date()
	}
	switch mod {
	case "START", "MID", "END":
		return third(r.period, strings.Index("START,MID,END", mod)/5)
	case "APPROX":
		return r.period.date().WithApproximate()
	}
	return r.period.date()
}

// fiscalDate writes the calendar's year, or two of them, as approximate.
func (r reading) fiscalDate() edtf.Date {
	first := containing(r.period.first, Year).date().WithApproximate()
	if r.until == 0 {
		return first
	}
	d, err := edtf.Interval(first, containing(r.until, Year).date().WithApproximate())
	if err != nil {
		return first
	}
	return d
}

// date returns the stretch of one unit before or after the exact distance, its
// ends approximate.
func (n nearness) date() edtf.Date {
	other := addUnits(n.exact, n.unit, n.side)
	a, b := min(n.exact, other), max(n.exact, other)
	if n.unit < Month {
		return edtf.Between(a, b).WithApproximate()
	}
	from, to := containing(a, n.unit), containing(b, n.unit)
	d, err := edtf.Interval(from.date(), to.date())
	if err != nil {
		return edtf.Between(from.first, to.last()).WithApproximate()
	}
	return d.WithApproximate()
}

// third returns the first (0), middle or last third of a period: ten days of a
// month, four months of a year, of a decade the years 0–3, 4–6 and 7–9. Other
// periods are not cut.
func third(p period, n int) edtf.Date {
	switch p.unit {
	case Month:
		from := p.first + edtf.Day(10*n)
		if n == 2 {
			return edtf.Between(from, p.last())
		}
		return edtf.Between(from, from+9)
	case Year:
		return edtf.Season(p.year(), 37+n)
	case Decade:
		y := p.year()
		cuts := [...]int{0, 4, 7, 10}
		d, err := edtf.Interval(edtf.Year(y+cuts[n]), edtf.Year(y+cuts[n+1]-1))
		if err == nil {
			return d
		}
	}
	return p.date()
}
