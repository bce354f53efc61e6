package render

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"buildsite/internal/site"
)

// vocabulary holds what schema.org (version 29) gives the types that pages tell
// of, as far as they use it.
var vocabulary = map[string][]string{
	"Dataset":        {"name", "description", "url", "inLanguage", "license", "temporalCoverage", "dateModified", "distribution"},
	"DataDownload":   {"encodingFormat", "contentUrl"},
	"Article":        {"headline", "description", "inLanguage", "url", "dateModified", "license", "citation", "about"},
	"Event":          {"name", "startDate", "endDate", "location", "actor"},
	"Place":          {"name", "url"},
	"Person":         {"name", "url", "alternateName", "jobTitle"},
	"CreativeWork":   {"name", "url"},
	"BreadcrumbList": {"itemListElement"},
	"ListItem":       {"position", "name", "item"},
}

// TestLinkedData reads what pages tell in JSON-LD against the vocabulary.
func TestLinkedData(t *testing.T) {
	r := newRenderer(t)
	seen := make(map[string]bool)
	for _, p := range fixture(t) {
		html := render(t, r, p)
		_, after, ok := strings.Cut(html, `<script type="application/ld+json">`)
		if !ok {
			continue
		}
		text, _, _ := strings.Cut(after, "</script>")
		var graph struct {
			Context string `json:"@context"`
			Graph   []any  `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(text), &graph); err != nil || graph.Context != "https://schema.org" {
			t.Errorf("%s: %v in %s", p.Path, err, text)
		}
		for _, thing := range graph.Graph {
			checkThing(t, p, thing, seen)
		}
	}
	for name := range vocabulary {
		if !seen[name] {
			t.Errorf("no page tells of a %s", name)
		}
	}
}

// checkThing looks at a thing and at all within it.
func checkThing(t *testing.T, p *site.Page, thing any, seen map[string]bool) {
	switch thing := thing.(type) {
	case []any:
		for _, one := range thing {
			checkThing(t, p, one, seen)
		}
	case map[string]any:
		name, _ := thing["@type"].(string)
		known := vocabulary[name]
		if known == nil {
			t.Errorf("%s: schema.org has no %q here", p.Path, name)
		}
		seen[name] = true
		for key, value := range thing {
			if key != "@type" && !slices.Contains(known, key) {
				t.Errorf("%s: a %s has no %s", p.Path, name, key)
			}
			checkThing(t, p, value, seen)
		}
	case string:
		if thing == "" {
			t.Errorf("%s: an empty text", p.Path)
		}
	}
}
