package pipeline_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"buildsite/internal/pipeline"
)

const (
	edits = 500
	// Each edit is built upon what is kept of all before it; every few the site
	// is compared with a fresh build. What is stale stays so until the very same
	// thing is edited again, so little can escape in between.
	compared = 4
)

// After any edits the site is the same, byte for byte, whether it was built
// anew or with what was kept of the builds before.
func TestWarm(t *testing.T) {
	n := edits
	if testing.Short() {
		n /= 10
	}
	d := newDesk(t)
	memo := &pipeline.Memo{Pages: true}
	var done []string
	for i := range n {
		done = append(done, d.edit(i))
		warm := render(t, d.in, memo)
		if i%compared != compared-1 {
			continue
		}
		cold := render(t, d.in, nil)
		for _, name := range slices.Sorted(maps.Keys(cold)) {
			if !bytes.Equal(warm[name], cold[name]) {
				t.Fatalf("%s differs after edit %d; the last: %s", name, i, strings.Join(done, ", "))
			}
		}
		if len(warm) != len(cold) {
			t.Fatalf("after edit %d (%s): %d files warm, %d cold", i, strings.Join(done, ", "), len(warm), len(cold))
		}
		done = nil
	}
}

// desk is a content folder that is being edited.
type desk struct {
	*rand.Rand
	in                         pipeline.Input
	content, static, templates fstest.MapFS
}

func newDesk(t *testing.T) *desk {
	d := &desk{rand.New(rand.NewPCG(7, 7)), pipeline.Input{}, corpus(12), fstest.MapFS{}, fstest.MapFS{}}
	d.in = builtIn(t, d.content)
	d.in.Static.FS = pipeline.Overlay(d.static, d.in.Static.FS)
	d.in.Templates.FS = pipeline.Overlay(d.templates, d.in.Templates.FS)
	for i := range acts {
		acts[i].do(d, i)
	}
	return d
}

// acts are the kinds of edits; the ones that editors do most stand more often.
var acts = [...]struct {
	what string
	do   func(d *desk, i int)
}{
	{"new seed", (*desk).seed},
	{"changed seed", (*desk).change},
	{"changed seed", (*desk).change},
	{"renamed seed", (*desk).rename},
	{"deleted seed", (*desk).remove},
	{"another order of keys", (*desk).same},
	{"draft", (*desk).draft},
	{"links", (*desk).links},
	{"translation", (*desk).translate},
	{"article", (*desk).article},
	{"undated article", (*desk).undated},
	{"chronicle", (*desk).chronicle},
	{"people", (*desk).people},
	{"places and publishers", (*desk).places},
	{"topics", (*desk).topics},
	{"configuration", (*desk).configure},
	{"page of text", (*desk).text},
	{"figures", (*desk).figures},
	{"template", (*desk).template},
	{"style sheet", (*desk).style},
}

// edit does one edit and says which.
func (d *desk) edit(i int) string {
	act := acts[d.IntN(len(acts))]
	act.do(d, i)
	return act.what
}

