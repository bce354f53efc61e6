package site

import (
	"fmt"
	"strconv"

	"buildsite/internal/edtf"
)

// days plans a page a month with what happened on each of its days in whatever
// year, and their list.
func (b *builder) days() {
	var byDay [13][32][]*Entry
	for _, e := range b.Entries {
		if month, day, ok := dayOf(e.Date); ok && !e.Planned {
			byDay[month][day] = append(byDay[month][day], e)
		}
	}
	months := b.months()
	up := Link{b.msg.Text("nav.days"), "days/index.html"}
	for m := 1; m <= 12; m++ {
		content := &Days{Months: make([]Leaf, 12)}
		for i, l := range months {
			content.Months[i] = Leaf{l.Title, l.Path, i+1 == m}
		}
		for day, entries := range byDay[m] {
			if len(entries) == 0 {
				continue
			}
			shown := weightiest(entries, perDayOfYear)
			content.Days = append(content.Days, DayOfYear{
				ID: fmt.Sprintf("d-%02d-%02d", m, day), Name: b.dayName(m, day), Entries: shown, More: len(entries) - len(shown),
			})
		}
		b.add(&Page{
			Path: months[m-1].Path, Kind: DaysKind, Section: "days", Title: b.msg.Text("days.title", "month", months[m-1].Title),
			Description: b.msg.Text("days.description", "month", months[m-1].Title), Updated: b.updated, Crumbs: []Link{up}, Content: content,
		}, "")
	}
	content := &Days{Months: make([]Leaf, 12)}
	for i, l := range months {
		content.Months[i] = Leaf{Title: l.Title, Path: l.Path}
	}
	b.add(&Page{
		Path: "days/index.html", Kind: DaysKind, Section: "days", Title: up.Title, Description: b.msg.Text("days.deck"),
		Updated: b.updated, Content: content,
	}, "")
}

// dayOf returns month and day of a date that is one certain day.
func dayOf(d edtf.Date) (month, day int, ok bool) {
	if d.IsInterval() || d.Precision() != edtf.DayPrecision || d.Approximate() || d.Uncertain() || d.First() != d.Last() {
		return 0, 0, false
	}
	_, month, day = d.First().Date()
	return month, day, true
}

// months leads to the pages of the months.
func (b *builder) months() []Link {
	all := make([]Link, 12)
	for m := range all {
		all[m] = Link{b.msg.Text("month.n" + strconv.Itoa(m+1)), fmt.Sprintf("days/%02d.html", m+1)}
	}
	return all
}

// dayName writes a day of the year: "13 October", "1er octobre", 10月13日.
func (b *builder) dayName(month, day int) string {
	key := "days.day"
	if day == 1 {
		key = "days.first"
	}
	return b.msg.Text(key, "day", day, "month", b.msg.Text("month.in"+strconv.Itoa(month)))
}

func (d *digest) days(c *Days) {
	d.number(len(c.Months), len(c.Days))
	for _, m := range c.Months {
		d.leaf(m)
	}
	for _, day := range c.Days {
		d.text(day.ID, day.Name)
		d.number(day.More)
		d.entries(day.Entries)
	}
}
