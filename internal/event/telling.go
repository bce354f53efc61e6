package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
	"buildsite/internal/timex"
)

// A telling is an event as one or more sentences tell it.
type telling struct {
	Event
	sent   *sentence
	act    act
	sides  sides // named in the act's clause
	actors sides // of those who take part, places left out

	subject lexicon.Mention // who acts, if the clause leaves that to the one before

	relative bool // the date hangs on another day
	lent     loan // the date is not the sentence's own
	cost     int  // how far date and act are apart, as pairs counts it
}

// tell takes from a sentence what it tells.
func (s *story) tell(sent *sentence) {
	if s.concerns(sent) || s.carriesOn(sent) && !sent.namesStrangers() {
		s.about = sent
	}
	for _, p := range sent.dated {
		s.moveOn(sent, p)
		if t, ok := s.count(sent, p); ok {
			s.add(t)
		} else if q, ok := sent.instead(p); ok {
			if t, ok := s.count(sent, q); ok {
				s.add(t)
			}
		}
	}
	if len(sent.dated) == 0 {
		s.goesOn(sent)
	}
	s.keepAgent(sent)
	if s.any {
		s.tellUndated(sent)
	}
}

// count makes an event of a dated act if it counts as one.
func (s *story) count(sent *sentence, p pair) (telling, bool) {
	if !s.counts(sent, p) {
		return telling{}, false
	}
	t := s.telling(sent, p)
	return t, s.any || t.hasActors()
}

// instead is the pair of a French verb that takes the date of a noun or of a
// participle which tells no event by itself, and hangs on the verb: "ont jeté les
// bases du projet lors d'un colloque tenu en mai".
func (s *sentence) instead(p pair) (pair, bool) {
	if s.lang != lang.FR || p.act.tense != nominal && p.act.tense != participle || s.ofItsDate(p) {
		return pair{}, false
	}
	clause := s.clause(p.act.Start)
	for _, a := range slices.Backward(s.acts) {
		if a.End > min(p.act.Start, p.time.Start) || !a.tense.finite() && a.tense != coming || a.Start < clause.Start || a.Saying {
			continue
		}
		if s.isDated(a) || p.act.tense == participle && !hasCue(s.lang, s.text[a.End:p.act.Start], cuesOf(s.lang).during) {
			return pair{}, false
		}
		return pair{act: a, time: p.time, cost: p.cost + perBreak}, true
	}
	return pair{}, false
}

// isDated tells whether an act has a date already.
func (s *sentence) isDated(a act) bool {
	return slices.ContainsFunc(s.dated, func(p pair) bool { return p.act.Span == a.Span })
}

// hasActors tells whether those are named whom an event of its kind needs: who
// speaks, for a statement; somebody in person, for a meeting told by a noun.
func (t *telling) hasActors() bool {
	switch {
	case t.Kind == statement:
		return t.actors&(ofCanada|ofChina) != 0 || t.saidThen() || t.Lang == lang.FR && (t.act.tense.finite() || t.act.tense == coming && (t.act.Future || t.sent.sides(t.sent.Span) != 0)) && t.Date.Precision() < edtf.YearPrecision
	case t.act.Noun && occasion(t.Kind):
		return len(t.People) > 0 || t.Planned && t.sides != 0
	}
	return true
}

// saidThen tells whether somebody of no known side said something in an English
// sentence that names a side, with a date of its own beside the verb.
func (t *telling) saidThen() bool {
	return t.Lang == lang.EN && t.act.tense.finite() && t.act.tense != present && t.lent == own && t.sent.wordBefore(t.act.Start).class&isSubject == 0 &&
		t.Date.Precision() < edtf.YearPrecision && t.sent.sides(t.sent.Span)&(ofCanada|ofChina) != 0
}

// unknownSpeaker tells whether an English statement is nobody's of either side, so
// that neither may be named as who made it.
func (t *telling) unknownSpeaker() bool {
	return t.Kind == statement && t.Lang == lang.EN && !t.act.Noun && t.actors&(ofCanada|ofChina) == 0 && len(t.People) == 0
}

