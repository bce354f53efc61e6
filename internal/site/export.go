package site

import (
	"cmp"
	"slices"
)

// Calendar is the content of a calendar: of events, or of those whose day comes
// again every year. Which of them a calendar can hold is for its format to say.
type Calendar struct {
	Anniversaries bool
	Entries       []*Entry
}

// Story is the content of a timeline for other programs.
type Story struct {
	Title, About string
	Path         string // of the page that tells the same, within the language's folder
	Entries      []*Entry
}

// Embed is the content of a small timeline for other sites to show in a frame.
type Embed struct {
	Path    string // of the page that tells it in full, within the language's folder
	Count   int    // of the events there
	Entries []*Entry
	Topics  []Entity // of the page that can show any: those there are, by their embed pages
}

// How many events a story and an embedded timeline hold at most: the foremost.
// More than a hundred slides nobody goes through, and TimelineJS gets slow.
const (
	maxStory = 100
	maxEmbed = 60
)

func embedPath(topic string) string { return "embed/" + topic + ".html" }

func storyPath(topic string) string { return "topics/" + topic + ".timeline.json" }

// exports plans what calendars, other sites and their programs take, in the
// edition's language.
func (b *builder) exports() {
	turning := b.turning()
	b.export("calendar.ics", DatesKind, &Calendar{Entries: b.Entries})
	b.export("anniversaries.ics", DatesKind, &Calendar{Anniversaries: true, Entries: turning})
	title, about := b.Config.Title.In(b.Lang), b.Config.Description.In(b.Lang)
	b.export("timeline.json", StoryKind, &Story{title, about, "index.html", foremost(turning, maxStory)})
	key := &Embed{Path: "index.html", Count: len(b.Entries), Entries: foremost(turning, maxEmbed)}
	b.embed("embed/index.html", title, key)
	any := *key
	for i, t := range b.byTopic {
		e := b.topicList[i]
		entries := foremost(b.of(t.Events), maxStory)
		b.export(storyPath(t.Value.ID), StoryKind, &Story{e.Name, t.Value.Description.In(b.Lang), e.Path, entries})
		b.embed(embedPath(t.Value.ID), e.Name, &Embed{Path: e.Path, Count: len(t.Events), Entries: foremost(entries, maxEmbed)})
		e.Path = embedPath(t.Value.ID)
		any.Topics = append(any.Topics, e)
	}
	b.embed("embed.html", title, &any)
}

func (b *builder) export(path string, kind Kind, content any) {
	b.add(&Page{Path: path, Kind: kind, Updated: b.updated, Content: content}, "")
}

func (b *builder) embed(path, title string, content *Embed) {
	b.add(&Page{
		Path: path, Kind: EmbedKind, Title: title, Description: b.msg.Text("embed.description", "title", title),
		Updated: newest(content.Entries), Content: content,
	}, "")
}

// foremost returns the n events that matter most, of equal ones the latest, in
// order of time.
func foremost(entries []*Entry, n int) []*Entry {
	if len(entries) <= n {
		return entries
	}
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(entries[x].Importance, entries[y].Importance), cmp.Compare(y, x))
	})
	order = order[:n]
	slices.Sort(order)
	first := make([]*Entry, n)
	for i, at := range order {
		first[i] = entries[at]
	}
	return first
}
