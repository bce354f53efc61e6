package site

import (
	"buildsite/internal/lang"
	"buildsite/internal/lexicon"
)

// Config is what content/site.yaml says about the site as a whole.
type Config struct {
	Title       lexicon.Names
	Description lexicon.Names
	BaseURL     string // absolute, with a final slash; "" when unknown
	Languages   []lang.Lang
	Sides       [2]SideConfig // Canada's and China's
	License     string
	LicenseURL  string
	Repository  string // where seeds can be edited; "" when unknown
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
