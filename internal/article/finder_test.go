package article

import "testing"

func TestFinder(t *testing.T) {
	f := newFinder(words{"à", "read more", "更多", "摄"})
	for line, want := range map[string]bool{
		"":                     false,
		"à suivre":             true,
		"please read more":     true,
		"read mor":             false,
		"点击更多":                 true,
		"新华社记者摄":               true,
		"nothing to find here": false,
	} {
		if got := f.in(line); got != want {
			t.Errorf("in(%q) = %v, want %v", line, got, want)
		}
	}
}

// TestPlain holds for one character what it says of lines.
func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"Publié À 7\u00a0H": "publié à 7 h",
		"L’ÉCHO":            "l'écho",
		"來源：新華社\u3000記者":    "来源:新华社 记者",
		"a\xffB":            "a\ufffdb",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) = %q, want %q", in, got, want)
		}
	}
}
