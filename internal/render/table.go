package render

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"

	"buildsite/internal/event"
	"buildsite/internal/interchange"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// table writes a table as CSV.
func (r *Renderer) table(b *bytes.Buffer, plan *site.Plan, page *site.Page) error {
	t, ok := page.Content.(*site.Table)
	if !ok {
		return fmt.Errorf("rendering %s: a table without columns", page.Path)
	}
	t.Head(b)
	switch t.Name {
	case interchange.EventsTable:
		return r.rows(b, t, plan.Entries, eventRow)
	case "sources.csv":
		return r.rows(b, t, plan.Entries, sourceRows)
	case "people.csv":
		people(b, t)
	case "places.csv":
		places(b, t)
	case "topics.csv":
		topics(b, t)
	default:
		return fmt.Errorf("rendering %s: nothing fills the table", page.Path)
	}
	return nil
}

// rows writes what a table has of each event.
func (r *Renderer) rows(b *bytes.Buffer, t *site.Table, entries []*site.Entry, write func(*bytes.Buffer, *site.Table, *site.Entry)) error {
	for _, e := range entries {
		err := r.keepText(b, t.Name, e, func(b *bytes.Buffer) error {
			write(b, t, e)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func eventRow(b *bytes.Buffer, t *site.Table, e *site.Entry) {
	row := NewRow(e)
	t.Row(b, row.Cells(make([]string, 0, len(t.Columns)))...)
}

// NewRow returns what events.csv says of an event.
func NewRow(e *site.Entry) interchange.Row {
	code := lexicon.CodeOf(e.Kind, e.Quad)
	row := interchange.Row{
		ID: e.ID, URL: e.Path, Date: e.Date.String(), Start: bound(e.Date.First()), End: bound(e.Date.Last()),
		Precision: e.Date.Precision().String(), Approximate: strconv.FormatBool(e.Date.Approximate()), Uncertain: strconv.FormatBool(e.Date.Uncertain()),
		Title: e.Event.Title, Summary: summary(e.Event.Title, e.Event.Summary), Lang: cmp.Or(e.Event.Lang, lang.EN).String(),
		Kind: e.Kind, Quad: e.Quad.String(), Actors: joined(e.Actors, lexicon.Side.String), Targets: joined(e.Targets, lexicon.Side.String),
		Plover: code.Plover, Cameo: code.Cameo, Topics: joined(e.Topics, func(t *lexicon.Topic) string { return t.ID }),
		People:      joined(e.People, func(p *lexicon.Person) string { return p.ID }),
		PeopleNames: joined(e.People, func(p *lexicon.Person) string { return p.Name.In(lang.EN) }),
		Places:      joined(e.Places, func(p *lexicon.Place) string { return p.ID }),
		PlacesNames: joined(e.Places, func(p *lexicon.Place) string { return p.Name.In(lang.EN) }),
		Importance:  strconv.Itoa(e.Importance), Strength: e.Strength, Status: e.Status.String(), Planned: strconv.FormatBool(e.Planned),
		Confidence: strconv.FormatFloat(e.Confidence, 'f', 2, 64), Note: e.Note,
	}
	for _, t := range e.Translations {
		title, text := row.Translation(t.Lang)
		*title, *text = t.Title, summary(t.Title, t.Summary)
	}
	row.SourceTitles = joined(e.Sources, sourceTitle)
	row.SourcePublishers = joined(e.Sources, func(s event.Source) string { return s.Publisher })
	row.SourceURLs = joined(e.Sources, func(s event.Source) string { return s.URL })
	row.SourceDates = joined(e.Sources, func(s event.Source) string { return s.Date.String() })
	row.SourceSides = joined(e.Sources, func(s event.Source) string { return s.Side.String() })
	row.SourceLangs = joined(e.Sources, func(s event.Source) string { return s.Lang.String() })
	row.SourceParaphrased = joined(e.Sources, func(s event.Source) string { return yes(s.Paraphrased) })
	row.SourceSeeds = joined(e.Sources, func(s event.Source) string { return s.Seed })
	return row
}

// sourceTitle returns a source's title, or the name of its file where that is
// all there is to call it by.
func sourceTitle(s event.Source) string {
	if s.Title == "" && s.Publisher == "" && s.URL == "" {
		return s.Seed
	}
	return s.Title
}

// summary returns what a summary says beside the title.
func summary(title, text string) string {
	if text == title {
		return ""
	}
	return text
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// joined writes a list into one cell.
func joined[T any](all []T, text func(T) string) string { return interchange.Join(ids(all, text)) }

func sourceRows(b *bytes.Buffer, t *site.Table, e *site.Entry) {
	for i, s := range e.Sources {
		t.Row(b, e.ID, strconv.Itoa(i+1), sourceTitle(s), s.Publisher, s.URL, s.Date.String(), s.Side.String(), s.Lang.String(),
			strconv.FormatBool(s.Paraphrased), s.Seed)
	}
}

func people(b *bytes.Buffer, t *site.Table) {
	for _, x := range t.People {
		p := x.Value
		t.Row(b, append(named(p.ID, p.Name), p.Side.String(), p.Wikidata, strconv.Itoa(len(x.Events)), "people/"+p.ID+".html")...)
	}
}

func places(b *bytes.Buffer, t *site.Table) {
	for _, x := range t.Places {
		p := x.Value
		row := append(named(p.ID, p.Name), p.Side.String(), p.Country)
		row = append(row, degrees(p)...)
		t.Row(b, append(row, p.Wikidata, strconv.Itoa(len(x.Events)), "places/"+p.ID+".html")...)
	}
}

func topics(b *bytes.Buffer, t *site.Table) {
	for _, x := range t.Topics {
		t.Row(b, append(named(x.Value.ID, x.Value.Name), strconv.Itoa(len(x.Events)), "topics/"+x.Value.ID+".html")...)
	}
}

// degrees returns latitude and longitude, or nothing where they are not known.
func degrees(p *lexicon.Place) []string {
	if p.Lat == 0 && p.Lon == 0 {
		return []string{"", ""}
	}
	return []string{strconv.FormatFloat(p.Lat, 'f', -1, 64), strconv.FormatFloat(p.Lon, 'f', -1, 64)}
}

// named begins the row of something that has a name in each language.
func named(id string, n lexicon.Names) []string {
	return []string{id, n.In(lang.EN), n.In(lang.FR), n.In(lang.ZH)}
}
