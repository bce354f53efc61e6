package site

import (
	"cmp"
	"slices"
)

// nearShown is how many events in the same thread an event's page shows.
const nearShown = 6

// near returns the events before and after e that share a person or a topic with
// it, the nearest of each thread, in order of time, with what they share.
func (b *builder) near(e *Entry) []Related {
	var all []Related
	comma := b.msg.Text("page.and")
	take := func(thread []*Entry, why string, weighty bool) {
		at, _ := slices.BinarySearchFunc(thread, e, func(x, y *Entry) int { return cmp.Compare(x.index, y.index) })
		for _, step := range [...]int{-1, 1} {
			for i := at + step; i >= 0 && i < len(thread); i += step {
				if weighty && thread[i].Importance > 2 {
					continue
				}
				all = appendNear(all, Related{thread[i], why, b.Lang}, comma)
				break
			}
		}
	}
	for _, p := range e.Event.People {
		take(b.ofPerson[p.ID], b.person[p.ID].Name, false)
	}
	for _, t := range e.Event.Topics {
		take(b.ofTopic[t.ID], b.topic[t.ID].Name, true)
	}
	all = slices.DeleteFunc(all, func(r Related) bool { return b.tied(e, r.ID) })
	all = all[:min(nearShown, len(all))]
	slices.SortFunc(all, func(x, y Related) int { return cmp.Compare(x.index, y.index) })
	return all
}

// appendNear adds an event, or what it shares to one that is there.
func appendNear(all []Related, r Related, comma string) []Related {
	for i := range all {
		if all[i].Entry == r.Entry {
			all[i].Why += comma + r.Why
			return all
		}
	}
	return append(all, r)
}

// tied tells whether an event's page shows another one anyway: as the one before
// or after, as a part or as the whole.
func (b *builder) tied(e *Entry, id string) bool {
	for _, l := range e.Event.Parts {
		if l.ID == id {
			return true
		}
	}
	for _, l := range e.Event.PartOf {
		if l.ID == id {
			return true
		}
	}
	return false
}
