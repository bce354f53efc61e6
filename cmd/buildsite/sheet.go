package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/pipeline"
	"buildsite/internal/seed"
	"buildsite/internal/timeline"
)

// sheet is what explain prints of a seed for people: the article with its marks,
// the events, what an editor has to settle. On a terminal the marks are colours
// and lines, elsewhere brackets; the words and their places are the same.
type sheet struct {
	w       io.Writer
	err     error
	r       *event.Reading
	reader  *pipeline.Reader
	given   string // the day of --date, "" without one
	colored bool
	width   int // columns of a line
}

// The widest and the narrowest lines that are printed. Elsewhere than on a
// terminal they have plainWidth.
const (
	plainWidth = 100
	minWidth   = 60
	maxWidth   = 120
)

func newSheet(e *explainCommand, w io.Writer, reader *pipeline.Reader, r *event.Reading) *sheet {
	s := &sheet{w: w, r: r, reader: reader, given: e.Date, colored: colored(e.Color, isTerminal(w)), width: plainWidth}
	if f, ok := w.(*os.File); ok && isTerminal(w) {
		if n := terminalColumns(f); n > 0 {
			s.width = min(max(n, minWidth), maxWidth)
		}
	}
	return s
}

// print writes it all.
func (s *sheet) print() error {
	s.head()
	s.article()
	s.timexes()
	s.events()
	s.settle()
	s.line()
	return s.err
}

// Styles of what comes again and again.
var (
	faint  = style{dim: true}
	strong = style{bold: true}
	mark   = style{color: markColor, bold: true}
)

// line writes one line of pieces, however long it is.
func (s *sheet) line(pieces ...piece) {
	if s.err == nil {
		_, s.err = fmt.Fprintln(s.w, strings.TrimRight(written(glyphs(pieces), s.colored), " "))
	}
}

// block writes runs wrapped behind a label; further lines stand below the
// first one's text.
func (s *sheet) block(label []piece, runs ...piece) {
	indent := 0
	for _, r := range label {
		indent += columns(r.text)
	}
	for i, l := range wrap(runs, max(s.width-indent, 20)) {
		before := strings.Repeat(" ", indent)
		if i == 0 {
			before = written(glyphs(label), s.colored)
		}
		if s.err == nil {
			_, s.err = fmt.Fprintln(s.w, before+written(l, s.colored))
		}
	}
}

// heading begins a section, with a rule on a terminal.
func (s *sheet) heading(title string, st style) {
	s.line()
	if !s.colored {
		s.line(bare(title))
		return
	}
	st.bold = true
	s.line(piece{title, st}, piece{" " + strings.Repeat("─", max(0, s.width-columns(title)-1)), faint})
}

// head says what the seed is and when it was published.
func (s *sheet) head() {
	doc := s.r.Doc
	name := doc.File.Name
	if name == stdin {
		name = "standard input"
	}
	s.line(piece{name, strong}, piece{
		fmt.Sprintf(": %s, %s, %s", cmp.Or(doc.Type.String(), "no seed as it stands"), languageName[doc.Lang], doc.File.Encoding), faint,
	})
	if doc.Type != seed.Article {
		return
	}
	if doc.Meta.Title.Value != "" {
		s.block([]piece{{"title: ", faint}}, piece{doc.Meta.Title.Value, strong})
	}
	p := s.r.Published
	switch {
	case p.Date.IsZero():
		s.line(piece{"published: ", faint}, piece{"not known", style{bold: true, color: askColor}})
	case s.given != "":
		s.line(piece{"published: ", faint}, piece{p.Date.String(), strong}, piece{", from --date", faint})
	default:
		s.line(piece{"published: ", faint}, piece{p.Date.String(), strong}, piece{", from " + basisWords[p.Basis], faint})
		for _, words := range p.Evidence {
			if p.Basis != event.Inferred { // whose reasons are sentences, and no words of the article
				words = strconv.Quote(words)
			}
			s.block([]piece{{"  · ", faint}}, piece{words, faint})
		}
	}
	if a := s.r.Article; a != nil {
		s.changes(a.Updated, a.Day, a.Shift)
	}
}

