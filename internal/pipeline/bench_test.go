package pipeline_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"buildsite/internal/pipeline"
)

// corpus makes n event seeds of some 200 words each, always the same ones.
func corpus(n int) fstest.MapFS {
	r := rand.New(rand.NewPCG(1, 2))
	content := make(fstest.MapFS, n)
	for i := range n {
		year, month, day := 1900+r.IntN(126), 1+r.IntN(12), 1+r.IntN(28)
		name := fmt.Sprintf("events/%ds/%d-%02d-%02d-event-%05d.md", year/10*10, year, month, day, i)
		content[name] = &fstest.MapFile{Data: eventSeed(r, i, fmt.Sprintf("%d-%02d-%02d", year, month, day))}
	}
	return content
}

var (
	benchKinds  = []string{"visit", "meeting", "agreement", "statement", "trade-measure", "call"}
	benchTopics = []string{"diplomacy", "trade", "human-rights", "agriculture", "justice", "energy", "culture", "health"}
	benchWords  = strings.Fields(`the ministers of both governments met in the capital and spoke about trade in
		grain, oil and machines, the exchange of students, the rights of travellers and the work of the two embassies;
		officials said that further talks would follow before the end of the year and that a joint committee should
		look into open questions of tariffs, quotas and inspection`)
)

func eventSeed(r *rand.Rand, i int, date string) []byte {
	var b strings.Builder
	pick := func(all []string) string { return all[r.IntN(len(all))] }
	fmt.Fprintf(&b, "---\ntitle: Event number %d of the two governments\ndate: %s\nkind: %s\n", i, date, pick(benchKinds))
	fmt.Fprintf(&b, "topics: [%s, %s]\npeople: [Person %d, Person %d]\n", pick(benchTopics), pick(benchTopics), r.IntN(200), r.IntN(200))
	fmt.Fprintf(&b, "places: [\"Place %d\"]\nimportance: %d\nsummary: >-\n  In %s the two governments agreed on point %d\n  and said so in public.\n",
		r.IntN(50), 1+r.IntN(3), date[:4], i)
	fmt.Fprintf(&b, "sources:\n  - title: \"Report %d: what was agreed\"\n    publisher: Paper %d\n    url: https://example.org/%d\n    date: %s\n    side: canada\n",
		i, r.IntN(40), i, date)
	fmt.Fprintf(&b, "  - title: Statement %d\n    publisher: Ministry\n    url: https://example.net/%d\n    side: china\n---\n\n", i, i)
	for words := range 200 {
		b.WriteString(pick(benchWords))
		switch {
		case words%50 == 49:
			b.WriteString(".\n\n")
		case words%40 == 20:
			b.WriteString(" **[a link](https://example.org/x)** ")
		default:
			b.WriteByte(' ')
		}
	}
	return []byte(b.String())
}

func discard(string, []byte) error { return nil }

// BenchmarkCold reads, merges, plans and renders everything, without writing.
func BenchmarkCold(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			in := builtIn(b, corpus(n))
			b.ReportAllocs()
			for b.Loop() {
				run(b, in, nil)
			}
		})
	}
}

// BenchmarkEdit changes one seed and renders what that touches.
func BenchmarkEdit(b *testing.B) {
	for _, n := range []int{300, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			content := corpus(n)
			in := builtIn(b, content)
			memo := &pipeline.Memo{Pages: true}
			run(b, in, memo)
			const name = "events/2020s/2024-05-05-edited.md"
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				i++
				content[name] = &fstest.MapFile{Data: eventSeed(rand.New(rand.NewPCG(1, uint64(i))), i, "2024-05-05")}
				run(b, in, memo)
			}
		})
	}
}

func run(b *testing.B, in pipeline.Input, memo *pipeline.Memo) {
	b.Helper()
	result, err := pipeline.Run(context.Background(), in, memo)
	if err != nil {
		b.Fatal(err, told(result))
	}
	if err := result.Render(context.Background(), in, discard); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkStages times what lies between reading and rendering.
func BenchmarkStages(b *testing.B) {
	in := builtIn(b, corpus(10000))
	memo := &pipeline.Memo{}
	run(b, in, memo)
	b.Run("plan", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := pipeline.Run(context.Background(), in, memo); err != nil {
				b.Fatal(err)
			}
		}
	})
}
