package dating

import (
	"slices"

	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/timex"
)

// story is what an article tells about its day.
type story struct {
	trial *event.Reading
	clues []clue
	news  *clue           // of the news itself, if it is of a fresh day
	days  []timex.Expr    // bare weekdays on which something happened, in order
	lead  edtf.Date       // the full date that the story opens with, if it tells what happened then; may be zero
	past  edtf.Date       // the latest date of its own that it tells as past; may be zero
	year  int             // told right before "last year"; 0 for none
	line  article.Partial // the day and month of its dateline or stamp, which has no year; zero for none

	used    []*clue  // whose known events the days meet
	further []string // what else the days meet, in words
}

// clue is an event that the article dates by its own day.
type clue struct {
	telling  *event.Event // as the trial reading has it
	evidence event.Evidence
	expr     timex.Expr
	text     string // of the evidence
	lang     lang.Lang
	people   []*lexicon.Person // named by their names
	match    []*event.Event    // known events that it may tell
	fresh    bool              // it tells of these days, so nobody may know of it yet
}

// newStory takes the clues from an article that was read on two trial days.
// Of a telling's people, those count whom it has on both.
func newStory(late, early *event.Reading, known []*event.Event) *story {
	s := &story{trial: late, line: late.Article.Partial}
	for i := range late.Events {
		e := &late.Events[i]
		for _, ev := range e.Evidence {
			if x, ok := dates(late, e, ev); ok && !e.Planned {
				s.add(e, ev, x, early)
				s.addDay(x)
				break
			}
		}
	}
	slices.SortStableFunc(s.clues, func(c, d clue) int { return c.evidence.Span.Start - d.evidence.Span.Start })
	s.findNews()
	for i := range s.clues {
		c := &s.clues[i]
		c.fresh = c.fresh || c == s.news
		c.find(known, late.Doc.File.Name)
	}
	s.findYear()
	s.findLead()
	return s
}

// addDay takes in an expression that is a weekday and nothing else.
func (s *story) addDay(x timex.Expr) {
	bare := timex.Offset{Base: x.Offset.Base, Unit: x.Offset.Unit, Direction: x.Offset.Direction, Weekday: x.Offset.Weekday}
	if x.Offset.Weekday != 0 && x.Offset.Base == timex.Published && x.Offset == bare && !slices.Contains(s.days, x) {
		s.days = append(s.days, x)
	}
}

// dates returns the expression that dates e in its evidence.
func dates(r *event.Reading, e *event.Event, ev event.Evidence) (timex.Expr, bool) {
	for _, x := range r.Timexes {
		if x.Start < ev.Span.Start || x.End > ev.Span.End || r.Doc.Text[x.Start:x.End] != ev.Timex {
			continue
		}
		if d := dateOf(x); !d.IsZero() && d.First() == e.Date.First() && d.Last() == e.Date.Last() {
			return x, true
		}
	}
	return timex.Expr{}, false
}

// dateOf is the date that an expression gives an event.
func dateOf(x timex.Expr) edtf.Date {
	if !x.Through.IsZero() {
		return x.Through
	}
	return x.Date
}

// add takes in an event with the expression that dates it.
func (s *story) add(e *event.Event, ev event.Evidence, x timex.Expr, early *event.Reading) {
	doc := s.trial.Doc
	c := clue{telling: e, evidence: ev, expr: x, text: ev.Span.Of(doc.Text), lang: doc.Lang, fresh: isFresh(x.Offset)}
	if !x.Relative || x.Offset.Base != timex.Published || reach(x.Offset) > farthest || !c.standsAlone(s.trial, early) {
		return
	}
	c.people = named(e, ev, early)
	s.clues = append(s.clues, c)
}

// isFresh tells whether an expression speaks of a day of the last week.
func isFresh(o timex.Offset) bool {
	return o.Weekday != 0 || o.Unit <= timex.Day && o.Count > -7 || o.Day != 0 && o.Month == 0
}

// farthest is how many days an expression may go back: what was "last year"
// may be two years ago.
const farthest = 800

// reach is how many days after an event an expression may still mean it.
func reach(o timex.Offset) edtf.Day {
	back := edtf.Day(max(o.Count, -o.Count))
	switch {
	case o.Weekday != 0, o.Unit <= timex.Week:
		return 7 * (back + 2)
	case o.Unit == timex.Month:
		return 31 * (back + 2)
	case o.Unit < timex.Year:
		return 190 * (back + 2)
	case o.Unit == timex.Year:
		return 366*(back+1) + 31
	}
	return farthest + 1
}

// standsAlone tells whether the expression means the same in its sentence
// alone as in the article, on both trial days.
func (c *clue) standsAlone(trials ...*event.Reading) bool {
	for _, r := range trials {
		i := slices.IndexFunc(r.Timexes, func(x timex.Expr) bool { return x.Start == c.expr.Start })
		if i < 0 || c.date(r.Published.Date.First()) != dateOf(r.Timexes[i]) {
			return false
		}
	}
	return true
}

// named returns the people of an event that it has on the early trial day, too:
// those whom the article names, and who held a post all the time between.
func named(e *event.Event, ev event.Evidence, early *event.Reading) []*lexicon.Person {
	for i := range early.Events {
		o := &early.Events[i]
		if o.Kind != e.Kind || !hasEvidence(o, ev) {
			continue
		}
		return slices.DeleteFunc(slices.Clone(e.People), func(p *lexicon.Person) bool { return !hasPerson(o.People, p) })
	}
	return nil
}

