package main

import (
	"context"
	"errors"
	"path"

	"buildsite/internal/event"
	"buildsite/internal/pipeline"
	"buildsite/internal/source"
)

// checkCommand reads everything and writes nothing.
type checkCommand struct{}

// Run reports problems, and questions that an editor has to settle as
// warnings, in one sorted list.
func (*checkCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	in, closeInput, err := c.input()
	if err != nil {
		return err
	}
	defer closeInput()
	result, err := pipeline.Run(ctx, in, nil)
	if err == nil {
		// Templates can fail on a page that only this content has.
		err = result.Render(ctx, in, func(string, []byte) error { return nil })
	}
	if result == nil || err != nil && !errors.Is(err, pipeline.ErrProblems) {
		return err
	}
	all := result.Diagnostics
	for _, r := range result.Timeline.Review {
		all = append(all, question(in.Content.Name, r))
	}
	all = source.Sort(all)
	if err := t.report(all, c.JSON); err != nil {
		return err
	}
	if !c.JSON {
		c.print(t.out, "checked %s with %s: %s", count(result.Seeds, "seed", "seeds"),
			count(len(result.Timeline.Events), "event", "events"), tally(all))
	}
	if source.HasError(all) {
		return errReported
	}
	return nil
}

// question tells something to settle as a warning.
func question(content string, r event.Review) source.Diagnostic {
	d := source.Diagnostic{File: path.Join(content, r.Seed), Severity: source.Warning, Rule: r.Rule, Text: r.Text, Hint: r.Hint}
	if r.Line > 0 {
		d.Pos = source.Position{Line: r.Line, Column: 1}
	}
	return d
}
