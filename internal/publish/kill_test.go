package publish

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The test binary is its own victim: with childDir set it builds version after
// version of a site there until somebody kills it.
const (
	childDir    = "PUBLISH_TEST_DIR"
	childRename = "PUBLISH_TEST_RENAME"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		fmt.Fprintln(os.Stderr, buildForever(dir, os.Getenv(childRename) != ""))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// buildForever prints a line for each build: the version that it published, or
// that the directory was busy.
func buildForever(dir string, rename bool) error {
	for {
		stage, err := Open(dir)
		var refused *Error
		if errors.As(err, &refused) && refused.Reason == Busy {
			fmt.Println("busy")
			continue
		} else if err != nil {
			return err
		}
		if rename {
			stage.exchange = unsupported
		}
		v := versionIn(dir) + 1
		if _, err := fill(stage, version(v)); err != nil {
			return err
		}
		fmt.Println(v)
	}
}

// shared is how many files every version has; their first line is the version.
const shared = 40

func sharedName(i int) string { return fmt.Sprintf("events/%d/%d.html", i%4, i) }

// version returns a site with files that change, files that stay and a file
// that no other version has.
func version(v int) site {
	s := site{fmt.Sprintf("only/%d.html", v): "", "static/logo.svg": "the same in all"}
	for i := range shared {
		s[sharedName(i)] = fmt.Sprintf("%d\n%s", v, strings.Repeat("x", 100*i))
	}
	return s
}

// versionIn returns the version in dir, or 0 if nothing is there.
func versionIn(dir string) int {
	data, _ := os.ReadFile(filepath.Join(dir, sharedName(0)))
	v, _ := versionOf(data)
	return v
}

func versionOf(data []byte) (int, error) {
	line, _, _ := strings.Cut(string(data), "\n")
	return strconv.Atoi(line)
}

// whole fails unless dir holds one version, with nothing missing or over.
func whole(t *testing.T, dir string, links bool) int {
	t.Helper()
	v := versionIn(dir)
	want := version(v)
	found := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == marker {
			return err
		}
		if links {
			info, err := d.Info()
			if err != nil {
				return err
			}
			checkEntry(t, path, info)
		}
		name, _ := filepath.Rel(dir, path)
		data, err := os.ReadFile(path)
		if wanted, ok := want[filepath.ToSlash(name)]; !ok || wanted != string(data) {
			t.Errorf("%s is not of version %d", name, v)
		}
		found++
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if found != len(want) {
		t.Errorf("%d files of version %d, want %d", found, v, len(want))
	}
	return v
}

// child is a process that builds until it is killed.
type child struct {
	*exec.Cmd
	lines        *bufio.Scanner
	builds, busy int
}

// start runs a child and returns once it has published a version.
func start(t *testing.T, dir string, rename bool) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0])}
	c.Env = append(os.Environ(), childDir+"="+dir)
	if rename {
		c.Env = append(c.Env, childRename+"=1")
	}
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	c.lines = bufio.NewScanner(out)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	c.follow(t, func() bool { return c.builds > 0 })
	return c
}

// follow reads what the child tells until enough says so.
func (c *child) follow(t *testing.T, enough func() bool) {
	t.Helper()
	for !enough() {
		if !c.lines.Scan() {
			t.Error("the child fell silent:", c.lines.Err())
			return
		}
		if c.lines.Text() == "busy" {
			c.busy++
		} else {
			c.builds++
		}
	}
}

// kill ends the child at a random moment.
func (c *child) kill(t *testing.T) {
	t.Helper()
	time.Sleep(rand.N(12 * time.Millisecond))
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); c.ProcessState.Exited() && runtime.GOOS != "windows" {
		t.Fatalf("the child ended by itself: %v", err)
	}
}

const kills = 15

func TestKilled(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("directories cannot be exchanged in one step here")
	}
	dir := filepath.Join(t.TempDir(), "public")
	mustBuild(t, dir, version(1))
	stop := watch(t, dir)
	for range kills {
		start(t, dir, false).kill(t)
		whole(t, dir, false)
		reopen(t, dir)
	}
	if reads := stop(); reads < shared {
		t.Errorf("the reader came to only %d reads", reads)
	}
}

// TestKilledRenaming does without the exchange, so for a moment nothing is in
// the directory's place; the next build repairs that.
func TestKilledRenaming(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for range kills {
		start(t, dir, true).kill(t)
		if _, err := os.Stat(dir); err == nil {
			whole(t, dir, false)
		}
		reopen(t, dir)
	}
}

// reopen begins and drops a build after a kill: the lock must be free, and the
// directory whole and alone afterwards.
func reopen(t *testing.T, dir string) {
	t.Helper()
	stage, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := stage.Abort(); err != nil {
		t.Fatal(err)
	}
	if v := whole(t, dir, true); v == 0 {
		t.Error("nothing is published any more")
	}
	wantAlone(t, dir)
}

// watch reads the files one after the other, as a browser does, until the
// function that it returns is called, which returns how many it has read. None
// may ever be missing or half there, and none older than one read before.
func watch(t *testing.T, dir string) (stop func() int) {
	done := make(chan struct{})
	var reader sync.WaitGroup
	reads := 0
	reader.Go(func() {
		last := 0
		for {
			select {
			case <-done:
				return
			default:
			}
			i := rand.N(shared)
			data, err := os.ReadFile(filepath.Join(dir, sharedName(i)))
			v, versionErr := versionOf(data)
			if err := errors.Join(err, versionErr); err != nil {
				t.Errorf("read %d: %v", reads, err)
				return
			}
			if v < last || string(data) != version(v)[sharedName(i)] {
				t.Errorf("read %d: %d bytes of version %d after version %d", reads, len(data), v, last)
				return
			}
			last = v
			reads++
		}
	})
	return func() int {
		close(done)
		reader.Wait()
		return reads
	}
}

// TestTwoAtOnce lets two processes build the same directory: each finds it busy
// at times and gets its turn at others, and readers notice nothing.
func TestTwoAtOnce(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("directories cannot be exchanged in one step here")
	}
	dir := filepath.Join(t.TempDir(), "public")
	children := []*child{start(t, dir, false), start(t, dir, false)}
	stop := watch(t, dir)
	var following sync.WaitGroup
	for _, c := range children {
		following.Go(func() {
			c.follow(t, func() bool { return c.builds >= 5 && c.busy >= 1 })
		})
	}
	following.Wait()
	for _, c := range children {
		c.kill(t)
	}
	stop()
	whole(t, dir, false)
	reopen(t, dir)
}
