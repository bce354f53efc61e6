package dating

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
)

// reasons says what speaks for the days.
func (s *story) reasons(days []edtf.Day) []string {
	out := make([]string, 0, len(s.used)+len(s.further))
	for _, c := range s.used {
		out = append(out, c.say(days)+c.stretch(days))
	}
	return append(out, s.further...)
}

// say tells which known event a clue is of if it was written on one of days.
func (c *clue) say(days []edtf.Day) string {
	var known []string
	for _, e := range c.match {
		if slices.ContainsFunc(days, func(d edtf.Day) bool { return c.meets(e, d) }) {
			known = append(known, titled(e)+" ("+e.ID+")")
		}
	}
	return c.quote() + " is " + strings.Join(known, " or ")
}

// quote gives the words of a clue with their line.
func (c *clue) quote() string {
	return fmt.Sprintf("“%s” in line %d", c.evidence.Timex, c.evidence.Line)
}

// stretch says which days around the answer the clue alone allows, if these
// are few.
func (c *clue) stretch(days []edtf.Day) string {
	from, to, few := c.around(days)
	if !few {
		return ""
	}
	return ", so it was written " + inWords(from, to)
}

// inWords says when something was written: "on 11 or 12 November 2025", "in
// November 2025".
func inWords(from, to edtf.Day) string {
	y, m, first := from.Date()
	y2, m2, last := to.Date()
	if _, _, next := (to + 1).Date(); first == 1 && next == 1 && y == y2 && m == m2 {
		return "in " + edtf.Month(y, m).Format(lang.EN)
	}
	start, end := edtf.FromDay(from).Format(lang.EN), edtf.FromDay(to).Format(lang.EN)
	if y == y2 && m == m2 && first != last {
		start = strconv.Itoa(first)
	}
	switch to - from {
	case 0:
		return "on " + end
	case 1:
		return "on " + start + " or " + end
	}
	return "between " + start + " and " + end
}

func (s *story) sayNews() string {
	words := "“" + s.news.evidence.Timex + "”"
	if s.news.expr.Offset.Weekday != 0 && len(s.days) > 1 {
		words = s.dayWords()
	}
	return "news is written on its day or the next, and the news here is of " + words
}

// dayWords lists the weekdays that the story tells of.
func (s *story) dayWords() string {
	var words []string
	for _, x := range s.days {
		if w := "“" + s.trial.Doc.Text[x.Start:x.End] + "”"; !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}

func (s *story) sayYears() string {
	return fmt.Sprintf("“%d” and then “last year” are words of %d or %d", s.year, s.year+1, s.year+2)
}

func (s *story) sayLine() string {
	return "it is headed “" + s.line.Words + "”"
}

func (s *story) sayPast() string {
	return "it tells of " + s.past.Format(lang.EN) + " as past"
}

// sayConflict tells of clues that no day fits.
func (s *story) sayConflict(c *constraint) string {
	words := c.words
	if c.clue != nil {
		words = c.clue.sayAll()
	}
	all := make([]string, 0, len(s.used))
	for _, u := range s.used {
		if said := u.sayAll(); !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return "no day fits all that it tells of known events: " + strings.Join(all, "; ") + "; but " + words
}

// sayAll tells which known events a clue may be of at any time.
func (c *clue) sayAll() string {
	const most = 3
	var known []string
	for i, e := range c.match {
		if i == most {
			known = append(known, "another")
			break
		}
		known = append(known, titled(e))
	}
	return c.quote() + " may be " + strings.Join(known, " or ")
}

// titled names a known event with its date.
func titled(e *event.Event) string {
	return fmt.Sprintf("“%s” of %s", e.Title, e.Date.Format(lang.EN))
}

// saySingle tells of a lone clue.
func (s *story) saySingle(stretches [][2]edtf.Day) string {
	return s.used[0].sayAll() + ", so it may have been written " + several(stretches) + ", but nothing else in it bears that out"
}

func (s *story) saySeveral(stretches [][2]edtf.Day) string {
	return "what it tells of known events fits several times, so it may have been written " + several(stretches)
}

func (s *story) sayWide(days [2]edtf.Day) string {
	return "what it tells of known events says no more than that it was written " + inWords(days[0], days[1])
}

// sayLoose tells of days that hang on one clue of fresh news, or on none.
func (s *story) sayLoose(c *clue, days [2]edtf.Day) string {
	if c == nil {
		c = s.used[0]
	}
	return c.sayAll() + ", so it may have been written " + inWords(days[0], days[1]) + ", but nothing else in it tells these days from others of the year"
}

// several lists stretches of days, or if these are many their months.
func several(stretches [][2]edtf.Day) string {
	const most = 3
	out := make([]string, 0, len(stretches))
	for _, s := range stretches {
		words := inWords(s[0], s[1])
		if len(stretches) > most {
			y, m, _ := s[0].Date()
			words = edtf.Month(y, m).Format(lang.EN)
		}
		if !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	lead := ""
	if len(stretches) > most {
		lead = "on some day of "
	}
	if len(out) > most {
		out = append(out[:most], "another time")
	}
	return lead + strings.Join(out, " or ")
}

// hint is the line to paste for the stretches of days that an article may be
// written on, as far as they tell it.
func hint(stretches [][2]edtf.Day) string {
	if len(stretches) != 1 {
		return ""
	}
	from, to := stretches[0][0], stretches[0][1]
	y, m, d := from.Date()
	switch y2, m2, d2 := to.Date(); {
	case y != y2 || m != m2:
		return ""
	case from == to:
		return fmt.Sprintf(`add "date: %04d-%02d-%02d" to the front matter if that is right`, y, m, d)
	case to-from < mostDays:
		return fmt.Sprintf(`add "date: %04d-%02d-%02d" to the front matter, or the day of these that is right`, y, m, d2)
	}
	return fmt.Sprintf(`add "date: %04d-%02d-DD" to the front matter, with the day, if the month is right`, y, m)
}

// Review asks an editor whether the answer to the article of a seed is right.
func (a Answer) Review(seed string) event.Review {
	first, last := a.Date.First(), a.Date.Last()
	hint := `add "date: ` + last.String() + `" to the front matter if that is right`
	if first != last {
		hint = `add "date: ` + last.String() + `" to the front matter, or the day of these that is right`
	}
	return event.Review{
		Seed: seed, Line: 1, Rule: "inferred-date",
		Text: "this article does not say its day, but it was written " + inWords(first, last) + ": " + strings.Join(a.Reasons, "; "),
		Hint: hint,
	}
}
