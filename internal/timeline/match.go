package timeline

import (
	"fmt"
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// match is what comes of comparing two tellings: what they agree in, or the
// first thing that keeps them apart.
type match struct {
	way    way
	agreed []string // for readers: "the same people"
	apart  string   // likewise; "" where they are one event
	weight int      // of several events that a telling fits, the heaviest is meant
}

// way is how two tellings come to be one event. A lower one goes first: a
// telling that fits an event in one way is not tried in the next.
type way uint8

const (
	direct  way = iota // one kind, days that can be the same
	kindred            // kinds under which one thing is told
	shifted            // one kind, and a day between them that can be explained
)

// agree notes something that both have in common.
func (m *match) agree(weight int, format string, args ...any) {
	m.weight += weight
	m.agreed = append(m.agreed, fmt.Sprintf(format, args...))
}

// Same tells whether a and b are one event as two sources tell it, and what
// they agree in or else the first thing that keeps them apart.
//
// Days, kind, place, people, sides, figures and what it is about may each
// agree, be open in one of the two, or differ. What differs keeps events apart,
// but for a kind that tells the same under another name, and a day between
// accounts of the two capitals. What is open counts for nothing: two tellings
// become one by what they have in common, the people for a meeting, the matter
// for a measure.
func Same(a, b *event.Event) (same bool, words []string) {
	m := compareTellings(a, b)
	if m.apart != "" {
		return false, []string{m.apart}
	}
	return true, m.agreed
}

func compareTellings(a, b *event.Event) match {
	m := wayOf(a, b)
	if m.apart != "" {
		return m
	}
	switch {
	case !placesAgree(a.Places, b.Places):
		m.apart = "other places"
	case a.Kind != "statistic" && disjoint(a.Actors, b.Actors) && !sameCase(a, b):
		m.apart = "the other side acts"
	case m.way == direct && against(a, b):
		m.apart = "one is with the other side, one against it"
	default:
		m.judge(a, b)
	}
	if m.apart == "" {
		m.days(a, b)
		m.inCommon(a, b)
	}
	return m
}

// sameCase tells whether two tellings are of the same people in court or custody
// on one day. Whose act that is, a release for one, is told either way.
func sameCase(a, b *event.Event) bool {
	n := sharedPeople(a, b)
	return (a.Kind == "consular" || a.Kind == "legal") && a.Date == b.Date && n > 0 && n == len(a.People) && n == len(b.People)
}

// wayOf looks at kinds and days alone, as most pairs end there.
func wayOf(a, b *event.Event) match {
	overlap := a.Date.Overlaps(b.Date)
	switch {
	case a.Kind == b.Kind && overlap:
		return match{way: direct}
	case overlap && areKindred(a.Kind, b.Kind):
		return match{way: kindred}
	case a.Kind == b.Kind && gap(a, b) == 1, a.Kind == "visit" && b.Kind == "visit" && gap(a, b) <= journey:
		return match{way: shifted}
	case a.Kind != b.Kind:
		return match{apart: "other kinds"}
	}
	return match{apart: "other days"}
}

// days notes how days and kinds agree.
func (m *match) days(a, b *event.Event) {
	switch {
	case m.way == shifted && a.Kind == "visit":
		m.agree(1, "days of one journey")
	case m.way == shifted && zones(a, b):
		m.agree(1, "one day apart, and Beijing is half a day ahead of Ottawa")
	case m.way == shifted:
		m.agree(0, "one day apart")
	case a.Date == b.Date && width(a.Date) == 0:
		m.agree(2, "the same day")
	case a.Date == b.Date:
		m.agree(2, "the same date")
	default:
		m.agree(1, "days that can be the same")
	}
	if m.way == kindred {
		m.agree(0, "told as %s and as %s", kindName(a), kindName(b))
	} else {
		m.agree(1, "the same kind")
	}
}

func kindName(e *event.Event) string {
	return strings.ToLower(lexicon.KindName(e.Kind, lang.EN))
}

// inCommon notes what else the two have in common.
func (m *match) inCommon(a, b *event.Event) {
	switch n := sharedPeople(a, b); {
	case n == 0:
	case n == len(a.People) && n == len(b.People):
		m.agree(3, "the same people")
	case n == min(len(a.People), len(b.People)):
		m.agree(2, "people of one among those of the other")
	default:
		m.agree(1, "%d of the people", n)
	}
	if len(a.Places) > 0 && len(b.Places) > 0 {
		m.agree(1, "the same place")
	}
	if sharesFigure(a, b) {
		m.agree(2, "the same amount")
	}
	if about := shared(a.Matters, b.Matters); len(about) > 0 {
		m.agree(2*len(about), "the same matter: %s", strings.ReplaceAll(strings.Join(about, ", "), "-", " "))
	}
	if alike(a, b) {
		m.agree(2, "titles that are alike")
	}
}

// judge says whether what is in common is enough, and what is not.
func (m *match) judge(a, b *event.Event) {
	switch {
	case a.Kind == "statistic":
		m.judgeStatistic(a, b)
	case m.way == direct:
		m.judgeDirect(a, b)
	case m.way == kindred:
		m.judgeKindred(a, b)
	default:
		m.judgeShifted(a, b)
	}
}

// judgeStatistic: the same period and the same amount.
func (m *match) judgeStatistic(a, b *event.Event) {
	switch {
	case a.Date.First() != b.Date.First() || a.Date.Last() != b.Date.Last():
		m.apart = "other periods"
	case !sharesFigure(a, b):
		m.apart = "other amounts"
	}
}

// maxWidth is how many days a date may span and still say which event is
// meant: a month. A year does not.
const maxWidth = 31

// judgeDirect: of a meeting, call or visit the people say which it is, of a
// measure or agreement what it is about.
func (m *match) judgeDirect(a, b *event.Event) {
	sameDay := a.Date == b.Date
	both := len(a.People) > 0 && len(b.People) > 0
	switch {
	case width(a.Date) > maxWidth || width(b.Date) > maxWidth:
		if !(sameDay && alike(a, b)) && !oneJourney(a, b) {
			m.apart = "a date too wide to say which is meant"
		}
	case !personal(a.Kind) && disjoint(a.Matters, b.Matters) && !sharesFigure(a, b):
		m.apart = "other matters"
	case both && peopleAgree(a.People, b.People):
	case both && personal(a.Kind) && !(sameDay && sharedPeople(a, b) >= 2):
		m.apart = "other people"
	case both && !sameDay, !both && !sameDay:
		m.apart = "no people in common, and days that are not the same"
	case both && !personal(a.Kind) && !common(a, b):
		m.apart = "other people, and nothing else in common"
	case !both && width(a.Date) == 0 && onlySuch(a, b):
	case !both && !common(a, b):
		m.apart = "nothing in common but day and kind"
	}
}

// judgeKindred: where the kinds differ, the day must be one and the rest say
// more than the people do.
func (m *match) judgeKindred(a, b *event.Event) {
	people := personalPair(a.Kind, b.Kind) && sharedPeople(a, b) > 0 && peopleAgree(a.People, b.People)
	talks := a.Kind == "meeting" || b.Kind == "meeting"
	switch {
	case oneOfTwo(a, b) && len(shared(a.Matters, b.Matters)) < 2 && !sharesFigure(a, b):
		m.apart = "one side speaks, and two agree"
	case talks && (sharedPeople(a, b) < 2 || !peopleAgree(a.People, b.People)):
		m.apart = "talks and an agreement, and other people"
	case a.Date != b.Date || width(a.Date) > 1:
		m.apart = "other kinds, and days that are not the same"
	case disjoint(a.Matters, b.Matters) && !sharesFigure(a, b):
		m.apart = "other kinds and other matters"
	case !people && !common(a, b):
		m.apart = "other kinds, and nothing else in common"
	}
}

// oneOfTwo tells whether one side speaks of what both agree on. That may be their
// agreement, or the wish for it.
func oneOfTwo(a, b *event.Event) bool {
	if b.Kind == "statement" {
		a, b = b, a
	}
	return a.Kind == "statement" && b.Kind == "agreement" && len(a.Actors) == 1 && len(b.Actors) == 2
}

// judgeShifted: Beijing is twelve or thirteen hours ahead of Ottawa, so what
// was on an evening there was on the next day here. A day between two accounts
// is explained where the later one comes from China and the earlier from
// Canada; otherwise a place, an amount or a matter has to bear out that one of
// the two is a slip.
func (m *match) judgeShifted(a, b *event.Event) {
	n := sharedPeople(a, b)
	if a.Kind == "visit" {
		if a.Date.Precision() > edtf.DayPrecision || b.Date.Precision() > edtf.DayPrecision || n == 0 || !peopleAgree(a.People, b.People) {
			m.apart = "days apart, and not the same people on single days"
		}
		return
	}
	borne := len(a.Places) > 0 && len(b.Places) > 0 || sharesFigure(a, b) || meet(a.Matters, b.Matters)
	switch {
	case width(a.Date) > 0 || width(b.Date) > 0:
		m.apart = "a day apart, and no single days"
	case !personal(a.Kind) || a.Kind == "statement" || n == 0 || n != len(a.People) || n != len(b.People):
		m.apart = "a day apart, and not the same people"
	case !borne && !zones(a, b):
		m.apart = "a day apart, and nothing but the people in common"
	}
}

// zones tells whether an account from Canada has the day before one from China.
func zones(a, b *event.Event) bool {
	if a.Date.First() > b.Date.First() {
		a, b = b, a
	}
	return toldBy(a, lexicon.Canada) && toldBy(b, lexicon.China)
}

// journey is how many days may lie between two days on which a visit is told
// that nobody tells in full: who was there on Wednesday and on Friday did not
// come twice.
const journey = 3

// oneJourney tells whether a visit told for a whole year is one known better:
// the same people went to the same place.
func oneJourney(a, b *event.Event) bool {
	n := sharedPeople(a, b)
	return a.Kind == "visit" && b.Kind == "visit" && n > 0 && n == len(a.People) && n == len(b.People) &&
		a.Date.Precision() <= edtf.YearPrecision && b.Date.Precision() <= edtf.YearPrecision && a.Date != b.Date
}

// onlySuch tells whether a telling that says next to nothing may be of an event
// of its day: nothing says that it is another, it is of the same class, and the
// sides that act are the same as far as they are told. That no second event fits
// as well is for others to see.
func onlySuch(a, b *event.Event) bool {
	switch a.Kind {
	case "call", "trade-measure", "sanction", "legislation", "consular", "opening":
	default:
		return false
	}
	vague := len(a.Matters)+len(a.Figures) == 0 || len(b.Matters)+len(b.Figures) == 0
	sides := len(a.Actors) == 0 || len(b.Actors) == 0 || slices.Equal(a.Actors, b.Actors)
	return vague && sides && a.Quad == b.Quad && a.Quad != lexicon.NoQuad
}

// against tells whether of two acts of courts, consuls or trade the one takes
// back what the other does, as a release does an arrest.
func against(a, b *event.Event) bool {
	with := func(q lexicon.Quad) bool { return q == lexicon.VerbalCooperation || q == lexicon.MaterialCooperation }
	return a.Kind != "statement" && a.Quad != lexicon.NoQuad && b.Quad != lexicon.NoQuad && with(a.Quad) != with(b.Quad)
}

// common tells whether two events have an amount, a matter or a title in
// common.
func common(a, b *event.Event) bool {
	return sharesFigure(a, b) || meet(a.Matters, b.Matters) || alike(a, b)
}

// kin are the kinds under which one thing is told: a measure is announced, an
// agreement proclaimed, a detention both a consular matter and a case at law.
var kin = [...][2]string{
	{"statement", "agreement"},
	{"statement", "trade-measure"},
	{"statement", "sanction"},
	{"statement", "legislation"},
	{"statement", "opening"},
	{"statement", "incident"},
	{"statement", "consular"},
	{"statement", "legal"},
	{"statement", "appointment"},
	{"trade-measure", "legal"},
	{"trade-measure", "sanction"},
	{"trade-measure", "agreement"},
	{"agreement", "meeting"},
	{"agreement", "opening"},
	{"agreement", "consular"},
	{"legal", "consular"},
	{"incident", "consular"},
	{"consular", "visit"},
	{"appointment", "visit"},
}

func areKindred(a, b string) bool {
	if a == "milestone" || b == "milestone" { // what no act of the table tells
		return a != "statistic" && b != "statistic"
	}
	return slices.Contains(kin[:], [2]string{a, b}) || slices.Contains(kin[:], [2]string{b, a})
}

// personal tells whether an event of this kind is one by the people in it.
func personal(kind string) bool {
	switch kind {
	case "visit", "meeting", "call", "appointment", "legal", "consular", "incident", "election", "statement":
		return true
	}
	return false
}

// personalPair tells whether people are enough to make one event of two kinds.
func personalPair(a, b string) bool {
	return (personal(a) || a == "milestone") && (personal(b) || b == "milestone") && a != "statement" && b != "statement"
}

// toldBy tells whether a source of the given side tells the event.
func toldBy(e *event.Event, side lexicon.Side) bool {
	return slices.ContainsFunc(e.Sources, func(s event.Source) bool { return s.Side == side })
}

// shared returns those of a that are in b.
func shared[T comparable](a, b []T) []T {
	var out []T
	for _, v := range a {
		if slices.Contains(b, v) {
			out = append(out, v)
		}
	}
	return out
}

// meet tells whether some value is in both lists.
func meet[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(v T) bool { return slices.Contains(b, v) })
}

