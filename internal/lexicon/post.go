package lexicon

import (
	"slices"
	"strings"

	"buildsite/internal/lang"
)

// posts gathers the offices that registered people held and lists, for each,
// how a text calls it by the country's name or adjective. A title without a
// country ("academic") names nobody.
func (l *Lexicon) posts(add func(name string, p *Post)) {
	byTitle := make(map[string]*Post)
	for _, person := range l.People {
		for i := range person.Offices {
			o := &person.Offices[i]
			if o.Role || person.Side != Canada && person.Side != China {
				continue
			}
			id := key(o.Title[lang.Unknown])
			p := byTitle[id]
			if p == nil {
				p = &Post{Title: o.Title, Side: person.Side}
				byTitle[id] = p
				for _, name := range p.names() {
					add(name, p)
				}
			}
			p.holders = append(p.holders, tenure{person, o})
		}
	}
}

// country holds the words for a country that titles are built with.
type country struct {
	name, of      string // "Canada", "du Canada"
	adjective, fr string
	feminine      string
	zh            string
}

var countries = map[Side]country{
	Canada: {"Canada", " du Canada", "Canadian", "canadien", "canadienne", "加拿大"},
	China:  {"China", " de la Chine", "Chinese", "chinois", "chinoise", "中国"},
}

func (p *Post) names() []string {
	c := countries[p.Side]
	out := p.english(c)
	out = append(out, p.french(c)...)
	if zh := p.Title[lang.ZH]; strings.HasPrefix(zh, c.zh) {
		out = append(out, zh)
		if strings.HasSuffix(zh, "外交部长") {
			out = append(out, c.zh+"外长")
		}
	}
	return out
}

// english turns "Minister of X of Canada" into "Canadian X Minister" and the
// other ways to say it.
func (p *Post) english(c country) []string {
	title := p.Title[lang.Unknown]
	i := strings.Index(title, " of "+c.name)
	if i < 0 {
		return nil
	}
	bare := title[:i] + title[i+len(" of "+c.name):]
	forms := []string{bare}
	if what, ok := strings.CutPrefix(bare, "Minister of "); ok {
		forms = append(forms, what+" Minister")
		if what == "Foreign Affairs" {
			forms = append(forms, "Foreign Minister")
		}
	}
	out := []string{title}
	for _, f := range forms {
		out = append(out, c.adjective+" "+f, c.name+"'s "+f, f+" of "+c.name)
	}
	return slices.Compact(out)
}

// french turns "ministre des X du Canada" into "ministre canadien des X", with
// the adjective in both genders.
func (p *Post) french(c country) []string {
	title := p.Title[lang.FR]
	if title == "" {
		return nil
	}
	bare, ok := strings.CutSuffix(title, c.of)
	if !ok {
		return []string{title}
	}
	head, rest := bare, ""
	for _, sep := range []string{" des ", " du ", " de ", " d'"} {
		if i := strings.Index(bare, sep); i >= 0 && i < len(head) {
			head, rest = bare[:i], bare[i:]
		}
	}
	return []string{title, head + " " + c.fr + rest, head + " " + c.feminine + rest}
}
