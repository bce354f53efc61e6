package pipeline

import (
	"bytes"
	"context"
	"errors"
	"path"
	"sync"

	"buildsite/internal/render"
	"buildsite/internal/site"
	"buildsite/internal/source"
)

// maxKept is how large a buffer may be that waits for the next page, in bytes.
const maxKept = 1 << 20

// Render renders every page and hands it to put, from several goroutines at
// once and in no order. The data is good until put returns. Where a template
// fails on a page, the diagnostics have it and the error is ErrProblems.
func (r *Result) Render(ctx context.Context, in Input, put func(name string, data []byte) error) error {
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	pages := largestFirst(r.Plan.Pages)
	err := parallel(ctx, r.jobs, len(pages), func(i int) error {
		b := buffers.Get().(*bytes.Buffer)
		defer func() {
			if b.Cap() <= maxKept { // the room of the few large pages is not needed again
				buffers.Put(b)
			}
		}()
		b.Reset()
		data, err := r.page(b, pages[i])
		if err != nil {
			return err
		}
		return put(pages[i].Path, data)
	})
	r.memo.forget(r.Plan)
	var broken *render.TemplateError
	if errors.As(err, &broken) {
		r.tell(in.Templates, []source.Diagnostic{templateProblem(broken)})
		r.Diagnostics = source.Sort(r.Diagnostics)
		return ErrProblems
	}
	return err
}

// Page renders the one page at a path within the site. The page is nil where
// there is none; a fault of its template is an error that tells the template's
// name and line. It is safe for concurrent use, also while a later run with the
// same memo goes on.
func (r *Result) Page(path string) (*site.Page, []byte, error) {
	p := r.Plan.Lookup(path)
	if p == nil {
		return nil, nil, nil
	}
	var b bytes.Buffer
	data, err := r.page(&b, p)
	return p, data, err
}

// Fault tells an error of [Result.Page] as a diagnostic, if it is a template's.
func Fault(in Input, err error) (source.Diagnostic, bool) {
	var broken *render.TemplateError
	if !errors.As(err, &broken) {
		return source.Diagnostic{}, false
	}
	d := templateProblem(broken)
	d.File = path.Join(in.Templates.Name, d.File)
	return d, true
}

// largestFirst puts the pages of events, many and small, behind all others, so
// that no goroutine is left alone with a long list at the end.
func largestFirst(pages []*site.Page) []*site.Page {
	ordered := make([]*site.Page, 0, len(pages))
	for _, events := range [...]bool{false, true} {
		for _, p := range pages {
			if (p.Kind == site.EventKind) == events {
				ordered = append(ordered, p)
			}
		}
	}
	return ordered
}

// page returns the bytes of a page: those kept, or new ones in b.
func (r *Result) page(b *bytes.Buffer, p *site.Page) ([]byte, error) {
	if !r.memo.Pages {
		err := r.renderer.Render(b, r.Plan, p)
		return b.Bytes(), err
	}
	sum := p.Sum()
	if data, ok := r.memo.page(p.Path, sum, r.renderer); ok {
		return data, nil
	}
	if err := r.renderer.Render(b, r.Plan, p); err != nil {
		return nil, err
	}
	if sum == 0 {
		return b.Bytes(), nil
	}
	data := bytes.Clone(b.Bytes())
	r.memo.keepPage(p.Path, keptPage{sum, r.renderer, data})
	return data, nil
}