// disjoint tells whether both lists say something, and not the same.
func disjoint[T comparable](a, b []T) bool {
	return len(a) > 0 && len(b) > 0 && !meet(a, b)
}

func sharedPeople(a, b *event.Event) int {
	n := 0
	for _, p := range a.People {
		if slices.ContainsFunc(b.People, func(q *lexicon.Person) bool { return p.ID == q.ID }) {
			n++
		}
	}
	return n
}

// peopleAgree tells whether all who are named in the shorter list are named in
// the longer one.
func peopleAgree(a, b []*lexicon.Person) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, p := range a {
		if !slices.ContainsFunc(b, func(q *lexicon.Person) bool { return p.ID == q.ID }) {
			return false
		}
	}
	return true
}

// placesAgree tells whether the places allow the events to be one: some place
// is in both, or in one is the country of a place in the other, or one event
// does not say where.
func placesAgree(a, b []*lexicon.Place) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return slices.ContainsFunc(a, func(p *lexicon.Place) bool {
		return slices.ContainsFunc(b, func(q *lexicon.Place) bool {
			return p.ID == q.ID || p.ID == q.Country || q.ID == p.Country
		})
	})
}

// sharesFigure tells whether some amount is told by both. A share or a change
// says little, so it counts only where neither tells an amount.
func sharesFigure(a, b *event.Event) bool {
	for _, f := range a.Figures {
		for _, g := range b.Figures {
			if f.Agrees(g) && (!isShare(f.Unit) || a.Kind != "statistic") {
				return true
			}
		}
	}
	return false
}

