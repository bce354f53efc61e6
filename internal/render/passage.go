package render

import (
	"slices"

	"buildsite/internal/site"
)

// Reading is a source's text as its page shows it.
type Reading struct {
	Passages []Passage
	Told     []*site.Entry // the events it tells, in the order of their notes
}

// Passage is a part of a text that is all boilerplate or all not.
type Passage struct {
	Boilerplate bool
	Stretches   []Stretch
}

// Stretch is a run of list items, or of paragraphs and headings.
type Stretch struct {
	List   bool
	Blocks []Block
}

// Block is a paragraph, heading or item with its evidence marked.
type Block struct {
	Form string // "p", "h", "li"
	Runs []Run
}

// Run is a stretch of text, and the notes that stand after it. Its fields are
// plain ones, and so are a note's: see [Item].
type Run struct {
	Text   string
	Marked bool   // it is the evidence of events
	ID     string // fragment of the first of these
	Notes  []Note
	Bits   []Bit // Text in pieces, where it has dates or names; else nil
}

// Bit is a date, a name, or text between these: see [site.Bit].
type Bit struct{ Text, EDTF, Datetime, Href string }

func bits(v *View, all []site.Bit) []Bit {
	out := make([]Bit, len(all))
	for i, b := range all {
		out[i] = Bit{Text: b.Text, EDTF: b.EDTF, Datetime: b.Datetime}
		if b.Path != "" {
			out[i].Href = href(v.Root, b.Path)
		}
	}
	return out
}

// Note leads from a marked sentence to an event.
type Note struct {
	Href, Title string
	Number      int // from 1, as in Reading.Told
}

// read groups the blocks of a source so that items can stand in a list and
// boilerplate can be folded away, and numbers the events in the order in which
// the text tells them.
func read(v *View, p *site.SourcePage) Reading {
	var r Reading
	numbers := make(map[*site.Entry]int, len(p.Entries))
	number := func(e *site.Entry) int {
		if numbers[e] == 0 {
			r.Told = append(r.Told, e)
			numbers[e] = len(r.Told)
		}
		return numbers[e]
	}
	for _, block := range p.Blocks {
		r.add(block.Boilerplate, newBlock(v, block, number))
	}
	for _, e := range p.Entries {
		number(e) // what has no evidence in the text comes last
	}
	return r
}

// newBlock takes over a block. A note stands where the evidence of its event
// ends, so that a sentence that is cut by another's evidence has it once.
func newBlock(v *View, b site.TextBlock, number func(*site.Entry) int) Block {
	block := Block{Form: b.Form, Runs: make([]Run, len(b.Runs))}
	for i, run := range b.Runs {
		block.Runs[i] = Run{Text: run.Text, Marked: len(run.Events) > 0, ID: run.ID, Bits: bits(v, run.Bits)}
		for _, e := range run.Events {
			n := Note{Href: href(v.Root, e.Path), Title: e.Title, Number: number(e)}
			if i+1 == len(b.Runs) || !marks(b.Runs[i+1], e) {
				block.Runs[i].Notes = append(block.Runs[i].Notes, n)
			}
		}
	}
	return block
}

func marks(run site.Run, e *site.Entry) bool {
	return slices.Contains(run.Events, e)
}

// add appends a block to the last passage and stretch if it belongs there.
func (r *Reading) add(boilerplate bool, b Block) {
	if n := len(r.Passages); n == 0 || r.Passages[n-1].Boilerplate != boilerplate {
		r.Passages = append(r.Passages, Passage{Boilerplate: boilerplate})
	}
	p := &r.Passages[len(r.Passages)-1]
	list := b.Form == "li"
	if n := len(p.Stretches); n == 0 || p.Stretches[n-1].List != list {
		p.Stretches = append(p.Stretches, Stretch{List: list})
	}
	s := &p.Stretches[len(p.Stretches)-1]
	s.Blocks = append(s.Blocks, b)
}
