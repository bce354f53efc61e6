package e2e

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// editor is somebody who writes, with the site open beside the text.
type editor struct {
	*tab
	t       *testing.T
	dir     string // the project
	program string
	site    string // address
}

// sitDown copies the content, starts the program's server there and opens a tab.
func sitDown(t *testing.T) *editor {
	t.Helper()
	browser := browse(t)
	e := &editor{t: t, dir: t.TempDir(), tab: openTab(t, browser, screens[0])}
	e.program = filepath.Join(e.dir, "buildsite")
	for _, copied := range []string{"content", "static"} {
		if err := os.CopyFS(filepath.Join(e.dir, copied), os.DirFS("../"+copied)); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.CommandContext(t.Context(), "go", "build", "-o", e.program, "../cmd/buildsite")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, out)
	}
	ctx, stop := context.WithCancel(context.Background())
	serve := exec.CommandContext(ctx, e.program, "serve", "--addr", "127.0.0.1:0")
	serve.Dir = e.dir
	serve.Cancel = func() error { return serve.Process.Signal(os.Interrupt) }
	out, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		if err := serve.Wait(); err != nil && serve.ProcessState.ExitCode() != 0 {
			t.Errorf("the server ended with %v", err)
		}
	})
	lines := bufio.NewScanner(out)
	for e.site == "" && lines.Scan() {
		if address, _, ok := strings.Cut(lines.Text(), " shows the site"); ok {
			e.site = address
		}
	}
	go func() {
		for lines.Scan() { // or the server waits for its words to be read
		}
	}()
	if e.site == "" {
		t.Fatal("the server does not say where it is")
	}
	return e
}

// write saves a file of the content the way most editors do: beside the old one,
// and renamed over it.
func (e *editor) write(name, text string) {
	e.t.Helper()
	path := filepath.Join(e.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(path+"~", []byte(text), 0o644); err != nil {
		e.t.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		e.t.Fatal(err)
	}
}

// run runs a command of the program and returns what it prints.
func (e *editor) run(args ...string) string {
	e.t.Helper()
	command := exec.CommandContext(e.t.Context(), e.program, args...)
	command.Dir = e.dir
	out, err := command.CombinedOutput()
	if err != nil {
		e.t.Fatalf("buildsite %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// sees waits until an expression of JavaScript is true in the page, which may be
// loaded anew meanwhile.
func (e *editor) sees(what, expression string) {
	e.t.Helper()
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
		if seen, err := chromedp.Run(e.ctx, chromedp.Evaluate[bool](expression)); err == nil && seen {
			return
		}
	}
	e.t.Fatalf("%s does not show", what)
}

// text is an expression that tells whether the page says something.
func text(says string) string {
	return fmt.Sprintf("document.body.innerText.includes(%q)", says)
}

// TestDesk writes for an hour: a new event, a wrong date, the mend, an article
// pasted, its event promoted, a style changed.
func TestDesk(t *testing.T) {
	e := sitDown(t)

	// A new event shows on its year's page, which is open.
	e.visit(t, e.site+"years/2025.html")
	e.sees("the page", text("2025"))
	name := e.run("new", "Anita Anand meets Chinese ambassador Wang Di in Ottawa", "--date", "2025-12-03")
	e.sees("the new event", text("Anita Anand meets Chinese ambassador"))
	e.sees("where it was put", "document.querySelector('.buildsite-edited') !== null")

	// A wrong date is laid over the page, with its line, until it is mended.
	raw, err := os.ReadFile(filepath.Join(e.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	seed := string(raw)
	e.write(name, strings.Replace(seed, "2025-12-03", "2025-12-33", 1))
	e.sees("the problem", text(filepath.ToSlash(name)+":3:7")+" && "+text("date: 2025-12-33"))
	e.sees("the last good page", text("Anita Anand meets Chinese ambassador"))
	e.shoot(t, "desk-problem")
	e.write(name, strings.Replace(seed, "2025-12-03", "2025-12-04", 1))
	e.sees("the mend", "document.getElementById('buildsite-problems') === null && "+text("4 December 2025"))

	// A style sheet is swapped; the page is not loaded again.
	eval[bool](t, e.tab, "window.stays = true")
	style, err := os.ReadFile("../static/site.css")
	if err != nil {
		t.Fatal(err)
	}
	e.write("static/site.css", string(style)+"\nh1 { letter-spacing: 3px }\n")
	e.sees("the style", "getComputedStyle(document.querySelector('h1')).letterSpacing === '3px'")
	if !eval[bool](t, e.tab, "window.stays === true") {
		t.Error("a style sheet makes the page load again")
	}

	// A page that is far down stays there.
	e.visit(t, e.site+"years/2025.html")
	eval[bool](t, e.tab, "(scrollTo(0, 900), true)")
	e.write("content/events/2020s/2025-12-05-x.md", "---\ntitle: A second thing happens\ndate: 2025-12-05\n---\n")
	e.sees("the second event", text("A second thing happens"))
	e.sees("the place on the page", "scrollY > 400")

	// A pasted article waits on the desk for an editor.
	e.visit(t, e.site+"_desk/")
	e.write("content/articles/call.txt", "Ministers speak by phone\n\nOTTAWA, Dec. 9, 2025 -- Foreign Minister Anita Anand spoke by phone with Chinese Foreign Minister Wang Yi on Monday.\n")
	e.sees("the article's event", text("2025-12-08-call-anita-anand-wang-yi")+" || document.querySelector('[data-copy$=\"2025-12-08-call-anita-anand-wang-yi\"]') !== null")
	e.shoot(t, "desk")
	e.run("promote", "2025-12-08-call-anita-anand-wang-yi")
	e.sees("that it is an editor's", "document.querySelector('[data-copy$=\"2025-12-08-call-anita-anand-wang-yi\"]') === null")
	e.quiet(t, e.site)
}
