package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

	"buildsite/internal/pipeline"
	"buildsite/internal/publish"
	"buildsite/internal/source"
)

// built is what a build leaves beside the output folder, so that the next one
// can see that there is nothing to do: from what the site was made, what stands
// for its files, and what was told about it. It is believed only where both the
// input and the files are found to be what they were, by their bytes.
type built struct {
	Stamp     pipeline.Stamp
	Files     publish.Sum
	Pages     int
	Seeds     int
	Questions int
	Problems  []source.Diagnostic
}

// builtName is the file that holds it: .public.built beside public.
func (c *Common) builtName() (string, error) {
	out, err := filepath.Abs(c.Out)
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".built"), err
}

// last returns what the last build left; ok is false where there is none, or
// where anything is different now.
func (c *Common) last(ctx context.Context, in pipeline.Input) (b built, ok bool) {
	name, err := c.builtName()
	if err != nil {
		return b, false
	}
	data, err := os.ReadFile(name)
	if err != nil || json.Unmarshal(data, &b) != nil {
		return b, false
	}
	program, err := programSum()
	if err != nil {
		return b, false
	}
	stamp, err := in.Stamp(ctx, program)
	return b, err == nil && stamp == b.Stamp && c.holds(ctx, in, b.Files)
}

// holds tells whether the output folder holds the files that a sum stands for,
// and nothing else.
func (c *Common) holds(ctx context.Context, in pipeline.Input, want publish.Sum) bool {
	stage, err := publish.Open(c.Out)
	if err != nil {
		return false // why, the build will tell
	}
	names := stage.Names()
	var sum atomic.Uint64
	err = in.Each(ctx, len(names), func(i int) error {
		share, err := stage.Share(names[i])
		sum.Add(uint64(share))
		return err
	})
	return stage.Abort() == nil && err == nil && len(names) > 0 && publish.Sum(sum.Load()) == want
}

// leave writes what the next build will want to know. That it cannot be written
// harms nobody: then the next build does all its work.
func (c *Common) leave(ctx context.Context, in pipeline.Input, b built) {
	name, err := c.builtName()
	if err != nil {
		return
	}
	program, err := programSum()
	if err != nil {
		return
	}
	if b.Stamp, err = in.Stamp(ctx, program); err != nil {
		return
	}
	data, err := json.Marshal(b)
	if err != nil {
		return
	}
	part := name + ".part"
	if os.WriteFile(part, data, 0o666) != nil || os.Rename(part, name) != nil {
		_ = os.Remove(part)
	}
}

// programSum names the program, as it is on the disk: by the id that the linker
// gave it, or where there is none by all its bytes.
func programSum() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return "", err
	}
	if _, id, ok := bytes.Cut(head[:n], []byte("\xff Go build ID: \"")); ok {
		if id, _, ok := bytes.Cut(id, []byte("\"")); ok && len(id) > 20 {
			return string(id), nil
		}
	}
	h := sha256.New()
	h.Write(head[:n])
	_, err = io.Copy(h, f)
	return fmt.Sprintf("%x", h.Sum(nil)), err
}
