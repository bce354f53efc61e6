package publish_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"buildsite/internal/publish"
)

// The size of a site with 10,000 events.
const (
	benchFiles = 10_300
	benchSize  = 6_000
)

// benchDir returns a directory in memory where the system has one, so that the
// benchmark measures this package and not a disk.
func benchDir(b *testing.B) string {
	b.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "publish")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

var benchNames = func() []string {
	names := make([]string, benchFiles)
	for i := range names {
		names[i] = fmt.Sprintf("%s/%05d.html", []string{"events", "years", "people", "fr/events"}[i%4], i)
	}
	return names
}()

// put builds the site with two writers; the file at changed differs.
func put(b *testing.B, dir string, changed int) publish.Stats {
	b.Helper()
	s, err := publish.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Abort()
	page := bytes.Repeat([]byte("x"), benchSize)
	other := bytes.Repeat([]byte("y"), benchSize)
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for i := w; i < len(benchNames); i += 2 {
				data := page
				if i == changed {
					data = other
				}
				if err := s.Put(benchNames[i], data); err != nil {
					b.Error(err)
				}
			}
		})
	}
	writers.Wait()
	stats, err := s.Commit()
	if err != nil {
		b.Fatal(err)
	}
	return stats
}

func BenchmarkFirst(b *testing.B) {
	b.ReportAllocs()
	parent := benchDir(b)
	for i := 0; b.Loop(); i++ {
		dir := filepath.Join(parent, fmt.Sprint("public", i))
		if got := put(b, dir, -1); got.Written != benchFiles {
			b.Fatal(got)
		}
		b.StopTimer()
		os.RemoveAll(dir)
		b.StartTimer()
	}
}

func BenchmarkUnchanged(b *testing.B) {
	b.ReportAllocs()
	dir := filepath.Join(benchDir(b), "public")
	put(b, dir, -1)
	for b.Loop() {
		if got := put(b, dir, -1); got.Kept != benchFiles {
			b.Fatal(got)
		}
	}
}

func BenchmarkOneChanged(b *testing.B) {
	b.ReportAllocs()
	dir := filepath.Join(benchDir(b), "public")
	put(b, dir, 0)
	for i := 1; b.Loop(); i++ {
		if got := put(b, dir, i%benchFiles); got.Written != 2 && i > 1 {
			b.Fatal(got)
		}
	}
}
