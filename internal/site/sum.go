package site

import (
	"hash/maphash"

	"buildsite/internal/edtf"
)

// sumSeed is the process's own, so sums are good within one process only.
var sumSeed = maphash.MakeSeed()

// Sum stands for everything that a page for people shows: two pages of one
// process with the same sum render to the same bytes, if templates, assets and
// configuration are the same. It is zero for pages whose bytes depend on the
// whole plan.
func (p *Page) Sum() uint64 {
	var d digest
	d.SetSeed(sumSeed)
	d.text(p.Path, string(p.Kind), p.Section, p.Title, p.Description)
	d.date(p.Updated)
	d.number(int(p.Lang), len(p.Crumbs))
	for _, c := range p.Crumbs {
		d.text(c.Title, c.Path)
	}
	if p.source != nil {
		p.source.sum(&d)
	} else if !d.content(p.Content) {
		return 0
	}
	return d.Sum64()
}

// digest takes in the parts of a page. Each list is told with its length, each
// text with its end, so that no two contents look alike.
type digest struct{ maphash.Hash }

func (d *digest) text(all ...string) {
	for _, s := range all {
		d.number(len(s))
		d.WriteString(s)
	}
}

func (d *digest) number(all ...int) {
	for _, n := range all {
		var b [8]byte
		for i := range b {
			b[i] = byte(n >> (8 * i))
		}
		d.Write(b[:])
	}
}

func (d *digest) date(t edtf.Date) { d.text(t.String()) }

func (d *digest) flag(b bool) {
	if b {
		d.WriteByte(1)
		return
	}
	d.WriteByte(0)
}

func (d *digest) content(content any) bool {
	switch c := content.(type) {
	case *Home:
		d.home(c)
	case *Year:
		d.year(c)
	case *DecadePage:
		d.decadePage(c)
	case *Days:
		d.days(c)
	case *EntityPage:
		d.entityPage(c)
	case *SourcePage:
		d.source(c)
	case *Index:
		d.index(c)
	case *Events:
		d.number(c.Count)
		d.groups(c.Groups)
		d.pager(c.Pager)
	case *Forward:
		d.entry(c.To)
	case *Feed:
		d.feed(c)
	case *Search:
		d.search(c)
	case *Charts:
		d.charts(c)
	case *Text:
		d.text(c.HTML)
		d.number(int(c.Lang))
	case *Entry:
		d.entry(c)
	case *Calendar:
		d.flag(c.Anniversaries)
		d.entries(c.Entries)
	case *Story:
		d.text(c.Title, c.About, c.Path)
		d.entries(c.Entries)
	case *Embed:
		d.text(c.Path)
		d.number(c.Count)
		d.entries(c.Entries)
		d.entities(c.Topics)
	case *Data:
		d.data(c)
	default:
		return false
	}
	return true
}

func (d *digest) search(c *Search) {
	d.number(c.Count, len(c.Facets))
	for _, f := range c.Facets {
		d.text(f.ID, f.Title, f.Path)
		d.entities(f.Items)
		d.number(f.All)
	}
}

func (d *digest) data(c *Data) {
	d.number(c.Count, len(c.Groups))
	d.text(c.Calendar, c.Topic)
	for _, g := range c.Groups {
		d.text(g.Title)
		d.number(len(g.Files))
		for _, f := range g.Files {
			d.text(f.Path, f.Title, f.Description)
			d.flag(f.Local)
		}
	}
	d.number(len(c.Tables))
	for _, t := range c.Tables {
		d.text(t.Path, t.Title)
		d.number(len(t.Columns))
		for _, x := range t.Columns {
			d.text(x.Name, x.Type, x.Means)
			d.flag(x.List)
			d.flag(x.Carried)
		}
	}
	d.number(len(c.Kinds))
	for _, k := range c.Kinds {
		d.text(k.ID, k.Name)
		d.number(k.Count)
	}
	d.number(len(c.Codes))
	for _, x := range c.Codes {
		d.text(x.Kind, x.Class, x.Plover, x.Cameo)
	}
}

func (d *digest) home(c *Home) {
	d.number(c.Count, c.Articles, c.Sources, c.From, c.To)
	d.yearCounts(c.Years)
	d.decades(c.Decades)
	d.leaders(c.Leaders)
	d.groups(c.Turning)
	d.entries(c.Newest)
	d.entries(c.Changed)
	d.links(c.Months)
	d.entities(c.Topics)
	d.entities(c.People)
	d.entities(c.Places)
}

