package event

// classify gives a telling its class, and who acts on whom, by the part of the
// sentence that tells it.
func (t *telling) classify(s *story) {
	d := deed{
		text: t.sent.text, region: t.sent.region(t.act), lang: t.Lang, names: t.sent.names, act: t.act.Said,
		kind: t.Kind, day: t.Date.First(), people: t.People, places: t.Places,
	}
	if t.subject.Len() > 0 {
		d.actor = sidesOf(t.subject)
	}
	if t.Kind == statement {
		d.actor = t.actors
	}
	t.Event.classify(s.lex, &d, "")
	if t.unknownSpeaker() {
		t.Actors, t.Targets = nil, nil
	}
	if t.Matters = s.lex.Matters(d.region.Of(d.text)); t.Matters == nil && (t.Kind == statement || len(t.sent.dated) == 1) {
		t.Matters = s.lex.Matters(t.sent.Of(d.text))
	}
}
