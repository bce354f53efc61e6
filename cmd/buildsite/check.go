package main

import (
	"context"
	"errors"
	"path"

	"buildsite/internal/pipeline"
	"buildsite/internal/source"
)

// checkCommand reads everything and writes nothing.
type checkCommand struct {
	Rules bool `help:"List the rules; check --help RULE tells all about one."`
}

// Run reports problems, and questions that an editor has to settle as
// warnings, in one sorted list.
func (k *checkCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	if k.Rules {
		return listRules(t.out)
	}
	in, closeInput, err := c.input()
	if err != nil {
		return err
	}
	defer closeInput()
	in.Record = true
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
		d := r.Diagnostic()
		d.File = path.Join(in.Content.Name, d.File)
		all = append(all, d)
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
