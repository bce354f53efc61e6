package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searcher is a reader at the search page.
type searcher struct {
	*tab
	t    *testing.T
	base string
}

// searches opens the search page with the search of an address, such as "?q=x".
func searches(t *testing.T, b *tab, base, search string) *searcher {
	t.Helper()
	s := &searcher{tab: b, t: t, base: base}
	s.visit(t, base+"search.html"+search)
	return s
}

// until waits until an expression of JavaScript is true in the page.
func (b *tab) until(t *testing.T, expression string) {
	t.Helper()
	for end := time.Now().Add(patience / 2); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if seen, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression)); err == nil && seen {
			return
		}
	}
	state, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string]("location.href + ' ' + document.querySelector('main').innerText.slice(0, 600).replaceAll('\\n', ' ')"))
	t.Fatalf("not true in the end: %s\n%s", expression, state)
}

// press sends keys to what has the focus.
func (b *tab) press(t *testing.T, keys string) {
	t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.KeyEvent(keys)); err != nil {
		t.Fatalf("pressing %q: %v", keys, err)
	}
}

// click clicks the first element of a selector, as a script may, once there is one.
func (b *tab) click(t *testing.T, selector string) {
	t.Helper()
	b.until(t, fmt.Sprintf("(() => { const e = document.querySelector(%q); e?.click(); return e !== null })()", selector))
}

// asks puts words into the empty box by keys.
func (s *searcher) asks(words string) {
	s.t.Helper()
	eval[bool](s.t, s.tab, "(() => { const q = document.querySelector('#q'); q.focus(); q.select(); return true })()")
	s.press(s.t, words)
}

// first waits until the first event that was found has words in its title.
func (s *searcher) first(words string) {
	s.t.Helper()
	s.until(s.t, fmt.Sprintf("document.querySelector('#results .title')?.textContent.includes(%q)", words))
}

// thing waits until a page of a path is among what was found.
func (s *searcher) thing(path string) {
	s.t.Helper()
	s.until(s.t, fmt.Sprintf("document.querySelector('#things a[href=%q]') !== null", path))
}

// address waits until the address has a search.
func (s *searcher) address(search string) {
	s.t.Helper()
	s.until(s.t, fmt.Sprintf("location.search === %q", search))
}

// focused tells whether the element of a selector has the focus.
func focused(selector string) string {
	return fmt.Sprintf("document.activeElement !== null && document.activeElement === document.querySelector(%q)", selector)
}

// TestSearchWords types what people type.
func TestSearchWords(t *testing.T) {
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	b := openTab(t, browser, screens[0])
	s := searches(t, b, base, "")
	for _, test := range []struct{ words, first, thing string }{
		{"recognition stockholm", "Recognition", ""},
		{"carney", "Carney", "people/mark-carney.html"},
		{"习近平", "", "people/xi-jinping.html"}, // the page is English
		{"習近平", "", "people/xi-jinping.html"}, // in the traditional script
		{"melanie joly", "Joly", "people/melanie-joly.html"},
		{"MÉLANIE", "Joly", "people/melanie-joly.html"},
		{"Pékin", "", "places/beijing.html"},
		{"carn", "Carney", "people/mark-carney.html"},      // not written to its end
		{"trudaeu mao", "Mao", ""},                         // two letters changed places
		{"1970", "", "years/1970.html"},                    // a year
		{"13 October 1970", "", ""},                        // a date for people
		{"1970-10-13", "", ""},                             // a date as the data have it
		{"what did trudeau say to mao in beijing", "", ""}, // words that stand nowhere
	} {
		s.asks(test.words)
		s.address("?q=" + strings.ReplaceAll(eval[string](t, b, fmt.Sprintf("new URLSearchParams({q: %q}).toString().slice(2)", test.words)), "%20", "+"))
		if test.first != "" {
			s.first(test.first)
		}
		if test.thing != "" {
			s.thing(test.thing)
		}
		s.until(t, "document.querySelectorAll('#results > li').length > 0")
	}
	s.asks("1970-10-13")
	s.until(t, "document.querySelector('#results time')?.dateTime === '1970-10-13'")
	s.asks("trudaeu")
	s.until(t, "document.querySelector('#help [data-word=trudeau]') !== null")
	s.click(t, "#help [data-word=trudeau]")
	s.address("?q=trudeau")
	s.until(t, "document.querySelector('#results mark')?.textContent === 'Trudeau'")
	b.shoot(t, "search-words")
	b.quiet(t, base)
}

