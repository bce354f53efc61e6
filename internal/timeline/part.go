package timeline

import (
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
)

// link ties events that are parts of others: what people did during a visit of
// theirs, and the announcement of what came later. Nothing is part of two
// visits; of several that it may belong to, the shorter one is meant.
func link(events []*event.Event) {
	for _, i := range visits(events) {
		for j := range within(events, events[i].Date) {
			if why := partOf(events[j], events[i]); why != "" && len(events[j].PartOf) == 0 {
				tie(events, i, j, why)
			}
		}
	}
	announcements(events)
}

// visits returns the events that can have parts, shorter ones first.
func visits(events []*event.Event) []int {
	var out []int
	for i, e := range events {
		if e.Kind == "visit" && e.Date.Precision() == edtf.DayPrecision && width(e.Date) <= maxWidth && len(e.People) > 0 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(i, j int) int { return width(events[i].Date) - width(events[j].Date) })
	return out
}

// within yields the indices of the events that lie within the days of d. Events
// are in order of their first days.
func within(events []*event.Event, d edtf.Date) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		first, _ := slices.BinarySearchFunc(events, d.First(), func(e *event.Event, day edtf.Day) int {
			return int(begin(e.Date)) - int(day)
		})
		for i := first; i < len(events) && begin(events[i].Date) <= d.Last(); i++ {
			if e := events[i]; e.Date.Precision() == edtf.DayPrecision && e.Date.First() >= d.First() && e.Date.Last() <= d.Last() && !yield(i) {
				return
			}
		}
	}
}

// partOf says why e is a part of the visit v, "" if it is none: somebody who
// made the visit takes part in it, or both sides agree on something, in the
// country of the visit and within its days.
func partOf(e, v *event.Event) string {
	if e == v || e.Planned != v.Planned && v.Planned || !onGround(e, v) {
		return ""
	}
	switch e.Kind {
	case "meeting", "agreement", "statement", "opening", "incident":
	default:
		return ""
	}
	switch n := travellers(e, v); {
	case n > 0:
		return "within the days and the country of the visit, and who made it took part"
	case e.Kind == "agreement" && len(e.Places) > 0 && len(e.Actors) == 2:
		return "agreed in the country of the visit, on one of its days"
	case e.Kind == "meeting" && len(e.Places) > 0 && sharedPeople(e, v) > 0:
		return "within the days and the country of the visit, between people named with it"
	}
	return ""
}

// onGround tells whether an event happened where the visit went, or does not
// say where.
func onGround(e, v *event.Event) bool {
	if len(e.Places) == 0 || len(v.Targets) != 1 {
		return placesAgree(e.Places, v.Places)
	}
	return slices.ContainsFunc(e.Places, func(p *lexicon.Place) bool { return p.Side == v.Targets[0] })
}

// travellers counts who made the visit and takes part in the event: those of
// the side that travels.
func travellers(e, v *event.Event) int {
	n := 0
	for _, p := range v.People {
		if slices.Contains(v.Actors, p.Side) && slices.ContainsFunc(e.People, func(q *lexicon.Person) bool { return q.ID == p.ID }) {
			n++
		}
	}
	return n
}

// announcements ties a statement to the later event that the same sentence
// tells: "Ottawa announced on Thursday that … will visit".
func announcements(events []*event.Event) {
	told := make(map[sentence][]int)
	for i, e := range events {
		for _, ev := range e.Evidence {
			if ev.Span.Len() > 0 {
				at := sentence{ev.Seed, ev.Span.Start}
				told[at] = append(told[at], i)
			}
		}
	}
	for j, e := range events {
		if e.Kind != "statement" || len(e.Evidence) == 0 || e.Status != event.Extracted {
			continue
		}
		for _, i := range told[sentence{e.Evidence[0].Seed, e.Evidence[0].Span.Start}] {
			if whole := events[i]; i != j && whole.Kind != "statement" && whole.Date.First() > e.Date.Last() && len(events[j].PartOf) == 0 {
				tie(events, i, j, "the announcement of it, in one sentence with it")
			}
		}
	}
}

// sentence is where a sentence stands.
type sentence struct {
	seed  string
	start int
}

// tie makes events[j] a part of events[i], on copies: what a seed yields is not
// changed.
func tie(events []*event.Event, i, j int, why string) {
	whole, part := *events[i], *events[j]
	whole.Parts = append(slices.Clone(whole.Parts), event.Link{ID: part.ID, Why: why})
	part.PartOf = append(slices.Clone(part.PartOf), event.Link{ID: whole.ID, Why: why})
	whole.Sum, part.Sum = whole.Sum*31+part.Sum, part.Sum*31+whole.Sum
	events[i], events[j] = &whole, &part
}
