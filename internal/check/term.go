package check

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

//go:embed data/former.yaml
var formerData []byte

// former returns the words of a language that take an office back.
var former = sync.OnceValue(func() map[string][]string {
	var words map[string][]string
	if err := yaml.Unmarshal(formerData, &words); err != nil {
		panic("data/former.yaml: " + err.Error()) // it is part of the program
	}
	return words
})

// terms tells of people whom title or summary call by an office that they held
// on other days.
func (p *pass) terms() {
	for _, w := range p.written {
		for _, part := range [...]seed.Field[string]{w.doc.Meta.Title, w.doc.Meta.Summary} {
			for _, person := range w.People {
				o := outside(part.Value, person, w)
				if o == nil {
					continue
				}
				p.tell(w.doc, part.Pos, "outside-term", fmt.Sprintf("%s was %s %s, not on the day of this event, %s",
					person.Name.In(lang.EN), o.Title.In(lang.EN), term(o), w.Date.Format(lang.EN))).
					Hint = `correct the date, the office, or the term in people.yaml; write "former" or "future" before the office if that is meant`
			}
		}
	}
}

// term says in words when an office was held.
func term(o *lexicon.Office) string {
	switch {
	case o.To.IsZero():
		return "from " + o.From.Format(lang.EN)
	case o.From.IsZero():
		return "until " + o.To.Format(lang.EN)
	}
	return "from " + o.From.Format(lang.EN) + " to " + o.To.Format(lang.EN)
}

// outside returns an office by which the text calls a person, and which that
// person held on other days than those of the event; nil if there is none.
func outside(text string, person *lexicon.Person, w written) *lexicon.Office {
	for _, name := range namesOf(person, w.doc) {
		for at := strings.Index(text, name); at >= 0; {
			if o := before(text[:at], person, w); o != nil {
				return o
			}
			next := strings.Index(text[at+len(name):], name)
			if next < 0 {
				break
			}
			at += len(name) + next
		}
	}
	return nil
}

// before looks at what stands before a name. An office that was held twice has
// to be outside both terms.
func before(text string, person *lexicon.Person, w written) *lexicon.Office {
	text = strings.ToLower(strings.TrimRight(text, " \u00a0"))
	var wrong *lexicon.Office
	for i := range person.Offices {
		o := &person.Offices[i]
		if o.Role || !slices.ContainsFunc(styles(o, w.doc.Lang), func(style string) bool { return endsIn(text, style, w.doc.Lang) }) {
			continue
		}
		if !apart(o, w.Date) {
			return nil
		}
		wrong = o
	}
	return wrong
}

// apart tells whether no day of the date lies within the term, as far as that
// is known.
func apart(o *lexicon.Office, d edtf.Date) bool {
	return !o.From.IsZero() && d.Last() < o.From.First() || !o.To.IsZero() && d.First() > o.To.Last()
}

// endsIn tells whether the text ends in an office that it does not take back.
func endsIn(text, style string, l lang.Lang) bool {
	rest, ok := strings.CutSuffix(text, style)
	if !ok || style == "" {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(rest); l != lang.ZH && unicode.IsLetter(last) {
		return false
	}
	rest = strings.TrimRight(rest, " ")
	for _, country := range [...]string{"canadian", "chinese", "加拿大", "中国"} {
		rest = strings.TrimRight(strings.TrimSuffix(rest, country), " ")
	}
	return !slices.ContainsFunc(former()[l.String()], func(word string) bool { return strings.HasSuffix(rest, word) })
}

// styles are the ways in which a text has an office before a name, in lower
// case: "prime minister" of "Prime Minister of Canada".
func styles(o *lexicon.Office, l lang.Lang) []string {
	title := strings.ToLower(o.Title.In(l))
	for _, of := range [...]string{" of canada", " of china", " du canada", " de la chine", " de chine"} {
		title, _, _ = strings.Cut(title, of)
	}
	title = strings.TrimPrefix(strings.TrimPrefix(title, "加拿大"), "中国")
	all := []string{title}
	if what, ok := strings.CutPrefix(title, "minister of "); ok {
		all = append(all, what+" minister")
	}
	if title == "minister of foreign affairs" {
		all = append(all, "foreign minister")
	}
	return all
}
