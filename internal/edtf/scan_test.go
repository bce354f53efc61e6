package edtf

import (
	"errors"
	"strings"
	"testing"

	"buildsite/internal/lang"
)

func TestScanText(t *testing.T) {
	golden(t, "testdata/scan.txtar", func(section, input string) string {
		language, heading, _ := strings.Cut(section, " in ")
		l, err := lang.Parse(language)
		if err != nil {
			t.Fatal(err)
		}
		var within Date
		if heading != "" {
			within = MustParse(heading)
		}
		d, n, err := ScanWithin(input, l, within)
		if err == nil && n == 0 || errors.Is(err, ErrNoDate) != (n == 0) {
			t.Errorf("%q: %d bytes read, error %v", input, n, err)
		}
		if n == 0 {
			return "-"
		}
		return outcome(d, err) + " ‹" + input[:n] + "›"
	})
}
