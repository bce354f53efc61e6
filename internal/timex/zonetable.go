package timex

import (
	"embed"
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

//go:embed rules/zones.txt
var zoneFile embed.FS

// A zoneRule is a name of the IANA's and the rule that its clocks go by.
type zoneRule struct{ name, rule string }

// zoneRules returns the table of zones, sorted by name.
var zoneRules = sync.OnceValue(func() []zoneRule {
	text, err := zoneFile.ReadFile("rules/zones.txt")
	if err != nil {
		panic(fmt.Sprintf("timex: %v", err))
	}
	var out []zoneRule
	for line := range strings.Lines(string(text)) {
		rule, names, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(names, ", ") {
			out = append(out, zoneRule{name, rule})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].name < out[j].name })
	return out
})

// zoneIndex returns the place of a zone in the table.
func zoneIndex(name string) (int, bool) {
	rules := zoneRules()
	i := sort.Search(len(rules), func(i int) bool { return rules[i].name >= name })
	return i, i < len(rules) && rules[i].name == name
}

// LoadZone returns the zone of an IANA name, such as "America/Toronto", for
// [Anchor.Zone]. Unlike [time.LoadLocation] it reads no table of the system's, so
// that the same text gives the same days everywhere: the zone goes by today's
// rule at all times. It is an error where the name is not known.
func LoadZone(name string) (*time.Location, error) {
	i, ok := zoneIndex(name)
	if !ok {
		return nil, fmt.Errorf("unknown time zone %q", name)
	}
	return zoneRules()[i].location()
}

// location writes the rule as the file of a zone that had no other one ever,
// which package time reads.
func (z zoneRule) location() (*time.Location, error) {
	// One kind of time, Greenwich's, whose name is an empty string; the rule goes
	// before it.
	block := make([]byte, 0, 64)
	block = append(block, "TZif2"...)
	block = append(block, make([]byte, 15)...)
	for _, n := range [...]uint32{0, 0, 0, 0, 1, 1} { // only one type of time, and one byte of names
		block = binary.BigEndian.AppendUint32(block, n)
	}
	block = append(block, make([]byte, 6+1)...)
	return time.LoadLocationFromTZData(z.name, []byte(string(block)+string(block)+"\n"+z.rule+"\n"))
}
