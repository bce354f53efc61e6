package site

import (
	"strconv"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
)

// bars returns where the terms of offices lie within the years from the first to
// the last, and these years for people. A term that is not known to have ended
// goes to the day of the newest source.
func (b *builder) bars(offices []lexicon.Office) ([]Bar, string) {
	var first, last edtf.Day
	terms := make([][2]edtf.Day, len(offices))
	for i, o := range offices {
		if o.From.IsZero() {
			continue
		}
		from, to := o.From.First(), max(o.From.Last(), b.updated.Last())
		if !o.To.IsZero() {
			to = max(from, o.To.Last())
		}
		if terms[i] = [2]edtf.Day{from, to + 1}; last == 0 || from < first {
			first = from
		}
		last = max(last, to+1)
	}
	out := make([]Bar, len(offices))
	if last == 0 {
		return out, ""
	}
	from, _, _ := first.Date()
	to, _, _ := (last - 1).Date()
	start, _ := edtf.NewDay(from, 1, 1)
	end, _ := edtf.NewDay(to+1, 1, 1)
	all := int(end - start)
	for i, t := range terms {
		if t[1] > t[0] {
			out[i] = Bar{1000 * int(t[0]-start) / all, max(1000*int(t[1]-t[0])/all, 5)}
		}
	}
	if from == to {
		return out, strconv.Itoa(from)
	}
	return out, b.msg.Text("page.years", "from", strconv.Itoa(from), "to", strconv.Itoa(to))
}

// coordinates writes where a place lies, "" where that is not known.
func (b *builder) coordinates(p *lexicon.Place) string {
	if p.Lat == 0 && p.Lon == 0 {
		return ""
	}
	in := func(v float64, positive, negative string) string {
		if v < 0 {
			positive, v = negative, -v
		}
		return b.msg.Text("entity."+positive, "degrees", b.msg.Fixed(v, 2))
	}
	return b.msg.Text("entity.coordinates", "lat", in(p.Lat, "north", "south"), "lon", in(p.Lon, "east", "west"))
}

// wikidata returns the address of an item, "" for none.
func wikidata(item string) string {
	if item == "" {
		return ""
	}
	return "https://www.wikidata.org/wiki/" + item
}
