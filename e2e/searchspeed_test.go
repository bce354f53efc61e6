package e2e

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestSearchSpeed tells how long the search takes at 2,000 events, in a browser
// on a processor of a quarter of this one's speed. It only runs where it is asked
// to, and tells without judging: what it finds is this machine's.
//
//	BUILDSITE_SPEED=1 go test ./e2e -run TestSearchSpeed -v
func TestSearchSpeed(t *testing.T) {
	if os.Getenv("BUILDSITE_SPEED") == "" {
		t.Skip("BUILDSITE_SPEED is not set")
	}
	tree, err := siteOf(manyEvents(t, 2000))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("search-data.js has %d bytes", len(tree["search-data.js"].Data))
	for name := range tree {
		if folder := path.Dir(name); folder != "." && folder != "assets" {
			delete(tree, name)
		}
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, tree); err != nil {
		t.Fatal(err)
	}
	browser := browse(t)
	for name, base := range map[string]string{
		"worker (not slowed down)": serve(t, tree, "/repo/"), "page": "file://" + filepath.ToSlash(dir) + "/",
	} {
		t.Run(name, func(t *testing.T) { clock(t, openTab(t, browser, screens[2]), base) })
	}
}

// stopwatch takes down when a question goes to the engine and when the answer
// comes out of it or arrives, and when the page shows something else.
const stopwatch = `(() => {
	window.times = {};
	const take = (port) => {
		const post = port.postMessage;
		port.postMessage = function (message, ...rest) {
			if (message?.query) times.asked = performance.now();
			if (message?.answer) times.answered = performance.now();
			return post.call(this, message, ...rest);
		};
	};
	take(MessagePort.prototype);
	take(Worker.prototype);
	addEventListener("message", () => {}, true);
	const listen = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
	Object.defineProperty(Worker.prototype, "onmessage", {set(f) {
		listen.set.call(this, (event) => { if (event.data.answer) times.answered = performance.now(); f(event); });
	}});
	window.measure = (words) => new Promise((done) => {
		const box = document.querySelector("#q");
		new MutationObserver((_, observer) => {
			observer.disconnect();
			done([times.answered - times.asked, performance.now() - start]);
		}).observe(document.querySelector("#answers"), {childList: true, subtree: true});
		const start = performance.now();
		box.focus();
		box.value = words;
		box.dispatchEvent(new Event("input"));
	});
	return true;
})()`

func clock(t *testing.T, b *tab, base string) {
	slow := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
		return err
	})
	if err := chromedp.Do(b.ctx, slow); err != nil {
		t.Fatal(err)
	}
	searches(t, b, base, "")
	eval[bool](t, b, stopwatch)
	first := measure(t, b, "canola")
	t.Logf("first answer after focus: %.0f ms", first[1])
	b.until(t, "measure('trudaeu').then(() => {}), document.querySelector('#help [data-word]') !== null")
	queries := []string{
		"trudeau", "canola", "习近平", "carnye", "trudaeu visit", "canada", "ch", "visit of trudeau to china", "october 1970",
		"ambassador", "human rights", "孟晚舟", "tariffs canola", "xi jinping", "zzzz", "minister of foreign affairs xyzzy",
	}
	var engine, whole []float64
	for range 5 {
		for _, words := range queries {
			measure(t, b, words+" ")
			took := measure(t, b, words)
			engine, whole = append(engine, took[0]), append(whole, took[1])
		}
	}
	slices.Sort(engine)
	slices.Sort(whole)
	for name, all := range map[string][]float64{"answer": engine, "until shown": whole} {
		t.Logf("%s: half within %.1f ms, 95 of 100 within %.1f ms, all within %.1f ms", name, all[len(all)/2], all[len(all)*95/100], all[len(all)-1])
	}
}

// measure asks and returns the milliseconds until the answer and until it shows.
func measure(t *testing.T, b *tab, words string) [2]float64 {
	t.Helper()
	eval[bool](t, b, fmt.Sprintf("(window.took = null, measure(%q).then((all) => { window.took = all }), true)", words))
	b.until(t, "window.took !== null")
	return eval[[2]float64](t, b, "window.took")
}

var (
	dateLine  = regexp.MustCompile(`(?m)^date: .*$`)
	otherLine = regexp.MustCompile(`(?m)^(end|slug|aliases): .*\n`)
	titleLine = regexp.MustCompile(`(?m)^title: *["']?(.*?)["']?$`)
	longWord  = regexp.MustCompile(`\b[a-z]{5,}\b`)
)

// manyEvents returns the registries of the real content and so many events: the
// real ones again and again, on other days, with further words in their titles.
func manyEvents(t *testing.T, count int) fs.FS {
	t.Helper()
	tree := make(fstest.MapFS)
	var seeds []string
	err := fs.WalkDir(os.DirFS("../content"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join("../content", filepath.FromSlash(name)))
		switch {
		case path.Ext(name) == ".yaml" && !strings.Contains(name, "/"):
			tree[name] = &fstest.MapFile{Data: data}
		case strings.HasPrefix(name, "events/") && strings.Count(path.Base(name), ".") == 1:
			seeds = append(seeds, string(data))
		}
		return err
	})
	if err != nil || len(seeds) == 0 {
		t.Fatal("no events to repeat: ", err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range count {
		seed := seeds[i%len(seeds)]
		words := longWord.FindAllString(seeds[random.IntN(len(seeds))], -1)
		random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		day := fmt.Sprintf("%d-%02d-%02d", 1950+random.IntN(75), 1+random.IntN(12), 1+random.IntN(28))
		seed = dateLine.ReplaceAllString(otherLine.ReplaceAllString(seed, ""), "date: "+day)
		title := strings.ReplaceAll(titleLine.FindStringSubmatch(seed)[1], `"`, "")
		seed = titleLine.ReplaceAllLiteralString(seed, fmt.Sprintf("title: \"%s, %s %d\"", title, strings.Join(words[:min(4, len(words))], " "), i))
		tree[fmt.Sprintf("events/%s/%s-%d.md", day[:4], day, i)] = &fstest.MapFile{Data: []byte(seed)}
	}
	return tree
}
