package event_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"buildsite/internal/event"
	"buildsite/internal/seed"
)

// BenchmarkThousand reads 1,000 articles of 600 words from their bytes, on all
// the cores there are: what a build does with an archive. The articles are
// those of the gold, in the three languages, each repeated to its length.
func BenchmarkThousand(b *testing.B) {
	lex := content(b)
	texts := long(b, 600)
	const articles = 1000
	b.ReportAllocs()
	for b.Loop() {
		var group sync.WaitGroup
		cores := runtime.GOMAXPROCS(0)
		for core := range cores {
			group.Go(func() {
				for i := core; i < articles; i += cores {
					doc, _ := seed.Parse(fmt.Sprintf("2025-11-12-%d.txt", i), texts[i%len(texts)], seed.Options{})
					event.Extract(doc, lex)
				}
			})
		}
		group.Wait()
	}
	b.ReportMetric(float64(b.N*articles)/b.Elapsed().Seconds(), "articles/s")
}

// long gives the articles of the gold, the languages in turn, each repeated
// until it has that many words.
func long(b *testing.B, count int) [][]byte {
	b.Helper()
	var out [][]byte
	for _, language := range []string{"en", "fr", "zh"} {
		files, _ := filepath.Glob(filepath.Join("testdata", "gold", language, "*.txtar"))
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			once := string(txtar.Parse(raw).Files[0].Data)
			n := max(1, (count+words(once)-1)/max(1, words(once)))
			out = append(out, []byte(strings.Repeat(once+"\n", n)))
		}
	}
	return out
}