// changes says what else there is about the article's day.
func (s *sheet) changes(updated event.Dating, day edtf.Date, shift string) {
	if !updated.Date.IsZero() {
		s.block([]piece{{"updated: ", faint}}, bare(updated.Date.String()), piece{fmt.Sprintf(", from %q", strings.Join(updated.Evidence, " ")), faint})
	}
	if day == s.r.Published.Date || day.IsZero() {
		return
	}
	why := "the day of its dateline"
	if shift != "" {
		why = shift
	}
	s.block([]piece{{"counts its days from: ", faint}}, bare(day.String()), piece{", for " + why, faint})
}

var languageName = [...]string{lang.Unknown: "unknown language", lang.EN: "English", lang.FR: "French", lang.ZH: "Chinese"}

var basisWords = map[event.Basis]string{
	event.FrontMatter: "the front matter", event.FileName: "the file's name", event.Dateline: "the dateline",
	event.Byline: "the line that says when it was published", event.Inferred: "what it says of events that are known",
}

// gutter is the columns before the article's text: the line and the role.
const (
	numberColumns = 5
	roleColumns   = 12
)

// article shows the text with what was taken for what.
func (s *sheet) article() {
	if len(s.r.Parts) == 0 {
		return
	}
	s.heading("the article", style{})
	m := newMarks(s)
	spaced := false
	for _, p := range s.r.Parts {
		if s.colored && (p.Role.Told() || spaced) {
			s.line()
		}
		spaced = p.Role.Told()
		s.part(p, m)
	}
	if s.colored {
		s.legend()
	}
}

// part shows a part of the article. Of what is no part of the story a line will
// do.
func (s *sheet) part(p event.Part, m *marks) {
	role := p.Role.String()
	if p.Role == event.Body {
		role = ""
	}
	label := []piece{{fmt.Sprintf("%*d  ", numberColumns-2, s.r.Doc.Position(p.Span.Start).Line), faint}, {padded(role, roleColumns), faint}}
	if p.Role == event.Boilerplate {
		text := strings.Join(strings.Fields(p.Span.Of(s.r.Doc.Text)), " ")
		s.block(label, piece{cut(text, s.width-numberColumns-roleColumns), faint})
		return
	}
	s.block(label, m.runs(p)...)
}

// legend says what the marks mean.
func (s *sheet) legend() {
	s.line()
	s.block(
		[]piece{bare(strings.Repeat(" ", numberColumns+roleColumns))},
		piece{"a date", style{underline: true, color: dateColor}}, piece{" · ", faint},
		piece{"Canada", style{bold: true, color: canadaColor}}, piece{" · ", faint},
		piece{"China", style{bold: true, color: chinaColor}}, piece{" · ", faint},
		piece{"others", strong}, piece{" · ", faint},
		piece{"¹", mark}, piece{" the event below that it tells · dim: not read", faint},
	)
}

// timexes lists the time expressions with their meaning.
func (s *sheet) timexes() {
	if len(s.r.Timexes) == 0 {
		return
	}
	s.heading("time expressions", style{})
	text, value := 0, 0
	for _, e := range s.r.Timexes {
		text, value = max(text, columns(s.r.Doc.Text[e.Start:e.End])), max(value, columns(e.Value))
	}
	text, value = min(text, 30), min(value, 21)
	for _, e := range s.r.Timexes {
		means := cmp.Or(e.Date.String(), "no date")
		st := style{}
		if e.Date.IsZero() || !s.isTold(e.Start) {
			st = faint
		}
		words := cut(strings.Join(strings.Fields(s.r.Doc.Text[e.Start:e.End]), " "), text)
		s.line(
			piece{fmt.Sprintf("  %6s  ", s.r.Doc.Position(e.Start)), faint}, piece{padded(words, text), st},
			piece{fmt.Sprintf("  %-8s  %s  ", e.Type, padded(e.Value, value)), faint}, piece{means, st},
		)
	}
}

