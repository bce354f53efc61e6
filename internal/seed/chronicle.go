package seed

import (
	"slices"

	"github.com/yuin/goldmark/ast"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// A chronicler reads the entries of a chronicle. Headings that are dates, and
// items and lines that are nothing but a date, hold for what follows them; an
// entry may leave out what they say.
type chronicler struct {
	*reading
	prose
	tree     *tree // nil for plain text
	lang     lang.Lang
	contexts []context
	entries  []Entry

	last      edtf.Date // of the entries so far
	backwards bool      // the list runs from new to old
}

// context is a date that holds for what follows, zero for a heading without.
type context struct {
	level int // of the heading; a line or an item of its own counts as deeper
	date  edtf.Date
	dated source.Span
}

// The levels of contexts that are no headings.
const (
	lineLevel = 7
	itemLevel = 8 // and the item's own level on top
)

// within returns the innermost context with a date.
func (c *chronicler) within() context {
	for _, x := range slices.Backward(c.contexts) {
		if !x.date.IsZero() {
			return x
		}
	}
	return context{}
}

// enter leaves the contexts that one of the given level ends, and enters it.
func (c *chronicler) enter(x context) {
	c.leave(x.level)
	c.contexts = append(c.contexts, x)
}

// leave leaves the contexts of the given level and deeper.
func (c *chronicler) leave(level int) {
	for n := len(c.contexts); n > 0 && c.contexts[n-1].level >= level; n-- {
		c.contexts = c.contexts[:n-1]
	}
}

// leaveLines leaves the contexts of lines that paragraph i goes beyond: its
// date, read with what they say, does not lie within theirs.
func (c *chronicler) leaveLines(i int) {
	c.leave(itemLevel)
	for n := len(c.contexts); n > 0 && c.contexts[n-1].level == lineLevel; n-- {
		line := c.contexts[n-1].date
		if l := c.leadOf(i, line); !l.found() || l.date != line && l.date.Overlaps(line) {
			return
		}
		c.contexts = c.contexts[:n-1]
	}
}

// enterLine enters a date that has a line of its own, within the others that
// hold there.
func (c *chronicler) enterLine(l lead) {
	c.contexts = append(c.contexts, context{lineLevel, l.date, l.dated})
}

// isBare tells whether l is all that block i says.
func (c *chronicler) isBare(i int, l lead) bool {
	return l.found() && l.rest >= c.blocks[i].Span.End
}

// isChronicle tells by its form whether a text is a chronicle: at least half of
// its blocks or of its headings begin with a date, and not fewer than least do.
// What was meant for a date counts as one.
func (c *chronicler) isChronicle(least int) bool {
	blocks, dated, headings, datedHeadings := 0, 0, 0, 0
	bare := false // the block before is a date with a line of its own
	for i, b := range c.blocks {
		below := bare
		bare = false
		switch {
		case b.Kind == Heading:
			headings++
			l := c.leadOf(i, c.within().date)
			c.enter(context{level: b.Level, date: l.date})
			if l.found() {
				datedHeadings++
			}
		case b.Kind == Code, b.Kind == Item && b.Level > 1:
		default:
			blocks++
			if b.Kind == Paragraph {
				c.leaveLines(i)
			}
			within := c.within().date
			l := c.leadOf(i, within)
			if l.found() || l.bad != nil && l.sign == marked || b.Kind == Item && !within.IsZero() {
				dated++
			}
			switch {
			case l.found():
				c.follow(l.date)
				bare = b.Kind == Paragraph && c.isBare(i, l)
				if bare && below {
					dated-- // of two dates below each other, as in the stamps of an article, one counts
				}
			case below:
				blocks-- // it is what happened on the day above it
			}
			if bare {
				c.enterLine(l)
			}
		}
	}
	c.contexts, c.last, c.backwards = nil, edtf.Date{}, false
	return dated >= least && dated*2 >= blocks || datedHeadings >= max(2, least) && datedHeadings*2 >= headings
}

// read reads all entries.
func (c *chronicler) read() []Entry {
	for i := 0; i < len(c.blocks); {
		switch c.blocks[i].Kind {
		case Heading:
			i = c.heading(i)
		case Item:
			i = c.item(i)
		case Paragraph:
			i = c.paragraph(i)
		default:
			i++
		}
	}
	return c.entries
}

// dateOf is leadOf with its problems told.
func (c *chronicler) dateOf(i int) lead {
	within := c.within()
	l := c.leadOf(i, within.date)
	switch {
	case l.bad != nil:
		c.badDate(c.fileOffset(l.dated.Start), l.dated.Of(c.text), l.bad)
	case l.found() && !within.date.IsZero() && !within.date.Overlaps(l.date):
		c.warnf(c.fileOffset(l.dated.Start), ruleDateOutside, "%s lies outside %s, which it stands under", l.dated.Of(c.text), within.dated.Of(c.text)).
			Hint = "move the entry, or correct its date; its own date is what counts"
	}
	if l.found() {
		c.follow(l.date)
	}
	return l
}

// fileOffset leads from the text to File.Text.
func (c *chronicler) fileOffset(off int) int {
	d := Document{File: c.file, Text: c.text, marks: c.marks}
	return d.fileOffset(off)
}

// noText reports a date with nothing to it.
func (c *chronicler) noText(l lead) {
	c.warnf(c.fileOffset(l.dated.Start), ruleDateWithoutText, "%s has no text", l.dated.Of(c.text)).
		Hint = "say what happened, or take the date out"
}

// sectionEnd returns the index of the next heading after i.
func (c *chronicler) sectionEnd(i int) int {
	for i++; i < len(c.blocks) && c.blocks[i].Kind != Heading; i++ {
	}
	return i
}

// anyDated tells whether one of the blocks from i to end begins with a date.
func (c *chronicler) anyDated(i, end int, within edtf.Date) bool {
	for ; i < end; i++ {
		if l := c.leadOf(i, within); l.found() || l.bad != nil {
			return true
		}
	}
	return false
}

// anyItem tells whether one of the blocks from i to end is an item.
func (c *chronicler) anyItem(i, end int) bool {
	return slices.ContainsFunc(c.blocks[i:end], func(b Block) bool { return b.Kind == Item })
}

// heading reads the heading i, and its section if that is one entry. It returns
// the index of the block to go on with.
func (c *chronicler) heading(i int) int {
	block := c.blocks[i]
	c.leave(block.Level)
	l := c.dateOf(i)
	c.enter(context{block.Level, l.date, l.dated})
	if !l.found() {
		return i + 1
	}
	end := c.sectionEnd(i)
	titled := l.rest < block.Span.End
	if !c.isOneEntry(i, end, l, titled) {
		return i + 1
	}
	if end == i+1 && !titled {
		if end == len(c.blocks) || c.blocks[end].Level <= block.Level {
			c.noText(l)
		}
		return end
	}
	from := i + 1
	said := source.Span{Start: l.rest, End: block.Span.End}
	text := said
	if end > from {
		text = source.Span{Start: c.blocks[from].Span.Start, End: c.blocks[end-1].Span.End}
	}
	e := c.entry(l.date, l.dated, text)
	if titled {
		e.Title = titleOf(said.Of(c.text), c.lang)
	}
	if titled && end > from {
		e.Heading = said
	}
	c.finish(e, from, end, c.sectionNodes(i))
	return end
}

// isOneEntry tells whether the section from heading i to end is a single entry:
// it has no dates of its own, and no items that each are one, unless the heading
// names a day and what happened or begins with prose.
func (c *chronicler) isOneEntry(i, end int, l lead, titled bool) bool {
	if c.anyDated(i+1, end, l.date) || l.date.Precision() > edtf.YearPrecision {
		return false
	}
	if !c.anyItem(i+1, end) {
		return true
	}
	return l.date.Precision() == edtf.DayPrecision && (titled || c.blocks[i+1].Kind != Item)
}

// sectionNodes returns the nodes after heading i up to the next one.
func (c *chronicler) sectionNodes(i int) []ast.Node {
	heading := c.extra[i].node
	if heading == nil {
		return nil
	}
	var nodes []ast.Node
	for n := heading.NextSibling(); n != nil && n.Kind() != ast.KindHeading; n = n.NextSibling() {
		nodes = append(nodes, n)
	}
	return nodes
}

// itemEnd returns the index after the last block that belongs to item i.
func (c *chronicler) itemEnd(i int) int {
	if end := c.extra[i].end; end > i {
		return end
	}
	level := c.blocks[i].Level
	for i++; i < len(c.blocks) && c.blocks[i].Kind == Item && c.blocks[i].Level > level; i++ {
	}
	return i
}

// item reads item i with what is nested in it.
func (c *chronicler) item(i int) int {
	block := c.blocks[i]
	end := c.itemEnd(i)
	c.leave(itemLevel + block.Level)
	within := c.within()
	l := c.dateOf(i)
	bare := c.isBare(i, l)
	switch {
	case l.bad != nil:
		return end
	case bare && c.anyDated(i+1, end, l.date):
		c.enter(context{itemLevel + block.Level, l.date, l.dated})
		return i + 1
	case bare && end == i+1:
		c.noText(l)
		return end
	case !l.found() && (c.anyDated(i+1, end, within.date) || within.date.IsZero()):
		return i + 1 // it groups others, or belongs to an introduction
	case !l.found():
		l = lead{date: within.date, dated: within.dated, rest: block.Span.Start}
	}
	text := source.Span{Start: l.rest, End: c.blocks[end-1].Span.End}
	from := i
	if bare {
		from = i + 1
		text.Start = c.blocks[from].Span.Start
	}
	c.finish(c.entry(l.date, l.dated, text), from, end, c.itemNodes(i))
	return end
}

// itemNodes returns the nodes of item i.
func (c *chronicler) itemNodes(i int) []ast.Node {
	node := c.extra[i].node
	if node == nil {
		return nil
	}
	item := node.Parent()
	if item == nil || item.Kind() != ast.KindListItem {
		return []ast.Node{node}
	}
	var nodes []ast.Node
	for n := item.FirstChild(); n != nil; n = n.NextSibling() {
		nodes = append(nodes, n)
	}
	return nodes
}

// paragraph reads paragraph i, with the undated ones after it, if it begins
// with a date. A date alone holds for the lines and items after it, too.
func (c *chronicler) paragraph(i int) int {
	saved := c.contexts
	c.leaveLines(i)
	l := c.dateOf(i)
	if !l.found() {
		c.contexts = saved
		return i + 1
	}
	bare := c.isBare(i, l)
	if bare {
		c.enterLine(l)
	}
	end := c.paragraphEnd(i)
	switch from := i + 1; {
	case !bare:
		text := source.Span{Start: l.rest, End: c.blocks[end-1].Span.End}
		c.finish(c.entry(l.date, l.dated, text), i, end, c.nodes(i, end))
	case end > from:
		text := source.Span{Start: c.blocks[from].Span.Start, End: c.blocks[end-1].Span.End}
		c.finish(c.entry(l.date, l.dated, text), from, end, c.nodes(from, end))
	case !c.heads(l, end):
		c.noText(l)
	}
	return end
}

// paragraphEnd returns the index after the last paragraph that goes on from i.
func (c *chronicler) paragraphEnd(i int) int {
	row := c.isRow(i)
	for i++; i < len(c.blocks) && !row; i++ {
		if k := c.blocks[i].Kind; k == Heading || k == Item || c.isRow(i) {
			break
		}
		if l := c.peek(i); l.found() || l.bad != nil {
			break
		}
	}
	return i
}

// peek returns the lead that paragraph i will have.
func (c *chronicler) peek(i int) lead {
	saved := c.contexts
	defer func() { c.contexts = saved }()
	c.leaveLines(i)
	return c.leadOf(i, c.within().date)
}

// heads tells whether l, a date with a line of its own, is there for block i
// after it: an item, or a line whose date lies within it.
func (c *chronicler) heads(l lead, i int) bool {
	if i == len(c.blocks) || c.blocks[i].Kind != Paragraph {
		return i < len(c.blocks) && c.blocks[i].Kind == Item
	}
	next := c.peek(i)
	return next.bad != nil || next.found() && next.date != l.date && next.date.Overlaps(l.date)
}

// nodes returns the nodes of the blocks from i to end.
func (c *chronicler) nodes(i, end int) []ast.Node {
	if c.tree == nil {
		return nil
	}
	nodes := make([]ast.Node, 0, end-i)
	for _, x := range c.extra[i:end] {
		nodes = append(nodes, x.node)
	}
	return nodes
}
