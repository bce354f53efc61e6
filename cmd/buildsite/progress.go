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
	end, ended chan struct{}
}

// startProgress shows done of total on w, once the build has taken a while.
func (c *Common) startProgress(w io.Writer, done *atomic.Int64, total int) *progress {
	if c.Quiet || c.JSON || !isTerminal(w) {
		return nil
	}
	p := &progress{make(chan struct{}), make(chan struct{})}
	go p.show(w, done, total)
	return p
}

func (p *progress) show(w io.Writer, done *atomic.Int64, total int) {
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
			fmt.Fprintf(w, "\rbuilding: %d of %s\x1b[K", done.Load(), count(total, "page", "pages"))
			wait, shown = 100*time.Millisecond, true
		}
	}
}

// stop takes the line away. It does nothing on a nil progress.
func (p *progress) stop() {
	if p == nil {
		return
	}
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
