package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"
)

// patience is how long a build may take before its progress is shown.
const patience = 500 * time.Millisecond

// progress is a line on a terminal that tells how far a build has come. It
// goes when the build ends. Nothing is written anywhere else than a terminal.
type progress struct {
	done, total atomic.Int64 // pages; total is zero while seeds are read
	end, ended  chan struct{}
}

func newProgress() *progress {
	return &progress{end: make(chan struct{}), ended: make(chan struct{})}
}

// startProgress shows on w how far the build is, once it has taken a while.
func (c *Common) startProgress(w io.Writer) *progress {
	p := newProgress()
	if c.Quiet || c.JSON || !isTerminal(w) {
		close(p.ended)
		return p
	}
	go p.show(w)
	return p
}

func (p *progress) show(w io.Writer) {
	defer close(p.ended)
	wait, shown := patience, false
	for {
		select {
		case <-p.end:
			if shown {
				fmt.Fprint(w, "\r\x1b[K")
			}
			return
		case <-time.After(wait):
			fmt.Fprintf(w, "\r%s\x1b[K", p.String())
			wait, shown = 100*time.Millisecond, true
		}
	}
}

// String says how far the build is.
func (p *progress) String() string {
	total := int(p.total.Load())
	if total == 0 {
		return "reading seeds"
	}
	return fmt.Sprintf("building: %d of %s", p.done.Load(), count(total, "page", "pages"))
}

// stop takes the line away.
func (p *progress) stop() {
	close(p.end)
	<-p.ended
}

// isTerminal tells whether w is a terminal that understands control codes.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}
