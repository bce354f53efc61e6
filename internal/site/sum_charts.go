package site

import (
	"math"

	"buildsite/internal/lexicon"
	"buildsite/internal/series"
)

func (d *digest) leaders(all []Leaders) {
	d.number(len(all))
	for _, l := range all {
		d.text(l.Side, l.Title)
		d.number(len(l.Terms))
		for _, t := range l.Terms {
			d.text(t.Name, t.Short, t.Path)
			d.number(int(t.From), int(t.To))
			d.flag(t.Current)
		}
	}
}

func (d *digest) charts(c *Charts) {
	d.number(len(c.Also))
	for _, l := range c.Also {
		d.text(l.Title, l.Path)
	}
	if c.Classes != nil {
		d.yearCounts(c.Classes.Years)
	}
	if c.Trade != nil {
		d.trade(c.Trade)
	}
	if c.Visits != nil {
		d.visits(c.Visits)
	}
}

func (d *digest) trade(c *Trade) {
	d.number(c.From, c.To, len(c.Tables))
	for _, t := range c.Tables {
		d.table(t)
	}
	d.number(len(c.Marks))
	for _, m := range c.Marks {
		d.number(m.Number, m.Year, m.More)
		d.text(m.Path)
		d.entries(m.Entries)
	}
}

func (d *digest) table(t *series.Table) {
	d.text(t.Name, t.License)
	for _, n := range [...]lexicon.Names{t.Title, t.Unit, t.Basis, t.Shows, t.DoesNotShow} {
		d.text(n[:]...)
	}
	d.number(len(t.Columns))
	for _, c := range t.Columns {
		d.text(c.ID)
		d.text(c.Meaning[:]...)
	}
	d.number(len(t.Rows))
	for _, r := range t.Rows {
		d.number(r.Year)
		for _, f := range r.Figures {
			d.number(int(math.Float64bits(f.Value)), f.Places)
			d.flag(f.Known)
		}
		d.text(r.Source.Title, r.Source.Publisher, r.Source.URL, r.Note)
	}
}

func (d *digest) visits(c *Visits) {
	d.number(c.Count, len(c.Years))
	for _, y := range c.Years {
		d.number(y.Year)
		d.text(y.Path)
		d.entries(y.ToChina)
		d.entries(y.ToCanada)
		d.entries(y.Other)
	}
}
