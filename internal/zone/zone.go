// Package zone knows the clocks of the world: the rules of each IANA zone, the
// zone of the towns that news is sent from, and the words that name a clock,
// such as EST or 北京时间.
//
// The rules are embedded, not read from the system, so that a build gives the
// same days on every machine. data/zoneinfo.zip is the one that Go brings
// ($GOROOT/lib/time/zoneinfo.zip, made from the IANA's data, which is in the
// public domain); to renew it, copy that of a newer Go. Towns and words stand
// in data/names.yaml, in three languages, for anyone to correct.
package zone

import (
	"archive/zip"
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"go.yaml.in/yaml/v3"
)

//go:embed data/zoneinfo.zip
var rules []byte

//go:embed data/names.yaml
var table []byte

// loaded keeps what Load has read: a zone is the same each time.
var loaded sync.Map // of string to *time.Location

// Load returns the zone of an IANA name, such as "America/Toronto". Unlike
// [time.LoadLocation] it looks at nothing outside the program.
func Load(name string) (*time.Location, error) {
	if name == "UTC" {
		return time.UTC, nil
	}
	if l, ok := loaded.Load(name); ok {
		return l.(*time.Location), nil
	}
	archive, err := zip.NewReader(bytes.NewReader(rules), int64(len(rules)))
	if err != nil {
		return nil, fmt.Errorf("reading the time zones: %w", err)
	}
	f, err := archive.Open(name)
	if err != nil || strings.HasSuffix(name, "/") {
		return nil, fmt.Errorf("there is no time zone %q", name)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("there is no time zone %q", name)
	}
	l, err := time.LoadLocationFromTZData(name, data)
	if err != nil {
		return nil, fmt.Errorf("reading time zone %s: %w", name, err)
	}
	loaded.Store(name, l)
	return l, nil
}

// names is the table, with its words in lower case.
type names struct {
	towns  map[string]string // IANA names
	han    []string          // the towns that are written in Chinese characters, the longest first
	clocks map[string]string // IANA names, or "+08:00"
	long   []string          // the words for clocks of more than one word, the longest first
}

// known is read once; it never changes.
var known = sync.OnceValue(readNames)

// readNames reads the embedded table. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
func readNames() *names {
	var t struct{ Towns, Clocks map[string][]string }
	if err := yaml.Unmarshal(table, &t); err != nil {
		panic(fmt.Sprintf("zone: names.yaml: %v", err))
	}
	n := &names{towns: make(map[string]string), clocks: make(map[string]string)}
	for name, words := range t.Towns {
		for _, w := range words {
			n.towns[strings.ToLower(w)] = name
			if strings.ContainsFunc(w, isHan) {
				n.han = append(n.han, w)
			}
		}
	}
	for name, words := range t.Clocks {
		for _, w := range words {
			n.clocks[strings.ToLower(w)] = name
			if strings.Contains(w, " ") || strings.ContainsFunc(w, isHan) {
				n.long = append(n.long, strings.ToLower(w))
			}
		}
	}
	slices.SortFunc(n.han, longestFirst)
	slices.SortFunc(n.long, longestFirst)
	return n
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func longestFirst(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) }

// OfTown returns the zone of a town, by its name in English, French or Chinese
// in any case; nil if it is not in the table.
func OfTown(name string) *time.Location { return find(known().towns[strings.ToLower(name)]) }

// TownIn returns the town that a stretch of Chinese names last, "" if it names
// none.
func TownIn(text string) string {
	at, best := -1, ""
	for _, w := range known().han {
		if i := strings.LastIndex(text, w); i > at {
			at, best = i, w
		}
	}
	return best
}

// OfClock returns the zone of a word that names a clock, such as "EST", "HNE" or
// "Z"; nil if it is not in the table.
func OfClock(word string) *time.Location { return find(known().clocks[strings.ToLower(word)]) }

// ClockAt returns the zone whose clock s, in lower case, begins with several
// words for, such as "heure de pékin" or 北京时间, and how many bytes these take.
func ClockAt(s string) (*time.Location, int) {
	for _, w := range known().long {
		if strings.HasPrefix(s, w) {
			return find(known().clocks[w]), len(w)
		}
	}
	return nil, 0
}

// find returns the zone of an IANA name or of an offset such as "-04:00".
func find(name string) *time.Location {
	if name == "" {
		return nil
	}
	if l, ok := Offset(name); ok {
		return l
	}
	l, err := Load(name)
	if err != nil {
		return nil // none in the table, as a test sees to
	}
	return l
}

// Offset returns the zone of an offset from Greenwich, "+08:00" or "-0500".
func Offset(s string) (*time.Location, bool) {
	for _, layout := range [...]string{"-07:00", "-0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			_, seconds := t.Zone()
			return time.FixedZone("", seconds), true
		}
	}
	return nil, false
}