func (d *digest) year(c *Year) {
	d.number(c.Year, c.Count)
	d.entries(c.Entries)
	d.link(c.Prev)
	d.link(c.Next)
	d.yearCounts(c.Decade)
	d.entities(c.Topics)
	d.pager(c.Pager)
}

func (d *digest) entityPage(c *EntityPage) {
	d.entity(c.Entity)
	d.text(c.What, c.Description, c.Embed, c.Story, c.Wikidata, c.Coordinates, c.Span)
	d.number(len(c.OtherNames))
	for _, n := range c.OtherNames {
		d.text(n.Lang, n.Name)
	}
	d.number(len(c.Offices))
	for _, o := range c.Offices {
		d.text(o.Title, o.Term, o.Source)
		d.number(o.Bar.From, o.Bar.Width)
	}
	d.groups(c.Groups)
	d.pager(c.Pager)
	d.entities(c.With)
}

func (d *digest) source(c *SourcePage) {
	d.text(c.Title, c.Publisher, c.URL, c.Side, c.Lang, c.Published, c.Datetime, c.Basis, c.Seed)
	d.number(len(c.Reasons))
	for _, g := range c.Reasons {
		d.number(int(g.Lang))
		d.links(g.Parts)
	}
	d.number(len(c.Blocks))
	for _, b := range c.Blocks {
		d.text(b.Form)
		d.flag(b.Boilerplate)
		d.number(len(b.Runs))
		for _, r := range b.Runs {
			d.text(r.Text, r.ID)
			d.entries(r.Events)
			d.number(len(r.Bits))
			for _, x := range r.Bits {
				d.text(x.Text, x.EDTF, x.Datetime, x.Path)
			}
		}
	}
	d.entries(c.Entries)
}

func (d *digest) index(c *Index) {
	d.text(c.What, c.Intro)
	d.decades(c.Decades)
	d.entities(c.Items)
	d.pager(c.Pager)
	d.number(len(c.Sources))
	for _, s := range c.Sources {
		d.text(s.Title, s.Path, s.Publisher, s.Published, s.Lang, s.Side)
		d.number(s.Count)
	}
}

func (d *digest) decades(all []Decade) {
	d.number(len(all))
	for _, x := range all {
		d.decade(&x)
	}
}

func (d *digest) entry(e *Entry) {
	if e == nil {
		d.WriteByte(0)
		return
	}
	d.WriteByte(1)
	d.number(int(e.Sum))
	d.text(e.Path)
	d.flag(e.Planned)
}

func (d *digest) entries(all []*Entry) {
	d.number(len(all))
	for _, e := range all {
		d.entry(e)
	}
}

func (d *digest) groups(all []Group) {
	d.number(len(all))
	for _, g := range all {
		d.number(g.Year)
		d.text(g.Name, g.Path)
		d.entries(g.Entries)
	}
}

func (d *digest) entity(e Entity) {
	d.text(e.Name, e.Path, e.Note, e.Side)
	d.number(e.Count)
}

func (d *digest) entities(all []Entity) {
	d.number(len(all))
	for _, e := range all {
		d.entity(e)
	}
}

func (d *digest) yearCounts(all []YearCount) {
	d.number(len(all))
	for _, y := range all {
		d.number(y.Year, y.Count, y.Turns, y.Height)
		d.number(y.Classes[:]...)
		d.text(y.Path)
	}
}

func (d *digest) decade(x *Decade) {
	d.text(x.Name, x.Path)
	d.number(x.Year, x.Count)
	d.yearCounts(x.Years)
}

func (d *digest) decadePage(c *DecadePage) {
	d.decade(&c.Decade)
	d.groups(c.Groups)
	d.number(c.Shown)
	d.link(c.Prev)
	d.link(c.Next)
	d.entities(c.Topics)
}

func (d *digest) pager(p *Pager) {
	if p == nil {
		d.WriteByte(0)
		return
	}
	d.number(len(p.Leaves))
	for _, l := range p.Leaves {
		d.leaf(l)
	}
	d.link(p.Prev)
	d.link(p.Next)
}

func (d *digest) leaf(l Leaf) {
	d.text(l.Title, l.Path)
	d.flag(l.Current)
}

func (d *digest) links(all []Link) {
	d.number(len(all))
	for i := range all {
		d.link(&all[i])
	}
}

func (d *digest) link(l *Link) {
	if l == nil {
		d.WriteByte(0)
		return
	}
	d.WriteByte(1)
	d.text(l.Title, l.Path)
}
