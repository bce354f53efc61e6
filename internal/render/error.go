package render

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// TemplateError is a fault in a template, or data that it cannot show.
type TemplateError struct {
	Template string // file within the templates folder, "" when unknown
	Line     int    // from 1; 0 when unknown
	Column   int    // from 1; 0 when unknown
	Page     string // that was being rendered; "" while templates are read
	Cause    string // without the place
	err      error
}

// Error returns "file:line:column: cause", with the page that was rendered.
func (e *TemplateError) Error() string {
	place := e.Template
	if e.Line > 0 {
		place += fmt.Sprintf(":%d", e.Line)
	}
	if e.Column > 0 {
		place += fmt.Sprintf(":%d", e.Column)
	}
	text := place + ": " + e.Cause
	if e.Page != "" {
		text += " (rendering " + e.Page + ")"
	}
	return text
}

// Unwrap returns the template package's own error.
func (e *TemplateError) Unwrap() error { return e.err }

// templateError reads the place out of an error of html/template or
// text/template, which tell it in their text only.
func templateError(err error, page string) error {
	var inner *TemplateError
	if errors.As(err, &inner) {
		return inner // a partial rendered by a function knows the place best
	}
	place := regexp.MustCompile(`(?s)^(?:html/)?template: ?([^:]+)(?::(\d+))?(?::(\d+))?: (.*)$`)
	m := place.FindStringSubmatch(err.Error())
	if m == nil {
		return &TemplateError{Template: "templates", Page: page, Cause: err.Error(), err: err}
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3]) // text/template counts from 0, in bytes
	if m[3] != "" {
		column++
	}
	return &TemplateError{Template: m[1], Line: line, Column: column, Page: page, Cause: m[4], err: err}
}
