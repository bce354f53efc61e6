package article

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/timex"
	"buildsite/internal/zone"
)

// stampTable is documented at its head.
//
//go:embed data/stamps.yaml
var stampTable []byte

// stampWords is the table, ready to be looked up; its words are plain.
type stampWords struct {
	months             map[string]int
	published, updated wordList
	occasions, vague   wordList
	others             map[string]bool
	sites              []siteName // the longest first
	anySite            *finder
	longSites          *finder // of those that are no part of other words
}

// wordList is words in the order of the table, and what finds any of them.
type wordList struct {
	words  []string
	finder *finder
}

func newWordList(words []string) wordList {
	all := plainAll(words)
	return wordList{all, newFinder(all)}
}

// siteName is a publisher's name with the zone that its clock goes by.
type siteName struct {
	name string
	zone *time.Location
}

// knownStamps reads the embedded table once. That it is well formed is seen to
// by the tests, so a fault in it is a fault of the program.
var knownStamps = sync.OnceValue(func() *stampWords {
	var t struct {
		Months                                       map[int][]string
		Published, Updated, Occasions, Vague, Others []string
		Sites                                        map[string][]string
	}
	if err := yaml.Unmarshal(stampTable, &t); err != nil {
		panic(fmt.Sprintf("article: stamps.yaml: %v", err))
	}
	w := &stampWords{months: make(map[string]int), published: newWordList(t.Published), updated: newWordList(t.Updated), occasions: newWordList(t.Occasions), vague: newWordList(t.Vague), others: make(map[string]bool)}
	for month, words := range t.Months {
		for _, m := range words {
			w.months[m] = month
		}
	}
	for _, list := range [][]string{t.Published, t.Updated, t.Others} {
		for _, phrase := range list {
			for word := range strings.FieldsSeq(phrase) {
				w.others[word] = true
			}
		}
	}
	for name, words := range t.Sites {
		l, err := zone.Load(name)
		if err != nil {
			panic(fmt.Sprintf("article: stamps.yaml: %v", err))
		}
		for _, site := range plainAll(words) {
			w.sites = append(w.sites, siteName{site, l})
		}
	}
	slices.SortFunc(w.sites, func(a, b siteName) int {
		if len(a.name) != len(b.name) {
			return len(b.name) - len(a.name)
		}
		return strings.Compare(a.name, b.name)
	})
	var all, long words
	for _, s := range w.sites {
		all = append(all, s.name)
		if s.isLong() {
			long = append(long, s.name)
		}
	}
	w.anySite, w.longSites = newFinder(all), newFinder(long)
	return w
})

// isLong tells whether a name is no part of other words, as a short one is.
func (s *siteName) isLong() bool { return len(s.name) > 4 }

func plainAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = plain(w)
	}
	return out
}

// moment is what a stamp or a dateline says of a point in time.
type moment struct {
	start, end       int  // in the line, in plain form
	year, month, day int  // 0 where it does not say
	swap             bool // day and month may be the other way round
	hour, minute     int
	clocked          bool           // hour and minute are said
	zone             *time.Location // whose clock it is; nil if it does not say
	update           bool           // the day of a change, not of publication
}

// full returns the day, if all of it is said and sure.
func (m *moment) full() (edtf.Day, bool) {
	if m.year == 0 || m.month == 0 || m.swap {
		return 0, false
	}
	return edtf.NewDay(m.year, m.month, m.day)
}

// moments finds the days that a line in plain form tells, in order. A day of
// the month alone is one only where lone is set, as in a Chinese dateline.
func moments(line string, lone bool) []moment {
	if !strings.ContainsAny(line, "0123456789") {
		return hanMoments(line)
	}
	words := knownStamps()
	var out []moment
	from := 0
	for i := 0; i < len(line); {
		m, next := words.dayAt(line, i)
		if i = next; m.day == 0 || m.month == 0 && !lone || !m.valid() {
			continue
		}
		before := line[from:m.start]
		m.readClock(line)
		if !m.clocked {
			m.readClockBefore(before)
		}
		m.update = words.isUpdate(before)
		from, i = m.end, m.end
		out = append(out, m)
	}
	return out
}

