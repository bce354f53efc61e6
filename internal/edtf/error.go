package edtf

import (
	"fmt"
	"strings"
)

// ParseError tells why a text is not a date.
type ParseError struct {
	Input   string // the whole text that was to be read
	Offset  int    // the byte of Input where the trouble starts
	Problem string // what is wrong, in lower case, without a period
	Hint    string // how to mend it; "" if there is nothing to suggest
}

// Error returns the input and the problem. The hint is not part of it.
func (e *ParseError) Error() string {
	return fmt.Sprintf("date %q: %s", clip(e.Input), e.Problem)
}

// clip keeps an error readable when a whole paragraph was taken for a date.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	end := most
	for end > 0 && s[end]&0xC0 == 0x80 {
		end--
	}
	return s[:end] + "…"
}

// checkDate tells why there is no such month or day. dayAt is -1 without a day.
func (r *reader) checkDate(p *point, monthAt, dayAt int) *ParseError {
	month := int(p.month)
	digits := r.in[monthAt : monthAt+2]
	switch {
	case p.mask&maskMonth != 0 && !p.anyMonth():
		return r.fail(monthAt, "months are 01 to 12", "no month is %s", digits)
	case p.mask&maskMonth != 0:
	case isSeason(month) && dayAt >= 0:
		return r.fail(dayAt, "write "+r.in[:dayAt-1]+", or a month from 01 to 12", "a season has no days")
	case isSeason(month):
		return nil
	case month < 1 || month > 12:
		return r.fail(monthAt, monthHint(p, digits), "there is no month %s", digits)
	}
	if dayAt < 0 {
		return nil
	}
	if r.in[dayAt:dayAt+2] == "00" {
		return r.fail(dayAt, "leave the day out if it is not known, or write XX", "there is no day 00")
	}
	if problem, hint := p.noDay(); problem != "" {
		return r.fail(dayAt, hint, "%s", problem)
	}
	return nil
}

// anyMonth reports whether the digits of the month allow one.
func (p point) anyMonth() bool {
	w := digitsOf(p.month, p.mask&maskMonth>>2)
	for m := range w.values(forwards) {
		if m >= 1 && m <= 12 {
			return true
		}
	}
	return false
}

func monthHint(p *point, digits string) string {
	switch year := p.year % 100; {
	case digits == "00":
		return "leave the month out if it is not known, or write XX"
	case p.mask == 0 && !p.neg && int64(p.month) > year:
		return fmt.Sprintf("months are 01 to 12 and seasons 21 to 41; write %04d/%04d for the years", p.year, p.year-year+int64(p.month))
	}
	return "months are 01 to 12, seasons 21 to 41"
}

// noDay tells why there is no such day as p, and what days there are; nothing if
// there is one.
func (p point) noDay() (problem, hint string) {
	if _, ok := p.complete(forwards); ok {
		return "", ""
	}
	digits := string(appendTwo(nil, p.day, p.mask&maskDay))
	problem = "there is no day " + digits
	if p.mask&maskMonth != 0 {
		return problem, "no month has more than 31 days"
	}
	month := monthNames[p.month]
	switch {
	case p.mask&maskYear == 0:
		month = string(appendEnglishYear(append([]byte(month), ' '), p.year))
	case digits == "29":
		return "no such year has a February 29", "February of these years has 28 days"
	case p.month == 2:
		return problem, "February has at most 29 days"
	}
	return problem, fmt.Sprintf("%s has %d days", month, daysIn(int(p.year), int(p.month)))
}

// trailing tells what is wrong with what follows a point.
func (r *reader) trailing() *ParseError {
	rest := r.in[r.pos:]
	hint := ""
	switch {
	case strings.ContainsRune("?~%", rune(rest[0])):
		hint = "write % for uncertain and approximate"
	case rest[0] == 'u' || rest[0] == 'x':
		hint = "unspecified digits are written X"
	case strings.HasPrefix(rest, ".."):
		hint = "write a range with /, or in brackets for one of several: [1970..1972]"
	}
	return r.fail(r.pos, hint, "%q does not belong here", rest)
}
