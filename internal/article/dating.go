package article

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// tolerance is how many days two witnesses may be apart: a story is written on
// one day, put on the page on the next and read across the date line.
const tolerance = 2

// witness is what one place says about the day of publication.
type witness struct {
	basis  Basis
	date   edtf.Date   // zero while its year or month is not known
	moment moment      // of a dateline or a stamp
	span   source.Span // in the document's text, empty for what is outside it
	words  string
	update bool // it says when the page was changed
	weak   bool // an address or a headline: believed where nothing else speaks
}

// Partial is a day whose year, or whose month too, nothing tells; or one that may
// be read in two ways.
type Partial struct {
	Month, Day int // Month is 0 for a day of the month alone, both where there are two ways
	Words      string
	Span       source.Span  // of the words in the document's text
	Either     [2]edtf.Date // the two ways to read 11/12/2025; zero elsewhere
}

// IsZero tells whether there is no such day.
func (p Partial) IsZero() bool { return p == Partial{} }

// date believes the highest witness and names the ones that contradict it.
func (a *Article) date(doc *seed.Document, heads []dateline, home *time.Location) {
	all := a.complete(doc, a.witnesses(doc, heads))
	a.Published = Dating{Basis: NoBasis}
	if len(all) == 0 {
		return
	}
	first := all[0]
	a.Published = Dating{Date: first.date, Basis: first.basis, Evidence: []string{first.words}}
	a.Day, a.Zone = first.date, home
	for _, w := range all[1:] {
		switch {
		case w.update && w.date.First() > first.date.Last():
			if a.Updated.Date.IsZero() || w.date.First() > a.Updated.Date.First() {
				a.Updated = Dating{w.date, w.basis, []string{w.words}}
			}
		case !apart(w.date, first.date):
			if w.words != first.words {
				a.Published.Evidence = append(a.Published.Evidence, w.words)
			}
		case !w.weak || first.basis != FrontMatter:
			a.Conflicts = append(a.Conflicts, Conflict{Dating{w.date, w.basis, []string{w.words}}, w.span})
		}
	}
	a.place(doc, heads, all, home)
}

// apart tells whether two dates differ by more than the tolerance.
func apart(a, b edtf.Date) bool {
	return a.First() > b.Last()+tolerance || b.First() > a.Last()+tolerance
}

// place finds out by whose clock the story counts its days: that of the town in
// its dateline, else that of its publisher. A stamp of 07:15 on 12 November in
// Beijing is of the evening of 11 November for a story from Ottawa.
func (a *Article) place(doc *seed.Document, heads []dateline, all []witness, home *time.Location) {
	head, ok := firstHead(heads)
	if home == nil {
		home = a.site(doc)
	}
	if a.Zone = home; ok && head.zone != nil {
		a.Zone = head.zone
	}
	if a.Published.Basis == FrontMatter {
		return // an editor's word
	}
	for _, w := range all {
		if w.basis == Dateline && !apart(w.date, a.Published.Date) {
			a.Day = w.date
			return
		}
	}
	for i, w := range all {
		if w.update && i > 0 || w.date != a.Published.Date {
			continue
		}
		if day, ok := w.moment.dayIn(home, a.Zone); ok && edtf.FromDay(day) != w.date {
			a.Day = edtf.FromDay(day)
			a.Shift = fmt.Sprintf("“%s” is of %s in %s", w.words, a.Day.Format(lang.EN), townOr(head.town, a.Zone))
			return
		}
	}
}

// townOr names the place whose clock is meant.
func townOr(town string, zone *time.Location) string {
	if town != "" {
		return town
	}
	return zone.String()
}

func firstHead(heads []dateline) (dateline, bool) {
	i := slices.IndexFunc(heads, func(d dateline) bool { return d.length > 0 })
	if i < 0 {
		return dateline{}, false
	}
	return heads[i], true
}

// site returns the zone of the publisher that the page's own lines name.
func (a *Article) site(doc *seed.Document) *time.Location {
	for _, role := range [...]Role{Credit, Body, Boilerplate} {
		for _, p := range a.Parts {
			if p.Role != role {
				continue
			}
			line := plain(p.Span.Of(doc.Text))
			if role == Boilerplate && !isCopyright(line) {
				continue
			}
			if role == Body {
				line = line[:min(len(line), longestDateline, readDateline(p.Span.Of(doc.Text)).length)]
			}
			if z := knownStamps().siteZone(line); z != nil {
				return z
			}
			if role == Body {
				break
			}
		}
	}
	return nil
}

