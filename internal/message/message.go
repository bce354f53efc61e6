// Package message holds the words of the interface in each language.
//
// They lie in one file a language, messages/en.yaml, fr.yaml and zh.yaml within
// the templates folder, so that whoever writes a language well can correct it
// without reading a template or Go. Keys may be nested: "home" with "deck" in it
// is the key home.deck. What stands in braces is filled in: {n}, {year}. A text
// that goes with a number has forms:
//
//	count:
//	  event: {one: "{n} event", other: "{n} events"}
//
// English has one for 1, French for 0 and 1 too, Chinese only other.
package message

import (
	"math"
	"strconv"
	"strings"

	"buildsite/internal/lang"
)

// Catalog holds the words of every language.
type Catalog [len(lang.All) + 1]*Bundle

// In returns the words of a language, English ones where it is not known.
func (c *Catalog) In(l lang.Lang) *Bundle {
	if c[l] == nil {
		return c[lang.EN]
	}
	return c[l]
}

// Bundle holds the words of one language. It never changes once it is read, and
// is safe for concurrent use.
type Bundle struct {
	Lang  lang.Lang
	texts map[string]text
	next  *Bundle // where what is not found here is looked for
}

// text is what is said under one key.
type text struct{ one, other string }

// find returns what is said under a key, here or in English.
func (b *Bundle) find(key string) (text, *Bundle) {
	for from := b; from != nil; from = from.next {
		if t, ok := from.texts[key]; ok {
			return t, from
		}
	}
	return text{}, nil
}

// Has tells whether there is a text under a key, in whatever language.
func (b *Bundle) Has(key string) bool {
	_, from := b.find(key)
	return from != nil
}

// Keys returns every key that this language itself says something under, with
// the names it fills in.
func (b *Bundle) Keys() map[string][]string {
	all := make(map[string][]string, len(b.texts))
	for key, t := range b.texts {
		all[key] = names(t)
	}
	return all
}

// Under returns all that is said under keys that begin with a prefix and a dot,
// by the rest of the key. The form for one, where there is one, has "_one" after
// its key. Names stay in their braces, for a script to fill in.
func (b *Bundle) Under(prefix string) map[string]string {
	all := make(map[string]string)
	if b.next != nil {
		all = b.next.Under(prefix)
	}
	for key, t := range b.texts {
		rest, ok := strings.CutPrefix(key, prefix+".")
		if !ok {
			continue
		}
		delete(all, rest+"_one") // another language's
		all[rest] = t.other
		if t.one != "" {
			all[rest+"_one"] = t.one
		}
	}
	return all
}

// Text returns what is said under a key, with args put in: names and values by
// turns. A key that nothing stands under is returned as it is, so that it shows
// what is missing.
func (b *Bundle) Text(key string, args ...any) string {
	t, from := b.find(key)
	if from == nil {
		return key
	}
	return fill(t.other, args)
}

// Count returns what is said under a key of n things; {n} is n as the language
// writes it.
func (b *Bundle) Count(key string, n int, args ...any) string {
	t, from := b.find(key)
	if from == nil {
		return key
	}
	form := t.form(n == 1 || n == 0 && from.Lang == lang.FR)
	if len(args) == 0 {
		return strings.Replace(form, "{n}", b.Number(n), 1)
	}
	return fill(form, append([]any{"n", b.Number(n)}, args...))
}

// Form returns the form of what is said under a key that goes with one, or with
// several, for amounts that are not whole.
func (b *Bundle) Form(key string, one bool, args ...any) string {
	t, from := b.find(key)
	if from == nil {
		return key
	}
	return fill(t.form(one), args)
}

func (t text) form(one bool) string {
	if one && t.one != "" {
		return t.one
	}
	return t.other
}

// fill puts values for their names in braces.
func fill(form string, args []any) string {
	if len(args) == 0 || !strings.Contains(form, "{") {
		return form
	}
	var out strings.Builder
	for {
		before, rest, open := strings.Cut(form, "{")
		name, after, closed := strings.Cut(rest, "}")
		out.WriteString(before)
		if !open || !closed {
			return out.String()
		}
		out.WriteString(value(name, args))
		form = after
	}
}

// value returns the value of a name among args; a year is no amount, so whole
// numbers are written plainly.
func value(name string, args []any) string {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] != name {
			continue
		}
		switch v := args[i+1].(type) {
		case string:
			return v
		case int:
			return strconv.Itoa(v)
		}
	}
	return "{" + name + "}"
}

// groupMarks stand between groups of three digits, pointMarks before decimals.
// French sets a narrow space that no line ends at.
var (
	groupMarks = [...]string{lang.Unknown: ",", lang.EN: ",", lang.FR: "\u202f", lang.ZH: ","}
	pointMarks = [...]string{lang.Unknown: ".", lang.EN: ".", lang.FR: ",", lang.ZH: "."}
)

// Number writes a whole number as the language does: "12,345", "12 345".
func (b *Bundle) Number(n int) string { return group(strconv.Itoa(n), groupMarks[b.Lang]) }

// Decimal writes a number to so many decimals at most: "1,234.5", "1 234,5".
func (b *Bundle) Decimal(v float64, decimals int) string {
	scale := math.Pow10(decimals)
	whole, rest, point := strings.Cut(strconv.FormatFloat(math.Round(v*scale)/scale, 'f', -1, 64), ".")
	whole = group(whole, groupMarks[b.Lang])
	if !point {
		return whole
	}
	return whole + pointMarks[b.Lang] + rest
}

// Percent writes a share of one: "78%", "78 %".
func (b *Bundle) Percent(v float64) string {
	return b.Text("number.percent", "n", strconv.Itoa(int(math.Round(100*v))))
}

// group parts digits by three from the right.
func group(digits, mark string) string {
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}
