package site

import (
	"cmp"
	"slices"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// bit is a date or a name of a text, with its place.
type bit struct {
	source.Span
	Bit
}

// bits returns the dates of a text and the names in it that have a page, in
// order and apart. A name within a date is no name.
func (b *builder) bits(r *event.Reading) []bit {
	var all []bit
	for _, x := range r.Timexes {
		if !x.Date.IsZero() {
			all = append(all, bit{source.Span{Start: x.Start, End: x.End}, Bit{EDTF: x.Date.String(), Datetime: x.Date.HTML()}})
		}
	}
	if b.Lexicon != nil {
		for m := range b.Lexicon.Find(r.Doc.Text) {
			if path := b.named(m); path != "" {
				all = append(all, bit{m.Span, Bit{Path: path}})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y bit) int { return cmp.Compare(x.Start, y.Start) })
	end := 0
	return slices.DeleteFunc(all, func(x bit) bool {
		if x.Start < end {
			return true
		}
		end = x.End
		return false
	})
}

// named returns the path of the page of the person or place that is named, ""
// where there is none.
func (b *builder) named(m lexicon.Mention) string {
	switch {
	case m.Person != nil:
		return b.person[m.Person.ID].Path
	case m.Place != nil && !m.Weak:
		return b.place[m.Place.ID].Path
	}
	return ""
}

// withBits cuts the runs of a block into dates, names and the rest. In one block
// a name leads to its page once.
func (b *builder) withBits(runs []Run, block source.Span, bits []bit) []Run {
	first, _ := slices.BinarySearchFunc(bits, block.Start, func(x bit, at int) int { return cmp.Compare(x.Start, at) })
	bits = bits[first:]
	var led []string
	at := block.Start
	for i := range runs {
		run := &runs[i]
		end, from := at+len(run.Text), at
		for len(bits) > 0 && bits[0].Start < end {
			x := bits[0]
			bits = bits[1:]
			if x.Start < at || x.End > end || slices.Contains(led, x.Path) {
				continue
			}
			if x.Path != "" {
				led = append(led, x.Path)
			}
			run.cut(x, from, &at)
		}
		if run.Bits != nil && at < end {
			run.Bits = append(run.Bits, Bit{Text: run.Text[at-from:]})
		}
		at = end
	}
	return runs
}

// cut adds a date or name to a run that begins at an offset, after what stands
// before it from at on.
func (r *Run) cut(x bit, from int, at *int) {
	if x.Start > *at {
		r.Bits = append(r.Bits, Bit{Text: r.Text[*at-from : x.Start-from]})
	}
	x.Text = r.Text[x.Start-from : x.End-from]
	r.Bits = append(r.Bits, x.Bit)
	*at = x.End
}
