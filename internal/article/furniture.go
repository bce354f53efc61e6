package article

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
)

// furnitureTable is documented at its head.
//
//go:embed data/furniture.yaml
var furnitureTable []byte

// furniture is the table with the words of all languages together: sites mix
// them, and no word of one means something else in another.
type furniture struct {
	section, end, company, line, ask, whole, agency, credit, caption words
	within, prose, bio, photo                                        *finder
}

// words is a list of them in plain form, sorted.
type words []string

// marks reads the embedded table once. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
var marks = sync.OnceValue(func() *furniture {
	var table map[string]map[string][]string
	if err := yaml.Unmarshal(furnitureTable, &table); err != nil {
		panic(fmt.Sprintf("article: furniture.yaml: %v", err))
	}
	all := func(what string) words {
		var out words
		for _, in := range lang.All {
			out = append(out, plainAll(table[what][in.String()])...)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return &furniture{
		section: all("section"), end: all("end"), company: all("company"), line: all("line"), ask: all("ask"), whole: all("whole"),
		agency: all("agency"), credit: all("credit"), caption: all("caption"),
		within: newFinder(all("within")), prose: newFinder(all("prose")), bio: newFinder(all("bio")), photo: newFinder(all("photo")),
	}
})

// plain is a line as the table is compared with it: lower case, with one kind
// of apostrophe, of colon and of space, and simplified Chinese characters.
func plain(s string) string {
	return strings.Map(plainRune, s)
}

// plainRune is plain for one character: each stands for itself, so that one
// pass does.
func plainRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case r == '’':
		return '\''
	case r == '：':
		return ':'
	case r == '\u00a0', r == '\u202f', r == '\u3000':
		return ' '
	case r >= firstHan:
		if s := lang.SimplifiedRune(r); s != r {
			return s
		}
	}
	return unicode.ToLower(r)
}

// begins returns the longest of the words that line begins with as whole words,
// "" if there is none.
func (w words) begins(line string) string {
	// Whatever line begins with stands before it in the order, and begins with
	// the same character.
	i, found := slices.BinarySearch(w, line)
	if found {
		return w[i]
	}
	for i--; i >= 0 && w[i][0] == line[0]; i-- {
		if p := w[i]; strings.HasPrefix(line, p) && wordEnds(p, line[len(p):]) {
			return p
		}
	}
	return ""
}

// has tells whether line is one of the words.
func (w words) has(line string) bool {
	_, found := slices.BinarySearch(w, line)
	return found
}

// wordEnds tells whether a word ends between before and after.
func wordEnds(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return after == "" || last >= 0x2E80 || next >= 0x2E80 || !unicode.IsLetter(last) || !unicode.IsLetter(next)
}

// lead are the marks that may stand before the words of a line of furniture.
const lead = "-–—―*•·▶►▸>›»【[（( \u3000■◆●★|▼▲"

// tell says what a line is by its words alone, 0 if they do not say it.
func (f *furniture) tell(l *line) Role {
	bare := strings.TrimLeft(l.plain, lead)
	switch {
	case bare == "":
		return Boilerplate
	case f.isSection(l, bare), f.whole.has(trimLine(bare)), isTrail(l.plain):
		return Boilerplate
	case f.ask.begins(bare) != "", l.n <= longAsk && f.prose.in(l.plain):
		return Boilerplate
	case f.caption.begins(bare) != "", isPhotoLine(l, f):
		return Caption
	case l.prose():
		return 0
	case l.n <= shortLine && f.line.begins(bare) != "" && !l.ends, l.n <= shortLine && f.within.in(l.plain):
		return Boilerplate
	case isCounter(bare):
		return Boilerplate
	}
	return 0
}

// longAsk is the most letters of a plea or a notice that is a paragraph.
const longAsk = 420

// trimLine takes off what may stand behind the words of a line of furniture:
// counts, marks, closing brackets.
func trimLine(s string) string {
	return strings.TrimRight(s, " 0123456789.:|>›»】]）)+…·-–—▼▾")
}