func isCopyright(line string) bool {
	return strings.Contains(line, "©") || strings.Contains(line, "(c)") || strings.HasPrefix(line, "copyright") || strings.Contains(line, "版权") || strings.Contains(line, "droits réservés")
}

// witnesses lists who tells the day, the most trusted first.
func (a *Article) witnesses(doc *seed.Document, heads []dateline) []witness {
	var out []witness
	if m := doc.Meta.Date; !m.Value.IsZero() {
		out = append(out, witness{basis: FrontMatter, date: m.Value, words: matterWords(doc)})
	}
	if d, words := dateInName(base(doc.File.Name)); !d.IsZero() {
		out = append(out, witness{basis: FileName, date: d, words: words})
	}
	if len(doc.Meta.Sources) == 1 && !doc.Meta.Date.Set() {
		if d := doc.Meta.Sources[0].Date; !d.IsZero() {
			out = append(out, witness{basis: FrontMatter, date: d, words: "sources: date: " + d.String()})
		}
	}
	for i, p := range a.Parts {
		if heads[i].dated {
			span := source.Span{Start: p.Span.Start, End: p.Span.Start + heads[i].length}
			out = append(out, witness{basis: Dateline, moment: heads[i].moment, span: span, words: oneLine(span.Of(doc.Text))})
		}
	}
	out = append(out, a.stamps(doc, heads)...)
	if w, ok := a.occasion(doc); ok {
		out = append(out, w)
	}
	if d, _ := dateInName(doc.Meta.URL.Value); !d.IsZero() {
		out = append(out, witness{basis: FrontMatter, date: d, words: doc.Meta.URL.Value, weak: true})
	}
	return out
}

// stamps lists the lines that say when the page was published, before those
// that say when it was changed.
func (a *Article) stamps(doc *seed.Document, heads []dateline) []witness {
	var published, updated []witness
	for i, p := range a.Parts {
		if heads[i].dated || p.Role != Credit && p.Role != Boilerplate {
			continue
		}
		line := plain(p.Span.Of(doc.Text))
		if p.Role == Boilerplate && !isStamp(line, false) && !isFirstPublished(line) {
			continue
		}
		for _, m := range moments(line, false) {
			w := witness{basis: Byline, moment: m, span: p.Span, words: oneLine(p.Span.Of(doc.Text)), update: m.update}
			if w.update {
				updated = append(updated, w)
			} else {
				published = append(published, w)
			}
		}
	}
	return append(published, updated...)
}

// occasion reads the day in the headline of what was said on it: "Regular Press
// Conference on April 27, 2026".
func (a *Article) occasion(doc *seed.Document) (witness, bool) {
	title := a.Title
	line := plain(title)
	if title == "" || lastOf(line, knownStamps().occasions) < 0 {
		return witness{}, false
	}
	days := moments(line, false)
	if len(days) != 1 {
		return witness{}, false
	}
	w := witness{basis: Byline, moment: days[0], words: oneLine(title), weak: true}
	for _, p := range a.Parts {
		if p.Role == Title {
			w.span = p.Span
		}
	}
	return w, true
}

// complete gives each witness its date: of those that leave out the year, or
// may be read in two ways, by what the others say. Who tells no date in the end
// is left out; the first such day is the article's Partial.
func (a *Article) complete(doc *seed.Document, all []witness) []witness {
	for i := range all {
		if w := &all[i]; w.date.IsZero() {
			if m := &w.moment; m.swap && doc.Lang == lang.FR {
				m.day, m.month, m.swap = m.month, m.day, false // jj/mm/aaaa
			}
			if d, ok := w.moment.full(); ok {
				w.date = edtf.FromDay(d)
			}
		}
	}
	sure := slices.IndexFunc(all, func(w witness) bool { return !w.date.IsZero() && w.date.Precision() == edtf.DayPrecision })
	var near edtf.Day
	if sure >= 0 {
		near = all[sure].date.First()
	}
	for i := range all {
		w := &all[i]
		if !w.date.IsZero() {
			continue
		}
		var d edtf.Day
		ok := false
		if sure >= 0 {
			d, ok = w.moment.nearest(near)
		} else {
			d, ok = w.moment.within(a.yearElsewhere(doc, all))
		}
		switch {
		case ok:
			w.date = edtf.FromDay(d)
		case !a.Partial.IsZero():
		case w.moment.swap:
			a.Partial = Partial{Words: w.words, Span: w.span, Either: w.moment.either()}
		default:
			a.Partial = Partial{Month: w.moment.month, Day: w.moment.day, Words: strings.TrimRight(w.words, " -–—:："), Span: w.span}
		}
	}
	all = slices.DeleteFunc(all, func(w witness) bool { return w.date.IsZero() })
	if len(all) > 0 {
		a.Partial = Partial{}
	}
	return all
}

