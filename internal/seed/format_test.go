package seed_test

import (
	"bytes"
	"testing"

	"buildsite/internal/seed"
	"buildsite/internal/source"
)

func TestFormat(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"keys in order", "---\nkind: visit\ndate: 1970-10-13\ntitle: T\n---\nBody.\n", "---\ntitle: T\ndate: 1970-10-13\nkind: visit\n---\nBody.\n"},
		{"dates as EDTF", "---\ntitle: T\ndate: 13 October 1970\nend: \"c. 1971\"\n---\n", "---\ntitle: T\ndate: 1970-10-13\nend: \"1971~\"\n---\n"},
		{
			"dates of sources", "---\ntitle: T\ndate: 1970\nsources:\n  - {title: A, date: 'Oct. 14, 1970'}\n  - title: B\n    date: octobre 1970\n---\n",
			"---\ntitle: T\ndate: 1970\nsources:\n  - {title: A, date: '1970-10-14'}\n  - title: B\n    date: 1970-10\n---\n",
		},
		{
			"comments stay with their keys", "---\n# about the title\ntitle: T # so far\n\n# when\n# exactly\ndate: 1970\nlang: en\ntype: event\n---\n",
			"---\n# about the title\ntitle: T # so far\n\n# when\n# exactly\ndate: 1970\ntype: event\nlang: en\n---\n",
		},
		{
			"values of several lines", "---\nsummary: >-\n  One\n  two.\n\nnote: |\n  # no comment\n  x\ntitle: T\ndate: 1970\npeople:\n- A\n- B\n---\n",
			"---\ntitle: T\ndate: 1970\npeople:\n- A\n- B\nsummary: >-\n  One\n  two.\n\nnote: |\n  # no comment\n  x\n---\n",
		},
		{"line ends as they are", "---\r\ndate: 1970\r\ntitle: T\r\n---\r\nBody.\r\n", "---\r\ntitle: T\r\ndate: 1970\r\n---\r\nBody.\r\n"},
		{"a byte-order mark", "\ufeff---\ndate: 1970\ntitle: T\n---\n", "\ufeff---\ntitle: T\ndate: 1970\n---\n"},
		{"TOML keeps its order", "+++\ndate = \"13 October 1970\"\ntitle = \"T\"\n+++\n", "+++\ndate = \"1970-10-13\"\ntitle = \"T\"\n+++\n"},
		{"all in one line", "---\n{date: 1970, title: T}\n---\n", "---\n{date: 1970, title: T}\n---\n"},
		{"no front matter", "date: 1970\n", "date: 1970\n"},
		{"errors", "---\ndate: never\ntitle: T\n---\n", "---\ndate: never\ntitle: T\n---\n"},
		{"not UTF-8", "---\ndate: 1970\ntitle: caf\xe9\n---\n", "---\ndate: 1970\ntitle: caf\xe9\n---\n"},
	} {
		got, ds := seed.Format("x.md", []byte(test.in))
		if string(got) != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
		if source.HasError(ds) != (test.name == "errors") {
			t.Errorf("%s: told %v", test.name, ds)
		}
	}
}

// FuzzFormat holds that formatting twice is formatting once, that the body stays,
// and that what could be read can be read.
func FuzzFormat(f *testing.F) {
	f.Add([]byte("---\nkind: visit\n# when\ndate: 13 October 1970\ntitle: T\n---\nBody.\n"))
	f.Add([]byte("---\nsources:\n- date: 'c. 1970'\n  title: T\ndate: 1970\ntitle: >\n x\n\n y\n---\n"))
	f.Add([]byte("+++\ntitle = \"T\"\ndate = 1970-10-13\n+++\nx"))
	f.Add([]byte("---\r\ntitle: \"a\\\"b\"\r\n# c\r\n\r\ndate: 1970年10月\r\n---\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		once, ds := seed.Format("x.md", raw)
		if source.HasError(ds) {
			if !bytes.Equal(once, raw) {
				t.Error("a file with errors was changed")
			}
			return
		}
		twice, ds := seed.Format("x.md", once)
		if source.HasError(ds) || !bytes.Equal(once, twice) {
			t.Errorf("%q\nonce  %q\ntwice %q\n%v", raw, once, twice, ds)
		}
	})
}