// hanMoments finds the day in a line without digits: 二〇二五年十一月十二日.
func hanMoments(line string) []moment {
	if !strings.Contains(line, "年") || !strings.Contains(line, "月") {
		return nil
	}
	for e := range timex.Find(line, timex.Anchor{Lang: lang.ZH}) {
		if d := e.Date; !e.Relative && !d.IsZero() && d.First() == d.Last() {
			year, month, day := d.First().Date()
			return []moment{{start: e.Start, end: e.End, year: year, month: month, day: day}}
		}
	}
	return nil
}

// valid tells whether there is such a day.
func (m *moment) valid() bool {
	year, month := m.year, m.month
	if year == 0 {
		year = 2000
	}
	if month == 0 {
		month = 1
	}
	_, ok := edtf.NewDay(year, month, m.day)
	return ok
}

// The clock after a day, and before it.
var (
	clockAfter = regexp.MustCompile(`^(?:[\s,|·•()\-–—]|t\b|at\b|à|les\b|星期.|周.|updated\b)*?(上午|下午|晚上|晚|凌晨|中午|早上)?\s?([0-2]?\d) ?(?:(?:[:h时時点點]|\.) ?([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?分?|h\b|(?: ?[ap]\.?m\b)) ?([ap])?\.?(?:m\b\.?)?`)
	// clockISO is that of 2025-11-12T07:15:00Z, behind the T.
	clockISO    = regexp.MustCompile(`^([0-2]\d):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?`)
	clockBefore = regexp.MustCompile(`(上午|下午|晚上|晚|凌晨|中午|早上)?([0-2]?\d)[:h] ?([0-5]\d)(?::[0-5]\d)? ?([ap])?\.?(?:m\b\.?)? ?([a-z]{1,4}\b)?[\s,|·on\-–—()le]*$`)
	zoneAfter   = regexp.MustCompile(`^[ (]*([+-]\d\d:?\d\d|[a-z]{1,4}\b)`)
)

// readClock reads the time of day behind the day, and whose it is.
func (m *moment) readClock(line string) {
	rest := line[m.end:]
	if !strings.ContainsAny(rest, "0123456789") {
		return
	}
	var hour, minute, half, part string
	if at := clockISO.FindStringSubmatchIndex(rest); at != nil && strings.HasSuffix(line[:m.end], "t") {
		hour, minute = rest[at[2]:at[3]], rest[at[4]:at[5]]
		m.end += at[1]
	} else if at := clockAfter.FindStringSubmatchIndex(rest); at != nil {
		group := func(i int) string {
			if at[2*i] < 0 {
				return ""
			}
			return rest[at[2*i]:at[2*i+1]]
		}
		part, hour, minute, half = group(1), group(2), group(3), group(4)
		if tail := rest[:at[1]]; half == "" && minute == "" && strings.HasSuffix(strings.TrimRight(tail, "."), "m") {
			half = string(tail[len(strings.TrimRight(tail, ".m"))-1])
		}
		m.end += at[1]
	} else {
		return
	}
	m.setClock(hour, minute, half, part)
	m.readZone(line)
}

// readClockBefore reads the time of day in front of the day.
func (m *moment) readClockBefore(before string) {
	if !strings.ContainsAny(before, "0123456789") {
		return
	}
	g := clockBefore.FindStringSubmatch(before)
	if g == nil {
		return
	}
	m.setClock(g[2], g[3], g[4], g[1])
	m.start -= len(g[0])
	if z := zone.OfClock(g[5]); z != nil {
		m.zone = z
	}
}

// setClock takes hour and minute, on a clock of twelve hours where half ("a" or
// "p") or part (下午) says so.
func (m *moment) setClock(hour, minute, half, part string) {
	h, _ := strconv.Atoi(hour)
	m.minute, _ = strconv.Atoi(minute)
	late := half == "p" || part == "下午" || part == "晚上" || part == "晚"
	switch {
	case late && h < 12:
		h += 12
	case half == "a" && h == 12:
		h = 0
	}
	m.hour, m.clocked = h, h < 24
}

// readZone reads whose clock it is.
func (m *moment) readZone(line string) {
	rest := line[m.end:]
	trimmed := strings.TrimLeft(rest, " (（")
	if z, n := zone.ClockAt(trimmed); z != nil {
		m.zone = z
		m.end += len(rest) - len(trimmed) + n
		return
	}
	at := zoneAfter.FindStringSubmatchIndex(rest)
	if at == nil {
		return
	}
	word := rest[at[2]:at[3]]
	z, ok := zone.Offset(word)
	if !ok {
		z = zone.OfClock(word)
	}
	if z != nil {
		m.zone = z
		m.end += at[1]
	}
}

