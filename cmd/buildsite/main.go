// Buildsite makes a static site out of seeds: it reads Markdown and plain-text
// files, finds the dated events in them, merges what several sources tell of
// one event, and renders a timeline that can be browsed.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"buildsite/internal/source"
)

// Exit codes, as the documentation promises them.
const (
	exitDone     = 0
	exitProblems = 1 // in seeds, or no result
	exitUsage    = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// program is the command line: the common flags and the commands.
type program struct {
	Common

	Build   buildCommand   `cmd:"" default:"withargs" help:"Build the site into the output folder. This is what happens when no command is given."`
	Serve   serveCommand   `cmd:"" help:"Build, serve on this machine, watch, build again, and have the browser follow."`
	Check   checkCommand   `cmd:"" help:"Read every seed, report all problems and open questions, write nothing."`
	Explain explainCommand `cmd:"" help:"Show what a seed yields: its date and why, every time expression, every event with its evidence."`
	New     newCommand     `cmd:"" help:"Write a new seed with filled-in front matter and print its path."`
	Promote promoteCommand `cmd:"" help:"Write an extracted event as a seed for an editor to own; it takes the extracted one's place."`
	Import  importCommand  `cmd:"" help:"Write the events of another program's file as seeds: TimelineJS, Markwhen, a calendar, or this site's own events.csv."`
	Fmt     fmtCommand     `cmd:"" help:"Set front matter right: keys in order, dates as EDTF, nothing else touched."`
	Schema  schemaCommand  `cmd:"" help:"Print a JSON Schema of front matter, for editors that complete and check it."`
	Version versionCommand `cmd:"" help:"Print the version."`

	Completion completionCommand `cmd:"" help:"Print what a shell needs to complete command lines: bash, zsh or fish."`
}

// description opens the help.
const description = `Makes a browsable timeline out of seeds: event files in Markdown, pasted chronologies and raw articles, in English, French or Chinese.

Put a file below content/, run buildsite, open public/index.html.

Ends with 0 when all went well, with 1 when there are problems in the seeds or no result (the site is then left as it was), with 2 when the command line cannot be meant.`

// terminal is where a command prints, and what it may read.
type terminal struct {
	out, err io.Writer
	in       io.Reader
}

// errReported ends a command whose problems are already told.
var errReported = errors.New("problems were reported")

// usageError is a command line that cannot be meant as it stands.
type usageError struct{ text, hint string }

func (e *usageError) Error() string { return e.text }

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	if name, ok := ruleAsked(args); ok {
		return fail(stderr, helpRule(stdout, name))
	}
	var p program
	helped := false
	parser, err := kong.New(&p,
		kong.Name("buildsite"), kong.Description(description), kong.Writers(stdout, stderr),
		kong.Exit(func(int) { helped = true }), kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(&terminal{stdout, stderr, os.Stdin}),
	)
	if err != nil {
		fmt.Fprintf(stderr, "buildsite: error: %v\n", err)
		return exitUsage
	}
	command, err := parser.Parse(args)
	switch {
	case helped:
		return exitDone
	case err != nil:
		return fail(stderr, misread(parser, err))
	}
	if err := p.named(); err != nil {
		return fail(stderr, err)
	}
	return fail(stderr, command.Run(&p.Common))
}

// misread tells why the arguments cannot be parsed. Since build is what happens
// without a command, a misspelt command comes as an argument that build does
// not take.
func misread(parser *kong.Kong, err error) *usageError {
	told := &usageError{err.Error(), "buildsite --help lists the commands and flags"}
	if flag, found := strings.CutSuffix(told.text, ` got "EOL" (<EOL>)`); found {
		flag, _, _ = strings.Cut(flag, ": ")
		told.text = flag + " needs a value"
	}
	if word, found := strings.CutPrefix(told.text, "unexpected argument "); found {
		var commands []string
		for _, c := range parser.Model.Children {
			commands = append(commands, c.Name)
		}
		if near := source.Nearest(word, commands); near != "" && near != word {
			told.hint = fmt.Sprintf("did you mean %q?", near)
		}
	}
	return told
}

// fail tells an error, if there is one that was not told before, and returns
// the exit code that goes with it.
func fail(stderr io.Writer, err error) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitProblems
	case errors.As(err, &usage):
		tell(stderr, usage.text, usage.hint)
		return exitUsage
	case errors.Is(err, context.Canceled):
		tell(stderr, "interrupted; nothing was changed", "")
		return exitProblems
	}
	text, hint := explainError(err)
	tell(stderr, text, hint)
	return exitProblems
}

func tell(w io.Writer, text, hint string) {
	fmt.Fprintf(w, "buildsite: error: %s\n", text)
	if hint != "" {
		fmt.Fprintf(w, "  hint: %s\n", hint)
	}
}
