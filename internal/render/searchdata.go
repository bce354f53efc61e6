package render

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
	"buildsite/internal/timeline"
)

// What a reader searches in is one file a language, search-data.js: the call of
// a function on a JSON object. A worker can load it as a script, and so can a page
// from a disk, which may fetch nothing.
//
// The object holds columns: texts of one sort beside each other pack best. An
// event names its people, places, topics and kind by their row in tables, which
// hold the names in every script once.
const (
	searchOpen  = "searchData("
	searchClose = ")\n"

	// searchFormat is told in the data, and the search refuses any other.
	searchFormat = 1
)

// Bits of an event's flags, above its importance in the lowest two.
const (
	byCanada = 4 << iota
	byChina
	readByProgram
	stillPlanned
	toldByCanada
	toldByChina
)

// column is a JSON array in the making.
type column []byte

func (c *column) sep() {
	if len(*c) == 0 {
		*c = append(*c, '[')
		return
	}
	*c = append(*c, ',')
}

func (c *column) text(s string) {
	c.sep()
	*c = appendJSON(*c, s)
}

func (c *column) number(n int) {
	c.sep()
	*c = strconv.AppendInt(*c, int64(n), 10)
}

// rows adds one array of numbers.
func (c *column) rows(all []int) {
	c.sep()
	*c = append(*c, '[')
	for i, n := range all {
		if i > 0 {
			*c = append(*c, ',')
		}
		*c = strconv.AppendInt(*c, int64(n), 10)
	}
	*c = append(*c, ']')
}

// appendJSON appends a JSON string that is one of JavaScript, too. Most texts
// hold nothing that needs an escape.
func appendJSON(b []byte, s string) []byte {
	if !needsEscape(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	var quoted bytes.Buffer
	enc := json.NewEncoder(&quoted)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always can be
	return append(b, bytes.TrimSuffix(quoted.Bytes(), []byte("\n"))...)
}

func needsEscape(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return true
		}
	}
	return !utf8.ValidString(s)
}

// keyed is a column with its key in the object.
type keyed struct {
	key string
	*column
}

// object writes a JSON object of columns.
func object(b *bytes.Buffer, columns []keyed) {
	for i, c := range columns {
		b.WriteString(separatorOf(i) + `"` + c.key + `":`)
		b.WriteByte('[')
		if len(*c.column) > 0 {
			b.Write((*c.column)[1:])
		}
		b.WriteByte(']')
	}
	b.WriteString("}")
}

func separatorOf(i int) string {
	if i == 0 {
		return "{"
	}
	return ",\n"
}

// searchData writes what the pages of an edition search in.
func (r *Renderer) searchData(b *bytes.Buffer, plan *site.Plan, page *site.Page) {
	e := r.edition(page.Lang)
	d := newSearchData(e)
	for _, x := range plan.Editions {
		if x.Dir == page.Dir {
			d.events(x.Entries)
		}
	}
	for _, p := range plan.Pages {
		switch content := p.Content.(type) {
		case *site.SourcePage:
			if p.Dir == page.Dir {
				d.addSource(p.Local(), content)
			}
		case *site.Search:
			if p.Dir == page.Dir {
				d.choices(content)
			}
		}
	}
	b.WriteString(searchOpen)
	d.write(b)
	b.WriteString(searchClose)
}

// searchTable is a list of named things that events refer to by row.
type searchTable struct {
	l                           lang.Lang
	row                         map[string]int
	id, name, also, note, sides column
}

func newSearchTable(l lang.Lang) *searchTable { return &searchTable{l: l, row: make(map[string]int)} }

// add adds a thing with all its names and returns its row.
func (t *searchTable) add(id string, names lexicon.Names, aliases []string) int {
	n := len(t.row)
	t.row[id] = n
	t.id.text(id)
	t.name.text(names.In(t.l))
	t.also.text(allNames(names, aliases, t.l))
	return n
}

