package render

import (
	"cmp"
	"html/template"
	"strings"

	"buildsite/internal/lexicon"
	"buildsite/internal/site"
)

// Item is an event as lists and heads of pages show it: plain fields, worked out
// by one call. In a template a method, or a field of an embedded struct, costs
// several times as much as a plain field, and an event stands in many lists.
type Item struct {
	When, Datetime              string
	Sign, Label                 string // classes and words of the sign on the axis: whose sources tell it
	Href                        string
	Lang                        string // of Title and Summary, "" where it is the page's
	Title, Summary              string
	Kind                        string
	Deed                        string // who acts on whom, where one does on the other
	Places                      []string
	Shore                       string // class of the side it stands on: "ca", "cn" or ""
	Turning, Planned, Extracted bool
}

// item returns what a list shows of an event.
func item(v *View, e *site.Entry) *Item {
	it := &Item{
		When: e.When(), Datetime: e.Datetime(), Href: href(v.Root, e.Path), Lang: foreign(v, e.Lang.Tag()),
		Title: e.Title, Summary: e.Summary, Kind: e.KindName(),
		Turning: e.Importance == 1, Planned: e.Planned, Extracted: e.Extracted(),
	}
	if e.Quad != lexicon.NoQuad && len(e.Actors) == 1 && len(e.Targets) > 0 {
		it.Deed = deed(v, e)
	}
	switch e.Shore() {
	case lexicon.Canada:
		it.Shore = "ca"
	case lexicon.China:
		it.Shore = "cn"
	}
	var label string
	it.Sign, label = sign(e)
	it.Label = v.words.told[label]
	for _, p := range e.Event.Places {
		it.Places = append(it.Places, p.Name.In(v.Page.Lang))
	}
	return it
}

// sign tells which sides have published on an event: as further classes of its
// sign, and as what says the same in words.
func sign(e *site.Entry) (classes, label string) {
	told := [2]bool{}
	for i := range e.Sources {
		switch e.Sources[i].Side {
		case lexicon.Canada:
			told[0] = true
		case lexicon.China:
			told[1] = true
		}
	}
	switch told {
	case [2]bool{true, true}:
		return " ca cn", "both"
	case [2]bool{true, false}:
		return " ca", "canada"
	case [2]bool{false, true}:
		return " cn", "china"
	}
	return "", "others"
}

// Account is what a side published, as an event's page shows it.
type Account struct {
	Side, Name string
	Head       template.HTML // its heading
	Capital    string        // "" for those who are neither side
	Sources    []Cited
	Quotes     []Quoted
}

// Quoted is a sentence of an account, as an event's page shows it.
type Quoted struct {
	Text, Lang string
	Href       string // its place in the source's page; may be empty
	Title      string // of the source
	Voice      string // who says it; "" where nobody is named
	VoiceHref  string // of the page of who says it
	Reported   bool   // others published it
}

// Cited is a source as an event's page cites it.
type Cited struct {
	Title, Lang string
	Href        string // its own page if it is a seed, else its address; may be empty
	Imprint     string // publisher and day
	Original    string // its address, where Href is its own page
	Paraphrased bool
}

// accounts returns what each side published.
func accounts(v *View, of []site.Account) []Account {
	all := make([]Account, len(of))
	for i := range of {
		all[i] = Account{Side: of[i].Side, Name: of[i].Name, Sources: cited(v, of[i].Sources), Quotes: quoted(v, of[i].Quotes)}
		if side := v.Side(of[i].Side); side != nil {
			all[i].Capital = side.Capital
		}
	}
	return all
}

func quoted(v *View, quotes []site.Quote) []Quoted {
	all := make([]Quoted, len(quotes))
	for i := range quotes {
		q := &quotes[i]
		all[i] = Quoted{
			Text: q.Quote, Lang: foreign(v, q.Lang), Title: cmp.Or(q.Title, q.Seed), Voice: q.Voice.Name, Reported: q.Reported,
		}
		if q.Path != "" {
			all[i].Href = href(v.Root, q.Path)
		}
		if q.Voice.Path != "" {
			all[i].VoiceHref = href(v.Root, q.Voice.Path)
		}
	}
	return all
}

func cited(v *View, sources []site.SourceRef) []Cited {
	all := make([]Cited, len(sources))
	for i := range sources {
		s := &sources[i]
		all[i] = Cited{
			Title: s.Title, Lang: foreign(v, s.Lang.Tag()), Href: web(s.URL), Imprint: s.Publisher, Paraphrased: s.Paraphrased,
		}
		if s.When != "" {
			all[i].Imprint = s.When
			if s.Publisher != "" {
				all[i].Imprint = s.Publisher + v.words.comma + s.When
			}
		}
		if s.Path != "" {
			all[i].Href, all[i].Original = href(v.Root, s.Path), all[i].Href
		}
	}
	return all
}

// foreign returns the language tag if a text in it stands out from the page,
// and "" where the lang attribute can be left away.
func foreign(v *View, tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	own, _, _ := strings.Cut(v.Lang, "-")
	if primary == own {
		return ""
	}
	return tag
}

// deed says who acts on whom, in the names that the site has for the sides.
func deed(v *View, e *site.Entry) string {
	return e.Deed(v.Site.Sides[0].Name, v.Site.Sides[1].Name, v.Site.Both)
}
