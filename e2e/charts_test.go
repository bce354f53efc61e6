package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestChartKeys reads the values of every chart with the arrow keys alone, on
// wide and on narrow screens: what is said is what the list or table says.
func TestChartKeys(t *testing.T) {
	browser := browse(t)
	base := serve(t, built(t), "/repo/")
	for _, s := range []screen{screens[0], screens[2]} {
		t.Run(s.String(), func(t *testing.T) {
			b := openTab(t, browser, s)
			for _, page := range []string{"index.html", "charts.html", "fr/charts-trade.html", "zh/charts-visits.html"} {
				b.visit(t, base+page)
				chartKeys(t, b)
				b.shoot(t, "chart-"+strings.NewReplacer("/", "-", ".html", "").Replace(page))
			}
			b.quiet(t, base)
		})
	}
}

func chartKeys(t *testing.T, b *tab) {
	t.Helper()
	b.until(t, "document.querySelector('.reader') !== null")
	said := func() string {
		return eval[string](t, b, "document.activeElement.closest('.reader')?.getAttribute('aria-valuetext') ?? 'the focus is elsewhere'")
	}
	eval[bool](t, b, "(document.querySelector('.reader').focus(), true)")
	b.press(t, kb.Home)
	first := said()
	b.press(t, kb.ArrowRight)
	second := said()
	b.press(t, kb.ArrowLeft+kb.ArrowLeft)
	if again := said(); again != first {
		t.Errorf("back from %q is %q, want %q", second, again, first)
	}
	b.press(t, kb.End)
	last := said()
	if first == second || second == last || first == "" {
		t.Errorf("the values read are %q, %q and %q", first, second, last)
	}
	if shown := eval[string](t, b, "document.querySelector('.readout').textContent"); shown != last {
		t.Errorf("%q is shown and %q said", shown, last)
	}
	years := eval[string](t, b, `(() => {
		const all = Array.from(document.querySelector("[data-chart]").querySelectorAll("tr[data-year]"), (tr) => tr.dataset.year);
		return (all.length ? all : Array.from(document.querySelectorAll(".of a"), (a) => a.textContent)).join(" ");
	})()`)
	for said, want := range map[string]string{first: years[:4], last: years[len(years)-4:]} {
		if !strings.HasPrefix(said, want) {
			t.Errorf("%q is said, want something of %s", said, want)
		}
	}
	b.press(t, kb.Tab)
	if shown := eval[string](t, b, "document.querySelector('.readout').textContent"); shown != "" {
		t.Errorf("without the focus %q is shown", shown)
	}
}

// TestChartEnter opens the year whose value is read.
func TestChartEnter(t *testing.T) {
	b := openTab(t, browse(t), screens[2])
	base := serve(t, built(t), "/repo/")
	b.visit(t, base+"zh/index.html")
	b.until(t, "document.querySelector('.reader') !== null")
	eval[bool](t, b, "(document.querySelector('.reader').focus(), true)")
	b.press(t, kb.Home+kb.Enter)
	b.until(t, "location.pathname.endsWith('zh/years/1881.html')")
	b.quiet(t, base)
}

// TestChartHover reads a value under the pointer, and follows a bar's link.
func TestChartHover(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	base := serve(t, built(t), "/repo/")
	b.visit(t, base+"index.html")
	b.until(t, "document.querySelector('.reader') !== null")
	const bar = ".plot a[href='years/2018.html']"
	place := eval[[2]float64](t, b, fmt.Sprintf(`(() => {
		const a = document.querySelector(%q);
		a.scrollIntoView({ block: "center" });
		const r = a.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`, bar))
	if err := chromedp.Do(b.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, place[0], place[1])); err != nil {
		t.Fatal(err)
	}
	b.until(t, "document.querySelector('.readout').textContent.startsWith('2018')")
	if err := chromedp.Do(b.ctx, chromedp.MouseClickXY(place[0], place[1])); err != nil {
		t.Fatal(err)
	}
	b.until(t, "location.pathname.endsWith('years/2018.html')")
	b.quiet(t, base)
}