// TestSearchFilters chooses by several facets, shares the address, goes back and
// clears.
func TestSearchFilters(t *testing.T) {
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	b := openTab(t, browser, screens[0])
	s := searches(t, b, base, "?person=xi-jinping")
	const count = "document.querySelectorAll('#results > li').length"
	s.until(t, count+" > 0")
	alone := eval[int](t, b, count)
	s.until(t, "document.querySelector('input[name=person][value=xi-jinping]').checked")

	// The count beside a choice is what it leads to.
	s.until(t, "document.querySelector('input[name=kind][value=meeting]') !== null")
	told := eval[int](t, b, "Number(document.querySelector('input[name=kind][value=meeting]').closest('li').querySelector('.count').textContent)")
	s.click(t, "input[name=kind][value=meeting]")
	s.address("?kind=meeting&person=xi-jinping")
	s.until(t, fmt.Sprintf("%s === %d", count, told))
	if told == 0 || told >= alone {
		t.Errorf("%d events of one kind, of %d", told, alone)
	}

	// A second value of a facet adds to the first.
	s.click(t, "input[name=kind][value=visit]")
	s.address("?kind=meeting&kind=visit&person=xi-jinping")
	s.until(t, fmt.Sprintf("%s > %d", count, told))
	both := eval[int](t, b, count)
	b.shoot(t, "search-filters")

	// The address is all that another reader needs.
	other := searches(t, openTab(t, browser, screens[2]), base, "?kind=meeting&kind=visit&person=xi-jinping")
	other.until(t, fmt.Sprintf("%s === %d", count, both))
	other.until(t, "document.querySelectorAll('#chips button').length === 4")
	if over := other.sideways(t); over > 0 {
		t.Errorf("the page scrolls sideways by %d pixels", over)
	}
	other.shoot(t, "search-filters")
	other.quiet(t, base)

	// Back and forward.
	eval[bool](t, b, "history.back() === undefined")
	s.address("?kind=meeting&person=xi-jinping")
	s.until(t, fmt.Sprintf("%s === %d", count, told))
	eval[bool](t, b, "history.forward() === undefined")
	s.until(t, fmt.Sprintf("%s === %d", count, both))

	// A chip takes its choice back, and all are cleared at once.
	s.click(t, "#chips [data-facet=person]")
	s.address("?kind=meeting&kind=visit")
	s.until(t, fmt.Sprintf("%s > %d", count, both))
	s.click(t, "#chips [data-clear]")
	s.address("")
	s.until(t, "document.querySelector('#answers').hidden && !document.querySelector('#browse').hidden")

	// Words go with filters, and what is not chosen any more is offered.
	searches(t, b, base, "?q=canola&kind=election")
	s.until(t, "document.querySelector('#help [data-facet=kind]') !== null")
	b.shoot(t, "search-nothing")
	s.click(t, "#help [data-facet=kind]")
	s.address("?q=canola")
	s.until(t, count+" > 0")
	b.quiet(t, base)
}

// TestSearchMore shows further events, and goes back to as many.
func TestSearchMore(t *testing.T) {
	base := serve(t, built(t), "/repo/")
	b := openTab(t, browse(t), screens[0])
	s := searches(t, b, base, "?from=1990")
	const count = "document.querySelectorAll('#results > li').length"
	s.until(t, count+" === 50")
	if nodes := eval[int](t, b, "document.querySelectorAll('*').length"); nodes > 1400 {
		t.Errorf("%d elements on the page", nodes)
	}
	s.click(t, "#more")
	s.until(t, count+" === 100")
	s.until(t, focused("#results > li:nth-child(51) a"))
	href := eval[string](t, b, "document.querySelector('#results > li:nth-child(80) a').href")
	b.visit(t, href)
	eval[bool](t, b, "history.back() === undefined")
	s.until(t, count+" === 100")
	b.quiet(t, base)
}

// TestSearchKeys searches without a mouse.
func TestSearchKeys(t *testing.T) {
	base := serve(t, built(t), "/repo/")
	b := openTab(t, browse(t), screens[0])
	s := searches(t, b, base, "")
	s.asks("canola")
	s.first("anola")
	s.press(t, kb.ArrowDown)
	s.until(t, focused("#answers a.title"))
	s.press(t, kb.ArrowDown)
	s.until(t, "document.activeElement === document.querySelectorAll('#answers a.title')[1]")
	s.press(t, kb.ArrowUp+kb.ArrowUp)
	s.until(t, focused("#q"))
	s.press(t, kb.ArrowDown+kb.Escape)
	s.until(t, focused("#q")+" && document.querySelector('#q').value === 'canola'")
	s.until(t, "/\\d/.test(document.querySelector('#status').textContent)") // said aloud
	s.press(t, kb.Escape)
	s.address("")
	s.asks("canola")
	s.first("anola")
	s.press(t, kb.ArrowDown+kb.Enter)
	s.until(t, "!location.pathname.endsWith('search.html')")
	b.quiet(t, base)
}

