package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"buildsite/internal/interchange"
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/series"
	"buildsite/internal/site"
)

// The parts of a descriptor as the Data Package standard has them (version 2,
// datapackage.org).
type dataPackage struct {
	Schema      string         `json:"$schema"`
	Name        string         `json:"name"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	Homepage    string         `json:"homepage,omitempty"`
	Version     string         `json:"version,omitempty"`
	Keywords    []string       `json:"keywords"`
	Licenses    []dataLicense  `json:"licenses,omitempty"`
	Sources     []dataSource   `json:"sources"`
	Resources   []dataResource `json:"resources"`
}

type dataLicense struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

type dataSource struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type dataResource struct {
	Name        string        `json:"name"`
	Type        string        `json:"type,omitempty"`
	Path        string        `json:"path"`
	Title       string        `json:"title"`
	Description string        `json:"description,omitempty"`
	Format      string        `json:"format"`
	MediaType   string        `json:"mediatype"`
	Encoding    string        `json:"encoding"`
	Dialect     *dataDialect  `json:"dialect,omitempty"`
	Schema      *dataSchema   `json:"schema,omitempty"`
	Licenses    []dataLicense `json:"licenses,omitempty"`
}

type dataDialect struct {
	Schema         string `json:"$schema"`
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type dataSchema struct {
	Schema        string        `json:"$schema"`
	Fields        []dataField   `json:"fields"`
	MissingValues []string      `json:"missingValues"`
	PrimaryKey    []string      `json:"primaryKey,omitempty"`
	ForeignKeys   []dataForeign `json:"foreignKeys,omitempty"`
}

type dataField struct {
	Name        string           `json:"name"`
	Type        string           `json:"type"`
	Format      string           `json:"format,omitempty"`
	Description string           `json:"description,omitempty"`
	Constraints *dataConstraints `json:"constraints,omitempty"`
}

type dataConstraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type dataForeign struct {
	Fields    []string `json:"fields"`
	Reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	} `json:"reference"`
}

// profiles is where the standard's own schemas lie.
const profiles = "https://datapackage.org/profiles/2.0/"

// dataPackage writes the descriptor of all tables, the series and events.json.
func (r *Renderer) dataPackage(b *bytes.Buffer, p *site.Plan) error {
	cfg := &p.Config
	d := dataPackage{
		Schema: profiles + "datapackage.json", Name: cmp.Or(lexicon.Slug(cfg.Title.In(lang.EN)), "timeline"), Title: cfg.Title.In(lang.EN),
		Description: cfg.Description.In(lang.EN), Homepage: cfg.Address(""), Keywords: []string{"timeline", "Canada", "China", "diplomacy", "events"},
		Licenses: licenses(cfg),
		Sources:  []dataSource{{Title: "The sources of each event, one by one", Path: "sources.csv"}},
	}
	if !p.Updated.IsZero() {
		d.Version = p.Updated.String()
	}
	for _, t := range p.Tables {
		d.Resources = append(d.Resources, tableResource(t.Table))
	}
	for _, s := range p.Series {
		d.Resources = append(d.Resources, seriesResource(s))
	}
	d.Resources = append(d.Resources, dataResource{
		Name: "events-json", Path: "events.json", Title: "Events in full", Format: "json", MediaType: "application/json", Encoding: "utf-8",
		Description: "The same events with the sentences they were read from; events.schema.json describes it.",
	})
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(d)
}

// licenses returns the site's licence. A name as the standard wants it is known
// for those of Creative Commons.
func licenses(cfg *site.Config) []dataLicense {
	if cfg.LicenseURL == "" {
		return nil
	}
	return []dataLicense{{Path: cfg.LicenseURL, Title: cfg.License, Name: openName[cfg.License]}}
}

// openName holds names of licences at licenses.opendefinition.org.
var openName = map[string]string{"CC BY 4.0": "CC-BY-4.0", "CC BY-SA 4.0": "CC-BY-SA-4.0", "CC0 1.0": "CC0-1.0"}

func csvResource(name, path, title, about string) dataResource {
	return dataResource{
		Name: name, Type: "table", Path: path, Title: title, Description: about, Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
	}
}

// resourceName is what the package calls a file.
func resourceName(file string) string { return file[:len(file)-len(".csv")] }

func tableResource(t *interchange.Table) dataResource {
	r := csvResource(resourceName(t.Name), t.Name, t.Title.In(lang.EN), t.About.In(lang.EN))
	r.Dialect = &dataDialect{profiles + "tabledialect.json", ",", "\r\n", true, true}
	r.Schema = &dataSchema{Schema: profiles + "tableschema.json", MissingValues: []string{""}, PrimaryKey: t.Key}
	for i := range t.Columns {
		r.Schema.Fields = append(r.Schema.Fields, field(&t.Columns[i], t.Key))
	}
	for _, c := range t.Columns {
		other := interchange.TableOf(t.Refers[c.Name])
		if other == nil {
			continue
		}
		key := dataForeign{Fields: []string{c.Name}}
		key.Reference.Resource, key.Reference.Fields = resourceName(other.Name), other.Key
		r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, key)
	}
	return r
}

// listed and guarded end the description of columns of which more is to know.
const (
	listed  = " A list: entries are parted by a semicolon and a space, a semicolon within an entry is doubled."
	guarded = " An apostrophe stands before a cell that begins with =, +, - or @, so that no spreadsheet takes it for a formula."
)

func field(c *interchange.Column, key []string) dataField {
	f := dataField{Name: c.Name, Type: c.Type, Description: c.Means.In(lang.EN)}
	if c.List {
		f.Description += listed
	}
	if c.Free {
		f.Description += guarded
	}
	limits := dataConstraints{Required: c.Required, Unique: len(key) == 1 && key[0] == c.Name}
	if c.Type == "string" { // others would have to be written as their type
		limits.Enum = c.Values
	}
	if limits.Required || limits.Unique || limits.Enum != nil {
		f.Constraints = &limits
	}
	return f
}

// seriesResource describes figures that editors keep. Of their columns the first
// is the year.
func seriesResource(s *series.Table) dataResource {
	about := s.Basis.In(lang.EN) + " " + s.Shows.In(lang.EN) + " It does not show: " + s.DoesNotShow.In(lang.EN) + " Unit: " + s.Unit.In(lang.EN) + "."
	r := csvResource(s.Name, s.Path(), s.Title.In(lang.EN), about)
	r.Schema = &dataSchema{Schema: profiles + "tableschema.json", MissingValues: []string{""}}
	for _, c := range s.Header {
		f := dataField{Name: c.ID, Type: "string", Description: c.Meaning.In(lang.EN)}
		switch {
		case c.ID == "year":
			f.Type = "integer"
		case slices.ContainsFunc(s.Columns, func(figure series.Column) bool { return figure.ID == c.ID }):
			f.Type = "number"
		}
		r.Schema.Fields = append(r.Schema.Fields, f)
	}
	if name := openName[s.License]; name != "" {
		r.Licenses = []dataLicense{{Name: name, Title: s.License}}
	}
	return r
}
