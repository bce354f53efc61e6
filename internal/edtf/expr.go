package edtf

import (
	"strconv"
	"strings"
)

// An expr is a whole EDTF string, read: a point, an interval or a set.
type expr struct {
	kind exprKind
	part        // the point or the interval
	more []part // the members of a set
}

type exprKind uint8

const (
	onePoint exprKind = iota
	anInterval
	oneOf // [a,b]
	allOf // {a,b}
)

// A part is an interval, or a member of a set: one point or all from one to
// another.
type part struct {
	from, to   point // equal if it is a single point
	single     bool
	start, end bound
}

// bound tells whether there is a date at an end of a part.
type bound uint8

const (
	given   bound = iota
	open          // ".."
	unknown       // ""
)

func single(p point) expr { return expr{part: part{from: p, to: p, single: true}} }

func between(from, to point) expr {
	return expr{kind: anInterval, part: part{from: from, to: to}}
}

func cutInterval(s string) (from, to string, ok bool) { return strings.Cut(s, "/") }

// readInterval reads a string that has a slash.
func readInterval(s string) (expr, *ParseError) {
	from, to, _ := cutInterval(s)
	second := len(from) + 1
	x := expr{kind: anInterval}
	if i := strings.IndexByte(to, '/'); i >= 0 {
		return x, &ParseError{Offset: second + i, Problem: "an interval has one slash", Hint: "write YYYY-MM-DD for a date"}
	}
	var err *ParseError
	if x.from, x.start, err = readEnd(from); err != nil {
		return x, err
	}
	if x.to, x.end, err = readEnd(to); err != nil {
		err.Offset += second
		if x.start == given {
			err.Hint = endHint(x.from, to, err.Hint)
		}
		return x, err
	}
	return x, x.checkOrder(second)
}

// readEnd reads one end of an interval.
func readEnd(s string) (point, bound, *ParseError) {
	switch s {
	case "":
		return point{}, unknown, nil
	case "..":
		return point{}, open, nil
	}
	p, err := readMember(s)
	if err != nil && (s == "unknown" || s == "open") { // drafts of EDTF had words
		err.Problem = strconv.Quote(s) + " is not EDTF any more"
		err.Hint = "write .. for an open end, nothing for one that is not known"
	}
	return p, given, err
}

// readMember reads a point that may be part of an interval or a set.
func readMember(s string) (point, *ParseError) {
	p, err := readPoint(s)
	switch {
	case err != nil:
		return p, err
	case p.clock != "":
		return p, &ParseError{Offset: strings.IndexByte(s, 'T'), Problem: "an interval or set has no times of day", Hint: "leave the time out"}
	case !p.isDate():
		return p, &ParseError{Problem: "a year with Y or S stands alone", Hint: "write years of four digits"}
	case len(strings.Trim(s, "-?~%")) < 4:
		return p, &ParseError{Problem: "the year has fewer than four digits", Hint: "write it in full"}
	}
	return p, nil
}

// endHint tells how to write an end that leaves out what it shares with the start.
func endHint(from point, to, hint string) string {
	if len(to) != 2 || !isDigit(to[0]) || !isDigit(to[1]) || from.mask != 0 || from.neg {
		return hint
	}
	start := string(from.append(nil))
	full := start[:len(start)-2] + to
	if from.lastComponent() == atYear && to <= "12" {
		return "write " + start + "-" + to + " for the month, or both years in full"
	}
	return "write the end in full: " + start + "/" + full
}

// checkOrder tells whether the end of a part lies before its start. An end that
// is coarser than the start counts from its first day, so that 1970-10/1970 is
// not in order; unspecified digits may be whatever puts the two in order.
func (p *part) checkOrder(endAt int) *ParseError {
	if p.start != given || p.end != given || p.from.first() <= p.to.latestFirst() {
		return nil
	}
	e := &ParseError{Offset: endAt, Problem: "the end is before the start", Hint: "swap the two dates"}
	if p.from.first() <= p.to.last() {
		e.Problem = "the end begins before the start"
		e.Hint = "write XX for the month or day of the end that is not known"
	}
	return e
}

