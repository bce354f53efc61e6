package seed

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// metaKey is a key of a seed's front matter with what reads it.
type metaKey struct {
	Key
	read func(r *metaReader, v value)
}

// metaKeys holds every key of a seed's front matter, in the order in which it
// is told and in which Format puts them.
var metaKeys = [...]metaKey{
	{Key{"title", TextForm, "What happened, in a line of at most 80 characters; of an article its headline.", "Canada and China establish diplomatic relations", nil, ""}, func(r *metaReader, v value) { r.meta.Title = r.title(v) }},
	{Key{"date", DateForm, "When it happened; of an article, the day it was published. EDTF, or as people write dates in English, French or Chinese. No more exact than is known.", "1970-10-13", nil, ""}, func(r *metaReader, v value) { r.meta.Date = r.date(v) }},
	{Key{"end", DateForm, "The last day, of what lasted longer than one.", "1970-10-16", nil, ""}, func(r *metaReader, v value) { r.meta.End = r.date(v) }},
	{Key{"type", ChoiceForm, "What the seed is. Without it: an event where there is a date, a chronicle where there are dated entries; a .txt file is an article.", "article", typeNames[1:], ""}, func(r *metaReader, v value) { r.typ = Type(1 + r.oneOf(v, typeNames[1:])) }},
	{Key{"lang", ChoiceForm, "The language of the seed. Without it: that of its name (name.fr.md) or of its text.", "fr", []string{"en", "fr", "zh"}, ""}, func(r *metaReader, v value) { r.readLang(v) }},
	{Key{"kind", ChoiceForm, "What kind of event it is. Without it: by the words of its title.", "agreement", nil, KnownKinds}, func(r *metaReader, v value) { r.meta.Kind = r.text(v) }},
	{Key{"quad", ChoiceForm, "What it is between the two sides: words or deeds, with or against each other. Written only where the program reads it wrong.", "verbal-cooperation", quads[:], ""}, func(r *metaReader, v value) { r.meta.Quad = r.chosen(v, quads[:]) }},
	{Key{"actors", ChoicesForm, "Who acts. Written only where the program reads it wrong.", "[canada]", actors[:], ""}, func(r *metaReader, v value) { r.meta.Actors = r.sides(v) }},
	{Key{"targets", ChoicesForm, "On whom. Written only where the program reads it wrong.", "[china]", actors[:], ""}, func(r *metaReader, v value) { r.meta.Targets = r.sides(v) }},
	{Key{"topics", ListForm, "What it is about, by the ids or names of topics.yaml.", "[diplomacy, trade]", nil, KnownTopics}, func(r *metaReader, v value) { r.meta.Topics = r.texts(v) }},
	{Key{"people", ListForm, "Who took part, by the ids or names of people.yaml; other names are taken as written.", "[Mitchell Sharp]", nil, KnownPeople}, func(r *metaReader, v value) { r.meta.People = r.texts(v) }},
	{Key{"places", ListForm, "Where, by the ids or names of places.yaml; other names are taken as written.", `["Ottawa, Canada"]`, nil, KnownPlaces}, func(r *metaReader, v value) { r.meta.Places = r.texts(v) }},
	{Key{"importance", ChoiceForm, "1 is a turning point, 2 a step, 3 the rest.", "1", []string{"1", "2", "3"}, ""}, func(r *metaReader, v value) { r.meta.Importance = r.importance(v) }},
	{Key{"summary", TextForm, "What happened, in a sentence or two of plain past tense. Without it: the first paragraph below the front matter.", "Canada and China agreed to exchange ambassadors.", nil, ""}, func(r *metaReader, v value) { r.meta.Summary = r.text(v) }},
	{Key{"sources", SourcesForm, "Where it can be read: a list of mappings, or of addresses.", "[{title: Joint communiqué, publisher: Global Affairs Canada, url: https://example.org/x, date: 1970-10-13}]", nil, ""}, func(r *metaReader, v value) { r.meta.Sources = r.sources(v) }},
	{Key{"publisher", TextForm, "Of an article: who published it, by the ids or names of publishers.yaml.", "Xinhua", nil, KnownPublishers}, func(r *metaReader, v value) { r.meta.Publisher = r.text(v) }},
	{Key{"url", AddressForm, "Of an article: where it was published.", "https://example.org/article", nil, ""}, func(r *metaReader, v value) { r.meta.URL = r.url(v) }},
	{Key{"author", TextForm, "Of an article: who wrote it.", "Jane Doe", nil, ""}, func(r *metaReader, v value) { r.meta.Author = r.text(v) }},
	{Key{"draft", FlagForm, "Keeps the seed out of the site, unless it is built with --drafts.", "true", nil, ""}, func(r *metaReader, v value) { r.meta.Draft = r.yes(v) }},
	{Key{"aliases", ListForm, "Ids that the event had before, whose addresses lead here.", "[1970-10-recognition]", nil, ""}, func(r *metaReader, v value) { r.meta.Aliases = r.texts(v) }},
	{Key{"slug", TextForm, "The event's id and address, where these are not the file's name.", "1970-recognition", nil, ""}, func(r *metaReader, v value) { r.meta.Slug = r.slug(v) }},
	{Key{"translation_of", TextForm, "The original's path within the content folder, where that is not the file beside it (name.md of name.fr.md).", "events/1970s/1970-10-13-recognition.md", nil, ""}, func(r *metaReader, v value) { r.meta.TranslationOf = r.original(v) }},
	{Key{"of", TextForm, "Of a translation: a sum of the title and summary that it renders. check tells when the original has changed since, and the sum to write.", "3f2a91c8", nil, ""}, func(r *metaReader, v value) { r.meta.Of = r.text(v) }},
	{Key{"follows", ListForm, "Ids of earlier events that this one answers or carries on.", "[2018-12-01-meng-wanzhou-arrested]", nil, ""}, func(r *metaReader, v value) { r.meta.Follows = r.texts(v) }},
	{Key{"encoding", TextForm, "The encoding of an old file, where it is not found by itself.", "gb18030", nil, ""}, func(r *metaReader, v value) { r.encoding(v) }},
	{Key{"ignore", ListForm, "Events of an article that are to be left out, by date, by id, or by words of their sentence.", "[2025-10-16]", nil, ""}, func(r *metaReader, v value) { r.meta.Ignore = r.texts(v) }},
	{Key{"accept", ReasonsForm, "Checks that the seed may break, each with the reason.", "{one-source: no other one is public}", nil, KnownRules}, func(r *metaReader, v value) { r.meta.Accept = r.accepted(v) }},
	{Key{"corrections", DaysForm, "What was corrected in the record of the event, by the day it was; shown to readers, and told in the feed of corrections.", `{2026-11-02: "The day is the 13th, not the 12th: the communiqué has it so."}`, nil, ""}, func(r *metaReader, v value) { r.meta.Corrections = r.corrections(v) }},
	{Key{"strength", ChoiceForm, "How strong the sources are together.", "official", strengths[:], ""}, func(r *metaReader, v value) { r.meta.Strength = r.chosen(v, strengths[:]) }},
	{Key{"note", TextForm, "What sources disagree about, or what is not certain; shown to readers.", "Sources differ on the day.", nil, ""}, func(r *metaReader, v value) { r.meta.Note = r.text(v) }},
}

