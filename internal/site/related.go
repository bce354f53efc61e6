package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/figure"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// related returns the events that links lead to, with why.
func (b *builder) related(links []event.Link) []Related {
	var all []Related
	for _, l := range links {
		i, ok := slices.BinarySearchFunc(b.byID, l.ID, func(e *Entry, id string) int { return cmp.Compare(e.ID, id) })
		if ok {
			all = append(all, Related{b.byID[i], l.Why})
		}
	}
	return all
}

// merged tells how each further telling came to the event.
func (b *builder) merged(e *Entry) []Merging {
	var all []Merging
	for _, m := range e.Merged {
		row := Merging{Title: m.Seed, When: m.Date.Format(lang.EN), Agreed: strings.Join(m.Agreed, "; ")}
		if r := b.seeds[m.Seed]; r != nil {
			row.Title, row.Path, row.Lang = cmp.Or(r.Title, m.Seed), sourcePath(m.Seed), r.Doc.Lang.Tag()
		}
		all = append(all, row)
	}
	return all
}

// quadName says in words what an event is between the two sides.
var quadName = map[lexicon.Quad]string{
	lexicon.VerbalCooperation:   "words, in cooperation",
	lexicon.MaterialCooperation: "a deed, in cooperation",
	lexicon.VerbalConflict:      "words, in conflict",
	lexicon.MaterialConflict:    "a deed, in conflict",
}

// Deed says who acts on whom: "Canada → China", "Canada and China"; "" where
// that is not known. Names are those of the site.
func (e *Entry) Deed(canada, china string) string {
	name := func(all []lexicon.Side) string {
		if len(all) == 2 {
			return canada + " and " + china
		}
		if all[0] == lexicon.Canada {
			return canada
		}
		return china
	}
	switch {
	case len(e.Actors) == 0:
		return ""
	case len(e.Targets) == 0 || slices.Equal(e.Actors, e.Targets):
		return name(e.Actors)
	}
	return name(e.Actors) + " → " + name(e.Targets)
}

// Alone returns the side that acts by itself on the other in a way that has a
// class, NoSide where none does.
func (e *Entry) Alone() lexicon.Side {
	if e.Quad == lexicon.NoQuad || len(e.Actors) != 1 {
		return lexicon.NoSide
	}
	return e.Actors[0]
}

// amounts writes an event's figures for people, each once.
func amounts(all []figure.Figure) []string {
	var out []string
	for _, f := range all {
		if text := amount(f); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// amount writes a figure: "83.7 billion US dollars (trade)", "6.1%".
func amount(f figure.Figure) string {
	text := ""
	switch v := f.Value; {
	case f.Unit == "percent":
		text = digits(v) + "%"
	case v >= 1e9:
		text = digits(v/1e9) + " billion"
	case v >= 1e6:
		text = digits(v/1e6) + " million"
	default:
		text = digits(v)
	}
	if name := unitName(f); name != "" {
		text += " " + name
	}
	if f.Measure != "" && f.Unit != "percent" {
		text += " (" + f.Measure + ")"
	}
	return text
}

// digits writes a number to four decimals at most, with commas.
func digits(v float64) string {
	text := strconv.FormatFloat(math.Round(v*1e4)/1e4, 'f', -1, 64)
	whole, rest, point := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		return whole + "." + rest
	}
	return whole
}

// unitName is a unit for people. A dollar whose country is not told is a dollar.
func unitName(f figure.Figure) string {
	switch f.Code() {
	case "USD":
		return "US dollars"
	case "CAD":
		return "Canadian dollars"
	case "HKD":
		return "Hong Kong dollars"
	case "AUD":
		return "Australian dollars"
	case "CNY":
		return "yuan"
	case "EUR":
		return "euros"
	case "GBP":
		return "pounds"
	case "percent", "":
		return ""
	case "person":
		return "people"
	}
	return strings.ReplaceAll(f.Code(), "-", " ") + "s"
}