// isTold tells whether an offset of the text is in what is read for events.
func (s *sheet) isTold(at int) bool {
	if s.r.Article == nil {
		return true
	}
	return slices.ContainsFunc(s.r.Parts, func(p event.Part) bool { return p.Role.Told() && p.Span.Start <= at && at < p.Span.End })
}

// events is the table of what happened.
func (s *sheet) events() {
	if len(s.r.Events) == 0 {
		s.heading("no events", style{})
		return
	}
	s.heading(count(len(s.r.Events), "event", "events"), style{})
	date := 0
	for i := range s.r.Events {
		date = max(date, columns(s.r.Events[i].Date.String()))
	}
	for i := range s.r.Events {
		e := &s.r.Events[i]
		s.block([]piece{
			{fmt.Sprintf("%*d  ", numberColumns-2, i+1), mark},
			{padded(e.Date.String(), date), style{bold: true, color: dateColor}},
			bare("  "),
		}, append([]piece{{e.Title, strong}}, flags(e)...)...)
		s.details(e)
		if s.colored && i+1 < len(s.r.Events) {
			s.line()
		}
	}
}

// flags are the marks behind an event's title.
func flags(e *event.Event) []piece {
	var out []piece
	if e.Planned {
		out = append(out, piece{" (planned)", style{color: askColor}})
	}
	if e.Elsewhere {
		out = append(out, piece{" (concerns neither side)", faint})
	}
	return out
}

// details tells of what kind and how exact it is, who, where, which words say it
// and how sure that is.
func (s *sheet) details(e *event.Event) {
	s.detail("kind", append([]piece{bare(e.Kind), {", " + e.Date.Precision().String(), faint}}, direction(e)...)...)
	if len(e.People) > 0 {
		var names []piece
		for i, p := range e.People {
			names = append(names, piece{strings.Repeat("; ", min(i, 1)), faint}, piece{p.Name.In(lang.EN), style{bold: true, color: sideColor(p.Side)}})
		}
		s.detail("who", names...)
	}
	if len(e.Places) > 0 {
		names := make([]string, len(e.Places))
		for i, p := range e.Places {
			names[i] = p.Name.In(lang.EN)
		}
		s.detail("where", bare(strings.Join(names, "; ")))
	}
	for _, f := range e.Figures {
		s.detail("figure", bare(strings.TrimSpace(fmt.Sprintf("%s %s %s", number(f.Value), f.Code(), f.Measure))))
	}
	if e.Status == event.Edited {
		for _, src := range e.Sources {
			s.detail("source", bare(told(src)))
		}
	}
	for _, v := range e.Evidence {
		s.detail(fmt.Sprintf("line %d", v.Line), quoted(v, s.r.Doc.Text)...)
		if v.Timex != "" {
			s.detail("date", piece{fmt.Sprintf("%q: %s", v.Timex, v.Basis), faint})
		}
	}
	if e.Status == event.Extracted {
		words := "nothing speaks against it"
		if len(e.Reasons) > 0 {
			words = strings.Join(e.Reasons, "; ")
		}
		s.detail("sure", bare(fmt.Sprintf("%.0f %%", e.Confidence*100)), piece{": " + words, faint})
	}
	s.known(e)
}

// direction says who acts on whom, and how.
func direction(e *event.Event) []piece {
	var out []piece
	if q := e.Quad.String(); q != "" {
		out = append(out, piece{", " + strings.ReplaceAll(q, "-", " "), faint})
	}
	if len(e.Actors) == 0 {
		return out
	}
	out = append(out, piece{": ", faint})
	out = append(out, sides(e.Actors)...)
	if len(e.Targets) > 0 && !slices.Equal(e.Actors, e.Targets) {
		out = append(out, piece{" → ", faint})
		out = append(out, sides(e.Targets)...)
	}
	return out
}

// sides names sides in their colours.
func sides(all []lexicon.Side) []piece {
	var out []piece
	for i, side := range all {
		if i > 0 {
			out = append(out, piece{" and ", faint})
		}
		out = append(out, piece{sideName[side], style{bold: true, color: sideColor(side)}})
	}
	return out
}

