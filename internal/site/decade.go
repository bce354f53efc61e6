package site

import (
	"cmp"
	"slices"
)

// decadePages plans a page a decade.
func (b *builder) decadePages() {
	for i, d := range b.decadeList {
		entries := slices.DeleteFunc(slices.Clone(b.Entries), func(e *Entry) bool { return floorDecade(e.year) != d.Year })
		shown := weightiest(entries, briefOnPage)
		content := &DecadePage{Decade: d, Groups: b.groups(shown), Shown: len(shown), Topics: b.topicsOf(entries)}
		if i > 0 {
			content.Prev = &Link{b.decadeList[i-1].Name, b.decadeList[i-1].Path}
		}
		if i+1 < len(b.decadeList) {
			content.Next = &Link{b.decadeList[i+1].Name, b.decadeList[i+1].Path}
		}
		b.add(&Page{
			Path: d.Path, Kind: DecadeKind, Section: "years", Title: d.Name,
			Description: b.msg.Text("decade.description", "decade", d.Name, "events", b.msg.Count("count.event", d.Count)),
			Updated:     newest(entries), Crumbs: []Link{b.section("years")}, Content: content,
		}, "")
	}
}

// weightiest returns at most n of the entries, in their order: those of most
// importance, and of these the earliest.
func weightiest(all []*Entry, n int) []*Entry {
	if len(all) <= n {
		return all
	}
	at := make([]int, len(all))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(i, j int) int { return cmp.Compare(all[i].Importance, all[j].Importance) })
	at = at[:n]
	slices.Sort(at)
	kept := make([]*Entry, n)
	for i, from := range at {
		kept[i] = all[from]
	}
	return kept
}

func decadePath(first int) string { return "years/" + yearName(first) + "s.html" }

// decadeTitle is a decade as the language names it.
func (b *builder) decadeTitle(first int) string {
	return b.msg.Text("year.decade_name", "year", yearName(first))
}

// decadeLink leads to the decade of a year.
func (b *builder) decadeLink(year int) Link {
	first := floorDecade(year)
	return Link{b.decadeTitle(first), decadePath(first)}
}
