package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"buildsite/internal/lexicon"
)

// completionCommand prints what a shell needs to complete command lines.
type completionCommand struct {
	Shell string `arg:"" help:"bash, zsh or fish."`
}

// shells are those that completion knows, with what writes their script.
var shells = []struct {
	name  string
	write func(*strings.Builder, []completed)
}{{"bash", bashCompletion}, {"zsh", zshCompletion}, {"fish", fishCompletion}}

// Run prints the script.
func (s *completionCommand) Run(k *kong.Kong, t *terminal) error {
	var names []string
	for _, shell := range shells {
		if shell.name == s.Shell {
			var b strings.Builder
			shell.write(&b, completable(k.Model))
			_, err := fmt.Fprint(t.out, b.String())
			return err
		}
		names = append(names, shell.name)
	}
	return unlike("the shell", s.Shell, names)
}

// completed is a command with what may follow it.
type completed struct {
	name, help string
	files      bool     // it takes files
	words      []string // or one of these
	flags      []completedFlag
}

// completedFlag is a flag with what may follow it.
type completedFlag struct {
	name, help string
	value      bool     // something has to follow it
	folder     bool     // a folder
	words      []string // or one of these
}

// completable lists the commands. The first one has no name: it is what may be
// written before a command.
func completable(app *kong.Application) []completed {
	all := []completed{{flags: flagsOf(app.Node)}}
	for _, node := range app.Children {
		c := completed{name: node.Name, help: firstLine(node.Help), flags: append(flagsOf(node), all[0].flags...)}
		for _, arg := range node.Positional {
			c.files = c.files || arg.Name == "file"
		}
		if node.Name == "completion" {
			for _, shell := range shells {
				c.words = append(c.words, shell.name)
			}
		}
		all = append(all, c)
	}
	return all
}

func flagsOf(node *kong.Node) []completedFlag {
	var flags []completedFlag
	for _, f := range node.Flags {
		c := completedFlag{name: "--" + f.Name, help: firstLine(f.Help), value: !f.IsBool(), folder: f.PlaceHolder == "DIR"}
		switch {
		case f.PlaceHolder == "KIND":
			c.words = lexicon.KindIDs()
		case strings.Contains(f.PlaceHolder, "|"):
			c.words = strings.Split(f.PlaceHolder, "|")
		}
		flags = append(flags, c)
	}
	return flags
}

