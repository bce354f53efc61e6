package pipeline_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/pipeline"
)

const undatedArticle = `Ministers talk
Wang Yi said on Tuesday that China was ready to work with Canada.
Anita Anand met Wang Yi in Beijing just over three weeks ago.
At the end of last month, Xi Jinping met Mark Carney in Gyeongju.
`

// undatedContent is an undated article and the two events that date it.
func undatedContent() fstest.MapFS {
	people := "- name: Wang Yi\n  side: china\n- name: Xi Jinping\n  side: china\n- name: Anita Anand\n  side: canada\n- name: Mark Carney\n  side: canada\n"
	places := "- name: Beijing\n  side: china\n- name: Gyeongju\n  side: other\n"
	return fstest.MapFS{
		"people.yaml":       {Data: []byte(people)},
		"places.yaml":       {Data: []byte(places)},
		"articles/talk.txt": {Data: []byte(undatedArticle)},
		"events/first.md":   meetingSeed("2025-10-16", "Anita Anand, Wang Yi", "Beijing"),
		"events/second.md":  meetingSeed("2025-10-31", "Xi Jinping, Mark Carney", "Gyeongju"),
	}
}

func meetingSeed(date, people, place string) *fstest.MapFile {
	return &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: A meeting in %s\ndate: %s\nkind: meeting\npeople: [%s]\nplaces: [%s]\n---\nThey meet.\n", place, date, people, place)}
}

// published is what a run knows of the article's day, and what it asks.
func published(t *testing.T, in pipeline.Input, memo *pipeline.Memo) (event.Dating, event.Review) {
	t.Helper()
	r, err := pipeline.Run(context.Background(), in, memo)
	if err != nil {
		t.Fatal(err, told(r))
	}
	i := slices.IndexFunc(r.Timeline.Readings, func(x *event.Reading) bool { return x.Doc.File.Name == "articles/talk.txt" })
	j := slices.IndexFunc(r.Timeline.Review, func(q event.Review) bool { return q.Seed == "articles/talk.txt" })
	if i < 0 || j < 0 {
		t.Fatal("the article is not read, or nothing asked about it")
	}
	return r.Timeline.Readings[i].Published, r.Timeline.Review[j]
}

// TestUndated dates an article by the timeline, and merges what it tells then.
func TestUndated(t *testing.T) {
	in := builtIn(t, undatedContent())
	dating, question := published(t, in, nil)
	if dating.Date.String() != "2025-11-11/2025-11-12" || dating.Basis != event.Inferred || len(dating.Evidence) != 3 {
		t.Errorf("published %v", dating)
	}
	if question.Rule != "inferred-date" || !strings.Contains(question.Hint, `"date: 2025-11-12"`) {
		t.Errorf("asked %v", question)
	}
	r, err := pipeline.Run(context.Background(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	dates := make([]string, 0, len(r.Timeline.Events))
	for _, e := range r.Timeline.Events {
		dates = append(dates, e.Date.String())
		if e.Status == event.Edited && len(e.Sources) != 1 {
			t.Errorf("%s has the sources %v, not the article", e.ID, e.Sources)
		}
	}
	if want := []string{"2025-10-16", "2025-10-31", "2025-11-11"}; !slices.Equal(dates, want) {
		t.Errorf("events of %v, want %v", dates, want)
	}
}

// TestWarmUndated changes what dates the article, step by step: a warm run
// always gives what a cold one does.
func TestWarmUndated(t *testing.T) {
	content := undatedContent()
	in := builtIn(t, content)
	memo := &pipeline.Memo{Pages: true}
	seen := make(map[edtf.Date]bool)
	for i, step := range []func(){
		func() {},
		func() { delete(content, "events/second.md") },
		func() {
			content["events/second.md"] = meetingSeed("2025-10-31", "Xi Jinping, Mark Carney", "Gyeongju")
		},
		func() { content["events/first.md"] = meetingSeed("2025-10-09", "Anita Anand, Wang Yi", "Beijing") },
		func() { content["events/other.md"] = meetingSeed("2026-01-05", "Wang Yi", "Beijing") },
		func() {
			content["events/second.md"] = meetingSeed("2024-10-31", "Xi Jinping, Mark Carney", "Gyeongju")
		},
		func() { content["events/first.md"] = meetingSeed("2024-10-17", "Anita Anand, Wang Yi", "Beijing") },
		func() {
			content["articles/talk.txt"] = &fstest.MapFile{Data: []byte("---\ndate: 2025-11-12\n---\n" + undatedArticle)}
		},
		func() { content["articles/talk.txt"] = &fstest.MapFile{Data: []byte(undatedArticle)} },
	} {
		step()
		warm, cold := render(t, in, memo), render(t, in, nil)
		if !maps.EqualFunc(warm, cold, bytes.Equal) {
			t.Fatalf("after step %d a warm run differs from a cold one", i)
		}
		r, err := pipeline.Run(context.Background(), in, memo)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Timeline.Readings {
			seen[x.Published.Date] = true
		}
	}
	if len(seen) < 5 {
		t.Errorf("the article was dated %v: the steps do not change much", seen)
	}
}

// TestReaderUndated explains a file by the content folder's events, and only
// one that needs them.
func TestReaderUndated(t *testing.T) {
	content := undatedContent()
	delete(content, "articles/talk.txt")
	reader, ds := pipeline.NewReader(pipeline.Dir{FS: content, Name: "content"})
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for name, want := range map[string]string{"../talk.txt": "2025-11-11/2025-11-12", "../2025-11-20-talk.txt": "2025-11-20"} {
		if got := reader.Read(pipeline.One{Name: name, Raw: []byte(undatedArticle)}).Published; got.Date.String() != want {
			t.Errorf("%s: published %v, want %s", name, got, want)
		}
	}
	if got := reader.Read(pipeline.One{Name: "x.txt", Raw: []byte(undatedArticle), Any: true}); len(got.Events) < 3 {
		t.Errorf("with all events asked for, %d are told", len(got.Events))
	}
}

// BenchmarkUndated plans a site of 10000 events again, with and without
// articles to be dated.
func BenchmarkUndated(b *testing.B) {
	for _, n := range []int{0, 1, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			content := corpus(10000)
			maps.Copy(content, undatedContent())
			delete(content, "articles/talk.txt")
			for i := range n {
				content[fmt.Sprintf("articles/talk-%d.txt", i)] = &fstest.MapFile{Data: []byte(undatedArticle)}
			}
			in := builtIn(b, content)
			memo := &pipeline.Memo{}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := pipeline.Run(context.Background(), in, memo); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
