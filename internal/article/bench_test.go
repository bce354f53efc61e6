package article_test

import (
	"testing"

	"golang.org/x/tools/txtar"

	"buildsite/internal/article"
	"buildsite/internal/seed"
)

// BenchmarkRead takes the pages of the goldens apart.
func BenchmarkRead(b *testing.B) {
	var docs []*seed.Document
	for _, name := range []string{"en", "fr", "zh"} {
		ar, err := txtar.ParseFile("testdata/roles-" + name + ".txtar")
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range ar.Files {
			doc, _ := seed.Parse("a.txt", []byte("---\ntype: article\n---\n"+string(f.Data)), seed.Options{})
			docs = append(docs, doc)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			article.Read(doc, nil)
		}
	}
}