// telling makes an event of a dated act.
func (s *story) telling(sent *sentence, p pair) telling {
	t := telling{sent: sent, act: p.act, relative: p.time.Relative, lent: lender(sent, p.time), cost: p.cost}
	t.Event = Event{
		Date: when(p.time), Lang: s.doc.Lang, Kind: p.act.Kind, Status: Extracted, Importance: entryImportance,
		Seeds: []string{s.doc.File.Name}, Draft: s.doc.Meta.Draft,
		Evidence: []Evidence{s.evidence(sent, p)}, Elsewhere: s.any && !s.concerns(sent),
	}
	if kind := sent.kindOfObject(p.act); kind != "" {
		t.Kind = kind
	}
	if sent.followsQuotation(p.act) {
		t.Kind = statement
	}
	t.Planned = sent.planned(p.act) && !s.isOver(p) || s.isAhead(t.Date)
	t.takePart(s, p)
	if t.Kind == "visit" && len(t.People) > 0 && !slices.ContainsFunc(t.People, func(p *lexicon.Person) bool { return !isParty(p) }) {
		t.Kind = "consular" // a prisoner who lands at home is on no visit
	}
	t.putInPlace(s, p.time)
	t.spoken()
	if kind := sent.announced(p.act); kind != "" {
		t.Kind = kind
	}
	for _, m := range sent.names {
		if m.Topic != nil {
			t.add(m)
		}
	}
	return t
}

// isAhead tells whether a date is after the day on which the article was
// published: whatever it is that of, it has not happened yet.
func (s *story) isAhead(d edtf.Date) bool {
	return !s.Published.Date.IsZero() && d.First() > max(s.Published.Date.Last(), s.art.Day.Last())
}

// followsQuotation tells whether a French verb follows what is quoted: whatever
// it means elsewhere, it tells who said so ("« … », a tranché la directrice").
func (s *sentence) followsQuotation(a act) bool {
	before := strings.TrimRight(s.text[s.Start:a.Start], " \u00a0\u202f")
	return s.lang == lang.FR && a.tense != nominal && (strings.HasSuffix(before, "»,") || strings.HasSuffix(before, "\","))
}

// kindOfObject is the kind that a noun behind a French verb tells which says
// little itself, "" if there is none: "a assommé ces modèles d'une surtaxe".
func (s *sentence) kindOfObject(a act) string {
	if s.lang != lang.FR || !a.Weak && !a.IsStrange() {
		return ""
	}
	clause := s.clause(a.Start)
	for _, b := range s.acts {
		if b.Start >= a.End && b.End <= clause.End && b.tense == nominal && !b.General && !b.Figure && b.Kind != statement {
			return b.Kind
		}
	}
	return ""
}

// isOver tells whether an act told in the French future was long past when the
// article appeared: historians write so ("Ottawa abolira la loi en 1947").
func (s *story) isOver(p pair) bool {
	return s.doc.Lang == lang.FR && p.act.Future && !s.Published.Date.IsZero() && p.time.Date.Last() < s.Published.Date.First()-longestVisit
}

// takePart finds who and where: for speech, the speaker; otherwise everybody
// whom the act's clause names.
func (t *telling) takePart(s *story, p pair) {
	region := t.sent.region(p.act)
	if p.act.Setting && p.act.Noun && p.act.Start-t.sent.Start < headOfSentence {
		region = t.sent.Span // "At their meeting in Bali, Wang asked … and Joly said"
	}
	if t.Kind == statement && !p.act.Noun {
		if m, ok := t.sent.speaker(p.act); ok {
			m.Place = nil // it is its government that speaks
			t.involve(t.sent, m)
			t.bothSpeak(m)
		}
		if m, ok := t.sent.voice(p.act); ok && t.actors == 0 {
			t.involve(t.sent, m)
		} else if t.actors == 0 && t.sent.saysIt(p.act) && s.agent.Len() > 0 {
			t.involve(t.sent, s.agent)
		} else if m, ok := t.sent.subject(p.act, region); ok && t.actors == 0 && t.sent.lang == lang.EN {
			m.Place = nil
			t.involve(t.sent, m)
		}
		return
	}
	if m, ok := t.sent.subject(p.act, region); ok {
		t.involve(t.sent, m)
		t.subject = m
	}
	for _, m := range t.sent.names {
		if m.Topic == nil && region.Contains(m.Span) {
			t.involve(t.sent, m)
		}
	}
	if m, ok := t.sent.patient(p.act); ok {
		t.involve(t.sent, m)
	}
	t.takeBoth(s, region)
}

