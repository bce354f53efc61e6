package edtf

import (
	"errors"
	"fmt"
)

// ErrNoDate is the error of [ScanText] where a text does not begin with a date.
var ErrNoDate = errors.New("no date")

// ParseError tells why a text is not a date.
type ParseError struct {
	Input   string // the whole text that was to be read
	Offset  int    // the byte of Input where the trouble starts
	Problem string // what is wrong, in lower case, without a period
	Hint    string // how to mend it; "" if there is nothing to suggest
}

// Error returns the input and the problem. The hint is not part of it.
func (e *ParseError) Error() string {
	return fmt.Sprintf("date %q: %s", clip(e.Input), e.Problem)
}

// clip keeps an error readable when a whole paragraph was taken for a date.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	end := most
	for end > 0 && s[end]&0xC0 == 0x80 {
		end--
	}
	return s[:end] + "…"
}
