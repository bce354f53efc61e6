// Package edtf knows dates as history has them: a day, a month, a season or a
// year, known exactly or about, an interval, one of several. It reads and writes
// EDTF, the Extended Date/Time Format of the Library of Congress (2019), which
// is a part of ISO 8601-2.
package edtf
