package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"buildsite/internal/figure"
	"buildsite/internal/lang"
	"buildsite/internal/message"
)

// amounts writes an event's figures for people, each once.
func amounts(all []figure.Figure, msg *message.Bundle) []string {
	var out []string
	for _, f := range all {
		if text := amount(f, msg); !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// scale is a word for a power of ten: "billion", "milliard", 亿.
type scale struct {
	of   float64
	name string // of the message
}

// scales are the words that large numbers are written with, the largest first.
var scales = [...][]scale{
	lang.EN: {{1e9, "billion"}, {1e6, "million"}},
	lang.FR: {{1e9, "billion"}, {1e6, "million"}},
	lang.ZH: {{1e8, "yi"}, {1e4, "wan"}},
}

// amount writes a figure: "83.7 billion US dollars (trade)", "6.1%".
func amount(f figure.Figure, msg *message.Bundle) string {
	if f.Unit == "percent" {
		return msg.Text("number.percent", "n", msg.Decimal(f.Value, 4))
	}
	value, word := f.Value, ""
	for _, s := range scales[msg.Lang] {
		if f.Value >= s.of {
			value, word = f.Value/s.of, s.name
			break
		}
	}
	// French says "un million" up to anything short of two.
	few := value == 1 || msg.Lang == lang.FR && value < 2
	text, unit := msg.Decimal(value, 4), unitName(f, msg, few && word == "")
	if word != "" {
		text = msg.Form("scale."+word, few, "n", text)
		if msg.Lang == lang.FR && unit != "" {
			unit = ofFrench(unit)
		}
	}
	if unit != "" {
		text = msg.Text("amount.unit", "n", text, "unit", unit)
	}
	if f.Measure != "" {
		text = msg.Text("amount.measure", "amount", text, "measure", measureName(f, msg))
	}
	return text
}

// unitName is a unit for people. A dollar whose country is not told is a dollar.
func unitName(f figure.Figure, msg *message.Bundle, one bool) string {
	code := f.Code()
	switch {
	case code == "":
		return ""
	case msg.Has("unit." + code):
		return msg.Form("unit."+code, one)
	}
	return strings.ReplaceAll(code, "-", " ")
}

// measureName is what a statistic is of, for people.
func measureName(f figure.Figure, msg *message.Bundle) string {
	if key := "measure." + f.Measure; msg.Has(key) {
		return msg.Text(key)
	}
	return strings.ReplaceAll(f.Measure, "-", " ")
}

// ofFrench puts "de" before a noun, or "d’" before a vowel.
func ofFrench(noun string) string {
	if first, _ := utf8.DecodeRuneInString(noun); strings.ContainsRune("aeiouyhéèê", first) {
		return "d’" + noun
	}
	return "de " + noun
}
