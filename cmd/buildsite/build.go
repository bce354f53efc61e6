package main

import (
	"context"
	"errors"
	"time"

	"buildsite/internal/pipeline"
	"buildsite/internal/publish"
	"buildsite/internal/source"
)

// buildCommand builds the site into the output folder.
type buildCommand struct{}

// Run builds and publishes. Nothing is published when any problem is an error.
func (*buildCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	start := time.Now()
	if err := c.apart(); err != nil {
		return err
	}
	in, closeInput, err := c.input()
	if err != nil {
		return err
	}
	defer closeInput()
	if b, ok := c.last(ctx, in); ok {
		if err := t.report(b.Problems, c.JSON); err != nil {
			return err
		}
		c.summary(t, b, time.Since(start))
		return nil
	}
	in = in.Noting()
	bar := c.startProgress(t.err)
	result, err := pipeline.Run(ctx, in, nil)
	var files publish.Sum
	if err == nil {
		files, err = c.publish(ctx, in, result, bar)
	}
	bar.stop()
	if result == nil {
		return err
	}
	if reportErr := t.report(result.Diagnostics, c.JSON); reportErr != nil {
		return reportErr
	}
	switch {
	case errors.Is(err, pipeline.ErrProblems):
		c.print(t.err, "%s; %s was left as it was", tally(result.Diagnostics), c.Out)
		return errReported
	case err != nil:
		return err
	}
	b := built{
		Files: files, Pages: len(result.Plan.Pages), Seeds: result.Seeds, Questions: len(result.Timeline.Review), Problems: result.Diagnostics,
	}
	c.leave(ctx, in, b)
	c.summary(t, b, time.Since(start))
	return nil
}

// publish renders into a stage beside the output folder and exchanges the two.
// It returns what stands for the files.
func (c *Common) publish(ctx context.Context, in pipeline.Input, result *pipeline.Result, bar *progress) (sum publish.Sum, err error) {
	stage, err := publish.Open(c.Out)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, stage.Abort()) }()
	bar.total.Store(int64(len(result.Plan.Pages)))
	err = result.Render(ctx, in, func(name string, data []byte) error {
		bar.done.Add(1)
		return stage.Put(name, data)
	})
	if err != nil {
		return 0, err
	}
	_, err = stage.Commit()
	return stage.Sum(), err
}

// summary prints the last line, with a word on what is open.
func (c *Common) summary(t *terminal, b built, took time.Duration) {
	if c.JSON {
		return
	}
	if b.Questions > 0 {
		c.print(t.out, "%s to settle: run buildsite check", count(b.Questions, "question", "questions"))
	}
	if len(b.Problems) > 0 && !source.HasError(b.Problems) {
		c.print(t.out, "%s", tally(b.Problems))
	}
	c.print(t.out, "built %s from %s in %d ms",
		count(b.Pages, "page", "pages"), count(b.Seeds, "seed", "seeds"), took.Milliseconds())
}
