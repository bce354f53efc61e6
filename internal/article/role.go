package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// shortLine is the most letters that a headline or a line of furniture has.
const shortLine = 140

// longestLine is how many bytes of a block are looked at for words of
// furniture.
const longestLine = 4 * shortLine

// line is a block of a page, or a line of one where lines stand for themselves.
type line struct {
	seed.Block
	text  string
	plain string // of its first bytes, to compare with the tables
	n     int    // of characters
	han   bool   // it begins in Chinese
	ends  bool   // it ends as a sentence does
	role  Role   // by its words alone, 0 if they do not say it

	// What takes long to find out and is asked several times, each with whether
	// it was asked.
	credit, asked bool
	dateline      int // bytes at its head
	read          bool
}

// isCredit tells whether a line says who wrote the page, or when.
func (l *line) isCredit() bool {
	if !l.asked {
		l.credit, l.asked = isCredit(l), true
	}
	return l.credit
}

// head returns how many bytes of a dateline the line begins with.
func (l *line) head() int {
	if !l.read {
		l.dateline, l.read = readDateline(l.text).length, true
	}
	return l.dateline
}

func newLine(doc *seed.Document, b seed.Block) line {
	l := line{Block: b, text: strings.TrimSpace(b.Span.Of(doc.Text))}
	head := l.text
	if len(head) > longestLine {
		head = strings.ToValidUTF8(head[:longestLine], "")
	}
	l.plain = plain(head)
	l.n = utf8.RuneCountInString(l.text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "“\"「『《（("))
	l.han = isHan(first)
	l.ends = endsLikeProse(l.text)
	l.role = marks().tell(&l)
	return l
}

// prose tells whether a line goes on with the story: it ends as a sentence does
// and is longer than a headline.
func (l *line) prose() bool {
	least := 90
	if l.han {
		least = 35
	}
	return l.ends && l.n >= least
}

// titleLike tells whether a line can be a headline.
func (l *line) titleLike() bool {
	if l.n > shortLine || l.Kind == seed.Item {
		return false
	}
	last, size := utf8.DecodeLastRuneInString(strings.TrimRight(l.text, "”’\"»）) "))
	return !l.ends || last == '?' || last == '？' || last == '!' || last == '！' || last == '…' ||
		last == '.' && size == 1 && strings.HasSuffix(l.text, "...")
}

// assignRoles goes through the page: first its head (title, deck, credits),
// then the story with what stands between, then what repeats it and what
// follows.
func assignRoles(doc *seed.Document) []Part {
	all := make([]line, 0, len(doc.Blocks))
	for _, b := range doc.Blocks {
		for _, one := range lines(doc, b) {
			all = append(all, newLine(doc, one))
		}
	}
	p := page{lines: all, title: doc.Meta.Title.Value, titled: doc.Meta.Title.Set()}
	p.findTitle()
	for i := range p.lines {
		p.lines[i].role = p.of(i)
	}
	p.captions()
	p.repeats()
	p.tail()
	parts := make([]Part, len(all))
	for i := range all {
		parts[i] = Part{Block: all[i].Block, Role: all[i].role}
	}
	return parts
}

// lines cuts a block of plain text where its lines are paragraphs of their
// own, as in text copied from a page: each line then stands for itself, unless
// they are so even in length that somebody wrapped them.
func lines(doc *seed.Document, b seed.Block) []seed.Block {
	text := b.Span.Of(doc.Text)
	if b.Kind != seed.Paragraph && b.Kind != seed.Item || !strings.Contains(text, "\n") || wrapped(text) {
		return []seed.Block{b}
	}
	var out []seed.Block
	start := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		span := trimmed(text, start, start+len(line))
		start += len(line)
		if span.Len() > 0 {
			part := b
			if len(out) > 0 {
				part.Kind, part.Level = seed.Paragraph, 0
			}
			part.Span = source.Span{Start: b.Span.Start + span.Start, End: b.Span.Start + span.End}
			out = append(out, part)
		}
	}
	return out
}

