package check

import (
	"fmt"
	"maps"
	"slices"

	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// causes tells of events that are said to follow from later ones.
func (p *pass) causes() {
	byID := make(map[string]*event.Event)
	for _, e := range p.Timeline.Events {
		byID[e.ID] = e
		for _, alias := range e.Aliases {
			byID[alias] = e
		}
	}
	for _, w := range p.written {
		for _, f := range w.doc.Meta.Follows {
			cause := byID[f.Value]
			if cause == nil {
				d := p.tell(w.doc, f.Pos, "cause-after", fmt.Sprintf("there is no event %q that this one could follow from", f.Value))
				d.Hint = "write an event's id, which is the name of its seed without .md"
				if near := source.Nearest(f.Value, slices.Sorted(maps.Keys(byID))); near != "" {
					d.Hint = fmt.Sprintf("did you mean %q?", near)
				}
				continue
			}
			if cause.Date.First() > w.Date.Last() {
				p.tell(w.doc, f.Pos, "cause-after", fmt.Sprintf("this event of %s is told to follow from one of %s: %s",
					w.Date.Format(lang.EN), cause.Date.Format(lang.EN), cause.Title)).
					Hint = "correct the date that is wrong, or swap the two"
			}
		}
	}
}
