package event

import (
	"slices"
	"strings"

	"buildsite/internal/article"
	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
)

// concerns tells whether a sentence is about the two sides: it names both, or
// one and nobody else in an article that names both.
func (s *story) concerns(sent *sentence) bool {
	named := sent.sides(sent.Span)
	return named&(ofCanada|ofChina) != 0 && (named.both() || s.both && (named&ofOthers == 0 || sent.namesParty()))
}

// namesParty tells whether a sentence names somebody who has a part in this
// history without an office, such as the accused of a case: whoever else it
// names, the case is of both sides.
func (s *sentence) namesParty() bool {
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return m.Person != nil && isParty(m.Person) })
}

// isParty tells whether somebody of either side has but a part in this history,
// and never held an office.
func isParty(p *lexicon.Person) bool {
	return (p.Side == lexicon.Canada || p.Side == lexicon.China) && len(p.Offices) > 0 &&
		!slices.ContainsFunc(p.Offices, func(o lexicon.Office) bool { return !o.Role })
}

// continues tells whether a dated act of a sentence that names nobody is a step
// in what the sentence before it tells of the two sides: "The duties took
// effect on August 14."
func (s *story) continues(sent *sentence, p pair) bool {
	if !s.both || s.about == nil || p.act.General || p.act.Kind == statement || p.act.Figure || p.time.Date.Precision() >= edtf.YearPrecision {
		return false
	}
	return sent.sides(sent.Span) == 0 && !sent.namesOthers() && (s.about.part == sent.part || s.follows(s.about, sent) && !sent.namesStrangers())
}

// namesOthers tells whether a third country is named, if only as a place.
func (s *sentence) namesOthers() bool {
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return sidesOf(m)&ofOthers != 0 })
}

// othersAct tells whether a third country is named, and not only as the place
// where something happened.
func (s *sentence) othersAct() bool {
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool { return sidesOf(m)&ofOthers != 0 && !s.sited(m) })
}

// relevant tells whether a dated act concerns the two sides. What a clause
// tells of others alone does not.
func (s *story) relevant(sent *sentence, p pair) bool {
	if !s.concerns(sent) && !s.continues(sent, p) && !s.travels(sent, p) && !s.concernsThere(sent, p) && !s.goesOnAbout(sent, p) && !s.carriesOn(sent) {
		return false
	}
	return !sent.elsewhere(sent.clause(p.act.Start))
}

// counts tells whether a dated act is an event of this timeline, or any event
// at all where these are asked for.
func (s *story) counts(sent *sentence, p pair) bool {
	if p.act.Denied || !s.any && !s.relevant(sent, p) {
		return false
	}
	if p.act.General && !s.any && !s.plain(sent, p) || sent.tellsOrigin(p) {
		return false
	}
	text := sent.region(p.act).Of(sent.text)
	c := cuesOf(sent.lang)
	if (p.act.General || p.act.Figure) && startsWith(sent.clause(p.act.Start).Of(sent.text), c.shares) != "" {
		return false
	}
	if (p.act.Noun || p.act.General && p.act.tense == present && sent.lang == lang.EN) && hasCue(sent.lang, text, c.jubilee) || sent.lang == lang.ZH && sent.remembered(p.act) {
		return false
	}
	if sent.lang == lang.ZH && sent.described(p) {
		return false
	}
	if hasCue(sent.lang, sent.Of(sent.text), c.unrelated) || sent.lang == lang.EN && strings.HasPrefix(sent.Of(sent.text), "Had ") {
		// of another matter, or "Had she taken another flight"
		return false
	}
	before := sent.tail(p.time.Start, nearby)
	if sent.lang == lang.ZH {
		before = before[strings.LastIndexAny(before, "，；")+1:] // 成为目标后，加方于同月8日…
	} else if sent.lang == lang.EN {
		before = before[strings.LastIndexAny(before, ",;")+1:]
	}
	return !sent.aims(before + sent.head(p.time.End, nearby))
}

// aims tells whether the words around a date make it a target or a rate. "A year
// earlier" is none.
func (s *sentence) aims(text string) bool {
	if s.lang == lang.EN {
		for _, w := range [...]string{"a year ago", "a year earlier", "a year before", "a year later", "a year after"} {
			text = strings.ReplaceAll(text, w, "")
		}
	}
	return hasCue(s.lang, text, cuesOf(s.lang).goals)
}

