package timex

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"buildsite/internal/edtf"
	"buildsite/internal/lang"
	"buildsite/internal/zone"
)

func ExampleFind() {
	published, _ := edtf.Parse("2025-11-12")
	text := "Wang said on Tuesday that Anand had come to Beijing just over three weeks ago."
	for e := range Find(text, Anchor{Lang: lang.EN, Published: published}) {
		fmt.Println(text[e.Start:e.End], "|", e.Value, "|", e.Date, "|", e.Basis)
	}
	// Output:
	// Tuesday | 2025-11-11 | 2025-11-11 | weekday before publication
	// just over three weeks ago | 2025-W43 | 2025-10-15~/2025-10-22~ | 3 weeks before publication on 2025-11-12
}

// TestRulesInGold checks that the gold of each language shows every rule at
// work: one that is not shown is one nobody has seen work.
func TestRulesInGold(t *testing.T) {
	for _, l := range lang.All {
		shown := map[int]bool{}
		for text, published := range gold(t, l) {
			f := newFinder(text, grammarOf(l), published)
			for f.sentence() {
				for i := 0; i < len(f.toks); {
					f.found = period{}
					m, r, end := f.best(i)
					if m == nil {
						i++
						continue
					}
					if e := f.express(m, r); e.Type != 0 {
						f.held, f.heldPeriod, f.holds = e, f.found, true
					}
					shown[m.seq.line] = true
					i = end
				}
			}
		}
		text, err := ruleFiles.ReadFile("rules/" + l.String() + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		for _, seq := range grammarOf(l).sequences {
			if !shown[seq.line] {
				t.Errorf("rules/%v.txt:%d: no sentence of the gold shows %q", l, seq.line, lines[seq.line-1])
				shown[seq.line] = true
			}
		}
	}
}

func TestMistakesInRules(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"MOONTH 1 = january", `no class is called "MOONTH"`},
		{"MONTH one = january", `"one" is neither a number nor a known name`},
		{"nonsense", "neither words"},
		{"date : MONTH (DAY", `"(" is not closed`},
		{"date : MONTH DAY)", `unexpected ")"`},
		{"date : ? DAY", "stands behind what may be left out"},
		{"dates : MONTH", `no meaning is called "dates"`},
		{"date : MUNTH", `no class is called "MUNTH"`},
		{"date : _on", "has no words"},
		{"date : ($d | DAY)", `no piece is called "$d"`},
		{"date : MONTH =SOON", `"SOON" is neither`},
	} {
		_, err := readGrammar("# a comment\n" + tt.text + "\n")
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "line 2: ") {
			t.Errorf("readGrammar(%q): %v, want line 2: … %s", tt.text, err, tt.want)
		}
	}
}

func TestUnknownLanguageIsDetected(t *testing.T) {
	published, _ := edtf.Parse("2025-11-12")
	for text, want := range map[string]string{
		"Les ministres se sont rencontrés la semaine dernière à Pékin.": "2025-W45",
		"两国外长上周在北京会晤。":                                                  "2025-W45",
		"The ministers met in Beijing last week and will meet again.":   "2025-W45",
	} {
		var got []string
		for e := range Find(text, Anchor{Published: published}) {
			got = append(got, e.Value)
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("Find(%q) = %v, want %s", text, got, want)
		}
	}
}

func TestFindStops(t *testing.T) {
	n := 0
	for range Find("On Monday, on Tuesday. On Wednesday.", Anchor{Lang: lang.EN}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d expressions after a break", n)
	}
}

