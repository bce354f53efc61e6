package source

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const (
	english     = "Canada’s foreign minister said on Tuesday that “talks” would go on.\n"
	french      = "Le ministre a déclaré mardi qu’à Pékin les négociations étaient « utiles ».\r\nÀ suivre où ?\n"
	simplified  = "渥太华11月12日电\n加拿大外交部长周二表示，中国和加拿大将继续会谈。\n"
	traditional = "渥太華11月12日電\n加拿大外交部長週二表示，中國和加拿大將繼續會談。\n"
	shortGB     = "中加建交"
	shortBig5   = "中國與加拿大建交"
)

// encode writes text in the encoding of the given name, with its mark if bom.
func encode(t testing.TB, name, text string, bom bool) []byte {
	t.Helper()
	c, _ := lookup(name)
	raw, err := c.charset.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("encoding %s: %v", name, err)
	}
	if bom {
		return append([]byte(c.mark), raw...)
	}
	return raw
}

func TestDecode(t *testing.T) {
	texts := map[string][]string{
		"utf-8":        {"", "plain\n", english, french, simplified, traditional, shortGB, "\uFFFD was here"},
		"utf-16le":     {english, french, simplified, traditional, "plain text\n", "emoji 🍁 and more\n"},
		"utf-16be":     {english, french, simplified, traditional, "plain text\n", "emoji 🍁 and more\n"},
		"gb18030":      {simplified, shortGB, simplified + traditional, simplified + "Trudeau è venuto\n" + simplified, simplified + "€ 100\n"},
		"big5":         {traditional, shortBig5},
		"windows-1252": {english, french, "Montréal\n", "naïve café — “déjà vu”\n", "FERMÉE EN ÉTÉ.", "s'est noyée à Québec"},
	}
	for name, list := range texts {
		for i, text := range list {
			for _, bom := range []bool{false, true} {
				if c, _ := lookup(name); bom && c.mark == "" {
					continue
				}
				t.Run(fmt.Sprintf("%s/%d/%t", name, i, bom), func(t *testing.T) {
					raw := encode(t, name, text, bom)
					f, ds := Decode("x.txt", raw, "")
					if len(ds) > 0 {
						t.Errorf("diagnostics: %v", ds)
					}
					if f.Encoding != name || f.Text != text {
						t.Errorf("read as %s:\n%s\nwant %s:\n%s", f.Encoding, f.Text, name, text)
					}
					checkOffsets(t, f, raw)
					forced, _ := Decode("x.txt", raw, name)
					if forced.Text != text {
						t.Errorf("with the encoding given: %q", forced.Text)
					}
				})
			}
		}
	}
}

// checkOffsets holds the way back against encoding every prefix anew.
func checkOffsets(t *testing.T, f *File, raw []byte) {
	t.Helper()
	if got := f.offset(len(f.Text)); got != len(raw) {
		t.Errorf("the text ends at byte %d of the file, which has %d", got, len(raw))
	}
	c, _ := lookup(f.Encoding)
	for off := range f.Text {
		prefix, err := c.charset.NewEncoder().Bytes([]byte(f.Text[:off]))
		if err != nil {
			t.Fatal(err)
		}
		if got := f.offset(off); got != f.bom+len(prefix) {
			t.Fatalf("offset(%d) = %d, want %d", off, got, f.bom+len(prefix))
		}
	}
}

