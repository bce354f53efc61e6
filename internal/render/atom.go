package render

import (
	"bytes"
	"cmp"
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// feedLength is how many events the feed holds.
const feedLength = 50

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

// atom writes the feed: the events whose newest source is the newest, with the
// day of that source as the time of change. Links are absolute where the base
// URL is known and relative to the feed where it is not.
func (r *Renderer) atom(b *bytes.Buffer, p *site.Plan) error {
	base := p.Config.BaseURL
	feed := atomFeed{
		Lang: lang.EN.Tag(), ID: uuid("feed"), Title: p.Config.Title.In(lang.EN), Subtitle: p.Config.Description.In(lang.EN),
		Updated: stamp(p.Updated), Author: p.Config.Title.In(lang.EN), Rights: p.Config.License,
		Links: []atomLink{
			{"self", "application/atom+xml", base + "feed.atom"},
			{"alternate", "text/html", base + "index.html"},
		},
	}
	for _, e := range newestFirst(p.Entries) {
		feed.Entries = append(feed.Entries, newAtomEntry(e, base))
	}
	return document(b, feed)
}

func newestFirst(entries []*site.Entry) []*site.Entry {
	all := slices.Clone(entries)
	slices.SortStableFunc(all, func(a, b *site.Entry) int {
		return cmp.Or(-edtf.Compare(a.Updated, b.Updated), -edtf.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	return all[:min(feedLength, len(all))]
}

func newAtomEntry(e *site.Entry, base string) atomEntry {
	entry := atomEntry{
		ID: uuid("event/" + e.ID), Title: e.Date.Format(e.Event.Lang) + separators[e.Event.Lang] + e.Title, Updated: stamp(e.Updated), Summary: cmp.Or(e.Summary, e.Title),
		Links:      []atomLink{{"alternate", "text/html", base + escapePath(e.Path)}},
		Categories: []atomCategory{{e.Kind, lexicon.KindName(e.Kind, lang.EN)}},
	}
	if e.Event.Lang != lang.EN {
		entry.Lang = e.Event.Lang.Tag()
	}
	for _, t := range e.Topics {
		entry.Categories = append(entry.Categories, atomCategory{t.ID, t.Name.In(lang.EN)})
	}
	return entry
}

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
