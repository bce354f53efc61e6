package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// story is an article being read.
type story struct {
	*reader
	art     *article.Article
	known   []*lexicon.Person // introduced by their full name, in order
	both    bool              // the article names both sides
	dollars *string           // whose dollar a bare "$" is, once asked: see dollar
	told    []telling         // the events so far, as sentences tell them
	about   *sentence         // the last one that was about both sides
	fresh   []fresh           // whom no registry knows
	hero    lexicon.Mention   // whom the last sentence was about first
	days    []knownDay        // the times told of general words
	at      thread            // the day that the story is at
	said    thread            // the day on which they last spoke
	lead    thread            // the day of the news that the article begins with
	couples []couple          // of the sentences before, in order
	bodies  []body            // whose "the ministry" is
	firms   []firm            // whom the article has introduced with whose they are
	agent   lexicon.Mention   // the government, ministry or firm that the sentence before was about
}

// sentence is a sentence of the story with all that was found in it. Spans
// count in the document's text.
type sentence struct {
	source.Span
	text    string // the document's whole text, simplified where it is Chinese
	lang    lang.Lang
	names   []lexicon.Mention // surnames and posts resolved
	acts    []act             // of the table of acts and, where it knows none, general words
	times   []timex.Expr      // those that can date an event
	dated   []pair            // the acts that have a date, with it
	breaks  []int             // where clauses begin, in order
	title   bool              // it is the headline
	wider   []timex.Expr      // those that a closer one behind them makes idle
	prev    *sentence         // the one before it, if there is one
	part    int               // of the article, that it stands in
	entry   bool              // it is an entry of a chronicle: see isEntry
	both    bool              // the article names both sides, so "the two countries" are they
	couples []couple          // of the sentences before, in order

	spans   []timex.Expr // of time, in English: "two weeks"
	figures string       // the sentence before, if it tells a figure
}

// article reads the story of an article.
func (r *reader) article() {
	a := r.page()
	if a.Published.Date.IsZero() && !r.found.Date.IsZero() {
		a.Published, a.Day = r.found, r.found.Date
	}
	r.Article, r.Title, r.Parts, r.Published = a, a.Title, a.Parts, a.Published
	r.Timexes = timexes(r.doc, a.Day)
	if date := r.doc.Meta.Date; !date.Value.IsZero() {
		r.checkYear(date.Value, date.Pos)
	}
	r.reviewDating(a)
	r.tellStoryWithin(a).finish()
}

// sentences finds what stands in each sentence of the story.
func (s *story) sentences() []sentence {
	out := make([]sentence, len(s.art.Sentences))
	whole := s.doc.Text
	if s.doc.Lang == lang.ZH {
		whole = lang.Simplified(whole) // place by place, so spans hold for both
	}
	next := 0
	for i, span := range s.art.Sentences {
		for next < len(s.Timexes) && s.Timexes[next].Start < span.Start {
			next++
		}
		first := next
		for next < len(s.Timexes) && s.Timexes[next].End <= span.End {
			next++
		}
		out[i] = sentence{Span: span.Span, text: whole, lang: s.doc.Lang, part: span.Part}
		var before *sentence
		if i > 0 && s.art.Sentences[i-1].Part == span.Part {
			before = &out[i-1]
		}
		if i > 0 {
			out[i].prev = &out[i-1]
		}
		s.read(&out[i], before, s.Timexes[first:next])
	}
	return out
}

