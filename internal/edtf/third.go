package edtf

// People say "early 1970", "the mid-1970s", "late October 1970". EDTF has codes
// for the thirds of a year; the thirds of all else are sets of which one member
// is meant. All of them are approximate, unless it is one of the thirds of a
// month that Chinese counts, 上旬, 中旬 and 下旬.

func (p point) isThird() bool {
	return p.mask == 0 && p.month >= firstThird && p.month < firstThird+3
}

// third returns the first, second or last third, n from 1, of a month, a year,
// a decade or a century, with a qualifier. It reports false for anything else.
func third(whole point, n int, q qual) (expr, bool) {
	if whole.neg || whole.allQual() != 0 {
		return expr{}, false
	}
	switch {
	case whole.isDecade():
		bounds := [...]int64{0, 0, 4, 7, 10}
		return someYear(whole.year+bounds[n], whole.year+bounds[n+1]-1, q), true
	case whole.isCentury():
		bounds := [...]int64{0, 0, 34, 67, 100}
		return someYear(whole.year+bounds[n], whole.year+bounds[n+1]-1, q), true
	case whole.mask != 0 || whole.sig != 0:
		return expr{}, false
	case whole.lastComponent() == atYear:
		whole.month = uint8(firstThird + n - 1)
		return single(whole.qualify(q)), true
	case whole.month > 12 && seasons[whole.month-firstSeason].precision == SeasonPrecision:
		return single(whole.qualify(q)), true // EDTF has no parts of a season
	case whole.lastComponent() == atMonth && whole.month <= 12:
		from, to := whole, whole
		from.day, to.day = uint8(10*n-9), uint8(10*n)
		if n == 3 {
			to.day = uint8(daysIn(int(whole.year), int(whole.month)))
		}
		return someOf(from.qualify(q), to.qualify(q)), true
	}
	return expr{}, false
}

// halfOf returns the first or second half, n from 1, of a decade or a century.
func halfOf(whole point, n int, q qual) expr {
	years := int64(5)
	if whole.isCentury() {
		years = 50
	}
	from := whole.year + int64(n-1)*years
	if whole.neg {
		from = whole.year - 2*years + 1 + int64(n-1)*years
	}
	return someYear(from, from+years-1, q)
}

// someYear returns the set of the years from one to another, of which one is
// meant.
func someYear(from, to int64, q qual) expr {
	return someOf(newPoint(int(from)).qualify(q), newPoint(int(to)).qualify(q))
}

// someOf returns the set of all from one date to another, of which one is meant.
func someOf(from, to point) expr {
	return expr{kind: oneOf, more: []part{{from: from, to: to}}}
}

// thirdOf tells which third a member of a set is, and of what: n is 0 if it is
// none.
func (p *part) thirdOf() (whole point, n int, q qual) {
	q = p.from.qual[atYear]
	for _, whole := range p.wholes() {
		for n := 1; n <= 3; n++ {
			if x, ok := third(whole, n, q); ok && x.more != nil && x.more[0] == *p {
				return whole, n, q
			}
		}
	}
	return point{}, 0, 0
}

// wholes returns what p may be a third of.
func (p *part) wholes() []point {
	if p.from.lastComponent() == atDay {
		month := p.from
		month.day, month.qual = 0, [3]qual{}
		return []point{month}
	}
	y := p.from.year
	return []point{{year: y / 10 * 10, mask: maskOnes}, {year: y / 100 * 100, mask: maskOnes | maskTens}}
}
