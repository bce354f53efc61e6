package edtf

import "time"

// frenchWords are the words of French dates. To teach it a word, add it here: in
// small letters without accents, words of a phrase under the first of them. A
// word that elides its vowel, such as "d’", ends in an apostrophe.
var frenchWords = vocabulary{
	"janvier": is(monthName, 1), "janv": is(monthName, 1), "jan": is(monthName, 1),
	"fevrier": is(monthName, 2), "fevr": is(monthName, 2), "fev": is(monthName, 2),
	"mars":  is(monthName, 3),
	"avril": is(monthName, 4), "avr": is(monthName, 4),
	"mai": is(monthName, 5), "juin": is(monthName, 6),
	"juillet": is(monthName, 7), "juill": is(monthName, 7), "juil": is(monthName, 7),
	"aout":      is(monthName, 8),
	"septembre": is(monthName, 9), "sept": is(monthName, 9),
	"octobre": is(monthName, 10), "oct": is(monthName, 10),
	"novembre": is(monthName, 11), "nov": is(monthName, 11),
	"decembre": is(monthName, 12), "dec": is(monthName, 12),

	"lundi": isWeekday(time.Monday), "lun": isWeekday(time.Monday),
	"mardi": isWeekday(time.Tuesday), "mar": isWeekday(time.Tuesday),
	"mercredi": isWeekday(time.Wednesday), "mer": isWeekday(time.Wednesday),
	"jeudi": isWeekday(time.Thursday), "jeu": isWeekday(time.Thursday),
	"vendredi": isWeekday(time.Friday), "ven": isWeekday(time.Friday),
	"samedi": isWeekday(time.Saturday), "sam": isWeekday(time.Saturday),
	"dimanche": isWeekday(time.Sunday), "dim": isWeekday(time.Sunday),

	"printemps": is(seasonName, 21), "ete": is(seasonName, 22), "automne": is(seasonName, 23), "hiver": is(seasonName, 24),

	"premier": is(ordinalWord, 1), "premiere": is(ordinalWord, 1),
	"second": is(ordinalWord, 2), "seconde": is(ordinalWord, 2), "deuxieme": is(ordinalWord, 2),
	"troisieme": is(ordinalWord, 3), "quatrieme": is(ordinalWord, 4), "cinquieme": is(ordinalWord, 5),
	"sixieme": is(ordinalWord, 6), "septieme": is(ordinalWord, 7), "huitieme": is(ordinalWord, 8),
	"neuvieme": is(ordinalWord, 9), "dixieme": is(ordinalWord, 10), "onzieme": is(ordinalWord, 11),
	"douzieme": is(ordinalWord, 12), "treizieme": is(ordinalWord, 13), "quatorzieme": is(ordinalWord, 14),
	"quinzieme": is(ordinalWord, 15), "seizieme": is(ordinalWord, 16), "vingtieme": is(ordinalWord, 20),
	"dix": {longer: []phraseEntry{
		{"septieme", word{ordinalWord, 17}}, {"huitieme", word{ordinalWord, 18}}, {"neuvieme", word{ordinalWord, 19}},
	}},
	"vingt": {longer: []phraseEntry{{"et unieme", word{ordinalWord, 21}}}},
	"er":    is(ordinalMark, 0), "e": is(ordinalMark, 0), "eme": is(ordinalMark, 0), "ieme": is(ordinalMark, 0),
	"re": is(ordinalMark, 0), "nd": is(ordinalMark, 0), "nde": is(ordinalMark, 0),
	"annees": is(decadeWord, 0),
	"siecle": is(centuryWord, 0), "siecles": is(centuryWord, 0),
	"trimestre": is(quarterWord, 0), "semestre": is(halfWord, 0),
	"t": is(quarterMark, 0), "q": is(quarterMark, 0), "s": is(halfMark, 0),
	"an": is(yearWord, 0), "annee": is(yearWord, 0),

	"debut": is(thirdWord, 1), "mi": is(thirdWord, 2), "milieu": is(thirdWord, 2), "fin": is(thirdWord, 3),

	"le": is(article, 0), "la": is(article, 0), "l'": is(article, 0), "les": is(article, 0),
	"de": is(ofWord, 0), "du": is(ofWord, 0), "des": is(ofWord, 0),
	"d'": {word: word{ofWord, 0}, longer: []phraseEntry{
		{"une date inconnue", word{someDate, 0}}, {"ici a", word{byWord, 0}}, {"ici", word{byWord, 0}},
	}},
	"une":      {longer: []phraseEntry{{"date inconnue", word{someDate, 0}}}},
	"aujourd'": {longer: []phraseEntry{{"hui", word{presentWord, 0}}}},
	"nos":      {longer: []phraseEntry{{"jours", word{presentWord, 0}}}},
	"dans":     is(inWord, 0), "courant": is(inWord, 0),
	"en":     {word: word{inWord, 0}, longer: []phraseEntry{{"date du", word{inWord, 0}}}},
	"durant": is(inWord, 0), "pendant": is(inWord, 0),
	"au": {word: word{toWord, 0}, longer: []phraseEntry{
		{"plus tard", word{byWord, 0}},
		{"cours de", word{inWord, 0}},
		{"cours du", word{inWord, 0}},
		{"cours des", word{inWord, 0}},
		{"cours d'", word{inWord, 0}},
	}},
	"a": {word: word{toWord, 0}, longer: []phraseEntry{
		{"partir de", word{sinceWord, 0}},
		{"partir du", word{sinceWord, 0}},
		{"partir des", word{sinceWord, 0}},
		{"partir d'", word{sinceWord, 0}},
	}},
	"aux": is(toWord, 0),
	"jusqu'": {longer: []phraseEntry{
		{"en", word{untilWord, 0}}, {"au", word{untilWord, 0}}, {"aux", word{untilWord, 0}}, {"a", word{untilWord, 0}},
	}},
	"et": {word: word{andWord, 0}, longer: []phraseEntry{
		{"avant", word{andEarlierEnd, 0}}, {"apres", word{andLaterEnd, 0}},
	}},
	"ou": {word: word{orWord, 0}, longer: []phraseEntry{
		{"avant", word{orEarlierEnd, 0}},
		{"apres", word{orLaterEnd, 0}},
		{"plus tot", word{orEarlierEnd, 0}},
		{"plus tard", word{orLaterEnd, 0}},
	}},
	"entre": is(betweenWord, 0), "depuis": is(sinceWord, 0),
	"avant": {word: word{beforeWord, 0}, longer: []phraseEntry{{"j c", word{bcEnd, 0}}}},
	"apres": {word: word{afterWord, 0}, longer: []phraseEntry{{"j c", word{adWord, 0}}}},

	"vers": is(aboutWord, 0), "c": is(aboutWord, 0), "ca": is(aboutWord, 0), "circa": is(aboutWord, 0),
	"autour": {longer: []phraseEntry{{"de", word{aboutWord, 0}}, {"du", word{aboutWord, 0}}, {"d'", word{aboutWord, 0}}}},
	"env":    is(aboutEnd, 0), "environ": is(aboutEnd, 0),
	"inconnu": is(noteWord, 0), "inconnue": is(noteWord, 0), "inconnus": is(noteWord, 0),
	"approximatif": is(noteWord, 0), "approximative": is(noteWord, 0),
	"jour": is(noteWord, 0), "mois": is(noteWord, 0),
	"possiblement": is(maybeWord, 0), "probablement": is(maybeWord, 0),
	"peut":      {longer: []phraseEntry{{"etre", word{maybeWord, 0}}}},
	"sans":      {longer: []phraseEntry{{"doute", word{maybeWord, 0}}}},
	"incertain": is(maybeWord, 1), "incertaine": is(maybeWord, 1),

	"av":  {longer: []phraseEntry{{"j c", word{bcEnd, 0}}}},
	"apr": {longer: []phraseEntry{{"j c", word{adWord, 0}}}},
	"ap":  {longer: []phraseEntry{{"j c", word{adWord, 0}}}},
}
