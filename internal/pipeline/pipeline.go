// Package pipeline knows the order of the work: it reads the content folder,
// asks each seed what it tells, merges, plans, and renders.
//
// [Run] maps an [Input] to a [Result] and touches nothing else: no clock, no
// environment, no network. The plan stands before a byte is rendered;
// [Result.Render] then hands out the files one by one, so that a large site
// never lies in memory as a whole.
//
// All concurrency of a build is here. The stages themselves are plain
// functions of what they are given.
package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"buildsite/internal/asset"
	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/message"
	"buildsite/internal/render"
	"buildsite/internal/seed"
	"buildsite/internal/series"
	"buildsite/internal/site"
	"buildsite/internal/source"
	"buildsite/internal/timeline"
)

// Dir is a folder of input and what problems call it.
type Dir struct {
	FS   fs.FS
	Name string // put before the names of its files, such as "content"
}

// Input is all that a build depends on.
type Input struct {
	Content   Dir
	Templates Dir // every template: base.html, pages/, partials/
	Static    Dir
	BaseURL   string    // "" for the one of site.yaml
	Drafts    bool      // build drafts, too
	Today     edtf.Date // zero: the day of the newest source
	Jobs      int       // goroutines; zero for one a processor
	Record    bool      // look at the record as a whole, too, see package check
}

// Result is a planned site.
type Result struct {
	Plan        *site.Plan
	Timeline    *timeline.Timeline
	Lexicon     *lexicon.Lexicon
	Seeds       int                 // that were read, drafts left out
	Diagnostics []source.Diagnostic // sorted

	jobs     int
	renderer *render.Renderer
	memo     *Memo
}

// ErrProblems is returned where seeds, templates or configuration have errors,
// so that there is nothing to publish; the diagnostics tell them.
var ErrProblems = errors.New("problems in the input")

// Run reads and plans. It returns a Result with the diagnostics whenever it
// could read the input at all; the error is then nil, or ErrProblems where
// there is nothing to publish. The memo may be nil; given the one of an earlier
// run, work whose input did not change is not done again.
func Run(ctx context.Context, in Input, memo *Memo) (*Result, error) {
	if memo == nil {
		memo = &Memo{once: true}
	}
	r := &Result{jobs: in.Jobs, memo: memo}
	if r.jobs <= 0 {
		r.jobs = runtime.GOMAXPROCS(0)
	}
	tree, err := survey(in.Content.FS)
	if err != nil {
		return nil, err
	}
	r.tell(in.Content, tree.problems)
	var bundle assets
	var bundling sync.WaitGroup
	bundling.Go(func() { bundle = memo.bundle(in.Static.FS) })
	defer bundling.Wait() // the memo is the caller's again once Run returns

	cfg, ds := site.ReadConfig(in.Content.FS)
	if in.BaseURL != "" {
		cfg.BaseURL = in.BaseURL
	}
	r.tell(in.Content, ds)
	lex, err := memo.lexicon(in.Content.FS, &cfg)
	if err != nil {
		return nil, err
	}
	r.Lexicon = lex.Lexicon
	r.tell(in.Content, lex.ds)
	readings, err := r.read(ctx, in, tree.seeds, lex)
	if err != nil {
		return nil, err
	}
	texts := r.texts(in, tree.texts)
	tables, ds := series.Read(in.Content.FS)
	r.tell(in.Content, ds)
	bundling.Wait()
	if bundle.err != nil {
		return nil, bundle.err
	}
	r.tell(in.Static, bundle.ds)
	input, err := r.merge(ctx, in, cfg, readings)
	if err != nil {
		return nil, err
	}
	input.Tables, input.People, input.Lexicon = tables, lex.People, lex.Lexicon
	accepts := r.check(in, cfg, readings, texts)
	builtIn, own := layers(in.Templates.FS)
	messages, ds, err := message.Read(builtIn, own)
	if err != nil {
		return nil, err
	}
	r.tell(in.Templates, ds)
	input.Messages = messages
	r.plan(in, input, texts, bundle.set)
	err = r.prepare(in, rendering{cfg: cfg, messages: messages, assets: bundle})
	r.weigh(in, cfg, accepts)
	if err == nil && source.HasError(r.Diagnostics) {
		err = ErrProblems
	}
	return r, err
}

// tell adds the problems of a folder's files under the folder's name.
func (r *Result) tell(dir Dir, ds []source.Diagnostic) {
	for _, d := range ds {
		d.File = path.Join(dir.Name, d.File)
		r.Diagnostics = append(r.Diagnostics, d)
	}
}

