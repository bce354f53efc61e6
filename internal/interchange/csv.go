package interchange

import (
	"bytes"
	"strings"
)

// Head writes the table's first line, the names of its columns.
//
// A table is CSV as RFC 4180 has it: UTF-8, lines ended by carriage return and
// line feed, a first line.
func (t *Table) Head(b *bytes.Buffer) {
	for i := range t.Columns {
		separate(b, i)
		b.WriteString(t.Columns[i].Name)
	}
	b.WriteString("\r\n")
}

// Row writes one row, a cell for each column. Cells in which anything may stand
// are guarded; see [Guard].
func (t *Table) Row(b *bytes.Buffer, cells ...string) {
	for i, cell := range cells {
		separate(b, i)
		if t.Columns[i].Free {
			cell = Guard(cell)
		}
		writeCell(b, cell)
	}
	b.WriteString("\r\n")
}

func separate(b *bytes.Buffer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

// writeCell writes a cell, which is one line, in quotes where it needs them.
func writeCell(b *bytes.Buffer, cell string) {
	if strings.ContainsAny(cell, "\r\n") {
		cell = strings.Join(strings.Fields(cell), " ")
	}
	if !strings.ContainsAny(cell, `,"`) && strings.TrimSpace(cell) == cell {
		b.WriteString(cell)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(cell, `"`, `""`))
	b.WriteByte('"')
}

// Join writes a list into one cell: entries are parted by "; ", a semicolon
// within an entry is doubled. A list of nothing but empty entries is empty.
func Join(list []string) string {
	var b strings.Builder
	some := false
	for i, s := range list {
		if i > 0 {
			b.WriteString("; ")
		}
		some = some || s != ""
		b.WriteString(strings.ReplaceAll(s, ";", ";;"))
	}
	if !some {
		return ""
	}
	return b.String()
}

// Split reads a list as Join writes it; a single semicolon parts entries with
// or without a space behind it. An empty cell has no entries.
func Split(cell string) []string {
	if cell == "" {
		return nil
	}
	var list []string
	var entry strings.Builder
	for i := 0; i < len(cell); i++ {
		switch {
		case cell[i] != ';':
			entry.WriteByte(cell[i])
			continue
		case i+1 < len(cell) && cell[i+1] == ';':
			entry.WriteByte(';')
			i++
			continue
		}
		list = append(list, entry.String())
		entry.Reset()
		if i+1 < len(cell) && cell[i+1] == ' ' {
			i++
		}
	}
	return append(list, entry.String())
}

// Guard returns a cell that no spreadsheet takes for a formula: before one that
// begins with =, +, -, @, a tab or a carriage return it puts an apostrophe.
// [Unguard] takes it away.
func Guard(cell string) string {
	if isFormula(strings.TrimLeft(cell, "'")) {
		return "'" + cell
	}
	return cell
}

// Unguard returns what Guard was given.
func Unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && isFormula(strings.TrimLeft(cell, "'")) {
		return cell[1:]
	}
	return cell
}

func isFormula(cell string) bool { return cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 }
