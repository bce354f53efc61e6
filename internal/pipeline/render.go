package pipeline

import (
	"bytes"
	"context"
	"errors"
	"sync"

	"buildsite/internal/render"
	"buildsite/internal/site"
	"buildsite/internal/source"
)

// Render renders every page and hands it to put, from several goroutines at
// once and in no order. The data is good until put returns. Where a template
// fails on a page, the diagnostics have it and the error is ErrProblems.
func (r *Result) Render(ctx context.Context, in Input, put func(name string, data []byte) error) error {
	buffers := sync.Pool{New: func() any { return new(bytes.Buffer) }}
	err := parallel(ctx, r.jobs, len(r.Plan.Pages), func(i int) error {
		b := buffers.Get().(*bytes.Buffer)
		defer buffers.Put(b)
		b.Reset()
		data, err := r.page(b, r.Plan.Pages[i])
		if err != nil {
			return err
		}
		return put(r.Plan.Pages[i].Path, data)
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

// page returns the bytes of a page: those kept, or new ones in b.
func (r *Result) page(b *bytes.Buffer, p *site.Page) ([]byte, error) {
	if !r.memo.Pages {
		err := r.renderer.Render(b, r.Plan, p)
		return b.Bytes(), err
	}
	sum := p.Sum()
	if data, ok := r.memo.page(p.Path, sum); ok {
		return data, nil
	}
	if err := r.renderer.Render(b, r.Plan, p); err != nil {
		return nil, err
	}
	if sum == 0 {
		return b.Bytes(), nil
	}
	data := bytes.Clone(b.Bytes())
	r.memo.keepPage(p.Path, sum, data)
	return data, nil
}