// either returns the two days that the moment may be.
func (m *moment) either() [2]edtf.Date {
	first, _ := edtf.NewDay(m.year, m.month, m.day)
	second, _ := edtf.NewDay(m.year, m.day, m.month)
	return [2]edtf.Date{edtf.FromDay(first), edtf.FromDay(second)}
}

// nearest returns the day nearest to another one that the moment can be. Of
// one whose day and month may be swapped, the two readings must not both be
// near.
func (m *moment) nearest(day edtf.Day) (edtf.Day, bool) {
	y, mo, _ := day.Date()
	var all []edtf.Day
	switch {
	case m.swap:
		for _, r := range [...][2]int{{m.month, m.day}, {m.day, m.month}} {
			if d, ok := edtf.NewDay(m.year, r[0], r[1]); ok && distance(d, day) <= tolerance {
				return d, true
			}
		}
		return 0, false
	case m.month == 0:
		for _, k := range [...]int{-1, 0, 1} {
			t := 12*y + mo - 1 + k
			if d, ok := edtf.NewDay(t/12, t%12+1, m.day); ok {
				all = append(all, d)
			}
		}
	default:
		for _, k := range [...]int{-1, 0, 1} {
			if d, ok := edtf.NewDay(y+k, m.month, m.day); ok {
				all = append(all, d)
			}
		}
	}
	if len(all) == 0 {
		return 0, false
	}
	return slices.MinFunc(all, func(a, b edtf.Day) int { return int(distance(a, day) - distance(b, day)) }), true
}

func distance(a, b edtf.Day) edtf.Day { return max(a-b, b-a) }

// within returns the day that the moment is in a year, and a month where that
// is known; ok is false without a year.
func (m *moment) within(year, month int) (day edtf.Day, ok bool) {
	switch {
	case year == 0 || m.swap:
		return 0, false
	case month != 0:
		middle, _ := edtf.NewDay(year, month, 15)
		return m.nearest(middle)
	case m.month == 0:
		return 0, false
	}
	return edtf.NewDay(year, m.month, m.day)
}

// yearElsewhere looks for the year that a dateline leaves out, and for the
// month: in the article's address, in the file's name, in the front matter, in
// a stamp, in a line of copyright.
func (a *Article) yearElsewhere(doc *seed.Document, all []witness) (year, month int) {
	if d := doc.Meta.Date.Value; !d.IsZero() {
		return monthOf(d)
	}
	for _, s := range [...]string{base(doc.File.Name), doc.Meta.URL.Value} {
		if year, month = yearIn(s); year != 0 {
			return year, month
		}
	}
	for _, w := range all {
		if w.moment.year != 0 {
			return w.moment.year, 0
		}
	}
	for _, p := range a.Parts {
		if line := plain(p.Span.Of(doc.Text)); p.Role == Credit || p.Role == Boilerplate && isCopyright(line) {
			if year, _ = yearIn(line); year != 0 {
				return year, 0
			}
		}
	}
	return 0, 0
}

// monthOf returns year and month of a date that is no longer than a month.
func monthOf(d edtf.Date) (year, month int) {
	y, m, _ := d.First().Date()
	if y2, m2, _ := d.Last().Date(); y != y2 || m != m2 {
		return y, 0
	}
	return y, m
}

// matterWords returns the line of the front matter that gives the date, or the
// date alone where it was given from outside.
func matterWords(doc *seed.Document) string {
	date := doc.Meta.Date
	if !date.Set() {
		return date.Value.String()
	}
	return strings.TrimSpace(doc.File.LineText(date.Pos.Line))
}

// isFirstPublished knows the line by which an agency says when its report first
// appeared: "This report by The Canadian Press was first published Nov. 12, 2025."
func isFirstPublished(line string) bool {
	return len(line) <= 220 && (strings.Contains(line, "first published") || strings.Contains(line, "publié initialement") || strings.Contains(line, "publiée initialement") ||
		strings.Contains(line, "publié pour la première fois") || strings.Contains(line, "publiée pour la première fois") || strings.Contains(line, "d'abord été publié"))
}
