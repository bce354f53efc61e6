package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	root "buildsite"
	"buildsite/internal/edtf"
	"buildsite/internal/pipeline"
	"buildsite/internal/publish"
)

// Common holds the flags that every command takes.
type Common struct {
	Content   string `default:"content" placeholder:"DIR" help:"Folder with the seeds and registries (${default})."`
	Templates string `default:"templates" placeholder:"DIR" help:"Folder with templates; each file there replaces the built-in one (${default})."`
	Static    string `default:"static" placeholder:"DIR" help:"Folder with style sheets and other files; each replaces the built-in one (${default})."`
	Out       string `default:"public" placeholder:"DIR" help:"Folder that the site is written to; replaced as a whole (${default})."`
	BaseURL   string `placeholder:"URL" help:"Address the site will have, such as https://example.org/repo/; overrides site.yaml."`
	Drafts    bool   `help:"Build seeds marked as drafts, too."`
	Today     string `placeholder:"YYYY-MM-DD" help:"The day after which events count as planned. Without it: the newest day on which a source was published."`
	Jobs      int    `placeholder:"N" help:"Seeds and pages worked on at once. Without it: one for each processor."`
	Quiet     bool   `short:"q" help:"Print problems only."`
	JSON      bool   `name:"json" help:"Print problems as JSON Lines on standard output; of explain, the result as JSON."`
}

// named sees to it that every folder has a name, which an unset variable of a
// shell script has not.
func (c *Common) named() error {
	for _, dir := range [...]struct{ flag, path string }{
		{"--content", c.Content}, {"--templates", c.Templates}, {"--static", c.Static}, {"--out", c.Out},
	} {
		if dir.path == "" {
			return &usageError{dir.flag + " names no folder", "name one, or leave the flag out"}
		}
	}
	return nil
}

// input opens the folders that the flags name. The function returned closes
// them.
func (c *Common) input() (pipeline.Input, func(), error) {
	in := pipeline.Input{Drafts: c.Drafts, Jobs: c.Jobs}
	var err error
	if in.Today, err = day("--today", c.Today); err != nil {
		return in, nil, err
	}
	if c.Jobs < 0 {
		return in, nil, &usageError{fmt.Sprintf("--jobs %d is negative", c.Jobs), "leave it out for one a processor"}
	}
	if in.BaseURL, err = baseURL(c.BaseURL); err != nil {
		return in, nil, err
	}
	content, err := openFolder("--content", c.Content)
	if errors.Is(err, fs.ErrNotExist) {
		err = &folderError{err, "there is no folder " + c.Content, "run buildsite in the folder that holds content/, or name it with --content"}
	}
	if err != nil {
		return in, nil, err
	}
	in.Content = pipeline.Dir{FS: content.FS(), Name: filepath.ToSlash(filepath.Clean(c.Content))}
	closers := []func() error{content.Close}
	for _, dir := range []struct {
		to            *pipeline.Dir
		path, builtIn string
	}{{&in.Templates, c.Templates, "templates"}, {&in.Static, c.Static, "static"}} {
		lower, err := fs.Sub(root.Files, dir.builtIn)
		if err != nil {
			return in, nil, err
		}
		*dir.to = pipeline.Dir{FS: lower, Name: filepath.ToSlash(filepath.Clean(dir.path))}
		switch upper, err := openFolder("--"+dir.builtIn, dir.path); {
		case err == nil:
			dir.to.FS = pipeline.Overlay(upper.FS(), lower)
			closers = append(closers, upper.Close)
		case !errors.Is(err, fs.ErrNotExist):
			return in, nil, err
		}
	}
	return in, func() {
		for _, closer := range closers {
			_ = closer() // opened for reading only
		}
	}, nil
}

// folderError is a folder of input that cannot be read.
type folderError struct {
	cause      error
	text, hint string
}

func (e *folderError) Error() string { return e.text }
func (e *folderError) Unwrap() error { return e.cause }

// openFolder opens the folder that a flag names.
func openFolder(flag, path string) (*os.Root, error) {
	dir, err := os.OpenRoot(path)
	if err == nil {
		return dir, nil
	}
	if info, statErr := os.Stat(path); statErr == nil && !info.IsDir() {
		return nil, &folderError{err, path + " is not a folder", "name a folder with " + flag}
	}
	return nil, err
}

// day reads a day given to a flag. An empty one is zero.
func day(flag, value string) (edtf.Date, error) {
	if value == "" {
		return edtf.Date{}, nil
	}
	d, err := edtf.Parse(value)
	if err != nil || d.Precision() != edtf.DayPrecision || d.IsInterval() {
		return d, &usageError{fmt.Sprintf("%s %s is not a day", flag, value), "write it as YYYY-MM-DD, such as 2026-01-16"}
	}
	return d, nil
}

// baseURL checks an address given to --base-url and ends it with a slash.
func baseURL(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	u, err := url.Parse(value)
	switch {
	case err != nil, u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https", u.RawQuery != "", u.Fragment != "":
	case u.Host == "" && !strings.HasPrefix(u.Path, "/"):
	default:
		return strings.TrimSuffix(value, "/") + "/", nil
	}
	return "", &usageError{"--base-url " + value + " is not an address", "write it as https://example.org/repo/, or as /repo/ for a path alone"}
}

// apart refuses an output folder that is, holds, or lies in an input folder.
func (c *Common) apart() error {
	out, err := realPath(c.Out)
	if err != nil {
		return err
	}
	for _, dir := range []string{c.Content, c.Templates, c.Static} {
		in, err := realPath(dir)
		if err != nil {
			return err
		}
		if within(out, in) || within(in, out) {
			return &usageError{
				fmt.Sprintf("the output folder %s and the input folder %s are not apart", c.Out, dir),
				"name an output folder of its own with --out",
			}
		}
	}
	return nil
}

// realPath returns the absolute path of what need not exist yet, with the links
// followed in the part that does.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for rest := ""; ; {
		if found, err := filepath.EvalSymlinks(abs); err == nil {
			return filepath.Join(found, rest), nil
		}
		parent := filepath.Dir(abs)
		if parent == abs {
			return filepath.Join(abs, rest), nil
		}
		abs, rest = parent, filepath.Join(filepath.Base(abs), rest)
	}
}

// within tells whether path is dir or lies in it.
func within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// explainError returns what to tell of an error that is no problem of a seed,
// and the mend.
func explainError(err error) (text, hint string) {
	var refused *publish.Error
	var folder *folderError
	var none *noResult
	switch {
	case errors.As(err, &refused):
		shown := *refused
		shown.Path = relative(refused.Path)
		return shown.Error(), shown.Hint()
	case errors.As(err, &folder):
		return folder.text, folder.hint
	case errors.As(err, &none):
		return none.text, none.hint
	}
	return err.Error(), ""
}

// relative returns an absolute path as it is seen from the current directory,
// if it lies there.
func relative(path string) string {
	current, err := os.Getwd()
	if err != nil || !filepath.IsAbs(path) || !within(path, current) {
		return path
	}
	rel, err := filepath.Rel(current, path)
	if err != nil {
		return path
	}
	return rel
}