// firstLine is the first sentence of a help, fit to stand in quotes of any shell.
func firstLine(help string) string {
	help, _, _ = strings.Cut(help, ". ")
	return strings.NewReplacer("'", "’", `"`, "", "`", "", "$", "", `\`, "", "[", "(", "]", ")", ":", " -").Replace(strings.TrimSuffix(help, "."))
}

// words joins the names of commands or flags.
func words[T any](all []T, name func(T) string) string {
	var names []string
	for _, x := range all {
		if n := name(x); n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, " ")
}

func commandName(c completed) string  { return c.name }
func flagName(f completedFlag) string { return f.name }

// values are the flags of which every command has the same meaning, each once.
func values(all []completed) []completedFlag {
	var flags []completedFlag
	for _, c := range all {
		for _, f := range c.flags {
			if f.value && !slices.ContainsFunc(flags, func(g completedFlag) bool { return g.name == f.name }) {
				flags = append(flags, f)
			}
		}
	}
	return flags
}

func bashCompletion(b *strings.Builder, all []completed) {
	b.WriteString("# Completion of buildsite for bash: source <(buildsite completion bash)\n_buildsite() {\n" +
		"  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word\n  COMPREPLY=()\n  case $prev in\n")
	for _, f := range values(all) {
		reply := "return"
		switch {
		case f.folder:
			reply = `COMPREPLY=($(compgen -d -- "$cur")); return`
		case f.words != nil:
			reply = fmt.Sprintf(`COMPREPLY=($(compgen -W "%s" -- "$cur")); return`, strings.Join(f.words, " "))
		}
		fmt.Fprintf(b, "    %s) %s ;;\n", f.name, reply)
	}
	fmt.Fprintf(b, "  esac\n  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case $word in\n      %s) command=$word; break ;;\n    esac\n  done\n  case $command in\n",
		strings.ReplaceAll(words(all, commandName), " ", "|"))
	for _, c := range all {
		names := words(c.flags, flagName)
		if c.name == "" {
			names += " " + words(all, commandName)
		}
		names += " " + strings.Join(c.words, " ")
		files := ""
		if c.files {
			files = ` $(compgen -f -- "$cur")`
		}
		fmt.Fprintf(b, "    %s) COMPREPLY=($(compgen -W \"%s\" -- \"$cur\")%s) ;;\n", orEmpty(c.name), strings.TrimSpace(names), files)
	}
	b.WriteString("  esac\n}\ncomplete -o filenames -F _buildsite buildsite\n")
}

// orEmpty is a pattern of a shell for a word that may be empty.
func orEmpty(name string) string {
	if name == "" {
		return "''"
	}
	return name
}

func zshCompletion(b *strings.Builder, all []completed) {
	b.WriteString("#compdef buildsite\n# Completion of buildsite for zsh: source <(buildsite completion zsh)\n_buildsite() {\n" +
		"  local line state\n  _arguments -C \\\n")
	for _, f := range all[0].flags {
		fmt.Fprintf(b, "    %s \\\n", zshFlag(f))
	}
	b.WriteString("    '1: :->command' '*:: :->rest'\n  case $state in\n    command)\n      local -a commands=(\n")
	for _, c := range all[1:] {
		fmt.Fprintf(b, "        '%s:%s'\n", c.name, c.help)
	}
	b.WriteString("      )\n      _describe command commands ;;\n    rest)\n      case $line[1] in\n")
	for _, c := range all[1:] {
		fmt.Fprintf(b, "        %s) _arguments", c.name)
		for _, f := range c.flags {
			fmt.Fprintf(b, " \\\n          %s", zshFlag(f))
		}
		switch {
		case c.files:
			b.WriteString(" \\\n          '*:file:_files'")
		case c.words != nil:
			fmt.Fprintf(b, " \\\n          '1: :(%s)'", strings.Join(c.words, " "))
		}
		b.WriteString(" ;;\n")
	}
	b.WriteString("      esac ;;\n  esac\n}\ncompdef _buildsite buildsite\n")
}

func zshFlag(f completedFlag) string {
	switch {
	case f.folder:
		return fmt.Sprintf("'%s=[%s]:folder:_files -/'", f.name, f.help)
	case f.words != nil:
		return fmt.Sprintf("'%s=[%s]: :(%s)'", f.name, f.help, strings.Join(f.words, " "))
	case f.value:
		return fmt.Sprintf("'%s=[%s]: : '", f.name, f.help)
	}
	return fmt.Sprintf("'%s[%s]'", f.name, f.help)
}

func fishCompletion(b *strings.Builder, all []completed) {
	b.WriteString("# Completion of buildsite for fish: buildsite completion fish | source\ncomplete -c buildsite -f\n")
	for _, c := range all[1:] {
		fmt.Fprintf(b, "complete -c buildsite -n __fish_use_subcommand -a %s -d '%s'\n", c.name, c.help)
	}
	common := words(all[0].flags, flagName) + " "
	for _, c := range all {
		when := ""
		if c.name != "" {
			when = fmt.Sprintf(" -n '__fish_seen_subcommand_from %s'", c.name)
		}
		for _, f := range c.flags {
			if c.name == "" || !strings.Contains(common, f.name+" ") {
				fmt.Fprintf(b, "complete -c buildsite%s -l %s%s -d '%s'\n", when, strings.TrimPrefix(f.name, "--"), fishValue(f), f.help)
			}
		}
		switch {
		case c.files:
			fmt.Fprintf(b, "complete -c buildsite%s -F\n", when)
		case c.words != nil:
			fmt.Fprintf(b, "complete -c buildsite%s -a '%s'\n", when, strings.Join(c.words, " "))
		}
	}
}

func fishValue(f completedFlag) string {
	switch {
	case f.folder:
		return " -x -a '(__fish_complete_directories)'"
	case f.words != nil:
		return " -x -a '" + strings.Join(f.words, " ") + "'"
	case f.value:
		return " -x"
	}
	return ""
}
