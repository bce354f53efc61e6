package seed

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
)

// Sheet is a seed to be written: what [Parse] reads back as the same front
// matter. Fields that are zero are left out.
type Sheet struct {
	Title      string
	Date       edtf.Date
	Type       Type // left out for an event, which its date tells
	Lang       lang.Lang
	Kind       string
	Quad       string   // "none" for no class; left out where the words decide
	Actors     []string // likewise
	Targets    []string
	Topics     []string
	People     []string
	Places     []string
	Importance int
	Summary    string
	Sources    []Source
	Publisher  string
	Strength   string
	Note       string
	Comments   []string // for the editor: lines that no reader sees
	Body       string
}

// sheetWidth is how many columns a folded line of front matter takes.
const sheetWidth = 100

// Bytes returns the seed's file: front matter in YAML, its keys in the order of
// the documentation, and the body.
func (s *Sheet) Bytes() []byte {
	w := sheetWriter{}
	w.buf.WriteString("---\n")
	w.text("title", s.Title)
	w.date("date", s.Date)
	if s.Type != Event {
		w.text("type", s.Type.String())
	}
	if s.Lang != lang.Unknown {
		w.text("lang", s.Lang.String())
	}
	w.text("kind", s.Kind)
	w.text("quad", s.Quad)
	w.list("actors", s.Actors)
	w.list("targets", s.Targets)
	w.list("topics", s.Topics)
	w.list("people", s.People)
	w.list("places", s.Places)
	if s.Importance > 0 {
		w.line("importance", strconv.Itoa(s.Importance))
	}
	w.prose("summary", s.Summary)
	w.sources(s.Sources)
	w.text("publisher", s.Publisher)
	w.text("strength", s.Strength)
	w.prose("note", s.Note)
	for _, c := range s.Comments {
		w.buf.WriteString("# " + onPaper(c) + "\n")
	}
	w.buf.WriteString("---\n")
	if s.Body != "" {
		w.buf.WriteString("\n" + strings.TrimRight(s.Body, "\n") + "\n")
	}
	return []byte(w.buf.String())
}

// sheetWriter writes front matter.
type sheetWriter struct {
	buf    strings.Builder
	indent string
}

func (w *sheetWriter) line(key, value string) {
	if value != "" {
		w.buf.WriteString(w.indent + key + ": " + value + "\n")
	}
}

func (w *sheetWriter) text(key, value string) {
	if value = onPaper(value); value != "" {
		w.line(key, scalarYAML(value))
	}
}

// date writes a date as it is, in quotes where YAML would take it for more than
// a word.
func (w *sheetWriter) date(key string, d edtf.Date) {
	s := d.String()
	if strings.ContainsAny(s, "[]{},") {
		s = strconv.Quote(s)
	}
	w.line(key, s)
}

func (w *sheetWriter) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	node := yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, v := range values {
		item := yaml.Node{}
		item.SetString(onPaper(v))
		node.Content = append(node.Content, &item)
	}
	w.line(key, marshal(&node))
}

// prose writes a longer text over several lines, where it has blanks to break
// them at.
func (w *sheetWriter) prose(key, value string) {
	value = onPaper(value)
	if utf8.RuneCountInString(value) <= sheetWidth-len(key) || !foldable(value) {
		w.text(key, value)
		return
	}
	w.buf.WriteString(w.indent + key + ": >-\n")
	column := 0
	for word := range strings.SplitSeq(value, " ") {
		size := columns(word)
		switch {
		case column == 0:
			w.buf.WriteString(w.indent + "  ")
			column = 2
		case column+1+size > sheetWidth:
			w.buf.WriteString("\n" + w.indent + "  ")
			column = 2
		default:
			w.buf.WriteByte(' ')
			column++
		}
		w.buf.WriteString(word)
		column += size
	}
	w.buf.WriteByte('\n')
}

// foldable tells whether a text of one line means the same when its blanks
// become line breaks, and has enough of them.
func foldable(s string) bool {
	return strings.Count(s, " ")*20 >= utf8.RuneCountInString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == '\u0085' || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == utf8.RuneError
	})
}

func (w *sheetWriter) sources(all []Source) {
	if len(all) == 0 {
		return
	}
	w.buf.WriteString("sources:\n")
	for _, s := range all {
		item := sheetWriter{indent: "    "}
		item.text("title", s.Title)
		item.text("publisher", s.Publisher.Value)
		item.text("url", s.URL)
		item.date("date", s.Date)
		item.text("side", s.Side)
		item.text("lang", s.Lang)
		if s.Paraphrased {
			item.line("paraphrased", "true")
		}
		w.buf.WriteString("  - " + strings.TrimPrefix(item.buf.String(), item.indent))
	}
}

// scalarYAML writes a text as YAML, in quotes where it needs them.
func scalarYAML(s string) string {
	node := yaml.Node{}
	node.SetString(s)
	return marshal(&node)
}

// marshal writes a node that YAML can always write.
func marshal(n *yaml.Node) string {
	out, err := yaml.Marshal(n)
	if err != nil {
		return strconv.Quote(n.Value)
	}
	return strings.TrimRight(string(out), "\n")
}

// onPaper returns a text on one line, without what cannot stand in a file.
func onPaper(s string) string {
	return oneLine(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s))
}