// read finds what stands in a sentence with the given time expressions; before
// is the one before it in its paragraph, if there is one.
func (s *story) read(sent, before *sentence, times []timex.Expr) {
	text := sent.Of(sent.text)
	for m := range s.lex.Find(text) {
		m.Start, m.End = m.Start+sent.Start, m.End+sent.Start
		s.name(sent, m, times)
	}
	if before != nil && hasFigure(sent.lang, before.Of(sent.text)) {
		sent.figures = before.Of(sent.text)
	}
	sent.refer(before)
	s.meet(sent)
	s.office(sent)
	s.bodiesOf(sent)
	s.firmsOf(sent)
	s.pronoun(sent, times)
	sent.couples = s.couples
	if c, ok := sent.couple(); ok {
		s.couples = append(s.couples, c)
	}
	for i, e := range times {
		if i > 0 && !times[i-1].Through.IsZero() && times[i-1].Through != e.Date && times[i-1].Through.Contains(e.Date) {
			continue // the end of a stretch: "between 2018 and 2023"
		}
		sent.widened(e)
		if sent.dates(e) && !sent.narrowed(e) && !sent.inName(source.Span{Start: e.Start, End: e.End}) {
			sent.times = append(sent.times, e)
		}
	}
	sent.dropLeadingYear()
	sent.findSpans(times)
	sent.joinDays()
	sent.entry = sent.isEntry()
	sent.findActs(s.lex)
	sent.breaks = sent.clauses()
}

// headline returns the article's own headline as a sentence, where it stands in
// the text.
func (s *story) headline(text string) (*sentence, bool) {
	for i, p := range s.art.Parts {
		if p.Role != Title {
			continue
		}
		sent := &sentence{Span: p.Span, text: text, lang: s.doc.Lang, part: i, title: true, both: s.both}
		var times []timex.Expr
		for _, e := range s.Timexes {
			if e.Start >= p.Span.Start && e.End <= p.Span.End {
				times = append(times, e)
			}
		}
		s.read(sent, nil, times)
		return sent, true
	}
	return nil, false
}

// findActs finds the words that tell what happened, left to right.
func (s *sentence) findActs(lex *lexicon.Lexicon) {
	text := s.Of(s.text)
	var silent []source.Span // where words tell nothing: no general word stands there
	for a := range lex.Acts(s.lang, text) {
		if a.Kind == "" {
			silent = append(silent, a.Span)
			continue
		}
		if s.lang != lang.ZH && a.Figure && !(hasFigure(s.lang, text) && s.isAbout(a)) {
			continue // a general word may stand there
		}
		if s.lang == lang.EN && a.Noun && s.wordBefore(s.Start+a.Start).class&isModal != 0 {
			continue // "would call at": no noun stands there
		}
		s.addAct(a)
	}
	table := len(s.acts)
	for a := range lexicon.General(text, s.lang) {
		if s.lang == lang.EN && s.inTime(s.Start+a.Start+1) {
			continue // "March" is the month
		}
		if !slices.ContainsFunc(silent, func(q source.Span) bool {
			return q.Overlaps(a.Span) && (s.lang != lang.EN || q.Start <= a.Start && !holds(a.Span, q, text))
		}) && !slices.ContainsFunc(s.acts[:table], func(b act) bool {
			return b.Start < s.Start+a.End && s.Start+a.Start < b.End && !(b.Figure && s.longer(a, b))
		}) {
			s.addAct(a)
		}
	}
	s.findStrange(text, silent)
	if len(s.acts) > 1 && (table < len(s.acts) || s.lang == lang.FR) {
		slices.SortFunc(s.acts, func(a, b act) int { return a.Start - b.Start })
	}
	s.dropShortFigures()
	s.addUnlisted()
	s.coordinate()
	s.yieldFigures()
	s.joinPhases()
	s.joinObjects()
}

// findStrange adds the verbs of a French sentence that no table knows.
func (s *sentence) findStrange(text string, silent []source.Span) {
	if s.lang != lang.FR {
		return
	}
	known := len(s.acts)
	for a := range lexicon.Strange(text) {
		if !slices.ContainsFunc(silent, a.Overlaps) && !slices.ContainsFunc(s.acts[:known], func(b act) bool { return b.Start < s.Start+a.End && s.Start+a.Start < b.End }) {
			if s.followsWhatIsSaid(a) {
				a.Act = lexicon.StrangeSpeech
			}
			s.addAct(a)
		}
	}
}