// tellsOrigin tells whether a French participle at the head of a sentence only
// says how old its subject is: "Fondée en 1995, l'entreprise".
func (s *sentence) tellsOrigin(p pair) bool {
	return s.lang == lang.FR && p.act.tense == participle && p.act.Kind == "opening" && p.act.Start == s.Start && p.time.Date.Precision() >= edtf.YearPrecision
}

// plain tells whether a general word with a date of its own is a step between
// the two sides: the verb of a main clause, in a sentence that names both, or
// one and no third country where the article is about both. Chinese verbs have
// no tense to tell by what is no more than a notice; there it takes both.
func (s *story) plain(sent *sentence, p pair) bool {
	told := p.act.tense.finite() || p.act.tense == coming && s.isAhead(p.time.Date) || sent.planned(p.act) || sent.setOff(p) || sent.gathers(p)
	if sent.lang == lang.FR && p.act.Noun && sent.ofItsDate(p) {
		return !p.act.Weak && (s.concerns(sent) || s.goesOnAbout(sent, p))
	}
	if p.act.Weak && sent.lang != lang.FR && !sent.stands(p) || !told || sent.lang != lang.FR && sent.hangs(p) {
		return false
	}
	return sent.sides(sent.Span).both() || sent.lang != lang.ZH && (s.concerns(sent) || s.concernsThere(sent, p)) && sent.namesSide(p.act) ||
		s.travels(sent, p) || s.goesOnAbout(sent, p) || sent.lang == lang.EN && s.concerns(sent) && p.time.Date.Precision() < edtf.YearPrecision ||
		s.carriesOn(sent) && !opens(sent.lang, sent.clause(p.act.Start).Of(sent.text), cuesOf(sent.lang).places)
}

// concernsThere tells whether a French sentence that names a third country
// names a side alone in the clause of the act, in an article about both: "Le
// navire canadien a franchi le détroit, deux jours après un destroyer américain".
func (s *story) concernsThere(sent *sentence, p pair) bool {
	if sent.lang != lang.FR || !s.both {
		return false
	}
	set := sent.sides(sent.clause(p.act.Start))
	return set&(ofCanada|ofChina) != 0 && set&ofOthers == 0
}

// How many sentences an article goes on about the two sides without naming
// either: an English and a French one.
const (
	farOn     = 2
	farFrench = 3
)

// goesOnAbout tells whether a French sentence that names nobody goes on with
// what one of the sentences before tells of the two sides, by a verb with a day
// or month of its own: "Le procès s'ouvrira le 4 mai."
func (s *story) goesOnAbout(sent *sentence, p pair) bool {
	if sent.lang != lang.FR || !s.both || p.act.Noun && !sent.ofItsDate(p) || p.time.Date.Precision() >= edtf.YearPrecision || sent.sides(sent.Span) != 0 || sent.namesOthers() {
		return false
	}
	if s.about == nil {
		return sent.Start <= s.art.Sentences[0].Start // the lead, before anybody is named
	}
	return s.about.part == sent.part || s.near(sent, farFrench)
}

// near tells whether a sentence stands no more than far sentences behind the one
// that was about both sides last.
func (s *story) near(b *sentence, far int) bool {
	i := slices.IndexFunc(s.art.Sentences, func(x article.Sentence) bool { return x.Span == b.Span })
	return i > 0 && slices.ContainsFunc(s.art.Sentences[max(0, i-far):i], func(x article.Sentence) bool { return x.Span == s.about.Span })
}

// setOff tells whether a French participle has a date of its own right behind
// it, or near behind it where it stands behind a comma: "l'accord ficelé en mai",
// "le consulat, étrenné enfin en 1998,".
func (s *sentence) setOff(p pair) bool {
	if s.lang != lang.FR || p.act.tense != participle || p.time.Start < p.act.End || p.time.Start-p.act.End > nearby {
		return false
	}
	return p.time.Start-p.act.End <= len(" depuis le ") || strings.HasSuffix(strings.TrimRight(s.text[s.Start:s.wordBefore(p.act.Start).start], " "), ",")
}

// ofItsDate tells whether a noun is said to be that of its date: "la rencontre
// du 13 mai", "l'exécution, hier, d'un Canadien".
func (s *sentence) ofItsDate(p pair) bool {
	if p.time.Date.Precision() >= edtf.YearPrecision || p.act.End > p.time.Start {
		return false
	}
	between := strings.TrimSpace(s.text[p.act.End:p.time.Start])
	return slices.Contains(cuesOf(s.lang).ofDate, between) || between == "," && strings.HasPrefix(s.text[p.time.End:s.End], ",")
}

