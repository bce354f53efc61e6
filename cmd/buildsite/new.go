package main

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/pipeline"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

// newCommand writes a new seed.
type newCommand struct {
	Title string `arg:"" help:"What happened, or the headline; for a list of dates, what it is of."`
	Type  string `placeholder:"event|chronicle|article" help:"What the seed is. Without it: an event."`
	Kind  string `placeholder:"KIND" help:"Kind of the event, such as visit. Without it: by the words of the title."`
	Date  string `placeholder:"DATE" help:"When it happened, as 2025-10-16, 2025-10, 1970~ or \"13 October 1970\"; of an article, the day it was published. Without it an event gets the day of --today, or today's."`
	Lang  string `placeholder:"en|fr|zh" help:"Language of the seed. Without it: that of the title."`
}

// Run writes the seed. Who, where, what about and of what kind an event is, is
// read from its title.
func (n *newCommand) Run(c *Common, t *terminal) error {
	s := &seed.Sheet{Title: strings.Join(strings.Fields(n.Title), " ")}
	if s.Title == "" {
		return &usageError{"the title is empty", `say what happened, as in buildsite new "Wang Yi visits Ottawa"`}
	}
	if err := n.read(s, c.Today); err != nil {
		return err
	}
	slug := lexicon.Slug(s.Title)
	switch s.Type {
	case seed.Article:
		s.Comments = append(s.Comments, `url: https://… where it was published; date: YYYY-MM-DD if its text does not say the day`)
		name := strings.TrimPrefix(s.Date.String()+"-"+slug, "-")
		return c.write(t, path.Join("articles", name+".txt"), s)
	case seed.Chronicle:
		s.Body, s.Date = "- "+s.Date.String()+":", edtf.Date{}
		return c.write(t, path.Join("chronicles", slug+".md"), s)
	}
	if err := fill(s, c); err != nil {
		return err
	}
	return c.write(t, eventPath(s.Date, lexicon.Slug(s.Date.String())+"-"+slug), s)
}

// seedTypes are the names of the types, in their order.
var seedTypes = []string{seed.Event.String(), seed.Chronicle.String(), seed.Article.String()}

// read takes the flags into the sheet.
func (n *newCommand) read(s *seed.Sheet, today string) error {
	var err error
	typ := n.Type
	if typ == "" && slices.Contains(seedTypes, n.Kind) {
		typ, n.Kind = n.Kind, "" // who says kind and means type
	}
	s.Type = seed.Event
	if typ != "" {
		i := slices.Index(seedTypes, typ)
		if i < 0 {
			return unlike("--type", typ, seedTypes)
		}
		s.Type = seed.Type(i + 1)
	}
	if n.Kind != "" && !slices.Contains(lexicon.KindIDs(), n.Kind) {
		return unlike("--kind", n.Kind, lexicon.KindIDs())
	}
	s.Kind = n.Kind
	s.Lang = lang.Detect(s.Title)
	if n.Lang != "" {
		if s.Lang, err = lang.Parse(n.Lang); err != nil {
			return unlike("--lang", n.Lang, []string{"en", "fr", "zh"})
		}
	}
	switch {
	case n.Date != "":
		if s.Date, err = edtf.ParseText(n.Date, s.Lang); err != nil {
			return &usageError{"--date: " + err.Error(), `write it like 2025-10-16, 2025-10, 1970~ or "13 October 1970"`}
		}
	case s.Type == seed.Article:
	case today != "":
		s.Date, err = day("--today", today)
	default:
		s.Date, err = edtf.Parse(time.Now().Format(time.DateOnly))
	}
	return err
}

// unlike is a value of a flag that is none of those it may have.
func unlike(flag, value string, known []string) error {
	hint := "write one of " + strings.Join(known, ", ")
	if near := source.Nearest(value, known); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return &usageError{flag + " " + value + " is unknown", hint}
}

// fill adds what the title of an event tells: it is read as an entry of a
// chronicle is.
func fill(s *seed.Sheet, c *Common) (err error) {
	content, closeContent, err := openContent(c.Content)
	if err != nil {
		return err
	}
	defer closeContent()
	reader, ds := pipeline.NewReader(content)
	if source.HasError(ds) {
		return errors.New("the registries have problems; buildsite check tells them")
	}
	raw := fmt.Sprintf("---\ntype: chronicle\nlang: %s\n---\n%s: %s\n", s.Lang, s.Date, s.Title)
	s.Importance = 2
	for _, e := range reader.Read(pipeline.One{Name: "new.txt", Raw: []byte(raw)}).Events {
		if s.Kind == "" {
			s.Kind = e.Kind
		}
		for _, x := range e.Topics {
			s.Topics = append(s.Topics, x.ID)
		}
		for _, x := range e.People {
			s.People = append(s.People, x.Name.In(s.Lang))
		}
		for _, x := range e.Places {
			s.Places = append(s.Places, x.Name.In(s.Lang))
		}
	}
	return nil
}
