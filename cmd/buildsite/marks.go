package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/event"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// marks are what is shown in an article's text.
type marks struct {
	sheet *sheet
	spans []styled // in order of their start
	ends  []ending
}

// styled is a stretch of the text with its style. Dates may stand in
// names ("May") only where names gave way to them.
type styled struct {
	source.Span
	style style
	date  bool
}

// ending is where a sentence ends that tells an event.
type ending struct{ at, number int }

// newMarks collects the dates, the names and the ends of evidence.
func newMarks(s *sheet) *marks {
	m := &marks{sheet: s}
	for _, e := range s.r.Timexes {
		st := style{underline: true}
		if !e.Date.IsZero() {
			st.color = dateColor
		}
		m.spans = append(m.spans, styled{source.Span{Start: e.Start, End: e.End}, st, true})
	}
	for _, p := range s.r.Parts {
		if p.Role == event.Boilerplate {
			continue
		}
		text := p.Span.Of(s.r.Doc.Text)
		for name := range s.reader.Lexicon().Find(text) {
			if name.Topic != nil || name.Weak || name.Partial && isNameGoingOn(text[name.End:]) {
				continue
			}
			span := source.Span{Start: name.Start + p.Span.Start, End: name.End + p.Span.Start}
			if !slices.ContainsFunc(m.spans, func(d styled) bool { return d.date && d.Overlaps(span) }) {
				m.spans = append(m.spans, styled{span, style{bold: true, color: nameColor(name)}, false})
			}
		}
	}
	slices.SortStableFunc(m.spans, func(a, b styled) int { return cmp.Compare(a.Start, b.Start) })
	for i := range s.r.Events {
		for _, v := range s.r.Events[i].Evidence {
			if v.Span.Len() > 0 {
				m.ends = append(m.ends, ending{v.Span.End, i + 1})
			}
		}
	}
	slices.SortStableFunc(m.ends, func(a, b ending) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.number, b.number)) })
	m.ends = slices.Compact(m.ends)
	return m
}

// isNameGoingOn tells whether a surname is followed by another name, so that it
// is somebody else's.
func isNameGoingOn(rest string) bool {
	after, ok := strings.CutPrefix(rest, " ")
	first, _ := utf8.DecodeRuneInString(after)
	return ok && unicode.IsUpper(first)
}

// nameColor is the colour of the side that a name belongs to.
func nameColor(m lexicon.Mention) color {
	if m.Person != nil {
		return sideColor(m.Person.Side)
	}
	if m.Both {
		return 0
	}
	return sideColor(m.Side)
}

// runs is the text of a part with its marks. Where there are no colours dates
// stand in brackets.
func (m *marks) runs(p event.Part) []piece {
	text, base := m.sheet.r.Doc.Text, style{}
	switch p.Role {
	case event.Title:
		base = strong
	case event.Body, event.Deck, event.Quote:
	default:
		base = faint
	}
	var out []piece
	at := p.Span.Start
	if d, ok := datelineOf(m.sheet.r, p); ok {
		out = append(out, piece{text[at:d.End], faint})
		at = d.End
	}
	upTo := func(end int) {
		for _, e := range m.ends {
			if e.at > at && e.at <= end {
				out = append(out, piece{text[at:e.at], base}, piece{raised(e.number), mark})
				at = e.at
			} else if e.at == at && len(out) > 0 && out[len(out)-1].style == mark {
				out = append(out, piece{raised(e.number), mark})
			}
		}
		out = append(out, piece{text[at:end], base})
		at = end
	}
	for _, s := range m.spans {
		if s.Start < at || s.End > p.Span.End {
			continue
		}
		upTo(s.Start)
		words := text[s.Start:s.End]
		if s.date && !m.sheet.colored {
			words = "[" + words + "]"
		}
		st := s.style
		st.dim = base.dim
		st.bold = st.bold || base.bold
		out = append(out, piece{words, st})
		at = s.End
	}
	upTo(p.Span.End)
	return out
}

// raised writes the number of an event in raised digits, as notes are numbered.
func raised(n int) string {
	if n >= 10 {
		return raised(n/10) + raised(n%10)
	}
	return string([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[n])
}
