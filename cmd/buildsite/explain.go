package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/pipeline"
	"buildsite/internal/render"
	"buildsite/internal/seed"
	"buildsite/internal/site"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// explainCommand shows what seeds yield. They need not lie in the content
// folder; its registries are used if it is there.
type explainCommand struct {
	Files []string `arg:"" name:"file" help:"Seeds to explain."`
	Date  string   `placeholder:"YYYY-MM-DD" help:"Take this for the seed's own date."`
	Lang  string   `placeholder:"en|fr|zh" help:"Take this for the seed's language."`
	Any   bool     `help:"Show events that concern neither side, too."`
}

// Run explains each file in turn. A file that cannot be read, or has problems,
// does not keep the others from being explained.
func (e *explainCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	opts, err := e.options()
	if err != nil {
		return err
	}
	content, closeContent, err := openContent(c.Content)
	if err != nil {
		return err
	}
	defer closeContent()
	reader, ds := pipeline.NewReader(content)
	failed := source.HasError(ds)
	if err := t.report(ds, false); err != nil {
		return err
	}
	for _, file := range e.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			text, hint := explainError(err)
			tell(t.err, text, hint)
			failed = true
			continue
		}
		reading := reader.Read(pipeline.One{Name: seedName(c.Content, file), Raw: raw, Options: opts, Any: e.Any})
		ds := renamed(reading.Diagnostics, file)
		failed = failed || source.HasError(ds)
		if err := errors.Join(t.report(ds, false), e.explain(t, reading, c.JSON)); err != nil {
			return err
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// options returns what the flags say of the seeds.
func (e *explainCommand) options() (seed.Options, error) {
	var opts seed.Options
	var err error
	if opts.Date, err = day("--date", e.Date); err != nil {
		return opts, err
	}
	if e.Lang != "" {
		if opts.Lang, err = lang.Parse(e.Lang); err != nil {
			return opts, &usageError{"--lang " + e.Lang + " is no language of the site", "write en, fr or zh"}
		}
	}
	return opts, nil
}

// renamed returns the problems of a file, sorted, under the name that it was
// given by.
func renamed(ds []source.Diagnostic, file string) []source.Diagnostic {
	ds = slices.Clone(ds)
	for i := range ds {
		ds[i].File = filepath.ToSlash(filepath.Clean(file))
	}
	return source.Sort(ds)
}

// openContent opens the content folder; without one there are no registries.
func openContent(dir string) (pipeline.Dir, func(), error) {
	content := pipeline.Dir{FS: os.DirFS(dir), Name: filepath.ToSlash(filepath.Clean(dir))}
	root, err := openFolder("--content", dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return content, func() {}, nil // in which nothing is found
	case err != nil:
		return content, nil, err
	}
	content.FS = root.FS()
	return content, func() { _ = root.Close() }, nil
}

// seedName returns the path of a file relative to the content folder, or as it
// was given where it lies outside.
func seedName(content, file string) string {
	given := filepath.ToSlash(filepath.Clean(file))
	dir, err := filepath.Abs(content)
	if err != nil {
		return given
	}
	path, err := filepath.Abs(file)
	if err != nil || !within(path, dir) {
		return given
	}
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return given
	}
	return filepath.ToSlash(rel)
}

func (e *explainCommand) explain(t *terminal, r *event.Reading, asJSON bool) error {
	if !asJSON {
		return e.explainText(t, r)
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(newExplanation(r))
}

// explanation is what explain --json prints of a file.
type explanation struct {
	Seed      string                `json:"seed"`
	Type      string                `json:"type"`
	Lang      string                `json:"lang"`
	Encoding  string                `json:"encoding"`
	Published published             `json:"published"`
	Text      string                `json:"text"`
	Timexes   []timexRecord         `json:"timexes"`
	Events    []render.Record       `json:"events"`
	Review    []render.ReviewRecord `json:"review"`
}

type published struct {
	Date     string   `json:"date"`
	Basis    string   `json:"basis"`
	Evidence []string `json:"evidence"`
}

// timexRecord is a time expression. Start and end count code points of the
// explanation's text.
type timexRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
	Mod   string `json:"mod"`
	EDTF  string `json:"edtf"`
}

func newExplanation(r *event.Reading) explanation {
	doc := r.Doc
	x := explanation{
		Seed: doc.File.Name, Type: doc.Type.String(), Lang: doc.Lang.String(), Encoding: doc.File.Encoding,
		Published: published{r.Published.Date.String(), string(r.Published.Basis), append([]string{}, r.Published.Evidence...)},
		Text:      doc.Text,
		Timexes:   timexRecords(doc.Text, r.Timexes),
		Events:    make([]render.Record, len(r.Events)),
		Review:    render.NewReview(r.Review),
	}
	if doc.Type == seed.Event {
		x.Text = doc.File.Text
	}
	if x.Published.Basis == "" {
		x.Published.Basis = string(event.NoBasis)
	}
	for i := range r.Events {
		x.Events[i] = render.NewRecord(site.NewEntry(&r.Events[i], edtf.Date{}))
	}
	return x
}

