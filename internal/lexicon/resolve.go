package lexicon

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"sync"

	"buildsite/internal/lang"
	"buildsite/internal/source"
)

// Person returns who is meant by a name or id. A name that is not registered
// makes a person of that name, with its slug as id.
func (l *Lexicon) Person(name string) *Person { return intern(&l.written.people, name, l.person) }

func (l *Lexicon) person(name string) *Person {
	if p := l.people[key(name)]; p != nil {
		return p
	}
	return &Person{ID: Slug(name), Name: asWritten(name)}
}

// Place returns the place of that name or id; "Ottawa, Canada" is Ottawa where
// no place has the longer name. One that is not registered is made.
func (l *Lexicon) Place(name string) *Place { return intern(&l.written.places, name, l.place) }

func (l *Lexicon) place(name string) *Place {
	if p := l.places[key(name)]; p != nil {
		return p
	}
	short, country, ok := strings.Cut(name, ",")
	if p := l.places[key(short)]; ok && p != nil {
		return p
	}
	p := &Place{ID: Slug(name), Name: asWritten(strings.TrimSpace(name)), Country: strings.TrimSpace(country)}
	switch key(country) {
	case "canada":
		p.Side = Canada
	case "china", "chine", "中国":
		p.Side = China
	}
	return p
}

// Topic returns the topic of that name or id, made where not registered.
func (l *Lexicon) Topic(name string) *Topic { return intern(&l.written.topics, name, l.topic) }

func (l *Lexicon) topic(name string) *Topic {
	if t := l.topics[key(name)]; t != nil {
		return t
	}
	return &Topic{ID: Slug(name), Name: asWritten(name)}
}

// Publisher returns the publisher of that name or id, or the one whose domain
// holds the host of the address given instead of a name. One that is not
// registered is made; its side is then that of the country the host belongs
// to, by .ca and .cn, and unknown without.
func (l *Lexicon) Publisher(nameOrURL string) *Publisher {
	if host := hostOf(nameOrURL); host != "" && l.publishers[key(nameOrURL)] == nil {
		nameOrURL = host // all addresses of a host lead to one
	}
	return intern(&l.written.publishers, nameOrURL, l.publisher)
}

func (l *Lexicon) publisher(nameOrURL string) *Publisher {
	if p := l.publishers[key(nameOrURL)]; p != nil {
		return p
	}
	host := hostOf(nameOrURL)
	if host == "" {
		return &Publisher{ID: Slug(nameOrURL), Name: asWritten(strings.TrimSpace(nameOrURL))}
	}
	for d := host; d != ""; {
		if p := l.domains[d]; p != nil {
			return p
		}
		_, d, _ = strings.Cut(d, ".")
	}
	return &Publisher{ID: Slug(host), Name: asWritten(host), Side: sideOfHost(host), Domains: []string{host}}
}

// hostOf returns the host of an address without www, or "" if s is no address.
func hostOf(s string) string {
	if !strings.Contains(s, "://") {
		if strings.ContainsAny(s, " \t") || !strings.Contains(s, ".") {
			return ""
		}
		s = "http://" + s
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

func sideOfHost(host string) Side {
	switch {
	case strings.HasSuffix(host, ".ca"):
		return Canada
	case strings.HasSuffix(host, ".cn"):
		return China
	}
	return NoSide
}

// NearPerson returns the registered name that an unregistered one is likely a
// slip for, or "" if the name is registered or like no other. Names are
// compared if they begin with the same letter and have four at least.
func (l *Lexicon) NearPerson(name string) string { return l.alikePeople.near(name, name) }

// NearPlace is [Lexicon.NearPerson] for a place; of "Ottawa, Canada" the first
// part is looked at, too.
func (l *Lexicon) NearPlace(name string) string {
	city, _, _ := strings.Cut(name, ",")
	return l.alikePlaces.near(name, city)
}

// NearTopic is [Lexicon.NearPerson] for a topic.
func (l *Lexicon) NearTopic(name string) string { return l.alikeTopics.near(name, name) }

// NearPublisher is [Lexicon.NearPerson] for a publisher. The name of a host is
// like no other.
func (l *Lexicon) NearPublisher(name string) string { return l.alikePublishers.near(name, name) }

// alike finds the names of one registry that are like another.
type alike struct {
	name     func(key string) string // what is registered under a key, as first written, or ""
	initials map[byte][]string       // the keys by their first byte, sorted
	found    sync.Map                // what near found, by the name as written: see [written]
}

// index makes the names of one registry known to a.
func index[T any](a *alike, byKey map[string]*T, name func(*T) string) {
	a.name = func(key string) string {
		if t := byKey[key]; t != nil {
			return name(t)
		}
		return ""
	}
	a.initials = make(map[byte][]string)
	for k := range byKey {
		a.initials[k[0]] = append(a.initials[k[0]], k)
	}
	for _, keys := range a.initials {
		slices.Sort(keys)
	}
}

// near returns the registered name that a name is likely a slip for, or "" if
// the name is registered or like none. A name of several parts may stand for
// its first, or that for all of it.
func (a *alike) near(name, first string) string {
	if v, ok := a.found.Load(name); ok {
		return *v.(*string)
	}
	hit := ""
	whole, part := key(name), key(first)
	if a.name(whole) == "" && a.name(part) == "" && hostOf(name) == "" {
		hit = cmp.Or(a.name(a.nearKey(whole)), a.name(a.nearKey(part)))
	}
	a.found.Store(strings.Clone(name), &hit)
	return hit
}

// minAlike is how long a key must be to be taken for a slip: of three letters
// any two names differ by little.
const minAlike = 4

// nearKey returns the key that k is likely a slip for, or "".
func (a *alike) nearKey(k string) string {
	if len(k) < minAlike {
		return ""
	}
	var near []string
	for _, n := range a.initials[k[0]] {
		if d := len(n) - len(k); d >= -2 && d <= 2 && slip(k, n) {
			near = append(near, n)
		}
	}
	// A third of the letters is too much for names: Li Peng is not Li Qiang.
	return source.Nearest(k, near)
}

// slip tells whether two keys differ by no more than one letter in eight,
// counting by what is left once the common ends are taken off.
func slip(a, b string) bool {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return max(len(a), len(b)) <= 2
}

// written keeps what each name as written was resolved to, registered or not,
// so that a name that stands in a thousand seeds is looked up, and made, once.
// A lexicon never changes, and what a name means follows from it alone.
type written struct{ people, places, topics, publishers sync.Map }

// intern returns what find makes of the name, always the same value.
func intern[T any](kept *sync.Map, name string, find func(string) *T) *T {
	if v, ok := kept.Load(name); ok {
		return v.(*T)
	}
	v, _ := kept.LoadOrStore(strings.Clone(name), find(name))
	return v.(*T)
}

func asWritten(name string) Names {
	var n Names
	n[lang.Unknown] = strings.Clone(strings.TrimSpace(name))
	return n
}

// index builds what Find and the look-ups by likeness need.
func (l *Lexicon) index() {
	index(&l.alikePeople, l.people, func(p *Person) string { return p.Name[lang.Unknown] })
	index(&l.alikePlaces, l.places, func(p *Place) string { return p.Name[lang.Unknown] })
	index(&l.alikeTopics, l.topics, func(t *Topic) string { return t.Name[lang.Unknown] })
	index(&l.alikePublishers, l.publishers, func(p *Publisher) string { return p.Name[lang.Unknown] })
	fold := sharedFolding()
	l.indexNames(fold)
	l.indexQuads(fold)
	l.indexMatters(fold)
}