// wrapped tells whether a paragraph was broken into lines at a margin: all but
// the last are of about one length, and some end amid a sentence that the next
// goes on with in lower case. Lines of a few words are those of a page's head,
// and so is a line that says when it was published.
func wrapped(text string) bool {
	longest, shortest, broken := 0, 1<<30, 0
	all := strings.Split(text, "\n")
	for i, l := range all[:len(all)-1] {
		l = strings.TrimSpace(l)
		n := utf8.RuneCountInString(l)
		longest, shortest = max(longest, n), min(shortest, n)
		last, _ := utf8.DecodeLastRuneInString(l)
		next, _ := utf8.DecodeRuneInString(strings.TrimSpace(all[i+1]))
		if (unicode.IsLetter(last) || last == ',' || last == '，') && !unicode.IsUpper(next) {
			broken++
		}
	}
	end := strings.TrimSpace(all[len(all)-1])
	last := utf8.RuneCountInString(end)
	return broken > 0 && !isStamp(plain(end), false) && longest >= 30 && longest <= 100 && last <= longest+10 && longest-shortest <= max(16, longest/3)
}

// page is the state while going through the lines of a page.
type page struct {
	lines   []line
	title   string // of the front matter
	titled  bool   // a title was seen, or stands in the front matter
	head    int    // index of the line that is the title, -1 if there is none
	decked  bool
	story   int  // paragraphs of the story so far
	section bool // inside a list of other stories
	over    bool // what follows is no part of the story
}

// findTitle looks for the headline: the front matter's where the page repeats
// it, else a heading of the first level, else the first line of the page that
// reads like one and is not just the name of a section.
func (p *page) findTitle() {
	p.head = -1
	var maybe []int
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case p.titled:
			if sameWords(l.text, p.title) {
				p.head = i
				return
			}
			if i >= 8 {
				return
			}
			continue
		case l.Kind == seed.Heading && l.Level == 1 && l.role == 0:
			p.head = i
			return
		case l.role != 0:
			continue
		case l.isCredit(), !l.titleLike(), l.head() > 0:
			if len(maybe) > 0 || l.prose() {
				p.head = p.pick(maybe)
				return
			}
			continue
		}
		maybe = append(maybe, i)
	}
	p.head = p.pick(maybe)
}

// pick chooses the headline among the lines at the head of a page: the first,
// unless it is a word or two before a longer one.
func (p *page) pick(maybe []int) int {
	for k, i := range maybe {
		l := &p.lines[i]
		short := len(strings.Fields(l.text)) < 2
		if l.han {
			short = l.n <= 4
		}
		if !short && !isKicker(l) || k+1 == len(maybe) {
			return i
		}
	}
	return -1
}

// isKicker tells whether a line is two or three names of sections: "World China".
func isKicker(l *line) bool {
	words := strings.Fields(l.plain)
	return len(words) <= 3 && !slices.ContainsFunc(words, func(w string) bool { return !marks().whole.has(w) })
}

// sameWords tells whether two headlines are the same but for case and marks.
func sameWords(a, b string) bool { return a != "" && bareWords(a) == bareWords(b) }

// bareWords is s without case, space and marks.
func bareWords(s string) string {
	bare := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
				bare = append(bare, c)
			case c >= 'A' && c <= 'Z':
				bare = append(bare, c|0x20)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			bare = utf8.AppendRune(bare, unicode.ToLower(r))
		}
	}
	return string(bare)
}

// of tells what a line is where it stands.
func (p *page) of(i int) Role {
	l := &p.lines[i]
	if i == p.head {
		p.titled = true
		return Title
	}
	bare := strings.TrimLeft(l.plain, lead)
	switch {
	case p.over:
		return Boilerplate
	case p.aboutCompany(i, bare):
		p.over = true
		return Boilerplate
	case l.role == Boilerplate && marks().isSection(l, bare):
		p.section = p.section || p.story > 0 && opensList(bare)
		p.over = p.ending(i, bare)
		return Boilerplate
	case p.section && !p.resumes(i):
		return Boilerplate
	}
	p.section = false
	switch {
	case l.role != 0 && !(l.role == Boilerplate && l.isCredit() && p.story == 0):
		return l.role
	case l.isCredit() && (p.story < 3 || l.n <= 100):
		return Credit
	case p.head > i && p.story == 0 && !l.prose():
		return Boilerplate // the name of a section above the headline
	case l.Kind == seed.Heading:
		return Crosshead
	case p.titled && p.story == 0 && l.n <= 2*shortLine && !l.ends && l.Kind == seed.Paragraph && !opensStory(l):
		return p.deckOrName(l)
	case l.Kind == seed.Quote:
		p.story++
		return Quote
	case p.story > 0 && p.isCrosshead(i):
		return Crosshead
	}
	p.story++
	return Body
}