// timexRecords turns byte offsets, which rise, into offsets of code points.
func timexRecords(text string, all []timex.Expr) []timexRecord {
	records := make([]timexRecord, len(all))
	at, runes := 0, 0
	count := func(to int) int {
		runes += utf8.RuneCountInString(text[at:to])
		at = to
		return runes
	}
	for i, e := range all {
		records[i] = timexRecord{
			Start: count(e.Start), End: count(e.End), Text: text[e.Start:e.End],
			Type: e.Type.String(), Value: e.Value, Mod: e.Mod, EDTF: e.Date.String(),
		}
	}
	return records
}

// explainText prints a reading for people.
func (e *explainCommand) explainText(t *terminal, r *event.Reading) error {
	p := &printer{w: t.out}
	doc := r.Doc
	p.line("%s: %s, %s, %s", doc.File.Name, cmp.Or(doc.Type.String(), "no seed as it stands"), languageName[doc.Lang], doc.File.Encoding)
	switch {
	case doc.Type != seed.Article:
	case e.Date != "":
		p.line("published: %s, from --date", r.Published.Date)
	default:
		p.published(r.Published)
	}
	p.timexes(r)
	p.events(r)
	for _, q := range r.Review {
		p.line("\nto settle, line %d: %s (%s)", q.Line, q.Text, q.Rule)
		p.line("  hint: %s", q.Hint)
	}
	p.line("")
	return p.err
}

var languageName = [...]string{lang.Unknown: "unknown language", lang.EN: "English", lang.FR: "French", lang.ZH: "Chinese"}

// printer writes lines until the first error.
type printer struct {
	w   interface{ Write([]byte) (int, error) }
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) published(d event.Dating) {
	if d.Date.IsZero() {
		p.line("published: not known")
		return
	}
	p.line("published: %s, from %s", d.Date, basisWords[d.Basis])
	for _, words := range d.Evidence {
		p.line("  %q", words)
	}
}

var basisWords = map[event.Basis]string{
	event.FrontMatter: "the front matter", event.FileName: "the file's name", event.Dateline: "the dateline",
	event.Byline: "the line that says when it was published", event.Inferred: "what it says of events that are known",
}

func (p *printer) timexes(r *event.Reading) {
	if len(r.Timexes) == 0 {
		return
	}
	p.line("\ntime expressions")
	for _, e := range r.Timexes {
		means := e.Date.String()
		if means == "" {
			means = "no date"
		}
		p.line("  %5s  %-28s %-8s %-16s %s", r.Doc.Position(e.Start), r.Doc.Text[e.Start:e.End], e.Type, e.Value, means)
	}
}

func (p *printer) events(r *event.Reading) {
	if len(r.Events) == 0 {
		p.line("\nno events")
		return
	}
	p.line("\n%s", count(len(r.Events), "event", "events"))
	for i := range r.Events {
		p.event(&r.Events[i])
	}
}

func (p *printer) event(e *event.Event) {
	mark := ""
	if e.Elsewhere {
		mark = ", concerns neither side"
	}
	p.line("  %s  %s  [%s, %s%s]", e.Date, e.Title, e.Kind, e.Date.Precision(), mark)
	printNames(p, "who", e.People, func(x *lexicon.Person) lexicon.Names { return x.Name })
	printNames(p, "where", e.Places, func(x *lexicon.Place) lexicon.Names { return x.Name })
	if e.Status == event.Edited {
		for _, s := range e.Sources {
			p.line("      source: %s", told(s))
		}
	}
	for _, v := range e.Evidence {
		p.line("      line %d: %s", v.Line, strings.Join(strings.Fields(v.Quote), " "))
		if v.Timex != "" {
			p.line("      %q: %s", v.Timex, v.Basis)
		}
	}
}

// told names a source and its side.
func told(s event.Source) string {
	name := cmp.Or(s.Publisher, s.Title, s.URL, s.Seed)
	if s.Side == lexicon.NoSide {
		return name + ", side not known"
	}
	return name + ", " + s.Side.String()
}

// printNames prints the names of people or places on one line, in English.
func printNames[T any](p *printer, what string, all []T, name func(T) lexicon.Names) {
	if len(all) == 0 {
		return
	}
	names := make([]string, len(all))
	for i, x := range all {
		names[i] = name(x).In(lang.EN)
	}
	p.line("      %s: %s", what, strings.Join(names, "; "))
}
