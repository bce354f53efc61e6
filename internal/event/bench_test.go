package event_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"buildsite/internal/event"
	"buildsite/internal/seed"
)

// BenchmarkArticle reads one article of about 600 words, three times a golden.
func BenchmarkArticle(b *testing.B) {
	lex := content(b)
	for _, name := range []string{"en-call", "fr-visite", "zh-tonghua"} {
		b.Run(name, func(b *testing.B) {
			ar, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
			if err != nil {
				b.Fatal(err)
			}
			text := string(ar.Files[0].Data)
			for count := words(text); count < 600; count = words(text) {
				text += "\n" + string(ar.Files[0].Data)
			}
			doc, _ := seed.Parse("2025-11-12-bench.txt", []byte(text), seed.Options{})
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				event.Extract(doc, lex)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// words counts them as an editor would: two Han characters to a word.
func words(text string) int {
	n := len(strings.Fields(text))
	han := 0
	for _, r := range text {
		if r >= 0x4E00 && r < 0xA000 {
			han++
		}
	}
	return n + han/2
}

// BenchmarkContent reads all that stands in the site's own content.
func BenchmarkContent(b *testing.B) {
	lex := content(b)
	var docs []*seed.Document
	for _, pattern := range []string{"events/*/*.md", "chronicles/*.md"} {
		files, _ := filepath.Glob("../../content/" + pattern)
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			doc, _ := seed.Parse(filepath.ToSlash(f), raw, seed.Options{})
			docs = append(docs, doc)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			event.Extract(doc, lex)
		}
	}
	b.ReportMetric(float64(b.N*len(docs))/b.Elapsed().Seconds(), "seeds/s")
}
