package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"quotes/internal/output"
	"quotes/internal/tag"
	"quotes/pkg/pipeline"
	"quotes/pkg/quote"
	"quotes/pkg/text"
)

// quoteTypes are the values of --type.
var quoteTypes = []string{string(quote.Direct), string(quote.Mixed), string(quote.Indirect)}

func extractCommand() *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "write the quotes of documents, one JSON record a line or as a table",
		ArgsUsage: "[PATH ...]",
		Description: `Reads news pages (HTML), page texts, plain articles, JSON lines (id, url, title,
published, text or html) and web archives (WARC), also packed with gzip, zstd or
bzip2: files, folders and everything below them, and standard input ("-", or no
PATH).`,
		UsageText: `quotes extract page.html
quotes extract seeds/ > out.jsonl
quotes extract articles.jsonl.gz --output quotes.jsonl
quotes extract --format parquet articles/ --output quotes.parquet
find pages -name '*.html' -print0 | quotes extract --files-from - > quotes.jsonl
quotes extract --shard 3/8 --checkpoint 3.checkpoint --output 3.jsonl pages/
quotes extract CC-NEWS-20240718.warc.gz > quotes.jsonl
gzip -dc articles.jsonl.gz | quotes extract --input-format jsonl -
quotes extract --published 2024-07-18 --url https://example.org/a article.txt
quotes extract --section body,caption --type direct --min-confidence 0.8 seeds/`,
		Flags: append(inputFlags(),
			&cli.StringFlag{Name: "format", Value: string(output.JSONL), Usage: "`FORMAT` of the output: " + strings.Join(output.Formats(), ", ")},
			&cli.StringSliceFlag{Name: "section", Usage: "only quotes of `SECTION`s: " + strings.Join(sectionNames(), ", ")},
			&cli.StringSliceFlag{Name: "type", Usage: "only quotes of `TYPE`s: " + strings.Join(quoteTypes, ", ")},
			&cli.BoolFlag{Name: "attitudes", DisableDefaultText: true, Usage: "also what sources want, support or believe without saying it; some statements change with it"},
			&cli.StringFlag{Name: "tagger", DefaultText: "the models'", Usage: "parts of speech by `TAGGER`: " + strings.Join(tag.Taggers(), ", ") + " (slow)"},
			modelsFlag(),
			&cli.Float64Flag{Name: "min-confidence", DefaultText: "0: all", Usage: "only quotes with a confidence of `P` (0 to 1) or more"},
		),
		Action: extract,
	}
}

// extract is the action of the command.
func extract(c *cli.Context) error {
	in, err := readInputs(c)
	if err != nil {
		return err
	}
	if err := useModels(c); err != nil {
		return err
	}
	config, err := readConfig(c, in.offsets)
	if err != nil {
		return err
	}
	format := output.Format(c.String("format"))
	if err := oneOf("--format", string(format), output.Formats()); err != nil {
		return err
	}
	if format == output.Parquet && isTerminal(c.App.Writer) && in.output == "" {
		return usagef("--format parquet: is not for a terminal, name a file with --output")
	}
	count, err := process(c, in, format, func(a *text.Article) (rendered, error) { return renderRecords(a, config, format) })
	if !in.quiet && (err == nil || errors.Is(err, errFailed) || errors.Is(err, context.Canceled)) {
		fmt.Fprintln(c.App.ErrWriter, summary(count))
	}
	return err
}

// summary is the last line of a run. It counts documents in a language that is
// not read where not all of them have been named.
func summary(count tally) string {
	s := fmt.Sprintf("quotes: %s, %s, %d failed", plural(count.Documents, "document"), plural(count.Quotes, "quote"), count.Failed)
	if count.OtherLanguage > maxForeign {
		s += fmt.Sprintf(", %d in a language that is not read", count.OtherLanguage)
	}
	return s
}

// readConfig checks the flags that choose among the records.
func readConfig(c *cli.Context, offsets pipeline.Offsets) (pipeline.Config, error) {
	config := pipeline.Config{
		Offsets:       offsets,
		MinConfidence: c.Float64("min-confidence"),
		Types:         c.StringSlice("type"),
		Attitudes:     c.Bool("attitudes"),
	}
	if !(config.MinConfidence >= 0 && config.MinConfidence <= 1) { // also NaN
		return config, usagef("--min-confidence %v: must be from 0 to 1", config.MinConfidence)
	}
	var err error
	if config.Tagger, err = taggerOf(c); err != nil {
		return config, err
	}
	for _, t := range config.Types {
		if err := oneOf("--type", t, quoteTypes); err != nil {
			return config, err
		}
	}
	for _, s := range c.StringSlice("section") {
		if err := oneOf("--section", s, sectionNames()); err != nil {
			return config, err
		}
		config.Sections = append(config.Sections, text.Section(s))
	}
	return config, nil
}

// taggerOf is the tagger that --tagger names, nil for that of the models. Models
// that have learnt on prose's parts of speech know no others.
func taggerOf(c *cli.Context) (text.Tagger, error) {
	if !c.IsSet("tagger") {
		return nil, nil
	}
	t := tag.ByName(c.String("tagger"))
	switch {
	case t == nil:
		return nil, oneOf("--tagger", c.String("tagger"), tag.Taggers())
	case t == tag.Linear() && tag.Default() == tag.Prose():
		return nil, usagef("--tagger linear: the models of %s have learnt on the parts of speech of prose", c.String("models"))
	}
	return t, nil
}

// renderRecords gives the records of one document.
func renderRecords(a *text.Article, config pipeline.Config, format output.Format) (rendered, error) {
	r := rendered{id: a.ID}
	if !pipeline.Reads(a.Meta.Lang) {
		r.lang = a.Meta.Lang
		return r, nil
	}
	records := pipeline.Extract(a, config)
	r.quotes, r.counts = len(records), countQuotes(records)
	var err error
	r.batch, err = format.Encode(records)
	return r, err
}

// plural is "1 quote", "2 quotes".
func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
