package interchange

import (
	"net/url"
	"path"
	"strings"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Options says what is known of a file better than it says itself.
type Options struct {
	Lang lang.Lang // that its texts are in; unknown to tell it from each
}

// maxFile is how many bytes a file may have: a table of events.csv with some
// twenty thousand of them.
const maxFile = 32 << 20

// Read reads a file of another program, or the site's own events.csv. What it
// is, is told by its ending: .json is TimelineJS; .csv and .tsv are the site's
// own or that of TimelineJS, by their columns; .ics and .ical are calendars; .mw
// and .markwhen are Markwhen. The diagnostics tell what could not be read; all
// else is among the drafts, in the order of the file.
func Read(name string, raw []byte, opts Options) ([]Draft, []source.Diagnostic) {
	file, ds := source.DecodeUpTo(maxFile, name, raw, "")
	r := &reader{file: file, lang: opts.Lang, ds: ds}
	if source.HasError(ds) {
		return nil, ds
	}
	switch ext := strings.ToLower(path.Ext(name)); {
	case strings.TrimSpace(file.Text) == "":
		r.problem(0, "", "the file is empty")
	case ext == ".json":
		r.timelineJSON()
	case ext == ".csv", ext == ".tsv":
		r.table()
	case ext == ".ics", ext == ".ical":
		r.calendar()
	case ext == ".mw", ext == ".markwhen":
		r.markwhen()
	default:
		r.problem(0, "name it .json (TimelineJS), .csv (events.csv, or the table of TimelineJS), .mw (Markwhen) or .ics (a calendar)",
			"the ending %q tells nothing of what the file is", ext)
	}
	return r.drafts, source.Sort(r.ds)
}

// isWeb tells whether an address is one of the web.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