// bothSpeak takes in the other side where a statement is made by two, as in
// "China and Canada announced": both stand in the clause before the verb.
func (t *telling) bothSpeak(speaker lexicon.Mention) {
	start := t.sent.clause(t.act.Start).Start
	for _, m := range t.sent.names {
		gap := speaker.Start - m.End
		if speaker.Person == nil && m.Actor && m.Start >= start && gap >= 0 && gap < nearby {
			m.Place = nil
			t.involve(t.sent, m)
		}
	}
}

// involve takes in whom or what a mention names: a place as the place if
// something happened there, and as its government otherwise.
func (t *telling) involve(sent *sentence, m lexicon.Mention) {
	if m.Person = holder(m, t.Date.First()); m.Person != nil && m.Person.Side != lexicon.NoSide {
		m.Side = m.Person.Side
	}
	t.sides |= sidesOf(m) &^ inPassing
	if m.Place == nil || !sent.happenedIn(m) {
		t.actors |= sidesOf(m) &^ inPassing
		m.Place = nil
	}
	if m.Place != nil && t.Kind != "visit" && isCountry(m.Place) {
		m.Place = nil // goods come from China, but nothing happened there
	}
	t.Event.add(m)
}

// speaker is who says something: whoever is named last before the verb in its
// clause, right after it ("said Wang Yi"), or before in the sentence.
func (s *sentence) speaker(a act) (lexicon.Mention, bool) {
	clause := s.clause(a.Start)
	if m, ok := s.inverted(a); ok {
		return m, true
	}
	var near, far, after lexicon.Mention
	for _, m := range s.names {
		switch {
		case !mayAct(m):
		case m.End <= a.Start && m.Start >= clause.Start:
			if isPerson(m) || !isPerson(near) {
				near = m
			}
		case m.End <= a.Start && m.Person != nil && s.lacksSubject(clause.Start, a.Start):
			far = m
		case m.Start >= a.End && m.Start-a.End <= beside && after.Len() == 0:
			after = m
		}
	}
	if near.Len() == 0 && after.Len() == 0 && far.Len() == 0 {
		near = s.apposed(a)
	}
	for _, m := range []lexicon.Mention{near, after, far} {
		if m.Len() > 0 && !(m.Span == after.Span && far.Len() > 0 && strings.TrimSpace(s.text[a.End:m.Start]) != "") {
			return m, true
		}
	}
	return lexicon.Mention{}, false
}

// voice is the adjective of a side in the subject of an English verb of saying:
// "Canadian pilots wrote to the minister", "Vancouver's mayor said".
func (s *sentence) voice(a act) (lexicon.Mention, bool) {
	if s.lang != lang.EN {
		return lexicon.Mention{}, false
	}
	start := s.clause(a.Start).Start
	for _, m := range slices.Backward(s.names) {
		if m.Start < start || m.End > a.Start || sidesOf(m)&(ofCanada|ofChina) == 0 {
			continue
		}
		between := s.text[m.End:a.Start]
		if strings.ContainsAny(between, ",;:“”\"") || slices.ContainsFunc(s.acts, func(b act) bool { return b.tense != nominal && b.Start >= m.End && b.End <= a.Start }) {
			return lexicon.Mention{}, false
		}
		m.Place = nil
		return m, !hasCue(s.lang, strings.TrimRight(s.tail(m.Start, 8), " "), cuesOf(s.lang).locative)
	}
	return lexicon.Mention{}, false
}

// saysIt tells whether "it" is the subject of an English verb of saying.
func (s *sentence) saysIt(a act) bool {
	if s.lang != lang.EN {
		return false
	}
	w := s.wordBefore(a.Start)
	if w.class&(isHave|isHad) != 0 {
		w = s.wordBefore(w.start)
	}
	return strings.EqualFold(w.text, "it")
}

