package event

import (
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// deed is what is known of an event when it is asked who acts on whom: the
// words that tell it, and who is named in them.
type deed struct {
	text   string
	region source.Span // of text that tells the act
	lang   lang.Lang
	names  []lexicon.Mention
	act    lexicon.Said // its Act may be nil: no act of the table tells it
	actor  sides        // of a subject that stands outside the region
	kind   string
	day    edtf.Day
	people []*lexicon.Person
	places []*lexicon.Place
}

// direction tells who acts on whom: by the clause, then by what goes without
// saying in an event between two sides. Who acts together acts on each other.
func (d *deed) direction() (actors, targets sides) {
	actors, targets = d.clause()
	switch {
	case d.kind == statistic:
		return actors, targets
	case d.kind == "appointment" || d.kind == "election":
		return d.office(actors), 0
	case d.kind == "visit":
		return d.visit(actors)
	case d.kind == "legislation" && d.ground() != 0 && !d.ground().both():
		return d.ground(), d.ground().other() // a parliament acts at home
	case lexicon.Consults(d.kind):
		return ofCanada | ofChina, ofCanada | ofChina
	}
	if actors.both() && targets == 0 {
		return actors, actors
	}
	targets &^= actors
	if actors == 0 && targets == 0 {
		targets = d.patients()
	}
	if actors == 0 && targets != 0 {
		actors = d.ground()
		if targets.both() {
			targets &^= actors
		}
		actors &^= targets
	}
	switch {
	case actors == 0 && targets != 0 && !targets.both():
		actors = targets.other()
	case targets == 0 && actors != 0 && !actors.both():
		targets = actors.other()
	}
	return actors, targets
}

// other is the other of the two sides.
func (s sides) other() sides { return (ofCanada | ofChina) &^ s }

// twoSides leaves of a set Canada and China.
func (s sides) twoSides() sides { return s & (ofCanada | ofChina) }

// list writes a set as the model has it, Canada first.
func (s sides) list() []lexicon.Side {
	var out []lexicon.Side
	if s&ofCanada != 0 {
		out = append(out, lexicon.Canada)
	}
	if s&ofChina != 0 {
		out = append(out, lexicon.China)
	}
	return out
}

// clause reads who acts and who is acted on from where they stand: before the
// act or after it, with "by" or "against", the verb active or passive.
func (d *deed) clause() (actors, targets sides) {
	passive := d.passive()
	agent := sides(0) // told with "by"
	own := d.relativeSubject()
	for _, m := range d.names {
		set := sidesOf(m).twoSides()
		if set == 0 || !d.region.Contains(m.Span) || m.Topic != nil || m.Start < own && !m.Weak {
			continue
		}
		switch d.role(m, passive) {
		case agentRole:
			agent |= set
		case subjectRole:
			if actors == 0 || m.Both || d.joined(m) {
				actors |= set
			} else {
				targets |= set &^ actors
			}
		case patientRole:
			targets |= set
		}
	}
	if actors == 0 {
		actors = d.actor.twoSides() &^ targets
	}
	if agent != 0 {
		return agent, targets | actors&^agent
	}
	return actors, targets
}

// relativeSubject is where the subject of the act stands if a clause of its own
// tells it, as in "the surtax that Canada brought in": who is named before takes
// no part. It is -1 where there is no such clause.
func (d *deed) relativeSubject() int {
	at := -1
	if d.act.Act == nil || d.act.Noun {
		return at
	}
	c := cuesOf(d.lang)
	for _, m := range d.names {
		before := strings.TrimRight(d.text[d.region.Start:max(d.region.Start, m.Start)], " ")
		if mayAct(m) && m.Start >= d.region.Start && m.End <= d.act.Start && (endsWithAny(d.lang, before, c.that) || endsWithAny(d.lang, before, c.relative)) {
			at = m.Start
		}
	}
	return at
}

// role is what a name is to the act, by where it stands.
type role uint8

const (
	noRole role = iota
	agentRole
	subjectRole
	patientRole
)

func (d *deed) role(m lexicon.Mention, passive bool) role {
	c := cuesOf(d.lang)
	before := strings.TrimRight(d.text[d.region.Start:m.Start], " ")
	before = trimArticle(before, d.lang)
	private := m.Person != nil && d.coerces() && !d.holdsOffice(m.Person)
	switch {
	case endsWithAny(d.lang, before, c.agents), m.Weak && d.ownMeasure(m),
		d.act.Act != nil && d.act.Noun && m.Start > d.act.End && endsWithAny(d.lang, before, c.that): // "the surtax that Canada brought in"
		return agentRole
	case d.isWhere(m, before):
		return noRole
	case d.act.Act == nil:
		if private || d.goods(m) || endsWithAny(d.lang, before, c.toward) {
			return patientRole
		}
		return subjectRole
	case m.End <= d.act.Start:
		if private || passive || d.goods(m) || d.lang != lang.FR && endsWithAny(d.lang, before, c.toward) {
			return patientRole
		}
		return subjectRole
	case d.act.Noun && !endsWithAny(d.lang, before, c.toward):
		return noRole
	}
	return patientRole
}

// isWhere tells whether a name says but where something happened, and before is
// what stands before it: "in China", "en Chine".
func (d *deed) isWhere(m lexicon.Mention, before string) bool {
	c := cuesOf(d.lang)
	return m.Place != nil && endsWithAny(d.lang, before, c.locative) && !endsWithAny(d.lang, before, c.toward)
}

// goods tells whether a name is but the adjective of what a measure is about, or
// whom it befalls, as in "Canadian meat exports suspended", "a Canadian detained".
func (d *deed) goods(m lexicon.Mention) bool {
	return m.Weak && !m.Both && (d.kind == "trade-measure" || d.kind == "sanction" || d.coerces())
}

// ownMeasure tells whether an adjective says whose a measure is: "a Canadian
// surtax", "la surtaxe canadienne".
func (d *deed) ownMeasure(m lexicon.Mention) bool {
	measures := cuesOf(d.lang).measures
	if d.lang == lang.FR {
		return endsWithAny(d.lang, strings.TrimRight(d.text[d.region.Start:m.Start], " "), measures)
	}
	return opens(lang.EN, strings.TrimLeft(d.text[m.End:d.region.End], " "), measures) && d.lang == lang.EN ||
		d.lang == lang.ZH && slices.ContainsFunc(measures, func(w string) bool { return strings.HasPrefix(d.text[m.End:d.region.End], w) })
}

// coerces tells whether an event of this kind is something that befalls people.
func (d *deed) coerces() bool {
	return d.kind == "legal" || d.kind == "consular" || d.kind == "incident"
}

// holdsOffice tells whether a person held an office with a term on the day.
func (d *deed) holdsOffice(p *lexicon.Person) bool {
	o := p.At(d.day)
	return o != nil && !o.Role
}

// joined tells whether a name is joined by "and" to the one that acts: a side,
// a comma or an "and" stands right before it.
func (d *deed) joined(m lexicon.Mention) bool {
	before := strings.TrimRight(trimArticle(strings.TrimRight(d.text[d.region.Start:m.Start], " "), d.lang), " ")
	return endsWithAny(d.lang, before, cuesOf(d.lang).and) || strings.HasSuffix(before, "和") || strings.HasSuffix(before, "与") ||
		strings.HasSuffix(before, "同") || strings.HasSuffix(before, "、")
}

// trimArticle takes the article, and the adjective of a side, from the end of
// what stands before a name.
func trimArticle(before string, l lang.Lang) string {
	if l == lang.ZH {
		return before
	}
	for _, w := range []string{"the", "a", "an", "le", "la", "les", "l'", "l’", "un", "une"} {
		if endsWith(l, before, w) {
			return strings.TrimRight(before[:len(before)-len(w)], " ")
		}
	}
	return before
}

// passive tells whether the one named before the act is acted on.
func (d *deed) passive() bool {
	a := d.act
	if a.Act == nil || a.Noun {
		return false
	}
	c := cuesOf(d.lang)
	words := strings.ToLower(a.Of(d.text))
	for _, p := range c.passives {
		if d.lang != lang.FR && strings.HasPrefix(words, p) && (d.lang == lang.ZH || strings.HasPrefix(words[len(p):], " ")) {
			return true
		}
		if d.lang == lang.FR && strings.HasPrefix(words, p+" ") && (strings.HasPrefix(p, "a ") || strings.HasPrefix(p, "ont ") || strings.HasPrefix(p, "avai")) {
			return true
		}
	}
	before := strings.TrimRight(d.text[d.region.Start:a.Start], " ")
	if d.lang == lang.ZH {
		return strings.HasSuffix(before, "被") || strings.HasSuffix(before, "遭")
	}
	if endsWithAny(d.lang, before, c.passives) && d.lang == lang.EN {
		return true
	}
	after := strings.TrimLeft(d.text[a.End:d.region.End], " ")
	for _, by := range c.agents {
		if strings.HasPrefix(after, by+" ") {
			return true
		}
	}
	return false
}

// visit tells who travels to whom: by the country of the places, else by who
// acts, else by the sides of those who take part.
func (d *deed) visit(actors sides) (from, to sides) {
	for _, ground := range [...]sides{d.ground(), d.destination()} {
		if ground != 0 && !ground.both() {
			return ground.other(), ground
		}
	}
	if actors == 0 || actors.both() {
		actors = 0
		for _, p := range d.people {
			actors |= sidesOf(lexicon.Mention{Person: p, Side: p.Side}).twoSides()
			break
		}
	}
	if actors == 0 {
		return 0, 0
	}
	return actors, actors.other()
}

// destination is the side of the places that the words name behind the act.
func (d *deed) destination() sides {
	var out sides
	for _, m := range d.names {
		if m.Place != nil && m.Start >= d.act.End {
			out |= sidesOf(lexicon.Mention{Place: m.Place, Side: m.Side}).twoSides()
		}
	}
	return out
}

// office is whose office it is that somebody takes or leaves.
func (d *deed) office(actors sides) sides {
	for _, p := range d.people {
		if own := sidesOf(lexicon.Mention{Person: p, Side: p.Side}).twoSides(); own != 0 {
			return own
		}
	}
	if ground := d.ground(); actors == 0 && !ground.both() {
		return ground
	}
	return actors
}

// ground is the side in whose country it happened, both where it happened in
// both.
func (d *deed) ground() sides {
	var out sides
	for _, p := range d.places {
		out |= sidesOf(lexicon.Mention{Place: p, Side: p.Side}).twoSides()
	}
	if len(d.places) > 0 {
		return out
	}
	for _, m := range d.names {
		if d.region.Contains(m.Span) && d.isWhere(m, strings.TrimRight(d.text[d.region.Start:m.Start], " ")) {
			out |= sidesOf(m).twoSides()
		}
	}
	return out
}

// patients are those whom an event befalls that nobody is said to have done:
// people without an office, in a matter of courts and consuls.
func (d *deed) patients() sides {
	var out sides
	if !d.coerces() {
		return out
	}
	for _, p := range d.people {
		if !d.holdsOffice(p) {
			out |= sidesOf(lexicon.Mention{Person: p, Side: p.Side}).twoSides()
		}
	}
	if out.both() {
		return 0
	}
	return out
}

// classify gives an event its class and who acts on whom, by a text that tells
// it and the names in it; further are words that may turn the class where the
// text does not.
func (e *Event) classify(lex *lexicon.Lexicon, d *deed, further string) {
	act := ""
	if d.act.Act != nil {
		act = d.act.ID
	}
	e.Quad = lex.QuadOf(e.Kind, act, d.region.Of(d.text), further)
	if e.Planned || e.Kind == statement {
		e.Quad = e.Quad.Words()
	}
	actors, targets := d.direction()
	e.Actors, e.Targets = actors.list(), targets.list()
}

// classifyWritten does so for an event that an editor wrote, by its title and
// the first sentence of its summary.
func (e *Event) classifyWritten(lex *lexicon.Lexicon) {
	var first, second deed
	e.deedOf(lex, e.Title, &first)
	further := ""
	switch e.Kind {
	case statement, "incident", "consular", "legislation":
		further = e.Summary
	}
	e.classify(lex, &first, further)
	if e.Matters = lex.Matters(e.Title); e.Matters == nil {
		e.Matters = lex.Matters(e.Summary)
	}
	if len(e.Actors) > 0 || e.Summary == "" {
		return
	}
	e.deedOf(lex, e.Summary, &second)
	actors, targets := second.direction()
	e.Actors, e.Targets = actors.list(), targets.list()
}

// deedOf reads the names and the most telling act of a text.
func (e *Event) deedOf(lex *lexicon.Lexicon, text string, d *deed) {
	*d = deed{
		text: text, region: source.Span{End: len(text)}, lang: e.Lang, kind: e.Kind, day: e.Date.First(),
		names: slices.Collect(lex.Find(text)), people: e.People, places: e.Places,
	}
	for i := range d.names {
		m := &d.names[i]
		if m.Person = e.among(*m); m.Person != nil {
			m.Side = m.Person.Side
		}
	}
	for a := range lex.Acts(e.Lang, text) {
		if a.Kind == "" {
			continue
		}
		own := a.Kind == e.Kind
		if d.act.Act == nil || own && d.act.Kind != e.Kind || own == (d.act.Kind == e.Kind) && a.Rank < d.act.Rank {
			d.act = a
		}
	}
}

// among tells who is meant by a name in an event's own words: a surname is that
// of one who takes part, if there is one.
func (e *Event) among(m lexicon.Mention) *lexicon.Person {
	for _, p := range e.People {
		if p == m.Person || slices.Contains(m.Shared, p) {
			return p
		}
	}
	return holder(m, e.Date.First())
}
