package event

import (
	"buildsite/internal/lexicon"
)

// attribute tells of a telling's evidence who publishes it and who is quoted in
// it: the one who speaks, for a statement.
func (t *telling) attribute(publisher lexicon.Side) {
	for i := range t.Evidence {
		t.Evidence[i].Side = publisher
	}
}

// spoken notes who says what a sentence tells, when it is speech.
func (t *telling) spoken() {
	if t.Kind != statement {
		return
	}
	e := &t.Evidence[0]
	if set := t.actors.twoSides(); set == ofCanada {
		e.Speaker = lexicon.Canada
	} else if set == ofChina {
		e.Speaker = lexicon.China
	}
	if len(t.People) > 0 && t.People[0].Side == e.Speaker {
		e.Voice = t.People[0]
	}
}