func TestDecodeColumns(t *testing.T) {
	text := "第一行\n加拿大和中国 X\n"
	off := strings.Index(text, "X")
	for name, want := range map[string]Position{
		"utf-8": {2, 20}, "gb18030": {2, 14}, "utf-16le": {2, 15}, "utf-16be": {2, 15}, "big5": {2, 14},
	} {
		text := text
		if name == "big5" {
			text = strings.ReplaceAll(text, "国", "國")
		}
		f, _ := Decode("x", encode(t, name, text, false), name)
		if got := f.Position(off); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	f, _ := Decode("x", []byte("\xEF\xBB\xBFab\ncd"), "")
	if got := f.Position(1); got != (Position{1, 5}) {
		t.Errorf("after the mark: %v, want 1:5", got)
	}
	if got := f.Position(4); got != (Position{2, 2}) {
		t.Errorf("in the second line: %v, want 2:2", got)
	}
}

// Text after what cannot be read keeps its place.
func TestDecodeDamaged(t *testing.T) {
	for _, tt := range []struct {
		name, raw, encoding string
		text                string
		want                []string
	}{
		{
			"nul", "one\ntw\x00o three", "", "one\ntw\uFFFDo three",
			[]string{"x:2:3: error: a NUL byte in the text (nul-byte)"},
		},
		{
			"one bad byte of UTF-8", "日本語 été 漢字\n中国\xE5 加拿大", "", "日本語 été 漢字\n中国\uFFFD 加拿大",
			[]string{"x:2:7: error: bytes that are no character in utf-8 (bad-encoding)"},
		},
		{
			"cut off at the end", "渥太华十一月的会\xE8\xB0", "", "渥太华十一月的会\uFFFD\uFFFD",
			[]string{"x:1:25: error: bytes that are no character in utf-8 (bad-encoding)", "x:1:26: error: bytes that are no character in utf-8 (bad-encoding)"},
		},
		{
			"half a pair of GBK", "\xBC\xD3\xC4\xC3\xB4\xF3 \xFF x", "gbk", "加拿大 \uFFFD x",
			[]string{"x:1:8: error: bytes that are no character in gb18030 (bad-encoding)"},
		},
		{
			"odd UTF-16", "\xFF\xFEa\x00b\x00c", "", "ab\uFFFD",
			[]string{"x:1:7: error: bytes that are no character in utf-16le (bad-encoding)"},
		},
		{
			"a lone surrogate", "\xFE\xFF\x00a\xD8\x00\x00b", "", "a\uFFFDb",
			[]string{"x:1:5: error: bytes that are no character in utf-16be (bad-encoding)"},
		},
		{
			"unknown name", "abc", "utf-80", "abc",
			[]string{"x: error: unknown encoding \"utf-80\" (bad-encoding)"},
		},
		{
			"mark against name", "\xEF\xBB\xBFabc", "gbk", "abc",
			[]string{"x: warning: the file begins with the mark of utf-8, which it is read as, not as gb18030 (bad-encoding)"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, ds := Decode("x", []byte(tt.raw), tt.encoding)
			if f.Text != tt.text {
				t.Errorf("text %q, want %q", f.Text, tt.text)
			}
			var got []string
			for _, d := range ds {
				if d.Hint == "" {
					t.Errorf("no hint: %v", d)
				}
				d.Hint = ""
				got = append(got, d.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
			if end := f.offset(len(f.Text)); end != len(tt.raw) {
				t.Errorf("the text ends at byte %d of %d", end, len(tt.raw))
			}
		})
	}
}

func TestDecodeManyBad(t *testing.T) {
	f, ds := Decode("x", []byte(strings.Repeat("a\x00b\n", 100)), "")
	if len(ds) != maxBadPlaces+1 || !strings.Contains(ds[maxBadPlaces].Text, "90 more") {
		t.Errorf("%d diagnostics, the last: %v", len(ds), ds[len(ds)-1])
	}
	if strings.Count(f.Text, "\uFFFD") != 100 {
		t.Errorf("%q", f.Text)
	}
}

func TestDecodeTooLarge(t *testing.T) {
	f, ds := Decode("x", make([]byte, MaxSize+1), "")
	if f.Text != "" || len(ds) != 1 || ds[0].Rule != "too-large" || !ds[0].Pos.IsZero() {
		t.Errorf("%d bytes of text, %v", len(f.Text), ds)
	}
}

func TestLookupEncoding(t *testing.T) {
	for name, want := range map[string]string{
		"UTF-8": "utf-8", "utf8": "utf-8", "GBK": "gb18030", "GB2312": "gb18030", "Big5": "big5",
		"latin1": "windows-1252", "ISO_8859-1": "windows-1252", "utf-16": "utf-16le", " CP936 ": "gb18030",
	} {
		if got, _ := LookupEncoding(name); got != want {
			t.Errorf("LookupEncoding(%q) = %q, want %q", name, got, want)
		}
	}
	if got, nearest := LookupEncoding("gb18300"); got != "" || nearest != "gb18030" {
		t.Errorf("got %q and %q", got, nearest)
	}
	if got, nearest := LookupEncoding("morse"); got != "" || nearest != "" {
		t.Errorf("got %q and %q", got, nearest)
	}
}

func FuzzDecode(f *testing.F) {
	for _, name := range []string{"", "gbk", "big5", "utf-16", "latin1", "nonsense"} {
		for _, text := range []string{english, french, simplified, "\xFF\xFEa", "\x00\x00", "\xEF\xBB\xBF", "\r\r\n\n"} {
			f.Add([]byte(text), name)
		}
	}
	for _, name := range []string{"gb18030", "utf-16le", "utf-16be", "windows-1252"} {
		f.Add(encode(f, name, strings.ReplaceAll(french, "\u00a0", " "), true), "")
	}
	f.Fuzz(func(t *testing.T, raw []byte, encoding string) {
		file, ds := Decode("x", raw, encoding)
		if !utf8.ValidString(file.Text) {
			t.Fatalf("invalid text %q", file.Text)
		}
		if strings.ContainsRune(file.Text, 0) {
			t.Fatalf("NUL in %q", file.Text)
		}
		if end := file.offset(len(file.Text)); end != len(raw) {
			t.Fatalf("the text ends at byte %d of %d", end, len(raw))
		}
		last, lastOff := Position{}, -1
		for off := range file.Text {
			p := file.Position(off)
			if p.Line < last.Line || p.Line == last.Line && p.Column < last.Column {
				t.Fatalf("%v at %d is before %v", p, off, last)
			}
			if o := file.offset(off); o < lastOff {
				t.Fatalf("offset %d at %d is before %d", o, off, lastOff)
			} else {
				lastOff = o
			}
			last = p
		}
		for _, d := range ds {
			if d.Rule == "" || d.Text == "" || d.Hint == "" {
				t.Fatalf("incomplete: %v", d)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, bm := range []struct {
		name string
		raw  []byte
	}{
		{"utf-8/1KiB", []byte(strings.Repeat(simplified, 8))},
		{"utf-8/4KiB", []byte(strings.Repeat(english, 60))},
		{"gb18030/4KiB", encode(b, "gb18030", strings.Repeat(simplified, 50), false)},
		{"windows-1252/4KiB", encode(b, "windows-1252", strings.Repeat(french, 42), false)},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bm.raw)))
			for b.Loop() {
				Decode("x.txt", bm.raw, "")
			}
		})
	}
}
