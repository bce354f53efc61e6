package source

// Problem is a diagnostic as programs read it, in JSON: on standard output with
// --json, and in the browser while a site is served.
type Problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Text     string `json:"text"`
	Hint     string `json:"hint"`
}

// Problem returns the diagnostic as programs read it.
func (d Diagnostic) Problem() Problem {
	return Problem{d.File, d.Pos.Line, d.Pos.Column, d.Severity.String(), d.Rule, d.Text, d.Hint}
}
