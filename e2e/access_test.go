package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// auditor is the accessibility checker, as npm lays it out.
const auditor = "node_modules/axe-core/axe.min.js"

// kindsOfPage are one page of each kind, within the folder of a language.
var kindsOfPage = [...]string{
	"index", "years/index", "years/1970s", "years/2018", "events/index", "events/1970-10-13-diplomatic-recognition",
	"events/2025-10-31-xi-carney-gyeongju", "topics/index", "topics/trade", "people/index", "people/mark-carney",
	"places/beijing", "sources/index", "sources/joly-beijing-talks", "days/index", "days/10",
	"search", "search.html?q=carney", "about", "method", "data", "charts", "charts-trade", "charts-visits", "404",
}

// editions are the folders of the languages.
var editions = [...]string{"", "fr/", "zh/"}

// pageAt returns the address of a page of kindsOfPage.
func pageAt(base, edition, name string) string {
	if strings.Contains(name, ".html") {
		return base + edition + name
	}
	return base + edition + name + ".html"
}

// violation is what axe finds wrong.
type violation struct {
	ID    string
	Help  string
	Nodes []struct{ Target []any }
}

// everyRule are the rules of WCAG 2.2 A and AA and axe's best practices; colours
// are those that a dark page can break where a light one keeps them.
const (
	everyRule = `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`
	colours   = `{type: "rule", values: ["color-contrast", "link-in-text-block"]}`
)

// audit starts axe on the page that is open and returns what it finds.
func audit(t *testing.T, b *tab, axe, rules string) []violation {
	t.Helper()
	eval[bool](t, b, "(() => {"+axe+"; return true })()")
	eval[bool](t, b, `(() => {
		window.found = undefined;
		axe.run(document, {runOnly: `+rules+`, resultTypes: ["violations"]})
			.then((r) => { window.found = JSON.stringify(r.violations); }, (e) => { window.found = JSON.stringify([{id: "axe", help: String(e)}]); });
		return true;
	})()`)
	b.until(t, "window.found !== undefined")
	var all []violation
	if err := json.Unmarshal([]byte(eval[string](t, b, "window.found")), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAccess has axe look at a page of each kind, in every language, on a wide
// and a narrow screen, light and dark.
func TestAccess(t *testing.T) {
	browser := browse(t)
	source, err := os.ReadFile(auditor)
	if err != nil {
		missing(t, auditor+" is not there; run npm ci in the folder e2e")
	}
	tree := built(t)
	base := serve(t, tree, "/repo/")
	for _, s := range screens {
		for _, edition := range editions {
			t.Run(fmt.Sprint(s, "-", strings.TrimSuffix(edition, "/")), func(t *testing.T) {
				b := openTab(t, browser, s)
				rules := everyRule
				if s.dark {
					rules = colours
				}
				for _, name := range kindsOfPage {
					path, _, _ := strings.Cut(edition+name, ".html")
					if tree[path+".html"] == nil {
						t.Errorf("there is no page %s", path)
						continue
					}
					b.visit(t, pageAt(base, edition, name))
					eval[bool](t, b, "document.querySelectorAll('details').forEach(d => d.open = true) === undefined")
					for _, v := range audit(t, b, string(source), rules) {
						for _, n := range v.Nodes {
							t.Errorf("%s%s: %s: %s: %v", edition, name, v.ID, v.Help, n.Target)
						}
						if len(v.Nodes) == 0 {
							t.Errorf("%s%s: %s: %s", edition, name, v.ID, v.Help)
						}
					}
				}
			})
		}
	}
}

// outline is what TestStructure asks of every page.
const outline = `(() => {
	const all = (s) => [...document.querySelectorAll(s)];
	const problems = [];
	const nodes = all("*").length;
	if (nodes > 1400) problems.push(nodes + " elements");
	if (all("main").length !== 1 || all("h1").length !== 1) problems.push("not one main with one h1");
	for (const list of all("ol.entries")) {
		for (const item of list.children) {
			if (item.querySelectorAll("time, span.when").length !== 1) problems.push("an event without one date: " + item.textContent);
			if (item.querySelectorAll("a.title[href]").length !== 1) problems.push("an event without one link: " + item.textContent);
		}
	}
	for (const group of all(".group")) if (group.querySelectorAll("ol.entries").length !== 1) problems.push("not one list under " + group.textContent.slice(0, 20));
	let last = 0;
	for (const h of all("h1, h2, h3, h4")) {
		const level = Number(h.tagName[1]);
		if (level > last + 1) problems.push("a heading skips a level: " + h.textContent);
		last = level;
	}
	return problems.join("\n");
})()`

// TestStructure counts what pages are made of.
func TestStructure(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	base := serve(t, built(t), "/repo/")
	for _, edition := range editions {
		for _, name := range kindsOfPage {
			b.visit(t, pageAt(base, edition, name))
			if problems := eval[string](t, b, outline); problems != "" {
				t.Errorf("%s%s: %s", edition, name, problems)
			}
		}
	}
}
