package render

import (
	"bytes"
	"encoding/json"

	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// The objects of a JSON Feed, version 1.1 (jsonfeed.org).
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url"`
	Feed        string       `json:"feed_url"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID       string   `json:"id"`
	URL      string   `json:"url"`
	External string   `json:"external_url,omitempty"` // the first source's
	Title    string   `json:"title"`
	Text     string   `json:"content_text"`
	Modified string   `json:"date_modified,omitempty"`
	Tags     []string `json:"tags"`
	Language string   `json:"language,omitempty"` // where it is not the feed's
}

// jsonFeed writes what the Atom feed beside it says as a JSON Feed. Its items'
// ids are those of the Atom feed.
func (r *Renderer) jsonFeed(b *bytes.Buffer, p *site.Page) error {
	f, err := feedOf(p)
	if err != nil {
		return err
	}
	msg := r.edition(p.Lang).msg
	base := r.cfg.BaseURL + p.Dir
	feed := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.Title, HomePage: base + escapePath(f.Home), Feed: base + escapePath(f.Self),
		Description: f.Description, Language: msg.Lang.Tag(), Authors: []jsonAuthor{{r.cfg.Title.In(msg.Lang)}}, Items: []jsonItem{},
	}
	for i := range f.Items {
		feed.Items = append(feed.Items, newJSONItem(&f.Items[i], base, p))
	}
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(feed)
}

func newJSONItem(i *site.FeedItem, base string, p *site.Page) jsonItem {
	e := i.Entry
	item := jsonItem{
		ID: uuid(p.Dir + i.Name), URL: base + escapePath(e.Path), Title: feedTitle(e), Text: feedText(i),
		Tags: []string{lexicon.KindName(e.Kind, p.Lang)},
	}
	if !i.Updated.IsZero() {
		item.Modified = stamp(i.Updated)
	}
	if len(e.Sources) > 0 {
		item.External = web(e.Sources[0].URL)
	}
	if e.Lang != p.Lang {
		item.Language = e.Lang.Tag()
	}
	for _, t := range e.Topics {
		item.Tags = append(item.Tags, t.Name.In(p.Lang))
	}
	return item
}
