package timeline

import (
	"fmt"

	"buildsite/internal/event"
)

// A day's difference can be one between time zones, or a slip; a week is
// another event. Only dates known about to the day can differ by one.
const (
	maxGap   = 2 // days
	maxExact = 7 // days that a date may span
)

// disagreement asks about a telling that agrees with an event in kind, place
// and people, and whose day is one or two off.
func disagreement(groups []group, days *dayIndex, t telling) (event.Review, bool) {
	if t.rank == 0 || len(t.People) == 0 || width(t.Date) > maxExact {
		return event.Review{}, false
	}
	for _, g := range days.near(t.Date.First()-maxGap, t.Date.Last()+maxGap) {
		e := groups[g][0]
		if e.doc != t.doc && width(e.Date) <= maxExact && gap(e.Event, t.Event) <= maxGap && likeness(e.Event, t.Event) {
			return question(e, t), true
		}
	}
	return event.Review{}, false
}

// likeness tells whether two events agree in all but their days.
func likeness(a, b *event.Event) bool {
	return a.Kind == b.Kind && len(a.People) > 0 && placesAgree(a.Places, b.Places) && peopleAgree(a.People, b.People)
}

// gap returns the number of days between two events, 0 where they overlap.
func gap(a, b *event.Event) int {
	return max(0, int(a.Date.First())-int(b.Date.Last()), int(b.Date.First())-int(a.Date.Last()))
}

func question(e, t telling) event.Review {
	r := event.Review{
		Seed: t.doc.File.Name, Line: 1, Rule: "dates-differ",
		Text: fmt.Sprintf("this tells of %s what %s has on %s: %s", t.Date, e.doc.File.Name, e.Date, e.Title),
		Hint: "if they are one event, correct the date that is wrong; if they are two, leave both",
	}
	if len(t.Evidence) > 0 {
		r.Line = t.Evidence[0].Line
	}
	return r
}
