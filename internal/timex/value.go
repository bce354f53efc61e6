package timex

import (
	"strconv"

	"buildsite/internal/edtf"
)

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// value returns the period as TIMEX3 writes it: "1998-Q3", "2013-W12", "197".
func (p period) value() string {
	y, m, d := p.first.Date()
	b := make([]byte, 0, 16)
	switch p.unit {
	case Week, Weekend:
		y, w := p.first.ISOWeek()
		b = padded(append(padded(b, y, 4), "-W"...), w, 2)
		if p.unit == Weekend {
			b = append(b, "-WE"...)
		}
	case Month:
		b = padded(append(padded(b, y, 4), '-'), m, 2)
	case Quarter:
		b = strconv.AppendInt(append(padded(b, y, 4), "-Q"...), int64(m+2)/3, 10)
	case Half:
		b = strconv.AppendInt(append(padded(b, y, 4), "-H"...), int64(m+5)/6, 10)
	case Season:
		b = append(append(padded(b, y, 4), '-'), seasonCodes[m/3-1]...)
	case Year:
		b = padded(b, y, 4)
	case Decade:
		b = padded(b, y/10, 3)
	case Century:
		b = padded(b, y/100, 2)
	case Millennium:
		b = padded(b, y/1000, 1)
	default:
		b = padded(append(padded(append(padded(b, y, 4), '-'), m, 2), '-'), d, 2)
	}
	return string(b)
}

// openValue returns the value of a period of unit u whose year is not known;
// month, day and weekday are 0 where they are not known either.
func openValue(u Unit, month, day, weekday int) string {
	b := append(make([]byte, 0, 16), "XXXX"...)
	switch {
	case weekday > 0:
		b = strconv.AppendInt(append(b, "-WXX-"...), int64(weekday), 10)
	case u == Week:
		b = append(b, "-WXX"...)
	case u == Weekend:
		b = append(b, "-WXX-WE"...)
	case u == Quarter:
		b = append(b, "-QX"...)
	case u == Half:
		b = append(b, "-HX"...)
	case u == Season:
		b = append(b, "-XX"...)
	case u == Month || u <= Day:
		b = orXX(append(b, '-'), month)
		if u <= Day {
			b = orXX(append(b, '-'), day)
		}
	case u == Decade:
		return "XXX"
	case u == Century:
		return "XX"
	}
	return string(b)
}

func orXX(b []byte, n int) []byte {
	if n == 0 {
		return append(b, "XX"...)
	}
	return padded(b, n, 2)
}

// padded appends n with zeros in front up to the given width.
func padded(b []byte, n, width int) []byte {
	for w := 1; w < width; w++ {
		if n < pow10[w] {
			b = append(b, '0')
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

var pow10 = [...]int{1, 10, 100, 1000, 10000}

// durationCodes are the letters of ISO 8601's durations, where P1Q and P1E and
// P1C, for quarters, decades and centuries, are TimeML's.
var durationCodes = [...]string{
	Second: "S", Minute: "M", Hour: "H", Day: "D", Weekend: "WE", Week: "W", Month: "M", Quarter: "Q",
	Season: "SE", Half: "H", Year: "Y", Decade: "E", Century: "C", Millennium: "L",
}

// durationValue returns "P3D", "PT2H", "P2Y6M" (half of a unit added) or
// "PXW" where the count is unknown (a negative n).
func durationValue(u Unit, n int, half bool) string {
	switch u { // what has no letter of its own is told in the next finer one
	case Half:
		u, n = Month, scale(n, 6)
	case Quarter:
		u, n = Month, scale(n, 3)
	case Decade, Century:
		if n < 0 && u == Decade {
			u = Year
		}
		if n >= 0 {
			n = scale(n, unitMonths[u]/12)
			if half {
				n += unitMonths[u] / 24
			}
			u, half = Year, false
		}
	}
	b := append(make([]byte, 0, 16), 'P')
	if u <= Hour {
		b = append(b, 'T')
	}
	if n < 0 {
		b = append(b, 'X')
	} else if n > 0 || !half {
		b = strconv.AppendInt(b, int64(n), 10)
	}
	if n != 0 || !half {
		b = append(b, durationCodes[u]...)
	}
	if half {
		b = append(b, halves[u]...)
	}
	return string(b)
}

// halves tell half of a unit in the next finer one.
var halves = [...]string{
	Second: ".5S", Minute: "30S", Hour: "30M", Day: "T12H", Weekend: "1D", Week: "3D", Month: "15D", Season: "", Year: "6M",
	Millennium: "500Y",
}

func scale(n, by int) int {
	if n < 0 {
		return n
	}
	return n * by
}

// date returns the period as EDTF. A week, a weekend and a season's days are
// told by their first and last day or month.
func (p period) date() edtf.Date {
	y, m, _ := p.first.Date()
	if !inRange(p.first) || !inRange(p.last()) {
		return edtf.Date{}
	}
	switch p.unit {
	case Week, Weekend:
		return edtf.Between(p.first, p.last())
	case Month:
		return edtf.Month(y, m)
	case Quarter:
		return edtf.Season(y, 33+(m-1)/3)
	case Half:
		return edtf.Season(y, 40+(m-1)/6)
	case Season:
		return edtf.Season(y, 20+m/3)
	case Year:
		return edtf.Year(y)
	case Decade:
		return edtf.Decade(y)
	case Century:
		return edtf.Century(y)
	case Millennium:
		return edtf.Between(p.first, p.last())
	}
	return edtf.FromDay(p.first)
}