var sideName = [...]string{lexicon.NoSide: "nobody", lexicon.Canada: "Canada", lexicon.China: "China", lexicon.Other: "others"}

// number writes a value without an exponent, its thousands apart.
func number(v float64) string {
	whole, rest, _ := strings.Cut(strings.TrimRight(fmt.Sprintf("%.4f", v), "0"), ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return whole
}

// quoted is the sentence that tells an event, with the words that date it
// underlined.
func quoted(v event.Evidence, text string) []piece {
	quote := v.Quote
	if v.Span.Len() > 0 && v.Span.End <= len(text) && strings.HasPrefix(v.Span.Of(text), quote) {
		quote = v.Span.Of(text)
	}
	before, after, found := strings.Cut(quote, v.Timex)
	if !found || v.Timex == "" {
		return []piece{bare(quote)}
	}
	return []piece{bare(before), {v.Timex, style{underline: true, color: dateColor}}, bare(after)}
}

// detail writes a line below an event.
func (s *sheet) detail(label string, runs ...piece) {
	s.block([]piece{bare(strings.Repeat(" ", numberColumns)), {padded(label, 8) + "  ", faint}}, runs...)
}

// known tells which event of the content folder this is, or may be taken for
// where several are like it.
func (s *sheet) known(e *event.Event) {
	if s.r.Doc.Type != seed.Article || e.Elsewhere {
		return
	}
	own := s.r.Doc.File.Name
	var like []*event.Event
	var agreed []string
	for _, k := range s.reader.Known() {
		if k.Kind == "" || !slices.ContainsFunc(k.Seeds, func(seed string) bool { return seed != own }) {
			continue
		}
		if same, words := timeline.Same(e, k); same {
			like, agreed = append(like, k), append(agreed, strings.Join(words, "; "))
		}
	}
	label, because := "known", ", merged because they agree in "
	if len(like) > 1 {
		label, because = "may be", ", for they agree in "
	}
	for i, k := range like {
		s.detail(label, piece{k.ID, mark}, bare(fmt.Sprintf(" (%s, %s)", k.Title, k.Date)), piece{because + agreed[i], faint})
	}
}

func sideColor(side lexicon.Side) color {
	switch side {
	case lexicon.Canada:
		return canadaColor
	case lexicon.China:
		return chinaColor
	}
	return 0
}

// settle lists what an editor has to decide.
func (s *sheet) settle() {
	names := s.unregistered()
	if len(s.r.Review)+len(names) == 0 {
		return
	}
	s.heading("to settle", style{color: askColor})
	for _, q := range s.r.Review {
		s.block([]piece{{fmt.Sprintf("  line %d: ", q.Line), style{color: askColor}}}, bare(q.Text), piece{" (" + q.Rule + ")", faint})
		s.block([]piece{{"    hint: ", faint}}, piece{q.Hint, strong})
	}
	for _, n := range names {
		s.block([]piece{{"  ", style{}}}, bare(n.text))
		s.block([]piece{{"    hint: ", faint}}, piece{n.hint, strong})
	}
}

// openName is a name that the registries do not have, and what to do.
type openName struct{ text, hint string }

// unregistered asks about people and places that the registries do not have.
func (s *sheet) unregistered() []openName {
	lex := s.reader.Lexicon()
	var out []openName
	ask := func(name, file string, known bool) {
		q := openName{name + " is not in " + file, `add "- name: ` + name + `" there, or leave it as it is written`}
		if !known && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	for i := range s.r.Events {
		for _, p := range s.r.Events[i].People {
			ask(p.Name[lang.Unknown], "people.yaml", len(lex.People) == 0 || slices.Contains(lex.People, p))
		}
		for _, p := range s.r.Events[i].Places {
			ask(p.Name[lang.Unknown], "places.yaml", len(lex.Places) == 0 || slices.Contains(lex.Places, p))
		}
	}
	return out
}

// told names a source and its side.
func told(s event.Source) string {
	name := cmp.Or(s.Publisher, s.Title, s.URL, s.Seed)
	if s.Side == lexicon.NoSide {
		return name + ", side not known"
	}
	return name + ", " + s.Side.String()
}
