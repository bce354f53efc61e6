package e2e

import (
	"bytes"
	"compress/gzip"
	"context"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The sizes, gzipped, that a reader waits for before anything is seen, in bytes.
const (
	mostHTML   = 60_000
	mostStyle  = 12_000
	mostScript = 10_000
)

// TestSizes weighs every page for people as it is sent, and what a page loads
// before a search.
func TestSizes(t *testing.T) {
	tree := built(t)
	style, script := 0, 0
	for name, file := range tree {
		size := gzipped(t, file.Data)
		switch {
		case path.Ext(name) == ".html" && size > mostHTML:
			t.Errorf("%s weighs %d bytes", name, size)
		case path.Ext(name) == ".css" && strings.HasPrefix(path.Base(name), "site-"):
			style += size
		}
	}
	home := string(tree["index.html"].Data)
	for _, m := range regexp.MustCompile(`<script defer src="([^"]+)"`).FindAllStringSubmatch(home, -1) {
		script += gzipped(t, tree[m[1]].Data)
	}
	if style == 0 || style > mostStyle {
		t.Errorf("the style sheet weighs %d bytes", style)
	}
	if script == 0 || script > mostScript {
		t.Errorf("the scripts of the home page weigh %d bytes", script)
	}
	t.Logf("home %d, style %d, scripts %d bytes", gzipped(t, tree["index.html"].Data), style, script)
}

func gzipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// set calls a command of the browser's on the tab.
func set[P any](t *testing.T, b *tab, method cdp.Command[P, cdp.Empty], params P) {
	t.Helper()
	err := chromedp.Do(b.ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, method, params)
		return err
	}))
	if err != nil {
		t.Fatal(err)
	}
}

// shownLinks are the paths of the links that are to be seen in the page, each once.
const shownLinks = `[...new Set([...document.querySelectorAll("main a[href]")].filter(a => a.checkVisibility()).map(a => new URL(a.href).pathname))].join("\n")`

// TestWithoutScript goes from the search page of each language to every event,
// by links that are to be seen, with scripts switched off.
func TestWithoutScript(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	tree := built(t)
	base := serve(t, tree, "/repo/")
	set(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for _, edition := range editions {
		seen, open := map[string]bool{}, []string{edition + "search.html"}
		for len(open) > 0 {
			name := open[0]
			open = open[1:]
			b.visit(t, base+name)
			for link := range strings.FieldsSeq(eval[string](t, b, shownLinks)) {
				link = strings.TrimPrefix(link, "/repo/")
				if seen[link] || !strings.HasPrefix(link, edition) {
					continue
				}
				seen[link] = true
				if strings.HasPrefix(link, edition+"years/") {
					open = append(open, link)
				}
			}
		}
		for name := range tree {
			if ok, _ := path.Match(edition+"events/[12]*.html", name); ok && !seen[name] {
				t.Errorf("no way leads to %s", name)
			}
		}
	}
}

// TestPrint lays pages out for paper: every event is there, with the address it
// has, and nothing to click.
func TestPrint(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	base := serve(t, built(t), "/repo/")
	set(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	for _, name := range []string{"years/2018.html", "years/1970s.html", "topics/trade.html", "fr/events/1970-10-13-diplomatic-recognition.html"} {
		b.visit(t, base+name)
		problems := eval[string](t, b, `(() => {
			const bad = [];
			for (const e of document.querySelectorAll(".site-head .menu, .versions, .site-foot nav, .skip")) if (e.checkVisibility()) bad.push("printed: " + e.className);
			for (const e of document.querySelectorAll("ol.entries > li")) if (!e.checkVisibility() || e.getBoundingClientRect().height === 0) bad.push("not printed: " + e.textContent);
			for (const a of document.querySelectorAll(".account a[href^=http]")) if (!getComputedStyle(a, "::after").content.includes("http")) bad.push("an address is not written out: " + a.href);
			return bad.join("\n");
		})()`)
		if problems != "" {
			t.Errorf("%s: %s", name, problems)
		}
	}
}

// TestKeyboard goes along a page by the Tab key alone, forth and back: every
// event is reached, and what has the focus is never hidden by what stays in place.
func TestKeyboard(t *testing.T) {
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	for _, s := range []screen{screens[0], screens[2]} {
		b := openTab(t, browser, s)
		b.visit(t, base+"years/2010s.html")
		all := eval[int](t, b, "document.querySelectorAll('ol.entries a.title').length")
		for _, way := range []struct {
			name string
			keys []chromedp.Modifier
		}{{"Tab", nil}, {"Shift and Tab", []chromedp.Modifier{chromedp.ModifierShift}}} {
			reached := 0
			for range 400 {
				if err := chromedp.Do(b.ctx, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(way.keys...))); err != nil {
					t.Fatal(err)
				}
				state := eval[string](t, b, `(() => {
					const a = document.activeElement;
					if (!a || a === document.body) return "end";
					const r = a.getClientRects()[0];
					const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
					if (!top || !(a.contains(top) || top.contains(a))) return "hidden: " + a.outerHTML.slice(0, 120) + " by " + (top ? top.outerHTML.slice(0, 80) : "the edge");
					return a.matches("ol.entries a.title") ? "event" : "other";
				})()`)
				if state == "event" {
					reached++
				} else if strings.HasPrefix(state, "hidden") {
					t.Errorf("%v: %s", s, state)
				}
				if state == "end" || reached == all {
					break
				}
			}
			if reached != all {
				t.Errorf("%v: %d of %d events are reached by %s", s, reached, all, way.name)
			}
			b.press(t, kb.Tab) // beyond the last, to come back from there
		}
	}
}

// TestToday opens the first page of each language: what happened on this day is
// fetched from the page of the month, and its links lead where that page's do.
func TestToday(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	tree := built(t)
	base := serve(t, tree, "/repo/")
	for _, edition := range editions {
		b.visit(t, base+edition+"index.html")
		b.until(t, "document.querySelector('#today').textContent.trim() !== ''")
		for link := range strings.FieldsSeq(eval[string](t, b, "[...document.querySelectorAll('#today a')].map(a => new URL(a.href).pathname).join(' ')")) {
			if name := strings.TrimPrefix(link, "/repo/"); tree[name] == nil || !strings.HasPrefix(name, edition+"events/") {
				t.Errorf("%sindex.html: what happened today leads to %s", edition, link)
			}
		}
	}
	b.quiet(t, base)
}

// TestCopy copies a way to cite an event.
func TestCopy(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	base := serve(t, built(t), "/repo/")
	b.visit(t, base+"events/1970-10-13-diplomatic-recognition.html")
	eval[bool](t, b, "(navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve() }, true)")
	b.click(t, ".cite pre + button")
	b.until(t, "window.copied?.startsWith('@misc{1970-10-13-diplomatic-recognition,')")
	b.until(t, "document.querySelector('.cite pre + button').textContent === 'Copied'")
}
