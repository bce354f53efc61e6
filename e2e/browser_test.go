package e2e

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// screenshots is where pictures go for a person to look at; git ignores it.
const screenshots = "../screenshots"

// patience bounds what a test waits for in the browser, life how long it may
// have a tab.
const (
	patience = 30 * time.Second
	life     = 5 * time.Minute
)

// screen is what a reader looks at.
type screen struct {
	width, height int64
	dark          bool
}

// screens are those that every page has to look right on.
var screens = [...]screen{
	{1280, 800, false},
	{1280, 800, true},
	{360, 740, false},
	{360, 740, true},
}

func (s screen) String() string {
	if s.dark {
		return fmt.Sprint(s.width, "-dark")
	}
	return fmt.Sprint(s.width, "-light")
}

// flags start a Chromium that draws nothing on a screen, keeps to itself and
// runs as root in a container.
var flags = [...]string{
	"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
	"disable-background-networking", "disable-component-update", "disable-sync",
	"hide-scrollbars",
}

// browse starts a Chromium with a profile of its own, which ends with the test.
// The context is for tabs to be opened in.
func browse(t *testing.T) context.Context {
	t.Helper()
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(chromium(t))}
	for _, flag := range flags {
		options = append(options, chromedp.Flag(flag, true))
	}
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, closeBrowser := chromedp.NewContext(allocator, chromedp.WithErrorf(t.Logf))
	t.Cleanup(closeBrowser)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return ctx
}

// tab is one tab of a browser.
type tab struct {
	ctx    context.Context
	screen screen

	mu       sync.Mutex
	problems []string
	requests []string
}

// openTab opens a tab that shows pages as on s and takes down what goes wrong
// in them. It closes with the test.
func openTab(t *testing.T, browser context.Context, s screen) *tab {
	t.Helper()
	b := &tab{screen: s}
	ctx, closeTab := chromedp.NewContext(browser, chromedp.WithListener(b.listen))
	t.Cleanup(closeTab)
	// The first use of a context binds the tab's life to it, so the limit
	// comes only after it.
	if err := chromedp.Do(ctx, s.emulate()); err != nil {
		t.Fatalf("opening a tab: %v", err)
	}
	limited, cancel := context.WithTimeout(ctx, life)
	t.Cleanup(cancel)
	b.ctx = limited
	return b
}

// emulate sets the size of the page and the reader's preferences.
func (s screen) emulate() chromedp.Action[chromedp.Void] {
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: "reduce"},
	}}
	var options []chromedp.EmulateViewportOption
	if s.width < 600 {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	return chromedp.Steps(
		chromedp.EmulateViewport(s.width, s.height, options...),
		chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, media)
			return err
		}),
	)
}

// listen takes down requests, and what the browser has to complain of: scripts
// that fail, files that do not load, what a content security policy stops.
func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch event := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, event.Request.URL)
	case *log.EventEntryAdded:
		if event.Entry.Level == log.EntryLevelError || event.Entry.Level == log.EntryLevelWarning {
			b.problems = append(b.problems, fmt.Sprintf("%s: %s", event.Entry.URL, event.Entry.Text))
		}
	case *runtime.EventExceptionThrown:
		b.problems = append(b.problems, thrown(event.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeWarning {
			b.problems = append(b.problems, fmt.Sprintf("console: %s", event.Type))
		}
	}
}

func thrown(details *runtime.ExceptionDetails) string {
	if details.Exception == nil {
		return details.Text
	}
	return details.Text + " " + details.Exception.Description
}

// quiet fails the test for what went wrong in the tab so far, and for every
// request to another host than that of base.
func (b *tab) quiet(t *testing.T, base string) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, problem := range b.problems {
		t.Errorf("the browser complains of %s", problem)
	}
	for _, request := range b.requests {
		if !strings.HasPrefix(request, "data:") && !sameHost(request, base) {
			t.Errorf("the page asks for %s", request)
		}
	}
}

func sameHost(a, b string) bool {
	first, errA := url.Parse(a)
	second, errB := url.Parse(b)
	return errA == nil && errB == nil && first.Scheme == second.Scheme && first.Host == second.Host
}

// visit opens an address and waits until it has loaded.
func (b *tab) visit(t *testing.T, address string) {
	t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Navigate(address)); err != nil {
		t.Fatalf("opening %s: %v", address, err)
	}
}

// eval returns the value of a JavaScript expression in the tab's page.
func eval[T any](t *testing.T, b *tab, expression string) T {
	t.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("evaluating %s: %v", expression, err)
	}
	return value
}

// sideways returns by how many pixels the page is wider than its screen.
func (b *tab) sideways(t *testing.T) int {
	t.Helper()
	return eval[int](t, b, "document.documentElement.scrollWidth - document.documentElement.clientWidth")
}

// shoot writes a picture of the whole page, however long, to screenshots/ under
// name and the screen's, and returns it.
func (b *tab) shoot(t *testing.T, name string) []byte {
	t.Helper()
	picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatalf("taking a picture of %s: %v", name, err)
	}
	if err := os.MkdirAll(screenshots, 0o755); err != nil {
		t.Fatal(err)
	}
	file := fmt.Sprintf("%s-%v.png", name, b.screen)
	if err := os.WriteFile(filepath.Join(screenshots, file), picture, 0o644); err != nil {
		t.Fatal(err)
	}
	return picture
}
