package edtf

// Precision tells how exactly a date is known: by the smallest unit of the
// calendar that holds all it can mean. The zero value is that of no date.
// Coarser is greater.
type Precision uint8

// The precisions, finest first. Half-years and thirds of a year count as
// years, whatever is wider than a hundred years as a century.
const (
	DayPrecision Precision = 1 + iota
	MonthPrecision
	SeasonPrecision
	QuarterPrecision
	YearPrecision
	DecadePrecision
	CenturyPrecision
)

var precisionNames = [...]string{
	"", DayPrecision: "day", MonthPrecision: "month", SeasonPrecision: "season", QuarterPrecision: "quarter",
	YearPrecision: "year", DecadePrecision: "decade", CenturyPrecision: "century",
}

// String returns "day", "month", "season", "quarter", "year", "decade" or
// "century", and "" for the zero value.
func (p Precision) String() string {
	if int(p) >= len(precisionNames) {
		return ""
	}
	return precisionNames[p]
}
