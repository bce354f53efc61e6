package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync"
)

// Stamp stands for all that a build depends on: where two inputs have the same,
// one program makes the same site of them, and tells the same problems.
type Stamp string

// Stamp returns the input's stamp, for the program of the given name. Of a file
// that was read through Noting, the sum is at hand; all others are read.
func (in Input) Stamp(ctx context.Context, program string) (Stamp, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %t %s %t", program, in.BaseURL, in.Drafts, in.Today, in.Record)
	for _, dir := range [...]Dir{in.Content, in.Templates, in.Static} {
		names, err := filesIn(dir.FS)
		if err != nil {
			return "", err
		}
		sums := make([]fileSum, len(names))
		err = in.Each(ctx, len(names), func(i int) error {
			sums[i] = sumOf(dir.FS, names[i])
			return nil
		})
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, " %q %d", dir.Name, len(names))
		for i, name := range names {
			fmt.Fprintf(h, " %q ", name)
			h.Write(sums[i][:])
		}
	}
	return Stamp(hex.EncodeToString(h.Sum(nil))), nil
}

// Noting returns an input that notes what is read of the content folder, so that
// its stamp can be had afterwards without reading all of it again.
func (in Input) Noting() Input {
	in.Content.FS = &noting{FS: in.Content.FS, sums: make(map[string]fileSum)}
	return in
}

// fileSum is the sum of a file's bytes.
type fileSum [sha256.Size]byte

// noting is a file system that keeps the sums of the files that were read.
type noting struct {
	fs.FS
	mu   sync.Mutex
	sums map[string]fileSum
}

// ReadFile reads a file and notes its sum.
func (n *noting) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(n.FS, name)
	if err == nil {
		sum := sha256.Sum256(data)
		n.mu.Lock()
		n.sums[name] = sum
		n.mu.Unlock()
	}
	return data, err
}

// ReadDir, Stat, Lstat and ReadLink are those of the file system itself.
func (n *noting) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(n.FS, name) }
func (n *noting) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(n.FS, name) }
func (n *noting) Lstat(name string) (fs.FileInfo, error)     { return fs.Lstat(n.FS, name) }
func (n *noting) ReadLink(name string) (string, error)       { return fs.ReadLink(n.FS, name) }

// sumOf returns the sum of a file, or of why it cannot be read.
func sumOf(fsys fs.FS, name string) fileSum {
	if n, ok := fsys.(*noting); ok {
		n.mu.Lock()
		sum, known := n.sums[name]
		n.mu.Unlock()
		if known {
			return sum
		}
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		data = []byte("\x00" + err.Error())
	}
	return sha256.Sum256(data)
}

// filesIn lists all that is no folder, but for what lies in hidden folders. A
// folder that is absent is empty.
func filesIn(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == ".":
			return nil
		case err != nil:
			return err
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.IsDir():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// Each calls do for every number below n, on as many goroutines as the input
// wants, and returns the first error.
func (in Input) Each(ctx context.Context, n int, do func(int) error) error {
	jobs := in.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	return parallel(ctx, jobs, n, do)
}
