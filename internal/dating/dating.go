// Package dating finds the day of an article that does not say it, from what
// the article tells of events that the timeline knows.
//
// # Model
//
// "At the end of last month, Xi and Carney met in Gyeongju": once the timeline
// knows of that meeting, on 31 October 2025, the words can only have been
// written in November 2025. Such a sentence is a clue. [Solve] reads the
// article with a day on trial, to learn which events its expressions date, and
// looks for known events that agree in kind, people and place. For each day
// that the article may have been written on, package timex then tells what the
// expression means on it; the days on which that meets the known event are the
// ones that the clue allows.
//
// Other things narrow the days further:
//
//   - the news itself, in the first paragraph: what happened "on Tuesday" is
//     written on that Tuesday or the day after, unless a later weekday is told
//     further down;
//   - the weekdays together: none is called by its name alone when it was six
//     days ago;
//   - a dateline without a year, as wire copy has it, says day and month;
//   - a full date that the story opens with, as releases do, is its day or the
//     one before;
//   - "in 2024" and then "last year": who writes so does it within the two
//     years that follow;
//   - what is told as past with a date of its own happened before.
//
// Days that meet all of it and lie together, three at most, are the answer.
//
// # What is not enough
//
// A wrong date is far worse than none, so doubt always wins. People count only
// if the article names them: who "the prime minister" was depends on the very
// day that is looked for. A known event must share two people with the
// telling, or one and the place, and statements match nothing, for ministers
// make many. An expression that hangs on the sentences before it is left out,
// and so is one that goes back over two years. Two clues have to agree that
// could have disagreed: two known events, or one and the year or the dateline; a
// weekday comes round every week and bears out nothing. One fresh event must not
// be all that tells the days from the rest of the year. If clues contradict each
// other, if two stretches fit (the ministers met in two Januaries), or if the
// stretch is wide, there is no answer, and [Answer.Open] says what is known and
// what is missing. In the end the article is read again on each day of the
// answer, and has to tell the same.
//
// The news may be something that the timeline does not know yet. A fresh day's
// event that resembles a known one of another time is therefore no
// contradiction; an older event that does is one.
package dating

import (
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
)

// mostDays is how many days an answer has at most.
const mostDays = 3

// Answer is what is known of the day on which an article was written.
type Answer struct {
	// Date is a day, or an interval of up to three; zero where there is no
	// answer.
	Date edtf.Date
	// Reasons are sentences that an editor can check, one a clue.
	Reasons []string
	// Open says, where there is no answer although known events are told, what
	// speaks for which day and what is missing.
	Open string
	// Hint is the line for an editor to complete and paste where Open leaves one
	// month or one day; "" otherwise.
	Hint string
}

// Solve dates an article. The function read tells what the article yields if
// it was written on a given day; it is called a few times. Events that nobody
// but the article's own seed tells are passed over among the known ones.
func Solve(known []*event.Event, read func(edtf.Date) *event.Reading) Answer {
	on := func(day edtf.Day) *event.Reading { return read(edtf.FromDay(day)) }
	late, ok := lateTrial(known)
	if !ok {
		return Answer{}
	}
	trial := on(late)
	if trial.Article == nil {
		return Answer{} // no article
	}
	s := newStory(trial, on(earlyTrial), known)
	s.past = past(on(late + century))
	days, failed := s.solve(nil)
	if n := len(days); n > 0 && days[n-1]-days[0] <= oneTerm {
		past := s.past
		s = newStory(on(days[n-1]), on(days[0]), known)
		s.past = past
		days, failed = s.solve(days)
	}
	switch {
	case len(s.used) == 0:
		return Answer{}
	case failed != nil:
		return Answer{Open: s.sayConflict(failed)}
	}
	if open := s.doubt(days); open != "" {
		return Answer{Open: open, Hint: hint(runs(days))}
	}
	for _, day := range days {
		if !s.confirmed(on(day), day) {
			return Answer{Open: "known events speak for its being written " + inWords(day, day) + ", but read on that day it tells them otherwise"}
		}
	}
	return Answer{Date: edtf.Between(days[0], days[len(days)-1]), Reasons: s.reasons(days)}
}

// century is so many days that nothing in an article lies beyond it.
const century = 36525

// oneTerm is how many days may lie between the first and the last candidate so
// that posts are looked at, too: those that one person held on both.
const oneTerm = 400

// earlyTrial is a day before the terms of all offices, so that no post is
// anybody's: 1 June 1850.
const earlyTrial edtf.Day = -43678

// lateTrial is a day soon after the last known event began; ok is false if none
// is known.
func lateTrial(known []*event.Event) (day edtf.Day, ok bool) {
	const soon = 30
	for _, e := range known {
		if d := e.Date.First(); !e.Planned && d != edtf.MinDay && d < noTrial && (!ok || d+soon > day) {
			day, ok = d+soon, true
		}
	}
	return day, ok
}

// noTrial is the first day of the year 9000, from which on EDTF may have no
// days for a trial.
const noTrial edtf.Day = 2567655

// solve returns those of days, or if these are nil of all days, that meet all
// constraints, in order; or the constraint that left none.
func (s *story) solve(days []edtf.Day) (left []edtf.Day, failed *constraint) {
	var base *clue
	if days == nil {
		if base = s.base(); base == nil {
			return nil, nil
		}
		days = base.days()
		s.used = append(s.used, base)
	}
	for _, c := range s.constraints(base) {
		kept := keep(days, c.allows)
		switch {
		case len(kept) > 0:
			days = kept
			s.use(c)
		case !c.fresh:
			return nil, &c
		}
	}
	return days, nil
}

