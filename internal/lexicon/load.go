package lexicon

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"buildsite/internal/lang"
	"buildsite/internal/registry"
	"buildsite/internal/source"
)

// A Lexicon is everything known about who and where. It never changes once
// loaded and is safe for concurrent use.
type Lexicon struct {
	People     []*Person    // the registered ones, sorted by id; read only
	Places     []*Place     // likewise
	Topics     []*Topic     // in the registry's order
	Publishers []*Publisher // sorted by id

	people     map[string]*Person // by id, and by the key of each name and alias
	places     map[string]*Place
	topics     map[string]*Topic
	publishers map[string]*Publisher
	domains    map[string]*Publisher

	alikePeople, alikePlaces, alikeTopics, alikePublishers alike

	names   *trie
	entries []entry
	quads   quads
	matters matters

	written written
	clocks  Clocks
}

// Clocks are the time zones of the two sides, as the site's configuration has
// them; nil where it is not known.
type Clocks struct{ Canada, China *time.Location }

// Clock returns the zone in which a side counts its days, nil if it is not
// known.
func (l *Lexicon) Clock(s Side) *time.Location {
	switch s {
	case Canada:
		return l.clocks.Canada
	case China:
		return l.clocks.China
	}
	return nil
}

// Load reads the registries people.yaml, places.yaml, topics.yaml and
// publishers.yaml at the root of fsys; each may be absent. What is wrong in
// them comes back as diagnostics, whose File is the registry's name; the
// lexicon holds all that could be read.
func Load(fsys fs.FS) (*Lexicon, []source.Diagnostic) { return LoadWith(fsys, Clocks{}) }

// LoadWith is Load with the clocks of the two sides.
func LoadWith(fsys fs.FS, clocks Clocks) (*Lexicon, []source.Diagnostic) {
	l := &Lexicon{
		clocks:     clocks,
		people:     make(map[string]*Person),
		places:     make(map[string]*Place),
		topics:     make(map[string]*Topic),
		publishers: make(map[string]*Publisher),
		domains:    make(map[string]*Publisher),
	}
	var diags []source.Diagnostic
	for _, load := range []func(fs.FS) []source.Diagnostic{
		l.loadPeople, l.loadPlaces, l.loadTopics, l.loadPublishers,
	} {
		diags = append(diags, load(fsys)...)
	}
	slices.SortFunc(l.People, func(a, b *Person) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Places, func(a, b *Place) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Publishers, func(a, b *Publisher) int { return cmp.Compare(a.ID, b.ID) })
	l.index()
	return l, source.Sort(diags)
}

func (l *Lexicon) loadPeople(fsys fs.FS) []source.Diagnostic {
	reg, recs := open(fsys, "people.yaml",
		"id", "name", "en", "fr", "zh", "zh_checked", "fr_checked", "aliases", "side", "offices", "note", "wikidata", "source")
	claims := newClaims(reg, "people", l.people)
	for _, r := range recs {
		p := &Person{Name: r.names("name", tag), Aliases: r.List("aliases"), Side: r.side(), Note: r.Text("note"), Wikidata: r.wikidata()}
		if p.ID = r.id(p.Name); p.ID == "" {
			continue
		}
		for _, o := range r.Records("offices", officeKeys...) {
			p.Offices = append(p.Offices, record{o}.office())
		}
		slices.SortStableFunc(p.Offices, func(a, b Office) int { return cmp.Compare(a.From.First(), b.From.First()) })
		if claims.id(r, p.ID, p) {
			l.People = append(l.People, p)
			claims.names(r, p, p.Name, p.Aliases)
		}
	}
	return reg.Diagnostics()
}

var officeKeys = []string{"title", "en", "fr", "zh", "from", "to", "source", "checked", "inferred", "role", "note"}