// merge brings the readings together. Articles that say no day are dated by
// what is known then, and all is merged anew with what they tell on that day.
func (r *Result) merge(ctx context.Context, in Input, cfg site.Config, readings []*event.Reading) (site.Input, error) {
	input := site.Input{Config: cfg, Links: make(map[string][]seed.Link), Today: in.Today}
	if !in.Drafts {
		input.Drafts = names(readings, isDraft)
		readings = without(readings, input.Drafts)
	}
	input.Broken = names(readings, isBroken)
	var ds []source.Diagnostic
	r.Timeline, ds = timeline.Merge(without(readings, input.Broken))
	dated, err := r.date(ctx, readings)
	if err != nil {
		return input, err
	}
	if dated != nil {
		readings = dated
		r.Timeline, ds = timeline.Merge(without(readings, input.Broken))
	}
	r.tell(in.Content, ds)
	for _, reading := range readings {
		r.tell(in.Content, reading.Diagnostics)
		if len(reading.Doc.Links) > 0 {
			input.Links[reading.Doc.File.Name] = reading.Doc.Links
		}
	}
	r.Seeds = len(readings)
	if input.Today.IsZero() {
		input.Today = newestSource(readings)
	}
	return input, nil
}

// plan plans the pages of the timeline.
func (r *Result) plan(in Input, input site.Input, texts []*seed.Document, set asset.Set) {
	input.Timeline = r.Timeline
	input.Static = relative(in.Content.Name, in.Static.Name)
	for _, f := range set {
		input.Files = append(input.Files, site.File{Path: f.Path, Data: f.Bytes})
	}
	for _, doc := range texts {
		name := path.Base(doc.File.Name)
		input.Texts = append(input.Texts, site.TextSource{
			File: doc.File.Name, Name: strings.TrimSuffix(name, path.Ext(name)), Title: doc.Meta.Title.Value, HTML: doc.HTML,
			Lang: doc.Lang, Of: doc.Meta.TranslationOf.Value,
		})
		input.Links[doc.File.Name] = doc.Links
	}
	var ds []source.Diagnostic
	r.Plan, ds = site.NewPlan(input)
	r.tell(in.Content, ds)
}

// names returns the names of the seeds of which is tells.
func names(readings []*event.Reading, is func(*event.Reading) bool) map[string]bool {
	names := make(map[string]bool)
	for _, x := range readings {
		if is(x) {
			names[x.Doc.File.Name] = true
		}
	}
	return names
}

// without leaves out the named seeds and translations of them.
func without(readings []*event.Reading, names map[string]bool) []*event.Reading {
	if len(names) == 0 {
		return readings
	}
	return slices.DeleteFunc(slices.Clone(readings), func(x *event.Reading) bool {
		return names[x.Doc.File.Name] || names[x.Doc.Meta.TranslationOf.Value]
	})
}

func isDraft(x *event.Reading) bool { return x.Doc.Meta.Draft }

// isBroken tells whether a seed yields nothing because of its own problems.
// What other seeds lack for it is no problem of theirs.
func isBroken(x *event.Reading) bool {
	return len(x.Events) == 0 && source.HasError(x.Diagnostics)
}

// relative returns the way from one folder to another, so that a path joined
// to both is told under the second one's name.
func relative(from, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(from), filepath.FromSlash(to))
	if err != nil {
		return to
	}
	return filepath.ToSlash(rel)
}

// newestSource returns the latest day on which any source was published.
func newestSource(readings []*event.Reading) edtf.Date {
	var day edtf.Date
	take := func(d edtf.Date) {
		if !d.IsZero() && (day.IsZero() || d.First() > day.First()) {
			day = edtf.FromDay(d.First())
		}
	}
	for _, r := range readings {
		take(r.Published.Date)
		for i := range r.Events {
			for _, s := range r.Events[i].Sources {
				take(s.Date)
			}
		}
	}
	return day
}

// prepare reads the templates, unless they are those of the run before.
func (r *Result) prepare(in Input, want rendering) error {
	stray, err := strayTemplates(in.Templates.FS)
	if err != nil {
		return err
	}
	r.tell(in.Templates, stray)
	renderer, err := r.memo.render(in.Templates.FS, want)
	var broken *render.TemplateError
	if errors.As(err, &broken) {
		r.tell(in.Templates, []source.Diagnostic{templateProblem(broken)})
		return nil
	}
	r.renderer = renderer
	return err
}

// templateProblem tells a template's fault as a diagnostic.
func templateProblem(e *render.TemplateError) source.Diagnostic {
	text := e.Cause
	if e.Page != "" {
		text += " (rendering " + e.Page + ")"
	}
	d := source.Diagnostic{
		File: e.Template, Severity: source.Error, Rule: "template", Text: text,
		Hint: "correct the file, or remove it to use the built-in one",
	}
	if e.Line > 0 {
		d.Pos = source.Position{Line: e.Line, Column: max(e.Column, 1)}
	}
	return d
}