// followsWhatIsSaid tells whether a verb stands right behind a comma or a
// quotation, and a noun behind it: ", ont rapporté deux courtiers".
func (s *sentence) followsWhatIsSaid(a lexicon.Said) bool {
	before := strings.TrimRight(s.text[s.Start:s.Start+a.Start], " \u00a0\u202f")
	last, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune("»”\"", last) {
		return true
	}
	head := strings.TrimSuffix(before, ",")
	return last == ',' && !strings.Contains(head[max(0, len(head)-2*beside):], ",") && a.Form == lexicon.Compound
}

// holds tells whether a phrase of several words holds another: "took up" tells
// more than the "took" that words without meaning keep out.
func holds(a, q source.Span, text string) bool {
	return a.Start <= q.Start && a.End >= q.End && strings.Contains(a.Of(text), " ")
}

// longer tells whether an English phrase of general words holds a verb of figures
// that begins it: "took on the local side".
func (s *sentence) longer(a lexicon.Said, b act) bool {
	return s.lang == lang.EN && s.Start+a.Start == b.Start && s.Start+a.End > b.End
}

// dropShortFigures drops the verbs of figures that a longer phrase holds.
func (s *sentence) dropShortFigures() {
	s.acts = slices.DeleteFunc(s.acts, func(b act) bool {
		return b.Figure && slices.ContainsFunc(s.acts, func(a act) bool { return a.Start == b.Start && a.End > b.End })
	})
}

// addAct adds an act with its place in the sentence, unless it did not happen
// or is none there.
func (s *sentence) addAct(a lexicon.Said) {
	a.Start, a.End = a.Start+s.Start, a.End+s.Start
	if s.inName(a.Span) || s.lang == lang.ZH && a.Figure && !s.figured(a) {
		return
	}
	t := s.tenseOf(a)
	if t == untold {
		return
	}
	if s.lang == lang.EN && a.General && !a.Saying && t.finite() && s.wordAfter(a.End) == "that" {
		a.Act = finding
	}
	a.Denied = a.Denied || s.negated(a) // it keeps its date from others
	s.acts = append(s.acts, act{Said: a, tense: t})
}

// inName tells whether span is part of a name, as "open" in "Open Government".
func (s *sentence) inName(span source.Span) bool {
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool {
		return m.Topic == nil && m.Span != span && m.Contains(span)
	})
}

// name adds a mention to the sentence, with the person that a surname or a
// post stands for. A surname that fits nobody is dropped, a post before its
// holder's name gives way to it.
func (s *story) name(sent *sentence, m lexicon.Mention, times []timex.Expr) {
	if slices.ContainsFunc(times, func(e timex.Expr) bool { return e.Start <= m.Start && m.End <= e.End }) {
		return // "May" is a month here
	}
	if sent.headOf(m) {
		return
	}
	switch {
	case m.Person != nil && !m.Partial:
		s.introduce(m.Person)
		sent.dropPost(m)
	case m.Shared != nil || m.Partial:
		if sent.partOfName(m.Span) {
			return
		}
		m.Side = lexicon.NoSide // a surname names no side before its bearer is known
		if m.Person = s.bearer(m); m.Person != nil {
			m.Side = m.Person.Side
		}
		sent.dropPost(m)
	}
	sent.names = append(sent.names, m)
}

func (s *story) introduce(p *lexicon.Person) {
	s.known = slices.DeleteFunc(s.known, func(q *lexicon.Person) bool { return q == p })
	s.known = append(s.known, p)
}

// dropPost takes away the post that stands right before m: "Canadian Prime
// Minister Mark Carney" names one person once.
func (s *sentence) dropPost(m lexicon.Mention) {
	if n := len(s.names); n > 0 && s.names[n-1].Post != nil {
		between := s.text[s.names[n-1].End:m.Start]
		if len(between) <= 2 && strings.TrimSpace(strings.Trim(between, ",")) == "" {
			s.names = s.names[:n-1]
		}
	}
}