func (r record) office() Office {
	o := Office{
		Title: r.names("title", tag), From: r.Date("from"), To: r.Date("to"), Role: r.Flag("role"),
		Source: r.Text("source"), Checked: r.Flag("checked"), Note: r.Text("note"),
	}
	if o.Title[lang.Unknown] == "" {
		r.Problem("", source.Error, "no-title", "the office has no title").Hint = "add \"title: …\""
	}
	if !o.From.IsZero() && !o.To.IsZero() && o.To.Last() < o.From.First() {
		r.Problem("to", source.Error, "date-order", "the office ends before it begins").Hint = "swap the two dates, or correct one"
	}
	return o
}

func (l *Lexicon) loadPlaces(fsys fs.FS) []source.Diagnostic {
	reg, recs := open(fsys, "places.yaml",
		"id", "name", "en", "fr", "zh", "zh_checked", "aliases", "side", "kind", "country", "lat", "lon", "note", "wikidata", "source")
	claims := newClaims(reg, "places", l.places)
	for _, r := range recs {
		p := &Place{
			Name: r.names("name", tag), Aliases: r.List("aliases"), Side: r.side(), Country: r.Text("country"),
			Lat: r.Number("lat", 90), Lon: r.Number("lon", 180), Wikidata: r.wikidata(),
		}
		if p.ID = r.id(p.Name); p.ID != "" && claims.id(r, p.ID, p) {
			l.Places = append(l.Places, p)
			claims.names(r, p, p.Name, p.Aliases)
		}
	}
	return reg.Diagnostics()
}

func (l *Lexicon) loadTopics(fsys fs.FS) []source.Diagnostic {
	reg, recs := open(fsys, "topics.yaml",
		"id", "name", "en", "fr", "zh", "zh_checked", "aliases", "description", "description_en", "description_fr", "description_zh", "note")
	claims := newClaims(reg, "topics", l.topics)
	for _, r := range recs {
		t := &Topic{Name: r.names("name", tag), Aliases: r.List("aliases")}
		t.Description = r.names("description", func(l lang.Lang) string { return "description_" + l.String() })
		if t.ID = r.id(t.Name); t.ID != "" && claims.id(r, t.ID, t) {
			l.Topics = append(l.Topics, t)
			claims.names(r, t, t.Name, t.Aliases)
		}
	}
	return reg.Diagnostics()
}

func (l *Lexicon) loadPublishers(fsys fs.FS) []source.Diagnostic {
	reg, recs := open(fsys, "publishers.yaml",
		"id", "name", "en", "fr", "zh", "zh_checked", "aliases", "side", "kind", "lang", "domains", "note", "url", "country")
	claims := newClaims(reg, "publishers", l.publishers)
	domains := newClaims(reg, "publishers", l.domains)
	for _, r := range recs {
		p := &Publisher{
			Name: r.names("name", tag), Aliases: r.List("aliases"), Side: r.side(),
			Kind: r.Text("kind"), Lang: r.language(), Domains: r.List("domains"),
		}
		if p.ID = r.id(p.Name); p.ID == "" || !claims.id(r, p.ID, p) {
			continue
		}
		l.Publishers = append(l.Publishers, p)
		claims.names(r, p, p.Name, p.Aliases)
		for i, d := range p.Domains {
			p.Domains[i] = strings.TrimPrefix(strings.ToLower(d), "www.")
			domains.claim(r.Item("domains", i), p.Domains[i], d, p)
		}
	}
	return reg.Diagnostics()
}

// record is a registry's record as people, places and the like have it.
type record struct{ *registry.Record }

// open reads a registry.
func open(fsys fs.FS, name string, keys ...string) (*registry.File, []record) {
	reg, all := registry.Open(fsys, name, keys...)
	records := make([]record, len(all))
	for i, r := range all {
		records[i] = record{r}
	}
	return reg, records
}

// side returns the side under key.
func (r record) side() Side {
	s := r.Text("side")
	side := ParseSide(strings.ToLower(s))
	if side == NoSide && s != "" {
		r.Problem("side", source.Error, "bad-value", "unknown side "+strconv.Quote(s)).Hint = "write canada, china or other"
	}
	return side
}