// isSection tells whether a line begins with words that head a list of other
// stories, and is no sentence that merely begins so.
func (f *furniture) isSection(l *line, bare string) bool {
	mark := f.section.begins(bare)
	if mark == "" {
		return false
	}
	rest := strings.TrimLeft(bare[len(mark):], " ")
	return rest == "" || strings.ContainsAny(rest[:1], ":|]>-(") || strings.HasPrefix(rest, "】") || strings.HasPrefix(rest, "›") ||
		strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "»") ||
		l.n <= utf8.RuneCountInString(mark)+12 && !l.ends
}

// opensList tells whether a section head stands alone, so that the list is
// what follows.
func opensList(line string) bool {
	if i := strings.IndexAny(line, ":|"); i >= 0 {
		return strings.TrimSpace(line[i+1:]) == ""
	}
	return true
}

// isTrail tells whether a line is a way through a site: "Home > News > World".
func isTrail(line string) bool {
	if len(line) > 120 {
		return false
	}
	if !strings.ContainsAny(line, ">›»/|") {
		return false
	}
	for _, sign := range [...]string{" > ", " › ", " » ", ">>", ">", " / ", " | "} {
		parts := strings.Split(line, sign)
		most := 3 // words a part
		switch {
		case len(parts) < 2, len(parts) == 2 && sign == " | ":
			continue
		case len(parts) == 2 && sign == " / ":
			most = 1
		}
		if !slices.ContainsFunc(parts, func(p string) bool {
			p = strings.TrimSpace(p)
			return p == "" || len(strings.Fields(p)) > most || utf8.RuneCountInString(p) > 24 || strings.ContainsAny(p, "0123456789:")
		}) {
			return true
		}
	}
	return false
}

// isCounter tells whether a line has no word: "12", "0:00 / 3:21".
func isCounter(line string) bool {
	return !strings.ContainsFunc(line, unicode.IsLetter)
}

// photoWords end a picture's caption: "(Jane Example/The Canadian Press)",
// "[Photo/Xinhua]", 新华社记者某某摄.
func isPhotoLine(l *line, f *furniture) bool {
	text := strings.TrimRight(l.plain, " .。")
	if strings.HasSuffix(text, "摄") || strings.HasSuffix(text, "攝") || strings.HasSuffix(text, "摄）") || strings.HasSuffix(text, "摄)") || strings.HasSuffix(text, "供图") || strings.HasSuffix(text, "供图）") {
		return true
	}
	if !l.ends && l.n <= shortLine && f.photo.in(l.plain) {
		return true
	}
	if l.n > 3*shortLine {
		return false
	}
	if tail := behindSentence(text); len(tail) > 3 && f.isPhotoCredit(tail) {
		return true
	}
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}} {
		bare, ok := strings.CutSuffix(text, pair[1])
		if !ok {
			continue
		}
		i := strings.LastIndex(bare, pair[0])
		if i >= 0 && len(bare)-i <= 80 && f.isPhotoCredit(bare[i+len(pair[0]):]) {
			return true
		}
	}
	return false
}

// isPhotoCredit tells whether words are those of a picture's credit: they name
// its agency, or a photographer and an agency with a stroke between.
func (f *furniture) isPhotoCredit(s string) bool {
	return f.photo.in(" "+s) || strings.Contains(s, "/") && !strings.ContainsAny(s, "0123456789")
}

// longestCredit is how many bytes a picture's credit behind a sentence has.
const longestCredit = 70

// behindSentence returns what stands behind the last full stop amid a line, ""
// if there is none or that is too long for a credit.
func behindSentence(s string) string {
	s = s[max(0, len(s)-longestCredit-len("。")):]
	at, size := strings.LastIndex(s, ". "), 2
	if i := strings.LastIndex(s, "。"); i > at {
		at, size = i, len("。")
	}
	if at < 0 || len(s)-at-size > longestCredit {
		return ""
	}
	return s[at+size:]
}
