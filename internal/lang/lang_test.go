package lang

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		text string
		want Lang
	}{
		{"The minister said on Tuesday that both sides had agreed.", EN},
		{"Le ministre a dit mardi que les deux parties étaient d'accord.", FR},
		{"LE PREMIER MINISTRE S'EST RENDU À PÉKIN POUR UNE VISITE.", FR},
		{"外交部长王毅星期二表示，双方达成一致。", ZH},
		{"外交部長王毅星期二表示，雙方達成一致。", ZH},
		{"Wang Yi (王毅) is the foreign minister of China.", EN},
		{"加拿大总理卡尼（Mark Carney）会见习近平（Xi Jinping）。", ZH},
		{"1970-10-13", Unknown},
		{"", Unknown},
		{strings.Repeat("中", 1) + strings.Repeat("é", 5000), Unknown},
	} {
		if got := Detect(test.text); got != test.want {
			t.Errorf("Detect(%.40q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestParse(t *testing.T) {
	for tag, want := range map[string]Lang{"en": EN, "FR-ca": FR, "zh-Hans": ZH, "zh_TW": ZH} {
		if got, err := Parse(tag); got != want || err != nil {
			t.Errorf("Parse(%q) = %v, %v", tag, got, err)
		}
	}
	for _, tag := range []string{"", "de", "english"} {
		if got, err := Parse(tag); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", tag, got)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("The minister said on Tuesday that both sides had agreed to talk. ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Detect(text)
	}
}