func isShare(unit string) bool { return unit == "percent" || unit == "percentage-point" }

// alike tells whether two events in the same language share most of the words
// of the shorter title, and more than one.
func alike(a, b *event.Event) bool {
	if a.Lang != b.Lang || a.Title == b.Title {
		return a.Lang == b.Lang
	}
	s, t := words(a.Title), words(b.Title)
	if len(s) > len(t) {
		s, t = t, s
	}
	n := len(shared(s, t))
	return n > 1 && 3*n >= 2*len(s)
}

// words returns the words of a title as slugs, short ones and the names of the
// two countries left out, for these are in every other title; in Chinese, pairs
// of characters.
func words(title string) []string {
	var all []string
	for w := range strings.SplitSeq(lexicon.Slug(title), "-") {
		runes := []rune(w)
		switch {
		case len(runes) == 0:
		case runes[0] >= 0x2e80:
			for i := range len(runes) - 1 {
				all = append(all, string(runes[i:i+2]))
			}
		case len(runes) > 3 && !slices.Contains(everywhere[:], w):
			all = append(all, w)
		}
	}
	return all
}

// everywhere are the words of titles that say nothing on a timeline of these
// two countries.
var everywhere = [...]string{"canada", "canadas", "canadian", "china", "chinas", "chinese", "chine", "chinois", "canadien", "with"}

// width returns the number of days a date may mean, less one.
func width(d edtf.Date) int { return int(d.Last()) - int(d.First()) }

// gap returns the number of days between two events, 0 where they overlap.
func gap(a, b *event.Event) int {
	return max(0, int(a.Date.First())-int(b.Date.Last()), int(b.Date.First())-int(a.Date.Last()))
}
