package serve

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"slices"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// deskFiles are the desk's own: its page, the script and the style sheet that
// every page gets.
//
//go:embed desk
var deskFiles embed.FS

var deskPage = template.Must(template.ParseFS(deskFiles, "desk/desk.html"))

// handler answers for the site, and for the desk below /_desk/.
func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", s.page)
	mux.HandleFunc("/_desk/{$}", s.desk)
	mux.HandleFunc("/_desk/events", s.stream)
	for _, name := range []string{"live.js", "desk.css", "desk.js"} {
		mux.HandleFunc("/_desk/"+name, func(w http.ResponseWriter, _ *http.Request) {
			data, err := deskFiles.ReadFile("desk/" + name)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", types[path.Ext(name)])
			_, _ = w.Write(data) // the browser has gone
		})
	}
	return mux
}

// desk is what the desk's page shows.
type desk struct {
	Title    string
	Problems []problem
	Warnings []source.Diagnostic
	Failed   string
	Review   []question
	Seeds    []seedState
	Waiting  []waitingEvent
	Drafts   bool // shown, too
}

// question is something to settle, with the line that settles it, if one does.
type question struct {
	event.Review
	File  string
	Paste string
}

// seedState is what became of a seed.
type seedState struct {
	File   string
	Type   string
	State  string // "built", "draft"
	Events []deskEvent
}

// deskEvent leads to an event's page.
type deskEvent struct{ When, Title, Path string }

// waitingEvent is an extracted event that an editor may make a seed of.
type waitingEvent struct {
	deskEvent
	Command, Ignore string
	Confidence      int // in per cent
	Reasons         []string
	Evidence        []event.Evidence
}

// desk shows what an editor has to do.
func (s *Server) desk(w http.ResponseWriter, _ *http.Request) {
	now := s.now.Load()
	d := desk{Title: "Desk", Problems: now.problems, Warnings: now.warnings, Failed: now.failed, Drafts: now.in.Drafts}
	if now.result != nil {
		d.fill(now)
	}
	var page bytes.Buffer
	if err := deskPage.Execute(&page, &d); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	now.answer(w, http.StatusOK, page.Bytes())
}

func (d *desk) fill(now *snapshot) {
	content := now.in.Content.Name
	for _, q := range now.result.Timeline.Review {
		d.Review = append(d.Review, question{q, path.Join(content, q.Seed), quoted(q.Hint)})
	}
	seeds := make(map[string]*seedState)
	for _, e := range now.result.Timeline.Events {
		link := deskEvent{e.Date.Format(e.Lang), e.Title, "/events/" + e.ID + ".html"}
		for _, name := range e.Seeds {
			at := seeds[name]
			if at == nil {
				at = &seedState{File: path.Join(content, name), State: "built", Type: seed.Event.String()}
				if e.Draft {
					at.State = "draft"
				}
				seeds[name] = at
			}
			at.Events = append(at.Events, link)
		}
		if e.Status == event.Extracted {
			d.Waiting = append(d.Waiting, waitingEvent{
				link, "go run ./cmd/buildsite promote " + e.ID, fmt.Sprintf("ignore: [%s]", e.Date),
				int(e.Confidence*100 + 0.5), e.Reasons, e.Evidence,
			})
		}
	}
	for _, r := range now.result.Timeline.Readings {
		at := seeds[r.Doc.File.Name]
		if at == nil {
			at = &seedState{File: path.Join(content, r.Doc.File.Name), State: "tells no event"}
			seeds[r.Doc.File.Name] = at
		}
		at.Type = r.Doc.Type.String()
	}
	for _, at := range seeds {
		d.Seeds = append(d.Seeds, *at)
	}
	slices.SortFunc(d.Seeds, func(a, b seedState) int { return strings.Compare(a.File, b.File) })
}

// quoted returns what a hint has in quotation marks: the line to paste.
func quoted(hint string) string {
	_, rest, ok := strings.Cut(hint, `"`)
	if !ok {
		return ""
	}
	line, _, ok := strings.Cut(rest, `"`)
	if !ok || !strings.Contains(line, ":") {
		return ""
	}
	return line
}
