package timeline

import (
	"fmt"
	"strings"

	"buildsite/internal/event"
)

// doubt is the confidence below which an editor is asked about an event.
const doubt = 0.6

// doubtful asks about extracted events that more speaks against than for.
func doubtful(events []*event.Event) []event.Review {
	var all []event.Review
	for _, e := range events {
		if e.Status != event.Extracted || e.Confidence >= doubt || len(e.Evidence) == 0 {
			continue
		}
		var why []string
		for _, r := range e.Reasons {
			if against, ok := strings.CutPrefix(r, event.Doubt); ok {
				why = append(why, against)
			}
		}
		all = append(all, event.Review{
			Seed: e.Seeds[0], Line: e.Evidence[0].Line, Rule: "doubtful",
			Text: fmt.Sprintf("an event of %s is sure to %.0f%% only (%s): %s", e.Date, 100*e.Confidence, strings.Join(why, "; "), e.Title),
			Hint: fmt.Sprintf("leave it out with \"ignore: [%s]\" in the front matter, or make it yours with \"buildsite promote %s\"", e.ID, e.ID),
		})
	}
	return all
}
