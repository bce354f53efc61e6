package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	long := strings.Repeat("a", maxElement)
	tests := []struct {
		names []string // only the last may be refused
		want  Reason
	}{
		{[]string{"index.html"}, 0},
		{[]string{"zh/events/加中建交.html"}, 0},
		{[]string{"a b/c'd (1).html"}, 0},
		{[]string{".well-known/x", ".nojekyll"}, 0},
		{[]string{"..a/...b"}, 0},
		{[]string{long}, 0},
		{[]string{"Straße", "STRASSE"}, 0},
		{[]string{""}, BadPath},
		{[]string{"."}, BadPath},
		{[]string{".."}, BadPath},
		{[]string{"../x"}, BadPath},
		{[]string{"a/../../x"}, BadPath},
		{[]string{"/etc/passwd"}, BadPath},
		{[]string{"a//b"}, BadPath},
		{[]string{"a/"}, BadPath},
		{[]string{"./a"}, BadPath},
		{[]string{"a\xffb"}, BadPath},
		{[]string{`a\..\..\b`}, Unportable},
		{[]string{"c:x"}, Unportable},
		{[]string{"a\x00b"}, Unportable},
		{[]string{"a\nb"}, Unportable},
		{[]string{"what?.html"}, Unportable},
		{[]string{"a./b"}, Unportable},
		{[]string{"a /b"}, Unportable},
		{[]string{long + "a"}, Unportable},
		{[]string{"a", "a"}, Twice},
		{[]string{".buildsite"}, Twice},
		{[]string{"a", "a/b"}, FileFolder},
		{[]string{"a", "a/b/c"}, FileFolder},
		{[]string{"a/b/c", "a/b"}, FileFolder},
		{[]string{"a/b/c", "a"}, FileFolder},
		{[]string{"a", "A/b"}, FileFolder},
		{[]string{"a.html", "A.html"}, SameName},
		{[]string{"été", "ÉTÉ"}, SameName},
		{[]string{"k", "\u212a"}, SameName},
		{[]string{"σ", "ς"}, SameName},
		{[]string{"a/x", "A/y"}, SameName},
		{[]string{"a/b/x", "a/B/x"}, SameName},
		{[]string{".BuildSite"}, SameName},
	}
	for _, test := range tests {
		stage, err := Open(filepath.Join(t.TempDir(), "public"))
		if err != nil {
			t.Fatal(err)
		}
		last := len(test.names) - 1
		for i, name := range test.names {
			err := stage.Put(name, []byte("x"))
			if i == last && test.want != 0 {
				wantReason(t, err, test.want)
			} else if err != nil {
				t.Errorf("%q: %v", test.names, err)
			}
		}
		if err := stage.Abort(); err != nil {
			t.Error(err)
		}
	}
}

// FuzzPut publishes two files under any names: what is accepted comes out under
// just these names, and nothing comes out beside the directory.
func FuzzPut(f *testing.F) {
	for _, pair := range [][2]string{
		{"index.html", "events/a.html"},
		{"a", "a/b"},
		{"a", "A"},
		{"../x", "x/.."},
		{"/x", `\x`},
		{"k", "\u212a"},
		{"a/b", "a/c"},
		{".buildsite", "."},
		{"a\x00", "a\xff"},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		dir := filepath.Join(t.TempDir(), "public")
		stage, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer stage.Abort()
		failed := false
		want := site{}
		for _, name := range []string{a, b} {
			if err := stage.Put(name, []byte(name)); err != nil {
				failed = true
				continue
			}
			want[name] = name
		}
		if _, err := stage.Commit(); (err != nil) != failed {
			t.Fatalf("Commit: %v after failed Put: %v", err, failed)
		}
		stage.Abort()
		wantAlone(t, dir)
		if _, err := os.Stat(dir); failed != os.IsNotExist(err) {
			t.Fatalf("after failed Put %v: %v", failed, err)
		}
		if failed {
			return
		}
		got := read(t, dir)
		if len(got) != len(want) || got[a] != a || got[b] != b {
			t.Fatalf("published %v, want %v", got, want)
		}
	})
}