// isUpdate tells whether the words before a day are those of a change.
func (w *stampWords) isUpdate(before string) bool {
	return lastOf(before, w.updated) > lastOf(before, w.published)
}

// labelled tells whether words of publication or change stand in s.
func (w *stampWords) labelled(s string) bool {
	return lastOf(s, w.updated) >= 0 || lastOf(s, w.published) >= 0
}

// leads tells whether a line begins with words of publication or change.
func (w *stampWords) leads(line string) bool {
	for _, list := range [...][]string{w.published.words, w.updated.words} {
		for _, word := range list {
			if strings.HasPrefix(line, word) && wordEnds(word, line[len(word):]) {
				return true
			}
		}
	}
	return false
}

// lastOf returns where the last of the words ends in s, -1 if there is none.
func lastOf(s string, list wordList) int {
	last := -1
	if !list.finder.in(s) {
		return last
	}
	for _, w := range list.words {
		i := strings.LastIndex(s, w)
		if i >= 0 && wordEnds(w, s[i+len(w):]) && (i == 0 || wordEnds(s[:i], w)) {
			last = max(last, i+len(w))
		}
	}
	return last
}

// day returns the day of a moment on the clock of another zone, where both
// clocks are known; ok is false otherwise.
func (m *moment) dayIn(own, other *time.Location) (day edtf.Day, ok bool) {
	d, ok := m.full()
	if m.zone != nil {
		own = m.zone
	}
	if !ok || !m.clocked || own == nil || other == nil {
		return d, false
	}
	year, month, dom := d.Date()
	y, mo, dd := time.Date(year, time.Month(month), dom, m.hour, m.minute, 0, 0, own).In(other).Date()
	return edtf.NewDay(y, int(mo), dd)
}

// siteZone returns the zone of the first publisher that a line in plain form
// names, nil if it names none.
func (w *stampWords) siteZone(line string) *time.Location {
	if !w.anySite.in(line) {
		return nil
	}
	var found *time.Location
	at := len(line)
	for _, s := range w.sites {
		if i := strings.Index(line, s.name); i >= 0 && i < at && wordEnds(s.name, line[i+len(s.name):]) && (i == 0 || wordEnds(line[:i], s.name)) {
			found, at = s.zone, i
		}
	}
	return found
}

// isStamp tells whether a line in plain form says a day and hardly anything
// else: a few words more where one says what day it is, unless the line ends as a
// sentence does.
func isStamp(line string, sentence bool) bool {
	if len(line) > 220 {
		return false
	}
	all := moments(line, false)
	if len(all) == 0 {
		return false
	}
	words := knownStamps()
	labelled, dated := words.labelled(line), false
	var rest strings.Builder
	from := 0
	for _, m := range all {
		dated = dated || m.year != 0 || m.clocked
		rest.WriteString(line[from:max(from, m.start)] + " ")
		from = m.end
	}
	rest.WriteString(line[from:])
	strange, han := words.strange(rest.String())
	if labelled && !sentence {
		return strange <= 8 && han <= 30
	}
	return dated && strange <= 2 && han <= 12
}

// isVagueStamp tells whether a line in plain form says that a page was published
// or changed "3 hours ago" or "hier à 18 h 22", which is no day.
func isVagueStamp(line string) bool {
	w := knownStamps()
	return len(line) <= 90 && w.leads(line) && lastOf(line, w.vague) >= 0
}

// strange counts the words of s that mean something beside a day, and its
// Chinese characters.
func (w *stampWords) strange(s string) (words, han int) {
	if w.longSites.in(s) {
		for _, site := range w.sites {
			if site.isLong() {
				s = strings.ReplaceAll(s, site.name, " ")
			}
		}
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch first, _ := utf8.DecodeRuneInString(word); {
		case isHan(first):
			han += utf8.RuneCountInString(word)
		case !w.others[word] && zone.OfClock(word) == nil && w.months[word] == 0:
			words++
		}
	}
	return words, han
}

// firstHan is the first of the Chinese characters, radicals included.
const firstHan = 0x2E80

func isHan(r rune) bool { return r >= firstHan && unicode.Is(unicode.Han, r) }