// apposed is whose spokesman it is that a name between commas before the verb
// belongs to: "the ministry's spokesman, Lin Jian, replied".
func (s *sentence) apposed(a act) lexicon.Mention {
	head, ok := strings.CutSuffix(strings.TrimRight(s.text[s.Start:a.Start], " "), ",")
	comma := strings.LastIndexByte(head, ',')
	if !ok || comma < 0 || len(head)-comma > beside || !isCapital(strings.TrimLeft(head[comma+1:], " ")) {
		return lexicon.Mention{}
	}
	for _, m := range slices.Backward(s.names) {
		if mayAct(m) && m.End <= s.Start+comma {
			return m
		}
	}
	return lexicon.Mention{}
}

// lacksSubject tells whether no noun stands between the head of a clause and its
// verb: ", he said", but not ", the embassy said".
func (s *sentence) lacksSubject(from, to int) bool {
	head := strings.TrimSpace(s.text[from:to])
	word, _, _ := strings.Cut(strings.ToLower(head), " ")
	c := cuesOf(s.lang)
	return s.lang == lang.ZH || !slices.Contains(c.determiner, word) || slices.Contains(c.pronouns, word)
}

// inverted is who speaks where the verb follows what is said, as in "…, said
// Wang Yi" and "…, a annoncé lundi la ministre".
func (s *sentence) inverted(a act) (lexicon.Mention, bool) {
	before := strings.TrimRight(s.text[s.Start:a.Start], " \u00a0\u202f")
	last, _ := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune(",»”\"", last) {
		return lexicon.Mention{}, false
	}
	if _, ok := s.verbBefore(a.Start); s.lang == lang.FR && last == ',' && !ok && !strings.ContainsAny(before, "»”\"") {
		return lexicon.Mention{}, false // "un des centres, à Brossard, avait poursuivi"
	}
	for _, m := range s.names {
		switch {
		case !mayAct(m):
		case isPerson(m) && m.End == s.Start+len(before)-1 && strings.HasSuffix(strings.TrimRight(s.tail(m.Start, 4), " "), ","):
			return lexicon.Mention{}, false // "the minister, Wang Yi, said"
		case m.Start >= a.End:
			rest := s.text[a.End:m.Start]
			return m, len(rest) <= 2*beside && !strings.ContainsAny(rest, ",;:(«“\"") && !hasCue(s.lang, rest, cuesOf(s.lang).that)
		}
	}
	return lexicon.Mention{}, false
}

// isPerson tells whether a mention is of somebody in person.
func isPerson(m lexicon.Mention) bool { return m.Person != nil || m.Shared != nil || m.Post != nil }

// sited tells whether a third country is but where something happened: 在韩国庆州.
func (s *sentence) sited(m lexicon.Mention) bool {
	return endsWithAny(s.lang, strings.TrimRight(s.tail(m.Start, 12), " "), cuesOf(s.lang).sites)
}

// happenedIn tells whether a place is said to be where something happened,
// and does not stand for its government.
func (s *sentence) happenedIn(m lexicon.Mention) bool {
	if !m.Actor {
		return true
	}
	before := strings.TrimRight(s.tail(m.Start, 16), " ")
	return endsWithAny(s.lang, before, cuesOf(s.lang).locative)
}

func (s *story) evidence(sent *sentence, p pair) Evidence {
	return Evidence{
		Seed: s.doc.File.Name, Span: sent.Span, Line: s.line(sent.Span), Quote: sent.Of(s.doc.Text),
		Timex: s.doc.Text[p.time.Start:p.time.End], Basis: p.time.Basis,
	}
}

// add puts a telling to those before it: as more evidence where it tells the
// same, and as an event of its own otherwise.
func (s *story) add(t telling) {
	for i := range s.told {
		have := &s.told[i]
		if have.leaves(&t) {
			t.Date = have.Date // of the whole visit
		}
		if have.Date == t.Date && have.same(&t) || have.rough(&t) || t.rough(have) {
			have.absorb(t)
			return
		}
	}
	s.told = append(s.told, t)
}

// longestVisit is how many days apart arrival and departure may be.
const longestVisit = 14

