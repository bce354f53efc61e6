package event

import (
	"math"
	"slices"

	"buildsite/internal/edtf"
	"buildsite/internal/lexicon"
	"buildsite/internal/timex"
)

// Reason is something that makes an extracted event more sure or less. Weights
// add up as log-odds: a weight of -0.7 halves the odds that the event is right,
// one of 0.7 doubles them. The confidence is the share of such events that are
// right, in sentence, date and kind.
type Reason struct {
	Text   string // for readers
	Weight float64
}

// String writes a reason with what it does: "+ both sides are named", "− the date
// is a year".
func (r Reason) String() string {
	if r.Weight < 0 {
		return Doubt + r.Text
	}
	return "+ " + r.Text
}

// Doubt begins the words of a reason that makes an event less sure.
const Doubt = "− "

// usual are the log-odds of an event that nothing speaks for or against: a verb
// for what states do, with a date told beside it.
const usual = 2.3

// The reasons. The weights were fitted to the articles of testdata/gold, each
// drawn towards zero as far as few events bear it out, and rounded. Those
// articles are known to who wrote the rules, so all of it is held below what they
// measure. TestConfidence prints how it comes out.
var (
	dayTold       = Reason{"the day is written out", 0.3}
	inferredDay   = Reason{"the day of the article is worked out", -0.6}
	stampedDay    = Reason{"the day of the article is that of a stamp", -0.3}
	publishedThen = Reason{"no day is told: it is that of publication", -1.2}
	carriedDate   = Reason{"its date is that of another sentence", -0.9}
	coarseDate    = Reason{"the date is no more exact than a month", -0.3}
	yearOnly      = Reason{"the date is a year", -0.8}
	vagueDate     = Reason{"the date is approximate", -0.3}
	bothSides     = Reason{"both sides are named", 0.2}
	oneSide       = Reason{"one side only is named", -0.2}
	namesNobody   = Reason{"its sentence names neither side", -0.7}
	nounOnly      = Reason{"a noun, not a verb, tells what happened", -0.3}
	generalWord   = Reason{"a general verb tells it, none for what states do", -1.1}
	farApart      = Reason{"the date stands far from the act", -0.5}
	onlySaid      = Reason{"it is what somebody says", -0.4}
	notYet        = Reason{"it is announced, not reported", -0.4}
	severalTellIt = Reason{"several sentences tell it", 0.4}
	severalTexts  = Reason{"several publishers tell it", 1}
	bothTellIt    = Reason{"sources of both sides tell it", 0.7}
)

// confidence weighs the reasons that apply, and gives their words.
func (s *story) confidence(t *telling) (float64, []string) {
	odds := usual
	var words []string
	weigh := func(applies bool, r Reason) {
		if applies {
			odds += r.Weight
			words = append(words, r.String())
		}
	}
	dated(s, t, weigh)
	sides := t.sent.sides(t.sent.Span)
	weigh(sides.both() || t.sides.both(), bothSides)
	weigh(!sides.both() && !t.sides.both() && sides.twoSides() != 0, oneSide)
	weigh(sides.twoSides() == 0, namesNobody)
	weigh(t.act.Noun, nounOnly)
	weigh(t.act.General, generalWord)
	weigh(t.Kind == statement, onlySaid)
	weigh(t.Planned, notYet)
	weigh(len(t.Evidence) > 1, severalTellIt)
	return share(odds), words
}

// dated weighs how the date is known.
func dated(s *story, t *telling, weigh func(bool, Reason)) {
	p := t.Date.Precision()
	day := p == edtf.DayPrecision && !t.Date.IsInterval()
	weigh(day && !t.relative && t.lent == own, dayTold)
	weigh(t.lent == ofPublication, publishedThen)
	weigh(t.lent == ofSentence, carriedDate)
	weigh(t.relative && s.Published.Basis == Inferred, inferredDay)
	weigh(t.relative && s.Published.Basis == Byline, stampedDay)
	weigh(t.Kind != statistic && t.lent != ofPublication && (p > edtf.DayPrecision && p < edtf.YearPrecision || !day && t.Date.Approximate()), coarseDate)
	weigh(t.Kind != statistic && p >= edtf.YearPrecision, yearOnly)
	weigh(t.Date.Approximate() && t.lent != ofPublication, vagueDate)
	weigh(t.cost > farthest/2, farApart)
}

// loan says whose date an event has.
type loan uint8

const (
	own           loan = iota
	ofSentence         // of another sentence
	ofPublication      // no sentence tells one
)

func lender(sent *sentence, t timex.Expr) loan {
	switch {
	case t.End == 0:
		return ofPublication
	case t.Start < sent.Start || t.End > sent.End:
		return ofSentence
	}
	return own
}

// share turns log-odds into a share, to two digits, and never into certainty:
// there is always the sentence that nobody thought of.
func share(odds float64) float64 {
	p := 1 / (1 + math.Exp(-odds))
	return math.Round(100*min(max(p, 0.01), 0.99)) / 100
}

// oddsOf is the way back.
func oddsOf(p float64) float64 {
	p = min(max(p, 0.01), 0.99)
	return math.Log(p / (1 - p))
}

// Together is how sure an event is that several tellings tell, and why: the
// surest of them, and more if several publishers, or both sides, tell it.
func Together(tellings []*Event) (float64, []string) {
	best := tellings[0]
	var publishers []string
	var told sides
	for _, t := range tellings {
		if t.Status == Edited {
			return 1, nil
		}
		if t.Confidence > best.Confidence {
			best = t
		}
		for _, s := range t.Sources {
			publishers = addTo(publishers, s.Publisher)
			told |= sidesOf(lexicon.Mention{Side: s.Side})
		}
	}
	odds, words := oddsOf(best.Confidence), slices.Clone(best.Reasons)
	for _, r := range []struct {
		applies bool
		Reason
	}{{len(publishers) > 1, severalTexts}, {told.both(), bothTellIt}} {
		if r.applies {
			odds += r.Weight
			words = append(words, r.String())
		}
	}
	return share(odds), words
}