// bearer tells who is meant by a surname: whom the article introduced last,
// else the only one it can mean. Others wait for the date of the event.
func (s *story) bearer(m lexicon.Mention) *lexicon.Person {
	for _, p := range slices.Backward(s.known) {
		if p == m.Person || slices.Contains(m.Shared, p) {
			return p
		}
	}
	return m.Person
}

// holder tells who is meant by a surname or a post that the article does not
// explain: who alone of its bearers held an office on the day.
func holder(m lexicon.Mention, day edtf.Day) *lexicon.Person {
	if m.Person != nil || m.Post == nil && m.Shared == nil {
		return m.Person
	}
	if m.Post != nil {
		return m.Post.Holder(day)
	}
	var found *lexicon.Person
	for _, p := range m.Shared {
		if o := p.At(day); o == nil || o.Role {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// partOfName tells whether a surname stands amid other capitals, as part of a
// name that the lexicon does not know.
func (s *sentence) partOfName(span source.Span) bool {
	before, after := s.neighbours(span)
	return isCapital(after) || isCapital(before) && !isHonorific(before)
}

// neighbours returns the words right before and after span in the sentence,
// "" where anything but a blank stands between.
func (s *sentence) neighbours(span source.Span) (before, after string) {
	head := s.text[s.Start:span.Start]
	if h, ok := strings.CutSuffix(head, " "); ok {
		before = h[strings.LastIndexFunc(h, unicode.IsSpace)+1:]
		if r, _ := utf8.DecodeLastRuneInString(before); !unicode.IsLetter(r) && !isHonorific(before) {
			before = ""
		}
		if h == before { // the sentence's first word has its capital from there
			before = ""
			if isHonorific(h) {
				before = h
			}
		}
	}
	tail := s.text[span.End:s.End]
	if t, ok := strings.CutPrefix(tail, " "); ok {
		after, _, _ = strings.Cut(t, " ")
	}
	return before, after
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isHonorific knows what may stand before a surname.
func isHonorific(word string) bool {
	word = strings.TrimRight(word, ".")
	return slices.Contains(cuesOf(lang.EN).honorifics, word) || slices.Contains(cuesOf(lang.FR).honorifics, word)
}

// namesBoth tells whether the article as a whole is about both sides.
func (s *story) namesBoth(sentences []sentence) bool {
	var both sides
	for i := range sentences {
		both |= sentences[i].sides(sentences[i].Span)
	}
	for m := range s.lex.Find(s.art.Title) {
		if set := sidesOf(m); set&inPassing == 0 {
			both |= set
		}
	}
	return both.both()
}

// sides is a set of sides.
type sides uint8

const (
	ofCanada sides = 1 << iota
	ofChina
	ofOthers
	inPassing // "the two countries": whom else the sentence names decides
)

func (s sides) both() bool { return s&(ofCanada|ofChina) == ofCanada|ofChina }

func sidesOf(m lexicon.Mention) sides {
	switch {
	case m.Both && m.Weak:
		return ofCanada | ofChina | inPassing
	case m.Both:
		return ofCanada | ofChina
	case m.Side == lexicon.Canada:
		return ofCanada
	case m.Side == lexicon.China:
		return ofChina
	case m.Side == lexicon.Other && (m.Actor || m.Person != nil):
		return ofOthers
	}
	return 0
}

// sides collects whose actors are named within span.
func (s *sentence) sides(span source.Span) sides {
	var out, passing sides
	for _, m := range s.names {
		if !span.Contains(m.Span) || m.Side == lexicon.Other && m.Actor && s.sited(m) {
			continue
		}
		if set := sidesOf(m); set&inPassing != 0 {
			passing |= set &^ inPassing
		} else {
			out |= set
		}
	}
	if s.both && out&ofOthers == 0 {
		out |= passing
	}
	return out
}
