package event_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"buildsite/internal/event"
	"buildsite/internal/timeline"
)

// wrongMerges is how many labels may be merged wrongly.
const wrongMerges = 3

// labelled is where the events of one label went.
type labelled struct {
	into    map[*event.Event][]string // articles by merged event
	missing []string                  // articles whose event was not found
}

// TestGoldMerge merges all articles. Events of one label must be one
// afterwards, those of different labels must not. An event that was not found
// cannot be merged wrongly; it is told.
func TestGoldMerge(t *testing.T) {
	articles := readGold(t)
	marks := make(map[string]string) // by label and article, the mark on the evidence
	for _, a := range articles {
		out := a.score()
		for i, g := range a.gold.Events {
			if g.Same == "" {
				continue
			}
			mark := ""
			if e := out.found[i]; e != nil {
				mark = fmt.Sprintf(" {%s/%s %d}", a.lang, a.name, i)
				for k := range e.Evidence {
					e.Evidence[k].Basis += mark
				}
			}
			marks[fmt.Sprintf("%s\n%s/%s\n%d", g.Same, a.lang, a.name, i)] = mark
		}
	}
	readings := make([]*event.Reading, len(articles))
	for i, a := range articles {
		readings[i] = a.read
	}
	merged, _ := timeline.Merge(readings)
	judge(t, follow(merged, marks))
}

// follow finds the marked events among the merged ones.
func follow(merged *timeline.Timeline, marks map[string]string) map[string]*labelled {
	labels := make(map[string]*labelled)
	for key, mark := range marks {
		fields := strings.Split(key, "\n")
		label, article := fields[0], fields[1]
		l := labels[label]
		if l == nil {
			l = &labelled{into: make(map[*event.Event][]string)}
			labels[label] = l
		}
		i := slices.IndexFunc(merged.Events, func(e *event.Event) bool {
			return mark != "" && slices.ContainsFunc(e.Evidence, func(ev event.Evidence) bool { return strings.Contains(ev.Basis, mark) })
		})
		if i < 0 {
			l.missing = append(l.missing, article)
			continue
		}
		l.into[merged.Events[i]] = append(l.into[merged.Events[i]], article)
	}
	return labels
}

func judge(t *testing.T, labels map[string]*labelled) {
	t.Helper()
	var wrong []string
	owner := make(map[*event.Event]string)
	for _, label := range slices.Sorted(maps.Keys(labels)) {
		l := labels[label]
		t.Logf("%s: %d events of %d tellings", label, len(l.into), tellings(l))
		if len(l.missing) > 0 {
			slices.Sort(l.missing)
			t.Logf("  not found in %s", strings.Join(l.missing, ", "))
		}
		if len(l.into) > 1 {
			wrong = append(wrong, label+" is in pieces: "+pieces(l))
		}
		for e := range l.into {
			if other := owner[e]; other != "" {
				wrong = append(wrong, label+" and "+other+" are one: "+e.Title)
			}
			owner[e] = label
		}
	}
	for _, w := range wrong {
		t.Log(w)
	}
	if len(wrong) > wrongMerges {
		t.Errorf("%d labels are merged wrongly, want at most %d", len(wrong), wrongMerges)
	}
}

func tellings(l *labelled) int {
	n := len(l.missing)
	for _, articles := range l.into {
		n += len(articles)
	}
	return n
}

func pieces(l *labelled) string {
	var all []string
	for e, articles := range l.into {
		slices.Sort(articles)
		all = append(all, fmt.Sprintf("%s %s %q from %s", e.Date, e.Kind, e.Title, strings.Join(articles, ", ")))
	}
	slices.Sort(all)
	return strings.Join(all, " / ")
}
