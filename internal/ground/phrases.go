package ground

import (
	"regexp"
	"strings"
)

// phrase is an English phrase and the key, under "ground", of what says it.
type phrase struct{ key, english string }

// phrases are all that the program says. What stands in braces is told in [slots].
// Of two that a reason fits, the first is meant.
var phrases = [...]phrase{
	// What words mean: package timex.
	{"to_the_day", "{base}, to the day"},
	{"written", "the date as written"},
	{"decade_written", "the decade as written"},
	{"century_written", "the century as written"},
	{"date_told", "the date told before"},
	{"day_told", "the day told before"},
	{"period_told", "the period told before"},
	{"year_told", "the year told before"},
	{"year_behind", "the year told right behind"},
	{"year_end", "the year told with the end"},
	{"year_start", "the year told with the start"},
	{"start", "the start"},
	{"plan", "the years of the plan"},
	{"day_of_month", "a day of the month told before"},
	{"reported", "what the text reports on"},
	{"quarter_told", "the quarter told before, of the year as written"},
	{"three_months", "the three months up to the day told with it"},
	{"month_year_before", "the month a year before the one told of"},
	{"day_with", "the day told with it"},
	{"publication", "publication"},
	{"publication_on", "publication on {date}"},
	{"weekday_before", "weekday before {base}"},
	{"weekday_after", "weekday after {base}"},
	{"nearest_to", "the nearest such {unit} to {date}"},
	{"nearest", "the nearest such {unit} to {base}"},
	{"nearest_either", "the nearest one before or after {base}"},
	{"day_of", "the day of {base}"},
	{"unit_of", "the {unit} of {base}"},
	{"unit_after", "the {unit} after {base}"},
	{"unit_before", "the {unit} before {base}"},
	{"span_after", "{span} after {base}"},
	{"span_before", "{span} before {base}"},

	// Which date is whose: package event.
	{"entry", "the entry's own date"},
	{"no_day", "no day is told of this news: {base}"},
	{"reckoned_on", "reckoned from {date}"},
	{"reckoned", "reckoned from {base}"},
	{"clock", "it was {date} by the clock of {place}"},
	{"said_there", "it was said there"},
	{"same_clause", "the same clause tells it"},
	{"begins", "the article begins with it"},
	{"speak", "they go on to speak"},
	{"story", "the story goes on from there"},
	{"elsewhere", "the same was told of it elsewhere"},
	{"about_it", "this sentence goes on about it"},
	{"sentence", "the same sentence goes on with it"},

	// How sure an event is: package event, confidence.go.
	{"sure.day", "the day is written out"},
	{"sure.inferred", "the day of the article is worked out"},
	{"sure.stamp", "the day of the article is that of a stamp"},
	{"sure.publication", "no day is told: it is that of publication"},
	{"sure.carried", "its date is that of another sentence"},
	{"sure.coarse", "the date is no more exact than a month"},
	{"sure.year", "the date is a year"},
	{"sure.vague", "the date is approximate"},
	{"sure.both", "both sides are named"},
	{"sure.one", "one side only is named"},
	{"sure.nobody", "its sentence names neither side"},
	{"sure.noun", "a noun, not a verb, tells what happened"},
	{"sure.general", "a general verb tells it, none for what states do"},
	{"sure.far", "the date stands far from the act"},
	{"sure.said", "it is what somebody says"},
	{"sure.announced", "it is announced, not reported"},
	{"sure.sentences", "several sentences tell it"},
	{"sure.publishers", "several publishers tell it"},
	{"sure.sides", "sources of both sides tell it"},

	// Why tellings are one, or parts of another: package timeline.
	{"same.editor", "an editor made a seed of it"},
	{"same.journey", "days of one journey"},
	{"same.zones", "one day apart, and Beijing is half a day ahead of Ottawa"},
	{"same.apart", "one day apart"},
	{"same.day", "the same day"},
	{"same.date", "the same date"},
	{"same.can", "days that can be the same"},
	{"same.kinds", "told as {kind} and as {other}"},
	{"same.kind", "the same kind"},
	{"same.people", "the same people"},
	{"same.among", "people of one among those of the other"},
	{"same.some", "{n} of the people"},
	{"same.place", "the same place"},
	{"same.amount", "the same amount"},
	{"same.matter", "the same matter: {matters}"},
	{"same.titles", "titles that are alike"},
	{"part.travellers", "within the days and the country of the visit, and who made it took part"},
	{"part.agreed", "agreed in the country of the visit, on one of its days"},
	{"part.met", "within the days and the country of the visit, between people named with it"},
	{"part.announced", "the announcement of it, in one sentence with it"},

	// How the day of an article was worked out: package dating.
	{"day.clue_when", "“{words}” in line {n} is {events}, so it was written {when}"},
	{"day.clue", "“{words}” in line {n} is {events}"},
	{"day.lead", "news is written on its day or the next, and the story opens with {date}"},
	{"day.news", "news is written on its day or the next, and the news here is of {quotes}"},
	{"day.names", "a weekday is called by its name alone for {n} days: {quotes}"},
	{"day.years", "“{words}” and then “last year” are words of {from} or {to}"},
	{"day.headed", "it is headed “{words}”"},
	{"day.past", "it tells of {date} as past"},
}

// pattern is a phrase with things to fill in, made ready to be found.
type pattern struct {
	*regexp.Regexp
	key   string
	slots []string // what stands in each group
}

var (
	fixed    = make(map[string]string, len(phrases)) // keys of phrases with nothing to fill in
	patterns = compile()
)

var braced = regexp.MustCompile(`\{([a-z]+)\}`)

func compile() []pattern {
	var all []pattern
	for _, p := range phrases {
		if !strings.Contains(p.english, "{") {
			fixed[p.english] = "ground." + p.key
			continue
		}
		expr, at := "^", 0
		x := pattern{key: "ground." + p.key}
		for _, m := range braced.FindAllStringSubmatchIndex(p.english, -1) {
			name := p.english[m[2]:m[3]]
			expr += regexp.QuoteMeta(p.english[at:m[0]]) + "(" + slots[name].expr + ")"
			x.slots = append(x.slots, name)
			at = m[1]
		}
		x.Regexp = regexp.MustCompile(expr + regexp.QuoteMeta(p.english[at:]) + "$")
		all = append(all, x)
	}
	return all
}
