package edtf

// season is a part of a year that EDTF writes in the place of a month.
type season struct {
	from, months int // the first month and how many there are
	precision    Precision
}

// The codes of the first and the last of seasons, and of the first quarter, third
// and half of a year.
const (
	firstSeason = 21
	lastSeason  = firstSeason + len(seasons) - 1

	firstQuarter = 33
	firstThird   = 37
	firstHalf    = 40
)

// seasons are the parts of a year by their code less firstSeason. EDTF leaves
// the months of 21 to 24 to the reader; as both sides of this timeline lie
// north of the equator they are those of 25 to 28. A season is three whole
// months, winter beginning in December of its year.
var seasons = [...]season{
	21 - firstSeason: {3, 3, SeasonPrecision}, // spring, summer, autumn, winter
	22 - firstSeason: {6, 3, SeasonPrecision},
	23 - firstSeason: {9, 3, SeasonPrecision},
	24 - firstSeason: {12, 3, SeasonPrecision},
	25 - firstSeason: {3, 3, SeasonPrecision}, // the same, northern hemisphere
	26 - firstSeason: {6, 3, SeasonPrecision},
	27 - firstSeason: {9, 3, SeasonPrecision},
	28 - firstSeason: {12, 3, SeasonPrecision},
	29 - firstSeason: {9, 3, SeasonPrecision}, // the same, southern hemisphere
	30 - firstSeason: {12, 3, SeasonPrecision},
	31 - firstSeason: {3, 3, SeasonPrecision},
	32 - firstSeason: {6, 3, SeasonPrecision},
	33 - firstSeason: {1, 3, QuarterPrecision},
	34 - firstSeason: {4, 3, QuarterPrecision},
	35 - firstSeason: {7, 3, QuarterPrecision},
	36 - firstSeason: {10, 3, QuarterPrecision},
	37 - firstSeason: {1, 4, YearPrecision}, // thirds
	38 - firstSeason: {5, 4, YearPrecision},
	39 - firstSeason: {9, 4, YearPrecision},
	40 - firstSeason: {1, 6, YearPrecision}, // halves
	41 - firstSeason: {7, 6, YearPrecision},
}

func isSeason(code int) bool { return code >= firstSeason && code <= lastSeason }

// monthPrecision returns the precision of a date that ends with month m, which
// may be a season or 0 for none.
func monthPrecision(m uint8) Precision {
	switch {
	case m == 0:
		return YearPrecision
	case m <= 12:
		return MonthPrecision
	}
	return seasons[m-firstSeason].precision
}