// stands tells whether a weak verb is the only one of its English clause, no
// auxiliary, and dated to a month at least: "got 74 students out in June 1989".
func (s *sentence) stands(p pair) bool {
	if s.lang != lang.EN || p.act.ID != "action" || p.act.tense != past || p.time.Date.Precision() >= edtf.YearPrecision ||
		cuesOf(s.lang).class(p.act.Of(s.text))&(isHave|isHad|isBe|isWas|isDid|isDo) != 0 && p.act.Of(s.text) != "got" {
		return false
	}
	clause := s.clause(p.act.Start)
	return !slices.ContainsFunc(s.acts, func(a act) bool { return clause.Contains(a.Span) && a.tense.finite() && !a.Weak })
}

// gathers tells whether a noun at the head of an English sentence tells an
// occasion with its day ("At a ceremony in Xi'an on Wednesday") and no verb of
// the clause has taken the day from it.
func (s *sentence) gathers(p pair) bool {
	return s.lang == lang.EN && s.onOccasion(p.act) && p.act.End <= p.time.Start && p.time.Date.Precision() == edtf.DayPrecision && s.between(p.act.End, p.time.Start) == 0
}

// hangs tells whether an act stands in a relative clause and its date outside of
// it: then it is no more than what somebody or something is known for.
func (s *sentence) hangs(p pair) bool {
	clause := s.clause(p.act.Start)
	return opens(s.lang, clause.Of(s.text), cuesOf(s.lang).relative) && !(s.lang == lang.EN && p.time.Date.Precision() < edtf.YearPrecision && clause.Contains(source.Span{Start: p.time.Start, End: p.time.End}))
}

// carriesOn tells whether an English sentence that names no country goes on
// with one of those before it, or with its paragraph, which is about the two
// sides: "The figure shrank to two million in 2025." What the article begins with
// is what it is about.
func (s *story) carriesOn(sent *sentence) bool {
	if !s.both || sent.lang != lang.EN || sent.sides(sent.Span) != 0 || sent.othersAct() ||
		hasCue(sent.lang, sent.Of(sent.text), cuesOf(sent.lang).jubilee) {
		return false
	}
	vague := slices.ContainsFunc(sent.dated, func(p pair) bool { return p.act.General && p.time.Date.Precision() >= edtf.YearPrecision })
	if s.about == nil || s.about.part == sent.part {
		return !vague || !sent.namesStrangers() || sent.refersBack()
	}
	return (!vague || sent.refersBack()) && s.near(sent, farOn)
}

// refersBack tells whether an English sentence begins with what was told before:
// "The pact", "It".
func (s *sentence) refersBack() bool {
	word, _, _ := strings.Cut(s.Of(s.text), " ")
	return slices.Contains(cuesOf(s.lang).back, strings.ToLower(word))
}

// namesSide tells whether a sentence names a side outside of its relative
// clauses: "a plant that sold to China shut in May" is no step between the two.
func (s *sentence) namesSide(a act) bool {
	c := cuesOf(s.lang)
	return slices.ContainsFunc(s.names, func(m lexicon.Mention) bool {
		if sidesOf(m)&(ofCanada|ofChina) == 0 {
			return false
		}
		clause := s.clause(m.Start)
		hangs := false
		if clause.Contains(a.Span) && m.End <= a.Start && s.lacksSaying(clause.Start, m.Start) {
			that := lastCue(s.lang, s.text[clause.Start:m.Start], c.that)
			hangs = that >= 0 && (s.lang != lang.EN || s.actBetween(clause.Start+that, a.Start))
		}
		return !hangs && (!opens(s.lang, clause.Of(s.text), c.relative) || clause.Contains(a.Span))
	})
}

// lacksSaying tells whether nobody speaks between two offsets.
func (s *sentence) lacksSaying(from, to int) bool {
	return !slices.ContainsFunc(s.acts, func(b act) bool { return b.Kind == statement && b.Start >= from && b.End <= to })
}

// travels tells whether a general word tells the day of a journey in a sentence
// that names neither side nor anybody else, beside one about the two: "She flies
// home on April 19."
func (s *story) travels(sent *sentence, p pair) bool {
	if !s.both || s.about == nil || !p.act.General || p.act.Kind != "visit" || p.time.Date.Precision() != edtf.DayPrecision {
		return false
	}
	return sent.sides(sent.Span) == 0 && !sent.namesOthers() && (s.about.part == sent.part || s.follows(s.about, sent))
}
