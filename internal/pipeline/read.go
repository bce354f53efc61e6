package pipeline

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"buildsite/internal/event"
	"buildsite/internal/seed"
	"buildsite/internal/series"
	"buildsite/internal/source"
)

// tree is what lies in the content folder.
type tree struct {
	seeds    []string // by name
	texts    []string // Markdown pages
	problems []source.Diagnostic
}

// textsDir holds the Markdown pages.
const textsDir = "pages"

// registries are the files of the content folder that are no seeds.
var registries = [...]string{"site.yaml", "people.yaml", "places.yaml", "topics.yaml", "publishers.yaml"}

// glossary is for translators to read, not for the program.
const glossary = "glossary.yaml"

// survey walks the content folder. Hidden files and folders, and what editors'
// programs leave beside a file (x.md~, #x.md#), are passed over; a file that
// looks like a seed but is none is told.
func survey(content fs.FS) (tree, error) {
	var t tree
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(d.Name(), "~") || strings.HasPrefix(d.Name(), "#"):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		t.sort(name, d)
		return nil
	})
	if err != nil {
		return t, fmt.Errorf("reading the content folder: %w", err)
	}
	return t, nil
}

// Seeds returns the paths of the seeds in a content folder, by name.
func Seeds(content fs.FS) ([]string, error) {
	t, err := survey(content)
	return t.seeds, err
}

// sort puts a file where it belongs.
func (t *tree) sort(name string, d fs.DirEntry) {
	top, _, _ := strings.Cut(name, "/")
	ext := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(registries[:], name), top == series.Dir, name == glossary, path.Base(name) == "LICENSE":
	case !d.Type().IsRegular() && d.Type()&fs.ModeSymlink == 0:
	case path.Dir(name) == textsDir && ext == ".md":
		t.texts = append(t.texts, name)
	case ext == ".md", ext == ".txt":
		t.seeds = append(t.seeds, name)
	default:
		t.problems = append(t.problems, stray(name, d))
	}
}

// stray tells of a file that is neither a seed nor a registry.
func stray(name string, entry fs.DirEntry) source.Diagnostic {
	d := source.Diagnostic{File: name, Severity: source.Warning, Rule: "stray-file", Text: "this file is no seed and was left out"}
	near := ""
	if path.Dir(name) == "." {
		near = source.Nearest(name, registries[:])
	}
	switch ext := path.Ext(name); {
	case near != "":
		return d.WithHint("did you mean %s?", near)
	case entry.Type()&fs.ModeSymlink != 0:
		return d.WithHint("links to folders are not followed; a link to a seed ends in .md or .txt")
	case ext == "":
		return d.WithHint("seeds end in .md or .txt")
	default:
		return d.WithHint("seeds end in .md or .txt: save the text of the %s file as one of them", ext)
	}
}

// read asks every seed what it tells. The order of the result is that of names;
// a seed that cannot be read is told and left out.
func (r *Result) read(ctx context.Context, in Input, names []string, lex *lexica) ([]*event.Reading, error) {
	readings := make([]*event.Reading, len(names))
	kept := make([]keptReading, len(names))
	problems := make([]source.Diagnostic, len(names))
	err := parallel(ctx, r.jobs, len(names), func(i int) error {
		raw, err := fs.ReadFile(in.Content.FS, names[i])
		if err != nil {
			problems[i] = unreadable(in.Content.FS, names[i], err)
			return nil
		}
		kept[i] = r.memo.reading(names[i], raw, lex)
		readings[i] = kept[i].reading
		return nil
	})
	r.memo.keep(names, kept)
	r.tell(in.Content, slices.DeleteFunc(problems, func(d source.Diagnostic) bool { return d.File == "" }))
	return slices.DeleteFunc(readings, func(x *event.Reading) bool { return x == nil }), err
}

// unreadable tells of a file that could not be read. The content folder is all
// that a build looks at, so a link that leads out of it is told, not followed.
func unreadable(content fs.FS, name string, err error) source.Diagnostic {
	d := source.Diagnostic{File: name, Severity: source.Error, Rule: "unreadable", Text: "this file cannot be read: " + err.Error()}
	var path *fs.PathError
	if errors.As(err, &path) {
		d.Text = "this file cannot be read: " + path.Err.Error()
	}
	if info, err := fs.Lstat(content, name); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return d.WithHint("mend the file, or delete it")
	}
	switch _, err := fs.Stat(content, name); {
	case errors.Is(err, fs.ErrNotExist):
		d.Text = "this link leads to no file"
	case err != nil:
		d.Text = "this link leads out of the content folder and is not followed"
	}
	return d.WithHint("put the file itself here, or delete the link")
}

// sign gives a reading and its events the sums that stand for them.
func sign(reading *event.Reading, sum uint64) {
	reading.Sum = sum
	var h maphash.Hash
	for i := range reading.Events {
		h.SetSeed(sumSeed)
		maphash.WriteComparable(&h, [2]uint64{sum, uint64(i)})
		reading.Events[i].Sum = h.Sum64()
	}
}

// texts reads the Markdown pages. Drafts wait until they are asked for.
func (r *Result) texts(in Input, names []string) []*seed.Document {
	docs := make([]*seed.Document, 0, len(names))
	for _, name := range names {
		raw, err := fs.ReadFile(in.Content.FS, name)
		if err != nil {
			r.tell(in.Content, []source.Diagnostic{unreadable(in.Content.FS, name, err)})
			continue
		}
		doc, ds := seed.ParsePage(name, raw)
		if doc.Meta.Draft && !in.Drafts {
			continue
		}
		docs = append(docs, doc)
		r.tell(in.Content, ds)
	}
	return docs
}

// parallel calls do for 0 to n-1 from the given number of goroutines, in rising
// order, until all are done, one fails or the context ends. It returns the
// error of the lowest index that failed.
func parallel(ctx context.Context, jobs, n int, do func(int) error) error {
	var (
		next   atomic.Int64
		failed atomic.Bool
		wait   sync.WaitGroup
		errs   = make([]error, n)
	)
	for range min(jobs, n) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || failed.Load() || ctx.Err() != nil {
					return
				}
				if errs[i] = do(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}
