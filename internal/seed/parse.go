package seed

import (
	"path"
	"strings"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Options says what is known of a seed better than it says itself. The zero
// value is nothing.
type Options struct {
	Lang lang.Lang // its language
	Date edtf.Date // its date
}

// reading holds what is known while one seed is read.
type reading struct {
	file   *source.File
	opts   Options
	forced bool // whether opts says the language
	ds     []source.Diagnostic
}

// errorf reports an error at off of the file's text. The diagnostic it returns
// is there to get its hint, at once.
func (p *reading) errorf(off int, rule, format string, args ...any) *source.Diagnostic {
	p.ds = append(p.ds, p.file.Errorf(off, rule, format, args...))
	return &p.ds[len(p.ds)-1]
}

// warnf is errorf for a warning.
func (p *reading) warnf(off int, rule, format string, args ...any) *source.Diagnostic {
	p.ds = append(p.ds, p.file.Warnf(off, rule, format, args...))
	return &p.ds[len(p.ds)-1]
}

// Parse reads a seed. name is its slash-separated path within the content
// directory; whether it is Markdown or plain text is told by its ending, ".md"
// or ".txt". The document is never nil, but its Type is zero when the file is
// no seed or cannot be read as one, which the diagnostics then say. Parse does
// not keep raw.
func Parse(name string, raw []byte, opts Options) (*Document, []source.Diagnostic) {
	p, all, m := open(name, raw, opts)
	doc := &Document{File: p.file}
	if strings.TrimSpace(p.file.Text) == "" {
		p.tellEmpty()
		return doc, p.ds
	}
	r := p.readMeta(all, m)
	doc.Meta, doc.Lang = r.meta, r.lang
	body := &bodyReader{reading: p, doc: doc, start: m.body}
	if isMarkdown(name) {
		if r.typ == 0 && r.dated {
			r.typ = Event
		}
		body.markdown(r.typ)
	} else {
		body.plain(r.typ)
	}
	return doc, p.ds
}

// ParsePage reads a Markdown page that is no seed, such as the site's "about".
// Of its front matter only title, lang, summary, slug and draft mean anything.
// The document has HTML and Links, and no type.
func ParsePage(name string, raw []byte) (*Document, []source.Diagnostic) {
	p, all, m := open(name, raw, Options{})
	r := p.readMeta(all, m)
	doc := &Document{File: p.file, Meta: r.meta, Lang: r.lang}
	body := &bodyReader{reading: p, doc: doc, start: m.body}
	body.page()
	return doc, p.ds
}

// isMarkdown tells whether a file of that name is Markdown.
func isMarkdown(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".md" || ext == ".markdown"
}

// open decodes the file and reads its front matter. Where that names another
// encoding than the one that was taken, it begins anew with it.
func open(name string, raw []byte, opts Options) (*reading, value, matter) {
	p, m := decode(name, raw, "", opts)
	if wanted := p.peekEncoding(m); wanted != "" && wanted != p.file.Encoding {
		p, m = decode(name, raw, wanted, opts)
	}
	var all value
	switch m.delimiter {
	case yamlDelimiter:
		all, _ = p.readYAML(m.span)
	case tomlDelimiter:
		all, _ = p.readTOML(m.span)
	}
	return p, all, m
}

func decode(name string, raw []byte, encoding string, opts Options) (*reading, matter) {
	file, ds := source.Decode(name, raw, encoding)
	p := &reading{file: file, opts: opts, forced: opts.Lang != lang.Unknown, ds: ds}
	return p, p.splitMatter()
}

// peekEncoding returns the encoding that the front matter names, if it is a
// known one. Keys are ASCII, and so the line can be read whatever the file was
// taken for.
func (p *reading) peekEncoding(m matter) string {
	const key = "encoding"
	text := m.span.Of(p.file.Text)
	i := strings.Index(text, key)
	if i < 0 || i > 0 && text[i-1] != '\n' && text[i-1] != '\r' {
		return ""
	}
	line := text[i+len(key) : lineEnd(text, i)]
	name := strings.TrimLeft(line, " \t")
	if name == "" || name[0] != ':' && name[0] != '=' {
		return ""
	}
	name, _, _ = strings.Cut(name[1:], "#")
	canonical, _ := source.LookupEncoding(strings.Trim(name, " \t\r\n\"'"))
	return canonical
}

// tellEmpty reports a file without text, unless it was not read at all.
func (p *reading) tellEmpty() {
	if len(p.ds) > 0 {
		return
	}
	p.ds = append(p.ds, source.Diagnostic{
		File: p.file.Name, Severity: source.Error, Rule: ruleEmpty, Text: "the file is empty",
		Hint: "write something, or delete the file",
	})
}

// readMeta reads the front matter into a Meta and settles the language.
func (p *reading) readMeta(all value, m matter) *metaReader {
	r := &metaReader{reading: p}
	original, fromName := splitLang(p.file.Name)
	switch {
	case p.forced:
		r.lang = p.opts.Lang
	case fromName != lang.Unknown:
		r.lang = fromName
	default:
		if _, said := all.get("lang"); !said {
			r.lang = guessLang(all, p.file.Text[m.body:])
		}
	}
	r.read(all)
	if r.lang == lang.Unknown {
		r.lang = lang.EN
	}
	if original != "" && r.meta.TranslationOf.Value == "" {
		r.meta.TranslationOf.Value = original
	}
	r.dated = r.meta.Date.Set()
	if !p.opts.Date.IsZero() {
		r.meta.Date = Field[edtf.Date]{Value: p.opts.Date}
	}
	return r
}

// splitLang parts the language from a file name such as "x/name.fr.md" and
// returns "x/name.md", the name that the original would have.
func splitLang(name string) (original string, l lang.Lang) {
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	tag := path.Ext(stem)
	for _, l := range lang.All {
		if tag == "."+l.String() && len(path.Base(stem)) > len(tag) {
			return strings.TrimSuffix(stem, tag) + ext, l
		}
	}
	return "", lang.Unknown
}

// langSample is how many bytes of a body are looked at to tell its language.
const langSample = 2 << 10

// guessLang tells the language of a seed that does not say it: from the body,
// or where that says too little from title and summary.
func guessLang(all value, body string) lang.Lang {
	body = strings.ToValidUTF8(body[:min(len(body), langSample)], "")
	if len(body) < 40 {
		title, _ := all.get("title")
		summary, _ := all.get("summary")
		body = title.text + "\n" + summary.text + "\n" + body
	}
	if l := lang.Detect(body); l != lang.Unknown {
		return l
	}
	return lang.EN
}
