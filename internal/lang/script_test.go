package lang_test

import (
	"testing"
	"unicode/utf8"

	"buildsite/internal/lang"
)

func TestSimplified(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"外長會議於週二舉行，雙方達成協議。", "外长会议于周二举行，双方达成协议。"},
		{"王毅同阿南德通电话", "王毅同阿南德通电话"},
		{"Ottawa, le 12 novembre\xff會", "Ottawa, le 12 novembre\xff会"},
		{"", ""},
	} {
		got := lang.Simplified(test.text)
		if got != test.want {
			t.Errorf("%q is simplified to %q, want %q", test.text, got, test.want)
		}
		if len(got) != len(test.text) {
			t.Errorf("%q changes its length", test.text)
		}
	}
}

// TestSimplifiedTable sees that simplifying twice is simplifying once, and
// that no character changes its length.
func TestSimplifiedTable(t *testing.T) {
	for r := rune(0x3400); r < 0xA000; r++ {
		s := lang.SimplifiedRune(r)
		if lang.SimplifiedRune(s) != s {
			t.Errorf("%c is simplified to %c, which is simplified again", r, s)
		}
		if utf8.RuneLen(s) != utf8.RuneLen(r) {
			t.Errorf("%c and %c differ in length", r, s)
		}
	}
}
