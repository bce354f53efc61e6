package figure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"buildsite/internal/lang"
)

// shape writes the figures of a text as "value unit currency".
func shape(text string, l lang.Lang) string {
	var all []string
	for f := range Find(text, l) {
		all = append(all, strings.TrimSpace(fmt.Sprintf("%v %s %s", f.Value, f.Unit, f.Currency))+" «"+f.Of(text)+"»")
	}
	return strings.Join(all, "; ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		lang lang.Lang
		text string
		want string
	}{
		{lang.EN, "Trade reached $83.7 billion in 2024.", "8.37e+10 dollar «$83.7 billion»"},
		{lang.EN, "worth US$41.7 billion, down 10.4 per cent", "4.17e+10 dollar USD «US$41.7 billion»; 10.4 percent «10.4 per cent»"},
		{lang.EN, "83.7 billion U.S. dollars", "8.37e+10 dollar USD «83.7 billion U.S. dollars»"},
		{lang.EN, "C$100 billion and Can$27.9bn", "1e+11 dollar CAD «C$100 billion»; 2.79e+10 dollar CAD «Can$27.9bn»"},
		{lang.EN, "a $3-billion plan", "3e+09 dollar «$3-billion»"},
		{lang.EN, "49,000 electric vehicles at 6.1%", "49000 vehicle «49,000 electric vehicles»; 6.1 percent «6.1%»"},
		{lang.EN, "6.5 million tonnes of canola", "6.5e+06 tonne «6.5 million tonnes»"},
		{lang.EN, "1,234,567 tourists", "1.234567e+06 person «1,234,567 tourists»"},
		{lang.EN, "500 million yuan", "5e+08 yuan CNY «500 million yuan»"},
		{lang.EN, "the G7 and 3 of 10 in 2024 on October 16, 2025", ""},
		{lang.EN, "in 2024 people said", ""},
		{lang.EN, "the 1970s dollar", ""},
		{lang.EN, "RMB 30 million", "3e+07 yuan CNY «RMB 30 million»"},
		{lang.FR, "41,7 milliards de dollars américains", "4.17e+10 dollar USD «41,7 milliards de dollars américains»"},
		{lang.FR, "27,9 milliards de dollars canadiens", "2.79e+10 dollar CAD «27,9 milliards de dollars canadiens»"},
		{lang.FR, "49\u00a0000 véhicules au taux de 6,1\u00a0%", "49000 vehicle «49\u00a0000 véhicules»; 6.1 percent «6,1\u00a0%»"},
		{lang.FR, "250 M$ et 41,7 G$ US", "2.5e+08 dollar «250 M$»; 4.17e+10 dollar USD «41,7 G$ US»"},
		{lang.FR, "1,125 milliard d’euros", "1.125e+09 euro EUR «1,125 milliard d’euros»"},
		{lang.FR, "13 pour cent", "13 percent «13 pour cent»"},
		{lang.ZH, "进口417亿美元，比上年下降10.4%", "4.17e+10 dollar USD «417亿美元»; 10.4 percent «10.4%»"},
		{lang.ZH, "4.9万辆中国电动汽车", "49000 vehicle «4.9万辆»"},
		{lang.ZH, "贸易额达1.2万亿元人民币", "1.2e+12 yuan CNY «1.2万亿元人民币»"},
		{lang.ZH, "279亿加元", "2.79e+10 dollar CAD «279亿加元»"},
		{lang.ZH, "约30万人次", "300000 person «30万人次»"},
		{lang.ZH, "2025年10月31日16日", ""},
		{lang.ZH, "百分之15", "15 percent «百分之15»"},
	} {
		if diff := cmp.Diff(test.want, shape(test.text, test.lang)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestMeasured(t *testing.T) {
	for _, test := range []struct {
		lang       lang.Lang
		text, want string
	}{
		{lang.EN, "Canada's imports from China passed C$100 billion", "imports"},
		{lang.EN, "imports fell while exports to China reached C$27.9 billion", "exports"},
		{lang.EN, "a two-way trade of $83.7 billion", "trade"},
		{lang.EN, "a loss of $3 million in sales", "exports"},
		{lang.EN, "a fine of $3 million", ""},
		{lang.FR, "les échanges ont atteint 41,7 milliards", "trade"},
		{lang.ZH, "中国自加拿大进口417亿美元", "imports"},
		{lang.ZH, "进出口总额达417亿美元", "trade"},
	} {
		for f := range Find(test.text, test.lang) {
			if got := Measured(test.text, f.Start, test.lang); got != test.want {
				t.Errorf("%s: %q, want %q", test.text, got, test.want)
			}
		}
	}
}

func TestAgrees(t *testing.T) {
	usd := Figure{Value: 41.7e9, Unit: "dollar", Currency: "USD", Measure: "imports"}
	for _, test := range []struct {
		name string
		with Figure
		want bool
	}{
		{"the same", usd, true},
		{"a dollar of no told country", Figure{Value: 41.7e9, Unit: "dollar"}, true},
		{"another currency", Figure{Value: 41.7e9, Unit: "dollar", Currency: "CAD"}, false},
		{"another measure", Figure{Value: 41.7e9, Unit: "dollar", Measure: "exports"}, false},
		{"another value", Figure{Value: 41.8e9, Unit: "dollar"}, false},
		{"another unit", Figure{Value: 41.7e9, Unit: "tonne"}, false},
	} {
		if got := usd.Agrees(test.with); got != test.want || test.with.Agrees(usd) != got {
			t.Errorf("%s: %v, want %v both ways", test.name, got, test.want)
		}
	}
}

// FuzzFind checks that figures stand in order, apart and on borders of runes,
// and that each says what it counts.
func FuzzFind(f *testing.F) {
	for _, text := range []string{"US$41.7 billion", "41,7 milliards de dollars", "417亿美元", "百分之15", "1,2,3.4.5 %", "$", "9999999999999999999999999999999 trillion"} {
		for l := range lang.All {
			f.Add(text, uint8(l))
		}
	}
	f.Fuzz(func(t *testing.T, text string, in uint8) {
		l := lang.All[int(in)%len(lang.All)]
		end := 0
		for fig := range Find(text, l) {
			if fig.Start < end || fig.End <= fig.Start || fig.End > len(text) {
				t.Fatalf("%q: figure at %v after %d", text, fig.Span, end)
			}
			if !strings.ContainsAny(fig.Of(text), "0123456789") || fig.Value < 0 {
				t.Fatalf("%q: figure %+v of %q", text, fig, fig.Of(text))
			}
			end = fig.End
			Measured(text, fig.Start, l)
		}
	})
}
