package seed

import "strings"

// sourceKey is a key of a source with what reads it.
type sourceKey struct {
	Key
	read func(r *metaReader, s *Source, v value)
}

// sourceKeys holds every key of a source.
var sourceKeys = [...]sourceKey{
	{Key{"title", TextForm, "The headline as its publisher wrote it.", "Joint communiqué", nil, ""}, func(r *metaReader, s *Source, v value) { s.Title = r.text(v).Value }},
	{Key{"publisher", TextForm, "Who published it, by the ids or names of publishers.yaml.", "CBC News", nil, KnownPublishers}, func(r *metaReader, s *Source, v value) { s.Publisher = r.text(v) }},
	{Key{"url", AddressForm, "Where it can be read.", "https://example.org/article", nil, ""}, func(r *metaReader, s *Source, v value) { s.URL = r.url(v).Value }},
	{Key{"date", DateForm, "The day it was published.", "1970-10-13", nil, ""}, func(r *metaReader, s *Source, v value) { s.Date = r.date(v).Value }},
	{Key{"side", ChoiceForm, "Whose it is. Without it: its publisher's.", "canada", sides[:], ""}, func(r *metaReader, s *Source, v value) { s.Side = r.chosen(v, sides[:]).Value }},
	{Key{"lang", TextForm, "Its language: en, fr, zh or another tag.", "zh", nil, ""}, func(r *metaReader, s *Source, v value) { s.Lang = r.languageTag(v) }},
	{Key{"paraphrased", FlagForm, "The title is not its headline.", "true", nil, ""}, func(r *metaReader, s *Source, v value) { s.Paraphrased = r.yes(v) }},
}

// sources reads the list of sources; a single one stands for a list of one, an
// address for a source with nothing else.
func (r *metaReader) sources(v value) []Source {
	if v.kind == absent {
		return nil
	}
	if v.kind != list {
		v = value{kind: list, items: []value{v}}
	}
	all := make([]Source, 0, len(v.items))
	for _, item := range v.items {
		if s, ok := r.source(item); ok {
			all = append(all, s)
		}
	}
	return all
}

// sourceExample shows how a source is written.
const sourceExample = `write each source like "- {title: Joint communiqué, publisher: Global Affairs Canada, url: https://…, date: 1970-10-13}"`

// looksLikeAddress tells whether s is meant for an address on the web, be it
// one or not.
func looksLikeAddress(s string) bool {
	s = strings.TrimSpace(s)
	_, schemed := schemeOf(s)
	return strings.Contains(s, "://") || wholeAddress(s) != "" || schemed && !strings.ContainsAny(s, " \t\n")
}

func (r *metaReader) source(v value) (s Source, ok bool) {
	s.Pos = r.file.Position(v.off)
	switch v.kind {
	case absent:
		return s, false
	case scalar:
		if !looksLikeAddress(v.text) {
			r.errorf(v.off, ruleWrongType, "%q is no source: a source is a mapping with title, publisher, url and so on, or an address", oneLine(v.text)).
				Hint = sourceExample
			return s, false
		}
		s.URL = r.url(v).Value
		return s, s.URL != ""
	case list:
		r.errorf(v.off, ruleWrongType, "a list where a source belongs").Hint = sourceExample
		return s, false
	}
	told := len(r.ds)
	for i, k := range v.keys {
		if r.repeated(v.keys, i) {
			continue
		}
		r.readSource(&s, k, v.items[i])
	}
	if len(r.ds) == told && s.Title == "" && s.URL == "" && s.Publisher.Value == "" {
		r.errorf(v.off, ruleBadValue, "a source without title, publisher and address").Hint = "say at least one of them"
	}
	return s, true
}

func (r *metaReader) readSource(s *Source, k key, v value) {
	names := make([]string, len(sourceKeys))
	for i := range sourceKeys {
		if sourceKeys[i].Name == k.name {
			sourceKeys[i].read(r, s, v)
			return
		}
		names[i] = sourceKeys[i].Name
	}
	r.unknown(k, names, "source")
}

// languageTag reads the language of a source, which may be any.
func (r *metaReader) languageTag(v value) string {
	s, ok := r.single(v)
	if !ok {
		return ""
	}
	primary, _, _ := strings.Cut(s, "-")
	letters := strings.Trim(strings.ToLower(primary), "abcdefghijklmnopqrstuvwxyz") == ""
	if !letters || len(primary) < 2 || len(primary) > 3 || strings.ContainsAny(s, " _/") {
		r.errorf(v.off, ruleBadValue, "%q is no language tag", s).Hint = "write en, fr, zh or another tag of two or three letters"
		return ""
	}
	return s
}
