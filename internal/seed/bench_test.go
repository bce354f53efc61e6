package seed

import (
	"strings"
	"testing"
)

// eventSeed is an event of 200 words with two sources, as editors write them.
const eventSeed = `---
title: Canada and China establish diplomatic relations
date: 1970-10-13
kind: agreement
topics: [diplomacy, recognition]
people: [Mitchell Sharp, Huang Hua]
places: ["Ottawa, Canada"]
importance: 1
summary: >-
  The two governments announce recognition and the exchange of ambassadors
  within six months; Canada takes note of the position on Taiwan.
sources:
  - title: "Joint communiqué: text and background"
    publisher: Global Affairs Canada
    url: https://www.example.org/communique
    date: 1970-10-13
    side: canada
  - title: 关于建立外交关系的联合公报
    publisher: 外交部
    url: https://www.example.cn/1
    side: china
strength: official
---
`

const sentences = "The minister read a *statement* in the House in the morning. It had been agreed on in [Stockholm](https://www.example.org/talks) " +
	"after twenty months of talks, and said that Canada takes note of a claim without endorsing or challenging it. " +
	"Ambassadors would be exchanged within six months, and trade, above all in wheat, was expected to grow. "

func benchmark(b *testing.B, name, raw string) {
	b.Helper()
	data := []byte(raw)
	if _, ds := Parse(name, data, Options{}); len(ds) > 0 {
		b.Fatal(ds)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Parse(name, data, Options{})
	}
}

func BenchmarkParseEvent(b *testing.B) {
	benchmark(b, "x.md", eventSeed+strings.Repeat(sentences, 2)+"\n\n"+sentences+sentences)
}

func BenchmarkParseEventWithoutBody(b *testing.B) { benchmark(b, "x.md", eventSeed) }

func BenchmarkParseArticle(b *testing.B) {
	text := strings.NewReplacer("*", "", "[", "", "](https://www.example.org/talks)", "").Replace(sentences)
	benchmark(b, "x.txt", "---\ndate: 2025-11-12\npublisher: Example\n---\nA headline\n"+strings.Repeat(text+"\n", 12))
}

func BenchmarkParseMarkdownArticle(b *testing.B) {
	benchmark(b, "x.md", "---\ntype: article\ndate: 2025-11-12\n---\n"+strings.Repeat(sentences+"\n\n", 12))
}

func BenchmarkParseChronicle(b *testing.B) {
	benchmark(b, "x.md", "---\ntitle: Years\n---\n## 1970\n\n"+strings.Repeat("- 13 October: Something is agreed on. ([CBC](https://www.example.org/1))\n", 100))
}
