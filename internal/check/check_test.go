package check

import (
	"testing"

	"buildsite/internal/edtf"
	"buildsite/internal/event"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/seed"
)

func TestTerms(t *testing.T) {
	day := func(s string) edtf.Date {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	martin := &lexicon.Person{Name: lexicon.Names{lang.Unknown: "Paul Martin"}, Aliases: []string{"Martin"}, Offices: []lexicon.Office{
		{Title: lexicon.Names{lang.Unknown: "Minister of Finance of Canada"}, From: day("1993-11-04"), To: day("2002-06-02")},
		{Title: lexicon.Names{lang.Unknown: "Prime Minister of Canada", lang.FR: "premier ministre du Canada", lang.ZH: "加拿大总理"}, From: day("2003-12-12"), To: day("2006-02-06")},
	}}
	for _, c := range []struct {
		lang  lang.Lang
		date  string
		text  string
		wrong bool
	}{
		{lang.EN, "2005-01-20", "Prime Minister Paul Martin visits", false},
		{lang.EN, "2006-02", "Prime Minister Martin leaves", false}, // of the month some days are within
		{lang.EN, "2002-01-20", "Prime Minister Paul Martin visits", true},
		{lang.EN, "2002-01-20", "Canadian prime minister Martin visits", true},
		{lang.EN, "2010-01-20", "Former prime minister Paul Martin visits", false},
		{lang.EN, "2010-01-20", "former Canadian Prime Minister Paul Martin visits", false},
		{lang.EN, "2010-01-20", "Paul Martin, and Prime Minister Paul Martin", true},
		{lang.EN, "1995-01-20", "Finance Minister Paul Martin visits", false},
		{lang.EN, "2004-01-20", "Finance Minister Paul Martin visits", true},
		{lang.EN, "2004-01-20", "Deputy finance minister Paul Martin visits", false},
		{lang.EN, "2002-01-20", "Paul Martin, later prime minister, visits", false},
		{lang.FR, "2002-01-20", "Visite du premier ministre Paul Martin", true},
		{lang.FR, "2002-01-20", "Visite de l'ancien premier ministre Paul Martin", false},
		{lang.ZH, "2002-01-20", "加拿大总理Paul Martin访华", true},
		{lang.ZH, "2010-01-20", "加拿大前总理Paul Martin访华", false},
	} {
		doc := &seed.Document{Lang: c.lang}
		got := outside(c.text, martin, written{&event.Event{Date: day(c.date)}, doc})
		if (got != nil) != c.wrong {
			t.Errorf("%s %q: %v", c.date, c.text, got)
		}
	}
}

func TestSimilar(t *testing.T) {
	of := func(kind, title string) written { return written{Event: &event.Event{Kind: kind, Title: title}} }
	for _, c := range []struct {
		a, b written
		want bool
	}{
		{of("visit", "Trudeau visits Beijing"), of("visit", "Pierre Trudeau visits Beijing"), true},
		{of("visit", "Trudeau visits Beijing"), of("meeting", "Trudeau visits Beijing"), false},
		{of("visit", "Trudeau visits Beijing"), of("visit", "Mulroney visits Shanghai"), false},
		{of("visit", "加拿大总理访问中国"), of("visit", "加拿大总理访问中国北京"), true},
		{of("visit", "加拿大总理访问中国"), of("visit", "中国副总理前往渥太华"), false},
		{of("visit", ""), of("visit", ""), false},
	} {
		if got := similar(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a.Title, c.b.Title, got)
		}
	}
}
