package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	root "buildsite"
	"buildsite/internal/pipeline"
)

// desktop is a server with folders of its own.
type desktop struct {
	t       *testing.T
	dir     string
	address string

	mu    sync.Mutex
	built []Built
}

// start serves a site of one event until the test ends.
func start(t *testing.T) *desktop {
	t.Helper()
	d := &desktop{t: t, dir: t.TempDir()}
	mkdir(t, filepath.Join(d.dir, "content"))
	mkdir(t, filepath.Join(d.dir, "static", "css"))
	d.seed("Recognition", "1970-10-13")
	write(t, filepath.Join(d.dir, "static", "site.css"), "body { color: black }\n")
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d.address = "http://" + listener.Addr().String()
	s := &Server{
		Input: d.input,
		Dirs:  []string{d.path("content"), d.path("templates"), d.path("static")},
		Told: func(b Built) {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.built = append(d.built, b)
		},
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("serving ended with %v", err)
			}
		case <-time.After(patience):
			t.Error("serving goes on though nobody is to be served")
		}
	})
	return d
}

func (d *desktop) path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

func (d *desktop) seed(title, date string) {
	d.t.Helper()
	write(d.t, d.path("content/recognition.md"), "---\ntitle: "+title+"\ndate: "+date+"\nkind: agreement\n---\nText.\n")
}

func (d *desktop) input() (pipeline.Input, func(), error) {
	dir := func(name string) pipeline.Dir {
		lower, err := fs.Sub(root.Files, name)
		if err != nil {
			return pipeline.Dir{}
		}
		return pipeline.Dir{Name: name, FS: pipeline.Overlay(os.DirFS(d.path(name)), lower)}
	}
	in := pipeline.Input{Content: pipeline.Dir{FS: os.DirFS(d.path("content")), Name: "content"}, Templates: dir("templates"), Static: dir("static")}
	_, err := os.Stat(d.path("content"))
	return in, func() {}, err
}

