package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

var (
	kinds  = []string{"visit", "meeting", "agreement", "statement", "trade-measure", "call"}
	topics = []string{"diplomacy", "trade", "human-rights", "agriculture", "justice", "energy", "culture", "health"}
	words  = strings.Fields(`the ministers of both governments met in the capital and spoke about trade in
		grain, oil and machines, the exchange of students, the rights of travellers and the work of the two embassies;
		officials said that further talks would follow before the end of the year and that a joint committee should
		look into open questions of tariffs, quotas and inspection`)
)

// event returns the name and the text of an event seed.
func event(r *rand.Rand, i int) (name, text string) {
	year, month, day := 1900+r.IntN(126), 1+r.IntN(12), 1+r.IntN(28)
	date := fmt.Sprintf("%d-%02d-%02d", year, month, day)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Event number %d of the two governments\ndate: %s\nkind: %s\n", i, date, pick(r, kinds))
	fmt.Fprintf(&b, "topics: [%s, %s]\npeople: [Person %d, Person %d]\n", pick(r, topics), pick(r, topics), r.IntN(200), r.IntN(200))
	fmt.Fprintf(&b, "places: [\"Place %d\"]\nimportance: %d\nsummary: >-\n  In %d the two governments agreed on point %d\n  and said so in public.\n",
		r.IntN(50), 1+r.IntN(3), year, i)
	fmt.Fprintf(&b, "sources:\n  - title: \"Report %d: what was agreed\"\n    publisher: Paper %d\n    url: https://example.org/%d\n    date: %s\n    side: canada\n",
		i, r.IntN(40), i, date)
	fmt.Fprintf(&b, "  - title: Statement %d\n    publisher: Ministry\n    url: https://example.net/%d\n    side: china\n---\n\n", i, i)
	for n := range 200 {
		b.WriteString(pick(r, words))
		switch {
		case n%50 == 49:
			b.WriteString(".\n\n")
		case n%40 == 20:
			b.WriteString(" **[a link](https://example.org/x)** ")
		default:
			b.WriteByte(' ')
		}
	}
	return fmt.Sprintf("events/%ds/%s-event-%05d.md", year/10*10, date, i), b.String()
}
