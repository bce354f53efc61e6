package interchange

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"buildsite/internal/lang"
)

// TestTables: every table is told in three languages, its keys are columns, and
// the columns of events.csv are the cells of a Row in the same order.
func TestTables(t *testing.T) {
	for _, table := range Tables() {
		columns := make(map[string]bool)
		for _, c := range table.Columns {
			if columns[c.Name] {
				t.Errorf("%s: two columns %s", table.Name, c.Name)
			}
			columns[c.Name] = true
			if !slices.Contains([]string{"string", "date", "boolean", "integer", "number"}, c.Type) {
				t.Errorf("%s: %s is of type %q", table.Name, c.Name, c.Type)
			}
			for _, l := range lang.All {
				if c.Means[l] == "" || table.Title[l] == "" || table.About[l] == "" {
					t.Errorf("%s, %s: nothing in %s", table.Name, c.Name, l)
				}
			}
		}
		for _, key := range table.Key {
			if !columns[key] {
				t.Errorf("%s: the key %s is no column", table.Name, key)
			}
		}
		for column, other := range table.Refers {
			if to := TableOf(other); !columns[column] || to == nil || len(to.Key) != 1 {
				t.Errorf("%s: %s does not lead to a row of %s", table.Name, column, other)
			}
		}
	}
	var row Row
	events := TableOf(EventsTable)
	for i, c := range row.cells() {
		if i >= len(events.Columns) || events.Columns[i].Name != c.column {
			t.Fatalf("cell %d of a row is %s, the table has another column there", i, c.column)
		}
	}
	if len(events.Columns) != len(row.cells()) || row.cell("note") != &row.Note || row.cell("x") != nil {
		t.Errorf("%d columns, %d cells", len(events.Columns), len(row.cells()))
	}
}

func TestWrite(t *testing.T) {
	table := &Table{Columns: []Column{{Name: "a"}, {Name: "b", Free: true}}}
	var b bytes.Buffer
	table.Head(&b)
	table.Row(&b, "-0221", "=1+1")
	table.Row(&b, `say "so"`, "x, y")
	table.Row(&b, "", " a\nb ")
	want := "a,b\r\n-0221,'=1+1\r\n\"say \"\"so\"\"\",\"x, y\"\r\n,a b\r\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func FuzzCell(f *testing.F) {
	for _, s := range []string{"", "a;b", "; ", ";;", "'=x", "''", `"`, "a, b", " x ", "-1", "中文；文"} {
		f.Add(s, "a")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got := Unguard(Guard(a)); got != a {
			t.Fatalf("guarded %q, unguarded %q", Guard(a), got)
		}
		if g := Guard(a); g != "" && strings.ContainsRune("=+-@\t\r", rune(g[0])) {
			t.Fatalf("%q is a formula", g)
		}
		list := []string{a, b}
		if got := Split(Join(list)); a+b != "" && !slices.Equal(got, list) {
			t.Fatalf("%q joined is %q, split %q", list, Join(list), got)
		}
		if strings.ContainsAny(a+b, "\r\n") || !utf8.ValidString(a+b) {
			return
		}
		var out bytes.Buffer
		table := &Table{Columns: []Column{{Name: "x"}, {Name: "y", Free: true}}}
		table.Head(&out)
		table.Row(&out, a, b)
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(rows) != 2 || rows[1][0] != a || Unguard(rows[1][1]) != b {
			t.Fatalf("%q read back as %q, %v", list, rows, err)
		}
	})
}