// allNames returns by what else something goes than by its name in a language,
// in all scripts, with a bar between two names.
func allNames(names lexicon.Names, aliases []string, l lang.Lang) string {
	var all []string
	for _, name := range append(names[:], aliases...) {
		if name != "" && name != names.In(l) && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return strings.Join(all, "|")
}

// searchData gathers the columns of one language's data.
type searchData struct {
	l                             lang.Lang
	names                         column // of the two sides
	told                          column // by others, by the one side, by the other, by both
	kinds, topics, people, places *searchTable

	decades, sides, importance, status *searchTable // by the lists of the search page

	// Of events.
	id, date, when, year, title, tongue, summary, also column
	kind, ofTopics, ofPeople, ofPlaces, flags          column

	// Of sources.
	path, source, publisher, published, written, side column
}

func newSearchData(e *edition) *searchData {
	d := &searchData{l: e.msg.Lang}
	for _, t := range [...]**searchTable{&d.kinds, &d.topics, &d.people, &d.places, &d.decades, &d.sides, &d.importance, &d.status} {
		*t = newSearchTable(d.l)
	}
	for _, k := range lexicon.Kinds {
		d.kinds.add(k.ID, k.Name, nil)
	}
	for i := range e.site.Sides {
		d.names.text(e.site.Sides[i].Name)
	}
	for _, by := range [...]string{"others", "canada", "china", "both"} {
		d.told.text(e.words.told[by])
	}
	return d
}

// choices adds the values of the facets that are the same on every site.
func (d *searchData) choices(s *site.Search) {
	for _, f := range s.Facets {
		t := map[string]*searchTable{"years": d.decades, "sides": d.sides, "importance": d.importance, "status": d.status}[f.ID]
		if t == nil {
			continue
		}
		for _, item := range f.Items {
			t.add(strings.TrimSuffix(path.Base(item.Path), ".html"), lexicon.Names{item.Name}, nil)
		}
	}
}

func (d *searchData) events(entries []*site.Entry) {
	for _, e := range entries {
		d.event(e)
	}
}

// event adds an event, and to the tables what it is the first to name.
func (d *searchData) event(e *site.Entry) {
	d.id.text(e.ID)
	d.date.text(e.Date.String())
	d.when.text(e.When())
	d.year.number(timeline.YearOf(e.Date))
	d.title.text(e.Title)
	d.tongue.text(e.Lang.Tag())
	d.summary.text(e.Summary)
	d.also.text(otherTitles(e))
	d.kind.number(d.kinds.row[e.Kind])
	d.ofTopics.rows(rowsOf(e.Event.Topics, d.topic))
	d.ofPeople.rows(rowsOf(e.Event.People, d.person))
	d.ofPlaces.rows(rowsOf(e.Event.Places, d.place))
	d.flags.number(flagsOf(e))
}

func rowsOf[T any](all []T, row func(T) int) []int {
	rows := make([]int, len(all))
	for i, v := range all {
		rows[i] = row(v)
	}
	return rows
}

func (d *searchData) topic(t *lexicon.Topic) int {
	if row, ok := d.topics.row[t.ID]; ok {
		return row
	}
	return d.topics.add(t.ID, t.Name, t.Aliases)
}

func (d *searchData) place(p *lexicon.Place) int {
	if row, ok := d.places.row[p.ID]; ok {
		return row
	}
	d.places.sides.text(p.Side.String())
	return d.places.add(p.ID, p.Name, p.Aliases)
}

func (d *searchData) person(p *lexicon.Person) int {
	if row, ok := d.people.row[p.ID]; ok {
		return row
	}
	d.people.sides.text(p.Side.String())
	office := ""
	if n := len(p.Offices); n > 0 {
		office = p.Offices[n-1].Title.In(d.l)
	}
	d.people.note.text(office)
	return d.people.add(p.ID, p.Name, p.Aliases)
}

// otherTitles returns what an event is called in the languages that its title is
// not in, with a bar between two.
func otherTitles(e *site.Entry) string {
	var all []string
	if e.Event.Title != e.Title {
		all = append(all, e.Event.Title)
	}
	for _, t := range e.Translations {
		if t.Title != "" && t.Title != e.Title {
			all = append(all, t.Title)
		}
	}
	return strings.Join(all, "|")
}

func flagsOf(e *site.Entry) int {
	flags := e.Importance
	if slices.Contains(e.Actors, lexicon.Canada) {
		flags |= byCanada
	}
	if slices.Contains(e.Actors, lexicon.China) {
		flags |= byChina
	}
	switch _, told := sign(e); told {
	case "canada":
		flags |= toldByCanada
	case "china":
		flags |= toldByChina
	case "both":
		flags |= toldByCanada | toldByChina
	}
	if e.Status == event.Extracted {
		flags |= readByProgram
	}
	if e.Planned {
		flags |= stillPlanned
	}
	return flags
}

func (d *searchData) addSource(path string, s *site.SourcePage) {
	d.path.text(path)
	d.source.text(s.Title)
	d.publisher.text(s.Publisher)
	d.published.text(s.Published)
	d.written.text(s.Lang)
	d.side.text(s.Side)
}

func (d *searchData) write(b *bytes.Buffer) {
	b.WriteString(`{"format":` + strconv.Itoa(searchFormat) + `,"lang":"` + d.l.Tag() + "\",\n\"words\":")
	object(b, []keyed{{"sides", &d.names}, {"told", &d.told}})
	start := b.Len()
	for _, t := range [...]struct {
		key string
		*searchTable
	}{{"kinds", d.kinds}, {"topics", d.topics}, {"people", d.people}, {"places", d.places}, {"decades", d.decades}, {"sides", d.sides}, {"importance", d.importance}, {"status", d.status}} {
		b.WriteString(",\n\"" + t.key + `":`)
		object(b, []keyed{{"id", &t.id}, {"name", &t.name}, {"also", &t.also}, {"note", &t.note}, {"side", &t.sides}})
	}
	b.WriteString(",\n\"sources\":")
	object(b, []keyed{
		{"path", &d.path}, {"name", &d.source}, {"by", &d.publisher}, {"when", &d.published}, {"lang", &d.written}, {"side", &d.side},
	})
	b.WriteString(",\n\"events\":")
	object(b, []keyed{
		{"id", &d.id},
		{"date", &d.date},
		{"when", &d.when},
		{"year", &d.year},
		{"title", &d.title},
		{"lang", &d.tongue},
		{"summary", &d.summary},
		{"also", &d.also},
		{"kind", &d.kind},
		{"topics", &d.ofTopics},
		{"people", &d.ofPeople},
		{"places", &d.ofPlaces},
		{"flags", &d.flags},
	})
	b.WriteString(",\n\"simplified\":")
	b.Write(appendJSON(nil, simplifiedPairs(b.Bytes()[start:])))
	b.WriteString("}")
}

// simplifiedPairs returns, each with its simplified form after it, the
// traditional Chinese characters that a text holds and those that a reader may
// write for what it holds, in the order of their code.
func simplifiedPairs(text []byte) string {
	const first, last = 0x4E00, 0x9FFF
	var here [last - first + 1]bool
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if r >= first && r <= last {
			here[r-first] = true
		}
		text = text[size:]
	}
	var pairs strings.Builder
	for r := rune(first); r <= last; r++ {
		s := lang.SimplifiedRune(r)
		if s != r && (here[r-first] || s >= first && s <= last && here[s-first]) {
			pairs.WriteRune(r)
			pairs.WriteRune(s)
		}
	}
	return pairs.String()
}
