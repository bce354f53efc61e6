package timeline

import (
	"cmp"
	"maps"
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// translator lays translations over events.
type translator struct {
	events     []*event.Event
	seeds      map[string]int            // events of editors, by their seed
	chronicles map[string]*seed.Document // by name
	entries    map[place]int             // events that an entry of a chronicle leads
}

// place is where an entry's text begins in the text of a seed.
type place struct {
	seed  string
	start int
}

// translate lays translations over the events of the seeds they translate. The
// readings of the originals that are chronicles have to be among the others.
func translate(events []*event.Event, translations, others []*event.Reading) []source.Diagnostic {
	if len(translations) == 0 {
		return nil
	}
	t := newTranslator(events, others)
	var ds []source.Diagnostic
	for _, r := range translations {
		path, tr, _ := event.TranslationOf(r.Doc)
		if original := t.chronicles[path]; original != nil && r.Doc.Type == seed.Chronicle {
			ds = append(ds, t.chronicle(original, r)...)
			continue
		}
		i, ok := t.seeds[path]
		if !ok {
			ds = append(ds, orphan(r, path, t.seeds))
			continue
		}
		t.lay(i, r, tr)
	}
	return ds
}

func newTranslator(events []*event.Event, readings []*event.Reading) *translator {
	t := &translator{
		events: events, seeds: make(map[string]int, len(events)),
		chronicles: make(map[string]*seed.Document), entries: make(map[place]int),
	}
	for _, r := range readings {
		if r.Doc.Type == seed.Chronicle {
			t.chronicles[r.Doc.File.Name] = r.Doc
		}
	}
	for i, e := range events {
		if e.Status == event.Edited && t.chronicles[e.Seeds[0]] == nil {
			t.seeds[e.Seeds[0]] = i
		}
		if len(e.Evidence) > 0 && e.Evidence[0].Seed == e.Seeds[0] {
			t.entries[place{e.Seeds[0], e.Evidence[0].Span.Start}] = i
		}
	}
	return t
}

// lay gives an event its wording in a further language. What a seed yields is
// never changed, so a copy takes its place.
func (t *translator) lay(i int, r *event.Reading, tr event.Translation) {
	e := *t.events[i]
	e.Sum = e.Sum*31 + r.Sum
	e.Translations = append(slices.Clone(e.Translations), tr)
	slices.SortFunc(e.Translations, func(a, b event.Translation) int { return cmp.Compare(a.Lang, b.Lang) })
	t.events[i] = &e
}

// chronicle lays the entries of a translated chronicle over the events that
// the original tells, each over that of its date, the second of a date over
// the second. An entry whose event is told by an editor's seed adds nothing:
// the seed has its own translation.
func (t *translator) chronicle(original *seed.Document, r *event.Reading) []source.Diagnostic {
	var ds []source.Diagnostic
	seen := make(map[edtf.Date]int)
	for i := range r.Doc.Entries {
		entry := &r.Doc.Entries[i]
		start, ok := startOf(original.Entries, entry.Date, seen[entry.Date])
		seen[entry.Date]++
		if !ok {
			ds = append(ds, stray(r.Doc, entry, original))
			continue
		}
		if at, ok := t.entries[place{original.File.Name, start}]; ok {
			t.lay(at, r, event.EntryTranslation(r.Doc, entry))
		}
	}
	return ds
}

// startOf returns where the text of the entry begins that has n others of its
// date before it.
func startOf(entries []seed.Entry, date edtf.Date, n int) (start int, ok bool) {
	for _, e := range entries {
		if e.Date != date {
			continue
		}
		if n == 0 {
			return e.Text.Start, true
		}
		n--
	}
	return 0, false
}

// stray tells of an entry that translates none.
func stray(doc *seed.Document, entry *seed.Entry, original *seed.Document) source.Diagnostic {
	d := doc.File.Errorf(0, "no-original", "there is no such entry of %s in %s to translate", entry.Date, original.File.Name)
	d.Pos = doc.Position(entry.Dated.Start)
	return d.WithHint("give it the date that the original has, or delete it")
}

// orphan tells of a translation without an original.
func orphan(r *event.Reading, original string, at map[string]int) source.Diagnostic {
	d := r.Doc.File.Errorf(0, "no-original", "there is no event seed %s to translate", original).
		WithHint("put the translation beside its original, or set translation_of to the original's path within the content folder")
	if r.Doc.Meta.TranslationOf.Set() {
		d.Pos = r.Doc.Meta.TranslationOf.Pos
	}
	if near := source.Nearest(original, slices.Sorted(maps.Keys(at))); near != "" {
		d.Hint = "did you mean " + near + "?"
	}
	return d
}