// wikidata returns the record's item in Wikidata.
func (r record) wikidata() string {
	id := r.Text("wikidata")
	digits, q := strings.CutPrefix(id, "Q")
	if id == "" || q && strings.Trim(digits, "0123456789") == "" && digits != "" && digits[0] != '0' {
		return id
	}
	d := r.Problem("wikidata", source.Error, "bad-value", strconv.Quote(id)+" is no item of Wikidata")
	d.Hint = "write its number alone, such as Q1930"
	return ""
}

// names returns a name in each language: as first written under the key whole,
// and in a language under the key that in gives for it.
func (r record) names(whole string, in func(lang.Lang) string) Names {
	var n Names
	n[lang.Unknown] = r.Text(whole)
	for _, l := range lang.All {
		n[l] = r.Text(in(l))
	}
	if n[lang.Unknown] == "" {
		for _, l := range lang.All {
			if n[l] != "" {
				n[lang.Unknown] = n[l]
				break
			}
		}
	}
	return n
}

// tag is the suffix of keys that are just the language.
func tag(l lang.Lang) string { return l.String() }

// id returns the record's id, by default the slug of its name.
func (r record) id(name Names) string {
	id := r.Text("id")
	switch {
	case name[lang.Unknown] == "" && id == "":
		r.Problem("", source.Error, "no-name", "the entry has no name").Hint = "add \"name: …\""
	case id == "":
		return Slug(name[lang.Unknown])
	case id != Slug(id):
		r.Problem("id", source.Error, "bad-value", "the id "+strconv.Quote(id)+" has to be in lower case with hyphens").
			Hint = "write " + Slug(id)
		return Slug(id)
	case name[lang.Unknown] == "":
		r.Problem("", source.Error, "no-name", "the entry has no name").Hint = "add \"name: …\""
	}
	return id
}

func (r record) language() lang.Lang {
	s := r.Text("lang")
	if s == "" {
		return lang.Unknown
	}
	l, err := lang.Parse(s)
	if err != nil && len(s) != 2 { // another language is no mistake, it is just none of ours
		r.Problem("lang", source.Warning, "bad-value", strconv.Quote(s)+" is no language tag").
			Hint = "write en, fr, zh or another tag of two letters"
	}
	return l
}

// claims sees to it that an id, a name or an alias leads to one thing.
type claims[T any] struct {
	reg   *registry.File
	what  string
	taken map[string]*T
	owner map[*T]string
}

func newClaims[T any](reg *registry.File, what string, taken map[string]*T) *claims[T] {
	return &claims[T]{reg, what, taken, make(map[*T]string)}
}

func (c *claims[T]) id(r record, id string, t *T) bool {
	if _, ok := c.taken[id]; ok && c.owner[c.taken[id]] == id {
		c.reg.Report(r.At("id"), source.Error, "duplicate-id", "two entries have the id "+strconv.Quote(id)).
			Hint = "make one entry of the two, or give this one an id of its own"
		return false
	}
	c.owner[t] = id
	c.taken[id] = t
	return true
}

func (c *claims[T]) names(r record, t *T, names Names, aliases []string) {
	for l, n := range names {
		at := r.At("name")
		if own := lang.Lang(l).String(); r.Has(own) {
			at = r.At(own)
		}
		c.claim(at, key(n), n, t)
	}
	for i, a := range aliases {
		c.claim(r.Item("aliases", i), key(a), a, t)
	}
}

func (c *claims[T]) claim(at registry.Place, key, as string, t *T) {
	if key == "" {
		return
	}
	other, ok := c.taken[key]
	if ok && other != t {
		c.reg.Report(at, source.Warning, "ambiguous",
			"two "+c.what+" are called "+strconv.Quote(as)+": "+c.owner[other]+" and "+c.owner[t]).
			Hint = "it is taken to mean " + c.owner[other]
		return
	}
	c.taken[key] = t
}
