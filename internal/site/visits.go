package site

import (
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
)

// Visits is the visits that took place.
type Visits struct {
	Count int
	Years []VisitYear // with visits, in order
}

// VisitYear is the visits of one year by where they led.
type VisitYear struct {
	Year     int
	Path     string
	ToChina  []*Entry
	ToCanada []*Entry
	Other    []*Entry // it is not told where to, or to both
}

// visits returns the visits that took place, by year.
func (b *builder) visits() *Visits {
	v := &Visits{}
	for _, e := range b.Entries {
		if e.Kind != "visit" || e.Planned {
			continue
		}
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != e.year {
			v.Years = append(v.Years, VisitYear{Year: e.year, Path: yearPath(e.year)})
		}
		y := &v.Years[len(v.Years)-1]
		switch visited(e.Event) {
		case lexicon.China:
			y.ToChina = append(y.ToChina, e)
		case lexicon.Canada:
			y.ToCanada = append(y.ToCanada, e)
		default:
			y.Other = append(y.Other, e)
		}
		v.Count++
	}
	return v
}

// visited returns the side that a visit led to: that of its places, or where it
// names none that of the target.
func visited(e *event.Event) lexicon.Side {
	side := lexicon.NoSide
	for _, p := range e.Places {
		switch {
		case p.Side != lexicon.Canada && p.Side != lexicon.China:
		case side != lexicon.NoSide && side != p.Side:
			return lexicon.NoSide
		default:
			side = p.Side
		}
	}
	if side == lexicon.NoSide && len(e.Actors) == 1 && len(e.Targets) == 1 {
		side = e.Targets[0]
	}
	return side
}
