package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
)

// bytesCommand writes a file from Go string literals, for bytes that a script
// cannot hold: bytes FILE "\ufeff" "a\x00b".
func bytesCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf(`usage: bytes FILE LITERAL...`)
	}
	var data []byte
	for _, literal := range args[1:] {
		s, err := strconv.Unquote(literal)
		ts.Check(err)
		data = append(data, s...)
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
}

// sameTreeCommand tells whether two folders hold the same files: sametree A B.
func sameTreeCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] sametree A B")
	}
	a, b := readTree(ts, args[0]), readTree(ts, args[1])
	same := len(a) == len(b)
	for name, data := range a {
		if other, ok := b[name]; !ok || !bytes.Equal(data, other) {
			same = false
			if !neg {
				ts.Logf("%s differs", name)
			}
		}
	}
	if same == neg {
		ts.Fatalf("sametree %s %s: %v", args[0], args[1], same)
	}
}

func readTree(ts *testscript.TestScript, dir string) map[string][]byte {
	files := make(map[string][]byte)
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		files[rel], err = os.ReadFile(path)
		return err
	}))
	return files
}
