package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
	"github.com/rogpeppe/go-internal/testscript"
)

// commands are what scripts can do besides testscript's own commands.
var commands = map[string]func(*testscript.TestScript, bool, []string){
	"bytes":    bytesCommand,
	"copytree": copyTreeCommand,
	"exits":    exitsCommand,
	"fill":     fillCommand,
	"greptree": grepTreeCommand,
	"hold":     holdCommand,
	"keys":     keysCommand,
	"readable": readableCommand,
	"sametree": sameTreeCommand,
	"spans":    spansCommand,
}

// exitsCommand runs a program that has to end with the exit code given: exits 2
// buildsite --oops.
func exitsCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARG...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	default:
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// bytesCommand writes a file from Go string literals, for bytes that a script
// cannot hold: bytes FILE '"\ufeff"' '"a\x00b"'. A file, such as one of the
// script's own, stands for what it holds.
func bytesCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf(`usage: bytes FILE LITERAL|FILE...`)
	}
	var data []byte
	for _, part := range args[1:] {
		if !strings.HasPrefix(part, `"`) {
			data = append(data, ts.ReadFile(part)...)
			continue
		}
		s, err := strconv.Unquote(part)
		ts.Check(err)
		data = append(data, s...)
	}
	writeFile(ts, args[0], data)
}

// fillCommand writes a file that repeats a Go string literal: fill FILE COUNT
// '"x\n"'. It adds to what the file holds.
func fillCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE COUNT LITERAL")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	s, err := strconv.Unquote(args[2])
	ts.Check(err)
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	if !errors.Is(err, fs.ErrNotExist) {
		ts.Check(err)
	}
	writeFile(ts, args[0], append(data, strings.Repeat(s, n)...))
}

func writeFile(ts *testscript.TestScript, name string, data []byte) {
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(name)), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(name), data, 0o666))
}

// holdCommand locks a file until the script ends, as a build that is running
// does: hold .public.lock.
func holdCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hold FILE")
	}
	lock := flock.New(ts.MkAbs(args[0]))
	ok, err := lock.TryLock()
	ts.Check(err)
	if !ok {
		ts.Fatalf("%s is locked", args[0])
	}
	ts.Defer(func() { _ = lock.Unlock() })
}

// copyTreeCommand copies a folder: copytree FROM TO.
func copyTreeCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copytree FROM TO")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// sameTreeCommand tells whether two folders hold the same files: sametree A B.
func sameTreeCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] sametree A B")
	}
	a, b := readTree(ts, args[0]), readTree(ts, args[1])
	var differ []string
	for name := range a {
		if other, ok := b[name]; !ok || !bytes.Equal(a[name], other) {
			differ = append(differ, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			differ = append(differ, name)
		}
	}
	slices.Sort(differ)
	switch {
	case len(differ) > 0 && !neg:
		ts.Fatalf("%s and %s differ in %s", args[0], args[1], strings.Join(differ, ", "))
	case len(differ) == 0 && neg:
		ts.Fatalf("%s and %s hold the same", args[0], args[1])
	}
}

func readTree(ts *testscript.TestScript, dir string) map[string][]byte {
	files := make(map[string][]byte)
	walk(ts, dir, func(path, name string, d fs.DirEntry) {
		if d.IsDir() {
			return
		}
		data, err := os.ReadFile(path)
		ts.Check(err)
		files[name] = data
	})
	if len(files) == 0 {
		ts.Fatalf("%s is empty", dir)
	}
	return files
}

// walk calls do for everything below dir, with its path and its name in dir.
func walk(ts *testscript.TestScript, dir string, do func(path, name string, d fs.DirEntry)) {
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err == nil {
			do(path, filepath.ToSlash(name), d)
		}
		return err
	}))
}

// grepTreeCommand tells whether a pattern matches in any file below a folder
// whose name ends in one of the endings: greptree PATTERN DIR ENDING...
func grepTreeCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: [!] greptree PATTERN DIR ENDING...")
	}
	pattern, err := regexp.Compile(args[0])
	ts.Check(err)
	files, looked := readTree(ts, args[1]), 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !slices.ContainsFunc(args[2:], func(ending string) bool { return strings.HasSuffix(name, ending) }) {
			continue
		}
		looked++
		switch match := pattern.Find(files[name]); {
		case match != nil && neg:
			ts.Fatalf("%s has %q", name, match)
		case match != nil:
			return
		}
	}
	if looked == 0 || !neg {
		ts.Fatalf("no match in %d files", looked)
	}
}

// readableCommand tells whether everybody can read a folder and whether it
// holds folders and plain files alone: readable DIR.
func readableCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: readable DIR")
	}
	walk(ts, args[0], func(_, name string, d fs.DirEntry) {
		info, err := d.Info()
		ts.Check(err)
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = fs.ModeDir | 0o755
		}
		if info.Mode() != want {
			ts.Fatalf("%s has mode %v, want %v", name, info.Mode(), want)
		}
	})
}

// keysCommand prints the keys of the JSON values in a file, in order, each with
// those it lies in, once: keys stdout.
func keysCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: keys FILE")
	}
	all := make(map[string]bool)
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	for decoder.More() {
		var v any
		ts.Check(decoder.Decode(&v))
		addKeys(all, "", v)
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintln(ts.Stdout(), key)
	}
}

func addKeys(all map[string]bool, in string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			all[in+key] = true
			addKeys(all, in+key+".", value)
		}
	case []any:
		for _, value := range v {
			addKeys(all, in, value)
		}
	}
}

// spansCommand prints the time expressions of what explain --json printed, and
// sees to it that their offsets, counted in code points, lead to their text:
// spans stdout.
func spansCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: spans FILE")
	}
	decoder := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	for decoder.More() {
		var x struct {
			Text    string
			Timexes []struct {
				Start, End  int
				Text, Value string
			}
		}
		ts.Check(decoder.Decode(&x))
		points := []rune(x.Text)
		for _, e := range x.Timexes {
			if e.Start >= e.End || e.End > len(points) || string(points[e.Start:e.End]) != e.Text {
				ts.Fatalf("%d to %d is not %q", e.Start, e.End, e.Text)
			}
			fmt.Fprintf(ts.Stdout(), "%d-%d %s %s\n", e.Start, e.End, e.Text, e.Value)
		}
	}
}
