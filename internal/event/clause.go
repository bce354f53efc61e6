package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// cues holds the small words that decide what a date or an act means, for one
// language. Words are in lower case; in Chinese they are looked for anywhere,
// elsewhere as whole words.
type cues struct {
	// openers begin a clause with a predicate of its own.
	openers []string
	// relative among them hang on a noun.
	relative []string
	// that begins what is said.
	that []string
	// and joins two predicates of one subject.
	and string
	// spans before a date make it the end or start of a span of time, or a
	// goal; spansAfter do so after it.
	spans, spansAfter []string
	// than before a date compares with it.
	than []string
	// planned before an act say that it has yet to happen; negated that it did
	// not; if that it may.
	planned, negated, hypothetical []string
	// jubilee in a clause says that a date is the day of remembering.
	jubilee []string
	// goals in a clause make its date a target.
	goals []string
	// locative before a place says that something happened there.
	locative []string
	// pronouns at the head of a clause stand for what another one names.
	pronouns []string
}

// cuesOf returns the cues of a language; for an unknown one, English.
func cuesOf(l lang.Lang) *cues {
	switch l {
	case lang.FR:
		return &frenchCues
	case lang.ZH:
		return &chineseCues
	}
	return &englishCues
}

// The tables of cues; read only.
var (
	englishCues = cues{
		openers: []string{
			"which", "who", "whose", "where", "when", "while", "as", "after", "before", "because", "although", "though",
			"following", "ahead of", "whereas", "but", "and said", "saying", "adding", "noting",
		},
		relative:     []string{"who", "which", "whose", "where"},
		that:         []string{"that"},
		and:          "and ",
		spans:        []string{"since", "until", "till", "by", "before", "after", "through", "ahead of", "prior to"},
		than:         []string{"than", "than in", "than a", "compared with", "compared to", "against", "versus", "same period of", "same period in"},
		planned:      []string{"will", "would", "is to", "are to", "plans to", "plan to", "planned to", "expected to", "set to", "scheduled to", "due to", "shall", "may", "might", "could", "should", "aims to", "hopes to", "intends to", "about to", "going to", "agreed to", "vowed to", "pledged to", "promised to", "ready to", "willing to", "seek to", "threatened to", "urged", "called for"},
		negated:      []string{"not", "never", "no", "without", "didn't", "hasn't", "haven't", "refused to", "declined to", "failed to", "yet to", "denied"},
		hypothetical: []string{"if", "unless", "whether", "had it"},
		jubilee:      []string{"anniversary", "anniversaries"},
		goals:        []string{"target", "goal", "quota", "aims", "aim to", "per year", "a year", "annually"},
		locative:     []string{"in", "at", "to", "near", "outside", "visited", "visits", "visit", "visiting", "via"},
		pronouns:     []string{"he", "she", "it", "they", "we", "i", "this", "that", "these", "those", "his", "her", "their", "its", "there", "both", "such", "here", "you", "our", "my", "one"},
	}
	frenchCues = cues{
		openers: []string{
			"qui", "dont", "où", "lorsque", "quand", "tandis que", "alors que", "après", "avant", "parce que", "puisque",
			"bien que", "mais", "à la suite de", "au lendemain de", "ajoutant", "précisant",
		},
		relative:     []string{"qui", "dont", "où"},
		that:         []string{"que"},
		and:          "et ",
		spans:        []string{"depuis", "jusqu'en", "jusqu'à", "jusqu'au", "d'ici", "d'ici à", "avant", "après", "dès", "à partir de", "à partir du", "à compter du"},
		than:         []string{"par rapport à", "par rapport au", "contre", "qu'en", "comparativement à", "même période de", "même période en"},
		planned:      []string{"doit", "doivent", "devrait", "devraient", "va", "vont", "prévoit", "prévoient", "compte", "pourrait", "pourraient", "est prévu", "est prévue", "s'apprête à", "souhaite", "entend", "envisage"},
		negated:      []string{"ne", "n'a", "n'ont", "n'est", "pas", "jamais", "sans", "aucun", "aucune", "refusé de"},
		hypothetical: []string{"si", "s'il", "à moins"},
		jubilee:      []string{"anniversaire", "anniversaires"},
		goals:        []string{"objectif", "cible", "quota", "contingent", "par an", "par année"},
		locative:     []string{"à", "au", "en", "aux", "dans", "vers", "visité", "visiter"},
		pronouns:     []string{"il", "elle", "ils", "elles", "ce", "cela", "cette", "ces", "cet", "son", "sa", "ses", "leur", "leurs", "on", "nous", "c'est", "celui-ci", "celle-ci", "y", "les deux"},
	}
	chineseCues = cues{
		openers:      []string{"，", "；", "并", "而", "但"},
		spans:        []string{"自从", "截至", "直到", "到", "至"},
		spansAfter:   []string{"以来", "以前", "之前", "前", "为止", "后", "之后", "以后"},
		than:         []string{"比", "较", "与", "相比"},
		planned:      []string{"将", "拟", "计划", "预计", "有望", "准备", "即将", "希望", "愿", "会在", "应", "可能"},
		negated:      []string{"未", "没有", "不", "从未", "尚未", "拒绝", "并非"},
		hypothetical: []string{"如果", "若", "假如", "一旦"},
		jubilee:      []string{"周年", "纪念"},
		goals:        []string{"目标", "配额", "力争", "每年"},
		locative:     []string{"在", "于", "赴", "抵", "抵达", "到", "访问", "访", "前往", "对", "飞抵", "至"},
		pronouns:     []string{"他", "她", "它", "此", "这", "该", "其", "双方", "两国", "我们", "他们", "您", "那"},
	}
)

