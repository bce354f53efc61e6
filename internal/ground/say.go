package ground

import (
	"regexp"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// slot is something that a phrase has to fill in: what it looks like in English,
// and how it is said.
type slot struct {
	expr string
	say  func(w *Writer, english string) []Piece // nil where it is not understood
}

// slots are the names in braces of [phrases].
var slots = map[string]slot{
	"base":    {`.+`, nil}, // another phrase; set below, as it leads back here
	"date":    {`.+`, (*Writer).date},
	"unit":    {`[a-z-]+`, (*Writer).unit},
	"span":    {`\d+ [a-z-]+`, (*Writer).span},
	"place":   {`.+`, (*Writer).place},
	"kind":    {`.+?`, (*Writer).kind},
	"other":   {`.+`, (*Writer).kind},
	"matters": {`.+`, (*Writer).matters},
	"n":       {`\d+`, verbatim},
	"from":    {`\d+`, verbatim},
	"to":      {`\d+`, verbatim},
	"words":   {`.+?`, verbatim},
	"quotes":  {`“.+”`, (*Writer).quotes},
	"events":  {`“.+\)`, (*Writer).events},
	"when":    {`.+`, (*Writer).when},
}

func verbatim(_ *Writer, english string) []Piece { return text(english) }

func text(s string) []Piece { return []Piece{{Text: s}} }

// phrase says a reason that is one phrase of the table, nil if it is none.
func (w *Writer) phrase(english string) []Piece {
	if key, ok := fixed[english]; ok {
		return text(w.msg.Text(key))
	}
	for i := range patterns {
		if m := patterns[i].FindStringSubmatch(english); m != nil {
			if out := w.fill(&patterns[i], m[1:]); out != nil {
				return out
			}
		}
	}
	return nil
}

// fill puts what a pattern found into the language's own phrase.
func (w *Writer) fill(p *pattern, found []string) []Piece {
	values := make(map[string][]Piece, len(found))
	for i, name := range p.slots {
		say := slots[name].say
		if name == "base" {
			say = (*Writer).phrase
		}
		if values[name] = say(w, found[i]); values[name] == nil {
			return nil
		}
	}
	form, at := w.msg.Text(p.key), 0
	var out []Piece
	for _, m := range braced.FindAllStringSubmatchIndex(form, -1) {
		out = join(out, text(form[at:m[0]]))
		out = join(out, values[form[m[2]:m[3]]])
		at = m[1]
	}
	return join(out, text(form[at:]))
}

// date says a date that stands as EDTF or as it is written in English.
func (w *Writer) date(english string) []Piece {
	d, err := edtf.ParseText(english, lang.EN)
	if err != nil {
		return nil
	}
	return text(d.Format(w.msg.Lang))
}

func (w *Writer) unit(english string) []Piece {
	key := "ground.unit." + english
	if !w.msg.Has(key) {
		return nil
	}
	return text(w.msg.Text(key))
}

// span says "3 weeks", "1 day", "2 centuries".
func (w *Writer) span(english string) []Piece {
	digits, unit, _ := strings.Cut(english, " ")
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	if n != 1 {
		unit = strings.TrimSuffix(unit, "s")
		if stem, ok := strings.CutSuffix(unit, "ie"); ok {
			unit = stem + "y"
		}
	}
	key := "ground.span." + unit
	if !w.msg.Has(key) {
		return nil
	}
	return text(w.msg.Count(key, n))
}

func (w *Writer) place(english string) []Piece {
	if w.names.Place != nil {
		if name := w.names.Place(english); name != "" {
			return text(name)
		}
	}
	return text(english)
}

// kind says the name of a kind, which stands in small letters.
func (w *Writer) kind(english string) []Piece {
	for _, k := range lexicon.Kinds {
		if strings.EqualFold(k.Name.In(lang.EN), english) {
			return text(strings.ToLower(k.Name.In(w.msg.Lang)))
		}
	}
	return nil
}

// matters lists what tellings are about.
func (w *Writer) matters(english string) []Piece {
	all := strings.Split(english, ", ")
	for i, m := range all {
		key := "ground.matter." + strings.ReplaceAll(m, " ", "-")
		if !w.msg.Has(key) {
			return nil
		}
		all[i] = w.msg.Text(key)
	}
	return text(strings.Join(all, w.msg.Text("ground.list")))
}

// quotes sets words between the language's own quotation marks.
func (w *Writer) quotes(english string) []Piece {
	all := strings.Split(strings.Trim(english, "“”"), "”, “")
	for i, words := range all {
		all[i] = w.msg.Text("ground.quote", "words", words)
	}
	return text(strings.Join(all, w.msg.Text("ground.list")))
}

// told is an event as package dating names it: “title” of 3 May 2025 (id).
var told = regexp.MustCompile(`^“(.*?)” of ([^“”]*?) \(([^ ()]+)\)(?: or |$)`)

// events lists known events by their titles on the pages.
func (w *Writer) events(english string) []Piece {
	var out []Piece
	for rest := english; rest != ""; {
		m := told.FindStringSubmatch(rest)
		if m == nil {
			return nil
		}
		if out != nil {
			out = join(out, text(w.msg.Text("ground.either")))
		}
		out = join(out, w.event(m[1], m[2], m[3]))
		rest = rest[len(m[0]):]
	}
	return out
}

func (w *Writer) event(title, date, id string) []Piece {
	when := date
	if d := w.date(date); d != nil {
		when = Text(d)
	}
	name := Piece{Text: title}
	if w.names.Event != nil {
		if own, on, ok := w.names.Event(id); ok {
			name, when = Piece{Text: own, Event: id}, on
		}
	}
	before, after, _ := strings.Cut(w.msg.Text("ground.event", "date", when), "{title}")
	return join(join(text(before), []Piece{name}), text(after))
}

// when says when something was written: "on 11 or 12 November 2025", "in November
// 2025", "between 3 and 9 November 2025".
func (w *Writer) when(english string) []Piece {
	how, rest, _ := strings.Cut(english, " ")
	first, last, ends := strings.Cut(rest, " and ")
	if how != "between" {
		first, last, ends = strings.Cut(rest, " or ")
	}
	if !ends {
		first, last = "", rest
	}
	_, month, _ := strings.Cut(last, " ")
	if ends && !strings.Contains(first, " ") {
		first += " " + month
	}
	to := w.date(last)
	if to == nil {
		return nil
	}
	if !ends {
		return text(w.msg.Text("ground.when."+how, "date", Text(to)))
	}
	from := w.date(first)
	if from == nil {
		return nil
	}
	if how == "on" {
		how = "either"
	}
	return text(w.msg.Text("ground.when."+how, "from", Text(from), "to", Text(to)))
}
