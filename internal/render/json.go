package render

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"math"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// schema describes events.json; see [Records].
//
//go:embed events.schema.json
var schema []byte

// Record is an event as events.json holds it. Every field is always there,
// but for translations without a summary.
type Record struct {
	ID           string                 `json:"id"`
	URL          string                 `json:"url"` // relative to the site
	Date         string                 `json:"date"`
	Start        string                 `json:"start"`
	End          string                 `json:"end"`
	Precision    string                 `json:"precision"`
	Approximate  bool                   `json:"approximate"`
	Uncertain    bool                   `json:"uncertain"`
	Title        string                 `json:"title"`
	Summary      string                 `json:"summary"`
	Lang         string                 `json:"lang"`
	Translations map[string]Translation `json:"translations"`
	Kind         string                 `json:"kind"`
	Quad         string                 `json:"quad"`
	Actors       []string               `json:"actors"`
	Targets      []string               `json:"targets"`
	Plover       string                 `json:"plover"`
	Cameo        string                 `json:"cameo"`
	Topics       []string               `json:"topics"`
	People       []string               `json:"people"`
	Places       []string               `json:"places"`
	Importance   int                    `json:"importance"`
	Status       string                 `json:"status"`
	Planned      bool                   `json:"planned"`
	Confidence   float64                `json:"confidence"`
	Sources      []SourceRecord         `json:"sources"`
	Evidence     []EvidenceRecord       `json:"evidence"`
	Reasons      []string               `json:"reasons,omitempty"`
	Figures      []FigureRecord         `json:"figures,omitempty"`
	Merged       []MergingRecord        `json:"merged,omitempty"`
	Parts        []LinkRecord           `json:"parts,omitempty"`
	PartOf       []LinkRecord           `json:"part_of,omitempty"`
	Strength     string                 `json:"strength,omitempty"`
	Note         string                 `json:"note,omitempty"`
	Corrections  []CorrectionRecord     `json:"corrections,omitempty"`
	Elsewhere    bool                   `json:"elsewhere,omitempty"` // concerns neither side: explain --any only
}

// Translation is an event's wording in another language.
type Translation struct {
	Title   string `json:"title"`
	Summary string `json:"summary"`
}

// SourceRecord is a source of an event. Seed is set when the source itself
// lies in the content folder.
type SourceRecord struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	URL       string `json:"url"`
	Date      string `json:"date"`
	Side      string `json:"side"`

	Lang        string `json:"lang,omitempty"`
	Paraphrased bool   `json:"paraphrased,omitempty"` // the title is not the source's own headline
	Seed        string `json:"seed,omitempty"`
}

// EvidenceRecord is the sentence that tells an event. Line counts from one in
// the seed's file.
type EvidenceRecord struct {
	Seed  string `json:"seed"`
	Line  int    `json:"line"`
	Quote string `json:"quote"`
	Timex string `json:"timex"`
	Basis string `json:"basis"`

	Side    string `json:"side,omitempty"`    // of the publisher
	Speaker string `json:"speaker,omitempty"` // whose words the sentence reports
	Voice   string `json:"voice,omitempty"`   // the person who says them
}

// FigureRecord is an amount that an event tells.
type FigureRecord struct {
	Value    float64 `json:"value"`
	Unit     string  `json:"unit"`
	Currency string  `json:"currency,omitempty"` // "" for a dollar of no told country
	Measure  string  `json:"measure,omitempty"`
}

// MergingRecord tells of a telling that was taken for the same event.
type MergingRecord struct {
	Seed   string   `json:"seed"`
	Date   string   `json:"date"`
	Kind   string   `json:"kind"`
	Agreed []string `json:"agreed"`
}

// LinkRecord leads from a whole to a part, or back.
type LinkRecord struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}

// CorrectionRecord tells what was corrected after it was published, and when.
type CorrectionRecord struct {
	Date string `json:"date"`
	Text string `json:"text"`
}

// ReviewRecord is a question for an editor.
type ReviewRecord struct {
	Seed string `json:"seed"`
	Line int    `json:"line"`
	Rule string `json:"rule"`
	Text string `json:"text"`
	Hint string `json:"hint"`
}

