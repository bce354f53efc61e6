package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"buildsite/internal/interchange"
	"buildsite/internal/lang"
	"buildsite/internal/pipeline"
	"buildsite/internal/source"
)

// importCommand writes what other programs know as seeds.
type importCommand struct {
	Files   []string `arg:"" name:"file" help:"Timelines of TimelineJS (.json, or its table as .csv), Markwhen (.mw), calendars (.ics), or events.csv of this site."`
	DryRun  bool     `help:"Write nothing; print the paths of the seeds that would be written."`
	Partial bool     `help:"Write what can be read and is new even where there are problems."`
	Lang    string   `placeholder:"en|fr|zh" help:"Language of the texts. Without it: that of each text."`
}

// Run reads the files and writes a seed for each event. It replaces nothing,
// and writes nothing where anything is wrong, unless it is told to.
func (i *importCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	var opts interchange.Options
	if i.Lang != "" {
		var err error
		if opts.Lang, err = lang.Parse(i.Lang); err != nil {
			return unlike("--lang", i.Lang, []string{"en", "fr", "zh"})
		}
	}
	known, err := known(c.Content)
	if err != nil {
		return err
	}
	var drafts []interchange.Draft
	var ds []source.Diagnostic
	for _, name := range i.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return unreadable(name, err)
		}
		name = filepath.ToSlash(name)
		all, problems := interchange.Read(name, raw, opts)
		fresh, taken := known.sift(name, c.Content, all)
		drafts, ds = append(drafts, fresh...), append(append(ds, problems...), taken...)
	}
	if err := t.report(source.Sort(ds), c.JSON); err != nil {
		return err
	}
	if source.HasError(ds) && !i.Partial {
		c.print(t.out, "nothing was written; %s; --partial writes the rest", tally(ds))
		return errReported
	}
	if err := i.write(c, t, drafts); err != nil {
		return err
	}
	if source.HasError(ds) {
		return errReported
	}
	return nil
}

// write writes the seeds and prints their paths.
func (i *importCommand) write(c *Common, t *terminal, drafts []interchange.Draft) error {
	seeds := 0
	for d := range drafts {
		for _, f := range drafts[d].Files() {
			seeds++
			if i.DryRun {
				c.print(t.out, "%s", filepath.Join(c.Content, filepath.FromSlash(f.Name)))
				continue
			}
			if err := c.write(t, f.Name, f.Sheet); err != nil {
				return err
			}
		}
	}
	did := "wrote"
	if i.DryRun {
		did = "would write"
	}
	c.print(t.out, "%s %s of %s", did, count(seeds, "seed", "seeds"), count(len(drafts), "event", "events"))
	return nil
}

// ids are the events that there are: the file of each, by the id that its name
// gives it.
type ids map[string]string

// known returns the events that the content folder has seeds for. A folder that
// is not there has none.
func known(dir string) (ids, error) {
	all := make(ids)
	root, err := openFolder("--content", dir)
	if errors.Is(err, fs.ErrNotExist) {
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	names, err := pipeline.Seeds(root.FS())
	for _, name := range names {
		all[strings.TrimSuffix(path.Base(name), path.Ext(name))] = path.Join(filepath.ToSlash(dir), name)
	}
	return all, errors.Join(err, root.Close())
}

// sift returns the drafts whose ids are new, and adds them. What is there
// already, in the content folder or further up, is told.
func (k ids) sift(file, dir string, drafts []interchange.Draft) (fresh []interchange.Draft, ds []source.Diagnostic) {
	for _, d := range drafts {
		if at, taken := k[d.ID]; taken {
			problem := source.Diagnostic{File: file, Pos: d.Pos, Severity: source.Error, Rule: "import", Text: "there is an event of the name " + d.ID + " already: " + at}
			ds = append(ds, problem.WithHint("edit that seed; nothing is overwritten"))
			continue
		}
		k[d.ID] = path.Join(filepath.ToSlash(dir), d.Files()[0].Name)
		fresh = append(fresh, d)
	}
	return fresh, ds
}

// unreadable is a file that was named and cannot be read.
func unreadable(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &noResult{"there is no file " + name, ""}
	}
	return err
}
