package pipeline

import (
	"context"
	"errors"

	"buildsite/internal/render"
	"buildsite/internal/source"
)

// Render renders every page and hands it to put, from several goroutines at
// once and in no order. The data must not be changed; it may be held on to.
// Where a template fails on a page, the diagnostics have it and the error is
// ErrProblems.
func (r *Result) Render(ctx context.Context, in Input, put func(name string, data []byte) error) error {
	pages := r.Plan.Pages
	err := parallel(ctx, r.jobs, len(pages), func(i int) error {
		p := pages[i]
		sum := uint64(0)
		if r.memo.Pages {
			sum = p.Sum()
		}
		data, ok := r.memo.page(p.Path, sum)
		if !ok {
			var err error
			if data, err = r.renderer.Render(r.Plan, p); err != nil {
				return err
			}
			r.memo.keepPage(p.Path, sum, data)
		}
		return put(p.Path, data)
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
