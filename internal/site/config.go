package site

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
	"buildsite/internal/registry"
	"buildsite/internal/rule"
	"buildsite/internal/source"
	"buildsite/internal/zone"
)

// Config is what content/site.yaml says about the site as a whole.
type Config struct {
	Title       lexicon.Names
	Description lexicon.Names
	BaseURL     string // with a final slash; "" when unknown
	Languages   []lang.Lang
	Sides       [2]SideConfig // Canada's and China's, in this order
	License     string
	LicenseURL  string
	Repository  string // where seeds can be edited; "" when unknown
	Checks      rule.Levels
}

// SideConfig is how the site shows one side.
type SideConfig struct {
	ID       lexicon.Side
	Name     lexicon.Names
	Color    string // CSS hex colour
	Flag     string
	Capital  string
	TimeZone string // IANA name
}

// Address returns the absolute address of a page, "" where the site's own is not
// known or is a path alone. That of a folder's index is the folder's.
func (c *Config) Address(path string) string {
	if !strings.Contains(c.BaseURL, "://") {
		return ""
	}
	return c.BaseURL + (&url.URL{Path: strings.TrimSuffix(path, "index.html")}).EscapedPath()
}

// Clocks returns the time zones of the two sides.
func (c *Config) Clocks() lexicon.Clocks {
	canada, _ := zone.Load(c.Sides[0].TimeZone) // checked when it was read
	china, _ := zone.Load(c.Sides[1].TimeZone)
	return lexicon.Clocks{Canada: canada, China: china}
}

// Equal tells whether two configurations make the same pages. What the rules
// weigh shows on none.
func (c *Config) Equal(o *Config) bool {
	return c.Title == o.Title && c.Description == o.Description && c.BaseURL == o.BaseURL && c.Sides == o.Sides &&
		c.License == o.License && c.LicenseURL == o.LicenseURL && c.Repository == o.Repository && slices.Equal(c.Languages, o.Languages)
}

// defaults is the configuration of a content folder without site.yaml: English
// only, with a plain title.
func defaults() Config {
	return Config{
		Title:       lexicon.Names{lang.Unknown: "China–Canada timeline", lang.FR: "Chronologie Chine-Canada", lang.ZH: "中加关系大事记"},
		Description: lexicon.Names{lang.Unknown: "The relations of China and Canada, event by event, with the sources of both sides."},
		Languages:   []lang.Lang{lang.EN},
		Sides: [2]SideConfig{
			{ID: lexicon.Canada, Color: ownColors[0], Name: lexicon.Names{lang.Unknown: "Canada", lang.ZH: "加拿大"}, Capital: "Ottawa", TimeZone: "America/Toronto"},
			{ID: lexicon.China, Color: ownColors[1], Name: lexicon.Names{lang.Unknown: "China", lang.FR: "Chine", lang.ZH: "中国"}, Capital: "Beijing", TimeZone: "Asia/Shanghai"},
		},
	}
}

// configName is the file that holds the configuration.
const configName = "site.yaml"

// ReadConfig reads site.yaml at the root of content. What it does not say
// keeps its default; without the file all does.
func ReadConfig(content fs.FS) (Config, []source.Diagnostic) {
	c := defaults()
	f, r := registry.OpenOne(content, configName,
		"title", "title_fr", "title_zh", "description", "description_fr", "description_zh", "base_url", "languages",
		"sides", "license", "license_url", "repository", "checks")
	if r == nil {
		return c, f.Diagnostics()
	}
	setNames(&c.Title, r, "title")
	setNames(&c.Description, r, "description")
	c.License = r.Text("license")
	c.LicenseURL = address(r, "license_url")
	c.Repository = address(r, "repository")
	if base := address(r, "base_url"); base != "" {
		c.BaseURL = strings.TrimSuffix(base, "/") + "/"
	}
	readLanguages(&c, r)
	readSides(&c, r)
	readChecks(&c, r)
	return c, f.Diagnostics()
}