// TestSearchDisk searches in a site on a disk, where no worker can be had.
func TestSearchDisk(t *testing.T) {
	base := "file://" + filepath.ToSlash(onDisk(t)) + "/"
	b := openTab(t, browse(t), screens[0])
	s := searches(t, b, base, "?q=%E5%AD%9F%E6%99%9A%E8%88%9F")
	s.thing("people/meng-wanzhou.html")
	s.asks("recognition")
	s.first("ecogni")
	s.click(t, "#panel input[type=checkbox]")
	s.until(t, "document.querySelectorAll('#chips button').length === 2")
	b.quiet(t, base)
}

// TestSearchWithoutScript leads to everything by links.
func TestSearchWithoutScript(t *testing.T) {
	base := serve(t, built(t), "/repo/")
	b := openTab(t, browse(t), screens[2])
	noScript := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	})
	if err := chromedp.Do(b.ctx, noScript); err != nil {
		t.Fatal(err)
	}
	searches(t, b, base, "")
	if !eval[bool](t, b, "document.querySelector('#search').hidden && document.querySelector('#side').hidden") {
		t.Error("a box that can do nothing is shown")
	}
	for _, folder := range []string{"years", "kinds", "topics", "people", "places", "sides", "importance", "status", "sources"} {
		if !eval[bool](t, b, fmt.Sprintf("document.querySelector('#browse a[href=\"%s/index.html\"]') !== null", folder)) {
			t.Errorf("no link to %s", folder)
		}
	}
	if nodes := eval[int](t, b, "document.querySelectorAll('*').length"); nodes > 1400 {
		t.Errorf("%d elements on the page", nodes)
	}
	b.shoot(t, "search-without-script")
	b.quiet(t, base)
}

// TestSearchLanguages searches in the French and the Chinese edition, and keeps
// the question from one to the other.
func TestSearchLanguages(t *testing.T) {
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	for _, test := range []struct {
		dir, words, thing string
		screen            screen
	}{
		{"fr/", "arrestation meng", "", screens[1]},
		{"fr/", "Xi Jinping", "people/xi-jinping.html", screens[2]},
		{"zh/", "油菜籽", "", screens[0]},
		{"zh/", "特鲁多", "people/justin-trudeau.html", screens[3]},
		{"zh/", "carney", "people/mark-carney.html", screens[3]},
	} {
		b := openTab(t, browser, test.screen)
		s := searches(t, b, base+test.dir, "")
		s.asks(test.words)
		s.until(t, "document.querySelectorAll('#results > li').length > 0")
		if test.thing != "" {
			s.thing(test.thing)
		}
		if said := eval[string](t, b, "document.querySelector('main').innerText"); strings.ContainsAny(said, "{}") {
			t.Errorf("%s%s: something is not filled in: %s", test.dir, test.words, said)
		}
		if over := b.sideways(t); over > 0 {
			t.Errorf("%s scrolls sideways by %d pixels", test.dir, over)
		}
		b.shoot(t, "search-"+strings.TrimSuffix(test.dir, "/"))
		s.click(t, "a[hreflang=en]")
		s.until(t, "!location.pathname.includes('/"+test.dir+"') && document.querySelector('#q').value === "+fmt.Sprintf("%q", test.words))
		b.quiet(t, base)
	}
}

// TestSearchAccess has axe look at answers, at filters unfolded, at the help where
// nothing is found, and at the help on keys.
func TestSearchAccess(t *testing.T) {
	axe, err := os.ReadFile(auditor)
	if err != nil {
		missing(t, auditor+" is not there; run npm ci in the folder e2e")
	}
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	for _, s := range screens {
		t.Run(s.String(), func(t *testing.T) {
			for search, open := range map[string]string{
				"?q=trudeau&from=1970":    "document.querySelectorAll('details, .facet button').forEach((e) => e.localName === 'details' ? e.open = true : e.click())",
				"?q=canola&kind=election": "document.querySelector('[data-keys]').click()",
			} {
				b := openTab(t, browser, s)
				searches(t, b, base, search)
				b.until(t, "document.querySelector('#found').textContent !== ''")
				eval[bool](t, b, open+", true")
				if strings.Contains(open, "keys") {
					b.until(t, "document.querySelector('dialog.keys').open")
				}
				for _, v := range audit(t, b, string(axe), everyRule) {
					t.Errorf("%s: %s: %s %v", search, v.ID, v.Help, v.Nodes)
				}
				b.quiet(t, base)
			}
		})
	}
}