// leaves tells whether of two tellings of a visit one is of its end: the visit
// is then all the days between, which t takes.
func (t *telling) leaves(u *telling) bool {
	if t.Kind != "visit" || u.Kind != "visit" || t.act.Ends == u.act.Ends || !within(t.People, u.People) || !within(u.People, t.People) {
		return false
	}
	first, last := t.Date, u.Date
	if t.act.Ends {
		first, last = last, first
	}
	days := last.Last() - first.First()
	if days <= 0 || days > longestVisit || first.IsInterval() || first.Precision() != edtf.DayPrecision || last.Precision() != edtf.DayPrecision {
		return false
	}
	whole, err := edtf.Interval(first, last)
	if err != nil {
		return false
	}
	t.Date = whole
	return true
}

// occasions are the kinds of events at which people speak.
func occasion(kind string) bool { return kind == "call" || kind == "meeting" || kind == "visit" }

// same tells whether two tellings of one day are of one event.
func (t *telling) same(u *telling) bool {
	if t.withStranger() && len(u.People) > 1 || u.withStranger() && len(t.People) > 1 {
		return false
	}
	if u.Kind == statement && occasion(t.Kind) || t.Kind == statement && occasion(u.Kind) {
		return len(u.People) > 0 && len(t.People) > 0 && (within(u.People, t.People) || within(t.People, u.People))
	}
	if t.Kind != u.Kind || t.Kind == statistic {
		return false
	}
	if t.Lang == lang.FR && t.sent == u.sent {
		return true // "a rejeté l'appel et confirmé la peine"
	}
	if len(t.People) == 0 && len(u.People) == 0 {
		return t.act.ID == u.act.ID && (t.sides == u.sides || t.Lang == lang.FR && t.sides.twoSides() == u.sides.twoSides())
	}
	return within(t.People, u.People) || within(u.People, t.People)
}

// nearby is how many bytes from a date a word may stand that makes it a target.
const nearby = 24

// Kinds that are told apart here.
const (
	statement = "statement"
	statistic = "statistic"
)

// headOfSentence is how many bytes from its start an occasion may stand so
// that the whole sentence is about what happened there.
const headOfSentence = 60

// within tells whether all of a are among b, and there are any.
func within(a, b []*lexicon.Person) bool {
	return len(a) > 0 && !slices.ContainsFunc(a, func(p *lexicon.Person) bool { return !slices.Contains(b, p) })
}

// rough tells whether t tells the same occasion as u with a wider date, as in
// "visited in October" beside "on October 16".
func (t *telling) rough(u *telling) bool {
	return t.Kind == u.Kind && occasion(t.Kind) && t.Date != u.Date && t.Date.Contains(u.Date) && t.Date.Precision() < edtf.YearPrecision &&
		within(t.People, u.People) && within(u.People, t.People)
}

// absorb adds what u tells to t. An occasion tells more than what was said at
// it, so its kind and sentence come to stand for both.
func (t *telling) absorb(u telling) {
	if u.Date != t.Date && t.Date.Contains(u.Date) || t.Kind == statement && u.Kind != statement || u.Date == t.Date && len(u.People) > len(t.People) && t.Kind == u.Kind {
		*t, u = u, *t
	}
	t.sides |= u.sides
	t.actors |= u.actors
	for _, p := range u.People {
		t.People = addTo(t.People, p)
	}
	for _, topic := range u.Topics {
		t.Topics = addTo(t.Topics, topic)
	}
	if t.Kind == u.Kind {
		for _, place := range u.Places {
			t.Places = addTo(t.Places, place)
		}
	}
	t.Planned = t.Planned && u.Planned
	for _, e := range u.Evidence {
		if !slices.Contains(t.Evidence, e) {
			t.Evidence = append(t.Evidence, e)
		}
	}
	slices.SortStableFunc(t.Evidence, func(a, b Evidence) int { return a.Span.Start - b.Span.Start })
}

