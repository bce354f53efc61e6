package interchange

import (
	"regexp"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// markwhenFile is a Markwhen file while it is read: an event is a line that
// begins with a date and a colon, with the lines below it up to the next.
type markwhenFile struct {
	*reader
	dayFirst bool // dateFormat: d/M/y
	started  bool // an event or a section has come, so that the head is over
	matter   bool // within the head between two lines ---
	groups   []string
	open     *markwhenEvent
}

type markwhenEvent struct {
	off   int
	date  edtf.Date
	lines []string
	group string
}

// markwhen reads a Markwhen file.
func (r *reader) markwhen() {
	m := &markwhenFile{reader: r}
	for l := range source.Lines(r.file.Text) {
		m.line(l.Start, strings.TrimRight(l.Of(r.file.Text), " \t\r\n"))
	}
	m.close()
	if len(r.drafts) == 0 && len(r.ds) == 0 {
		r.problem(0, `an event is a line such as "1970-10-13: Canada recognises China"`, "there is no event in it")
	}
}

// sectionStart and sectionEnd are the lines between which events are grouped;
// a heading groups those up to the next one.
var (
	sectionStart = regexp.MustCompile(`^(?:section|group)\b\s*(.*)$`)
	sectionEnd   = regexp.MustCompile(`^(?:endSection|endGroup)\b`)
	heading      = regexp.MustCompile(`^#+\s+(.*)$`)
	property     = regexp.MustCompile(`^\s+(?:id|key|timezone|tz|duration|class)\s*:`)
	dateFormat   = regexp.MustCompile(`^dateFormat\s*:\s*["']?d`)
	relative     = regexp.MustCompile(`^(?:\d|now\b|after\b|before\b|by\b|!)[^:]*:`)
)

// line reads one line, which begins at off.
func (m *markwhenFile) line(off int, line string) {
	switch {
	case strings.HasPrefix(strings.TrimSpace(line), "//"):
	case line == "---" && !m.started:
		m.matter = !m.matter
	case m.matter || !m.started && dateFormat.MatchString(line):
		m.dayFirst = m.dayFirst || dateFormat.MatchString(line)
	case heading.MatchString(line):
		m.close()
		m.started, m.groups = true, []string{heading.FindStringSubmatch(line)[1]}
	case sectionStart.MatchString(line):
		m.close()
		m.started, m.groups = true, append(m.groups, sectionStart.FindStringSubmatch(line)[1])
	case sectionEnd.MatchString(line):
		m.close()
		m.groups = m.groups[:max(0, len(m.groups)-1)]
	case m.event(off, line):
	case m.open != nil && !property.MatchString(line):
		m.open.lines = append(m.open.lines, line)
	}
}

// event begins a new event if the line is one.
func (m *markwhenFile) event(off int, line string) bool {
	for i := range len(line) {
		if line[i] != ':' || i > maxMarkwhenDate || isTime(line, i) {
			continue
		}
		date, ok := m.when(strings.TrimSpace(line[:i]))
		if !ok {
			continue
		}
		m.close()
		m.started = true
		m.open = &markwhenEvent{off: off, date: date, lines: []string{line[i+1:]}, group: strings.Join(m.groups, ", ")}
		return true
	}
	if !relative.MatchString(line) {
		return false
	}
	m.close()
	m.started = true
	when, _, _ := strings.Cut(line, ":")
	m.problem(off, "write it as one or two dates, such as 1970-10-13 or 1973-10-10/1973-10-16; nothing is worked out from other events or from today",
		"the date cannot be read: %.60q", strings.TrimSpace(when))
	return true
}

// isTime tells whether a colon is one of a time of day, as in 12:13.
func isTime(line string, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(line) && '0' <= line[i] && line[i] <= '9' }
	return digit(at-1) && digit(at+1)
}

// maxMarkwhenDate is how many bytes of a line may be its date.
const maxMarkwhenDate = 80

// close adds the event that is open.
func (m *markwhenFile) close() {
	e := m.open
	m.open = nil
	if e == nil {
		return
	}
	s := seed.Sheet{Date: e.date}
	s.Title = m.words(&s, e.lines[0])
	s.Summary = m.words(&s, strings.Join(e.lines[1:], " "))
	if s.Title == "" {
		m.problem(e.off, "say behind the colon what happened", "the event has no title")
		return
	}
	classify(&s, e.group)
	m.add(e.off, Draft{Sheet: s})
}

var (
	markwhenLink = regexp.MustCompile(`\[([^\]]*)\]\(([^)\s]*)\)`)
	markwhenTag  = regexp.MustCompile(`(^|\s)#([\pL\pN_-]+)`)
	markwhenList = regexp.MustCompile(`(^|\s)- (\[[ xX]?\] )?`)
)

// words returns the words of a description: links become sources, tags kinds
// or remarks.
func (m *markwhenFile) words(s *seed.Sheet, text string) string {
	for _, found := range markwhenLink.FindAllStringSubmatch(text, -1) {
		link(s, found[1], found[2])
	}
	text = markwhenLink.ReplaceAllString(text, "$1")
	for _, found := range markwhenTag.FindAllStringSubmatch(text, -1) {
		classify(s, found[2])
	}
	text = markwhenTag.ReplaceAllString(text, "$1")
	text = markwhenList.ReplaceAllString(text, "$1")
	return strings.Join(strings.Fields(text), " ")
}

// when reads a date or a range of two. One that is open at its end is "now" in
// Markwhen.
func (m *markwhenFile) when(text string) (edtf.Date, bool) {
	if d, ok := m.single(text); ok {
		return d, true
	}
	if d, err := edtf.Parse(text); err == nil {
		return d, true
	}
	for _, sep := range [...]string{" - ", " – ", "–", " / ", "/", "-"} {
		from, to, found := strings.Cut(text, sep)
		if !found {
			continue
		}
		start, ok := m.single(strings.TrimSpace(from))
		if !ok {
			continue
		}
		var end edtf.Date
		if to = strings.TrimSpace(to); to != "now" {
			if end, ok = m.single(to); !ok {
				continue
			}
		}
		if start == end {
			return start, true
		}
		if span, err := edtf.Interval(start, end); err == nil {
			return span, true
		}
	}
	return edtf.Date{}, false
}

var (
	slashed  = regexp.MustCompile(`^(?:(\d{1,2})/)?(\d{1,2})/(\d{4})$`)
	withTime = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-][\d:]+)?$`)
)

// single reads one date: EDTF, the day of a time, 12/25/2012, 12/2012, or as
// people write it in English.
func (m *markwhenFile) single(text string) (edtf.Date, bool) {
	if found := withTime.FindStringSubmatch(text); found != nil {
		text = found[1]
	}
	if found := slashed.FindStringSubmatch(text); found != nil {
		month, day := found[1], found[2]
		if m.dayFirst {
			month, day = day, month
		}
		if found[1] == "" {
			month, day = found[2], ""
		}
		return slideDate{year: found[3], month: month, day: day}.date()
	}
	if !strings.ContainsAny(text, "0123456789") {
		return edtf.Date{}, false
	}
	d, err := edtf.ParseText(text, lang.EN)
	return d, err == nil && !d.IsInterval() && !d.IsSet()
}
