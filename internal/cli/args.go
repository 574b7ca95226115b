package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// flagsFirst puts the flags of a command before its paths, since the flag
// package stops at the first path: `quotes extract seeds/ --jobs 2`. After
// "--" everything is a path.
func flagsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	command := app.Command(args[1])
	if command == nil {
		return args, nil
	}
	flags, paths := slices.Clone(args[:2]), []string{}
	for rest := args[2:]; len(rest) > 0; rest = rest[1:] {
		arg := rest[0]
		switch {
		case arg == "--":
			return slices.Concat(flags, []string{"--"}, paths, rest[1:]), nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			paths = append(paths, arg)
		case slices.Contains([]string{"--help", "-help", "-h"}, arg): // paths beside it would be taken for topics
			return append(args[:2:2], arg), nil
		case takesValue(command, arg) && len(rest) == 1:
			return args, usagef("flag needs an argument: %s", arg)
		case takesValue(command, arg):
			flags = append(flags, arg, rest[1])
			rest = rest[1:]
		default:
			flags = append(flags, arg)
		}
	}
	return slices.Concat(flags, []string{"--"}, paths), nil
}

// takesValue reports whether the argument after flag is the flag's value.
func takesValue(command *cli.Command, flag string) bool {
	if strings.Contains(flag, "=") {
		return false
	}
	name := strings.TrimLeft(flag, "-")
	for _, f := range command.Flags {
		if slices.Contains(f.Names(), name) {
			return needsValue(f)
		}
	}
	return false
}
