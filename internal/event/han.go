package event

import (
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// Chinese names somebody once and goes on with 他 or 两人, or with nothing at
// all; and it writes no blanks, so that 外交部 (the foreign ministry) stands in
// 外交部长 (a foreign minister). What follows knows these habits.

// headOf tells whether a mention of an office is but the beginning of the word
// for the one who heads it: 外交部 in 外交部长.
func (s *sentence) headOf(m lexicon.Mention) bool {
	return s.lang == lang.ZH && m.Person == nil && m.Post == nil && m.Shared == nil && strings.HasPrefix(s.text[m.End:s.End], "长")
}

// refer adds to the names of a Chinese sentence those whom its pronouns stand
// for: he who was named first in the sentence, or in the one before, and for
// 两人 the two who were.
func (s *sentence) refer(before *sentence) {
	if s.lang != lang.ZH {
		return
	}
	c := cuesOf(lang.ZH)
	for at := s.Start; at < s.End; {
		one, two := prefixed(s.text[at:s.End], c.he), ""
		if s.heads(at) {
			two = prefixed(s.text[at:s.End], c.pair)
		}
		switch {
		case one != "" && apart(lang.ZH, s.text[:s.End], at, at+len(one)):
			s.stand(at, one, s.meant(at, before, 1))
			at += len(one)
		case two != "":
			s.stand(at, two, s.meant(at, before, 2))
			at += len(two)
		default:
			_, size := utf8.DecodeRuneInString(s.text[at:])
			at += size
		}
	}
}

// prefixed returns the word that text begins with.
func prefixed(text string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return w
		}
	}
	return ""
}

// heads tells whether an offset is at the head of a clause.
func (s *sentence) heads(at int) bool {
	if at == s.Start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[s.Start:at])
	return strings.ContainsRune("，；：、。！？“「", r)
}

// stand adds a mention of each person for the pronoun at an offset.
func (s *sentence) stand(at int, word string, people []*lexicon.Person) {
	for _, p := range people {
		s.insertName(lexicon.Mention{Span: source.Span{Start: at, End: at + len(word)}, Person: p, Side: p.Side})
	}
}

// meant returns the first n people named in the sentence before an offset, or
// in the sentence before that one; none where there are fewer.
func (s *sentence) meant(at int, before *sentence, n int) []*lexicon.Person {
	if out := s.people(at, n); out != nil || before == nil {
		return out
	}
	return before.people(before.End, n)
}

func (s *sentence) people(at, n int) []*lexicon.Person {
	var out []*lexicon.Person
	for _, m := range s.names {
		if m.Person != nil && m.Start < at && len(out) < n && !slices.Contains(out, m.Person) {
			out = append(out, m.Person)
		}
	}
	if len(out) < n {
		return nil
	}
	return out
}

// hypothetical tells whether an act stands under a condition: in its clause, or
// in one before it, a word such as 如果 stands; 若 only at a clause's head.
func (s *sentence) hypothetical(a lexicon.Said) bool {
	text := s.text[s.Start:a.Start]
	for _, w := range cuesOf(lang.ZH).hypothetical {
		for i := strings.Index(text, w); i >= 0; {
			if utf8.RuneCountInString(w) > 1 || s.heads(s.Start+i) && apart(lang.ZH, text, i, i+len(w)) {
				return true
			}
			next := strings.Index(text[i+len(w):], w)
			if next < 0 {
				break
			}
			i += len(w) + next
		}
	}
	return false
}

// figured tells whether a figure that an act needs stands in its clause, beside
// a word for what it is about. Without one 进口 but describes the goods.
func (s *sentence) figured(a lexicon.Said) bool {
	const pauses = "，；：。"
	head, tail := s.text[s.Start:a.Start], s.text[a.End:s.End]
	head = head[strings.LastIndexAny(head, pauses)+1:]
	if i := strings.IndexAny(tail, pauses); i >= 0 {
		tail = tail[:i]
	}
	return (hasFigure(s.lang, head) || hasFigure(s.lang, tail)) && hasCue(s.lang, s.Of(s.text), a.About[s.lang])
}

// topic is who acts in a clause that names others, but no subject of its own:
// whoever the sentence names first, as in "he visited China, 在北京受到毛泽东会见".
func (s *sentence) topic(a act) (lexicon.Mention, bool) {
	clause := s.clause(a.Start)
	var first lexicon.Mention
	own, other := false, false
	for _, m := range s.names {
		switch {
		case !mayAct(m) || m.Start >= a.Start:
		case m.Start >= clause.Start:
			other = true
			own = own || s.leadsClause(m)
		case first.Len() == 0 && s.leadsClause(m):
			first = m
		}
	}
	return first, other && !own && first.Len() > 0
}

// leadsClause tells whether a name is its clause's subject: no act stands
// before it in the clause but one that says what follows, and none of the words
// that make it an object.
func (s *sentence) leadsClause(m lexicon.Mention) bool {
	from := s.clause(m.Start).Start
	if slices.ContainsFunc(s.acts, func(a act) bool {
		return a.Start >= from && a.End <= m.Start && !a.Noun && (!a.Saying || a.General)
	}) {
		return false
	}
	for _, t := range s.times {
		if t.Start >= from && t.End <= m.Start {
			from = t.End // 同一天 has 同 (with), and is a date
		}
	}
	return !hasCue(lang.ZH, s.text[from:m.Start], cuesOf(lang.ZH).coverbs)
}