var (
	typeNames = [...]string{"", "event", "chronicle", "article"}
	sides     = [...]string{"canada", "china", "other"}
	quads     = [...]string{"verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "none"}
	actors    = [...]string{"canada", "china", "both", "none"}
	strengths = [...]string{"official", "academic", "major-press", "press", "weak"}
)

// otherNames are keys that editors know from elsewhere.
var otherNames = [...]struct{ name, meant string }{
	{"tags", "topics"},
	{"categories", "topics"},
	{"category", "kind"},
	{"keywords", "topics"},
	{"description", "summary"},
	{"abstract", "summary"},
	{"language", "lang"},
	{"location", "places"},
	{"link", "url"},
	{"source", "sources"},
	{"published", "date"},
	{"pubdate", "date"},
	{"end_date", "end"},
	{"name", "title"},
	{"headline", "title"},
	{"permalink", "slug"},
	{"actor", "actors"},
	{"by", "actors"},
	{"target", "targets"},
	{"class", "quad"},
	{"quad_class", "quad"},
	{"priority", "importance"},
	{"note_to_readers", "note"},
}

// String returns the type as the front matter's key "type" has it, or "" for no
// type.
func (t Type) String() string {
	if int(t) >= len(typeNames) {
		return ""
	}
	return typeNames[t]
}

// isKey tells whether name is a key of front matter.
func isKey(name string) bool {
	for i := range metaKeys {
		if metaKeys[i].Name == name {
			return true
		}
	}
	return false
}

// A metaReader reads the front matter's values into a Meta.
type metaReader struct {
	*reading
	meta  Meta
	typ   Type
	dated bool      // whether the front matter itself has a date, be it a bad one
	lang  lang.Lang // in which dates are read
}

// read takes in the whole front matter. Keys come in the order of the file, but
// lang before all, since dates are read in it.
func (r *metaReader) read(all value) {
	if v, ok := all.get("lang"); ok {
		r.readLang(v)
	}
	for i, k := range all.keys {
		if r.repeated(all.keys, i) || k.name == "lang" {
			continue
		}
		read := keyReader(k.name)
		if read == nil {
			r.unknown(k, metaNames(), "front matter")
			continue
		}
		read(r, all.items[i])
	}
	r.order(all)
}

func keyReader(name string) func(*metaReader, value) {
	for i := range metaKeys {
		if metaKeys[i].Name == name {
			return metaKeys[i].read
		}
	}
	return nil
}

func metaNames() []string {
	names := make([]string, len(metaKeys))
	for i := range metaKeys {
		names[i] = metaKeys[i].Name
	}
	return names
}

// repeated reports a key that stood before.
func (r *metaReader) repeated(keys []key, i int) bool {
	for _, before := range keys[:i] {
		if before.name == keys[i].name {
			r.errorf(keys[i].off, ruleDuplicateKey, "the key %q stands here a second time", before.name).
				Hint = fmt.Sprintf("keep one of the two; the first is in line %d", r.file.Position(before.off).Line)
			return true
		}
	}
	return false
}

// unknown reports a key that does not exist in where.
func (r *metaReader) unknown(k key, names []string, where string) {
	d := r.errorf(k.off, ruleUnknownKey, "unknown key %q in the %s", k.name, where)
	meant := source.Nearest(k.name, names)
	for _, o := range otherNames {
		if strings.EqualFold(o.name, k.name) {
			meant = o.meant
		}
	}
	if meant == "" {
		d.Hint = "the keys are " + strings.Join(names, ", ")
		return
	}
	d.Hint = fmt.Sprintf("did you mean %q?", meant)
}

// order reports an end before its date.
func (r *metaReader) order(all value) {
	date, end := r.meta.Date.Value, r.meta.End.Value
	if date.IsZero() || end.IsZero() || end.Last() >= date.First() {
		return
	}
	v, _ := all.get("end")
	r.errorf(v.off, ruleDateOrder, "the end, %s, is before the date, %s", end, date).Hint = "swap them, or correct one"
	r.meta.End = Field[edtf.Date]{}
}

// single returns what a single value says; ok is false if there is none. A list
// or a mapping is reported.
func (r *metaReader) single(v value) (text string, ok bool) {
	switch v.kind {
	case scalar:
		text = strings.TrimSpace(v.text)
		return text, text != ""
	case absent:
		return "", false
	}
	r.errorf(v.off, ruleWrongType, "%s where a single value belongs", v.kind).
		Hint = `write one value; if it is meant to begin with [ or {, put it in quotes`
	return "", false
}

// text reads a text of any kind.
func (r *metaReader) text(v value) Field[string] {
	s, ok := r.single(v)
	if !ok {
		return Field[string]{}
	}
	return Field[string]{s, r.file.Position(v.off)}
}

// texts reads a list of texts; a single one stands for a list of one.
func (r *metaReader) texts(v value) []Field[string] {
	if v.kind != list {
		v = value{kind: list, items: []value{v}}
	}
	fields := make([]Field[string], 0, len(v.items))
	for _, item := range v.items {
		if f := r.text(item); f.Set() {
			fields = append(fields, f)
		}
	}
	if len(fields) == 0 {
		return nil
	}
	return fields
}

// title reads a title. One that is no text keeps its place, as a date does:
// nobody is to miss what was told to be wrong.
func (r *metaReader) title(v value) Field[string] {
	f := r.text(v)
	if v.kind == list || v.kind == table {
		f.Pos = r.file.Position(v.off)
	}
	return f
}

// date reads a date as EDTF or as people write it.
func (r *metaReader) date(v value) Field[edtf.Date] {
	if v.kind == list || v.kind == table {
		r.errorf(v.off, ruleWrongType, "%s where a date belongs", v.kind).
			Hint = `put a set of dates in quotes, such as "[1970, 1972]"`
		return Field[edtf.Date]{Pos: r.file.Position(v.off)}
	}
	s, ok := r.single(v)
	if !ok {
		return Field[edtf.Date]{}
	}
	d, err := edtf.ParseText(s, r.lang)
	if err != nil {
		r.badDate(v.off, s, err)
	}
	return Field[edtf.Date]{d, r.file.Position(v.off)}
}

// badDate reports that s, which stands at off, is no date.
func (p *reading) badDate(off int, s string, err error) {
	d := p.errorf(off, ruleBadDate, "%v", err)
	d.Hint = `write it like 1970-10-13, 1970-10, 1970, "13 October 1970" or "c. 1960"`
	var bad *edtf.ParseError
	if errors.As(err, &bad) {
		d.Text = fmt.Sprintf("date %q: %s", s, bad.Problem)
		d.Hint = cmp.Or(bad.Hint, d.Hint)
	}
}

// oneOf returns the index of the value among names, or -1. Another value is
// reported.
func (r *metaReader) oneOf(v value, names []string) int {
	s, ok := r.single(v)
	if !ok {
		return -1
	}
	for i, name := range names {
		if strings.EqualFold(s, name) {
			return i
		}
	}
	d := r.errorf(v.off, ruleBadValue, "%q is none of %s", s, strings.Join(names, ", "))
	d.Hint = "write one of these"
	if near := source.Nearest(s, names); near != "" {
		d.Hint = fmt.Sprintf("did you mean %q?", near)
	}
	return -1
}

// chosen reads one of a closed set of words.
func (r *metaReader) chosen(v value, names []string) Field[string] {
	i := r.oneOf(v, names)
	if i < 0 {
		return Field[string]{}
	}
	return Field[string]{names[i], r.file.Position(v.off)}
}

// sides reads a list of sides, "both" or "none".
func (r *metaReader) sides(v value) []Field[string] {
	if v.kind != list {
		v = value{kind: list, items: []value{v}}
	}
	var fields []Field[string]
	for _, item := range v.items {
		if f := r.chosen(item, actors[:]); f.Set() {
			fields = append(fields, f)
		}
	}
	return fields
}

func (r *metaReader) importance(v value) Field[int] {
	s, ok := r.single(v)
	if !ok {
		return Field[int]{}
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 3 {
		r.errorf(v.off, ruleBadValue, "importance is 1, 2 or 3, not %q", s).
			Hint = "1 is a turning point, 2 matters, 3 is a detail"
		return Field[int]{}
	}
	return Field[int]{n, r.file.Position(v.off)}
}

// yes reads a truth value.
func (r *metaReader) yes(v value) bool {
	s, ok := r.single(v)
	if !ok {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "yes", "on":
		return true
	case "false", "no", "off":
		return false
	}
	r.errorf(v.off, ruleBadValue, "%q is neither true nor false", s).Hint = "write true or false"
	return false
}

func (r *metaReader) readLang(v value) {
	s, ok := r.single(v)
	if !ok {
		return
	}
	l, err := lang.Parse(s)
	if err != nil {
		r.errorf(v.off, ruleBadValue, "%q is none of the site's languages", s).Hint = "write en, fr or zh"
		return
	}
	if !r.forced {
		r.lang = l
	}
}

// url reads an address on the web.
func (r *metaReader) url(v value) Field[string] {
	f := r.text(v)
	if !f.Set() {
		return f
	}
	if problem := webProblem(f.Value); problem != "" {
		d := r.errorf(v.off, ruleUnsafeLink, "%q %s", f.Value, problem)
		d.Hint = "write the whole address, such as https://www.canada.ca/"
		if whole := wholeAddress(f.Value); whole != "" {
			d.Hint = "write " + whole
		}
		return Field[string]{}
	}
	return f
}

func (r *metaReader) slug(v value) Field[string] {
	f := r.text(v)
	if f.Set() && (strings.ContainsAny(f.Value, "/\\?#%&:\"'<> \t\r\n") || strings.HasPrefix(f.Value, ".")) {
		r.errorf(v.off, ruleBadValue, "the slug %q cannot be part of an address", f.Value).
			Hint = "write letters and digits parted by hyphens, such as 1970-recognition"
		return Field[string]{}
	}
	return f
}

// original reads the path of the seed that this one translates.
func (r *metaReader) original(v value) Field[string] {
	f := r.text(v)
	if strings.HasPrefix(f.Value, "./") || strings.HasPrefix(f.Value, "../") {
		f.Value = path.Join(path.Dir(r.file.Name), f.Value)
	}
	return f
}

// encoding checks the name of the encoding, which was heeded before.
func (r *metaReader) encoding(v value) {
	s, ok := r.single(v)
	if !ok {
		return
	}
	name, near := source.LookupEncoding(s)
	if name != "" {
		return
	}
	d := r.errorf(v.off, ruleBadEncoding, "unknown encoding %q", s)
	d.Hint = "write utf-8, gb18030, big5, utf-16 or windows-1252, or take the line out"
	if near != "" {
		d.Hint = fmt.Sprintf("did you mean %q?", near)
	}
}
