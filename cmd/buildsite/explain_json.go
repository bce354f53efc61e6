package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/render"
	"buildsite/internal/seed"
	"buildsite/internal/site"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// explanation is what explain --json prints of a file.
type explanation struct {
	Seed      string                `json:"seed"`
	Type      string                `json:"type"`
	Lang      string                `json:"lang"`
	Encoding  string                `json:"encoding"`
	Published published             `json:"published"`
	Text      string                `json:"text"`
	Parts     []partRecord          `json:"parts"`
	Timexes   []timexRecord         `json:"timexes"`
	Events    []render.Record       `json:"events"`
	Review    []render.ReviewRecord `json:"review"`
}

type published struct {
	Date     string   `json:"date"`
	Basis    string   `json:"basis"`
	Evidence []string `json:"evidence"`
	Updated  string   `json:"updated,omitempty"`     // the day of a later change
	Counts   string   `json:"counts_from,omitempty"` // the day that "on Tuesday" hangs on, where that is another
}

// partRecord says what a stretch of an article is. Start and end count code
// points of the explanation's text.
type partRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Role  string `json:"role"`
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
		Published: newPublished(r),
		Text:      doc.Text,
		Parts:     partRecords(r),
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

// newPublished tells of an article's day.
func newPublished(r *event.Reading) published {
	p := published{Date: r.Published.Date.String(), Basis: string(r.Published.Basis), Evidence: append([]string{}, r.Published.Evidence...)}
	if r.Article == nil {
		return p
	}
	p.Updated = r.Article.Updated.Date.String()
	if r.Article.Day != r.Published.Date {
		p.Counts = r.Article.Day.String()
	}
	return p
}

// codePoints turns byte offsets of a text, which must rise, into offsets of code
// points.
func codePoints(text string) func(to int) int {
	at, runes := 0, 0
	return func(to int) int {
		runes += utf8.RuneCountInString(text[at:to])
		at = to
		return runes
	}
}

// partRecords says what was taken for what, a dateline apart from the story
// behind it.
func partRecords(r *event.Reading) []partRecord {
	records := make([]partRecord, 0, len(r.Parts))
	count := codePoints(r.Doc.Text)
	add := func(start, end int, role string) {
		if start < end {
			records = append(records, partRecord{count(start), count(end), role})
		}
	}
	for _, p := range r.Parts {
		start := p.Span.Start
		if d, ok := datelineOf(r, p); ok {
			add(start, d.End, "dateline")
			start = d.End + len(r.Doc.Text[d.End:p.Span.End]) - len(strings.TrimLeftFunc(r.Doc.Text[d.End:p.Span.End], unicode.IsSpace))
		}
		add(start, p.Span.End, p.Role.String())
	}
	return records
}

// datelineOf returns the dateline at the head of a part, if it has one.
func datelineOf(r *event.Reading, p event.Part) (source.Span, bool) {
	if r.Article == nil {
		return source.Span{}, false
	}
	for _, d := range r.Article.Datelines {
		if d.Start == p.Span.Start {
			return d, true
		}
	}
	return source.Span{}, false
}

// timexRecords turns the time expressions, which stand in order, into records.
func timexRecords(text string, all []timex.Expr) []timexRecord {
	records := make([]timexRecord, len(all))
	count := codePoints(text)
	for i, e := range all {
		records[i] = timexRecord{
			Start: count(e.Start), End: count(e.End), Text: text[e.Start:e.End],
			Type: e.Type.String(), Value: e.Value, Mod: e.Mod, EDTF: e.Date.String(),
		}
	}
	return records
}
