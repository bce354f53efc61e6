package edtf

// opened returns x without a start, if atStart, or without an end.
func opened(x expr, kind exprKind, atStart bool, as bound) expr {
	p := x.parts()[0]
	p.single = false
	if atStart {
		p.from, p.start = point{}, as
	} else {
		p.to, p.end = point{}, as
	}
	return ofKind(kind, p)
}

// besides returns the set of all dates before p, if step is -1, or after it.
func besides(p part, step int) (expr, bool) {
	q := p.from
	if step > 0 {
		q = p.to
	}
	doubt, whole := q.wholeQual()
	q.qual = [3]qual{}
	if !whole || q.mask != 0 || q.month > 12 {
		q = edge(q, step)
	}
	q, ok := q.neighbour(step)
	q = q.qualify(doubt)
	p = part{from: q, to: q}
	if step < 0 {
		p.from, p.start = point{}, open
	} else {
		p.to, p.end = point{}, open
	}
	return ofKind(oneOf, p), ok
}

// edge returns the first year or month of a decade, a season and the like, if
// step is -1, or its last.
func edge(p point, step int) point {
	day := p.first()
	if step > 0 {
		day = p.last()
	}
	q := dayPoint(day)
	q.day = 0
	if p.mask&maskYear != 0 {
		q.month = 0
	}
	return q
}

// ofKind returns the interval, or the set with one member, that is p.
func ofKind(kind exprKind, p part) expr {
	if kind == anInterval {
		return expr{kind: kind, part: p}
	}
	return expr{kind: kind, more: []part{p}}
}
