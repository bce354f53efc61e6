// Package serve shows a site while it is being written: it builds into memory,
// serves on the machine itself, watches the input folders, builds anew when they
// change, and lets the browser follow.
//
// # Model
//
// What the server answers with is one [snapshot], behind an atomic pointer: the
// last site that could be built. A page of it is rendered when it is asked for.
// A change of the input makes a new result; if that has problems, the snapshot
// stays and the problems go to the browser, which lays them over the page until
// they are mended. Otherwise the snapshot is replaced and the browser is told
// what to do: to swap a style sheet, or to load the page again.
//
// The watcher says only that something changed, never what: the input is read
// and compared by its bytes, so a missed or doubled event does no harm.
//
// Everything that belongs to the desk rather than to the site lies below
// /_desk/; no page of a site can, as the names of its folders are known.
package serve

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"buildsite/internal/pipeline"
	"buildsite/internal/source"
)

// Open opens the input of a build. The function that it returns closes it. It is
// called for every build, as a folder may have been removed and made again.
type Open func() (pipeline.Input, func(), error)

// Built tells a caller of one build.
type Built struct {
	Result   *pipeline.Result // nil if Err says why there is none
	Problems []source.Diagnostic
	Err      error
	Took     time.Duration
}

// Server serves a site that it keeps up to date.
type Server struct {
	Input Open
	Dirs  []string    // folders to watch, that of style sheets last; any may be absent
	Told  func(Built) // called after every build, one at a time; may be nil

	memo pipeline.Memo
	hub  hub
	now  atomic.Pointer[snapshot]
}

// Run builds, serves on the listener, and goes on until the context ends, which
// is no error.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w, err := newWatcher(s.Dirs)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer func() { _ = w.close() }() // nothing is left to be lost
	s.memo.Pages = true
	s.build(ctx, ^dirty(0))
	server := &http.Server{
		Handler:           guard(listener.Addr(), s.handler()),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends open streams
		ErrorLog:          slog.NewLogLogger(slog.NewTextHandler(io.Discard, nil), slog.LevelError),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	for {
		select {
		case <-ctx.Done():
			return errors.Join(server.Close(), ignoreClosed(<-ended))
		case err := <-ended:
			return err
		case in := <-w.changed:
			s.build(ctx, in)
		}
	}
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// build reads and plans the site as it is now, after changes in the folders
// given, and lets the browsers know.
func (s *Server) build(ctx context.Context, in dirty) {
	start := time.Now()
	result, input, problems, err := s.run(ctx)
	if ctx.Err() != nil {
		return
	}
	old := s.now.Load()
	next := &snapshot{in: input, number: 1}
	if old != nil {
		*next = *old
		next.number++
	}
	next.problems, next.warnings, next.failed = nil, nil, ""
	switch {
	case errors.Is(err, pipeline.ErrProblems):
		next.problems = problems
	case err != nil:
		next.failed = err.Error()
	default:
		next.in, next.result = input, result
		next.warnings = result.Diagnostics
	}
	s.now.Store(next)
	s.hub.send(old.toNext(next, in == 1<<(len(s.Dirs)-1)))
	if s.Told != nil {
		built := Built{Result: result, Took: time.Since(start)}
		switch {
		case result != nil:
			built.Problems = result.Diagnostics
		default:
			built.Err = err
		}
		s.Told(built)
	}
}

// run opens the input and plans the site. The problems are those that are in the
// way.
func (s *Server) run(ctx context.Context) (*pipeline.Result, pipeline.Input, []problem, error) {
	in, closeInput, err := s.Input()
	if err != nil {
		return nil, in, nil, err
	}
	defer closeInput()
	result, err := pipeline.Run(ctx, in, &s.memo)
	if result == nil {
		return nil, in, nil, err
	}
	return result, in, withLines(in, result.Diagnostics), err
}
