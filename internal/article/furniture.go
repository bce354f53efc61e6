package article

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
	"buildsite/internal/seed"
)

// furnitureTable is documented at its head.
//
//go:embed data/furniture.yaml
var furnitureTable []byte

// furniture is the table with the words of all languages together: sites mix
// them, and no word of one means something else in another.
type furniture struct {
	section, line, within, credit, caption, photo []string
}

// marks is read once when the program starts; it never changes.
var marks = readFurniture()

// readFurniture reads the embedded table. That it is well formed is seen to by
// the tests, so a fault in it is a fault of the program.
func readFurniture() *furniture {
	var table map[string]map[string][]string
	if err := yaml.Unmarshal(furnitureTable, &table); err != nil {
		panic(fmt.Sprintf("article: furniture.yaml: %v", err))
	}
	all := func(what string) []string {
		var out []string
		for _, in := range lang.All {
			for _, word := range table[what][in.String()] {
				out = append(out, plain(word))
			}
		}
		slices.Sort(out)
		return out
	}
	return &furniture{all("section"), all("line"), all("within"), all("credit"), all("caption"), all("photo")}
}

// plain is a line as the table is compared with it: lower case, with one kind
// of apostrophe and of colon, and simplified Chinese characters.
func plain(s string) string {
	return plainer.Replace(lang.Simplified(strings.ToLower(s)))
}

var plainer = strings.NewReplacer("’", "'", "：", ":", "\u00a0", " ", "\u202f", " ")

// shortLine is the most letters that a headline or a line of furniture has.
const shortLine = 140

// longestLine is how many bytes of a block are looked at for such words; those
// that may be furniture as a whole are shorter.
const longestLine = 4 * shortLine

// assignRoles goes through the blocks once: first the head of the page (title,
// deck, credits), then the story with what stands between, then the rest.
func assignRoles(doc *seed.Document) []Part {
	r := roles{text: doc.Text, titled: doc.Meta.Title.Set()}
	parts := make([]Part, 0, len(doc.Blocks))
	for _, b := range doc.Blocks {
		for _, line := range lines(doc, b) {
			parts = append(parts, Part{Block: line, Role: r.of(line)})
		}
	}
	return parts
}

// lines cuts a block of plain text where its lines are paragraphs of their
// own, as in text copied from a page: each line then stands for itself, unless
// they are so even in length that somebody wrapped them.
func lines(doc *seed.Document, b seed.Block) []seed.Block {
	text := b.Span.Of(doc.Text)
	if b.Kind != seed.Paragraph || !strings.Contains(text, "\n") || wrapped(text) {
		return []seed.Block{b}
	}
	var out []seed.Block
	start := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		span := trimmed(text, start, start+len(line))
		start += len(line)
		if span.Len() > 0 {
			part := b
			part.Span.Start, part.Span.End = b.Span.Start+span.Start, b.Span.Start+span.End
			out = append(out, part)
		}
	}
	return out
}

// wrapped tells whether a paragraph was broken into lines at a margin: all but
// the last are of about one length, and some end amid a sentence. Lines of a
// few words are those of a page's head.
func wrapped(text string) bool {
	longest, shortest, broken := 0, 1<<30, 0
	all := strings.Split(text, "\n")
	for _, l := range all[:len(all)-1] {
		l = strings.TrimSpace(l)
		n := utf8.RuneCountInString(l)
		longest, shortest = max(longest, n), min(shortest, n)
		if last, _ := utf8.DecodeLastRuneInString(l); unicode.IsLetter(last) || last == ',' || last == '，' {
			broken++
		}
	}
	last := utf8.RuneCountInString(strings.TrimSpace(all[len(all)-1]))
	return broken > 0 && longest >= 30 && longest <= 100 && last <= longest+10 && longest-shortest <= max(16, longest/3)
}

// roles is the state while going through the blocks.
type roles struct {
	text    string
	titled  bool // a title was seen, or stands in the front matter
	decked  bool
	story   bool // a paragraph of the story was seen
	section bool // inside a list of other stories
}

func (r *roles) of(b seed.Block) Role {
	text := strings.TrimSpace(b.Span.Of(r.text))
	line := plain(text[:min(len(text), longestLine)])
	n := utf8.RuneCountInString(text)
	switch {
	case sectionHead(line, n):
		r.section = r.section || opensList(line)
		return Boilerplate
	case r.section && !(b.Kind == seed.Paragraph && isProse(text, n)):
		return Boilerplate
	case n <= shortLine && (hasPrefix(line, marks.line) || contains(line, marks.within)) && !isProse(text, n):
		return Boilerplate
	}
	r.section = false
	switch {
	case b.Kind == seed.Heading && !r.titled && b.Level == 1:
		r.titled = true
		return Title
	case n <= shortLine && !r.story && isCredit(line, text):
		return Credit
	case n <= shortLine && contains(line, marks.photo) && !isProse(text, n):
		return Boilerplate
	case hasPrefix(line, marks.caption):
		return Caption
	case !r.titled && !r.story && n <= shortLine && !endsLikeProse(text):
		r.titled = true
		return Title
	case b.Kind == seed.Heading:
		return Boilerplate // a crosshead tells nothing that happened
	case r.titled && !r.decked && !r.story && n <= 2*shortLine && !endsLikeProse(text):
		r.decked = true
		return Deck
	}
	r.story = true
	return Body
}

// sectionHead tells whether a line begins with words that head a list of other
// stories, and is no sentence that merely begins so.
func sectionHead(line string, n int) bool {
	line = strings.TrimLeft(line, "-–—*•·▶►>【[ ")
	mark := prefixOf(line, marks.section)
	if mark == "" {
		return false
	}
	rest := strings.TrimLeft(line[len(mark):], " ")
	return rest == "" || strings.ContainsAny(rest[:1], ":|]>-(") || strings.HasPrefix(rest, "】") || strings.HasPrefix(rest, "›") ||
		n <= len(mark)+12 && !endsLikeProse(line)
}

// opensList tells whether a section head stands alone, so that the list is
// what follows.
func opensList(line string) bool {
	_, rest, ok := strings.Cut(line, ":")
	return !ok || strings.TrimSpace(rest) == ""
}

// isCredit tells whether a line before the story says who wrote it, or when.
func isCredit(line, text string) bool {
	if hasPrefix(line, marks.credit) && !endsLikeProse(text) {
		return true
	}
	return isStamp(line)
}

// isProse tells whether a block goes on with the story: it ends as a sentence
// does and is longer than a headline.
func isProse(text string, n int) bool {
	least := 90
	if first, _ := utf8.DecodeRuneInString(text); unicode.Is(unicode.Han, first) {
		least = 35
	}
	return n >= least && endsLikeProse(text)
}

func endsLikeProse(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	return endsSentence(last, text[:len(text)-size])
}

func hasPrefix(line string, prefixes []string) bool { return prefixOf(line, prefixes) != "" }

// prefixOf returns the longest of the sorted prefixes that line begins with as
// whole words.
func prefixOf(line string, prefixes []string) string {
	for i := len(prefixes) - 1; i >= 0; i-- {
		if p := prefixes[i]; strings.HasPrefix(line, p) && wordEnds(p, line[len(p):]) {
			return p
		}
	}
	return ""
}

// wordEnds tells whether a word ends between before and after.
func wordEnds(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return after == "" || last >= 0x2E80 || !unicode.IsLetter(last) || !unicode.IsLetter(next)
}

func contains(line string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(line, w) })
}
