package check

import (
	"cmp"
	"fmt"
)

// unsourced tells of events without a source.
func (p *pass) unsourced() {
	for _, w := range p.written {
		if len(w.Sources) == 0 {
			p.tell(w.doc, w.doc.Meta.Title.Pos, "unsourced", "the event names no source").
				Hint = "add it under sources: with title, publisher, url and date"
		}
	}
}

// oneSource tells of turning points that rest on one source.
func (p *pass) oneSource() {
	for _, w := range p.written {
		if w.Importance == 1 && len(w.Sources) == 1 {
			p.tell(w.doc, w.doc.Meta.Importance.Pos, "one-source",
				fmt.Sprintf("a turning point rests on one source alone: %s", cmp.Or(w.Sources[0].Publisher, w.Sources[0].Title, w.Sources[0].URL))).
				Hint = "add a second one, if there is one of the other side"
		}
	}
}
