package cli

import (
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/urfave/cli/v2"

	"quotes/internal/ingest"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

// The values of flags that take one of a few words.
var (
	inputFormats = []string{"auto", "html", "text", "jsonl"}
	textFormats  = []string{"jsonl", "plain"}
	offsetUnits  = []string{string(pipeline.CodePoints), string(pipeline.Bytes), string(pipeline.UTF16)}
)

// sectionNames lists the sections of a page.
func sectionNames() []string {
	var names []string
	for _, s := range text.Sections {
		names = append(names, string(s))
	}
	return names
}

// inputFlags are the flags of every command that reads documents.
func inputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` (under another name until it is whole) instead of standard output"},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Value: runtime.NumCPU(), DefaultText: "all cores", Usage: "read `N` documents at a time; the output is the same for any number"},
		&cli.StringFlag{Name: "input-format", Value: "auto", Usage: "`FORMAT` of the inputs: " + strings.Join(inputFormats, ", ")},
		&cli.StringFlag{Name: "url", Usage: "`URL` of inputs that state none"},
		&cli.StringFlag{Name: "published", Usage: "`DATE` (ISO 8601) of inputs that state none"},
		&cli.StringFlag{Name: "offsets", Value: offsetUnits[0], Usage: "`UNIT` of spans: " + strings.Join(offsetUnits, ", ")},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, DisableDefaultText: true, Usage: "no warnings and no summary on standard error, only errors"},
	}
}

// inputs are the validated values of inputFlags and the paths.
type inputs struct {
	paths   []string
	options ingest.Options
	jobs    int
	quiet   bool
	output  string
	offsets pipeline.Offsets
}

// readInputs checks the flags of inputFlags and the paths.
func readInputs(c *cli.Context) (inputs, error) {
	in := inputs{
		paths:   c.Args().Slice(),
		jobs:    c.Int("jobs"),
		quiet:   c.Bool("quiet"),
		output:  c.String("output"),
		offsets: pipeline.Offsets(c.String("offsets")),
		options: ingest.Options{
			Format:    ingest.Format(c.String("input-format")),
			URL:       c.String("url"),
			Published: c.String("published"),
			Stdin:     c.App.Reader,
		},
	}
	if in.jobs < 1 {
		return in, usagef("--jobs %d: must be 1 or more", in.jobs)
	}
	if err := oneOf("--input-format", c.String("input-format"), inputFormats); err != nil {
		return in, err
	}
	if err := oneOf("--offsets", c.String("offsets"), offsetUnits); err != nil {
		return in, err
	}
	if c.IsSet("url") && !isURL(in.options.URL) {
		return in, usagef("--url %s: not an absolute URL", in.options.URL)
	}
	if c.IsSet("published") && !isISODate(in.options.Published) {
		return in, usagef("--published %s: not a date such as 2024-07-18 or 2024-07-18T05:54:00+03:00", in.options.Published)
	}
	if c.IsSet("output") && in.output == "" {
		return in, usagef("--output: no file named")
	}
	if len(in.paths) == 0 {
		if isTerminal(c.App.Reader) {
			return in, usagef("no input: name files or folders, or pipe a document in")
		}
		in.paths = []string{"-"}
	}
	return in, nil
}

// oneOf checks a flag that takes one of a few words.
func oneOf(flag, value string, words []string) error {
	if slices.Contains(words, value) {
		return nil
	}
	return usagef("%s %s: must be one of %s", flag, value, strings.Join(words, ", "))
}

// isURL reports whether s is an absolute URL with a host.
func isURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme != "" && u.Host != ""
}

// isoLayouts are the forms of a date that the record allows.
var isoLayouts = []string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04", "2006-01-02T15:04:05",
	"2006-01-02T15:04Z07:00", time.RFC3339}

// isISODate reports whether s is a date of ISO 8601.
func isISODate(s string) bool {
	return slices.ContainsFunc(isoLayouts, func(layout string) bool {
		_, err := time.Parse(layout, s)
		return err == nil
	})
}

// isTerminal reports whether r is a terminal a person types at.
func isTerminal(r any) bool {
	f, ok := r.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
