package edtf

import "buildsite/internal/lang"

var monthNames = [...]string{
	"", "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// Format returns d as people write it in a language, English if it is unknown.
func (d Date) Format(l lang.Lang) string { return d.text }
