package e2e

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// serve serves a tree on loopback below prefix, which has a slash at both ends,
// until the test ends. It returns the address of the tree's top. It answers the
// way GitHub Pages does: a folder by its index.html, without a redirect from
// the one to the other, and what is missing by 404.html.
func serve(t *testing.T, tree fs.FS, prefix string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, below := strings.CutPrefix(r.URL.Path, prefix)
		if !below {
			http.Error(w, "nothing outside the site", http.StatusNotFound)
			return
		}
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		answer(w, r, tree, name)
	}))
	t.Cleanup(server.Close)
	return server.URL + prefix
}

func answer(w http.ResponseWriter, r *http.Request, tree fs.FS, name string) {
	data, err := fs.ReadFile(tree, name)
	if err != nil {
		if name = "404.html"; !fsHas(tree, name) {
			http.NotFound(w, r)
			return
		}
		data, _ = fs.ReadFile(tree, name)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(data)
		return
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}

func fsHas(tree fs.FS, name string) bool {
	_, err := fs.Stat(tree, name)
	return err == nil
}

func TestServe(t *testing.T) {
	tree := fstest.MapFS{
		"index.html":        {Data: []byte("home")},
		"events/index.html": {Data: []byte("all events")},
		"events/a.html":     {Data: []byte("a")},
		"zh/加中.html":        {Data: []byte("甲")},
		"404.html":          {Data: []byte("lost")},
		"feed.atom":         {Data: []byte("<feed/>")},
	}
	base := serve(t, tree, "/repo/")
	host := strings.TrimSuffix(base, "/repo/")
	tests := []struct {
		address, body string
		status        int
	}{
		{base, "home", 200},
		{base + "index.html", "home", 200},
		{base + "events/", "all events", 200},
		{base + "events/a.html", "a", 200},
		{base + "zh/%E5%8A%A0%E4%B8%AD.html", "甲", 200},
		{base + "feed.atom", "<feed/>", 200},
		{base + "events/b.html", "lost", 404},
		{base + "events", "lost", 404},
		{base + "../index.html", "lost", 404},
		{host + "/index.html", "nothing outside the site\n", 404},
		{host + "/", "nothing outside the site\n", 404},
	}
	for _, test := range tests {
		response, err := http.Get(test.address)
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		body.ReadFrom(response.Body)
		response.Body.Close()
		if response.StatusCode != test.status || body.String() != test.body {
			t.Errorf("%s: %d %q, want %d %q", test.address, response.StatusCode, &body, test.status, test.body)
		}
	}
}
