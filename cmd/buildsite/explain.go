package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/pipeline"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// explainCommand shows what seeds yield. They need not lie in the content
// folder; its registries are used if it is there.
type explainCommand struct {
	Files []string `arg:"" name:"file" help:"Seeds to explain; - is standard input."`
	Date  string   `placeholder:"YYYY-MM-DD" help:"Take this for the seed's own date."`
	Lang  string   `placeholder:"en|fr|zh" help:"Take this for the seed's language."`
	Any   bool     `help:"Show events that concern neither side, too."`
	Color string   `enum:"auto,always,never" default:"auto" placeholder:"auto|always|never" help:"Colours: auto has them on a terminal, unless NO_COLOR is set."`
}

// Run explains each file in turn. A file that cannot be read, or has problems,
// does not keep the others from being explained.
func (e *explainCommand) Run(ctx context.Context, c *Common, t *terminal) error {
	opts, err := e.options()
	if err != nil {
		return err
	}
	content, closeContent, err := openContent(c.Content)
	if err != nil {
		return err
	}
	defer closeContent()
	reader, ds := pipeline.NewReader(content)
	failed := source.HasError(ds)
	if err := t.report(ds, false); err != nil {
		return err
	}
	for _, file := range e.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		raw, err := t.read(file)
		if err != nil {
			text, hint := explainError(err)
			tell(t.err, text, hint)
			failed = true
			continue
		}
		reading := reader.Read(pipeline.One{Name: seedName(c.Content, file), Raw: raw, Options: opts, Any: e.Any})
		ds := renamed(reading.Diagnostics, file)
		failed = failed || source.HasError(ds)
		if err := errors.Join(t.report(ds, false), e.explain(t, reader, reading, c.JSON)); err != nil {
			return err
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// options returns what the flags say of the seeds.
func (e *explainCommand) options() (seed.Options, error) {
	var opts seed.Options
	var err error
	if opts.Date, err = day("--date", e.Date); err != nil {
		return opts, err
	}
	if e.Lang != "" {
		if opts.Lang, err = lang.Parse(e.Lang); err != nil {
			return opts, &usageError{"--lang " + e.Lang + " is no language of the site", "write en, fr or zh"}
		}
	}
	return opts, nil
}

// renamed returns the problems of a file, sorted, under the name that it was
// given by.
func renamed(ds []source.Diagnostic, file string) []source.Diagnostic {
	ds = slices.Clone(ds)
	for i := range ds {
		ds[i].File = filepath.ToSlash(filepath.Clean(file))
	}
	return source.Sort(ds)
}

// openContent opens the content folder; without one there are no registries.
func openContent(dir string) (pipeline.Dir, func(), error) {
	content := pipeline.Dir{FS: os.DirFS(dir), Name: filepath.ToSlash(filepath.Clean(dir))}
	root, err := openFolder("--content", dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return content, func() {}, nil // in which nothing is found
	case err != nil:
		return content, nil, err
	}
	content.FS = root.FS()
	return content, func() { _ = root.Close() }, nil
}

// seedName returns the path of a file relative to the content folder, or as it
// was given where it lies outside.
func seedName(content, file string) string {
	if file == stdin {
		return stdin
	}
	given := filepath.ToSlash(filepath.Clean(file))
	dir, err := filepath.Abs(content)
	if err != nil {
		return given
	}
	path, err := filepath.Abs(file)
	if err != nil || !within(path, dir) {
		return given
	}
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return given
	}
	return filepath.ToSlash(rel)
}

func (e *explainCommand) explain(t *terminal, reader *pipeline.Reader, r *event.Reading, asJSON bool) error {
	if !asJSON {
		return newSheet(e, t.out, reader, r).print()
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(newExplanation(r))
}

// stdin is the name that standard input is given by.
const stdin = "-"

// read returns the bytes of a file, or of standard input.
func (t *terminal) read(file string) ([]byte, error) {
	if file == stdin {
		return io.ReadAll(t.in)
	}
	return os.ReadFile(file)
}
