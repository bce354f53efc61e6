package article

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/zone"
)

// A dateline is the head of a report that says where it comes from, and often
// when and by whom: "OTTAWA, Nov. 12 (Xinhua) --", "(Pékin) ",
// "新华社渥太华11月11日电（记者某某）".
type dateline struct {
	length int            // bytes at the head of the text, with the dash and space after it; 0 for none
	town   string         // as written, "" if it names none
	zone   *time.Location // of the town, nil if it is not known
	moment moment         // its day, if it tells one
	dated  bool
}

// readDateline reads the dateline at the head of text.
func readDateline(text string) dateline {
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "【（([ 0123456789")); isHan(first) {
		return hanDateline(text)
	}
	if d := bracketDateline(text); d.length > 0 {
		return d
	}
	return dashDateline(text)
}

// longestDateline is how many bytes a dateline takes at most.
const longestDateline = 150

// dashes part the pieces of a dateline from each other and from the story. The
// shorter ones need more that speaks for a dateline.
var dashes = [...]string{" --- ", " -- ", " — ", " – ", " ― ", " - ", "— ", "—", "--", " | ", "– "}

// dashDateline reads "OTTAWA, Nov. 12 (Xinhua) -- " and its like. A release has
// several pieces: "November 12, 2025 – Ottawa, Ontario – Global Affairs Canada".
func dashDateline(text string) dateline {
	var d dateline
	var said pieces
	head := text[:min(len(text), longestDateline)]
	for at := 0; at < len(head); {
		start, end, dash := nextDash(head, at)
		piece, isLast := head[at:start], dash == ""
		if isLast && len(head) < len(text) {
			break
		}
		next := said
		if !next.read(piece) || isLast && !next.release() {
			break
		}
		said, at = next, end
		if goesOnAs(text[at:], dash) && said.tells(dash) {
			d.length = at
		}
	}
	if d.length == 0 {
		return dateline{}
	}
	d.town, d.zone, d.moment, d.dated = said.town, said.zone, said.moment, said.dated
	return d
}

// nextDash finds the first dash of s from at on; without one the rest of s is
// the last piece.
func nextDash(s string, at int) (start, end int, dash string) {
	start, end = len(s), len(s)
	for _, d := range dashes {
		if i := strings.Index(s[at:], d); i >= 0 && (at+i < start || at+i == start && len(d) > len(dash)) {
			start, end, dash = at+i, at+i+len(d), d
		}
	}
	return start, end, dash
}

// goesOnAs tells whether what stands behind a dash can begin a sentence.
func goesOnAs(rest, dash string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \u00a0"))
	return rest == "" || dash == "" || !unicode.IsLower(first)
}

// pieces is what the pieces of a dateline have said so far.
type pieces struct {
	town   string
	zone   *time.Location
	names  int  // of places and agencies
	agency bool // one stands in brackets
	upper  bool // the town is written in capitals
	moment moment
	dated  bool
}

// tells tells whether the pieces are a dateline before such a dash.
func (p *pieces) tells(dash string) bool {
	switch {
	case p.agency:
		return true
	case p.names == 0:
		return false
	case p.dated || p.upper:
		return true
	}
	return p.zone != nil && strings.TrimSpace(dash) != "-"
}

// release tells whether the pieces are all of a line of their own, as the head
// of a government's release or of wire copy.
func (p *pieces) release() bool {
	return p.dated && (p.zone != nil || p.agency) || p.zone != nil && p.names <= 2
}

// read takes in a piece. It is false for what belongs to no dateline.
func (p *pieces) read(piece string) bool {
	s := strings.TrimSpace(piece)
	if s == "" || strings.ContainsAny(s, "!?;:“”\"") {
		return false
	}
	s, agency := cutAgency(s)
	p.agency = p.agency || agency
	if days := moments(lowered(s), false); len(days) == 1 && !p.dated {
		p.moment, p.dated = days[0], true
		s = s[:days[0].start] + "," + s[days[0].end:]
	}
	for name := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",/，()", r) }) {
		if name = strings.TrimRight(strings.TrimSpace(name), "."); name == "" || isLeadWord(name) {
			continue
		}
		if p.names++; p.names > 4 || !isName(name) && knownStamps().siteZone(plain(name)) == nil {
			return false
		}
		if l := zone.OfTown(name); p.town == "" || p.zone == nil && l != nil {
			p.town, p.zone = name, l
			p.upper = p.upper || utf8.RuneCountInString(name) >= 4 && name == strings.ToUpper(name)
		}
	}
	return p.names > 0 || p.agency || p.dated
}

// lowered is s in lower case, byte for byte in its place.
func lowered(s string) string {
	if low := strings.ToLower(s); len(low) == len(s) {
		return low
	}
	return s
}

// isLeadWord knows what stands before a day in a dateline: "le 12 novembre".
func isLeadWord(s string) bool {
	switch plain(s) {
	case "le", "on", "this", "ce", "de notre correspondant":
		return true
	}
	return knownStamps().others[plain(s)] // a weekday
}

// cutAgency cuts the agency in brackets, or between strokes, off the end of a
// piece.
func cutAgency(s string) (rest string, found bool) {
	for _, pair := range [...][2]string{{"(", ")"}, {"/", "/"}} {
		bare, ok := strings.CutSuffix(s, pair[1])
		i := strings.LastIndex(bare, pair[0])
		if !ok || i < 0 {
			continue
		}
		inner := strings.TrimSpace(bare[i+1:])
		first, _ := utf8.DecodeRuneInString(inner)
		if (unicode.IsUpper(first) || isHan(first)) && len(strings.Fields(inner)) <= 5 {
			return strings.TrimSpace(bare[:i]), true
		}
	}
	return s, false
}

