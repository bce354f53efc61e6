package render

import (
	"bytes"
	"cmp"
	"crypto/sha1"
	"encoding/xml"
	"fmt"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// The elements of an Atom feed (RFC 4287).
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   string      `xml:"author>name"`
	Rights   string      `xml:"rights,omitempty"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Lang       string         `xml:"xml:lang,attr,omitempty"` // where it is not the feed's
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// atom writes a feed: the events whose newest source is the newest, with the day
// of that source as the time of change, or what was corrected. Links are absolute
// where the base URL is known and relative to the site's root where it is not.
func (r *Renderer) atom(b *bytes.Buffer, p *site.Page) error {
	f, err := feedOf(p)
	if err != nil {
		return err
	}
	msg := r.edition(p.Lang).msg
	base := r.cfg.BaseURL + p.Dir
	feed := atomFeed{
		Lang: msg.Lang.Tag(), ID: uuid(p.Dir + f.Name), Title: f.Title, Subtitle: f.Description,
		Updated: stamp(f.Updated), Author: r.cfg.Title.In(msg.Lang), Rights: r.cfg.License,
		Links: []atomLink{
			{"self", "application/atom+xml", base + escapePath(f.Self)},
			{"alternate", "text/html", base + escapePath(f.Home)},
		},
	}
	for i := range f.Items {
		feed.Entries = append(feed.Entries, newAtomEntry(&f.Items[i], base, p))
	}
	return document(b, feed)
}

// feedOf returns the content of a feed's page.
func feedOf(p *site.Page) (*site.Feed, error) {
	f, ok := p.Content.(*site.Feed)
	if !ok {
		return nil, fmt.Errorf("rendering %s: a feed without content", p.Path)
	}
	return f, nil
}

func newAtomEntry(i *site.FeedItem, base string, p *site.Page) atomEntry {
	e := i.Entry
	entry := atomEntry{
		ID: uuid(p.Dir + i.Name), Title: feedTitle(e), Updated: stamp(i.Updated), Summary: feedText(i),
		Links:      []atomLink{{"alternate", "text/html", base + escapePath(e.Path)}},
		Categories: []atomCategory{{e.Kind, lexicon.KindName(e.Kind, p.Lang)}},
	}
	if e.Lang != p.Lang {
		entry.Lang = e.Lang.Tag()
	}
	for _, t := range e.Topics {
		entry.Categories = append(entry.Categories, atomCategory{t.ID, t.Name.In(p.Lang)})
	}
	return entry
}

// feedTitle is an event's date and title, in the language of its wording.
func feedTitle(e *site.Entry) string { return e.Date.Format(e.Lang) + separators[e.Lang] + e.Title }

// feedText is what an item says: what was corrected, or what happened.
func feedText(i *site.FeedItem) string { return cmp.Or(i.Text, i.Entry.Summary, i.Entry.Title) }

// separators stand between an event's date and its title.
var separators = [...]string{lang.Unknown: ": ", lang.EN: ": ", lang.FR: "\u00a0: ", lang.ZH: "："}

// stamp returns the start of a day as RFC 3339 has it. A day that is not known
// counts as the first one of 1970, for Atom has no word for it.
func stamp(d edtf.Date) string {
	day := edtf.Day(0)
	if !d.IsZero() {
		day = d.First()
	}
	return day.String() + "T00:00:00Z"
}

// uuid names something for ever: a UUID of version 5 (RFC 9562) in a name
// space of our own. It depends on the name alone, not on the site's address.
func uuid(name string) string {
	sum := sha1.Sum([]byte("buildsite\x00" + name))
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// document writes an XML document.
func document(b *bytes.Buffer, v any) error {
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(b)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	return b.WriteByte('\n')
}
