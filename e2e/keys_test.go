package e2e

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestKeys goes about with single keys, over HTTP and from a disk.
func TestKeys(t *testing.T) {
	browser := browse(t)
	for name, base := range map[string]string{
		"served": serve(t, built(t), "/repo/"),
		"disk":   "file://" + filepath.ToSlash(onDisk(t)) + "/",
	} {
		for what, try := range map[string]func(*testing.T, *tab, string){"list": keysOfList, "help": keysHelp, "search": keysSearch} {
			t.Run(name+" "+what, func(t *testing.T) {
				b := openTab(t, browser, screens[0])
				try(t, b, base)
				b.quiet(t, base)
			})
		}
	}
}

const events = "document.querySelectorAll('main .entries a.title')"

func keysOfList(t *testing.T, b *tab, base string) {
	b.visit(t, base+"years/2018.html")
	b.press(t, "j")
	b.until(t, "document.activeElement === "+events+"[0]")
	b.press(t, "jj"+kb.ArrowDown)
	b.until(t, "document.activeElement === "+events+"[3]")
	all := eval[int](t, b, events+".length")
	b.until(t, fmt.Sprintf("document.querySelector('#said').textContent === '4 of %d'", all))
	if !eval[bool](t, b, "(() => { const r = document.activeElement.getBoundingClientRect(); "+
		"return document.elementFromPoint(r.left + 1, r.top + 1) === document.activeElement })()") {
		t.Error("what has the focus is covered")
	}
	b.press(t, "k"+kb.ArrowUp)
	b.until(t, "document.activeElement === "+events+"[1]")
}

func keysHelp(t *testing.T, b *tab, base string) {
	b.visit(t, base+"years/2018.html")
	b.press(t, "jj?")
	b.until(t, "document.querySelector('dialog.keys').open")
	b.shoot(t, "keys")
	b.press(t, kb.Escape)
	b.until(t, "!document.querySelector('dialog.keys').open && document.activeElement === "+events+"[1]")
	b.click(t, "[data-keys]")
	b.until(t, "document.querySelector('dialog.keys').open")
	b.click(t, "dialog.keys input")
	b.press(t, kb.Escape+"j")
	b.until(t, "!document.querySelector('dialog.keys').open && document.activeElement !== "+events+"[2]") // switched off
	b.visit(t, base+"years/2018.html")
	b.click(t, "[data-keys]")
	b.until(t, "document.querySelector('dialog.keys input').checked === false") // and remembered
	b.click(t, "dialog.keys input")
	b.press(t, kb.Escape)
}

func keysSearch(t *testing.T, b *tab, base string) {
	b.visit(t, base+"about.html")
	b.press(t, "/")
	b.until(t, "location.pathname.endsWith('/search.html') && "+focused("#q"))
	b.press(t, "/j?")
	b.until(t, "document.querySelector('#q').value === '/j?'")
}