// opensStory tells whether a line begins with a dateline and goes on.
func opensStory(l *line) bool { return l.head() > 0 && l.head() < len(l.text) }

// deckOrName tells a line between the headline and the story: who wrote it, or
// what it is about.
func (p *page) deckOrName(l *line) Role {
	short := len(strings.Fields(l.text)) < 4
	if l.han {
		short = l.n < 8
	}
	switch {
	case !l.han && isPersonal(l.text), l.head() > 0:
		return Credit
	case p.decked || short:
		return Crosshead
	}
	p.decked = true
	return Deck
}

// isPersonal tells whether a line is nothing but a few names: "Jane Example",
// "Jane Example, Ottawa".
func isPersonal(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' || r == '·' || r == '/' })
	if len(words) < 2 || len(words) > 6 || strings.ContainsAny(s, "0123456789:?!“\"'’") {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !slices.Contains([]string{"de", "and", "et", "the", "in", "à", "with"}, w) {
			return false
		}
	}
	return true
}

// isCrosshead tells whether a line amid the story is a heading, or a link to
// another story: short, and no sentence.
func (p *page) isCrosshead(i int) bool {
	l := &p.lines[i]
	most := 100
	if l.han {
		most = 36
	}
	last, _ := utf8.DecodeLastRuneInString(l.text)
	return l.Kind == seed.Paragraph && !l.ends && l.n <= most && !strings.ContainsRune(",;:，；：、—–-", last)
}

// resumes tells whether the story goes on with line i, inside a list of other
// stories: a full paragraph, but not one of several that each stand below a
// headline.
func (p *page) resumes(i int) bool {
	l := &p.lines[i]
	if l.Kind != seed.Paragraph || !l.prose() || l.role == Boilerplate {
		return false
	}
	prose := 1
	before := true
	for k := i + 1; k < len(p.lines); k++ {
		n := &p.lines[k]
		if n.role == Boilerplate && marks().isSection(n, strings.TrimLeft(n.plain, lead)) {
			break
		}
		switch {
		case n.role != 0 && n.role != Caption, isBio(n):
		case n.prose():
			if before {
				return true // two paragraphs on end
			}
			prose++
			before = true
		default:
			before = false
		}
	}
	return prose < 2
}

// ending tells whether a section ends the page for good: readers' comments and
// their like, behind the greater part of it.
func (p *page) ending(i int, bare string) bool {
	return marks().end.begins(bare) != "" && opensList(bare) && p.late(i)
}

// aboutCompany tells whether a line heads what a company says of itself below
// its news: "About Example Mining".
func (p *page) aboutCompany(i int, bare string) bool {
	l := &p.lines[i]
	word := marks().company.begins(bare)
	if word == "" || l.ends || l.n > shortLine/2 || !p.late(i) {
		return false
	}
	text := strings.TrimLeft(l.text, lead)
	name, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[min(len(word), len(text)):], " '’"))
	return !unicode.IsLower(name) && !unicode.IsDigit(name)
}

// late tells whether the greater part of the page stands above a line.
func (p *page) late(i int) bool {
	if p.story < 2 {
		return false
	}
	passed := p.lines[i].Span.Start - p.lines[0].Span.Start
	left := p.lines[len(p.lines)-1].Span.End - p.lines[i].Span.Start
	return left <= passed
}

// captions finds those that have their credit on the next line, and stand below
// the byline, where no deck is.
func (p *page) captions() {
	signed := false
	for i := range p.lines {
		l := &p.lines[i]
		signed = signed || l.role == Credit
		if signed && l.role == Deck && i+1 < len(p.lines) && p.lines[i+1].role == Caption && p.lines[i+1].n <= shortLine/2 {
			l.role = Caption
		}
	}
}

// tail goes back from the end of the page over what stands below the story: who
// the author is, who helped, whose views these are.
func (p *page) tail() {
	for i := len(p.lines) - 1; i > 0; i-- {
		switch l := &p.lines[i]; {
		case l.role != Body && l.role != Deck && l.role != Quote && l.role != Title:
			if l.role == Crosshead {
				l.role = Boilerplate // it heads nothing
			}
		case l.role == Body && isBio(l):
			l.role = Boilerplate
		default:
			return
		}
	}
}

// isBio tells whether a paragraph is about the author.
func isBio(l *line) bool { return l.n <= longAsk && marks().bio.in(l.plain[:min(len(l.plain), 90)]) }

// mostLines is how many paragraphs a story has at most that is looked through
// for what it says twice, which takes their square of steps.
const mostLines = 400

