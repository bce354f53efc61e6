package ical

import (
	"iter"
	"strings"

	"buildsite/internal/source"
)

// Component is an event of a calendar, as its content lines have it.
type Component struct {
	Off        int // of its BEGIN in the file's text
	Properties []Property
}

// Property is a content line.
type Property struct {
	Name   string            // in upper case: "DTSTART"
	Params map[string]string // names in upper case, values without quotes
	Value  string            // as written, unfolded
	Off    int               // of the line in the file's text
}

// Text returns the value as a text.
func (p *Property) Text() string { return Unescape(p.Value) }

// Get returns the first property of that name, nil where there is none.
func (c *Component) Get(name string) *Property {
	for i := range c.Properties {
		if c.Properties[i].Name == name {
			return &c.Properties[i]
		}
	}
	return nil
}

// Parse returns the events (VEVENT) of a file. Other components, and what
// stands within an event such as its alarms, are passed over. The diagnostics
// tell lines that are none of iCalendar and what is not closed.
func Parse(f *source.File) ([]Component, []source.Diagnostic) {
	var p parser
	for off, line := range unfolded(f.Text) {
		prop, ok := parseLine(line)
		if !ok {
			p.ds = append(p.ds, f.Errorf(off, ruleImport, "this line is none of iCalendar: %.40q", line).
				WithHint("a line is NAME:value; one that goes on begins with a space"))
			continue
		}
		prop.Off = off
		p.take(f, prop)
	}
	for _, open := range p.open {
		p.ds = append(p.ds, f.Errorf(open.Off, ruleImport, "BEGIN:%s without an END", open.Value).WithHint("the file is cut off, or a line is missing"))
	}
	return p.events, p.ds
}

// ruleImport is what all that cannot be read in a file of another program is
// told by.
const ruleImport = "import"

// parser gathers events.
type parser struct {
	open   []Property // the BEGINs that are not closed, the outermost first
	event  *Component
	events []Component
	ds     []source.Diagnostic
}

func (p *parser) take(f *source.File, prop Property) {
	switch prop.Name {
	case "BEGIN":
		p.open = append(p.open, prop)
		if strings.EqualFold(prop.Value, "VEVENT") {
			p.event = &Component{Off: prop.Off}
		}
	case "END":
		p.end(f, prop)
	default:
		if p.event != nil && strings.EqualFold(p.open[len(p.open)-1].Value, "VEVENT") {
			p.event.Properties = append(p.event.Properties, prop)
		}
	}
}

// end closes a component. One that was not opened is told.
func (p *parser) end(f *source.File, prop Property) {
	last := len(p.open) - 1
	if last < 0 || !strings.EqualFold(p.open[last].Value, prop.Value) {
		p.ds = append(p.ds, f.Errorf(prop.Off, ruleImport, "END:%s without its BEGIN", prop.Value).WithHint("a line is missing before it"))
		return
	}
	p.open = p.open[:last]
	if p.event != nil && strings.EqualFold(prop.Value, "VEVENT") {
		p.events = append(p.events, *p.event)
		p.event = nil
	}
}

// unfolded yields content lines with the offsets they begin at. Empty lines are
// left out.
func unfolded(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		start := 0
		var line strings.Builder
		for l := range source.Lines(text) {
			s := strings.TrimRight(l.Of(text), "\r\n")
			if s != "" && (s[0] == ' ' || s[0] == '\t') && line.Len() > 0 {
				line.WriteString(s[1:])
				continue
			}
			if line.Len() > 0 && !yield(start, line.String()) {
				return
			}
			line.Reset()
			start = l.Start
			line.WriteString(s)
		}
		if line.Len() > 0 {
			yield(start, line.String())
		}
	}
}

// parseLine takes a content line apart: NAME;PARAM="value":value.
func parseLine(line string) (Property, bool) {
	end := strings.IndexAny(line, ";:")
	if end <= 0 || strings.ContainsAny(line[:end], " \t\"") {
		return Property{}, false
	}
	p := Property{Name: strings.ToUpper(line[:end]), Params: make(map[string]string)}
	for rest := line[end:]; ; {
		if rest == "" {
			return p, false
		}
		if rest[0] == ':' {
			p.Value = rest[1:]
			return p, true
		}
		name, value, after := param(rest[1:])
		if name == "" {
			return p, false
		}
		p.Params[strings.ToUpper(name)] = value
		rest = after
	}
}

// param takes the first parameter off: its values end at a semicolon or colon
// outside quotes.
func param(s string) (name, value, rest string) {
	quoted := false
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case !quoted && (s[i] == ';' || s[i] == ':'):
			name, value, _ = strings.Cut(s[:i], "=")
			return name, strings.ReplaceAll(value, `"`, ""), s[i:]
		}
	}
	return "", "", ""
}
