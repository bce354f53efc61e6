package event

import (
	"slices"
	"strings"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// No table has every verb. In an English sentence with a date, what has the
// form of one and stands where one stands tells that something happened, though
// not what: "The ministry prolonged the probe in May", "will relent on Friday".

// unlisted is what a verb tells that no table has.
var unlisted = &lexicon.Act{ID: "unlisted", Kind: "milestone", Rank: unlistedRank, General: true}

// finding is what any verb tells that "that" follows: "The judge found that".
var finding = &lexicon.Act{ID: "finding", Kind: statement, Rank: unlistedRank, Saying: true, General: true}

// unlistedRank is below those of all other acts.
const unlistedRank = 1 << 20

// shortestPast is how long a word in -ed has to be to be read as a verb.
const shortestPast = 5

// addUnlisted adds the verbs of a dated sentence that no table has.
func (s *sentence) addUnlisted() {
	if s.lang != lang.EN || len(s.times) == 0 {
		return
	}
	listed := len(s.acts)
	for start := s.Start; start < s.End; {
		end := start
		for end < s.End && isWordByte(s.text[end]) {
			end++
		}
		if form := s.formOf(start, end); form != 0 && !s.taken(start, end, listed) {
			s.addUnlistedVerb(start, end, form)
		}
		start = end + 1
	}
	if listed > 0 && listed < len(s.acts) {
		slices.SortStableFunc(s.acts, func(a, b act) int { return a.Start - b.Start })
	}
}

func isWordByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' }

// formOf is what a word without capitals may be as a verb: a past tense by its
// ending, or a base form behind a word that only such a form follows.
func (s *sentence) formOf(start, end int) lexicon.Form {
	word := s.text[start:end]
	if len(word) < 2 || word[0] < 'a' {
		return 0
	}
	if strings.HasSuffix(word, "ed") {
		if len(word) < shortestPast || strings.HasSuffix(word, "eed") || strings.HasPrefix(word, "un") && !s.takesObject(end) || slices.Contains(cuesOf(s.lang).adjectives, word) {
			return 0
		}
		return lexicon.Past | lexicon.Participle
	}
	if cuesOf(s.lang).class(word) != 0 || isAdverbial(s.lang, word) {
		return 0
	}
	before := strings.TrimRight(s.tail(start, nearby), " ")
	if endsWithAny(s.lang, before, cuesOf(s.lang).ahead) {
		return lexicon.Base
	}
	return 0
}

// taken tells whether a stretch is part of an act of a table, of a name or of a
// time expression.
func (s *sentence) taken(start, end, listed int) bool {
	return slices.ContainsFunc(s.acts[:listed], func(a act) bool { return a.Start < end && start < a.End }) ||
		slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return m.Topic == nil && m.Start < end && start < m.End }) ||
		s.inTime(start+1)
}

// addUnlistedVerb adds a word as a verb if it stands as one.
func (s *sentence) addUnlistedVerb(start, end int, form lexicon.Form) {
	a := lexicon.Said{Act: unlisted, Form: form}
	a.Start, a.End = start, end
	t := s.tenseOf(a)
	if t != coming && (!t.finite() || s.wordBefore(start).class == 0 && s.hangsOn(a)) {
		return
	}
	a.Denied = s.negated(a)
	s.acts = append(s.acts, act{Said: a, tense: t})
}

// hangsOn tells whether a word in -ed belongs to a noun: another verb is that of
// its clause, as in "faces increased pressure" and "the goods unpacked in May
// were sold".
func (s *sentence) hangsOn(a lexicon.Said) bool {
	from := s.Start
	if i := strings.LastIndexAny(s.text[s.Start:a.Start], ",;:—“\""); i >= 0 {
		from += i
	}
	if i := lastCue(s.lang, s.text[from:a.Start], cuesOf(s.lang).openers); i >= 0 {
		from += i
	}
	to := s.End
	if i := strings.IndexAny(s.text[a.End:s.End], ",;:—"); i >= 0 {
		to = a.End + i
	}
	loose := cuesOf(s.lang).class(s.wordAfter(a.End))&isPreposition != 0
	return slices.ContainsFunc(s.acts, func(b act) bool {
		switch {
		case !b.tense.finite():
			return false
		case b.End <= a.Start:
			return b.Start >= from && !hasCue(s.lang, s.text[b.End:a.Start], cuesOf(s.lang).and)
		}
		return loose && b.Start >= a.End && b.End <= to && !hasCue(s.lang, s.text[a.End:b.Start], cuesOf(s.lang).and)
	})
}
