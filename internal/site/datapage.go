package site

import (
	"buildsite/internal/interchange"
	"buildsite/internal/lexicon"
)

// dataFiles are the files that the page on the data tells of, by what they are
// for. What a file is called and holds stands in the messages, under data.
var dataFiles = [...]struct {
	group string
	files []dataFile
}{
	{"whole", []dataFile{{path: "events.json", name: "events"}, {path: "events.schema.json", name: "schema"}}},
	{"tables", []dataFile{{path: "datapackage.json", name: "package"}}}, // and the tables themselves
	{"follow", []dataFile{
		{path: "feed.atom", name: "atom", local: true},
		{path: "feed.json", name: "jsonfeed", local: true},
		{path: "corrections.atom", name: "corrections", local: true},
		{path: "calendar.ics", name: "calendar", local: true},
		{path: "anniversaries.ics", name: "anniversaries", local: true},
	}},
	{"show", []dataFile{
		{path: "timeline.json", name: "story", local: true},
		{path: "embed/index.html", name: "embed", local: true},
		{path: "embed.html", name: "any", local: true},
	}},
	{"search", []dataFile{{path: "sitemap.xml", name: "sitemap"}}},
}

type dataFile struct {
	path, name string
	local      bool // within the folder of the language
}

// dataPage is the content of the page on the data.
func (b *builder) dataPage() *Data {
	d := &Data{Count: len(b.Entries), Kinds: b.kinds(), Codes: b.codes(), Calendar: b.Config.Address(b.Dir + "calendar.ics")}
	for _, g := range dataFiles {
		group := DataGroup{Title: b.msg.Text("data.group." + g.group)}
		if g.group == "tables" {
			group.Files = b.tableFiles()
		}
		for _, f := range g.files {
			group.Files = append(group.Files, DataFile{f.path, b.msg.Text("data." + f.name + ".title"), b.msg.Text("data." + f.name + ".text"), f.local})
		}
		d.Groups = append(d.Groups, group)
	}
	for _, t := range interchange.Tables() {
		table := DataTable{Path: t.Name, Title: t.Title.In(b.Lang)}
		for _, c := range t.Columns {
			table.Columns = append(table.Columns, DataColumn{c.Name, c.Type, c.Means.In(b.Lang), c.List, c.Carried})
		}
		d.Tables = append(d.Tables, table)
	}
	if len(b.byTopic) > 0 {
		d.Topic = b.byTopic[0].Value.ID
	}
	return d
}

// tableFiles are the tables of the timeline and those of figures.
func (b *builder) tableFiles() []DataFile {
	var files []DataFile
	for _, t := range interchange.Tables() {
		files = append(files, DataFile{t.Name, t.Title.In(b.Lang), t.About.In(b.Lang), false})
	}
	for _, s := range b.Tables {
		files = append(files, DataFile{s.Path(), s.Title.In(b.Lang), s.Shows.In(b.Lang), false})
	}
	return files
}

// codes are the rows of the table of codes, with the kinds by name.
func (b *builder) codes() []CodeRow {
	rows := make([]CodeRow, len(lexicon.Codes()))
	for i, c := range lexicon.Codes() {
		rows[i] = CodeRow{Kind: b.msg.Text("data.other_kind"), Class: b.msg.Text("quad." + c.Quad.String()), Plover: c.Plover, Cameo: c.Cameo}
		if k, ok := lexicon.KindOf(c.Kind); ok {
			rows[i].Kind = k.Name.In(b.Lang)
		}
	}
	return rows
}
