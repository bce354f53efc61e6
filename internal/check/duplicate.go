package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"buildsite/internal/edtf"
)

// alike is the share of words that two titles have in common from which on they
// may tell of one event.
const alike = 0.6

// duplicates tells of events that two seeds may both tell: of one date, with
// titles of the same words, or of one kind among the same people and places.
func (p *pass) duplicates() {
	ofDate := make(map[edtf.Date][]written)
	for _, w := range p.written {
		for _, other := range ofDate[w.Date] {
			if !similar(w, other) {
				continue
			}
			first, second := other, w
			if first.doc.File.Name > second.doc.File.Name {
				first, second = second, first
			}
			p.tell(second.doc, second.doc.Meta.Title.Pos, "possible-duplicate",
				fmt.Sprintf("%s tells of the same date what may be the same event: %s", first.doc.File.Name, first.Title)).
				Hint = "make one seed of the two; if they are two events, let the titles say what sets them apart"
		}
		ofDate[w.Date] = append(ofDate[w.Date], w)
	}
}

// similar tells whether two events of one date may be the same. Two steps of
// one matter are of different kinds, or say so in their titles.
func similar(a, b written) bool {
	share := common(words(a.Title), words(b.Title))
	return a.Kind == b.Kind && share >= alike
}

// words are the words of a title, of Chinese its characters two by two, sorted
// and each once. Words of three letters and fewer tell little.
func words(title string) []string {
	var all []string
	var last rune
	for _, r := range title {
		if unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, r) {
			all = append(all, string([]rune{last, r}))
		}
		last = r
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.Is(unicode.Han, r) }) {
		if len(w) > 3 {
			all = append(all, w)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// common is the share of the words of two sorted lists that both have.
func common(a, b []string) float64 {
	both := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			both++
		}
	}
	if len(a)+len(b) == both {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
