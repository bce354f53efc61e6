package site

import (
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// leading are the offices whose holders stand as bands beside the years, by
// their English titles: those who speak for a side to the other.
var leading = [...]struct {
	side  lexicon.Side
	title string
}{
	{lexicon.Canada, "Prime Minister of Canada"},
	{lexicon.China, "Premier of China"},
	{lexicon.China, "President of China"},
}

// Leaders is an office with those who held it.
type Leaders struct {
	Side  string // "canada" or "china"
	Title string // of the office
	Terms []Term // in order; what is not known to have been is left out
}

// Term is somebody's time in an office.
type Term struct {
	Name     string
	Short    string // the family name
	Path     string // of the person's page; "" where there is none
	From, To edtf.Day
	Current  bool // nobody is known to have taken the office since; To is then the end of the year
}

// leaders returns who held the leading offices in the years of the timeline,
// as far as the days are known.
func (b *builder) leaders() []Leaders {
	if len(b.overview) == 0 {
		return nil
	}
	first, last := b.overview[0].Year, b.overview[len(b.overview)-1].Year
	end, ok := edtf.NewDay(last, 12, 31)
	if !ok {
		return nil
	}
	var all []Leaders
	for _, office := range leading {
		l := Leaders{Side: office.side.String()}
		for _, p := range b.People {
			l.add(b, p, office.title, end)
		}
		slices.SortStableFunc(l.Terms, func(s, t Term) int { return int(s.From) - int(t.From) })
		l.Terms = slices.DeleteFunc(l.close(), func(t Term) bool { y, _, _ := t.To.Date(); return y < first || t.From > end })
		if len(l.Terms) > 0 {
			all = append(all, l)
		}
	}
	return all
}

// add takes over the terms of a person in the office with the given title.
func (l *Leaders) add(b *builder, p *lexicon.Person, title string, end edtf.Day) {
	for i := range p.Offices {
		o := &p.Offices[i]
		if o.Role || o.From.IsZero() || o.Title[lang.Unknown] != title {
			continue
		}
		name := p.Name.In(b.Lang)
		t := Term{Name: name, Short: familyName(name, p.Side), Path: b.person[p.ID].Path, From: o.From.First(), To: end, Current: o.To.IsZero()}
		if !t.Current {
			t.To = o.To.Last()
		}
		l.Title = o.Title.In(b.Lang)
		l.Terms = append(l.Terms, t)
	}
}

// close leaves out terms whose end is not known although somebody has taken the
// office since.
func (l *Leaders) close() []Term {
	var terms []Term
	for i, t := range l.Terms {
		if !t.Current || i == len(l.Terms)-1 {
			terms = append(terms, t)
		}
	}
	return terms
}

// familyName returns the part of a name that the press goes by: the first word
// of a Chinese name, the last of others. Names in Chinese characters stay whole
// but for a foreigner's first names, which a dot parts off.
func familyName(name string, side lexicon.Side) string {
	if i := strings.LastIndex(name, "·"); i >= 0 {
		return name[i+len("·"):]
	}
	words := strings.Fields(name)
	switch {
	case len(words) < 2:
		return name
	case side == lexicon.China:
		return words[0]
	}
	return words[len(words)-1]
}
