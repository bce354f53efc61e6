package seed_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/seed"
	"buildsite/internal/source"
)

func ExampleSheet() {
	day, _ := edtf.Parse("2025-10-16/2025-10-17")
	sheet := seed.Sheet{
		Title: "Anita Anand visits Beijing", Date: day, Type: seed.Event, Lang: lang.EN, Kind: "visit",
		People: []string{"Anita Anand", "Wang Yi"}, Importance: 2,
		Sources: []seed.Source{{Title: "Statement: on the visit", URL: "https://example.org/visit", Date: day}},
	}
	fmt.Print(string(sheet.Bytes()))
	// Output:
	// ---
	// title: Anita Anand visits Beijing
	// date: 2025-10-16/2025-10-17
	// lang: en
	// kind: visit
	// people: [Anita Anand, Wang Yi]
	// importance: 2
	// sources:
	//   - title: 'Statement: on the visit'
	//     url: https://example.org/visit
	//     date: 2025-10-16/2025-10-17
	// ---
}

// FuzzSheet writes a sheet and reads it back.
func FuzzSheet(f *testing.F) {
	f.Add("Wang: “ready”", "A summary.\nIn two lines", "Anita Anand", "1970~", "an editor's comment")
	f.Add("- [x] # yes: no", strings.Repeat("long words and ", 40), "a, b", "[1970, 1972]", "---")
	f.Add("中国外长：愿加强沟通", strings.Repeat("中方表示愿同加方加强沟通。", 20), "阿南德", "2025-10-15~/2025-10-22~", "\x00")
	f.Add("true", "1e3", "null", "1985/..", "~")
	f.Fuzz(func(t *testing.T, title, summary, name, date, comment string) {
		title, summary, name = line(title), line(summary), line(name)
		day, err := edtf.Parse(date)
		if err != nil || title == "" {
			return
		}
		if _, err := edtf.ParseText(day.String(), lang.EN); err != nil {
			return // valid EDTF, but no date of an event, such as "/"
		}
		sheet := seed.Sheet{Title: title, Date: day, Type: seed.Event, Summary: summary, Comments: []string{comment}}
		if name != "" {
			sheet.People = []string{name, name + ", too"}
			sheet.Sources = []seed.Source{{Title: name, Date: day, Side: "china"}}
		}
		raw := sheet.Bytes()
		doc, ds := seed.Parse("x.md", raw, seed.Options{})
		if source.HasError(ds) {
			t.Fatalf("%v\n%s", ds, raw)
		}
		got := []string{doc.Meta.Title.Value, doc.Meta.Summary.Value, doc.Meta.Date.Value.String()}
		want := []string{title, summary, day.String()}
		for _, p := range doc.Meta.People {
			got = append(got, p.Value)
		}
		for _, s := range doc.Meta.Sources {
			got = append(got, s.Title, s.Side)
		}
		if name != "" {
			want = append(want, name, name+", too", name, "china")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", diff, raw)
		}
	})
}

// line is what a text is when written on one line, without what YAML cannot say.
func line(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0xfffd || r == 0xfeff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))), " ")
}
