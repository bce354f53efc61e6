package edtf

import "bytes"

// interval formats an interval.
func (f *formatter) interval(p *part) {
	switch {
	case p.start != given && p.end != given:
		f.unbounded(p)
	case p.end == open:
		f.nested(since, p.from, nothing)
	case p.end == unknown:
		f.nested(fromUnknown, p.from, nothing)
	case p.start == open:
		f.nested(until, p.to, nothing)
	case p.start == unknown:
		f.nested(toUnknown, p.to, nothing)
	default:
		f.span(p.from, p.to)
	}
}

func (f *formatter) unbounded(p *part) {
	if p.start == unknown && p.end == unknown {
		f.add(f.noTime)
		return
	}
	f.add(f.anyTime)
}

// span formats all from one date to another.
func (f *formatter) span(a, b point) {
	qa, wholeA := a.wholeQual()
	qb, wholeB := b.wholeQual()
	if !wholeA || !wholeB || qa != qb || a.isThird() || b.isThird() {
		f.nested(from, a, nothing)
		f.nested(to, b, nothing)
		return
	}
	if qa != 0 {
		f.add(f.phrases[qa-1].pre[f.class(a)])
	}
	a.qual, b.qual = [3]qual{}, [3]qual{}
	omitA, omitB := f.omissions(a, b)
	start := len(f.b)
	f.shortened(a, omitA)
	// What both share belongs to neither, so it does not call for spaces.
	dash := f.dash
	if spaced(f.b[start:]) || omitA == nothing && spaced(f.plain(nil, b, nothing)) {
		dash = f.spacedDash
	}
	f.add(dash)
	f.shortened(b, omitB)
}

func spaced(b []byte) bool { return bytes.ContainsAny(b, " \u00a0") }

// oneOf formats a set of which one member is meant.
func (f *formatter) oneOf(x *expr) {
	if len(x.more) > 1 {
		f.choice(x.more)
		return
	}
	p := &x.more[0]
	switch {
	case p.single:
		f.top(p.from)
	case p.start == open:
		f.bounded(before, p.to)
	case p.end == open:
		f.bounded(after, p.from)
	default:
		f.anyIn(p)
	}
}

// anyIn formats a range of which one date is meant.
func (f *formatter) anyIn(p *part) {
	whole, n, q := p.thirdOf()
	switch {
	case n != 0 && q&approximate != 0:
		f.earlyIn(whole, n, q)
	case n != 0 && q == 0 && f.exactly[n] != phrase{}:
		f.say(&f.exactly[n], whole)
	default:
		f.between(p.from, p.to)
	}
}

// bounded formats a set that is open at an end: before the date after the last,
// or after the date before the first.
func (f *formatter) bounded(i int, p point) {
	step := 1
	if i == after {
		step = -1
	}
	if q, ok := p.neighbour(step); ok {
		f.nested(i, q, nothing)
		return
	}
	f.nested(i-before+orEarlier, p, nothing)
}

// neighbour returns the year, month or day after or before p.
func (p point) neighbour(step int) (point, bool) {
	if p.mask != 0 || p.month > 12 || p.allQual() != 0 {
		return p, false
	}
	var q point
	switch p.lastComponent() {
	case atYear:
		q = newPoint(int(p.year) + step)
	case atMonth:
		months := int(p.year)*12 + int(p.month) - 1 + step
		q = newPoint(floorDiv(months, 12))
		q.month = uint8(mod(months, 12) + 1)
	default:
		q = dayPoint(p.first() + Day(step))
	}
	return q, q.isDate()
}

// choice formats several members of which one is meant.
func (f *formatter) choice(members []part) {
	if len(members) > 2 && f.phrases[eitherOf].pre[bare] != "" {
		f.add(f.phrases[eitherOf].pre[bare])
		f.list(members, f.and)
		return
	}
	f.list(members, f.or)
}

// list formats members with a word before the last.
func (f *formatter) list(members []part, last string) {
	shared := shared(members)
	for i := range members {
		if i > 0 && i == len(members)-1 {
			f.add(last)
		} else if i > 0 {
			f.add(f.comma)
		}
		omit := shared
		if f.yearFirst && i == 0 || !f.yearFirst && i == len(members)-1 {
			omit = nothing // it says what the others leave out
		}
		f.member(&members[i], omit)
	}
}

// shared returns what all members have in common.
func shared(members []part) omission {
	all := itsMonth
	for i := range members {
		if !members[i].single {
			return nothing
		}
		all = min(all, sharing(members[0].from, members[i].from))
	}
	return all
}

// member formats a member of a set.
func (f *formatter) member(p *part, omit omission) {
	switch {
	case p.single && omit != nothing:
		f.shortened(p.from, omit)
	case p.single:
		f.top(p.from)
	case p.start == open:
		f.nested(orEarlier+f.andMore(), p.to, nothing)
	case p.end == open:
		f.nested(orLater+f.andMore(), p.from, nothing)
	default:
		f.span(p.from, p.to)
	}
}

// andMore returns the distance from "or earlier" to "and earlier" where all
// members are meant.
func (f *formatter) andMore() int {
	if f.kind == allOf {
		return andEarlier - orEarlier
	}
	return 0
}
