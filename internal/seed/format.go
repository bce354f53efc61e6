package seed

import (
	"cmp"
	"slices"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/source"
)

// Format returns a seed's file with its front matter set right: the keys in the
// order of the documentation, dates as EDTF. Nothing else changes, neither
// comments nor the way in which values are written. TOML keeps its order, which
// there has a meaning. A file whose front matter has errors comes back as it
// was, with these; so does one that is not UTF-8.
func Format(name string, raw []byte) ([]byte, []source.Diagnostic) {
	p, all, m := open(name, raw, Options{})
	if m.delimiter == "" || !strings.HasSuffix(string(raw), p.file.Text) {
		return raw, nil
	}
	before := p.readMeta(all, m)
	if source.HasError(p.ds) {
		return raw, p.ds
	}
	f := formatter{reading: p, text: p.file.Text, meta: before}
	f.dates(all)
	body := f.text[m.span.End:]
	matter := f.edited(m.span)
	if m.delimiter == yamlDelimiter {
		matter = ordered(matter, f.shifted(all.keys, m.span.Start))
	}
	mark := raw[:len(raw)-len(p.file.Text)]
	out := []byte(string(mark) + f.text[:m.span.Start] + matter + body)
	if !f.means(all, name, out) {
		return raw, nil // it is written in a way that is best left alone
	}
	return out, nil
}

// formatter is the work on one file.
type formatter struct {
	*reading
	text  string
	meta  *metaReader
	edits []edit // in the order of the text
}

// edit puts text in the place of a span.
type edit struct {
	source.Span
	text string
}

// dates finds the dates that are not written in EDTF.
func (f *formatter) dates(all value) {
	for i, k := range all.keys {
		switch k.name {
		case "date", "end":
			f.date(all.items[i])
		case "sources":
			f.sourceDates(all.items[i])
		}
	}
	slices.SortFunc(f.edits, func(a, b edit) int { return cmp.Compare(a.Start, b.Start) })
}

func (f *formatter) sourceDates(v value) {
	for _, item := range append([]value{v}, v.items...) {
		if date, ok := item.get("date"); ok {
			f.date(date)
		}
	}
}

// date notes the edit of one date.
func (f *formatter) date(v value) {
	d, err := edtf.ParseText(v.text, f.meta.lang)
	if v.kind != scalar || err != nil || d.String() == v.text || strings.ContainsAny(d.String(), "[]{},") {
		return
	}
	rest := f.text[v.off:]
	n := len(v.text)
	if quote := rest[:1]; quote == `"` || quote == "'" {
		n += 2
		if !strings.HasPrefix(rest[1:], v.text+quote) {
			return // with escapes in it
		}
	} else if !strings.HasPrefix(rest, v.text) {
		return
	}
	says := d.String()
	if rest[:1] == `"` || rest[:1] == "'" {
		says = rest[:1] + says + rest[:1]
	}
	f.edits = append(f.edits, edit{source.Span{Start: v.off, End: v.off + n}, says})
}

// edited returns span of the text with the edits made.
func (f *formatter) edited(span source.Span) string {
	var b strings.Builder
	at := span.Start
	for _, e := range f.edits {
		b.WriteString(f.text[at:e.Start] + e.text)
		at = e.End
	}
	b.WriteString(f.text[at:span.End])
	return b.String()
}

// shifted returns the keys with where they are after the edits, counted from
// start.
func (f *formatter) shifted(keys []key, start int) []key {
	out := slices.Clone(keys)
	for i := range out {
		off := out[i].off
		for _, e := range f.edits {
			if e.Start < off {
				out[i].off += len(e.text) - e.Len()
			}
		}
		out[i].off -= start
	}
	return out
}

// ordered sorts the keys of front matter, each with the lines that belong to it:
// its value, and the comments right above it.
func ordered(matter string, keys []key) string {
	starts := make([]int, len(keys))
	for i, k := range keys {
		start := k.off
		if start > 0 && matter[start-1] != '\n' && matter[start-1] != '\r' {
			return matter // more than one key in a line
		}
		for start > 0 {
			line := 1 + strings.LastIndexAny(strings.TrimRight(matter[:start], "\r\n"), "\r\n")
			if matter[line] != '#' || strings.Count(matter[line:start], "\n") > 1 {
				break
			}
			start = line
		}
		starts[i] = start
	}
	if len(keys) == 0 || !slices.IsSorted(starts) || !strings.HasSuffix(matter, "\n") {
		return matter
	}
	type part struct {
		rank int
		text string
	}
	parts := make([]part, len(keys))
	for i, k := range keys {
		end := len(matter)
		if i+1 < len(keys) {
			end = starts[i+1]
		}
		parts[i] = part{rankOf(k.name), matter[starts[i]:end]}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(a.rank, b.rank) })
	var b strings.Builder
	b.WriteString(matter[:starts[0]])
	for _, p := range parts {
		b.WriteString(p.text)
	}
	return b.String()
}

// rankOf is the place of a key among all that front matter may have.
func rankOf(name string) int {
	for i := range metaKeys {
		if metaKeys[i].Name == name {
			return i
		}
	}
	return len(metaKeys)
}

// means tells whether a file says what it said before.
func (f *formatter) means(all value, name string, raw []byte) bool {
	p, now, m := open(name, raw, Options{})
	return !source.HasError(p.ds) && strings.HasSuffix(f.text, p.file.Text[m.body:]) && f.alike(all, now, "")
}

// alike tells whether two values say the same, the order of keys and the way in
// which dates are written left aside.
func (f *formatter) alike(a, b value, name string) bool {
	switch {
	case a.kind != b.kind || len(a.keys) != len(b.keys) || len(a.items) != len(b.items):
		return false
	case a.kind == scalar && a.text != b.text:
		d, errA := edtf.ParseText(a.text, f.meta.lang)
		e, errB := edtf.ParseText(b.text, f.meta.lang)
		return (name == "date" || name == "end") && errA == nil && errB == nil && d == e
	}
	for i := range a.items {
		other := b.items[i]
		if a.kind == table {
			name = a.keys[i].name
			found := false
			if other, found = b.get(name); !found {
				return false
			}
		}
		if !f.alike(a.items[i], other, name) {
			return false
		}
	}
	return true
}
