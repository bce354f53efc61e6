package site

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/edtf"
)

// feedLength is how many events a feed holds.
const feedLength = 50

// Feed is the content of a feed: what is new of a part of the timeline. It is
// written in two formats, Atom and JSON Feed.
type Feed struct {
	Name        string // within the site's whole life and all languages, such as "topic/trade"
	Title       string
	Description string
	Home        string // the page it belongs to, within the language's folder
	Self        string // its own path there
	Updated     edtf.Date
	Items       []FeedItem // the latest first
}

// FeedItem is an event in a feed.
type FeedItem struct {
	*Entry
	Name    string // as Feed.Name
	Updated edtf.Date
	Text    string // what is new; "" where it is the event itself
}

// feeds plans the feeds of the site, of each topic and person, and that of
// corrections. Pages lead to those that belong to them.
func (b *builder) feeds() {
	title := b.Config.Title.In(b.Lang)
	b.feed("feed", "feed", Feed{Name: "feed", Title: title, Description: b.Config.Description.In(b.Lang), Home: "index.html", Items: b.items(b.Entries)})
	part := func(section, name string, e Entity, entries []*Entry) {
		path := strings.TrimSuffix(e.Path, ".html")
		b.feed(path, path+".feed", Feed{
			Name: section + "/" + name, Title: b.msg.Text("feed.part", "part", e.Name, "site", title),
			Description: b.msg.Text("entity.description", "name", e.Name, "events", b.msg.Count("count.event", len(entries))),
			Home:        e.Path, Items: b.items(entries),
		})
	}
	for i, t := range b.byTopic {
		part("topic", t.Value.ID, b.topicList[i], b.of(t.Events))
	}
	for i, p := range b.byPerson {
		part("person", p.Value.ID, b.personList[i], b.of(p.Events))
	}
	b.feed("corrections", "corrections", Feed{
		Name: "corrections", Title: b.msg.Text("feed.part", "part", b.msg.Text("feed.corrections"), "site", title),
		Description: b.msg.Text("feed.corrections_text"), Home: "index.html", Items: b.corrections(),
	})
}

// feedPath returns the Atom feed of a topic or person, "" for what has none.
func feedPath(p *EntityPage) string {
	if p.What != "topic" && p.What != "person" {
		return ""
	}
	return strings.TrimSuffix(p.Path, ".html") + ".atom"
}

// feed plans the two files of a feed.
func (b *builder) feed(atom, json string, f Feed) {
	for _, i := range f.Items {
		f.Updated = later(f.Updated, i.Updated)
	}
	for _, file := range [...]struct {
		path string
		kind Kind
	}{{atom + ".atom", AtomKind}, {json + ".json", JSONFeedKind}} {
		content := f
		content.Self = file.path
		b.add(&Page{Path: file.path, Kind: file.kind, Title: f.Title, Updated: f.Updated, Content: &content}, "")
	}
}

// items returns the events whose newest source is the newest.
func (b *builder) items(entries []*Entry) []FeedItem {
	all := b.latest(entries, feedLength)
	items := make([]FeedItem, len(all))
	for i, e := range all {
		items[i] = FeedItem{Entry: e, Name: "event/" + e.ID, Updated: e.Updated}
	}
	return items
}

// latest returns up to n of the entries, those first whose newest source is the
// newest. Every topic and person has such a list, so all entries are put in
// order once, and the few that a list wants are picked by their places in that.
func (b *builder) latest(entries []*Entry, n int) []*Entry {
	if b.newness == nil {
		b.newness = make([]int32, len(b.Entries))
		order := slices.Clone(b.Entries)
		slices.SortFunc(order, func(x, y *Entry) int {
			return cmp.Or(-edtf.Compare(x.Updated, y.Updated), -edtf.Compare(x.Date, y.Date), cmp.Compare(x.ID, y.ID))
		})
		for i, e := range order {
			b.newness[e.index] = int32(i)
		}
	}
	place := func(e *Entry) int32 { return b.newness[e.index] }
	first := make([]*Entry, 0, min(n, len(entries))+1)
	for _, e := range entries {
		if len(first) == n && place(e) > place(first[n-1]) {
			continue
		}
		at, _ := slices.BinarySearchFunc(first, place(e), func(o *Entry, p int32) int { return cmp.Compare(place(o), p) })
		first = slices.Insert(first, at, e)
		first = first[:min(n, len(first))]
	}
	return first
}

// corrections returns what was corrected, the latest first.
func (b *builder) corrections() []FeedItem {
	var all []FeedItem
	for _, e := range b.Entries {
		for _, c := range e.Corrections {
			all = append(all, FeedItem{Entry: e, Name: "correction/" + e.ID + "/" + c.Day.String(), Updated: c.Day, Text: c.Text})
		}
	}
	slices.SortStableFunc(all, func(x, y FeedItem) int { return -edtf.Compare(x.Updated, y.Updated) })
	return all[:min(feedLength, len(all))]
}

func (d *digest) feed(c *Feed) {
	d.text(c.Name, c.Title, c.Description, c.Home, c.Self)
	d.date(c.Updated)
	d.number(len(c.Items))
	for _, i := range c.Items {
		d.entry(i.Entry)
		d.text(i.Name, i.Text)
		d.date(i.Updated)
	}
}