func TestPeriods(t *testing.T) {
	day := func(y, m, d int) edtf.Day { return dayOf(y, m, d) }
	for _, tt := range []struct {
		p          period
		shift      int
		value      string
		first, end edtf.Day
	}{
		{containing(day(2024, 12, 30), Week), 0, "2025-W01", day(2024, 12, 30), day(2025, 1, 5)},
		{containing(day(2021, 1, 1), Week), -1, "2020-W52", day(2020, 12, 21), day(2020, 12, 27)},
		{containing(day(2025, 11, 12), Weekend), 0, "2025-W46-WE", day(2025, 11, 15), day(2025, 11, 16)},
		{containing(day(2024, 1, 31), Month), 1, "2024-02", day(2024, 2, 1), day(2024, 2, 29)},
		{containing(day(2024, 1, 31), Quarter), -1, "2023-Q4", day(2023, 10, 1), day(2023, 12, 31)},
		{containing(day(2024, 1, 31), Season), 0, "2023-WI", day(2023, 12, 1), day(2024, 2, 29)},
		{containing(day(2024, 7, 1), Half), 1, "2025-H1", day(2025, 1, 1), day(2025, 6, 30)},
		{containing(day(1999, 7, 1), Decade), 1, "200", day(2000, 1, 1), day(2009, 12, 31)},
		{containing(day(1999, 7, 1), Century), 0, "19", day(1900, 1, 1), day(1999, 12, 31)},
		{containing(day(1999, 7, 1), Day), 1, "1999-07-02", day(1999, 7, 2), day(1999, 7, 2)},
	} {
		p := tt.p.shift(tt.shift)
		if p.value() != tt.value || p.first != tt.first || p.last() != tt.end {
			t.Errorf("%v: %s %v–%v, want %s %v–%v", tt.p, p.value(), p.first, p.last(), tt.value, tt.first, tt.end)
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int]string{1961: "1961-04-02", 2000: "2000-04-23", 2024: "2024-03-31", 2025: "2025-04-20", 2038: "2038-04-25"} {
		if got := easter(y).String(); got != want {
			t.Errorf("Easter of %d is %s, want %s", y, got, want)
		}
	}
}

// FuzzFind checks what Find promises of any text at all.
func FuzzFind(f *testing.F) {
	for _, l := range lang.All {
		for _, s := range sentences(f, l) {
			f.Add(s, int32(20404), uint8(l))
			f.Add(s, int32(20404), uint8(l)+8)
		}
	}
	f.Add("Dec. 99, '9 99e \xff\xfe 十十万 9999年99月 a.m.'s -1-1-1", int32(0), uint8(3))
	reader, err := zone.Load("America/St_Johns")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, day int32, l uint8) {
		a := Anchor{Lang: lang.Lang(l % 4)}
		if l >= 8 {
			a.Zone = reader
		}
		if day != 0 {
			a.Published = edtf.FromDay(edtf.Day(day % 4_000_000))
		}
		end := 0
		for e := range Find(text, a) {
			if e.Start < end || e.End <= e.Start || e.End > len(text) {
				t.Fatalf("%d:%d after %d in %q", e.Start, e.End, end, text)
			}
			end = e.End
			if !onRuneBorder(text, e.Start) || !onRuneBorder(text, e.End) {
				t.Fatalf("%d:%d is inside a rune of %q", e.Start, e.End, text)
			}
			if e.Type.String() == "" || e.Value == "" {
				t.Fatalf("no type or value: %+v", e)
			}
			for _, d := range [...]edtf.Date{e.Date, e.Through} {
				if again, err := edtf.Parse(d.String()); !d.IsZero() && (err != nil || again != d) {
					t.Fatalf("%q does not read back: %v", d, err)
				}
			}
		}
	})
}

func onRuneBorder(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text)
}

// BenchmarkFind reads some 200 KB of each language, its gold over and over.
func BenchmarkFind(b *testing.B) {
	published, _ := edtf.Parse("2025-11-12")
	for _, l := range lang.All {
		b.Run(l.String(), func(b *testing.B) {
			all := strings.Join(sentences(b, l), " ")
			run(b, strings.Repeat(all+"\n\n", 200_000/len(all)+1), Anchor{Lang: l, Published: published})
		})
	}
}

// BenchmarkAdversarial reads text made to open as many rules as can be. The
// time a byte must not grow with the length.
func BenchmarkAdversarial(b *testing.B) {
	published, _ := edtf.Parse("2025-11-12")
	for _, tt := range []struct {
		name string
		lang lang.Lang
		text string
	}{
		{"en-the", lang.EN, "the last the first the "},
		{"en-days", lang.EN, "Monday, May 1 "},
		{"en-count", lang.EN, "one two "},
		{"en-digits", lang.EN, "1-"},
		{"en-dots", lang.EN, "a."},
		{"fr-le", lang.FR, "le lundi l'an "},
		{"zh-year", lang.ZH, "一九九〇年"},
		{"zh-digits", lang.ZH, "十"},
	} {
		for _, n := range [...]int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s-%d", tt.name, n), func(b *testing.B) {
				run(b, strings.Repeat(tt.text, n/len(tt.text)), Anchor{Lang: tt.lang, Published: published})
			})
		}
	}
}

