module buildsite

go 1.25.0

// What the program is made of, each for its one job.
require (
	github.com/BurntSushi/toml v1.6.0 // front matter between +++
	github.com/adrg/frontmatter v0.2.0 // splits front matter from the body
	github.com/alecthomas/kong v1.17.0 // command line
	github.com/clipperhouse/uax29/v2 v2.7.0 // sentence borders (Unicode annex 29)
	github.com/evanw/esbuild v0.28.2 // bundles style sheets and scripts, without node
	github.com/fsnotify/fsnotify v1.10.1 // changes of files, on every system
	github.com/gofrs/flock v0.13.1 // one build at a time, freed when a build is killed
	github.com/yuin/goldmark v1.8.7 // Markdown
	go.yaml.in/yaml/v3 v3.0.6 // YAML with lines and columns
	golang.org/x/sys v0.47.0 // exchanging two directories in one step
	golang.org/x/text v0.40.0 // encodings, normal forms
)

// What only the tests need.
require (
	github.com/arran4/golang-ical v0.3.4 // a reader of calendars
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/emersion/go-ical v0.0.0-20250329121855-f41e73efc392 // another one
	github.com/google/go-cmp v0.7.0
	github.com/rogpeppe/go-internal v1.16.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	golang.org/x/net v0.57.0
	golang.org/x/tools v0.48.0
)

require (
	github.com/bmatcuk/doublestar/v4 v4.10.0 // indirect
	github.com/fatih/color v1.19.0 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/mattn/go-colorable v0.1.14 // indirect
	github.com/mattn/go-isatty v0.0.20 // indirect
	github.com/mattn/go-runewidth v0.0.21 // indirect
	github.com/mattn/go-shellwords v1.0.12 // indirect
	github.com/rhysd/actionlint v1.7.12 // indirect
	github.com/robfig/cron/v3 v3.0.1 // indirect
	github.com/teambition/rrule-go v1.8.2 // indirect
	go.yaml.in/yaml/v4 v4.0.0-rc.3 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.38.0 // indirect
	golang.org/x/sync v0.22.0 // indirect
	gopkg.in/yaml.v2 v2.3.0 // indirect
	honnef.co/go/tools v0.7.0 // indirect
	mvdan.cc/gofumpt v0.11.0 // indirect
)

tool (
	github.com/rhysd/actionlint/cmd/actionlint
	honnef.co/go/tools/cmd/staticcheck
	mvdan.cc/gofumpt
)

ignore ./e2e/node_modules