// get asks for a page.
func (d *desktop) get(path string) (status int, body string) {
	d.t.Helper()
	r, err := http.NewRequestWithContext(d.t.Context(), http.MethodGet, d.address+path, nil)
	if err != nil {
		d.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return res.StatusCode, string(data)
}

// listen follows the messages to browsers. The function that it returns waits
// for one of which is tells.
func (d *desktop) listen() func(what string, is func(message) bool) message {
	d.t.Helper()
	r, err := http.NewRequestWithContext(d.t.Context(), http.MethodGet, d.address+"/_desk/events?number=1", nil)
	if err != nil {
		d.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	messages := make(chan message, 100)
	go func() {
		defer func() { _ = res.Body.Close() }()
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			var m message
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok && json.Unmarshal([]byte(data), &m) == nil {
				messages <- m
			}
		}
	}()
	return func(what string, is func(message) bool) message {
		d.t.Helper()
		deadline := time.After(patience)
		for {
			select {
			case m := <-messages:
				if is(m) {
					return m
				}
			case <-deadline:
				d.t.Fatalf("no message tells of %s", what)
			}
		}
	}
}

func reloads(m message) bool { return m.Reload }

func TestServe(t *testing.T) {
	d := start(t)
	await := d.listen()
	await("the state", func(m message) bool { return m.Number == 1 && !m.Reload })
	for _, test := range []struct {
		path   string
		status int
		holds  string
	}{
		{"/", 200, "/_desk/live.js"},
		{"/index.html", 200, "; connect-src 'self'; base-uri"},
		{"/events/", 200, "Recognition"},
		{"/events/recognition.html", 200, "Recognition"},
		{"/events.json", 200, `"id":"recognition"`},
		{"/nowhere.html", 404, "/_desk/live.js"},
		{"/../content/recognition.md", 404, "</html>"},
		{"/_desk/", 200, "content/recognition.md"},
		{"/_desk/live.js", 200, "EventSource"},
		{"/_desk/desk.html", 404, ""},
	} {
		status, body := d.get(test.path)
		if status != test.status || !strings.Contains(body, test.holds) {
			t.Errorf("%s: %d, want %d with %q", test.path, status, test.status, test.holds)
		}
	}

	d.seed("The two countries recognise each other", "1970-10-13")
	if m := await("the edit", reloads); len(m.Events) != 1 || m.Events[0] != "recognition" {
		t.Errorf("edited events %q", m.Events)
	}
	if _, body := d.get("/events/recognition.html"); !strings.Contains(body, "recognise each other") {
		t.Error("the edit does not show")
	}
}

func TestServeProblems(t *testing.T) {
	d := start(t)
	await := d.listen()
	d.seed("Recognition", "1970-13-13")
	m := await("the problem", func(m message) bool { return len(m.Problems) > 0 })
	p := m.Problems[0]
	if m.Reload || p.File != "content/recognition.md" || p.Line != 3 || p.Source != "date: 1970-13-13" || p.Hint == "" {
		t.Errorf("told %+v", m)
	}
	if status, body := d.get("/events/recognition.html"); status != 200 || !strings.Contains(body, "Recognition") {
		t.Errorf("the last good page: %d", status)
	}
	if _, body := d.get("/_desk/"); !strings.Contains(body, "there is no month 13") {
		t.Error("the desk does not tell the problem")
	}
	d.seed("Recognition, mended", "1970-10-13")
	await("the mend", func(m message) bool { return m.Reload && len(m.Problems) == 0 })

	// A template may fail on the one page that is asked for.
	mkdir(t, d.path("templates/pages"))
	write(t, d.path("templates/pages/event.html"), `{{define "main"}}{{.Content.Nothing}}{{end}}`)
	await("the template", reloads)
	if status, _ := d.get("/events/recognition.html"); status != 500 {
		t.Errorf("a page whose template fails: %d", status)
	}
	await("the template's problem", func(m message) bool {
		return len(m.Problems) == 1 && m.Problems[0].File == "templates/pages/event.html" && m.Problems[0].Source != ""
	})
	remove(t, d.path("templates"))
	await("the built-in template", reloads)
	if status, _ := d.get("/events/recognition.html"); status != 200 {
		t.Errorf("with the built-in template: %d", status)
	}

	remove(t, d.path("content"))
	await("the content removed", func(m message) bool { return m.Failed != "" })
	mkdir(t, d.path("content"))
	d.seed("Recognition, again", "1970-10-13")
	await("the content made anew", func(m message) bool { return m.Reload && m.Failed == "" })
}

func TestServeStyles(t *testing.T) {
	d := start(t)
	await := d.listen()
	_, before := d.get("/")
	write(t, d.path("static/site.css"), "body { color: navy }\n")
	m := await("the style sheet", func(m message) bool { return len(m.Styles) > 0 || m.Reload })
	if m.Reload || len(m.Styles) != 1 || !strings.Contains(before, m.Styles[0].Old) {
		t.Fatalf("told %+v", m)
	}
	if status, body := d.get("/" + m.Styles[0].New); status != 200 || !strings.Contains(body, "navy") {
		t.Errorf("the new style sheet: %d %s", status, body)
	}
	write(t, d.path("static/search.js"), "console.log(1)\n")
	await("the script", reloads)
}

// TestServeFirst starts with a problem: there is no site yet.
func TestServeFirst(t *testing.T) {
	d := start(t)
	await := d.listen()
	d.seed("Recognition", "never")
	await("the problem", func(m message) bool { return len(m.Problems) > 0 })

	s := &Server{Input: d.input, Dirs: []string{d.path("content")}}
	s.build(t.Context(), 0)
	if now := s.now.Load(); now.result != nil || len(now.problems) == 0 {
		t.Errorf("a site with problems was built: %+v", now)
	}
}

func TestMessages(t *testing.T) {
	swap := message{Number: 2, Styles: []style{{"a", "b"}}}
	again := message{Number: 3, Styles: []style{{"b", "c"}}}
	load := message{Number: 4, Reload: true, Events: []string{"x"}}
	if m := swap.then(again); !m.Reload || m.Styles != nil || m.Number != 3 {
		t.Errorf("two swaps: %+v", m)
	}
	if m := load.then(swap); !m.Reload || len(m.Events) != 1 {
		t.Errorf("a swap after a load: %+v", m)
	}
	if m := (message{Number: 1}).then(swap); m.Reload || len(m.Styles) != 1 {
		t.Errorf("a swap alone: %+v", m)
	}
}