// hasEvidence tells whether an event rests on the same words.
func hasEvidence(e *event.Event, ev event.Evidence) bool {
	return slices.ContainsFunc(e.Evidence, func(o event.Evidence) bool { return o.Span == ev.Span && o.Timex == ev.Timex })
}

func hasPerson(list []*lexicon.Person, p *lexicon.Person) bool {
	return slices.ContainsFunc(list, func(q *lexicon.Person) bool { return q.ID == p.ID })
}

// date is what the expression means if the article was written on a day; zero
// if it means nothing then.
func (c *clue) date(day edtf.Day) edtf.Date {
	for x := range timex.Find(c.text, timex.Anchor{Lang: c.lang, Published: edtf.FromDay(day)}) {
		if at := x.Start + c.evidence.Span.Start; at >= c.expr.Start {
			if at == c.expr.Start && x.End-x.Start == c.expr.End-c.expr.Start {
				return dateOf(x)
			}
			break
		}
	}
	return edtf.Date{}
}

// meets tells whether the clue, written on a day, can tell of e.
func (c *clue) meets(e *event.Event, day edtf.Day) bool {
	d := c.date(day)
	return !d.IsZero() && d.Overlaps(e.Date) && e.Date.First() <= day
}

// allows tells whether the clue, written on a day, can tell of a known event.
func (c *clue) allows(day edtf.Day) bool {
	d := c.date(day)
	return !d.IsZero() && slices.ContainsFunc(c.match, func(e *event.Event) bool {
		return e.Date.First() <= day && d.Overlaps(e.Date)
	})
}

// work is how many days have to be looked at.
func (c *clue) work() int { return len(c.match) * int(reach(c.expr.Offset)) }

// days are all days that the clue allows, in order.
func (c *clue) days() []edtf.Day {
	var out []edtf.Day
	for _, e := range c.match {
		for d := e.Date.First(); d <= e.Date.Last()+reach(c.expr.Offset); d++ {
			if c.meets(e, d) {
				out = append(out, d)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// around returns the first and the last of the days about the given ones that
// the clue allows; few is false if these are more than two months.
func (c *clue) around(days []edtf.Day) (from, to edtf.Day, few bool) {
	const most = 62
	from, to = days[0], days[len(days)-1]
	for to-from <= most && c.allows(from-1) {
		from--
	}
	for to-from <= most && c.allows(to+1) {
		to++
	}
	return from, to, to-from <= most
}

// The bounds of what can be a known event of a clue.
const (
	widest    = 31  // days that a known event spans at most
	leastSure = 0.6 // its confidence at least
	mostMatch = 12  // a telling that resembles more events says nothing
)

// find looks for the known events that the clue may tell.
func (c *clue) find(known []*event.Event, seed string) {
	if len(c.people) == 0 || c.telling.Kind == "statement" || c.telling.Kind == "statistic" {
		return
	}
	for _, e := range known {
		if e.Planned || e.Confidence < leastSure || e.Date.Last()-e.Date.First() > widest || !slices.ContainsFunc(e.Seeds, func(s string) bool { return s != seed }) {
			continue
		}
		if kindsAgree(c.telling.Kind, e.Kind) && c.agrees(e) {
			c.match = append(c.match, e)
		}
	}
	if len(c.match) > mostMatch {
		c.match = nil
	}
}

// kindsAgree tells whether two tellings of these kinds may be of one event. Who
// visits a minister meets him there.
func kindsAgree(a, b string) bool {
	return a == b || a == "visit" && b == "meeting" || a == "meeting" && b == "visit"
}

// agrees tells whether a known event has the clue's people, or some of them
// and nobody else, and with them another thing in common: a second person or
// the town.
func (c *clue) agrees(e *event.Event) bool {
	shared := 0
	for _, p := range c.people {
		if hasPerson(e.People, p) {
			shared++
		}
	}
	if shared == 0 || shared < min(len(c.people), len(e.People)) {
		return false
	}
	if len(c.telling.Places) == 0 || len(e.Places) == 0 {
		return shared > 1
	}
	return sharePlace(c.telling.Places, e.Places, shared > 1)
}

// sharePlace tells whether a place is in both lists; with whole, also the
// country of one.
func sharePlace(a, b []*lexicon.Place, whole bool) bool {
	return slices.ContainsFunc(a, func(p *lexicon.Place) bool {
		return slices.ContainsFunc(b, func(q *lexicon.Place) bool {
			if whole {
				return p.ID == q.ID || p.ID == q.Country || q.ID == p.Country
			}
			return p.ID == q.ID && p.ID != p.Country
		})
	})
}

// isTold tells whether e, as the article tells it on a day, is what the clue
// was taken for.
func (c *clue) isTold(e *event.Event, day edtf.Day) bool {
	return e.Kind == c.telling.Kind && hasEvidence(e, c.evidence) &&
		!slices.ContainsFunc(c.people, func(p *lexicon.Person) bool { return !hasPerson(e.People, p) }) &&
		slices.ContainsFunc(c.match, func(k *event.Event) bool { return k.Date.Overlaps(e.Date) && c.meets(k, day) })
}
