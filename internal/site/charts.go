package site

import (
	"cmp"
	"slices"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/series"
)

// Classes counts events by what they are between the two sides; those without a
// class stand under lexicon.NoQuad.
type Classes [lexicon.MaterialConflict + 1]int

// classes counts the classes of events.
func classes(events []*event.Event) Classes {
	var c Classes
	for _, e := range events {
		c[e.Quad]++
	}
	return c
}

// With returns how many events are of cooperation.
func (c Classes) With() int { return c[lexicon.VerbalCooperation] + c[lexicon.MaterialCooperation] }

// Against returns how many events are of conflict.
func (c Classes) Against() int { return c[lexicon.VerbalConflict] + c[lexicon.MaterialConflict] }

// Charts is the content of a page of charts: one of the three, with the way to
// the other two.
type Charts struct {
	Also    []Link
	Classes *ClassChart
	Trade   *Trade
	Visits  *Visits
}

// ClassChart is the events of all years by class.
type ClassChart struct {
	Years []YearCount
	Total Classes
}

// Trade is the figures of trade with the events that moved it.
type Trade struct {
	From, To int // first and last year of any table
	Tables   []*series.Table
	Marks    []Mark
}

// Mark is a year with the events that moved trade in it.
type Mark struct {
	Number  int // from 1, in the order of years
	Year    int
	Path    string // of the year's page
	Entries []*Entry
	More    int // events that are left out, because they would be too many
}

// chartPage is a page of charts before it is planned.
type chartPage struct {
	path, name string // name is that of its messages
	content    Charts
}

// charts plans the pages of charts. What there is nothing to draw of has none.
func (b *builder) charts() {
	pages := []chartPage{{"charts.html", "classes", Charts{Classes: &ClassChart{Years: b.overview, Total: b.total()}}}}
	if t := b.trade(); len(t.Tables) > 0 {
		pages = append(pages, chartPage{"charts-trade.html", "trade", Charts{Trade: t}})
	}
	if v := b.visits(); v.Count > 0 {
		pages = append(pages, chartPage{"charts-visits.html", "visits", Charts{Visits: v}})
	}
	for i, page := range pages {
		for j, other := range pages {
			if i != j {
				page.content.Also = append(page.content.Also, Link{b.msg.Text("chart." + other.name + ".title"), other.path})
			}
		}
		p := &Page{
			Path: page.path, Kind: ChartsKind, Section: "charts", Title: b.msg.Text("chart." + page.name + ".title"),
			Description: b.msg.Text("chart." + page.name + ".description"), Updated: b.updated, Content: &page.content,
		}
		if i > 0 {
			p.Crumbs = []Link{{b.msg.Text("nav.charts"), pages[0].path}}
		}
		b.add(p, "")
	}
}

// total counts the classes of all events.
func (b *builder) total() Classes {
	var c Classes
	for _, y := range b.overview {
		for class, n := range y.Classes {
			c[class] += n
		}
	}
	return c
}

// tradeTopic is the topic whose events stand beside the figures of trade.
const tradeTopic = "trade"

// movesTrade tells whether an event is a step that can move trade, other than
// people who meet and talk.
func movesTrade(e *event.Event) bool {
	if e.Importance == 0 || e.Importance > 2 || !slices.ContainsFunc(e.Topics, func(t *lexicon.Topic) bool { return t.ID == tradeTopic }) {
		return false
	}
	switch e.Kind {
	case "agreement", "trade-measure", "sanction", "legislation", "legal", "opening", "milestone":
		return true
	}
	return false
}

// trade returns the charts of trade: the tables and, by year, the events that
// moved it.
func (b *builder) trade() *Trade {
	t := &Trade{Tables: b.Tables}
	for _, table := range b.Tables {
		first, last := table.Years()
		if t.From == 0 || first < t.From {
			t.From = first
		}
		t.To = max(t.To, last)
	}
	for _, e := range b.Entries {
		if e.year < t.From || e.year > t.To || !movesTrade(e.Event) {
			continue
		}
		if n := len(t.Marks); n == 0 || t.Marks[n-1].Year != e.year {
			t.Marks = append(t.Marks, Mark{Number: n + 1, Year: e.year, Path: yearPath(e.year)})
		}
		last := &t.Marks[len(t.Marks)-1]
		last.Entries = append(last.Entries, e)
	}
	for i := range t.Marks {
		t.Marks[i].cut(max(1, mostMarked/len(t.Marks)))
	}
	return t
}

// mostMarked is about how many events are listed beside the charts of trade.
const mostMarked = 56

// cut keeps the n events of most weight, in their order.
func (m *Mark) cut(n int) {
	m.More = max(0, len(m.Entries)-n)
	byWeight := slices.Clone(m.Entries)
	slices.SortStableFunc(byWeight, func(e, f *Entry) int { return cmp.Compare(e.Importance, f.Importance) })
	kept := byWeight[:len(byWeight)-m.More]
	m.Entries = slices.DeleteFunc(m.Entries, func(e *Entry) bool { return !slices.Contains(kept, e) })
}