// NewRecord returns what events.json says of an event.
func NewRecord(e *site.Entry) Record {
	r := Record{
		ID: e.ID, URL: e.Path, Date: e.Date.String(), Start: bound(e.Date.First()), End: bound(e.Date.Last()),
		Precision: e.Date.Precision().String(), Approximate: e.Date.Approximate(), Uncertain: e.Date.Uncertain(),
		Title: e.Event.Title, Summary: e.Event.Summary, Lang: e.Event.Lang.String(), Translations: map[string]Translation{},
		Kind: e.Kind, Importance: e.Importance, Status: e.Status.String(), Planned: e.Planned,
		Confidence: math.Round(e.Confidence*100) / 100, Strength: e.Strength, Note: e.Note, Elsewhere: e.Elsewhere,
		Quad: e.Quad.String(), Actors: sideIDs(e.Actors), Targets: sideIDs(e.Targets), Reasons: e.Reasons,
		Topics:  ids(e.Topics, func(t *lexicon.Topic) string { return t.ID }),
		People:  ids(e.People, func(p *lexicon.Person) string { return p.ID }),
		Places:  ids(e.Places, func(p *lexicon.Place) string { return p.ID }),
		Sources: make([]SourceRecord, len(e.Sources)), Evidence: make([]EvidenceRecord, len(e.Evidence)),
	}
	code := lexicon.CodeOf(e.Kind, e.Quad)
	r.Plover, r.Cameo = code.Plover, code.Cameo
	for _, t := range e.Translations {
		r.Translations[t.Lang.String()] = Translation{t.Title, t.Summary}
	}
	for i, s := range e.Sources {
		r.Sources[i] = SourceRecord{s.Title, s.Publisher, s.URL, s.Date.String(), s.Side.String(), s.Lang.String(), s.Paraphrased, s.Seed}
	}
	for i, v := range e.Evidence {
		r.Evidence[i] = EvidenceRecord{
			Seed: v.Seed, Line: v.Line, Quote: v.Quote, Timex: v.Timex, Basis: v.Basis, Side: v.Side.String(), Speaker: v.Speaker.String(),
		}
		if v.Voice != nil {
			r.Evidence[i].Voice = v.Voice.ID
		}
	}
	r.related(e)
	return r
}

// related adds what ties an event to figures, corrections, further tellings and
// other events.
func (r *Record) related(e *site.Entry) {
	for _, f := range e.Figures {
		r.Figures = append(r.Figures, FigureRecord{f.Value, f.Unit, f.Currency, f.Measure})
	}
	for _, c := range e.Corrections {
		r.Corrections = append(r.Corrections, CorrectionRecord{c.Day.String(), c.Text})
	}
	for _, m := range e.Merged {
		r.Merged = append(r.Merged, MergingRecord{m.Seed, m.Date.String(), m.Kind, m.Agreed})
	}
	for _, l := range e.Event.Parts {
		r.Parts = append(r.Parts, LinkRecord(l))
	}
	for _, l := range e.Event.PartOf {
		r.PartOf = append(r.PartOf, LinkRecord(l))
	}
}

func sideIDs(all []lexicon.Side) []string { return ids(all, lexicon.Side.String) }

// NewReview returns what events.json says of the questions that are open. It
// is never nil.
func NewReview(review []event.Review) []ReviewRecord {
	all := make([]ReviewRecord, len(review))
	for i, r := range review {
		all[i] = ReviewRecord(r)
	}
	return all
}

func ids[T any](all []T, id func(T) string) []string {
	s := make([]string, len(all))
	for i, v := range all {
		s[i] = id(v)
	}
	return s
}

// eventsJSON writes events.json, an event a line, so that two versions of it
// can be compared.
func (r *Renderer) eventsJSON(b *bytes.Buffer, p *site.Plan) error {
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	head := []any{p.Config.Title.In(0), p.Config.BaseURL}
	b.WriteString(`{"version":1,"title":`)
	for i, v := range head {
		if i > 0 {
			b.WriteString(`,"url":`)
		}
		if err := encode(enc, b, v); err != nil {
			return err
		}
	}
	b.WriteString(",\"events\":[")
	for i, e := range p.Entries {
		b.WriteString(separator(i))
		if err := r.record(b, e); err != nil {
			return err
		}
	}
	b.WriteString("],\n\"review\":[")
	for i, v := range NewReview(p.Review) {
		b.WriteString(separator(i))
		if err := encode(enc, b, v); err != nil {
			return err
		}
	}
	b.WriteString("]}\n")
	return nil
}

// record writes one event.
func (r *Renderer) record(b *bytes.Buffer, e *site.Entry) error {
	return r.keepText(b, string(site.JSONKind), e, func(one *bytes.Buffer) error {
		enc := json.NewEncoder(one)
		enc.SetEscapeHTML(false)
		return encode(enc, one, NewRecord(e))
	})
}

// keepText writes what a format says of an event, which follows from the event
// alone, from what is kept if that is asked for.
func (r *Renderer) keepText(b *bytes.Buffer, format string, e *site.Entry, write func(*bytes.Buffer) error) error {
	if !r.Reuse || e.Sum == 0 {
		return write(b)
	}
	s := r.kept.shelf(shelfKey{name: format}, func() *template.Template { return nil })
	text, err := s.get(r.keyOf(e), func() (string, error) {
		var one bytes.Buffer
		err := write(&one)
		return one.String(), err
	})
	b.WriteString(text)
	return err
}

// encode writes v without the line end that the encoder puts after it.
func encode(enc *json.Encoder, b *bytes.Buffer, v any) error {
	if err := enc.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1)
	return nil
}

func separator(i int) string {
	if i == 0 {
		return "\n"
	}
	return ",\n"
}
