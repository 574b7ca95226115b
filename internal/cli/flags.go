package cli

import (
	"net/url"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/urfave/cli/v2"

	"quotes/internal/ingest"
	"quotes/internal/output"
	"quotes/pkg/pipeline"
	"quotes/pkg/text"
)

// The values of flags that take one of a few words.
var (
	inputFormats = []string{"auto", "html", "text", "jsonl", "warc"}
	textFormats  = []string{"jsonl", "plain"}
	offsetUnits  = []string{string(pipeline.CodePoints), string(pipeline.Bytes), string(pipeline.UTF16)}
)

// maxJobs is more than any machine has use for.
const maxJobs = 1024

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
		&cli.StringFlag{Name: "files-from", Usage: "also the paths in `LIST` (\"-\": standard input), one a line or ended by zero bytes"},
		&cli.StringFlag{Name: "shard", Usage: "only part `I/N` of the documents; the N parts together are all"},
		&cli.StringFlag{Name: "checkpoint", Usage: "note in `FILE` what is done: after a kill the same command goes on"},
		&cli.StringFlag{Name: "stats", Usage: "write counts and time to `FILE` as JSON"},
		&cli.StringFlag{Name: "input-format", Value: "auto", Usage: "`FORMAT` of the inputs: " + strings.Join(inputFormats, ", ")},
		&cli.StringFlag{Name: "max-document", Value: "16MB", Usage: "pass over documents above `SIZE` (unpacked): 500K, 16MB, 1G"},
		&cli.StringFlag{Name: "url", Usage: "`URL` of inputs that state none"},
		&cli.StringFlag{Name: "published", Usage: "`DATE` (ISO 8601) of inputs that state none"},
		&cli.StringFlag{Name: "offsets", Value: offsetUnits[0], Usage: "`UNIT` of spans: " + strings.Join(offsetUnits, ", ")},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, DisableDefaultText: true, Usage: "no warnings, progress and summary on standard error, only errors"},
		&cli.BoolFlag{Name: "no-progress", DisableDefaultText: true, Usage: "no progress on a terminal"},
	}
}

// inputs are the validated values of inputFlags and the paths.
type inputs struct {
	paths      []string
	filesFrom  string // "": no list
	options    ingest.Options
	shard      shard
	jobs       int
	quiet      bool
	progress   bool
	output     string
	checkpoint string
	stats      string
	offsets    pipeline.Offsets
}

// readInputs checks the flags of inputFlags and the paths.
func readInputs(c *cli.Context) (inputs, error) {
	in := inputs{
		paths:      c.Args().Slice(),
		filesFrom:  c.String("files-from"),
		jobs:       c.Int("jobs"),
		quiet:      c.Bool("quiet"),
		progress:   !c.Bool("quiet") && !c.Bool("no-progress"),
		output:     c.String("output"),
		checkpoint: c.String("checkpoint"),
		stats:      c.String("stats"),
		offsets:    pipeline.Offsets(c.String("offsets")),
		options: ingest.Options{
			Format:    ingest.Format(c.String("input-format")),
			URL:       c.String("url"),
			Published: c.String("published"),
			Stdin:     c.App.Reader,
		},
	}
	var ok bool
	if in.options.MaxDocument, ok = parseSize(c.String("max-document")); !ok {
		return in, usagef("--max-document %s: not a size such as 16MB", c.String("max-document"))
	}
	if in.jobs < 1 || in.jobs > maxJobs {
		return in, usagef("--jobs %d: must be from 1 to %d", in.jobs, maxJobs)
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
	if err := checkFiles(c, in.paths); err != nil {
		return in, err
	}
	if err := checkRun(c, &in); err != nil {
		return in, err
	}
	if len(in.paths) == 0 && in.filesFrom == "" {
		if isTerminal(c.App.Reader) {
			return in, usagef("no input: name files or folders, or pipe a document in")
		}
		in.paths = []string{"-"}
	}
	return in, nil
}

// checkFiles checks the flags that name files: an input that a run writes
// would be lost.
func checkFiles(c *cli.Context, paths []string) error {
	for _, flag := range []string{"output", "files-from", "checkpoint", "stats"} {
		name := c.String(flag)
		switch {
		case c.IsSet(flag) && name == "":
			return usagef("--%s: no file named", flag)
		case name == "-" && (flag == "checkpoint" || flag == "stats"):
			return usagef("--%s -: must be a file", flag)
		case flag == "files-from":
			continue
		}
		for _, p := range paths {
			if sameFile(p, name) {
				return usagef("--%s %s: is an input", flag, name)
			}
		}
	}
	return checkDistinct(c)
}

// checkDistinct checks that no two flags name one file: one would be written
// over the other, or removed with it.
func checkDistinct(c *cli.Context) error {
	whose := map[string]string{}
	if output := c.String("output"); output != "" && c.IsSet("checkpoint") {
		whose[realPath(partial(throughLink(output)))] = "--output until it is whole"
	}
	for _, flag := range []string{"output", "files-from", "checkpoint", "stats"} {
		name := c.String(flag)
		if name == "" || name == "-" || isDevice(name) {
			continue
		}
		real := realPath(name)
		if other, ok := whose[real]; ok {
			return usagef("--%s %s: is the file of %s", flag, name, other)
		}
		whose[real] = "--" + flag
	}
	return nil
}

// checkRun checks the flags of a long run.
func checkRun(c *cli.Context, in *inputs) (err error) {
	if c.IsSet("shard") {
		if in.shard, err = parseShard(c.String("shard")); err != nil {
			return err
		}
	}
	switch {
	case in.filesFrom == "-" && slices.Contains(in.paths, "-"):
		return usagef("--files-from -: standard input cannot be a list and a document")
	case in.filesFrom == "-" && in.checkpoint != "":
		return usagef("--checkpoint: cannot go on with a list on standard input, name a file")
	case in.filesFrom != "" && in.checkpoint != "" && isDevice(in.filesFrom):
		return usagef("--checkpoint: cannot go on with the list %s, not a regular file", in.filesFrom)
	case in.checkpoint != "" && isDevice(in.checkpoint):
		return usagef("--checkpoint %s: not a regular file", in.checkpoint)
	case in.checkpoint != "" && (in.output == "" || in.output == "-"):
		return usagef("--checkpoint: needs --output FILE")
	case in.checkpoint != "" && c.String("format") == string(output.Parquet):
		return usagef("--checkpoint: cannot go on with a Parquet file; write jsonl, csv or tsv, or a file for each --shard")
	}
	return nil
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
	f, ok := fileOf(r)
	return ok && isatty.IsTerminal(f.Fd())
}
