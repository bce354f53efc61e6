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

// covers tells whether an event is to be left out: its date or its id is the one
// given, or its evidence holds the quote. An event that shares its id with
// others of the seed may be named with or without what sets it apart.
func (rules ignoring) covers(e *Event, id string) bool {
	out := false
	for i := range rules {
		r := &rules[i]
		hit := r.quote == "" && !r.date.IsZero() && r.date == e.Date
		hit = hit || r.value == id || len(e.Evidence) > 0 && r.value == id+"-"+hash(e.Evidence[0].Quote)
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
			r.problem(rule.pos, source.Warning, "ignore", "nothing to ignore: no event has the date, id or quote "+strconv.Quote(rule.value)).
				Hint = "give the date or the id as explain shows it, or words of the evidence"
		}
	}
}
