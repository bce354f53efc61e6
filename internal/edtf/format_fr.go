package edtf

import "strconv"

// french says dates with the articles they take. The spaces that a line must
// not break at are no-break spaces.
var french = speech{
	plain: appendFrench,
	class: frenchClass,
	phrases: [phraseCount]phrase{
		possibly:      frenchPhrase("peut-être "),
		about:         frenchPhrase("vers "),
		possiblyAbout: frenchPhrase("peut-être vers "),
		since:         frenchPhrase("depuis "),
		until:         frenchArticles("jusqu’en ", "jusqu’au ", "jusqu’à l’", "jusqu’aux "),
		fromUnknown:   frenchFrom(" à une date inconnue"),
		toUnknown:     frenchArticles("d’une date inconnue à ", "d’une date inconnue au ", "d’une date inconnue à l’", "d’une date inconnue aux "),
		before:        frenchPhrase("avant "),
		after:         frenchPhrase("après "),
		orEarlier:     phraseOf("", " ou avant"),
		orLater:       phraseOf("", " ou après"),
		andEarlier:    phraseOf("", " et avant"),
		andLater:      phraseOf("", " et après"),
		betweenThe:    frenchPhrase("entre "),
		andThe:        frenchPhrase(" et "),
		from:          frenchFrom(""),
		to:            frenchArticles(" à ", " au ", " à l’", " aux "),
	},
	marks: [...]string{"", " (incertain)", " (environ)", " (environ, incertain)"},
	notes: [3][4]string{
		atYear:  {"", "année incertaine", "année approximative", "année incertaine et approximative"},
		atMonth: {"", "mois incertain", "mois approximatif", "mois incertain et approximatif"},
		atDay:   {"", "jour incertain", "jour approximatif", "jour incertain et approximatif"},
	},
	missing: [...]string{
		noDay: " (jour inconnu)", noMonth: " (mois inconnu)", noMonthAndDay: " (mois et jour inconnus)",
		noYear: " (année inconnue)", onlyYear: "année inconnue",
	},
	in:   ", ",
	dash: "–", spacedDash: " – ",
	comma: ", ", and: " et ", or: " ou ",
	openNote: " (", stopNote: ")",
	early: [...]phrase{
		{},
		frenchArticles("début ", "début du ", "", "début des "),
		frenchArticles("mi-", "milieu du ", "", "milieu des "),
		frenchArticles("fin ", "fin du ", "", "fin des "),
	},
	anyTime: "de tout temps", noTime: "dates inconnues",
	example: "13 octobre 1970",
}

// frenchPhrase returns a phrase of a preposition and the articles.
func frenchPhrase(pre string) phrase {
	return frenchArticles(pre, pre+"le ", pre+"l’", pre+"les ")
}

// frenchFrom returns the phrase of "de", with words after the date.
func frenchFrom(post string) phrase {
	p := phraseOf("", post)
	p.pre = frenchArticles("de ", "du ", "de l’", "des ").pre
	p.pre[vowel] = "d’"
	return p
}

// frenchArticles returns a phrase by what stands before a date without an
// article, with le, with l’ and with les.
func frenchArticles(none, le, l, les string) phrase {
	return phrase{pre: [...]string{bare: none, vowel: none, aDay: le, theOne: le, elided: l, theMany: les}}
}

func frenchClass(p point) class {
	switch {
	case p.isDecade():
		return theMany
	case p.isCentury():
		return theOne
	case p.day != 0:
		return aDay
	case p.month == 4, p.month == 8, p.month == 10: // avril, août, octobre
		return vowel
	case p.month <= 12:
		return bare
	case p.month > 32 || (p.month-firstSeason)%4 == 0: // trimestre, semestre, printemps
		return theOne
	}
	return elided
}

var frenchMonths = [...]string{
	"", "janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre",
}

// frenchSeasons are the names of seasons by code less firstSeason.
var frenchSeasons = [...]string{
	"printemps", "été", "automne", "hiver", "printemps", "été", "automne", "hiver",
	"printemps", "été", "automne", "hiver",
	"1er\u00a0trimestre", "2e\u00a0trimestre", "3e\u00a0trimestre", "4e\u00a0trimestre",
	"1er\u00a0quadrimestre", "2e\u00a0quadrimestre", "3e\u00a0quadrimestre", "1er\u00a0semestre", "2e\u00a0semestre",
}

// appendFrench appends "13 octobre 1970".
func appendFrench(b []byte, p point, omit omission) []byte {
	if p.isRound() {
		return appendFrenchRound(b, p)
	}
	if p.day != 0 {
		b = strconv.AppendUint(b, uint64(p.day), 10)
		if p.day == 1 {
			b = append(b, "er"...)
		}
		if omit == itsMonth {
			return b
		}
		b = append(b, "\u00a0"...)
	}
	switch {
	case p.month > 12:
		b = append(b, frenchSeasons[p.month-firstSeason]...)
	case p.month > 0:
		b = append(b, frenchMonths[p.month]...)
	}
	if omit == nothing {
		if p.month != 0 {
			b = append(b, ' ')
		}
		b = appendFrenchYear(b, p.year)
	}
	b = appendHemisphere(b, p.month, " (hémisphère Nord)", " (hémisphère Sud)")
	return p.appendClock(b, ", ")
}

// appendFrenchYear appends "1970", "79 apr. J.-C." or "44 av. J.-C.".
func appendFrenchYear(b []byte, y int64) []byte {
	const narrow = "\u202f"
	if y <= 0 {
		return append(appendGrouped(b, 1-y, narrow), "\u00a0av.\u00a0J.-C."...)
	}
	b = appendGrouped(b, y, narrow)
	if y < 1000 {
		b = append(b, "\u00a0apr.\u00a0J.-C."...)
	}
	return b
}

// appendFrenchRound appends "années 1970" or "XIXe siècle".
func appendFrenchRound(b []byte, p point) []byte {
	if p.isDecade() {
		b = append(b, "années "...)
		return appendFrenchYear(b, p.year)
	}
	n := p.centuryNumber()
	b = appendRoman(b, n)
	if n == 1 {
		b = append(b, "er"...)
	} else {
		b = append(b, 'e')
	}
	b = append(b, "\u00a0siècle"...)
	if p.neg {
		b = append(b, "\u00a0av.\u00a0J.-C."...)
	}
	return b
}

// appendRoman appends n, 1 to 100, in Roman numerals.
func appendRoman(b []byte, n int64) []byte {
	for _, r := range romans {
		for n >= r.value {
			b = append(b, r.text...)
			n -= r.value
		}
	}
	return b
}

var romans = [...]struct {
	value int64
	text  string
}{
	{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}
