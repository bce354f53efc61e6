package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a diagnostic means for the build.
type Severity uint8

// An Error keeps the site from being published; a Warning does not.
const (
	Warning Severity = iota + 1
	Error
)

// String returns "warning" or "error".
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// MarshalText writes the severity as in String.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (s *Severity) UnmarshalText(text []byte) error {
	for _, known := range [...]Severity{Warning, Error} {
		if string(text) == known.String() {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("%q is no severity", text)
}

// Diagnostic is one problem in one file, told to an editor.
type Diagnostic struct {
	File     string   // slash path; whose root it is relative to is the caller's to say
	Pos      Position // zero when the file as a whole is meant
	Severity Severity
	Rule     string // the check that speaks, such as "unknown-key"
	Text     string // what is wrong: lower case, no full stop
	Hint     string // the mend, may be empty
}

// WithHint returns d with the mend set.
func (d Diagnostic) WithHint(format string, args ...any) Diagnostic {
	d.Hint = fmt.Sprintf(format, args...)
	return d
}

// String returns the problem as one or two lines without a final newline:
// "file:line:col: error: text (rule)" and "  hint: mend".
func (d Diagnostic) String() string {
	var b strings.Builder
	b.WriteString(d.File)
	if !d.Pos.IsZero() {
		b.WriteString(":" + d.Pos.String())
	}
	fmt.Fprintf(&b, ": %s: %s", d.Severity, d.Text)
	if d.Rule != "" {
		fmt.Fprintf(&b, " (%s)", d.Rule)
	}
	if d.Hint != "" {
		b.WriteString("\n  hint: " + d.Hint)
	}
	return b.String()
}

// Sort orders diagnostics by file, place, rule and text and drops repeats. It
// sorts in place and returns the shortened slice.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Text, b.Text),
			cmp.Compare(a.Hint, b.Hint),
		)
	})
	return slices.Compact(ds)
}

// HasError tells whether any of ds keeps the site from being published.
func HasError(ds []Diagnostic) bool {
	return slices.ContainsFunc(ds, func(d Diagnostic) bool { return d.Severity == Error })
}

// Nearest returns the candidate that is most likely meant by word, or "" when
// none is near: at most a third of the letters may differ, by Damerau's
// distance (insertion, deletion, substitution, transposition). Ties go to the
// earlier candidate.
func Nearest(word string, candidates []string) string {
	n := len([]rune(word))
	best, bestDistance := "", 1+n/3
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// distance is the optimal string alignment distance between a and b in runes.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	rows := make([][]int, len(s)+1)
	for i := range rows {
		rows[i] = make([]int, len(t)+1)
		rows[i][0] = i
	}
	for j := range t {
		rows[0][j+1] = j + 1
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(s)][len(t)]
}
