package check

import (
	"fmt"

	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

// enough is in how many events a person is named who ought to be registered.
const enough = 2

// unregistered tells of people who are named again and again and are not in
// people.yaml, each where the first event names them.
func (p *pass) unregistered() {
	known := make(map[string]bool, len(p.Lexicon.People))
	for _, person := range p.Lexicon.People {
		known[person.ID] = true
	}
	times := make(map[string]int)
	for _, w := range p.written {
		for _, person := range w.People {
			times[person.ID]++
		}
	}
	told := make(map[string]bool)
	for _, w := range p.written {
		for _, name := range w.doc.Meta.People {
			id := p.Lexicon.Person(name.Value).ID
			if known[id] || told[id] || times[id] < enough {
				continue
			}
			told[id] = true
			p.tell(w.doc, name.Pos, "unregistered", fmt.Sprintf("%s is named in %d events and is not in people.yaml", name.Value, times[id])).
				Hint = fmt.Sprintf("add \"- name: %s\" there, with side and offices", name.Value)
		}
	}
}

// namesOf are the ways in which a text in the language of a seed may name a
// person.
func namesOf(person *lexicon.Person, doc *seed.Document) []string {
	names := []string{person.Name.In(doc.Lang)}
	for _, name := range append([]string{person.Name.In(0)}, person.Aliases...) {
		if name != names[0] {
			names = append(names, name)
		}
	}
	return names
}
