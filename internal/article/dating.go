package article

import (
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/seed"
	"buildsite/internal/source"
	"buildsite/internal/timex"
)

// tolerance is how many days two witnesses may be apart: a story is written on
// one day, put on the page on the next and read across the date line.
const tolerance = 2

// witness is what one place says about the day of publication.
type witness struct {
	basis Basis
	date  edtf.Date
	span  source.Span // in the document's text, empty for what is outside it
	words string
}

// date believes the highest witness and names the ones that contradict it.
func (a *Article) date(doc *seed.Document, datelines []int) {
	all := a.witnesses(doc, datelines)
	a.Published = Dating{Basis: NoBasis}
	if len(all) == 0 {
		return
	}
	first := all[0]
	a.Published = Dating{Date: first.date, Basis: first.basis, Evidence: []string{first.words}}
	for _, w := range all[1:] {
		switch {
		case apart(w.date, first.date):
			a.Conflicts = append(a.Conflicts, Conflict{Dating{w.date, w.basis, []string{w.words}}, w.span})
		case w.words != first.words:
			a.Published.Evidence = append(a.Published.Evidence, w.words)
		}
	}
}

// apart tells whether two dates differ by more than the tolerance.
func apart(a, b edtf.Date) bool {
	return a.First() > b.Last()+tolerance || b.First() > a.Last()+tolerance
}

// witnesses lists who tells the day, the most trusted first.
func (a *Article) witnesses(doc *seed.Document, datelines []int) []witness {
	var out []witness
	if m := doc.Meta.Date; !m.Value.IsZero() {
		out = append(out, witness{basis: FrontMatter, date: m.Value, words: matterWords(doc)})
	}
	if d, words := dateInName(doc.File.Name); !d.IsZero() {
		out = append(out, witness{basis: FileName, date: d, words: words})
	}
	for i, p := range a.Parts {
		if datelines[i] == 0 {
			continue
		}
		span := source.Span{Start: p.Span.Start, End: p.Span.Start + datelines[i]}
		if d := a.dayIn(doc, span); !d.IsZero() {
			out = append(out, witness{Dateline, d, span, oneLine(span.Of(doc.Text))})
		}
	}
	return append(out, a.stamps(doc)...)
}

// stamps lists the lines that say when the page was published, before those
// that say when it was changed.
func (a *Article) stamps(doc *seed.Document) []witness {
	var published, updated []witness
	for _, p := range a.Parts {
		line := plain(p.Span.Of(doc.Text))
		if p.Role != Credit && !(p.Role == Boilerplate && isStamp(line)) {
			continue
		}
		d := a.dayIn(doc, p.Span)
		if d.IsZero() {
			continue
		}
		w := witness{Byline, d, p.Span, oneLine(p.Span.Of(doc.Text))}
		if isUpdate(line) {
			updated = append(updated, w)
		} else {
			published = append(published, w)
		}
	}
	return append(published, updated...)
}

func isUpdate(line string) bool {
	for _, word := range []string{"updated", "mis à jour", "mise à jour", "modifié", "更新"} {
		if strings.Contains(line, word) {
			return !strings.Contains(line, "publi")
		}
	}
	return false
}

// dayIn returns the day that a dateline or stamp tells. One without a year
// takes it from what else says the year, or tells nothing.
func (a *Article) dayIn(doc *seed.Document, span source.Span) edtf.Date {
	text := span.Of(doc.Text)
	for e := range timex.Find(text, timex.Anchor{Lang: doc.Lang}) {
		if e.Type != timex.Date && e.Type != timex.Time {
			continue
		}
		if !e.Date.IsZero() && e.Date.First() == e.Date.Last() {
			return edtf.FromDay(e.Date.First())
		}
		if d := a.withYear(doc, e.Value); !d.IsZero() {
			return d
		}
	}
	return edtf.Date{}
}

