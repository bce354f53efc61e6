package render

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"
	"text/template/parse"

	"buildsite/internal/message"
	"buildsite/internal/site"
)

// edition is what renders the pages of one language: the templates with that
// language's words in them. {{t "key"}} is replaced when a template is read, so
// that fixed words cost nothing when a page is rendered.
type edition struct {
	msg      *message.Bundle
	site     Site
	words    words
	pages    map[site.Kind]*template.Template
	partials *template.Template
}

// words are what is said of nearly every event, looked up once.
type words struct {
	told    map[string]string // whose sources tell an event
	comma   string            // between a publisher and a day
	endonym string            // what the language calls itself
}

func newEdition(cfg *site.Config, msg *message.Bundle) *edition {
	e := &edition{msg: msg, site: newSite(cfg, msg), pages: make(map[site.Kind]*template.Template, len(kinds))}
	told := func(by string) string { return msg.Text("told.by", "side", by) }
	canada, china := e.site.Sides[0].Name, e.site.Sides[1].Name
	e.words = words{
		told:    map[string]string{"canada": told(canada), "china": told(china), "both": told(e.site.Both), "others": msg.Text("told.others")},
		comma:   msg.Text("page.comma"),
		endonym: msg.Text("language.name"),
	}
	return e
}

// called returns what a word of the data's closed sets is called for people,
// such as a strength of sources, or the word where nothing is said of it.
func (e *edition) called(set, word string) string {
	if key := set + "." + word; e.msg.Has(key) {
		return e.msg.Text(key)
	}
	return strings.ReplaceAll(word, "-", " ")
}

// texts returns what is said under a prefix as a JSON object, for a script.
func (e *edition) texts(prefix string) (string, error) {
	all, err := json.Marshal(e.msg.Under(prefix))
	return string(all), err
}

// say puts the language's words into the templates of a set. A key that nothing
// is said under is an error at its place.
func (e *edition) say(set *template.Template) error {
	for _, t := range set.Templates() {
		if t.Tree == nil {
			continue
		}
		if lost := e.sayIn(t.Tree.Root); lost != nil {
			place, _ := t.Tree.ErrorContext(lost)
			key, _ := fixedKey(lost.Pipe)
			return templateError(fmt.Errorf("template: %s: nothing is said under %s", place, key), "")
		}
	}
	return nil
}

// sayIn replaces the calls of t with a fixed key alone in a list of nodes. It
// returns the first whose key nothing is said under.
func (e *edition) sayIn(list *parse.ListNode) (lost *parse.ActionNode) {
	if list == nil {
		return nil
	}
	for i, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			if key, ok := fixedKey(n.Pipe); ok {
				if !e.msg.Has(key) {
					return n
				}
				text := template.HTMLEscapeString(e.msg.Text(key))
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(text)}
			}
		case *parse.IfNode:
			lost = cmp.Or(lost, e.sayIn(n.List), e.sayIn(n.ElseList))
		case *parse.RangeNode:
			lost = cmp.Or(lost, e.sayIn(n.List), e.sayIn(n.ElseList))
		case *parse.WithNode:
			lost = cmp.Or(lost, e.sayIn(n.List), e.sayIn(n.ElseList))
		}
	}
	return lost
}

// fixedKey returns the key of a pipe that is t and a text and nothing else.
func fixedKey(p *parse.PipeNode) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", false
	}
	call, ok := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	key, isText := p.Cmds[0].Args[1].(*parse.StringNode)
	if !ok || !isText || call.Ident != "t" {
		return "", false
	}
	return key.Text, true
}

// parse reads the partials once and then each page's template over a copy.
func (e *edition) parse(templates fs.FS, funcs template.FuncMap) error {
	e.partials = template.New("partials").Option("missingkey=error").Funcs(funcs)
	names, err := fs.Glob(templates, "partials/*.html")
	if err != nil {
		return fmt.Errorf("reading templates: %w", err)
	}
	for _, name := range append(names, base) {
		if err := parseFile(e.partials, templates, name); err != nil {
			return err
		}
	}
	if err := e.say(e.partials); err != nil {
		return err
	}
	for _, kind := range kinds {
		page, err := e.partials.Clone()
		if err != nil {
			return fmt.Errorf("reading templates: %w", err)
		}
		if err := parseFile(page, templates, "pages/"+string(kind)+".html"); err != nil {
			return err
		}
		if err := e.say(page); err != nil {
			return err
		}
		e.pages[kind] = page.Lookup(frame(kind))
		if err := checkEscapes(e.pages[kind]); err != nil {
			return err
		}
	}
	return nil
}

// frame returns the template that a kind of page begins with: what other sites
// show in a frame of theirs is a page by itself.
func frame(kind site.Kind) string {
	if kind == site.EmbedKind {
		return "pages/" + string(kind) + ".html"
	}
	return base
}

// parseFile adds the template file to set under its own path. The line feed at
// its end is left out, so that a partial can stand in the middle of a line.
func parseFile(set *template.Template, templates fs.FS, name string) error {
	text, err := fs.ReadFile(templates, name)
	if err != nil {
		return fmt.Errorf("reading templates: %w", err)
	}
	if _, err := set.New(name).Parse(strings.TrimSuffix(string(text), "\n")); err != nil {
		return templateError(err, "")
	}
	return nil
}

// checkEscapes finds what html/template would find at the first execution only,
// such as an attribute that is opened in one branch and closed in another.
func checkEscapes(t *template.Template) error {
	var escape *template.Error
	if err := t.Execute(io.Discard, nil); errors.As(err, &escape) {
		return templateError(err, "")
	}
	return nil
}
