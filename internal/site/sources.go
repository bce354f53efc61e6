package site

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// sourcePath returns the page of an article or chronicle: its file's name
// within sources/.
func sourcePath(name string) string {
	base := path.Base(name)
	return "sources/" + lexicon.Slug(strings.TrimSuffix(base, path.Ext(base))) + ".html"
}

// markID names the place of a piece of evidence on its source's page.
func markID(ev event.Evidence) string { return "s" + strconv.Itoa(ev.Span.Start) }

// sources plans a page for each article and chronicle, with the evidence of
// its events marked, and the list of them.
func (b *builder) sources() {
	rows := make([]SourceRow, 0, len(b.Timeline.Readings))
	for _, r := range b.Timeline.Readings {
		content := b.source(r)
		p := b.add(&Page{
			Path: sourcePath(r.Doc.File.Name), Kind: SourceKind, Section: "sources", Title: content.Title,
			Description: b.msg.Text("source.description", "title", cut(content.Title, 120), "events", b.msg.Count("count.event", len(content.Entries))),
			Updated:     r.Published.Date, Crumbs: []Link{b.section("sources")}, Content: content,
		}, r.Doc.File.Name)
		rows = append(rows, SourceRow{
			Title: content.Title, Path: p.Local(), Publisher: content.Publisher, Published: content.Published,
			Lang: content.Lang, Side: content.Side, Count: len(content.Entries),
		})
	}
	slices.SortStableFunc(rows, func(x, y SourceRow) int { return cmp.Compare(x.Path, y.Path) })
	b.add(&Page{
		Path: "sources/index.html", Kind: IndexKind, Section: "sources", Title: b.msg.Text("nav.sources"),
		Description: b.msg.Text("index.sources_description"), Updated: b.updated,
		Content: &Index{What: "sources", Intro: b.msg.Text("index.sources"), Sources: rows},
	}, "")
}

func (b *builder) source(r *event.Reading) *SourcePage {
	doc := r.Doc
	p := &SourcePage{
		Title: cmp.Or(r.Title, doc.File.Name), Publisher: doc.Meta.Publisher.Value, URL: doc.Meta.URL.Value,
		Lang: doc.Lang.Tag(), Basis: b.msg.Text("basis." + string(r.Published.Basis)), Entries: b.ofSeed[doc.File.Name], Seed: doc.File.Name,
		Side: b.sideOf(r),
	}
	if d := r.Published.Date; !d.IsZero() {
		p.Published, p.Datetime = d.Format(b.Lang), d.HTML()
	}
	if r.Published.Basis == event.Inferred {
		p.Reasons = b.allGrounds(r.Published.Evidence)
	}
	marks, bits := b.marks(doc.File.Name, p.Entries), b.bits(r)
	for _, part := range parts(r) {
		if part.Role == event.Title {
			continue
		}
		p.Blocks = append(p.Blocks, TextBlock{
			Form: form(part.Kind), Boilerplate: part.Role == event.Boilerplate, Runs: b.withBits(runs(doc.Text, part.Span, marks), part.Span, bits),
		})
	}
	return p
}

// sideOf returns whose account a seed is: what its events' sources say of it.
func (b *builder) sideOf(r *event.Reading) string {
	for i := range r.Events {
		for _, s := range r.Events[i].Sources {
			if s.Seed == r.Doc.File.Name {
				return s.Side.String()
			}
		}
	}
	return ""
}

// parts returns the parts of an article, or the blocks of a chronicle as such.
func parts(r *event.Reading) []event.Part {
	if r.Doc.Type == seed.Article {
		return r.Parts
	}
	all := make([]event.Part, len(r.Doc.Blocks))
	for i, block := range r.Doc.Blocks {
		all[i] = event.Part{Block: block, Role: event.Body}
	}
	return all
}

func form(k seed.BlockKind) string {
	switch k {
	case seed.Heading:
		return "h"
	case seed.Item:
		return "li"
	}
	return "p"
}

// mark is a span of a text that is evidence of an event.
type mark struct {
	source.Span
	id    string
	entry *Entry
}

// marks returns the evidence that a seed gives for its events, in order.
func (b *builder) marks(name string, entries []*Entry) []mark {
	var all []mark
	for _, e := range entries {
		for _, ev := range e.Event.Evidence {
			if ev.Seed == name {
				all = append(all, mark{ev.Span, markID(ev), e})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y mark) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
	return all
}

// runs cuts the text of a block where marks begin and end.
func runs(text string, block source.Span, marks []mark) []Run {
	cuts := []int{block.Start, block.End}
	var here []mark
	for _, m := range marks {
		if !m.Overlaps(block) {
			continue
		}
		m.Span = source.Span{Start: max(m.Start, block.Start), End: min(m.End, block.End)}
		here = append(here, m)
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var all []Run
	for i := range len(cuts) - 1 {
		span := source.Span{Start: cuts[i], End: cuts[i+1]}
		run := Run{Text: span.Of(text)}
		for _, m := range here {
			if !m.Contains(span) || slices.Contains(run.Events, m.entry) {
				continue
			}
			if m.Start == span.Start {
				run.ID = cmp.Or(run.ID, m.id)
			}
			run.Events = append(run.Events, m.entry)
		}
		all = append(all, run)
	}
	return all
}