func run(b *testing.B, text string, a Anchor) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range Find(text, a) {
		}
	}
}

// TestUndated reads texts whose own day nobody knows: a year carries within its
// paragraph and no further, and a day that the year does not have is left open.
func TestUndated(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"They met in July 2022 and again in April.", []string{"2022-07", "2022-04"}},
		{"They met in July 2022.\nHe held talks in April.", []string{"2022-07", ""}},
		{"They met in 2023, and on 29 February once more.", []string{"2023", ""}},
		{"The two spoke on Tuesday, three weeks after the visit last month.", []string{"", "", ""}},
	} {
		var got []string
		for e := range Find(test.text, Anchor{Lang: lang.EN}) {
			got = append(got, e.Date.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: dates %q, want %q", test.text, got, test.want)
		}
	}
}

// TestZone checks that a time which names its place moves to the reader's day,
// and only then.
func TestZone(t *testing.T) {
	published, _ := edtf.Parse("2025-11-12")
	for _, tt := range []struct {
		lang             lang.Lang
		text, want, zone string // the reader's zone
	}{
		{lang.EN, "The call began at 9 a.m. Tuesday, Beijing time.", "2025-11-10", "America/Toronto"},
		{lang.EN, "The call began at 9 a.m. Tuesday, Beijing time.", "2025-11-11", "Asia/Shanghai"},
		{lang.EN, "Markets fell Tuesday morning in Beijing.", "2025-11-10", "America/Toronto"},
		{lang.EN, "Markets fell Tuesday morning.", "2025-11-11", "America/Toronto"},
		{lang.EN, "Markets fell on Tuesday in Beijing.", "2025-11-11", "America/Toronto"},
		{lang.EN, "The vote came at 8 p.m. EST on Nov. 3.", "2025-11-04", "Asia/Shanghai"},
		{lang.EN, "The vote came at 8 p.m. local time on Nov. 3.", "2025-11-03", "Asia/Shanghai"},
		{lang.FR, "Le communiqué est tombé mardi à 9 h 30, heure de Pékin.", "2025-11-10", "America/Toronto"},
		{lang.FR, "Le vote a eu lieu lundi soir à Ottawa.", "2025-11-11", "Asia/Shanghai"},
		{lang.FR, "Le vote a pris fin mardi à minuit, heure de Pékin.", "2025-11-11", "Asia/Shanghai"},
		{lang.ZH, "北京时间11月3日上午九时会谈开始。", "2025-11-02", "America/Toronto"},
		{lang.ZH, "渥太华时间11月3日晚，两人通话。", "2025-11-04", "Asia/Shanghai"},
		{lang.ZH, "当地时间11月3日晚，两人通话。", "2025-11-03", "Asia/Shanghai"},
		// An hour before midnight in winter, midnight in summer.
		{lang.ZH, "北京时间11月3日12时，会谈开始。", "2025-11-02", "America/Toronto"},
		{lang.ZH, "北京时间7月3日12时，会谈开始。", "2025-07-03", "America/Toronto"},
	} {
		reader, err := zone.Load(tt.zone)
		if err != nil {
			t.Fatal(err)
		}
		a := Anchor{Lang: tt.lang, Published: published, Zone: reader}
		var got []string
		for e := range Find(tt.text, a) {
			got = append(got, e.Date.String())
		}
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%q in %s: dates %q, want %q", tt.text, tt.zone, got, tt.want)
		}
	}
}

// TestZonesInRules reads every zone that a language's file names.
func TestZonesInRules(t *testing.T) {
	for _, l := range lang.All {
		for _, name := range grammarOf(l).zones {
			if _, err := zone.Load(name); err != nil {
				t.Errorf("rules/%v.txt: %v", l, err)
			}
		}
	}
}
