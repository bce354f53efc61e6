package event

import (
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/source"
)

// ignoring is what the front matter wants left out.
type ignoring []ignoreRule

type ignoreRule struct {
	date  edtf.Date // zero where the rule is a quote
	quote string
	value string
	pos   source.Position
	used  bool
}

func (s *story) ignoring() ignoring {
	var out ignoring
	for _, f := range s.doc.Meta.Ignore {
		r := ignoreRule{value: f.Value, pos: f.Pos, quote: oneLine(f.Value)}
		if d, err := edtf.Parse(strings.TrimSpace(f.Value)); err == nil {
			r.date, r.quote = d, ""
		}
		out = append(out, r)
	}
	return out
}

// covers tells whether an event is to be left out: its date is the one given,
// or its evidence holds the quote.
func (rules ignoring) covers(e *Event) bool {
	out := false
	for i := range rules {
		r := &rules[i]
		hit := r.quote == "" && !r.date.IsZero() && r.date == e.Date
		for _, ev := range e.Evidence {
			hit = hit || r.quote != "" && strings.Contains(oneLine(ev.Quote), r.quote)
		}
		r.used = r.used || hit
		out = out || hit
	}
	return out
}

// report warns of rules that leave nothing out.
func (rules ignoring) report(r *reader) {
	for _, rule := range rules {
		if !rule.used {
			r.problem(rule.pos, source.Warning, "ignore", "nothing to ignore: no event has the date or quote "+strconv.Quote(rule.value)).
				Hint = "give the date as explain shows it, or words of the evidence"
		}
	}
}
