package e2e

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// TestEmbed shows the small timelines in frames of a page on another host, with
// the very HTML that the site gives to copy: they show their events, load
// nothing from elsewhere and run no script; embed.html finds its topic.
func TestEmbed(t *testing.T) {
	site := built(t)
	base := serve(t, site, "/repo/")
	copied := regexp.MustCompile(`<p class="copy"><code>(&lt;iframe.*?)</code>`).FindSubmatch(site["topics/trade.html"].Data)
	if copied == nil {
		t.Fatal("topics/trade.html has no HTML to copy")
	}
	frame := strings.ReplaceAll(html.UnescapeString(string(copied[1])), "https://example.org/repo/", base)
	page := `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Host</title>` +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src *; img-src data:"><link rel="icon" href="data:,"></head><body><h1>Host</h1>` + frame + `</body></html>`
	other := serve(t, fstest.MapFS{"host.html": {Data: []byte(page)}}, "/other/")

	b := openTab(t, browse(t), screens[0])
	b.visit(t, other+"host.html")
	b.shoot(t, "embed-host")
	b.mu.Lock()
	framed := 0
	for _, request := range b.requests {
		switch {
		case sameHost(request, base):
			framed++
		case request != other+"host.html" && !strings.HasPrefix(request, "data:"):
			t.Errorf("the frame asks for %s", request)
		}
	}
	if framed < 2 || len(b.problems) > 0 { // the page and its style sheet
		t.Errorf("%d files of the site in the frame; the browser complains of %q", framed, b.problems)
	}
	b.mu.Unlock()

	b.visit(t, base+"embed/trade.html")
	if n := eval[int](t, b, "document.querySelectorAll('.entries li').length"); n == 0 || n > 60 {
		t.Errorf("%d events, want up to 60", n)
	}
	if scripts := eval[int](t, b, "document.scripts.length"); scripts != 0 {
		t.Errorf("%d scripts in a page that needs none", scripts)
	}
	if bad := eval[int](t, b, "[...document.links].filter(a => a.target !== '_blank' || a.rel !== 'noopener').length"); bad != 0 {
		t.Errorf("%d links open within the frame", bad)
	}
	for _, test := range []struct{ ask, want string }{
		{"?topic=trade", "embed/trade.html"},
		{"?topic=nothing", "embed.html?topic=nothing"},
		{"", "embed.html"},
		{"?topic=..%2F..%2Fx", "embed.html?topic=..%2F..%2Fx"},
	} {
		for _, dir := range []string{"", "fr/"} {
			b.visit(t, base+dir+"embed.html"+test.ask)
			b.until(t, "document.readyState === 'complete' && location.href === "+quote(base+dir+test.want))
			if n := eval[int](t, b, "document.querySelectorAll('.entries li').length"); n == 0 {
				t.Errorf("%s: no events", test.ask)
			}
		}
	}
	for _, s := range screens {
		tab := openTab(t, browse(t), s)
		tab.visit(t, base+"embed/trade.html")
		if over := tab.sideways(t); over > 0 {
			t.Errorf("%v: scrolls sideways by %d pixels", s, over)
		}
		tab.shoot(t, "embed-trade")
		tab.quiet(t, base)
	}
}
