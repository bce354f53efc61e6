package message_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"buildsite"
	"buildsite/internal/lang"
	"buildsite/internal/message"
)

func own(t *testing.T) fs.FS {
	t.Helper()
	templates, err := fs.Sub(buildsite.Files, "templates")
	if err != nil {
		t.Fatal(err)
	}
	return templates
}

func read(t *testing.T, over fs.FS) (*message.Catalog, []string) {
	t.Helper()
	c, ds, err := message.Read(own(t), over)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, d := range ds {
		all = append(all, d.String())
	}
	return c, all
}

// TestComplete expects every language to say what every other one says, with
// the same things to fill in. Words for large numbers are each language's own.
func TestComplete(t *testing.T) {
	c, _ := read(t, nil)
	for _, l := range lang.All {
		for _, m := range lang.All {
			want, got := c.In(l).Keys(), c.In(m).Keys()
			for key, names := range want {
				if strings.HasPrefix(key, "scale.") {
					continue
				}
				have, ok := got[key]
				if !ok {
					t.Errorf("%s.yaml has no %s, which %s.yaml has", m, key, l)
				} else if !slices.Equal(have, names) && !strings.HasPrefix(key, "capital.") {
					t.Errorf("%s.yaml fills in %v in %s, %s.yaml %v", m, have, key, l, names)
				}
			}
		}
	}
}

func TestText(t *testing.T) {
	c, _ := read(t, nil)
	en, fr, zh := c.In(lang.EN), c.In(lang.FR), c.In(lang.ZH)
	for _, test := range []struct{ got, want string }{
		{en.Count("count.event", 1), "1 event"},
		{en.Count("count.event", 0), "0 events"},
		{en.Count("count.event", 12345), "12,345 events"},
		{fr.Count("count.event", 0), "0 événement"},
		{fr.Count("count.event", 12345), "12\u202f345 événements"},
		{zh.Count("count.event", 1), "1个事件"},
		{en.Text("home.span", "from", 1881, "to", 2026), ", 1881 to 2026"},
		{en.Text("home.span", "from", 1881), ", 1881 to {to}"},
		{en.Text("no.such.key"), "no.such.key"},
		{fr.Percent(0.5), "50\u00a0%"},
		{fr.Decimal(1234.56, 1), "1\u202f234,6"},
		{en.Decimal(-1234567, 2), "-1,234,567"},
		{c.In(lang.Unknown).Text("nav.home"), "Home"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}

// TestOwn lays an editor's words over the program's own.
func TestOwn(t *testing.T) {
	c, ds := read(t, fstest.MapFS{
		"messages/fr.yaml": {Data: []byte("nav:\n  home: Début\n  hom: Départ\nhome:\n  span: ' – {too}'\n")},
		"messages/zh.yaml": {Data: []byte("- 首页\n")},
	})
	if got := c.In(lang.FR).Text("nav.home"); got != "Début" {
		t.Errorf("the editor's word is not taken: %q", got)
	}
	if got := c.In(lang.FR).Text("nav.years"); got != "Années" {
		t.Errorf("a word that the editor leaves alone is %q", got)
	}
	want := []string{
		"messages/fr.yaml:5:3: error: home.span has no {too} to fill in (bad-message)\n  hint: it is given {from}, {to}",
		"messages/fr.yaml:3:3: warning: nothing is said under nav.hom (bad-message)\n  hint: did you mean nav.home?",
		"messages/zh.yaml:1:1: error: messages are texts by key (bad-message)\n  hint: write \"key: text\"",
	}
	if diff := cmp.Diff(want, ds); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