func (d *desk) put(name, format string, args ...any) {
	d.content[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
}

func (d *desk) date() string {
	return fmt.Sprintf("%d-%02d-%02d", 1950+d.IntN(70), 1+d.IntN(12), 1+d.IntN(28))
}

// events are the seeds that can be edited, in order.
func (d *desk) events() []string {
	var names []string
	for name := range d.content {
		if strings.HasPrefix(name, "events/") && strings.Count(name, ".") == 1 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// any is one of them.
func (d *desk) any() string { return pick(d.Rand, d.events()) }

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

func (d *desk) seed(i int) {
	if len(d.events()) < 20 {
		d.content[fmt.Sprintf("events/new-%d.md", i)] = &fstest.MapFile{Data: eventSeed(d.Rand, 2000+i, d.date())}
	}
}

func (d *desk) change(i int) {
	d.content[d.any()] = &fstest.MapFile{Data: eventSeed(d.Rand, 1000+i, d.date())}
}

func (d *desk) rename(i int) {
	name := d.any()
	d.content[fmt.Sprintf("events/renamed-%d.md", i)] = d.content[name]
	d.forget(name)
}

func (d *desk) remove(int) {
	if len(d.events()) > 8 {
		d.forget(d.any())
	}
}

// forget deletes a seed with its translations, and the links to it.
func (d *desk) forget(name string) {
	delete(d.content, name)
	for _, l := range []string{".fr.md", ".zh.md"} {
		delete(d.content, strings.TrimSuffix(name, ".md")+l)
	}
	delete(d.content, "linking.md")
}

// same changes the bytes of a seed and nothing that it says.
func (d *desk) same(int) {
	name := d.any()
	text := strings.Replace(string(d.content[name].Data), "\ndate: ", "\n# a comment\ndate: ", 1)
	d.content[name] = &fstest.MapFile{Data: []byte(text)}
}

func (d *desk) draft(i int) {
	d.put("drafted.md", "---\ntitle: Draft %d\ndate: %s\ndraft: %t\n---\n", i, d.date(), d.IntN(2) == 0)
}

func (d *desk) links(i int) {
	name := d.any()
	d.put("linking.md", "---\ntitle: Links %d\ndate: %s\npeople: [Person 1]\n---\n\nSee [the other](%s).\n", i, d.date(), name)
}

func (d *desk) translate(i int) {
	name := strings.TrimSuffix(d.any(), ".md") + pick(d.Rand, []string{".fr.md", ".zh.md"})
	if d.IntN(3) == 0 {
		delete(d.content, name)
		return
	}
	d.put(name, "---\ntitle: Titre %d\nsummary: Un résumé.\nnote: Une note.\n---\n\nLe contexte.\n", i)
}

func (d *desk) article(i int) {
	d.put("articles/a.txt", "OTTAWA, Nov. %d, 2025 -- Canada said on Tuesday that Person %d would visit Beijing.\n\n"+
		"China's Person 1 met Canada's Person 2 in Ottawa on Nov. 3, 2025.\n", 10+d.IntN(9), i%4)
}

func (d *desk) undated(i int) {
	d.put("meeting.md", "---\ntitle: Person 1 and Person 2 meet\ndate: 2025-10-%02d\nkind: meeting\npeople: [Person 1, Person 2]\n---\n", 10+i%9)
	d.put("articles/undated.txt", "Canada's Person 1 met China's Person 2 in Ottawa last month.\nIn 1970 Canada recognized China.\n")
}

func (d *desk) chronicle(int) {
	d.put("chronicle.md", "## %d\n- 13 October: Canada and China meet\n- 14 November: China's Person 1 visits Ottawa\n", 1970+d.IntN(9))
}

func (d *desk) people(i int) {
	d.put("people.yaml", "- id: person-1\n  name: Person 1\n  fr: Personne %d\n  side: %s\n  offices: [{title: Prime Minister of Canada, from: %d}]\n- name: Person 2\n  side: canada\n",
		i, pick(d.Rand, []string{"china", "canada"}), 1960+d.IntN(50))
}

func (d *desk) places(i int) {
	d.put("places.yaml", "- name: Place 1\n  fr: Lieu %d\n  side: china\n- name: Ottawa\n  side: canada\n", i)
	d.put("publishers.yaml", "- name: Paper 1\n  side: %s\n  domains: [example.org]\n", pick(d.Rand, []string{"china", "canada", "other"}))
}

func (d *desk) topics(i int) {
	d.put("topics.yaml", "- id: trade\n  name: Trade %d\n  fr: Commerce\n  description: What is bought and sold.\n", i)
}

func (d *desk) configure(i int) {
	d.put("site.yaml", "title: Site %d\nlanguages: %s\nrepository: %s\n", i,
		pick(d.Rand, []string{"[en]", "[en, fr]", "[fr]"}), pick(d.Rand, []string{`""`, "https://example.org/repository"}))
}

func (d *desk) text(i int) {
	d.put("pages/about.md", "---\ntitle: About %d\n---\n\nText.\n", i)
	d.put("pages/about.fr.md", "---\ntitle: À propos\n---\n\nTexte %d.\n", i)
}

func (d *desk) figures(i int) {
	d.put("data/trade.csv", "year,exports,source_title,source_publisher,source_url,note\n2000,%d,A,B,https://example.org/,\n2001,2,A,B,https://example.org/,\n", i)
	d.put("data/trade.yaml", "title: Trade\nunit: billion\ncolumns:\n  year: year\n  exports: exports\n  source_title: title\n  source_publisher: publisher\n  source_url: address\n  note: note\n")
}

// template lays a partial over the built-in one, or takes it away.
func (d *desk) template(i int) {
	const name = "partials/neighbour.html"
	if d.templates[name] != nil && d.IntN(2) == 0 {
		delete(d.templates, name)
		return
	}
	d.templates[name] = &fstest.MapFile{Data: fmt.Appendf(nil, `{{with item .View .It}}<a href="{{.Href}}">%d: {{.Title}}</a>{{end}}`, i)}
}

func (d *desk) style(i int) {
	d.static["more.css"] = &fstest.MapFile{Data: fmt.Appendf(nil, "p { margin: %dpx }\n", i)}
}

// The number of goroutines has no say in what is built.
func TestJobs(t *testing.T) {
	in := builtIn(t, corpus(60))
	in.Jobs = 1
	one := render(t, in, nil)
	in.Jobs = 7
	if many := render(t, in, nil); !maps.EqualFunc(one, many, bytes.Equal) {
		t.Error("the number of goroutines changes the site")
	}
}