// base returns the clue to begin with: the one that has the fewest days to
// look at, of old events before fresh ones.
func (s *story) base() *clue {
	var best *clue
	for i := range s.clues {
		c := &s.clues[i]
		if len(c.match) == 0 {
			continue
		}
		if best == nil || best.fresh && !c.fresh || best.fresh == c.fresh && c.work() < best.work() {
			best = c
		}
	}
	return best
}

// constraint is something that allows some days and not others.
type constraint struct {
	allows func(edtf.Day) bool
	fresh  bool   // it gives way where it allows none
	clue   *clue  // of a known event, or nil
	words  string // what it says, for one that is no clue
	tells  bool   // the words are a reason
}

// constraints lists all but base, which may be nil, those that must hold
// first.
func (s *story) constraints(base *clue) []constraint {
	var out, fresh []constraint
	if !s.past.IsZero() {
		out = append(out, constraint{allows: func(d edtf.Day) bool { return d >= s.past.First() }, words: s.sayPast()})
	}
	if s.year != 0 {
		out = append(out, constraint{allows: s.inYears, words: s.sayYears(), tells: true})
	}
	if s.hasLine() {
		out = append(out, constraint{allows: s.onLine, words: s.sayLine(), tells: true})
	}
	for i := range s.clues {
		c := &s.clues[i]
		if c == base || len(c.match) == 0 {
			continue
		}
		x := constraint{allows: c.allows, fresh: c.fresh, clue: c}
		if c.fresh {
			fresh = append(fresh, x)
		} else {
			out = append(out, x)
		}
	}
	if s.news != nil {
		out = append(out, constraint{allows: s.isNews, words: s.sayNews(), tells: true})
	}
	if !s.lead.IsZero() {
		out = append(out, constraint{allows: s.isLead, words: s.sayLead(), fresh: true, tells: true})
	}
	if len(s.days) > 1 {
		out = append(out, constraint{allows: s.daysAreNear, words: s.sayDays(), fresh: true})
	}
	return append(out, fresh...)
}

func keep(days []edtf.Day, allows func(edtf.Day) bool) []edtf.Day {
	var kept []edtf.Day
	for _, d := range days {
		if allows(d) {
			kept = append(kept, d)
		}
	}
	return kept
}

// use notes a constraint that the days meet.
func (s *story) use(c constraint) {
	if c.clue != nil {
		s.used = append(s.used, c.clue)
	} else if c.tells {
		s.further = append(s.further, c.words)
	}
}

// doubt says why days are no answer, "" if they are one.
func (s *story) doubt(days []edtf.Day) string {
	stretches := runs(days)
	switch {
	case !s.borneOut(days):
		return s.saySingle(stretches)
	case len(stretches) > 1:
		return s.saySeveral(stretches)
	case len(days) > mostDays:
		return s.sayWide(stretches[0])
	}
	if c, ok := s.pinned(days); !ok {
		return s.sayLoose(c, stretches[0])
	}
	return ""
}

// borneOut tells whether two things speak for the days that could have spoken
// against them: two known events, or one and the year or the dateline. Clues of older days that
// share one event may be of two, of which one is not known, and so ask for a
// third thing; fresh ones may well be parts of one visit.
func (s *story) borneOut(days []edtf.Day) bool {
	taken := make(map[*event.Event]*clue)
	shared := 0
	for _, c := range s.used {
		if !c.claim(days, taken, make(map[*event.Event]bool)) && !c.fresh {
			shared = 1
		}
	}
	things := len(taken)
	if s.year != 0 {
		things++
	}
	if s.hasLine() || s.leads(days) {
		things++
	}
	return len(taken) > 0 && things >= 2+shared
}

// pinned tells whether the days rest on more than one fresh clue that tells
// them from the rest of the year: on an older event or the dateline, or on two
// fresh clues. Otherwise it returns the one there is, if any.
func (s *story) pinned(days []edtf.Day) (alone *clue, ok bool) {
	if s.hasLine() || s.leads(days) {
		return nil, true
	}
	for _, c := range s.used {
		if _, _, few := c.around(days); few {
			if !c.fresh || alone != nil {
				return nil, true
			}
			alone = c
		}
	}
	return alone, false
}

// leads tells whether all days are those of the date that the story opens with.
func (s *story) leads(days []edtf.Day) bool {
	return !s.lead.IsZero() && !slices.ContainsFunc(days, func(d edtf.Day) bool { return !s.isLead(d) })
}

// claim finds the clue a known event that it meets on one of days and that no
// other clue needs, moving others to another one if it must.
func (c *clue) claim(days []edtf.Day, taken map[*event.Event]*clue, tried map[*event.Event]bool) bool {
	for _, e := range c.match {
		if tried[e] || !slices.ContainsFunc(days, func(d edtf.Day) bool { return c.meets(e, d) }) {
			continue
		}
		tried[e] = true
		if other := taken[e]; other == nil || other.claim(days, taken, tried) {
			taken[e] = c
			return true
		}
	}
	return false
}

// runs parts days into stretches, each with its first and last day.
func runs(days []edtf.Day) [][2]edtf.Day {
	var out [][2]edtf.Day
	for _, d := range days {
		if n := len(out); n > 0 && out[n-1][1]+1 == d {
			out[n-1][1] = d
		} else {
			out = append(out, [2]edtf.Day{d, d})
		}
	}
	return out
}

// confirmed tells whether the article, read on a day, tells the events of its
// clues as they were used.
func (s *story) confirmed(r *event.Reading, day edtf.Day) bool {
	for _, c := range s.used {
		if !slices.ContainsFunc(r.Events, func(e event.Event) bool { return c.isTold(&e, day) }) {
			return false
		}
	}
	return true
}
