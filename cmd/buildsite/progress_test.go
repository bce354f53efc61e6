package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// screen is a terminal's memory.
type screen struct {
	sync.Mutex
	bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.Lock()
	defer s.Unlock()
	return s.Buffer.Write(b)
}

// watch shows the progress of a build that takes as long as wait does.
func watch(t *testing.T, wait func(*progress)) string {
	t.Helper()
	var s screen
	synctest.Test(t, func(*testing.T) {
		p := newProgress()
		go p.show(&s)
		wait(p)
		p.stop()
	})
	return s.String()
}

func TestProgressOfALongBuild(t *testing.T) {
	got := watch(t, func(p *progress) {
		time.Sleep(patience + 1)
		synctest.Wait()
		p.total.Store(10300)
		p.done.Store(5000)
		time.Sleep(patience)
	})
	if !strings.HasPrefix(got, "\rreading seeds\x1b[K\rbuilding: 5000 of 10,300 pages\x1b[K") {
		t.Errorf("got %q", got)
	}
	if !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("the line stays: %q", got)
	}
}

func TestProgressOfAShortBuild(t *testing.T) {
	if got := watch(t, func(*progress) { time.Sleep(patience / 2) }); got != "" {
		t.Errorf("got %q", got)
	}
}

// TestProgressElsewhere sees to it that a file never gets control codes.
func TestProgressElsewhere(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := (&Common{}).startProgress(f)
	p.total.Store(1)
	p.stop()
	if written, err := os.ReadFile(f.Name()); err != nil || len(written) > 0 {
		t.Errorf("a file is taken for a terminal: %q, %v", written, err)
	}
}

// TestInterrupted stops a build before it has begun.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	seed := filepath.Join(dir, "content", "a.md")
	if err := os.Mkdir(filepath.Dir(seed), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(seed, []byte("---\ntitle: A visit\ndate: 1973\n---\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out := filepath.Join(dir, "public")
	var stdout, stderr strings.Builder
	code := run(ctx, []string{"--content", filepath.Dir(seed), "--out", out}, &stdout, &stderr)
	if code != exitProblems || stdout.String() != "" || stderr.String() != "buildsite: error: interrupted; nothing was changed\n" {
		t.Errorf("got %d, %q, %q", code, stdout.String(), stderr.String())
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("something was published")
	}
}
