package site

import (
	"path"
	"slices"

	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// texts plans the pages written in Markdown. There is always an about page.
func (b *builder) texts() {
	for _, t := range b.Texts {
		if t.Of != "" {
			b.checkOriginal(t)
			continue
		}
		path := t.Name + ".html"
		t = b.translated(t)
		b.add(&Page{
			Path: path, Kind: TextKind, Section: t.Name, Title: t.Title,
			Description: t.Title + b.msg.Text("page.colon") + b.Config.Title.In(b.Lang), Updated: b.updated,
			Content: &Text{HTML: b.resolve(t.File, path, t.HTML), Lang: t.Lang},
		}, t.File)
	}
	if b.plan.paths[b.Dir+"about.html"] == nil {
		b.add(&Page{
			Path: "about.html", Kind: TextKind, Section: "about", Title: b.msg.Text("nav.about"), Description: b.Config.Description.In(b.Lang),
			Updated: b.updated, Content: &Text{},
		}, "")
	}
}

// checkOriginal tells of a translation of a page that there is not.
func (b *builder) checkOriginal(t TextSource) {
	if slices.ContainsFunc(b.Texts, func(o TextSource) bool { return o.File == t.Of }) || b.Dir != "" {
		return
	}
	b.ds = append(b.ds, source.Diagnostic{
		File: t.File, Severity: source.Error, Rule: "no-original", Text: "there is no page " + t.Of + " to translate",
		Hint: "put the translation beside its original, or take the language out of the file's name",
	})
}

// translated returns a page in the edition's language, if it has been
// translated, under the name of the original.
func (b *builder) translated(t TextSource) TextSource {
	for _, other := range b.Texts {
		if other.Of == t.File && other.Lang == b.Lang && t.Lang != b.Lang {
			other.Name = t.Name
			return other
		}
	}
	return t
}

// overviews plans the page on the data and the one for addresses that lead
// nowhere.
func (b *builder) overviews() {
	b.add(&Page{
		Path: "data.html", Kind: DataKind, Section: "data", Title: b.msg.Text("nav.data"), Updated: b.updated,
		Description: b.msg.Text("data.description"),
		Content:     b.dataPage(),
	}, "")
	b.add(&Page{
		Path: "404.html", Kind: MissingKind, Title: b.msg.Text("missing.title"), Description: b.msg.Text("missing.deck"),
		Content: &Data{Count: len(b.Entries)},
	}, "")
}

// kinds counts the events of each kind.
func (b *builder) kinds() []KindRow {
	events := b.Timeline.Kinds()
	rows := make([]KindRow, len(lexicon.Kinds))
	for i, k := range lexicon.Kinds {
		rows[i] = KindRow{ID: k.ID, Name: k.Name.In(b.Lang), Count: len(events[k.ID])}
	}
	return rows
}

// machine plans the files for machines.
func (b *builder) machine() {
	for _, p := range [...]Page{
		{Path: "events.json", Kind: JSONKind},
		{Path: "events.schema.json", Kind: SchemaKind},
		{Path: "robots.txt", Kind: RobotsKind},
		{Path: ".nojekyll", Kind: FileKind, Content: File{Path: ".nojekyll"}},
	} {
		p.Updated = b.updated
		b.add(&p, "")
	}
}

// files plans what is copied as it is.
func (b *builder) files() {
	if f, ok := b.Config.Colors(); ok {
		b.add(&Page{Path: f.Path, Kind: FileKind, Content: f}, "")
	}
	for _, f := range b.Files {
		b.add(&Page{Path: f.Path, Kind: FileKind, Content: f}, path.Join(b.Static, f.Path))
	}
}
