package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"buildsite/internal/pipeline"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// fmtCommand sets front matter right.
type fmtCommand struct {
	Files []string `arg:"" optional:"" name:"file" help:"Seeds in the content folder. Without any: all of them."`
	Check bool     `help:"Change nothing; end with 1 if something would change."`
}

// Run formats the seeds and prints the paths of those that change.
func (f *fmtCommand) Run(ctx context.Context, c *Common, t *terminal) (err error) {
	root, err := openFolder("--content", c.Content)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	names, err := f.names(root.FS(), c.Content)
	if err != nil {
		return err
	}
	failed, changed := false, 0
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		raw, err := root.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return err
		}
		out, ds := seed.Format(name, raw)
		shown := path.Join(filepath.ToSlash(c.Content), name)
		if source.HasError(ds) {
			failed = true
			if err := t.report(renamed(ds, shown), c.JSON); err != nil {
				return err
			}
		}
		if bytes.Equal(out, raw) {
			continue
		}
		changed++
		fmt.Fprintln(t.out, shown)
		if !f.Check {
			if err := replace(root, filepath.FromSlash(name), out); err != nil {
				return err
			}
		}
	}
	if failed || f.Check && changed > 0 {
		return errReported
	}
	return nil
}

// names returns the seeds that are meant, relative to the content folder.
func (f *fmtCommand) names(content fs.FS, dir string) ([]string, error) {
	if len(f.Files) == 0 {
		return pipeline.Seeds(content)
	}
	names := make([]string, len(f.Files))
	for i, file := range f.Files {
		names[i] = seedName(dir, file)
		if !filepath.IsLocal(filepath.FromSlash(names[i])) || strings.HasPrefix(names[i], "..") {
			return nil, &usageError{file + " is not in the content folder", "name the folder with --content"}
		}
		if _, err := fs.Stat(content, names[i]); err != nil {
			return nil, &noResult{"there is no seed " + file, ""}
		}
	}
	return names, nil
}

// replace writes a file beside the old one and renames it over it, so that
// neither is ever half there.
func replace(root *os.Root, name string, data []byte) error {
	info, err := root.Stat(name)
	if err != nil {
		return err
	}
	beside := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".new")
	if err := root.WriteFile(beside, data, info.Mode().Perm()); err != nil {
		return err
	}
	if err := root.Rename(beside, name); err != nil {
		return errors.Join(err, root.Remove(beside))
	}
	return nil
}
