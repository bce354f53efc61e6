package pipeline

import (
	"cmp"
	"context"
	"hash/maphash"
	"slices"

	"buildsite/internal/dating"
	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

// isUndated tells whether nothing in an article says on which day it was
// published.
func isUndated(x *event.Reading) bool {
	_, _, translation := event.TranslationOf(x.Doc)
	return x.Doc.Type == seed.Article && x.Published.Date.IsZero() && !translation
}

// date returns the readings with those of undated articles dated by the
// timeline so far, or nil if there is nothing to date. All are dated by the
// same timeline, so that no order of theirs matters.
func (r *Result) date(ctx context.Context, readings []*event.Reading) ([]*event.Reading, error) {
	var open []int
	for i, x := range readings {
		if isUndated(x) && !isBroken(x) {
			open = append(open, i)
		}
	}
	if len(open) == 0 || len(r.Timeline.Events) == 0 {
		return nil, nil
	}
	readings = slices.Clone(readings)
	err := parallel(ctx, r.jobs, len(open), func(i int) error {
		x := &readings[open[i]]
		*x = dated(*x, r.Lexicon, false, r.Timeline.Events)
		return nil
	})
	return readings, err
}

// dated returns what an undated article tells on the day that known events say
// it was written on. Where they do not say it, the question to the editor tells
// what there is.
func dated(x *event.Reading, lex *lexicon.Lexicon, any bool, known []*event.Event) *event.Reading {
	on := func(d event.Dating) *event.Reading { return event.ExtractOn(x.Doc, lex, any, d) }
	answer := dating.Solve(known, func(d edtf.Date) *event.Reading { // whatever else is to be told
		return event.ExtractOn(x.Doc, lex, false, event.Dating{Date: d, Basis: event.Inferred})
	})
	switch {
	case !answer.Date.IsZero():
		y := on(event.Dating{Date: answer.Date, Basis: event.Inferred, Evidence: answer.Reasons})
		// The problems of parsing stand before those of extraction.
		parsing := len(x.Diagnostics) - len(on(event.Dating{}).Diagnostics)
		y.Diagnostics = slices.Concat(x.Diagnostics[:parsing], y.Diagnostics)
		y.Review = append(y.Review, answer.Review(x.Doc.File.Name))
		sign(y, sumDated(x, y))
		return y
	case answer.Open != "":
		y := *x
		y.Review = slices.Clone(x.Review)
		for i := range y.Review {
			if q := &y.Review[i]; q.Rule == "undated" {
				q.Text += "; " + answer.Open
				q.Hint = cmp.Or(answer.Hint, q.Hint)
			}
		}
		y.Sum = sumDated(x, &y)
		return &y
	}
	return x
}

// sumDated stands for what a seed tells beside the others: y, which was x.
func sumDated(x, y *event.Reading) uint64 {
	var h maphash.Hash
	h.SetSeed(sumSeed)
	maphash.WriteComparable(&h, x.Sum)
	h.WriteString(y.Published.Date.String())
	for _, q := range y.Review {
		maphash.WriteComparable(&h, q)
	}
	return h.Sum64()
}
