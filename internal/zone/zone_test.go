package zone_test

import (
	"os"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/zone"
)

func TestLoad(t *testing.T) {
	t.Setenv("ZONEINFO", "nowhere")
	toronto, err := zone.Load("America/Toronto")
	if err != nil {
		t.Fatal(err)
	}
	beijing := zone.OfTown("BEIJING")
	at := time.Date(2025, 11, 12, 7, 15, 0, 0, beijing)
	if got := at.In(toronto).Format(time.DateTime); got != "2025-11-11 18:15:00" {
		t.Errorf("07:15 in Beijing is %s in Ottawa", got)
	}
	for _, bad := range []string{"", "Mars/Olympus", "America/", "../etc/passwd", "Local"} {
		if l, err := zone.Load(bad); err == nil {
			t.Errorf("Load(%q) = %v", bad, l)
		}
	}
}

func TestNames(t *testing.T) {
	for words, want := range map[string]string{
		"pékin": "Asia/Shanghai", "OTTAWA": "America/Toronto", "温哥华": "America/Vancouver", "Atlantis": "",
	} {
		if got := zone.OfTown(words); got == nil && want != "" || got != nil && got.String() != want {
			t.Errorf("OfTown(%q) = %v, want %q", words, got, want)
		}
	}
	if town := zone.TownIn("新华社北京分社渥太华"); town != "渥太华" {
		t.Errorf("got %q", town)
	}
	if l, n := zone.ClockAt("heure de pékin)"); l == nil || n != len("heure de pékin") {
		t.Errorf("got %v, %d bytes", l, n)
	}
	noon := time.Date(2025, 7, 1, 12, 0, 0, 0, time.UTC)
	for word, want := range map[string]string{"EST": "07:00", "HAE": "08:00", "et": "08:00", "北京时间": "20:00", "Z": "12:00"} {
		if l := zone.OfClock(word); l == nil || noon.In(l).Format("15:04") != want {
			t.Errorf("noon at Greenwich is not %s by %s", want, word)
		}
	}
	if zone.OfClock("Xinhua") != nil {
		t.Error("no clock is called Xinhua")
	}
}

// TestTable sees to it that each zone of the table exists and no word is of two.
func TestTable(t *testing.T) {
	raw, err := os.ReadFile("data/names.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table map[string]map[string][]string
	if err := yaml.Unmarshal(raw, &table); err != nil {
		t.Fatal(err)
	}
	for _, part := range table {
		seen := make(map[string]string)
		for name, words := range part {
			if _, ok := zone.Offset(name); !ok {
				if _, err := zone.Load(name); err != nil {
					t.Error(err)
				}
			}
			for _, w := range words {
				if seen[w] != "" {
					t.Errorf("%s is of %s and of %s", w, seen[w], name)
				}
				seen[w] = name
			}
		}
	}
}