// withYear completes a TIMEX3 value such as "XXXX-11-12".
func (a *Article) withYear(doc *seed.Document, value string) edtf.Date {
	rest, ok := strings.CutPrefix(value, "XXXX-")
	if !ok || len(rest) < 5 || rest[2] != '-' {
		return edtf.Date{}
	}
	month, err1 := strconv.Atoi(rest[:2])
	day, err2 := strconv.Atoi(rest[3:5])
	year := a.yearElsewhere(doc)
	if err1 != nil || err2 != nil || year == 0 {
		return edtf.Date{}
	}
	d, ok := edtf.NewDay(year, month, day)
	if !ok {
		return edtf.Date{}
	}
	return edtf.FromDay(d)
}

// yearElsewhere looks for the year that a yearless dateline leaves out: in the
// article's address, in the file's name, in a line of copyright.
func (a *Article) yearElsewhere(doc *seed.Document) int {
	if d := doc.Meta.Date.Value; !d.IsZero() {
		return d.Year()
	}
	if y := yearIn(doc.Meta.URL.Value); y != 0 {
		return y
	}
	if y := yearIn(path.Base(doc.File.Name)); y != 0 {
		return y
	}
	for _, p := range a.Parts {
		if p.Role != Boilerplate && p.Role != Credit {
			continue
		}
		if line := plain(p.Span.Of(doc.Text)); strings.Contains(line, "©") || strings.HasPrefix(line, "copyright") || p.Role == Credit {
			if y := yearIn(line); y != 0 {
				return y
			}
		}
	}
	return 0
}

// yearIn returns the first number from 1900 to 2099 in s that stands alone or
// leads a date such as 20251112 or 202511.
func yearIn(s string) int {
	for start, end := range digits(s) {
		run := s[start:end]
		if n := len(run); n != 4 && n != 6 && n != 8 {
			continue
		}
		if run[:2] == "19" || run[:2] == "20" {
			y, _ := strconv.Atoi(run[:4])
			return y
		}
	}
	return 0
}

// digits yields the start and end of each run of digits.
func digits(s string) func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		for i := 0; i < len(s); i++ {
			start := i
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			if i > start && !yield(start, i) {
				return
			}
		}
	}
}

// dateInName finds a day in a file's name: 2025-11-12, 2025_11_12, 20251112.
func dateInName(name string) (edtf.Date, string) {
	base := path.Base(name)
	var runs []string
	starts := make([]int, 0, 4)
	ends := make([]int, 0, 4)
	for start, end := range digits(base) {
		runs, starts, ends = append(runs, base[start:end]), append(starts, start), append(ends, end)
	}
	for i, run := range runs {
		if len(run) == 8 {
			if d := day(run[:4], run[4:6], run[6:]); !d.IsZero() {
				return d, run
			}
		}
		if len(run) == 4 && i+2 < len(runs) && len(runs[i+1]) <= 2 && len(runs[i+2]) <= 2 && ends[i]+1 == starts[i+1] && ends[i+1]+1 == starts[i+2] {
			if d := day(run, runs[i+1], runs[i+2]); !d.IsZero() {
				return d, base[starts[i]:ends[i+2]]
			}
		}
	}
	return edtf.Date{}, ""
}

func day(y, m, d string) edtf.Date {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	dom, _ := strconv.Atoi(d)
	if year < 1900 || year > 2099 {
		return edtf.Date{}
	}
	if day, ok := edtf.NewDay(year, month, dom); ok {
		return edtf.FromDay(day)
	}
	return edtf.Date{}
}

// findDatelines tells, for each block, how many bytes at its head are a
// dateline. Only the first two blocks of the story can have one.
func (a *Article) findDatelines(doc *seed.Document) []int {
	out := make([]int, len(a.Parts))
	seen := 0
	for i, p := range a.Parts {
		if p.Role != Body && p.Role != Deck {
			continue
		}
		text := p.Span.Of(doc.Text)
		if out[i] = datelineLen(text); out[i] > 0 {
			break
		}
		if seen++; seen == 2 {
			break
		}
	}
	return out
}

