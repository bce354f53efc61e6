package interchange

import "buildsite/internal/lang"

// EventsTable is the file that goes both ways.
const EventsTable = "events.csv"

// Row is an event as events.csv has it: every cell as text, lists as [Join]
// writes them.
type Row struct {
	ID, URL, Date, Start, End, Precision, Approximate, Uncertain string

	Title, Summary, Lang                                       string
	TitleEN, SummaryEN, TitleFR, SummaryFR, TitleZH, SummaryZH string

	Kind, Quad, Actors, Targets, Plover, Cameo        string
	Topics, People, PeopleNames, Places, PlacesNames  string
	Importance, Strength, Status, Planned, Confidence string

	SourceTitles, SourcePublishers, SourceURLs, SourceDates        string
	SourceSides, SourceLangs, SourceParaphrased, SourceSeeds, Note string
}

// cell returns the cell of the column of that name, nil where there is none.
func (r *Row) cell(column string) *string {
	for _, c := range r.cells() {
		if c.column == column {
			return c.value
		}
	}
	return nil
}

type cell struct {
	column string
	value  *string
}

// cells returns the cells with the names of their columns, in the order of the
// table: a test sees to that.
func (r *Row) cells() [42]cell {
	return [...]cell{
		{"id", &r.ID},
		{"url", &r.URL},
		{"date", &r.Date},
		{"start", &r.Start},
		{"end", &r.End},
		{"precision", &r.Precision},
		{"approximate", &r.Approximate},
		{"uncertain", &r.Uncertain},
		{"title", &r.Title},
		{"summary", &r.Summary},
		{"lang", &r.Lang},
		{"title_en", &r.TitleEN},
		{"summary_en", &r.SummaryEN},
		{"title_fr", &r.TitleFR},
		{"summary_fr", &r.SummaryFR},
		{"title_zh", &r.TitleZH},
		{"summary_zh", &r.SummaryZH},
		{"kind", &r.Kind},
		{"quad", &r.Quad},
		{"actors", &r.Actors},
		{"targets", &r.Targets},
		{"plover", &r.Plover},
		{"cameo", &r.Cameo},
		{"topics", &r.Topics},
		{"people", &r.People},
		{"people_names", &r.PeopleNames},
		{"places", &r.Places},
		{"places_names", &r.PlacesNames},
		{"importance", &r.Importance},
		{"strength", &r.Strength},
		{"status", &r.Status},
		{"planned", &r.Planned},
		{"confidence", &r.Confidence},
		{"source_titles", &r.SourceTitles},
		{"source_publishers", &r.SourcePublishers},
		{"source_urls", &r.SourceURLs},
		{"source_dates", &r.SourceDates},
		{"source_sides", &r.SourceSides},
		{"source_langs", &r.SourceLangs},
		{"source_paraphrased", &r.SourceParaphrased},
		{"source_seeds", &r.SourceSeeds},
		{"note", &r.Note},
	}
}

// Cells appends the row's cells to dst, in the order of the table.
func (r *Row) Cells(dst []string) []string {
	for _, c := range r.cells() {
		dst = append(dst, *c.value)
	}
	return dst
}

// Translation returns the cells of title and summary in a language.
func (r *Row) Translation(l lang.Lang) (title, summary *string) {
	switch l {
	case lang.FR:
		return &r.TitleFR, &r.SummaryFR
	case lang.ZH:
		return &r.TitleZH, &r.SummaryZH
	}
	return &r.TitleEN, &r.SummaryEN
}
