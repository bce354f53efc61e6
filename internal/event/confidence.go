package event

import (
	"math"

	"buildsite/internal/edtf"
)

// Reason is something that makes an extracted event less sure, with the factor
// by which it does. The confidence of an event is the product of its reasons'
// factors, to two digits; without any it is [sure].
type Reason struct {
	Text   string
	Factor float64
}

// sure is how much a reading by rules is trusted at its best: there is always
// the sentence that nobody thought of.
const sure = 0.95

// The reasons. Their factors were set by judgement, so that one serious doubt,
// or two slight ones, take an event below 0.6.
var (
	relativeDate  = Reason{"the date is told relative to another day", 0.95}
	inferredDay   = Reason{"the day of the article is worked out", 0.8}
	stampedDay    = Reason{"the day of the article is that of a stamp", 0.95}
	coarseDate    = Reason{"the date is no more exact than a month", 0.9}
	yearOnly      = Reason{"the date is a year", 0.85}
	vagueDate     = Reason{"the date is approximate", 0.85}
	oneSide       = Reason{"one side only is named", 0.8}
	nobodyNamed   = Reason{"no person is named", 0.95}
	nounOnly      = Reason{"a noun, not a verb, tells what happened", 0.85}
	farApart      = Reason{"the date stands far from the act", 0.8}
	notYet        = Reason{"it is announced, not reported", 0.9}
	undatedNews   = Reason{"no day is told: the day of publication", 0.6}
	generalWord   = Reason{"a general word tells what happened", 0.85}
	severalTellIt = Reason{"several sentences tell it", 1.05}
)

// confidence is the product of the reasons that apply, and their words.
func (s *story) confidence(t *telling) (float64, []string) {
	c := sure
	var words []string
	weigh := func(applies bool, r Reason) {
		if applies {
			c *= r.Factor
			words = append(words, r.Text)
		}
	}
	weigh(t.relative, relativeDate)
	weigh(t.relative && s.Published.Basis == Inferred, inferredDay)
	weigh(t.relative && s.Published.Basis == Byline, stampedDay)
	switch p := t.Date.Precision(); {
	case t.Date.IsInterval() || p > edtf.DayPrecision && p < edtf.YearPrecision:
		weigh(true, coarseDate)
	case p >= edtf.YearPrecision:
		weigh(t.Kind != statistic, yearOnly)
	}
	weigh(t.undated, undatedNews)
	weigh(t.Date.Approximate() && !t.undated, vagueDate)
	weigh(t.act.General, generalWord)
	weigh(!t.sent.sides(t.sent.Span).both() && !t.sides.both(), oneSide)
	weigh(len(t.People) == 0 && t.Kind != statistic, nobodyNamed)
	weigh(t.act.Noun, nounOnly)
	weigh(t.cost > farthest/2, farApart)
	weigh(t.Planned, notYet)
	weigh(len(t.Evidence) > 1, severalTellIt)
	return math.Min(1, math.Round(c*100)/100), words
}
