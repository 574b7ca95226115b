package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"quotes/internal/evaluate"
	"quotes/internal/output"
)

// shells maps each shell to the writer of its completion script.
var shells = map[string]func(*cli.App) string{
	"bash": bashCompletion,
	"zsh":  zshCompletion,
	"fish": fishCompletion,
}

// shellNames lists the shells in the order of the help.
var shellNames = []string{"bash", "zsh", "fish"}

// flagValues are the words to offer after a flag of a command.
func flagValues(command, flag string) []string {
	switch flag {
	case "input-format":
		return inputFormats
	case "format":
		if command == "extract" {
			return output.Formats()
		}
		return textFormats
	case "offsets":
		return offsetUnits
	case "section":
		return sectionNames()
	case "only":
		return trainParts
	case "tier":
		return evaluate.TierNames()
	case "type":
		return quoteTypes
	}
	return nil
}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the completion script of a shell",
		ArgsUsage: strings.Join(shellNames, "|"),
		UsageText: `source <(quotes completion bash)
quotes completion zsh > "${fpath[1]}/_quotes"
quotes completion fish > ~/.config/fish/completions/quotes.fish`,
		Action: func(c *cli.Context) error {
			script, known := shells[c.Args().First()]
			if !known || c.NArg() != 1 {
				return usagef("completion takes one of %s", strings.Join(shellNames, ", "))
			}
			_, err := fmt.Fprint(c.App.Writer, script(c.App))
			return err
		},
	}
}

// ownFlags are a command's flags but for --help, which every command has.
func ownFlags(c *cli.Command) []cli.Flag {
	return slices.DeleteFunc(slices.Clone(c.Flags), func(f cli.Flag) bool { return f == cli.HelpFlag })
}

// flagNames gives the names of a flag as they are typed, the long one first.
func flagNames(f cli.Flag) []string {
	var names []string
	for _, n := range f.Names() {
		names = append(names, dashes(n)+n)
	}
	return names
}

// dashes is what stands before a flag's name.
func dashes(name string) string {
	if len(name) == 1 {
		return "-"
	}
	return "--"
}

// needsValue reports whether a flag takes a value.
func needsValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

// flagUsage is the flag's line of help without the marks of its value's name.
func flagUsage(f cli.Flag) string {
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return ""
	}
	return strings.ReplaceAll(d.GetUsage(), "`", "")
}

// bashCompletion writes a function that knows the commands, their flags and
// the flags' words; everything else is a path.
func bashCompletion(app *cli.App) string {
	var b strings.Builder
	var names []string
	for _, c := range app.Commands {
		names = append(names, c.Name)
	}
	b.WriteString("# bash completion of quotes\n_quotes() {\n")
	b.WriteString("  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words=\n")
	fmt.Fprintf(&b, "  if [ \"$COMP_CWORD\" -eq 1 ]; then words=%q\n  else case ${COMP_WORDS[1]}:$prev in\n",
		strings.Join(names, " ")+" --help --version")
	fmt.Fprintf(&b, "    completion:*) words=%q ;;\n", strings.Join(shellNames, " "))
	for _, c := range app.Commands {
		var flags []string
		for _, f := range ownFlags(c) {
			flags = append(flags, flagNames(f)...)
			if words := flagValues(c.Name, f.Names()[0]); words != nil {
				fmt.Fprintf(&b, "    %s:%s) words=%q ;;\n", c.Name, dashes(f.Names()[0])+f.Names()[0], strings.Join(words, " "))
			}
		}
		fmt.Fprintf(&b, "    %s:*) case $cur in -*) words=%q ;; esac ;;\n", c.Name, strings.Join(append(flags, "--help"), " "))
	}
	b.WriteString("  esac; fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n")
	b.WriteString("complete -o default -F _quotes quotes\n")
	return b.String()
}

// zshCompletion writes a function for zsh's _arguments.
func zshCompletion(app *cli.App) string {
	var b strings.Builder
	b.WriteString("#compdef quotes\n_quotes() {\n  if (( CURRENT == 2 )); then\n    local -a commands=(\n")
	for _, c := range app.Commands {
		fmt.Fprintf(&b, "      %s\n", zshQuote(c.Name+":"+c.Usage))
	}
	b.WriteString("    )\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n")
	for _, c := range app.Commands {
		fmt.Fprintf(&b, "    %s) _arguments -s '1: :' \\\n", c.Name)
		for _, f := range ownFlags(c) {
			for _, name := range flagNames(f) {
				fmt.Fprintf(&b, "      %s \\\n", zshQuote(zshFlag(c.Name, f, name)))
			}
		}
		if c.Name == "completion" {
			fmt.Fprintf(&b, "      '2:shell:(%s)' ;;\n", strings.Join(shellNames, " "))
			continue
		}
		b.WriteString("      '*:path:_files' ;;\n")
	}
	b.WriteString("  esac\n}\n[ \"$funcstack[1]\" = _quotes ] && _quotes \"$@\" || compdef _quotes quotes\n")
	return b.String()
}

// zshFlag is one flag as _arguments describes it.
func zshFlag(command string, f cli.Flag, name string) string {
	usage := strings.NewReplacer("[", "(", "]", ")", ":", "\\:").Replace(flagUsage(f))
	spec := "*" + name + "[" + usage + "]"
	if !needsValue(f) {
		return spec
	}
	if words := flagValues(command, f.Names()[0]); words != nil {
		return spec + ":value:(" + strings.Join(words, " ") + ")"
	}
	return spec + ":value:_files"
}

// zshQuote quotes s for the shell.
func zshQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fishCompletion writes one line a command and a flag.
func fishCompletion(app *cli.App) string {
	var b strings.Builder
	b.WriteString("# fish completion of quotes\n")
	for _, c := range app.Commands {
		fmt.Fprintf(&b, "complete -c quotes -n __fish_use_subcommand -f -a %s -d %s\n", c.Name, fishQuote(c.Usage))
		for _, f := range ownFlags(c) {
			fmt.Fprintf(&b, "complete -c quotes -n '__fish_seen_subcommand_from %s'", c.Name)
			for _, n := range f.Names() {
				fmt.Fprintf(&b, " -%s %s", map[bool]string{true: "s", false: "l"}[len(n) == 1], n)
			}
			if needsValue(f) {
				b.WriteString(" -r")
			}
			if words := flagValues(c.Name, f.Names()[0]); words != nil {
				fmt.Fprintf(&b, " -f -a %s", fishQuote(strings.Join(words, " ")))
			}
			fmt.Fprintf(&b, " -d %s\n", fishQuote(flagUsage(f)))
		}
	}
	fmt.Fprintf(&b, "complete -c quotes -n '__fish_seen_subcommand_from completion' -f -a %s\n", fishQuote(strings.Join(shellNames, " ")))
	return b.String()
}

// fishQuote quotes s for the shell.
func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}
