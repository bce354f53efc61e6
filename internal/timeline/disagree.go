package timeline

import (
	"fmt"
	"strings"

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
func disagreement(groups []*group, near []int, t telling) (event.Review, bool) {
	if t.rank == 0 || len(t.People) == 0 || width(t.Date) > maxExact {
		return event.Review{}, false
	}
	for _, i := range near {
		e := groups[i].tellings[0]
		if !groups[i].gone && e.doc != t.doc && width(e.Date) <= maxExact && gap(e.Event, t.Event) <= maxGap && likeness(e.Event, t.Event) {
			return question(e, t), true
		}
	}
	return event.Review{}, false
}

// likeness tells whether two events agree in all but their days.
func likeness(a, b *event.Event) bool {
	return a.Kind == b.Kind && len(a.People) > 0 && placesAgree(a.Places, b.Places) && peopleAgree(a.People, b.People)
}

func question(e, t telling) event.Review {
	return review(t, fmt.Sprintf("this tells of %s what %s has on %s: %s", t.Date, e.doc.File.Name, e.Date, e.Title),
		"if they are one event, correct the date that is wrong; if they are two, leave both")
}

// settled tells of two days that were taken for those of one event.
func settled(e, t telling, m match) event.Review {
	stands := "the event has both days"
	if e.Status == event.Edited {
		stands = "the editor's day stands"
	}
	return review(t, fmt.Sprintf("this tells of %s what %s has on %s, taken for one event (%s); %s: %s",
		t.Date, e.doc.File.Name, e.Date, strings.Join(m.agreed, ", "), stands, e.Title),
		fmt.Sprintf("if they are two events, write one of them as a seed of its own and add \"ignore: [%s]\" to this one", t.Date))
}

func review(t telling, text, hint string) event.Review {
	r := event.Review{Seed: t.doc.File.Name, Line: 1, Rule: "dates-differ", Text: text, Hint: hint}
	if len(t.Evidence) > 0 {
		r.Line = t.Evidence[0].Line
	}
	return r
}
