package render

import (
	"bytes"
	"fmt"
	"testing"

	"buildsite/internal/lang"
	"buildsite/internal/site"
)

// BenchmarkSearchData writes what 10,000 events are searched in.
func BenchmarkSearchData(b *testing.B) {
	entries := make([]*site.Entry, 10_000)
	for i := range entries {
		e := edited(b)
		e.ID = fmt.Sprintf("1971-03-02-event-%d", i)
		entries[i] = site.NewEntry(e, date(b, "2000"))
	}
	plan := &site.Plan{Editions: []*site.Edition{{Lang: lang.EN, Entries: entries}}}
	r, page := newRenderer(b), &site.Page{Path: "search-data.js", Lang: lang.EN}
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		r.searchData(&out, plan, page)
	}
	b.SetBytes(int64(out.Len()))
}
