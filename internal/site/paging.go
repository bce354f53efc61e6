package site

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How much one page holds. A page has at most 1,400 elements: a full entry has
// up to nine, one in a line four, an entity three.
const (
	fullOnPage   = 100
	briefOnPage  = 220
	namesOnPage  = 300
	turnsOnHome  = 80
	perDayOfYear = 6
)

// Pager leads to the further pages of a list that is too long for one.
type Pager struct {
	Leaves     []Leaf
	Prev, Next *Link
}

// Leaf is one page of a list, called by what stands on it.
type Leaf struct {
	Title, Path string
	Current     bool
}

// leafPath returns the path of a list's page, counted from nought. The first
// one's is the list's own, so that it stays whatever the list's length.
func leafPath(path string, i int) string {
	if i == 0 {
		return path
	}
	return fmt.Sprintf("%s-p%d.html", strings.TrimSuffix(path, ".html"), i+1)
}

// leaves cuts a list into pages and calls add for each, with its path, what it
// is called where there are several, and what leads to the others.
func leaves[T any](path string, all []T, size int, title func(part []T) string, add func(part []T, path, called string, p *Pager)) {
	if len(all) <= size {
		add(all, path, "", nil)
		return
	}
	var parts [][]T
	for start := 0; start < len(all); start += size {
		parts = append(parts, all[start:min(start+size, len(all))])
	}
	list := make([]Leaf, len(parts))
	for i, part := range parts {
		list[i] = Leaf{Title: title(part), Path: leafPath(path, i)}
	}
	for i, part := range parts {
		p := &Pager{Leaves: append([]Leaf(nil), list...)}
		p.Leaves[i].Current = true
		if i > 0 {
			p.Prev = &Link{list[i-1].Title, list[i-1].Path}
		}
		if i+1 < len(parts) {
			p.Next = &Link{list[i+1].Title, list[i+1].Path}
		}
		add(part, list[i].Path, list[i].Title, p)
	}
}

// yearsOf calls a page of entries, which are in order, by their years.
func (b *builder) yearsOf(part []*Entry) string {
	first, last := yearName(part[0].year), yearName(part[len(part)-1].year)
	if first == last {
		return b.yearTitle(part[0].year)
	}
	return b.msg.Text("page.years", "from", first, "to", last)
}

// datesOf calls a page of one year's entries by their dates.
func (b *builder) datesOf(part []*Entry) string {
	first, last := part[0].When(), part[len(part)-1].When()
	if first == last {
		return first
	}
	return first + " – " + last
}

// initialsOf calls a page of names by the first letters of the first and last.
func initialsOf(part []Entity) string {
	first, last := initial(part[0].Name), initial(part[len(part)-1].Name)
	if first == last {
		return first
	}
	return first + " – " + last
}

func initial(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r))
}

// inPart adds to a page's title which part of the list it holds.
func (b *builder) inPart(title, called string) string {
	if called == "" {
		return title
	}
	return b.msg.Text("page.part", "title", title, "part", called)
}
