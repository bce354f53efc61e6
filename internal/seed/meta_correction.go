package seed

import (
	"slices"

	"buildsite/internal/edtf"
)

// correctionHint shows how a correction is written.
const correctionHint = `write "corrections: {2026-11-02: what was wrong, and what is right}"`

// corrections reads what was corrected on which day, and puts the earliest
// first.
func (r *metaReader) corrections(v value) []Correction {
	if v.kind == absent {
		return nil
	}
	if v.kind != table {
		r.errorf(v.off, ruleWrongType, "%s where days with what was corrected belong", v.kind).Hint = correctionHint
		return nil
	}
	var all []Correction
	for i, k := range v.keys {
		if r.repeated(v.keys, i) {
			continue
		}
		day := r.date(value{kind: scalar, text: k.name, off: k.off}).Value
		text := r.text(v.items[i]).Value
		switch {
		case day.IsZero(): // told
		case day.IsInterval() || day.Precision() != edtf.DayPrecision:
			r.errorf(k.off, ruleBadValue, "%q is no day", k.name).Hint = correctionHint
		case text == "":
			r.errorf(k.off, ruleBadValue, "nothing says what was corrected on %s", k.name).Hint = correctionHint
		default:
			all = append(all, Correction{day, text})
		}
	}
	slices.SortStableFunc(all, func(a, b Correction) int { return edtf.Compare(a.Day, b.Day) })
	return all
}
