package message

import (
	"strconv"
	"strings"
)

// Fixed writes a number with exactly so many decimals, as a source that gives
// them does: "16.0", "1 234,50".
func (b *Bundle) Fixed(v float64, decimals int) string {
	whole, rest, point := strings.Cut(strconv.FormatFloat(v, 'f', decimals, 64), ".")
	whole = group(whole, groupMarks[b.Lang])
	if !point {
		return whole
	}
	return whole + pointMarks[b.Lang] + rest
}