// hasCue tells whether text holds one of the words.
func hasCue(l lang.Lang, text string, words []string) bool { return lastCue(l, text, words) >= 0 }

// lastCue returns the offset in text of the last of the words, -1 where there
// is none.
func lastCue(l lang.Lang, text string, words []string) int {
	best := -1
	for _, w := range words {
		if i := lastWord(l, text, w); i > best {
			best = i
		}
	}
	return best
}

func lastWord(l lang.Lang, text, word string) int {
	for end := len(text); end > 0; {
		i := lastFold(text[:end], word)
		if i < 0 || l == lang.ZH || bordered(text, i, i+len(word)) {
			return i
		}
		end = i + len(word) - 1
	}
	return -1
}

// lastFold is strings.LastIndex for a word in lower case, which has a capital
// only where it begins the text: "May" within a sentence is the month.
func lastFold(text, word string) int {
	i := strings.LastIndex(text, word)
	if i < 0 && text != "" && text[0]|0x20 == word[0] && strings.HasPrefix(text[1:], word[1:]) {
		return 0
	}
	return i
}

// bordered tells whether no letter touches text[start:end].
func bordered(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// tail returns up to n bytes of the sentence before the offset, cut at a rune.
func (s *sentence) tail(offset, n int) string {
	start := max(s.Start, offset-n)
	for start < offset && !utf8.RuneStart(s.text[start]) {
		start++
	}
	return s.text[start:offset]
}

// head returns up to n bytes of the sentence from the offset on.
func (s *sentence) head(offset, n int) string {
	end := min(s.End, offset+n)
	for end > offset && end < len(s.text) && !utf8.RuneStart(s.text[end]) {
		end--
	}
	return s.text[offset:end]
}

// dates tells whether a time expression can date an event: it has a date of a
// year or finer, and is no end of a span, no target, no part of a name such as
// "the 2005 agreement".
func (s *sentence) dates(e timex.Expr) bool {
	if e.Type != timex.Date && e.Type != timex.Time || e.Date.IsZero() {
		return false
	}
	if e.Date.OpenStart() || e.Date.OpenEnd() || e.Date.Last()-e.Date.First() > 366 {
		return false
	}
	c := cuesOf(s.lang)
	before := strings.TrimRight(s.tail(e.Start, 24), " ")
	for _, words := range [][]string{c.spans, c.than} {
		for _, w := range words {
			if endsWith(s.lang, before, w) {
				return false
			}
		}
	}
	if e.Date.Precision() > edtf.DayPrecision && endsWith(s.lang, before, "from") {
		return false // up from 2023
	}
	after := strings.TrimLeft(s.head(e.End, 16), " ")
	for _, w := range c.spansAfter {
		if strings.HasPrefix(after, w) {
			return false
		}
	}
	return !s.isLabel(e, before, after)
}

// isLabel tells whether a bare year is but a part of a name, as in "the 2005
// agreement" or "2024 Olympic Games".
func (s *sentence) isLabel(e timex.Expr, before, after string) bool {
	if s.lang != lang.EN || e.Date.Precision() != edtf.YearPrecision || e.Relative {
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsLetter(r) {
		return false
	}
	for _, w := range []string{"in", "during", "of", "year", "throughout", "early", "late", "mid"} {
		if endsWith(s.lang, before, w) {
			return false
		}
	}
	return before != ""
}

// endsWith tells whether text ends with the word, as a word of its own.
func endsWith(l lang.Lang, text, word string) bool {
	i := len(text) - len(word)
	if i < 0 || lastFold(text[i:], word) != 0 {
		return false
	}
	return l == lang.ZH || bordered(text, i, len(text))
}

// negated tells whether an act is said not to have happened, or only to happen
// under a condition.
func (s *sentence) negated(a lexicon.Said) bool {
	if a.Saying {
		return false
	}
	c := cuesOf(s.lang)
	near := s.tail(a.Start, 22)
	if s.lang == lang.ZH {
		near = s.tail(a.Start, 9)
	}
	if i := strings.LastIndexAny(near, ",;:"); i >= 0 {
		near = near[i+1:]
	}
	return hasCue(s.lang, near, c.negated) || s.lang != lang.ZH && hasCue(s.lang, s.tail(a.Start, 60), c.hypothetical)
}

// clauses returns where the clauses of the sentence begin.
func (s *sentence) clauses() []int {
	breaks := []int{s.Start}
	inside := false // a subordinate clause ends with its comma
	text := s.Of(s.text)
	c := cuesOf(s.lang)
	for i, r := range text {
		if r > unicode.MaxASCII && s.lang != lang.ZH && !unicode.IsPunct(r) {
			continue
		}
		at := s.Start + i
		switch r {
		case ';', '；', '，', '—':
			at += utf8.RuneLen(r)
		case ',', ' ':
			rest := strings.TrimLeft(text[i+1:], " ")
			if !opens(s.lang, rest, c.openers) && !(r == ',' && (inside || s.beginsClause(at))) && !s.goesOnWith(at+1, c.and) {
				continue
			}
			inside = opens(s.lang, rest, c.openers)
			at = s.Start + len(text) - len(rest)
		default:
			continue
		}
		if at > breaks[len(breaks)-1] && !s.inTime(at) {
			breaks = append(breaks, at)
		}
	}
	return breaks
}

// opens tells whether text begins with one of the words that open a clause.
func opens(l lang.Lang, text string, openers []string) bool {
	if l == lang.ZH {
		return false // a Chinese clause ends with its comma
	}
	for _, w := range openers {
		if strings.HasPrefix(text, w) && bordered(text, 0, len(w)) {
			return true
		}
	}
	return false
}

// beginsClause tells whether a name and a verb of saying follow the comma, as
// in ", Foreign Minister Wang Yi said".
func (s *sentence) beginsClause(comma int) bool {
	for _, a := range s.acts {
		if !a.Saying || a.Start < comma {
			continue
		}
		between := s.text[comma+1 : a.Start]
		return len(between) < 120 && !strings.Contains(between, ",") // at once, or after who says it
	}
	return false
}

// goesOnWith tells whether "and" and another verb follow at the offset, as in
// "arrived in May and handed his credentials to".
func (s *sentence) goesOnWith(at int, and string) bool {
	if and == "" || !strings.HasPrefix(s.text[at:s.End], and) {
		return false
	}
	for _, a := range s.acts {
		if !a.Noun && a.Start >= at+len(and) && a.Start <= at+len(and)+8 {
			return true
		}
	}
	return false
}

func (s *sentence) inTime(at int) bool {
	for _, t := range s.times {
		if t.Start < at && at < t.End {
			return true
		}
	}
	return false
}

// clause returns the clause that the offset stands in.
func (s *sentence) clause(offset int) source.Span {
	span := s.Span
	for _, b := range s.breaks {
		if b <= offset {
			span.Start = b
		} else {
			span.End = b
			break
		}
	}
	return span
}

// between counts the clause borders between two offsets.
func (s *sentence) between(a, b int) int {
	if a > b {
		a, b = b, a
	}
	n := 0
	for _, at := range s.breaks {
		if a < at && at <= b {
			n++
		}
	}
	return n
}
