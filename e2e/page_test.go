package e2e

import (
	"bytes"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// page is a small site to try the tools of this package on.
func page() fstest.MapFS {
	return fstest.MapFS{
		"index.html": {Data: []byte(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:">
<title>Two countries</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body>
<h1>Two countries</h1>
<p><a href="1970.html">Recognition</a></p>
</body>
</html>
`)},
		"style.css": {Data: []byte(`
html { background: #ffffff; min-height: 1000px }
@media (prefers-color-scheme: dark) { html { background: #101820; color: #ffffff } }
`)},
	}
}

func TestScreens(t *testing.T) {
	browser := browse(t)
	base := serve(t, page(), "/repo/")
	backgrounds := map[bool]color.RGBA{false: {0xff, 0xff, 0xff, 0xff}, true: {0x10, 0x18, 0x20, 0xff}}
	for _, s := range screens {
		t.Run(s.String(), func(t *testing.T) {
			b := openTab(t, browser, s)
			b.visit(t, base)
			b.quiet(t, base)
			if title := eval[string](t, b, "document.title"); title != "Two countries" {
				t.Errorf("title %q", title)
			}
			if over := b.sideways(t); over != 0 {
				t.Errorf("%d pixels wider than the screen", over)
			}
			picture, err := png.Decode(bytes.NewReader(b.shoot(t, "trial")))
			if err != nil {
				t.Fatal(err)
			}
			if size := picture.Bounds().Size(); size.X != int(s.width) || size.Y < 1000 {
				t.Errorf("the picture is %v, want the whole page", size)
			}
			if got := color.RGBAModel.Convert(picture.At(1, 1)); got != backgrounds[s.dark] {
				t.Errorf("background %v, want %v", got, backgrounds[s.dark])
			}
		})
	}
}

// TestTakesDown shows a page with all that quiet is to find, so that its silence
// over another means something.
func TestTakesDown(t *testing.T) {
	b := openTab(t, browse(t), screens[0])
	tree := page()
	tree["bad.html"] = &fstest.MapFile{Data: []byte(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; img-src http: data:">
<title>Troubles</title>
<link rel="icon" href="data:,">
<style>p { color: red }</style>
</head>
<body>
<p style="width: 3000px">wide</p>
<img src="missing.png" alt="">
<img src="http://127.0.0.1:9/third-party.png" alt="">
<script>console.error("said aloud"); undefinedFunction()</script>
</body>
</html>
`)}
	base := serve(t, tree, "/repo/")
	b.visit(t, base+"bad.html")
	if over := b.sideways(t); over != 0 {
		t.Errorf("the policy let a style attribute through: %d pixels too wide", over)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	all := strings.Join(b.problems, "\n")
	for _, want := range []string{"Content Security Policy", "404", "console: error", "undefinedFunction"} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing about %q in what the browser complained of:\n%s", want, all)
		}
	}
	const third = "http://127.0.0.1:9/third-party.png"
	if !slices.Contains(b.requests, third) || sameHost(third, base) || !sameHost(base, base+"x") {
		t.Errorf("the request to another host is not told from others: %q", b.requests)
	}
}
