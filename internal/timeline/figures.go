package timeline

import (
	"math"
	"strconv"
	"strings"
)

// scales are the words that multiply the number before them, in the three
// languages.
var scales = [...]struct {
	word  string
	value float64
}{
	{"thousand", 1e3},
	{"million", 1e6},
	{"billion", 1e9},
	{"trillion", 1e12},
	{"milliard", 1e9},
	{"万亿", 1e12},
	{"萬億", 1e12},
	{"亿", 1e8},
	{"億", 1e8},
	{"万", 1e4},
	{"萬", 1e4},
}

// figures returns the numbers in a text with their scale, so that "41.7
// billion", "41,7 milliards" and "417亿" are one figure. Years are left out:
// two events of one year have that in common anyway.
func figures(text string) []float64 {
	var all []float64
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		end := i
		for end < len(text) && isNumeral(text[end:]) > 0 {
			end += isNumeral(text[end:])
		}
		number := strings.TrimRight(text[i:end], ",. \u00a0\u202f")
		if f, ok := figure(number, text[i+len(number):]); ok {
			all = append(all, f)
		}
		i = end
	}
	return all
}

// isNumeral returns the length of the digit, point or separator at the start of
// text, 0 if there is none. A space separates thousands when digits follow.
func isNumeral(text string) int {
	switch {
	case text[0] >= '0' && text[0] <= '9', text[0] == '.', text[0] == ',':
		return 1
	}
	for _, space := range [...]string{" ", "\u00a0", "\u202f"} {
		rest, ok := strings.CutPrefix(text, space)
		if ok && len(rest) >= 3 && isDigits(rest[:3]) && (len(rest) == 3 || !isDigits(rest[3:4])) {
			return len(space)
		}
	}
	return 0
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// figure reads a number and the scale word after it.
func figure(number, after string) (float64, bool) {
	number = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(number)
	if isYear(number) {
		return 0, false
	}
	f, err := strconv.ParseFloat(plain(number), 64)
	if err != nil {
		return 0, false
	}
	after = strings.ToLower(strings.TrimLeft(after, " \u00a0\u202f-"))
	for _, s := range scales {
		if strings.HasPrefix(after, s.word) {
			f *= s.value
			break
		}
	}
	// Ten digits are more than any source gives, and take away what is left of
	// a product's binary rounding.
	digits := math.Pow(10, 10-math.Ceil(math.Log10(max(f, 1))))
	return math.Round(f*digits) / digits, true
}

// plain writes a number with a point and without separators. A comma before
// exactly three digits separates thousands, any other is a decimal point.
func plain(number string) string {
	if strings.Count(number, ",") == 1 && !strings.Contains(number, ".") {
		whole, rest, _ := strings.Cut(number, ",")
		if len(rest) != 3 {
			return whole + "." + rest
		}
	}
	return strings.ReplaceAll(number, ",", "")
}

func isYear(s string) bool {
	return len(s) == 4 && isDigits(s) && (s[:2] == "18" || s[:2] == "19" || s[:2] == "20")
}
