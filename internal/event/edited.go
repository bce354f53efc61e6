package event

import (
	"fmt"
	"html"
	"path"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// reader is the work on one seed.
type reader struct {
	*Reading
	doc *seed.Document
	lex *lexicon.Lexicon
	ids map[string]bool // that the seed's events have
	any bool            // events that concern neither side are told, too

	found Dating // the day of an article that says none, see [ExtractOn]
}

// problem adds a diagnostic at pos of the seed. The pointer is good until the
// next one.
func (r *reader) problem(pos source.Position, severity source.Severity, rule, text string) *source.Diagnostic {
	r.Diagnostics = append(r.Diagnostics, source.Diagnostic{
		File: r.doc.File.Name, Pos: pos, Severity: severity, Rule: rule, Text: text,
	})
	return &r.Diagnostics[len(r.Diagnostics)-1]
}

// edited reads an event that an editor wrote.
func (r *reader) edited() {
	meta := &r.doc.Meta
	e := r.defaults()
	e.ID, e.Title = seedID(r.doc), strings.Clone(meta.Title.Value)
	e.Date = r.interval(meta.Date, meta.End)
	r.missing(e)
	if e.Title == "" || e.Date.IsZero() {
		return
	}
	r.checkYear(e.Date, meta.Date.Pos)
	if e.Kind == "" {
		e.Kind = r.kindOf(e.Title + ". " + meta.Summary.Value)
	}
	if e.Summary = strings.Clone(meta.Summary.Value); e.Summary == "" {
		e.Summary = firstParagraph(r.doc.HTML)
	}
	if e.Summary == "" {
		e.Summary = e.Title
	}
	if e.Importance == 0 {
		e.Importance = defaultImportance
	}
	e.HTML = r.doc.HTML
	e.classifyWritten(r.lex)
	e.measureWritten()
	r.settle(&e)
	r.Events = append(r.Events, e)
}

// missing tells of a title or a date that an event of its own lacks, unless the
// one that is there was told to be wrong.
func (r *reader) missing(e Event) {
	top := source.Position{Line: 1, Column: 1}
	if e.Title == "" && !r.doc.Meta.Title.Set() {
		r.problem(top, source.Error, "no-title", "the event has no title").Hint = `add "title: …" to the front matter`
	}
	if e.Date.IsZero() && !r.doc.Meta.Date.Set() {
		r.problem(top, source.Error, "no-date", "the event has no date").Hint = `add "date: YYYY-MM-DD" to the front matter`
	}
}

// The importance of events whose seed does not say: an event that somebody
// wrote a file for matters more than an entry in a list.
const (
	defaultImportance = 2
	entryImportance   = 3
)

// defaults is the event that the front matter alone describes, without id,
// title and date. Texts are cloned: a piece of the file's text would keep all
// of it in memory for as long as there is the event.
func (r *reader) defaults() Event {
	meta := &r.doc.Meta
	e := Event{
		Lang:        r.doc.Lang,
		Kind:        r.kind(),
		Importance:  meta.Importance.Value,
		Status:      Edited,
		Confidence:  1,
		Sources:     r.sources(r.stated()),
		Note:        strings.Clone(meta.Note.Value),
		Corrections: meta.Corrections,
		Strength:    meta.Strength.Value,
		Seeds:       []string{r.doc.File.Name},
		Draft:       meta.Draft,
	}
	for _, t := range meta.Topics {
		e.Topics = append(e.Topics, r.lex.Topic(t.Value))
	}
	for _, p := range meta.People {
		e.People = append(e.People, r.lex.Person(p.Value))
	}
	for _, p := range meta.Places {
		e.Places = append(e.Places, r.lex.Place(p.Value))
	}
	for _, a := range meta.Aliases {
		e.Aliases = append(e.Aliases, strings.Clone(a.Value))
	}
	return e
}

// settle lets what the front matter says of class and sides stand.
func (r *reader) settle(e *Event) {
	meta := &r.doc.Meta
	if q := meta.Quad; q.Set() {
		e.Quad = lexicon.ParseQuad(q.Value)
	}
	if len(meta.Actors) > 0 {
		e.Actors = namedSides(meta.Actors)
	}
	if len(meta.Targets) > 0 {
		e.Targets = namedSides(meta.Targets)
	}
}

// namedSides reads a list of sides; "both" is the two, "none" nobody.
func namedSides(fields []seed.Field[string]) []lexicon.Side {
	var set sides
	for _, f := range fields {
		switch f.Value {
		case "both":
			set |= ofCanada | ofChina
		default:
			set |= sidesOf(lexicon.Mention{Side: lexicon.ParseSide(f.Value)})
		}
	}
	return set.list()
}

// checkNames warns of names in the front matter that are not registered but
// each like one that is.
func (r *reader) checkNames() {
	meta := &r.doc.Meta
	for _, name := range meta.People {
		r.checkName("unknown-person", name, r.lex.NearPerson(name.Value))
	}
	for _, name := range meta.Places {
		r.checkName("unknown-place", name, r.lex.NearPlace(name.Value))
	}
	for _, name := range meta.Topics {
		r.checkName("unknown-topic", name, r.lex.NearTopic(name.Value))
	}
	r.checkName("unknown-publisher", meta.Publisher, r.lex.NearPublisher(meta.Publisher.Value))
	for _, s := range meta.Sources {
		r.checkName("unknown-publisher", s.Publisher, r.lex.NearPublisher(s.Publisher.Value))
	}
}

// checkName warns of a name that is like a registered one, if any.
func (r *reader) checkName(rule string, name seed.Field[string], like string) {
	if like == "" {
		return
	}
	what := strings.TrimPrefix(rule, "unknown-")
	r.problem(name.Pos, source.Warning, rule, "no "+what+" of the name "+strconv.Quote(name.Value)+" is registered").
		Hint = "did you mean " + strconv.Quote(like) + "?"
}

// kind is the one that the front matter names, "" if none.
func (r *reader) kind() string {
	k := r.doc.Meta.Kind
	if !k.Set() || k.Value == "" {
		return ""
	}
	if known, ok := lexicon.KindOf(k.Value); ok {
		return known.ID
	}
	d := r.problem(k.Pos, source.Error, "unknown-kind", "unknown kind "+strconv.Quote(k.Value))
	if near := source.Nearest(k.Value, lexicon.KindIDs()); near != "" {
		d.Hint = "did you mean " + strconv.Quote(near) + "?"
	} else {
		d.Hint = "kinds: " + strings.Join(lexicon.KindIDs(), ", ")
	}
	return ""
}

// otherKind is the kind of what the table of acts does not know.
const otherKind = "milestone"

// kindOf tells the kind of a text by its most telling act.
func (r *reader) kindOf(text string) string {
	best := lexicon.Said{}
	for s := range r.lex.Acts(r.doc.Lang, text) {
		if s.Kind == "" {
			continue
		}
		if s.Figure && !hasFigure(r.doc.Lang, text) {
			continue
		}
		if best.Act == nil || s.Rank < best.Rank {
			best = s
		}
	}
	if best.Act == nil {
		return otherKind
	}
	return best.Kind
}

// interval is the event's date: from date to end where there is an end.
func (r *reader) interval(date, end seed.Field[edtf.Date]) edtf.Date {
	if !end.Set() || end.Value.IsZero() || date.Value.IsZero() || end.Value == date.Value {
		return date.Value
	}
	span, err := edtf.Interval(date.Value, end.Value)
	if err != nil {
		r.problem(end.Pos, source.Error, "bad-date", fmt.Sprintf("no stretch of time goes from %s to %s", date.Value, end.Value)).
			Hint = "write two single dates, or all of it as the date, such as 1973-10-10/1973-10-16"
		return date.Value
	}
	return span
}

// checkYear tells of an event's date, which stands at pos, that leaves the year
// open at both ends: it has no place in time.
func (r *reader) checkYear(d edtf.Date, pos source.Position) {
	if hasYear(d) {
		return
	}
	r.problem(pos, source.Error, "bad-date", fmt.Sprintf("date %q: nothing says in which year", d)).
		Hint = "write the year, if need be as a decade (197X), a century (19XX) or one end of a range (../1970)"
}

// maxYears is how many years a date may span whose year counts as known: a
// thousand, as 1XXX does, with room for sets.
const maxYears = 5000

// hasYear tells whether a date says of one of its ends at least which year that
// is, be it roughly.
func hasYear(d edtf.Date) bool {
	if d.IsInterval() {
		from, to := d.Start(), d.End()
		return !from.IsZero() && hasYear(from) || !to.IsZero() && hasYear(to)
	}
	first, _, _ := d.First().Date()
	last, _, _ := d.Last().Date()
	return d.OpenStart() != d.OpenEnd() || last-first < maxYears
}

// stated returns the sources that the front matter states: those of its list,
// and its own address and publisher before them where the list lacks these.
func (r *reader) stated() []seed.Source {
	meta := &r.doc.Meta
	own := seed.Source{Publisher: meta.Publisher, URL: meta.URL.Value, Pos: meta.URL.Pos}
	if own.URL == "" && own.Publisher.Value == "" {
		return meta.Sources
	}
	listed := func(s seed.Source) bool {
		if own.URL != "" {
			return s.URL == own.URL
		}
		return r.publisher(s.Publisher.Value, s.URL).ID == r.lex.Publisher(own.Publisher.Value).ID
	}
	if slices.ContainsFunc(meta.Sources, listed) {
		return meta.Sources
	}
	return append([]seed.Source{own}, meta.Sources...)
}

// sources turns those of the front matter or of an entry into an event's.
func (r *reader) sources(list []seed.Source) []Source {
	out := make([]Source, 0, len(list))
	for _, s := range list {
		src := Source{
			Title: strings.Clone(s.Title), Publisher: strings.Clone(s.Publisher.Value), URL: strings.Clone(s.URL), Date: s.Date,
			Side: lexicon.ParseSide(s.Side), Paraphrased: s.Paraphrased,
		}
		publisher := r.publisher(s.Publisher.Value, s.URL)
		if src.Side == lexicon.NoSide {
			src.Side = publisher.Side
		}
		if src.Lang, _ = lang.Parse(s.Lang); s.Lang == "" {
			src.Lang = publisher.Lang
		}
		out = append(out, src)
	}
	return out
}

// publisher is who published something, by name or else by address.
func (r *reader) publisher(name, url string) *lexicon.Publisher {
	p := r.lex.Publisher(name)
	if p.Side == lexicon.NoSide && url != "" {
		if byURL := r.lex.Publisher(url); name == "" || byURL.Side != lexicon.NoSide {
			return byURL
		}
	}
	return p
}

// seedID is the id of an event that has a file of its own: its slug, else the
// file's name without ending and language.
func seedID(doc *seed.Document) string {
	if s := lexicon.Slug(doc.Meta.Slug.Value); s != "" {
		return s
	}
	name := doc.File.Name
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if ext := path.Ext(base); len(ext) == 3 {
		if _, err := lang.Parse(ext[1:]); err == nil {
			base = strings.TrimSuffix(base, ext)
		}
	}
	if id := lexicon.Slug(base); id != "" {
		return id
	}
	return "event-" + hash(name)
}

// firstParagraph is the plain text of the first paragraph of safe HTML.
func firstParagraph(body string) string {
	_, rest, ok := strings.Cut(body, "<p>")
	if !ok {
		return ""
	}
	para, _, _ := strings.Cut(rest, "</p>")
	var b strings.Builder
	for para != "" {
		text, tag, _ := strings.Cut(para, "<")
		b.WriteString(text)
		_, para, _ = strings.Cut(tag, ">")
	}
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

// EntryTranslation returns the wording that an entry of a translated chronicle
// gives.
func EntryTranslation(doc *seed.Document, entry *seed.Entry) Translation {
	return Translation{Lang: doc.Lang, Title: entry.Title, Summary: oneLine(entry.Text.Of(doc.Text)), HTML: entry.HTML, Seed: doc.File.Name}
}

// TranslationOf returns the content-relative path of the original that doc
// translates, and the wording it gives; ok is false if doc is no translation.
func TranslationOf(doc *seed.Document) (original string, t Translation, ok bool) {
	meta := &doc.Meta
	if !meta.TranslationOf.Set() && meta.TranslationOf.Value == "" {
		return "", Translation{}, false
	}
	t = Translation{Lang: doc.Lang, Title: meta.Title.Value, Summary: meta.Summary.Value, HTML: doc.HTML, Note: meta.Note.Value, Seed: doc.File.Name}
	if t.Summary == "" {
		t.Summary = firstParagraph(doc.HTML)
	}
	return meta.TranslationOf.Value, t, true
}
