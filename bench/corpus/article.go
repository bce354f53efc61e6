package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// people are those of whom the articles tell.
const people = `- {id: anna-reed, name: Anna Reed, zh: 安娜·里德, side: canada, offices: [{title: Minister of Foreign Affairs of Canada, fr: ministre des Affaires étrangères du Canada, zh: 加拿大外交部长, from: 2000}]}
- {id: paul-moreau, name: Paul Moreau, zh: 保罗·莫罗, side: canada, offices: [{title: Prime Minister of Canada, fr: premier ministre du Canada, zh: 加拿大总理, from: 2000}]}
- {id: li-hua, name: Li Hua, zh: 李华, side: china, offices: [{title: Foreign Minister of China, fr: ministre des Affaires étrangères de la Chine, zh: 中国外交部长, from: 2000}]}
- {id: chen-ming, name: Chen Ming, zh: 陈明, side: china, offices: [{title: Premier of China, fr: premier ministre de la Chine, zh: 中国国务院总理, from: 2000}]}
`

// tongue is what the articles of a language are put together from. In each
// sentence %d is a number from 1 to 28.
type tongue struct {
	lead, name string
	sentences  []string
}

var tongues = []tongue{
	{"OTTAWA, Nov. %d, 2025 -- Canada and China held talks on trade on Tuesday.\n\n", "en", []string{
		"Foreign Minister Anna Reed met Chinese Foreign Minister Li Hua in Beijing on Monday to discuss tariffs on canola.",
		"The two sides signed an agreement on the export of beef on October %d, 2025, officials said.",
		"China imposed duties of %d per cent on Canadian pork last month.",
		"\"We want a stable relationship,\" Reed told reporters, adding that more had to be done.",
		"Prime Minister Paul Moreau spoke by telephone with Premier Chen Ming two weeks ago.",
		"Farmers on the Prairies have been waiting for news since the spring, when prices fell.",
		"Analysts expect that the matter will be taken up again before the end of the year.",
		"In 1970 the two countries established diplomatic relations after long talks in Stockholm.",
		"The embassy did not answer questions about the %d containers held in the port.",
		"A spokesperson for the ministry in Beijing said on Wednesday that China opposed the measure.",
		"Trade between the two countries reached $%d billion in 2024, according to Statistics Canada.",
	}},
	{"OTTAWA, le %d novembre 2025 – Le Canada et la Chine ont tenu mardi des discussions sur le commerce.\n\n", "fr", []string{
		"La ministre des Affaires étrangères Anna Reed a rencontré lundi à Pékin son homologue chinois Li Hua.",
		"Les deux pays ont signé le %d octobre 2025 un accord sur les exportations de bœuf.",
		"La Chine a imposé le mois dernier des droits de %d %% sur le porc canadien.",
		"« Nous voulons une relation stable », a déclaré la ministre devant les journalistes.",
		"Le premier ministre Paul Moreau s'est entretenu au téléphone avec le premier ministre Chen Ming il y a deux semaines.",
		"Les agriculteurs des Prairies attendent des nouvelles depuis le printemps, quand les prix ont chuté.",
		"Les analystes prévoient que la question sera reprise avant la fin de l'année.",
		"En 1970, les deux pays ont établi des relations diplomatiques après de longs pourparlers à Stockholm.",
		"L'ambassade n'a pas répondu aux questions sur les %d conteneurs retenus au port.",
		"Un porte-parole du ministère à Pékin a dit mercredi que la Chine s'opposait à la mesure.",
	}},
	{"发布时间：2025年11月%d日\n\n新华社渥太华电　中国和加拿大星期二就贸易问题举行会谈。\n\n", "zh", []string{
		"中国外交部长李华星期一在北京会见加拿大外交部长安娜·里德，双方就油菜籽关税交换意见。",
		"两国于2025年10月%d日签署牛肉出口协议。",
		"中国上个月对加拿大猪肉加征%d%%的关税。",
		"外交部发言人星期三表示，中方反对这一措施。",
		"加拿大总理保罗·莫罗两周前同中国国务院总理陈明通电话。",
		"草原省份的农民自春天价格下跌以来一直在等待消息。",
		"分析人士预计，这一问题将在年底前再次提出。",
		"1970年，两国经过在斯德哥尔摩的长期谈判建立外交关系。",
		"大使馆没有回答有关港口%d个集装箱的问题。",
		"据加拿大统计局的数据，2024年两国贸易额达%d0亿美元。",
	}},
}

// lengths are how many sentences make some 600 words of a language.
var lengths = []int{40, 36, 40}

// article returns the name and the text of an article.
func article(r *rand.Rand, i int) (name, text string) {
	t := tongues[i%len(tongues)]
	var b strings.Builder
	fill := func(s string) {
		if strings.Contains(s, "%d") {
			s = fmt.Sprintf(s, 1+r.IntN(28))
		}
		b.WriteString(s)
	}
	fmt.Fprintf(&b, "%d: %s\n\n", i, strings.TrimSuffix(t.sentences[r.IntN(len(t.sentences)-8)+5], "."))
	fill(t.lead)
	for n := range lengths[i%len(tongues)] {
		fill(strings.ReplaceAll(pick(r, t.sentences), "%%", "%"))
		switch {
		case n%4 == 3:
			b.WriteString("\n\n")
		case t.name != "zh":
			b.WriteByte(' ')
		}
	}
	b.WriteByte('\n')
	return fmt.Sprintf("articles/%s-%05d.txt", t.name, i), b.String()
}
