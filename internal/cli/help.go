package cli

// The help of the program and of a command. Its lines are short enough for a
// terminal of 100 columns; examples stand first, where they are seen.
const (
	appHelp = `{{.Name}} - {{.Usage}}

Usage:
   quotes COMMAND [OPTIONS] [PATH ...]

Commands:{{range .VisibleCommands}}
   {{printf "%-12s" .Name}}{{.Usage}}{{end}}

Examples:
   quotes extract seeds/ > out.jsonl
   quotes extract --published 2024-07-18 article.txt
   quotes text --format plain page.html
   quotes eval gold.jsonl out.jsonl
   quotes train --output models/ annotated/
   quotes COMMAND --help

Options:{{range .VisibleFlags}}
   {{.}}{{end}}

Exit codes:
   0  all inputs read
   1  some input failed (each is named on standard error, the others are done)
   2  wrong usage
   130  stopped by a signal; what was done is kept
`

	commandHelp = `{{.HelpName}} - {{.Usage}}

Usage:
   {{.HelpName}} [OPTIONS]{{with .ArgsUsage}} {{.}}{{end}}
{{with .Description}}
{{.}}
{{end}}
Examples:
   {{indent 3 .UsageText | trim}}

Options:{{range .VisibleFlags}}
   {{.}}{{end}}
`
)