// isName tells whether each word of s begins with a capital, small words
// between them aside, and there are few.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || strings.ContainsAny(s, "0123456789") {
		return false
	}
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		small := i > 0 && i < len(words)-1 && utf8.RuneCountInString(word) <= 3
		if !unicode.IsUpper(first) && !small {
			return false
		}
	}
	return true
}

// bracketDateline reads "(Pékin) Le ministre …", as papers of Quebec write it,
// and "(Bloomberg) -- ".
func bracketDateline(text string) dateline {
	if !strings.HasPrefix(text, "(") {
		return dateline{}
	}
	end := strings.IndexByte(text[:min(len(text), 60)], ')')
	if end < 0 {
		return dateline{}
	}
	inner, rest := text[1:end], text[end+1:]
	for _, dash := range dashes {
		if after, ok := strings.CutPrefix(rest, dash); ok && isName(inner) {
			return dateline{length: len(text) - len(after), zone: zone.OfTown(inner), town: inner}
		}
	}
	var said pieces
	after := strings.TrimLeft(rest, " \u00a0")
	if after == rest || !goesOnAs(after, " ") || !said.read(inner) || said.zone == nil && !said.dated {
		return dateline{}
	}
	return dateline{length: len(text) - len(after), town: said.town, zone: said.zone, moment: said.moment, dated: said.dated}
}

// wireWords end a Chinese dateline after its day.
var wireWords = [...]string{"专电", "專電", "综合电", "綜合電", "外电", "电", "電", "综合讯", "綜合訊", "讯", "訊", "消息", "综合报道", "報道", "报道"}

// hanDateline reads 新华社北京11月12日电 with the reporters' names in brackets
// after it, and 【明報專訊】, 央视网消息：, which say no day.
func hanDateline(text string) dateline {
	head := strings.ToValidUTF8(text[:min(len(text), longestDateline)], "")
	d := wireHead(head)
	if d.length == 0 {
		d = undatedHan(head)
	}
	if d.length == 0 {
		return d
	}
	if d.town != "" {
		d.zone = zone.OfTown(d.town)
	}
	d.length += closing(text[d.length:])
	return d
}

// wireHead reads 新华社北京11月12日电, without what follows.
func wireHead(head string) dateline {
	days := moments(lowered(head), true)
	if len(days) == 0 {
		return dateline{}
	}
	m := days[0]
	before, after := head[:m.start], head[m.end:]
	if strings.ContainsAny(before, "。，！？；") || utf8.RuneCountInString(before) > 40 {
		return dateline{}
	}
	for _, w := range wireWords {
		if rest, ok := strings.CutPrefix(after, w); ok && !strings.HasPrefix(rest, "话") && !strings.HasPrefix(rest, "話") {
			return dateline{length: m.end + len(w), moment: m, dated: true, town: zone.TownIn(before)}
		}
	}
	if bare := strings.TrimLeft(after, " "); len(before) > 0 && hasPrefixOf(before, agencies) && strings.ContainsAny(bare[:min(len(bare), len("—"))], "-–—－") {
		rest := strings.TrimLeft(bare, "-–—－ ")
		return dateline{length: len(head) - len(rest), moment: m, dated: true, town: zone.TownIn(before)}
	}
	return dateline{}
}

// agencies begin the datelines that end with a dash: 路透渥太华3月6日 -.
var agencies = []string{"路透", "（路透", "法新社", "（法新", "美联社", "彭博", "加通社", "共同社", "中央社", "德新社"}

func hasPrefixOf(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// undatedHan reads heads that tell the agency alone.
func undatedHan(head string) dateline {
	if inner, ok := strings.CutPrefix(head, "【"); ok {
		if i := strings.Index(inner, "】"); i > 0 && i <= 60 {
			for _, w := range [...]string{"讯", "訊", "报道", "報道", "消息", "电", "電", "记者", "記者"} {
				if strings.Contains(inner[:i], w) {
					return dateline{length: len("【") + i + len("】"), town: zone.TownIn(inner[:i])}
				}
			}
		}
		return dateline{}
	}
	for _, w := range [...]string{"消息：", "消息:", "讯：", "訊：", "讯 ", "訊 ", "消息，", "讯　"} {
		if i := strings.Index(head, w); i > 0 && utf8.RuneCountInString(head[:i]) <= 12 && !strings.ContainsAny(head[:i], "，。 的") {
			return dateline{length: i + len(w), town: zone.TownIn(head[:i])}
		}
	}
	return dateline{}
}

// closing returns how many bytes of brackets, space and colons stand at the
// head of s.
func closing(s string) int {
	rest := strings.TrimLeft(s, " 　")
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(rest, pair[0]) {
			if i := strings.Index(rest, pair[1]); i > 0 && i < 120 && (strings.Contains(rest[:i], "记者") || strings.Contains(rest[:i], "記者") || i < 40) {
				rest = rest[i+len(pair[1]):]
			}
		}
	}
	if r := strings.TrimLeft(rest, "】）)"); len(rest)-len(r) <= 6 {
		rest = r
	}
	return len(s) - len(strings.TrimLeft(rest, " 　：:，"))
}
