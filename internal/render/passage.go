package render

import "buildsite/internal/site"

// Passage is a run of a source's text that is all boilerplate or all not.
type Passage struct {
	Boilerplate bool
	Stretches   []Stretch
}

// Stretch is a run of list items, or of paragraphs and headings.
type Stretch struct {
	List   bool
	Blocks []site.TextBlock
}

// passages groups blocks so that items can stand in a list and boilerplate can
// be folded away.
func passages(blocks []site.TextBlock) []Passage {
	var all []Passage
	for _, block := range blocks {
		if len(all) == 0 || all[len(all)-1].Boilerplate != block.Boilerplate {
			all = append(all, Passage{Boilerplate: block.Boilerplate})
		}
		p := &all[len(all)-1]
		list := block.Form == "li"
		if len(p.Stretches) == 0 || p.Stretches[len(p.Stretches)-1].List != list {
			p.Stretches = append(p.Stretches, Stretch{List: list})
		}
		s := &p.Stretches[len(p.Stretches)-1]
		s.Blocks = append(s.Blocks, block)
	}
	return all
}
