package e2e

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// timelineJS is the folder of TimelineJS as npm lays it out.
const timelineJS = "node_modules/@knight-lab/timelinejs/dist"

// host is a page with TimelineJS on it that shows the timeline its address names.
const host = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Host</title>
<link rel="stylesheet" href="timelinejs/css/timeline.css">
<script src="timelinejs/js/timeline.js"></script>
</head>
<body>
<div id="timeline" style="width: 100%; height: 600px"></div>
<script>
window.timeline = new TL.Timeline("timeline", location.search.slice(1), {font: null, hash_bookmark: false});
timeline.on("loaded", () => { window.isLoaded = true; });
</script>
</body>
</html>
`

// story is a timeline as the site publishes it.
type story struct {
	Events []struct {
		Shown string `json:"display_date"`
		Text  struct{ Headline string }
	}
}

// TestTimelineJS has the real TimelineJS read the timelines that the site
// publishes for it, and looks at what it shows.
func TestTimelineJS(t *testing.T) {
	if _, err := os.Stat(timelineJS); err != nil {
		missing(t, "TimelineJS is not installed; run npm ci in the folder e2e")
	}
	site := built(t)
	tree := maps.Clone(site)
	tree["host.html"] = &fstest.MapFile{Data: []byte(host)}
	library := os.DirFS(timelineJS)
	err := fs.WalkDir(library, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(library, name)
		tree["timelinejs/"+name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	base := serve(t, tree, "/repo/")
	browser := browse(t)
	for _, name := range []string{"timeline.json", "fr/timeline.json", "zh/topics/trade.timeline.json", "topics/climate.timeline.json"} {
		t.Run(name, func(t *testing.T) {
			var want story
			if err := json.Unmarshal(site[name].Data, &want); err != nil {
				t.Fatal(err)
			}
			b := openTab(t, browser, screens[0])
			b.visit(t, base+"host.html?"+name)
			b.until(t, "window.isLoaded === true")
			if n := eval[int](t, b, "document.querySelectorAll('.tl-timemarker').length"); n != len(want.Events) || n == 0 {
				t.Errorf("%d markers, want %d", n, len(want.Events))
			}
			if n := eval[int](t, b, "document.querySelectorAll('.tl-slide').length"); n != len(want.Events)+1 {
				t.Errorf("%d slides, want %d and the title", n, len(want.Events))
			}
			message := eval[string](t, b, "[...document.querySelectorAll('.tl-message-content')].map(m => m.textContent).join(' ')")
			if strings.Contains(strings.ToLower(message), "error") {
				t.Errorf("TimelineJS says %q", message)
			}
			last := want.Events[len(want.Events)-1]
			eval[bool](t, b, "timeline.goToEnd() === undefined")
			slide := fmt.Sprintf("document.querySelectorAll('.tl-slide')[%d].textContent", len(want.Events))
			shown := squeeze(eval[string](t, b, slide))
			for _, part := range []string{last.Shown, unescape(last.Text.Headline)} {
				if !strings.Contains(shown, squeeze(part)) {
					t.Errorf("the last slide shows %q, want %q in it", shown, part)
				}
			}
			b.shoot(t, "timelinejs-"+strings.NewReplacer("/", "-", ".json", "", ".", "-").Replace(name))
		})
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func unescape(s string) string {
	return strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&#39;", "'", "&#34;", `"`).Replace(s)
}
