package render

import (
	"bytes"
	"encoding/json"
	"fmt"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// OneRecord is an event in a file of its own: what events.json says of it, and
// where it and those it names are to be found.
type OneRecord struct {
	Version int    `json:"version"`
	Site    string `json:"site"` // its address, "" when not known; all others are relative to it
	Record
	Links Links `json:"links"`
}

// Links leads from an event to its page, to all events, and to whom and what it
// names.
type Links struct {
	Self   string         `json:"self"`
	Page   string         `json:"page"`
	All    string         `json:"all"`
	Schema string         `json:"schema"`
	People []EntityRecord `json:"people"`
	Places []EntityRecord `json:"places"`
	Topics []EntityRecord `json:"topics"`
}

// EntityRecord is a person, place or topic that an event names.
type EntityRecord struct {
	ID       string            `json:"id"`
	URL      string            `json:"url"`
	Name     string            `json:"name"`
	Names    map[string]string `json:"names"`
	Side     string            `json:"side,omitempty"`
	Wikidata string            `json:"wikidata,omitempty"`
	Lat      float64           `json:"lat,omitempty"`
	Lon      float64           `json:"lon,omitempty"`
}

// newEntity returns what is known of anything that has names.
func newEntity(folder, id string, names lexicon.Names) EntityRecord {
	e := EntityRecord{ID: id, URL: folder + "/" + id + ".html", Name: names.In(lang.EN), Names: make(map[string]string)}
	for _, l := range lang.All {
		if names[l] != "" {
			e.Names[l.String()] = names[l]
		}
	}
	return e
}

// oneRecord writes the record of one event.
func (r *Renderer) oneRecord(b *bytes.Buffer, p *site.Plan, page *site.Page) error {
	e, ok := page.Content.(*site.Entry)
	if !ok {
		return fmt.Errorf("rendering %s: a record without an event", page.Path)
	}
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return enc.Encode(OneRecord{Version: 1, Site: p.Config.BaseURL, Record: NewRecord(e), Links: newLinks(e, page.Path)})
}

func newLinks(e *site.Entry, self string) Links {
	l := Links{
		Self: self, Page: e.Path, All: "events.json", Schema: "events.schema.json#/$defs/record",
		People: make([]EntityRecord, len(e.People)), Places: make([]EntityRecord, len(e.Places)), Topics: make([]EntityRecord, len(e.Topics)),
	}
	for i, p := range e.People {
		l.People[i] = newEntity("people", p.ID, p.Name)
		l.People[i].Side, l.People[i].Wikidata = p.Side.String(), p.Wikidata
	}
	for i, p := range e.Places {
		l.Places[i] = newEntity("places", p.ID, p.Name)
		l.Places[i].Side, l.Places[i].Wikidata = p.Side.String(), p.Wikidata
		l.Places[i].Lat, l.Places[i].Lon = p.Lat, p.Lon
	}
	for i, t := range e.Topics {
		l.Topics[i] = newEntity("topics", t.ID, t.Name)
	}
	return l
}
