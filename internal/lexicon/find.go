package lexicon

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// actorTable is documented at its head.
//
//go:embed data/actors.yaml
var actorTable []byte

// topicTable is documented at its head.
//
//go:embed data/topics.yaml
var topicTable []byte

// entry is what one phrase of the names' trie means.
type entry struct {
	mention Mention // without its span
	proper  bool    // has to begin with a capital
	exact   string  // has to be written just so, if not empty
}

// Find yields who and what text names, from left to right and apart from each
// other, the longest name at each place. Names in Latin letters are found as
// whole words, with their capitals and whatever their accents; Chinese ones
// anywhere, in either script.
func (l *Lexicon) Find(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		accept := func(m match) bool { return l.entries[m.phrase].fits(text, m) }
		l.names.scan(text, accept, func(m match) bool {
			found := l.entries[m.phrase].mention
			found.Span = source.Span{Start: m.start, End: m.end}
			return yield(found)
		})
	}
}

// fits tells whether the words found are written as the name is.
func (e *entry) fits(text string, m match) bool {
	if e.exact != "" {
		return text[m.start:m.end] == e.exact
	}
	if e.proper {
		r, _ := utf8.DecodeRuneInString(text[m.start:])
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return !runsOn(text, m)
}

// runsOn tells whether characters of a Chinese name belong to the words around
// it, as 强 does in 李强调 ("Li stressed") or 中 and 加 in 其中加工 ("of which
// processing").
func runsOn(text string, m match) bool {
	name := text[m.start:m.end]
	last, size := utf8.DecodeLastRuneInString(name)
	if last < 0x2E80 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:m.start])
	after, _ := utf8.DecodeRuneInString(text[m.end:])
	switch {
	case last == '强':
		return after == '调' || after == '烈'
	case last == '明':
		return after == '确' || after == '显' || after == '天'
	case len(name) != 2*size:
		return false
	case strings.HasSuffix(name, "加"):
		return strings.ContainsRune("其集当途手心", before) || strings.ContainsRune("工强快大上入以速深重剧热班减盟固息薪", after)
	case strings.HasPrefix(name, "加"):
		return strings.ContainsRune("参增追更附添施叠外强", before)
	case strings.HasPrefix(name, "中"):
		return strings.ContainsRune("其集当途手心", before)
	}
	return false
}

// indexNames builds the trie of names. What is entered first is what a phrase
// means; later claims add what it does not say yet.
func (l *Lexicon) indexNames(fold *folding) {
	b := nameBuilder{l, newTrieBuilder(fold)}
	for _, p := range l.People {
		for _, name := range append(p.Aliases, p.Name[:]...) {
			b.add(name, Mention{Person: p, Side: p.Side, Partial: isSurname(p, name)})
		}
	}
	for _, p := range l.Places {
		for _, name := range append(p.Aliases, p.Name[:]...) {
			b.add(name, Mention{Place: p, Side: p.Side})
			if short, _, ok := strings.Cut(name, ", "); ok && l.people[key(short)] == nil {
				b.add(name, Mention{Place: p, Side: p.Side})
			}
		}
	}
	b.actors()
	for _, t := range l.Topics {
		for _, name := range append(t.Aliases, t.Name[:]...) {
			b.add(name, Mention{Topic: t})
		}
	}
	b.topics()
	l.posts(func(name string, p *Post) { b.add(name, Mention{Post: p, Side: p.Side, Actor: true}) })
	for _, p := range l.People {
		for _, name := range surnames(p) {
			b.surname(name, p)
		}
	}
	l.names = b.build()
}

// isSurname tells whether name is but the last word of the person's name.
func isSurname(p *Person, name string) bool {
	full := p.Name[lang.Unknown]
	return len(name) < len(full) && (strings.HasSuffix(full, " "+name) || strings.HasPrefix(full, name+" "))
}

// surnames lists what a person may be called once introduced: the last word of
// a Western name, the first of a Chinese one, what follows the last point of a
// name transcribed into Chinese.
func surnames(p *Person) []string {
	var out []string
	full := strings.Fields(p.Name[lang.Unknown])
	switch {
	case len(full) < 2:
	case p.Side == China:
		out = append(out, full[0])
	default:
		out = append(out, full[len(full)-1])
	}
	if i := strings.LastIndex(p.Name[lang.ZH], "·"); i >= 0 {
		out = append(out, p.Name[lang.ZH][i+len("·"):])
	}
	return out
}

// nameBuilder enters names and what they mean.
type nameBuilder struct {
	*Lexicon
	*trieBuilder
}

func (b *nameBuilder) add(name string, m Mention) {
	if utf8.RuneCountInString(name) < 2 {
		return
	}
	at := b.trieBuilder.add(name, len(b.entries))
	if at == len(b.entries) {
		b.entries = append(b.entries, newEntry(name, m))
		return
	}
	have := &b.entries[at].mention
	switch {
	case have.Person != nil: // "Victoria" stays who it was
	case have.Place == nil && m.Place != nil:
		have.Place = m.Place
	case m.Actor && have.Place != nil:
		have.Actor, have.Side = true, m.Side
	case have.Topic == nil:
		have.Topic = m.Topic
	}
}

// surname adds p to those who bear it, unless the word means something else.
func (b *nameBuilder) surname(name string, p *Person) {
	if utf8.RuneCountInString(name) < 2 || isWord(name) {
		return
	}
	m := Mention{Shared: []*Person{p}, Partial: true, Side: p.Side}
	at := b.trieBuilder.add(name, len(b.entries))
	if at == len(b.entries) {
		b.entries = append(b.entries, newEntry(name, m))
		return
	}
	have := &b.entries[at].mention
	if have.Shared == nil || slices.Contains(have.Shared, p) {
		return
	}
	have.Shared = append(have.Shared, p)
	if have.Side != p.Side {
		have.Side = NoSide
	}
}

// isWord knows surnames that a sentence may begin with as a word of its own.
func isWord(surname string) bool {
	switch surname {
	case "He", "An", "So", "Du", "Me", "We", "Le", "La", "Mai", "Man", "Day", "White":
		return true
	}
	return false
}

func newEntry(name string, m Mention) entry {
	e := entry{mention: m}
	r, _ := utf8.DecodeRuneInString(name)
	e.proper = unicode.IsUpper(r)
	if isAcronym(name) {
		e.exact = name
	}
	return e
}

func isAcronym(name string) bool {
	for i := range len(name) {
		if name[i] < 'A' || name[i] > 'Z' {
			return false
		}
	}
	return len(name) <= 6
}

// actors enters the embedded table. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
func (b *nameBuilder) actors() {
	var rows []struct {
		Side              string
		Actor, Weak, Both bool
		EN, FR, ZH        []string
	}
	if err := yaml.Unmarshal(actorTable, &rows); err != nil {
		panic(fmt.Sprintf("lexicon: actors.yaml: %v", err))
	}
	for _, row := range rows {
		m := Mention{Side: ParseSide(row.Side), Actor: row.Actor, Weak: row.Weak, Both: row.Both}
		for _, name := range slices.Concat(row.EN, row.FR, row.ZH) {
			b.add(name, m)
		}
	}
}

// topics enters the words of the embedded table for the topics that are
// registered.
func (b *nameBuilder) topics() {
	var table map[string]map[string][]string
	if err := yaml.Unmarshal(topicTable, &table); err != nil {
		panic(fmt.Sprintf("lexicon: topics.yaml: %v", err))
	}
	for _, t := range b.Lexicon.Topics {
		for _, in := range lang.All {
			for _, word := range table[t.ID][in.String()] {
				b.add(word, Mention{Topic: t})
			}
		}
	}
}