// setNames reads a text in each language: key, key_fr and key_zh.
func setNames(n *lexicon.Names, r *registry.Record, key string) {
	if s := r.Text(key); s != "" {
		*n = lexicon.Names{lang.Unknown: s}
	}
	for _, l := range [...]lang.Lang{lang.FR, lang.ZH} {
		if s := r.Text(key + "_" + l.String()); s != "" {
			n[l] = s
		}
	}
}

// address reads a web address.
func address(r *registry.Record, key string) string {
	s := r.Text(key)
	u, err := url.Parse(s)
	if s == "" || err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") && u.RawQuery == "" && u.Fragment == "" {
		return s
	}
	r.Problem(key, source.Error, "bad-url", key+" is not an address").Hint = "write it in full, such as https://example.org/timeline/"
	return ""
}

func readLanguages(c *Config, r *registry.Record) {
	tags := r.List("languages")
	if len(tags) == 0 {
		return
	}
	c.Languages = nil
	for _, tag := range tags {
		l, err := lang.Parse(tag)
		if err != nil {
			r.Problem("languages", source.Error, "bad-language", err.Error())
			continue
		}
		if !slices.Contains(c.Languages, l) {
			c.Languages = append(c.Languages, l)
		}
	}
}

func readSides(c *Config, r *registry.Record) {
	for _, s := range r.Records("sides", "id", "name", "fr", "zh", "color", "flag", "capital", "time_zone") {
		id := lexicon.ParseSide(s.Text("id"))
		i := slices.IndexFunc(c.Sides[:], func(x SideConfig) bool { return x.ID == id })
		if i < 0 {
			s.Problem("id", source.Error, "bad-side", "unknown side "+s.Text("id")).Hint = "the two sides are canada and china"
			continue
		}
		c.Sides[i].read(s)
	}
}

// read takes over what a record says of a side.
func (c *SideConfig) read(r *registry.Record) {
	if name := r.Text("name"); name != "" {
		c.Name = lexicon.Names{lang.Unknown: name, lang.FR: r.Text("fr"), lang.ZH: r.Text("zh")}
	}
	for _, field := range []struct {
		key string
		to  *string
	}{{"flag", &c.Flag}, {"capital", &c.Capital}} {
		if s := r.Text(field.key); s != "" {
			*field.to = s
		}
	}
	c.readZone(r)
	color := r.Text("color")
	if color != "" && !isHexColor(color) {
		r.Problem("color", source.Error, "bad-color", "the colour "+color+" is not of the form #RRGGBB").Hint = `write it in quotes, such as "#0B5563"`
		return
	}
	if color != "" {
		c.Color = strings.ToLower(color)
	}
}

// readZone takes over the time zone of a side.
func (c *SideConfig) readZone(r *registry.Record) {
	name := r.Text("time_zone")
	if name == "" {
		return
	}
	if _, err := zone.Load(name); err != nil {
		r.Problem("time_zone", source.Error, "bad-time-zone", "there is no time zone "+name).Hint = "write its name as the IANA does, such as America/Toronto or Asia/Shanghai"
		return
	}
	c.TimeZone = name
}

// ownColors are the colours of the two sides in the style sheet that comes with
// the program, in its light theme.
var ownColors = [2]string{"#b04a00", "#005f73"}

// Colors returns a style sheet with the sides' colours where site.yaml gives
// others than the program's own. In the dark theme they are mixed with white,
// so that a colour chosen for paper can be read on a dark ground.
func (c *Config) Colors() (File, bool) {
	canada, china := cmp.Or(c.Sides[0].Color, ownColors[0]), cmp.Or(c.Sides[1].Color, ownColors[1])
	if canada == ownColors[0] && china == ownColors[1] {
		return File{}, false
	}
	css := fmt.Sprintf(":root{--canada:%[1]s;--china:%[2]s}@media (prefers-color-scheme:dark){:root{"+
		"--canada:color-mix(in oklab,%[1]s 55%%,white);--china:color-mix(in oklab,%[2]s 55%%,white)}}\n", canada, china)
	sum := sha256.Sum256([]byte(css))
	return File{Path: fmt.Sprintf("assets/sides-%x.css", sum[:5]), Data: []byte(css)}, true
}

func isHexColor(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdefABCDEF") == ""
}
