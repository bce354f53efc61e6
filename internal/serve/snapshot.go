package serve

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"buildsite/internal/event"
	"buildsite/internal/pipeline"
	"buildsite/internal/site"
	"buildsite/internal/source"
)

// snapshot is the last site that could be built, with what keeps the input as
// it is now from being one.
type snapshot struct {
	number   int
	in       pipeline.Input
	result   *pipeline.Result // nil until a build went well
	warnings []source.Diagnostic
	problems []problem
	failed   string
}

// problem is a diagnostic with the line that it is about.
type problem struct {
	source.Problem
	Source string `json:"source,omitempty"` // the line's text
}

// withLines finds the lines that errors are about. Warnings can wait.
func withLines(in pipeline.Input, ds []source.Diagnostic) []problem {
	var all []problem
	for _, d := range ds {
		if d.Severity != source.Error {
			continue
		}
		p := problem{Problem: d.Problem()}
		for _, dir := range []pipeline.Dir{in.Content, in.Templates, in.Static} {
			if name, ok := strings.CutPrefix(d.File, dir.Name+"/"); ok && p.Line > 0 && p.Source == "" {
				p.Source = lineOf(dir.FS, name, p.Line)
			}
		}
		all = append(all, p)
	}
	return all
}

// longestLine is how much of a line is shown.
const longestLine = 400

func lineOf(fsys fs.FS, name string, line int) string {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return ""
	}
	text, _ := source.Decode(name, data, "")
	says := text.LineText(line)
	return strings.ToValidUTF8(says[:min(len(says), longestLine)], "")
}

// state is what a browser has to know that joins now.
func (s *snapshot) state() message {
	return message{Number: s.number, Problems: s.problems, Failed: s.failed}
}

// toNext is what a browser has to do to get from one snapshot to the next, if
// perhaps only style sheets are others.
func (s *snapshot) toNext(next *snapshot, styles bool) message {
	m := next.state()
	if s == nil || next.result == s.result {
		return m // the site is as it was
	}
	if s.result == nil {
		m.Reload = true
		return m
	}
	if styles {
		m.Styles = swapped(s.result.Plan, next.result.Plan)
	}
	if m.Reload = len(m.Styles) == 0; m.Reload {
		m.Events = changed(s.result.Timeline.Events, next.result.Timeline.Events)
	}
	return m
}

// swapped pairs the style sheets that have new names, which their contents make.
// It returns none if other files are new, too.
func swapped(old, next *site.Plan) []style {
	names := make(map[string]string) // old style sheets by what their name is without the hash
	for _, p := range old.Pages {
		if stem := styleStem(p); stem != "" {
			names[stem] = p.Path
		}
	}
	var all []style
	for _, p := range next.Pages {
		if p.Kind != site.FileKind || old.Lookup(p.Path) != nil {
			continue
		}
		before := names[styleStem(p)]
		if before == "" {
			return nil
		}
		all = append(all, style{before, p.Path})
	}
	return all
}

// styleStem is the path of a style sheet without the hash, "" for another page.
func styleStem(p *site.Page) string {
	if p.Kind != site.FileKind || path.Ext(p.Path) != ".css" {
		return ""
	}
	return p.Path[:max(0, strings.LastIndexByte(p.Path, '-'))]
}

// changed lists the events that are new or say something else, if they are few.
func changed(old, next []*event.Event) []string {
	sums := make(map[string]uint64, len(old))
	for _, e := range old {
		sums[e.ID] = e.Sum
	}
	var ids []string
	for _, e := range next {
		if sum, ok := sums[e.ID]; !ok || sum != e.Sum {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) > 5 {
		return nil
	}
	return ids
}

// types are the files of a site by extension. The system's own table is not
// asked: machines differ.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".atom":        "application/atom+xml; charset=utf-8",
	".xml":         "application/xml; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".ics":         "text/calendar; charset=utf-8",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".ico":         "image/x-icon",
	".woff2":       "font/woff2",
	".webmanifest": "application/manifest+json",
}

// page answers with a page of the snapshot, a folder by its index.html.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	now := s.now.Load()
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if now.result == nil {
		now.answer(w, http.StatusServiceUnavailable, waiting)
		return
	}
	status := http.StatusOK
	p, data, err := now.result.Page(name)
	if p == nil && err == nil {
		if now.result.Plan.Lookup(name+"/index.html") != nil {
			http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)
			return
		}
		status = http.StatusNotFound
		p, data, err = now.result.Page("404.html")
	}
	switch {
	case err != nil:
		s.broken(now, err)
		s.now.Load().answer(w, http.StatusInternalServerError, waiting)
	case p == nil:
		http.Error(w, "no such page", http.StatusNotFound)
	case path.Ext(p.Path) == ".html":
		now.answer(w, status, data)
	default:
		kind := types[path.Ext(p.Path)]
		if kind == "" {
			kind = "application/octet-stream"
		}
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write(data) // the browser has gone
	}
}

// broken notes a template that fails on a page only when it is rendered.
func (s *Server) broken(now *snapshot, err error) {
	next := *now
	next.failed = err.Error()
	in, closeInput, openErr := s.Input()
	if openErr == nil {
		defer closeInput()
		if d, ok := pipeline.Fault(in, err); ok {
			next.failed, next.problems = "", withLines(in, []source.Diagnostic{d})
		}
	}
	if s.now.CompareAndSwap(now, &next) {
		s.hub.send(next.state())
	}
}

// waiting is shown where there is no page yet.
var waiting = []byte(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Not built yet</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>This page is not built yet</h1><p>It will be here once the problems are mended.</p></main></body></html>
`)

// answer sends a page with the script that keeps it up to date.
func (s *snapshot) answer(w http.ResponseWriter, status int, page []byte) {
	w.Header().Set("Content-Type", types[".html"])
	w.WriteHeader(status)
	_, _ = w.Write(s.live(page)) // the browser has gone
}

// live adds the desk's script and style sheet to a page, and lets its policy
// have the stream of messages.
func (s *snapshot) live(page []byte) []byte {
	const policy = `http-equiv="Content-Security-Policy" content="`
	if i := bytes.Index(page, []byte(policy)); i >= 0 {
		i += len(policy)
		if end := bytes.IndexByte(page[i:], '"'); end >= 0 && !bytes.Contains(page[i:i+end], []byte("connect-src")) {
			page = slices.Insert(slices.Clone(page), i, []byte("connect-src 'self'; ")...)
		}
	}
	tags := `<link rel="stylesheet" href="/_desk/desk.css"><script src="/_desk/live.js" defer data-number="` +
		strconv.Itoa(s.number) + `"></script>`
	i := bytes.LastIndex(page, []byte("</head>"))
	if i < 0 {
		return append(slices.Clone(page), tags...)
	}
	return slices.Insert(slices.Clone(page), i, []byte(tags)...)
}
