package interchange

import (
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// ownColumns are the names of the columns of events.csv.
func ownColumns() []string {
	var names []string
	for _, c := range TableOf(EventsTable).Columns {
		names = append(names, c.Name)
	}
	return names
}

// event reads a row of events.csv. What is wrong in it is told, all of it, and
// the row left out.
func (t *sheet) event() {
	told := len(t.ds)
	d := Draft{ID: lexicon.Slug(t.text("id"))}
	s := &d.Sheet
	s.Title, s.Summary, s.Note = t.text("title"), t.text("summary"), t.text("note")
	s.Lang, _ = lang.Parse(t.chosen("lang", []string{"en", "fr", "zh"}))
	s.Kind = t.chosen("kind", lexicon.KindIDs())
	s.Strength = t.chosen("strength", TableOf(EventsTable).values("strength"))
	s.Quad = t.settled("quad", TableOf(EventsTable).values("quad"))
	s.Actors, s.Targets = t.sides("actors"), t.sides("targets")
	s.Topics = Split(t.text("topics"))
	s.People = called(Split(t.text("people")), Split(t.text("people_names")))
	s.Places = called(Split(t.text("places")), Split(t.text("places_names")))
	s.Importance, _ = strconv.Atoi(t.chosen("importance", []string{"1", "2", "3"}))
	s.Sources = t.sources()
	for _, l := range lang.All {
		if title := t.text("title_" + l.String()); title != "" && l != s.Lang {
			d.Translations = append(d.Translations, seed.Sheet{Title: title, Summary: t.text("summary_" + l.String()), Lang: l, Type: seed.Event})
		}
	}
	if cell, off := t.cell("date"); cell == "" {
		t.problem(off, datesAre, "the event has no date")
	} else {
		s.Date, _ = t.date(off, cell)
	}
	if _, off := t.cell("title"); s.Title == "" {
		t.problem(off, "say what happened", "the event has no title")
	}
	if !source.HasError(t.ds[told:]) {
		t.add(t.at(0), d)
	}
}

// values returns what a column may hold.
func (t *Table) values(column string) []string {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == column })
	return t.Columns[i].Values
}

// text returns a cell as it was before it was guarded.
func (t *sheet) text(column string) string {
	cell, _ := t.cell(column)
	return Unguard(cell)
}

// chosen returns a cell that is one of some words, or empty. Another one is
// told.
func (t *sheet) chosen(column string, words []string) string {
	cell, off := t.cell(column)
	if cell == "" || slices.Contains(words, cell) {
		return cell
	}
	hint := "write one of " + strings.Join(words, ", ")
	if near := source.Nearest(cell, words); near != "" {
		hint = "did you mean " + near + "?"
	}
	t.problem(off, hint, "%q is no %s", cell, column)
	return ""
}

// settled is chosen for what the program would otherwise read from the words: an
// empty cell says that there is none.
func (t *sheet) settled(column string, words []string) string {
	if !t.has(column) {
		return ""
	}
	if word := t.chosen(column, words); word != "" {
		return word
	}
	return "none"
}

func (t *sheet) sides(column string) []string {
	if !t.has(column) {
		return nil
	}
	cell, off := t.cell(column)
	sides := Split(cell)
	for _, side := range sides {
		if side != "canada" && side != "china" {
			t.problem(off, "write canada, china, or both parted by a semicolon", "%q is no side", side)
		}
	}
	if sides == nil {
		return []string{"none"}
	}
	return sides
}

// called returns what a seed calls people or places: by name where the id says
// no more, by id where it does.
func called(ids, names []string) []string {
	for i, id := range ids {
		if len(names) == len(ids) && lexicon.Slug(names[i]) == id {
			ids[i] = names[i]
		}
	}
	return ids
}

// sourceColumns are the lists that sources are put together from.
var sourceColumns = [...]string{
	"source_titles", "source_publishers", "source_urls", "source_dates", "source_sides", "source_langs", "source_paraphrased",
}

// sources reads the lists of sources. A list is empty, or as long as the
// others.
func (t *sheet) sources() []seed.Source {
	var lists [len(sourceColumns)][]string
	n := 0
	for i, column := range sourceColumns {
		lists[i] = Split(t.text(column))
		n = max(n, len(lists[i]))
	}
	for i, column := range sourceColumns {
		if _, off := t.cell(column); len(lists[i]) != 0 && len(lists[i]) != n {
			t.problem(off, "write as many entries as there are sources, parted by semicolons, empty ones too; a semicolon within an entry is doubled",
				"%s has %s, another list of sources %d", column, count(len(lists[i]), "entry", "entries"), n)
			return nil
		}
		lists[i] = append(lists[i], make([]string, n-len(lists[i]))...)
	}
	all := make([]seed.Source, 0, n)
	for i := range n {
		var fields [len(sourceColumns)]string
		for j := range fields {
			fields[j] = lists[j][i]
		}
		all = append(all, t.source(fields))
	}
	return all
}

// source makes a source of its entries, in the order of sourceColumns.
func (t *sheet) source(fields [len(sourceColumns)]string) seed.Source {
	s := seed.Source{Title: fields[0], URL: fields[2], Side: fields[4], Lang: fields[5], Paraphrased: fields[6] == "true"}
	s.Publisher.Value = fields[1]
	if date := fields[3]; date != "" {
		_, off := t.cell("source_dates")
		s.Date, _ = t.date(off, date)
	}
	if _, off := t.cell("source_urls"); s.URL != "" && !isWeb(s.URL) {
		t.problem(off, "write the whole address, such as https://www.canada.ca/", "%q is no address of the web", s.URL)
	}
	if _, off := t.cell("source_sides"); !slices.Contains([]string{"", "canada", "china", "other"}, s.Side) {
		t.problem(off, "write canada, china or other", "%q is no side", s.Side)
	}
	return s
}
