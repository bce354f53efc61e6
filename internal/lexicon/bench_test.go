package lexicon_test

import (
	"os"
	"strings"
	"testing"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

var benchTexts = map[string]string{
	"en": strings.Repeat("Foreign Minister Wang Yi told Anita Anand in Beijing that both sides should widen their trade in canola, and the visitors left for Ottawa the next morning without a word to the press. ", 20),
	"fr": strings.Repeat("La ministre des Affaires étrangères Anita Anand s'est rendue à Pékin, où elle a rencontré son homologue Wang Yi avant de repartir pour Ottawa sans un mot à la presse. ", 20),
	"zh": strings.Repeat("加拿大外交部长阿南德访问北京，同中国外交部长王毅举行会谈，双方就经贸合作交换意见，随后返回渥太华，未对记者发表谈话。", 20),
}

func BenchmarkFind(b *testing.B) {
	lex := content(b)
	for _, l := range []string{"en", "fr", "zh"} {
		b.Run(l, func(b *testing.B) {
			b.SetBytes(int64(len(benchTexts[l])))
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for range lex.Find(benchTexts[l]) {
					n++
				}
				if n < 40 {
					b.Fatalf("%d mentions", n)
				}
			}
		})
	}
}

func BenchmarkActs(b *testing.B) {
	lex := content(b)
	b.SetBytes(int64(len(benchTexts["en"])))
	b.ReportAllocs()
	for b.Loop() {
		for range lex.Acts(lang.EN, benchTexts["en"]) {
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS("../../content")
	b.ReportAllocs()
	for b.Loop() {
		lexicon.Load(fsys)
	}
}

func BenchmarkSlug(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		lexicon.Slug("Xi Jinping and Mélanie Joly meet in Montréal")
	}
}