// repeats marks the sentences of the story that are set apart a second time,
// with the line that says whose words they are.
func (p *page) repeats() {
	var bodies []string
	var at []int
	for i := range p.lines {
		if r := p.lines[i].role; r == Body || r == Deck || r == Crosshead || r == Quote {
			bodies, at = append(bodies, ""), append(at, i)
		}
	}
	if len(at) > mostLines {
		return
	}
	bare := func(k int) string {
		if bodies[k] == "" {
			bodies[k] = bareWords(p.lines[at[k]].text)
		}
		return bodies[k]
	}
	for k, i := range at {
		l := &p.lines[i]
		if l.n > 2*shortLine || !p.couldRepeat(l) {
			continue
		}
		for other, j := range at {
			if other == k || p.lines[j].role == PullQuote || p.lines[j].role == Deck || len(bare(other)) < len(bare(k)) {
				continue
			}
			if len(bare(other)) == len(bare(k)) && (l.n < p.lines[j].n || l.n == p.lines[j].n && j > i) {
				continue // of two that say the same, the one in quotation marks, or the later, is set apart
			}
			if strings.Contains(bare(other), bare(k)) {
				p.pull(i)
				break
			}
		}
	}
}

// couldRepeat tells whether a line is long enough to be a sentence that was
// said twice on purpose.
func (p *page) couldRepeat(l *line) bool {
	least := 30
	if l.han {
		least = 12
	}
	return l.role != Deck && l.Kind != seed.Item && l.n >= least
}

// pull makes line i a pull quote, and the line below it that names the speaker.
func (p *page) pull(i int) {
	p.lines[i].role = PullQuote
	if i+1 == len(p.lines) {
		return
	}
	next := &p.lines[i+1]
	dashed := strings.HasPrefix(next.text, "—") || strings.HasPrefix(next.text, "–") || strings.HasPrefix(next.text, "-")
	if (next.role == Crosshead || next.role == Body || next.role == Boilerplate) && next.n <= shortLine && !next.ends && (dashed || isPersonal(next.text)) {
		next.role = PullQuote
	}
}

// isCredit tells whether a line says who wrote the page, or when.
func isCredit(l *line) bool {
	if l.n > 220 {
		return false
	}
	bare := strings.TrimLeft(l.plain, lead)
	if !l.ends && l.n <= shortLine {
		if word := marks().credit.begins(bare); word != "" && !hasNumber(bare[len(word):], word) {
			return true
		}
		if word := marks().agency.begins(bare); word != "" && partsOff(bare[len(word):]) {
			return true
		}
	}
	return (!l.ends || knownStamps().leads(bare)) && (isStamp(l.plain, l.ends) || isVagueStamp(bare))
}

// hasNumber tells whether a number follows "by", as in "By 2030".
func hasNumber(rest, word string) bool {
	rest = strings.TrimLeft(rest, " ")
	return word == "by" && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// partsOff tells whether what follows an agency's name is parted from it.
func partsOff(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	first, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || strings.ContainsRune("|,/·•-–—)）", first) || unicode.IsDigit(first)
}

// endsLikeProse tells whether text ends as a sentence does, what wire copy puts
// behind its last one aside: "(Xinhua)", （完）, "Enditem", ■, [1].
func endsLikeProse(text string) bool {
	text = strings.TrimRight(text, "■□◆●▲ \u00a0\u3000")
	for _, word := range [...]string{"Enditem", "Endit", "Fin", "END", "-30-"} {
		if bare, ok := strings.CutSuffix(text, word); ok && strings.HasSuffix(bare, " ") {
			text = strings.TrimSpace(bare)
		}
	}
	if endsAt(text) {
		return !strings.HasSuffix(text, "…") || utf8.RuneCountInString(text) > shortLine
	}
	for _, pair := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}} {
		bare, ok := strings.CutSuffix(text, pair[1])
		if i := strings.LastIndex(bare, pair[0]); ok && i > 0 && len(bare)-i <= 60 {
			return endsAt(bare[:i])
		}
	}
	return false
}

// endsAt tells whether a sentence ends at the end of text, be there space before
// its closing quotation mark.
func endsAt(text string) bool {
	text = strings.TrimRight(text, "»”’\" \u00a0\u202f\u3000")
	last, size := utf8.DecodeLastRuneInString(text)
	return size > 0 && endsSentence(last, text[:len(text)-size])
}
