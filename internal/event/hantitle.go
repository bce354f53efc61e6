package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// leastHanTitle is how many characters of a Chinese clause tell enough.
const leastHanTitle = 4

// trimHan makes a title of a part of a Chinese sentence: without dates, with
// names for its pronouns, without the clauses before that only set the scene,
// and cut between clauses. It returns "" for a part that cannot stand alone.
func (s *sentence) trimHan(span source.Span, limit int) string {
	c := cuesOf(lang.ZH)
	clauses := strings.Split(cleanHan(s.spoken(span)), "，")
	for len(clauses) > 1 && (prefixed(clauses[0], c.scenes) != "" || endsWithAny(lang.ZH, clauses[0], c.sceneEnds) || utf8.RuneCountInString(clauses[0]) < leastHanTitle-1) {
		clauses = clauses[1:]
	}
	for cut := prefixed(clauses[0], c.links); cut != ""; cut = prefixed(clauses[0], c.links) {
		clauses[0] = clauses[0][len(cut):]
	}
	if w := prefixed(clauses[0], c.passing); w != "" && s.both {
		clauses[0] = "中加" + clauses[0] // 双方, 两国: whose they are goes without saying there, not here
	} else if prefixed(clauses[0], c.pronouns) != "" {
		return ""
	}
	text := fitHan(clauses, limit, c)
	if utf8.RuneCountInString(text) < leastHanTitle || strings.Count(text, "“") != strings.Count(text, "”") || strings.Count(text, "《") != strings.Count(text, "》") {
		return ""
	}
	return text
}

// fitHan joins as many clauses as fit, without those in between that only set
// a scene where space is short, and none of them left hanging at the end.
func fitHan(clauses []string, limit int, c *cues) string {
	if utf8.RuneCountInString(strings.Join(clauses, "，")) > limit {
		clauses = slices.DeleteFunc(slices.Clone(clauses), func(s string) bool {
			return s != clauses[0] && endsWithAny(lang.ZH, s, c.sceneEnds)
		})
	}
	for n := len(clauses); n > 0; n-- {
		last := clauses[n-1]
		if n < len(clauses) && n > 1 && (prefixed(last, c.scenes) != "" || endsWithAny(lang.ZH, last, c.sceneEnds)) {
			continue
		}
		if text := strings.Join(clauses[:n], "，"); utf8.RuneCountInString(text) <= limit {
			return strings.Trim(text, "，；：、。 ")
		}
	}
	return shorten(clauses[0], limit, lang.ZH)
}

// spoken is the text of span without its time expressions, and with the names
// of those whom its pronouns stand for.
func (s *sentence) spoken(span source.Span) string {
	var b strings.Builder
	at := span.Start
	c := cuesOf(lang.ZH)
	write := func(start, end int, instead string) {
		if start >= at && end <= span.End {
			b.WriteString(s.text[at:start])
			b.WriteString(instead)
			at = end
		}
	}
	times := s.times
	for i, m := range s.names {
		for len(times) > 0 && times[0].Start < m.Start {
			s.dropTime(times[0].Start, times[0].End, c, write)
			times = times[1:]
		}
		if m.Start >= at && m.Person != nil && standsFor(m.Of(s.text), c) {
			write(m.Start, m.End, namesAt(s.names[i:]))
		}
	}
	for _, t := range times {
		s.dropTime(t.Start, t.End, c, write)
	}
	b.WriteString(s.text[at:span.End])
	return b.String()
}

// dropTime leaves out a time expression with what leads to it and away from it:
// 自 … 起, 于 ….
func (s *sentence) dropTime(start, end int, c *cues, write func(start, end int, instead string)) {
	head := s.text[s.Start:start]
	for _, w := range c.dateBefore {
		if strings.HasSuffix(head, w) {
			start -= len(w)
			break
		}
	}
	end += len(prefixed(s.text[end:s.End], c.dateAfter))
	write(start, end, "")
}

func standsFor(word string, c *cues) bool {
	return prefixed(word, c.he) == word || prefixed(word, c.pair) == word
}

// namesAt joins the names of the people who stand at the first one's place.
func namesAt(names []lexicon.Mention) string {
	var out []string
	for _, m := range names {
		if m.Start == names[0].Start && m.Person != nil {
			out = append(out, m.Person.Name.In(lang.ZH))
		}
	}
	return list(out, lang.ZH)
}

// cleanHan takes away what is left around words that went.
func cleanHan(text string) string {
	text = strings.Join(strings.Fields(text), "")
	if i := strings.Index(text, "】"); i >= 0 && strings.HasPrefix(text, "【") {
		text = text[i+len("】"):]
	}
	for _, pair := range [...][2]string{{"（）", ""}, {"()", ""}, {"，，", "，"}, {"；，", "；"}, {"：，", "："}, {"，；", "；"}} {
		text = strings.ReplaceAll(text, pair[0], pair[1])
	}
	return strings.Trim(text, "，；：、。？！.–—-“”\"「」")
}
