package timex

import "strings"

// What is quoted was said on another day than it was published: in "Wang said
// on Nov. 3: 'We spoke yesterday'", yesterday is the second. The narrative keeps
// the day that a verb of speech goes with, until its quotation ends.

// speechReach is how many words may lie between a day and the verb of speech
// that goes with it.
const speechReach = 3

// quoteReach is the length in bytes of the longest quotation that is looked at.
const quoteReach = 600

// speaks remembers the day of the match as that of a quotation, if a verb of
// speech stands beside it.
func (m *match) speaks(p period) {
	toks := m.f.toks
	for i := max(0, m.first()-speechReach); i < min(len(toks), m.end()+speechReach); i++ {
		if toks[i].has(classSpeech) {
			m.f.speech, m.f.speechEnd = p, toks[max(i, m.end()-1)].end
			return
		}
	}
}

// quoted returns the day on which was said what stands around the match.
func (m *match) quoted() (period, bool) {
	n := &m.f.narrative
	start := m.f.toks[m.first()].start
	if n.speech.unit == 0 || start-n.speechEnd > quoteReach || start < n.speechEnd {
		return period{}, false
	}
	return n.speech, inQuotes(m.f.text[n.speechEnd:start])
}

// inQuotes tells whether a quotation that begins in s is open at its end.
func inQuotes(s string) bool {
	if strings.Contains(s, "\n\n") {
		return false
	}
	open := strings.Count(s, "“") + strings.Count(s, "«") + strings.Count(s, "「") + strings.Count(s, "``")
	shut := strings.Count(s, "”") + strings.Count(s, "»") + strings.Count(s, "」") + strings.Count(s, "''")
	return open > shut || strings.Count(s, `"`)%2 == 1
}
