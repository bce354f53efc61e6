package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/pipeline"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// promoteCommand writes an extracted event as a seed for an editor to own.
type promoteCommand struct {
	ID string `arg:"" name:"event-id" help:"Id of an extracted event: the name of its page, as explain and check print it."`
}

// Run finds the event among all that the content tells, and writes it. The seed
// has the event's id for a name, so that from then on it takes the place of what
// was extracted, whatever the editor makes of it.
func (p *promoteCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	in, closeInput, err := c.input()
	if err != nil {
		return err
	}
	defer closeInput()
	result, err := pipeline.Run(ctx, in, nil)
	if result == nil || err != nil && !errors.Is(err, pipeline.ErrProblems) {
		return err
	}
	found, err := p.find(result.Timeline.Events)
	if err != nil {
		return err
	}
	return c.write(t, eventPath(found.Date, found.ID), promoted(found))
}

// find returns the extracted event of that id.
func (p *promoteCommand) find(events []*event.Event) (*event.Event, error) {
	var ids []string
	for _, e := range events {
		switch {
		case e.Status == event.Extracted:
			ids = append(ids, e.ID)
		case e.ID == p.ID:
			return nil, &noResult{"the event " + p.ID + " is an editor's already", "edit its seed, " + e.Seeds[0]}
		}
		if e.ID == p.ID {
			return e, nil
		}
	}
	hint := "buildsite explain FILE shows the ids of what a seed yields"
	if near := source.Nearest(p.ID, ids); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return nil, &noResult{"there is no extracted event " + p.ID, hint}
}

// promoted is an event as the seed that an editor goes on with.
func promoted(e *event.Event) *seed.Sheet {
	s := &seed.Sheet{
		Title: e.Title, Date: e.Date, Type: seed.Event, Lang: e.Lang, Kind: e.Kind, Importance: e.Importance, Summary: e.Summary,
	}
	for _, x := range e.Topics {
		s.Topics = append(s.Topics, x.ID)
	}
	for _, x := range e.People {
		s.People = append(s.People, x.Name.In(e.Lang))
	}
	for _, x := range e.Places {
		s.Places = append(s.Places, x.Name.In(e.Lang))
	}
	for _, x := range e.Sources {
		if x.URL == "" && x.Seed != "" {
			continue // the seed itself goes on to be a source
		}
		from := seed.Source{Title: x.Title, URL: x.URL, Date: x.Date, Side: x.Side.String(), Paraphrased: x.Paraphrased}
		from.Publisher.Value = x.Publisher
		s.Sources = append(s.Sources, from)
	}
	s.Comments = append(s.Comments, "Read from the texts below: say the title and the summary in your own words, then take these lines out.")
	for _, x := range e.Evidence {
		s.Comments = append(s.Comments,
			fmt.Sprintf("%s:%d: %s", x.Seed, x.Line, x.Quote),
			fmt.Sprintf("  %q: %s", x.Timex, x.Basis))
	}
	for _, why := range e.Reasons {
		if doubt, ok := strings.CutPrefix(why, event.Doubt); ok {
			s.Comments = append(s.Comments, "sure only in part: "+doubt)
		}
	}
	return s
}
