package interchange

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// Draft is an event as a file of another program has it, ready to be written as
// a seed.
type Draft struct {
	ID           string // name of the seed's file without its ending
	Sheet        seed.Sheet
	Translations []seed.Sheet // title, summary and language of each
	Pos          source.Position
}

// File is a seed to be written.
type File struct {
	Name  string // path within the content folder
	Sheet *seed.Sheet
}

// Folder returns where the seed of an event of that date lies in the content
// folder: decades are kept apart for those who look.
// What is open at its start stands where it ends.
func Folder(date edtf.Date) string {
	year := date.Year()
	if date.First() == edtf.MinDay {
		year, _, _ = date.Last().Date()
	}
	return path.Join("events", fmt.Sprintf("%ds", year/10*10))
}

// Files returns the seed and those of its translations.
func (d *Draft) Files() []File {
	base := path.Join(Folder(d.Sheet.Date), d.ID)
	files := []File{{base + ".md", &d.Sheet}}
	for i := range d.Translations {
		files = append(files, File{base + "." + d.Translations[i].Lang.String() + ".md", &d.Translations[i]})
	}
	return files
}

// reader gathers the drafts of one file.
type reader struct {
	file   *source.File
	lang   lang.Lang // that the texts are in; unknown for what they look like
	drafts []Draft
	ds     []source.Diagnostic
}

// ruleImport is what all that cannot be read in a file of another program is
// told by.
const ruleImport = "import"

// problem tells what cannot be read at off, and the mend.
func (r *reader) problem(off int, hint, format string, args ...any) {
	r.ds = append(r.ds, r.file.Errorf(off, ruleImport, format, args...).WithHint("%s", hint))
}

// remark tells what is not taken over.
func (r *reader) remark(off int, hint, format string, args ...any) {
	r.ds = append(r.ds, r.file.Warnf(off, ruleImport, format, args...).WithHint("%s", hint))
}

// datesAre is the mend of a date that is none.
const datesAre = `write it like 1970-10-13, 1970-10, 1970, 1973-10-10/1973-10-16 or "c. 1960"`

// date reads a date that stands at off. One that cannot be read is told.
func (r *reader) date(off int, text string) (edtf.Date, bool) {
	d, err := edtf.ParseText(text, r.lang)
	if err != nil {
		r.problem(off, datesAre, "no date: %v", err)
		return d, false
	}
	return d, true
}

// add adds an event that stands at off: what an editor still has to say gets a
// line in the seed. An event that no seed can hold is told.
func (r *reader) add(off int, d Draft) {
	s := &d.Sheet
	s.Type = seed.Event
	if s.Lang == lang.Unknown {
		s.Lang = cmp.Or(r.lang, lang.Detect(s.Title+" "+s.Summary), lang.EN)
	}
	if d.ID == "" {
		d.ID = strings.Trim(lexicon.Slug(s.Date.String())+"-"+lexicon.Slug(s.Title), "-")
	}
	d.Pos = r.file.Position(off)
	for _, f := range d.Files() {
		_, problems := seed.Parse(f.Name, f.Sheet.Bytes(), seed.Options{})
		for _, p := range problems {
			if p.Severity == source.Error {
				r.problem(off, p.Hint, "no seed can hold this event: %s", p.Text)
				return
			}
		}
	}
	r.drafts = append(r.drafts, d)
}

// kindOf returns the kind that a word of another program names, "" for none.
func kindOf(word string) string {
	slug := lexicon.Slug(word)
	for _, k := range lexicon.Kinds {
		if slug == k.ID {
			return k.ID
		}
		for _, name := range k.Name {
			if lexicon.Slug(name) == slug {
				return k.ID
			}
		}
	}
	return ""
}

// classify takes over the words that another program sorts an event by: one of
// them may name a kind; the others are for the editor to make topics of.
func classify(s *seed.Sheet, words ...string) {
	for _, word := range words {
		if word == "" {
			continue
		}
		if kind := kindOf(word); kind != "" && s.Kind == "" {
			s.Kind = kind
			continue
		}
		s.Comments = append(s.Comments, "was sorted under: "+word)
	}
}

// link adds an address as a source, if it is one that a seed takes.
func link(s *seed.Sheet, title, address string) {
	if isWeb(address) {
		s.Sources = append(s.Sources, seed.Source{Title: title, URL: address})
	}
}
