package event_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/timex"
)

// TestGoldTitles holds that no title of the gold's articles is too long, begins
// with a pronoun, is cut amid a phrase, or speaks of a day that only the article
// knows.
func TestGoldTitles(t *testing.T) {
	n, bad := 0, 0
	for _, a := range readGold(t) {
		for _, e := range a.read.Events {
			n++
			if why := titleFault(&e); why != "" {
				bad++
				t.Logf("%s/%s: %s: %q\n\tof %s", a.lang, a.name, why, e.Title, e.Evidence[0].Quote)
			}
		}
	}
	t.Logf("%d of %d titles have a fault", bad, n)
	if bad*50 > n {
		t.Errorf("more than one title in fifty has a fault")
	}
}

// loose are words that no title ends with: they ask for more.
var loose = map[lang.Lang]string{
	lang.EN: " a an the of to in on at by for from with and or but as that which who whose is are was were has have had will would be been its their his her not than into over under between during while after before when where said also this these those about against because if so ",
	lang.FR: " le la les un une des de du d' l' à au aux en dans sur sous par pour avec et ou mais que qu' qui dont où est sont a ont était avait se s' ne n' son sa ses leur leurs ce cette ces plus entre vers chez sans comme si afin lors après avant selon ",
}

// begins are words that no title begins with: they lean on what went before.
var begins = map[lang.Lang]string{
	lang.EN: " he she it they we i his her its their this that these those and but or which who whose also then there when while after before because although though as ",
	lang.FR: " il elle ils elles on nous ce cela cette ces cet son sa ses leur leurs et mais ou qui dont que où lorsque quand tandis alors après avant parce puis ",
}

// titleFault says what is wrong with a title, "" for nothing.
func titleFault(e *event.Event) string {
	words := strings.Fields(strings.ToLower(e.Title))
	if len(words) == 0 {
		return "empty"
	}
	last := strings.Trim(words[len(words)-1], "’'\"”»")
	limit := 90
	if e.Lang == lang.ZH {
		limit = 40
	}
	first, _ := utf8.DecodeRuneInString(e.Title)
	switch {
	case utf8.RuneCountInString(e.Title) > limit:
		return "too long"
	case strings.Contains(loose[e.Lang], " "+last+" "):
		return "ends with " + last
	case strings.Contains(begins[e.Lang], " "+strings.Trim(words[0], ",.")+" "):
		return "begins with " + words[0]
	case strings.Contains(e.Title, " ,") || strings.Contains(e.Title, ",,") || strings.Contains(e.Title, "  ") || strings.ContainsAny(e.Title[len(e.Title)-1:], ",;:-"):
		return "loose punctuation"
	case strings.Count(e.Title, "“") != strings.Count(e.Title, "”") || strings.Count(e.Title, "«") != strings.Count(e.Title, "»") || strings.Count(e.Title, `"`)%2 != 0 || strings.Count(e.Title, "(") != strings.Count(e.Title, ")"):
		return "a quotation without its end"
	case unicode.IsLower(first):
		return "begins with a small letter"
	}
	for x := range timex.Find(e.Title, timex.Anchor{Lang: e.Lang}) {
		if (x.Type == timex.Date || x.Type == timex.Time) && x.Relative {
			return fmt.Sprintf("speaks of %q", e.Title[x.Start:x.End])
		}
	}
	kind := strings.ToLower(e.Title)
	if _, rest, ok := strings.Cut(kind, ": "); ok && kind == rest+": "+rest {
		return "says its kind alone"
	}
	if strings.ReplaceAll(kind, " : ", ": ") != kind && strings.HasPrefix(kind, kind[strings.Index(kind, " : ")+3:]) {
		return "says its kind alone"
	}
	return ""
}
