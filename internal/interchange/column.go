package interchange

import (
	_ "embed"
	"fmt"
	"sync"

	"go.yaml.in/yaml/v3"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// tableFile is documented at its head.
//
//go:embed data/tables.yaml
var tableFile []byte

// Table is a table that the site publishes.
type Table struct {
	Name    string // its file: "events.csv"
	Title   lexicon.Names
	About   lexicon.Names
	Key     []string          // the columns that name a row
	Refers  map[string]string // a column to the table whose key it is
	Columns []Column
}

// Column is one column of a table.
type Column struct {
	Name     string
	Type     string        // of Table Schema: string, date, boolean, integer, number
	Means    lexicon.Names // in words for readers
	List     bool          // its cells are as [Join] writes them
	Free     bool          // anything may stand in it: see [Guard]
	Carried  bool          // a seed holds it: see the package's documentation
	Required bool          // no cell is empty
	Values   []string      // all that it may hold; nil for anything
}

// Tables returns the tables in their order. They are read only.
var Tables = sync.OnceValue(readTables)

// TableOf returns the table of that file, nil where there is none.
func TableOf(name string) *Table {
	all := Tables()
	for i := range all {
		if all[i].Name == name {
			return &all[i]
		}
	}
	return nil
}

// words is a text in three languages as the file has it.
type words struct{ EN, FR, ZH string }

func (w words) names() lexicon.Names {
	return lexicon.Names{lang.Unknown: w.EN, lang.EN: w.EN, lang.FR: w.FR, lang.ZH: w.ZH}
}

// readTables reads the embedded file. That it is well formed is seen to by the
// tests, so a fault in it is a fault of the program.
func readTables() []Table {
	var rows []struct {
		Table   string
		words   `yaml:",inline"`
		AboutEN string `yaml:"about_en"`
		AboutFR string `yaml:"about_fr"`
		AboutZH string `yaml:"about_zh"`
		Key     []string
		Refers  map[string]string
		Columns []struct {
			Name, Type                    string
			List, Free, Carried, Required bool
			Values                        []string
			words                         `yaml:",inline"`
		}
	}
	if err := yaml.Unmarshal(tableFile, &rows); err != nil {
		panic(fmt.Sprintf("interchange: tables.yaml: %v", err))
	}
	all := make([]Table, len(rows))
	for i, r := range rows {
		t := Table{
			Name: r.Table, Title: r.names(), About: words{r.AboutEN, r.AboutFR, r.AboutZH}.names(),
			Key: r.Key, Refers: r.Refers, Columns: make([]Column, len(r.Columns)),
		}
		for j, c := range r.Columns {
			t.Columns[j] = Column{c.Name, c.Type, c.names(), c.List, c.Free, c.Carried, c.Required, c.Values}
		}
		all[i] = t
	}
	return all
}