func addTo[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

// goesOn reads an undated sentence that begins with an occasion, such as
// "In a telephone conversation with …": what was said in the sentence before
// was said there, by one who is named here, too.
func (s *story) goesOn(sent *sentence) {
	if len(s.told) == 0 {
		return
	}
	last := &s.told[len(s.told)-1]
	if last.sent.End > sent.Start || !s.follows(last.sent, sent) {
		return
	}
	for _, a := range sent.acts {
		if !a.Setting || a.Start-sent.Start > headOfSentence || !a.Noun && sent.lang != lang.ZH {
			continue
		}
		t := telling{sent: sent, act: a, Event: last.Event, relative: last.relative}
		t.Kind, t.People, t.Places, t.Topics = a.Kind, nil, nil, nil
		t.Evidence = []Evidence{{
			Seed: s.doc.File.Name, Span: sent.Span, Line: s.line(sent.Span), Quote: sent.Of(s.doc.Text),
			Timex: last.Evidence[0].Timex, Basis: last.Evidence[0].Basis + "; this sentence goes on about it",
		}}
		for _, m := range sent.names {
			t.involve(sent, m)
		}
		if last.same(&t) {
			last.absorb(t)
		}
		return
	}
}

// follows tells whether b is the sentence after a.
func (s *story) follows(a, b *sentence) bool {
	i := slices.IndexFunc(s.art.Sentences, func(x article.Sentence) bool { return x.Span == b.Span })
	return i > 0 && s.art.Sentences[i-1].Span == a.Span
}

// isCountry tells whether a place is a whole country, which tells where
// something happened only of a journey there.
func isCountry(p *lexicon.Place) bool { return p.Country == p.ID }

// add takes whom and what a mention names into the event.
func (e *Event) add(m lexicon.Mention) {
	if m.Person != nil {
		e.People = addTo(e.People, m.Person)
	}
	if m.Place != nil {
		e.Places = addTo(e.Places, m.Place)
	}
	if m.Topic != nil {
		e.Topics = addTo(e.Topics, m.Topic)
	}
}

// finish names, dates and sources the events and puts them into the reading.
func (s *story) finish() {
	src := s.ownSource()
	ignored := s.ignoring()
	for i := range s.told {
		t := &s.told[i]
		if ignored.covers(&t.Event, t.id()) {
			continue
		}
		for _, topic := range s.doc.Meta.Topics {
			t.Topics = addTo(t.Topics, s.lex.Topic(topic.Value))
		}
		t.Planned = t.Planned || s.isAhead(t.Date) // another telling may have brought the date
		t.classify(s)
		t.measure(s)
		t.attribute(src.Side)
		t.Title = t.headline(s.lex)
		t.Summary = oneLine(t.sent.Of(s.doc.Text))
		t.Sources = []Source{src}
		t.Confidence, t.Reasons = s.confidence(t)
		t.ID = s.unique(t.id(), t.Evidence[0].Quote)
		s.Events = append(s.Events, t.Event)
	}
	ignored.report(s.reader)
}

// id is the date, kind and participants of an extracted event. Where nobody is
// named these say too little, and a hash of its sentence goes with them.
func (t *telling) id() string {
	var who []string
	for _, p := range t.People {
		who = append(who, p.ID)
	}
	slices.Sort(who)
	if len(who) == 0 {
		if t.sides&ofCanada != 0 {
			who = append(who, "canada")
		}
		if t.sides&ofChina != 0 {
			who = append(who, "china")
		}
		who = append(who, hash(t.Evidence[0].Quote))
	}
	return lexicon.Slug(dateSlug(t.Date) + "-" + t.Kind + "-" + strings.Join(who, "-"))
}

// ownSource is the article itself as a source.
func (s *story) ownSource() Source {
	meta := &s.doc.Meta
	src := Source{
		Title: s.Title, Publisher: meta.Publisher.Value, URL: meta.URL.Value, Date: s.Published.Date,
		Lang: s.doc.Lang, Seed: s.doc.File.Name,
	}
	if src.Publisher != "" || src.URL != "" {
		src.Side = s.publisher(src.Publisher, src.URL).Side
	}
	if len(meta.Sources) == 1 && src.Publisher == "" && src.URL == "" {
		own := s.sources([]seed.Source{meta.Sources[0]})[0]
		src.Publisher, src.URL, src.Side = own.Publisher, own.URL, own.Side
	}
	return src
}

// when returns the date that an expression gives an event: all of a stretch
// that two expressions tell, and of a vague one ("last week", "late May") an
// approximate stretch, for the event lies within it and did not last so long.
func when(e timex.Expr) edtf.Date {
	vague := e.Mod == "START" || e.Mod == "MID" || e.Mod == "END" || strings.Contains(e.Value, "-W")
	switch {
	case !e.Through.IsZero():
		return e.Through
	case vague && e.Date.IsInterval():
		return e.Date.WithApproximate()
	}
	return e.Date
}
