package dating

import (
	"slices"
	"strconv"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// past returns the latest date of its own that an article tells as past, as
// read a long time after; it may be zero.
func past(r *event.Reading) edtf.Date {
	var latest edtf.Date
	for i := range r.Events {
		e := &r.Events[i]
		for _, ev := range e.Evidence {
			x, ok := dates(r, e, ev)
			if ok && !x.Relative && !e.Planned && (latest.IsZero() || e.Date.First() > latest.First()) {
				latest = e.Date
			}
		}
	}
	return latest
}

// findNews looks for the day of the news: that of the first thing told, if it
// stands in the first paragraph and is told by its weekday or its day of the
// month alone. Whatever else stands first may be background.
func (s *story) findNews() {
	first := slices.IndexFunc(s.trial.Parts, func(p event.Part) bool { return p.Role == event.Body })
	if first < 0 || len(s.clues) == 0 {
		return
	}
	c := &s.clues[0]
	for i := range s.trial.Events {
		if s.trial.Events[i].Evidence[0].Span.Start < c.evidence.Span.Start {
			return
		}
	}
	o := c.expr.Offset
	if s.trial.Parts[first].Span.Contains(c.evidence.Span) && !o.Exact && o.Month == 0 && (o.Weekday != 0 || o.Day != 0) {
		s.news = c
	}
}

// age is how many days before a day the last weekday was that an expression
// names.
func age(x timex.Expr, day edtf.Day) int {
	return (int(day.Weekday()) - int(x.Offset.Weekday%7) + 7) % 7
}

// oldestDay is how many days back a weekday is called by its name alone: a week
// ago but for a day it would be taken for that of tomorrow.
const oldestDay = 5

// daysAreNear tells whether each weekday that the story tells of is one of the
// last days, if it is written on this one.
func (s *story) daysAreNear(day edtf.Day) bool {
	return !slices.ContainsFunc(s.days, func(x timex.Expr) bool { return age(x, day) > oldestDay })
}

func (s *story) sayDays() string {
	return "a weekday is called by its name alone for " + strconv.Itoa(oldestDay) + " days: " + s.dayWords()
}

// isNews tells whether the story, written on a day, tells of that day or the one
// before: in its first paragraph, or further down of a later weekday.
func (s *story) isNews(day edtf.Day) bool {
	d := s.news.date(day)
	if d.IsZero() || d.First() > day {
		return false
	}
	if day <= d.Last()+1 {
		return true
	}
	return s.news.expr.Offset.Weekday != 0 && day <= d.Last()+3 &&
		slices.ContainsFunc(s.days, func(x timex.Expr) bool { return age(x, day) <= 1 })
}

// openingBytes is how far into the story its date stands where it opens with it.
const openingBytes = 40

// findLead looks for a full date that the story opens with, as releases of
// ministries and embassies do: "On November 11, 2025, …".
func (s *story) findLead() {
	first := slices.IndexFunc(s.trial.Parts, func(p event.Part) bool { return p.Role == event.Body })
	if first < 0 {
		return
	}
	start := s.trial.Parts[first].Span.Start
	for _, x := range s.trial.Timexes {
		if x.Start >= start && x.Start <= start+openingBytes && !x.Relative && !x.Date.IsZero() && x.Date.First() == x.Date.Last() && s.tellsPast(x) {
			s.lead = x.Date
			return
		}
	}
}

// tellsPast tells whether the sentence that an expression stands in tells of
// something that has happened.
func (s *story) tellsPast(x timex.Expr) bool {
	return slices.ContainsFunc(s.trial.Events, func(e event.Event) bool {
		return !e.Planned && slices.ContainsFunc(e.Evidence, func(ev event.Evidence) bool {
			return ev.Span.Start <= x.Start && x.End <= ev.Span.End
		})
	})
}

// isLead tells whether a day is the one that the story opens with or the next.
func (s *story) isLead(day edtf.Day) bool {
	return s.lead.First() <= day && day <= s.lead.First()+1
}

func (s *story) sayLead() string {
	return "news is written on its day or the next, and the story opens with " + s.lead.Format(lang.EN)
}

// findYear looks for a year that the story tells as past right before it says
// "last year".
func (s *story) findYear() {
	at := -1
	for i, x := range s.trial.Timexes {
		o := x.Offset
		switch {
		case x.Date.IsZero(), !s.inStory(x):
		case !x.Relative:
			at = i
		case at >= 0 && o == timex.Offset{Base: timex.Published, Unit: timex.Year, Count: -1, Exact: true}:
			if y := s.trial.Timexes[at]; y.Date.Precision() == edtf.YearPrecision && !y.Date.IsInterval() && s.isPast(y) && s.near(y, x) {
				s.year = y.Date.Year()
			}
			return
		}
	}
}

// part returns the index of the story's block that an expression stands in,
// -1 for one outside.
func (s *story) part(x timex.Expr) int {
	return slices.IndexFunc(s.trial.Parts, func(p event.Part) bool {
		return p.Role == event.Body && p.Span.Contains(source.Span{Start: x.Start, End: x.End})
	})
}

func (s *story) inStory(x timex.Expr) bool { return s.part(x) >= 0 }

// near tells whether two expressions stand in one paragraph or the next.
func (s *story) near(x, y timex.Expr) bool { return s.part(y)-s.part(x) <= 1 }

// isPast tells whether an expression dates something that has happened.
func (s *story) isPast(x timex.Expr) bool {
	return slices.ContainsFunc(s.trial.Events, func(e event.Event) bool {
		return !e.Planned && slices.ContainsFunc(e.Evidence, func(ev event.Evidence) bool {
			return ev.Span.Start <= x.Start && x.End <= ev.Span.End && ev.Timex == s.trial.Doc.Text[x.Start:x.End]
		})
	})
}

// inYears tells whether a day is in the two years after the one that was told
// before "last year".
func (s *story) inYears(d edtf.Day) bool {
	y, _, _ := d.Date()
	return y == s.year+1 || y == s.year+2
}

// hasLine tells whether a dateline or a stamp says day and month, as that of wire
// copy does.
func (s *story) hasLine() bool { return s.line.Month != 0 }

// onLine tells whether a day is the one of the dateline in some year.
func (s *story) onLine(day edtf.Day) bool {
	_, m, d := day.Date()
	return m == s.line.Month && d == s.line.Day
}
