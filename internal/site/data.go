package site

import (
	"buildsite/internal/interchange"
	"buildsite/internal/lexicon"
	"buildsite/internal/timeline"
)

// Table is the content of a table: how it looks, and what is counted in it
// where its rows are no events.
type Table struct {
	*interchange.Table
	People []timeline.Tagged[*lexicon.Person]
	Places []timeline.Tagged[*lexicon.Place]
	Topics []timeline.Tagged[*lexicon.Topic]
}

// data plans the tables, the series, the package that tells of both, and a file
// for each event.
func (b *builder) data() {
	tables := interchange.Tables()
	for i := range tables {
		t := &Table{Table: &tables[i], People: b.byPerson, Places: b.byPlace, Topics: b.byTopic}
		b.plan.Tables = append(b.plan.Tables, t)
		b.add(&Page{Path: t.Name, Kind: TableKind, Updated: b.plan.Updated, Content: t}, "")
	}
	b.plan.Series = b.Tables
	for _, s := range b.Tables {
		b.add(&Page{Path: s.Path(), Kind: FileKind, Updated: b.plan.Updated, Content: File{Path: s.Path(), Data: s.Data}}, s.Path())
	}
	b.add(&Page{Path: "datapackage.json", Kind: PackageKind, Updated: b.plan.Updated}, "")
	for _, e := range b.plan.Entries {
		b.add(&Page{Path: RecordPath(e), Kind: RecordKind, Updated: e.Updated, Content: e}, e.Seeds[0])
	}
}

// RecordPath returns where the event's record lies, beside its page.
func RecordPath(e *Entry) string { return "events/" + e.ID + ".json" }