// readSet reads a string that begins with a bracket or a brace.
func readSet(s string) (expr, *ParseError) {
	x := expr{kind: oneOf}
	closing := byte(']')
	if s[0] == '{' {
		x.kind, closing = allOf, '}'
	}
	last := len(s) - 1
	if s[last] != closing || last == 0 {
		return x, &ParseError{Offset: len(s), Problem: "the set is not closed", Hint: "end it with " + string(closing)}
	}
	for at, more := 1, true; more; {
		var member string
		member, _, more = strings.Cut(s[at:last], ",")
		p, err := readRange(member)
		if err == nil {
			err = x.checkBounds(p, !more)
		}
		if err != nil {
			err.Offset += at
			return x, err
		}
		x.more = append(x.more, p)
		at += len(member) + 1
	}
	return x, nil
}

// checkBounds tells whether a member that is open stands elsewhere than at the
// end of the set that it opens.
func (x *expr) checkBounds(p part, last bool) *ParseError {
	switch {
	case p.start == open && len(x.more) > 0:
		return &ParseError{Problem: "only the first member of a set may be open at its start"}
	case p.end == open && !last:
		return &ParseError{Problem: "only the last member of a set may be open at its end"}
	}
	return nil
}

// readRange reads a member of a set.
func readRange(s string) (part, *ParseError) {
	from, to, isRange := strings.Cut(s, "..")
	if !isRange {
		p, err := readMember(s)
		return part{from: p, to: p, single: true}, err
	}
	var r part
	var err *ParseError
	if from == "" && to == "" {
		return r, &ParseError{Problem: "a set wants a date before or after .."}
	}
	if r.start = open; from != "" {
		r.start = given
		if r.from, err = readMember(from); err != nil {
			return r, err
		}
	}
	if r.end = open; to != "" {
		r.end = given
		if r.to, err = readMember(to); err != nil {
			err.Offset += len(from) + len("..")
			return r, err
		}
	}
	return r, r.checkOrder(len(from) + len(".."))
}

// parts yields the members of a set, else the point or interval itself.
func (x *expr) parts() []part {
	if x.more != nil {
		return x.more
	}
	return []part{x.part}
}

// date returns the Date of x.
func (x *expr) date() Date {
	if x.kind == onePoint {
		return x.from.date()
	}
	d := Date{text: string(x.append(make([]byte, 0, 64)))}
	if x.kind == anInterval {
		d.flags = isInterval
		d.add(&x.part, true)
		if d.precision == 0 { // neither end is given
			d.precision = CenturyPrecision
		}
		return d
	}
	d.flags = isSet
	for i := range x.more {
		d.add(&x.more[i], i == 0)
	}
	if x.kind == oneOf && !d.OpenStart() && !d.OpenEnd() {
		d.precision = max(d.precision, holding(d.first, d.last))
	}
	return d
}

// add widens d, which is an interval or a set, by a part.
func (d *Date) add(p *part, isFirst bool) {
	first, last := MinDay, MaxDay
	if p.start == given {
		first = p.from.first()
		d.precision = max(d.precision, p.from.precision())
		d.flags |= p.from.flags()
	} else {
		d.flags |= isOpenStart
	}
	if p.end == given {
		last = p.to.last()
		d.precision = max(d.precision, p.to.precision())
		d.flags |= p.to.flags()
	} else {
		d.flags |= isOpenEnd
	}
	if isFirst {
		d.first, d.last = first, last
		return
	}
	d.first, d.last = min(d.first, first), max(d.last, last)
}

// holding returns the smallest of day, month, year, decade and century that
// holds both days.
func holding(a, b Day) Precision {
	y1, m1, _ := a.Date()
	y2, m2, _ := b.Date()
	switch {
	case a == b:
		return DayPrecision
	case y1 == y2 && m1 == m2:
		return MonthPrecision
	case y1 == y2:
		return YearPrecision
	case floorDiv(y1, 10) == floorDiv(y2, 10):
		return DecadePrecision
	}
	return CenturyPrecision
}