// stretch is the part of a Chinese sentence around an act that semicolons leave.
func (s *sentence) stretch(a act) source.Span {
	const mark = "；"
	out := s.Span
	if i := strings.LastIndex(s.text[s.Start:a.Start], mark); i >= 0 {
		out.Start = s.Start + i + len(mark)
	}
	if i := strings.Index(s.text[a.End:s.End], mark); i >= 0 {
		out.End = a.End + i
	}
	return out
}

// leadsSpeech tells whether a date stands at the head of what somebody says:
// 王毅表示，去年12月，….
func (s *sentence) leadsSpeech(t timex.Expr) bool {
	from := s.clause(t.Start).Start
	if from == s.Start || utf8.RuneCountInString(s.text[from:t.Start]) > leadingWord {
		return false
	}
	return slices.ContainsFunc(s.acts, func(a act) bool { return a.Saying && a.End < from && from-a.End <= len("，") })
}

// setsScene tells whether an act only says when the next was done: its clause
// ends with a word such as 后, and another follows.
func (s *sentence) setsScene(a act) bool {
	clause := s.clause(a.Start)
	text := strings.TrimRight(clause.Of(s.text), "，；")
	return clause.End < s.End && endsWithAny(lang.ZH, text, cuesOf(lang.ZH).sceneEnds)
}

// wished tells whether an act is only hoped or asked for, by a word before it in
// its clause.
func (s *sentence) wished(a lexicon.Said) bool {
	before := s.text[s.Start:a.Start]
	if i := strings.LastIndexAny(before, "，；：。"); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	return hasCue(lang.ZH, before, cuesOf(lang.ZH).wished)
}

// remembered tells whether an act is one that an anniversary recalls: 建交55周年.
func (s *sentence) remembered(a act) bool {
	if a.Kind != "milestone" && a.Kind != "agreement" {
		return false
	}
	return hasCue(lang.ZH, s.text[a.Start:max(a.End, s.clause(a.Start).End)], cuesOf(lang.ZH).jubilee)
}

// described tells whether a Chinese clause but says of a firm or a body how old
// it is: 公司成立于1996年.
func (s *sentence) described(p pair) bool {
	return p.act.Kind == "opening" && !p.act.Noun && p.time.Date.Precision() == edtf.YearPrecision &&
		s.text[min(p.act.End, p.time.Start):p.time.Start] == "于"
}

// announced is the kind of what a Chinese clause announces, decides or makes
// known, where that is a step of its own: 宣布加征 is of the tariff. What is to
// come stays an announcement.
func (s *sentence) announced(a act) string {
	if s.lang != lang.ZH || !a.Reports || a.Noun {
		return ""
	}
	end := s.stretch(a).End
	for _, b := range s.acts {
		if b.Start < a.End || b.End > end || b.General || b.Figure || b.Noun || b.Denied {
			continue
		}
		if s.planned(b) || slices.ContainsFunc(s.times, func(t timex.Expr) bool { return t.Start > a.End && t.End <= b.Start }) {
			return ""
		}
		switch b.Kind {
		case "trade-measure", "sanction", "milestone", "legislation", "appointment":
			return b.Kind
		}
	}
	return ""
}

// yieldFigures leaves out figures of a Chinese clause in which an act follows:
// in 对自华进口的钢铁征收25%的附加税 it is the levy that the figure is of.
func (s *sentence) yieldFigures() {
	if s.lang != lang.ZH {
		return
	}
	s.acts = slices.DeleteFunc(s.acts, func(a act) bool {
		if !a.Figure {
			return false
		}
		rest := s.text[a.End:s.End]
		if i := strings.IndexAny(rest, "，；"); i >= 0 {
			rest = rest[:i]
		}
		return slices.ContainsFunc(s.acts, func(b act) bool {
			return !b.Figure && !b.Noun && !b.General && !b.Saying && b.Start >= a.End && b.End <= a.End+len(rest)
		})
	})
}

// asked tells whether what stands before an act says at whose wish it was done:
// 应美国要求逮捕, 应李强总理邀请访问.
func (s *sentence) asked(a act) bool {
	clause := s.text[s.clause(a.Start).Start:a.Start]
	i := strings.LastIndex(clause, "应")
	return i >= 0 && (strings.Contains(clause[i:], "要求") || strings.Contains(clause[i:], "邀请"))
}

// withStranger tells whether somebody took part in a Chinese meeting whom the
// registry does not know: a title stands there without one it knows, as in
// 韩正副主席也会见了阿南德, so that this is no meeting between others.
func (t *telling) withStranger() bool {
	if t.Lang != lang.ZH || !t.act.Together || len(t.People) > 1 {
		return false
	}
	region := t.sent.region(t.act)
	text := region.Of(t.sent.text)
	for _, w := range cuesOf(lang.ZH).titles {
		i := strings.Index(text, w)
		if i < 0 {
			continue
		}
		title := source.Span{Start: region.Start + i, End: region.Start + i + len(w)}
		if !slices.ContainsFunc(t.sent.names, func(m lexicon.Mention) bool {
			return m.Overlaps(title) || m.End == title.Start || m.Start == title.End
		}) {
			return true
		}
	}
	return false
}