// datelineLen returns the length of the dateline at the head of text, with the
// dash after it, or 0.
func datelineLen(text string) int {
	if n := hanDateline(text); n > 0 {
		return n
	}
	head := text[:min(len(text), 110)]
	for _, dash := range []string{" -- ", " — ", " – ", " - ", "—", "--"} {
		if i := strings.Index(head, dash); i > 0 && isDateline(head[:i]) {
			return i + len(dash)
		}
	}
	return 0
}

// isDateline tells whether what stands before the dash is a place, perhaps
// with a date and an agency: it begins with a place in capitals, or has an
// agency or a date and few words.
func isDateline(s string) bool {
	s = strings.TrimSpace(s)
	first, rest, _ := strings.Cut(s, " ")
	place := strings.TrimRight(first, ",.")
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(r) || len(strings.Fields(s)) > 12 || strings.ContainsAny(s, "!?;") {
		return false
	}
	if utf8.RuneCountInString(place) >= 4 && place == strings.ToUpper(place) {
		return true
	}
	return strings.HasSuffix(s, ")") && strings.Contains(s, "(") ||
		strings.HasSuffix(first, ",") && strings.ContainsAny(rest, "0123456789") && len(strings.Fields(rest)) <= 5
}

// hanDateline finds "新华社北京11月12日电" with the reporters' names in brackets
// after it.
func hanDateline(text string) int {
	head := text[:min(len(text), 120)]
	i := strings.Index(head, "日电")
	if i < 0 {
		if i = strings.Index(head, "日訊"); i < 0 {
			if i = strings.Index(head, "日讯"); i < 0 {
				return 0
			}
		}
	}
	if strings.ContainsAny(head[:i], "。，！？") {
		return 0
	}
	end := i + len("日电")
	rest := text[end:]
	if strings.HasPrefix(rest, "话") || strings.HasPrefix(rest, "話") {
		return 0 // 11月12日电话: by telephone on 12 November
	}
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(strings.TrimLeft(rest, " 　"), pair[0]) {
			if j := strings.Index(rest, pair[1]); j > 0 && j < 90 {
				end += j + len(pair[1])
			}
		}
	}
	for strings.HasPrefix(text[end:], " ") || strings.HasPrefix(text[end:], "　") || strings.HasPrefix(text[end:], "：") {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return end
}

// isStamp tells whether a line in lower case holds a date with its year and
// hardly anything else.
func isStamp(line string) bool {
	if len(line) > 120 || yearIn(line) == 0 {
		return false
	}
	han, strange := 0, 0
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch first, _ := utf8.DecodeRuneInString(word); {
		case unicode.Is(unicode.Han, first):
			han += utf8.RuneCountInString(word)
		case !isStampWord(word):
			strange++
		}
	}
	return strange <= 1 && han <= 12 && strings.ContainsAny(line, "0123456789")
}

// isStampWord knows the words that stand beside a date in a stamp.
func isStampWord(word string) bool {
	switch word {
	case "updated", "published", "posted", "last", "first", "on", "at", "date", "am", "pm", "a", "p", "m", "et", "est", "edt", "pt", "pst", "pdt", "gmt", "utc", "t", "z", "h",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "publié", "publiée", "le", "mis", "mise", "à", "jour", "modifié", "dernière", "er", "min",
		"xinhua", "cgtn", "reuters", "afp", "cbc", "china", "daily":
		return true
	}
	return false
}

// matterWords returns the line of the front matter that gives the date, or the
// date alone where it was given from outside.
func matterWords(doc *seed.Document) string {
	date := doc.Meta.Date
	if !date.Set() {
		return date.Value.String()
	}
	return strings.TrimSpace(doc.File.LineText(date.Pos.Line))
}
